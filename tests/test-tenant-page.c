/* test-tenant-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "qd-account-page.h"
#include "qd-instant.h"
#include "qd-locked-row.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-plan.h"
#include "qd-record-dialog.h"
#include "qd-record-row.h"
#include "qd-switchboard-access.h"
#include "qd-tenant-contact.h"
#include "qd-tenant-list.h"
#include "qd-tenant-page.h"
#include "qd-tenant-waves.h"
#include "qd-test.h"
#include "qd-window-row.h"
#include "qd-window.h"

/* The window of the app over one account in Berlin, seen from New York, with a tenant in the EMEA window whose
 * page is open. */
typedef struct
{
  QdStore      *store;
  QdPortfolio  *portfolio;
  GSettings    *settings;
  QdAccount    *account;
  QdTenant     *tenant;
  QdWindow     *window;
  QdTenantPage *page;
} Fixture;

static void
settle (Fixture *self)
{
  qd_test_settle (self->store);
}

static gpointer
add_child (Fixture    *self,
           GType       type,
           gpointer    parent,
           const char *first,
           ...)
{
  QdRecord *draft = qd_record_new_draft (type);
  va_list   args;

  if (parent != NULL)
    qd_record_set_parent (draft, qd_record_get_id (parent));

  va_start (args, first);
  g_object_set_valist (G_OBJECT (draft), first, args);
  va_end (args);

  return qd_test_add (self->portfolio, draft);
}

/* Returns: (nullable): the first in @root of that type, which is in sight, where @title says how its row is called */
static gpointer
find_widget (GtkWidget  *root,
             GType       type,
             const char *title)
{
  gpointer found = NULL;

  /* What a dialog holds has its place only once it was drawn. */
  if (ADW_IS_DIALOG (root))
    root = adw_dialog_get_child (ADW_DIALOG (root));

  if (!gtk_widget_get_visible (root))
    return NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) &&
      (title == NULL || (ADW_IS_PREFERENCES_ROW (root) &&
                         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      found = find_widget (child, type, title);

  return found;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  const int *size = data;

  self->store = qd_kinds_open_store (":memory:");
  self->portfolio = qd_test_load_portfolio (self->store);
  self->account = add_child (self, QD_TYPE_ACCOUNT, NULL,
                             "name", "Tessaquill <b>Therapeutics", "codename", "Feldspar",
                             "offering", QD_OFFERING_DEDICATED, "time-zone", "Europe/Berlin", NULL);
  self->tenant = add_child (self, QD_TYPE_TENANT, self->account,
                            "name", "tq-tenant", "maintenance-window", "emea", "primary-region", "eu-central-1", NULL);
  self->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  g_settings_set_string (self->settings, "place", "accounts");
  self->window = qd_window_new (NULL, self->portfolio, self->settings);
  qd_window_show_portfolio (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), size[0], size[1]);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-tenant", "x", qd_record_get_id (self->tenant));
  settle (self);
  self->page = find_widget (GTK_WIDGET (self->window), QD_TYPE_TENANT_PAGE, NULL);
  g_assert_nonnull (self->page);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle (self);
  g_settings_reset (self->settings, "place");
  g_clear_object (&self->settings);
  qd_test_finalize (self->portfolio);
  qd_test_store_close (self->store);
}

static void
set_now (Fixture    *self,
         const char *now)
{
  gint64 seconds = 0;

  g_assert_true (qd_instant_parse (now, &seconds));
  qd_tenant_page_set_now (self->page, seconds);
  settle (self);
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_child_visible (child) && has_label (child, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
shows (Fixture    *self,
       const char *text)
{
  settle (self);

  return has_label (GTK_WIDGET (self->page), text);
}

/* What stands below the title of a row, %NULL where it is not there */
static const char *
get_text (Fixture    *self,
          const char *title)
{
  AdwActionRow *row = find_widget (GTK_WIDGET (self->page), ADW_TYPE_ACTION_ROW, title);

  return row != NULL ? adw_action_row_get_subtitle (row) : NULL;
}

static void
show_view (Fixture *self,
           int      n)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "tenant.show", "i", n);
  settle (self);
}

