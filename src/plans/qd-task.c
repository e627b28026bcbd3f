/* qd-task.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task"

#include "qd-task.h"

#include <glib/gi18n.h>

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
  QD_COLUMN_INTEGER (QdTask, duration, N_ ("Duration"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTask, owner, N_ ("Owner"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTask, customer_owner, N_ ("Customer Owner"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdTask, visibility, QdVisibility, qd_visibilities, N_ ("Visible To")),
  QD_COLUMN_TEXT (QdTask, notes, N_ ("Notes"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTask, source, N_ ("Source"), .nullable = TRUE),
  QD_COLUMN_REAL (QdTask, position, N_ ("Position")),
};

static gboolean
qd_task_check (gpointer draft,
               GError **error)
{
  QdTask *self = draft;

  if (self->due != QD_DAY_NONE && self->start != QD_DAY_NONE && self->due < self->start)
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

  return TRUE;
}

static void
qd_task_class_init (QdTaskClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "task", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_task_check;
}

static void
qd_task_init (QdTask *self)
{
}
