/* qd-task-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table"

#include "qd-task-table.h"

#include <glib/gi18n.h>

#include "qd-task-table-private.h"

/**
 * QdTaskTable:
 *
 * The tasks of a plan as a table, grouped by phase or objective, each cell to be
 * edited where it stands. Narrow, it is a list that opens a task.
 *
 * Its rows are made when it is first in sight: a plan page that shows its board
 * pays nothing for it.
 */
G_DEFINE_FINAL_TYPE (QdTaskTable, qd_task_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PORTFOLIO,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec        *properties[N_PROPS];

static const QdTaskFilter filter_flags[] = { QD_TASK_FILTER_OPEN,
                                             QD_TASK_FILTER_LATE,
                                             QD_TASK_FILTER_OURS,
                                             QD_TASK_FILTER_CUSTOMER,
                                             QD_TASK_FILTER_INTERNAL };

static void
update_page (QdTaskTable *self)
{
  GListModel *rows = qd_task_table_model_get_rows (self->model);

  if (g_list_model_get_n_items (rows) == 0 && qd_task_table_model_is_filtered (self->model))
    gtk_stack_set_visible_child_name (self->stack, "none");
  else
    gtk_stack_set_visible_child_name (self->stack, self->narrow ? "list" : "table");
}

/* One notice of the model brings all that is in sight up to date: some hundreds
 * of cells, against thousands of handlers on the tasks. */
static void
refreshed_cb (QdTaskTable *self)
{
  qd_task_table_refresh_widgets (self);
  update_page (self);
  qd_task_table_update_selection (self);
}

/* The view begins at its first row and so below the header of its first group;
 * it says so a few frames after it got its rows. */
static gboolean
scroll_to_top_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);
  guint       *n_frames = user_data;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);

  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Only one of the two views has the rows, so that nobody pays for both. */
static void
show_width (QdTaskTable *self)
{
  guint *n_frames;

  if (self->model == NULL)
    return;

  qd_task_cell_editor_commit (self->editor);
  gtk_widget_set_visible (self->columns_button, !self->narrow);
  qd_task_table_model_set_with_drafts (self->model, !self->narrow);
  gtk_column_view_set_model (self->view, self->narrow ? NULL : self->selection);
  gtk_list_view_set_model (self->list, self->narrow ? self->selection : NULL);
  update_page (self);

  n_frames = g_new (guint, 1);
  *n_frames = 4;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_top_cb, n_frames, g_free);
}

static void
narrow_cb (QdTaskTable *self)
{
  self->narrow = TRUE;
  show_width (self);
}

static void
wide_cb (QdTaskTable *self)
{
  self->narrow = FALSE;
  show_width (self);
}

static gboolean
midnight_cb (gpointer user_data)
{
  QdTaskTable *self = user_data;

  qd_task_table_model_set_today (self->model, qd_day_today ());

  return G_SOURCE_CONTINUE;
}

/* After a task comes the next. */
static void
added_cb (QdTaskTable *self,
          QdTask      *draft)
{
  qd_task_table_edit_draft (self,
                            qd_task_table_model_get_grouping (self->model) == QD_TASK_GROUPING_PHASE ? draft->phase
                                                                                                     : draft->objective);
}

static void
build (QdTaskTable *self)
{
  GtkSorter *sorter;

  if (self->model != NULL || self->portfolio == NULL || self->plan == NULL)
    return;

  self->model = qd_task_table_model_new (self->portfolio, self->plan, qd_day_today ());
  self->editor = qd_task_cell_editor_new (self->model, GTK_WIDGET (self), GTK_WIDGET (self->view));
  qd_task_table_add_columns (self);
  qd_task_table_show_grouping (self);
  sorter = gtk_column_view_get_sorter (self->view);
  qd_task_table_model_set_sorter (self->model, sorter);
  self->selection = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (g_object_ref (qd_task_table_model_get_rows (self->model))));

  qd_task_table_set_factories (self);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection,
                           "selection-changed",
                           G_CALLBACK (qd_task_table_update_selection),
                           self,
                           G_CONNECT_SWAPPED);
  show_width (self);
  qd_task_table_update_selection (self);
}

