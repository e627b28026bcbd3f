/* test-calendar-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-calendar-dialog.h"
#include "qd-closure.h"
#include "qd-holiday-import.h"
#include "qd-plan-calendars.h"
#include "qd-record-dialog.h"
#include "qd-test.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account;
  GtkWidget   *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  g_object_set (draft, "name", "<b>Norr & Söner", "time-zone", "Europe/Stockholm", NULL);
  fixture->account = qd_test_add (fixture->portfolio, draft);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  qd_calendar_dialog_present (fixture->window, fixture->portfolio, qd_record_get_id (fixture->account));
  qd_test_settle (fixture->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  AdwDialog *dialog;

  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) != NULL)
    {
      /* An entry that has the focus keeps a dialog that goes (GTK 4.18). */
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
      adw_dialog_force_close (dialog);

      while (dialog != NULL)
        g_main_context_iteration (NULL, TRUE);
    }

  /* One that closed by itself may still fade. */
  for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2; g_get_monotonic_time () < end; g_usleep (1000))
    qd_test_settle (fixture->store);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  qd_test_settle (fixture->store);
  qd_test_finalize (g_steal_pointer (&fixture->portfolio));
  qd_test_store_close (fixture->store);
}

/* Returns: (transfer none) (nullable): the first widget of @type under @root of which the text @property begins with @text */
static gpointer
find (GtkWidget  *root,
      GType       type,
      const char *property,
      const char *text)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_autofree char *value = NULL;

      g_object_get (root, property, &value, NULL);

      if (value != NULL && g_str_has_prefix (value, text))
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, property, text);

  return found;
}

static gpointer
wait_for (Fixture    *fixture,
          GType       type,
          const char *property,
          const char *text)
{
  gpointer found;
  gint64   end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!(found = find (fixture->window, type, property, text)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  if (found == NULL)
    g_error ("nothing has a %s that begins with “%s”", property, text);

  return found;
}

static QdWorkingCalendar *
get_calendar (Fixture *fixture)
{
  qd_test_settle (fixture->store);

  return qd_working_calendar_find (fixture->portfolio, qd_record_get_id (fixture->account));
}

static GPtrArray *
peek_closures (Fixture *fixture)
{
  QdWorkingCalendar *calendar = get_calendar (fixture);

  return qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_CLOSURE, calendar != NULL ? qd_record_get_id (calendar) : 1);
}

/* What a person does who types @text and presses Enter. */
static void
enter (Fixture    *fixture,
       gpointer    row,
       const char *text)
{
  gtk_editable_set_text (row, text);
  g_signal_emit_by_name (gtk_editable_get_delegate (row), "activate");
  qd_test_settle (fixture->store);
}

/* A calendar comes into being with the first change, and goes with it. */
static void
test_hours (Fixture      *fixture,
            gconstpointer data)
{
  gpointer row = wait_for (fixture, ADW_TYPE_ENTRY_ROW, "title", "Working Hours");

  wait_for (fixture, GTK_TYPE_LABEL, "label", "There is no calendar yet. Work is planned Monday to Friday, 9:00–17:00 in Stockholm.");
  g_assert_null (get_calendar (fixture));
  enter (fixture, row, "mo-th 8:00-16:30");
  g_assert_cmpstr (get_calendar (fixture)->hours, ==, "mo-th 8:00-16:30");
  g_assert_cmpstr (get_calendar (fixture)->time_zone, ==, "Europe/Stockholm");
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Change Working Hours");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "Work is planned Monday to Thursday, 8:00–16:30 in Stockholm.");

  enter (fixture, row, "Mo-Fr 10:00-18:00");
  g_assert_cmpstr (get_calendar (fixture)->hours, ==, "Mo-Fr 10:00-18:00");
  qd_test_undo (fixture->store);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "mo-th 8:00-16:30");
  qd_test_undo (fixture->store);
  g_assert_null (get_calendar (fixture));
  wait_for (fixture, GTK_TYPE_LABEL, "label", "There is no calendar yet.");

  /* And it can be made again. */
  gtk_widget_activate_action (row, "calendar.hours", "s", "Su-Th 09:00-17:00");
  g_assert_cmpstr (get_calendar (fixture)->hours, ==, "Su-Th 09:00-17:00");
}

