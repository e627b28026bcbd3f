/* test-support-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "qd-account-choice.h"
#include "qd-account-support.h"
#include "qd-activity.h"
#include "qd-escalation.h"
#include "qd-hours-row.h"
#include "qd-instant.h"
#include "qd-star-panel.h"
#include "qd-support-edits.h"
#include "qd-support-list.h"
#include "qd-support-page.h"
#include "qd-support-row.h"
#include "qd-test.h"
#include "qd-upgrade-panel.h"
#include "qd-upgrade-request.h"

/* The page in a navigation view, on a Wednesday, over an account of Dedicated that is known by a codename, with
 * a ticket whose first reply is due at 14:00 UTC, and one that runs GitLab itself. */
typedef struct
{
  QdStore           *store;
  QdPortfolio       *portfolio;
  QdAccount         *dedicated;
  QdAccount         *self_managed;
  QdTicket          *ticket;
  GtkWindow         *window;
  AdwNavigationView *view;
  QdSupportPage     *page;
  QdMinuteClock     *clock;
} Fixture;

static gint64
instant (const char *text)
{
  gint64 parsed = 0;

  g_assert_true (qd_instant_parse (text, &parsed));

  return parsed;
}

static QdAccount *
add_account (Fixture    *self,
             const char *name,
             const char *codename,
             QdOffering  offering)
{
  QdAccount *draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (draft, "name", name, "codename", codename, "offering", offering, "licence", QD_LICENCE_ULTIMATE, NULL);

  return g_object_ref (qd_test_add (self->portfolio, draft));
}

static QdTicket *
add_ticket (Fixture         *self,
            const char      *number,
            const char      *subject,
            QdTicketSeverity severity,
            const char      *opened_at)
{
  QdTicket *draft = qd_record_new_draft (QD_TYPE_TICKET);

  g_object_set (draft,
                "account", qd_record_get_id (self->dedicated),
                "number", number,
                "subject", subject,
                "severity", severity,
                "state", QD_TICKET_STATE_OPEN,
                "opened-at", opened_at,
                NULL);

  return qd_test_add (self->portfolio, draft);
}

typedef struct
{
  int width;
  int height;
} Size;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  const Size *size = data;

  self->store = qd_test_store_new (":memory:");
  self->portfolio = qd_test_load_portfolio (self->store);
  self->dedicated = add_account (self, "Tessaquill Therapeutics", "Feldspar", QD_OFFERING_DEDICATED);
  self->self_managed = add_account (self, "Dravenholt <i>", NULL, QD_OFFERING_SELF_MANAGED);
  self->ticket = g_object_ref (add_ticket (self, "610042", "Runners <b>wait", QD_TICKET_SEVERITY_HIGH, "2026-11-18T10:00:00Z"));

  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  self->page = qd_support_page_new (self->portfolio);
  self->clock = g_object_ref (qd_support_page_get_clock (self->page));
  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T13:18:00Z"));
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->page));
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->window), 360, 294);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_set_default_size (self->window, size->width, size->height);
  gtk_window_present (self->window);
  qd_test_settle (self->store);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  QdSupportPage *page = g_object_ref (self->page);

  gtk_window_destroy (self->window);
  qd_test_settle (self->store);
  qd_test_finalize (page);
  g_assert_finalize_object (self->clock);
  g_clear_object (&self->ticket);
  g_clear_object (&self->dedicated);
  g_clear_object (&self->self_managed);
  qd_store_close (self->store);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_clear_object (&self->portfolio);
  g_clear_object (&self->store);
}

typedef gboolean (*Match) (GtkWidget  *widget,
                           const char *name);

static GtkWidget *
find (GtkWidget  *root,
      Match       match,
      const char *name)
{
  if (match (root, name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_type (GtkWidget  *widget,
         const char *type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name (type)) && gtk_widget_get_mapped (widget);
}

static gboolean
is_check (GtkWidget  *widget,
          const char *key)
{
  return GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (g_object_get_data (G_OBJECT (widget), "qd-key"), key) == 0;
}

static gboolean
is_entry (GtkWidget  *widget,
          const char *title)
{
  return ADW_IS_ENTRY_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
shows (Fixture    *self,
       const char *text)
{
  qd_test_settle (self->store);

  return find (GTK_WIDGET (self->window), is_label, text) != NULL;
}

/* A banner takes some frames to be there. */
static gboolean
comes (Fixture    *self,
       const char *text)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!shows (self, text))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;

      g_usleep (2000);
    }

  return TRUE;
}

