/* qd-text-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-text-rows"

#include "qd-text-rows.h"

/**
 * QdTextRows:
 *
 * A boxed list of what is worked out, and so only read. A row stays the same widget while what it says
 * changes, so that a person who reads on is not thrown back each minute.
 */
struct _QdTextRows
{
  AdwBin      parent_instance;

  GtkListBox *list;
  GPtrArray  *rows;   /* of AdwActionRow, owned by the list */
  GPtrArray  *images; /* of GtkImage, one a row */
  guint       n_said;
};

G_DEFINE_FINAL_TYPE (QdTextRows, qd_text_rows, ADW_TYPE_BIN)

/* The list is called what the group is called that it is in. */
static void
qd_text_rows_root (GtkWidget *widget)
{
  QdTextRows *self = QD_TEXT_ROWS (widget);
  GtkWidget  *group = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);

  GTK_WIDGET_CLASS (qd_text_rows_parent_class)->root (widget);

  if (group != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)),
                                    -1);
}

static void
qd_text_rows_finalize (GObject *object)
{
  QdTextRows *self = QD_TEXT_ROWS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->images);

  G_OBJECT_CLASS (qd_text_rows_parent_class)->finalize (object);
}

static void
qd_text_rows_class_init (QdTextRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_text_rows_finalize;
  GTK_WIDGET_CLASS (klass)->root = qd_text_rows_root;
}

static void
qd_text_rows_init (QdTextRows *self)
{
  self->rows = g_ptr_array_new ();
  self->images = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/* What the rows say is said anew until qd_text_rows_end(). */
void
qd_text_rows_begin (QdTextRows *self)
{
  g_return_if_fail (QD_IS_TEXT_ROWS (self));

  self->n_said = 0;
}

static void
add_row (QdTextRows *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_widget_add_css_class (image, "dim-label");
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->images, image);
}

/**
 * qd_text_rows_add:
 * @icon_name: (nullable)
 * @text: (nullable): below the title, one line or several
 */
void
qd_text_rows_add (QdTextRows *self,
                  const char *icon_name,
                  const char *title,
                  const char *text)
{
  GtkWidget *image;

  g_return_if_fail (QD_IS_TEXT_ROWS (self));

  if (self->n_said == self->rows->len)
    add_row (self);

  image = g_ptr_array_index (self->images, self->n_said);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon_name);
  gtk_widget_set_visible (image, icon_name != NULL);
  adw_preferences_row_set_title (g_ptr_array_index (self->rows, self->n_said), title);
  adw_action_row_set_subtitle (g_ptr_array_index (self->rows, self->n_said), text);
  self->n_said++;
}

void
qd_text_rows_end (QdTextRows *self)
{
  g_return_if_fail (QD_IS_TEXT_ROWS (self));

  while (self->rows->len > self->n_said)
    {
      gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
      g_ptr_array_set_size (self->images, self->images->len - 1);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

guint
qd_text_rows_get_n_rows (QdTextRows *self)
{
  g_return_val_if_fail (QD_IS_TEXT_ROWS (self), 0);

  return self->rows->len;
}
