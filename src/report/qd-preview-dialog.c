/* qd-preview-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-preview-dialog"

#include "qd-preview-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>

#include "qd-preview-page.h"
#include "qd-report-source.h"

#define SETTINGS "io.gitlab.quarterdeck.Quarterdeck"
#define SMALLEST_ZOOM 0.25
#define LARGEST_ZOOM 4.0

/**
 * QdPreviewDialog:
 *
 * A report as it will be read: for whom and on what paper is chosen here, and it
 * is saved as a PDF or printed from here.
 */
struct _QdPreviewDialog
{
  AdwDialog        parent_instance;

  QdPortfolio     *portfolio;
  gpointer         record; /* a QdPlan or a QdAccount */
  QdReportPages   *pages;
  GCancellable    *layout;  /* of the layout under way */
  GCancellable    *writing; /* of the file under way */
  GtkPrintSetup   *print_setup;
  char            *path; /* of the file under way */
  char            *title;
  double           zoom;
  gboolean         ready; /* the choosers are set */

  AdwToastOverlay *toasts;
  AdwBanner       *problem;
  AdwStatusPage   *failure;
  GtkDropDown     *audience;
  GtkDropDown     *paper;
  GtkButton       *zoom_button;
  GtkListView     *list;
  GtkProgressBar  *progress;
  GtkStack        *stack;
};

G_DEFINE_FINAL_TYPE (QdPreviewDialog, qd_preview_dialog, ADW_TYPE_DIALOG)

/* A layout under way: made on one thread, then handed over with its pages */
typedef struct
{
  QdReportSource *source;
  GError         *problem; /* why it may not be written, though it can be shown */
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  qd_report_source_free (layout->source);
  g_clear_error (&layout->problem);
  g_free (layout);
}

static QdReportOptions
get_options (QdPreviewDialog *self)
{
  return (QdReportOptions){
    .paper = (QdReportPaper)gtk_drop_down_get_selected (self->paper),
    .day = QD_DAY_NONE,
    .author = g_get_real_name (),
  };
}

static QdAudience
get_audience (QdPreviewDialog *self)
{
  return (QdAudience)gtk_drop_down_get_selected (self->audience);
}

static void
update_actions (QdPreviewDialog *self)
{
  gboolean may_write = self->pages != NULL && self->writing == NULL && !adw_banner_get_revealed (self->problem);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", self->zoom < LARGEST_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", self->zoom > SMALLEST_ZOOM);
}

/* The rows let go of the old pages before these are freed. */
static void
set_pages (QdPreviewDialog *self,
           QdReportPages   *pages)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  g_autoptr(GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (NULL));

  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->pages, qd_report_pages_free);
  self->pages = pages;
  if (pages == NULL)
    return;

  for (guint i = 0; i < qd_report_pages_get_length (pages); i++)
    gtk_string_list_append (model, "");
  gtk_no_selection_set_model (GTK_NO_SELECTION (selection), G_LIST_MODEL (model));
  gtk_list_view_set_model (self->list, selection);
}

static void
layout_func (GTask        *task,
             gpointer      source_object,
             gpointer      data,
             GCancellable *cancellable)
{
  Layout *layout = data;
  GError *error = NULL;
  g_autoptr(QdReportPages) pages = qd_report_source_lay_out (layout->source, cancellable, &error);

  if (pages == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  qd_report_source_check (layout->source, pages, &layout->problem);
  g_task_return_pointer (task, g_steal_pointer (&pages), (GDestroyNotify)qd_report_pages_free);
}

static char *
dup_missing (QdReportPages *pages)
{
  const char *const *missing = qd_report_pages_get_missing (pages);
  g_autofree char   *list = NULL;

  if (missing == NULL || *missing == NULL)
    return NULL;

  list = g_strjoinv (", ", (char **)missing);

  return g_strdup_printf (_ ("No font on this machine has %s"), list);
}

static void
layout_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (object);
  g_autoptr(GError) error = NULL;
  QdReportPages   *pages = g_task_propagate_pointer (G_TASK (result), &error);
  Layout          *layout = g_task_get_task_data (G_TASK (result));
  g_autofree char *missing = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->layout);
  if (pages == NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failure, text);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  missing = dup_missing (pages);
  adw_banner_set_title (self->problem, layout->problem != NULL ? layout->problem->message : missing != NULL ? missing
                                                                                                            : "");
  adw_banner_set_revealed (self->problem, layout->problem != NULL);
  if (missing != NULL && layout->problem == NULL)
    {
      AdwToast *toast = adw_toast_new (missing);

      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
  set_pages (self, pages);
  g_free (self->title);
  self->title = qd_report_source_dup_title (layout->source);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  update_actions (self);
}

