/* qd-tenant-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_PAGE (qd_tenant_page_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantPage, qd_tenant_page, QD, TENANT_PAGE, AdwNavigationPage)

QdTenantPage *qd_tenant_page_new (QdPortfolio *portfolio,
                                  QdTenant    *tenant);
void          qd_tenant_page_set_now (QdTenantPage *self,
                                      gint64        now);

G_END_DECLS
