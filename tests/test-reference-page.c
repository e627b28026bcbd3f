/* test-reference-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-day.h"
#include "qd-entries.h"
#include "qd-entry-dialog.h"
#include "qd-entry-links.h"
#include "qd-markdown-view.h"
#include "qd-notes-view.h"
#include "qd-plan.h"
#include "qd-record-dialog.h"
#include "qd-reference-changes-dialog.h"
#include "qd-reference-dialog.h"
#include "qd-reference-edits.h"
#include "qd-reference-entry-view.h"
#include "qd-reference-finder.h"
#include "qd-reference-item.h"
#include "qd-reference-page.h"
#include "qd-reference-target-dialog.h"
#include "qd-reference-uses.h"
#include "qd-search-dialog.h"
#include "qd-task-editor.h"
#include "qd-test.h"
#include "qd-window.h"

/* The window in the room of the reference, with one account, its plan and a task of that */
typedef struct
{
  QdStore              *store;
  QdPortfolio          *portfolio;
  QdReference          *reference;
  GSettings            *settings;
  GtkWidget            *window;
  QdReferencePage      *page;
  QdReferenceFinder    *finder;
  QdReferenceEntryView *view;
  QdAccount            *account;
  QdTask               *task;
} Fixture;

/* Returns: (nullable): the first widget of @type at or below @root that is in sight */
static gpointer
find_type (GtkWidget *root,
           GType      type)
{
  gpointer found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

static GtkWidget *
find_tooltip (GtkWidget  *root,
              const char *text)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tooltip (child, text);

  return found;
}

#define wait_until(condition) \
  while (!(condition))        \
  g_main_context_iteration (NULL, TRUE)

/* Likewise, once it is in sight */
static gpointer
await_type (gpointer root,
            GType    type)
{
  gpointer found;

  wait_until ((found = find_type (root, type)) != NULL);

  return found;
}

static void
settle (Fixture *fixture)
{
  qd_test_settle (fixture->store);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdTask    *task = qd_record_new_draft (QD_TYPE_TASK);
  gboolean   is_narrow = GPOINTER_TO_INT (data);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  g_object_set (account, "name", "Norrsund Härad", "codename", "Puffin", "offering", QD_OFFERING_DEDICATED, NULL);
  fixture->account = qd_test_add (fixture->portfolio, account);
  g_object_set (
      plan, "account", qd_record_get_id (fixture->account), "name", "Onboarding", "start", 20780, "target", 20840, NULL);
  plan = qd_test_add (fixture->portfolio, plan);
  g_object_set (task, "plan", qd_record_get_id (plan), "title", "File a STAR for the open ticket", NULL);
  fixture->task = qd_test_add (fixture->portfolio, task);

  fixture->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  g_settings_set_int (fixture->settings, "reference-stale-days", 0);
  g_settings_set_int (fixture->settings, "window-width", is_narrow ? 360 : 1280);
  g_settings_set_int (fixture->settings, "window-height", is_narrow ? 640 : 800);
  g_settings_set_string (fixture->settings, "place", "reference");
  g_settings_set_boolean (fixture->settings, "show-sidebar", !is_narrow);
  fixture->window = GTK_WIDGET (qd_window_new (NULL, fixture->portfolio, fixture->settings));
  gtk_window_present (GTK_WINDOW (fixture->window));
  qd_window_show_portfolio (QD_WINDOW (fixture->window));
  wait_until ((fixture->page = find_type (fixture->window, QD_TYPE_REFERENCE_PAGE)) != NULL &&
              (fixture->finder = find_type (GTK_WIDGET (fixture->page), QD_TYPE_REFERENCE_FINDER)) != NULL);
  fixture->view = find_type (GTK_WIDGET (fixture->page), QD_TYPE_REFERENCE_ENTRY_VIEW);
  fixture->reference = qd_reference_ref_of (fixture->portfolio);
  settle (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  const char *const keys[] = { "reference-stale-days", "window-width", "window-height", "place", "show-sidebar" };

  settle (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);

  g_clear_object (&fixture->settings);
  settle (fixture);
  g_clear_object (&fixture->reference);
  settle (fixture);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

/* Types and waits until what is found for it is shown. */
static void
search (Fixture    *fixture,
        const char *text)
{
  GtkEditable *entry = find_type (GTK_WIDGET (fixture->finder), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (entry, text);
  settle (fixture);
}

static GListModel *
get_items (Fixture *fixture)
{
  GtkListView *list = find_type (GTK_WIDGET (fixture->finder), GTK_TYPE_LIST_VIEW);

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (list)) : NULL;
}

static QdReferenceItem *
dup_item (Fixture *fixture,
          guint    position)
{
  return g_list_model_get_item (get_items (fixture), position);
}

static QdReferenceEntry *
lookup (Fixture    *fixture,
        const char *key)
{
  QdReferenceEntry *entry = qd_reference_lookup (fixture->reference, key);

  g_assert_nonnull (entry);

  return entry;
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  settle (fixture);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
close_dialog (Fixture *fixture)
{
  AdwDialog *dialog = get_dialog (fixture);

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  adw_dialog_force_close (dialog);
  wait_until (get_dialog (fixture) != dialog);
}

/* The best is selected and shown as one types, the focus stays in the entry, and nothing counts as
 * opened before it is read. */
static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const typed[] = { "r", "ra", "rai", "rails", "rails c", "rails con" };
  GtkWidget               *entry = find_type (GTK_WIDGET (fixture->finder), GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (gtk_widget_get_focus_child (entry) != NULL);
  g_assert_null (qd_reference_entry_view_get_key (fixture->view));

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    search (fixture, typed[i]);

  {
    g_autoptr(QdReferenceItem) item = dup_item (fixture, 0);

    g_assert_cmpstr (item->entry->key, ==, "no-rails-console");
    g_assert_cmpstr (item->title, ==, "<b>Rails</b> <b>console</b>");
    g_assert_cmpstr (item->heading, ==, "3 Entries");
  }

  g_assert_cmpstr (qd_reference_finder_get_selected (fixture->finder), ==, "no-rails-console");
  g_assert_cmpstr (qd_reference_entry_view_get_key (fixture->view), ==, "no-rails-console");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Not Available on Dedicated"));
  g_assert_true (gtk_widget_get_focus_child (entry) != NULL);

  /* Enter reads it: that is what was opened last. */
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (fixture->view)) != NULL);
  search (fixture, "");

  {
    g_autoptr(QdReferenceItem) item = dup_item (fixture, 0);

    g_assert_cmpstr (item->heading, ==, "Opened Last");
    g_assert_cmpstr (item->entry->key, ==, "no-rails-console");
  }

  search (fixture, "qqqqqqqqqqqq");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->finder), "Nothing Found"));
}