/* Returns: (nullable): the one that is open */
static AdwDialog *
get_dialog (Fixture *self)
{
  settle (self);

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static void
enter (Fixture    *self,
       gpointer    root,
       const char *title,
       const char *text)
{
  GtkEditable *entry = find_widget (root, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "activate");
  settle (self);
}

static guint
count (Fixture *self,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, type)));
}

/* The three clocks, across midnight in New York, and what comes; a minute later it is a minute less. */
static void
test_next (Fixture      *self,
           gconstpointer data)
{
  set_now (self, "2026-11-23T21:00:30Z");
  g_assert_true (shows (self, "Feldspar"));
  g_assert_false (shows (self, "Tessaquill"));
  g_assert_false (shows (self, "tq-tenant"));
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Tue, 24 Nov 2026, 01:00–05:00 UTC");
  g_assert_cmpstr (get_text (self, "Customer · Europe/Berlin"), ==, "Tue, 24 Nov 2026, 02:00–06:00 CET");
  g_assert_cmpstr (get_text (self, "Me · America/New_York"), ==, "Mon, 23 Nov 2026, 20:00–Tue 00:00 EST");
  g_assert_cmpstr (get_text (self, "What Comes"), ==, "Upgrade to 19.5");
  g_assert_cmpstr (get_text (self, "Version Then"), ==, "19.4 → 19.5");
  g_assert_cmpstr (get_text (self, "Configuration Changes"), ==,
                   "Too late: changes had to be asked for by Fri, 20 Nov 2026, 01:00 UTC");
  g_assert_null (get_text (self, "Change Lock"));
  g_assert_cmpstr (get_text (self, "When"), ==, "in 4 hours");
  g_assert_true (shows (self, "Version 19.4"));

  set_now (self, "2026-11-23T21:01:30Z");
  g_assert_cmpstr (get_text (self, "When"), ==, "in 3 hours 59 minutes");
  g_assert_true (shows (self, "Maintenance in 3 hours 59 minutes"));
  g_assert_false (shows (self, "in 4 hours"));

  set_now (self, "2026-11-24T02:00:00Z");
  g_assert_cmpstr (get_text (self, "When"), ==, "Now, over in 3 hours");
  set_now (self, "2026-11-24T05:00:00Z");
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Tue, 1 Dec 2026, 01:00–05:00 UTC");
  g_assert_true (shows (self, "Version 19.5"));
}

/* America changes its clocks on 8 March 2026, Europe on the 29th: the tz database. */
static void
test_summer_time (Fixture      *self,
                  gconstpointer data)
{
  set_now (self, "2026-03-05T12:00:00Z");
  g_assert_cmpstr (get_text (self, "Customer · Europe/Berlin"), ==, "Tue, 10 Mar 2026, 02:00–06:00 CET");
  g_assert_cmpstr (get_text (self, "Me · America/New_York"), ==, "Mon, 9 Mar 2026, 21:00–Tue 01:00 EDT");
  set_now (self, "2026-03-27T12:00:00Z");
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Tue, 31 Mar 2026, 01:00–05:00 UTC");
  g_assert_cmpstr (get_text (self, "Customer · Europe/Berlin"), ==, "Tue, 31 Mar 2026, 03:00–07:00 CEST");
  g_assert_cmpstr (get_text (self, "Me · America/New_York"), ==, "Mon, 30 Mar 2026, 21:00–Tue 01:00 EDT");
}

