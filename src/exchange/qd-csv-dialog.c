/* qd-csv-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-dialog"

#include "qd-csv-dialog.h"

#include <glib/gi18n.h>

#include "qd-csv-item.h"
#include "qd-csv-mapping-edits.h"
#include "qd-csv-roster.h"
#include "qd-day.h"
#include "qd-import-plan.h"

/* Rows read in one go, between which the window stays alive. */
#define STEP 250

/**
 * QdCsvDialog:
 *
 * Takes a report of accounts in: first it asks how the columns are meant, where
 * it does not know; then it shows what would become of every row; only then
 * does it write, as one step.
 */
struct _QdCsvDialog
{
  AdwDialog            parent_instance;

  QdPortfolio         *portfolio;
  GCancellable        *cancellable;
  QdCsvTable          *table;
  QdCsvMapping        *mapping;
  QdCsvReader         *reader;
  GPtrArray           *rows; /* QdCsvResult */
  GListStore          *results;
  guint                step_id;

  AdwNavigationView   *pages;
  AdwBanner           *problem;
  GtkStack            *stack;
  AdwStatusPage       *failure;
  AdwPreferencesGroup *columns;
  AdwEntryRow         *currency;
  GtkButton           *next;
  GtkButton           *apply;
  GtkProgressBar      *progress;
  GtkLabel            *summary;
  AdwToggleGroup      *filter;
  GtkCustomFilter     *shown;
};

G_DEFINE_FINAL_TYPE (QdCsvDialog, qd_csv_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_0,
  PROP_RESULTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
fail (QdCsvDialog  *self,
      const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  adw_status_page_set_description (self->failure, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
update_next (QdCsvDialog *self)
{
  g_autoptr(GError) error = NULL;
  gboolean complete = qd_csv_mapping_is_complete (self->mapping, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self->next), complete);
  adw_banner_set_title (self->problem, complete ? "" : error->message);
  adw_banner_set_use_markup (self->problem, FALSE);
  adw_banner_set_revealed (self->problem, !complete);
}

static guint
get_column (gpointer row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
}

static void
target_selected_cb (QdCsvDialog *self,
                    GParamSpec  *pspec,
                    AdwComboRow *row)
{
  guint              n_targets;
  const QdCsvTarget *targets = qd_csv_get_targets (&n_targets);
  guint              selected = adw_combo_row_get_selected (row);

  self->mapping->targets[get_column (row)] = selected == 0 ? NULL : targets[selected - 1].name;
  update_next (self);
}

static void
order_selected_cb (QdCsvDialog *self,
                   GParamSpec  *pspec,
                   AdwComboRow *row)
{
  static const QdDateOrder orders[] = { QD_DATE_ORDER_UNCLEAR, QD_DATE_ORDER_DMY, QD_DATE_ORDER_MDY };

  self->mapping->orders[get_column (row)] = orders[adw_combo_row_get_selected (row)];
  update_next (self);
}

static void
currency_changed_cb (QdCsvDialog *self)
{
  g_autofree char *text = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->currency)), -1);

  if (self->mapping != NULL && strlen (text) == 3)
    g_set_str (&self->mapping->currency, text);
}

/* A few of what a column has, so that one sees what it is. */
static char *
dup_examples (QdCsvDialog *self,
              guint        column)
{
  g_autoptr(GString) examples = g_string_new (NULL);
  int n_examples = 0;

  for (guint i = 0; i < self->table->rows->len && n_examples < 3; i++)
    {
      const char      *field = qd_csv_table_get (self->table, g_ptr_array_index (self->table->rows, i), column);
      g_autofree char *line = g_strdelimit (g_utf8_substring (field, 0, MIN (40, g_utf8_strlen (field, -1))), "\r\n\t", ' ');

      if (*g_strstrip (line) == '\0')
        continue;

      g_string_append_printf (examples, "%s%s", n_examples > 0 ? " · " : "", line);
      n_examples++;
    }

  return g_string_free (g_steal_pointer (&examples), FALSE);
}

static GListModel *
create_target_model (void)
{
  guint              n_targets;
  const QdCsvTarget *targets = qd_csv_get_targets (&n_targets);
  GtkStringList     *model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _ ("Leave out"));

  for (guint i = 0; i < n_targets; i++)
    gtk_string_list_append (model, _ (targets[i].label));

  return G_LIST_MODEL (model);
}

