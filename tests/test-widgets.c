/* test-widgets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-batch.h"
#include "qd-day-cell.h"
#include "qd-day-row.h"
#include "qd-enum-cell.h"
#include "qd-enum-row.h"
#include "qd-notes-view.h"
#include "qd-record-dialog.h"
#include "qd-switch-row.h"
#include "qd-task.h"
#include "qd-test.h"
#include "qd-text-cell.h"
#include "qd-text-row.h"

/* A window over one account, and a box for what edits it. */
typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account;
  GtkWindow   *window;
  GtkWidget   *box;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  self->store = qd_test_store_new (":memory:");
  self->portfolio = qd_test_load_portfolio (self->store);
  g_object_set (draft, "name", "Norrland Rail", "tier", QD_TIER_ADVANCED, "contract-start", 20000, NULL);
  qd_record_add_async (draft, self->store, "Add Account", qd_test_async_cb, &slot);
  qd_test_await_edit (self->store, &slot, &error);
  g_assert_no_error (error);

  self->account = g_object_ref (qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, qd_record_get_id (draft)));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, 800, 700);
  adw_window_set_content (ADW_WINDOW (self->window), self->box);
  gtk_window_present (self->window);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);

  g_clear_object (&self->account);
  qd_store_close (self->store);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_clear_object (&self->portfolio);
  g_clear_object (&self->store);
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

static gpointer
add (Fixture   *self,
     GtkWidget *editor)
{
  gtk_box_append (GTK_BOX (self->box), editor);
  qd_editor_bind_all (self->box, self->store, self->account);

  return editor;
}

/* What a person does who types @text and presses Enter. */
static void
type (Fixture    *self,
      gpointer    editable,
      const char *text)
{
  gtk_editable_set_text (editable, text);
  g_signal_emit_by_name (gtk_editable_get_delegate (editable), "activate");
  settle (self);
}

static const char *
get_problem (gpointer editor)
{
  return qd_field_get_problem (qd_editor_get_field (editor));
}

static void
test_text_row (Fixture      *self,
               gconstpointer data)
{
  QdTextRow *row = add (self, qd_text_row_new ("name"));

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Norrland Rail");

  /* Nothing changed: nothing is written. */
  type (self, row, "Norrland Rail");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Add Account");
  type (self, row, "  Norrland Rail ");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Add Account");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Norrland Rail");

  type (self, row, "<b>Norr</b> & \"Söner\"");
  g_assert_cmpstr (self->account->name, ==, "<b>Norr</b> & \"Söner\"");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Change Name");

  /* One step: the row follows it back. */
  qd_test_undo (self->store);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Norrland Rail");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Add Account");
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  QdTextRow *row = add (self, qd_text_row_new ("name"));
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  type (self, row, "");
  g_assert_cmpstr (get_problem (row), ==, "“Name” must not be empty");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, get_problem (row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "“Name” must not be empty");
  g_assert_cmpstr (self->account->name, ==, "Norrland Rail");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Add Account");

  type (self, row, "Nord");
  g_assert_null (get_problem (row));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Name");
  g_assert_cmpstr (self->account->name, ==, "Nord");
}

static void
test_typing_stays (Fixture      *self,
                   gconstpointer data)
{
  QdTextRow *row = add (self, qd_text_row_new ("name"));

  gtk_editable_set_text (GTK_EDITABLE (row), "Half of a na");
  qd_test_exec (self->store, "UPDATE account SET name = 'Changed elsewhere'");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Half of a na");

  /* Not lost with the widget, and written once. */
  gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (row));
  settle (self);
  g_assert_cmpstr (self->account->name, ==, "Half of a na");
}

static void
test_vanished (Fixture      *self,
               gconstpointer data)
{
  QdTextRow   *row = add (self, qd_text_row_new ("name"));
  QdEnumRow   *tier = add (self, qd_enum_row_new ("tier"));
  QdNotesView *notes = add (self, qd_notes_view_new ("notes"));

  gtk_editable_set_text (GTK_EDITABLE (row), "Too late");
  qd_test_exec (self->store, "DELETE FROM account");
  g_assert_false (qd_record_is_live (self->account));

  type (self, row, "Much too late");
  adw_combo_row_set_selected (ADW_COMBO_ROW (tier), 1);
  qd_editor_flush_all (self->box);
  settle (self);
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Edit");
  g_assert_null (get_problem (row));
  g_assert_nonnull (notes);
}