/* The keys on the way from what is typed to what is found */
static void
test_new_search (Fixture      *fixture,
                 gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.search", NULL);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (fixture->finder)) != NULL);
  search (fixture, "maintenence");

  {
    g_autoptr(QdReferenceItem) item = dup_item (fixture, 0);

    g_assert_nonnull (strstr (item->heading, "for Similar Words"));
    g_assert_cmpstr (item->entry->key, ==, "maintenance-windows");
  }
}

/* A tag leads to all that have it. */
static void
test_tag (Fixture      *fixture,
          gconstpointer data)
{
  GListModel *items;
  GtkWidget  *tag;

  search (fixture, "byok");
  tag = find_tooltip (GTK_WIDGET (fixture->view), "All Entries Tagged “encryption”");
  g_assert_nonnull (tag);
  g_signal_emit_by_name (tag, "clicked");
  settle (fixture);
  items = get_items (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (items), >, 0);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(QdReferenceItem) item = g_list_model_get_item (items, i);

      g_assert_true (qd_reference_entry_has_tag (item->entry, "encryption"));
    }
}

static void
test_favourite (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *star;

  search (fixture, "switchboard");
  activate (fixture, "entry.favourite");
  g_assert_true (lookup (fixture, "switchboard")->favourite);
  star = find_tooltip (GTK_WIDGET (fixture->view), "Remove from Favourites");
  g_assert_true (GTK_IS_TOGGLE_BUTTON (star) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (star)));
  search (fixture, "");

  {
    g_autoptr(QdReferenceItem) item = dup_item (fixture, 0);

    g_assert_cmpstr (item->heading, ==, "Favourites");
    g_assert_cmpstr (item->entry->key, ==, "switchboard");
  }

  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_false (lookup (fixture, "switchboard")->favourite);
  g_assert_nonnull (find_tooltip (GTK_WIDGET (fixture->view), "Add to Favourites"));
}

