/* qd-day-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-day-popover"

#include "qd-day-popover.h"

#include <glib/gi18n.h>

#include "qd-calendar.h"

/**
 * QdDayPopover:
 *
 * A calendar that sets the day of a field, with the nearest days and none at hand.
 */
struct _QdDayPopover
{
  GtkPopover  parent_instance;

  QdField    *field; /* (nullable) */
  QdCalendar *calendar;
  GtkWidget  *none;
};

G_DEFINE_FINAL_TYPE (QdDayPopover, qd_day_popover, GTK_TYPE_POPOVER)

static void
pick (QdDayPopover *self,
      int           day)
{
  gtk_popover_popdown (GTK_POPOVER (self));

  if (self->field != NULL)
    qd_field_commit_int (self->field, day);
}

static void
today_cb (QdDayPopover *self)
{
  pick (self, qd_day_today ());
}

static void
tomorrow_cb (QdDayPopover *self)
{
  pick (self, qd_day_today () + 1);
}

static void
week_cb (QdDayPopover *self)
{
  pick (self, qd_day_today () + 7);
}

static void
none_cb (QdDayPopover *self)
{
  pick (self, QD_DAY_NONE);
}

/* The calendar opens on the day there is, or on today. */
static void
show_cb (QdDayPopover *self)
{
  g_auto(GValue) value = G_VALUE_INIT;
  int day = QD_DAY_NONE;

  if (self->field != NULL && qd_field_get_value (self->field, &value))
    day = g_value_get_int (&value);

  qd_calendar_show_day (self->calendar, day);
  gtk_widget_set_visible (self->none,
                          self->field != NULL && qd_field_get_column (self->field) != NULL &&
                              qd_field_get_column (self->field)->nullable && day != QD_DAY_NONE);
}

static GtkWidget *
add_button (QdDayPopover *self,
            GtkWidget    *box,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
qd_day_popover_dispose (GObject *object)
{
  g_clear_object (&QD_DAY_POPOVER (object)->field);

  G_OBJECT_CLASS (qd_day_popover_parent_class)->dispose (object);
}

static void
qd_day_popover_class_init (QdDayPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_day_popover_dispose;
}

static void
qd_day_popover_init (QdDayPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *near = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->calendar = QD_CALENDAR (qd_calendar_new ());
  add_button (self, near, _ ("_Today"), G_CALLBACK (today_cb));
  add_button (self, near, _ ("To_morrow"), G_CALLBACK (tomorrow_cb));
  add_button (self, near, _ ("_+1 Week"), G_CALLBACK (week_cb));
  gtk_box_append (GTK_BOX (box), near);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  self->none = add_button (self, box, _ ("_No Day"), G_CALLBACK (none_cb));
  gtk_popover_set_child (GTK_POPOVER (self), box);

  g_signal_connect_object (self->calendar, "picked", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "show", G_CALLBACK (show_cb), NULL);
}

GtkWidget *
qd_day_popover_new (void)
{
  return g_object_new (QD_TYPE_DAY_POPOVER, NULL);
}

void
qd_day_popover_set_field (QdDayPopover *self,
                          QdField      *field)
{
  g_return_if_fail (QD_IS_DAY_POPOVER (self));

  g_set_object (&self->field, field);
}
