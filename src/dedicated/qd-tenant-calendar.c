/* qd-tenant-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-calendar"

#include "qd-tenant-calendar.h"

#include <glib/gi18n.h>

#include "qd-instant.h"
#include "qd-maintenance.h"

/* How far one looks for what comes next. */
#define LOOK_AHEAD_SECONDS (400 * (gint64)QD_SECONDS_PER_DAY)

/* A patch release is brought in a window of the weeks after it. */
#define PATCH_DAYS 60

QdFactScope
qd_tenant_get_scope (QdTenant *self)
{
  g_return_val_if_fail (QD_IS_TENANT (self), QD_FACT_SCOPE_ALL);

  return self->government ? QD_FACT_SCOPE_GOVERNMENT : QD_FACT_SCOPE_COMMERCIAL;
}

/* Returns: (transfer none) (nullable): its window, where one is set that the book knows */
const QdWindowFact *
qd_tenant_find_window (QdFactBook *book,
                       QdTenant   *self)
{
  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_TENANT (self), NULL);

  return qd_window_find (book, self->maintenance_window);
}

/* Returns: (transfer none) (nullable) (element-type QdMaintenance): what was noted of @self */
static GPtrArray *
peek_maintenance (QdFactBook *book,
                  QdTenant   *self)
{
  QdPortfolio *portfolio = qd_fact_book_get_portfolio (book);

  return portfolio != NULL ? qd_portfolio_peek_children (portfolio, QD_TYPE_MAINTENANCE, qd_record_get_id (self)) : NULL;
}

/* What takes no time is noted as a minute. */
static gboolean
get_noted_span (QdMaintenance *maintenance,
                QdInstantSpan *span)
{
  if (!qd_instant_parse (maintenance->begins_at, &span->from))
    return FALSE;

  if (maintenance->ends_at == NULL || !qd_instant_parse (maintenance->ends_at, &span->until) ||
      span->until <= span->from)
    span->until = span->from + QD_SECONDS_PER_MINUTE;

  return TRUE;
}

/* Whether the window that begins then was left out for @self. */
static gboolean
is_left_out (GPtrArray *noted,
             gint64     begins)
{
  for (guint i = 0; noted != NULL && i < noted->len; i++)
    {
      QdMaintenance *maintenance = g_ptr_array_index (noted, i);
      QdInstantSpan  span;

      if (maintenance->kind == QD_MAINTENANCE_KIND_LEFT_OUT && get_noted_span (maintenance, &span) && span.from == begins)
        return TRUE;
    }

  return FALSE;
}

/* When a person has noted that @version comes, or came, at another time than the calendar says */
static QdMaintenance *
find_moved (GPtrArray *noted,
            QdVersion  version)
{
  for (guint i = 0; noted != NULL && i < noted->len; i++)
    {
      QdMaintenance *maintenance = g_ptr_array_index (noted, i);
      QdVersion      moved;

      if (maintenance->kind == QD_MAINTENANCE_KIND_MOVED && qd_version_read (maintenance->version, &moved) &&
          qd_version_compare (moved, version) == 0)
        return maintenance;
    }

  return NULL;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const QdTenantEvent *first = a, *second = b;

  if (first->span.from != second->span.from)
    return first->span.from < second->span.from ? -1 : 1;

  return (int)first->kind - (int)second->kind;
}

