/* qd-task-table-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-column"

#include "qd-task-table-column.h"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-day-parse.h"
#include "qd-day-words.h"
#include "qd-duration.h"
#include "qd-phase.h"
#include "qd-plan-progress.h"
#include "qd-screen.h"
#include "qd-status-look.h"
#include "qd-task-edits.h"

static const QdTaskColumn columns[] = {
  { "done", N_ ("Done"), "status", QD_TASK_CELL_KIND_DONE, 44, TRUE },
  { "title", N_ ("Title"), "title", QD_TASK_CELL_KIND_TEXT, 260, TRUE },
  { "status", N_ ("Status"), "status", QD_TASK_CELL_KIND_CHOICE, 124, TRUE },
  { "progress", N_ ("Progress"), "progress", QD_TASK_CELL_KIND_TEXT, 112, TRUE, TRUE },
  { "start", N_ ("Start"), "start", QD_TASK_CELL_KIND_DAY, 104, TRUE },
  { "due", N_ ("Due"), "due", QD_TASK_CELL_KIND_DAY, 196, TRUE },
  { "duration", N_ ("Duration"), "duration", QD_TASK_CELL_KIND_TEXT, 92, TRUE },
  { "work", N_ ("Work"), "work", QD_TASK_CELL_KIND_TEXT, 92, TRUE },
  { "owner", N_ ("Owner"), "owner", QD_TASK_CELL_KIND_TEXT, 116, TRUE },
  { "customer-owner", N_ ("Customer Owner"), "customer-owner", QD_TASK_CELL_KIND_TEXT, 140, TRUE },
  { "kind", N_ ("Kind"), "kind", QD_TASK_CELL_KIND_CHOICE, 112, TRUE },
  { "phase", N_ ("Phase"), "phase", QD_TASK_CELL_KIND_CHOICE, 160, TRUE },
  { "objective", N_ ("Objective"), "objective", QD_TASK_CELL_KIND_CHOICE, 180, TRUE },
  { "visibility", N_ ("Visible To"), "visibility", QD_TASK_CELL_KIND_CHOICE, 120, TRUE },
};

const QdTaskColumn *
qd_task_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);

  return columns;
}

/* Returns: (nullable): the column called @id */
const QdTaskColumn *
qd_task_columns_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (g_str_equal (columns[i].id, id))
        return &columns[i];
    }

  return NULL;
}

void
qd_task_cell_look_clear (QdTaskCellLook *look)
{
  g_clear_pointer (&look->text, g_free);
}

static const char *
get_visibility_icon (int visibility)
{
  return visibility == QD_VISIBILITY_CUSTOMER ? "view-reveal-symbolic" : "view-conceal-symbolic";
}

static gboolean
is_column (const QdTaskColumn *column,
           const char         *id)
{
  return g_str_equal (column->id, id);
}

static gboolean
is_minutes (const QdTaskColumn *column)
{
  return is_column (column, "duration") || is_column (column, "work");
}

static gint64
get_minutes (const QdTaskColumn *column,
             QdTask             *task)
{
  return is_column (column, "work") ? task->work : task->duration;
}

/* “Tue 24 Nov”, and for one that presses, why: “Tue 24 Nov · 3 days late” */
static void
get_due_look (QdTaskTableModel *model,
              QdTask           *task,
              QdTaskCellLook   *look)
{
  int              today = qd_task_table_model_get_today (model);
  QdTaskUrgency    urgency = qd_task_get_urgency (task, today);
  g_autofree char *day = qd_day_dup_short (task->due, today);
  g_autofree char *words = NULL;

  if (urgency != QD_TASK_URGENCY_LATE && urgency != QD_TASK_URGENCY_TODAY)
    {
      look->text = g_steal_pointer (&day);
      look->style = urgency == QD_TASK_URGENCY_DONE ? "dimmed" : NULL;
      return;
    }

  words = urgency == QD_TASK_URGENCY_LATE ? qd_task_dup_due_words (task, today) : g_strdup (_ ("today"));
  /* Translators: a day and what it means: “Tue 24 Nov · 3 days late” */
  look->text = g_strdup_printf (_ ("%1$s · %2$s"), day, words);
  look->icon = qd_task_urgency_get_icon (urgency);
  look->style = qd_task_urgency_get_style (urgency);
}