static QdSupportList *
get_list (Fixture *self)
{
  return QD_SUPPORT_LIST (find (GTK_WIDGET (self->page), is_type, "QdSupportList"));
}

static guint
count_shown (Fixture *self)
{
  qd_test_settle (self->store);

  return g_list_model_get_n_items (qd_support_list_get_model (get_list (self)));
}

/* Opens the first that is shown. Returns: the dialog */
static GtkWidget *
open_first (Fixture *self)
{
  GtkWidget *list = find (GTK_WIDGET (self->page), is_type, "GtkListView");
  GtkWidget *dialog;

  g_signal_emit_by_name (list, "activate", 0);
  g_assert_true (comes (self, "Account"));
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  g_assert_nonnull (dialog);

  while (find (dialog, is_type, "AdwPreferencesPage") == NULL)
    qd_test_settle (self->store);

  return dialog;
}

static void
close_dialog (Fixture *self)
{
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  qd_test_settle (self->store);
}

/* Returns: (transfer full) (nullable): what is on the clipboard */
static char *
dup_clipboard (Fixture *self)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (self->window)));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);

  return content != NULL && gdk_content_provider_get_value (content, &value, NULL) ? g_value_dup_string (&value) : NULL;
}

static void
show_view (Fixture    *self,
           const char *name)
{
  AdwViewStack *views = ADW_VIEW_STACK (find (GTK_WIDGET (self->page), is_type, "AdwViewStack"));

  adw_view_stack_set_visible_child_name (views, name);
  qd_test_settle (self->store);
}

static void
enter (Fixture    *self,
       GtkWidget  *dialog,
       const char *title,
       const char *text)
{
  GtkWidget *entry = find (dialog, is_entry, title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
  qd_test_settle (self->store);
}

/* High severity is answered within four hours; the page of Support lets one ask an hour after that. */
static void
test_due (Fixture      *self,
          gconstpointer data)
{
  g_assert_true (shows (self, "First Reply Due · 1"));
  g_assert_true (shows (self, "Due in 42 min"));
  g_assert_true (shows (self, "Runners <b>wait"));
  g_assert_true (shows (self, "Feldspar"));
  g_assert_false (shows (self, "Tessaquill"));

  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T13:19:00Z"));
  g_assert_true (shows (self, "Due in 41 min"));

  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T14:25:00Z"));
  g_assert_true (shows (self, "Breached 25 min ago"));
  g_assert_true (shows (self, "First Reply Due · 1"));

  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T17:00:00Z"));
  g_assert_true (shows (self, "Breached 3 h ago"));
  g_assert_true (shows (self, "Ask for Attention Now · 1"));
  g_assert_true (shows (self, "First reply is late by an hour or more"));

  qd_test_undo (self->store);
  g_assert_true (shows (self, "No Tickets Yet"));
  qd_test_redo (self->store);
  g_assert_true (shows (self, "Breached 3 h ago"));
}

/* One goes to another section while both stand where they stood. */
static void
test_sections (Fixture      *self,
               gconstpointer data)
{
  add_ticket (self, "610043", "A question", QD_TICKET_SEVERITY_LOW, "2026-11-18T10:00:00Z");
  g_assert_true (shows (self, "First Reply Due · 2"));
  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T15:00:00Z"));
  g_assert_true (shows (self, "Ask for Attention Now · 1"));
  g_assert_true (shows (self, "First Reply Due · 1"));
  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T13:18:00Z"));
  g_assert_true (shows (self, "First Reply Due · 2"));
  g_assert_false (shows (self, "Ask for Attention Now"));
}

/* To and fro, with rows that came and went in the meantime */
static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  for (int i = 0; i < 6; i++)
    {
      GtkWidget *row;

      add_ticket (self, "610043", "A question", QD_TICKET_SEVERITY_LOW, "2026-11-18T10:00:00Z");
      g_object_set (self->page, "narrow", i % 2 == 0, NULL);
      qd_test_settle (self->store);
      row = find (GTK_WIDGET (self->page), is_type, "QdSupportRow");
      g_assert_nonnull (row);
      qd_test_undo (self->store);
      qd_test_undo (self->store);
      g_object_set (self->page, "narrow", i % 2 != 0, NULL);
      qd_test_redo (self->store);
    }
}

