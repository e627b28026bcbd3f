/* qd-history-day-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-day-row"

#include "qd-history-day-row.h"

#include <glib/gi18n.h>

#include "qd-calendar.h"
#include "qd-day-parse.h"
#include "qd-day-words.h"

/**
 * QdHistoryDayRow:
 *
 * A day that is of no record: typed as people say it, or picked in a calendar. Empty is none.
 */
struct _QdHistoryDayRow
{
  AdwEntryRow parent_instance;

  GtkLabel   *distance;
  GtkWidget  *button;
  QdCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (QdHistoryDayRow, qd_history_day_row, ADW_TYPE_ENTRY_ROW)

enum
{
  DAY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_state (QdHistoryDayRow *self)
{
  int              day;
  gboolean         good = qd_history_day_row_get_day (self, &day);
  g_autofree char *distance = good ? qd_day_dup_relative (day, qd_day_today ()) : NULL;

  gtk_label_set_label (self->distance, good ? distance : _ ("Not a day"));

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
changed_cb (QdHistoryDayRow *self)
{
  show_state (self);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
picked_cb (QdHistoryDayRow *self,
           int              day)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  qd_history_day_row_set_day (self, day);
}

static void
opened_cb (QdHistoryDayRow *self)
{
  int day;

  if (gtk_menu_button_get_active (GTK_MENU_BUTTON (self->button)))
    qd_calendar_show_day (self->calendar, qd_history_day_row_get_day (self, &day) ? day : QD_DAY_NONE);
}

static void
qd_history_day_row_class_init (QdHistoryDayRowClass *klass)
{
  /* What is typed is another day, none, or not a day. */
  signals[DAY_CHANGED] = g_signal_new (
      "day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_history_day_row_init (QdHistoryDayRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->distance = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->distance, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->distance), "dimmed");
  self->calendar = QD_CALENDAR (qd_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _ ("Pick a Day"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->distance));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_object (self->calendar, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "notify::active", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_history_day_row_new (const char *title)
{
  return g_object_new (QD_TYPE_HISTORY_DAY_ROW, "title", title, NULL);
}

/* Returns: whether it is a day or empty, which is %QD_DAY_NONE */
gboolean
qd_history_day_row_get_day (QdHistoryDayRow *self,
                            int             *day)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (QD_IS_HISTORY_DAY_ROW (self), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  *day = QD_DAY_NONE;

  return *text == '\0' || qd_day_parse_words (text, qd_day_today (), qd_day_get_locale_order (), day);
}

void
qd_history_day_row_set_day (QdHistoryDayRow *self,
                            int              day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (QD_IS_HISTORY_DAY_ROW (self));

  text = qd_day_dup_editable (day);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}
