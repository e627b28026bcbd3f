-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whose names are sealed, and what went out all the same.

ALTER TABLE account ADD COLUMN seal TEXT CHECK (seal IN ('strict', 'off', 'custom'));
ALTER TABLE account ADD COLUMN sealed TEXT;

-- What went out with a name in it, and why. Seconds since 1970 in UTC; no step to undo, for it cannot be.
CREATE TABLE local_disclosure (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account INTEGER,
  audience TEXT NOT NULL CHECK (audience IN ('internal', 'customer', 'public')),
  what TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (trim (reason) <> '')
) STRICT;

-- The reference: what a person wrote in it, thought of it and linked it to. The entries that
-- ship are not in here, unless they were edited.

-- tags, aliases, links and related are lines; a link is its address, a space and its title.
-- based_on says which text that ships an edit began with.
CREATE TABLE reference_entry (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  category TEXT NOT NULL CHECK (category IN ('tools', 'maintenance', 'support', 'channels', 'dedicated', 'playbooks',
    'account-team', 'responsibilities', 'pillars', 'accelerators', 'success-services', 'communities', 'workshops',
    'scripts')),
  tags TEXT,
  aliases TEXT,
  body TEXT,
  available TEXT CHECK (available IN ('yes', 'partly', 'no')),
  workaround TEXT,
  since TEXT,
  links TEXT,
  related TEXT,
  source TEXT,
  url TEXT,
  checked TEXT CHECK (checked IS date (checked)),
  based_on TEXT
) STRICT;

-- What is kept of any entry beside what it says.
CREATE TABLE reference_mark (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  favourite INTEGER NOT NULL CHECK (favourite IN (0, 1)),
  notes TEXT,
  checked TEXT CHECK (checked IS date (checked))
) STRICT;

-- An entry and one other thing. A template is named by its key, as those that ship have no id.
CREATE TABLE reference_link (
  id INTEGER PRIMARY KEY,
  account INTEGER REFERENCES account (id) ON DELETE CASCADE,
  plan INTEGER REFERENCES plan (id) ON DELETE CASCADE,
  task INTEGER REFERENCES task (id) ON DELETE CASCADE,
  template TEXT,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  CHECK ((account IS NOT NULL) + (template IS NOT NULL) = 1),
  CHECK ((plan IS NOT NULL) + (task IS NOT NULL) <= (account IS NOT NULL))
) STRICT;
CREATE INDEX reference_link_account ON reference_link (account);
CREATE INDEX reference_link_plan ON reference_link (plan);
CREATE INDEX reference_link_task ON reference_link (task);

-- Which entries were opened on this machine, and when, in microseconds since 1970.
CREATE TABLE local_reference_recent (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  opened INTEGER NOT NULL
) STRICT;

-- GitLab Dedicated: tenants and what belongs to them; tickets and escalations; facts that a person edited.
-- Instants are in UTC, as 2026-05-03T14:00:00Z, sizes in GiB.

CREATE TABLE tenant (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT,
  url TEXT,
  identifier TEXT,
  codename_source TEXT,
  status TEXT CHECK (status IN ('normal', 'service-disruption', 'degraded-performance')),
  version TEXT,
  version_day TEXT CHECK (version_day IS date (version_day)),
  maintenance_window TEXT,
  primary_region TEXT,
  primary_zones TEXT,
  secondary_region TEXT,
  secondary_zones TEXT,
  backup_region TEXT,
  reference_architecture TEXT,
  users INTEGER CHECK (users >= 0),
  storage INTEGER CHECK (storage >= 0),
  repository_storage INTEGER CHECK (repository_storage >= 0),
  byok INTEGER NOT NULL CHECK (byok IN (0, 1)),
  kms_keys TEXT,
  geo INTEGER NOT NULL CHECK (geo IN (0, 1)),
  hosted_runners TEXT,
  preproduction INTEGER NOT NULL CHECK (preproduction IN (0, 1)),
  government INTEGER NOT NULL CHECK (government IN (0, 1)),
  edition TEXT,
  support_organisation TEXT,
  aws_accounts TEXT,
  created_on TEXT CHECK (created_on IS date (created_on)),
  inputs TEXT,
  notes TEXT
) STRICT;
CREATE INDEX tenant_account ON tenant (account);

CREATE TABLE tenant_contact (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  role TEXT,
  email TEXT,
  operational INTEGER NOT NULL CHECK (operational IN (0, 1)),
  notes TEXT
) STRICT;
CREATE INDEX tenant_contact_tenant ON tenant_contact (tenant);