/* The lock of summer 2026 keeps 19.1 for a week. */
static void
test_locks (Fixture      *self,
            gconstpointer data)
{
  set_now (self, "2026-07-18T12:00:00Z");
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Tue, 28 Jul 2026, 01:00–05:00 UTC");
  g_assert_cmpstr (get_text (self, "Change Lock"), ==, "Moved here by the change lock “R&D Summit 2026”");
  g_assert_true (g_str_has_prefix (get_text (self, "Tue, 21 Jul 2026, 01:00–05:00 UTC"),
                                   "No maintenance: R&D Summit 2026\nTue, 21 Jul 2026, 03:00–07:00 CEST · customer\n"));
  g_assert_nonnull (strstr (get_text (self, "19.1"), "Moved here by the change lock “R&D Summit 2026” from Tuesday 21 July 2026"));
}

static void
test_versions (Fixture      *self,
               gconstpointer data)
{
  set_now (self, "2026-07-18T12:00:00Z");
  g_assert_cmpstr (get_text (self, "Now"), ==, "19.0, by the release calendar");
  g_assert_true (g_str_has_prefix (get_text (self, "19.2"), "Tue, 25 Aug 2026, 01:00–05:00 UTC\nin 5 weeks"));
  enter (self, self->page, "On Day…", "28 Jul 2026");
  g_assert_true (shows (self, "19.0, from 05:00 UTC on 19.1"));
  enter (self, self->page, "On Day…", "29 Jul 2026");
  g_assert_true (shows (self, "Wednesday 29 July 2026"));
  enter (self, self->page, "On Day…", "whenever");
  g_assert_true (shows (self, "Not a Day"));
  enter (self, self->page, "On Day…", "");
  g_assert_false (shows (self, "Not a Day"));
}

/* What was noted counts at once, and goes again. */
static void
test_log (Fixture      *self,
          gconstpointer data)
{
  AdwDialog     *dialog;
  QdRecordRow   *row;
  QdMaintenance *maintenance;

  set_now (self, "2026-11-20T12:00:00Z");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "page.new", NULL);
  dialog = get_dialog (self);
  g_assert_true (QD_IS_RECORD_DIALOG (dialog));
  enter (self, dialog, "Begins", "2026-11-21 18:00 UTC");
  g_assert_true (has_label (adw_dialog_get_child (dialog), "Times are on this clock, "));
  g_assert_true (has_label (adw_dialog_get_child (dialog), "Begins: Sat, 21 Nov 2026, 18:00 UTC"));
  enter (self, dialog, "Ends", "2026-11-21 14:30");
  enter (self, dialog, "Reason", "A security fix");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
  g_assert_null (get_dialog (self));
  g_assert_cmpuint (count (self, QD_TYPE_MAINTENANCE), ==, 1);
  maintenance = qd_portfolio_peek_children (self->portfolio, QD_TYPE_MAINTENANCE, qd_record_get_id (self->tenant))->pdata[0];
  g_assert_cmpstr (maintenance->begins_at, ==, "2026-11-21T18:00:00Z");
  g_assert_cmpstr (maintenance->ends_at, ==, "2026-11-21T19:30:00Z");
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Sat, 21 Nov 2026, 18:00–19:30 UTC");
  row = find_widget (GTK_WIDGET (self->page), QD_TYPE_RECORD_ROW, "Emergency Maintenance");
  g_assert_cmpstr (qd_record_row_get_text (row), ==, "Sat, 21 Nov 2026, 18:00–19:30 UTC\nA security fix");

  /* Its row opens it. */
  gtk_widget_activate (GTK_WIDGET (row));
  dialog = get_dialog (self);
  enter (self, dialog, "Reason", "A fix for all");
  g_assert_cmpstr (maintenance->reason, ==, "A fix for all");
  adw_dialog_force_close (dialog);
  qd_test_undo (self->store);
  qd_test_undo (self->store);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_MAINTENANCE), ==, 0);
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Tue, 24 Nov 2026, 01:00–05:00 UTC");
}

