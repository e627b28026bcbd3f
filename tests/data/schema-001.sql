-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One row of each kind, as version 1 of the schema keeps it. A file made of 001.sql and of
-- these must open in every version to come: once version 1 is released, neither changes.

INSERT INTO account (id, name, codename, tier, offering, arr, currency, contract_start, renewal, archived)
VALUES (1, 'Nordlicht Energie AG', 'Aurora', 'signature', 'dedicated', 125000050, 'EUR', '2026-01-01', '2027-01-01', 0);
INSERT INTO contact (id, account, name, champion, sponsor, blocker, admin)
VALUES (2, 1, 'Jörg Müller', 1, 0, 0, 1);
INSERT INTO team_member (id, account, name, role) VALUES (3, 1, 'Ada', 'csm');
INSERT INTO activity (id, account, kind, subject, day, sponsor_attended, created)
VALUES (4, 1, 'customer-call', 'Kick-off', '2026-01-12', 1, 1768212000);
INSERT INTO health (id, account, level, day, created) VALUES (5, 1, 'green', '2026-01-12', 1768212000);
INSERT INTO follow_up (id, account, activity, what, side, due)
VALUES (6, 1, 4, 'Send the runbook', 'ours', '2026-01-19');
INSERT INTO plan (id, account, kind, name, start, target, status)
VALUES (7, 1, 'onboarding', 'Onboarding', '2026-01-12', '2026-04-12', 'active');
INSERT INTO phase (id, plan, name, first, last, position) VALUES (8, 7, 'First 30 days', 0, 29, 1);
INSERT INTO objective (id, plan, name, status, accelerator, visibility, position)
VALUES (9, 7, 'Migrate', 'on-track', 0, 'customer', 1);
INSERT INTO task (id, plan, phase, objective, title, kind, status, progress, owner, visibility, position)
VALUES (10, 7, 8, 9, 'Dry run', 'task', 'not-started', 0, 'Ada', 'customer', 1);
INSERT INTO check_item (id, task, title, done, position) VALUES (11, 10, 'Window agreed', 0, 1);
INSERT INTO saved_view (id, name, room, body, position) VALUES (12, 'At risk', 'accounts', '{}', 1);
INSERT INTO template (id, name, body) VALUES (13, 'Mine', '{}');
INSERT INTO task (id, plan, title, kind, status, progress, duration, visibility, position)
VALUES (14, 7, 'Rehearse', 'task', 'not-started', 0, 480, 'customer', 2),
       (15, 7, 'Workshop', 'workshop', 'not-started', 0, 90, 'customer', 3);
INSERT INTO template (id, name, body)
VALUES (16, 'With tasks', '{"tasks": [{"title": "A", "kind": "task", "duration": 240}, {"title": "B", "kind": "call", "duration": 60}]}');
