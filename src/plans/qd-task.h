/* qd-task.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-objective.h"

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

extern const QdNick qd_task_kinds[];
extern const QdNick qd_task_statuses[];

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
  QdRecord     parent_instance;

  gint64       plan;
  gint64       phase;
  gint64       objective;
  char        *title;
  QdTaskKind   kind;
  QdTaskStatus status;
  gint64       progress; /* 0 to 100 */
  int          start;
  int          due;
  gint64       duration; /* working minutes */
  char        *owner;
  char        *customer_owner;
  QdVisibility visibility;
  char        *notes;
  char        *source;
  double       position;
};

G_END_DECLS