/* Moves a rollout past the windows that were left out. */
static gboolean
skip_left_out (QdFactBook *book,
               QdTenant   *self,
               GPtrArray  *noted,
               QdRollout  *rollout)
{
  const QdLockFact *lock;

  while (is_left_out (noted, rollout->span.from))
    {
      if (!qd_window_from_unlocked (
              book, rollout->window, qd_tenant_get_scope (self), rollout->span.from + 1, &rollout->span, &lock))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (element-type QdTenantEvent): what brings @self a version, by the calendar and as was
 *   noted, that is over after @from and begins before @until */
static GArray *
list_versions (QdFactBook *book,
               QdTenant   *self,
               gint64      from,
               gint64      until)
{
  const QdWindowFact *window = qd_tenant_find_window (book, self);
  GPtrArray          *noted = peek_maintenance (book, self);
  GArray             *events = g_array_new (FALSE, FALSE, sizeof (QdTenantEvent));
  g_autoptr(GArray) rollouts =
                window != NULL ? qd_rollouts_list (book, window, qd_tenant_get_scope (self), from - LOOK_AHEAD_SECONDS, until)
                               : g_array_new (FALSE, FALSE, sizeof (QdRollout));

  for (guint i = 0; i < rollouts->len; i++)
    {
      QdRollout    *rollout = &g_array_index (rollouts, QdRollout, i);
      QdTenantEvent event = { .kind = QD_TENANT_EVENT_ROLLOUT, .version = rollout->version, .lock = rollout->lock };

      if (find_moved (noted, rollout->version) != NULL || !skip_left_out (book, self, noted, rollout))
        continue;

      event.span = rollout->span;
      event.cutoff = qd_window_get_cutoff (window, rollout->span.from);
      g_array_append_val (events, event);
    }

  for (guint i = 0; noted != NULL && i < noted->len; i++)
    {
      QdMaintenance *maintenance = g_ptr_array_index (noted, i);
      QdTenantEvent  event = { .kind = QD_TENANT_EVENT_MAINTENANCE, .maintenance = maintenance };

      if (maintenance->kind != QD_MAINTENANCE_KIND_LEFT_OUT && get_noted_span (maintenance, &event.span) &&
          qd_version_read (maintenance->version, &event.version))
        g_array_append_val (events, event);
    }

  for (guint i = events->len; i > 0; i--)
    {
      QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i - 1);

      if (event->span.until <= from || event->span.from >= until)
        g_array_remove_index (events, i - 1);
    }

  g_array_sort (events, compare_events);

  return events;
}

/**
 * qd_tenant_get_version_at:
 *
 * Which version @self has at @instant: what Switchboard showed last, and what has come since;
 * before that, what the calendar says.
 *
 * Returns: whether that is known
 */
gboolean
qd_tenant_get_version_at (QdFactBook *book,
                          QdTenant   *self,
                          gint64      instant,
                          QdVersion  *version)
{
  g_autoptr(GArray) events = NULL;
  gint64 from = instant - LOOK_AHEAD_SECONDS;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), FALSE);
  g_return_val_if_fail (QD_IS_TENANT (self), FALSE);

  *version = (QdVersion){ 0 };

  if (self->version_day != QD_DAY_NONE && (gint64)self->version_day * QD_SECONDS_PER_DAY <= instant &&
      qd_version_read (self->version, version))
    from = (gint64)(self->version_day + 1) * QD_SECONDS_PER_DAY;

  events = list_versions (book, self, from, instant + 1);

  for (guint i = 0; i < events->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);

      if (event->span.until <= instant && event->span.until > from && qd_version_compare (event->version, *version) > 0)
        *version = event->version;
    }

  return version->major > 0;
}

/**
 * qd_tenant_get_next_window:
 * @lock: (out) (nullable): the lock for whose sake windows before it do not count
 *
 * The next window of @self in which something can be changed; it may be going on at @now.
 *
 * Returns: whether there is one
 */
gboolean
qd_tenant_get_next_window (QdFactBook        *book,
                           QdTenant          *self,
                           gint64             now,
                           QdInstantSpan     *span,
                           const QdLockFact **lock)
{
  const QdWindowFact *window = qd_tenant_find_window (book, self);
  GPtrArray          *noted;
  gint64              from;

  g_return_val_if_fail (span != NULL && lock != NULL, FALSE);

  *lock = NULL;

  if (window == NULL || !qd_window_next (window, now, span))
    return FALSE;

  noted = peek_maintenance (book, self);
  from = span->from;

  do
    {
      const QdLockFact *found;

      if (!qd_window_from_unlocked (book, window, qd_tenant_get_scope (self), from, span, &found))
        return FALSE;

      if (*lock == NULL)
        *lock = found;

      from = span->from + 1;
    }
  while (is_left_out (noted, span->from));

  return TRUE;
}

