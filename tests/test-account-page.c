/* test-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account-page.h"
#include "qd-activity.h"
#include "qd-batch.h"
#include "qd-contact.h"
#include "qd-event-button.h"
#include "qd-follow-up-line.h"
#include "qd-health-chart.h"
#include "qd-onboarding-panel.h"
#include "qd-onboarding.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-test.h"

/* The page in a navigation view, over one account that has a name with markup. */
typedef struct
{
  QdStore           *store;
  QdPortfolio       *portfolio;
  QdAccount         *account;
  GtkWindow         *window;
  AdwNavigationView *view;
  QdAccountPage     *page;
} Fixture;

static gpointer
add (Fixture *self,
     gpointer draft)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = qd_record_get_id (draft);
  GType  type = G_OBJECT_TYPE (draft);

  qd_record_add_async (draft, self->store, "Add", qd_test_async_cb, &slot);
  qd_test_await_edit (self->store, &slot, &error);
  g_assert_no_error (error);
  g_object_unref (draft);

  return qd_portfolio_lookup (self->portfolio, type, id);
}

static gpointer
create (Fixture *self,
        GType    type)
{
  gpointer draft = qd_record_new_draft (type);

  qd_record_set_parent (draft, qd_record_get_id (self->account));

  return draft;
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
  QdAccount  *draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  self->store = qd_test_store_new (":memory:");
  self->portfolio = qd_test_load_portfolio (self->store);
  g_object_set (draft, "name", "<b>Norr & Söner", "codename", "Puffin <i>", "renewal", qd_day_today () + 60, NULL);
  self->account = g_object_ref (add (self, draft));

  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_push (self->view, adw_navigation_page_new (gtk_label_new ("Accounts"), "Accounts"));
  self->page = qd_account_page_new (self->portfolio, self->account);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (self->page));
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->window), 360, 294);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_set_default_size (self->window, size->width, size->height);
  gtk_window_present (self->window);
}

/* Waits for what was asked of the store until now. */
static void
settle (Fixture *self)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(QdPortfolio) again = qd_kinds_new_portfolio (self->store);

  qd_portfolio_load_async (again, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_true (qd_portfolio_load_finish (again, result, NULL));

  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (self->window);
  g_clear_object (&self->account);
  qd_store_close (self->store);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_clear_object (&self->portfolio);
  g_clear_object (&self->store);
}

/* The first widget below @root with @css_class or label @text. */
static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The entry row titled @title */
static gpointer
find_entry (GtkWidget  *root,
            const char *title)
{
  if (ADW_IS_ENTRY_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_entry (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
shows (Fixture    *self,
       const char *text)
{
  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  return find_label (GTK_WIDGET (self->page), text) != NULL;
}

static void
show (Fixture *self,
      int      n)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "account.show", "i", n);
}

static void
enter (Fixture    *self,
       const char *title,
       const char *text)
{
  GtkEditable *entry = find_entry (GTK_WIDGET (self->page), title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "activate");
  settle (self);
}

static void
test_header (Fixture      *self,
             gconstpointer data)
{
  QdHealth *health;

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self->page)), ==, "Puffin <i>");
  g_assert_false (shows (self, "<b>Norr & Söner"));
  g_assert_true (shows (self, "Renews in 1 month") || shows (self, "Renews in 8 weeks"));
  g_assert_true (shows (self, "Unknown"));
  g_assert_true (shows (self, "No contact yet"));

  health = create (self, QD_TYPE_HEALTH);
  g_object_set (health, "level", QD_HEALTH_LEVEL_GREEN, "day", qd_day_today () - 30, NULL);
  add (self, health);
  health = create (self, QD_TYPE_HEALTH);
  g_object_set (health, "level", QD_HEALTH_LEVEL_RED, "day", qd_day_today (), "reason", "Champion left", NULL);
  add (self, health);
  g_assert_true (shows (self, "Red"));
  g_assert_true (shows (self, "worse"));

  qd_test_undo (self->store);
  g_assert_true (shows (self, "Green"));
  g_assert_false (shows (self, "Red"));
}

