/* qd-timeline-view-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-view-commands"

#include <glib/gi18n.h>

#include "qd-copying.h"
#include "qd-screen.h"
#include "qd-shell.h"
#include "qd-slip-text.h"
#include "qd-task-edits.h"
#include "qd-task-table-edits.h"
#include "qd-timeline-edits.h"
#include "qd-timeline-view-private.h"
#include "qd-timeline-words.h"

/* What is done to the rows, whether the keys, the pointer or a menu asked for it. */

static void
say (QdTimelineView *self,
     const char     *words)
{
  g_autofree char *seen = qd_screen_dup_text (self->portfolio, words);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->chart), seen, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
qd_timeline_view_applied_cb (GObject      *store,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(QdTimelineView) self = user_data;
  g_autoptr(GError) error = NULL;
  const char *headline;

  qd_timeline_chart_set_busy (self->chart, FALSE);

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_shell_report (self, error);
      return;
    }

  /* By now the strip tells what moved; those who hear it learn it the same way. */
  if (self->model == NULL || !(headline = qd_timeline_strip_get_headline (self->strip)))
    return;

  /* What moved nothing leaves there what was told before. */
  if (g_set_str (&self->announced, headline))
    say (self, headline);
}

/* @batch: (transfer full) */
void
qd_timeline_view_apply (QdTimelineView *self,
                        QdBatch        *batch,
                        const char     *label)
{
  qd_timeline_chart_set_busy (self->chart, TRUE);
  qd_batch_apply_async (
      batch, qd_portfolio_get_store (self->portfolio), label, NULL, qd_timeline_view_applied_cb, g_object_ref (self));
}

/* What is to be done, or why it cannot be */
void
qd_timeline_view_apply_or_report (QdTimelineView *self,
                                  QdBatch        *batch,
                                  char           *label,
                                  const GError   *error)
{
  if (batch != NULL)
    qd_timeline_view_apply (self, batch, label);
  else if (error != NULL)
    qd_shell_tell (self, error->message);

  g_free (label);
}

/* Returns: the row that keys act on, or -1 */
int
qd_timeline_view_get_current (QdTimelineView *self)
{
  int position = qd_timeline_table_get_focused (self->table);

  if (position < 0)
    position = qd_timeline_chart_get_current (self->chart);

  return position < (int)qd_timeline_model_get_n_rows (self->model) ? position : -1;
}

/* Returns: (transfer full) (element-type guint): the rows that are selected, or the current one */
GArray *
qd_timeline_view_dup_positions (QdTimelineView *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  int     current = qd_timeline_view_get_current (self);

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      guint position = gtk_bitset_get_nth (selected, (guint)i);

      g_array_append_val (positions, position);
    }

  if (positions->len == 0 && current >= 0)
    g_array_append_vals (positions, &(guint){ (guint)current }, 1);

  return positions;
}

/* Returns: (transfer full) (element-type QdTask) */
GPtrArray *
qd_timeline_view_dup_tasks (QdTimelineView *self)
{
  g_autoptr(GArray) positions = qd_timeline_view_dup_positions (self);
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < positions->len; i++)
    {
      QdTask *task = qd_timeline_model_get_task (self->model, g_array_index (positions, guint, i));

      if (task != NULL)
        g_ptr_array_add (tasks, g_object_ref (task));
    }

  return tasks;
}

void
qd_timeline_view_open (QdTimelineView *self,
                       guint           position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self->model, position);
  QdTask              *task = qd_timeline_model_get_task (self->model, position);

  if (task != NULL)
    g_signal_emit_by_name (self, "open-task", task);
  else if (row->kind == QD_TIMELINE_ROW_PLAN)
    g_signal_emit_by_name (
        self, "open-plan", qd_plan_schedule_get_plan (qd_timeline_model_get_schedule (self->model, row->source)));
  else
    qd_timeline_model_set_expanded (self->model, position, !row->expanded);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  int current = qd_timeline_view_get_current (user_data);

  if (current >= 0)
    qd_timeline_view_open (user_data, (guint)current);
}

static void
added_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdTimelineView) self = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    return;

  self->awaited = 0;
  qd_shell_report (self, error);
}

static void
add_task (QdTimelineView *self,
          QdTask         *draft,
          gint64          before)
{
  g_object_set (draft, "title", _ ("New Task"), NULL);
  self->awaited = qd_record_get_id (draft);
  qd_task_add_async (qd_portfolio_get_store (self->portfolio), draft, before, added_cb, g_object_ref (self));
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  QdTimelineView *self = user_data;
  gboolean        above = g_str_equal (g_action_get_name (G_ACTION (action)), "add-above");
  gint64          before;
  g_autoptr(QdTask) draft =
                qd_timeline_create_task (self->model, qd_timeline_view_get_current (self), above, &before);

  if (draft != NULL)
    add_task (self, draft, before);
}

