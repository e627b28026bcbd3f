/* qd-task-table-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-actions"

#include <glib/gi18n.h>

#include "qd-event-log.h"
#include "qd-shell.h"
#include "qd-task-editor.h"
#include "qd-task-edits.h"
#include "qd-task-table-edits.h"
#include "qd-task-table-private.h"

/*
 * What is done to the selected tasks of the table, from the bar below it, the
 * context menu and the keys.
 */

/* Returns: (transfer full): the tasks that are selected; rows for new ones are none */
GPtrArray *
qd_task_table_dup_selected (QdTaskTable *self)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) bits = NULL;
  GtkBitsetIter iter;
  guint         position;

  g_return_val_if_fail (QD_IS_TASK_TABLE (self), tasks);

  if (self->selection == NULL)
    return tasks;

  bits = gtk_selection_model_get_selection (self->selection);

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr(QdTask) task = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (task != NULL && qd_record_is_live (task))
        g_ptr_array_add (tasks, g_steal_pointer (&task));
    }

  return tasks;
}

/* One is changed in its cells; the bar is for several. */
void
qd_task_table_update_selection (QdTaskTable *self)
{
  g_autoptr(GPtrArray) tasks = qd_task_table_dup_selected (self);
  g_autofree char *label = NULL;

  /* Translators: of tasks in a table */
  label = g_strdup_printf (ngettext ("%u selected", "%u selected", tasks->len), tasks->len);

  if (tasks->len > 1)
    gtk_label_set_text (self->selection_label, label);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->selection_bar), tasks->len > 1);
  gtk_widget_set_can_focus (self->selection_bar, tasks->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.delete", tasks->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.set-status", tasks->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.set-phase", tasks->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.set-visibility", tasks->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.shift", tasks->len > 0);
}

typedef struct
{
  QdTaskTable *table; /* owned */
  char        *words; /* owned */
} Telling;

/* Says what was done to several tasks, once it was. */
static void
told_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  Telling *telling = user_data;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_report (telling->table, error);
  else if (telling->words != NULL)
    qd_shell_tell_undoable (telling->table, telling->words);

  g_object_unref (telling->table);
  g_free (telling->words);
  g_free (telling);
}

static Telling *
telling_new (QdTaskTable *self)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->table = g_object_ref (self);

  return telling;
}

/* @n_changed: by an edit that ends with @telling; none means that there is no edit */
static void
tell (Telling *telling,
      guint    n_changed,
      char    *words)
{
  if (n_changed > 0)
    {
      telling->words = words;
      return;
    }

  g_object_unref (telling->table);
  g_free (telling);
  g_free (words);
}

static void
set_status_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);
  g_autoptr(GPtrArray) tasks = qd_task_table_dup_selected (self);
  Telling *telling = telling_new (self);
  guint    n_changed = qd_tasks_set_status_async (
      tasks, (QdTaskStatus)g_variant_get_int32 (parameter), self->portfolio, told_cb, telling);

  tell (telling, n_changed, n_changed > 1 ? qd_tasks_dup_changed_words (n_changed) : NULL);
}

static void
set_value (QdTaskTable  *self,
           const char   *property,
           const GValue *value)
{
  g_autoptr(GPtrArray) tasks = qd_task_table_dup_selected (self);
  Telling *telling = telling_new (self);
  guint    n_changed = qd_tasks_set_async (
      tasks, property, value, qd_portfolio_get_store (self->portfolio), told_cb, telling);

  tell (telling, n_changed, n_changed > 1 ? qd_tasks_dup_changed_words (n_changed) : NULL);
}

static void
set_phase_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, g_variant_get_int64 (parameter));
  set_value (QD_TASK_TABLE (widget), "phase", &value);
}

static void
set_visibility_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, g_variant_get_int32 (parameter));
  set_value (QD_TASK_TABLE (widget), "visibility", &value);
}

void
qd_task_table_owner_applied_cb (QdTaskTable *self,
                                AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, *text != '\0' ? text : NULL);
  set_value (self, row == self->owner_row ? "owner" : "customer-owner", &value);
  gtk_menu_button_popdown (self->owner_button);
}

