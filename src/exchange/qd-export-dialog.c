/* qd-export-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-export-dialog"

#include "qd-export-dialog.h"

#include <glib/gi18n.h>

#include "qd-audience-banner.h"
#include "qd-config.h"
#include "qd-exit-dialog.h"
#include "qd-format.h"
#include "qd-losses-row.h"
#include "qd-screen.h"

/**
 * QdExportDialog:
 *
 * Asks who will read it, in which format and on which paper, then where to.
 * What that reader must not see is asked about here, before a file is named.
 */
struct _QdExportDialog
{
  AdwDialog            parent_instance;

  QdPortfolio         *portfolio;
  GtkWidget           *parent; /* a reference: the toast comes when the dialog is gone */
  QdExchangeKind       kind;
  gint64               id;
  QdAudience           audience;
  const QdFormat      *format;
  GCancellable        *cancellable;
  GFile               *target;
  GBytes              *bytes; /* (nullable): what the file would be, or, of a PDF, whether there may be one */
  GSettings           *settings;
  QdExitGate          *gate;

  QdAudienceBanner    *banner;

  GtkWidget           *export_button;
  GtkWidget           *problem_group;
  AdwActionRow        *problem;
  AdwPreferencesPage  *page;
  AdwPreferencesGroup *audiences;
  AdwPreferencesGroup *read_formats;
  AdwPreferencesGroup *keep_formats;
  AdwPreferencesGroup *gitlab_formats;
  AdwPreferencesGroup *program_formats;
  AdwPreferencesGroup *losses_group; /* (nullable): the one of the chosen format, where its losses are */
  GtkWidget           *losses;
  GtkWidget           *chart_group;
  AdwComboRow         *only;
  GtkWidget           *calendar_group;
  AdwSwitchRow        *all_tasks;
  AdwSwitchRow        *alarms;
  GtkWidget           *paper_group;
  AdwComboRow         *paper;
  AdwComboRow         *tiling;
  GtkWidget           *preview;
  GtkWidget           *progress_group;
  GtkProgressBar      *progress;
};

G_DEFINE_FINAL_TYPE (QdExportDialog, qd_export_dialog, ADW_TYPE_DIALOG)

static const char *const audience_words[] = {
  [QD_AUDIENCE_ME] = N_ ("Everything, with real names. For a copy of your own."),
  [QD_AUDIENCE_INTERNAL] = N_ ("Everything but what a codename hides: no real name, no e-mail address of the customer."),
  [QD_AUDIENCE_CUSTOMER] = N_ ("The real name, and only what is meant for the customer: no notes, risks, health or codename."),
  [QD_AUDIENCE_PUBLIC] = N_ ("What is meant for the customer, without anybody’s name: for public issues and recorded calls."),
};

static void
show_problem (QdExportDialog *self,
              const char     *message)
{
  g_autofree char *text = qd_screen_dup_text (self->portfolio, message);

  gtk_widget_set_visible (self->problem_group, message != NULL);
  adw_action_row_set_subtitle (self->problem, text != NULL ? text : "");

  if (message == NULL)
    return;

  /* It is at the top, and whoever chose a format may be further down. */
  adw_preferences_page_scroll_to_top (self->page);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Returns: (transfer none): where the formats of that purpose are */
static AdwPreferencesGroup *
get_group (QdExportDialog *self,
           QdFormatPurpose purpose)
{
  AdwPreferencesGroup *const groups[QD_FORMAT_N_PURPOSES] = {
    [QD_FORMAT_PURPOSE_READ] = self->read_formats,
    [QD_FORMAT_PURPOSE_KEEP] = self->keep_formats,
    [QD_FORMAT_PURPOSE_GITLAB] = self->gitlab_formats,
    [QD_FORMAT_PURPOSE_PROGRAM] = self->program_formats,
  };

  return groups[purpose];
}

static gboolean
has_pages (QdExportDialog *self)
{
  return g_str_equal (self->format->suffix, "pdf");
}

static gboolean
is_timeline (QdExportDialog *self)
{
  return g_str_equal (self->format->nick, "timeline-pdf");
}

static void
set_busy (QdExportDialog *self,
          gboolean        busy)
{
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->audiences), !busy);

  for (int i = 0; i < QD_FORMAT_N_PURPOSES; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (get_group (self, i)), !busy);

  gtk_widget_set_sensitive (self->chart_group, !busy);
  gtk_widget_set_sensitive (self->calendar_group, !busy);
  gtk_widget_set_sensitive (self->paper_group, !busy && has_pages (self));
  gtk_widget_set_visible (self->progress_group, busy);

  if (busy)
    adw_preferences_page_scroll_to_top (self->page);
}