static void
tear_down (QdTaskTable *self)
{
  if (self->model == NULL)
    return;

  qd_task_cell_editor_commit (self->editor);
  gtk_column_view_set_model (self->view, NULL);
  gtk_list_view_set_model (self->list, NULL);
  gtk_list_view_set_factory (self->list, NULL);
  gtk_column_view_set_header_factory (self->view, NULL);
  gtk_list_view_set_header_factory (self->list, NULL);
  qd_task_table_model_set_sorter (self->model, NULL);
  qd_task_table_remove_columns (self);
  g_object_run_dispose (G_OBJECT (self->editor));
  g_clear_object (&self->editor);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", NULL);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_hash_table_remove_all (self->bound);
  g_clear_object (&self->model);
}

static void
grouping_cb (QdTaskTable *self)
{
  if (self->model == NULL)
    return;

  qd_task_cell_editor_commit (self->editor);
  qd_task_table_model_set_grouping (
      self->model,
      g_strcmp0 (adw_toggle_group_get_active_name (self->groupings), "objective") == 0
          ? QD_TASK_GROUPING_OBJECTIVE
          : QD_TASK_GROUPING_PHASE);
  qd_task_table_show_grouping (self);
}

static void
search_changed_cb (QdTaskTable *self)
{
  if (self->model == NULL)
    return;

  qd_task_cell_editor_commit (self->editor);
  qd_task_table_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (QdTaskTable *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->list) : GTK_WIDGET (self->view));
}

static void
filter_toggled_cb (QdTaskTable *self)
{
  QdTaskFilter filter = QD_TASK_FILTER_NONE;

  if (self->model == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (filter_flags); i++)
    {
      if (gtk_toggle_button_get_active (self->filters[i]))
        filter |= filter_flags[i];
    }

  qd_task_cell_editor_commit (self->editor);
  qd_task_table_model_set_filter (self->model, filter);
}

static void
clear_filter_cb (QdTaskTable *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");

  for (gsize i = 0; i < G_N_ELEMENTS (filter_flags); i++)
    gtk_toggle_button_set_active (self->filters[i], FALSE);

  /* The entry tells of a change a moment later. */
  if (self->model != NULL)
    qd_task_table_model_set_search (self->model, "");
}

static void
row_activated_cb (QdTaskTable *self,
                  guint        position)
{
  g_autoptr(QdTask) task = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (task != NULL)
    qd_task_table_open_task (self, task);
}

static void
focus_cb (QdTaskTable *self,
          GParamSpec  *pspec,
          GtkRoot     *root)
{
  QdTaskCell *cell = qd_task_cell_find (gtk_root_get_focus (root));

  if (cell != NULL && gtk_widget_is_ancestor (GTK_WIDGET (cell), GTK_WIDGET (self)))
    self->focus_column = qd_task_cell_get_column (cell)->id;
}

static void
qd_task_table_map (GtkWidget *widget)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);

  build (self);

  if (self->model != NULL)
    qd_task_table_model_set_today (self->model, qd_day_today ());

  self->midnight = g_timeout_add_seconds (60, midnight_cb, self);
  self->focus_handler = g_signal_connect_object (
      gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  GTK_WIDGET_CLASS (qd_task_table_parent_class)->map (widget);
}

static void
qd_task_table_unmap (GtkWidget *widget)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);

  if (self->editor != NULL)
    qd_task_cell_editor_commit (self->editor);

  g_clear_signal_handler (&self->focus_handler, gtk_widget_get_root (widget));
  g_clear_handle_id (&self->midnight, g_source_remove);
  GTK_WIDGET_CLASS (qd_task_table_parent_class)->unmap (widget);
}

static void
qd_task_table_dispose (GObject *object)
{
  QdTaskTable *self = QD_TASK_TABLE (object);

  tear_down (self);
  g_clear_handle_id (&self->midnight, g_source_remove);

  if (self->context_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->context_menu)));

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TASK_TABLE);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_task_table_parent_class)->dispose (object);
}

