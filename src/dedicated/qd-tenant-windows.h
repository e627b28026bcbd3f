/* qd-tenant-windows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_WINDOWS (qd_tenant_windows_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantWindows, qd_tenant_windows, QD, TENANT_WINDOWS, AdwBin)

void qd_tenant_windows_bind (QdTenantWindows *self,
                             QdFactBook      *book,
                             QdTenant        *tenant);
void qd_tenant_windows_show (QdTenantWindows *self,
                             gint64           now);

G_END_DECLS