static QdFormatOptions
get_options (QdExportDialog *self)
{
  return (QdFormatOptions){
    .report = { .paper = (QdReportPaper)adw_combo_row_get_selected (self->paper),
                .day = QD_DAY_NONE,
                .tiling = (QdReportTiling)adw_combo_row_get_selected (self->tiling) },
    .outline = { (QdOutlineOnly)adw_combo_row_get_selected (self->only),
                 adw_switch_row_get_active (self->all_tasks),
                 !adw_switch_row_get_active (self->alarms),
                 0 },
  };
}

/* Says beside the chosen format what it loses, before a file is named. */
static void
show_losses (QdExportDialog *self)
{
  const QdFormatOptions options = get_options (self);
  g_auto(GStrv) losses = NULL;

  if (self->losses != NULL)
    adw_preferences_group_remove (self->losses_group, self->losses);

  self->losses = NULL;

  if (self->format == NULL)
    return;

  losses = qd_format_list_losses (self->format, self->portfolio, self->kind, self->id, self->audience, &options);

  if (losses[0] == NULL)
    return;

  self->losses = qd_losses_row_new ((const char *const *)losses);
  self->losses_group = get_group (self, self->format->purpose);
  adw_preferences_group_add (self->losses_group, self->losses);
}

/* Says how many pages a timeline takes, or what is in the way of it, before a file is named. */
static void
show_pages (QdExportDialog *self)
{
  g_autofree char *words = NULL;
  QdFormatOptions  options;
  gboolean         problem;

  if (self->format == NULL || !is_timeline (self))
    return;

  options = get_options (self);
  words = qd_report_dup_timeline_words (self->portfolio,
                                        qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, self->id),
                                        self->audience,
                                        &options.report,
                                        &problem);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->tiling), words);

  if (problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->tiling), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tiling), "warning");
}

static gint64
get_account (QdExportDialog *self)
{
  QdPlan *plan =
      self->kind == QD_EXCHANGE_KIND_PLAN ? qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, self->id) : NULL;

  return plan != NULL ? plan->account : self->kind == QD_EXCHANGE_KIND_ACCOUNT ? self->id
                                                                               : 0;
}

/* What was decided about the names in it was decided of that file for those readers. */
static void
options_changed_cb (QdExportDialog *self)
{
  if (self->format != NULL)
    qd_exit_gate_reset (self->gate, self->format->nick, self->audience, get_account (self));

  show_losses (self);
  show_pages (self);
  show_problem (self, NULL);
}

static void
audience_toggled_cb (GtkCheckButton *button,
                     QdExportDialog *self)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->audience = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "audience"));
  qd_audience_banner_set (self->banner, self->audience);
  options_changed_cb (self);
}

static void
format_toggled_cb (GtkCheckButton *button,
                   QdExportDialog *self)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->format = g_object_get_data (G_OBJECT (button), "format");
  gtk_widget_set_sensitive (self->paper_group, has_pages (self)); /* hidden, it would move what is below it */
  gtk_widget_set_visible (GTK_WIDGET (self->tiling), is_timeline (self));
  gtk_widget_set_sensitive (self->preview, !is_timeline (self));
  gtk_widget_set_visible (self->chart_group, g_str_equal (self->format->nick, "mermaid"));
  gtk_widget_set_visible (self->calendar_group, g_str_equal (self->format->nick, "ics"));
  options_changed_cb (self);
}