/* It is said while it is typed, and nothing is written. */
static void
test_bad_hours (Fixture      *fixture,
                gconstpointer data)
{
  gpointer         row = wait_for (fixture, ADW_TYPE_ENTRY_ROW, "title", "Working Hours");
  g_autofree char *label = g_strdup (qd_store_get_undo_label (fixture->store));

  gtk_editable_set_text (row, "Mo-Fr 17:00-9:00");
  g_assert_cmpstr (adw_preferences_row_get_title (row), ==, "“Mo-Fr 17:00-9:00” are no working hours such as “Mo-Fr 09:00-12:00,13:00-17:00”");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_null (get_calendar (fixture));
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, label);
  gtk_editable_set_text (row, "Mo-Fr 9:00-17:00");
  g_assert_cmpstr (adw_preferences_row_get_title (row), ==, "Working Hours");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

static void
test_country (Fixture      *fixture,
              gconstpointer data)
{
  AdwComboRow *row = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "_Country");
  GListModel  *countries = adw_combo_row_get_model (row);
  gpointer     group = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP);

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpstr (adw_preferences_group_get_description (group), ==, "");

  for (guint i = 0; i < g_list_model_get_n_items (countries); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (countries), i), "Sweden"))
        adw_combo_row_set_selected (row, i);
    }

  g_assert_cmpstr (get_calendar (fixture)->country, ==, "SE");
  g_assert_nonnull (strstr (adw_preferences_group_get_description (group), " · "));
  wait_for (fixture, GTK_TYPE_LABEL, "label", "Work is planned Monday to Friday, 9:00–17:00 in Stockholm, except for the public holidays of Sweden.");
  adw_combo_row_set_selected (row, 0);
  g_assert_null (get_calendar (fixture)->country);
  qd_test_undo (fixture->store);
  g_assert_cmpstr (get_calendar (fixture)->country, ==, "SE");
  g_assert_cmpuint (adw_combo_row_get_selected (row), !=, 0);
}

static gpointer
wait_closure_row (Fixture    *fixture,
                  const char *title)
{
  GtkWidget *dialog = wait_for (fixture, QD_TYPE_RECORD_DIALOG, "title", "");
  gpointer   row = find (dialog, ADW_TYPE_PREFERENCES_ROW, "title", title);

  g_assert_nonnull (row);

  return row;
}

/* A maintenance window of every Saturday night: added, changed and deleted, each in one step. */
static void
test_closure (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = wait_for (fixture, QD_TYPE_CALENDAR_DIALOG, "title", "");
  QdClosure *closure;
  gpointer   row;

  gtk_widget_activate_action (dialog, "calendar.add", NULL);
  wait_for (fixture, QD_TYPE_RECORD_DIALOG, "title", "New Closure");
  adw_combo_row_set_selected (wait_closure_row (fixture, "Kind"), QD_CLOSURE_KIND_MAINTENANCE_WINDOW);
  enter (fixture, wait_closure_row (fixture, "Name"), "Dedicated <maintenance>");
  enter (fixture, wait_closure_row (fixture, "First Day"), "2026-11-21");
  g_assert_false (gtk_widget_get_visible (wait_closure_row (fixture, "Lasts")));
  enter (fixture, wait_closure_row (fixture, "Begins"), "22:00");
  g_assert_true (gtk_widget_get_visible (wait_closure_row (fixture, "Lasts")));
  enter (fixture, wait_closure_row (fixture, "Lasts"), "4");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Add"), "clicked");
  qd_test_settle (fixture->store);

  g_assert_cmpuint (peek_closures (fixture)->len, ==, 1);
  closure = g_ptr_array_index (peek_closures (fixture), 0);
  g_assert_cmpint (closure->kind, ==, QD_CLOSURE_KIND_MAINTENANCE_WINDOW);
  g_assert_cmpint (closure->stops, ==, QD_CLOSURE_STOP_MEETINGS);
  g_assert_cmpint (closure->begins, ==, 1320);
  g_assert_cmpint (closure->minutes, ==, 240);
  row = wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Dedicated <maintenance>");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row), "Maintenance Window · "));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), "22:00–2:00 UTC · Meetings, Not Tasks"));

  /* With the calendar that it was the first of */
  qd_test_undo (fixture->store);
  g_assert_null (get_calendar (fixture));
  qd_test_redo (fixture->store);
  g_assert_cmpuint (peek_closures (fixture)->len, ==, 1);
}

