/* qd-check-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-check-row"

#include "qd-check-row.h"

#include <glib/gi18n.h>

#include "qd-text-cell.h"

/**
 * QdCheckRow:
 *
 * A line of a checklist: whether it is done, what it says, and a way to move or
 * to delete it.
 */
struct _QdCheckRow
{
  GtkListBoxRow   parent_instance;

  QdCheckItem    *item;
  GtkCheckButton *check;
  GtkWidget      *title;
  gboolean        following; /* the record, and not a person */
};

G_DEFINE_FINAL_TYPE (QdCheckRow, qd_check_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHECKED,
  MOVED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (QdCheckRow *self)
{
  if (!self->following)
    g_signal_emit (self, signals[CHECKED], 0, gtk_check_button_get_active (self->check));
}

static void
item_changed_cb (QdCheckRow *self)
{
  self->following = TRUE;
  gtk_check_button_set_active (self->check, self->item->done);
  self->following = FALSE;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, self->item->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->item->title, -1);
}

static void
action_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdCheckRow *self = QD_CHECK_ROW (widget);

  if (g_str_equal (action_name, "item.toggle"))
    gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
  else if (g_str_equal (action_name, "item.delete"))
    g_signal_emit (self, signals[DELETED], 0);
  else
    g_signal_emit (self, signals[MOVED], 0, g_str_equal (action_name, "item.move-up") ? -1 : 1);
}

static void
qd_check_row_dispose (GObject *object)
{
  g_clear_object (&QD_CHECK_ROW (object)->item);

  G_OBJECT_CLASS (qd_check_row_parent_class)->dispose (object);
}

static void
qd_check_row_class_init (QdCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_check_row_dispose;

  /* Each asks for what its name says; “moved” with how many rows down. */
  signals[CHECKED] =
      g_signal_new ("checked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[MOVED] =
      g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DELETED] = g_signal_new ("deleted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "item.toggle", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "item.move-up", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "item.move-down", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "item.delete", NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "item.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "item.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "item.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "item.toggle", NULL);
}

static void
qd_check_row_init (QdCheckRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->title = qd_text_cell_new ("title");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Delete Item"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "item.delete");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

QdCheckRow *
qd_check_row_new (QdStore     *store,
                  QdCheckItem *item)
{
  QdCheckRow *self = g_object_new (QD_TYPE_CHECK_ROW, NULL);

  self->item = g_object_ref (item);
  qd_editor_bind (self->title, store, item);
  g_signal_connect_object (item, "notify", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  item_changed_cb (self);

  return self;
}

QdCheckItem *
qd_check_row_get_item (QdCheckRow *self)
{
  g_return_val_if_fail (QD_IS_CHECK_ROW (self), NULL);

  return self->item;
}
