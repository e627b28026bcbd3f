/* qd-baseline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_BASELINE (qd_baseline_get_type ())

G_DECLARE_FINAL_TYPE (QdBaseline, qd_baseline, QD, BASELINE, QdRecord)

/**
 * QdBaseline:
 *
 * What a plan was on a day, to hold it against later.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdBaseline
{
  QdRecord parent_instance;

  gint64   plan;
  char    *name;
  int      day;
  gint64   created; /* seconds since 1970, in UTC */
};

#define QD_TYPE_BASELINE_TASK (qd_baseline_task_get_type ())

G_DECLARE_FINAL_TYPE (QdBaselineTask, qd_baseline_task, QD, BASELINE_TASK, QdRecord)

/**
 * QdBaselineTask:
 *
 * A task as it was in a baseline. It keeps its title: the task itself may be gone.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdBaselineTask
{
  QdRecord parent_instance;

  gint64   baseline;
  gint64   task; /* 0 for one that was deleted */
  char    *title;
  int      start;
  gint64   start_time;
  int      due;
  gint64   due_time;
  gint64   duration;
  gint64   progress;
};

G_END_DECLS
