/* qd-report-seal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-seal"

#include "qd-report-data.h"

#include <glib/gi18n.h>

/* What is gathered for a report, with what its audience may read in the place of names. */

/* @place: where it stands, for the person who lets it out */
static void
take_text (QdExit     *exit,
           char      **text,
           const char *place)
{
  g_autofree char *before = g_steal_pointer (text);

  *text = qd_exit_dup_text (exit, before);
  qd_exit_look (exit, *text, place);
}

static void
take_person (QdExit     *exit,
             char      **text,
             const char *place)
{
  g_autofree char *before = g_steal_pointer (text);

  *text = qd_exit_dup_person (exit, before);
  qd_exit_look (exit, *text, place);
}

static void
take_task (QdExit       *exit,
           QdReportTask *task)
{
  take_text (exit, &task->title, _ ("Task, title"));
  take_person (exit, &task->owner, _ ("Task, owner"));
  take_person (exit, &task->customer_owner, _ ("Task, customer owner"));
  take_text (exit, &task->notes, _ ("Task, notes"));
  take_text (exit, &task->source, _ ("Task, source"));

  for (guint i = 0; i < task->check_items->len; i++)
    take_text (exit, &g_array_index (task->check_items, QdReportCheckItem, i).title, _ ("Checklist"));
}

static void
take_objective (QdExit            *exit,
                QdReportObjective *objective)
{
  take_text (exit, &objective->name, _ ("Objective, name"));
  take_text (exit, &objective->baseline, _ ("Objective, baseline"));
  take_text (exit, &objective->criteria, _ ("Objective, success criteria"));
  take_text (exit, &objective->impact, _ ("Objective, business impact"));
  take_person (exit, &objective->owner, _ ("Objective, owner"));
  take_person (exit, &objective->customer_owner, _ ("Objective, customer owner"));
  take_text (exit, &objective->summary, _ ("Objective, summary"));
  take_text (exit, &objective->successes, _ ("Objective, successes"));
  take_text (exit, &objective->risks, _ ("Objective, risks"));
}

void
qd_report_plan_seal (QdReportPlan *self,
                     QdExit       *exit)
{
  take_text (exit, &self->name, _ ("Plan, name"));
  take_text (exit, &self->strategy, _ ("Plan, strategy"));
  take_text (exit, &self->highlights, _ ("Plan, highlights"));

  for (guint i = 0; i < self->phases->len; i++)
    take_text (exit, &g_array_index (self->phases, QdReportPhase, i).name, _ ("Phase, name"));

  for (guint i = 0; i < self->objectives->len; i++)
    take_objective (exit, &g_array_index (self->objectives, QdReportObjective, i));

  for (guint i = 0; i < self->tasks->len; i++)
    take_task (exit, &g_array_index (self->tasks, QdReportTask, i));
}

/* @named, @detailed: whether the text or the detail of it is who somebody is */
static void
take_items (QdExit     *exit,
            GArray     *items,
            gboolean    named,
            gboolean    detailed,
            const char *place)
{
  for (guint i = 0; i < items->len; i++)
    {
      QdReportItem *item = &g_array_index (items, QdReportItem, i);

      if (named)
        take_person (exit, &item->text, place);
      else
        take_text (exit, &item->text, place);

      if (detailed)
        take_person (exit, &item->detail, place);
      else
        take_text (exit, &item->detail, place);
    }
}

void
qd_report_account_seal (QdReportAccount *self,
                        QdExit          *exit)
{
  take_text (exit, &self->health_reason, _ ("Health, reason"));
  take_text (exit, &self->next_step, _ ("Next step"));
  take_items (exit, self->ours, FALSE, TRUE, _ ("Our follow-ups"));
  take_items (exit, self->theirs, FALSE, TRUE, _ ("Their follow-ups"));
  take_items (exit, self->people, TRUE, FALSE, _ ("People"));
  take_items (exit, self->team, FALSE, FALSE, _ ("Account team"));
  take_items (exit, self->activities, FALSE, FALSE, _ ("Activity"));

  for (guint i = 0; i < self->plans->len; i++)
    take_text (exit, &g_array_index (self->plans, QdReportProgress, i).name, _ ("Plan, name"));
}
