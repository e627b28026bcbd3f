/* qd-text-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-text-cell"

#include "qd-text-cell.h"

#include "qd-field-entry.h"

/**
 * QdTextCell:
 *
 * Edits one line of text or a number in a cell of a table.
 */
struct _QdTextCell
{
  AdwBin        parent_instance;

  QdField      *field;
  GtkWidget    *text;
  QdFieldEntry *entry;
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdTextCell,
                               qd_text_cell,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdTextCell *self)
{
  /* It is the entry that a screen reader sees, not what is in it. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, qd_field_get_label (self->field), -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->text))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, qd_field_get_label (self->field), -1);
}

static QdField *
qd_text_cell_get_field (QdEditor *editor)
{
  return QD_TEXT_CELL (editor)->field;
}

static void
qd_text_cell_flush (QdEditor *editor)
{
  qd_field_entry_commit (QD_TEXT_CELL (editor)->entry);
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_text_cell_get_field;
  iface->flush = qd_text_cell_flush;
}

static void
qd_text_cell_dispose (GObject *object)
{
  QdTextCell *self = QD_TEXT_CELL (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_text_cell_parent_class)->dispose (object);
}

static void
qd_text_cell_class_init (QdTextCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_text_cell_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_text_cell_init (QdTextCell *self)
{
  self->field = qd_field_new ();
  self->text = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->text), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 4);
  gtk_widget_add_css_class (self->text, "cell");
  adw_bin_set_child (ADW_BIN (self), self->text);
  self->entry = qd_field_entry_new (self->field, GTK_EDITABLE (self->text));
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_text_cell_new (const char *field)
{
  return g_object_new (QD_TYPE_TEXT_CELL, "field", field, NULL);
}
