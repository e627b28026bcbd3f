/* qd-tenant-calendar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-calendars.h"
#include "qd-rollout.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

/**
 * QdTenantEventKind:
 * @QD_TENANT_EVENT_WINDOW: a window in which no version comes
 * @QD_TENANT_EVENT_ROLLOUT: a window that brings a version
 * @QD_TENANT_EVENT_PATCH: a window that brings a patch release
 * @QD_TENANT_EVENT_LOCKED: a window in which nothing may be changed
 * @QD_TENANT_EVENT_LOCK: a change lock
 * @QD_TENANT_EVENT_MAINTENANCE: maintenance that a person has noted
 */
typedef enum
{
  QD_TENANT_EVENT_WINDOW,
  QD_TENANT_EVENT_ROLLOUT,
  QD_TENANT_EVENT_PATCH,
  QD_TENANT_EVENT_LOCKED,
  QD_TENANT_EVENT_LOCK,
  QD_TENANT_EVENT_MAINTENANCE,
} QdTenantEventKind;

/**
 * QdTenantEvent:
 * @cutoff: by when a ticket must ask for what is to be done in the window; 0 where it is none
 * @version: that the tenant has afterwards, where it changes; else none
 * @lock: (nullable): the lock itself, or the one that moved this here or holds in it
 * @maintenance: (nullable) (transfer none): the record of it
 *
 * What happens to a tenant, and when. What it points to lives as long as the facts of
 * the book and the record.
 */
typedef struct
{
  QdTenantEventKind kind;
  QdInstantSpan     span;
  gint64            cutoff;
  QdVersion         version;
  const QdLockFact *lock;
  gpointer          maintenance;
} QdTenantEvent;

QdFactScope         qd_tenant_get_scope (QdTenant *self);
const QdWindowFact *qd_tenant_find_window (QdFactBook *book,
                                           QdTenant   *self);
gboolean            qd_tenant_get_next_window (QdFactBook        *book,
                                               QdTenant          *self,
                                               gint64             now,
                                               QdInstantSpan     *span,
                                               const QdLockFact **lock);
gboolean            qd_tenant_get_next_rollout (QdFactBook    *book,
                                                QdTenant      *self,
                                                gint64         now,
                                                QdTenantEvent *event);
gboolean            qd_tenant_get_version_at (QdFactBook *book,
                                              QdTenant   *self,
                                              gint64      instant,
                                              QdVersion  *version);
GArray             *qd_tenant_list_events (QdFactBook *book,
                                           QdTenant   *self,
                                           gint64      from,
                                           gint64      until);
GArray             *qd_tenant_list_bands (QdFactBook *book,
                                          QdTenant   *self,
                                          GTimeZone  *clock,
                                          int         first_day,
                                          int         last_day);
char               *qd_tenant_event_dup_words (const QdTenantEvent *event);
GPtrArray          *qd_account_list_tenants (QdPortfolio *portfolio,
                                             gint64       account);

G_END_DECLS