/* Fields are edited where they stand; a window is chosen from those that there are. */
static void
test_facts (Fixture      *self,
            gconstpointer data)
{
  AdwComboRow *window;

  set_now (self, "2026-11-20T12:00:00Z");
  show_view (self, 2);
  enter (self, self->page, "Hosted Runners", "small, x86-64");
  g_assert_cmpstr (self->tenant->hosted_runners, ==, "small, x86-64");
  enter (self, self->page, "Expected Users", "many");
  g_assert_cmpint (self->tenant->users, ==, QD_INTEGER_NONE);
  enter (self, self->page, "Codename Read In", "Access request 4711");
  g_assert_cmpstr (self->tenant->codename_source, ==, "Access request 4711");

  window = find_widget (GTK_WIDGET (self->page), QD_TYPE_WINDOW_ROW, NULL);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (window)), ==, "EMEA: Tuesday, 01:00–05:00 UTC");
  adw_combo_row_set_selected (window, 4);
  settle (self);
  g_assert_cmpstr (self->tenant->maintenance_window, ==, "amer-2");
  show_view (self, 1);
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Sun, 22 Nov 2026, 21:00–Mon 01:00 UTC");
  qd_test_undo (self->store);
  settle (self);
  g_assert_cmpstr (get_text (self, "UTC"), ==, "Tue, 24 Nov 2026, 01:00–05:00 UTC");

  show_view (self, 2);
  adw_combo_row_set_selected (window, 0);
  settle (self);
  g_assert_null (self->tenant->maintenance_window);
  show_view (self, 1);
  g_assert_null (get_text (self, "UTC"));
  g_assert_true (shows (self, "No Maintenance Window"));
  g_assert_true (shows (self, "Not known"));
}

/* Before the instance is created nothing is locked; afterwards one is asked, and again the next time. */
static void
test_locked (Fixture      *self,
             gconstpointer data)
{
  QdLockedRow *row;
  AdwDialog   *question;

  show_view (self, 2);
  g_assert_null (find_widget (GTK_WIDGET (self->page), QD_TYPE_LOCKED_ROW, NULL));
  enter (self, self->page, "Instance Created", "2025-06-15");
  row = find_widget (GTK_WIDGET (self->page), QD_TYPE_LOCKED_ROW, "Primary Region");
  g_assert_nonnull (row);
  g_assert_null (find_widget (GTK_WIDGET (self->page), ADW_TYPE_ENTRY_ROW, "Primary Region"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "eu-central-1");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (row)), ==, "“Primary Region” is locked since the instance was created.");
  g_assert_cmpstr (get_text (self, "Maintenance Window"), ==, "EMEA: Tuesday, 01:00–05:00 UTC");
  g_assert_nonnull (find_widget (GTK_WIDGET (self->page), ADW_TYPE_ENTRY_ROW, "Hosted Runners"));

  gtk_widget_activate (GTK_WIDGET (row));
  question = get_dialog (self);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (question)), ==, "Correct “Primary Region”?");
  adw_dialog_close (question);
  g_assert_null (get_dialog (self));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));

  gtk_widget_activate (GTK_WIDGET (row));
  question = get_dialog (self);
  g_signal_emit_by_name (question, "response::correct", "correct");
  adw_dialog_force_close (question);
  settle (self);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row)));
  enter (self, self->page, "Primary Region", "eu-west-1");
  g_assert_cmpstr (self->tenant->primary_region, ==, "eu-west-1");
  qd_test_undo (self->store);
  settle (self);
  g_assert_cmpstr (self->tenant->primary_region, ==, "eu-central-1");

  show_view (self, 1);
  show_view (self, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)));
}

static void
test_inputs (Fixture      *self,
             gconstpointer data)
{
  AdwActionRow *row;

  show_view (self, 3);
  g_assert_true (shows (self, "0 of 6"));
  row = find_widget (GTK_WIDGET (self->page), ADW_TYPE_ACTION_ROW, "Expected users");
  g_assert_nonnull (row);
  gtk_widget_activate (GTK_WIDGET (row));
  settle (self);
  g_assert_cmpstr (self->tenant->inputs, ==, "users");
  g_assert_true (shows (self, "1 of 6"));
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Check Off Onboarding Input");
  qd_test_undo (self->store);
  g_assert_true (shows (self, "0 of 6"));
}

