/* qd-tenant-week.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-tenant-calendar.h"

G_BEGIN_DECLS

typedef struct
{
  QdTenant     *tenant; /* (transfer none) */
  QdTenantEvent event;
} QdTenantWeekEvent;

GArray *qd_tenants_list_events (QdFactBook *book,
                                gint64      from,
                                gint64      until);

G_END_DECLS
