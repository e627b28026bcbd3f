/* qd-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-application"

#include "qd-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "qd-backups-window.h"
#include "qd-config.h"
#include "qd-daily-check.h"
#include "qd-day-words.h"
#include "qd-errands.h"
#include "qd-file.h"
#include "qd-help-dialog.h"
#include "qd-help-topics.h"
#include "qd-kinds.h"
#include "qd-menu-names.h"
#include "qd-notifier.h"
#include "qd-preferences.h"
#include "qd-search-provider.h"
#include "qd-shell.h"
#include "qd-shortcuts-dialog.h"
#include "qd-trouble.h"
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
  AdwApplication    parent_instance;

  char             *path;
  GSettings        *settings;
  QdStore          *store;
  QdPortfolio      *portfolio;
  gboolean          loaded;  /* the portfolio is, or could not be */
  GError           *failure; /* (nullable): why it could not */
  QdErrands        *errands;
  QdSearchProvider *search;
  QdNotifier       *notifier; /* NULL until there is something to notify of */
  GtkWindow        *window;   /* nullable (unowned): on the present; beside it there may be one on an earlier day */
  GCancellable     *check;    /* of the file, while it is open */
  guint             check_id;
  char             *draft;   /* nullable: to be put in the place of the database when it is reopened */
  QdBackups        *backups; /* NULL until there is something to keep */
};

G_DEFINE_FINAL_TYPE (QdApplication, qd_application, ADW_TYPE_APPLICATION)

/* In seconds: how often it asks whether a day has begun that had no check yet */
#define CHECK_INTERVAL (60 * 60)

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(QdApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  GtkWindow *window = self->window;

  if (qd_daily_check_finish (QD_STORE (object), result, &error) || QD_STORE (object) != self->store)
    return;

  if (qd_trouble_of (error) == QD_TROUBLE_DAMAGED && QD_IS_WINDOW (window))
    qd_window_show_damage (QD_WINDOW (window), self->path, error);
  else
    g_debug ("The file was not checked: %s", error->message);
}

/* A GSourceFunc */
static gboolean
check_cb (gpointer user_data)
{
  QdApplication *self = user_data;

  if (!g_str_equal (self->path, ":memory:"))
    qd_daily_check_async (self->store, self->path, qd_day_today (), self->check, checked_cb, g_object_ref (self));

  return G_SOURCE_CONTINUE;
}

/* A file that could not be read is not to become a backup. */
static void
qd_application_start_backups (QdApplication *self,
                              QdWindow      *window)
{
  if (g_str_equal (self->path, ":memory:"))
    return;

  if (self->backups == NULL)
    {
      self->backups = qd_backups_new (self->path);
      g_settings_bind (self->settings, "backup-folder", self->backups, "extra-folder", G_SETTINGS_BIND_DEFAULT);
      qd_backups_start (self->backups);
    }

  qd_backups_install (ADW_APPLICATION_WINDOW (window), self->portfolio, self->backups);
}

/* A GSourceFunc: once the window stands, which takes the focus when it first does */
static gboolean
errands_cb (gpointer user_data)
{
  QdApplication *self = user_data;

  if (self->window != NULL && self->loaded && self->failure == NULL)
    qd_errands_run (self->errands, G_ACTION_GROUP (self->window));

  return G_SOURCE_REMOVE;
}

/* To be called where there is both a window and a portfolio that was loaded. */
static void
qd_application_fill_window (QdApplication *self)
{
  if (self->failure != NULL)
    {
      qd_window_show_failure (QD_WINDOW (self->window), self->path, self->failure);
      qd_errands_clear (self->errands);
      return;
    }

  qd_window_show_portfolio (QD_WINDOW (self->window));
  qd_application_start_backups (self, QD_WINDOW (self->window));

  if (self->check_id == 0)
    {
      check_cb (self);
      self->check_id = g_timeout_add_seconds (CHECK_INTERVAL, check_cb, self);
    }

  /* Another database is not the one that one is notified of. */
  if (self->notifier == NULL && !(g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_NON_UNIQUE))
    self->notifier = qd_notifier_new (G_APPLICATION (self), self->settings, self->portfolio);

  g_idle_add_full (G_PRIORITY_LOW, errands_cb, g_object_ref (self), g_object_unref);
}