static void
shift (QdTaskTable *self,
       int          n_days)
{
  g_autoptr(GPtrArray) tasks = qd_task_table_dup_selected (self);
  Telling *telling = telling_new (self);
  guint    n_changed =
      qd_tasks_shift_async (tasks, n_days, qd_portfolio_get_store (self->portfolio), told_cb, telling);

  if (n_changed == 0 && n_days != 0)
    qd_shell_tell (self, _ ("None of these tasks has a day to shift"));

  tell (telling, n_changed, qd_tasks_dup_shifted_words (n_changed, n_days));
}

void
qd_task_table_shift_cb (QdTaskTable *self)
{
  gtk_spin_button_update (self->shift_days);
  shift (self, gtk_spin_button_get_value_as_int (self->shift_days));
  gtk_menu_button_popdown (self->shift_button);
}

static void
shift_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  shift (QD_TASK_TABLE (widget), g_variant_get_int32 (parameter));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);
  g_autoptr(GPtrArray) tasks = qd_task_table_dup_selected (self);
  Telling *telling = telling_new (self);
  guint    n_deleted =
      qd_tasks_delete_async (tasks, qd_portfolio_get_store (self->portfolio), told_cb, telling);

  tell (telling, n_deleted, qd_tasks_dup_deleted_words (n_deleted));
}

static void
unselect_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);

  if (self->selection != NULL)
    gtk_selection_model_unselect_all (self->selection);
}

static void
new_task_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  qd_task_table_new_task (QD_TASK_TABLE (widget));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);
  QdTask      *task = self->model != NULL ? qd_task_table_get_current (self) : NULL;
  g_autoptr(QdTask) copy = NULL;

  if (task == NULL || !qd_record_is_live (task))
    return;

  copy = qd_task_duplicate_async (
      qd_portfolio_get_store (self->portfolio),
      task,
      qd_portfolio_peek_children (self->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (task)),
      0,
      qd_shell_edit_cb,
      g_object_ref (self));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);
  QdTask      *task = self->model != NULL ? qd_task_table_get_current (self) : NULL;

  if (task != NULL)
    qd_task_table_open_task (self, task);
}

static void
log_event_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdTaskTable *self = QD_TASK_TABLE (widget);
  QdTask      *task = self->model != NULL ? qd_task_table_get_current (self) : NULL;

  if (task != NULL)
    gtk_widget_activate_action (widget, "win.log-event", "x", qd_record_get_id (task));
}

static void
append_nicks (GMenu        *menu,
              const QdNick *nicks,
              const char   *action)
{
  for (int i = 0; nicks[i].nick != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_ (nicks[i].label), NULL);

      g_menu_item_set_action_and_target (item, action, "i", i);
      g_menu_append_item (menu, item);
    }
}

