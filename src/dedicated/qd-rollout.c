/* qd-rollout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-rollout"

#include "qd-rollout.h"

#include "qd-instant.h"

/* So long before a rollout its release was, at most: a lock of half a year has never been. */
#define LOOK_BACK_DAYS 400

/* Somebody could lock all windows there are. */
#define MAX_SLIDES 1000

gboolean
qd_lock_get_span (const QdLockFact *self,
                  QdInstantSpan    *span)
{
  return qd_instant_parse (self->begins_at, &span->from) && qd_instant_parse (self->ends_at, &span->until);
}

static gboolean
holds_for (const QdLockFact *lock,
           QdFactScope       scope)
{
  return lock->scope == QD_FACT_SCOPE_ALL || scope == QD_FACT_SCOPE_ALL || lock->scope == scope;
}

/**
 * qd_lock_find:
 * @scope: whose locks count
 *
 * Returns: (transfer none) (nullable): of the locks that hold in @span, or in a part of it, the one that ends last
 */
const QdLockFact *
qd_lock_find (QdFactBook          *book,
              QdFactScope          scope,
              const QdInstantSpan *span)
{
  GPtrArray        *locks = qd_fact_book_peek (book, QD_FACT_TOPIC_LOCK);
  const QdLockFact *found = NULL;
  gint64            latest = 0;

  for (guint i = 0; i < locks->len; i++)
    {
      const QdLockFact *lock = g_ptr_array_index (locks, i);
      QdInstantSpan     held;

      if (!holds_for (lock, scope) || !qd_lock_get_span (lock, &held) || held.from >= span->until ||
          held.until <= span->from)
        continue;

      if (found == NULL || held.until > latest)
        {
          found = lock;
          latest = held.until;
        }
    }

  return found;
}

/* Returns: (transfer full) (element-type QdLockFact*): the locks that hold for @scope between both */
GArray *
qd_locks_list (QdFactBook *book,
               QdFactScope scope,
               gint64      from,
               gint64      until)
{
  GPtrArray *locks = qd_fact_book_peek (book, QD_FACT_TOPIC_LOCK);
  GArray    *found = g_array_new (FALSE, FALSE, sizeof (QdLockFact *));

  for (guint i = 0; i < locks->len; i++)
    {
      const QdLockFact *lock = g_ptr_array_index (locks, i);
      QdInstantSpan     held;

      if (holds_for (lock, scope) && qd_lock_get_span (lock, &held) && held.from < until && held.until > from)
        g_array_append_val (found, lock);
    }

  return found;
}

/**
 * qd_window_from_unlocked:
 * @lock: (out) (nullable): the first lock that stood in the way; %NULL for none
 *
 * The first window that begins at @instant or later and in which nothing is locked: what
 * falls into a lock is moved to the first window after it.
 *
 * Returns: whether there is one
 */
gboolean
qd_window_from_unlocked (QdFactBook         *book,
                         const QdWindowFact *window,
                         QdFactScope         scope,
                         gint64              instant,
                         QdInstantSpan      *span,
                         const QdLockFact  **lock)
{
  *lock = NULL;

  for (int i = 0; i < MAX_SLIDES && qd_window_from (window, instant, span); i++)
    {
      const QdLockFact *found = qd_lock_find (book, scope, span);
      QdInstantSpan     held;

      if (found == NULL)
        return TRUE;

      if (*lock == NULL)
        *lock = found;

      qd_lock_get_span (found, &held);
      instant = MAX (held.until, span->from + 1);
    }

  return FALSE;
}

/* The first day on which @release may reach the tenants of @window */
static int
find_day (QdFactBook         *book,
          const QdRelease    *release,
          const QdWindowFact *window)
{
  GPtrArray *exceptions = qd_fact_book_peek (book, QD_FACT_TOPIC_EXCEPTION);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const QdExceptionFact *exception = g_ptr_array_index (exceptions, i);
      QdVersion              version;

      if (g_strcmp0 (exception->window, window->fact.key) == 0 && qd_version_read (exception->version, &version) &&
          qd_version_compare (version, release->version) == 0)
        return exception->day;
    }

  return release->day + window->rollout;
}

/* Returns: whether the release ever reaches the tenants of @window */
gboolean
qd_rollout_find (QdFactBook         *book,
                 const QdRelease    *release,
                 const QdWindowFact *window,
                 QdFactScope         scope,
                 QdRollout          *rollout)
{
  gint64 from;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), FALSE);
  g_return_val_if_fail (release != NULL && window != NULL && rollout != NULL, FALSE);

  from = (gint64)find_day (book, release, window) * QD_SECONDS_PER_DAY;
  *rollout = (QdRollout){ .window = window, .release = *release, .version = release->tenant };

  return qd_window_from (window, from, &rollout->planned) &&
         qd_window_from_unlocked (book, window, scope, from, &rollout->span, &rollout->lock);
}

static int
compare_rollouts (gconstpointer a,
                  gconstpointer b)
{
  const QdRollout *first = a, *second = b;

  if (first->span.from != second->span.from)
    return first->span.from < second->span.from ? -1 : 1;

  return qd_version_compare (first->version, second->version);
}

/* Returns: (transfer full) (element-type QdRollout): those in @window that are, in whole or in part, between both */
GArray *
qd_rollouts_list (QdFactBook         *book,
                  const QdWindowFact *window,
                  QdFactScope         scope,
                  gint64              from,
                  gint64              until)
{
  GArray *rollouts = g_array_new (FALSE, FALSE, sizeof (QdRollout));
  g_autoptr(GArray) releases = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book) && window != NULL, rollouts);

  releases = qd_releases_list (
      book, (int)(from / QD_SECONDS_PER_DAY) - LOOK_BACK_DAYS, (int)(until / QD_SECONDS_PER_DAY) + 1);

  for (guint i = 0; i < releases->len; i++)
    {
      QdRollout rollout;

      if (qd_rollout_find (book, &g_array_index (releases, QdRelease, i), window, scope, &rollout) &&
          rollout.span.until > from && rollout.span.from < until)
        g_array_append_val (rollouts, rollout);
    }

  g_array_sort (rollouts, compare_rollouts);

  return rollouts;
}

/**
 * qd_window_get_version_at:
 *
 * Which version the tenants of @window have by the calendar: the newest of those whose
 * rollout is over at @instant.
 *
 * Returns: whether that is known
 */
gboolean
qd_window_get_version_at (QdFactBook         *book,
                          const QdWindowFact *window,
                          QdFactScope         scope,
                          gint64              instant,
                          QdVersion          *version)
{
  g_autoptr(GArray) rollouts = NULL;

  g_return_val_if_fail (version != NULL, FALSE);

  rollouts = qd_rollouts_list (book, window, scope, instant - (gint64)LOOK_BACK_DAYS * QD_SECONDS_PER_DAY, instant + 1);
  *version = (QdVersion){ 0 };

  for (guint i = 0; i < rollouts->len; i++)
    {
      const QdRollout *rollout = &g_array_index (rollouts, QdRollout, i);

      if (rollout->span.until <= instant && qd_version_compare (rollout->version, *version) > 0)
        *version = rollout->version;
    }

  return version->major > 0;
}
