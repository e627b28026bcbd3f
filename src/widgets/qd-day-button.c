/* qd-day-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-day-button"

#include "qd-day-button.h"

#include <glib/gi18n.h>

#include "qd-day-popover.h"
#include "qd-day-words.h"

/**
 * QdDayButton:
 *
 * Shows a day in a few letters, and edits it in a calendar.
 */
struct _QdDayButton
{
  AdwBin         parent_instance;

  QdField       *field;
  GtkMenuButton *button;
  GtkLabel      *label;
  QdDayPopover  *popover;
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdDayButton,
                               qd_day_button,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdDayButton *self)
{
  qd_day_popover_set_field (self->popover, self->field);
}

static void
changed_cb (QdDayButton *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;
  g_autofree char *name = NULL;
  const char      *label = qd_field_get_label (self->field);

  if (!qd_field_get_value (self->field, &value))
    return;

  text = qd_day_dup_short (g_value_get_int (&value), qd_day_today ());
  full = qd_day_dup_full (g_value_get_int (&value));

  /* Translators: a field and its day: “Due: Tuesday 24 November 2026” */
  name = *full != '\0' ? g_strdup_printf (_ ("%s: %s"), label, full) : g_strdup (label);
  gtk_label_set_label (self->label, *text != '\0' ? text : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static QdField *
qd_day_button_get_field (QdEditor *editor)
{
  return QD_DAY_BUTTON (editor)->field;
}

static void
qd_day_button_flush (QdEditor *editor)
{
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_day_button_get_field;
  iface->flush = qd_day_button_flush;
}

static void
qd_day_button_dispose (GObject *object)
{
  QdDayButton *self = QD_DAY_BUTTON (object);

  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_day_button_parent_class)->dispose (object);
}

static void
qd_day_button_class_init (QdDayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_day_button_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_day_button_init (QdDayButton *self)
{
  self->field = qd_field_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->popover = QD_DAY_POPOVER (qd_day_popover_new ());
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_day_button_new (const char *field)
{
  return g_object_new (QD_TYPE_DAY_BUTTON, "field", field, NULL);
}
