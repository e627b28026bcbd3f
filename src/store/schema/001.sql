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

-- The search index. It is derived: not recorded, not exported, made anew when it is damaged.
-- The first digit of an entry's id says which kind of record it is of, and within a kind
-- an entry that came later has the greater id: what matters most and is newest is read first,
-- without ranking.
CREATE TABLE local_search (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL
) STRICT;
CREATE INDEX local_search_record ON local_search (record);

-- What is to be found: each record once.
CREATE VIEW search_record (kind, id) AS
SELECT 1, id FROM activity
UNION ALL SELECT 2, id FROM follow_up
UNION ALL SELECT 3, id FROM task
UNION ALL SELECT 4, id FROM objective
UNION ALL SELECT 5, id FROM plan
UNION ALL SELECT 6, id FROM contact
UNION ALL SELECT 7, id FROM account;

-- CROSS JOIN keeps the entries in order, which the index needs to be built in one go.
CREATE VIEW search_source (id, title, body) AS
SELECT s.id, r.subject, coalesce (r.internal_attendees, '')
    || ' ' || coalesce (r.external_attendees, '')
    || ' ' || coalesce (r.notes, '')
  FROM local_search s CROSS JOIN activity r ON r.id = s.record
  WHERE s.id BETWEEN 1000000000000 AND 1999999999999
UNION ALL
SELECT s.id, r.what, coalesce (r.whose, '')
    || ' ' || coalesce (r.notes, '')
  FROM local_search s CROSS JOIN follow_up r ON r.id = s.record
  WHERE s.id BETWEEN 2000000000000 AND 2999999999999
UNION ALL
SELECT s.id, r.title, coalesce (r.owner, '')
    || ' ' || coalesce (r.customer_owner, '')
    || ' ' || coalesce (r.notes, '')
  FROM local_search s CROSS JOIN task r ON r.id = s.record
  WHERE s.id BETWEEN 3000000000000 AND 3999999999999
UNION ALL
SELECT s.id, r.name, coalesce (r.baseline, '')
    || ' ' || coalesce (r.criteria, '')
    || ' ' || coalesce (r.impact, '')
    || ' ' || coalesce (r.summary, '')
    || ' ' || coalesce (r.successes, '')
    || ' ' || coalesce (r.risks, '')
  FROM local_search s CROSS JOIN objective r ON r.id = s.record
  WHERE s.id BETWEEN 4000000000000 AND 4999999999999
UNION ALL
SELECT s.id, r.name, coalesce (r.strategy, '')
    || ' ' || coalesce (r.highlights, '')
  FROM local_search s CROSS JOIN plan r ON r.id = s.record
  WHERE s.id BETWEEN 5000000000000 AND 5999999999999
UNION ALL
SELECT s.id, r.name, coalesce (r.role, '')
    || ' ' || coalesce (r.email, '')
    || ' ' || coalesce (r.notes, '')
  FROM local_search s CROSS JOIN contact r ON r.id = s.record
  WHERE s.id BETWEEN 6000000000000 AND 6999999999999
UNION ALL
SELECT s.id, r.name, coalesce (r.codename, '')
    || ' ' || coalesce (r.aliases, '')
    || ' ' || coalesce (r.domains, '')
    || ' ' || coalesce (r.next_step, '')
    || ' ' || coalesce (r.notes, '')
  FROM local_search s CROSS JOIN account r ON r.id = s.record
  WHERE s.id BETWEEN 7000000000000 AND 7999999999999;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body,
  content = 'search_source', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER search_account_insert AFTER INSERT ON account BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 7000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 7000000000000 AND 7999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
CREATE TRIGGER search_account_delete BEFORE DELETE ON account BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 7000000000000 AND 7999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 7000000000000 AND 7999999999999;
END;
CREATE TRIGGER search_account_update_old BEFORE UPDATE OF name, codename, aliases, domains, next_step, notes ON account BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 7000000000000 AND 7999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 7000000000000 AND 7999999999999;
END;
CREATE TRIGGER search_account_update_new AFTER UPDATE OF name, codename, aliases, domains, next_step, notes ON account BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 7000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 7000000000000 AND 7999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;

