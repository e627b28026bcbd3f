/* qd-hours-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-hours-view"

#include "qd-hours-view.h"

#include <glib/gi18n.h>

#include "qd-calendar.h"
#include "qd-clock-time.h"
#include "qd-day-words.h"
#include "qd-question.h"
#include "qd-week-plan.h"

/* No time was typed: it is asked now. */
#define MINUTE_NOW -1

/**
 * QdHoursView:
 *
 * Who of GitLab is at work now and until when, and by when a question is answered.
 */
struct _QdHoursView
{
  AdwBin               parent_instance;

  QdFactBook          *book;
  gint64               now;
  GTimeZone           *mine;
  GPtrArray           *questions; /* QdQuestion */
  gboolean             filling;
  int                  day;    /* of the question; %QD_DAY_NONE: today */
  int                  minute; /* of it on my clock, or MINUTE_NOW */
  gboolean             wrong;  /* what is typed is no time */

  AdwPreferencesGroup *people;
  GtkListBox          *teams;
  AdwComboRow         *kind_row;
  GtkMenuButton       *day_button;
  QdCalendar          *calendar;
  AdwEntryRow         *time_row;
  GtkWidget           *now_button;
  AdwActionRow        *answer_row;
};

G_DEFINE_FINAL_TYPE (QdHoursView, qd_hours_view, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* “Mo-Fr 09:00-17:00, Europe/Berlin”, and what else is known of it */
static char *
dup_subtitle (const QdHoursFact *hours)
{
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: working hours, and the zone whose clocks they go by */
  g_string_append_printf (text, _ ("%1$s · %2$s"), hours->hours, hours->time_zone);

  if (hours->fact.description != NULL)
    g_string_append_printf (text, "\n%s", hours->fact.description);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* On its own line, as it is what one looks for. Returns: whether somebody is there */
static gboolean
append_team (QdHoursView       *self,
             const QdHoursFact *hours)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *subtitle = dup_subtitle (hours);
  gboolean         is_open;
  g_autofree char *words = qd_hours_dup_state_words (hours, self->now, self->mine, &is_open);
  GtkWidget       *icon = gtk_image_new_from_icon_name (is_open ? "weather-clear-symbolic" : "weather-clear-night-symbolic");

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, is_open ? _ ("Open") : _ ("Closed"), -1);
  gtk_widget_add_css_class (icon, is_open ? "success" : "dimmed");
  gtk_widget_add_css_class (line, "hours-row");
  gtk_widget_set_hexpand (texts, TRUE);
  add_label (texts, hours->fact.name, NULL);
  add_label (texts, words, is_open ? "success" : "dimmed");
  gtk_widget_add_css_class (add_label (texts, subtitle, "dimmed"), "caption");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hours->fact.name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_list_box_append (self->teams, row);

  return is_open;
}

/* Returns: which of the rows has the focus, or -1 */
static int
find_focused (QdHoursView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->teams));

  return row != NULL && gtk_widget_has_focus (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
fill_teams (QdHoursView *self)
{
  GPtrArray *all = qd_fact_book_peek (self->book, QD_FACT_TOPIC_HOURS);
  g_autoptr(GString) open = g_string_new (NULL);
  g_autofree char *text = NULL;
  GtkListBoxRow   *row;
  int              focused;

  focused = find_focused (self);
  gtk_list_box_remove_all (self->teams);

  for (guint i = 0; i < all->len; i++)
    {
      const QdHoursFact *hours = g_ptr_array_index (all, i);

      if (hours->team != QD_SUPPORT_TEAM_COVER && append_team (self, hours))
        g_string_append_printf (open, "%s%s", open->len > 0 ? ", " : "", hours->fact.name);
    }

  if (focused >= 0 && (row = gtk_list_box_get_row_at_index (self->teams, focused)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  /* Translators: names of teams, with commas */
  text = open->len > 0 ? g_markup_printf_escaped (_ ("At work: %s"), open->str) : g_strdup (_ ("Nobody is at work; urgent tickets are answered all the same"));
  adw_preferences_group_set_description (self->people, text);
}

static gint64
get_asked (QdHoursView *self)
{
  if (self->day == QD_DAY_NONE && self->minute == MINUTE_NOW)
    return self->now;

  return qd_day_get_instant (
      self->day != QD_DAY_NONE ? self->day : qd_instant_get_day (self->now, self->mine), MAX (self->minute, 0), self->mine);
}

/* “Tue, 24 Nov 2026, 14:00 UTC”, on each clock but once */
static char *
dup_instant (gint64     instant,
             GTimeZone *mine)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, mine);
  /* Translators: an instant with its zone, as strftime has it */
  const char      *format = C_ ("instant", "%a, %-d %b %Y, %H:%M %Z");
  g_autofree char *in_utc = g_date_time_format (utc, format);
  g_autofree char *in_mine = g_date_time_format (local, format);

  return g_str_equal (in_utc, in_mine) ? g_steal_pointer (&in_utc) : g_strdup_printf ("%s\n%s", in_mine, in_utc);
}

static void
show_answer (QdHoursView *self)
{
  guint             selected = adw_combo_row_get_selected (self->kind_row);
  const QdQuestion *question;
  g_autofree char  *by_words = NULL;
  g_autofree char  *text = NULL;
  gint64            by;

  if (self->questions == NULL || selected >= self->questions->len)
    return;

  question = g_ptr_array_index (self->questions, selected);

  if (self->wrong)
    text = g_strdup (_ ("Type a time such as 16:30"));
  else if (!qd_question_get_answer (question, get_asked (self), &by))
    text = g_strdup (_ ("Never: these hours have no end"));
  else
    {
      by_words = dup_instant (by, self->mine);
      text = g_strdup_printf ("%s\n%s", by_words, question->rule);
    }

  adw_action_row_set_subtitle (self->answer_row, text);
}

static void
show_question (QdHoursView *self)
{
  int              day = self->day != QD_DAY_NONE ? self->day : qd_instant_get_day (self->now, self->mine);
  g_autofree char *words = qd_day_dup_display (day);

  gtk_menu_button_set_label (self->day_button, self->day != QD_DAY_NONE ? words : _ ("Today"));
  qd_calendar_show_day (self->calendar, day);
  gtk_widget_set_sensitive (self->now_button, self->day != QD_DAY_NONE || self->minute != MINUTE_NOW || self->wrong);

  if (self->wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->time_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time_row), "error");

  show_answer (self);
}

