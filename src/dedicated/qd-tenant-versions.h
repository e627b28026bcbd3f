/* qd-tenant-versions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_VERSIONS (qd_tenant_versions_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantVersions, qd_tenant_versions, QD, TENANT_VERSIONS, AdwBin)

void qd_tenant_versions_bind (QdTenantVersions *self,
                              QdFactBook       *book,
                              QdTenant         *tenant);
void qd_tenant_versions_show (QdTenantVersions *self,
                              gint64            now);
void qd_tenant_versions_focus (QdTenantVersions *self);

G_END_DECLS