static AdwComboRow *
add_combo (QdCsvDialog *self,
           guint        column,
           const char  *title,
           GListModel  *model,
           guint        selected,
           GCallback    callback)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, model);
  adw_combo_row_set_selected (row, selected);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (row, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->columns, GTK_WIDGET (row));

  return row;
}

static void
add_column (QdCsvDialog *self,
            guint        column)
{
  g_autoptr(GListModel) model = create_target_model ();
  g_autofree char   *examples = dup_examples (self, column);
  guint              n_targets;
  const QdCsvTarget *targets = qd_csv_get_targets (&n_targets);
  guint              selected = 0;
  AdwComboRow       *row;

  for (guint i = 0; i < n_targets; i++)
    {
      if (targets[i].name == self->mapping->targets[column])
        selected = i + 1;
    }

  row = add_combo (
      self, column, self->table->header[column], model, selected, G_CALLBACK (target_selected_cb));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), examples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);

  if (self->mapping->orders[column] == QD_DATE_ORDER_UNCLEAR)
    {
      g_autoptr(GtkStringList) orders = gtk_string_list_new (NULL);
      g_autofree char *title = g_strdup_printf (_ ("Dates in “%s”"), self->table->header[column]);

      gtk_string_list_append (orders, _ ("Not said yet"));
      gtk_string_list_append (orders, _ ("Day first: 31/12"));
      gtk_string_list_append (orders, _ ("Month first: 12/31"));
      add_combo (self, column, title, G_LIST_MODEL (orders), 0, G_CALLBACK (order_selected_cb));
    }
}

static void
show_columns (QdCsvDialog *self)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u row was found. Say what each column is.", "%u rows were found. Say what each column is.", self->table->rows->len),
      self->table->rows->len);

  adw_preferences_group_set_description (self->columns, text);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), self->mapping->currency);

  for (guint i = 0; i < self->table->n_columns; i++)
    add_column (self, i);

  gtk_stack_set_visible_child_name (self->stack, "columns");
  update_next (self);
}

static void
recall_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdCsvDialog) self = user_data;
  g_autofree char *remembered = qd_csv_mapping_recall_finish (QD_STORE (object), result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (remembered != NULL)
    qd_csv_mapping_take_text (self->mapping, remembered);

  show_columns (self);
}

static void
read_func (GTask        *task,
           gpointer      source,
           gpointer      file,
           GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = qd_import_read_file (file, cancellable, &error);
  QdCsvTable *table = bytes != NULL ? qd_csv_table_new (bytes, &error) : NULL;

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify)qd_csv_table_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  QdCsvDialog *self = QD_CSV_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autofree char *signature = NULL;

  if (!(self->table = g_task_propagate_pointer (G_TASK (result), &error)))
    {
      fail (self, error);
      return;
    }

  self->mapping = qd_csv_mapping_new (self->table);
  signature = qd_csv_table_dup_signature (self->table);
  qd_csv_mapping_recall_async (
      qd_portfolio_get_store (self->portfolio), signature, recall_cb, g_object_ref (self));
}