static void
test_chart (Fixture      *self,
            gconstpointer data)
{
  GtkWidget       *chart = find_type (GTK_WIDGET (self->page), QD_TYPE_HEALTH_CHART);
  QdHealth        *health = create (self, QD_TYPE_HEALTH);
  g_autofree char *words = NULL;
  GPtrArray       *entries;

  g_assert_nonnull (chart);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (
      chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "The health was never judged.");

  g_object_set (health, "level", QD_HEALTH_LEVEL_YELLOW, "day", qd_day_from_ymd (2020, 11, 24), NULL);
  add (self, health);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Yellow from 24 Nov 2020");

  health = create (self, QD_TYPE_HEALTH);
  g_object_set (health, "level", QD_HEALTH_LEVEL_GREEN, "day", qd_day_from_ymd (2020, 5, 3), NULL);
  add (self, health);
  entries = qd_portfolio_peek_children (self->portfolio, QD_TYPE_HEALTH, qd_record_get_id (self->account));
  words = qd_health_dup_words (entries, qd_day_from_ymd (2026, 11, 22));
  g_assert_cmpstr (words, ==, "Green from 3 May 2020, Yellow from 24 Nov 2020");
}

static void
test_follow_ups (Fixture      *self,
                 gconstpointer data)
{
  GPtrArray  *all;
  QdFollowUp *follow_up;
  GtkWidget  *check;

  enter (self, "Add: what · whose · when", "Send <b>runbook</b> & notes · Maria · -3d");
  all = qd_portfolio_peek_children (self->portfolio, QD_TYPE_FOLLOW_UP, qd_record_get_id (self->account));
  g_assert_cmpuint (all->len, ==, 1);
  follow_up = g_ptr_array_index (all, 0);
  g_assert_cmpstr (follow_up->what, ==, "Send <b>runbook</b> & notes");
  g_assert_cmpstr (follow_up->whose, ==, "Maria");
  g_assert_cmpint (follow_up->due, ==, qd_day_today () - 3);
  g_assert_true (shows (self, "Overdue, 3 days ago"));

  check = find_type (GTK_WIDGET (self->page), GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Done: Send <b>runbook</b> & notes");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle (self);
  g_assert_cmpint (follow_up->done, ==, qd_day_today ());
  g_assert_false (shows (self, "Overdue, 3 days ago"));

  qd_test_undo (self->store);
  g_assert_cmpint (follow_up->done, ==, QD_DAY_NONE);
  g_assert_true (shows (self, "Overdue, 3 days ago"));

  /* Nothing to do is nothing to add. */
  enter (self, "Add: what · whose · when", " · Maria · friday");
  g_assert_cmpuint (all->len, ==, 1);
}

/* Where what was typed cannot be saved, it stands where it was typed; unless something
 * else does. */
static void
test_refused_line_comes_back (Fixture      *self,
                              gconstpointer data)
{
  static const char line[] = "Send runbook · Maria";
  GtkEditable      *entry = find_entry (GTK_WIDGET (self->page), "Add: what · whose · when");

  qd_test_exec (self->store, "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.follow_up BEGIN SELECT RAISE (ABORT, 'no'); END");
  enter (self, "Add: what · whose · when", line);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, line);
  gtk_editable_set_text (entry, line);
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "activate");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_editable_set_text (entry, "The next");
  settle (self);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "The next");
  qd_test_exec (self->store, "DROP TRIGGER refuse");
  enter (self, "Add: what · whose · when", line);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

static void
test_line (void)
{
  static const struct
  {
    const char *line;
    const char *what;
    const char *whose;
    QdSide      side;
    const char *due;
  } cases[] = {
    { "Send the runbook", "Send the runbook", NULL, QD_SIDE_OURS, NULL },
    { "Send the runbook · Maria · friday", "Send the runbook", "Maria Silva", QD_SIDE_THEIRS, "2026-11-27" },
    { "Send the runbook | +2w | us", "Send the runbook", NULL, QD_SIDE_OURS, "2026-12-06" },
    { "Name two admins · customer · 1 dec", "Name two admins", NULL, QD_SIDE_THEIRS, "2026-12-01" },
    { "Send the runbook @Maria by friday", "Send the runbook", "Maria Silva", QD_SIDE_THEIRS, "2026-11-27" },
    { "Send the runbook @Ilse due tomorrow", "Send the runbook", "Ilse", QD_SIDE_OURS, "2026-11-23" },
    { "Stand by for the call", "Stand by for the call", NULL, QD_SIDE_OURS, NULL },
    { " · friday", "", NULL, QD_SIDE_OURS, "2026-11-27" },
  };
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  QdContact *maria = qd_record_new_draft (QD_TYPE_CONTACT);
  int        today = qd_day_from_ymd (2026, 11, 22);

  g_object_set (maria, "name", "Maria Silva", NULL);
  g_ptr_array_add (contacts, maria);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdFollowUp) draft = qd_record_new_draft (QD_TYPE_FOLLOW_UP);
      int due = QD_DAY_NONE;

      g_assert_true (qd_follow_up_line_parse (cases[i].line, contacts, today, QD_DAY_ORDER_DMY, draft) ==
                     (*cases[i].what != '\0'));
      g_assert_cmpstr (draft->what, ==, cases[i].what);
      g_assert_cmpstr (draft->whose, ==, cases[i].whose);
      g_assert_cmpint (draft->side, ==, cases[i].side);
      g_assert_true (cases[i].due == NULL || qd_day_parse (cases[i].due, &due));
      g_assert_cmpint (draft->due, ==, due);
    }
}

