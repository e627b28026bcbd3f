/* qd-backups-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backups-dialog"

#include "qd-backups-dialog.h"

#include <glib/gi18n.h>

#include "qd-backup-words.h"
#include "qd-day-words.h"
#include "qd-restore-page.h"
#include "qd-shell.h"

/**
 * QdBackupsDialog:
 *
 * How the last backup went, those there are, and where else they go.
 */
struct _QdBackupsDialog
{
  AdwDialog            parent_instance;

  QdPortfolio         *portfolio;
  QdBackups           *backups;
  GCancellable        *cancellable;
  GPtrArray           *rows;  /* of the list */
  char                *known; /* the digest of what the list was made of */
  gboolean             asked; /* a person waits for the result */

  GtkWidget           *parent; /* nullable (weak): where it was asked for */
  AdwToastOverlay     *toasts;
  AdwNavigationView   *pages;
  AdwActionRow        *last;
  GtkStack            *sign;
  AdwPreferencesGroup *list;
  AdwActionRow        *extra;
  GtkWidget           *forget;
};

G_DEFINE_FINAL_TYPE (QdBackupsDialog, qd_backups_dialog, ADW_TYPE_DIALOG)

static void
add_toast (QdBackupsDialog *self,
           const char      *message,
           gboolean         undoable)
{
  /* Once it is closed, the window is where somebody looks. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    adw_toast_overlay_add_toast (self->toasts, qd_shell_create_toast (message, undoable));
  else if (self->parent != NULL && undoable)
    qd_shell_tell_undoable (self->parent, message);
  else if (self->parent != NULL)
    qd_shell_tell (self->parent, message);
}

static void
report (QdBackupsDialog *self,
        const GError    *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    add_toast (self, error->message, FALSE);
}

static void
restored_cb (QdBackupsDialog *self)
{
  adw_navigation_view_pop_to_tag (self->pages, "backups");
  add_toast (self, _ ("Backup restored"), TRUE);
}

static void
row_activated_cb (QdBackupsDialog *self,
                  AdwActionRow    *row)
{
  QdBackup  *backup = g_object_get_data (G_OBJECT (row), "qd-backup");
  GtkWidget *page = qd_restore_page_new (self->portfolio, self->backups, backup);

  g_signal_connect_object (page, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->pages, ADW_NAVIGATION_PAGE (page));
}

static GtkWidget *
create_row (QdBackupsDialog *self,
            QdBackup        *backup,
            gint64           now)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *when = qd_day_dup_moment (backup->instant);
  g_autofree char *facts = qd_backup_dup_facts (backup, now);
  GtkWidget       *image = g_object_new (GTK_TYPE_IMAGE,
                                         "icon-name", backup->is_good ? "go-next-symbolic" : "dialog-warning-symbolic",
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                         NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "qd-backup", qd_backup_copy (backup), (GDestroyNotify)qd_backup_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* Returns: (transfer full): the same for two lists that look the same to a person */
static char *
dup_known (GPtrArray *backups,
           gint64     now)
{
  GString *known = g_string_new (NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      QdBackup        *backup = g_ptr_array_index (backups, i);
      g_autofree char *facts = qd_backup_dup_facts (backup, now);

      g_string_append_printf (known, "%s\n%s\n", backup->path, facts);
    }

  return g_string_free_and_steal (known);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdBackupsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) backups = qd_backups_list_finish (result, &error);
  g_autofree char *known = NULL;
  gint64           now = g_get_real_time () / G_USEC_PER_SEC;

  if (self->list == NULL)
    return; /* it is closed */

  if (backups == NULL)
    {
      report (self, error);
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), backups->len > 0);
  known = dup_known (backups, now);

  /* A row that stays as it is keeps the focus. */
  if (!g_set_str (&self->known, known))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));

  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < backups->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (backups, i), now);

      adw_preferences_group_add (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
update_extra (QdBackupsDialog *self)
{
  const char      *path = qd_backups_get_extra_folder (self->backups);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  adw_action_row_set_subtitle (self->extra,
                               shown != NULL ? shown : _ ("None. On another disk, another copy of each backup survives this one"));
  gtk_widget_set_visible (self->forget, path != NULL);
}

static void
changed_cb (QdBackupsDialog *self)
{
  const QdBackupRun *run = qd_backups_get_last_run (self->backups);
  gint64             now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean           busy = qd_backups_is_busy (self->backups);
  gboolean           bad = qd_backups_get_problem (self->backups) != NULL;
  g_autofree char   *summary = qd_backup_run_dup_summary (run, now);
  g_autofree char   *facts = qd_backup_run_dup_facts (run);

  if (busy)
    g_set_str (&summary, _ ("Making a Backup…"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last), summary);
  adw_action_row_set_subtitle (self->last, facts);
  gtk_stack_set_visible_child_name (self->sign, busy ? "busy" : bad ? "bad"
                                                                    : "good");
  gtk_widget_set_visible (GTK_WIDGET (self->sign), busy || run != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make", !busy);
  update_extra (self);
  qd_backups_list_async (qd_backups_get_database (self->backups), self->cancellable, listed_cb, g_object_ref (self));

  if (busy || !self->asked)
    return;

  self->asked = FALSE;
  gtk_accessible_announce (GTK_ACCESSIBLE (self), bad ? facts : summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* How it went is in the dialog itself; see changed_cb(). */
static void
make (QdBackupsDialog *self)
{
  self->asked = TRUE;
  qd_backups_make_async (self->backups, NULL, NULL, NULL);
}

static void
make_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  make (QD_BACKUPS_DIALOG (widget));
}

static void
folder_chosen_cb (GObject      *dialog,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(QdBackupsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (self->backups == NULL)
    return; /* it is closed */

  if (folder == NULL)
    {
      report (self, error);
    }
  else if (g_file_peek_path (folder) == NULL)
    {
      add_toast (self, _ ("Only a folder that this computer has on a disk of its own, or mounted, can be used"), FALSE);
    }
  else
    {
      qd_backups_set_extra_folder (self->backups, g_file_peek_path (folder));
      make (self);
    }
}

static void
choose_folder_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  QdBackupsDialog *self = QD_BACKUPS_DIALOG (widget);
  const char      *path = qd_backups_get_extra_folder (self->backups);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GFile) folder = path != NULL ? g_file_new_for_path (path) : NULL;

  gtk_file_dialog_set_title (dialog, _ ("Extra Folder for Backups"));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (
      dialog, GTK_WINDOW (gtk_widget_get_root (widget)), self->cancellable, folder_chosen_cb, g_object_ref (widget));
}

static void
forget_folder_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  QdBackupsDialog *self = QD_BACKUPS_DIALOG (widget);

  qd_backups_set_extra_folder (self->backups, NULL);
  add_toast (self, _ ("What was copied there stays there"), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->extra));
  make (self);
}

