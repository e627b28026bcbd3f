/* qd-tenant-ics.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-tenant-calendar.h"

G_BEGIN_DECLS

GBytes *qd_tenants_write_ics (QdFactBook *book,
                              GPtrArray  *tenants,
                              QdAudience  audience,
                              gint64      from,
                              gint64      until,
                              gint64      stamp);

GBytes *qd_tenants_export_ics (QdFactBook *book,
                               GPtrArray  *tenants,
                               QdAudience  audience,
                               gint64      from,
                               gint64      until,
                               gint64      stamp,
                               GError    **error);

G_END_DECLS
