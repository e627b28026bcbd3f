/* qd-switchboard-access.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-switchboard-access"

#include "qd-switchboard-access.h"

#include <glib/gi18n.h>

#include "qd-dedicated-rules.h"

G_DEFINE_FINAL_TYPE (QdSwitchboardAccess, qd_switchboard_access, QD_TYPE_RECORD)

const QdNick qd_switchboard_roles[] = {
  { "read-only", N_ ("Read only") },
  { "provisioner", N_ ("Provisioner") },
  { "support", N_ ("Support") },
  { "migration-operator", N_ ("Migration Operator") },
  { "hosted-runner-operator", N_ ("Hosted Runner Operator") },
  { "operator", N_ ("Operator") },
  { "tenant-admin", N_ ("Tenant Admin") },
  { "tenant-read-only", N_ ("Tenant Read only") },
  { NULL },
};

const QdNick qd_switchboard_environments[] = {
  { "test", N_ ("Test") },
  { "beta", N_ ("Beta") },
  { "production", N_ ("Production") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdSwitchboardAccess, tenant, N_ ("Tenant")),
  QD_COLUMN_LINE (QdSwitchboardAccess, person, N_ ("Person")),
  QD_COLUMN_ENUM (QdSwitchboardAccess, role, QdSwitchboardRole, qd_switchboard_roles, N_ ("Role")),
  QD_COLUMN_ENUM (QdSwitchboardAccess, environment, QdSwitchboardEnvironment, qd_switchboard_environments, N_ ("Environment")),
  QD_COLUMN_DAY (QdSwitchboardAccess, asked, N_ ("Asked"), .nullable = TRUE),
  QD_COLUMN_DAY (QdSwitchboardAccess, granted, N_ ("Granted"), .nullable = TRUE),
  QD_COLUMN_DAY (QdSwitchboardAccess, removed, N_ ("Removed"), .nullable = TRUE),
  QD_COLUMN_LINE (QdSwitchboardAccess, request, N_ ("Access Request"), .nullable = TRUE),
  QD_COLUMN_LINE (QdSwitchboardAccess, reason, N_ ("Reason"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdSwitchboardAccess, notes, N_ ("Notes"), .nullable = TRUE),
};

static gboolean
qd_switchboard_access_check (gpointer draft,
                             GError **error)
{
  const char *const pairs[] = { "asked", "granted", "granted", "removed", NULL };

  return qd_dedicated_check (draft, pairs, error);
}

static void
qd_switchboard_access_class_init (QdSwitchboardAccessClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "switchboard_access", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_switchboard_access_check;
}

static void
qd_switchboard_access_init (QdSwitchboardAccess *self)
{
}
