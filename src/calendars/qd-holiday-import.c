/* qd-holiday-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holiday-import"

#include "qd-holiday-import.h"

#include <glib/gi18n.h>

#include "qd-calendar-edits.h"
#include "qd-day-words.h"
#include "qd-holiday-file.h"
#include "qd-import-plan.h"

/* Holidays are taken from the beginning of this year on, for so many years. */
#define N_YEARS 6

/* Of more days nobody reads the list; the count is of all. */
#define MAX_LISTED 200

#define LIST_HEIGHT 240

/* What is imported, while the file is chosen, read and looked at. */
typedef struct
{
  GtkWidget         *parent;
  QdPortfolio       *portfolio;
  QdWorkingCalendar *calendar;
  GFile             *file;
  GPtrArray         *entries; /* of QdHolidayEntry: all that the file has */
  GPtrArray         *others;  /* those of them that are not there yet */
} Import;

static Import *
import_new (GtkWidget         *parent,
            QdPortfolio       *portfolio,
            QdWorkingCalendar *calendar)
{
  Import *import = g_new0 (Import, 1);

  import->parent = g_object_ref (parent);
  import->portfolio = g_object_ref (portfolio);
  import->calendar = g_object_ref (calendar);

  return import;
}

static void
import_free (Import *import)
{
  g_object_unref (import->parent);
  g_object_unref (import->portfolio);
  g_object_unref (import->calendar);
  g_clear_object (&import->file);
  g_clear_pointer (&import->others, g_ptr_array_unref);
  g_clear_pointer (&import->entries, g_ptr_array_unref);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
imported_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Import) import = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_shell_report (import->parent, error);
      return;
    }

  text = g_strdup_printf (ngettext ("%u holiday imported", "%u holidays imported", import->others->len),
                          import->others->len);
  qd_shell_tell_undoable (import->parent, text);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Import *import = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result), "import") != 0)
    {
      import_free (import);
      return;
    }

  qd_working_calendar_import_async (
      import->calendar, qd_portfolio_get_store (import->portfolio), import->others, imported_cb, import);
}

static int
get_year (int day)
{
  int year, month, day_of_month;

  qd_day_get_ymd (day, &year, &month, &day_of_month);

  return year;
}

/* Returns: (transfer full): “12 days in 2026 and 2027” */
static char *
dup_count (GPtrArray *entries)
{
  guint n_days = 0;
  int   first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < entries->len; i++)
    {
      const QdHolidayEntry *entry = g_ptr_array_index (entries, i);

      n_days += entry->last - entry->first + 1;
      first = MIN (first, get_year (entry->first));
      last = MAX (last, get_year (entry->last));
    }

  if (last == first)
    /* Translators: a number of days and a year */
    return g_strdup_printf (ngettext ("%1$u day in %2$d", "%1$u days in %2$d", n_days), n_days, first);

  if (last == first + 1)
    /* Translators: a number of days and two years */
    return g_strdup_printf (
        ngettext ("%1$u day in %2$d and %3$d", "%1$u days in %2$d and %3$d", n_days), n_days, first, last);

  /* Translators: a number of days, the first and the last year */
  return g_strdup_printf (
      ngettext ("%1$u day from %2$d to %3$d", "%1$u days from %2$d to %3$d", n_days), n_days, first, last);
}

static char *
dup_body (Import *import)
{
  guint            n_known = import->entries->len - import->others->len;
  g_autofree char *known = NULL;
  g_autofree char *count = NULL;

  if (import->entries->len == 0)
    return g_strdup (_ ("The file has no holiday from this year on, so there is nothing to import."));

  if (import->others->len == 0)
    return g_strdup (_ ("All holidays of the file are there already."));

  count = dup_count (import->others);

  if (n_known == 0)
    return g_strdup_printf (_ ("%s."), count);

  known = g_strdup_printf (
      ngettext ("%u holiday is there already and is left out", "%u holidays are there already and are left out", n_known), n_known);

  /* Translators: two sentences, without their full stops */
  return g_strdup_printf (_ ("%1$s. %2$s."), count, known);
}