/* What is due first is first, and what is over comes last or not at all. */
static void
test_filter (Fixture      *self,
             gconstpointer data)
{
  AdwToggleGroup *show = ADW_TOGGLE_GROUP (find (GTK_WIDGET (self->page), is_type, "AdwToggleGroup"));
  GtkSearchEntry *search;
  g_autoptr(QdSupportItem) first = NULL;
  QdTicket *later = add_ticket (self, "610043", "A question", QD_TICKET_SEVERITY_LOW, "2026-11-18T10:00:00Z");
  QdTicket *solved = add_ticket (self, "610044", "Solved", QD_TICKET_SEVERITY_HIGH, "2026-11-17T10:00:00Z");
  g_autoptr(QdTicket) draft = qd_record_dup_draft (solved);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (draft, "state", QD_TICKET_STATE_SOLVED, NULL);
  qd_record_save_async (draft, self->store, "Solve", qd_test_async_cb, &slot);
  qd_test_await_edit (self->store, &slot, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (count_shown (self), ==, 2);
  first = g_list_model_get_item (qd_support_list_get_model (get_list (self)), 0);
  g_assert_true (first->record == (QdRecord *)self->ticket);

  adw_toggle_group_set_active_name (show, "star");
  g_assert_true (shows (self, "Nothing to Ask For"));
  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T15:00:00Z"));
  g_assert_cmpuint (count_shown (self), ==, 1);
  g_assert_true (shows (self, "To STAR Now · 1"));

  adw_toggle_group_set_active_name (show, "all");
  g_assert_cmpuint (count_shown (self), ==, 3);
  g_assert_true (shows (self, "Solved and Closed · 1"));

  gtk_widget_activate_action (GTK_WIDGET (self->page), "page.search", NULL);
  search = GTK_SEARCH_ENTRY (find (GTK_WIDGET (self->page), is_type, "GtkSearchEntry"));
  gtk_editable_set_text (GTK_EDITABLE (search), later->number);
  g_assert_cmpuint (count_shown (self), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "feldspar 6100");
  g_assert_cmpuint (count_shown (self), ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  g_assert_true (shows (self, "No Ticket Matches"));
}

/* Both rules, which counts, what is still to be done, when to come back */
static void
test_advice (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *dialog = open_first (self);
  GtkWidget *asked = find (dialog, is_check, "asked-owner");
  GtkWidget *panel = find (dialog, is_type, "QdStarPanel");

  g_assert_nonnull (asked);
  g_assert_true (shows (self, "No reason to ask yet"));
  g_assert_true (shows (self, "Come back at 15:00 UTC, in 1 h 42 min"));
  g_assert_true (shows (self, "Urgent for the customer"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (asked), TRUE);
  qd_test_settle (self->store);
  g_assert_true (self->ticket->asked_owner);
  qd_test_undo (self->store);
  g_assert_false (self->ticket->asked_owner);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (asked)));

  /* By the looser rule there is a reason already: three checks are for a person. */
  gtk_widget_activate_action (panel, "star.rule", "i", QD_STAR_RULE_THUMB);
  qd_test_settle (self->store);
  g_assert_cmpint (self->dedicated->star_rule, ==, QD_STAR_RULE_THUMB);
  g_assert_true (shows (self, "Ask for attention once 3 pre-checks are done"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (asked), TRUE);
  qd_test_settle (self->store);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (dialog, is_check, "complete")), TRUE);
  qd_test_settle (self->store);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (dialog, is_check, "organisation")), TRUE);
  g_assert_true (shows (self, "Ask for attention now"));
  g_assert_true (shows (self, "Urgency: Urgent."));

  /* It is out of the list until the customer writes again. */
  gtk_widget_activate_action (panel, "star.asked", NULL);
  g_assert_true (shows (self, "Asked at 13:18 UTC"));
  qd_test_undo (self->store);
  g_assert_null (self->ticket->starred_at);
  g_assert_true (shows (self, "Ask for attention now"));
  close_dialog (self);
}

static void
test_emergency (Fixture      *self,
                gconstpointer data)
{
  add_ticket (self, "610050", "Down", QD_TICKET_SEVERITY_URGENT, "2026-11-18T13:00:00Z");
  g_assert_true (shows (self, "Due in 12 min"));
  open_first (self);
  g_assert_true (shows (self, "An emergency is raised by the customer"));
  close_dialog (self);
}