/* What was chosen stays, where there still is such a question. */
static void
fill_questions (QdHoursView *self)
{
  g_autoptr(GPtrArray) questions = qd_questions_list (self->book, qd_instant_get_day (self->now, self->mine));
  guint selected = adw_combo_row_get_selected (self->kind_row);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    gtk_string_list_append (names, ((QdQuestion *)g_ptr_array_index (questions, i))->name);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = g_steal_pointer (&questions);
  self->filling = TRUE;
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));

  if (selected < self->questions->len)
    adw_combo_row_set_selected (self->kind_row, selected);

  self->filling = FALSE;
}

static void
asked_cb (QdHoursView *self)
{
  if (!self->filling)
    show_answer (self);
}

static void
picked_cb (QdHoursView *self,
           int          day)
{
  gtk_menu_button_popdown (self->day_button);
  self->day = day;
  show_question (self);
}

static void
time_changed_cb (QdHoursView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time_row));
  int         minute = MINUTE_NOW;

  if (self->mine == NULL)
    return;

  self->wrong = *text != '\0' && (!qd_clock_time_parse (text, &minute) || minute >= QD_MINUTES_PER_DAY);
  self->minute = self->wrong ? MINUTE_NOW : minute;
  show_question (self);
}

static void
now_cb (QdHoursView *self)
{
  self->day = QD_DAY_NONE;
  gtk_widget_grab_focus (GTK_WIDGET (self->time_row));
  gtk_editable_set_text (GTK_EDITABLE (self->time_row), "");
  show_question (self);
}

static void
qd_hours_view_dispose (GObject *object)
{
  QdHoursView *self = QD_HOURS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_HOURS_VIEW);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->mine, g_time_zone_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_hours_view_parent_class)->dispose (object);
}

static void
qd_hours_view_class_init (QdHoursViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_hours_view_dispose;

  g_type_ensure (QD_TYPE_CALENDAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-hours-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, people);
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, teams);
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, kind_row);
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, day_button);
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, calendar);
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, time_row);
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, now_button);
  gtk_widget_class_bind_template_child (widget_class, QdHoursView, answer_row);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
}

static void
qd_hours_view_init (QdHoursView *self)
{
  self->day = QD_DAY_NONE;
  self->minute = MINUTE_NOW;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qd_hours_view_new (QdFactBook *book)
{
  QdHoursView *self = g_object_new (QD_TYPE_HOURS_VIEW, NULL);

  self->book = g_object_ref (book);

  return GTK_WIDGET (self);
}

/**
 * qd_hours_view_set_clock:
 * @now: an instant
 * @mine: of whoever looks
 *
 * Shows all anew.
 */
void
qd_hours_view_set_clock (QdHoursView *self,
                         gint64       now,
                         GTimeZone   *mine)
{
  g_return_if_fail (QD_IS_HOURS_VIEW (self));
  g_return_if_fail (mine != NULL);

  self->now = now;
  g_time_zone_ref (mine);
  g_clear_pointer (&self->mine, g_time_zone_unref);
  self->mine = mine;
  fill_teams (self);
  fill_questions (self);
  show_question (self);
}
