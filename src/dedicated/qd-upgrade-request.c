/* qd-upgrade-request.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-upgrade-request"

#include "qd-upgrade-request.h"

#include <glib/gi18n.h>

#include "qd-dedicated-rules.h"
#include "qd-zone.h"

G_DEFINE_FINAL_TYPE (QdUpgradeRequest, qd_upgrade_request, QD_TYPE_RECORD)

const QdNick qd_upgrade_states[] = {
  { "draft", N_ ("Draft") },
  { "asked", N_ ("Asked") },
  { "reviewed", N_ ("Reviewed") },
  { "done", N_ ("Done") },
  { "cancelled", N_ ("Cancelled") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdUpgradeRequest, account, N_ ("Account")),
  QD_COLUMN_REFERENCE (QdUpgradeRequest, plan, N_ ("Plan"), .nullable = TRUE),
  QD_COLUMN_LINE (QdUpgradeRequest, name, N_ ("Name")),
  QD_COLUMN_ENUM (QdUpgradeRequest, state, QdUpgradeState, qd_upgrade_states, N_ ("State")),
  QD_COLUMN_LINE (QdUpgradeRequest, from_version, N_ ("From Version"), .nullable = TRUE),
  QD_COLUMN_LINE (QdUpgradeRequest, to_version, N_ ("To Version"), .nullable = TRUE),
  QD_COLUMN_LINE (QdUpgradeRequest, upgrade_at, N_ ("Upgrade Begins"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdUpgradeRequest, time_zone, N_ ("Time Zone"), .nullable = TRUE),
  QD_COLUMN_LINE (QdUpgradeRequest, contact, N_ ("Contact"), .nullable = TRUE),
  QD_COLUMN_LINE (QdUpgradeRequest, ticket, N_ ("Ticket"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdUpgradeRequest, upgrade_plan, N_ ("Upgrade Plan"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdUpgradeRequest, rollback_plan, N_ ("Rollback Plan"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdUpgradeRequest, done, N_ ("Done"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdUpgradeRequest, notes, N_ ("Notes"), .nullable = TRUE),
};

static gboolean
qd_upgrade_request_check (gpointer draft,
                          GError **error)
{
  const char *const pairs[] = { NULL };

  return qd_dedicated_check (draft, pairs, error) && qd_zone_check (QD_UPGRADE_REQUEST (draft)->time_zone, error);
}

static void
qd_upgrade_request_class_init (QdUpgradeRequestClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "upgrade_request", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_upgrade_request_check;
}

static void
qd_upgrade_request_init (QdUpgradeRequest *self)
{
}