/* Each kind of record is added by its action, stands in its list, and goes with one undo. */
static void
test_records (Fixture      *self,
              gconstpointer data)
{
  const struct
  {
    const char *action;
    GType       type;
    const char *field;
    const char *undo;
    const char *shown;
  } cases[] = {
    { "tenant.new-contact", QD_TYPE_TENANT_CONTACT, "Name", "Add Operational Contact", "Operational" },
    { "tenant.new-access", QD_TYPE_SWITCHBOARD_ACCESS, "Person", "Add Switchboard Access", "Read only · Production" },
    { "tenant.new-wave", QD_TYPE_MIGRATION_WAVE, "Name", "Add Migration Wave", "Planned" },
  };

  show_view (self, 3);
  g_assert_true (shows (self, "Nobody yet. Support writes to these people"));
  g_assert_true (shows (self, "No wave yet."));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwDialog *dialog;

      gtk_widget_activate_action (GTK_WIDGET (self->page), cases[i].action, NULL);
      dialog = get_dialog (self);
      g_assert_true (QD_IS_RECORD_DIALOG (dialog));

      /* Without a name it says so and stays. */
      gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
      g_assert_true (get_dialog (self) == dialog);
      enter (self, dialog, cases[i].field, "One of <them>");
      gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
      g_assert_null (get_dialog (self));
      g_assert_cmpuint (count (self, cases[i].type), ==, 1);
      g_assert_true (shows (self, "One of <them>"));
      g_assert_true (shows (self, cases[i].shown));
      g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, cases[i].undo);
      qd_test_undo (self->store);
      settle (self);
      g_assert_cmpuint (count (self, cases[i].type), ==, 0);
      g_assert_false (shows (self, "One of <them>"));
    }
}

/* A plan of the waves is made in one step, and then shown on its timeline. */
static void
test_waves (Fixture      *self,
            gconstpointer data)
{
  QdMigrationWave *wave;
  g_autofree char *place = NULL;

  show_view (self, 3);
  g_assert_false (shows (self, "Make a _Plan of the Waves"));
  wave = add_child (self, QD_TYPE_MIGRATION_WAVE, self->tenant,
                    "name", "Pilot", "scope", "Two teams", "state", QD_WAVE_STATE_AGREED,
                    "start", qd_day_from_ymd (2026, 11, 30), "finish", qd_day_from_ymd (2026, 12, 4),
                    "cutover-at", "2026-12-03T08:00:00Z",
                    "freeze-first", qd_day_from_ymd (2026, 12, 2), "freeze-last", qd_day_from_ymd (2026, 12, 3), NULL);
  g_assert_true (shows (self, "Make a _Plan of the Waves"));
  g_assert_true (shows (self, "Cut-over: Thu, 3 Dec 2026, 08:00 UTC"));
  gtk_widget_activate_action (find_widget (GTK_WIDGET (self->page), QD_TYPE_TENANT_WAVES, NULL), "waves.plan", NULL);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_PLAN), ==, 1);
  g_assert_cmpint (wave->plan, !=, 0);
  place = g_settings_get_string (self->settings, "place");
  g_assert_true (g_str_has_prefix (place, "plan:"));

  qd_test_undo (self->store);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_PLAN), ==, 0);
  g_assert_cmpint (wave->plan, ==, 0);
}

static void
text_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **)user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
assert_copied (Fixture    *self,
               const char *action,
               const char *expected)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->page)), NULL, text_cb, &text);

  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  set_now (self, "2026-11-20T12:00:00Z");
  assert_copied (self, "tenant.copy-internal",
                 "Next maintenance of Feldspar: Tue, 24 Nov 2026, 01:00–05:00 UTC; version then: 19.5.");
  assert_copied (self, "tenant.copy-customer",
                 "Next maintenance of Tessaquill <b>Therapeutics: Tue, 24 Nov 2026, 01:00–05:00 UTC (Tue, 24 Nov 2026, "
                 "02:00–06:00 CET); version then: 19.5.");
}

