/* qd-import-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-dialog"

#include "qd-import-dialog.h"

#include <glib/gi18n.h>

#include "qd-import-item.h"
#include "qd-json.h"

/**
 * QdImportDialog:
 *
 * Shows what a JSON file would add, change and leave, field by field where
 * something changes; only then does it write, as one step.
 */
struct _QdImportDialog
{
  AdwDialog        parent_instance;

  QdPortfolio     *portfolio;
  GtkWidget       *parent; /* a reference: the toast comes when the dialog is gone */
  GCancellable    *cancellable;
  QdImportPlan    *plan;
  gboolean         applying;

  AdwBanner       *problem;
  GtkStack        *stack;
  AdwStatusPage   *failure;
  GtkButton       *apply;
  GtkLabel        *summary;
  AdwToggleGroup  *filter;
  GtkListView     *list;
  GtkCustomFilter *shown;
};

G_DEFINE_FINAL_TYPE (QdImportDialog, qd_import_dialog, ADW_TYPE_DIALOG)

/* The toggles are “All”, and one of each outcome in its order. */
static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  QdImportDialog *self = user_data;
  guint           active = adw_toggle_group_get_active (self->filter);

  return active == 0 || active == GTK_INVALID_LIST_POSITION ||
         (guint)qd_import_item_get_row (item)->outcome == active - 1;
}

static void
filter_changed_cb (QdImportDialog *self)
{
  if (self->shown != NULL)
    gtk_filter_changed (GTK_FILTER (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
fail (QdImportDialog *self,
      const GError   *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failure, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static GListModel *
create_changes (gpointer item,
                gpointer user_data)
{
  return qd_import_item_create_changes (item);
}

static gpointer
create_item (gpointer row,
             gpointer user_data)
{
  g_autoptr(QdImportRow) owned = row;

  return qd_import_item_new (owned);
}

static GListModel *
create_rows (QdImportDialog *self)
{
  GPtrArray  *rows = qd_import_plan_get_rows (self->plan);
  GListStore *store = g_list_store_new (QD_TYPE_IMPORT_ROW);

  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}

static void
show_plan (QdImportDialog *self)
{
  guint               n_new = qd_import_plan_get_count (self->plan, QD_IMPORT_ADD);
  guint               n_changed = qd_import_plan_get_count (self->plan, QD_IMPORT_CHANGE);
  g_autofree char    *summary = qd_import_plan_dup_summary (self->plan);
  GtkMapListModel    *items = gtk_map_list_model_new (create_rows (self), create_item, NULL, NULL);
  GtkFilterListModel *filtered;
  GtkTreeListModel   *tree;
  g_autoptr(GtkSelectionModel) selection = NULL;

  self->shown = gtk_custom_filter_new (is_shown, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (items), GTK_FILTER (g_object_ref (self->shown)));
  tree = gtk_tree_list_model_new (
      G_LIST_MODEL (filtered), FALSE, n_changed > 0 && n_changed <= 50, create_changes, NULL, NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (tree)));
  gtk_list_view_set_model (self->list, selection);

  gtk_label_set_label (self->summary, n_new + n_changed > 0 ? summary : _ ("All of it is already there."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), n_new + n_changed > 0);
  gtk_stack_set_visible_child_name (self->stack, "preview");

  if (n_new + n_changed > 0)
    {
      adw_toggle_group_set_active (self->filter, n_changed > 0 ? 1 + QD_IMPORT_CHANGE : 1 + QD_IMPORT_ADD);
      gtk_widget_grab_focus (GTK_WIDGET (self->apply));
    }
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      file,
             GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = qd_import_read_file (file, cancellable, &error);
  JsonNode *root = bytes != NULL ? qd_json_read (bytes, &error) : NULL;

  if (root != NULL)
    g_task_return_pointer (task, root, (GDestroyNotify)json_node_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  QdImportDialog *self = QD_IMPORT_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = g_task_propagate_pointer (G_TASK (result), &error);

  if (root != NULL)
    self->plan = qd_import_plan_new_from_json (self->portfolio, root, 0, &error);

  if (self->plan != NULL)
    show_plan (self);
  else
    fail (self, error);
}

static void
cancel_cb (QdImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
apply_done_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(QdImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  guint n_rows = qd_import_plan_get_count (self->plan, QD_IMPORT_ADD) +
                 qd_import_plan_get_count (self->plan, QD_IMPORT_CHANGE);
  g_autofree char *message = NULL;

  self->applying = FALSE;

  if (!qd_store_edit_finish (QD_STORE (object), result, &error))
    {
      if (self->parent == NULL)
        return;

      adw_banner_set_use_markup (self->problem, FALSE);
      adw_banner_set_title (self->problem, error->message);
      adw_banner_set_revealed (self->problem, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->apply), TRUE);
      return;
    }

  message = g_strdup_printf (ngettext ("%u record imported", "%u records imported", n_rows), n_rows);
  if (self->parent == NULL)
    return;

  qd_shell_tell_undoable (self->parent, message);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
apply_cb (QdImportDialog *self)
{
  if (self->applying || self->plan == NULL)
    return;

  self->applying = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), FALSE);
  qd_import_plan_apply_async (self->plan, NULL, self->cancellable, apply_done_cb, g_object_ref (self));
}

static void
qd_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (QD_IMPORT_DIALOG (dialog)->cancellable);
}

static void
qd_import_dialog_dispose (GObject *object)
{
  QdImportDialog *self = QD_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  if (self->shown != NULL)
    gtk_custom_filter_set_filter_func (self->shown, NULL, NULL, NULL);

  g_clear_object (&self->parent);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (qd_import_dialog_parent_class)->dispose (object);
}

static void
qd_import_dialog_finalize (GObject *object)
{
  QdImportDialog *self = QD_IMPORT_DIALOG (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->plan);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_import_dialog_parent_class)->finalize (object);
}

static void
qd_import_dialog_class_init (QdImportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_import_dialog_dispose;
  object_class->finalize = qd_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = qd_import_dialog_closed;

  g_type_ensure (QD_TYPE_IMPORT_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
qd_import_dialog_init (QdImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_import_dialog_present:
 * @file: JSON; what cannot be read is refused with the reason
 */
void
qd_import_dialog_present (GtkWidget   *parent,
                          QdPortfolio *portfolio,
                          GFile       *file)
{
  QdImportDialog *self = g_object_new (QD_TYPE_IMPORT_DIALOG, NULL);
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->parent = g_object_ref (parent);
  g_task_set_source_tag (task, qd_import_dialog_present);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  adw_dialog_present (ADW_DIALOG (self), parent);
  g_task_run_in_thread (task, read_thread);
}
