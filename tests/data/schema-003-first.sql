-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- For some commits of the main branch, from “build: need md4c” on until “exchange: take what a person keeps
-- of the reference along”, version 3 of the schema had another table of links: one to a plan or a task did
-- not name the account. All else was as it is. Brings a file of version 3 to what it was then, with links.

DROP TABLE reference_link;
CREATE TABLE reference_link (
  id INTEGER PRIMARY KEY,
  account INTEGER REFERENCES account (id) ON DELETE CASCADE,
  plan INTEGER REFERENCES plan (id) ON DELETE CASCADE,
  task INTEGER REFERENCES task (id) ON DELETE CASCADE,
  template TEXT,
  key TEXT NOT NULL CHECK (trim (key) <> ''),
  CHECK ((account IS NOT NULL) + (plan IS NOT NULL) + (task IS NOT NULL) + (template IS NOT NULL) = 1)
) STRICT;
CREATE INDEX reference_link_account ON reference_link (account);
CREATE INDEX reference_link_plan ON reference_link (plan);
CREATE INDEX reference_link_task ON reference_link (task);
INSERT INTO reference_link (id, account, plan, task, template, key)
VALUES (60, 1, NULL, NULL, NULL, 'own-41'), (61, NULL, 7, NULL, NULL, 'own-41'), (62, NULL, NULL, 10, NULL, 'own-41'),
       (63, NULL, NULL, NULL, 'dedicated-onboarding', 'own-41');
