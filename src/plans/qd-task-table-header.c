/* qd-task-table-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-header"

#include "qd-task-table-header.h"

#include <glib/gi18n.h>

/**
 * QdTaskTableHeader:
 *
 * Above a group of tasks: its name, its days, and how far it is.
 */
struct _QdTaskTableHeader
{
  GtkBox            parent_instance;

  QdTaskTableModel *model; /* outlives its headers */
  QdTask           *task;  /* (nullable): one of the group */
  GtkWidget        *name;
  GtkWidget        *days;
  GtkWidget        *late;
  GtkWidget        *late_words;
  GtkWidget        *done;
};

G_DEFINE_FINAL_TYPE (QdTaskTableHeader, qd_task_table_header, GTK_TYPE_BOX)

static void
qd_task_table_header_dispose (GObject *object)
{
  g_clear_object (&QD_TASK_TABLE_HEADER (object)->task);

  G_OBJECT_CLASS (qd_task_table_header_parent_class)->dispose (object);
}

static void
qd_task_table_header_class_init (QdTaskTableHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_task_table_header_dispose;
}

static void
qd_task_table_header_init (QdTaskTableHeader *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "task-group");

  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_add_css_class (self->name, "heading");

  self->days = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->days), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->days, "dimmed");
  gtk_widget_add_css_class (self->days, "numeric");

  self->late = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->late_words = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (self->late), g_object_new (GTK_TYPE_IMAGE, "icon-name", "quarterdeck-late-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (self->late), self->late_words);
  gtk_widget_add_css_class (self->late, "error");

  self->done = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->done, "dimmed");
  gtk_widget_add_css_class (self->done, "numeric");

  gtk_box_append (GTK_BOX (self), self->name);
  gtk_box_append (GTK_BOX (self), self->days);
  gtk_box_append (GTK_BOX (self), self->done);
  gtk_box_append (GTK_BOX (self), self->late);
}

GtkWidget *
qd_task_table_header_new (QdTaskTableModel *model)
{
  QdTaskTableHeader *self = g_object_new (QD_TYPE_TASK_TABLE_HEADER, NULL);

  self->model = model;

  return GTK_WIDGET (self);
}

/* @task: (nullable): one of the group, or %NULL to let go of it */
void
qd_task_table_header_bind (QdTaskTableHeader *self,
                           QdTask            *task)
{
  g_return_if_fail (QD_IS_TASK_TABLE_HEADER (self));

  g_set_object (&self->task, task);
  qd_task_table_header_refresh (self);
}

void
qd_task_table_header_refresh (QdTaskTableHeader *self)
{
  const QdTaskGroup *group;
  g_autofree char   *done = NULL;
  g_autofree char   *late = NULL;

  g_return_if_fail (QD_IS_TASK_TABLE_HEADER (self));

  if (self->task == NULL)
    return;

  group = qd_task_table_model_get_group (self->model, self->task);
  /* Translators: of a group of tasks: “3 of 12 done” */
  done = group->n_tasks > 0
             ? g_strdup_printf (ngettext ("%1$u of %2$u done", "%1$u of %2$u done", group->n_tasks),
                                group->n_done,
                                group->n_tasks)
             : g_strdup (_ ("No tasks"));
  late = g_strdup_printf (ngettext ("%u late", "%u late", group->n_late), group->n_late);

  gtk_label_set_text (GTK_LABEL (self->name), group->name);
  gtk_label_set_text (GTK_LABEL (self->days), group->days);
  gtk_label_set_text (GTK_LABEL (self->done), done);
  gtk_label_set_text (GTK_LABEL (self->late_words), late);
  gtk_widget_set_visible (self->days, *group->days != '\0');
  gtk_widget_set_visible (self->late, group->n_late > 0);
}
