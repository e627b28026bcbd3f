/* qd-tenant-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-words"

#include "qd-tenant-words.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-exit.h"

/* In what steps one looks for what comes next, and how far. */
#define STEP_SECONDS (28 * (gint64)QD_SECONDS_PER_DAY)
#define LOOK_AHEAD_SECONDS (392 * (gint64)QD_SECONDS_PER_DAY)

/* Whether something may be changed in it, or was. */
static gboolean
is_maintenance (const QdTenantEvent *event)
{
  return event->kind != QD_TENANT_EVENT_LOCK && event->kind != QD_TENANT_EVENT_LOCKED;
}

/**
 * qd_tenant_list_windows:
 * @from: those count that are not over by then
 *
 * Returns: (transfer full) (element-type QdTenantEvent): the next windows of @self and what was noted, those too in
 *   which a change lock holds, in order
 */
GArray *
qd_tenant_list_windows (QdFactBook *book,
                        QdTenant   *self,
                        gint64      from,
                        guint       n_windows)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (QdTenantEvent));

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), windows);
  g_return_val_if_fail (QD_IS_TENANT (self), windows);

  for (gint64 step = from; step < from + LOOK_AHEAD_SECONDS && windows->len < n_windows; step += STEP_SECONDS)
    {
      g_autoptr(GArray) events = qd_tenant_list_events (book, self, step, step + STEP_SECONDS);

      for (guint i = 0; i < events->len && windows->len < n_windows; i++)
        {
          const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);

          /* What crosses the edge of a step is of the one in which it begins. */
          if (event->kind != QD_TENANT_EVENT_LOCK && (step == from || event->span.from >= step))
            g_array_append_val (windows, *event);
        }
    }

  return windows;
}

/* Returns: (nullable): the first in which something may be changed; @skipped is the lock that holds in one before it */
static const QdTenantEvent *
find_maintenance (GArray            *windows,
                  const QdLockFact **skipped)
{
  *skipped = NULL;

  for (guint i = 0; i < windows->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (windows, QdTenantEvent, i);

      if (is_maintenance (event))
        return event;

      if (*skipped == NULL)
        *skipped = event->lock;
    }

  return NULL;
}

/**
 * qd_tenant_get_next:
 *
 * The next maintenance of @self; it may be going on at @now.
 *
 * Returns: whether there is one
 */
gboolean
qd_tenant_get_next (QdFactBook   *book,
                    QdTenant     *self,
                    gint64        now,
                    QdTenantNext *next)
{
  /* Hardly ever does a lock last for longer than the first of them. */
  const guint numbers[] = { 5, LOOK_AHEAD_SECONDS / (7 * QD_SECONDS_PER_DAY) };

  g_return_val_if_fail (next != NULL, FALSE);

  *next = (QdTenantNext){ 0 };

  for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
    {
      g_autoptr(GArray) windows = qd_tenant_list_windows (book, self, now, numbers[n]);
      const QdTenantEvent *event = find_maintenance (windows, &next->skipped);

      if (event == NULL)
        continue;

      next->event = *event;
      qd_tenant_get_version_at (book, self, MIN (now, event->span.from), &next->before);
      qd_tenant_get_version_at (book, self, event->span.until, &next->after);

      return TRUE;
    }

  return FALSE;
}

/* When @version would come without change locks; 0 where that is not known. */
static gint64
find_planned (QdFactBook *book,
              QdTenant   *self,
              QdVersion   version,
              gint64      from,
              gint64      until)
{
  const QdWindowFact *window = qd_tenant_find_window (book, self);
  g_autoptr(GArray) rollouts = NULL;

  if (window == NULL)
    return 0;

  rollouts = qd_rollouts_list (book, window, qd_tenant_get_scope (self), from, until);

  for (guint i = 0; i < rollouts->len; i++)
    {
      const QdRollout *rollout = &g_array_index (rollouts, QdRollout, i);

      if (qd_version_compare (rollout->version, version) == 0 && rollout->lock != NULL)
        return rollout->planned.from;
    }

  return 0;
}