static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *copied = NULL;
  g_autofree char *again = NULL;
  GtkWidget       *dialog;

  qd_minute_clock_set_now (self->clock, instant ("2026-11-18T15:30:00Z"));
  dialog = open_first (self);
  gtk_widget_activate_action (find (dialog, is_type, "QdStarPanel"), "star.copy", NULL);
  copied = dup_clipboard (self);
  g_assert_cmpstr (copied,
                   ==,
                   "Ticket: 610042\n"
                   "Customer: Feldspar\n"
                   "Subject: Runners <b>wait\n"
                   "Severity: High\n"
                   "Urgency: Timely\n"
                   "Plan: Ultimate\n"
                   "Reason: First reply is late by an hour or more\n");

  /* With a name in it, nothing is copied, and the sentence says where the name is. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), "before");
  enter (self, dialog, "Desired Result", "Somebody calls tessaquill therapeutics");
  g_assert_true (shows (self, "“Desired Result” names a customer who is known by a codename; nothing was copied"));
  gtk_widget_activate_action (find (dialog, is_type, "QdStarPanel"), "star.copy", NULL);
  again = dup_clipboard (self);
  g_assert_cmpstr (again, ==, "before");
  close_dialog (self);

  gtk_widget_activate_action (
      GTK_WIDGET (self->page), "support.copy-request", "x", qd_record_get_id (self->ticket));
  g_clear_pointer (&again, g_free);
  again = dup_clipboard (self);
  g_assert_cmpstr (again, ==, "before");

  qd_test_undo (self->store);
  gtk_widget_activate_action (
      GTK_WIDGET (self->page), "support.copy-request", "x", qd_record_get_id (self->ticket));
  g_clear_pointer (&again, g_free);
  again = dup_clipboard (self);
  g_assert_cmpstr (again, ==, copied);
}

/* In the hours of one region, four hours from 10:00 UTC on end on the next day: APAC goes at 11:00, and is there again
 * from 23:00 on. */
static void
test_region (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *dialog = open_first (self);
  GtkWidget *region = find (dialog, is_type, "QdHoursRow");

  adw_combo_row_set_selected (ADW_COMBO_ROW (region), 1);
  qd_test_settle (self->store);
  g_assert_cmpstr (self->ticket->hours, ==, "support-apac");
  g_assert_true (shows (self, "First reply by Thu 19 Nov, 02:00 UTC: 4 h within Support APAC"));
  qd_test_undo (self->store);
  g_assert_null (self->ticket->hours);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (region)), ==, 0);
  g_assert_true (shows (self, "First reply by 14:00 UTC: 4 h within 24x5"));
  close_dialog (self);
}

/* Asked for by the page, refused with the name of the field, with times of another zone */
static void
test_new (Fixture      *self,
          gconstpointer data)
{
  GtkWidget *dialog;
  GPtrArray *tickets;
  QdTicket  *ticket;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "page.new", NULL);
  qd_test_settle (self->store);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  g_assert_true (comes (self, "“Account” must be given"));

  qd_account_choice_select (QD_ACCOUNT_CHOICE (find (dialog, is_type, "QdAccountChoice")), qd_record_get_id (self->self_managed));
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  g_assert_true (comes (self, "“Number” must be given"));

  enter (self, dialog, "Number", "610060");
  enter (self, dialog, "Subject", "Backups stop");
  enter (self, dialog, "Opened", "18 Nov 2026 18:00 Tokyo");
  enter (self, dialog, "First Reply", "18 Nov 2026 8:00 UTC");
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  g_assert_true (comes (self, "“First Reply” must not be before “Opened”"));
  enter (self, dialog, "First Reply", "");
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  qd_test_settle (self->store);

  tickets = qd_portfolio_peek_children (self->portfolio, QD_TYPE_TICKET, qd_record_get_id (self->self_managed));
  g_assert_cmpuint (tickets->len, ==, 1);
  ticket = g_ptr_array_index (tickets, 0);
  g_assert_cmpstr (ticket->opened_at, ==, "2026-11-18T09:00:00Z");
  g_assert_cmpint (ticket->severity, ==, QD_TICKET_SEVERITY_NORMAL);
  g_assert_cmpuint (count_shown (self), ==, 2);
  qd_test_undo (self->store);
  g_assert_cmpuint (count_shown (self), ==, 1);
}

