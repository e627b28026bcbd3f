/* qd-text-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-text-row"

#include "qd-text-row.h"

#include "qd-field-entry.h"

/**
 * QdTextRow:
 *
 * Edits one line of text, a number, or an amount of money with its currency.
 */
struct _QdTextRow
{
  AdwEntryRow   parent_instance;

  QdField      *field;
  QdFieldEntry *entry;
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdTextRow,
                               qd_text_row,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdTextRow *self)
{
  const QdColumn *column = qd_field_get_column (self->field);

  if (column == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), qd_field_get_label (self->field));

  if ((column->kind == QD_COLUMN_KIND_INTEGER && column->unit == QD_COLUMN_UNIT_NONE) || column->kind == QD_COLUMN_KIND_REAL)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
}

static QdField *
qd_text_row_get_field (QdEditor *editor)
{
  return QD_TEXT_ROW (editor)->field;
}

static void
qd_text_row_flush (QdEditor *editor)
{
  qd_field_entry_commit (QD_TEXT_ROW (editor)->entry);
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_text_row_get_field;
  iface->flush = qd_text_row_flush;
}

static void
qd_text_row_dispose (GObject *object)
{
  QdTextRow *self = QD_TEXT_ROW (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_text_row_parent_class)->dispose (object);
}

static void
qd_text_row_class_init (QdTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_text_row_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_text_row_init (QdTextRow *self)
{
  self->field = qd_field_new ();
  self->entry = qd_field_entry_new (self->field, GTK_EDITABLE (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_text_row_new (const char *field)
{
  return g_object_new (QD_TYPE_TEXT_ROW, "field", field, NULL);
}
