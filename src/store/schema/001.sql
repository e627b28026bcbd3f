-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Days are text (2026-05-03), ids random positive integers given by the app, money in
-- minor units beside its ISO 4217 code. Columns stand in the order of the records'.

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  codename TEXT,
  aliases TEXT,
  domains TEXT,
  tier TEXT CHECK (tier IN ('on-demand', 'essentials', 'advanced', 'signature')),
  offering TEXT CHECK (offering IN ('gitlab-com', 'self-managed', 'dedicated', 'dedicated-government')),
  licence TEXT CHECK (licence IN ('premium', 'ultimate')),
  stage TEXT CHECK (stage IN ('onboarding', 'implementation', 'adoption', 'optimize-and-grow', 'will-churn')),
  priority TEXT CHECK (priority IN ('pr1', 'pr2', 'pr3', 'pr4')),
  region TEXT CHECK (region IN ('amer', 'emea', 'emea-north', 'emea-south', 'emea-dach', 'emea-meta', 'apj')),
  time_zone TEXT,
  arr INTEGER CHECK (arr >= 0),
  currency TEXT CHECK (length (currency) = 3),
  seats INTEGER CHECK (seats >= 0),
  contract_start TEXT CHECK (contract_start IS date (contract_start)),
  renewal TEXT CHECK (renewal IS date (renewal)),
  next_step TEXT,
  links TEXT,
  notes TEXT,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  CHECK (renewal IS NULL OR contract_start IS NULL OR renewal >= contract_start)
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  role TEXT,
  gitlab_role TEXT,
  email TEXT,
  champion INTEGER NOT NULL CHECK (champion IN (0, 1)),
  sponsor INTEGER NOT NULL CHECK (sponsor IN (0, 1)),
  blocker INTEGER NOT NULL CHECK (blocker IN (0, 1)),
  admin INTEGER NOT NULL CHECK (admin IN (0, 1)),
  language TEXT,
  time_zone TEXT,
  notes TEXT
) STRICT;
CREATE INDEX contact_account ON contact (account);

CREATE TABLE team_member (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  role TEXT NOT NULL CHECK (role IN ('ae', 'sae', 'sa', 'csm', 'csa', 'ase', 'cse', 'rm', 'ps', 'other')),
  email TEXT,
  notes TEXT
) STRICT;
CREATE INDEX team_member_account ON team_member (account);

-- begins_at is an instant in UTC (2026-05-03T14:00:00Z), beside the zone it was agreed in.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('customer-call', 'update', 'in-person-meeting', 'email', 'health-update',
    'workshop', 'cse-engagement', 'csa-engagement', 'verified-outcomes', 'at-risk-escalation')),
  subject TEXT NOT NULL CHECK (trim (subject) <> ''),
  day TEXT NOT NULL CHECK (day IS date (day)),
  begins_at TEXT,
  time_zone TEXT,
  minutes INTEGER CHECK (minutes >= 0),
  meeting TEXT CHECK (meeting IN ('kickoff', 'cadence-call', 'executive-business-review', 'renewal-call')),
  internal_attendees TEXT,
  external_attendees TEXT,
  sponsor_attended INTEGER NOT NULL CHECK (sponsor_attended IN (0, 1)),
  csm_sentiment TEXT CHECK (csm_sentiment IN ('green', 'yellow', 'red')),
  product_sentiment TEXT CHECK (product_sentiment IN ('green', 'yellow', 'red')),
  milestone TEXT,
  risk_reason TEXT CHECK (risk_reason IN ('lack-of-adoption', 'product-value-gaps', 'product-quality-availability',
    'lack-of-engagement-sponsor', 'loss-of-budget', 'corporate-decision', 'other')),
  risk_impact TEXT CHECK (risk_impact IN ('customer-churn', 'tier-downgrade', 'seat-churn', 'customer-sentiment',
    'competitor', 'stage-name')),
  accelerator TEXT CHECK (accelerator IN ('agile-planning', 'ci', 'cd', 'security', 'ai', 'compliance',
    'system-administration')),
  content_module TEXT,
  notes TEXT,
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX activity_account ON activity (account, day);