static char *
dup_name (QdTaskTableModel *model,
          GType             type,
          gint64            id)
{
  QdPortfolio     *portfolio = qd_task_table_model_get_portfolio (model);
  gpointer         record = id != 0 ? qd_portfolio_lookup (portfolio, type, id) : NULL;
  g_autofree char *name = NULL;

  if (record != NULL)
    g_object_get (record, "name", &name, NULL);

  return name != NULL ? qd_screen_dup_text (portfolio, name) : g_strdup ("");
}

static void
get_choice_look (const QdTaskColumn *column,
                 QdTaskTableModel   *model,
                 QdTask             *task,
                 QdTaskCellLook     *look)
{
  if (is_column (column, "status"))
    {
      look->text = g_strdup (qd_nicks_get_label (qd_task_statuses, task->status));
      look->icon = qd_task_status_get_icon (task->status);
      look->style = qd_task_status_get_style (task->status);
    }
  else if (is_column (column, "kind"))
    {
      look->text = g_strdup (qd_nicks_get_label (qd_task_kinds, task->kind));
      look->icon = qd_task_kind_get_icon (task->kind);
    }
  else if (is_column (column, "visibility"))
    {
      look->text = g_strdup (qd_nicks_get_label (qd_visibilities, task->visibility));
      look->icon = get_visibility_icon (task->visibility);
    }
  else if (is_column (column, "phase"))
    {
      look->text = dup_name (model, QD_TYPE_PHASE, task->phase);
    }
  else
    {
      look->text = dup_name (model, QD_TYPE_OBJECTIVE, task->objective);
    }
}

/**
 * qd_task_column_get_look:
 * @look: (out): to be cleared
 */
void
qd_task_column_get_look (const QdTaskColumn *column,
                         QdTaskTableModel   *model,
                         QdTask             *task,
                         QdTaskCellLook     *look)
{
  *look = (QdTaskCellLook){ .share = -1 };

  /* The row for a new task asks for a title and says nothing else. */
  if (!qd_record_is_live (task))
    {
      if (is_column (column, "title") && (task->title == NULL || *task->title == '\0'))
        {
          look->text = g_strdup (_ ("New task…"));
          look->style = "dimmed";
        }
      else if (is_column (column, "done"))
        look->icon = "list-add-symbolic";

      return;
    }

  if (column->kind == QD_TASK_CELL_KIND_DONE)
    look->icon = task->status == QD_TASK_STATUS_DONE ? "checkbox-checked-symbolic" : "checkbox-symbolic";
  else if (column->kind == QD_TASK_CELL_KIND_CHOICE)
    get_choice_look (column, model, task, look);
  else if (is_column (column, "start"))
    look->text = qd_day_dup_short (task->start, qd_task_table_model_get_today (model));
  else if (is_column (column, "due"))
    get_due_look (model, task, look);
  else if (is_column (column, "progress"))
    {
      /* Translators: a percentage */
      look->text = g_strdup_printf (_ ("%d%%"), (int)task->progress);
      look->share = CLAMP (task->progress / 100.0, 0, 1);
    }
  else if (is_minutes (column))
    look->text = qd_duration_dup_words (get_minutes (column, task) > 0 ? get_minutes (column, task) : -1);
  else
    {
      g_autofree char *text = NULL;

      g_object_get (task, column->property, &text, NULL);
      look->text = qd_screen_dup_text (qd_task_table_model_get_portfolio (model), text);
    }

  if (is_column (column, "title"))
    {
      g_autofree char *hint = qd_task_table_model_dup_hint (model, task);

      look->icon = hint != NULL ? "dialog-warning-symbolic" : NULL;
    }

  if (look->style == NULL && task->status == QD_TASK_STATUS_DONE)
    look->style = "dimmed";
}

/* Returns: (transfer full): the cell, for those who hear it */
char *
qd_task_column_dup_label (const QdTaskColumn *column,
                          QdTaskTableModel   *model,
                          QdTask             *task)
{
  g_auto(QdTaskCellLook) look = { 0 };
  g_autofree char *hint = NULL;
  const char      *text;

  qd_task_column_get_look (column, model, task, &look);
  text = look.text;

  if (is_column (column, "title") && look.icon != NULL)
    {
      hint = qd_task_table_model_dup_hint (model, task);
      /* Translators: read aloud: a column, what is in it, and a warning about that */
      return g_strdup_printf (_ ("%1$s: %2$s. %3$s"), _ (column->title), text, hint);
    }

  if (column->kind == QD_TASK_CELL_KIND_DONE)
    text = !qd_record_is_live (task)             ? ""
           : task->status == QD_TASK_STATUS_DONE ? _ ("yes")
                                                 : _ ("no");

  /* Translators: read aloud: a column and what is in it: “Owner: Ines” */
  return g_strdup_printf (_ ("%1$s: %2$s"),
                          _ (column->title),
                          text != NULL && *text != '\0' ? text : C_ ("read aloud", "empty"));
}

