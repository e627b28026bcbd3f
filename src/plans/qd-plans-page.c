/* qd-plans-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plans-page"

#include "qd-plans-page.h"

#include <glib/gi18n.h>

#include "qd-config.h"
#include "qd-plan-row.h"
#include "qd-plans-page-private.h"
#include "qd-search-key.h"

/**
 * QdPlansPage:
 *
 * The plans of all accounts, those that need a person first: a table where there
 * is room, else a list of rows.
 */
G_DEFINE_FINAL_TYPE (QdPlansPage, qd_plans_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
has_filter (QdPlansPage *self)
{
  return self->status != QD_ENUM_NONE || self->kind != QD_ENUM_NONE || self->only_late ||
         (self->words != NULL && self->words[0] != NULL);
}

static gboolean
passes (gpointer item,
        gpointer user_data)
{
  QdPlansPage *self = user_data;
  QdPlanFacts *facts = item;

  if (self->status != QD_ENUM_NONE && (int)facts->plan->status != self->status)
    return FALSE;

  if (self->kind != QD_ENUM_NONE && (int)facts->plan->kind != self->kind)
    return FALSE;

  if (self->only_late && (facts->counts.n_late == 0 || facts->plan->status == QD_PLAN_STATUS_CLOSED))
    return FALSE;

  return self->words == NULL || qd_search_matches (facts->key, (const char *const *)self->words);
}

static const char *
find_state (QdPlansPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->plans)) == 0)
    return g_list_model_get_n_items (G_LIST_MODEL (
               qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT))) == 0
               ? "no-accounts"
               : "no-plans";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return "no-match";

  return self->narrow ? "list" : "table";
}

/* “12 of 14 plans” */
static char *
dup_count (QdPlansPage *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->plans));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n_all == 0)
    return g_strdup ("");

  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u plan", "%u plans", n_all), n_all);

  return g_strdup_printf (ngettext ("%u of %u plan", "%u of %u plans", n_all), n_shown, n_all);
}

static void
show_state (QdPlansPage *self)
{
  const char      *state = find_state (self);
  g_autofree char *count = NULL;
  gboolean         as_list = g_str_equal (state, "list");
  gboolean         as_table = g_str_equal (state, "table");

  count = dup_count (self);
  adw_window_title_set_subtitle (self->window_title, count);
  gtk_widget_set_visible (self->filters, !g_str_has_prefix (state, "no-") || g_str_equal (state, "no-match"));

  /* Only what is in sight has the rows. */
  if (gtk_list_view_get_model (self->list) != (as_list ? self->selection : NULL))
    gtk_list_view_set_model (self->list, as_list ? self->selection : NULL);

  if (gtk_column_view_get_model (self->view) != (as_table ? self->selection : NULL))
    gtk_column_view_set_model (self->view, as_table ? self->selection : NULL);

  gtk_stack_set_visible_child_name (self->stack, state);
}

static void
narrow_cb (QdPlansPage *self)
{
  self->narrow = TRUE;

  if (self->selection != NULL)
    show_state (self);
}

static void
wide_cb (QdPlansPage *self)
{
  self->narrow = FALSE;

  if (self->selection != NULL)
    show_state (self);
}

static void
refilter (QdPlansPage *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
search_changed_cb (QdPlansPage *self)
{
  g_strfreev (self->words);
  self->words = qd_search_split (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  refilter (self);
}

static void
filter_changed_cb (QdPlansPage *self)
{
  const char *status = adw_toggle_group_get_active_name (self->statuses);
  guint       kind = gtk_drop_down_get_selected (self->kinds);

  self->status = status != NULL ? qd_nicks_parse (qd_plan_statuses, status) : QD_ENUM_NONE;
  self->kind = kind == GTK_INVALID_LIST_POSITION || kind == 0 ? QD_ENUM_NONE : (int)kind - 1;
  self->only_late = gtk_toggle_button_get_active (self->late);
  refilter (self);
}

void
qd_plans_page_clear_filter (QdPlansPage *self)
{
  if (!has_filter (self))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  adw_toggle_group_set_active_name (self->statuses, "all");
  gtk_drop_down_set_selected (self->kinds, 0);
  gtk_toggle_button_set_active (self->late, FALSE);
}

static void
activate_cb (QdPlansPage *self,
             guint        position)
{
  g_autoptr(QdPlanFacts) facts = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (facts != NULL)
    qd_shell_open_plan (self, qd_record_get_id (facts->plan));
}

/* Enter in the search goes to what was found. */
static void
search_activate_cb (QdPlansPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 1)
    activate_cb (self, 0);
  else
    gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->list) : GTK_WIDGET (self->view));
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  QdPlansPage *self = user_data;
  QdPlanColumn column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));

  gtk_list_item_set_child (item, qd_plan_row_cell_new (column, self->plans));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  QdPlanRowCell *cell = QD_PLAN_ROW_CELL (gtk_list_item_get_child (item));

  qd_plan_row_cell_set_facts (cell, gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  qd_plan_row_cell_set_facts (QD_PLAN_ROW_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
label_table_row (GtkColumnViewRow *row,
                 QdPlanFacts      *facts)
{
  QdPlanList      *plans = g_object_get_data (G_OBJECT (row), "plans");
  g_autofree char *label = qd_plan_row_dup_label (facts, qd_plan_list_get_today (plans));

  gtk_column_view_row_set_accessible_label (row, label);
}

static void
bind_table_row_cb (GtkSignalListItemFactory *factory,
                   GtkColumnViewRow         *row,
                   gpointer                  user_data)
{
  QdPlanFacts *facts = gtk_column_view_row_get_item (row);

  g_object_set_data (G_OBJECT (row), "plans", QD_PLANS_PAGE (user_data)->plans);
  g_signal_connect_object (facts, "changed", G_CALLBACK (label_table_row), row, G_CONNECT_SWAPPED);
  label_table_row (row, facts);
}

static void
unbind_table_row_cb (GtkSignalListItemFactory *factory,
                     GtkColumnViewRow         *row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), label_table_row, row);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  gtk_list_item_set_child (item, qd_plan_row_new (QD_PLANS_PAGE (user_data)->plans));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  qd_plan_row_set_item (QD_PLAN_ROW (gtk_list_item_get_child (item)), item);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  qd_plan_row_set_item (QD_PLAN_ROW (gtk_list_item_get_child (item)), NULL);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return qd_plan_column_compare (GPOINTER_TO_INT (user_data), (QdPlanFacts *)a, (QdPlanFacts *)b);
}

