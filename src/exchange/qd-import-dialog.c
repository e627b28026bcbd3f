/* qd-import-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-dialog"

#include "qd-import-dialog.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-audience.h"
#include "qd-foreign.h"
#include "qd-format.h"
#include "qd-import-item.h"
#include "qd-json.h"
#include "qd-mspdi-read.h"
#include "qd-outline-import.h"

/**
 * QdImportDialog:
 *
 * Shows what a file or database of ours, or a file of Microsoft Project, would add,
 * change and leave, field by field where something changes; only then does it write,
 * as one step. Of a project it asks whose plan it is.
 */
struct _QdImportDialog
{
  AdwDialog        parent_instance;

  QdPortfolio     *portfolio;
  GtkWidget       *parent; /* a reference: the toast comes when the dialog is gone */
  GCancellable    *cancellable;
  QdImportPlan    *plan;
  QdPlanOutline   *outline;  /* (nullable): of a project */
  GArray          *accounts; /* of gint64, by the place in the list; the first is none */
  gboolean         applying;

  AdwBanner       *problem;
  GtkStack        *stack;
  AdwStatusPage   *failure;
  GtkButton       *apply;
  GtkWidget       *account_list;
  AdwComboRow     *account;
  GtkLabel        *summary;
  GtkLabel        *notes;
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

  if (self->shown != NULL)
    gtk_custom_filter_set_filter_func (self->shown, NULL, NULL, NULL);

  g_clear_object (&self->shown);
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

/* What was in the file: one of the two, and what of it is left out */
typedef struct
{
  JsonNode      *root;
  QdPlanOutline *outline;
  GStrv          notes;
} Content;

static void
content_free (Content *content)
{
  g_clear_pointer (&content->root, json_node_unref);
  g_clear_pointer (&content->outline, qd_plan_outline_free);
  g_strfreev (content->notes);
  g_free (content);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      file,
             GCancellable *cancellable)
{
  GError          *error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  gboolean         is_database = qd_foreign_is_database (name != NULL ? name : "", NULL);
  g_autoptr(GBytes) bytes = is_database ? NULL : qd_import_read_file (file, cancellable, &error);
  g_autoptr(Content) content = g_new0 (Content, 1);

  if (is_database)
    content->root = qd_foreign_read (file, cancellable, &error);
  else if (bytes != NULL && qd_format_is_xml (name != NULL ? name : "", bytes))
    content->outline = qd_mspdi_read (bytes, &content->notes, &error);
  else if (bytes != NULL)
    content->root = qd_json_read (bytes, &error);

  if (content->root != NULL || content->outline != NULL)
    g_task_return_pointer (task, g_steal_pointer (&content), (GDestroyNotify)content_free);
  else
    g_task_return_error (task, error);
}

/* @error: (transfer none): why there is none */
static void
show_or_fail (QdImportDialog *self,
              const GError   *error)
{
  if (self->plan != NULL)
    show_plan (self);
  else
    fail (self, error);
}

/* Nothing can be said before it is known whose plan it is. */
static void
show_unknown (QdImportDialog *self)
{
  gtk_list_view_set_model (self->list, NULL);
  gtk_label_set_label (self->summary, _ ("Say whose plan it is."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_grab_focus (GTK_WIDGET (self->account));
}

static void
account_changed_cb (QdImportDialog *self)
{
  guint  selected = adw_combo_row_get_selected (self->account);
  gint64 account;
  g_autoptr(GError) error = NULL;

  if (self->outline == NULL || self->applying || selected >= self->accounts->len)
    return;

  g_clear_object (&self->plan);
  account = g_array_index (self->accounts, gint64, selected);

  if (account == 0)
    {
      show_unknown (self);
      return;
    }

  self->plan = qd_outline_import_new (self->portfolio, self->outline, account, &error);
  show_or_fail (self, error);
}

static int
compare_accounts (gconstpointer a,
                  gconstpointer b)
{
  g_autofree char *first = qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, *(gpointer *)a);
  g_autofree char *second = qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, *(gpointer *)b);

  return g_utf8_collate (first, second);
}

/* By their codenames: the screen may be shared. The one that the file seems to be of is chosen. */
static void
offer_accounts (QdImportDialog *self)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT));
  gint64      guess = qd_outline_import_guess_account (self->portfolio, self->outline);
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint  chosen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (accounts, g_list_model_get_item (list, i));

  g_ptr_array_sort (accounts, compare_accounts);
  gtk_string_list_append (names, _ ("None Chosen"));
  g_array_append_val (self->accounts, none);

  for (guint i = 0; i < accounts->len; i++)
    {
      gpointer         account = g_ptr_array_index (accounts, i);
      gint64           id = qd_record_get_id (account);
      g_autofree char *name = qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, account);

      gtk_string_list_append (names, name);
      g_array_append_val (self->accounts, id);
      chosen = id == guess ? i + 1 : chosen;
    }

  adw_combo_row_set_model (self->account, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->account_list, TRUE);
  adw_combo_row_set_selected (self->account, chosen);

  if (self->plan == NULL)
    account_changed_cb (self);
}

static void
show_notes (QdImportDialog *self,
            GStrv           notes)
{
  g_autofree char *joined = notes != NULL ? g_strjoinv ("\n", notes) : g_strdup ("");

  gtk_label_set_label (self->notes, joined);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *joined != '\0');
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  QdImportDialog *self = QD_IMPORT_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(Content) content = g_task_propagate_pointer (G_TASK (result), &error);

  if (content == NULL)
    {
      fail (self, error);
      return;
    }

  show_notes (self, content->notes);

  if (content->outline != NULL)
    {
      self->outline = g_steal_pointer (&content->outline);
      offer_accounts (self);
      return;
    }

  self->plan = qd_import_plan_new_from_json (self->portfolio, content->root, 0, &error);
  show_or_fail (self, error);
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
      gtk_widget_set_sensitive (self->account_list, TRUE);
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
  gtk_widget_set_sensitive (self->account_list, FALSE);
  qd_import_plan_apply_async (self->plan,
                              self->outline != NULL ? _ ("Import Plan") : NULL,
                              self->cancellable,
                              apply_done_cb,
                              g_object_ref (self));
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
  g_clear_pointer (&self->outline, qd_plan_outline_free);
  g_array_unref (self->accounts);
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
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, account_list);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, account);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, QdImportDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
}

static void
qd_import_dialog_init (QdImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_import_dialog_present:
 * @file: JSON, XML or a database; what cannot be read is refused with the reason
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
