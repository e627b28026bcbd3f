/* test-sealing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-audience-check.h"
#include "qd-disclosure-edits.h"
#include "qd-escalation.h"
#include "qd-exit-dialog.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-objective.h"
#include "qd-palette-row.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-record-json.h"
#include "qd-reveal-button.h"
#include "qd-sample.h"
#include "qd-seal-group.h"
#include "qd-seal.h"
#include "qd-sealed-label.h"
#include "qd-switchboard-access.h"
#include "qd-task.h"
#include "qd-tenant-contact.h"
#include "qd-tenant.h"
#include "qd-test.h"
#include "qd-ticket.h"
#include "qd-veil.h"
#include "qd-window.h"

/* What is sealed, as it stands on the screen and on its way out. */

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  GSettings   *settings;
  QdWindow    *window;
} Fixture;

/* Of the sample: “Razorbill” is Volquarra Re, and “Bowsprit” the Bureau of Littoral Records. */
#define SEALED G_GINT64_CONSTANT (0x49b16d2ec13da58a)
#define SEALED_PLACE "account:49b16d2ec13da58a"

/* Every kind of place, of those who are sealed */
#define TENANT G_GINT64_CONSTANT (0x43ed607469403927)
#define MIGRATING G_GINT64_CONSTANT (0x58b7c3e9f01cd7c2)

static const char *const places[] = { "accounts", "plans", "accelerators", "dedicated", "support", "reference", "history",
                                      "tenant:43ed607469403927", "tenant:58b7c3e9f01cd7c2", SEALED_PLACE,
                                      "account:4c5df94c132eae84", "account:15e2a7102a11d88c" };

static QdStore          *under_test;

static void
settle (void)
{
  qd_test_settle (under_test);

  /* Lists fill themselves over some frames. */
  for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_MILLISECOND * 60; g_get_monotonic_time () < end; g_usleep (500))
    {
      while (g_main_context_iteration (NULL, FALSE))
        {
        }
    }
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  self->store = under_test = qd_kinds_open_store (":memory:");
  self->portfolio = qd_test_load_portfolio (self->store);
  qd_sample_load_async (self->portfolio, qd_day_today (), NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_true (qd_sample_finish (result, NULL));
  self->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  self->window = qd_window_new (NULL, self->portfolio, self->settings);
  qd_window_show_portfolio (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_settings_reset (self->settings, "place");
  g_clear_object (&self->settings);
  settle ();
  qd_test_finalize (g_steal_pointer (&self->portfolio));
  qd_test_store_close (self->store);
}

static void
save (Fixture *self,
      gpointer draft)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_save_async (draft, self->store, "Plant", qd_test_async_cb, &slot);
  qd_test_await_edit (self->store, &slot, &error);
  g_assert_no_error (error);
}

static QdAccount *
get_account (Fixture *self)
{
  return qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, SEALED);
}

static void
set_account (Fixture    *self,
             const char *property,
             int         value)
{
  g_autoptr(QdRecord) draft = qd_record_dup_draft (get_account (self));

  g_object_set (draft, property, value, NULL);
  save (self, draft);
}

/* What was looked at, and what was found there that is sealed */
typedef struct
{
  QdNameBook *book;
  const char *place;
  gboolean    typed; /* what stands in an entry is looked at, too */
  GHashTable *found; /* set of sentences */
  guint       n_texts;
} Look;

static void
look_at (Look       *look,
         GtkWidget  *widget,
         const char *what,
         const char *text)
{
  g_autoptr(GPtrArray) hits = NULL;

  if (text == NULL || *text == '\0')
    return;

  look->n_texts++;
  hits = qd_audience_check (look->book, QD_AUDIENCE_INTERNAL, 0, text, -1);

  for (guint i = 0; i < hits->len; i++)
    {
      QdHit *hit = g_ptr_array_index (hits, i);

      if (hit->sure && hit->kind != QD_HIT_PERSON)
        g_hash_table_add (
            look->found,
            g_strdup_printf ("%s: the %s of a %s in a %s: %s",
                             look->place,
                             what,
                             G_OBJECT_TYPE_NAME (widget),
                             gtk_widget_get_parent (widget) != NULL ? G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)) : "",
                             text));
    }
}