static char *
dup_notes (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Notes are kept of the entry they were typed at, also when another is shown before they are
 * committed, and are undone. */
static void
test_notes (Fixture      *fixture,
            gconstpointer data)
{
  GtkTextBuffer   *buffer;
  g_autofree char *after = NULL;

  search (fixture, "switchboard");
  buffer = gtk_text_view_get_buffer (find_type (GTK_WIDGET (fixture->view), GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (buffer, "Ask Mira first", -1);
  search (fixture, "byok");
  g_assert_cmpstr (lookup (fixture, "switchboard")->notes, ==, "Ask Mira first");
  g_assert_null (lookup (fixture, "byok")->notes);
  after = dup_notes (buffer);
  g_assert_cmpstr (after, ==, "");

  search (fixture, "mira first");
  g_clear_pointer (&after, g_free);
  after = dup_notes (buffer);
  g_assert_cmpstr (qd_reference_entry_view_get_key (fixture->view), ==, "switchboard");
  g_assert_cmpstr (after, ==, "Ask Mira first");

  qd_test_undo (fixture->store);
  settle (fixture);
  g_clear_pointer (&after, g_free);
  after = dup_notes (buffer);
  g_assert_null (lookup (fixture, "switchboard")->notes);
  g_assert_cmpstr (after, ==, "");
}

/* Whether a banner that begins with @words is shown */
static gboolean
has_banner (Fixture    *fixture,
            const char *words)
{
  GtkWidget *label = find_label (GTK_WIDGET (fixture->view), words);
  GtkWidget *banner = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_BANNER) : NULL;

  return banner != NULL && adw_banner_get_revealed (ADW_BANNER (banner));
}

static void
test_stale (Fixture      *fixture,
            gconstpointer data)
{
  search (fixture, "byok");
  g_assert_cmpint (qd_reference_entry_get_checked (lookup (fixture, "byok")), <, qd_day_today ());
  g_assert_false (has_banner (fixture, "This was checked"));
  g_settings_set_int (fixture->settings, "reference-stale-days", 1);
  settle (fixture);
  wait_until (has_banner (fixture, "This was checked"));

  activate (fixture, "entry.mark-checked");
  g_assert_cmpint (lookup (fixture, "byok")->marked, ==, qd_day_today ());
  wait_until (!has_banner (fixture, "This was checked"));

  qd_test_undo (fixture->store);
  settle (fixture);
  wait_until (has_banner (fixture, "This was checked"));
}

/* Edited in the dialog, compared, reset, and that undone */
static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  AdwDialog *dialog;

  search (fixture, "byok");
  activate (fixture, "entry.edit");
  dialog = get_dialog (fixture);
  g_assert_true (QD_IS_RECORD_DIALOG (dialog));
  gtk_editable_set_text (await_type (dialog, ADW_TYPE_ENTRY_ROW), "Keys of <their> own");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
  wait_until (get_dialog (fixture) == NULL);
  settle (fixture);
  g_assert_cmpint (lookup (fixture, "byok")->state, ==, QD_REFERENCE_STATE_EDITED);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Keys of <their> own"));

  activate (fixture, "entry.compare");
  dialog = get_dialog (fixture);
  g_assert_true (QD_IS_REFERENCE_CHANGES_DIALOG (dialog));
  wait_until (find_label (GTK_WIDGET (dialog), "Keys of <their> own") != NULL);
  g_assert_nonnull (find_label (GTK_WIDGET (dialog), "Bring your own key (BYOK)"));
  close_dialog (fixture);

  activate (fixture, "entry.reset");
  g_assert_cmpint (lookup (fixture, "byok")->state, ==, QD_REFERENCE_STATE_SHIPPED);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Bring your own key (BYOK)"));
  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Keys of <their> own"));
}

/* One's own, added and deleted */
static void
test_own (Fixture      *fixture,
          gconstpointer data)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.new", NULL);
  settle (fixture);
  dialog = get_dialog (fixture);
  gtk_editable_set_text (await_type (dialog, ADW_TYPE_ENTRY_ROW), "Zebra crossings");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL);
  wait_until (get_dialog (fixture) == NULL);
  settle (fixture);
  search (fixture, "zebra");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Zebra crossings"));
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Your own"));

  activate (fixture, "entry.delete");
  g_assert_null (qd_reference_entry_view_get_key (fixture->view));
  qd_test_undo (fixture->store);
  search (fixture, "zebra crossing");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Zebra crossings"));
}

