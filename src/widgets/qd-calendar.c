/* qd-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-calendar"

#include "qd-calendar.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-week.h"

#define N_WEEKS 6
#define N_DAYS (N_WEEKS * 7)

/**
 * QdCalendar:
 *
 * A month to pick a day from, with weeks that begin as the person wants them.
 * The arrows go by day and week, Page Up and Page Down by month.
 */
struct _QdCalendar
{
  GtkWidget  parent_instance;

  GtkLabel  *month;
  GtkLabel  *weekdays[7];
  GtkWidget *days[N_DAYS];
  int        first;    /* the day in the first cell */
  int        cursor;   /* the day the keyboard is on; its month is shown */
  int        selected; /* or QD_DAY_NONE */
};

G_DEFINE_FINAL_TYPE (QdCalendar, qd_calendar, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_cell (QdCalendar *self,
             int         cell,
             int         month)
{
  GtkWidget       *button = self->days[cell];
  int              day = self->first + cell;
  int              year, cell_month, day_of_month;
  g_autofree char *number = NULL;
  g_autofree char *words = qd_day_dup_full (day);

  qd_day_get_ymd (day, &year, &cell_month, &day_of_month);
  number = g_strdup_printf ("%d", day_of_month);
  gtk_button_set_label (GTK_BUTTON (button), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, day == self->selected, -1);
  set_class (button, "dim-label", cell_month != month);
  set_class (button, "suggested-action", day == self->selected);
  set_class (button, "qd-today", day == qd_day_today ());
  gtk_widget_set_focusable (button, day == self->cursor);
}

static void
update (QdCalendar *self)
{
  int year, month, day_of_month;
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *title = NULL;

  qd_day_get_ymd (self->cursor, &year, &month, &day_of_month);
  self->first = qd_week_get_start (qd_day_from_ymd (year, month, 1));
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: the month above a calendar, as strftime has it: “November 2026” */
  title = g_date_time_format (date, C_ ("calendar month", "%OB %Y"));
  gtk_label_set_label (self->month, title);

  for (int i = 0; i < 7; i++)
    {
      g_autoptr(GDateTime) weekday = NULL;
      g_autofree char *name = NULL;

      weekday = g_date_time_new_from_unix_utc ((gint64)(self->first + i) * 24 * 60 * 60);
      name = g_date_time_format (weekday, "%a");
      gtk_label_set_label (self->weekdays[i], name);
    }

  for (int i = 0; i < N_DAYS; i++)
    update_cell (self, i, month);
}

static void
move_cursor (QdCalendar *self,
             int         day)
{
  if (!qd_day_is_sensible (day))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  self->cursor = day;
  update (self);
  gtk_widget_grab_focus (self->days[day - self->first]);
}

static gboolean
key_cb (QdCalendar     *self,
        guint           key,
        guint           code,
        GdkModifierType modifiers)
{
  int ahead = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
      move_cursor (self, self->cursor - ahead);
      break;

    case GDK_KEY_Right:
      move_cursor (self, self->cursor + ahead);
      break;

    case GDK_KEY_Up:
      move_cursor (self, self->cursor - 7);
      break;

    case GDK_KEY_Down:
      move_cursor (self, self->cursor + 7);
      break;

    case GDK_KEY_Page_Up:
      move_cursor (self, qd_day_add_months (self->cursor, -1));
      break;

    case GDK_KEY_Page_Down:
      move_cursor (self, qd_day_add_months (self->cursor, 1));
      break;

    case GDK_KEY_Home:
      move_cursor (self, qd_week_get_start (self->cursor));
      break;

    case GDK_KEY_End:
      move_cursor (self, qd_week_get_start (self->cursor) + 6);
      break;

    default:
      return GDK_EVENT_PROPAGATE;
    }

  return GDK_EVENT_STOP;
}

static void
day_clicked_cb (GtkButton *button,
                gpointer   user_data)
{
  QdCalendar *self = QD_CALENDAR (gtk_widget_get_ancestor (GTK_WIDGET (button), QD_TYPE_CALENDAR));
  int         day = self->first + GPOINTER_TO_INT (user_data);

  self->cursor = self->selected = day;
  update (self);
  g_signal_emit (self, signals[PICKED], 0, day);
}

static void
turn_to (QdCalendar *self,
         int         n_months)
{
  int day = qd_day_add_months (self->cursor, n_months);

  if (!qd_day_is_sensible (day))
    return;

  self->cursor = day;
  update (self);
}

static void
previous_cb (QdCalendar *self)
{
  turn_to (self, -1);
}

static void
next_cb (QdCalendar *self)
{
  turn_to (self, 1);
}

static GtkWidget *
create_turner (QdCalendar *self,
               const char *icon,
               const char *tooltip,
               GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_header (QdCalendar *self)
{
  GtkWidget *header = gtk_center_box_new ();
  GtkWidget *month = gtk_label_new (NULL);

  self->month = GTK_LABEL (month);
  gtk_widget_add_css_class (month, "heading");
  gtk_center_box_set_start_widget (
      GTK_CENTER_BOX (header),
      create_turner (self, "go-previous-symbolic", _ ("Previous Month"), G_CALLBACK (previous_cb)));
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (header), month);
  gtk_center_box_set_end_widget (
      GTK_CENTER_BOX (header), create_turner (self, "go-next-symbolic", _ ("Next Month"), G_CALLBACK (next_cb)));

  return header;
}

static GtkWidget *
create_grid (QdCalendar *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);

  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_margin_bottom (label, 6);
      self->weekdays[i] = GTK_LABEL (label);
      gtk_grid_attach (GTK_GRID (grid), label, i, 0, 1, 1);
    }

  for (int i = 0; i < N_DAYS; i++)
    {
      self->days[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->days[i], "flat");
      gtk_widget_add_css_class (self->days[i], "circular");
      gtk_widget_add_css_class (self->days[i], "numeric");
      g_signal_connect (self->days[i], "clicked", G_CALLBACK (day_clicked_cb), GINT_TO_POINTER (i));
      gtk_grid_attach (GTK_GRID (grid), self->days[i], i % 7, i / 7 + 1, 1, 1);
    }

  return grid;
}

static void
qd_calendar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (qd_calendar_parent_class)->dispose (object);
}

static gboolean
qd_calendar_grab_focus (GtkWidget *widget)
{
  QdCalendar *self = QD_CALENDAR (widget);

  return gtk_widget_grab_focus (self->days[self->cursor - self->first]);
}

static void
qd_calendar_class_init (QdCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_calendar_dispose;
  widget_class->grab_focus = qd_calendar_grab_focus;

  /**
   * QdCalendar::picked:
   * @day: a day, as qd-day.h counts
   *
   * Emitted when a person has chosen, and not when a month was turned.
   */
  signals[PICKED] = g_signal_new (
      "picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "qd-calendar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_calendar_init (QdCalendar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager   *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_parent (create_header (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_grid (self), GTK_WIDGET (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->cursor = qd_day_today ();
  self->selected = QD_DAY_NONE;
  update (self);
}

GtkWidget *
qd_calendar_new (void)
{
  return g_object_new (QD_TYPE_CALENDAR, NULL);
}

/* Turns to @day and marks it; for %QD_DAY_NONE to today, with nothing marked. */
void
qd_calendar_show_day (QdCalendar *self,
                      int         day)
{
  g_return_if_fail (QD_IS_CALENDAR (self));

  self->selected = day;
  self->cursor = day != QD_DAY_NONE && qd_day_is_sensible (day) ? day : qd_day_today ();
  update (self);
}
