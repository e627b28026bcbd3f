/* qd-tenant-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_LIST (qd_tenant_list_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantList, qd_tenant_list, QD, TENANT_LIST, AdwBin)

void qd_tenant_list_bind (QdTenantList *self,
                          QdPortfolio  *portfolio,
                          QdAccount    *account);
void qd_tenant_list_set_now (QdTenantList *self,
                             gint64        now);

G_END_DECLS
