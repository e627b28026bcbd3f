/* qd-salvage-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-salvage-dialog"

#include "qd-salvage-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "qd-kinds.h"
#include "qd-salvage-words.h"
#include "qd-shell.h"

/* In milliseconds: how often the bar follows */
#define FOLLOW_INTERVAL 100

/* What the thread is told, and tells; it may outlive the dialog. */
typedef struct
{
  char *path;
  char *output;
  int   permille;
} Work;

/**
 * QdSalvageDialog:
 *
 * Salvages what is readable of a damaged database, says what came of it, and puts it in
 * the place of the damaged one if the person says so.
 */
struct _QdSalvageDialog
{
  AdwDialog        parent_instance;

  Work            *work; /* reference-counted box */
  QdSalvageReport *report;
  GCancellable    *cancellable;
  guint            follow_id;
  gboolean         taken; /* the new file is the application's */

  GtkStack        *stack;
  GtkProgressBar  *progress;
  GtkWidget       *cancel;
  AdwStatusPage   *result;
  GtkWidget       *use;
  AdwStatusPage   *failure;
};

G_DEFINE_FINAL_TYPE (QdSalvageDialog, qd_salvage_dialog, ADW_TYPE_DIALOG)

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->output);
}

static void
work_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, work_clear);
}

/* A GTaskThreadFunc */
static void
salvage_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr(GError) error = NULL;
  QdSalvageReport *report = qd_kinds_salvage (work->path, work->output, &work->permille, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify)qd_salvage_report_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A GSourceFunc */
static gboolean
follow_cb (gpointer user_data)
{
  QdSalvageDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&self->work->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
salvaged_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  QdSalvageDialog *self = QD_SALVAGE_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  g_clear_handle_id (&self->follow_id, g_source_remove);
  self->report = g_task_propagate_pointer (G_TASK (result), &error);

  /* Nobody is there any more who would want it. */
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      if (self->report != NULL)
        g_remove (self->work->output);

      return;
    }

  /* An empty database in the place of the damaged one is nobody's wish. */
  if (self->report != NULL && !qd_salvage_has_any (self->report))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no record in it that can be read"));
      g_clear_pointer (&self->report, qd_salvage_report_free);
      g_remove (self->work->output);
    }

  text = self->report != NULL ? qd_salvage_dup_summary (self->report) : g_strdup_printf (_ ("%s."), error->message);
  escaped = g_markup_escape_text (text, -1);

  if (self->report == NULL)
    {
      adw_status_page_set_description (self->failure, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else
    {
      adw_status_page_set_description (self->result, escaped);
      gtk_stack_set_visible_child_name (self->stack, "done");
      gtk_widget_grab_focus (self->use);
    }

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
cancel_cb (QdSalvageDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
closed_cb (QdSalvageDialog *self)
{
  g_cancellable_cancel (self->cancellable);

  if (self->report != NULL && !self->taken)
    g_remove (self->work->output);
}

static void
use_cb (QdSalvageDialog *self)
{
  GtkWidget       *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *output = g_strdup (self->work->output);

  self->taken = TRUE;

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.put-in-place", "s", output);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(QdSalvageDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    qd_shell_report (GTK_WIDGET (self), error);
}

static void
file_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdSalvageDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autoptr(GBytes) bytes = NULL;
  char *text;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        qd_shell_report (GTK_WIDGET (self), error);

      return;
    }

  /* It names customers: for the eyes of whose data it is. */
  text = qd_salvage_dup_text (self->report, self->work->path);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (
      file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb, g_object_ref (self));
}

static void
save_cb (QdSalvageDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_initial_name (dialog, _ ("salvaged.txt"));

  if (root != NULL)
    gtk_file_dialog_save (dialog, GTK_WINDOW (root), NULL, file_cb, g_object_ref (self));
}

static void
qd_salvage_dialog_dispose (GObject *object)
{
  QdSalvageDialog *self = QD_SALVAGE_DIALOG (object);

  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SALVAGE_DIALOG);

  G_OBJECT_CLASS (qd_salvage_dialog_parent_class)->dispose (object);
}

static void
qd_salvage_dialog_finalize (GObject *object)
{
  QdSalvageDialog *self = QD_SALVAGE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, qd_salvage_report_free);
  g_clear_pointer (&self->work, work_unref);

  G_OBJECT_CLASS (qd_salvage_dialog_parent_class)->finalize (object);
}

static void
qd_salvage_dialog_class_init (QdSalvageDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_salvage_dialog_dispose;
  object_class->finalize = qd_salvage_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-salvage-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSalvageDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdSalvageDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, QdSalvageDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, QdSalvageDialog, result);
  gtk_widget_class_bind_template_child (widget_class, QdSalvageDialog, use);
  gtk_widget_class_bind_template_child (widget_class, QdSalvageDialog, failure);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
qd_salvage_dialog_init (QdSalvageDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_salvage_dialog_present:
 * @path: of a damaged database
 *
 * Begins at once.
 */
void
qd_salvage_dialog_present (GtkWidget  *parent,
                           const char *path)
{
  QdSalvageDialog *self;
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (path != NULL);

  self = g_object_new (QD_TYPE_SALVAGE_DIALOG, NULL);
  self->work = g_atomic_rc_box_new0 (Work);
  self->work->path = g_strdup (path);
  self->work->output = g_strdup_printf ("%s.salvaged-%08x", path, g_random_int ());
  self->follow_id = g_timeout_add (FOLLOW_INTERVAL, follow_cb, self);
  task = g_task_new (self, self->cancellable, salvaged_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, qd_salvage_dialog_present);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->work), work_unref);
  g_task_run_in_thread (task, salvage_thread);
  adw_dialog_present (ADW_DIALOG (self), parent);
  gtk_widget_grab_focus (self->cancel);
}
