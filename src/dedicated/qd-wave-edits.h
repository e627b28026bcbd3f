/* qd-wave-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-migration-wave.h"
#include "qd-portfolio.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

gboolean qd_tenant_can_plan_waves (QdPortfolio *portfolio,
                                   QdTenant    *tenant,
                                   GError     **error);
void     qd_tenant_plan_waves_async (QdPortfolio        *portfolio,
                                     QdTenant           *tenant,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

G_END_DECLS
