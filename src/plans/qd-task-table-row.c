/* qd-task-table-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-row"

#include "qd-task-table-row.h"

#include <glib/gi18n.h>

#include "qd-plan-progress.h"
#include "qd-screen.h"
#include "qd-status-look.h"

/**
 * QdTaskTableRow:
 *
 * A task on a narrow window: its title, and below it its state, its day and whose
 * it is. The check marks it done.
 */
struct _QdTaskTableRow
{
  GtkBox            parent_instance;

  QdTaskTableModel *model; /* outlives its rows */
  GtkListItem      *item;  /* (nullable): around this, while it has a task */
  QdTask           *task;  /* (nullable) */
  GtkWidget        *done;
  GtkWidget        *title;
  GtkWidget        *due_icon;
  GtkWidget        *due;
  GtkWidget        *rest;
  GtkWidget        *status;
  gboolean          following; /* the task, and not a person */
};

G_DEFINE_FINAL_TYPE (QdTaskTableRow, qd_task_table_row, GTK_TYPE_BOX)

enum
{
  DONE_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (QdTaskTableRow *self)
{
  if (!self->following && self->task != NULL)
    g_signal_emit (self, signals[DONE_TOGGLED], 0, self->task);
}

static void
qd_task_table_row_dispose (GObject *object)
{
  g_clear_object (&QD_TASK_TABLE_ROW (object)->task);

  G_OBJECT_CLASS (qd_task_table_row_parent_class)->dispose (object);
}

static void
qd_task_table_row_class_init (QdTaskTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_task_table_row_dispose;

  /**
   * QdTaskTableRow::done-toggled:
   * @self: the row
   * @task: its task
   */
  signals[DONE_TOGGLED] = g_signal_new (
      "done-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QD_TYPE_TASK);
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
qd_task_table_row_init (QdTaskTableRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "task-row");

  self->done = gtk_check_button_new ();
  gtk_widget_set_valign (self->done, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->done), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Done"), -1);
  g_signal_connect_object (self->done, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->done);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  self->title = add_label (lines);

  gtk_widget_add_css_class (line, "caption");
  self->due_icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (line), self->due_icon);
  self->due = add_label (line);
  self->rest = add_label (line);
  gtk_widget_add_css_class (self->rest, "dimmed");
  gtk_box_append (GTK_BOX (lines), line);
  gtk_box_append (GTK_BOX (self), lines);

  self->status = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (self), self->status);
}

GtkWidget *
qd_task_table_row_new (QdTaskTableModel *model)
{
  QdTaskTableRow *self = g_object_new (QD_TYPE_TASK_TABLE_ROW, NULL);

  self->model = model;

  return GTK_WIDGET (self);
}

void
qd_task_table_row_bind (QdTaskTableRow *self,
                        GtkListItem    *item)
{
  g_return_if_fail (QD_IS_TASK_TABLE_ROW (self));

  self->item = item;
  g_set_object (&self->task, gtk_list_item_get_item (item));
  qd_task_table_row_refresh (self);
}

void
qd_task_table_row_unbind (QdTaskTableRow *self)
{
  g_return_if_fail (QD_IS_TASK_TABLE_ROW (self));

  self->item = NULL;
  g_clear_object (&self->task);
}

/* Whose it is and who sees it: “Ines · Customer: Priya · Internal” */
static char *
dup_rest (QdTask *task)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (qd_nicks_get_label (qd_task_statuses, task->status)));

  if (task->owner != NULL && *task->owner != '\0')
    g_ptr_array_add (parts, g_strdup (task->owner));

  if (task->customer_owner != NULL && *task->customer_owner != '\0')
    g_ptr_array_add (parts, g_strdup (task->customer_owner));

  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}

void
qd_task_table_row_refresh (QdTaskTableRow *self)
{
  g_autofree char *due = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  QdTaskUrgency    urgency;
  int              today;

  g_return_if_fail (QD_IS_TASK_TABLE_ROW (self));

  if (self->task == NULL)
    return;

  today = qd_task_table_model_get_today (self->model);
  urgency = qd_task_get_urgency (self->task, today);
  due = qd_task_dup_due_words (self->task, today);
  rest = dup_rest (self->task);
  title = qd_screen_dup_text (qd_task_table_model_get_portfolio (self->model), self->task->title);
  label = g_strjoin (", ", title, *due != '\0' ? due : rest, *due != '\0' ? rest : NULL, NULL);

  self->following = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->done), urgency == QD_TASK_URGENCY_DONE);
  self->following = FALSE;

  gtk_label_set_text (GTK_LABEL (self->title), title);
  qd_status_look_set_style (self->title, urgency == QD_TASK_URGENCY_DONE ? "dimmed" : NULL);
  gtk_label_set_text (GTK_LABEL (self->due), due);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->due_icon), qd_task_urgency_get_icon (urgency));
  qd_status_look_set_style (self->due, qd_task_urgency_get_style (urgency));
  qd_status_look_set_style (self->due_icon, qd_task_urgency_get_style (urgency));
  gtk_widget_set_visible (self->due, *due != '\0');
  gtk_widget_set_visible (self->due_icon, *due != '\0');
  gtk_label_set_text (GTK_LABEL (self->rest), rest);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->status), qd_task_status_get_icon (self->task->status));
  qd_status_look_set_style (self->status, qd_task_status_get_style (self->task->status));
  gtk_list_item_set_accessible_label (self->item, label);
}