static void
look_through (Look      *look,
              GtkWidget *widget)
{
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget))
    look_at (look, widget, "text", gtk_label_get_text (GTK_LABEL (widget)));

  if (GTK_IS_INSCRIPTION (widget))
    look_at (look, widget, "text", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));

  if (look->typed && GTK_IS_EDITABLE (widget))
    look_at (look, widget, "content", gtk_editable_get_text (GTK_EDITABLE (widget)));

  if (GTK_IS_LABEL (widget) || GTK_IS_INSCRIPTION (widget) || look->typed || !GTK_IS_TEXT (widget))
    {
      /* What it is expected to be, it is not, and so is told. */
      label = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "no text of ours");
      description = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "no text of ours");
      look_at (look, widget, "accessible name", label);
      look_at (look, widget, "accessible description", description);
    }

  look_at (look, widget, "tooltip", gtk_widget_get_tooltip_text (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_through (look, child);
}

static void
look_at_window (Fixture    *self,
                Look       *look,
                const char *place)
{
  settle ();
  look->place = place;
  look_through (look, GTK_WIDGET (self->window));
  look_at (look, GTK_WIDGET (self->window), "title", gtk_window_get_title (GTK_WINDOW (self->window)));
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

static GtkWidget *
get_page (Fixture *self)
{
  GtkWidget *view = find_type (GTK_WIDGET (self->window), ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
}

/* Opens each view of the page in sight. */
static void
look_at_views (Fixture    *self,
               Look       *look,
               const char *place)
{
  static const char *const plan_views[] = { "board", "table", "timeline", "objectives", "details" };
  GtkWidget               *page = get_page (self);
  GtkWidget               *stack = find_type (page, ADW_TYPE_VIEW_STACK);

  /* A plan keeps which it showed last, and has them made when they are. */
  if (g_str_has_prefix (place, "plan:"))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (plan_views); i++)
        {
          g_autofree char *where = g_strdup_printf ("%s, %s", place, plan_views[i]);

          gtk_widget_activate_action (page, "plan.view", "s", plan_views[i]);
          look_at_window (self, look, where);
        }
    }
  else if (stack != NULL)
    {
      g_autoptr(GListModel) views = G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (stack)));

      for (guint i = 0; i < g_list_model_get_n_items (views); i++)
        {
          g_autoptr(AdwViewStackPage) view = g_list_model_get_item (views, i);
          g_autofree char *where = g_strdup_printf ("%s, %s", place, adw_view_stack_page_get_name (view));

          adw_view_stack_set_visible_child (ADW_VIEW_STACK (stack), adw_view_stack_page_get_child (view));
          look_at_window (self, look, where);
        }
    }
  else
    {
      look_at_window (self, look, place);
    }
}

static void
close_dialog (Fixture *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);

  settle ();
}