/* Returns: (transfer full): the cell as it is edited */
char *
qd_task_column_dup_text (const QdTaskColumn *column,
                         QdTask             *task)
{
  char *text = NULL;

  if (column->kind == QD_TASK_CELL_KIND_DAY)
    return qd_day_dup_editable (is_column (column, "start") ? task->start : task->due);

  if (is_column (column, "progress"))
    return g_strdup_printf ("%d", (int)task->progress);

  if (is_minutes (column))
    return qd_duration_dup_words (get_minutes (column, task) == QD_INTEGER_NONE ? -1 : get_minutes (column, task));

  g_object_get (task, column->property, &text, NULL);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
refuse (GError    **error,
        const char *sentence)
{
  g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_BAD_VALUE, sentence);

  return FALSE;
}

static gboolean
set_progress_text (QdTask     *draft,
                   const char *text,
                   GError    **error)
{
  g_autofree char *digits = g_strdup (text);
  gint64           progress = 0;

  g_strdelimit (digits, "%", ' ');
  g_strstrip (digits);

  if (*digits != '\0' && !g_ascii_string_to_signed (digits, 10, 0, 100, &progress, NULL))
    return refuse (error, _ ("“Progress” must be between 0 and 100"));

  qd_task_apply_progress (draft, (int)progress);

  return TRUE;
}

/**
 * qd_task_column_set_text:
 * @text: as a person typed it; nothing means none
 *
 * Sets it on @draft, which still is to be checked as a whole.
 */
gboolean
qd_task_column_set_text (const QdTaskColumn *column,
                         QdTaskTableModel   *model,
                         QdTask             *draft,
                         const char         *text,
                         GError            **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  gint64           minutes = QD_INTEGER_NONE;
  int              day = QD_DAY_NONE;

  if (is_column (column, "progress"))
    return set_progress_text (draft, clean, error);

  if (is_minutes (column))
    {
      if (*clean != '\0' && !qd_duration_parse (clean, &minutes))
        {
          /* Translators: %s is a column, such as “Duration” */
          g_autofree char *message = g_strdup_printf (
              _ ("“%s” must be a length of work, such as “90 min”, “4 h” or “2 d”"), _ (column->title));

          return refuse (error, message);
        }

      g_object_set (draft, column->property, minutes, NULL);
      return TRUE;
    }

  if (column->kind == QD_TASK_CELL_KIND_DAY)
    {
      if (*clean != '\0' && !qd_day_parse_words (clean,
                                                 qd_task_table_model_get_today (model),
                                                 qd_day_get_locale_order (),
                                                 &day))
        {
          g_set_error (error,
                       QD_RECORD_ERROR,
                       QD_RECORD_ERROR_BAD_VALUE,
                       _ ("“%s” must be a day, such as “24 Nov”, “next Tuesday” or “in 3 weeks”"),
                       _ (column->title));
          return FALSE;
        }

      g_object_set (draft, column->property, day, NULL);
      return TRUE;
    }

  g_object_set (draft, column->property, *clean != '\0' ? clean : NULL, NULL);

  return TRUE;
}

static void
choice_clear (gpointer data)
{
  g_free (((QdTaskChoice *)data)->label);
}

static void
add_choice (GArray     *choices,
            gint64      value,
            const char *label,
            const char *icon)
{
  QdTaskChoice choice = { value, g_strdup (label), icon };

  g_array_append_val (choices, choice);
}

typedef const char *(*GetIconFunc) (int value);

static const char *
get_status_icon (int value)
{
  return qd_task_status_get_icon ((QdTaskStatus)value);
}

static const char *
get_kind_icon (int value)
{
  return qd_task_kind_get_icon ((QdTaskKind)value);
}

static void
add_nicks (GArray       *choices,
           const QdNick *nicks,
           GetIconFunc   get_icon)
{
  for (int i = 0; nicks[i].nick != NULL; i++)
    add_choice (choices, i, _ (nicks[i].label), get_icon (i));
}

static int
compare_by_position (gconstpointer a,
                     gconstpointer b)
{
  double position_a, position_b;

  g_object_get (*(gpointer *)a, "position", &position_a, NULL);
  g_object_get (*(gpointer *)b, "position", &position_b, NULL);

  return (position_a > position_b) - (position_a < position_b);
}