static void
show_summary (QdCsvDialog *self)
{
  guint            n_new = qd_csv_roster_count (self->rows, QD_CSV_ADD);
  guint            n_changed = qd_csv_roster_count (self->rows, QD_CSV_CHANGE);
  guint            n_bad = qd_csv_roster_count (self->rows, QD_CSV_BAD);
  g_autofree char *added = g_strdup_printf (ngettext ("%u account is new", "%u accounts are new", n_new), n_new);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changes", "%u change", n_changed), n_changed);
  g_autofree char *bad = g_strdup_printf (
      ngettext ("%u row cannot be read and is left out", "%u rows cannot be read and are left out", n_bad), n_bad);
  g_autofree char *text = g_strdup_printf ("%s, %s, %s.", added, changed, bad);

  gtk_label_set_label (self->summary, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), n_new + n_changed > 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_rows (QdCsvDialog *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  self->rows = qd_csv_reader_steal_results (self->reader);
  g_clear_pointer (&self->reader, qd_csv_reader_free);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (items, qd_csv_item_new (g_ptr_array_index (self->rows, i)));

  g_list_store_splice (self->results, 0, 0, items->pdata, items->len);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  show_summary (self);
}

static gboolean
step_cb (gpointer user_data)
{
  QdCsvDialog *self = user_data;

  if (qd_csv_reader_step (self->reader, STEP))
    {
      gtk_progress_bar_set_fraction (self->progress, qd_csv_reader_get_progress (self->reader));
      return G_SOURCE_CONTINUE;
    }

  self->step_id = 0;
  show_rows (self);

  return G_SOURCE_REMOVE;
}

static void
forget_rows (QdCsvDialog *self)
{
  g_clear_handle_id (&self->step_id, g_source_remove);
  g_list_store_remove_all (self->results);
  g_clear_pointer (&self->reader, qd_csv_reader_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static void
preview_cb (QdCsvDialog *self)
{
  forget_rows (self);
  self->reader = qd_csv_reader_new (self->table, self->mapping, self->portfolio, qd_day_today ());
  self->step_id = g_idle_add (step_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), FALSE);
  gtk_label_set_label (self->summary, "");
  adw_navigation_view_push_by_tag (self->pages, "preview");
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  QdCsvDialog *self = user_data;
  guint        active = adw_toggle_group_get_active (self->filter);

  return active == 0 || active == GTK_INVALID_LIST_POSITION || qd_csv_item_get_outcome (item) == active - 1;
}

static void
filter_changed_cb (QdCsvDialog *self)
{
  if (self->shown != NULL)
    gtk_filter_changed (GTK_FILTER (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
apply_done_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(QdCsvDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint            n_written;

  if (!qd_store_edit_finish (QD_STORE (object), result, &error))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->apply), TRUE);
      qd_shell_report (self, error);
      return;
    }

  n_written = qd_csv_roster_count (self->rows, QD_CSV_ADD) + qd_csv_roster_count (self->rows, QD_CSV_CHANGE);
  text = g_strdup_printf (ngettext ("%u account imported", "%u accounts imported", n_written), n_written);
  qd_shell_tell_undoable (self, text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
apply_cb (QdCsvDialog *self)
{
  QdStore         *store = qd_portfolio_get_store (self->portfolio);
  g_autofree char *signature = qd_csv_table_dup_signature (self->table);
  g_autofree char *mapping = qd_csv_mapping_to_text (self->mapping);

  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), FALSE);
  qd_csv_mapping_remember_async (store, signature, mapping, qd_shell_edit_cb, g_object_ref (self));
  qd_csv_roster_apply_async (self->rows, store, self->cancellable, apply_done_cb, g_object_ref (self));
}

static void
cancel_cb (QdCsvDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
qd_csv_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (QD_CSV_DIALOG (dialog)->cancellable);
}

static void
qd_csv_dialog_dispose (GObject *object)
{
  QdCsvDialog *self = QD_CSV_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  forget_rows (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CSV_DIALOG);

  G_OBJECT_CLASS (qd_csv_dialog_parent_class)->dispose (object);
}

static void
qd_csv_dialog_finalize (GObject *object)
{
  QdCsvDialog *self = QD_CSV_DIALOG (object);

  g_clear_pointer (&self->mapping, qd_csv_mapping_free);
  g_clear_pointer (&self->table, qd_csv_table_free);
  g_clear_object (&self->results);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_csv_dialog_parent_class)->finalize (object);
}

static void
qd_csv_dialog_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdCsvDialog *self = QD_CSV_DIALOG (object);

  switch (prop_id)
    {
    case PROP_RESULTS:
      g_value_set_object (value, self->results);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_csv_dialog_class_init (QdCsvDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_csv_dialog_dispose;
  object_class->finalize = qd_csv_dialog_finalize;
  object_class->get_property = qd_csv_dialog_get_property;
  ADW_DIALOG_CLASS (klass)->closed = qd_csv_dialog_closed;

  properties[PROP_RESULTS] = g_param_spec_object (
      "results", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_CSV_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-csv-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, next);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, QdCsvDialog, shown);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
qd_csv_dialog_init (QdCsvDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->results = g_list_store_new (QD_TYPE_CSV_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->shown, is_shown, self, NULL);
}

/**
 * qd_csv_dialog_present:
 * @file: of any size and kind; what is no table is refused with the reason
 */
void
qd_csv_dialog_present (GtkWidget   *parent,
                       QdPortfolio *portfolio,
                       GFile       *file)
{
  QdCsvDialog *self = g_object_new (QD_TYPE_CSV_DIALOG, NULL);
  g_autoptr(GTask) task = NULL;

  self->portfolio = g_object_ref (portfolio);
  adw_dialog_present (ADW_DIALOG (self), parent);
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_func);
}