/* The dialogs that name an account */
static void
look_at_dialogs (Fixture *self,
                 Look    *look)
{
  static const char *const actions[] = { "win.new-plan", "win.new-accelerator", "win.edit-calendar",
                                         "win.export-account", "win.preview-account", "win.export-events" };
  GtkWidget               *entry, *row;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), actions[i], "x", SEALED);
      look_at_window (self, look, actions[i]);
      close_dialog (self);
    }

  /* Who looks for the real name finds the codename. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find", NULL);
  settle ();
  entry = find_type (
      GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window))), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Volquarra");

  while ((row = find_type (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window))),
                           QD_TYPE_PALETTE_ROW)) == NULL ||
         qd_palette_row_get_item (QD_PALETTE_ROW (row))->group != QD_PALETTE_ACCOUNT)
    g_main_context_iteration (NULL, TRUE);

  look->typed = FALSE;
  look_at_window (self, look, "win.find");
  close_dialog (self);

  /* Nor does a line in which it is typed say it again. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.add-task", NULL);
  settle ();
  entry = find_type (
      GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window))), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ask Volquarra #Volquarra");
  look_at_window (self, look, "win.add-task");
  close_dialog (self);
}

/* Returns: how many places say what is sealed */
static guint
look_everywhere (Fixture *self,
                 gboolean typed)
{
  Look           look = { qd_name_book_get (self->portfolio), NULL, typed, NULL, 0 };
  GPtrArray     *plans = qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, SEALED);
  GHashTableIter iter;
  gpointer       sentence;
  guint          n_found;

  look.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      qd_window_show (self->window, places[i]);
      look_at_views (self, &look, places[i]);
    }

  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *id = qd_record_format_id (qd_record_get_id (g_ptr_array_index (plans, i)));
      g_autofree char *place = g_strconcat ("plan:", id, NULL);

      qd_window_show (self->window, place);
      look_at_views (self, &look, place);
    }

  look_at_dialogs (self, &look);
  g_hash_table_iter_init (&iter, look.found);

  while (g_hash_table_iter_next (&iter, &sentence, NULL))
    g_printerr ("%s\n", (char *)sentence);

  g_test_message ("%u texts", look.n_texts);
  g_assert_cmpuint (look.n_texts, >, 2000);
  n_found = g_hash_table_size (look.found);
  g_hash_table_unref (look.found);
  qd_name_book_unref (look.book);

  return n_found;
}

/* Nothing in any view of the sample says who a sealed account is, not to the eyes and not to the ears. */
static void
test_views (Fixture      *self,
            gconstpointer data)
{
  g_assert_cmpuint (look_everywhere (self, TRUE), ==, 0);
}

/* A look that finds nothing must be one that would. */
static void
test_unsealed (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(QdNameBook) book = qd_name_book_get (self->portfolio);
  Look look = { book, NULL, TRUE, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };

  set_account (self, "seal", QD_SEAL_OFF);
  g_settings_set_boolean (self->settings, "show-codenames", FALSE);
  qd_window_show (self->window, "accounts");
  look_at_window (self, &look, "accounts");
  g_assert_cmpuint (g_hash_table_size (look.found), >, 0);
  g_settings_reset (self->settings, "show-codenames");
  g_hash_table_unref (look.found);
}

/* Whatever was typed of @type and stands in @property names the customer. */
static void
plant (Fixture    *self,
       gint64      parent,
       GType       type,
       const char *property)
{
  g_autoptr(GPtrArray) children = g_ptr_array_copy (
      qd_portfolio_peek_children (self->portfolio, type, parent), (GCopyFunc)(void (*) (void))g_object_ref, NULL);

  g_ptr_array_set_free_func (children, g_object_unref);

  for (guint i = 0; i < children->len; i++)
    {
      g_autoptr(QdRecord) draft = qd_record_dup_draft (g_ptr_array_index (children, i));

      g_object_set (draft, property, "Ask Volquarra Re (it@volquarra.example)", NULL);
      save (self, draft);
    }
}

