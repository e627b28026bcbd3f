/* qd-migration-wave.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-migration-wave"

#include "qd-migration-wave.h"

#include <glib/gi18n.h>

#include "qd-dedicated-rules.h"

G_DEFINE_FINAL_TYPE (QdMigrationWave, qd_migration_wave, QD_TYPE_RECORD)

const QdNick qd_wave_states[] = {
  { "planned", N_ ("Planned") },
  { "agreed", N_ ("Agreed") },
  { "running", N_ ("Running") },
  { "done", N_ ("Done") },
  { "postponed", N_ ("Postponed") },
  { "cancelled", N_ ("Cancelled") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdMigrationWave, tenant, N_ ("Tenant")),
  QD_COLUMN_REFERENCE (QdMigrationWave, plan, N_ ("Plan"), .nullable = TRUE),
  QD_COLUMN_REFERENCE (QdMigrationWave, task, N_ ("Task"), .nullable = TRUE),
  QD_COLUMN_LINE (QdMigrationWave, name, N_ ("Name")),
  QD_COLUMN_TEXT (QdMigrationWave, scope, N_ ("Scope"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdMigrationWave, state, QdWaveState, qd_wave_states, N_ ("State")),
  QD_COLUMN_DAY (QdMigrationWave, start, N_ ("Start"), .nullable = TRUE),
  QD_COLUMN_DAY (QdMigrationWave, finish, N_ ("Finish"), .nullable = TRUE),
  QD_COLUMN_LINE (QdMigrationWave, cutover_at, N_ ("Cut-Over"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_DAY (QdMigrationWave, freeze_first, N_ ("Freeze From"), .nullable = TRUE),
  QD_COLUMN_DAY (QdMigrationWave, freeze_last, N_ ("Freeze Until"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdMigrationWave, notes, N_ ("Notes"), .nullable = TRUE),
  QD_COLUMN_REAL (QdMigrationWave, position, N_ ("Position")),
};

static gboolean
qd_migration_wave_check (gpointer draft,
                         GError **error)
{
  const char *const pairs[] = { "start", "finish", "freeze_first", "freeze_last", NULL };

  return qd_dedicated_check (draft, pairs, error);
}

static void
qd_migration_wave_class_init (QdMigrationWaveClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "migration_wave", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_migration_wave_check;
}

static void
qd_migration_wave_init (QdMigrationWave *self)
{
}
