-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Links of the reference, as version 3 of the schema keeps them.

INSERT INTO reference_link (id, account, plan, task, template, key)
VALUES (60, 1, NULL, NULL, NULL, 'own-41'), (61, 1, 7, NULL, NULL, 'own-41'), (62, 1, NULL, 10, NULL, 'own-41'),
       (63, NULL, NULL, NULL, 'dedicated-onboarding', 'own-41');