/* Linked from the entry, the task shows it; taken away at the task, the entry does not show it. */
static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *uses, *editor, *links, *row;
  AdwDialog *dialog;

  search (fixture, "file star");
  g_assert_cmpstr (qd_reference_entry_view_get_key (fixture->view), ==, "star-how");
  uses = find_type (GTK_WIDGET (fixture->view), QD_TYPE_REFERENCE_USES);
  g_signal_emit_by_name (find_tooltip (uses, "Link to an Account, a Plan, a Task or a Template…"), "clicked");
  settle (fixture);
  dialog = get_dialog (fixture);
  g_assert_true (QD_IS_REFERENCE_TARGET_DIALOG (dialog));
  gtk_editable_set_text (await_type (dialog, GTK_TYPE_SEARCH_ENTRY), "open ticket");
  wait_until (find_label (GTK_WIDGET (dialog), "Task · Onboarding · Puffin") != NULL);
  g_signal_emit_by_name (await_type (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  wait_until (get_dialog (fixture) == NULL);
  settle (fixture);
  g_assert_nonnull (find_label (uses, "File a STAR for the open ticket"));

  row = gtk_widget_get_ancestor (find_label (uses, "File a STAR"), ADW_TYPE_ACTION_ROW);
  gtk_widget_activate (row);
  wait_until (QD_IS_TASK_EDITOR (get_dialog (fixture)));
  editor = GTK_WIDGET (get_dialog (fixture));
  wait_until ((links = find_type (editor, QD_TYPE_ENTRY_LINKS)) != NULL);
  g_assert_nonnull (find_label (links, "How to file a STAR"));
  g_signal_emit_by_name (find_tooltip (links, "Remove Link"), "clicked");
  settle (fixture);
  g_assert_null (find_label (links, "How to file a STAR"));
  close_dialog (fixture);
  qd_window_show (QD_WINDOW (fixture->window), "reference");
  settle (fixture);
  uses = find_type (GTK_WIDGET (fixture->view), QD_TYPE_REFERENCE_USES);
  g_assert_null (find_label (uses, "File a STAR for the open ticket"));
}

/* A template and a plan show what is linked to them, and more can be linked there. */
static void
test_link_from_there (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(GPtrArray) entries = NULL;
  GtkWidget *links, *chooser;
  AdwDialog *dialog;

  gtk_widget_activate_action (fixture->window, "win.open-template", "s", "dedicated-onboarding");
  settle (fixture);
  dialog = get_dialog (fixture);
  links = await_type (dialog, QD_TYPE_ENTRY_LINKS);
  g_assert_null (find_label (links, "Bring your own key (BYOK)"));
  g_signal_emit_by_name (find_tooltip (links, "Link an Entry of the Reference…"), "clicked");
  wait_until (get_dialog (fixture) != dialog);
  chooser = GTK_WIDGET (get_dialog (fixture));
  g_assert_true (QD_IS_ENTRY_DIALOG (chooser));
  gtk_editable_set_text (await_type (chooser, GTK_TYPE_SEARCH_ENTRY), "bring your own key");
  wait_until (find_label (chooser, "Bring your own key (BYOK)") != NULL);
  settle (fixture);
  g_signal_emit_by_name (find_type (chooser, GTK_TYPE_SEARCH_ENTRY), "activate");
  wait_until (find_label (links, "Bring your own key (BYOK)") != NULL);
  entries = qd_reference_list_for_template (fixture->reference, "dedicated-onboarding");
  g_assert_cmpuint (entries->len, ==, 1);

  g_signal_emit_by_name (find_tooltip (links, "Remove Link"), "clicked");
  settle (fixture);
  g_assert_null (find_label (links, "Bring your own key (BYOK)"));
  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_nonnull (find_label (links, "Bring your own key (BYOK)"));
  close_dialog (fixture);
}

/* Ctrl+K finds entries, and shows one over the place a person is in. */
static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *place = NULL;
  AdwDialog       *dialog;
  GtkWidget       *label;

  qd_window_show (QD_WINDOW (fixture->window), "plans");
  gtk_widget_activate_action (fixture->window, "win.find", NULL);
  settle (fixture);
  dialog = get_dialog (fixture);
  gtk_editable_set_text (await_type (dialog, GTK_TYPE_SEARCH_ENTRY), "bring your own key");
  wait_until ((label = find_label (GTK_WIDGET (dialog), "Bring your own key (BYOK)")) != NULL);
  g_assert_nonnull (find_label (GTK_WIDGET (dialog), "Reference"));
  g_signal_emit_by_name (await_type (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  wait_until (QD_IS_REFERENCE_DIALOG (get_dialog (fixture)));
  dialog = get_dialog (fixture);
  g_assert_cmpstr (qd_reference_dialog_get_key (QD_REFERENCE_DIALOG (dialog)), ==, "byok");
  place = g_settings_get_string (fixture->settings, "place");
  g_assert_cmpstr (place, ==, "plans");
  settle (fixture);
  close_dialog (fixture);
}

/* Shift+F1: what fits the widget, or what it is in; and where nothing does, nothing */
static void
test_explain (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const pages[][2] = {
    { "accounts", NULL },
    { "plans", "success-plans" },
    { "accelerators", "accelerators" },
    { "dedicated", "dedicated-overview" },
    { "support", "support-path" },
    { "reference", NULL },
  };
  g_autoptr(GtkWidget) row = g_object_ref_sink (adw_action_row_new ());
  QdTaskEditor *editor = qd_task_editor_new (fixture->portfolio, fixture->task);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      QdReferenceEntry *entry;

      qd_window_show (QD_WINDOW (fixture->window), pages[i][0]);
      entry = qd_entries_find (fixture->reference,
                               GTK_WIDGET (adw_navigation_view_get_visible_page (
                                   find_type (fixture->window, ADW_TYPE_NAVIGATION_VIEW))));
      g_assert_cmpstr (entry != NULL ? entry->key : NULL, ==, pages[i][1]);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Region");
  g_assert_null (qd_entries_find (fixture->reference, row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Codename");
  g_assert_cmpstr (qd_entries_find (fixture->reference, row)->key, ==, "codename");

  adw_dialog_present (ADW_DIALOG (editor), fixture->window);
  settle (fixture);
  g_assert_cmpstr (qd_entries_find (fixture->reference, GTK_WIDGET (editor))->key, ==, "star");
  gtk_widget_activate_action (fixture->window, "win.explain", NULL);
  wait_until (QD_IS_REFERENCE_DIALOG (get_dialog (fixture)));
  settle (fixture);
  close_dialog (fixture);
  close_dialog (fixture);
}

/* From entry to entry and back */
static void
test_related (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *row;

  search (fixture, "byok");
  g_assert_nonnull (row = gtk_widget_get_ancestor (find_label (GTK_WIDGET (fixture->view), "ClickHouse for analytics"), ADW_TYPE_ACTION_ROW));
  gtk_widget_activate (row);
  settle (fixture);
  g_assert_cmpstr (qd_reference_entry_view_get_key (fixture->view), ==, "clickhouse");
  g_assert_nonnull (find_tooltip (GTK_WIDGET (fixture->view), "Back to the Entry Before"));
  activate (fixture, "entry.back");
  g_assert_cmpstr (qd_reference_entry_view_get_key (fixture->view), ==, "byok");
  g_assert_null (find_tooltip (GTK_WIDGET (fixture->view), "Back to the Entry Before"));
}

static char *
dup_clipboard (Fixture *fixture)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture->window));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);

  return content != NULL && gdk_content_provider_get_value (content, &value, NULL) ? g_value_dup_string (&value) : NULL;
}

