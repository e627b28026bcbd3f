/* qd-window-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-window-row"

#include "qd-window-row.h"

#include <glib/gi18n.h>

#include "qd-field-entry.h"
#include "qd-tenant-words.h"

/**
 * QdWindowRow:
 *
 * Edits which of the maintenance windows of the book a tenant has, with “None” first. A window that
 * the book does not know stays as it is until another is chosen.
 */
struct _QdWindowRow
{
  AdwComboRow    parent_instance;

  QdField       *field;
  QdFactBook    *book;
  GtkStringList *labels;
  GStrv          keys;      /* of the labels after the first */
  gboolean       following; /* the record, and not a person */
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdWindowRow,
                               qd_window_row,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static char *
dup_value (QdWindowRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  return qd_field_get_value (self->field, &value) ? g_value_dup_string (&value) : NULL;
}

/* Makes the choice what the book has, and what the record holds besides. */
static void
fill (QdWindowRow *self)
{
  GPtrArray          *windows = qd_fact_book_peek (self->book, QD_FACT_TOPIC_WINDOW);
  g_autofree char    *value = dup_value (self);
  const QdWindowFact *current = qd_window_find (self->book, value);
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  guint selected = 0;

  self->following = TRUE;
  gtk_string_list_splice (self->labels, 0, g_list_model_get_n_items (G_LIST_MODEL (self->labels)), NULL);
  gtk_string_list_append (self->labels, _ ("None"));

  for (guint i = 0; i < windows->len; i++)
    {
      const QdWindowFact *window = g_ptr_array_index (windows, i);
      g_autofree char    *label = qd_window_dup_weekly (window);

      gtk_string_list_append (self->labels, label);
      g_strv_builder_add (keys, window->fact.key);

      if (window == current)
        selected = i + 1;
    }

  if (value != NULL && current == NULL)
    {
      gtk_string_list_append (self->labels, value);
      g_strv_builder_add (keys, value);
      selected = windows->len + 1;
    }

  g_strfreev (self->keys);
  self->keys = g_strv_builder_end (keys);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->following = FALSE;
}

static void
bound_cb (QdWindowRow *self)
{
  if (qd_field_get_column (self->field) != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), qd_field_get_label (self->field));
}

static void
selected_cb (QdWindowRow *self)
{
  guint            position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  GtkStringObject *chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  g_auto(GValue) value = G_VALUE_INIT;

  /* A combo row is called what is asked, and says nothing of what is chosen. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen != NULL ? gtk_string_object_get_string (chosen) : "",
                                  -1);

  if (self->following || position == GTK_INVALID_LIST_POSITION)
    return;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, position > 0 ? self->keys[position - 1] : NULL);

  /* Refused: back to what is in the file. */
  if (!qd_field_commit (self->field, &value))
    fill (self);
}

static void
problem_cb (QdWindowRow *self)
{
  qd_field_entry_show_problem (GTK_WIDGET (self), GTK_WIDGET (self), qd_field_get_problem (self->field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), qd_field_get_problem (self->field));
}

static QdField *
qd_window_row_get_field (QdEditor *editor)
{
  return QD_WINDOW_ROW (editor)->field;
}

static void
qd_window_row_flush (QdEditor *editor)
{
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_window_row_get_field;
  iface->flush = qd_window_row_flush;
}

static void
qd_window_row_dispose (GObject *object)
{
  QdWindowRow *self = QD_WINDOW_ROW (object);

  g_clear_object (&self->labels);
  g_clear_object (&self->book);
  g_clear_object (&self->field);
  g_clear_pointer (&self->keys, g_strfreev);

  G_OBJECT_CLASS (qd_window_row_parent_class)->dispose (object);
}

static void
qd_window_row_class_init (QdWindowRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_window_row_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_window_row_init (QdWindowRow *self)
{
  self->field = qd_field_new ();
  self->labels = gtk_string_list_new (NULL);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/* @field: the name of a column that holds the key of a window */
GtkWidget *
qd_window_row_new (QdFactBook *book,
                   const char *field)
{
  QdWindowRow *self;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);

  self = g_object_new (QD_TYPE_WINDOW_ROW, "field", field, NULL);
  self->book = g_object_ref (book);
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  fill (self);

  return GTK_WIDGET (self);
}
