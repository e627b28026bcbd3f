/* qd-day-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-day-row"

#include "qd-day-row.h"

#include <glib/gi18n.h>

#include "qd-day-popover.h"
#include "qd-day-words.h"
#include "qd-field-entry.h"

/**
 * QdDayRow:
 *
 * Edits a day: typed as people say it (“friday”, “+2w”), or picked in a calendar.
 */
struct _QdDayRow
{
  AdwEntryRow   parent_instance;

  QdField      *field;
  QdFieldEntry *entry;
  GtkLabel     *distance;
  QdDayPopover *popover;
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdDayRow,
                               qd_day_row,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdDayRow *self)
{
  if (qd_field_get_column (self->field) != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), qd_field_get_label (self->field));

  qd_day_popover_set_field (self->popover, self->field);
}

static void
changed_cb (QdDayRow *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;

  if (!qd_field_get_value (self->field, &value))
    return;

  text = qd_day_dup_relative (g_value_get_int (&value), qd_day_today ());
  full = qd_day_dup_full (g_value_get_int (&value));
  gtk_label_set_label (self->distance, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->distance), *full != '\0' ? full : NULL);
}

static QdField *
qd_day_row_get_field (QdEditor *editor)
{
  return QD_DAY_ROW (editor)->field;
}

static void
qd_day_row_flush (QdEditor *editor)
{
  qd_field_entry_commit (QD_DAY_ROW (editor)->entry);
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_day_row_get_field;
  iface->flush = qd_day_row_flush;
}

static void
qd_day_row_dispose (GObject *object)
{
  QdDayRow *self = QD_DAY_ROW (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_day_row_parent_class)->dispose (object);
}

static void
qd_day_row_class_init (QdDayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_day_row_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_day_row_init (QdDayRow *self)
{
  self->field = qd_field_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->entry = qd_field_entry_new (self->field, GTK_EDITABLE (self));
  self->distance = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->distance, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->distance), "dim-label");
  self->popover = QD_DAY_POPOVER (qd_day_popover_new ());

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (button, _ ("Pick a Day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->distance));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_day_row_new (const char *field)
{
  return g_object_new (QD_TYPE_DAY_ROW, "field", field, NULL);
}