static QdEscalation *
add_escalation (Fixture *self)
{
  QdEscalation *draft = qd_record_new_draft (QD_TYPE_ESCALATION);

  g_object_set (draft,
                "account", qd_record_get_id (self->dedicated),
                "name", "Slow pushes",
                "severity", QD_ESCALATION_SEVERITY_HIGH,
                "opened", qd_day_from_ymd (2026, 11, 13),
                "next-steps", "Move the runners",
                NULL);

  return qd_test_add (self->portfolio, draft);
}

/* A high one is written about every second day; an update is logged as the handbook wants it, in one step. */
static void
test_escalation (Fixture      *self,
                 gconstpointer data)
{
  QdEscalation *escalation;
  QdActivity   *activity;
  GPtrArray    *activities;

  show_view (self, "escalations");
  g_assert_true (shows (self, "No Escalations"));
  escalation = add_escalation (self);
  g_assert_true (shows (self, "Update 3 days late"));

  open_first (self);
  g_assert_true (shows (self, "Several times a week"));
  close_dialog (self);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "support.log-update", "x", qd_record_get_id (escalation));
  g_assert_true (shows (self, "Update due in 2 days"));
  g_assert_cmpint (escalation->updated, ==, qd_day_from_ymd (2026, 11, 18));
  activities = qd_portfolio_peek_children (self->portfolio, QD_TYPE_ACTIVITY, qd_record_get_id (self->dedicated));
  g_assert_cmpuint (activities->len, ==, 1);
  activity = g_ptr_array_index (activities, 0);
  g_assert_cmpint (activity->kind, ==, QD_ACTIVITY_KIND_HEALTH_UPDATE);
  g_assert_cmpstr (activity->subject, ==, "Escalation update: Slow pushes");
  g_assert_nonnull (strstr (activity->notes, "Next Steps: Move the runners"));

  qd_test_undo (self->store);
  g_assert_cmpint (escalation->updated, ==, QD_DAY_NONE);
  g_assert_cmpuint (activities->len, ==, 0);
  g_assert_true (shows (self, "Update 3 days late"));
}

static QdUpgradeRequest *
create_upgrade (QdAccount *account)
{
  QdUpgradeRequest *draft = qd_record_new_draft (QD_TYPE_UPGRADE_REQUEST);

  g_object_set (draft, "account", qd_record_get_id (account), "name", "To 19.5", NULL);

  return draft;
}