static void
add_records (GArray           *choices,
             QdTaskTableModel *model,
             GType             type)
{
  GPtrArray *children = qd_portfolio_peek_children (qd_task_table_model_get_portfolio (model),
                                                    type,
                                                    qd_record_get_id (qd_task_table_model_get_plan (model)));
  g_autoptr(GPtrArray) records = g_ptr_array_copy (children, NULL, NULL);

  g_ptr_array_set_free_func (records, NULL);
  g_ptr_array_sort (records, compare_by_position);

  for (guint i = 0; i < records->len; i++)
    {
      gpointer         record = g_ptr_array_index (records, i);
      g_autofree char *name = dup_name (model, type, qd_record_get_id (record));

      add_choice (choices, qd_record_get_id (record), name, NULL);
    }
}

/* Returns: (transfer full): QdTaskChoice, in their order */
GArray *
qd_task_column_create_choices (const QdTaskColumn *column,
                               QdTaskTableModel   *model)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (QdTaskChoice));

  g_array_set_clear_func (choices, choice_clear);

  if (is_column (column, "status") || is_column (column, "done"))
    add_nicks (choices, qd_task_statuses, get_status_icon);
  else if (is_column (column, "kind"))
    add_nicks (choices, qd_task_kinds, get_kind_icon);
  else if (is_column (column, "visibility"))
    add_nicks (choices, qd_visibilities, get_visibility_icon);
  else if (is_column (column, "phase"))
    {
      add_records (choices, model, QD_TYPE_PHASE);
      add_choice (choices, 0, _ ("No Phase"), NULL);
    }
  else
    {
      add_records (choices, model, QD_TYPE_OBJECTIVE);
      add_choice (choices, 0, _ ("No Objective"), NULL);
    }

  return choices;
}

gint64
qd_task_column_get_choice (const QdTaskColumn *column,
                           QdTask             *task)
{
  if (is_column (column, "status"))
    return task->status;

  if (is_column (column, "kind"))
    return task->kind;

  if (is_column (column, "visibility"))
    return task->visibility;

  return is_column (column, "phase") ? task->phase : task->objective;
}

/* Sets @value on @draft; what goes along with it, too. */
void
qd_task_column_set_choice (const QdTaskColumn *column,
                           QdTaskTableModel   *model,
                           QdTask             *draft,
                           gint64              value)
{
  QdPortfolio *portfolio = qd_task_table_model_get_portfolio (model);

  if (g_str_equal (column->property, "status"))
    qd_task_apply_status (
        draft,
        (QdTaskStatus)value,
        qd_portfolio_peek_children (portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (draft)));
  else if (is_column (column, "phase") || is_column (column, "objective"))
    g_object_set (draft, column->property, value, NULL);
  else
    g_object_set (draft, column->property, (int)value, NULL);
}

static int
compare_days (int a,
              int b)
{
  /* What has no day comes after what has one. */
  if (a == QD_DAY_NONE || b == QD_DAY_NONE)
    return (a == QD_DAY_NONE) - (b == QD_DAY_NONE);

  return (a > b) - (a < b);
}

int
qd_task_column_compare (const QdTaskColumn *column,
                        QdTaskTableModel   *model,
                        QdTask             *a,
                        QdTask             *b)
{
  g_auto(QdTaskCellLook) look_a = { 0 };
  g_auto(QdTaskCellLook) look_b = { 0 };

  if (is_column (column, "start"))
    return compare_days (a->start, b->start);

  if (is_column (column, "due"))
    return compare_days (a->due, b->due);

  if (is_column (column, "progress"))
    return (a->progress > b->progress) - (a->progress < b->progress);

  if (is_minutes (column))
    return (get_minutes (column, a) > get_minutes (column, b)) - (get_minutes (column, a) < get_minutes (column, b));

  if (is_column (column, "done"))
    return (a->status == QD_TASK_STATUS_DONE) - (b->status == QD_TASK_STATUS_DONE);

  if (column->kind == QD_TASK_CELL_KIND_CHOICE && !is_column (column, "phase") && !is_column (column, "objective"))
    return (int)(qd_task_column_get_choice (column, a) - qd_task_column_get_choice (column, b));

  qd_task_column_get_look (column, model, a, &look_a);
  qd_task_column_get_look (column, model, b, &look_b);

  return g_utf8_collate (look_a.text != NULL ? look_a.text : "", look_b.text != NULL ? look_b.text : "");
}