static GMenuModel *
create_status_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_nicks (menu, qd_task_statuses, "table.set-status");

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_visibility_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_nicks (menu, qd_visibilities, "table.set-visibility");

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_phase_menu (QdTaskTable *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GArray) choices = qd_task_column_create_choices (qd_task_columns_find ("phase"), self->model);

  for (guint i = 0; i < choices->len; i++)
    {
      const QdTaskChoice *choice = &g_array_index (choices, QdTaskChoice, i);
      g_autoptr(GMenuItem) item = g_menu_item_new (choice->label, NULL);

      g_menu_item_set_action_and_target (item, "table.set-phase", "x", choice->value);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/* The menus of the bar; phases come and go, so they are read each time. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  QdTaskTable *self = user_data;
  g_autoptr(GMenuModel) menu = button == self->status_button  ? create_status_menu ()
                               : button == self->phase_button ? create_phase_menu (self)
                                                              : create_visibility_menu ();

  gtk_menu_button_set_menu_model (button, menu);
}

void
qd_task_table_add_menus (QdTaskTable *self)
{
  gtk_menu_button_set_create_popup_func (self->status_button, create_popup_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->phase_button, create_popup_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->visibility_button, create_popup_cb, self, NULL);
}

static GMenuModel *
create_shift_menu (void)
{
  static const int days[] = { 1, 7, 14, -1, -7 };
  GMenu           *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *label =
          g_strdup_printf (days[i] > 0 ? ngettext ("%d Day Later", "%d Days Later", days[i])
                                       : ngettext ("%d Day Earlier", "%d Days Earlier", -days[i]),
                           ABS (days[i]));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "table.shift", "i", days[i]);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
append_submenu (GMenu      *menu,
                const char *label,
                GMenuModel *submenu)
{
  g_menu_append_submenu (menu, label, submenu);
  g_object_unref (submenu);
}

/* At a place of @self */
void
qd_task_table_popup_menu (QdTaskTable *self,
                          double       x,
                          double       y)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) set = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();
  QdTask *current = self->model != NULL ? qd_task_table_get_current (self) : NULL;

  g_menu_append (first, _ ("_Edit Task…"), "table.edit");
  g_menu_append (first, _ ("D_uplicate"), "table.duplicate");

  if (current != NULL && qd_task_is_of_accelerator (self->portfolio, current))
    g_menu_append (first, _ ("Lo_g Event…"), "table.log-event");

  append_submenu (set, _ ("_Status"), create_status_menu ());
  append_submenu (set, _ ("_Phase"), create_phase_menu (self));
  append_submenu (set, _ ("_Visible To"), create_visibility_menu ());
  append_submenu (set, _ ("S_hift Dates"), create_shift_menu ());
  g_menu_append (last, _ ("_Delete"), "table.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (set));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  if (self->context_menu == NULL)
    {
      self->context_menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
    }

  gtk_popover_menu_set_menu_model (self->context_menu, G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

/* Shows all there is of @task. */
void
qd_task_table_open_task (QdTaskTable *self,
                         QdTask      *task)
{
  if (qd_record_is_live (task))
    qd_task_editor_present (GTK_WIDGET (self), self->portfolio, task);
}

typedef struct
{
  QdTaskTable *table; /* owned */
  gint64       id;
} Adding;

static void
untitled_added_cb (GObject      *store,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Adding *adding = user_data;
  g_autoptr(GError) error = NULL;
  QdTask *task;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_report (adding->table, error);
  else if ((task = qd_portfolio_lookup (adding->table->portfolio, QD_TYPE_TASK, adding->id)) != NULL)
    qd_task_table_open_task (adding->table, task);

  g_object_unref (adding->table);
  g_free (adding);
}

/* Where there are no cells, a new task is filled in in its editor. */
void
qd_task_table_add_untitled (QdTaskTable *self)
{
  g_autoptr(QdTask) first = g_list_model_get_item (qd_task_table_model_get_rows (self->model), 0);
  g_autoptr(QdTask) draft = qd_record_new_draft (QD_TYPE_TASK);
  Adding *adding = g_new (Adding, 1);

  g_object_set (draft,
                "plan",
                qd_record_get_id (self->plan),
                "phase",
                first != NULL ? first->phase : G_GINT64_CONSTANT (0),
                "title",
                _ ("New Task"),
                NULL);
  *adding = (Adding){ g_object_ref (self), qd_record_get_id (draft) };
  qd_task_add_async (qd_portfolio_get_store (self->portfolio), draft, 0, untitled_added_cb, adding);
}

void
qd_task_table_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.set-status", "i", set_status_cb);
  gtk_widget_class_install_action (widget_class, "table.set-phase", "x", set_phase_cb);
  gtk_widget_class_install_action (widget_class, "table.set-visibility", "i", set_visibility_cb);
  gtk_widget_class_install_action (widget_class, "table.shift", "i", shift_action_cb);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "table.unselect", NULL, unselect_cb);
  gtk_widget_class_install_action (widget_class, "table.new-task", NULL, new_task_cb);
  gtk_widget_class_install_action (widget_class, "table.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "table.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "table.log-event", NULL, log_event_cb);

  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_N, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "table.new-task", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_D, GDK_CONTROL_MASK, "table.duplicate", NULL);
}
