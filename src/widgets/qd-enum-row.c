/* qd-enum-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-enum-row"

#include "qd-enum-row.h"

#include "qd-choice.h"
#include "qd-field-entry.h"

/**
 * QdEnumRow:
 *
 * Edits an enumeration, with “None” first where there may be none.
 */
struct _QdEnumRow
{
  AdwComboRow    parent_instance;

  QdField       *field;
  GtkStringList *labels;
  gboolean       following; /* the record, and not a person */
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdEnumRow,
                               qd_enum_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdEnumRow *self)
{
  const QdColumn *column = qd_field_get_column (self->field);

  if (column != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), qd_field_get_label (self->field));

  self->following = TRUE;
  qd_choice_fill (self->labels, column);
  self->following = FALSE;
}

static void
changed_cb (QdEnumRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (!qd_field_get_value (self->field, &value))
    return;

  self->following = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), qd_choice_get_position (qd_field_get_column (self->field), g_value_get_int (&value)));
  self->following = FALSE;
}

static void
selected_cb (QdEnumRow *self)
{
  const QdColumn  *column = qd_field_get_column (self->field);
  guint            position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  GtkStringObject *chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  /* A combo row is called what is asked, and says nothing of what is chosen. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen != NULL ? gtk_string_object_get_string (chosen) : "",
                                  -1);

  if (self->following || column == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  /* Refused: back to what is in the file. */
  if (!qd_field_commit_int (self->field, qd_choice_get_value (column, position)))
    changed_cb (self);
}

static void
problem_cb (QdEnumRow *self)
{
  qd_field_entry_show_problem (GTK_WIDGET (self), GTK_WIDGET (self), qd_field_get_problem (self->field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), qd_field_get_problem (self->field));
}

static QdField *
qd_enum_row_get_field (QdEditor *editor)
{
  return QD_ENUM_ROW (editor)->field;
}

static void
qd_enum_row_flush (QdEditor *editor)
{
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_enum_row_get_field;
  iface->flush = qd_enum_row_flush;
}

static void
qd_enum_row_dispose (GObject *object)
{
  QdEnumRow *self = QD_ENUM_ROW (object);

  g_clear_object (&self->labels);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_enum_row_parent_class)->dispose (object);
}

static void
qd_enum_row_class_init (QdEnumRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_enum_row_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_enum_row_init (QdEnumRow *self)
{
  self->field = qd_field_new ();
  self->labels = gtk_string_list_new (NULL);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
qd_enum_row_new (const char *field)
{
  return g_object_new (QD_TYPE_ENUM_ROW, "field", field, NULL);
}
