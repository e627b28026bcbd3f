/* qd-report-seal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-seal"

#include "qd-report-data.h"

/* What is gathered for a report, with what its audience may read in the place of names. */

static void
take_text (QdExit *exit,
           char  **text)
{
  g_autofree char *before = g_steal_pointer (text);

  *text = qd_exit_dup_text (exit, before);
}

static void
take_person (QdExit *exit,
             char  **text)
{
  g_autofree char *before = g_steal_pointer (text);

  *text = qd_exit_dup_person (exit, before);
}

static void
take_task (QdExit       *exit,
           QdReportTask *task)
{
  take_text (exit, &task->title);
  take_person (exit, &task->owner);
  take_person (exit, &task->customer_owner);
  take_text (exit, &task->notes);
  take_text (exit, &task->source);

  for (guint i = 0; i < task->check_items->len; i++)
    take_text (exit, &g_array_index (task->check_items, QdReportCheckItem, i).title);
}

static void
take_objective (QdExit            *exit,
                QdReportObjective *objective)
{
  take_text (exit, &objective->name);
  take_text (exit, &objective->baseline);
  take_text (exit, &objective->criteria);
  take_text (exit, &objective->impact);
  take_person (exit, &objective->owner);
  take_person (exit, &objective->customer_owner);
  take_text (exit, &objective->summary);
  take_text (exit, &objective->successes);
  take_text (exit, &objective->risks);
}

void
qd_report_plan_seal (QdReportPlan *self,
                     QdExit       *exit)
{
  take_text (exit, &self->name);
  take_text (exit, &self->strategy);
  take_text (exit, &self->highlights);

  for (guint i = 0; i < self->phases->len; i++)
    take_text (exit, &g_array_index (self->phases, QdReportPhase, i).name);

  for (guint i = 0; i < self->objectives->len; i++)
    take_objective (exit, &g_array_index (self->objectives, QdReportObjective, i));

  for (guint i = 0; i < self->tasks->len; i++)
    take_task (exit, &g_array_index (self->tasks, QdReportTask, i));
}

/* @named, @detailed: whether the text or the detail of it is who somebody is */
static void
take_items (QdExit  *exit,
            GArray  *items,
            gboolean named,
            gboolean detailed)
{
  for (guint i = 0; i < items->len; i++)
    {
      QdReportItem *item = &g_array_index (items, QdReportItem, i);

      if (named)
        take_person (exit, &item->text);
      else
        take_text (exit, &item->text);

      if (detailed)
        take_person (exit, &item->detail);
      else
        take_text (exit, &item->detail);
    }
}

void
qd_report_account_seal (QdReportAccount *self,
                        QdExit          *exit)
{
  take_text (exit, &self->health_reason);
  take_text (exit, &self->next_step);
  take_items (exit, self->ours, FALSE, TRUE);
  take_items (exit, self->theirs, FALSE, TRUE);
  take_items (exit, self->people, TRUE, FALSE);
  take_items (exit, self->team, FALSE, FALSE);
  take_items (exit, self->activities, FALSE, FALSE);

  for (guint i = 0; i < self->plans->len; i++)
    take_text (exit, &g_array_index (self->plans, QdReportProgress, i).name);
}