/* As they come: what is under way, the latest first, then what is due next. */
static int
compare_need (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  static const QdPlanColumn order[] = {
    QD_PLAN_COLUMN_STATUS, QD_PLAN_COLUMN_LATE, QD_PLAN_COLUMN_NEXT, QD_PLAN_COLUMN_TARGET, QD_PLAN_COLUMN_NAME
  };
  int result = 0;

  for (gsize i = 0; result == 0 && i < G_N_ELEMENTS (order); i++)
    result = qd_plan_column_compare (order[i], (QdPlanFacts *)a, (QdPlanFacts *)b);

  return result;
}

static void
add_columns (QdPlansPage *self)
{
  for (int i = 0; i < QD_PLAN_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (qd_plan_column_get_title (i), factory);
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GINT_TO_POINTER (i), NULL));

      g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, 0);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
      gtk_column_view_column_set_id (column, qd_plan_column_get_id (i));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_fixed_width (column, qd_plan_column_get_width (i));
      gtk_column_view_column_set_expand (column, i == QD_PLAN_COLUMN_NAME || i == QD_PLAN_COLUMN_NEXT);
      gtk_column_view_append_column (self->view, column);
    }
}

static void
add_factories (QdPlansPage *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) table_rows = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_row_cb), self, 0);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, rows);
  g_signal_connect_object (table_rows, "bind", G_CALLBACK (bind_table_row_cb), self, 0);
  g_signal_connect (table_rows, "unbind", G_CALLBACK (unbind_table_row_cb), NULL);
  gtk_column_view_set_row_factory (self->view, table_rows);
}

static void
add_kinds (QdPlansPage *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _ ("All Kinds"));

  for (int i = 0; qd_plan_kinds[i].nick != NULL; i++)
    gtk_string_list_append (kinds, _ (qd_plan_kinds[i].label));

  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));
}

static void
build_rows (QdPlansPage *self)
{
  GtkMultiSorter     *sorter = gtk_multi_sorter_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkSingleSelection *selection;

  self->filter = gtk_custom_filter_new (passes, self, NULL);
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (compare_need, NULL, NULL)));
  filtered =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->plans)), GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (sorter));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  self->selection = GTK_SELECTION_MODEL (selection);
}

static void
codenames_changed_cb (QdPlansPage *self)
{
  qd_plan_list_set_show_codenames (self->plans, g_settings_get_boolean (self->settings, "show-codenames"));
}

static gboolean
day_cb (gpointer user_data)
{
  qd_plan_list_set_today (QD_PLANS_PAGE (user_data)->plans, qd_day_today ());

  return G_SOURCE_CONTINUE;
}

static void
qd_plans_page_map (GtkWidget *widget)
{
  QdPlansPage *self = QD_PLANS_PAGE (widget);

  GTK_WIDGET_CLASS (qd_plans_page_parent_class)->map (widget);
  day_cb (self);
  self->day_timer = g_timeout_add_seconds (60, day_cb, self);
}

static void
qd_plans_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_PLANS_PAGE (widget)->day_timer, g_source_remove);
  GTK_WIDGET_CLASS (qd_plans_page_parent_class)->unmap (widget);
}

static void
qd_plans_page_dispose (GObject *object)
{
  QdPlansPage *self = QD_PLANS_PAGE (object);

  g_clear_handle_id (&self->day_timer, g_source_remove);

  if (self->view != NULL)
    {
      gtk_column_view_set_model (self->view, NULL);
      gtk_list_view_set_model (self->list, NULL);
    }

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);

  if (self->context_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->context_menu)));

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLANS_PAGE);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->plans);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (qd_plans_page_parent_class)->dispose (object);
}

static void
qd_plans_page_class_init (QdPlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_plans_page_dispose;
  widget_class->map = qd_plans_page_map;
  widget_class->unmap = qd_plans_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, filters);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, statuses);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, late);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, view);
  gtk_widget_class_bind_template_child (widget_class, QdPlansPage, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  qd_plans_page_install_actions (widget_class);
}

static void
qd_plans_page_init (QdPlansPage *self)
{
  self->status = QD_ENUM_NONE;
  self->kind = QD_ENUM_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->stack));
}

QdPlansPage *
qd_plans_page_new (QdPortfolio *portfolio)
{
  QdPlansPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_PLANS_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->plans = qd_plan_list_new (
      portfolio, qd_day_today (), g_settings_get_boolean (self->settings, "show-codenames"));
  add_kinds (self);
  add_columns (self);
  add_factories (self);
  build_rows (self);
  qd_plans_page_add_menu (self);
  show_state (self);

  g_signal_connect_object (
      self->selection, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (
      self->plans, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT),
                           "items-changed",
                           G_CALLBACK (show_state),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->settings,
                           "changed::show-codenames",
                           G_CALLBACK (codenames_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}
