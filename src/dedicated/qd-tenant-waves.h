/* qd-tenant-waves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_WAVES (qd_tenant_waves_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantWaves, qd_tenant_waves, QD, TENANT_WAVES, AdwBin)

void qd_tenant_waves_bind (QdTenantWaves *self,
                           QdPortfolio   *portfolio,
                           QdTenant      *tenant);

G_END_DECLS
