/* qd-task-table-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-editor"

#include "qd-task-table-editor.h"

#include <glib/gi18n.h>

#include "qd-day-popover.h"
#include "qd-shell.h"
#include "qd-task-edits.h"

/**
 * QdTaskCellEditor:
 *
 * Edits the cells of a table of tasks in place, one at a time, with one entry and
 * one popover for all of them.
 *
 * Enter and leaving commit, Escape gives up. What is refused stays where it was
 * typed, with the reason below it; left alone it goes back to what it was.
 */
struct _QdTaskCellEditor
{
  GObject           parent_instance;

  QdTaskTableModel *model; /* (not owned): the table's, as is the view */
  GtkWidget        *table;
  GtkWidget        *view;
  QdTaskCell       *cell; /* (nullable): being edited; not owned */
  GtkWidget        *box;
  GtkWidget        *text;
  GtkWidget        *calendar; /* a button */
  GtkWidget        *days;     /* its popover */
  QdField          *day;
  GtkWidget        *hint; /* a popover with the problem */
  GtkWidget        *hint_label;
  QdTaskChoices    *choices;
  char             *before; /* the text that was there */
  char             *problem;
  gboolean          ending;
};

G_DEFINE_FINAL_TYPE (QdTaskCellEditor, qd_task_cell_editor, G_TYPE_OBJECT)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (QdTaskCellEditor *self,
              const char       *problem)
{
  g_set_str (&self->problem, problem);

  if (problem == NULL)
    {
      gtk_widget_remove_css_class (self->box, "error");
      gtk_popover_popdown (GTK_POPOVER (self->hint));
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->hint_label), problem);
  gtk_widget_add_css_class (self->box, "error");
  gtk_popover_popup (GTK_POPOVER (self->hint));
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self->text), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
focus_cell (QdTaskCell *cell)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (cell));

  if (parent != NULL)
    gtk_widget_grab_focus (parent);
}

/* Takes the entry out of the cell; the focus, if it is in there, goes to the cell. */
static void
end (QdTaskCellEditor *self)
{
  QdTaskCell *cell = g_steal_pointer (&self->cell);
  gboolean    had_focus;

  if (cell == NULL)
    return;

  self->ending = TRUE;
  show_problem (self, NULL);
  had_focus = gtk_widget_is_ancestor (self->box, GTK_WIDGET (cell)) &&
              gtk_widget_get_focus_child (GTK_WIDGET (cell)) != NULL;

  if (had_focus)
    focus_cell (cell);

  qd_field_bind (self->day, NULL, NULL);
  qd_task_cell_set_editor (cell, NULL);
  self->ending = FALSE;
}

static void
save (QdTaskCellEditor   *self,
      QdTask             *draft,
      const QdTaskColumn *column)
{
  const QdColumn  *field = qd_record_find_column (QD_TYPE_TASK, column->property);
  g_autofree char *label = g_strdup_printf (_ ("Change %s"), _ (field->label));

  qd_record_save_async (
      draft, qd_task_table_model_get_store (self->model), label, qd_shell_edit_cb, g_object_ref (self->table));
}

/* A row for a new task becomes one with its title. */
static void
add_task (QdTaskCellEditor *self,
          QdTask           *row,
          QdTask           *draft)
{
  g_object_ref (row);
  end (self);
  qd_task_add_async (
      qd_task_table_model_get_store (self->model), draft, 0, qd_shell_edit_cb, g_object_ref (self->table));
  qd_task_table_model_renew_draft (self->model, row);
  g_signal_emit (self, signals[ADDED], 0, draft);
  g_object_unref (row);
}

/**
 * qd_task_cell_editor_commit:
 *
 * Writes what was typed and ends the editing. Does nothing while nothing is edited.
 *
 * Returns: %FALSE where it is refused, and the editing goes on
 */