CREATE TABLE switchboard_access (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  person TEXT NOT NULL CHECK (trim (person) <> ''),
  role TEXT NOT NULL CHECK (role IN ('read-only', 'provisioner', 'support', 'migration-operator',
    'hosted-runner-operator', 'operator', 'tenant-admin', 'tenant-read-only')),
  environment TEXT NOT NULL CHECK (environment IN ('test', 'beta', 'production')),
  asked TEXT CHECK (asked IS date (asked)),
  granted TEXT CHECK (granted IS date (granted)),
  removed TEXT CHECK (removed IS date (removed)),
  request TEXT,
  reason TEXT,
  notes TEXT
) STRICT;
CREATE INDEX switchboard_access_tenant ON switchboard_access (tenant);

CREATE TABLE migration_wave (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  plan INTEGER REFERENCES plan (id) ON DELETE SET NULL,
  task INTEGER REFERENCES task (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  scope TEXT,
  state TEXT NOT NULL CHECK (state IN ('planned', 'agreed', 'running', 'done', 'postponed', 'cancelled')),
  start TEXT CHECK (start IS date (start)),
  finish TEXT CHECK (finish IS date (finish)),
  cutover_at TEXT,
  freeze_first TEXT CHECK (freeze_first IS date (freeze_first)),
  freeze_last TEXT CHECK (freeze_last IS date (freeze_last)),
  notes TEXT,
  position REAL NOT NULL
) STRICT;
CREATE INDEX migration_wave_tenant ON migration_wave (tenant);
CREATE INDEX migration_wave_plan ON migration_wave (plan);
CREATE INDEX migration_wave_task ON migration_wave (task);

CREATE TABLE maintenance (
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('emergency', 'out-of-band', 'moved', 'left-out')),
  begins_at TEXT NOT NULL,
  ends_at TEXT,
  version TEXT,
  reason TEXT,
  ticket TEXT,
  notes TEXT
) STRICT;
CREATE INDEX maintenance_tenant ON maintenance (tenant);

CREATE TABLE ticket (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  number TEXT NOT NULL CHECK (trim (number) <> ''),
  subject TEXT NOT NULL CHECK (trim (subject) <> ''),
  url TEXT,
  severity TEXT NOT NULL CHECK (severity IN ('urgent', 'high', 'normal', 'low')),
  support_plan TEXT CHECK (support_plan IN ('free', 'starter', 'premium', 'ultimate', 'us-government')),
  state TEXT NOT NULL CHECK (state IN ('new', 'open', 'pending', 'on-hold', 'solved', 'closed')),
  opened_at TEXT NOT NULL,
  first_reply_at TEXT,
  customer_reply_at TEXT,
  support_reply_at TEXT,
  owner TEXT,
  hours TEXT,
  dissatisfied INTEGER NOT NULL CHECK (dissatisfied IN (0, 1)),
  wrong_severity INTEGER NOT NULL CHECK (wrong_severity IN (0, 1)),
  stalled INTEGER NOT NULL CHECK (stalled IN (0, 1)),
  business_reason TEXT,
  asked_owner INTEGER NOT NULL CHECK (asked_owner IN (0, 1)),
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  organisation_set INTEGER NOT NULL CHECK (organisation_set IN (0, 1)),
  gitlab_group TEXT,
  desired_result TEXT,
  starred_at TEXT,
  notes TEXT
) STRICT;
CREATE INDEX ticket_account ON ticket (account);

CREATE TABLE escalation (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  ticket INTEGER REFERENCES ticket (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low')),
  opened TEXT NOT NULL CHECK (opened IS date (opened)),
  updated TEXT CHECK (updated IS date (updated)),
  closed TEXT CHECK (closed IS date (closed)),
  owner TEXT,
  channel TEXT,
  exit_criteria TEXT,
  next_steps TEXT,
  outcome TEXT CHECK (outcome IN ('positive', 'negative', 'none')),
  notes TEXT
) STRICT;
CREATE INDEX escalation_account ON escalation (account);
CREATE INDEX escalation_ticket ON escalation (ticket);

CREATE TABLE upgrade_request (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  plan INTEGER REFERENCES plan (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  state TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'reviewed', 'done', 'cancelled')),
  from_version TEXT,
  to_version TEXT,
  upgrade_at TEXT,
  time_zone TEXT,
  contact TEXT,
  ticket TEXT,
  upgrade_plan TEXT,
  rollback_plan TEXT,
  done TEXT,
  notes TEXT
) STRICT;
CREATE INDEX upgrade_request_account ON upgrade_request (account);
CREATE INDEX upgrade_request_plan ON upgrade_request (plan);

CREATE TABLE fact_edit (
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL CHECK (topic IN ('window', 'lock', 'release-rule', 'exception', 'sla', 'hours',
    'star-reason', 'star-check', 'star-urgency', 'escalation', 'upgrade', 'onboarding', 'field', 'feature')),
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  body TEXT,
  struck INTEGER NOT NULL CHECK (struck IN (0, 1)),
  position REAL NOT NULL
) STRICT;

-- Which of the two published rules for asking Support for attention counts for an account.
ALTER TABLE account ADD COLUMN star_rule TEXT CHECK (star_rule IN ('page', 'rule-of-thumb'));
