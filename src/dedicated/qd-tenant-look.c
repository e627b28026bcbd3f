/* qd-tenant-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-look"

#include "qd-tenant-look.h"

#include <glib/gi18n.h>

static const struct
{
  const char *icon_name;
  const char *style;
} looks[] = {
  [QD_INSTANCE_STATUS_NORMAL] = { "object-select-symbolic", "success" },
  [QD_INSTANCE_STATUS_SERVICE_DISRUPTION] = { "dialog-error-symbolic", "error" },
  [QD_INSTANCE_STATUS_DEGRADED_PERFORMANCE] = { "dialog-warning-symbolic", "warning" },
};

/* How the instance of @tenant is; of one that does not run yet, that. */
void
qd_tenant_show_status (QdPill   *pill,
                       QdTenant *tenant)
{
  g_return_if_fail (QD_IS_TENANT (tenant));

  if ((int)tenant->status != QD_ENUM_NONE)
    qd_pill_set (pill,
                 looks[tenant->status].icon_name,
                 _ (qd_nicks_get_label (qd_instance_statuses, tenant->status)),
                 looks[tenant->status].style);
  else
    qd_pill_set (pill,
                 "content-loading-symbolic",
                 tenant->created_on == QD_DAY_NONE ? _ ("No creation day") : NULL,
                 NULL);
}
