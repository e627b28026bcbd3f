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
  int             *first_child; /* of each row: one that it sums up and that has moved, or -1 */
  int             *next_child;  /* of each of those: another, or -1 */
  guint           *links;       /* (nullable): by the row they go to, once they are needed */
  guint           *first_link;
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

/* Whether its start or its status day is another. */
static gboolean
is_plan_touched (Search *search,
                 QdTask *task)
{
  return g_hash_table_contains (search->touched, &task->plan);
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

/* Whether what @link comes from has moved with that end which the link holds on to, and to
 * the same side as @slip. */
static gboolean
is_end_moved (Search       *search,
              const QdSlip *slip,
              guint         link)
{
  const QdScheduleLink *edge = qd_schedule_get_link (search->schedule, link);
  gboolean              finish = edge->kind == QD_LINK_KIND_FINISH_START || edge->kind == QD_LINK_KIND_FINISH_FINISH;
  QdScheduleDates       after = qd_schedule_get_dates (search->schedule, edge->from);
  QdScheduleDates       before;
  QdMinute              by;

  if (!is_moved (search, edge->from, &before))
    return FALSE;

  by = finish ? after.finish - before.finish : after.start - before.start;

  return slip->after.start > slip->before.start ? by > 0 : by < 0;
}

static void
ensure_links (Search *search)
{
  guint n_rows = qd_plan_network_get_n_tasks (search->network);
  guint n_links = qd_schedule_get_n_links (search->schedule);

  if (search->links != NULL)
    return;

  search->links = g_new (guint, n_links);
  search->first_link = g_new0 (guint, n_rows + 2);

  for (guint i = 0; i < n_links; i++)
    search->first_link[qd_schedule_get_link (search->schedule, i)->to + 2]++;

  for (guint i = 2; i < n_rows + 2; i++)
    search->first_link[i] += search->first_link[i - 1];

  for (guint i = 0; i < n_links; i++)
    search->links[search->first_link[qd_schedule_get_link (search->schedule, i)->to + 1]++] = i;
}

/* Returns: a link to @row from what has moved as @slip has, or -1 */
static int
find_moved_link (Search       *search,
                 const QdSlip *slip,
                 guint         row)
{
  ensure_links (search);

  for (guint i = search->first_link[row]; i < search->first_link[row + 1]; i++)
    {
      if (is_end_moved (search, slip, search->links[i]))
        return search->links[i];
    }

  return -1;
}

/* The task that a summary begins or ends with now, or did, and that has moved. Returns: -1
 * where none has: one came or went */
static int
find_child (Search         *search,
            guint           row,
            QdScheduleDates before)
{
  QdScheduleDates after = qd_schedule_get_dates (search->schedule, row);
  int             found = -1, best = -1;

  for (int i = search->first_child[row]; i >= 0; i = search->next_child[i])
    {
      QdScheduleDates child = qd_schedule_get_dates (search->schedule, i);
      QdScheduleDates was;
      int             weight;

      is_moved (search, i, &was);
      weight = (after.start != before.start && (child.start == after.start || was.start == before.start)) +
               (after.finish != before.finish && (child.finish == after.finish || was.finish == before.finish));

      if (weight > best)
        {
          best = weight;
          found = i;
        }
    }

  return found;
}

/* Why what waits by the links of @row is elsewhere, where @link says when it starts; or
 * less than 0, where none does. Returns: whether that is known */
static gboolean
add_link_reason (Search *search,
                 QdSlip *slip,
                 guint   row,
                 int     link)
{
  gboolean is_new = link >= 0 && is_touched (search, qd_plan_network_get_link (search->network, link));

  if (link < 0 || (!is_end_moved (search, slip, link) && !is_new))
    {
      /* What held it before may have been moved out of the way. */
      link = find_moved_link (search, slip, row);
      is_new = FALSE;
    }

  if (link < 0)
    return FALSE;

  add_reason (slip,
              is_new && !is_end_moved (search, slip, link) ? QD_SLIP_REASON_LINK : QD_SLIP_REASON_PREDECESSOR,
              qd_schedule_get_link (search->schedule, link)->from,
              link,
              -1);

  return TRUE;
}

/* What holds a summary that it is part of: that one's links, or its constraint. Returns: whether that is known */
static gboolean
add_parent_reason (Search *search,
                   QdSlip *slip)
{
  int      summary = qd_schedule_get_task (search->schedule, slip->row)->parent;
  gboolean is_known = FALSE;

  for (; summary >= 0; summary = qd_schedule_get_task (search->schedule, summary)->parent)
    {
      const QdScheduleTask *task = qd_schedule_get_task (search->schedule, summary);
      int                   link;
      QdMinute              earliest = qd_schedule_get_earliest (search->schedule, summary, &link);

      if ((task->constraint == QD_CONSTRAINT_KIND_NOT_BEFORE || task->constraint == QD_CONSTRAINT_KIND_FIXED) &&
          task->constraint_at >= earliest)
        {
          add_reason (slip, QD_SLIP_REASON_CONSTRAINT, -1, -1, -1);
          is_known = TRUE;
          break;
        }

      if (link < 0)
        continue;

      is_known = add_link_reason (search, slip, summary, link);
      break;
    }

  if (is_known)
    add_reason (slip, QD_SLIP_REASON_PARENT, summary, -1, -1);

  return is_known;
}

/* Where it was written to that it stands there: it may have been put there by what pushed
 * it, and not by a person. Returns: whether that is known */
static gboolean
add_anchor_reason (Search *search,
                   QdSlip *slip)
{
  QdTask  *task = qd_plan_network_get_task (search->network, slip->row);
  QdMinute status = qd_schedule_get_status (search->schedule);

  if (!is_touched (search, task))
    return FALSE;

  if (slip->after.start > slip->before.start)
    {
      if (qd_schedule_get_earliest (search->schedule, slip->row, NULL) == slip->after.start && add_parent_reason (search, slip))
        return TRUE;

      if (is_plan_touched (search, task) && slip->before.start < status &&
          slip->after.start <= qd_work_time_next (qd_schedule_get_calendar (search->schedule, slip->row), status))
        {
          add_reason (slip, QD_SLIP_REASON_STATUS, -1, -1, -1);
          return TRUE;
        }
    }

  add_reason (slip, QD_SLIP_REASON_HAND, -1, -1, -1);

  return TRUE;
}

/* Why the start is where it is. Returns: whether that is known */
static gboolean
add_start_reason (Search *search,
                  QdSlip *slip)
{
  QdTask *task = qd_plan_network_get_task (search->network, slip->row);
  int     link;

  switch (qd_schedule_get_driver (search->schedule, slip->row, &link))
    {
    case QD_SCHEDULE_DRIVER_LINK:
      return add_link_reason (search, slip, slip->row, link);

    case QD_SCHEDULE_DRIVER_PARENT:
      return add_parent_reason (search, slip);

    case QD_SCHEDULE_DRIVER_CONSTRAINT:
      if (add_link_reason (search, slip, slip->row, -1) || !is_touched (search, task))
        add_reason (slip, QD_SLIP_REASON_CONSTRAINT, -1, -1, -1);
      else
        add_reason (slip, QD_SLIP_REASON_HAND, -1, -1, -1);

      return TRUE;

    case QD_SCHEDULE_DRIVER_STATUS:
      add_reason (slip, QD_SLIP_REASON_STATUS, -1, -1, -1);
      return TRUE;

    case QD_SCHEDULE_DRIVER_START:
    case QD_SCHEDULE_DRIVER_ANCHOR:
    case QD_SCHEDULE_DRIVER_ACTUAL:
    case QD_SCHEDULE_DRIVER_CHILD:
    default:
      return add_anchor_reason (search, slip);
    }
}

static void
explain_start (Search *search,
               QdSlip *slip)
{
  QdTask      *task = qd_plan_network_get_task (search->network, slip->row);
  QdMinuteSpan known = { slip->before.start, slip->before.finish };
  QdMinute     bound = qd_schedule_get_bound (search->schedule, slip->row);
  gboolean     is_known = add_start_reason (search, slip);

  if (!is_known && is_touched (search, task) && slip->after.start < slip->before.start)
    {
      add_reason (slip, QD_SLIP_REASON_FREE, -1, -1, -1);
      is_known = TRUE;
    }

  if (bound != QD_MINUTE_NONE && bound < slip->after.start)
    add_bands (search, slip, bound, slip->after.start, (QdMinuteSpan){ 0, 0 });

  add_bands (search, slip, slip->after.start, slip->after.finish, known);

  if (!is_known && slip->reasons->len == 0)
    add_reason (slip, is_touched (search, task) ? QD_SLIP_REASON_HAND : QD_SLIP_REASON_CALENDAR, -1, -1, -1);
}

/* It starts when it did, and ends at another time. */
static void
explain_finish (Search *search,
                QdSlip *slip)
{
  QdTask      *task = qd_plan_network_get_task (search->network, slip->row);
  QdMinuteSpan known = { slip->before.start, slip->before.finish };
  int          link;
  gboolean     has_begun = qd_schedule_get_driver (search->schedule, slip->row, &link) == QD_SCHEDULE_DRIVER_ACTUAL;

  /* Where nobody wrote it, the calendar is another, and what lies in it may be new. */
  if (!is_touched (search, task))
    known = (QdMinuteSpan){ 0, 0 };

  /* Of what has begun, the rest is done after the status day. */
  if (has_begun && is_plan_touched (search, task))
    add_reason (slip, QD_SLIP_REASON_STATUS, -1, -1, -1);
  else if (slip->after.finish > slip->before.finish)
    add_bands (search, slip, slip->after.start, slip->after.finish, known);

  if (slip->reasons->len == 0)
    add_reason (slip, is_touched (search, task) ? QD_SLIP_REASON_LENGTH : QD_SLIP_REASON_CALENDAR, -1, -1, -1);
}

static QdSlip *
explain (Search         *search,
         guint           row,
         QdScheduleDates before)
{
  QdSlip *slip = g_new0 (QdSlip, 1);

  slip->row = row;
  slip->before = before;
  slip->after = qd_schedule_get_dates (search->schedule, row);
  slip->reasons = g_array_new (FALSE, FALSE, sizeof (QdSlipReason));

  if (qd_plan_network_is_summary (search->network, row))
    add_reason (slip, QD_SLIP_REASON_CHILD, find_child (search, row, before), -1, -1);
  else if (slip->after.start != before.start)
    explain_start (search, slip);
  else
    explain_finish (search, slip);

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

/* What has no day, and waits for nothing that would give it one, is nowhere to move from;
 * it may be the reason for others. */
static gboolean
is_planned (QdPlanNetwork *network,
            guint          row)
{
  return qd_task_is_placed (qd_plan_network_get_task (network, row)) || qd_plan_network_is_linked (network, row) ||
         qd_plan_network_is_summary (network, row);
}

static void
collect_children (Search *search)
{
  guint n_rows = qd_plan_network_get_n_tasks (search->network);

  search->first_child = g_new (int, n_rows);
  search->next_child = g_new (int, n_rows);

  for (guint i = 0; i < n_rows; i++)
    search->first_child[i] = -1;

  for (guint i = n_rows; i > 0; i--)
    {
      int             parent = qd_schedule_get_task (search->schedule, i - 1)->parent;
      QdScheduleDates before;

      if (parent < 0 || !is_moved (search, i - 1, &before))
        continue;

      search->next_child[i - 1] = search->first_child[parent];
      search->first_child[parent] = i - 1;
    }
}

/* Takes @row up in @rows, once, if it has moved. */
static void
find_row (Search *search,
          GArray *rows,
          guint8 *is_found,
          guint   row)
{
  QdScheduleDates dates;

  if (is_found[row] || !is_moved (search, row, &dates))
    return;

  is_found[row] = TRUE;
  g_array_append_val (rows, row);
}

/**
 * qd_slips_find:
 * @network: as it is after a change
 * @touched: (element-type gint64): the ids of what the change wrote: tasks, links, the plan
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
  g_autoptr(GArray) rows = NULL;
  g_autofree guint8 *is_found = NULL;

  collect_children (&search);
  rows = g_array_new (FALSE, FALSE, sizeof (guint));
  is_found = g_new0 (guint8, qd_plan_network_get_n_tasks (network));

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    {
      if (is_planned (network, i))
        find_row (&search, rows, is_found, i);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      guint           row = g_array_index (rows, guint, i);
      QdScheduleDates dates;
      QdSlip         *slip;

      is_moved (&search, row, &dates);
      slip = explain (&search, row, dates);
      g_ptr_array_add (slips, slip);

      for (guint j = 0; j < slip->reasons->len; j++)
        {
          const QdSlipReason *reason = &g_array_index (slip->reasons, QdSlipReason, j);

          if (reason->kind != QD_SLIP_REASON_PARENT && reason->row >= 0)
            find_row (&search, rows, is_found, reason->row);
        }
    }

  g_free (search.first_child);
  g_free (search.next_child);
  g_free (search.links);
  g_free (search.first_link);
  g_ptr_array_sort (slips, compare_slips);

  return slips;
}