/* Returns: (transfer full) (element-type QdTenantVersion): the versions that @self gets between both, in order */
GArray *
qd_tenant_list_versions (QdFactBook *book,
                         QdTenant   *self,
                         gint64      now,
                         gint64      until)
{
  GArray *versions = g_array_new (FALSE, FALSE, sizeof (QdTenantVersion));
  g_autoptr(GArray) events = NULL;
  QdVersion version;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), versions);
  g_return_val_if_fail (QD_IS_TENANT (self), versions);

  events = qd_tenant_list_events (book, self, now, until);
  qd_tenant_get_version_at (book, self, now, &version);

  for (guint i = 0; i < events->len; i++)
    {
      QdTenantVersion one = { .event = g_array_index (events, QdTenantEvent, i) };

      if (qd_version_compare (one.event.version, version) <= 0)
        continue;

      version = one.event.version;

      if (one.event.lock != NULL)
        one.planned = find_planned (book, self, version, now - LOOK_AHEAD_SECONDS, until);

      g_array_append_val (versions, one);
    }

  return versions;
}

/* Returns: (transfer full): what becomes of the version: “19.4 → 19.5”, “stays 19.5”; empty where it is not known */
char *
qd_tenant_next_dup_change (const QdTenantNext *next)
{
  g_autofree char *before = qd_version_format (next->before);
  g_autofree char *after = qd_version_format (next->after);

  if (*after == '\0')
    return g_strdup ("");

  if (*before != '\0' && qd_version_compare (next->before, next->after) != 0)
    return g_strdup_printf ("%s → %s", before, after);

  /* Translators: %s is a version, which does not change */
  return *before != '\0' ? g_strdup_printf (_ ("stays %s"), after) : g_strdup (after);
}

/* Returns: (transfer full): “Tue, 24 Nov 2026, 01:00–05:00 UTC · 19.4 → 19.5” */
char *
qd_tenant_next_dup_line (const QdTenantNext *next)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *when = qd_instant_span_dup_words (&next->event.span, utc);
  g_autofree char *change = qd_tenant_next_dup_change (next);

  return g_strjoin (" · ", when, *change != '\0' ? change : NULL, NULL);
}

/* Returns: (transfer full) (nullable): what a change lock does to it */
char *
qd_tenant_event_dup_lock (const QdTenantEvent *event)
{
  if (event->lock == NULL || event->kind == QD_TENANT_EVENT_LOCK)
    return NULL;

  /* Translators: %s is a change lock, such as “Year End 2026” */
  if (event->kind == QD_TENANT_EVENT_LOCKED)
    return g_strdup_printf (_ ("Nothing is changed, because of the change lock “%s”"), event->lock->fact.name);

  return g_strdup_printf (_ ("Moved here by the change lock “%s”"), event->lock->fact.name);
}

/* Returns: (transfer full): by when a ticket must ask for what is to be done in a window; empty for 0 */
char *
qd_cutoff_dup_words (gint64 cutoff,
                     gint64 now)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *when = qd_instant_dup_words (cutoff, utc);

  if (cutoff == 0)
    return g_strdup ("");

  /* Translators: %s is a day and a time in UTC */
  return g_strdup_printf (cutoff > now ? _ ("Changes asked for by %s") : _ ("Too late: changes had to be asked for by %s"),
                          when);
}

/* Returns: (transfer full): “EMEA: Tuesday, 01:00–05:00 UTC” */
char *
qd_window_dup_weekly (const QdWindowFact *self)
{
  int begins = 0;
  int ends;

  qd_fact_parse_time (self->begins, &begins);
  ends = (int)((begins + self->minutes) % (24 * 60));

  /* Translators: a maintenance window: its name, its weekday, when it begins and ends */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s–%4$02d:%5$02d UTC"),
                          self->short_name,
                          _ (qd_weekdays[self->weekday].label),
                          self->begins,
                          ends / 60,
                          ends % 60);
}

/**
 * qd_tenant_dup_lock_reason:
 * @label: of the field
 *
 * Returns: (transfer full) (nullable): why the field is not simply changed
 */
char *
qd_tenant_dup_lock_reason (QdFieldLock lock,
                           const char *label)
{
  switch (lock)
    {
    case QD_FIELD_LOCK_CREATED:
      return g_strdup_printf (_ ("“%s” is locked since the instance was created."), label);

    case QD_FIELD_LOCK_GROWS:
      return g_strdup_printf (_ ("“%s” can only become more since the instance was created."), label);

    case QD_FIELD_LOCK_DOMAIN:
      return g_strdup_printf (
          _ ("“%s” is locked since the instance was created; only a domain of the customer’s own gives it another name."), label);

    case QD_FIELD_LOCK_NONE:
    default:
      return NULL;
    }
}