/* Returns: whether it is known when @self gets its next version */
gboolean
qd_tenant_get_next_rollout (QdFactBook    *book,
                            QdTenant      *self,
                            gint64         now,
                            QdTenantEvent *event)
{
  g_autoptr(GArray) events = NULL;
  QdVersion version;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), FALSE);
  g_return_val_if_fail (QD_IS_TENANT (self), FALSE);

  events = list_versions (book, self, now, now + LOOK_AHEAD_SECONDS);
  qd_tenant_get_version_at (book, self, now, &version);

  for (guint i = 0; i < events->len; i++)
    {
      *event = g_array_index (events, QdTenantEvent, i);

      if (qd_version_compare (event->version, version) > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_window_at (GArray *events,
               gint64  begins)
{
  for (guint i = 0; i < events->len; i++)
    {
      if (g_array_index (events, QdTenantEvent, i).span.from == begins)
        return TRUE;
    }

  return FALSE;
}

static void
add_patches (QdFactBook         *book,
             QdTenant           *self,
             const QdWindowFact *window,
             gint64              from,
             gint64              until,
             GArray             *events)
{
  g_autoptr(GArray) releases = qd_releases_list (
      book, (int)(from / QD_SECONDS_PER_DAY) - PATCH_DAYS, (int)(until / QD_SECONDS_PER_DAY) + PATCH_DAYS);

  for (guint i = 0; i < releases->len; i++)
    {
      const QdRelease *release = &g_array_index (releases, QdRelease, i);

      for (guint n = 0; n < release->n_patch_days; n++)
        {
          QdTenantEvent event = { .kind = QD_TENANT_EVENT_PATCH };
          gint64        day_after = (gint64)(release->patch_days[n] + 1) * QD_SECONDS_PER_DAY;

          if (qd_window_from_unlocked (
                  book, window, qd_tenant_get_scope (self), day_after, &event.span, &event.lock) &&
              event.span.until > from && event.span.from < until && !has_window_at (events, event.span.from))
            {
              event.cutoff = qd_window_get_cutoff (window, event.span.from);
              g_array_append_val (events, event);
            }
        }
    }
}

static void
add_windows (QdFactBook         *book,
             QdTenant           *self,
             const QdWindowFact *window,
             gint64              from,
             gint64              until,
             GArray             *events)
{
  g_autoptr(GArray) spans = qd_window_list (window, from, until);

  for (guint i = 0; i < spans->len; i++)
    {
      QdTenantEvent event = { .kind = QD_TENANT_EVENT_WINDOW, .span = g_array_index (spans, QdInstantSpan, i) };

      if (has_window_at (events, event.span.from))
        continue;

      event.cutoff = qd_window_get_cutoff (window, event.span.from);
      event.lock = qd_lock_find (book, qd_tenant_get_scope (self), &event.span);

      if (event.lock != NULL || is_left_out (peek_maintenance (book, self), event.span.from))
        event.kind = QD_TENANT_EVENT_LOCKED;

      g_array_append_val (events, event);
    }
}

static void
add_locks (QdFactBook *book,
           QdTenant   *self,
           gint64      from,
           gint64      until,
           GArray     *events)
{
  g_autoptr(GArray) locks = qd_locks_list (book, qd_tenant_get_scope (self), from, until);

  for (guint i = 0; i < locks->len; i++)
    {
      QdTenantEvent event = { .kind = QD_TENANT_EVENT_LOCK, .lock = g_array_index (locks, QdLockFact *, i) };

      qd_lock_get_span (event.lock, &event.span);
      g_array_append_val (events, event);
    }
}

/* What was noted and brings no version */
static void
add_noted (QdFactBook *book,
           QdTenant   *self,
           gint64      from,
           gint64      until,
           GArray     *events)
{
  GPtrArray *noted = peek_maintenance (book, self);

  for (guint i = 0; noted != NULL && i < noted->len; i++)
    {
      QdMaintenance *maintenance = g_ptr_array_index (noted, i);
      QdTenantEvent  event = { .kind = QD_TENANT_EVENT_MAINTENANCE, .maintenance = maintenance };
      QdVersion      version;

      if (maintenance->kind != QD_MAINTENANCE_KIND_LEFT_OUT && !qd_version_read (maintenance->version, &version) &&
          get_noted_span (maintenance, &event.span) && event.span.until > from && event.span.from < until)
        g_array_append_val (events, event);
    }
}

/* Returns: (transfer full) (element-type QdTenantEvent): all that happens to @self between both, in order */
GArray *
qd_tenant_list_events (QdFactBook *book,
                       QdTenant   *self,
                       gint64      from,
                       gint64      until)
{
  GArray             *events;
  const QdWindowFact *window;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_TENANT (self), NULL);

  window = qd_tenant_find_window (book, self);
  events = list_versions (book, self, from, until);

  if (window != NULL)
    {
      add_patches (book, self, window, from, until, events);
      add_windows (book, self, window, from, until, events);
    }

  add_noted (book, self, from, until, events);
  add_locks (book, self, from, until, events);
  g_array_sort (events, compare_events);

  return events;
}

static const char *
get_band_name (const QdTenantEvent *event)
{
  QdMaintenance *maintenance = event->maintenance;

  if (event->kind == QD_TENANT_EVENT_LOCK)
    return event->lock->fact.name;

  return maintenance != NULL ? _ (qd_maintenance_kinds[maintenance->kind].label) : _ ("Maintenance Window");
}

static QdMinute
get_minute (gint64     instant,
            GTimeZone *clock)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  QdMinute minute = (QdMinute)(instant / QD_SECONDS_PER_MINUTE);

  return clock != NULL ? qd_minute_convert (minute, utc, clock) : minute;
}