static GtkCheckButton *
add_choice (AdwPreferencesGroup *group,
            GtkCheckButton      *first,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (group, row);

  return GTK_CHECK_BUTTON (button);
}

/* A portfolio holds many customers, and is for none of them. */
static gboolean
is_audience_offered (QdExportDialog *self,
                     int             audience)
{
  return !qd_audience_is_outside ((QdAudience)audience) || self->kind == QD_EXCHANGE_KIND_PLAN ||
         (self->kind == QD_EXCHANGE_KIND_ACCOUNT && audience == QD_AUDIENCE_CUSTOMER);
}

static void
add_audiences (QdExportDialog *self)
{
  GtkCheckButton *first = NULL;
  int             usual = g_settings_get_enum (self->settings, "default-audience");

  if (!is_audience_offered (self, usual))
    usual = QD_AUDIENCE_INTERNAL;

  for (int i = 0; qd_audiences[i].nick != NULL; i++)
    {
      GtkCheckButton *button;

      if (!is_audience_offered (self, i))
        continue;

      button = add_choice (self->audiences, first, qd_nicks_get_label (qd_audiences, i), _ (audience_words[i]));
      g_object_set_data (G_OBJECT (button), "audience", GINT_TO_POINTER (i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (audience_toggled_cb), self, G_CONNECT_DEFAULT);
      gtk_check_button_set_active (button, i == usual);
      first = first != NULL ? first : button;
    }
}

/* What is handed over is mostly read; a whole portfolio is mostly taken along. */
static void
add_formats (QdExportDialog *self)
{
  guint           n_formats;
  const QdFormat *formats = qd_formats_get (&n_formats);
  const QdFormat *usual = qd_format_find ("pdf");
  GtkCheckButton *first = NULL;

  if (!qd_format_holds (usual, self->kind))
    usual = qd_format_find ("json");

  for (guint i = 0; i < n_formats; i++)
    {
      AdwPreferencesGroup *group = get_group (self, formats[i].purpose);
      GtkCheckButton      *button;

      if (!qd_format_holds (&formats[i], self->kind))
        continue;

      if (formats[i].write != NULL)
        gtk_widget_set_visible (self->paper_group, TRUE);

      adw_preferences_group_set_title (group, _ (qd_format_purposes[formats[i].purpose]));
      gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
      button = add_choice (group, first, _ (formats[i].label), _ (formats[i].hint));
      g_object_set_data (G_OBJECT (button), "format", (gpointer)&formats[i]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (format_toggled_cb), self, G_CONNECT_DEFAULT);
      gtk_check_button_set_active (button, &formats[i] == usual);
      first = first != NULL ? first : button;
    }
}

static void
finish (QdExportDialog *self,
        const GError   *error)
{
  g_autofree char *name = g_file_get_basename (self->target);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_ ("“%s” written"), shown);

  if (self->parent == NULL)
    return; /* the window is gone */

  set_busy (self, FALSE);

  if (error == NULL)
    {
      qd_exit_gate_went_out (self->gate);
      qd_shell_tell (self->parent, message);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_problem (self, error->message);
    }
}

static void
write_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (self->format->write != NULL)
    qd_report_write_finish (result, &error);
  else
    qd_exchange_write_file_finish (result, &error);

  finish (self, error);
}

static void
progress_cb (goffset  current,
             goffset  total,
             gpointer user_data)
{
  QdExportDialog *self = user_data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double)current / total);
}

/* Begins to draw. What is drawn was made when this returns; only the file comes later. */
static void
write_drawn (QdExportDialog *self,
             const char     *path)
{
  const QdFormatOptions options = get_options (self);

  qd_format_write_async (self->format,
                         self->portfolio,
                         self->kind,
                         self->id,
                         self->audience,
                         &options,
                         path,
                         self->cancellable,
                         progress_cb,
                         self,
                         write_cb,
                         g_object_ref (self));
}

static gboolean
make (gpointer data,
      GError **error)
{
  QdExportDialog       *self = data;
  const QdFormatOptions options = get_options (self);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = self->format->create (self->portfolio, self->kind, self->id, self->audience, &options, error);

  return self->bytes != NULL;
}

