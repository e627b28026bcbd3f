/* qd-tenant.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant"

#include "qd-tenant.h"

#include <glib/gi18n.h>

#include "qd-dedicated-rules.h"

G_DEFINE_FINAL_TYPE (QdTenant, qd_tenant, QD_TYPE_RECORD)

const QdNick qd_instance_statuses[] = {
  { "normal", N_ ("Normal") },
  { "service-disruption", N_ ("Service disruption") },
  { "degraded-performance", N_ ("Degraded performance") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdTenant, account, N_ ("Account")),
  QD_COLUMN_LINE (QdTenant, name, N_ ("Tenant Name"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, url, N_ ("Address"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, identifier, N_ ("Identifier"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, codename_source, N_ ("Codename Read In"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdTenant, status, QdInstanceStatus, qd_instance_statuses, N_ ("Instance Status"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, version, N_ ("Version"), .nullable = TRUE),
  QD_COLUMN_DAY (QdTenant, version_day, N_ ("Version Seen"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, maintenance_window, N_ ("Maintenance Window"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, primary_region, N_ ("Primary Region"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, primary_zones, N_ ("Primary Zones"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, secondary_region, N_ ("Secondary Region"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, secondary_zones, N_ ("Secondary Zones"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, backup_region, N_ ("Backup Region"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, reference_architecture, N_ ("Reference Architecture"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdTenant, users, N_ ("Expected Users"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdTenant, storage, N_ ("Total Storage (GiB)"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdTenant, repository_storage, N_ ("Repository Storage (GiB)"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdTenant, byok, N_ ("Own Keys (BYOK)")),
  QD_COLUMN_TEXT (QdTenant, kms_keys, N_ ("KMS Keys"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdTenant, geo, N_ ("Geo Migration")),
  QD_COLUMN_LINE (QdTenant, hosted_runners, N_ ("Hosted Runners"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdTenant, preproduction, N_ ("Pre-Production Instance")),
  QD_COLUMN_BOOLEAN (QdTenant, government, N_ ("Government")),
  QD_COLUMN_LINE (QdTenant, edition, N_ ("Contract Edition"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, support_organisation, N_ ("Support Organisation"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTenant, aws_accounts, N_ ("AWS Accounts"), .nullable = TRUE),
  QD_COLUMN_DAY (QdTenant, created_on, N_ ("Instance Created"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdTenant, inputs, N_ ("Inputs Received"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdTenant, notes, N_ ("Notes"), .nullable = TRUE),
};

static gboolean
qd_tenant_check (gpointer draft,
                 GError **error)
{
  const char *const pairs[] = { NULL };

  return qd_dedicated_check (draft, pairs, error);
}

static void
qd_tenant_class_init (QdTenantClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "tenant", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_tenant_check;
}

static void
qd_tenant_init (QdTenant *self)
{
}
