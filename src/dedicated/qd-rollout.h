/* qd-rollout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-release-calendar.h"

G_BEGIN_DECLS

/**
 * QdRollout:
 * @version: that tenants have once it is over
 * @planned: the window that it would be in without change locks
 * @lock: (nullable): the first change lock that moved it
 *
 * How a release brings the tenants of one window a version. What it points to lives
 * as long as the facts of its book.
 */
typedef struct
{
  const QdWindowFact *window;
  QdRelease           release;
  QdVersion           version;
  QdInstantSpan       span;
  QdInstantSpan       planned;
  const QdLockFact   *lock;
} QdRollout;

/* When the versions come, and what change locks do to that. Pure. */

const QdLockFact *qd_lock_find (QdFactBook          *book,
                                QdFactScope          scope,
                                const QdInstantSpan *span);
GArray           *qd_locks_list (QdFactBook *book,
                                 QdFactScope scope,
                                 gint64      from,
                                 gint64      until);
gboolean          qd_lock_get_span (const QdLockFact *self,
                                    QdInstantSpan    *span);
gboolean          qd_window_from_unlocked (QdFactBook         *book,
                                           const QdWindowFact *window,
                                           QdFactScope         scope,
                                           gint64              instant,
                                           QdInstantSpan      *span,
                                           const QdLockFact  **lock);
gboolean          qd_rollout_find (QdFactBook         *book,
                                   const QdRelease    *release,
                                   const QdWindowFact *window,
                                   QdFactScope         scope,
                                   QdRollout          *rollout);
GArray           *qd_rollouts_list (QdFactBook         *book,
                                    const QdWindowFact *window,
                                    QdFactScope         scope,
                                    gint64              from,
                                    gint64              until);
gboolean          qd_window_get_version_at (QdFactBook         *book,
                                            const QdWindowFact *window,
                                            QdFactScope         scope,
                                            gint64              instant,
                                            QdVersion          *version);

G_END_DECLS