gboolean
qd_task_cell_editor_commit (QdTaskCellEditor *self)
{
  g_autoptr(QdTask) draft = NULL;
  g_autoptr(GError) error = NULL;
  const QdTaskColumn *column;
  const char         *text;
  QdTask             *task;

  g_return_val_if_fail (QD_IS_TASK_CELL_EDITOR (self), FALSE);

  if (self->cell == NULL)
    return TRUE;

  text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  task = qd_task_cell_get_task (self->cell);
  column = qd_task_cell_get_column (self->cell);

  if (g_str_equal (text, self->before))
    {
      end (self);
      return TRUE;
    }

  draft = qd_record_dup_draft (task);

  if (!qd_task_column_set_text (column, self->model, draft, text, &error) || !qd_record_check (draft, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }

  if (!qd_record_is_live (task))
    {
      add_task (self, task, draft);
      return TRUE;
    }

  end (self);
  save (self, draft, column);

  return TRUE;
}

/* Goes back to what was there. */
void
qd_task_cell_editor_cancel (QdTaskCellEditor *self)
{
  g_return_if_fail (QD_IS_TASK_CELL_EDITOR (self));

  end (self);
}

/* Nobody is there to mend what was typed: it goes, and the reason is told. */
static void
leave (QdTaskCellEditor *self)
{
  g_autoptr(GError) error = NULL;

  if (self->ending || self->cell == NULL || qd_task_cell_editor_commit (self))
    return;

  g_set_error_literal (&error, QD_RECORD_ERROR, QD_RECORD_ERROR_BAD_VALUE, self->problem);
  end (self);
  qd_shell_report (self->table, error);
}

static void
unbound_cb (QdTaskCellEditor *self,
            QdTaskCell       *cell)
{
  if (cell == self->cell)
    leave (self);
}

static void
move (QdTaskCellEditor *self,
      GtkDirectionType  direction)
{
  if (qd_task_cell_editor_commit (self))
    gtk_widget_child_focus (self->view, direction);
}

static gboolean
key_pressed_cb (QdTaskCellEditor *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  gboolean alt = state & GDK_ALT_MASK;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      qd_task_cell_editor_cancel (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      qd_task_cell_editor_commit (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      move (self, state & GDK_SHIFT_MASK ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;

    case GDK_KEY_ISO_Left_Tab:
      move (self, GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
      move (self, GTK_DIR_UP);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
      if (alt && gtk_widget_get_visible (self->calendar))
        gtk_popover_popup (GTK_POPOVER (self->days));
      else
        move (self, GTK_DIR_DOWN);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
changed_cb (QdTaskCellEditor *self)
{
  if (self->problem != NULL)
    show_problem (self, NULL);
}

static void
choice_cb (QdTaskCellEditor *self,
           gint64            value,
           QdTaskCell       *cell)
{
  QdTask             *task = qd_task_cell_get_task (cell);
  const QdTaskColumn *column = qd_task_cell_get_column (cell);
  g_autoptr(QdTask) draft = NULL;

  focus_cell (cell);

  if (task == NULL || value == qd_task_column_get_choice (column, task))
    return;

  draft = qd_record_dup_draft (task);
  qd_task_column_set_choice (column, self->model, draft, value);
  save (self, draft, column);
}

/* The calendar writes by itself; what was typed before goes. */
static void
days_closed_cb (QdTaskCellEditor *self)
{
  if (self->cell != NULL)
    end (self);
}

void
qd_task_cell_editor_toggle_done (QdTaskCellEditor *self,
                                 QdTask           *task)
{
  const QdTaskColumn *column = qd_task_columns_find ("done");
  g_autoptr(QdTask) draft = NULL;

  g_return_if_fail (QD_IS_TASK_CELL_EDITOR (self));

  if (!qd_record_is_live (task))
    return;

  draft = qd_record_dup_draft (task);
  qd_task_column_set_choice (column,
                             self->model,
                             draft,
                             task->status != QD_TASK_STATUS_DONE ? QD_TASK_STATUS_DONE
                             : task->start != QD_DAY_NONE &&
                                     task->start > qd_task_table_model_get_today (self->model)
                                 ? QD_TASK_STATUS_NOT_STARTED
                                 : QD_TASK_STATUS_ON_TRACK);
  save (self, draft, column);
}

static void
begin_text (QdTaskCellEditor *self,
            QdTaskCell       *cell)
{
  const QdTaskColumn *column = qd_task_cell_get_column (cell);
  QdTask             *task = qd_task_cell_get_task (cell);
  gboolean            is_day = column->kind == QD_TASK_CELL_KIND_DAY;

  g_free (self->before);
  self->before = qd_task_column_dup_text (column, task);
  self->cell = cell;
  gtk_widget_set_visible (self->calendar, is_day);
  gtk_editable_set_text (GTK_EDITABLE (self->text), self->before);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), column->number ? 1 : 0);
  gtk_text_set_placeholder_text (GTK_TEXT (self->text), qd_record_is_live (task) ? NULL : _ ("Title of a new task"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (column->title), -1);

  if (is_day)
    {
      qd_field_set_name (self->day, column->property);
      qd_field_bind (self->day, qd_task_table_model_get_store (self->model), task);
    }

  qd_task_cell_set_editor (cell, self->box);
  gtk_widget_grab_focus (self->text);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

/**
 * qd_task_cell_editor_begin:
 * @cell: with a task
 *
 * What is to be typed is typed after this; a done mark is toggled at once.
 */
void
qd_task_cell_editor_begin (QdTaskCellEditor *self,
                           QdTaskCell       *cell)
{
  QdTask *task;

  g_return_if_fail (QD_IS_TASK_CELL_EDITOR (self));
  g_return_if_fail (QD_IS_TASK_CELL (cell));

  if (cell == self->cell)
    return;

  leave (self);

  if ((task = qd_task_cell_get_task (cell)) == NULL)
    return;

  /* Of a new task the title comes first. */
  if (!qd_record_is_live (task) && !g_str_equal (qd_task_cell_get_column (cell)->id, "title"))
    {
      gtk_widget_error_bell (self->view);
      return;
    }

  g_signal_handlers_disconnect_by_func (cell, unbound_cb, self);
  g_signal_connect_object (cell, "unbound", G_CALLBACK (unbound_cb), self, G_CONNECT_SWAPPED);

  switch (qd_task_cell_get_column (cell)->kind)
    {
    case QD_TASK_CELL_KIND_DONE:
      qd_task_cell_editor_toggle_done (self, task);
      break;

    case QD_TASK_CELL_KIND_CHOICE:
      qd_task_choices_popup (self->choices, self->model, cell);
      break;

    case QD_TASK_CELL_KIND_TEXT:
    case QD_TASK_CELL_KIND_DAY:
    default:
      begin_text (self, cell);
      break;
    }
}

/* Returns: (transfer none) (nullable): the cell that is typed into */
QdTaskCell *
qd_task_cell_editor_get_cell (QdTaskCellEditor *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL_EDITOR (self), NULL);

  return self->cell;
}

/* Returns: (transfer none): where it is typed */
GtkWidget *
qd_task_cell_editor_get_text (QdTaskCellEditor *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL_EDITOR (self), NULL);

  return self->text;
}

/* Returns: (transfer none): what is chosen from */
QdTaskChoices *
qd_task_cell_editor_get_choices (QdTaskCellEditor *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL_EDITOR (self), NULL);

  return self->choices;
}

/* Returns: (nullable): why what was typed is refused */
const char *
qd_task_cell_editor_get_problem (QdTaskCellEditor *self)
{
  g_return_val_if_fail (QD_IS_TASK_CELL_EDITOR (self), NULL);

  return self->problem;
}

static void
qd_task_cell_editor_dispose (GObject *object)
{
  QdTaskCellEditor *self = QD_TASK_CELL_EDITOR (object);

  self->ending = TRUE;

  if (self->cell != NULL)
    qd_task_cell_set_editor (g_steal_pointer (&self->cell), NULL);

  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_object (&self->box);
  g_clear_object (&self->day);

  if (self->choices != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->choices)));

  G_OBJECT_CLASS (qd_task_cell_editor_parent_class)->dispose (object);
}

static void
qd_task_cell_editor_finalize (GObject *object)
{
  QdTaskCellEditor *self = QD_TASK_CELL_EDITOR (object);

  g_free (self->before);
  g_free (self->problem);

  G_OBJECT_CLASS (qd_task_cell_editor_parent_class)->finalize (object);
}

static void
qd_task_cell_editor_class_init (QdTaskCellEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_task_cell_editor_dispose;
  object_class->finalize = qd_task_cell_editor_finalize;

  /**
   * QdTaskCellEditor::added:
   * @self: the editor
   * @draft: of the task that was added
   *
   * Emitted after a row for a new task got its title.
   */
  signals[ADDED] = g_signal_new (
      "added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QD_TYPE_TASK);
}

static void
qd_task_cell_editor_init (QdTaskCellEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->text = gtk_text_new ();
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->text);

  self->day = qd_field_new ();
  self->days = qd_day_popover_new ();
  qd_day_popover_set_field (QD_DAY_POPOVER (self->days), self->day);
  self->calendar = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->calendar), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->calendar), self->days);
  gtk_widget_set_tooltip_text (self->calendar, _ ("Calendar"));
  gtk_widget_add_css_class (self->calendar, "flat");
  gtk_box_append (GTK_BOX (self->box), self->calendar);

  self->hint = gtk_popover_new ();
  self->hint_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint_label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hint_label), 40);
  gtk_popover_set_child (GTK_POPOVER (self->hint), self->hint_label);
  gtk_popover_set_autohide (GTK_POPOVER (self->hint), FALSE);
  gtk_widget_set_can_focus (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, self->box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "closed", G_CALLBACK (days_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, keys);
  gtk_widget_add_controller (self->box, focus);
}

/**
 * qd_task_cell_editor_new:
 * @model: outlives this
 * @table: the widget with the popovers, that outlives this too
 * @view: in it, the one with the cells
 */
QdTaskCellEditor *
qd_task_cell_editor_new (QdTaskTableModel *model,
                         GtkWidget        *table,
                         GtkWidget        *view)
{
  QdTaskCellEditor *self = g_object_new (QD_TYPE_TASK_CELL_EDITOR, NULL);

  self->model = model;
  self->table = table;
  self->view = view;
  self->choices = QD_TASK_CHOICES (qd_task_choices_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->choices), table);
  g_signal_connect_object (self->choices, "chosen", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);

  return self;
}
