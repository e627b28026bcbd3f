/* qd-timeline-go-to.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-go-to"

#include "qd-timeline-go-to.h"

#include "qd-plan.h"

static void
expand (QdTimelineModel  *model,
        QdTimelineRowKind kind,
        gint64            id)
{
  int position = qd_timeline_model_find_row (model, kind, id);

  if (position >= 0)
    qd_timeline_model_set_expanded (model, (guint)position, TRUE);
}

/* Opens what hides the row of the task. */
static int
find_task_row (QdTimelineModel *model,
               QdPortfolio     *portfolio,
               QdTask          *task)
{
  QdPlan *plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan);
  QdTask *parent = qd_portfolio_lookup (portfolio, QD_TYPE_TASK, task->parent);

  if (plan != NULL)
    {
      expand (model, QD_TIMELINE_ROW_GROUP, plan->account);
      expand (model, QD_TIMELINE_ROW_PLAN, task->plan);
    }

  if (parent != NULL && find_task_row (model, portfolio, parent) >= 0)
    expand (model, QD_TIMELINE_ROW_TASK, task->parent);

  return qd_timeline_model_find_row (model, QD_TIMELINE_ROW_TASK, qd_record_get_id (task));
}

/* The day a third from the left: more is looked at of what comes. */
static void
go_to_day (QdTimelineChart *chart,
           int              day)
{
  QdTimeAxis axis = *qd_timeline_chart_get_axis (chart);

  axis.origin = qd_minute_from_day (day) -
                gtk_widget_get_width (GTK_WIDGET (chart)) / 3.0 * QD_MINUTES_PER_DAY / axis.scale;
  qd_timeline_chart_set_axis (chart, &axis);
}

/**
 * qd_timeline_chart_go_to:
 * @task: an id, or 0 for just the day
 *
 * Puts @day in sight, and of the task the row, which becomes the current one.
 *
 * Returns: whether there is such a row
 */
gboolean
qd_timeline_chart_go_to (QdTimelineChart *chart,
                         QdPortfolio     *portfolio,
                         gint64           task,
                         int              day)
{
  QdTask *record;
  int     row;

  g_return_val_if_fail (QD_IS_TIMELINE_CHART (chart), FALSE);
  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), FALSE);

  record = qd_portfolio_lookup (portfolio, QD_TYPE_TASK, task);
  row = record != NULL ? find_task_row (qd_timeline_chart_get_model (chart), portfolio, record) : -1;
  go_to_day (chart, day);

  if (row < 0)
    return FALSE;

  qd_timeline_chart_set_current (chart, row, TRUE);
  qd_timeline_chart_reveal (chart, (guint)row);

  return TRUE;
}
