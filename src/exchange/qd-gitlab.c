/* qd-gitlab.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-gitlab"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-csv.h"
#include "qd-exchange.h"
#include "qd-gitlab-words.h"
#include "qd-plan-writers.h"

/*
 * A plan for GitLab. What imports issues from a table makes no epics, so the
 * tasks are there as a table, and the objectives, with the tasks below each, as
 * text to be pasted.
 */

/* GitLab takes blanks off a title: before what a spreadsheet takes for a formula one does no harm, as an apostrophe would. */
static void
append_title (GString    *csv,
              const char *title)
{
  g_autofree char *guarded = g_strconcat (strchr ("=+-@", *title) != NULL ? " " : "", title, NULL);

  qd_csv_append_verbatim (csv, guarded);
}

/**
 * qd_gitlab_csv_write:
 *
 * Returns: (transfer full) (nullable): the columns that GitLab reads issues from
 */
GBytes *
qd_gitlab_csv_write (const QdPlanOutline *outline,
                     GError             **error)
{
  g_autoptr(GString) csv = g_string_new ("title,description,due_date,milestone,type\r\n");

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);
      g_autofree char     *description = qd_gitlab_dup_issue (outline, i);
      char                 due[QD_DAY_TEXT_SIZE] = "";

      if (task->due != QD_DAY_NONE)
        qd_day_format (task->due, due);

      append_title (csv, task->title);
      g_string_append_c (csv, ',');
      qd_csv_append_verbatim (csv, description);
      g_string_append_printf (csv, ",%s,,issue\r\n", due);
    }

  if (csv->len > QD_GITLAB_CSV_LIMIT)
    {
      g_set_error (error,
                   QD_EXCHANGE_ERROR,
                   QD_EXCHANGE_ERROR_TARGET,
                   _ ("The table would be larger than the %d MB that GitLab reads; nothing was exported"),
                   QD_GITLAB_CSV_LIMIT / 1024 / 1024);
      return NULL;
    }

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}

static void
append_part (GString    *text,
             const char *format,
             const char *title,
             const char *body)
{
  if (text->len > 0)
    g_string_append (text, "\n---\n\n");

  g_string_append_printf (text, format, title);
  g_string_append_printf (text, "\n\n%s", body);
}

/* @objective is an index, or -1 for those that belong to none. */
static void
append_issues (GString             *text,
               const QdPlanOutline *outline,
               int                  objective)
{
  for (guint i = 0; i < outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);
      g_autofree char     *body = NULL;

      if (task->objective != objective)
        continue;

      body = qd_gitlab_dup_issue (outline, i);
      /* Translators: %s is the title of the issue to be made in GitLab */
      append_part (text, _ ("# Issue: %s"), task->title, body);
    }
}

/**
 * qd_gitlab_md_write:
 *
 * Returns: (transfer full): an epic for each objective and an issue for each task,
 *   one after the other, each with its title above it and a rule between them
 */
GBytes *
qd_gitlab_md_write (const QdPlanOutline *outline)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < outline->objectives->len; i++)
    {
      const QdOutlineObjective *objective = qd_plan_outline_get_objective (outline, i);
      g_autofree char          *body = qd_gitlab_dup_epic (outline, i);

      /* Translators: %s is the title of the epic to be made in GitLab */
      append_part (text, _ ("# Epic: %s"), objective->name, body);
      append_issues (text, outline, (int)i);
    }

  append_issues (text, outline, -1);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