/* Where a name was typed, its place on the screen has the codename. */
static void
test_typed (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(QdRecord) draft = qd_record_dup_draft (get_account (self));
  GPtrArray *plans;

  g_object_set (draft, "next-step", "Call Volquarra", "links", "Volquarra https://volquarra.example/wiki", NULL);
  save (self, draft);
  plant (self, SEALED, QD_TYPE_ACTIVITY, "subject");
  plant (self, SEALED, QD_TYPE_ACTIVITY, "notes");
  plant (self, SEALED, QD_TYPE_FOLLOW_UP, "what");
  plant (self, SEALED, QD_TYPE_HEALTH, "reason");
  plant (self, SEALED, QD_TYPE_PLAN, "name");
  plant (self, SEALED, QD_TYPE_TICKET, "subject");
  plant (self, SEALED, QD_TYPE_TICKET, "owner");
  plant (self, SEALED, QD_TYPE_TICKET, "business-reason");
  plant (self, SEALED, QD_TYPE_ESCALATION, "name");
  plant (self, SEALED, QD_TYPE_ESCALATION, "channel");
  plant (self, SEALED, QD_TYPE_TENANT, "name");
  plant (self, TENANT, QD_TYPE_TENANT_CONTACT, "role");
  plant (self, TENANT, QD_TYPE_SWITCHBOARD_ACCESS, "reason");
  plant (self, TENANT, QD_TYPE_MAINTENANCE, "reason");
  plant (self, MIGRATING, QD_TYPE_MIGRATION_WAVE, "name");
  plant (self, MIGRATING, QD_TYPE_MIGRATION_WAVE, "scope");
  plans = qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, SEALED);

  for (guint i = 0; i < plans->len; i++)
    {
      gint64 plan = qd_record_get_id (g_ptr_array_index (plans, i));

      plant (self, plan, QD_TYPE_PHASE, "name");
      plant (self, plan, QD_TYPE_TASK, "title");
      plant (self, plan, QD_TYPE_OBJECTIVE, "name");
    }

  g_assert_cmpuint (look_everywhere (self, FALSE), ==, 0);
}

static void
assert_label (QdSealedLabel *label,
              const char    *shown)
{
  g_assert_cmpstr (qd_sealed_label_get_shown (label), ==, shown);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, "Razorbill");
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);

  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

/* What holds the veil up, and what lets it fall */
static void
test_label (Fixture      *self,
            gconstpointer data)
{
  GtkWidget       *button;
  QdSealedLabel   *label;
  QdVeil          *veil = qd_veil_get (GTK_WIDGET (self->window));
  g_autofree char *copied = NULL;

  qd_window_show (self->window, SEALED_PLACE);
  settle ();
  label = QD_SEALED_LABEL (find_type (get_page (self), QD_TYPE_SEALED_LABEL));
  button = find_type (get_page (self), QD_TYPE_REVEAL_BUTTON);
  g_assert_nonnull (button);
  assert_label (label, "Razorbill");

  gtk_widget_set_state_flags (button, GTK_STATE_FLAG_ACTIVE, FALSE);
  assert_label (label, "Volquarra Re");
  gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_ACTIVE);
  assert_label (label, "Razorbill");

  /* What is copied is the codename, whatever is seen. */
  qd_veil_set_lifted (veil, TRUE);
  assert_label (label, "Volquarra Re");
  g_assert_true (gtk_widget_activate_action (get_page (self), "account.copy-name", NULL));
  copied = read_clipboard (GTK_WIDGET (self->window));
  g_assert_cmpstr (copied, ==, "Razorbill");

  /* A page that goes out of sight takes its secret with it. */
  qd_window_show (self->window, "accounts");
  settle ();
  g_assert_false (qd_veil_is_lifted (veil));

  /* What is not sealed any more has its name. */
  set_account (self, "seal", QD_SEAL_OFF);
  g_settings_set_boolean (self->settings, "show-codenames", FALSE);
  qd_window_show (self->window, SEALED_PLACE);
  settle ();
  label = QD_SEALED_LABEL (find_type (get_page (self), QD_TYPE_SEALED_LABEL));
  g_assert_cmpstr (qd_sealed_label_get_shown (label), ==, "Volquarra Re");
  g_assert_null (find_type (get_page (self), QD_TYPE_REVEAL_BUTTON));
  g_settings_reset (self->settings, "show-codenames");
}

static AdwComboRow *
find_policy (Fixture *self)
{
  GtkWidget *group = find_type (get_page (self), QD_TYPE_SEAL_GROUP);

  return ADW_COMBO_ROW (find_type (group, ADW_TYPE_COMBO_ROW));
}

