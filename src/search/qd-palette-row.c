/* qd-palette-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-palette-row"

#include "qd-palette-row.h"

/**
 * QdPaletteRow:
 *
 * Something to go to or to do, in the list of what was found.
 */
struct _QdPaletteRow
{
  GtkListBoxRow  parent_instance;

  QdPaletteItem *item;
};

G_DEFINE_FINAL_TYPE (QdPaletteRow, qd_palette_row, GTK_TYPE_LIST_BOX_ROW)

static void
qd_palette_row_finalize (GObject *object)
{
  QdPaletteRow *self = QD_PALETTE_ROW (object);

  g_clear_pointer (&self->item, qd_palette_item_free);

  G_OBJECT_CLASS (qd_palette_row_parent_class)->finalize (object);
}

static void
qd_palette_row_class_init (QdPaletteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_palette_row_finalize;
}

static void
qd_palette_row_init (QdPaletteRow *self)
{
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "single-line-mode", TRUE,
                       "css-classes", (const char *const[]){ style, NULL },
                       NULL);
}

GtkWidget *
qd_palette_row_new (const QdPaletteItem *item)
{
  QdPaletteRow    *self = g_object_new (QD_TYPE_PALETTE_ROW, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *label = qd_palette_item_dup_label (item);

  self->item = qd_palette_item_copy (item);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE,
                                "icon-name", item->icon,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                NULL));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), create_label (item->title, "body"));

  if (item->subtitle != NULL && *item->subtitle != '\0')
    gtk_box_append (GTK_BOX (texts), create_label (item->subtitle, "palette-subtitle"));

  if (item->keys != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL,
                                                 "label", item->keys,
                                                 "css-classes", (const char *const[]){ "palette-keys", NULL },
                                                 NULL));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

const QdPaletteItem *
qd_palette_row_get_item (QdPaletteRow *self)
{
  g_return_val_if_fail (QD_IS_PALETTE_ROW (self), NULL);

  return self->item;
}

/* A GtkListBoxUpdateHeaderFunc: a heading above each group */
void
qd_palette_row_update_header (GtkListBoxRow *row,
                              GtkListBoxRow *before,
                              gpointer       user_data)
{
  QdPaletteGroup group = QD_PALETTE_ROW (row)->item->group;
  GtkWidget     *heading;

  if (before != NULL && QD_PALETTE_ROW (before)->item->group == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = create_label (qd_palette_group_get_label (group), "palette-heading");
  gtk_list_box_row_set_header (row, heading);
}