static gboolean
edit_awaited_cb (gpointer user_data)
{
  g_autoptr(QdTimelineView) self = user_data;
  int position;

  if (self->awaited == 0)
    return G_SOURCE_REMOVE;

  position = qd_timeline_model_find_row (self->model, QD_TIMELINE_ROW_TASK, self->awaited);
  self->awaited = 0;

  if (position < 0)
    return G_SOURCE_REMOVE;

  qd_timeline_chart_set_current (self->chart, position, TRUE);
  qd_timeline_chart_reveal (self->chart, (guint)position);

  if (qd_timeline_view_shows_table (self))
    qd_timeline_table_edit (self->table, (guint)position, QD_TIMELINE_COLUMN_TITLE);
  else
    qd_timeline_view_open (self, (guint)position);

  return G_SOURCE_REMOVE;
}

/* A task that was just added gets its title typed as soon as there is a row for it. */
void
qd_timeline_view_edit_awaited (QdTimelineView *self)
{
  if (self->awaited != 0 && qd_timeline_model_find_row (self->model, QD_TIMELINE_ROW_TASK, self->awaited) >= 0)
    g_idle_add (edit_awaited_cb, g_object_ref (self));
}

/* Of a row without a bar, that one gets it; elsewhere it is a new task. */
void
qd_timeline_view_draw_task (QdTimelineView *self,
                            int             position,
                            QdMinute        start,
                            QdMinute        finish)
{
  QdTask *task = position >= 0 ? qd_timeline_model_get_task (self->model, (guint)position) : NULL;
  gint64  before;
  g_autoptr(QdTask) draft = NULL;
  int first = qd_minute_get_day (start), last = qd_minute_get_day (finish - 1);

  if (task != NULL)
    draft = qd_record_dup_draft (task);
  else
    draft = qd_timeline_create_task (self->model, position, FALSE, &before);

  if (draft == NULL)
    return;

  if (draft->kind == QD_TASK_KIND_MILESTONE)
    g_object_set (draft, "due", last, NULL);
  else
    g_object_set (draft, "start", first, "due", last, NULL);

  /* Only a stretch within a day was meant by the hour. */
  if (first == last && finish - start < QD_MINUTES_PER_DAY)
    g_object_set (draft,
                  "start-time", (gint64)qd_minute_get_time (start),
                  "due-time", (gint64)(finish - qd_minute_from_day (last)),
                  NULL);

  if (task != NULL)
    qd_record_save_async (draft,
                          qd_portfolio_get_store (self->portfolio),
                          _ ("Give Task Its Days"),
                          qd_shell_edit_cb,
                          g_object_ref (self));
  else
    add_task (self, draft, before);
}

static void
reordered_cb (GObject      *store,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(QdTimelineView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  QdTask          *task;
  int              current;

  qd_timeline_chart_set_busy (self->chart, FALSE);

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_shell_report (self, error);
      return;
    }

  if (self->model == NULL || (current = qd_timeline_view_get_current (self)) < 0 ||
      !(task = qd_timeline_model_get_task (self->model, (guint)current)))
    return;

  qd_timeline_chart_reveal (self->chart, (guint)current);
  place = qd_timeline_dup_place_words (self->model, (guint)current);
  /* Translators: %1$s is a task, %2$s is “row 4 of 20” */
  words = g_strdup_printf (_ ("“%1$s” is %2$s now"), task->title, place);
  say (self, words);
}

