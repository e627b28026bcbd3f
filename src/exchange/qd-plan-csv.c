/* qd-plan-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-csv"

#include <glib/gi18n.h>

#include "qd-csv.h"
#include "qd-format.h"
#include "qd-leaks.h"
#include "qd-order-edits.h"
#include "qd-phase.h"
#include "qd-task.h"

/* The first in the order that an issue importer wants: title, description, due. */
static const char *const columns[] = { "title", "notes", "due", "start", "kind", "status",
                                       "progress", "duration", "work", "owner", "customer-owner", "visibility" };

static int
compare_tasks (gconstpointer a,
               gconstpointer b,
               gpointer      portfolio)
{
  QdTask  *first = *(QdTask **)a;
  QdTask  *second = *(QdTask **)b;
  QdPhase *first_phase = qd_portfolio_lookup (portfolio, QD_TYPE_PHASE, first->phase);
  QdPhase *second_phase = qd_portfolio_lookup (portfolio, QD_TYPE_PHASE, second->phase);
  double   left = first_phase != NULL ? first_phase->position : G_MAXDOUBLE;
  double   right = second_phase != NULL ? second_phase->position : G_MAXDOUBLE;
  int      order = qd_order_compare (left, first->phase, right, second->phase);

  return order != 0 ? order
                    : qd_order_compare (first->position, qd_record_get_id (first), second->position, qd_record_get_id (second));
}

/* Days as every program reads them. */
static char *
dup_value (QdTask     *task,
           const char *column)
{
  char text[QD_DAY_TEXT_SIZE] = "";
  int  day = g_str_equal (column, "due") ? task->due : g_str_equal (column, "start") ? task->start
                                                                                     : QD_DAY_NONE;

  if (day != QD_DAY_NONE)
    qd_day_format (day, text);

  if (g_str_equal (column, "due") || g_str_equal (column, "start"))
    return g_strdup (text);

  if (g_str_equal (column, "duration") || g_str_equal (column, "work"))
    {
      gint64 minutes = g_str_equal (column, "work") ? task->work : task->duration;

      return minutes != QD_INTEGER_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, minutes) : g_strdup ("");
    }

  return qd_record_dup_display (task, column);
}

static gboolean
may_read (QdAccount  *account,
          QdAudience  audience,
          const char *column)
{
  const QdColumn *described = qd_record_find_column (QD_TYPE_TASK, column);

  return qd_audience_may_read_column (audience, account, QD_TYPE_TASK, described->name);
}

static void
write_header (GString   *csv,
              QdAccount *account,
              QdAudience audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (!may_read (account, audience, columns[i]))
        continue;

      qd_csv_append_field (csv, _ (qd_record_find_column (QD_TYPE_TASK, columns[i])->label));
      g_string_append_c (csv, ',');
    }

  qd_csv_append_field (csv, _ ("Phase"));
  g_string_append (csv, "\r\n");
}

static void
write_field (GString    *csv,
             QdLeaks    *leaks,
             QdTask     *task,
             const char *label,
             const char *value)
{
  /* Translators: a column of the list of tasks, and the task: Notes of the task “Move the runners” */
  g_autofree char *place = g_strdup_printf (_ ("%1$s of the task “%2$s”"), label, task->title);

  qd_leaks_look (leaks, value, place);
  qd_csv_append_field (csv, value);
}

static void
write_task (GString     *csv,
            QdPortfolio *portfolio,
            QdAccount   *account,
            QdAudience   audience,
            QdLeaks     *leaks,
            QdTask      *task)
{
  QdPhase *phase = qd_portfolio_lookup (portfolio, QD_TYPE_PHASE, task->phase);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *value = dup_value (task, columns[i]);

      if (!may_read (account, audience, columns[i]))
        continue;

      write_field (csv, leaks, task, _ (qd_record_find_column (QD_TYPE_TASK, columns[i])->label), value);
      g_string_append_c (csv, ',');
    }

  write_field (csv, leaks, task, _ ("Phase"), phase != NULL ? phase->name : "");
  g_string_append (csv, "\r\n");
}

/* Returns: (transfer container): those tasks of @plan that @audience may read, in the order of the board */
static GPtrArray *
list_tasks (QdPortfolio *portfolio,
            QdPlan      *plan,
            QdAudience   audience)
{
  GPtrArray *children = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  GPtrArray *tasks = g_ptr_array_new ();

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      if (qd_audience_may_read (audience, g_ptr_array_index (children, i)))
        g_ptr_array_add (tasks, g_ptr_array_index (children, i));
    }

  g_ptr_array_sort_with_data (tasks, compare_tasks, portfolio);

  return tasks;
}

/**
 * qd_plan_csv_export:
 * @plan: an id
 *
 * It is refused where a text would give away a name that @audience must not
 * read.
 *
 * Returns: (transfer full) (nullable): the tasks that @audience may read, one a
 *   line, in the order of the board
 */
GBytes *
qd_plan_csv_export (QdPortfolio *portfolio,
                    gint64       plan,
                    QdAudience   audience,
                    GError     **error)
{
  QdPlan    *record = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, plan);
  QdAccount *account;
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(QdLeaks) leaks = NULL;
  g_autoptr(GString) csv = g_string_new ("\xef\xbb\xbf");

  if (record == NULL)
    {
      g_set_error_literal (
          error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_NOT_FOUND, _ ("It is no longer there; nothing was exported"));
      return NULL;
    }

  account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, record->account);
  tasks = list_tasks (portfolio, record, audience);
  leaks = qd_leaks_new (portfolio, audience, record->account);
  write_header (csv, account, audience);

  for (guint i = 0; i < tasks->len; i++)
    write_task (csv, portfolio, account, audience, leaks, g_ptr_array_index (tasks, i));

  return qd_leaks_check (leaks, error) ? g_string_free_to_bytes (g_steal_pointer (&csv)) : NULL;
}
