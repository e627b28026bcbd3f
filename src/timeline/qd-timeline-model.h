/* qd-timeline-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-baseline.h"
#include "qd-plan-schedule.h"
#include "qd-task-tree.h"

G_BEGIN_DECLS

/**
 * QdTimelineRowKind:
 * @QD_TIMELINE_ROW_TASK: a task
 * @QD_TIMELINE_ROW_GROUP: what tasks have in common: a phase, an owner, an objective, an account
 * @QD_TIMELINE_ROW_PLAN: a whole plan among others
 */
typedef enum
{
  QD_TIMELINE_ROW_TASK,
  QD_TIMELINE_ROW_GROUP,
  QD_TIMELINE_ROW_PLAN,
} QdTimelineRowKind;

typedef enum
{
  QD_TIMELINE_GROUPING_NONE,
  QD_TIMELINE_GROUPING_PHASE,
  QD_TIMELINE_GROUPING_OWNER,
  QD_TIMELINE_GROUPING_OBJECTIVE,
  QD_TIMELINE_GROUPING_ACCOUNT,
} QdTimelineGrouping;

extern const QdNick qd_timeline_groupings[];

typedef enum
{
  QD_TIMELINE_FILTER_NONE = 0,
  QD_TIMELINE_FILTER_OPEN = 1 << 0,
  QD_TIMELINE_FILTER_LATE = 1 << 1,
  QD_TIMELINE_FILTER_CRITICAL = 1 << 2,
  QD_TIMELINE_FILTER_OURS = 1 << 3,
  QD_TIMELINE_FILTER_THEIRS = 1 << 4,
  QD_TIMELINE_FILTER_QUARTER = 1 << 5,
} QdTimelineFilter;

typedef enum
{
  QD_TIMELINE_SORT_PLAN,
  QD_TIMELINE_SORT_TITLE,
  QD_TIMELINE_SORT_OWNER,
  QD_TIMELINE_SORT_START,
  QD_TIMELINE_SORT_DUE,
  QD_TIMELINE_SORT_DURATION,
  QD_TIMELINE_SORT_PROGRESS,
  QD_TIMELINE_SORT_FLOAT,
} QdTimelineSort;

extern const QdNick qd_timeline_sorts[];

/**
 * QdTimelineRow:
 * @source: which of the plans
 * @task: the row of its network; -1 for what is no task
 * @id: of the task, the plan, the phase, the objective or the account; of an owner, a hash of the name
 * @title: (transfer none): of a group
 */
typedef struct
{
  QdTimelineRowKind kind;
  guint             source;
  int               task;
  gint64            id;
  const char       *title;
  guint             depth;
  gboolean          expandable;
  gboolean          expanded;
} QdTimelineRow;

/**
 * QdTimelineFacts:
 * @task: (nullable): of a task
 * @start: on the plan's clock; %QD_MINUTE_NONE if it has no day
 * @total_float: in working minutes
 * @late_finish: when it may end at the latest
 * @baseline_start: %QD_MINUTE_NONE if there is no baseline, or it was not in it
 * @number: of the task in its plan; 0 for what is no task
 *
 * What there is to say of a row.
 */
typedef struct
{
  QdTask     *task;
  const char *title;
  QdMinute    start;
  QdMinute    finish;
  int         progress;
  gboolean    summary;
  gboolean    milestone;
  gboolean    meeting;
  gboolean    timed;
  gboolean    done;
  gboolean    late;
  gboolean    critical;
  int         total_float;
  QdMinute    late_finish;
  QdMinute    baseline_start;
  QdMinute    baseline_finish;
  guint       number;
} QdTimelineFacts;

#define QD_TYPE_TIMELINE_ITEM (qd_timeline_item_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineItem, qd_timeline_item, QD, TIMELINE_ITEM, GObject)

guint qd_timeline_item_get_position (QdTimelineItem *self);

#define QD_TYPE_TIMELINE_MODEL (qd_timeline_model_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineModel, qd_timeline_model, QD, TIMELINE_MODEL, GObject)

QdTimelineModel     *qd_timeline_model_new (QdPortfolio *portfolio);
QdPortfolio         *qd_timeline_model_get_portfolio (QdTimelineModel *self);
void                 qd_timeline_model_set_plans (QdTimelineModel *self,
                                                  GPtrArray       *plans);
void                 qd_timeline_model_set_schedule (QdTimelineModel *self,
                                                     QdPlanSchedule  *schedule);
guint                qd_timeline_model_get_n_plans (QdTimelineModel *self);
QdPlanSchedule      *qd_timeline_model_get_schedule (QdTimelineModel *self,
                                                     guint            source);
QdTaskTree          *qd_timeline_model_get_tree (QdTimelineModel *self,
                                                 guint            source);

guint                qd_timeline_model_get_n_rows (QdTimelineModel *self);
const QdTimelineRow *qd_timeline_model_get_row (QdTimelineModel *self,
                                                guint            position);
void                 qd_timeline_model_get_facts (QdTimelineModel *self,
                                                  guint            position,
                                                  QdTimelineFacts *facts);
QdTask              *qd_timeline_model_get_task (QdTimelineModel *self,
                                                 guint            position);
QdBaselineTask      *qd_timeline_model_find_baseline_task (QdTimelineModel *self,
                                                           gint64           task);
int                  qd_timeline_model_get_position (QdTimelineModel *self,
                                                     guint            source,
                                                     guint            task);
int                  qd_timeline_model_find_row (QdTimelineModel  *self,
                                                 QdTimelineRowKind kind,
                                                 gint64            id);
gboolean             qd_timeline_model_find_span (QdTimelineModel *self,
                                                  QdMinuteSpan    *span);

void                 qd_timeline_model_set_today (QdTimelineModel *self,
                                                  int              today);
int                  qd_timeline_model_get_today (QdTimelineModel *self);
void                 qd_timeline_model_set_grouping (QdTimelineModel   *self,
                                                     QdTimelineGrouping grouping);
QdTimelineGrouping   qd_timeline_model_get_grouping (QdTimelineModel *self);
void                 qd_timeline_model_set_filter (QdTimelineModel *self,
                                                   QdTimelineFilter filter);
QdTimelineFilter     qd_timeline_model_get_filter (QdTimelineModel *self);
void                 qd_timeline_model_set_search (QdTimelineModel *self,
                                                   const char      *text);
gboolean             qd_timeline_model_is_filtered (QdTimelineModel *self);
void                 qd_timeline_model_set_sort (QdTimelineModel *self,
                                                 QdTimelineSort   sort,
                                                 gboolean         descending);
QdTimelineSort       qd_timeline_model_get_sort (QdTimelineModel *self,
                                                 gboolean        *descending);
void                 qd_timeline_model_set_baseline (QdTimelineModel *self,
                                                     gint64           baseline);
gint64               qd_timeline_model_get_baseline (QdTimelineModel *self);
void                 qd_timeline_model_set_expanded (QdTimelineModel *self,
                                                     guint            position,
                                                     gboolean         expanded);
void                 qd_timeline_model_set_all_expanded (QdTimelineModel *self,
                                                         gboolean         expanded);

G_END_DECLS
