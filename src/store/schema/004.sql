-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- For a while in its making, version 3 had another table of links: one to a plan or a task did not name
-- the account, and one that does was refused. A file of that time has the table still.

CREATE TABLE reference_link_2 (
  id INTEGER PRIMARY KEY,
  account INTEGER REFERENCES account (id) ON DELETE CASCADE,
  plan INTEGER REFERENCES plan (id) ON DELETE CASCADE,
  task INTEGER REFERENCES task (id) ON DELETE CASCADE,
  template TEXT,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  CHECK ((account IS NOT NULL) + (template IS NOT NULL) = 1),
  CHECK ((plan IS NOT NULL) + (task IS NOT NULL) <= (account IS NOT NULL))
) STRICT;
INSERT INTO reference_link_2
  SELECT l.id, coalesce (l.account, p.account), l.plan, l.task, l.template, l.key
    FROM reference_link l LEFT JOIN task t ON t.id = l.task LEFT JOIN plan p ON p.id = coalesce (l.plan, t.plan);
DROP TABLE reference_link;
ALTER TABLE reference_link_2 RENAME TO reference_link;
CREATE INDEX reference_link_account ON reference_link (account);
CREATE INDEX reference_link_plan ON reference_link (plan);
CREATE INDEX reference_link_task ON reference_link (task);