/* Once there is an answer for it, good or bad */
static void
qd_application_tell_search (QdApplication *self)
{
  if (self->loaded)
    qd_search_provider_set_portfolio (self->search, self->failure == NULL ? self->portfolio : NULL);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  qd_portfolio_load_finish (QD_PORTFOLIO (object), result, &error);

  if (QD_PORTFOLIO (object) != self->portfolio)
    return;

  self->loaded = TRUE;
  self->failure = g_steal_pointer (&error);
  qd_application_tell_search (self);

  if (self->window != NULL)
    qd_application_fill_window (self);
}

static void
qd_application_bound_history (QdApplication *self)
{
  if (self->store != NULL)
    qd_store_set_history_limit (self->store, g_settings_get_int (self->settings, "history-limit") * G_GINT64_CONSTANT (1000000));
}

static void
qd_application_open_store (QdApplication *self)
{
  if (self->store != NULL)
    return;

  if (self->path == NULL)
    self->path = qd_kinds_dup_default_path ();

  qd_kinds_prepare_folder (self->path);
  self->store = qd_kinds_open_store (self->path);
  qd_store_watch (self->store);
  self->check = g_cancellable_new ();
  qd_application_bound_history (self);
  self->portfolio = qd_kinds_new_portfolio (self->store);
  qd_portfolio_load_async (self->portfolio, NULL, load_cb, g_object_ref (self));
}

static void
qd_application_close_store (QdApplication *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);

  if (self->backups != NULL)
    qd_backups_stop (self->backups);

  g_clear_object (&self->backups);
  g_clear_object (&self->notifier);
  qd_search_provider_set_portfolio (self->search, NULL);
  g_clear_object (&self->portfolio);
  g_clear_error (&self->failure);
  self->loaded = FALSE;

  if (self->store != NULL)
    qd_store_close (self->store);

  g_clear_object (&self->store);
}

static void
window_gone_cb (QdApplication *self)
{
  self->window = NULL;
}

static void
qd_application_activate (GApplication *app)
{
  QdApplication *self = QD_APPLICATION (app);

  if (self->window == NULL)
    {
      qd_application_open_store (self);
      self->window = GTK_WINDOW (qd_window_new (GTK_APPLICATION (app), self->portfolio, self->settings));
      g_signal_connect_object (self->window, "destroy", G_CALLBACK (window_gone_cb), self, G_CONNECT_SWAPPED);

      if (self->loaded)
        qd_application_fill_window (self);
    }
  else if (self->loaded && self->failure == NULL)
    {
      qd_errands_run (self->errands, G_ACTION_GROUP (self->window));
    }

  gtk_window_present (self->window);
}

static void
qd_application_open (GApplication *app,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      qd_errands_add (QD_APPLICATION (app)->errands, "open-link", g_variant_new_string (uri));
    }
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

  return qd_errands_handle_options (app, options);
}

/* A field that is being edited keeps what it has when it loses the focus; the
 * store finishes what is queued before it closes. A dialog does not stand in
 * the way. */
static void
qd_application_close_windows (QdApplication *self)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))))
    {
      gtk_window_set_focus (window, NULL);
      gtk_window_destroy (window);
    }
}

static void
search_wanted_cb (QdApplication *self)
{
  qd_application_open_store (self);
  qd_application_tell_search (self);
}

static void
search_open_cb (QdApplication *self,
                const char    *uri)
{
  qd_errands_add (self->errands, "open-link", g_variant_new_string (uri));
}

static void
search_find_cb (QdApplication *self,
                const char    *words)
{
  qd_errands_add (self->errands, "find-words", g_variant_new_string (words));
}

static gboolean
qd_application_dbus_register (GApplication    *app,
                              GDBusConnection *connection,
                              const char      *object_path,
                              GError         **error)
{
  return G_APPLICATION_CLASS (qd_application_parent_class)->dbus_register (app, connection, object_path, error) &&
         qd_search_provider_export (QD_APPLICATION (app)->search, connection, object_path, error);
}

static void
qd_application_dbus_unregister (GApplication    *app,
                                GDBusConnection *connection,
                                const char      *object_path)
{
  qd_search_provider_unexport (QD_APPLICATION (app)->search, connection);

  G_APPLICATION_CLASS (qd_application_parent_class)->dbus_unregister (app, connection, object_path);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  qd_application_close_windows (user_data);
  g_application_quit (user_data);
}