#define EVENT(name, first, end) \
  "BEGIN:VEVENT\r\nUID:" name "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:" name "\r\nDTSTART;VALUE=DATE:" first "\r\nDTEND;VALUE=DATE:" end "\r\nEND:VEVENT\r\n"

static void
present_file (Fixture    *fixture,
              const char *content)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  int                fd = g_file_open_tmp ("qd-XXXXXX.ics", &path, NULL);
  GtkWidget         *dialog = wait_for (fixture, QD_TYPE_CALENDAR_DIALOG, "title", "");
  QdWorkingCalendar *calendar = get_calendar (fixture);
  g_autoptr(QdWorkingCalendar) draft = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_object_set (draft, "account", qd_record_get_id (fixture->account), "hours", "Mo-Fr 09:00-17:00", NULL);
  file = g_file_new_for_path (path);
  qd_holiday_import_present (dialog, fixture->portfolio, calendar != NULL ? calendar : draft, file);
  wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "heading", "");
  g_unlink (path);
}

/* What would come of it is said; then it is one step, and the next time nothing is left to do. */
static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  int              year, month, day;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *content = NULL;
  g_autofree char *body = NULL;
  GtkWidget       *dialog = wait_for (fixture, QD_TYPE_CALENDAR_DIALOG, "title", "");

  qd_day_get_ymd (qd_day_today (), &year, &month, &day);
  first = g_strdup_printf (EVENT ("Plant Closed", "%d1228", "%d0102"), year, year + 1);
  last = g_strdup_printf (EVENT ("Company Day", "%d0503", "%d0504"), year, year);
  content = g_strconcat ("BEGIN:VCALENDAR\r\n", first, last, "END:VCALENDAR\r\n", NULL);
  body = g_strdup_printf ("6 days in %d and %d.", year, year + 1);

  gtk_widget_activate_action (dialog, "calendar.hours", "s", "Mo-Fr 09:00-17:00");
  gtk_widget_activate_action (dialog, "calendar.hours", "s", "Mo-Th 09:00-17:00");
  present_file (fixture, content);
  wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "body", body);
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Plant Closed");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import"), "clicked");

  while (peek_closures (fixture)->len == 0)
    g_main_context_iteration (NULL, FALSE);

  g_assert_cmpuint (peek_closures (fixture)->len, ==, 2);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Import Holidays");
  present_file (fixture, content);
  wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "body", "All holidays of the file are there already.");
  qd_test_undo (fixture->store);
  g_assert_cmpuint (peek_closures (fixture)->len, ==, 0);
}

static void
test_bad_file (Fixture      *fixture,
               gconstpointer data)
{
  present_file (fixture, "%PDF-1.7\n");
  wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "heading", "Nothing Was Imported");
  wait_for (fixture, ADW_TYPE_ALERT_DIALOG, "body", "The file is a PDF rather than a calendar, so nothing was read.");
  g_assert_null (get_calendar (fixture));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/calendar-dialog/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("hours", test_hours);
  ADD ("bad-hours", test_bad_hours);
  ADD ("country", test_country);
  ADD ("closure", test_closure);
  ADD ("import", test_import);
  ADD ("bad-file", test_bad_file);
#undef ADD

  return g_test_run ();
}
