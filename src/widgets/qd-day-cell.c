/* qd-day-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-day-cell"

#include "qd-day-cell.h"

#include <glib/gi18n.h>

#include "qd-day-popover.h"
#include "qd-day-words.h"
#include "qd-field-entry.h"

/**
 * QdDayCell:
 *
 * Edits a day in a cell of a table; Alt+Down and the button open a calendar.
 */
struct _QdDayCell
{
  AdwBin        parent_instance;

  QdField      *field;
  GtkWidget    *text;
  QdFieldEntry *entry;
  QdDayPopover *popover;
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdDayCell,
                               qd_day_cell,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
open_calendar (QdDayCell *self)
{
  if (self->popover == NULL)
    {
      self->popover = QD_DAY_POPOVER (qd_day_popover_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
    }

  qd_day_popover_set_field (self->popover, self->field);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
key_pressed_cb (QdDayCell      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Down || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;

  open_calendar (self);

  return GDK_EVENT_STOP;
}

static void
bound_cb (QdDayCell *self)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->text))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, qd_field_get_label (self->field), -1);
}

static void
changed_cb (QdDayCell *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *full = NULL;

  if (!qd_field_get_value (self->field, &value))
    return;

  full = qd_day_dup_full (g_value_get_int (&value));
  gtk_widget_set_tooltip_text (self->text, *full != '\0' ? full : NULL);
}

static QdField *
qd_day_cell_get_field (QdEditor *editor)
{
  return QD_DAY_CELL (editor)->field;
}

static void
qd_day_cell_flush (QdEditor *editor)
{
  qd_field_entry_commit (QD_DAY_CELL (editor)->entry);
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_day_cell_get_field;
  iface->flush = qd_day_cell_flush;
}

static void
qd_day_cell_dispose (GObject *object)
{
  QdDayCell *self = QD_DAY_CELL (object);

  g_clear_pointer ((GtkWidget **)&self->popover, gtk_widget_unparent);
  g_clear_object (&self->entry);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_day_cell_parent_class)->dispose (object);
}

static void
qd_day_cell_class_init (QdDayCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_day_cell_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_day_cell_init (QdDayCell *self)
{
  self->field = qd_field_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->text), FALSE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->text), GTK_ENTRY_ICON_SECONDARY, "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->text), GTK_ENTRY_ICON_SECONDARY, _ ("Pick a Day"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 12);
  gtk_widget_add_css_class (self->text, "cell");
  adw_bin_set_child (ADW_BIN (self), self->text);
  self->entry = qd_field_entry_new (self->field, GTK_EDITABLE (self->text));

  g_signal_connect_object (self->text, "icon-release", G_CALLBACK (open_calendar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

GtkWidget *
qd_day_cell_new (const char *field)
{
  return g_object_new (QD_TYPE_DAY_CELL, "field", field, NULL);
}
