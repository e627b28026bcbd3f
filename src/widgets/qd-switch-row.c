/* qd-switch-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-switch-row"

#include "qd-switch-row.h"

#include "qd-field-entry.h"

/**
 * QdSwitchRow:
 *
 * Edits a yes or no.
 */
struct _QdSwitchRow
{
  AdwActionRow parent_instance;

  QdField     *field;
  GtkSwitch   *toggle;
  gboolean     following; /* the record, and not a person */
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdSwitchRow,
                               qd_switch_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdSwitchRow *self)
{
  if (qd_field_get_column (self->field) != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), qd_field_get_label (self->field));
}

static void
changed_cb (QdSwitchRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (!qd_field_get_value (self->field, &value))
    return;

  self->following = TRUE;
  gtk_switch_set_active (self->toggle, g_value_get_boolean (&value));
  self->following = FALSE;
}

static void
active_cb (QdSwitchRow *self)
{
  if (self->following)
    return;

  if (!qd_field_commit_int (self->field, gtk_switch_get_active (self->toggle)))
    changed_cb (self);
}

static void
problem_cb (QdSwitchRow *self)
{
  qd_field_entry_show_problem (GTK_WIDGET (self), GTK_WIDGET (self->toggle), qd_field_get_problem (self->field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), qd_field_get_problem (self->field));
}

static QdField *
qd_switch_row_get_field (QdEditor *editor)
{
  return QD_SWITCH_ROW (editor)->field;
}

static void
qd_switch_row_flush (QdEditor *editor)
{
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_switch_row_get_field;
  iface->flush = qd_switch_row_flush;
}

static void
qd_switch_row_dispose (GObject *object)
{
  QdSwitchRow *self = QD_SWITCH_ROW (object);

  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_switch_row_parent_class)->dispose (object);
}

static void
qd_switch_row_class_init (QdSwitchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_switch_row_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_switch_row_init (QdSwitchRow *self)
{
  self->field = qd_field_new ();
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_switch_row_new (const char *field)
{
  return g_object_new (QD_TYPE_SWITCH_ROW, "field", field, NULL);
}
