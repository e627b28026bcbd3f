/* qd-gitlab-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-gitlab-words"

#include "qd-gitlab-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-duration.h"
#include "qd-plan-writers.h"

/*
 * Labels and headings are GitLab’s, in English in every language: its success
 * plans are read by a program. A plan without one of them is not counted. Both
 * are as the handbook’s page on success plans of May 2026 has them; the commands
 * are those of the documentation’s page on quick actions.
 */

/* By QdTaskStatus: one that is done is an issue to be closed, which no command does when it is made. */
static const struct
{
  const char *label;
  const char *health;
} statuses[] = {
  [QD_TASK_STATUS_NOT_STARTED] = { "Not Started", NULL },
  [QD_TASK_STATUS_ON_TRACK] = { "On Track", "on_track" },
  [QD_TASK_STATUS_WATCHPOINT] = { "Watchpoint", "needs_attention" },
  [QD_TASK_STATUS_CONCERN] = { "Concern", "at_risk" },
  [QD_TASK_STATUS_DONE] = { "On Track", "on_track" },
};

/* What a person wrote is read by people: a line of it that looks like a command is none. */
static gboolean
is_command (const char *line)
{
  line += strspn (line, " \t");

  return line[0] == '/' && g_ascii_isalpha (line[1]);
}

static void
append_prose (GString    *body,
              const char *text)
{
  g_autofree char *clean = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_auto(GStrv) lines = NULL;

  if (clean == NULL || *clean == '\0')
    return;

  lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (body, is_command (lines[i]) ? "\\" : "");
      g_string_append (body, is_command (lines[i]) ? g_strchug (lines[i]) : lines[i]);
      g_string_append_c (body, '\n');
    }

  g_string_append_c (body, '\n');
}

static void
append_heading (GString    *body,
                const char *heading)
{
  g_string_append (body, heading);
  g_string_append (body, "\n\n");
}

static void
append_fact (GString    *body,
             const char *label,
             const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (body, "- %s: %s\n", label, value);
}

/* A text of more than one line goes on below its bullet. */
static void
append_criterion (GString    *body,
                  const char *label,
                  const char *text)
{
  g_autofree char *clean = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *joined = NULL;

  if (clean == NULL)
    return;

  lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strconcat (i > 0 && is_command (lines[i]) ? "\\" : "", g_strstrip (lines[i]), NULL);

      g_free (lines[i]);
      lines[i] = line;
    }

  joined = g_strjoinv ("\n  ", lines);
  append_fact (body, label, joined);
}

static void
append_day (GString    *body,
            const char *label,
            int         day)
{
  char text[QD_DAY_TEXT_SIZE];

  if (day == QD_DAY_NONE)
    return;

  qd_day_format (day, text);
  append_fact (body, label, text);
}

static void
append_label (GString    *body,
              const char *scope,
              const char *value)
{
  g_string_append_printf (body, " ~\"%s%s\"", scope, value);
}

static void
append_due (GString *body,
            int      day)
{
  char text[QD_DAY_TEXT_SIZE];

  if (day == QD_DAY_NONE)
    return;

  qd_day_format (day, text);
  g_string_append_printf (body, "/due %s\n", text);
}

/* Whether it is a person as GitLab names one: “@ada.lovelace”. */
gboolean
qd_gitlab_is_user (const char *owner)
{
  const char *name = owner != NULL && *owner == '@' ? owner + 1 : "";

  return *name != '\0' && *name != '-' && *name != '.' &&
         strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") == strlen (name);
}

static void
append_assignee (GString    *body,
                 const char *owner)
{
  if (qd_gitlab_is_user (owner))
    g_string_append_printf (body, "/assign %s\n", owner);
}

/* In the days of eight hours that GitLab has too */
static void
append_estimate (GString *body,
                 gint64   minutes)
{
  const struct
  {
    gint64      minutes;
    const char *unit;
  } units[] = { { QD_DURATION_DAY, "d" }, { QD_DURATION_HOUR, "h" }, { 1, "m" } };

  if (minutes == QD_INTEGER_NONE || minutes <= 0)
    return;

  g_string_append (body, "/estimate");

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (minutes >= units[i].minutes)
        g_string_append_printf (body, " %" G_GINT64_FORMAT "%s", minutes / units[i].minutes, units[i].unit);

      minutes %= units[i].minutes;
    }

  g_string_append_c (body, '\n');
}