/* What is copied has the title and the source, and never a name that is sealed. */
static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(QdReferenceRecord) draft = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *slack = NULL;
  g_autofree char *link = NULL;
  g_autofree char *still = NULL;

  search (fixture, "when is maintenance");
  activate (fixture, "entry.copy-markdown");
  markdown = dup_clipboard (fixture);
  g_assert_true (g_str_has_prefix (markdown, "# When is maintenance?\n\nEvery tenant"));
  g_assert_nonnull (strstr (markdown, "| Asia Pacific |"));
  activate (fixture, "entry.copy-slack");
  slack = dup_clipboard (fixture);
  g_assert_true (g_str_has_prefix (slack, "*When is maintenance?*\n\nEvery tenant"));
  g_assert_nonnull (strstr (slack, "Asia Pacific · "));
  activate (fixture, "entry.copy-link");
  link = dup_clipboard (fixture);
  g_assert_true (g_str_has_prefix (link, "https://"));

  draft = qd_reference_create_own (fixture->reference, QD_REFERENCE_CATEGORY_TOOLS, "Quagga");
  g_object_set (draft, "body", "Runs at Norrsund Härad only.", NULL);
  qd_reference_add_async (fixture->reference, draft, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  search (fixture, "quagga");
  activate (fixture, "entry.copy-plain");
  still = dup_clipboard (fixture);
  g_assert_cmpstr (still, ==, link);
}

