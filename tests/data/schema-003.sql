-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One row of each kind that version 3 of the schema brought, to those of schema-001.sql and schema-002.sql,
-- but for the links of the reference: see schema-003-links.sql and schema-003-first.sql. A file made of
-- 001.sql to 003.sql, and of these, must open in every version to come: neither changes.

UPDATE account SET seal = 'custom', sealed = 'name', star_rule = 'page' WHERE id = 1;
INSERT INTO local_disclosure (id, at, account, audience, what, reason)
VALUES (40, 1768867200, 1, 'customer', 'pdf', 'They asked for it');
INSERT INTO reference_entry (id, key, title, category, body) VALUES (41, 'own-41', 'Our runbooks', 'tools', 'Ask first.');
INSERT INTO reference_mark (id, key, favourite, notes, checked) VALUES (42, 'own-41', 1, 'Often', '2026-02-01');
INSERT INTO local_reference_recent (id, key, opened) VALUES (43, 'own-41', 1768867200000000);
INSERT INTO tenant (id, account, name, version, maintenance_window, byok, geo, preproduction, government)
VALUES (44, 1, 'nordlicht', '18.8.2', 'emea-1', 0, 1, 0, 0);
INSERT INTO tenant_contact (id, tenant, name, operational) VALUES (45, 44, 'Jörg Müller', 1);
INSERT INTO switchboard_access (id, tenant, person, role, environment) VALUES (46, 44, 'Ada', 'tenant-read-only', 'production');
INSERT INTO migration_wave (id, tenant, plan, task, name, state, start, finish, position)
VALUES (47, 44, 7, 10, 'Pilot', 'planned', '2026-03-02', '2026-03-06', 1);
INSERT INTO maintenance (id, tenant, kind, begins_at) VALUES (48, 44, 'emergency', '2026-02-03T01:00:00Z');
INSERT INTO ticket (id, account, number, subject, severity, state, opened_at, dissatisfied, wrong_severity, stalled,
  asked_owner, complete, organisation_set)
VALUES (49, 1, '500001', 'Runners wait', 'high', 'open', '2026-02-02T08:00:00Z', 0, 0, 0, 1, 0, 1);
INSERT INTO escalation (id, account, ticket, name, severity, opened) VALUES (50, 1, 49, 'Runners wait', 'high', '2026-02-03');
INSERT INTO upgrade_request (id, account, plan, name, state) VALUES (51, 1, 7, 'To 18.8', 'draft');
INSERT INTO fact_edit (id, topic, key, body, struck, position) VALUES (52, 'escalation', 'high', NULL, 1, 1);
