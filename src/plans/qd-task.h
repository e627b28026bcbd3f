/* qd-task.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-objective.h"
#include "qd-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  QD_TASK_KIND_TASK,
  QD_TASK_KIND_MILESTONE,
  QD_TASK_KIND_WORKSHOP,
  QD_TASK_KIND_CALL,
} QdTaskKind;

/* The values of the SP Initiative::Status label, and done for a closed issue. */
typedef enum
{
  QD_TASK_STATUS_NOT_STARTED,
  QD_TASK_STATUS_ON_TRACK,
  QD_TASK_STATUS_WATCHPOINT,
  QD_TASK_STATUS_CONCERN,
  QD_TASK_STATUS_DONE,
} QdTaskStatus;

/* Whose days and hours a task is done in. */
typedef enum
{
  QD_TASK_SIDE_OURS,
  QD_TASK_SIDE_THEIRS,
  QD_TASK_SIDE_BOTH,
} QdTaskSide;

extern const QdNick qd_task_kinds[];
extern const QdNick qd_task_statuses[];
extern const QdNick qd_task_sides[];
extern const QdNick qd_constraint_kinds[];

#define QD_TYPE_TASK (qd_task_get_type ())

G_DECLARE_FINAL_TYPE (QdTask, qd_task, QD, TASK, QdRecord)

/**
 * QdTask:
 *
 * Work in a plan: the how of an objective.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdTask
{
  QdRecord         parent_instance;

  gint64           plan;
  gint64           phase;
  gint64           objective;
  char            *title;
  QdTaskKind       kind;
  QdTaskStatus     status;
  gint64           progress; /* 0 to 100 */
  int              start;
  int              due;
  gint64           duration; /* working minutes from start to end; none: as its days say */
  char            *owner;
  char            *customer_owner;
  QdVisibility     visibility;
  char            *notes;
  char            *source;
  double           position;
  gint64           parent;     /* the task that sums it up, or 0 */
  gint64           work;       /* how many minutes of work it is, however long it takes */
  gint64           start_time; /* minute of the day it starts at; none: when work begins */
  gint64           due_time;   /* and it ends at; none: when work ends */
  QdTaskSide       side;       /* none: by who owns it */
  QdConstraintKind constraint_kind;
  int              constraint_day;
  gint64           constraint_time;
  char            *content_module; /* the accelerator module it delivers */
};

gboolean qd_task_follows_start (QdTask *draft);

G_END_DECLS
