/* qd-baseline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-baseline"

#include "qd-baseline.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdBaseline, qd_baseline, QD_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (QdBaselineTask, qd_baseline_task, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdBaseline, plan, N_ ("Plan")),
  QD_COLUMN_LINE (QdBaseline, name, N_ ("Name")),
  QD_COLUMN_DAY (QdBaseline, day, N_ ("Day")),
  QD_COLUMN_INTEGER (QdBaseline, created, N_ ("Created")),
};

static const QdColumn task_columns[] = {
  QD_COLUMN_REFERENCE (QdBaselineTask, baseline, N_ ("Baseline")),
  QD_COLUMN_REFERENCE (QdBaselineTask, task, N_ ("Task"), .nullable = TRUE),
  QD_COLUMN_LINE (QdBaselineTask, title, N_ ("Title")),
  QD_COLUMN_DAY (QdBaselineTask, start, N_ ("Start"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdBaselineTask, start_time, N_ ("Start Time"), .nullable = TRUE),
  QD_COLUMN_DAY (QdBaselineTask, due, N_ ("Due"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdBaselineTask, due_time, N_ ("Due Time"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdBaselineTask, duration, N_ ("Duration"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdBaselineTask, progress, N_ ("Progress")),
};

static void
qd_baseline_class_init (QdBaselineClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "baseline", columns, G_N_ELEMENTS (columns));
}

static void
qd_baseline_init (QdBaseline *self)
{
}

static void
qd_baseline_task_class_init (QdBaselineTaskClass *klass)
{
  qd_record_class_install_columns (
      QD_RECORD_CLASS (klass), "baseline_task", task_columns, G_N_ELEMENTS (task_columns));
}

static void
qd_baseline_task_init (QdBaselineTask *self)
{
}