static void
qd_task_table_finalize (GObject *object)
{
  g_hash_table_unref (QD_TASK_TABLE (object)->bound);

  G_OBJECT_CLASS (qd_task_table_parent_class)->finalize (object);
}

static void
qd_task_table_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdTaskTable *self = QD_TASK_TABLE (object);

  switch (prop_id)
    {
    case PROP_PORTFOLIO:
      g_value_set_object (value, self->portfolio);
      break;

    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_task_table_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdTaskTable *self = QD_TASK_TABLE (object);
  gpointer     new_object = g_value_get_object (value);

  switch (prop_id)
    {
    case PROP_PORTFOLIO:
    case PROP_PLAN:
      if (new_object == (prop_id == PROP_PLAN ? (gpointer)self->plan : (gpointer)self->portfolio))
        return;

      tear_down (self);

      if (prop_id == PROP_PLAN)
        g_set_object (&self->plan, new_object);
      else
        g_set_object (&self->portfolio, new_object);

      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        build (self);

      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-task-table.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, bin);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, toolbar);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, search);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, groupings);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, columns_button);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, filter_open);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, filter_late);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, filter_ours);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, filter_customer);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, filter_internal);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, stack);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, view);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, list);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, selection_label);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, status_button);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, phase_button);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, visibility_button);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, owner_button);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, shift_button);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, owner_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, customer_owner_row);
  gtk_widget_class_bind_template_child (widget_class, QdTaskTable, shift_days);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, grouping_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback_full (
      widget_class, "owner_applied_cb", G_CALLBACK (qd_task_table_owner_applied_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "shift_cb", G_CALLBACK (qd_task_table_shift_cb));
}

static void
qd_task_table_class_init (QdTaskTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_task_table_dispose;
  object_class->finalize = qd_task_table_finalize;
  object_class->get_property = qd_task_table_get_property;
  object_class->set_property = qd_task_table_set_property;
  widget_class->map = qd_task_table_map;
  widget_class->unmap = qd_task_table_unmap;

  properties[PROP_PORTFOLIO] = g_param_spec_object (
      "portfolio", NULL, NULL, QD_TYPE_PORTFOLIO, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN] = g_param_spec_object (
      "plan", NULL, NULL, QD_TYPE_PLAN, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "tasktable");
  bind_template (widget_class);
  qd_task_table_install_actions (widget_class);
}

static void
qd_task_table_init (QdTaskTable *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filters[0] = self->filter_open;
  self->filters[1] = self->filter_late;
  self->filters[2] = self->filter_ours;
  self->filters[3] = self->filter_customer;
  self->filters[4] = self->filter_internal;
  qd_task_table_add_input (self);
  qd_task_table_add_menus (self);
}

GtkWidget *
qd_task_table_new (QdPortfolio *portfolio,
                   QdPlan      *plan)
{
  return g_object_new (QD_TYPE_TASK_TABLE, "portfolio", portfolio, "plan", plan, NULL);
}

/* Returns: (transfer none) (nullable): the rows, once the table was in sight */
QdTaskTableModel *
qd_task_table_get_model (QdTaskTable *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE (self), NULL);

  return self->model;
}

/* Puts the cursor where the filter is typed. */
void
qd_task_table_search (QdTaskTable *self)
{
  g_return_if_fail (QD_IS_TASK_TABLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Begins a new task at the end of the group a person is in. */
void
qd_task_table_new_task (QdTaskTable *self)
{
  QdTask *current;
  gint64  group = 0;

  g_return_if_fail (QD_IS_TASK_TABLE (self));

  if (self->model == NULL)
    return;

  if (qd_task_table_model_is_filtered (self->model))
    clear_filter_cb (self);

  if (self->narrow)
    {
      qd_task_table_add_untitled (self);
      return;
    }

  current = qd_task_table_get_current (self);

  if (current == NULL)
    {
      g_autoptr(QdTask) first = g_list_model_get_item (qd_task_table_model_get_rows (self->model), 0);

      current = first;
    }

  if (current != NULL)
    group = qd_task_table_model_get_group (self->model, current)->id;

  qd_task_table_edit_draft (self, group);
}
