/* qd-preview-writing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-preview-writing"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "qd-preview-dialog-private.h"

/* How what is previewed is saved and printed: the way out of it. */

static void
report_error (QdPreviewDialog *self,
              const GError    *error)
{
  AdwDialog *alert;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;

  alert = adw_alert_dialog_new (_ ("The Report Was Not Written"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer user_data)
{
  QdPreviewDialog *self = user_data;

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, (double)done / total);
}

/* What is to be written, as a gate has it made */
typedef struct
{
  QdPreviewDialog    *self;
  QdReportOptions     options;
  GAsyncReadyCallback callback;
} Writing;

static gboolean
begin (gpointer data,
       GError **error)
{
  Writing         *writing = data;
  QdPreviewDialog *self = writing->self;

  if (QD_IS_PLAN (self->record))
    qd_report_write_plan_pdf_async (self->portfolio,
                                    self->record,
                                    qd_preview_dialog_get_audience (self),
                                    &writing->options,
                                    self->path,
                                    self->writing,
                                    progress_cb,
                                    self,
                                    writing->callback,
                                    g_object_ref (self));
  else
    qd_report_write_account_pdf_async (self->portfolio,
                                       self->record,
                                       qd_preview_dialog_get_audience (self),
                                       &writing->options,
                                       self->path,
                                       self->writing,
                                       progress_cb,
                                       self,
                                       writing->callback,
                                       g_object_ref (self));

  return TRUE;
}

/* Begins to write @path as it is chosen, or for a sheet of that size */
static void
begin_writing (QdPreviewDialog    *self,
               const char         *path,
               double              width,
               double              height,
               GAsyncReadyCallback callback)
{
  Writing writing = { self, qd_preview_dialog_get_options (self), callback };

  writing.options.width = width;
  writing.options.height = height;
  g_set_str (&self->path, path);
  self->writing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  qd_preview_dialog_update_actions (self);
  qd_exit_gate_try (self->gate, begin, &writing, NULL);
}

/* Returns: whether it went well; what did not is shown */
static gboolean
end_writing (QdPreviewDialog *self,
             GAsyncResult    *result)
{
  g_autoptr(GError) error = NULL;
  gboolean done = qd_report_write_finish (result, &error);

  g_clear_object (&self->writing);
  if (self->progress == NULL)
    return FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  qd_preview_dialog_update_actions (self);
  if (!done)
    report_error (self, error);
  else
    qd_exit_gate_went_out (self->gate);

  return done;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdPreviewDialog) self = user_data;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  AdwToast        *toast;

  if (!end_writing (self, result))
    return;

  name = g_path_get_basename (self->path);
  words = g_strdup_printf (_ ("“%s” saved"), name);
  toast = adw_toast_new (words);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "preview.open");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
qd_preview_dialog_open_cb (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (widget);
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdPreviewDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (file != NULL && path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("A report can only be saved in a folder of this machine"));

  if (path != NULL && self->progress != NULL)
    begin_writing (self, path, 0, 0, saved_cb);
  else if (error != NULL)
    report_error (self, error);
}

void
qd_preview_dialog_save_cb (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (widget);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *proposal = g_strconcat (self->title, ".pdf", NULL);

  g_strdelimit (proposal, "/\\:", '-');
  gtk_file_filter_set_name (filter, _ ("PDF Documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, proposal);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (self));
}

static void
printed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(QdPreviewDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (object), result, &error) && self->progress != NULL)
    report_error (self, error);
  g_unlink (self->path);
}

static void
print_written_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(QdPreviewDialog) self = user_data;
  g_autoptr(GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  if (!end_writing (self, result))
    {
      g_unlink (self->path);
      return;
    }

  gtk_print_dialog_set_title (dialog, self->title);
  gtk_print_dialog_print_file (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->print_setup, file, NULL,
                               printed_cb, g_object_ref (self));
}

/* The pages are laid out again for the sheet that was chosen. */
static void
setup_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdPreviewDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  GtkPrintSetup   *setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (object), result, &error);
  g_autofree char *path = NULL;
  GtkPageSetup    *page_setup;
  int              file = -1;

  if (self->progress == NULL)
    {
      g_clear_pointer (&setup, gtk_print_setup_unref);
      return;
    }

  if (setup != NULL)
    file = g_file_open_tmp ("quarterdeck-XXXXXX.pdf", &path, &error);
  if (setup == NULL || file < 0)
    {
      g_clear_pointer (&setup, gtk_print_setup_unref);
      report_error (self, error);
      return;
    }

  g_close (file, NULL);
  g_clear_pointer (&self->print_setup, gtk_print_setup_unref);
  self->print_setup = setup;
  page_setup = gtk_print_setup_get_page_setup (setup);
  begin_writing (self, path,
                 gtk_page_setup_get_paper_width (page_setup, GTK_UNIT_POINTS),
                 gtk_page_setup_get_paper_height (page_setup, GTK_UNIT_POINTS), print_written_cb);
}

void
qd_preview_dialog_print_cb (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (widget);
  g_autoptr(GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr(GtkPageSetup) page_setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = NULL;
  double width, height;

  qd_report_get_paper_size (qd_preview_dialog_get_options (self).paper, &width, &height);
  paper = gtk_paper_size_new (width > 600 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (page_setup, paper);
  gtk_print_dialog_set_title (dialog, self->title);
  gtk_print_dialog_set_page_setup (dialog, page_setup);
  gtk_print_dialog_setup (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, setup_cb, g_object_ref (self));
}
