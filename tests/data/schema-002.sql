-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One row of each kind that version 2 of the schema brought, to those of schema-001.sql. A file made of
-- 001.sql and 002.sql, and of these, must open in every version to come: neither changes.

INSERT INTO link (id, plan, predecessor, successor, kind, lag, elapsed) VALUES (20, 7, 10, 14, 'fs', 480, 0);
INSERT INTO task (id, plan, parent, title, kind, status, progress, start, due, work, side, constraint_kind,
  constraint_day, content_module, visibility, position)
VALUES (21, 7, 10, 'Copy the data', 'task', 'on-track', 40, '2026-02-02', '2026-02-04', 960, 'ours', 'not-before',
  '2026-02-02', 'introduction-to-ci-cd', 'customer', 4);
INSERT INTO baseline (id, plan, name, day, created) VALUES (22, 7, 'As agreed', '2026-01-20', 1768867200);
INSERT INTO baseline_task (id, baseline, task, title, start, due, duration, progress)
VALUES (23, 22, 21, 'Copy the data', '2026-01-26', '2026-01-28', 1440, 0), (24, 22, NULL, 'Gone since', NULL, NULL, NULL, 0);
INSERT INTO working_calendar (id, account, hours, country, time_zone)
VALUES (25, 1, 'Mo-Fr 08:00-16:30', 'DE', 'Europe/Berlin'), (26, NULL, 'Mo-Fr 09:00-17:00', 'NL', 'Europe/Amsterdam');
INSERT INTO closure (id, calendar, kind, name, first, last, weekly, stops)
VALUES (27, 25, 'change-freeze', 'Quarter end', '2026-03-30', '2026-04-01', 0, 'tasks');
INSERT INTO content_module (id, key, category, name, kind, accelerator, duration, position)
VALUES (28, 'own-28', 'ci-cd', 'Runners of their own', 'session', 'ci', 90, 1);
INSERT INTO onboarding (id, account, named_at, agreed, kickoff)
VALUES (29, 1, '2026-01-05T09:00:00Z', '2026-01-01', '2026-01-12');
INSERT INTO saved_view (id, name, room, body, position) VALUES (30, 'This quarter', 'timeline', '{}', 2);
UPDATE account SET allowance = 2 WHERE id = 1;
UPDATE activity SET task = 10 WHERE id = 4;
UPDATE plan SET status_day = '2026-01-30', accelerator = 'ci', uncounted = 1 WHERE id = 7;
INSERT INTO objective (id, plan, name, status, accelerator, visibility, supports, position)
VALUES (31, 7, 'No weekend work', 'not-started', 0, 'internal', 9, 2);
