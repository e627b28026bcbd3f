/* qd-tenant-look.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-pill.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

void qd_tenant_show_status (QdPill   *pill,
                            QdTenant *tenant);

G_END_DECLS
