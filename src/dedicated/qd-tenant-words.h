/* qd-tenant-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-tenant-calendar.h"

G_BEGIN_DECLS

/**
 * QdTenantNext:
 * @event: what it is and when; of what was noted, too
 * @before: the version until then; none where it is not known
 * @after: the version from then on
 * @skipped: (nullable): the change lock for whose sake a window before it does not count
 *
 * The next maintenance of a tenant. It lives as long as the facts of its book.
 */
typedef struct
{
  QdTenantEvent     event;
  QdVersion         before;
  QdVersion         after;
  const QdLockFact *skipped;
} QdTenantNext;

/**
 * QdTenantVersion:
 * @planned: when it would come without the change lock of @event; else 0
 *
 * When a tenant gets a version.
 */
typedef struct
{
  QdTenantEvent event;
  gint64        planned;
} QdTenantVersion;

/* What people are told of the maintenance of a tenant, and from which facts. Instants are
 * seconds since 1970. Pure. */

gboolean qd_tenant_get_next (QdFactBook   *book,
                             QdTenant     *self,
                             gint64        now,
                             QdTenantNext *next);
GArray  *qd_tenant_list_windows (QdFactBook *book,
                                 QdTenant   *self,
                                 gint64      from,
                                 guint       n_windows);
GArray  *qd_tenant_list_versions (QdFactBook *book,
                                  QdTenant   *self,
                                  gint64      now,
                                  gint64      until);
char    *qd_tenant_next_dup_change (const QdTenantNext *next);
char    *qd_tenant_next_dup_line (const QdTenantNext *next);
char    *qd_tenant_event_dup_lock (const QdTenantEvent *event);
char    *qd_tenant_dup_version_on (QdFactBook *book,
                                   QdTenant   *self,
                                   int         day);
char    *qd_cutoff_dup_words (gint64 cutoff,
                              gint64 now);
char    *qd_window_dup_weekly (const QdWindowFact *self);
char    *qd_tenant_dup_lock_reason (QdFieldLock lock,
                                    const char *label);
char    *qd_tenant_dup_summary (QdFactBook *book,
                                QdTenant   *self,
                                QdAudience  audience,
                                gint64      now,
                                GError    **error);

G_END_DECLS
