/* test-backups-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-backup-words.h"
#include "qd-backups-dialog.h"
#include "qd-backups-window.h"
#include "qd-day-words.h"
#include "qd-test-backup.h"

typedef struct
{
  QdTestBackup base;
  QdBackups   *backups;
  GtkWidget   *window;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

/* Lets pages and dialogs come and go at their leisure: one that is closed while another page is on
 * its way is kept (libadwaita 1.7). */
static void
rest (void)
{
  for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2; g_get_monotonic_time () < end; g_usleep (1000))
    g_main_context_iteration (NULL, FALSE);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *fixture = user_data;

  qd_store_undo_async (fixture->base.store, NULL, NULL, NULL);
}

static const GActionEntry actions[] = {
  { "undo", undo_cb },
};

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  qd_test_backup_set_up (&fixture->base, NULL);
  fixture->backups = qd_backups_new (fixture->base.folder.path);
  fixture->window = adw_application_window_new (NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), gtk_label_new ("Page"));
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->window), actions, G_N_ELEMENTS (actions), fixture);
  qd_backups_install (ADW_APPLICATION_WINDOW (fixture->window), fixture->base.portfolio, fixture->backups);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  rest ();

  if (dialog != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
      adw_dialog_force_close (dialog);
    }

  /* It leaves slowly. */
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);

  qd_backups_stop (fixture->backups);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  qd_test_finalize (g_steal_pointer (&fixture->backups));
  qd_test_backup_tear_down (&fixture->base, NULL);
}

/* Returns: (transfer none) (nullable): the first widget under @root of @type whose @property begins with @text */
static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *property,
      const char *text)
{
  g_autofree char *value = NULL;
  GtkWidget       *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_object_get (root, property, &value, NULL);

      if (value != NULL && g_str_has_prefix (value, text) && gtk_widget_get_mapped (root))
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, property, text);

  return found;
}

static GtkWidget *
wait_for (Fixture    *fixture,
          GType       type,
          const char *property,
          const char *text)
{
  gint64     end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GtkWidget *found;

  for (; !(found = find (fixture->window, type, property, text)); g_usleep (1000))
    {
      if (g_get_monotonic_time () > end)
        g_test_message ("There is no “%s”", text);

      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }

  return found;
}

static GtkWidget *
wait_for_row (Fixture    *fixture,
              const char *title)
{
  return wait_for (fixture, ADW_TYPE_PREFERENCES_ROW, "title", title);
}

static void
wait_until_idle (Fixture *fixture)
{
  do
    g_main_context_iteration (NULL, TRUE);
  while (qd_backups_is_busy (fixture->backups));
}

static AdwBanner *
get_banner (Fixture *fixture)
{
  GtkWidget *box = adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window));

  return ADW_BANNER (gtk_widget_get_last_child (box));
}

static AdwDialog *
present (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "win.backups", NULL);
  settle ();

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
test_back_up_now (Fixture      *fixture,
                  gconstpointer data)
{
  AdwDialog *dialog = present (fixture);
  GtkWidget *row;

  g_assert_true (QD_IS_BACKUPS_DIALOG (dialog));
  wait_for_row (fixture, "No Backup Yet");
  row = wait_for_row (fixture, "Back Up _Now");
  gtk_widget_activate (row);
  wait_for_row (fixture, "Making a Backup…");
  row = wait_for_row (fixture, "Backed up just now");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "found whole"));
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "subtitle", "just now, ");

  /* Again: there is nothing new, and it says so. */
  gtk_widget_activate (wait_for_row (fixture, "Back Up _Now"));
  wait_for_row (fixture, "No change since ");
}

