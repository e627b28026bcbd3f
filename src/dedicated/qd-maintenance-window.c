/* qd-maintenance-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-maintenance-window"

#include "qd-maintenance-window.h"

#include <glib/gi18n.h>

#include "qd-search-key.h"

/* Of a window there is one in any eight days, if at all: it lasts a week at most. */
#define LOOK_BACK_DAYS 8

static int
get_utc_day (gint64 instant)
{
  return (int)(instant >= 0 ? instant / QD_SECONDS_PER_DAY : -((QD_SECONDS_PER_DAY - 1 - instant) / QD_SECONDS_PER_DAY));
}

/* The day of @instant on the clocks of @zone */
int
qd_instant_get_day (gint64     instant,
                    GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  g_return_val_if_fail (local != NULL, QD_DAY_NONE);

  return qd_day_from_ymd (
      g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

/* Returns: (transfer full): the letters and figures of @name alone, as searches compare them: “AMER 1”, “amer-1” and
 *   “Amer1” are one */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = qd_search_fold (name);
  GString         *kept = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    {
      if (!g_ascii_isspace (*c) && !g_ascii_ispunct (*c))
        g_string_append_c (kept, *c);
    }

  return g_string_free_and_steal (kept);
}

static gboolean
is_alike (const char *a,
          const char *b)
{
  g_autofree char *first = fold_name (a);
  g_autofree char *second = fold_name (b);

  return g_str_equal (first, second);
}

/**
 * qd_window_find:
 * @name: (nullable): the key, the name that customers are shown or the short one, in upper or lower case
 *
 * Returns: (transfer none) (nullable): the window that is meant
 */
const QdWindowFact *
qd_window_find (QdFactBook *book,
                const char *name)
{
  GPtrArray *windows = qd_fact_book_peek (book, QD_FACT_TOPIC_WINDOW);

  for (guint i = 0; name != NULL && i < windows->len; i++)
    {
      const QdWindowFact *window = g_ptr_array_index (windows, i);

      if (is_alike (window->fact.key, name) || is_alike (window->fact.name, name) || is_alike (window->short_name, name))
        return window;
    }

  return NULL;
}

static gboolean
is_on (const QdWindowFact *self,
       int                 day)
{
  return qd_day_get_weekday (day) - 1 == self->weekday && (self->since == QD_DAY_NONE || day >= self->since) &&
         (self->until == QD_DAY_NONE || day <= self->until);
}

static QdInstantSpan
get_span (const QdWindowFact *self,
          int                 day)
{
  int           minute = 0;
  QdInstantSpan span;

  qd_fact_parse_time (self->begins, &minute);
  span.from = (gint64)day * QD_SECONDS_PER_DAY + minute * QD_SECONDS_PER_MINUTE;
  span.until = span.from + self->minutes * QD_SECONDS_PER_MINUTE;

  return span;
}

/* The first window that ends after @ends, and does not begin before @begins. */
static gboolean
find_first (const QdWindowFact *self,
            gint64              begins,
            gint64              ends,
            QdInstantSpan      *span)
{
  int day = get_utc_day (MAX (begins, ends)) - LOOK_BACK_DAYS;
  int last;

  if (self->since != QD_DAY_NONE)
    day = MAX (day, self->since);

  last = MAX (day, get_utc_day (MAX (begins, ends))) + LOOK_BACK_DAYS;

  for (; day <= last; day++)
    {
      QdInstantSpan one = get_span (self, day);

      if (is_on (self, day) && one.from >= begins && one.until > ends)
        {
          *span = one;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * qd_window_next:
 *
 * Returns: whether there is a window that goes on at @now or comes after it
 */
gboolean
qd_window_next (const QdWindowFact *self,
                gint64              now,
                QdInstantSpan      *span)
{
  g_return_val_if_fail (self != NULL && span != NULL, FALSE);

  return find_first (self, G_MININT64, now, span);
}

/* The first that begins at @instant or later. */
gboolean
qd_window_from (const QdWindowFact *self,
                gint64              instant,
                QdInstantSpan      *span)
{
  g_return_val_if_fail (self != NULL && span != NULL, FALSE);

  return find_first (self, instant, instant, span);
}

/* Returns: (transfer full) (element-type QdInstantSpan): those that are, in whole or in part, between both */
GArray *
qd_window_list (const QdWindowFact *self,
                gint64              from,
                gint64              until)
{
  GArray       *spans = g_array_new (FALSE, FALSE, sizeof (QdInstantSpan));
  QdInstantSpan span;

  g_return_val_if_fail (self != NULL, spans);

  for (gboolean found = qd_window_next (self, from, &span); found && span.from < until;
       found = qd_window_from (self, span.from + 1, &span))
    g_array_append_val (spans, span);

  return spans;
}

/**
 * qd_window_get_cutoff:
 * @begins: when one of the windows begins
 *
 * Returns: by when a ticket must ask for a change that is to be made then: so many business
 *   days, Mondays to Fridays, before it, at the same time of the day in UTC
 */
gint64
qd_window_get_cutoff (const QdWindowFact *self,
                      gint64              begins)
{
  gint64 cutoff = begins;

  g_return_val_if_fail (self != NULL, begins);

  for (int left = self->cutoff != QD_DAY_NONE ? self->cutoff : 0; left > 0;)
    {
      cutoff -= QD_SECONDS_PER_DAY;

      if (qd_day_get_weekday (get_utc_day (cutoff)) <= 5)
        left--;
    }

  return cutoff;
}

/* Returns: (transfer full): “Tue, 24 Nov 2026, 02:00–06:00 CET”, on the clocks of @zone */
char *
qd_instant_span_dup_words (const QdInstantSpan *span,
                           GTimeZone           *zone)
{
  g_autoptr(GDateTime) from_utc = g_date_time_new_from_unix_utc (span->from);
  g_autoptr(GDateTime) until_utc = g_date_time_new_from_unix_utc (span->until);
  g_autoptr(GDateTime) from = g_date_time_to_timezone (from_utc, zone);
  g_autoptr(GDateTime) until = g_date_time_to_timezone (until_utc, zone);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gboolean         same_day = qd_instant_get_day (span->from, zone) == qd_instant_get_day (span->until, zone);

  /* Translators: how a maintenance window begins, as strftime has it; after it follows when it ends */
  first = g_date_time_format (from, C_ ("window begins", "%a, %-d %b %Y, %H:%M"));
  /* Translators: how a maintenance window ends, on the same day or on another */
  last = g_date_time_format (until, same_day ? C_ ("window ends", "%H:%M %Z") : C_ ("window ends", "%a %H:%M %Z"));

  return g_strconcat (first, "–", last, NULL);
}

/* Returns: (transfer full): “Fri, 20 Nov 2026, 01:00 UTC”, on the clocks of @zone */
char *
qd_instant_dup_words (gint64     instant,
                      GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) there = g_date_time_to_timezone (utc, zone);

  /* Translators: an instant, as strftime has it */
  return g_date_time_format (there, C_ ("instant", "%a, %-d %b %Y, %H:%M %Z"));
}

/* Returns: (transfer full): how long it is until then: “in 3 days 4 hours” */
char *
qd_dup_countdown (gint64 now,
                  gint64 instant)
{
  gint64           minutes = (instant - now + QD_SECONDS_PER_MINUTE - 1) / QD_SECONDS_PER_MINUTE;
  int              days = (int)(minutes / 1440);
  int              hours = (int)(minutes / 60 % 24);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (minutes <= 0)
    return g_strdup (_ ("now"));

  if (days > 0)
    {
      first = g_strdup_printf (ngettext ("%d day", "%d days", days), days);
      second = g_strdup_printf (ngettext ("%d hour", "%d hours", hours), hours);
    }
  else
    {
      first = g_strdup_printf (ngettext ("%d hour", "%d hours", hours), hours);
      second = g_strdup_printf (ngettext ("%d minute", "%d minutes", (int)(minutes % 60)), (int)(minutes % 60));
    }

  if (days == 0 && hours == 0)
    return g_strdup_printf (_ ("in %s"), second);

  if (days > 0 ? hours == 0 : minutes % 60 == 0)
    return g_strdup_printf (_ ("in %s"), first);

  /* Translators: “in 3 days 4 hours” */
  return g_strdup_printf (_ ("in %s %s"), first, second);
}
