/* qd-past.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-past"
#define G_SETTINGS_ENABLE_BACKEND

#include "qd-past.h"

#include <gio/gsettingsbackend.h>
#include <glib/gi18n.h>

#include "qd-as-of-dialog.h"
#include "qd-compare-dialog.h"
#include "qd-day-words.h"
#include "qd-history-page.h"
#include "qd-kinds.h"
#include "qd-record-json.h"
#include "qd-since-dialog.h"
#include "qd-window.h"

/* Lives with the window, which owns it. */
typedef struct
{
  GtkApplicationWindow *window;
  AdwNavigationView    *pages; /* unowned: the window's, as the actions are */
  QdPortfolio          *portfolio;
} Past;

/* What a window on an earlier day shows; lives with that window. */
typedef struct
{
  QdWindow    *window; /* unowned: it owns this */
  QdStore     *store;
  QdPortfolio *then;
  QdPortfolio *now;
  int          day;
} View;

/* What changes something, or asks for what is to be changed: there is no use for it where nothing can be. */
static const char *const window_edits[] = { "undo", "redo", "new", "new-account", "add-task", "import", "import-file",
                                            "new-plan", "new-accelerator", "save-template", "edit-calendar", "log-event",
                                            "load-sample", "remove-sample", "templates", "as-of", "show-history",
                                            "since", "what-changed" };
static const char *const page_edits[] = { "page.new", "account.judge", "account.new-plan", "account.start-onboarding",
                                          "account.calendar", "account.duplicate", "account.archive", "account.unarchive",
                                          "account.delete", "plan.duplicate", "plan.delete", "plan.calendar",
                                          "plan.our-calendar" };

static void
past_free (gpointer data)
{
  Past *self = data;

  g_object_unref (self->portfolio);
  g_free (self);
}

static void
view_free (gpointer data)
{
  View *view = data;

  g_object_unref (view->then);
  g_object_unref (view->now);
  qd_store_close (view->store);
  g_object_unref (view->store);
  g_free (view);
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  View *view = user_data;

  adw_dialog_present (qd_compare_dialog_new (view->then, view->now, view->day, 0), GTK_WIDGET (view->window));
}

static const GActionEntry view_actions[] = {
  { "compare", compare_cb },
};

static GtkWidget *
create_button (const char *label,
               const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

/* How late things are goes by the clock, which is the one of today. */
static GtkWidget *
create_banner (int day)
{
  g_autofree char *words = qd_day_dup_display (day);
  g_autofree char *text = g_strdup_printf (_ ("As it was on %s · cannot be changed"), words);
  GtkWidget       *handle = gtk_window_handle_new ();
  GtkWidget       *box = adw_wrap_box_new ();
  GtkWidget       *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *title = gtk_label_new (text);
  GtkWidget       *note = gtk_label_new (_ ("What is late, and by how much, is told as of today."));

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (note, "caption");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), note);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (box), ADW_JUSTIFY_SPREAD);
  adw_wrap_box_append (ADW_WRAP_BOX (box), texts);
  adw_wrap_box_append (ADW_WRAP_BOX (box), create_button (_ ("Compare with _Now"), "win.compare"));
  adw_wrap_box_append (ADW_WRAP_BOX (box), create_button (_ ("_Close"), "window.close"));
  gtk_widget_add_css_class (box, "past-banner");
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), box);

  return handle;
}

/* Puts the banner above all that the window shows. */
static void
add_banner (QdWindow *window,
            int       day)
{
  GtkWidget *content = g_object_ref (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)));
  GtkWidget *view = adw_toolbar_view_new ();

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), NULL);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_banner (day));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  g_object_unref (content);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdWindow) window = user_data;
  g_autoptr(GError) error = NULL;

  if (!qd_portfolio_load_finish (QD_PORTFOLIO (object), result, &error))
    qd_shell_report (window, error);
  else if (gtk_widget_get_realized (GTK_WIDGET (window)))
    qd_window_show_portfolio (window);
}

static void
disable (QdWindow *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (window_edits); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), window_edits[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
    }
}

