/* qd-maintenance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-maintenance"

#include "qd-maintenance.h"

#include <glib/gi18n.h>

#include "qd-dedicated-rules.h"

G_DEFINE_FINAL_TYPE (QdMaintenance, qd_maintenance, QD_TYPE_RECORD)

const QdNick qd_maintenance_kinds[] = {
  { "emergency", N_ ("Emergency Maintenance") },
  { "out-of-band", N_ ("Out-of-Band Maintenance") },
  { "moved", N_ ("Moved Maintenance") },
  { "left-out", N_ ("Maintenance Left Out") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdMaintenance, tenant, N_ ("Tenant")),
  QD_COLUMN_ENUM (QdMaintenance, kind, QdMaintenanceKind, qd_maintenance_kinds, N_ ("Kind")),
  QD_COLUMN_LINE (QdMaintenance, begins_at, N_ ("Begins"), .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdMaintenance, ends_at, N_ ("Ends"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdMaintenance, version, N_ ("Version"), .nullable = TRUE),
  QD_COLUMN_LINE (QdMaintenance, reason, N_ ("Reason"), .nullable = TRUE),
  QD_COLUMN_LINE (QdMaintenance, ticket, N_ ("Ticket"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdMaintenance, notes, N_ ("Notes"), .nullable = TRUE),
};

static gboolean
qd_maintenance_check (gpointer draft,
                      GError **error)
{
  const char *const pairs[] = { "begins_at", "ends_at", NULL };

  return qd_dedicated_check (draft, pairs, error);
}

static void
qd_maintenance_class_init (QdMaintenanceClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "maintenance", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_maintenance_check;
}

static void
qd_maintenance_init (QdMaintenance *self)
{
}
