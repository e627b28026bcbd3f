/* qd-enum-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-enum-cell"

#include "qd-enum-cell.h"

#include "qd-choice.h"
#include "qd-field-entry.h"

/**
 * QdEnumCell:
 *
 * Edits an enumeration in a cell of a table.
 */
struct _QdEnumCell
{
  AdwBin         parent_instance;

  QdField       *field;
  GtkDropDown   *choice;
  GtkStringList *labels;
  gboolean       following; /* the record, and not a person */
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdEnumCell,
                               qd_enum_cell,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdEnumCell *self)
{
  const QdColumn *column = qd_field_get_column (self->field);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, qd_field_get_label (self->field), -1);

  self->following = TRUE;
  qd_choice_fill (self->labels, column);
  self->following = FALSE;
}

static void
changed_cb (QdEnumCell *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (!qd_field_get_value (self->field, &value))
    return;

  self->following = TRUE;
  gtk_drop_down_set_selected (self->choice, qd_choice_get_position (qd_field_get_column (self->field), g_value_get_int (&value)));
  self->following = FALSE;
}

static void
selected_cb (QdEnumCell *self)
{
  const QdColumn *column = qd_field_get_column (self->field);
  guint           position = gtk_drop_down_get_selected (self->choice);

  if (self->following || column == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  /* Refused: back to what is in the file. */
  if (!qd_field_commit_int (self->field, qd_choice_get_value (column, position)))
    changed_cb (self);
}

static void
problem_cb (QdEnumCell *self)
{
  qd_field_entry_show_problem (GTK_WIDGET (self), GTK_WIDGET (self), qd_field_get_problem (self->field));
}

static QdField *
qd_enum_cell_get_field (QdEditor *editor)
{
  return QD_ENUM_CELL (editor)->field;
}

static void
qd_enum_cell_flush (QdEditor *editor)
{
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_enum_cell_get_field;
  iface->flush = qd_enum_cell_flush;
}

static void
qd_enum_cell_dispose (GObject *object)
{
  QdEnumCell *self = QD_ENUM_CELL (object);

  g_clear_object (&self->labels);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_enum_cell_parent_class)->dispose (object);
}

static void
qd_enum_cell_class_init (QdEnumCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_enum_cell_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_enum_cell_init (QdEnumCell *self)
{
  self->field = qd_field_new ();
  self->labels = gtk_string_list_new (NULL);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->labels)), NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->choice), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->choice), "cell");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->choice));
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_enum_cell_new (const char *field)
{
  return g_object_new (QD_TYPE_ENUM_CELL, "field", field, NULL);
}