CREATE TABLE health (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('green', 'yellow', 'red', 'unknown')),
  day TEXT NOT NULL CHECK (day IS date (day)),
  reason TEXT,
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX health_account ON health (account, day);

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  activity INTEGER REFERENCES activity (id) ON DELETE SET NULL,
  what TEXT NOT NULL CHECK (trim (what) <> ''),
  side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
  whose TEXT,
  due TEXT CHECK (due IS date (due)),
  done TEXT CHECK (done IS date (done)),
  notes TEXT
) STRICT;
CREATE INDEX follow_up_account ON follow_up (account);
CREATE INDEX follow_up_activity ON follow_up (activity);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('onboarding', 'dedicated-onboarding', 'handover', 'ebr', 'adoption', 'upgrade',
    'infrastructure', 'recovery', 'success', 'accelerator')),
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  start TEXT NOT NULL CHECK (start IS date (start)),
  target TEXT NOT NULL CHECK (target IS date (target)),
  status TEXT NOT NULL CHECK (status IN ('draft', 'active', 'closed')),
  strategy TEXT,
  highlights TEXT,
  template TEXT,
  CHECK (target >= start)
) STRICT;
CREATE INDEX plan_account ON plan (account);

-- first and last are days of the plan, counted from its start, which is day 0.
CREATE TABLE phase (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  position REAL NOT NULL,
  CHECK (last >= first)
) STRICT;
CREATE INDEX phase_plan ON phase (plan);

CREATE TABLE objective (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  use_case TEXT CHECK (use_case IN ('ai', 'cd', 'ci', 'dedicated', 'developer-experience', 'infrastructure', 'other',
    'plan', 'scm', 'security')),
  priority TEXT CHECK (priority IN ('low', 'medium', 'high')),
  status TEXT NOT NULL CHECK (status IN ('not-started', 'on-track', 'watchpoint', 'concern', 'closed-success')),
  outcome TEXT CHECK (outcome IN ('proposed', 'accepted', 'delivered', 'verified')),
  baseline TEXT,
  criteria TEXT,
  impact TEXT,
  due TEXT CHECK (due IS date (due)),
  closed TEXT CHECK (closed IS date (closed)),
  owner TEXT,
  customer_owner TEXT,
  summary TEXT,
  successes TEXT,
  risks TEXT,
  accelerator INTEGER NOT NULL CHECK (accelerator IN (0, 1)),
  visibility TEXT NOT NULL CHECK (visibility IN ('internal', 'customer')),
  position REAL NOT NULL
) STRICT;
CREATE INDEX objective_plan ON objective (plan);

-- duration is in working minutes.
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  phase INTEGER REFERENCES phase (id) ON DELETE SET NULL,
  objective INTEGER REFERENCES objective (id) ON DELETE SET NULL,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('task', 'milestone', 'workshop', 'call')),
  status TEXT NOT NULL CHECK (status IN ('not-started', 'on-track', 'watchpoint', 'concern', 'done')),
  progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100),
  start TEXT CHECK (start IS date (start)),
  due TEXT CHECK (due IS date (due)),
  duration INTEGER CHECK (duration >= 0),
  owner TEXT,
  customer_owner TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('internal', 'customer')),
  notes TEXT,
  source TEXT,
  position REAL NOT NULL,
  CHECK (due IS NULL OR start IS NULL OR due >= start)
) STRICT;
CREATE INDEX task_plan ON task (plan);
CREATE INDEX task_phase ON task (phase);
CREATE INDEX task_objective ON task (objective);

CREATE TABLE check_item (
  id INTEGER PRIMARY KEY,
  task INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  position REAL NOT NULL
) STRICT;
CREATE INDEX check_item_task ON check_item (task);

-- What a person named and kept: a view of the roster, a template of their own (body is JSON).
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  room TEXT NOT NULL CHECK (room IN ('accounts', 'plans')),
  body TEXT NOT NULL,
  position REAL NOT NULL
) STRICT;

CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  body TEXT NOT NULL
) STRICT;

-- This machine's own: never recorded, never exported.
CREATE TABLE local_setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;