static void
test_upgrade (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(QdUpgradeRequest) refused = create_upgrade (self->dedicated);
  g_autoptr(QdUpgradeRequest) draft = create_upgrade (self->self_managed);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdUpgradeRequest *request;
  GtkWidget        *dialog, *choice, *check;

  show_view (self, "upgrades");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "page.new", NULL);
  qd_test_settle (self->store);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (self->window)));

  /* Its form is there once it is shown. */
  while ((choice = find (dialog, is_type, "QdAccountChoice")) == NULL)
    g_main_context_iteration (NULL, TRUE);

  qd_account_choice_select (QD_ACCOUNT_CHOICE (choice), qd_record_get_id (self->dedicated));
  g_assert_true (comes (self, "There is no upgrade assistance for Dedicated"));
  enter (self, dialog, "Name", "To 19.5");
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  qd_test_settle (self->store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_UPGRADE_REQUEST))), ==, 0);
  close_dialog (self);

  /* However it comes there, the file refuses it too. */
  qd_upgrade_request_add_async (refused, self->store, qd_test_async_cb, &slot);
  g_assert_false (qd_test_await_edit (self->store, &slot, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_clear_error (&error);

  qd_upgrade_request_add_async (draft, self->store, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (self->store, &slot, &error));
  g_assert_true (shows (self, "0 of 13 steps"));
  request = qd_portfolio_lookup (self->portfolio, QD_TYPE_UPGRADE_REQUEST, qd_record_get_id (draft));

  dialog = open_first (self);
  check = find (dialog, is_check, "architecture");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (shows (self, "1 of 13 steps are done."));
  g_assert_cmpstr (request->done, ==, "architecture");
  qd_test_undo (self->store);
  g_assert_true (shows (self, "0 of 13 steps are done."));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  /* What is written down is not to be ticked. */
  enter (self, dialog, "Contact", "On-call phone");
  check = find (dialog, is_check, "contact");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_false (gtk_widget_get_sensitive (check));
  close_dialog (self);
}

/* Nothing wakes for what nobody looks at. */
static void
test_clock (Fixture      *self,
            gconstpointer data)
{
  g_assert_true (qd_minute_clock_is_running (self->clock));
  adw_navigation_view_set_animate_transitions (self->view, FALSE);
  adw_navigation_view_push (self->view, adw_navigation_page_new (gtk_label_new ("Another"), "Another"));
  qd_test_settle (self->store);
  g_assert_false (qd_minute_clock_is_running (self->clock));
  adw_navigation_view_pop (self->view);
  qd_test_settle (self->store);
  g_assert_true (qd_minute_clock_is_running (self->clock));
}

static void
push_support (Fixture   *self,
              QdAccount *account)
{
  GtkWidget *support = qd_account_support_new (self->portfolio, account);

  qd_minute_clock_set_now (qd_account_support_get_clock (QD_ACCOUNT_SUPPORT (support)), instant ("2026-11-18T17:00:00Z"));
  adw_navigation_view_set_animate_transitions (self->view, FALSE);
  adw_navigation_view_push (self->view, adw_navigation_page_new (support, "Account"));
  qd_test_settle (self->store);
}

static void
test_account (Fixture      *self,
              gconstpointer data)
{
  GtkWidget       *support, *row;
  g_autofree char *copied = NULL;

  add_escalation (self);
  push_support (self, self->dedicated);
  g_assert_true (shows (self, "Breached 3 h ago"));
  g_assert_true (shows (self, "Update 3 days late"));
  g_assert_true (shows (self, "There is no upgrade assistance for Dedicated"));
  g_assert_false (shows (self, "_Upgrade Request"));

  /* By the key, of the row that has the focus */
  support = find (GTK_WIDGET (self->view), is_type, "QdAccountSupport");
  row = find (support, is_type, "QdSupportRow");
  gtk_widget_grab_focus (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW));
  gtk_widget_activate_action (support, "support.copy-request", "x", G_GINT64_CONSTANT (0));
  copied = dup_clipboard (self);
  g_assert_nonnull (copied);
  g_assert_true (g_str_has_prefix (copied, "Ticket: 610042\nCustomer: Feldspar\n"));

  adw_navigation_view_pop (self->view);
  push_support (self, self->self_managed);
  g_assert_true (shows (self, "Not escalated."));
  g_assert_true (shows (self, "_Upgrade Request"));
  adw_navigation_view_pop (self->view);
}

int
main (int   argc,
      char *argv[])
{
  static const Size wide = { 1280, 800 }, narrow = { 360, 640 };

  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/support-page/due", Fixture, &wide, set_up, test_due, tear_down);
  g_test_add ("/support-page/due/narrow", Fixture, &narrow, set_up, test_due, tear_down);
  g_test_add ("/support-page/sections", Fixture, &wide, set_up, test_sections, tear_down);
  g_test_add ("/support-page/narrow", Fixture, &wide, set_up, test_narrow, tear_down);
  g_test_add ("/support-page/filter", Fixture, &wide, set_up, test_filter, tear_down);
  g_test_add ("/support-page/advice", Fixture, &wide, set_up, test_advice, tear_down);
  g_test_add ("/support-page/advice/narrow", Fixture, &narrow, set_up, test_advice, tear_down);
  g_test_add ("/support-page/emergency", Fixture, &wide, set_up, test_emergency, tear_down);
  g_test_add ("/support-page/copy", Fixture, &wide, set_up, test_copy, tear_down);
  g_test_add ("/support-page/region", Fixture, &wide, set_up, test_region, tear_down);
  g_test_add ("/support-page/new", Fixture, &wide, set_up, test_new, tear_down);
  g_test_add ("/support-page/escalation", Fixture, &wide, set_up, test_escalation, tear_down);
  g_test_add ("/support-page/upgrade", Fixture, &wide, set_up, test_upgrade, tear_down);
  g_test_add ("/support-page/clock", Fixture, &wide, set_up, test_clock, tear_down);
  g_test_add ("/support-page/account", Fixture, &wide, set_up, test_account, tear_down);
  g_test_add ("/support-page/account/narrow", Fixture, &narrow, set_up, test_account, tear_down);

  return g_test_run ();
}