static void
test_activity (Fixture      *self,
               gconstpointer data)
{
  GPtrArray  *all;
  QdActivity *activity;

  show (self, 4);
  enter (self, "Log: Customer Call", "  Cadence <call> & more ");
  all = qd_portfolio_peek_children (self->portfolio, QD_TYPE_ACTIVITY, qd_record_get_id (self->account));
  g_assert_cmpuint (all->len, ==, 1);
  activity = g_ptr_array_index (all, 0);
  g_assert_cmpstr (activity->subject, ==, "Cadence <call> & more");
  g_assert_cmpint (activity->kind, ==, QD_ACTIVITY_KIND_CUSTOMER_CALL);
  g_assert_cmpint (activity->day, ==, qd_day_today ());
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Log Activity");
  g_assert_true (shows (self, "Cadence <call> & more"));
  g_assert_true (shows (self, "Last contact today"));

  gtk_widget_activate_action (find_type (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW),
                              "activity.delete",
                              "x",
                              qd_record_get_id (activity));
  settle (self);
  g_assert_cmpuint (all->len, ==, 0);
  g_assert_true (shows (self, "No contact yet"));
  qd_test_undo (self->store);
  g_assert_cmpuint (all->len, ==, 1);
}

static void
test_views (Fixture      *self,
            gconstpointer data)
{
  QdContact *contact = create (self, QD_TYPE_CONTACT);
  QdPlan    *plan = create (self, QD_TYPE_PLAN);

  g_object_set (contact, "name", "Maria Silva", "champion", TRUE, "time-zone", "Asia/Tokyo", NULL);
  add (self, contact);
  g_object_set (plan, "name", "Onboarding", "start", qd_day_today (), "target", qd_day_today () + 90, "status", QD_PLAN_STATUS_DRAFT, NULL);
  add (self, plan);

  show (self, 2);
  g_assert_true (shows (self, "Maria Silva"));
  g_assert_true (shows (self, "Champion"));
  show (self, 3);
  g_assert_true (shows (self, "Onboarding"));
  g_assert_true (shows (self, "Draft"));
  show (self, 5);
  g_assert_false (shows (self, "Onboarding"));
  show (self, 99);
}

/* No view asks for more than there is. */
static void
test_size (Fixture      *self,
           gconstpointer data)
{
  const Size      *size = data;
  g_autofree char *name = g_strnfill (QD_COLUMN_MAX_LINE, 'W');
  QdContact       *contact = create (self, QD_TYPE_CONTACT);
  g_autoptr(QdAccount) draft = qd_record_dup_draft (self->account);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (draft, "name", name, "codename", name, "next-step", name, NULL);
  qd_record_save_async (draft, self->store, "Edit", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (self->store, &slot, NULL));
  g_object_set (contact, "name", name, "role", name, "email", name, "blocker", TRUE, "admin", TRUE, NULL);
  add (self, contact);

  for (int view = 1; view <= 5; view++)
    {
      show (self, view);

      for (int n = 0; n < 20; n++)
        {
          g_usleep (5000);

          while (g_main_context_iteration (NULL, FALSE))
            {
            }
        }

      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)), >, 0);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)), <=, size->width);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self->page)), <=, size->height);
    }
}

/* Deleted here or elsewhere: the page goes. */
static void
test_deleted (Fixture      *self,
              gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "account.archive", NULL);
  settle (self);
  g_assert_true (self->account->archived);
  g_assert_true (shows (self, "Archived"));

  gtk_widget_activate_action (GTK_WIDGET (self->page), "account.delete", NULL);
  settle (self);
  g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_view_get_visible_page (self->view)), ==, "Accounts");
  g_assert_false (qd_record_is_live (self->account));
  qd_test_undo (self->store);
  g_assert_nonnull (
      qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, qd_record_get_id (self->account)));
}

