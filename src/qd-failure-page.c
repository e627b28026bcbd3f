/* qd-failure-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-failure-page"

#include "qd-failure-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "qd-backup.h"
#include "qd-day-words.h"
#include "qd-salvage-dialog.h"
#include "qd-shell.h"
#include "qd-trouble.h"

/**
 * QdFailurePage:
 *
 * Says why the database could not be opened, and offers what can be done about it.
 */
struct _QdFailurePage
{
  AdwBin         parent_instance;

  char          *path;
  QdBackup      *backup; /* nullable: the newest that is in order */
  GCancellable  *cancellable;

  AdwStatusPage *status;
  GtkButton     *restore;
  GtkLabel      *restore_label;
  GtkButton     *salvage;
  GtkButton     *again;
  GtkWidget     *go_on;
};

G_DEFINE_FINAL_TYPE (QdFailurePage, qd_failure_page, ADW_TYPE_BIN)

/* By the number of the trouble: what a person can do, where that is not on a button */
static const char *const advice[] = {
  [QD_TROUBLE_OTHER] = N_ ("Try again; if it stays so, show the file to whoever looks after this computer."),
  [QD_TROUBLE_DAMAGED] = N_ ("The damaged file is kept, whatever you choose."),
  [QD_TROUBLE_TOO_NEW] = N_ ("Start the newer version that wrote it; this one is too old to change it."),
  [QD_TROUBLE_NOT_OURS] = N_ ("Move it to where it belongs, and try again to begin a new database in its place."),
  [QD_TROUBLE_NO_ACCESS] = N_ ("Give your account the right to read and write the file and its folder, then try again."),
  [QD_TROUBLE_FULL] = N_ ("Make room on the disk, then try again."),
  [QD_TROUBLE_BUSY] = N_ ("Close the other program, then try again."),
};

static void
take_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdFailurePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *draft = qd_backup_take_finish (result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);

  if (draft == NULL)
    qd_shell_report (GTK_WIDGET (self), error);
  else if (!gtk_widget_activate_action (GTK_WIDGET (self), "app.put-in-place", "s", draft))
    g_remove (draft);
}

static void
restore_cb (QdFailurePage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  qd_backup_take_async (self->backup, self->path, self->cancellable, take_cb, g_object_ref (self));
}

static void
salvage_cb (QdFailurePage *self)
{
  qd_salvage_dialog_present (GTK_WIDGET (self), self->path);
}

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdFailurePage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qd_shell_report (GTK_WIDGET (self), error);
}

static void
show_cb (QdFailurePage *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (root), NULL, shown_cb, g_object_ref (self));
}

/* What is best to do comes first, and has the focus. */
static void
focus_first (QdFailurePage *self)
{
  GtkButton *buttons[] = { self->restore, self->salvage, self->again };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (buttons[i])))
        {
          gtk_widget_grab_focus (GTK_WIDGET (buttons[i]));
          return;
        }
    }
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdFailurePage) self = user_data;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  QdBackup        *newest = qd_backups_find_good_finish (result, NULL);

  if (newest == NULL)
    return;

  g_clear_pointer (&self->backup, qd_backup_free);
  self->backup = newest;
  day = qd_day_dup_full (qd_day_from_instant (newest->instant));
  label = g_strdup_printf (_ ("Restore the Backup of %s"), day);
  gtk_label_set_label (self->restore_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->restore), TRUE);
  focus_first (self);
}

static void
qd_failure_page_dispose (GObject *object)
{
  QdFailurePage *self = QD_FAILURE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_FAILURE_PAGE);

  G_OBJECT_CLASS (qd_failure_page_parent_class)->dispose (object);
}

static void
qd_failure_page_finalize (GObject *object)
{
  QdFailurePage *self = QD_FAILURE_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->backup, qd_backup_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (qd_failure_page_parent_class)->finalize (object);
}

static void
qd_failure_page_class_init (QdFailurePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_failure_page_dispose;
  object_class->finalize = qd_failure_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdFailurePage, status);
  gtk_widget_class_bind_template_child (widget_class, QdFailurePage, restore);
  gtk_widget_class_bind_template_child (widget_class, QdFailurePage, restore_label);
  gtk_widget_class_bind_template_child (widget_class, QdFailurePage, salvage);
  gtk_widget_class_bind_template_child (widget_class, QdFailurePage, again);
  gtk_widget_class_bind_template_child (widget_class, QdFailurePage, go_on);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, salvage_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
qd_failure_page_init (QdFailurePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_failure_page_set_error:
 * @path: of the database
 * @error: why it could not be opened, or what was found in it
 * @is_open: whether it is open nevertheless, and can be read on
 *
 * Says so, and offers what can be done.
 */
void
qd_failure_page_set_error (QdFailurePage *self,
                           const char    *path,
                           const GError  *error,
                           gboolean       is_open)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *place = NULL;
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;
  QdTrouble        trouble;

  g_return_if_fail (QD_IS_FAILURE_PAGE (self));
  g_return_if_fail (path != NULL && error != NULL);

  trouble = qd_trouble_of (error);
  place = strstr (error->message, name) != NULL ? g_strdup (_ ("Nothing in it was changed."))
                                                : g_strdup_printf (_ ("Nothing in it was changed. It is at %s."), name);
  said = is_open ? g_strdup_printf ("%s.\n\n%s", error->message, _ (advice[trouble]))
                 : g_strdup_printf ("%s.\n\n%s %s", error->message, place, _ (advice[trouble]));
  text = g_markup_escape_text (said, -1);
  g_set_str (&self->path, path);
  adw_status_page_set_title (
      self->status, is_open ? _ ("The Database Is Damaged") : _ ("The Database Could Not Be Opened"));
  gtk_widget_set_visible (GTK_WIDGET (self->again), !is_open);
  gtk_widget_set_visible (self->go_on, is_open);
  adw_status_page_set_description (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->salvage), trouble == QD_TROUBLE_DAMAGED);

  if (trouble == QD_TROUBLE_DAMAGED)
    qd_backups_find_good_async (path, self->cancellable, found_cb, g_object_ref (self));

  focus_first (self);
}
