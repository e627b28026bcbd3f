/* qd-slip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-slip"

#include "qd-slip.h"

/* More are not read by anybody. */
#define MAX_BANDS 3

typedef struct
{
  QdPlanNetwork   *network;
  QdSchedule      *schedule;
  GHashTable      *touched; /* ids of records that the change wrote */
  QdSlipBeforeFunc before;
  gpointer         data;
} Search;

void
qd_slip_free (QdSlip *self)
{
  g_array_unref (self->reasons);
  g_free (self);
}

/* From the day of one minute to the day of another; less than 0 for earlier. */
int
qd_slip_count_days (QdMinute before,
                    QdMinute after)
{
  return qd_minute_get_day (after) - qd_minute_get_day (before);
}

static gboolean
is_moved (Search          *search,
          guint            row,
          QdScheduleDates *before)
{
  QdScheduleDates after = qd_schedule_get_dates (search->schedule, row);

  return search->before (row, before, search->data) &&
         (before->start != after.start || before->finish != after.finish);
}

static gboolean
is_touched (Search  *search,
            gpointer record)
{
  gint64 id = qd_record_get_id (record);

  return g_hash_table_contains (search->touched, &id);
}

static void
add_reason (QdSlip          *slip,
            QdSlipReasonKind kind,
            int              row,
            int              link,
            int              band)
{
  QdSlipReason reason = { kind, row, link, band };

  g_array_append_val (slip->reasons, reason);
}

/* What was in the way between @from and @until, and was not already before. */
static void
add_bands (Search      *search,
           QdSlip      *slip,
           QdMinute     from,
           QdMinute     until,
           QdMinuteSpan known)
{
  QdTask               *task = qd_plan_network_get_task (search->network, slip->row);
  guint                 n_bands, n_found = 0;
  const QdCalendarBand *bands = qd_plan_calendars_get_bands (qd_plan_network_get_calendars (search->network), &n_bands);

  for (guint i = 0; i < n_bands && bands[i].span.from < until && n_found < MAX_BANDS; i++)
    {
      if (bands[i].span.until <= from ||
          (bands[i].span.from < known.until && bands[i].span.until > known.from) ||
          !qd_calendar_band_applies (&bands[i], qd_task_get_side (task), qd_task_is_meeting (task)))
        continue;

      add_reason (slip, QD_SLIP_REASON_BAND, -1, -1, i);
      n_found++;
    }
}

/* The child that a summary begins or ends with now. */
static int
find_child (Search *search,
            guint   row)
{
  QdScheduleDates dates = qd_schedule_get_dates (search->schedule, row);

  for (guint i = 0; i < qd_plan_network_get_n_tasks (search->network); i++)
    {
      QdScheduleDates child = qd_schedule_get_dates (search->schedule, i);
      QdScheduleDates before;

      if (qd_schedule_get_task (search->schedule, i)->parent == (int)row &&
          (child.finish == dates.finish || child.start == dates.start) && is_moved (search, i, &before))
        return i;
    }

  return -1;
}

static QdMinute
add_link_reason (Search *search,
                 QdSlip *slip,
                 int     link)
{
  const QdScheduleLink *edge = qd_schedule_get_link (search->schedule, link);
  QdScheduleDates       before;
  gboolean              moved = is_moved (search, edge->from, &before);

  if (is_touched (search, qd_plan_network_get_link (search->network, link)) && !moved)
    add_reason (slip, QD_SLIP_REASON_LINK, edge->from, link, -1);
  else
    add_reason (slip, QD_SLIP_REASON_PREDECESSOR, edge->from, link, -1);

  return qd_schedule_get_bound (search->schedule, slip->row);
}