/* On a narrow window the list comes first; what is chosen takes its place. */
static void
test_narrow (Fixture      *fixture,
             gconstpointer data)
{
  AdwNavigationSplitView *split = find_type (GTK_WIDGET (fixture->page), ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  g_assert_true (adw_navigation_split_view_get_collapsed (split));
  g_assert_false (adw_navigation_split_view_get_show_content (split));
  search (fixture, "byok");
  g_assert_false (adw_navigation_split_view_get_show_content (split));
  g_signal_emit_by_name (find_type (GTK_WIDGET (fixture->finder), GTK_TYPE_SEARCH_ENTRY), "activate");
  wait_until ((fixture->view = find_type (GTK_WIDGET (split), QD_TYPE_REFERENCE_ENTRY_VIEW)) != NULL);
  g_assert_cmpstr (qd_reference_entry_view_get_key (fixture->view), ==, "byok");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.search", NULL);
  g_assert_false (adw_navigation_split_view_get_show_content (split));
}

static void
opened_cb (char      **opened,
           const char *target)
{
  g_set_str (opened, target);
}

/* What the parts of a text are, for those who do not see them; and where its links lead */
static void
test_markdown (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget       *view = g_object_ref_sink (g_object_new (QD_TYPE_MARKDOWN_VIEW, NULL));
  GtkWidget       *window = gtk_window_new ();
  g_autofree char *opened = NULL;
  g_autofree char *copied = NULL;
  gboolean         handled = FALSE;

  g_signal_connect_swapped (view, "open-target", G_CALLBACK (opened_cb), &opened);
  g_signal_connect_swapped (view, "copy-text", G_CALLBACK (opened_cb), &copied);
  qd_markdown_view_set_markdown (
      QD_MARKDOWN_VIEW (view),
      "## Head\n\n1. first\n\n| Col |\n|---|\n| val |\n\n[[star|words]]\n\n```\nmake\n```\n\n<b>not bold</b>");
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (find_label (view, "Head") != NULL);

  gtk_test_accessible_assert_role (find_label (view, "Head"), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (find_label (view, "Head"), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3);
  gtk_test_accessible_assert_role (find_label (view, "Col"), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (find_label (view, "val"), GTK_ACCESSIBLE_ROLE_CELL);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (find_label (view, "val")), GTK_ACCESSIBLE_ROLE_TABLE);
  g_assert_nonnull (find_label (view, "1."));
  g_assert_nonnull (find_label (view, "<b>not bold</b>"));

  g_signal_emit_by_name (find_label (view, "words"), "activate-link", "entry:star", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (opened, ==, "entry:star");
  g_signal_emit_by_name (find_tooltip (view, "Copy"), "clicked");
  g_assert_cmpstr (copied, ==, "make");

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (view);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/reference-page/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/reference-page/similar", Fixture, NULL, set_up, test_new_search, tear_down);
  g_test_add ("/reference-page/tag", Fixture, NULL, set_up, test_tag, tear_down);
  g_test_add ("/reference-page/favourite", Fixture, NULL, set_up, test_favourite, tear_down);
  g_test_add ("/reference-page/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/reference-page/stale", Fixture, NULL, set_up, test_stale, tear_down);
  g_test_add ("/reference-page/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/reference-page/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/reference-page/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/reference-page/link-from-there", Fixture, NULL, set_up, test_link_from_there, tear_down);
  g_test_add ("/reference-page/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/reference-page/explain", Fixture, NULL, set_up, test_explain, tear_down);
  g_test_add ("/reference-page/related", Fixture, NULL, set_up, test_related, tear_down);
  g_test_add ("/reference-page/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/reference-page/narrow", Fixture, GINT_TO_POINTER (TRUE), set_up, test_narrow, tear_down);
  g_test_add ("/reference-page/markdown", Fixture, NULL, set_up, test_markdown, tear_down);

  return g_test_run ();
}
