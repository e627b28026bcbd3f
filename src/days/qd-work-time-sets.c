/* qd-work-time-sets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-work-time-sets"

#include "qd-work-time.h"

/* What two make of each other: all of it walks the stretches of both from first to last. */

static void
append (GArray  *spans,
        QdMinute from,
        QdMinute until)
{
  QdMinuteSpan span = { from, until };

  if (until > from)
    g_array_append_val (spans, span);
}

/* Those that touch become one. */
static QdWorkTime *
create (GArray *spans)
{
  return qd_work_time_new_spans ((const QdMinuteSpan *)spans->data, spans->len);
}

/* Returns: (transfer full): @self without what is in @spans, which may be in any order */
QdWorkTime *
qd_work_time_subtract (QdWorkTime         *self,
                       const QdMinuteSpan *spans,
                       guint               n_spans)
{
  g_autoptr(QdWorkTime) gone = NULL;
  g_autoptr(GArray) left = NULL;
  guint next = 0;

  if (n_spans == 0)
    return qd_work_time_ref (self);

  gone = qd_work_time_new_spans (spans, n_spans);
  left = g_array_sized_new (FALSE, FALSE, sizeof (QdMinuteSpan), qd_work_time_get_n_spans (self));

  for (guint i = 0; i < qd_work_time_get_n_spans (self); i++)
    {
      QdMinuteSpan span = qd_work_time_get_span (self, i);
      QdMinute     from = span.from;

      while (next < qd_work_time_get_n_spans (gone) && qd_work_time_get_span (gone, next).until <= from)
        next++;

      for (guint j = next; j < qd_work_time_get_n_spans (gone) && from < span.until; j++)
        {
          QdMinuteSpan hole = qd_work_time_get_span (gone, j);

          append (left, from, MIN (hole.from, span.until));
          from = MAX (from, hole.until);
        }

      append (left, from, span.until);
    }

  return create (left);
}

/* Returns: (transfer full): when both work at the same time */
QdWorkTime *
qd_work_time_intersect (QdWorkTime *self,
                        QdWorkTime *other)
{
  g_autoptr(GArray) both = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));

  for (guint i = 0, j = 0; i < qd_work_time_get_n_spans (self) && j < qd_work_time_get_n_spans (other);)
    {
      QdMinuteSpan one = qd_work_time_get_span (self, i);
      QdMinuteSpan two = qd_work_time_get_span (other, j);

      append (both, MAX (one.from, two.from), MIN (one.until, two.until));

      if (one.until < two.until)
        i++;
      else
        j++;
    }

  return create (both);
}

/* Returns: (transfer full): what of @self is on days on which @other works at all */
QdWorkTime *
qd_work_time_keep_days (QdWorkTime *self,
                        QdWorkTime *other)
{
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));

  for (guint i = 0; i < qd_work_time_get_n_spans (self); i++)
    {
      QdMinuteSpan span = qd_work_time_get_span (self, i);

      /* Where work goes on over midnight, a stretch is of several days. */
      for (int day = qd_minute_get_day (span.from); qd_minute_from_day (day) < span.until; day++)
        {
          if (qd_work_time_is_working_day (other, day))
            append (kept, MAX (span.from, qd_minute_from_day (day)), MIN (span.until, qd_minute_from_day (day + 1)));
        }
    }

  return create (kept);
}
