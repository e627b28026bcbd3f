-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Scheduling: links, calendars, baselines; accelerators: modules, the clock of an onboarding.
-- Times are minutes of a day, lengths working minutes.

-- What was the duration of a task is how much work it is; from now on a duration is how long
-- it takes from its start to its end.
ALTER TABLE task ADD COLUMN parent INTEGER REFERENCES task (id) ON DELETE CASCADE;
ALTER TABLE task ADD COLUMN work INTEGER CHECK (work >= 0);
ALTER TABLE task ADD COLUMN start_time INTEGER CHECK (start_time BETWEEN 0 AND 1439);
ALTER TABLE task ADD COLUMN due_time INTEGER CHECK (due_time BETWEEN 0 AND 1440);
ALTER TABLE task ADD COLUMN side TEXT CHECK (side IN ('ours', 'theirs', 'both'));
ALTER TABLE task ADD COLUMN constraint_kind TEXT CHECK (constraint_kind IN ('not-before', 'not-after', 'fixed'));
ALTER TABLE task ADD COLUMN constraint_day TEXT CHECK (constraint_day IS date (constraint_day));
ALTER TABLE task ADD COLUMN constraint_time INTEGER CHECK (constraint_time BETWEEN 0 AND 1440);
ALTER TABLE task ADD COLUMN content_module TEXT;
CREATE INDEX task_parent ON task (parent);
UPDATE task SET work = duration, duration = NULL WHERE kind = 'task';

UPDATE template SET body = json_set (body, '$.tasks', (
  SELECT json_group_array (json (CASE
      WHEN json_extract (value, '$.kind') = 'task' AND json_type (value, '$.duration') IS NOT NULL
      THEN json_remove (json_set (value, '$.work', json_extract (value, '$.duration')), '$.duration')
      ELSE value END))
    FROM json_each (body, '$.tasks')))
  WHERE CASE WHEN json_valid (body) THEN json_type (body, '$.tasks') = 'array' ELSE 0 END;

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  predecessor INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  successor INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('fs', 'ss', 'ff', 'sf')),
  lag INTEGER NOT NULL,
  elapsed INTEGER NOT NULL CHECK (elapsed IN (0, 1)),
  CHECK (predecessor <> successor)
) STRICT;
CREATE INDEX link_plan ON link (plan);
CREATE INDEX link_predecessor ON link (predecessor);
CREATE INDEX link_successor ON link (successor);

CREATE TABLE baseline (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  day TEXT NOT NULL CHECK (day IS date (day)),
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX baseline_plan ON baseline (plan);

-- A task as it was; it keeps its title, for the task itself may be gone.
CREATE TABLE baseline_task (
  id INTEGER PRIMARY KEY,
  baseline INTEGER NOT NULL REFERENCES baseline (id) ON DELETE CASCADE,
  task INTEGER REFERENCES task (id) ON DELETE SET NULL,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  start TEXT CHECK (start IS date (start)),
  start_time INTEGER CHECK (start_time BETWEEN 0 AND 1439),
  due TEXT CHECK (due IS date (due)),
  due_time INTEGER CHECK (due_time BETWEEN 0 AND 1440),
  duration INTEGER CHECK (duration >= 0),
  progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100)
) STRICT;
CREATE INDEX baseline_task_baseline ON baseline_task (baseline);
CREATE INDEX baseline_task_task ON baseline_task (task);

-- That of an account, or, without one, our own. hours are as “Mo-Fr 09:00-17:00”, country an
-- ISO 3166-1 code whose public holidays are kept.
CREATE TABLE working_calendar (
  id INTEGER PRIMARY KEY,
  account INTEGER REFERENCES account (id) ON DELETE CASCADE,
  hours TEXT NOT NULL,
  country TEXT CHECK (length (country) = 2),
  time_zone TEXT
) STRICT;
CREATE INDEX working_calendar_account ON working_calendar (account);

-- Days, or hours of each of them, on which the calendar is another: which work stops then.
-- A maintenance window and a change lock are in UTC, the others on the calendar's own clock.
CREATE TABLE closure (
  id INTEGER PRIMARY KEY,
  calendar INTEGER NOT NULL REFERENCES working_calendar (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'change-freeze', 'maintenance-window', 'change-lock')),
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  first TEXT NOT NULL CHECK (first IS date (first)),
  last TEXT CHECK (last IS date (last)),
  begins INTEGER CHECK (begins BETWEEN 0 AND 1439),
  minutes INTEGER CHECK (minutes > 0),
  weekly INTEGER NOT NULL CHECK (weekly IN (0, 1)),
  stops TEXT NOT NULL CHECK (stops IN ('all', 'tasks', 'meetings', 'nothing')),
  CHECK (last IS NULL OR last >= first)
) STRICT;
CREATE INDEX closure_calendar ON closure (calendar);

-- What an accelerator is put together from; those that ship are not in here, unless they were edited.
CREATE TABLE content_module (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  category TEXT NOT NULL CHECK (category IN ('ci-cd', 'security-compliance', 'agile-planning', 'ai-ml',
    'system-administration')),
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  description TEXT,
  outcome TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('session', 'lab', 'deep-dive', 'programme')),
  accelerator TEXT CHECK (accelerator IN ('agile-planning', 'ci', 'cd', 'security', 'ai', 'compliance',
    'system-administration')),
  duration INTEGER CHECK (duration >= 0),
  phases TEXT,
  tasks TEXT,
  deliverable TEXT,
  source TEXT,
  checked TEXT CHECK (checked IS date (checked)),
  position REAL NOT NULL
) STRICT;

-- The clock of a Success Services onboarding. named_at and welcomed_at are instants in UTC.
CREATE TABLE onboarding (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  named_at TEXT NOT NULL,
  agreed TEXT CHECK (agreed IS date (agreed)),
  welcomed_at TEXT,
  handover TEXT CHECK (handover IS date (handover)),
  kickoff TEXT CHECK (kickoff IS date (kickoff)),
  discovery TEXT CHECK (discovery IS date (discovery)),
  notes TEXT
) STRICT;
CREATE INDEX onboarding_account ON onboarding (account);

ALTER TABLE account ADD COLUMN allowance INTEGER CHECK (allowance >= 0);
ALTER TABLE activity ADD COLUMN task INTEGER REFERENCES task (id) ON DELETE SET NULL;
CREATE INDEX activity_task ON activity (task);
ALTER TABLE objective ADD COLUMN supports INTEGER REFERENCES objective (id) ON DELETE SET NULL;
CREATE INDEX objective_supports ON objective (supports);
ALTER TABLE plan ADD COLUMN status_day TEXT CHECK (status_day IS date (status_day));
ALTER TABLE plan ADD COLUMN accelerator TEXT CHECK (accelerator IN ('agile-planning', 'ci', 'cd', 'security', 'ai',
  'compliance', 'system-administration'));
ALTER TABLE plan ADD COLUMN uncounted INTEGER NOT NULL DEFAULT 0 CHECK (uncounted IN (0, 1));

-- A view of another page can be kept too.
CREATE TABLE saved_view_2 (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  room TEXT NOT NULL CHECK (room IN ('accounts', 'plans', 'timeline', 'accelerators')),
  body TEXT NOT NULL,
  position REAL NOT NULL
) STRICT;
INSERT INTO saved_view_2 SELECT * FROM saved_view;
DROP TABLE saved_view;
ALTER TABLE saved_view_2 RENAME TO saved_view;