static void
test_numbers (Fixture      *self,
              gconstpointer data)
{
  QdTextRow *seats = add (self, qd_text_row_new ("seats"));
  QdTextRow *arr = add (self, qd_text_row_new ("arr currency"));

  type (self, seats, "1,200");
  g_assert_cmpint (self->account->seats, ==, 1200);
  type (self, seats, "1.5");
  g_assert_cmpstr (get_problem (seats), ==, "“Seats” must be a whole number, such as 1200");
  g_assert_cmpint (self->account->seats, ==, 1200);
  type (self, seats, "");
  g_assert_true (self->account->seats == QD_INTEGER_NONE);

  type (self, arr, "120,000 eur");
  g_assert_cmpint (self->account->arr, ==, 12000000);
  g_assert_cmpstr (self->account->currency, ==, "EUR");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Change ARR");
  type (self, arr, "1.2M");
  g_assert_cmpint (self->account->arr, ==, 120000000);
  g_assert_cmpstr (self->account->currency, ==, "EUR");
  type (self, arr, "5000 JPY");
  g_assert_cmpint (self->account->arr, ==, 5000);
  type (self, arr, "a lot");
  g_assert_cmpstr (get_problem (arr), ==, "“ARR” must be an amount, such as “120,000 EUR”");
  qd_test_undo (self->store);
  g_assert_cmpstr (self->account->currency, ==, "EUR");
}

/* What is of a unit is typed and shown as people write it, and kept in minutes or as an instant. */
static void
test_units (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(QdTask) task = qd_record_new_draft (QD_TYPE_TASK);
  g_autoptr(QdActivity) activity = qd_record_new_draft (QD_TYPE_ACTIVITY);
  QdTextRow *start = QD_TEXT_ROW (qd_text_row_new ("start-time"));
  QdTextRow *duration, *begins;

  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (start));
  qd_editor_bind (start, NULL, task);
  type (self, start, "9.30");
  g_assert_cmpint (task->start_time, ==, 570);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (start)), ==, "9:30");
  type (self, start, "soon");
  g_assert_cmpstr (get_problem (start), ==, "“Start Time” must be a time, such as “9:00” or “14:30”");
  type (self, start, "");
  g_assert_true (task->start_time == QD_INTEGER_NONE);

  duration = QD_TEXT_ROW (qd_text_row_new ("duration"));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (duration));
  qd_editor_bind (duration, NULL, task);
  type (self, duration, "1d 4h");
  g_assert_cmpint (task->duration, ==, 720);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (duration)), ==, "1 d 4 h");
  type (self, duration, "long");
  g_assert_cmpstr (get_problem (duration), ==, "“Duration” must be a length of work, such as “2 d”, “4 h” or “90 min”");

  begins = QD_TEXT_ROW (qd_text_row_new ("begins-at"));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (begins));
  qd_editor_bind (begins, NULL, activity);
  type (self, begins, "2026-11-24 14:00");
  g_assert_cmpstr (activity->begins_at, ==, "2026-11-24T14:00:00Z");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (begins)), ==, "24 Nov 2026 14:00");
  type (self, begins, "2026-11-25 1:00 UTC");
  g_assert_cmpstr (activity->begins_at, ==, "2026-11-25T01:00:00Z");
  type (self, begins, "2026-11-24");
  g_assert_cmpstr (get_problem (begins), ==, "“Begins At” must be a day and a time, such as “24 Nov 14:00”");
}

static void
test_days (Fixture      *self,
           gconstpointer data)
{
  QdDayRow  *row = add (self, qd_day_row_new ("renewal"));
  QdDayCell *cell = add (self, qd_day_cell_new ("renewal"));
  GtkWidget *entry = gtk_widget_get_first_child (GTK_WIDGET (cell));

  type (self, row, "+2w");
  g_assert_cmpint (self->account->renewal, ==, qd_day_today () + 14);
  type (self, entry, "24 Nov 2027");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "24 Nov 2027");

  /* A rule between two columns: the contract starts on day 20000. */
  type (self, row, "2020-01-01");
  g_assert_cmpstr (get_problem (row), ==, "“Renewal” must not be before “Contract Start”");
  type (self, row, "whenever");
  g_assert_cmpstr (get_problem (row), ==, "“Renewal” must be a day, such as “24 Nov”, “friday” or “+2w”");
  g_assert_cmpint (self->account->renewal, ==, qd_day_from_ymd (2027, 11, 24));
  type (self, row, "");
  g_assert_cmpint (self->account->renewal, ==, QD_DAY_NONE);
}

static void
test_choices (Fixture      *self,
              gconstpointer data)
{
  QdEnumRow   *row = add (self, qd_enum_row_new ("tier"));
  QdEnumCell  *cell = add (self, qd_enum_cell_new ("tier"));
  QdSwitchRow *archived = add (self, qd_switch_row_new ("archived"));
  GtkWidget   *choice = gtk_widget_get_first_child (GTK_WIDGET (cell));

  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Add Account");
  g_assert_cmpint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, QD_TIER_ADVANCED + 1);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), QD_TIER_SIGNATURE + 1);
  settle (self);
  g_assert_cmpint (self->account->tier, ==, QD_TIER_SIGNATURE);
  g_assert_cmpint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, QD_TIER_SIGNATURE + 1);
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Change Success Tier");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  settle (self);
  g_assert_cmpint ((int)self->account->tier, ==, QD_ENUM_NONE);
  g_assert_cmpint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);

  adw_action_row_activate (ADW_ACTION_ROW (archived));
  settle (self);
  g_assert_true (self->account->archived);
}