/* It asks who will read it before it asks for a file. */
static void
test_export (Fixture      *self,
             gconstpointer data)
{
  AdwDialog *question;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "page.export", NULL);
  question = get_dialog (self);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (question), "customer"));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (question)), ==, "internal");
  adw_dialog_close (question);
  g_assert_null (get_dialog (self));
}

/* The page goes with its tenant; a copy has a page of its own. */
static void
test_deleted (Fixture      *self,
              gconstpointer data)
{
  gpointer page;

  add_child (self, QD_TYPE_TENANT_CONTACT, self->tenant, "name", "Maria", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "tenant.duplicate", NULL);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT), ==, 2);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT_CONTACT), ==, 1);
  page = find_widget (GTK_WIDGET (self->window), QD_TYPE_TENANT_PAGE, NULL);
  g_assert_true (page != self->page);
  gtk_widget_activate_action (page, "tenant.delete", NULL);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT), ==, 1);
  g_assert_true (find_widget (GTK_WIDGET (self->window), QD_TYPE_TENANT_PAGE, NULL) == self->page);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "tenant.delete", NULL);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT), ==, 0);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT_CONTACT), ==, 0);
  g_assert_null (find_widget (GTK_WIDGET (self->window), QD_TYPE_TENANT_PAGE, NULL));
  qd_test_undo (self->store);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT), ==, 1);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT_CONTACT), ==, 1);
}

static void
save_offering (Fixture   *self,
               QdOffering offering)
{
  g_autoptr(QdAccount) draft = qd_record_dup_draft (self->account);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (draft, "offering", offering, NULL);
  qd_record_save_async (draft, self->store, "Edit", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (self->store, &slot, NULL));
  settle (self);
}

/* Returns: (nullable): the list of tenants on the page of the account, where it is in sight */
static GtkWidget *
show_list (Fixture *self)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-account", "x", qd_record_get_id (self->account));
  settle (self);
  page = find_widget (GTK_WIDGET (self->window), QD_TYPE_ACCOUNT_PAGE, NULL);
  g_assert_nonnull (page);
  adw_view_stack_set_visible_child_name (find_widget (page, ADW_TYPE_VIEW_STACK, NULL), "support");
  settle (self);

  return find_widget (page, QD_TYPE_TENANT_LIST, NULL);
}

/* On the account: a line of the overview, and a list from which one is made and opened. */
static void
test_account (Fixture      *self,
              gconstpointer data)
{
  GtkWidget *list, *row, *window = GTK_WIDGET (self->window);
  AdwDialog *dialog;
  gint64     now = 0;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "tenant.open-account", NULL);
  settle (self);
  g_assert_true (has_label (window, "Next Maintenance"));
  g_assert_true (has_label (window, " UTC · "));
  list = show_list (self);
  g_assert_nonnull (list);
  qd_instant_parse ("2026-11-20T12:00:00Z", &now);
  qd_tenant_list_set_now (QD_TENANT_LIST (list), now);
  row = find_widget (list, QD_TYPE_RECORD_ROW, "Tenant");
  g_assert_nonnull (row);
  g_assert_cmpstr (qd_record_row_get_text (QD_RECORD_ROW (row)), ==,
                   "EMEA · 19.4 · eu-central-1\nNext maintenance: Tue, 24 Nov 2026, 01:00–05:00 UTC · 19.4 → 19.5, "
                   "in 3 days 13 hours");

  /* A new one, with its window */
  g_signal_emit_by_name (find_widget (list, GTK_TYPE_BUTTON, NULL), "clicked");
  dialog = get_dialog (self);
  enter (self, dialog, "Tenant Name", "tq-second");
  adw_combo_row_set_selected (find_widget (GTK_WIDGET (dialog), QD_TYPE_WINDOW_ROW, NULL), 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
  g_assert_null (get_dialog (self));
  g_assert_cmpuint (count (self, QD_TYPE_TENANT), ==, 2);
  g_assert_true (has_label (list, "APAC · 19.4"));
  qd_test_undo (self->store);
  settle (self);
  g_assert_cmpuint (count (self, QD_TYPE_TENANT), ==, 1);

  /* Who is not on Dedicated has the list where there is a tenant, and none where there is not. */
  save_offering (self, QD_OFFERING_SELF_MANAGED);
  g_assert_true (gtk_widget_get_visible (list));
  gtk_widget_activate (row);
  settle (self);
  g_assert_nonnull (find_widget (window, QD_TYPE_TENANT_PAGE, NULL));
  gtk_widget_activate_action (find_widget (window, QD_TYPE_TENANT_PAGE, NULL), "tenant.delete", NULL);
  settle (self);
  g_assert_null (show_list (self));
  save_offering (self, QD_OFFERING_DEDICATED);
  g_assert_nonnull (show_list (self));
}