static void
reorder_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  QdTimelineView *self = user_data;
  gboolean        up = g_str_equal (g_action_get_name (G_ACTION (action)), "move-up");
  int             current = qd_timeline_view_get_current (self);
  QdTask         *task = current >= 0 ? qd_timeline_model_get_task (self->model, (guint)current) : NULL;
  gint64          before;
  g_autoptr(GError) error = NULL;

  if (task == NULL)
    return;

  if (qd_timeline_find_place (self->model, (guint)current, up, &before, &error))
    {
      qd_timeline_chart_set_busy (self->chart, TRUE);
      qd_task_move_async (
          qd_portfolio_get_store (self->portfolio), task, task->phase, before, reordered_cb, g_object_ref (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      say (self, error->message);
    }
  else
    {
      qd_shell_tell (self, error->message);
    }
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdTimelineView *self = user_data;
  g_autoptr(GPtrArray) tasks = qd_timeline_view_dup_tasks (self);
  guint n_tasks = qd_tasks_delete_async (
      tasks, qd_portfolio_get_store (self->portfolio), qd_shell_edit_cb, g_object_ref (self));
  g_autofree char *words = NULL;

  if (n_tasks == 0)
    {
      g_object_unref (self);
      return;
    }

  words = qd_tasks_dup_deleted_words (n_tasks);
  qd_shell_tell_undoable (self, words);
}

void
qd_timeline_view_set_progress (QdTimelineView *self,
                               GArray         *positions,
                               int             progress)
{
  char    *label = NULL;
  QdBatch *batch = qd_timeline_set_progress (self->model, positions, progress, &label);

  qd_timeline_view_apply_or_report (self, batch, label, NULL);
}

static void
progress_answered_cb (QdTimelineView *self,
                      const char     *response,
                      AdwAlertDialog *dialog)
{
  g_autoptr(GArray) positions = qd_timeline_view_dup_positions (self);
  AdwSpinRow *row = g_object_get_data (G_OBJECT (dialog), "qd-row");

  if (g_str_equal (response, "set"))
    qd_timeline_view_set_progress (self, positions, (int)adw_spin_row_get_value (row));
}

/* Enter in a row of numbers does nothing by itself. */
static void
activate_default_from (GtkEditable *editable)
{
  while (editable != NULL && !GTK_IS_TEXT (editable))
    editable = gtk_editable_get_delegate (editable);

  if (editable != NULL)
    gtk_text_set_activates_default (GTK_TEXT (editable), TRUE);
}

static void
set_progress_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  QdTimelineView *self = user_data;
  g_autoptr(GPtrArray) tasks = qd_timeline_view_dup_tasks (self);
  AdwDialog *dialog;
  GtkWidget *group, *row;

  if (tasks->len == 0)
    return;

  dialog = adw_alert_dialog_new (_ ("Set Progress"), NULL);
  group = adw_preferences_group_new ();
  row = adw_spin_row_new_with_range (0, 100, 5);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Percent Done"));
  adw_spin_row_set_value (ADW_SPIN_ROW (row), (double)QD_TASK (g_ptr_array_index (tasks, 0))->progress);
  activate_default_from (GTK_EDITABLE (row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "set", _ ("_Set"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "set", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "set");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "qd-row", row);
  adw_dialog_set_focus (dialog, row);
  g_signal_connect_object (dialog, "response", G_CALLBACK (progress_answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* What moved, for those who are told */
typedef struct
{
  QdPlanSchedule *schedule;
  QdAudience      audience;
  int             today;
} Copy;

static void
copy_free (gpointer data)
{
  g_object_unref (((Copy *)data)->schedule);
  g_free (data);
}

static char *
dup_copy (gpointer data,
          GError **error)
{
  Copy *copy = data;

  return qd_slip_text_dup_for (copy->schedule, copy->audience, copy->today, error);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  QdTimelineView *self = user_data;
  QdPlanSchedule *schedule = qd_timeline_strip_get_schedule (self->strip);
  gboolean        customer = g_str_equal (g_action_get_name (G_ACTION (action)), "copy-customer");
  Copy           *copy;

  if (schedule == NULL)
    return;

  copy = g_new0 (Copy, 1);
  *copy = (Copy){ g_object_ref (schedule),
                  customer ? QD_AUDIENCE_CUSTOMER : QD_AUDIENCE_INTERNAL,
                  qd_timeline_model_get_today (self->model) };
  qd_copying_run (self,
                  self->portfolio,
                  copy->audience,
                  qd_plan_schedule_get_plan (schedule)->account,
                  dup_copy,
                  copy,
                  copy_free,
                  customer ? _ ("Copied for the customer") : _ ("Copied for colleagues"));
}

static const GActionEntry entries[] = {
  { "edit", edit_cb },
  { "add-above", add_cb },
  { "add-below", add_cb },
  { "move-up", reorder_cb },
  { "move-down", reorder_cb },
  { "delete", delete_cb },
  { "set-progress", set_progress_cb },
  { "copy-customer", copy_cb },
  { "copy-internal", copy_cb },
};

void
qd_timeline_view_add_commands (QdTimelineView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  qd_timeline_view_add_link_commands (self);
  qd_timeline_view_add_findings (self);
}

/* Both in the table and on the chart */
void
qd_timeline_view_class_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit-weeks" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit-weeks" },
    { GDK_KEY_bracketright, GDK_CONTROL_MASK, "timeline.indent" },
    { GDK_KEY_bracketleft, GDK_CONTROL_MASK, "timeline.outdent" },
    { GDK_KEY_Insert, 0, "timeline.add-below" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "timeline.add-above" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "timeline.add-below" },
    { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.add-above" },
    { GDK_KEY_Return, GDK_ALT_MASK, "timeline.edit" },
    { GDK_KEY_Up, GDK_ALT_MASK, "timeline.move-up" },
    { GDK_KEY_KP_Up, GDK_ALT_MASK, "timeline.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "timeline.move-down" },
    { GDK_KEY_KP_Down, GDK_ALT_MASK, "timeline.move-down" },
    { GDK_KEY_Delete, 0, "timeline.delete" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

void
qd_timeline_view_pop_up_menu (QdTimelineView *self,
                              GtkWidget      *around,
                              double          x,
                              double          y)
{
  guint    source;
  gboolean link = around == GTK_WIDGET (self->chart) && qd_timeline_chart_get_chosen_link (self->chart, &source) >= 0;
  g_autoptr(GMenuModel) model = qd_timeline_view_create_menu (self, link);
  graphene_point_t point;

  if (!gtk_widget_compute_point (
          around, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    return;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)point.x, (int)point.y, 1, 1 });
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