/* A GSourceFunc: not under the button that asked for it, which goes with its window */
static gboolean
reopen_cb (gpointer user_data)
{
  QdApplication   *self = user_data;
  g_autofree char *draft = g_steal_pointer (&self->draft);
  g_autofree char *aside = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  GtkWindow *window;

  g_application_hold (G_APPLICATION (self));
  qd_application_close_windows (self);
  qd_application_close_store (self);

  /* What is left of it could not be told from the file of another attempt. */
  if (draft != NULL && !(aside = qd_file_put_in_place (self->path, draft, &error)))
    g_remove (draft);

  g_application_activate (G_APPLICATION (self));
  window = self->window;

  if (error != NULL)
    {
      qd_shell_report (window, error);
    }
  else if (aside != NULL)
    {
      name = g_path_get_basename (aside);
      text = g_strdup_printf (_ ("The damaged file is kept as “%s”"), name);
      qd_shell_tell (window, text);
    }

  g_application_release (G_APPLICATION (self));

  return G_SOURCE_REMOVE;
}

/* With a file, that is put in the place of the database first: one made by a salvage or by a restore */
static void
reopen_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  QdApplication   *self = user_data;
  const char      *draft = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  g_autofree char *salvaged = g_strconcat (self->path, ".salvaged-", NULL);
  g_autofree char *restored = g_strconcat (self->path, ".restored-", NULL);

  /* Others on the bus may ask for it too. */
  if (draft != NULL && !g_str_has_prefix (draft, salvaged) && !g_str_has_prefix (draft, restored))
    return;

  g_set_str (&self->draft, draft);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, reopen_cb, g_object_ref (self), g_object_unref);
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
  GtkWindow     *window = self->window;

  if (window != NULL)
    adw_dialog_present (qd_preferences_new (self->settings, self->portfolio), GTK_WIDGET (window));
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

/* With a topic, at that */
static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    adw_dialog_present (qd_help_dialog_new (parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL),
                        GTK_WIDGET (window));
}

/* On what has the focus, or else on the page in sight */
static void
help_here_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  QdApplication   *self = user_data;
  GtkWindow       *window = gtk_application_get_active_window (user_data);
  g_autofree char *place = g_settings_get_string (self->settings, "place");
  const char      *topic;

  if (window == NULL)
    return;

  topic = qd_help_topics_find_for_widget (gtk_window_get_focus (window));
  adw_dialog_present (qd_help_dialog_new (topic != NULL ? topic : qd_help_topics_find_for_place (place)),
                      GTK_WIDGET (window));
}

static const GActionEntry actions[] = {
  { "help", help_cb },
  { "help-here", help_here_cb },
  { "help-topic", help_cb, "s" },
  { "quit", quit_cb },
  { "reopen", reopen_action_cb },
  { "put-in-place", reopen_action_cb, "s" },
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
  g_signal_connect_object (
      self->settings, "changed::history-limit", G_CALLBACK (qd_application_bound_history), self, G_CONNECT_SWAPPED);
  date_style_changed_cb (self);
  first_weekday_changed_cb (self);
}

static void
qd_application_shutdown (GApplication *app)
{
  QdApplication *self = QD_APPLICATION (app);

  G_APPLICATION_CLASS (qd_application_parent_class)->shutdown (app);

  qd_application_close_store (self);
  g_clear_object (&self->settings);
}

static void
qd_application_finalize (GObject *object)
{
  QdApplication *self = QD_APPLICATION (object);

  g_clear_object (&self->search);
  g_clear_pointer (&self->errands, qd_errands_free);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->draft, g_free);

  G_OBJECT_CLASS (qd_application_parent_class)->finalize (object);
}

static void
qd_application_class_init (QdApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qd_application_finalize;
  app_class->activate = qd_application_activate;
  app_class->dbus_register = qd_application_dbus_register;
  app_class->dbus_unregister = qd_application_dbus_unregister;
  app_class->handle_local_options = qd_application_handle_local_options;
  app_class->open = qd_application_open;
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
  self->errands = qd_errands_new (G_APPLICATION (self));
  self->search = qd_search_provider_new (G_APPLICATION (self));
  g_signal_connect_object (self->search, "wanted", G_CALLBACK (search_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "open", G_CALLBACK (search_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "find", G_CALLBACK (search_find_cb), self, G_CONNECT_SWAPPED);
}

QdApplication *
qd_application_new (void)
{
  return g_object_new (QD_TYPE_APPLICATION,
                       "application-id", QD_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/gitlab/quarterdeck/Quarterdeck",
                       "version", QD_VERSION,
                       NULL);
}