/* Nothing asks for more room than there is, whatever is typed. */
static void
test_size (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *name = g_strnfill (QD_COLUMN_MAX_LINE, 'W');
  g_autoptr(QdTenant) draft = qd_record_dup_draft (self->tenant);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (draft, "name", name, "primary-region", name, "version", name, "created-on", qd_day_today (), NULL);
  qd_record_save_async (draft, self->store, "Edit", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (self->store, &slot, NULL));
  add_child (self, QD_TYPE_TENANT_CONTACT, self->tenant, "name", name, "role", name, "email", name, "operational", TRUE, NULL);
  add_child (self, QD_TYPE_SWITCHBOARD_ACCESS, self->tenant, "person", name, "reason", name, NULL);
  add_child (self, QD_TYPE_MIGRATION_WAVE, self->tenant, "name", name, "scope", name, NULL);
  add_child (self, QD_TYPE_MAINTENANCE, self->tenant, "begins-at", "2026-11-21T18:00:00Z", "reason", name, "version", name, NULL);

  for (int view = 1; view <= 3; view++)
    {
      int minimum = 0;

      show_view (self, view);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->page));
      gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)), <=, *(const int *)data);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const int narrow[] = { 360, 640 }, wide[] = { 1280, 800 };

  /* Who looks is in New York. */
  g_setenv ("TZ", "America/New_York", TRUE);
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/tenant-page/next", Fixture, wide, set_up, test_next, tear_down);
  g_test_add ("/tenant-page/summer-time", Fixture, wide, set_up, test_summer_time, tear_down);
  g_test_add ("/tenant-page/locks", Fixture, wide, set_up, test_locks, tear_down);
  g_test_add ("/tenant-page/versions", Fixture, wide, set_up, test_versions, tear_down);
  g_test_add ("/tenant-page/log", Fixture, wide, set_up, test_log, tear_down);
  g_test_add ("/tenant-page/facts", Fixture, wide, set_up, test_facts, tear_down);
  g_test_add ("/tenant-page/locked", Fixture, wide, set_up, test_locked, tear_down);
  g_test_add ("/tenant-page/inputs", Fixture, wide, set_up, test_inputs, tear_down);
  g_test_add ("/tenant-page/records", Fixture, wide, set_up, test_records, tear_down);
  g_test_add ("/tenant-page/waves", Fixture, wide, set_up, test_waves, tear_down);
  g_test_add ("/tenant-page/copy", Fixture, wide, set_up, test_copy, tear_down);
  g_test_add ("/tenant-page/export", Fixture, wide, set_up, test_export, tear_down);
  g_test_add ("/tenant-page/deleted", Fixture, wide, set_up, test_deleted, tear_down);
  g_test_add ("/tenant-page/account", Fixture, wide, set_up, test_account, tear_down);
  g_test_add ("/tenant-page/narrow", Fixture, narrow, set_up, test_size, tear_down);
  g_test_add ("/tenant-page/wide", Fixture, wide, set_up, test_size, tear_down);

  return g_test_run ();
}
