/* qd-task.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task"

#include "qd-task.h"

#include <glib/gi18n.h>

#include "qd-duration.h"
#include "qd-schedule-edits.h"

G_DEFINE_FINAL_TYPE (QdTask, qd_task, QD_TYPE_RECORD)

const QdNick qd_task_kinds[] = {
  { "task", N_ ("Task") },
  { "milestone", N_ ("Milestone") },
  { "workshop", N_ ("Workshop") },
  { "call", N_ ("Call") },
  { NULL },
};

const QdNick qd_task_statuses[] = {
  { "not-started", N_ ("Not Started") },
  { "on-track", N_ ("On Track") },
  { "watchpoint", N_ ("Watchpoint") },
  { "concern", N_ ("Concern") },
  { "done", N_ ("Done") },
  { NULL },
};

const QdNick qd_task_sides[] = {
  { "ours", N_ ("Our Working Days") },
  { "theirs", N_ ("The Customer’s Working Days") },
  { "both", N_ ("Working Days of Both") },
  { NULL },
};

/* As soon as possible is to have none. */
const QdNick qd_constraint_kinds[] = {
  { "not-before", N_ ("Start Not Before") },
  { "not-after", N_ ("Finish Not After") },
  { "fixed", N_ ("Start Fixed On") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdTask, plan, N_ ("Plan")),
  QD_COLUMN_REFERENCE (QdTask, phase, N_ ("Phase"), .nullable = TRUE),
  QD_COLUMN_REFERENCE (QdTask, objective, N_ ("Objective"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTask, title, N_ ("Title")),
  QD_COLUMN_ENUM (QdTask, kind, QdTaskKind, qd_task_kinds, N_ ("Kind")),
  QD_COLUMN_ENUM (QdTask, status, QdTaskStatus, qd_task_statuses, N_ ("Status")),
  QD_COLUMN_INTEGER (QdTask, progress, N_ ("Progress")),
  QD_COLUMN_DAY (QdTask, start, N_ ("Start"), .nullable = TRUE),
  QD_COLUMN_DAY (QdTask, due, N_ ("Due"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdTask, duration, N_ ("Duration"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_WORK),
  QD_COLUMN_LINE (QdTask, owner, N_ ("Owner"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTask, customer_owner, N_ ("Customer Owner"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdTask, visibility, QdVisibility, qd_visibilities, N_ ("Visible To")),
  QD_COLUMN_TEXT (QdTask, notes, N_ ("Notes"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTask, source, N_ ("Source"), .nullable = TRUE),
  QD_COLUMN_REAL (QdTask, position, N_ ("Position")),
  QD_COLUMN_REFERENCE (QdTask, parent, N_ ("Summary"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdTask, work, N_ ("Work"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_WORK),
  QD_COLUMN_INTEGER (QdTask, start_time, N_ ("Start Time"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_TIME),
  QD_COLUMN_INTEGER (QdTask, due_time, N_ ("Due Time"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_TIME),
  QD_COLUMN_ENUM (QdTask, side, QdTaskSide, qd_task_sides, N_ ("Works On"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdTask, constraint_kind, QdConstraintKind, qd_constraint_kinds, N_ ("Constraint"), .nullable = TRUE),
  QD_COLUMN_DAY (QdTask, constraint_day, N_ ("Constraint Day"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdTask, constraint_time, N_ ("Constraint Time"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_TIME),
  QD_COLUMN_LINE (QdTask, content_module, N_ ("Content Module"), .nullable = TRUE),
};

static gboolean
is_time (gint64 minute,
         int    last)
{
  return minute == QD_INTEGER_NONE || (minute >= 0 && minute <= last);
}

/* What belongs together is there together, and times are of a day. */
static gboolean
check_schedule (QdTask  *self,
                GError **error)
{
  const char *message = NULL;

  if (!is_time (self->start_time, QD_MINUTES_PER_DAY - 1) || !is_time (self->due_time, QD_MINUTES_PER_DAY) ||
      !is_time (self->constraint_time, QD_MINUTES_PER_DAY))
    message = _ ("A time must be a minute of a day, from 0 to 1440");
  else if (self->work != QD_INTEGER_NONE && self->work < 0)
    message = _ ("“Work” must not be less than 0");
  else if ((self->constraint_kind != QD_CONSTRAINT_KIND_NONE) != (self->constraint_day != QD_DAY_NONE))
    message = _ ("A constraint must have a day, and only a constraint may have one");
  else if (self->parent != 0 && self->parent == qd_record_get_id (self))
    message = _ ("A task cannot sum itself up");
  else if (self->start == self->due && self->start != QD_DAY_NONE && self->start_time != QD_INTEGER_NONE &&
           self->due_time != QD_INTEGER_NONE && self->due_time < self->start_time)
    message = _ ("“Due Time” must not be before “Start Time” on the same day");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, message);

  return FALSE;
}

/* Whether the day it is due follows from the day it starts, which was set alone. */
gboolean
qd_task_follows_start (QdTask *draft)
{
  return draft->duration > 0 && qd_record_is_touched (draft, "start") && !qd_record_is_touched (draft, "due");
}

static gboolean
qd_task_check (gpointer draft,
               GError **error)
{
  QdTask *self = draft;

  if (self->due != QD_DAY_NONE && self->start != QD_DAY_NONE && self->due < self->start && !qd_task_follows_start (self))
    {
      g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Due” must not be before “Start”"));
      return FALSE;
    }

  if (self->progress < 0 || self->progress > 100)
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Progress” must be between 0 and 100"));
      return FALSE;
    }

  if (self->duration != QD_INTEGER_NONE && self->duration < 0)
    {
      g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Duration” must not be less than 0"));
      return FALSE;
    }

  if ((self->duration != QD_INTEGER_NONE && self->duration > QD_DURATION_LONGEST) ||
      (self->work != QD_INTEGER_NONE && self->work > QD_DURATION_LONGEST))
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Duration” and “Work” must not be longer than ten years"));
      return FALSE;
    }

  return check_schedule (self, error);
}

static void
qd_task_class_init (QdTaskClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "task", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_task_check;
  QD_RECORD_CLASS (klass)->follow = qd_task_follow;
}

static void
qd_task_init (QdTask *self)
{
}