static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (&fixture->base, NULL, QD_BACKUP_MADE);
  g_autofree char *before = qd_test_dup_digest (fixture->base.folder.path);
  g_autofree char *changed = NULL;
  g_autofree char *now = NULL;
  GtkWidget       *row;

  qd_test_exec (fixture->base.store, "UPDATE account SET next_step = 'Another' WHERE name = 'Example Bank 0'");
  changed = qd_test_dup_digest (fixture->base.folder.path);
  present (fixture);
  row = wait_for (fixture, ADW_TYPE_ACTION_ROW, "subtitle", "just now, ");
  adw_action_row_activate (ADW_ACTION_ROW (row));

  /* What would change, what is in it, and only then the verb */
  row = wait_for (fixture, ADW_TYPE_ACTION_ROW, "subtitle", "1 changes back: “Falcon 0”");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Account");
  row = wait_for_row (fixture, "Records");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Account: 20 · "));
  row = wait_for_row (fixture, "Accounts");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Zürich Bank 1"));
  gtk_widget_activate_action (wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Restore"), "restore.apply", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "label", "Backup restored");
  now = qd_test_dup_digest (fixture->base.folder.path);
  g_assert_cmpstr (now, ==, before);

  /* The toast takes it back. */
  gtk_widget_activate (wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Undo"));
  qd_test_settle (fixture->base.store);

  while (g_strcmp0 (now, changed) != 0)
    {
      g_main_context_iteration (NULL, FALSE);
      qd_test_take (&now, qd_test_dup_digest (fixture->base.folder.path));
    }
}

/* There is nothing to restore where nothing would change. */
static void
test_same (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (&fixture->base, NULL, QD_BACKUP_MADE);

  present (fixture);
  adw_action_row_activate (ADW_ACTION_ROW (wait_for (fixture, ADW_TYPE_ACTION_ROW, "subtitle", "just now, ")));
  wait_for (fixture, ADW_TYPE_PREFERENCES_GROUP, "description", "Nothing: it holds exactly");
  g_assert_false (gtk_widget_get_sensitive (wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Restore")));
}

/* One that is not good says so, in the list and when it is opened. */
static void
test_bad (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *bad = g_build_filename (fixture->base.backups, "quarterdeck-2026-01-01T0000Z.db", NULL);
  g_autofree char *when = qd_day_dup_moment (1767225600); /* 1 January 2026 in UTC */
  GtkWidget       *row;

  g_assert_cmpint (g_mkdir_with_parents (fixture->base.backups, 0700), ==, 0);
  g_assert_true (g_file_set_contents (bad, "not a database", -1, NULL));
  present (fixture);
  row = wait_for_row (fixture, when);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Not good: "));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "is damaged"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "title", "This Backup Cannot Be Used");
}

/* A failure stays in sight until there is a backup. */
static void
test_failure_is_said (Fixture      *fixture,
                      gconstpointer data)
{
  g_assert_false (adw_banner_get_revealed (get_banner (fixture)));
  g_assert_true (g_file_set_contents (fixture->base.backups, "in the way", -1, NULL));
  qd_backups_make_async (fixture->backups, NULL, NULL, NULL);
  wait_until_idle (fixture);
  g_assert_true (adw_banner_get_revealed (get_banner (fixture)));
  g_assert_nonnull (strstr (adw_banner_get_title (get_banner (fixture)), fixture->base.backups));
  present (fixture);
  wait_for_row (fixture, "The last backup failed just now");

  g_remove (fixture->base.backups);
  qd_backups_make_async (fixture->backups, NULL, NULL, NULL);
  wait_until_idle (fixture);
  g_assert_false (adw_banner_get_revealed (get_banner (fixture)));
  wait_for_row (fixture, "Backed up just now");
}

static void
test_extra_folder (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(GSettings) settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  g_autofree char *extra = g_build_filename (fixture->base.folder.folder, "extra", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *names = NULL;
  GtkWidget       *row;

  g_settings_bind (settings, "backup-folder", fixture->backups, "extra-folder", G_SETTINGS_BIND_DEFAULT);
  g_assert_cmpint (g_mkdir (extra, 0700), ==, 0);
  present (fixture);
  row = wait_for_row (fixture, "Extra Folder");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "None."));

  qd_backups_set_extra_folder (fixture->backups, extra);
  kept = g_settings_get_string (settings, "backup-folder");
  g_assert_cmpstr (kept, ==, extra);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, extra);
  qd_backups_make_async (fixture->backups, NULL, NULL, NULL);
  wait_until_idle (fixture);
  names = qd_test_list_folder (extra);
  g_assert_true (g_str_has_suffix (names, ".db"));

  /* It goes away, and that is said as its own: there is a backup all the same. */
  qd_test_empty_folder (extra);
  g_rmdir (extra);
  qd_test_exec (fixture->base.store, "UPDATE account SET seats = 4711");
  qd_backups_make_async (fixture->backups, NULL, NULL, NULL);
  wait_until_idle (fixture);
  g_assert_cmpint (qd_backups_get_last_run (fixture->backups)->outcome, ==, QD_BACKUP_MADE);
  g_assert_nonnull (strstr (adw_banner_get_title (get_banner (fixture)), "extra folder"));
  g_assert_true (adw_banner_get_revealed (get_banner (fixture)));

  gtk_widget_activate_action (GTK_WIDGET (present (fixture)), "backups.forget-folder", NULL);
  g_clear_pointer (&kept, g_free);
  kept = g_settings_get_string (settings, "backup-folder");
  g_assert_cmpstr (kept, ==, "");
  wait_until_idle (fixture);
  g_assert_false (adw_banner_get_revealed (get_banner (fixture)));
  g_settings_unbind (fixture->backups, "extra-folder");
}

/* Each button without a text has a name, and each row can be reached by Tab. */
static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *row;

  present (fixture);
  row = wait_for_row (fixture, "Extra Folder");
  qd_backups_set_extra_folder (fixture->backups, fixture->base.folder.folder);
  settle ();
  g_assert_nonnull (find (row, GTK_TYPE_BUTTON, "tooltip-text", "Choose a Folder"));
  g_assert_nonnull (find (row, GTK_TYPE_BUTTON, "tooltip-text", "Copy No More"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  qd_backups_set_extra_folder (fixture->backups, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/backups-dialog/back-up-now", test_back_up_now);
  ADD ("/backups-dialog/restore", test_restore);
  ADD ("/backups-dialog/same", test_same);
  ADD ("/backups-dialog/bad", test_bad);
  ADD ("/backups-dialog/failure-is-said", test_failure_is_said);
  ADD ("/backups-dialog/extra-folder", test_extra_folder);
  ADD ("/backups-dialog/names", test_names);

  return g_test_run ();
}
