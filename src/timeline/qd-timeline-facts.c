/* qd-timeline-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-facts"

#include "qd-timeline-facts.h"

#include "qd-plan-progress.h"

static void
get_baseline (QdTimelineModel *self,
              QdTask          *task,
              QdPlanCalendars *calendars,
              QdTimelineFacts *facts)
{
  gint64          id = qd_record_get_id (task);
  QdBaselineTask *was = qd_timeline_model_find_baseline_task (self, id);
  g_autoptr(QdTask) draft = NULL;

  if (was == NULL)
    return;

  draft = qd_record_dup_draft (task);
  g_object_set (draft,
                "start", was->start,
                "start-time", was->start_time,
                "due", was->due,
                "due-time", was->due_time,
                "duration", was->duration,
                NULL);
  facts->baseline_start = qd_task_get_start_minute (draft, calendars);
  facts->baseline_finish = qd_task_get_finish_minute (draft, calendars);
}

static const QdTimelineFacts nothing = { .start = QD_MINUTE_NONE,
                                         .finish = QD_MINUTE_NONE,
                                         .late_finish = QD_MINUTE_NONE,
                                         .baseline_start = QD_MINUTE_NONE,
                                         .baseline_finish = QD_MINUTE_NONE,
                                         .title = "" };

void
qd_timeline_facts_read_task (QdTimelineFacts     *facts,
                             QdTimelineModel     *self,
                             const QdTimelineRow *row)
{
  QdPlanSchedule  *schedule = qd_timeline_model_get_schedule (self, row->source);
  QdPlanNetwork   *network = qd_plan_schedule_get_network (schedule);
  QdPlanCalendars *calendars = qd_plan_network_get_calendars (network);
  QdSchedule      *solved = qd_plan_network_get_schedule (network);
  QdTask          *task = qd_plan_network_get_task (network, row->task);

  *facts = nothing;
  facts->task = task;
  facts->title = task->title;
  facts->start = qd_task_get_start_minute (task, calendars);
  facts->finish = qd_task_get_finish_minute (task, calendars);
  facts->summary = qd_schedule_is_summary (solved, row->task);
  facts->progress = facts->summary ? qd_plan_network_get_progress (network, row->task) : (int)task->progress;
  facts->milestone = task->kind == QD_TASK_KIND_MILESTONE;
  facts->meeting = qd_task_is_meeting (task);
  facts->timed = task->start_time != QD_INTEGER_NONE || task->due_time != QD_INTEGER_NONE;
  facts->done = task->status == QD_TASK_STATUS_DONE;
  facts->late = qd_task_get_urgency (task, qd_timeline_model_get_today (self)) == QD_TASK_URGENCY_LATE;
  facts->critical = facts->start != QD_MINUTE_NONE && qd_schedule_is_critical (solved, row->task);
  facts->total_float = qd_schedule_get_total_float (solved, row->task);
  facts->late_finish = qd_schedule_get_dates (solved, row->task).late_finish;
  facts->number = qd_task_tree_get_place (qd_timeline_model_get_tree (self, row->source), row->task) + 1;
  get_baseline (self, task, calendars, facts);

  /* What sums up others is where they are, whatever was written for it. */
  if (facts->summary && !facts->done)
    {
      QdScheduleDates dates = qd_schedule_get_dates (solved, row->task);

      facts->start = dates.start;
      facts->finish = dates.finish;
    }
}

/* What a group or a plan spans, and how far it is: by the work in it. */
static void
add_to_facts (QdTimelineModel *self,
              QdTask          *task,
              QdPlanCalendars *calendars,
              QdTimelineFacts *facts,
              double          *work,
              double          *done)
{
  QdMinute start = qd_task_get_start_minute (task, calendars);
  QdMinute finish = qd_task_get_finish_minute (task, calendars);
  double   weight = MAX (qd_task_get_length (task, calendars), 1);

  *work += weight;
  *done += weight * (task->status == QD_TASK_STATUS_DONE ? 100 : task->progress);
  facts->late |= qd_task_get_urgency (task, qd_timeline_model_get_today (self)) == QD_TASK_URGENCY_LATE;

  if (start == QD_MINUTE_NONE)
    return;

  facts->start = facts->start == QD_MINUTE_NONE ? start : MIN (facts->start, start);
  facts->finish = MAX (facts->finish, finish);
}

static gboolean
is_part_of (QdTimelineModel     *self,
            const QdTimelineRow *row,
            QdPlan              *plan,
            QdTask              *task)
{
  const char *owner;

  if (row->kind == QD_TIMELINE_ROW_PLAN)
    return qd_record_get_id (plan) == row->id;

  switch (qd_timeline_model_get_grouping (self))
    {
    case QD_TIMELINE_GROUPING_PHASE:
      return task->phase == row->id || (row->id == -1 && task->phase == 0);

    case QD_TIMELINE_GROUPING_OBJECTIVE:
      return task->objective == row->id || (row->id == -1 && task->objective == 0);

    case QD_TIMELINE_GROUPING_ACCOUNT:
      return plan->account == row->id;

    case QD_TIMELINE_GROUPING_OWNER:
    case QD_TIMELINE_GROUPING_NONE:
    default:
      owner = task->owner != NULL ? task->owner : task->customer_owner;
      return row->id == -1 ? owner == NULL : g_strcmp0 (owner, row->title) == 0;
    }
}

void
qd_timeline_facts_read_group (QdTimelineFacts     *facts,
                              QdTimelineModel     *self,
                              const QdTimelineRow *row)
{
  double work = 0, done = 0;

  *facts = nothing;
  facts->title = row->title;
  facts->summary = TRUE;

  for (guint i = 0; i < qd_timeline_model_get_n_plans (self); i++)
    {
      QdPlanSchedule *schedule = qd_timeline_model_get_schedule (self, i);
      QdPlanNetwork  *network = qd_plan_schedule_get_network (schedule);

      for (guint j = 0; j < qd_plan_network_get_n_tasks (network); j++)
        {
          QdTask *task = qd_plan_network_get_task (network, j);

          if (!qd_plan_network_is_summary (network, j) &&
              is_part_of (self, row, qd_plan_schedule_get_plan (schedule), task))
            add_to_facts (self, task, qd_plan_network_get_calendars (network), facts, &work, &done);
        }
    }

  facts->progress = work > 0 ? (int)(done / work) : 0;
  facts->done = work > 0 && facts->progress == 100;
}