/* The window keeps nothing of where it was left: the settings are of the usual one. */
static void
show_past (QdStore *store,
           int      day,
           gpointer user_data)
{
  Past *self = g_object_get_data (G_OBJECT (user_data), "qd-past");
  g_autoptr(GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr(GSettings) settings = g_settings_new_with_backend ("io.gitlab.quarterdeck.Quarterdeck", backend);
  GtkApplication  *app = gtk_window_get_application (GTK_WINDOW (self->window));
  View            *view;
  g_autofree char *words = qd_day_dup_display (day);
  g_autofree char *title = g_strdup_printf (_ ("Quarterdeck on %s"), words);

  /* The window was closed meanwhile. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self->window)))
    {
      qd_store_close (store);
      g_object_unref (store);
      return;
    }

  view = g_new0 (View, 1);
  view->store = store;
  view->then = qd_kinds_new_portfolio (store);
  view->now = g_object_ref (self->portfolio);
  view->day = day;
  view->window = qd_window_new (app, view->then, settings);
  gtk_window_set_title (GTK_WINDOW (view->window), title);
  g_action_map_add_action_entries (G_ACTION_MAP (view->window), view_actions, G_N_ELEMENTS (view_actions), view);
  g_object_set_data_full (G_OBJECT (view->window), "qd-past-view", view, view_free);
  disable (view->window);
  add_banner (view->window, day);
  g_signal_connect_object (
      self->window, "destroy", G_CALLBACK (gtk_window_destroy), view->window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (view->window));
  qd_portfolio_load_async (view->then, NULL, loaded_cb, g_object_ref (view->window));
}

static void
as_of_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  Past *self = user_data;

  adw_dialog_present (qd_as_of_dialog_new (self->portfolio, show_past, g_object_ref (self->window), g_object_unref),
                      GTK_WIDGET (self->window));
}

static void
since_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  Past *self = user_data;

  adw_dialog_present (qd_since_dialog_new (self->portfolio, g_variant_get_int64 (parameter)), GTK_WIDGET (self->window));
}

static void
what_changed_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  Past *self = user_data;

  adw_dialog_present (qd_since_dialog_new (self->portfolio, 0), GTK_WIDGET (self->window));
}

/* (table, id): a page of its own, from which one goes back to where one was */
static void
show_history_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  Past              *self = user_data;
  const char        *table;
  gint64             id;
  g_autofree char   *text = NULL;
  g_autofree char   *place = NULL;
  AdwNavigationPage *page;

  g_variant_get (parameter, "(&sx)", &table, &id);
  text = qd_record_format_id (id);
  place = g_strdup_printf ("history:%s:%s", table, text);
  page = adw_navigation_view_find_page (self->pages, place);

  if (page != NULL)
    {
      adw_navigation_view_pop_to_page (self->pages, page);
      return;
    }

  page = ADW_NAVIGATION_PAGE (qd_history_page_new_for_record (self->portfolio, table, id));
  adw_navigation_page_set_tag (page, place);
  adw_navigation_view_push (self->pages, page);
}

static const GActionEntry actions[] = {
  { "as-of", as_of_cb },
  { "since", since_cb, "x" },
  { "what-changed", what_changed_cb },
  { "show-history", show_history_cb, "(sx)" },
};

void
qd_past_install (GtkApplicationWindow *window,
                 AdwNavigationView    *pages,
                 QdPortfolio          *portfolio)
{
  Past *self = g_new0 (Past, 1);

  self->window = window;
  self->pages = pages;
  self->portfolio = g_object_ref (portfolio);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (window), "qd-past", self, past_free);
}

/* What shows a value and changes it; what is reached by a verb is dealt with by its action. */
static gboolean
is_choice (GtkWidget *widget)
{
  return ADW_IS_COMBO_ROW (widget) || ADW_IS_SWITCH_ROW (widget) || ADW_IS_SPIN_ROW (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget);
}

/* Text can still be selected and copied. */
static void
limit_fields (GtkWidget *widget)
{
  if (is_choice (widget))
    {
      gtk_widget_set_sensitive (widget, FALSE);
      return;
    }

  if (GTK_IS_EDITABLE (widget) && !GTK_IS_SEARCH_ENTRY (widget))
    gtk_editable_set_editable (GTK_EDITABLE (widget), FALSE);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (widget), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    limit_fields (child);
}

/* On a page over a portfolio that cannot be changed, what would change it is not offered. */
void
qd_past_limit_page (AdwNavigationPage *page,
                    QdPortfolio       *portfolio)
{
  gboolean is_of_record = FALSE;

  if (page == NULL || !qd_store_is_read_only (qd_portfolio_get_store (portfolio)))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (page_edits); i++)
    {
      for (guint j = 0; TRUE; j++)
        {
          GType               owner;
          const char         *name, *property;
          const GVariantType *type;

          if (!gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (page), j, &owner, &name, &type, &property))
            break;

          if (!g_str_equal (name, page_edits[i]))
            continue;

          gtk_widget_action_set_enabled (GTK_WIDGET (page), name, FALSE);
          is_of_record = is_of_record || !g_str_has_prefix (name, "page.");
        }
    }

  /* On the others, what looks like a field chooses what is shown. */
  if (is_of_record)
    limit_fields (GTK_WIDGET (page));
}
