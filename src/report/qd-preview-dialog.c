/* qd-preview-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-preview-dialog"

#include "qd-preview-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-exit-dialog.h"
#include "qd-preview-dialog-private.h"
#include "qd-preview-page.h"
#include "qd-screen.h"

#define SETTINGS "io.gitlab.quarterdeck.Quarterdeck"
#define SMALLEST_ZOOM 0.25
#define LARGEST_ZOOM 4.0

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

QdReportOptions
qd_preview_dialog_get_options (QdPreviewDialog *self)
{
  return (QdReportOptions){
    .paper = (QdReportPaper)gtk_drop_down_get_selected (self->paper),
    .day = QD_DAY_NONE,
    .author = g_get_real_name (),
  };
}

QdAudience
qd_preview_dialog_get_audience (QdPreviewDialog *self)
{
  return (QdAudience)gtk_drop_down_get_selected (self->audience);
}

void
qd_preview_dialog_update_actions (QdPreviewDialog *self)
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

/* @message: (nullable): why it may not be written. Of a name it is said that it is there, and not which. */
static void
show_problem (QdPreviewDialog *self,
              const char      *message)
{
  g_autofree char *seen = qd_screen_dup_text (self->portfolio, message);
  gboolean         held_up = qd_exit_gate_is_held_up (self->gate);

  adw_banner_set_title (self->problem,
                        message == NULL ? ""
                        : held_up       ? _ ("There are names in it that these readers must not see")
                                        : seen);
  adw_banner_set_button_label (self->problem, held_up ? _ ("_Decide…") : NULL);
  adw_banner_set_revealed (self->problem, message != NULL);
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
  show_problem (self, layout->problem != NULL ? layout->problem->message : NULL);
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
  qd_preview_dialog_update_actions (self);
}

/* Gathers what it says, as the names in it were decided about. */
static gboolean
gather (gpointer data,
        GError **error)
{
  QdPreviewDialog *self = data;
  QdReportOptions  options = qd_preview_dialog_get_options (self);

  g_clear_pointer (&self->source, qd_report_source_free);
  self->source = qd_report_source_new (self->portfolio, self->record, qd_preview_dialog_get_audience (self), &options);

  return TRUE;
}

static void
lay_out (QdPreviewDialog *self)
{
  g_autoptr(GTask) task = NULL;
  Layout *layout = g_new0 (Layout, 1);

  g_cancellable_cancel (self->layout);
  g_set_object (&self->layout, NULL);
  self->layout = g_cancellable_new ();
  if (self->pages == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");

  qd_exit_gate_try (self->gate, gather, self, NULL);
  layout->source = g_steal_pointer (&self->source);
  task = g_task_new (self, self->layout, layout_cb, NULL);
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, layout, layout_free);
  g_task_run_in_thread (task, layout_func);
}

static void
reset (QdPreviewDialog *self)
{
  QdPlan *plan = QD_IS_PLAN (self->record) ? self->record : NULL;

  qd_exit_gate_reset (self->gate,
                      "pdf",
                      qd_preview_dialog_get_audience (self),
                      plan != NULL ? plan->account : qd_record_get_id (self->record));
  qd_audience_banner_set (self->banner, qd_preview_dialog_get_audience (self));
  lay_out (self);
}

static void
option_changed_cb (QdPreviewDialog *self)
{
  if (self->ready)
    reset (self);
}

/* Whether what is gathered has a name in it is known before it is laid out. */
static gboolean
gather_clean (gpointer data,
              GError **error)
{
  QdPreviewDialog *self = data;
  GPtrArray       *places;

  gather (self, error);
  g_clear_pointer (&self->source, qd_report_source_free);
  places = qd_exit_get_places (self->portfolio);

  for (guint i = 0; i < places->len; i++)
    {
      if (((QdExitPlace *)g_ptr_array_index (places, i))->sure)
        {
          g_set_error_literal (
              error, QD_REPORT_ERROR, QD_REPORT_ERROR_AUDIENCE, _ ("There is a name in it; nothing was written"));
          return FALSE;
        }
    }

  return TRUE;
}

static void
decided (gpointer data)
{
  lay_out (data);
}

static void
decide_cb (QdPreviewDialog *self)
{
  if (!qd_exit_gate_try (self->gate, gather_clean, self, NULL) && qd_exit_gate_is_held_up (self->gate))
    qd_exit_dialog_present (GTK_WIDGET (self), self->gate, gather_clean, decided, g_object_ref (self), g_object_unref);
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
  qd_preview_dialog_update_actions (self);

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
  g_clear_pointer (&self->source, qd_report_source_free);
  g_clear_pointer (&self->gate, qd_exit_gate_free);
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

  g_type_ensure (QD_TYPE_AUDIENCE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-preview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, list);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, QdPreviewDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_unbind_cb);

  gtk_widget_class_install_action (widget_class, "preview.save", NULL, qd_preview_dialog_save_cb);
  gtk_widget_class_install_action (widget_class, "preview.open", NULL, qd_preview_dialog_open_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, qd_preview_dialog_print_cb);
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
  qd_preview_dialog_update_actions (self);
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
  self->gate = qd_exit_gate_new (portfolio);
  adw_dialog_set_title (ADW_DIALOG (self), type == QD_TYPE_PLAN ? _ ("Success Plan") : _ ("Account Brief"));
  gtk_drop_down_set_selected (self->audience, g_settings_get_enum (settings, "default-audience"));
  gtk_drop_down_set_selected (self->paper, g_settings_get_enum (settings, "paper-size"));
  self->ready = TRUE;
  reset (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
