/* qd-tenant-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-tenant-ics.h"

G_BEGIN_DECLS

GBytes *qd_tenant_export_ics (QdFactBook *book,
                              QdTenant   *self,
                              QdAudience  audience,
                              gint64      from,
                              gint64      until,
                              gint64      stamp,
                              GError    **error);

G_END_DECLS