/* Its menu has the workshops of accelerators that are over, until they are logged. */
static void
test_events (Fixture      *self,
             gconstpointer data)
{
  QdPlan        *plan = create (self, QD_TYPE_PLAN);
  QdTask        *task = qd_record_new_draft (QD_TYPE_TASK);
  QdActivity    *event = create (self, QD_TYPE_ACTIVITY);
  int            today = qd_day_today ();
  GtkWidget     *button;
  GtkMenuButton *menu_button;
  gint64         id;

  g_object_set (plan, "name", "CI", "kind", QD_PLAN_KIND_ACCELERATOR, "start", today - 20, "target", today + 60, NULL);
  plan = add (self, plan);
  g_object_set (task, "plan", qd_record_get_id (plan), "title", "Discovery_workshop", "kind", QD_TASK_KIND_WORKSHOP, "start", today - 2, "due", today - 2, NULL);
  task = add (self, task);
  id = qd_record_get_id (task);
  show (self, 4);
  button = find_type (GTK_WIDGET (self->page), QD_TYPE_EVENT_BUTTON);
  menu_button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button)));
  gtk_menu_button_popup (menu_button);
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (menu_button)), ==, 2);
  gtk_menu_button_popdown (menu_button);

  g_object_set (event, "kind", QD_ACTIVITY_KIND_CSA_ENGAGEMENT, "subject", "Workshop", "day", today - 2, "created", G_GINT64_CONSTANT (0), "task", id, NULL);
  add (self, event);
  gtk_menu_button_popup (menu_button);
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (menu_button)), ==, 1);
  gtk_menu_button_popdown (menu_button);
}

/* The clock is there from when it is started; ticking a step sets its day, in one step. */
static void
test_onboarding (Fixture      *self,
                 gconstpointer data)
{
  QdOnboarding   *draft = create (self, QD_TYPE_ONBOARDING), *onboarding;
  GtkWidget      *panel;
  GtkCheckButton *check;

  g_assert_null (find_type (GTK_WIDGET (self->page), QD_TYPE_ONBOARDING_PANEL));

  /* Long ago, so that all is late but what was done then. */
  g_object_set (draft, "named-at", "2026-01-01T10:00:00Z", "welcomed-at", "2026-01-01T12:00:00Z", NULL);
  onboarding = add (self, draft);
  g_assert_true (shows (self, "Onboarding Clock"));
  panel = find_type (GTK_WIDGET (self->page), QD_TYPE_ONBOARDING_PANEL);
  g_assert_true (g_str_has_prefix (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (panel)), "People named on "));
  g_assert_true (shows (self, "Done in time"));
  g_assert_true (shows (self, "Internal handover"));

  /* That of the welcome mail is set. */
  check = GTK_CHECK_BUTTON (find_type (panel, GTK_TYPE_CHECK_BUTTON));
  g_assert_true (gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, FALSE);
  settle (self);
  g_assert_null (onboarding->welcomed_at);
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Reopen Onboarding Step");
  g_assert_false (find_label (panel, "Done in time") != NULL);
  gtk_check_button_set_active (check, TRUE);
  settle (self);
  g_assert_nonnull (onboarding->welcomed_at);
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Check Off Onboarding Step");
  g_assert_cmpint (onboarding->handover, ==, QD_DAY_NONE);
  qd_test_undo (self->store);
  qd_test_undo (self->store);
  settle (self);
  g_assert_true (gtk_check_button_get_active (check));
  qd_test_undo (self->store);
  settle (self);
  g_assert_null (find_type (GTK_WIDGET (self->page), QD_TYPE_ONBOARDING_PANEL));
}

int
main (int   argc,
      char *argv[])
{
  static const Size narrow = { 360, 640 }, low = { 360, 294 }, wide = { 1100, 700 };

  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/account-page/line", test_line);
  g_test_add ("/account-page/header", Fixture, &wide, set_up, test_header, tear_down);
  g_test_add ("/account-page/chart", Fixture, &wide, set_up, test_chart, tear_down);
  g_test_add ("/account-page/refused-line-comes-back", Fixture, &wide, set_up, test_refused_line_comes_back, tear_down);
  g_test_add ("/account-page/follow-ups", Fixture, &wide, set_up, test_follow_ups, tear_down);
  g_test_add ("/account-page/activity", Fixture, &wide, set_up, test_activity, tear_down);
  g_test_add ("/account-page/events", Fixture, &wide, set_up, test_events, tear_down);
  g_test_add ("/account-page/onboarding", Fixture, &wide, set_up, test_onboarding, tear_down);
  g_test_add ("/account-page/views", Fixture, &wide, set_up, test_views, tear_down);
  g_test_add ("/account-page/narrow", Fixture, &narrow, set_up, test_size, tear_down);
  g_test_add ("/account-page/short", Fixture, &low, set_up, test_size, tear_down);
  g_test_add ("/account-page/wide", Fixture, &wide, set_up, test_size, tear_down);
  g_test_add ("/account-page/deleted", Fixture, &wide, set_up, test_deleted, tear_down);

  return g_test_run ();
}