CREATE TRIGGER search_contact_insert AFTER INSERT ON contact BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 6000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 6000000000000 AND 6999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
CREATE TRIGGER search_contact_delete BEFORE DELETE ON contact BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 6000000000000 AND 6999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 6000000000000 AND 6999999999999;
END;
CREATE TRIGGER search_contact_update_old BEFORE UPDATE OF name, role, email, notes ON contact BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 6000000000000 AND 6999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 6000000000000 AND 6999999999999;
END;
CREATE TRIGGER search_contact_update_new AFTER UPDATE OF name, role, email, notes ON contact BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 6000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 6000000000000 AND 6999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;

CREATE TRIGGER search_plan_insert AFTER INSERT ON plan BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 5000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 5000000000000 AND 5999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
CREATE TRIGGER search_plan_delete BEFORE DELETE ON plan BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 5000000000000 AND 5999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 5000000000000 AND 5999999999999;
END;
CREATE TRIGGER search_plan_update_old BEFORE UPDATE OF name, strategy, highlights ON plan BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 5000000000000 AND 5999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 5000000000000 AND 5999999999999;
END;
CREATE TRIGGER search_plan_update_new AFTER UPDATE OF name, strategy, highlights ON plan BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 5000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 5000000000000 AND 5999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;

CREATE TRIGGER search_objective_insert AFTER INSERT ON objective BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 4000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 4000000000000 AND 4999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
CREATE TRIGGER search_objective_delete BEFORE DELETE ON objective BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 4000000000000 AND 4999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 4000000000000 AND 4999999999999;
END;
CREATE TRIGGER search_objective_update_old BEFORE UPDATE OF name, baseline, criteria, impact, summary, successes, risks ON objective BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 4000000000000 AND 4999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 4000000000000 AND 4999999999999;
END;
CREATE TRIGGER search_objective_update_new AFTER UPDATE OF name, baseline, criteria, impact, summary, successes, risks ON objective BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 4000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 4000000000000 AND 4999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;

CREATE TRIGGER search_task_insert AFTER INSERT ON task BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 3000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 3000000000000 AND 3999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
CREATE TRIGGER search_task_delete BEFORE DELETE ON task BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 3000000000000 AND 3999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 3000000000000 AND 3999999999999;
END;
CREATE TRIGGER search_task_update_old BEFORE UPDATE OF title, owner, customer_owner, notes ON task BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 3000000000000 AND 3999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 3000000000000 AND 3999999999999;
END;
CREATE TRIGGER search_task_update_new AFTER UPDATE OF title, owner, customer_owner, notes ON task BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 3000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 3000000000000 AND 3999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;

CREATE TRIGGER search_follow_up_insert AFTER INSERT ON follow_up BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 2000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 2000000000000 AND 2999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
CREATE TRIGGER search_follow_up_delete BEFORE DELETE ON follow_up BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 2000000000000 AND 2999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 2000000000000 AND 2999999999999;
END;
CREATE TRIGGER search_follow_up_update_old BEFORE UPDATE OF what, whose, notes ON follow_up BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 2000000000000 AND 2999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 2000000000000 AND 2999999999999;
END;
CREATE TRIGGER search_follow_up_update_new AFTER UPDATE OF what, whose, notes ON follow_up BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 2000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 2000000000000 AND 2999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;

CREATE TRIGGER search_activity_insert AFTER INSERT ON activity BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 1000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 1000000000000 AND 1999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
CREATE TRIGGER search_activity_delete BEFORE DELETE ON activity BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 1000000000000 AND 1999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 1000000000000 AND 1999999999999;
END;
CREATE TRIGGER search_activity_update_old BEFORE UPDATE OF subject, internal_attendees, external_attendees, notes ON activity BEGIN
  INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', f.id, f.title, f.body FROM local_search s CROSS JOIN search_source f ON f.id = s.id
      WHERE s.record = old.id AND s.id BETWEEN 1000000000000 AND 1999999999999;
  DELETE FROM local_search WHERE record = old.id AND id BETWEEN 1000000000000 AND 1999999999999;
END;
CREATE TRIGGER search_activity_update_new AFTER UPDATE OF subject, internal_attendees, external_attendees, notes ON activity BEGIN
  INSERT INTO local_search
    SELECT max (coalesce (max (id), 0), 1000000000000) + 1, new.id FROM local_search WHERE id BETWEEN 1000000000000 AND 1999999999999;
  INSERT INTO search (rowid, title, body) SELECT id, title, body FROM search_source WHERE id = last_insert_rowid ();
END;