static GtkWidget *
create_list (GPtrArray *entries)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  int        today = qd_day_today ();

  for (guint i = 0; i < MIN (entries->len, MAX_LISTED); i++)
    {
      const QdHolidayEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char      *first = qd_day_dup_short (entry->first, today);
      g_autofree char      *last = qd_day_dup_short (entry->last, today);
      g_autofree char      *days = entry->last > entry->first ? g_strdup_printf (C_ ("days", "%1$s – %2$s"), first, last)
                                                              : g_strdup (first);
      GtkWidget            *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), days);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Holidays of the File"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

/* Says what would come of it, and asks. */
static void
ask (Import *import)
{
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Import Holidays"), NULL));
  g_autofree char *body = NULL;
  GtkWidget       *parent = import->parent;
  gint64           id = qd_record_get_id (import->calendar);

  import->others = qd_working_calendar_filter_new (
      import->calendar, qd_portfolio_peek_children (import->portfolio, QD_TYPE_CLOSURE, id), import->entries);
  body = dup_body (import);
  adw_alert_dialog_set_body (dialog, body);

  if (import->others->len > 0)
    {
      adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "import", _ ("_Import"), NULL);
      adw_alert_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (dialog, "import");
      adw_alert_dialog_set_extra_child (dialog, create_list (import->others));
    }
  else
    {
      adw_alert_dialog_add_response (dialog, "cancel", _ ("_Close"));
    }

  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, parent, NULL, answered_cb, import);
}

/* What is wrong with a file is read in peace, and not in a toast. */
static void
refuse (GtkWidget    *parent,
        const GError *error)
{
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Nothing Was Imported"), NULL));
  g_autofree char *sentence = g_strdup_printf (_ ("%s."), error->message);

  adw_alert_dialog_set_body (dialog, sentence);
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = qd_import_read_file (file, cancellable, &error);
  int        year = get_year (qd_day_today ());
  GPtrArray *entries = NULL;

  if (bytes != NULL)
    entries = qd_holiday_file_read (
        bytes, qd_day_from_ymd (year, 1, 1), qd_day_from_ymd (year + N_YEARS - 1, 12, 31), &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Import) import = user_data;
  g_autoptr(GError) error = NULL;

  import->entries = g_task_propagate_pointer (G_TASK (result), &error);

  if (gtk_widget_get_root (import->parent) == NULL)
    return;

  if (import->entries == NULL)
    refuse (import->parent, error);
  else
    ask (g_steal_pointer (&import));
}

/* Reads @file on another thread, says what it has, and asks whether to take it. */
void
qd_holiday_import_present (GtkWidget         *parent,
                           QdPortfolio       *portfolio,
                           QdWorkingCalendar *calendar,
                           GFile             *file)
{
  Import *import = import_new (parent, portfolio, calendar);
  g_autoptr(GTask) task = g_task_new (NULL, NULL, read_cb, import);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Import) import = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    qd_holiday_import_present (import->parent, import->portfolio, import->calendar, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (import->parent, error);
}

/* @calendar: one that is in the file, or a draft that the import adds */
void
qd_holiday_import_choose (GtkWidget         *parent,
                          QdPortfolio       *portfolio,
                          QdWorkingCalendar *calendar)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, _ ("Calendars"));
  gtk_file_filter_add_suffix (known, "ics");
  gtk_file_filter_add_suffix (known, "ical");
  gtk_file_filter_add_mime_type (known, "text/calendar");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  g_list_store_append (filters, known);
  g_list_store_append (filters, any);
  gtk_file_dialog_set_title (dialog, _ ("Import Holidays"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (
      dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, opened_cb, import_new (parent, portfolio, calendar));
}