/* The epic that an objective already is, where its summary has the address. */
static void
append_epic (GString                  *body,
             const QdOutlineObjective *objective)
{
  g_autoptr(GRegex) regex = g_regex_new ("https://[^\\s()<>]+/-/epics/[0-9]+", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  if (objective->summary != NULL && g_regex_match (regex, objective->summary, 0, &match))
    {
      g_autofree char *address = g_match_info_fetch (match, 0);

      g_string_append_printf (body, "/epic %s\n", address);
    }
}

static void
append_facts (GString             *body,
              const QdPlanOutline *outline,
              const QdOutlineTask *task)
{
  gsize before = body->len;

  if (task->phase >= 0)
    append_fact (body, _ ("Phase"), qd_plan_outline_get_phase (outline, task->phase)->name);

  if (task->objective >= 0)
    append_fact (body, _ ("Objective"), qd_plan_outline_get_objective (outline, task->objective)->name);

  append_day (body, _ ("Start"), task->start);

  if (!qd_gitlab_is_user (task->owner))
    append_fact (body, _ ("Owner"), task->owner);

  append_fact (body, _ ("Customer Owner"), task->customer_owner);

  if (body->len > before)
    g_string_append_c (body, '\n');
}

static void
append_checks (GString             *body,
               const QdOutlineTask *task)
{
  for (guint i = 0; i < task->checks->len; i++)
    {
      const QdOutlineCheck *check = g_ptr_array_index (task->checks, i);

      g_string_append_printf (body, "- [%c] %s\n", check->done ? 'x' : ' ', check->title);
    }

  if (task->checks->len > 0)
    g_string_append_c (body, '\n');
}

/**
 * qd_gitlab_dup_issue:
 * @index: of a task
 *
 * Returns: (transfer full): the description of an issue, with quick actions that
 *   set the rest
 */
char *
qd_gitlab_dup_issue (const QdPlanOutline *outline,
                     guint                index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  g_autoptr(GString) body = g_string_new (NULL);

  append_heading (body, "## Update");
  append_prose (body, task->notes);
  append_facts (body, outline, task);
  append_checks (body, task);

  g_string_append (body, "/label");
  append_label (body, "SP Initiative::Status::", statuses[task->status].label);
  g_string_append_c (body, '\n');
  append_assignee (body, task->owner);
  append_due (body, task->due);

  if (statuses[task->status].health != NULL)
    g_string_append_printf (body, "/health_status %s\n", statuses[task->status].health);

  append_estimate (body, task->work);

  if (task->objective >= 0)
    append_epic (body, qd_plan_outline_get_objective (outline, task->objective));

  return g_string_free_and_steal (g_steal_pointer (&body));
}

static void
append_epic_labels (GString                  *body,
                    const QdOutlineObjective *objective)
{
  g_string_append (body, "/label");
  append_label (body, "SP Objective", "");
  append_label (body, "SP Objective::Status::", qd_objective_statuses[objective->status].label);

  if ((int)objective->outcome != QD_ENUM_NONE)
    append_label (body, "Verifiable Outcome::", qd_outcomes[objective->outcome].label);

  if ((int)objective->use_case != QD_ENUM_NONE)
    append_label (body, "UseCase::", qd_use_cases[objective->use_case].label);

  if ((int)objective->priority != QD_ENUM_NONE)
    append_label (body, "Priority::", qd_objective_priorities[objective->priority].label);

  if (objective->accelerator)
    append_label (body, "Success Accelerator", "");

  g_string_append_c (body, '\n');
}

/**
 * qd_gitlab_dup_epic:
 * @index: of an objective
 *
 * Returns: (transfer full): the description of an epic, with quick actions that
 *   set the rest
 */
char *
qd_gitlab_dup_epic (const QdPlanOutline *outline,
                    guint                index)
{
  const QdOutlineObjective *objective = qd_plan_outline_get_objective (outline, index);
  g_autoptr(GString) body = g_string_new (NULL);

  append_heading (body, "## Summary");
  append_prose (body, objective->summary);
  append_prose (body, objective->impact);

  if (objective->owner != NULL && !qd_gitlab_is_user (objective->owner))
    append_fact (body, _ ("Owner"), objective->owner);

  append_fact (body, _ ("Customer Owner"), objective->customer_owner);

  if (!g_str_has_suffix (body->str, "\n\n"))
    g_string_append_c (body, '\n');

  if (objective->successes != NULL)
    {
      append_heading (body, "### Successes");
      append_prose (body, objective->successes);
    }

  if (objective->risks != NULL)
    {
      append_heading (body, "### Risks");
      append_prose (body, objective->risks);
    }

  append_heading (body, "## Success Criteria");
  append_criterion (body, _ ("Baseline"), objective->baseline);
  /* Translators: what is to be reached, above the success criteria */
  append_criterion (body, C_ ("success criteria", "Target"), objective->criteria);
  append_day (body, _ ("Date"), objective->due);

  if (!g_str_has_suffix (body->str, "\n\n"))
    g_string_append_c (body, '\n');

  append_heading (body, "## Updates");
  append_epic_labels (body, objective);
  append_assignee (body, objective->owner);
  append_due (body, objective->due);

  return g_string_free_and_steal (g_steal_pointer (&body));
}