static void
copy_saved_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(QdBackupsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean saved = qd_backups_save_copy_finish (QD_BACKUPS (object), result, &error);

  if (self->backups == NULL)
    return; /* it is closed */

  if (saved)
    add_toast (self, _ ("Copy saved, read again and found whole"), FALSE);
  else
    report (self, error);
}

static void
copy_chosen_cb (GObject      *dialog,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(QdBackupsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (self->backups == NULL)
    return; /* it is closed */

  if (file != NULL)
    qd_backups_save_copy_async (self->backups, file, NULL, copy_saved_cb, g_object_ref (self));
  else
    report (self, error);
}

static void
save_copy_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdBackupsDialog *self = QD_BACKUPS_DIALOG (widget);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = qd_backup_dup_name ("quarterdeck", g_get_real_time () / G_USEC_PER_SEC, 1);

  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (
      dialog, GTK_WINDOW (gtk_widget_get_root (widget)), self->cancellable, copy_chosen_cb, g_object_ref (widget));
}

static void
shown_cb (GObject      *launcher,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdBackupsDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error) && self->backups != NULL)
    report (self, error);
}

static void
show_folder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  QdBackupsDialog *self = QD_BACKUPS_DIALOG (widget);
  g_autofree char *path = qd_backup_dup_folder (qd_backups_get_database (self->backups));
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (
      launcher, GTK_WINDOW (gtk_widget_get_root (widget)), self->cancellable, shown_cb, g_object_ref (widget));
}

/* With another page in sight, a reference to the dialog would stay (libadwaita 1.7). */
static void
qd_backups_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (QD_BACKUPS_DIALOG (dialog)->cancellable);
  adw_navigation_view_pop_to_tag (QD_BACKUPS_DIALOG (dialog)->pages, "backups");
}

static void
qd_backups_dialog_dispose (GObject *object)
{
  QdBackupsDialog *self = QD_BACKUPS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BACKUPS_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_free);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->backups);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_backups_dialog_parent_class)->dispose (object);
}

static void
qd_backups_dialog_class_init (QdBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_backups_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = qd_backups_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBackupsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, QdBackupsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, QdBackupsDialog, last);
  gtk_widget_class_bind_template_child (widget_class, QdBackupsDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, QdBackupsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, QdBackupsDialog, extra);
  gtk_widget_class_bind_template_child (widget_class, QdBackupsDialog, forget);
  gtk_widget_class_install_action (widget_class, "backups.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "backups.choose-folder", NULL, choose_folder_cb);
  gtk_widget_class_install_action (widget_class, "backups.forget-folder", NULL, forget_folder_cb);
  gtk_widget_class_install_action (widget_class, "backups.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "backups.show-folder", NULL, show_folder_cb);
}

static void
qd_backups_dialog_init (QdBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_backups_dialog_present (GtkWidget   *parent,
                           QdPortfolio *portfolio,
                           QdBackups   *backups)
{
  QdBackupsDialog *self;

  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_BACKUPS (backups));

  self = g_object_new (QD_TYPE_BACKUPS_DIALOG, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->backups = g_object_ref (backups);
  g_set_weak_pointer (&self->parent, parent);
  g_signal_connect_object (backups, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
