/* qd-rotation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-rotation"

#include "qd-rotation.h"

/* In seconds: how far a clock may be corrected without anybody noticing */
#define SLACK (5 * 60)

#define DAY (24 * 60 * 60)

const QdRotation qd_rotation_usual = { 7, 4, 12 };

typedef struct
{
  gint64 instant;
  guint  index;
  int    day;   /* since the year 1 */
  int    week;  /* of the same day, by its Monday */
  int    month; /* since the year 0 */
} Moment;

static void
moment_set (Moment    *self,
            gint64     instant,
            guint      index,
            GTimeZone *zone)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = time != NULL ? g_date_time_to_timezone (time, zone) : NULL;
  GDate date;
  int   year = 1, month = 1, day = 1;

  if (local != NULL)
    g_date_time_get_ymd (local, &year, &month, &day);

  g_date_set_dmy (&date, day, month, year);

  self->instant = instant;
  self->index = index;
  self->day = (int)g_date_get_julian (&date);
  self->week = self->day - (int)g_date_get_weekday (&date);
  self->month = year * 12 + month;
}

/* The newest first; of two of one instant, the one that comes later in the list */
static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const Moment *first = a;
  const Moment *second = b;

  if (first->instant != second->instant)
    return first->instant < second->instant ? 1 : -1;

  return first->index < second->index ? 1 : -1;
}

/* @moments: the newest first. Keeps the first of each period, up to @n_periods. */
static void
keep_newest (GArray   *moments,
             gsize     offset,
             guint     n_periods,
             gboolean *keep)
{
  int last = G_MININT;

  for (guint i = 0; i < moments->len && n_periods > 0; i++)
    {
      Moment *moment = &g_array_index (moments, Moment, i);
      int     period = G_STRUCT_MEMBER (int, moment, offset);

      if (period == last)
        continue;

      keep[moment->index] = TRUE;
      last = period;
      n_periods--;
    }
}

/**
 * qd_rotation_choose:
 * @instants: of good backups, in seconds since 1970, in any order
 * @now: in seconds since 1970
 * @zone: whose days they are
 * @keep: (out caller-allocates): for each, whether it stays
 *
 * The newest stays always, and so does all of the last day: it may be what is being restored, or
 * what was kept before that. What seems to be made later than now was made before the clock
 * was set back: it stays too, and takes nobody's place.
 */
void
qd_rotation_choose (const QdRotation *rotation,
                    const gint64     *instants,
                    guint             n_instants,
                    gint64            now,
                    GTimeZone        *zone,
                    gboolean         *keep)
{
  g_autoptr(GArray) moments = g_array_new (FALSE, FALSE, sizeof (Moment));

  for (guint i = 0; i < n_instants; i++)
    {
      Moment moment;

      keep[i] = instants[i] > now - DAY;

      if (instants[i] > now + SLACK)
        continue;

      moment_set (&moment, instants[i], i, zone);
      g_array_append_val (moments, moment);
    }

  if (moments->len == 0)
    return;

  g_array_sort (moments, compare_moments);
  keep[g_array_index (moments, Moment, 0).index] = TRUE;
  keep_newest (moments, G_STRUCT_OFFSET (Moment, day), rotation->days, keep);
  keep_newest (moments, G_STRUCT_OFFSET (Moment, week), rotation->weeks, keep);
  keep_newest (moments, G_STRUCT_OFFSET (Moment, month), rotation->months, keep);
}

/**
 * qd_rotation_is_due:
 *
 * Whether none of the backups is of the last day, by a clock that may have been set back
 * since some of them were made.
 */
gboolean
qd_rotation_is_due (const gint64 *instants,
                    guint         n_instants,
                    gint64        now)
{
  for (guint i = 0; i < n_instants; i++)
    {
      if (instants[i] > now - DAY && instants[i] <= now + SLACK)
        return FALSE;
    }

  return TRUE;
}