/**
 * qd_tenant_list_bands:
 * @clock: (nullable): the plan's; none: UTC
 *
 * Returns: (transfer full) (element-type QdCalendarBand): the windows and change locks of @self as a
 *   timeline shows them, in order; they stop nothing. The names live as long as the facts of @book
 */
GArray *
qd_tenant_list_bands (QdFactBook *book,
                      QdTenant   *self,
                      GTimeZone  *clock,
                      int         first_day,
                      int         last_day)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (QdCalendarBand));
  g_autoptr(GArray) events = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), bands);
  g_return_val_if_fail (QD_IS_TENANT (self), bands);

  events = qd_tenant_list_events (
      book, self, (gint64)(first_day - 1) * QD_SECONDS_PER_DAY, (gint64)(last_day + 2) * QD_SECONDS_PER_DAY);

  for (guint i = 0; i < events->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);
      QdCalendarBand       band = { .side = QD_CALENDAR_SIDE_THEIRS, .stops = QD_CLOSURE_STOP_NOTHING };

      if (event->kind == QD_TENANT_EVENT_LOCKED)
        continue;

      band.kind = event->kind == QD_TENANT_EVENT_LOCK ? QD_CLOSURE_KIND_CHANGE_LOCK : QD_CLOSURE_KIND_MAINTENANCE_WINDOW;
      band.name = get_band_name (event);
      band.span.from = MAX (get_minute (event->span.from, clock), qd_minute_from_day (first_day));
      band.span.until = MIN (get_minute (event->span.until, clock), qd_minute_from_day (last_day + 1));

      if (band.span.from < band.span.until)
        g_array_append_val (bands, band);
    }

  return bands;
}

/* Returns: (transfer full): what it is, without when */
char *
qd_tenant_event_dup_words (const QdTenantEvent *event)
{
  g_autofree char *version = NULL;
  QdMaintenance   *maintenance = event->maintenance;

  g_return_val_if_fail (event != NULL, NULL);

  version = qd_version_format (event->version);

  switch (event->kind)
    {
    case QD_TENANT_EVENT_ROLLOUT:
      return g_strdup_printf (_ ("Upgrade to %s"), version);

    case QD_TENANT_EVENT_PATCH:
      return g_strdup (_ ("Patch release"));

    case QD_TENANT_EVENT_LOCKED:
      return event->lock != NULL ? g_strdup_printf (_ ("No maintenance: %s"), event->lock->fact.name)
                                 : g_strdup (_ ("No maintenance"));

    case QD_TENANT_EVENT_LOCK:
      return g_strdup_printf (_ ("Change lock: %s"), event->lock->fact.name);

    case QD_TENANT_EVENT_MAINTENANCE:
      return event->version.major > 0
                 ? g_strdup_printf ("%s: %s", _ (qd_maintenance_kinds[maintenance->kind].label), maintenance->version)
                 : g_strdup (_ (qd_maintenance_kinds[maintenance->kind].label));

    case QD_TENANT_EVENT_WINDOW:
    default:
      return g_strdup (_ ("Maintenance window"));
    }
}

/* Returns: (transfer container) (element-type QdTenant): those of @account, or of all accounts for 0, in the order
 *   of their ids */
GPtrArray *
qd_account_list_tenants (QdPortfolio *portfolio,
                         gint64       account)
{
  GPtrArray  *tenants = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), tenants);

  list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TENANT));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdTenant) tenant = g_list_model_get_item (list, i);

      if (account == 0 || tenant->account == account)
        g_ptr_array_add (tenants, g_steal_pointer (&tenant));
    }

  return tenants;
}
