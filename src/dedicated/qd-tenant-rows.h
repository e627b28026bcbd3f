/* qd-tenant-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-children-box.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

/* Rows of the records that a tenant has; each is opened to be edited when it is activated. */

void qd_tenant_contact_rows_bind (QdChildrenBox *box,
                                  QdPortfolio   *portfolio,
                                  QdTenant      *tenant);
void qd_tenant_access_rows_bind (QdChildrenBox *box,
                                 QdPortfolio   *portfolio,
                                 QdTenant      *tenant);
void qd_tenant_maintenance_rows_bind (QdChildrenBox *box,
                                      QdPortfolio   *portfolio,
                                      QdTenant      *tenant);
void qd_tenant_wave_rows_bind (QdChildrenBox *box,
                               QdPortfolio   *portfolio,
                               QdTenant      *tenant);

G_END_DECLS