/* Why the start is where it is. Returns: from when on it could have been, were it not for days off */
static QdMinute
add_start_reason (Search *search,
                  QdSlip *slip)
{
  QdTask *task = qd_plan_network_get_task (search->network, slip->row);
  int     link;

  switch (qd_schedule_get_driver (search->schedule, slip->row, &link))
    {
    case QD_SCHEDULE_DRIVER_LINK:
      return add_link_reason (search, slip, link);

    case QD_SCHEDULE_DRIVER_PARENT:
      add_reason (slip, QD_SLIP_REASON_PARENT, qd_schedule_get_task (search->schedule, slip->row)->parent, -1, -1);
      break;

    case QD_SCHEDULE_DRIVER_CHILD:
      add_reason (slip, QD_SLIP_REASON_CHILD, find_child (search, slip->row), -1, -1);
      break;

    case QD_SCHEDULE_DRIVER_CONSTRAINT:
      add_reason (slip, is_touched (search, task) ? QD_SLIP_REASON_HAND : QD_SLIP_REASON_CONSTRAINT, -1, -1, -1);
      break;

    case QD_SCHEDULE_DRIVER_STATUS:
      add_reason (slip, QD_SLIP_REASON_STATUS, -1, -1, -1);
      break;

    case QD_SCHEDULE_DRIVER_START:
    case QD_SCHEDULE_DRIVER_ANCHOR:
    case QD_SCHEDULE_DRIVER_ACTUAL:
    default:
      add_reason (slip, is_touched (search, task) ? QD_SLIP_REASON_HAND : QD_SLIP_REASON_FREE, -1, -1, -1);
      break;
    }

  return qd_schedule_get_bound (search->schedule, slip->row);
}

static QdSlip *
explain (Search         *search,
         guint           row,
         QdScheduleDates before)
{
  QdSlip      *slip = g_new0 (QdSlip, 1);
  QdMinuteSpan known = { before.start, before.finish };

  slip->row = row;
  slip->before = before;
  slip->after = qd_schedule_get_dates (search->schedule, row);
  slip->reasons = g_array_new (FALSE, FALSE, sizeof (QdSlipReason));

  if (qd_plan_network_is_summary (search->network, row))
    {
      add_reason (slip, QD_SLIP_REASON_CHILD, find_child (search, row), -1, -1);
    }
  else if (slip->after.start != before.start)
    {
      QdMinute bound = add_start_reason (search, slip);

      if (bound != QD_MINUTE_NONE && bound < slip->after.start)
        add_bands (search, slip, bound, slip->after.start, (QdMinuteSpan){ 0, 0 });

      add_bands (search, slip, slip->after.start, slip->after.finish, known);
    }
  else
    {
      guint n_before = slip->reasons->len;

      add_bands (search, slip, slip->after.start, slip->after.finish, known);

      if (slip->reasons->len == n_before)
        add_reason (slip, QD_SLIP_REASON_LENGTH, -1, -1, -1);
    }

  return slip;
}

static int
compare_slips (gconstpointer a,
               gconstpointer b)
{
  const QdSlip *first = *(QdSlip **)a, *second = *(QdSlip **)b;

  if (first->after.start != second->after.start)
    return first->after.start < second->after.start ? -1 : 1;

  return (first->row > second->row) - (first->row < second->row);
}

/**
 * qd_slips_find:
 * @network: as it is after a change
 * @touched: (element-type gint64): the ids of what the change wrote
 * @before: says what was before it
 *
 * Which tasks were moved, and for each the chain of reasons: one that names another
 * task leads to the slip of that.
 *
 * Returns: (transfer full) (element-type QdSlip): by when they start now
 */
GPtrArray *
qd_slips_find (QdPlanNetwork   *network,
               GHashTable      *touched,
               QdSlipBeforeFunc before,
               gpointer         data)
{
  Search     search = { network, qd_plan_network_get_schedule (network), touched, before, data };
  GPtrArray *slips = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_slip_free);

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    {
      QdScheduleDates dates;

      if (is_moved (&search, i, &dates))
        g_ptr_array_add (slips, explain (&search, i, dates));
    }

  g_ptr_array_sort (slips, compare_slips);

  return slips;
}
