/* qd-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-application"

#include "qd-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "qd-config.h"
#include "qd-day-words.h"
#include "qd-help-dialog.h"
#include "qd-kinds.h"
#include "qd-menu-names.h"
#include "qd-preferences.h"
#include "qd-shortcuts-dialog.h"
#include "qd-week.h"
#include "qd-window.h"

/**
 * QdApplication:
 *
 * Opens the database and shows it in a window. One process serves one database:
 * a second start of the same one raises the window that is there.
 */
struct _QdApplication
{
  AdwApplication parent_instance;

  char          *path;
  GSettings     *settings;
  QdStore       *store;
  QdPortfolio   *portfolio;
};

G_DEFINE_FINAL_TYPE (QdApplication, qd_application, ADW_TYPE_APPLICATION)

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  gboolean   loaded = qd_portfolio_load_finish (QD_PORTFOLIO (object), result, &error);

  if (!QD_IS_WINDOW (window))
    return;

  if (loaded)
    qd_window_show_portfolio (QD_WINDOW (window));
  else
    qd_window_show_failure (QD_WINDOW (window), self->path, error);
}

/* The folder is the person's own: what customers said is nobody else's business. */
static void
ensure_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_str_equal (path, ":memory:"))
    g_mkdir_with_parents (folder, 0700);
}

static void
qd_application_open_store (QdApplication *self)
{
  if (self->store != NULL)
    return;

  if (self->path == NULL)
    self->path = qd_kinds_dup_default_path ();

  ensure_folder (self->path);
  self->store = qd_kinds_open_store (self->path);
  qd_store_watch (self->store);
  self->portfolio = qd_kinds_new_portfolio (self->store);
}

static void
qd_application_activate (GApplication *app)
{
  QdApplication *self = QD_APPLICATION (app);
  GtkWindow     *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (window == NULL)
    {
      qd_application_open_store (self);
      window = GTK_WINDOW (qd_window_new (GTK_APPLICATION (app), self->portfolio, self->settings));
      qd_portfolio_load_async (self->portfolio, NULL, load_cb, g_object_ref (self));
    }

  gtk_window_present (window);
}

static int
qd_application_handle_local_options (GApplication *app,
                                     GVariantDict *options)
{
  QdApplication *self = QD_APPLICATION (app);
  const char    *path;

  if (g_variant_dict_lookup (options, "database", "^&ay", &path))
    {
      g_set_str (&self->path, path);
      /* Another database is another process; uniqueness is for the usual one. */
      g_application_set_flags (app, g_application_get_flags (app) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window;

  /* A field that is being edited keeps what it has when it loses the focus; the
   * store finishes what is queued before it closes. A dialog does not stand in
   * the way. */
  while ((window = gtk_application_get_active_window (user_data)))
    {
      gtk_window_set_focus (window, NULL);
      gtk_window_destroy (window);
    }

  g_application_quit (user_data);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_show_about_dialog (GTK_WIDGET (window),
                         "application-name", _ ("Quarterdeck"),
                         "application-icon", QD_APPLICATION_ID,
                         "version", QD_VERSION,
                         "developer-name", _ ("The Quarterdeck developers"),
                         "copyright", "© 2026 The Quarterdeck developers",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Accounts, success plans and what was promised, on your own machine."),
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  QdApplication *self = user_data;
  GtkWindow     *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    adw_dialog_present (qd_preferences_new (self->settings), GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    adw_dialog_present (qd_shortcuts_dialog_new (), GTK_WIDGET (window));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    adw_dialog_present (qd_help_dialog_new (), GTK_WIDGET (window));
}

static const GActionEntry actions[] = {
  { "help", help_cb },
  { "quit", quit_cb },
  { "about", about_cb },
  { "preferences", preferences_cb },
  { "shortcuts", shortcuts_cb },
};

static void
date_style_changed_cb (QdApplication *self)
{
  qd_day_set_style (g_settings_get_enum (self->settings, "date-style"));
}

static void
first_weekday_changed_cb (QdApplication *self)
{
  qd_week_set_first_weekday (g_settings_get_enum (self->settings, "first-weekday"));
}

static void
qd_application_startup (GApplication *app)
{
  QdApplication *self = QD_APPLICATION (app);

  G_APPLICATION_CLASS (qd_application_parent_class)->startup (app);

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
  qd_shortcuts_install (GTK_APPLICATION (app));
  qd_menu_names_install ();

  /* Fields are edited where they stand: a key that lands in one must not replace
   * what it has. */
  g_object_set (gtk_settings_get_default (), "gtk-entry-select-on-focus", FALSE, NULL);

  self->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  g_signal_connect_object (
      self->settings, "changed::date-style", G_CALLBACK (date_style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->settings, "changed::first-weekday", G_CALLBACK (first_weekday_changed_cb), self, G_CONNECT_SWAPPED);
  date_style_changed_cb (self);
  first_weekday_changed_cb (self);
}

static void
qd_application_shutdown (GApplication *app)
{
  QdApplication *self = QD_APPLICATION (app);

  G_APPLICATION_CLASS (qd_application_parent_class)->shutdown (app);

  g_clear_object (&self->portfolio);

  if (self->store != NULL)
    qd_store_close (self->store);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
}

static void
qd_application_finalize (GObject *object)
{
  QdApplication *self = QD_APPLICATION (object);

  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (qd_application_parent_class)->finalize (object);
}

static void
qd_application_class_init (QdApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qd_application_finalize;
  app_class->activate = qd_application_activate;
  app_class->handle_local_options = qd_application_handle_local_options;
  app_class->shutdown = qd_application_shutdown;
  app_class->startup = qd_application_startup;
}

static void
qd_application_init (QdApplication *self)
{
  const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use another database"), N_ ("FILE") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

QdApplication *
qd_application_new (void)
{
  return g_object_new (QD_TYPE_APPLICATION,
                       "application-id", QD_APPLICATION_ID,
                       "resource-base-path", "/io/gitlab/quarterdeck/Quarterdeck",
                       "version", QD_VERSION,
                       NULL);
}