/* The policy of an account is chosen on its page, and one step takes it back. */
static void
test_policy (Fixture      *self,
             gconstpointer data)
{
  qd_window_show (self->window, SEALED_PLACE);
  settle ();
  g_assert_cmpuint (adw_combo_row_get_selected (find_policy (self)), ==, 0);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (find_policy (self))), ==, "Usual (Strict)");
  g_assert_null (find_type (get_page (self), ADW_TYPE_SWITCH_ROW));

  /* Who begins to choose has chosen what held until then. */
  adw_combo_row_set_selected (find_policy (self), 1 + QD_SEAL_CUSTOM);
  settle ();
  g_assert_cmpint (get_account (self)->seal, ==, QD_SEAL_CUSTOM);
  g_assert_cmpstr (get_account (self)->sealed, ==, "name aliases domains people");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_type (get_page (self), ADW_TYPE_SWITCH_ROW)), FALSE);
  settle ();
  g_assert_cmpstr (get_account (self)->sealed, ==, "aliases domains people");
  g_assert_cmpuint (qd_account_get_seal (get_account (self)), ==, QD_SEAL_PARTS & ~QD_SEAL_PART_NAME);
  qd_test_undo (self->store);
  qd_test_undo (self->store);
  g_assert_true (get_account (self)->seal == (QdSeal)QD_ENUM_NONE);
  g_assert_null (get_account (self)->sealed);
  g_assert_cmpuint (adw_combo_row_get_selected (find_policy (self)), ==, 0);
}

static GtkWidget *
find_button_row (GtkWidget  *root,
                 const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_BUTTON_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button_row (child, title);

  return found;
}

static AdwDialog *
get_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static void
copy_as (Fixture    *self,
         const char *style)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.copy-as", "s", style);
  settle ();
}

/* A copy waits for what is decided about a name, as a file does; a reason is kept, and shown. */
static void
test_copies (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(QdRecord) draft = qd_record_dup_draft (get_account (self));
  g_autofree char *clean = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *given = NULL;
  GtkWidget       *row;

  qd_window_show (self->window, SEALED_PLACE);
  settle ();
  copy_as (self, "slack");
  clean = read_clipboard (GTK_WIDGET (self->window));
  g_assert_true (g_str_has_prefix (clean, "*Razorbill*"));

  g_object_set (draft, "next-step", "Call Volquarra", NULL);
  save (self, draft);
  copy_as (self, "gitlab");
  g_assert_true (QD_IS_EXIT_DIALOG (get_dialog (self)));
  waiting = read_clipboard (GTK_WIDGET (self->window));
  g_assert_cmpstr (waiting, ==, clean);
  g_signal_emit_by_name (find_button_row (GTK_WIDGET (get_dialog (self)), "Replace _All"), "activated");
  settle ();
  replaced = read_clipboard (GTK_WIDGET (self->window));
  g_assert_nonnull (strstr (replaced, "Call Razorbill"));
  g_assert_null (strstr (replaced, "Volquarra"));

  copy_as (self, "gitlab");
  row = find_type (GTK_WIDGET (get_dialog (self)), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "Legal has to know");
  g_signal_emit_by_name (find_button_row (GTK_WIDGET (get_dialog (self)), "_Let It Out"), "activated");
  settle ();
  given = read_clipboard (GTK_WIDGET (self->window));
  g_assert_nonnull (strstr (given, "Call Volquarra"));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.disclosures", NULL);
  settle ();
  row = find_type (GTK_WIDGET (get_dialog (self)), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Legal has to know");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Colleagues · Copied to the clipboard · Razorbill"));
  close_dialog (self);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(name, func) g_test_add ("/sealing/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("views", test_views);
  ADD ("unsealed", test_unsealed);
  ADD ("typed", test_typed);
  ADD ("label", test_label);
  ADD ("policy", test_policy);
  ADD ("copies", test_copies);

  return g_test_run ();
}