static void
lay_out (QdPreviewDialog *self)
{
  g_autoptr(GTask) task = NULL;
  Layout         *layout = g_new0 (Layout, 1);
  QdReportOptions options = get_options (self);

  g_cancellable_cancel (self->layout);
  g_set_object (&self->layout, NULL);
  self->layout = g_cancellable_new ();
  if (self->pages == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");

  layout->source = qd_report_source_new (self->portfolio, self->record, get_audience (self), &options);
  task = g_task_new (self, self->layout, layout_cb, NULL);
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, layout, layout_free);
  g_task_run_in_thread (task, layout_func);
}

static void
option_changed_cb (QdPreviewDialog *self)
{
  if (self->ready)
    lay_out (self);
}

static void
page_setup_cb (QdPreviewDialog *self,
               GtkListItem     *item)
{
  gtk_list_item_set_child (item, qd_preview_page_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
page_bind_cb (QdPreviewDialog *self,
              GtkListItem     *item)
{
  QdPreviewPage   *page = QD_PREVIEW_PAGE (gtk_list_item_get_child (item));
  g_autofree char *label = g_strdup_printf (
      _ ("Page %1$u of %2$u"), gtk_list_item_get_position (item) + 1, qd_report_pages_get_length (self->pages));

  qd_preview_page_set_zoom (page, self->zoom);
  qd_preview_page_show (page, self->pages, gtk_list_item_get_position (item));
  gtk_list_item_set_accessible_label (item, label);
}

static void
page_unbind_cb (QdPreviewDialog *self,
                GtkListItem     *item)
{
  qd_preview_page_show (QD_PREVIEW_PAGE (gtk_list_item_get_child (item)), NULL, 0);
}

static void
set_zoom (QdPreviewDialog *self,
          double           zoom)
{
  g_autofree char *label = NULL;
  g_autoptr(GtkSelectionModel) model = NULL;

  self->zoom = CLAMP (zoom, SMALLEST_ZOOM, LARGEST_ZOOM);
  label = g_strdup_printf (C_ ("percentage", "%ld%%"), lround (self->zoom * 100));
  gtk_button_set_label (self->zoom_button, label);
  update_actions (self);

  /* Every row anew, in the new size */
  g_set_object (&model, gtk_list_view_get_model (self->list));
  gtk_list_view_set_model (self->list, NULL);
  gtk_list_view_set_model (self->list, model);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  set_zoom (QD_PREVIEW_DIALOG (widget), QD_PREVIEW_DIALOG (widget)->zoom * G_SQRT2);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  set_zoom (QD_PREVIEW_DIALOG (widget), QD_PREVIEW_DIALOG (widget)->zoom / G_SQRT2);
}

static void
zoom_normal_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  set_zoom (QD_PREVIEW_DIALOG (widget), 1);
}

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

/* Begins to write @path as it is chosen, or for a sheet of that size */
static void
begin_writing (QdPreviewDialog    *self,
               const char         *path,
               double              width,
               double              height,
               GAsyncReadyCallback callback)
{
  QdReportOptions options = get_options (self);

  options.width = width;
  options.height = height;
  g_set_str (&self->path, path);
  self->writing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  update_actions (self);

  if (QD_IS_PLAN (self->record))
    qd_report_write_plan_pdf_async (
        self->portfolio, self->record, get_audience (self), &options, path, self->writing, progress_cb, self, callback, g_object_ref (self));
  else
    qd_report_write_account_pdf_async (
        self->portfolio, self->record, get_audience (self), &options, path, self->writing, progress_cb, self, callback, g_object_ref (self));
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
  update_actions (self);
  if (!done)
    report_error (self, error);

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

static void
open_cb (GtkWidget  *widget,
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

static void
save_cb (GtkWidget  *widget,
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

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (widget);
  g_autoptr(GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr(GtkPageSetup) page_setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = NULL;
  double width, height;

  qd_report_get_paper_size (get_options (self).paper, &width, &height);
  paper = gtk_paper_size_new (width > 600 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (page_setup, paper);
  gtk_print_dialog_set_title (dialog, self->title);
  gtk_print_dialog_set_page_setup (dialog, page_setup);
  gtk_print_dialog_setup (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, setup_cb, g_object_ref (self));
}

static void
qd_preview_dialog_closed (AdwDialog *dialog)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (dialog);

  g_cancellable_cancel (self->layout);
  g_cancellable_cancel (self->writing);
}

static void
qd_preview_dialog_dispose (GObject *object)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (object);

  g_cancellable_cancel (self->layout);
  g_cancellable_cancel (self->writing);
  if (self->list != NULL)
    set_pages (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PREVIEW_DIALOG);

  G_OBJECT_CLASS (qd_preview_dialog_parent_class)->dispose (object);
}

static void
qd_preview_dialog_finalize (GObject *object)
{
  QdPreviewDialog *self = QD_PREVIEW_DIALOG (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->writing);
  g_clear_object (&self->portfolio);
  g_clear_object (&self->record);
  g_clear_pointer (&self->print_setup, gtk_print_setup_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (qd_preview_dialog_parent_class)->finalize (object);
}

static void
qd_preview_dialog_class_init (QdPreviewDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_preview_dialog_dispose;
  object_class->finalize = qd_preview_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = qd_preview_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-preview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, list);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_unbind_cb);

  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "preview.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-normal", NULL, zoom_normal_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-normal", NULL);
}

static void
qd_preview_dialog_init (QdPreviewDialog *self)
{
  g_autoptr(GtkStringList) audiences = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const QdNick *each = qd_audiences; each->nick != NULL; each++)
    gtk_string_list_append (audiences, _ (each->label));
  gtk_drop_down_set_model (self->audience, G_LIST_MODEL (audiences));
  self->zoom = 1;
  update_actions (self);
}

/**
 * qd_preview_dialog_present:
 * @type: %QD_TYPE_PLAN or %QD_TYPE_ACCOUNT
 *
 * Shows the report of a record over @parent, for the audience and on the paper
 * that the preferences name.
 */
void
qd_preview_dialog_present (GtkWidget   *parent,
                           QdPortfolio *portfolio,
                           GType        type,
                           gint64       id)
{
  gpointer record = qd_portfolio_lookup (portfolio, type, id);
  g_autoptr(GSettings) settings = NULL;
  QdPreviewDialog *self;

  if (record == NULL)
    return;

  settings = g_settings_new (SETTINGS);
  self = g_object_new (QD_TYPE_PREVIEW_DIALOG, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->record = g_object_ref (record);
  adw_dialog_set_title (ADW_DIALOG (self), type == QD_TYPE_PLAN ? _ ("Success Plan") : _ ("Account Brief"));
  gtk_drop_down_set_selected (self->audience, g_settings_get_enum (settings, "default-audience"));
  gtk_drop_down_set_selected (self->paper, g_settings_get_enum (settings, "paper-size"));
  self->ready = TRUE;
  lay_out (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
