/* qd-plan-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-csv"

#include <glib/gi18n.h>

#include "qd-csv.h"
#include "qd-plan-writers.h"
#include "qd-predecessors.h"

/* A column: one of the task’s own, or with a label of its own where @name is not one. */
typedef struct
{
  const char *name;
  const char *label;
} Column;

/* The first in the order that an issue importer wants: title, description, due. */
static const Column columns[] = {
  { "title", NULL },
  { "notes", NULL },
  { "due", NULL },
  { "start", NULL },
  { "kind", NULL },
  { "status", NULL },
  { "progress", NULL },
  { "duration", NULL },
  { "work", NULL },
  { "owner", NULL },
  { "customer_owner", NULL },
  { "visibility", NULL },
  { "phase", NULL },
  { "objective", NULL },
  { "row", N_ ("Row") },
  { "outline", N_ ("Outline Number") },
  { "predecessors", N_ ("Predecessors") },
  { "start_time", NULL },
  { "due_time", NULL },
  { "side", NULL },
  { "constraint_kind", NULL },
  { "constraint_day", NULL },
  { "constraint_time", NULL },
  { "content_module", NULL },
  { "source", NULL },
};

static char *
dup_day (int day)
{
  char text[QD_DAY_TEXT_SIZE] = "";

  if (day != QD_DAY_NONE)
    qd_day_format (day, text);

  return g_strdup (text);
}

static char *
dup_number (gint64 number)
{
  return number != QD_INTEGER_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
dup_time (gint64 minute)
{
  return minute != QD_INTEGER_NONE ? g_strdup_printf ("%02d:%02d", (int)minute / 60, (int)minute % 60) : g_strdup ("");
}

static char *
dup_label (const QdNick *nicks,
           int           value)
{
  return g_strdup (value != QD_ENUM_NONE ? qd_nicks_get_label (nicks, value) : "");
}

static char *
dup_predecessors (const QdPlanOutline *outline,
                  guint                index)
{
  g_autoptr(GArray) predecessors = g_array_new (FALSE, FALSE, sizeof (QdPredecessor));
  guint                n_links;
  const QdOutlineLink *links = qd_plan_outline_find_links (outline, index, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      QdPredecessor predecessor = { links[i].from + 1, links[i].kind, links[i].lag, links[i].elapsed };

      g_array_append_val (predecessors, predecessor);
    }

  return qd_predecessors_format ((const QdPredecessor *)predecessors->data, predecessors->len);
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/* Days as every program reads them. */
static char *
dup_when (const QdOutlineTask *task,
          const char          *name)
{
  if (g_str_equal (name, "due"))
    return dup_day (task->due);

  if (g_str_equal (name, "start"))
    return dup_day (task->start);

  if (g_str_equal (name, "constraint_day"))
    return dup_day (task->constraint_day);

  if (g_str_equal (name, "start_time"))
    return dup_time (task->start_time);

  if (g_str_equal (name, "due_time"))
    return dup_time (task->due_time);

  if (g_str_equal (name, "constraint_time"))
    return dup_time (task->constraint_time);

  return NULL;
}

static char *
dup_choice (const QdOutlineTask *task,
            const char          *name)
{
  if (g_str_equal (name, "kind"))
    return dup_label (qd_task_kinds, task->kind);

  if (g_str_equal (name, "status"))
    return dup_label (qd_task_statuses, task->status);

  if (g_str_equal (name, "visibility"))
    return dup_label (qd_visibilities, task->visibility);

  if (g_str_equal (name, "side"))
    return dup_label (qd_task_sides, (int)task->side);

  if (g_str_equal (name, "constraint_kind"))
    return dup_label (qd_constraint_kinds, task->constraint_kind);

  return NULL;
}

static char *
dup_value (const QdPlanOutline *outline,
           guint                index,
           const char          *name)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  char                *value;

  if ((value = dup_when (task, name)) || (value = dup_choice (task, name)))
    return value;

  if (g_str_equal (name, "title"))
    return dup_text (task->title);

  if (g_str_equal (name, "notes"))
    return dup_text (task->notes);

  if (g_str_equal (name, "progress"))
    return dup_number (task->progress);

  if (g_str_equal (name, "duration"))
    return dup_number (task->duration);

  if (g_str_equal (name, "work"))
    return dup_number (task->work);

  if (g_str_equal (name, "owner"))
    return dup_text (task->owner);

  if (g_str_equal (name, "customer_owner"))
    return dup_text (task->customer_owner);

  if (g_str_equal (name, "content_module"))
    return dup_text (task->content_module);

  if (g_str_equal (name, "source"))
    return dup_text (task->source);

  if (g_str_equal (name, "phase"))
    return dup_text (task->phase >= 0 ? qd_plan_outline_get_phase (outline, task->phase)->name : NULL);

  if (g_str_equal (name, "objective"))
    return dup_text (task->objective >= 0 ? qd_plan_outline_get_objective (outline, task->objective)->name : NULL);

  if (g_str_equal (name, "row"))
    return dup_number (index + 1);

  if (g_str_equal (name, "outline"))
    return dup_text (task->number);

  return dup_predecessors (outline, index);
}

/* A column that the audience may not read is not there at all. */
static gboolean
is_shown (const QdPlanOutline *outline,
          const Column        *column)
{
  return column->label != NULL || qd_audience_may_read_column (outline->audience, NULL, QD_TYPE_TASK, column->name);
}

/**
 * qd_plan_csv_write:
 *
 * Returns: (transfer full): the tasks, one a line, in the order of the board; RFC
 *   4180 in UTF-8 with a byte order mark, as spreadsheets want it
 */
GBytes *
qd_plan_csv_write (const QdPlanOutline *outline)
{
  g_autoptr(GString) csv = g_string_new ("\xef\xbb\xbf");

  for (guint row = 0; row <= outline->tasks->len; row++)
    {
      gboolean first = TRUE;

      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          const Column    *column = &columns[i];
          g_autofree char *value = NULL;

          if (!is_shown (outline, column))
            continue;

          if (row > 0)
            value = dup_value (outline, row - 1, column->name);
          else
            value = g_strdup (_ (column->label != NULL ? column->label
                                                       : qd_record_find_column (QD_TYPE_TASK, column->name)->label));

          g_string_append (csv, first ? "" : ",");
          qd_csv_append_field (csv, value);
          first = FALSE;
        }

      g_string_append (csv, "\r\n");
    }

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