/* As make(), and of what is drawn begins the file too */
static gboolean
make_file (gpointer data,
           GError **error)
{
  QdExportDialog  *self = data;
  g_autofree char *path = g_file_get_path (self->target);

  if (!make (self, error))
    return FALSE; /* it may have changed while the file was chosen */

  if (self->format->write != NULL)
    write_drawn (self, path);

  return TRUE;
}

static void
write_target (QdExportDialog *self)
{
  g_autofree char *path = g_file_get_path (self->target);
  g_autoptr(GError) error = NULL;

  set_busy (self, TRUE);

  if (path == NULL)
    g_set_error_literal (
        &error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET, _ ("Only a file on this computer can be written"));

  if (path == NULL || !qd_exit_gate_try (self->gate, make_file, self, &error))
    {
      finish (self, error);
    }
  else if (self->format->write == NULL)
    {
      gtk_progress_bar_pulse (self->progress);
      qd_exchange_write_file_async (self->bytes, self->target, self->cancellable, write_cb, g_object_ref (self));
    }
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    {
      g_set_object (&self->target, file);
      write_target (self);
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_problem (self, error->message);
    }
}

static void
choose_file (gpointer data)
{
  QdExportDialog *self = data;
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = qd_format_dup_file_name (self->format, self->portfolio, self->kind, self->id, self->audience);

  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (
      dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, chosen_cb, g_object_ref (self));
}

static void
export_cb (QdExportDialog *self)
{
  g_autoptr(GError) error = NULL;

  show_problem (self, NULL);

  if (qd_exit_gate_try (self->gate, make, self, &error))
    choose_file (self);
  else if (qd_exit_gate_is_held_up (self->gate))
    qd_exit_dialog_present (GTK_WIDGET (self), self->gate, make, choose_file, g_object_ref (self), g_object_unref);
  else
    show_problem (self, error->message);
}

static void
cancel_cb (QdExportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The pages are another room's to show. */
static void
preview_cb (QdExportDialog *self)
{
  gtk_widget_activate_action (self->parent,
                              self->kind == QD_EXCHANGE_KIND_PLAN ? "win.preview-plan" : "win.preview-account",
                              "x",
                              self->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
qd_export_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (QD_EXPORT_DIALOG (dialog)->cancellable);
}

static void
qd_export_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (QD_EXPORT_DIALOG (object)->cancellable);
  g_clear_object (&QD_EXPORT_DIALOG (object)->parent);
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (qd_export_dialog_parent_class)->dispose (object);
}

static void
qd_export_dialog_finalize (GObject *object)
{
  QdExportDialog *self = QD_EXPORT_DIALOG (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->gate, qd_exit_gate_free);
  g_clear_object (&self->target);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_export_dialog_parent_class)->finalize (object);
}

static void
qd_export_dialog_class_init (QdExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_export_dialog_dispose;
  object_class->finalize = qd_export_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = qd_export_dialog_closed;

  g_type_ensure (QD_TYPE_AUDIENCE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, audiences);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, read_formats);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, keep_formats);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, gitlab_formats);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, program_formats);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, chart_group);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, only);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, calendar_group);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, all_tasks);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, alarms);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, paper_group);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, tiling);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, progress_group);
  gtk_widget_class_bind_template_child (widget_class, QdExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
}

static void
qd_export_dialog_init (QdExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_export_dialog_present:
 * @id: of the account, plan or template; anything for the whole portfolio
 */
void
qd_export_dialog_present (GtkWidget     *parent,
                          QdPortfolio   *portfolio,
                          QdExchangeKind kind,
                          gint64         id)
{
  QdExportDialog *self = g_object_new (QD_TYPE_EXPORT_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->gate = qd_exit_gate_new (portfolio);
  self->parent = g_object_ref (parent);
  self->kind = kind;
  self->id = id;
  adw_combo_row_set_selected (self->paper, g_settings_get_enum (self->settings, "paper-size"));
  add_audiences (self);
  add_formats (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