/**
 * qd_tenant_dup_version_on:
 * @day: in UTC
 *
 * Returns: (transfer full): which version @self has on that day: “19.5”, “19.4, from 05:00 UTC on 19.5”; empty where it
 *   is not known
 */
char *
qd_tenant_dup_version_on (QdFactBook *book,
                          QdTenant   *self,
                          int         day)
{
  gint64           begins = (gint64)day * QD_SECONDS_PER_DAY;
  QdVersion        first, last;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GArray) events = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_TENANT (self), NULL);

  qd_tenant_get_version_at (book, self, begins, &first);
  qd_tenant_get_version_at (book, self, begins + QD_SECONDS_PER_DAY - 1, &last);
  before = qd_version_format (first);
  after = qd_version_format (last);

  if (qd_version_compare (first, last) == 0 || *before == '\0')
    return g_steal_pointer (&after);

  events = qd_tenant_list_events (book, self, begins - 1, begins + QD_SECONDS_PER_DAY);

  for (guint i = 0; i < events->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);

      if (qd_version_compare (event->version, last) == 0)
        {
          int minute = (int)((event->span.until - begins) / QD_SECONDS_PER_MINUTE);

          /* Translators: a version, a time of the day, and another version */
          return g_strdup_printf (_ ("%1$s, from %2$02d:%3$02d UTC on %4$s"), before, minute / 60, minute % 60, after);
        }
    }

  return g_steal_pointer (&after);
}

/* On the customer’s clocks as well, for the customer */
static char *
dup_when (const QdInstantSpan *span,
          QdAccount           *account,
          QdAudience           audience)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GTimeZone) theirs = account->time_zone != NULL ? g_time_zone_new_identifier (account->time_zone) : NULL;
  g_autofree char *when = qd_instant_span_dup_words (span, utc);
  g_autofree char *there = NULL;

  if (audience != QD_AUDIENCE_CUSTOMER || theirs == NULL)
    return g_steal_pointer (&when);

  there = qd_instant_span_dup_words (span, theirs);

  return g_str_equal (there, when) ? g_steal_pointer (&when) : g_strdup_printf ("%s (%s)", when, there);
}

/**
 * qd_tenant_dup_summary:
 * @audience: who will read it
 *
 * Returns: (transfer full) (nullable): when the next maintenance is, and which version there is then, as one
 *   sentence to be copied; %NULL with @error where there is none, or where it would give a name away
 */
char *
qd_tenant_dup_summary (QdFactBook *book,
                       QdTenant   *self,
                       QdAudience  audience,
                       gint64      now,
                       GError    **error)
{
  QdPortfolio     *portfolio = qd_fact_book_get_portfolio (book);
  QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, self->account);
  QdTenantNext     next;
  g_autofree char *who = NULL;
  g_autofree char *when = NULL;
  g_autofree char *version = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autoptr(QdExit) out = NULL;

  g_return_val_if_fail (account != NULL, NULL);

  if (!qd_tenant_get_next (book, self, now, &next))
    {
      g_set_error_literal (error,
                           QD_RECORD_ERROR,
                           QD_RECORD_ERROR_RULE,
                           _ ("Nothing was copied, because the tenant has no “Maintenance Window” yet"));
      return NULL;
    }

  who = qd_audience_dup_account_name (audience, account);
  when = dup_when (&next.event.span, account, audience);
  version = qd_version_format (next.after);

  /* Translators: a customer, a day with its time, and a version */
  text = *version != '\0' ? g_strdup_printf (_ ("Next maintenance of %1$s: %2$s; version then: %3$s."), who, when, version)
                          : g_strdup_printf (_ ("Next maintenance of %1$s: %2$s."), who, when);
  out = qd_exit_new (portfolio, audience, qd_record_get_id (account));
  name = qd_exit_find (out, text);
  qd_exit_look (out, text, _ ("what is copied"));

  if (name == NULL)
    return g_steal_pointer (&text);

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("Nothing was copied, because “%s” must not be read there"),
               name);

  return NULL;
}