static void
test_notes (Fixture      *self,
            gconstpointer data)
{
  QdNotesView   *notes = add (self, qd_notes_view_new ("notes"));
  GtkWidget     *view = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (notes)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter    start, end;

  gtk_text_buffer_insert_at_cursor (buffer, "Prefers", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " mornings", -1);
  settle (self);
  g_assert_null (self->account->notes);

  /* Not at once, but by itself. */
  while (self->account->notes == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (self->account->notes, ==, "Prefers mornings");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Change Notes");

  gtk_text_buffer_insert_at_cursor (buffer, "\nالعربية", -1);
  qd_editor_flush_all (self->box);
  settle (self);
  g_assert_cmpstr (self->account->notes, ==, "Prefers mornings\nالعربية");

  qd_test_undo (self->store);
  qd_test_undo (self->store);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_assert_true (gtk_text_iter_equal (&start, &end));
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Add Account");
}

/* A draft that is not in the file yet takes what is typed. */
static void
test_draft (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdTextRow  *row = QD_TEXT_ROW (qd_text_row_new ("name"));
  QdTextCell *cell = QD_TEXT_CELL (qd_text_cell_new ("name"));

  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (row));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (cell));
  qd_editor_bind_all (self->box, NULL, draft);
  gtk_editable_set_text (GTK_EDITABLE (row), "Newcomer");
  qd_editor_flush_all (self->box);
  g_assert_cmpstr (draft->name, ==, "Newcomer");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_first_child (GTK_WIDGET (cell)))), ==, "Newcomer");
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Add Account");
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
find_row (GtkWidget  *root,
          const char *field)
{
  if (QD_IS_EDITOR (root))
    return g_strcmp0 (qd_field_get_name (qd_editor_get_field (root)), field) == 0 ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_row (child, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_relevant (gpointer    record,
             const char *field)
{
  return !g_str_equal (field, "codename") || ((QdAccount *)record)->offering == QD_OFFERING_DEDICATED;
}

/* A draft is added as a whole, a record edited in place; both in the same form. */
static void
test_dialog (Fixture      *self,
             gconstpointer data)
{
  static const QdFormGroup groups[] = {
    { NULL, { "name", "codename", "offering", "time_zone", "notes" } },
    { NULL },
  };
  static const QdForm form = {
    .title = "Account",
    .new_title = "New Account",
    .add_label = "Add Account",
    .delete_label = "Delete Account",
    .deleted = "Account deleted",
    .groups = groups,
    .is_relevant = is_relevant,
  };
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT));
  QdAccount  *draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  AdwDialog  *dialog = qd_record_dialog_new (&form, self->store, draft);
  GtkWidget  *add_button;

  adw_dialog_present (dialog, self->box);
  settle (self);
  add_button = find_button (GTK_WIDGET (self->window), "_Add");
  g_assert_nonnull (add_button);

  /* Refused without a name, and then taken. */
  g_signal_emit_by_name (add_button, "clicked");
  settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 1);
  g_assert_false (gtk_widget_get_visible (find_row (GTK_WIDGET (self->window), "codename")));
  adw_combo_row_set_selected (find_row (GTK_WIDGET (self->window), "offering"), QD_OFFERING_DEDICATED + 1);
  g_assert_true (gtk_widget_get_visible (find_row (GTK_WIDGET (self->window), "codename")));
  gtk_editable_set_text (find_row (GTK_WIDGET (self->window), "name"), "Second");
  gtk_editable_set_text (find_row (GTK_WIDGET (self->window), "time_zone"), "new york");
  g_signal_emit_by_name (add_button, "clicked");
  settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 2);
  g_assert_cmpstr (draft->time_zone, ==, "America/New_York");
  g_object_unref (draft);

  dialog = qd_record_dialog_new (&form, self->store, self->account);
  adw_dialog_present (dialog, self->box);
  settle (self);
  type (self, find_row (GTK_WIDGET (self->window), "name"), "In place");
  g_assert_cmpstr (self->account->name, ==, "In place");

  /* It goes with its record. */
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  qd_test_exec (self->store, "DELETE FROM account");

  for (int n = 0; n < 200 && dialog != NULL; n++)
    {
      g_usleep (5000);
      settle (self);
    }

  g_assert_null (dialog);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/widgets/text-row", Fixture, NULL, set_up, test_text_row, tear_down);
  g_test_add ("/widgets/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/widgets/typing-stays", Fixture, NULL, set_up, test_typing_stays, tear_down);
  g_test_add ("/widgets/vanished", Fixture, NULL, set_up, test_vanished, tear_down);
  g_test_add ("/widgets/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/widgets/units", Fixture, NULL, set_up, test_units, tear_down);
  g_test_add ("/widgets/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/widgets/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/widgets/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/widgets/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/widgets/dialog", Fixture, NULL, set_up, test_dialog, tear_down);

  return g_test_run ();
}
