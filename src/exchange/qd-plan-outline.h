/* qd-plan-outline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-plan-calendars.h"
#include "qd-plan.h"
#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

/* A stretch of the plan; its days are days, not counted from the start of the plan. */
typedef struct
{
  gint64 id;
  char  *name;
  int    first;
  int    last;
} QdOutlinePhase;

typedef struct
{
  gint64              id;
  char               *name;
  QdUseCase           use_case; /* none: QD_ENUM_NONE, as of all that follow */
  QdObjectivePriority priority;
  QdObjectiveStatus   status;
  QdOutcome           outcome;
  char               *baseline;
  char               *criteria;
  char               *impact;
  int                 due;
  char               *owner;
  char               *customer_owner;
  char               *summary;
  char               *successes;
  char               *risks;
  gboolean            accelerator;
  QdVisibility        visibility;
} QdOutlineObjective;

typedef struct
{
  char    *title;
  gboolean done;
} QdOutlineCheck;

/**
 * QdOutlineTask:
 * @phase: an index, or -1; a task is in the phase of its summary
 * @objective: an index, or -1
 * @parent: the index of the task that sums it up, or -1
 * @level: 1 for a task that none sums up
 * @number: where it stands, such as “2.1”
 * @summary: whether it sums up others
 * @critical: only where qd_plan_outline_mark_critical() was told
 * @checks: (element-type QdOutlineCheck)
 *
 * The other fields are as those of a #QdTask.
 */
typedef struct
{
  gint64           id;
  int              phase;
  int              objective;
  int              parent;
  guint            level;
  char            *number;
  gboolean         summary;
  gboolean         critical;
  char            *title;
  QdTaskKind       kind;
  QdTaskStatus     status;
  int              progress;
  int              start;
  int              due;
  gint64           start_time;
  gint64           due_time;
  gint64           duration;
  gint64           work;
  QdTaskSide       side;
  char            *owner;
  char            *customer_owner;
  QdVisibility     visibility;
  char            *notes;
  QdConstraintKind constraint_kind;
  int              constraint_day;
  gint64           constraint_time;
  char            *content_module;
  char            *source;
  GPtrArray       *checks;
} QdOutlineTask;

/* From the end or start of a task to another’s, both by index */
typedef struct
{
  guint      from;
  guint      to;
  QdLinkKind kind;
  gint64     lag;
  gboolean   elapsed;
} QdOutlineLink;

/* As a task was; @task is its index, and -1 for one that is gone. */
typedef struct
{
  int    task;
  int    start;
  int    due;
  gint64 start_time;
  gint64 due_time;
  gint64 duration;
} QdOutlineBaselineTask;

typedef struct
{
  char   *name;
  int     day;
  GArray *tasks; /* of QdOutlineBaselineTask, by the index of the task */
} QdOutlineBaseline;

/**
 * QdPlanOutline:
 * @customer: as the audience knows it
 * @has_words: whether there is a strategy or highlights, which only the plan itself has
 * @calendars: when work is done; the usual week where the audience is not told more
 * @clock: (nullable): the zone that the times are in, if that is known
 *
 * A plan as one audience may read it, gathered from the portfolio so that what
 * writes a file of it needs nothing else: neither records nor the portfolio.
 *
 * The tasks are in the order of the board, each after the task that sums it up;
 * a row of the plan is an index and 1.
 */
typedef struct
{
  QdAudience       audience;
  gint64           id;
  QdPlanKind       kind;
  char            *name;
  char            *customer;
  int              start;
  int              target;
  int              status_day;
  gboolean         has_words;
  GPtrArray       *phases;     /* of QdOutlinePhase */
  GPtrArray       *objectives; /* of QdOutlineObjective */
  GPtrArray       *tasks;      /* of QdOutlineTask */
  GArray          *links;      /* of QdOutlineLink */
  GPtrArray       *baselines;  /* of QdOutlineBaseline */
  QdPlanCalendars *calendars;
  GTimeZone       *clock;
} QdPlanOutline;

QdPlanOutline               *qd_plan_outline_new (QdPortfolio *portfolio,
                                                  gint64       plan,
                                                  QdAudience   audience,
                                                  GError     **error);
gboolean                     qd_plan_outline_check_calendars (const QdPlanOutline *self,
                                                              QdPortfolio         *portfolio,
                                                              GError             **error);
QdPlanOutline               *qd_plan_outline_new_empty (void);
void                         qd_plan_outline_free (QdPlanOutline *self);
void                         qd_plan_outline_mark_critical (QdPlanOutline *self,
                                                            const gint64  *ids,
                                                            guint          n_ids);

QdOutlinePhase              *qd_plan_outline_add_phase (QdPlanOutline *self,
                                                        const char    *name);
QdOutlineObjective          *qd_plan_outline_add_objective (QdPlanOutline *self,
                                                            const char    *name);
QdOutlineTask               *qd_plan_outline_add_task (QdPlanOutline *self,
                                                       const char    *title);
QdOutlineBaseline           *qd_plan_outline_add_baseline (QdPlanOutline *self,
                                                           const char    *name);
void                         qd_plan_outline_add_link (QdPlanOutline *self,
                                                       QdOutlineLink  link);
void                         qd_plan_outline_arrange (QdPlanOutline *self);
const QdOutlineLink         *qd_plan_outline_find_links (const QdPlanOutline *self,
                                                         guint                to,
                                                         guint               *n_links);
const QdOutlineBaselineTask *qd_outline_baseline_find (const QdOutlineBaseline *baseline,
                                                       guint                    task);

static inline QdOutlineTask *
qd_plan_outline_get_task (const QdPlanOutline *self,
                          guint                index)
{
  return g_ptr_array_index (self->tasks, index);
}

static inline QdOutlinePhase *
qd_plan_outline_get_phase (const QdPlanOutline *self,
                           guint                index)
{
  return g_ptr_array_index (self->phases, index);
}

static inline QdOutlineObjective *
qd_plan_outline_get_objective (const QdPlanOutline *self,
                               guint                index)
{
  return g_ptr_array_index (self->objectives, index);
}

/* When a task is done, worked out from what is known of it */

QdWorkTime *qd_plan_outline_get_calendar (const QdPlanOutline *self,
                                          const QdOutlineTask *task);
gboolean    qd_plan_outline_has_time (const QdOutlineTask *task);
gboolean    qd_plan_outline_get_days (const QdPlanOutline *self,
                                      guint                index,
                                      int                 *first,
                                      int                 *last);
gboolean    qd_plan_outline_get_span (const QdPlanOutline *self,
                                      guint                index,
                                      QdMinuteSpan        *span);
gboolean    qd_plan_outline_get_own_span (const QdPlanOutline *self,
                                          const QdOutlineTask *task,
                                          QdMinuteSpan        *span);
int         qd_plan_outline_get_own_duration (const QdPlanOutline *self,
                                              const QdOutlineTask *task);
int         qd_plan_outline_get_duration (const QdPlanOutline *self,
                                          guint                index);
QdMinute    qd_plan_outline_begin_of_work (const QdPlanOutline *self,
                                           const QdOutlineTask *task,
                                           int                  day);
QdMinute    qd_plan_outline_end_of_work (const QdPlanOutline *self,
                                         const QdOutlineTask *task,
                                         int                  day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPlanOutline, qd_plan_outline_free)

G_END_DECLS
