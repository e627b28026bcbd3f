/* qd-history-filter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-filter"

#include "qd-history-filter.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-day-words.h"
#include "qd-history-day-row.h"
#include "qd-history-look.h"
#include "qd-history-shown.h"
#include "qd-plan.h"
#include "qd-record-value.h"

/**
 * QdHistoryFilter:
 *
 * Narrows the history: to an account, a plan, a kind of record or one record, and to a span of
 * days. What is set stands beside the button, each to be taken away by itself.
 */
struct _QdHistoryFilter
{
  AdwBin           parent_instance;

  QdPortfolio     *portfolio;
  gint64           account;
  gint64           plan;
  const char      *table; /* (nullable): interned */
  gint64           record;
  int              from_day;
  int              to_day;
  gboolean         filling; /* the fields, and not a person */

  AdwWrapBox      *box;
  GtkWidget       *button;
  AdwComboRow     *accounts;
  AdwComboRow     *plans;
  AdwComboRow     *kinds;
  QdHistoryDayRow *from;
  QdHistoryDayRow *to;
  GArray          *account_ids; /* gint64, as in the choice; the first is 0 */
  GArray          *plan_ids;    /* likewise */
};

G_DEFINE_FINAL_TYPE (QdHistoryFilter, qd_history_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a pill takes away */
typedef enum
{
  PART_ACCOUNT,
  PART_PLAN,
  PART_KIND,
  PART_DAYS,
} Part;

static void
append_pill (QdHistoryFilter *self,
             Part             part,
             const char      *label,
             GCallback        callback)
{
  GtkWidget       *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *text = gtk_label_new (label);
  GtkWidget       *pill = gtk_button_new ();
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove “%s”"), label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), text);
  gtk_box_append (GTK_BOX (content),
                  g_object_new (GTK_TYPE_IMAGE,
                                "icon-name", "window-close-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                NULL));
  gtk_button_set_child (GTK_BUTTON (pill), content);
  gtk_widget_set_tooltip_text (pill, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (pill, "roster-chip");
  g_object_set_data (G_OBJECT (pill), "part", GINT_TO_POINTER (part));
  g_signal_connect_object (pill, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, pill);
}

/* Returns: (transfer full): “from 3 May 2026”, “until …”, “3 May 2026 – 5 May 2026” */
static char *
dup_days (QdHistoryFilter *self)
{
  g_autofree char *from = qd_day_dup_display (self->from_day);
  g_autofree char *to = qd_day_dup_display (self->to_day);

  if (self->to_day == QD_DAY_NONE)
    return g_strdup_printf (_ ("From %s"), from);

  if (self->from_day == QD_DAY_NONE)
    return g_strdup_printf (_ ("Until %s"), to);

  return self->from_day == self->to_day ? g_steal_pointer (&from) : g_strdup_printf ("%s – %s", from, to);
}

/* Returns: (transfer full): what the kind or the one record is called */
static char *
dup_kind (QdHistoryFilter *self)
{
  const QdHistoryShown *kind = qd_history_shown_find (self->table);
  gpointer              record = self->record != 0 && kind != NULL ? qd_portfolio_lookup (self->portfolio, kind->get_type (), self->record) : NULL;
  g_autoptr(QdHistoryLine) line = NULL;
  g_autofree char *title = NULL;

  if (kind == NULL)
    return g_strdup (self->table);

  if (self->record == 0)
    return g_strdup (_ (kind->label));

  if (record != NULL)
    title = qd_record_dup_title (record);

  line = qd_history_line_new (QD_HISTORY_CHANGED, self->table, self->record, title);

  return qd_history_look_dup_record (self->portfolio, line);
}

static void
clear_part (QdHistoryFilter *self,
            Part             part)
{
  switch (part)
    {
    case PART_ACCOUNT:
      self->account = 0;
      self->plan = 0;
      break;

    case PART_PLAN:
      self->plan = 0;
      break;

    case PART_KIND:
      self->table = NULL;
      self->record = 0;
      break;

    case PART_DAYS:
    default:
      self->from_day = QD_DAY_NONE;
      self->to_day = QD_DAY_NONE;
      break;
    }
}

static void
show_pills (QdHistoryFilter *self,
            GCallback        callback)
{
  g_autofree char *account = qd_history_look_dup_account (self->portfolio, self->account);
  g_autofree char *plan = qd_history_look_dup_plan (self->portfolio, self->plan);
  GtkWidget       *child = gtk_widget_get_next_sibling (self->button);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      adw_wrap_box_remove (self->box, child);
      child = next;
    }

  if (self->account != 0)
    append_pill (self, PART_ACCOUNT, account != NULL ? account : _ ("An account that is gone"), callback);

  if (self->plan != 0)
    append_pill (self, PART_PLAN, plan != NULL ? plan : _ ("A plan that is gone"), callback);

  if (self->table != NULL)
    {
      g_autofree char *kind = dup_kind (self);

      append_pill (self, PART_KIND, kind, callback);
    }

  if (self->from_day != QD_DAY_NONE || self->to_day != QD_DAY_NONE)
    {
      g_autofree char *days = dup_days (self);

      append_pill (self, PART_DAYS, days, callback);
    }
}

/* The pill that had the focus is gone then. */
static void
pill_clicked_cb (QdHistoryFilter *self,
                 GtkWidget       *pill)
{
  clear_part (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (pill), "part")));
  gtk_widget_grab_focus (self->button);
  show_pills (self, G_CALLBACK (pill_clicked_cb));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed (QdHistoryFilter *self)
{
  show_pills (self, G_CALLBACK (pill_clicked_cb));
  g_signal_emit (self, signals[CHANGED], 0);
}

typedef struct
{
  char  *title;
  gint64 id;
} Titled;

static void
titled_free (gpointer data)
{
  Titled *titled = data;

  g_free (titled->title);
  g_free (titled);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const Titled *first = *(Titled *const *)a, *second = *(Titled *const *)b;

  return g_utf8_collate (first->title, second->title);
}

/* Puts @titled in its order into @row and @ids, with @all in front. */
static void
fill_row (AdwComboRow *row,
          GArray      *ids,
          const char  *all,
          GPtrArray   *titled,
          gint64       chosen)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint  position = 0;

  g_ptr_array_sort (titled, compare_titles);
  g_array_set_size (ids, 0);
  g_array_append_val (ids, none);
  gtk_string_list_append (titles, all);

  for (guint i = 0; i < titled->len; i++)
    {
      Titled *each = g_ptr_array_index (titled, i);

      g_array_append_val (ids, each->id);
      gtk_string_list_append (titles, each->title);
      position = each->id == chosen ? i + 1 : position;
    }

  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (row, position);
}

static void
fill_accounts (QdHistoryFilter *self)
{
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT));
  g_autoptr(GPtrArray) titled = g_ptr_array_new_with_free_func (titled_free);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);
      Titled *each = g_new0 (Titled, 1);

      each->id = qd_record_get_id (account);
      each->title = qd_history_look_dup_account (self->portfolio, each->id);
      g_ptr_array_add (titled, each);
    }

  fill_row (self->accounts, self->account_ids, _ ("All Accounts"), titled, self->account);
}

/* There are too many plans to choose from, unless it is known whose. */
static void
fill_plans (QdHistoryFilter *self)
{
  GPtrArray *plans = self->account != 0 ? qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, self->account) : NULL;
  g_autoptr(GPtrArray) titled = g_ptr_array_new_with_free_func (titled_free);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      Titled *each = g_new0 (Titled, 1);

      each->id = qd_record_get_id (g_ptr_array_index (plans, i));
      each->title = qd_history_look_dup_plan (self->portfolio, each->id);
      g_ptr_array_add (titled, each);
    }

  fill_row (self->plans, self->plan_ids, _ ("All Plans"), titled, self->plan);
  gtk_widget_set_visible (GTK_WIDGET (self->plans), titled->len > 0);
}

static void
fill_kinds (QdHistoryFilter *self)
{
  guint                 n_kinds, position = 0;
  const QdHistoryShown *kinds = qd_history_shown_get (&n_kinds);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Everything"));

  for (guint i = 0; i < n_kinds; i++)
    {
      gtk_string_list_append (titles, _ (kinds[i].label));
      position = g_strcmp0 (kinds[i].table, self->table) == 0 ? i + 1 : position;
    }

  adw_combo_row_set_model (self->kinds, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->kinds, position);
}

static void
opened_cb (QdHistoryFilter *self)
{
  self->filling = TRUE;
  fill_accounts (self);
  fill_plans (self);
  fill_kinds (self);
  qd_history_day_row_set_day (self->from, self->from_day);
  qd_history_day_row_set_day (self->to, self->to_day);
  self->filling = FALSE;
}

static void
account_cb (QdHistoryFilter *self)
{
  guint position = adw_combo_row_get_selected (self->accounts);

  if (self->filling || position >= self->account_ids->len)
    return;

  self->account = g_array_index (self->account_ids, gint64, position);
  self->plan = 0;
  self->filling = TRUE;
  fill_plans (self);
  self->filling = FALSE;
  changed (self);
}

static void
plan_cb (QdHistoryFilter *self)
{
  guint position = adw_combo_row_get_selected (self->plans);

  if (self->filling || position >= self->plan_ids->len)
    return;

  self->plan = g_array_index (self->plan_ids, gint64, position);
  changed (self);
}

static void
kind_cb (QdHistoryFilter *self)
{
  guint                 n_kinds, position = adw_combo_row_get_selected (self->kinds);
  const QdHistoryShown *kinds = qd_history_shown_get (&n_kinds);

  if (self->filling || position > n_kinds)
    return;

  self->table = position > 0 ? kinds[position - 1].table : NULL;
  self->record = 0;
  changed (self);
}

static void
days_cb (QdHistoryFilter *self)
{
  int from, to;

  if (self->filling || !qd_history_day_row_get_day (self->from, &from) || !qd_history_day_row_get_day (self->to, &to) ||
      (from == self->from_day && to == self->to_day))
    return;

  self->from_day = from;
  self->to_day = to;
  changed (self);
}

static AdwComboRow *
add_choice (QdHistoryFilter *self,
            GtkListBox      *list,
            const char      *title,
            GCallback        callback)
{
  g_autoptr(GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_list_box_append (list, row);
  g_signal_connect_object (row, "notify::selected", callback, self, G_CONNECT_SWAPPED);

  return ADW_COMBO_ROW (row);
}

static QdHistoryDayRow *
add_day (QdHistoryFilter *self,
         GtkListBox      *list,
         const char      *title)
{
  GtkWidget *row = qd_history_day_row_new (title);

  gtk_list_box_append (list, row);
  g_signal_connect_object (row, "day-changed", G_CALLBACK (days_cb), self, G_CONNECT_SWAPPED);

  return QD_HISTORY_DAY_ROW (row);
}

static GtkWidget *
create_popover (QdHistoryFilter *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, 300, -1);
  gtk_widget_set_margin_start (list, 6);
  gtk_widget_set_margin_end (list, 6);
  gtk_widget_set_margin_top (list, 6);
  gtk_widget_set_margin_bottom (list, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter the History"), -1);
  self->accounts = add_choice (self, GTK_LIST_BOX (list), _ ("Account"), G_CALLBACK (account_cb));
  self->plans = add_choice (self, GTK_LIST_BOX (list), _ ("Plan"), G_CALLBACK (plan_cb));
  self->kinds = add_choice (self, GTK_LIST_BOX (list), _ ("Kind"), G_CALLBACK (kind_cb));
  self->from = add_day (self, GTK_LIST_BOX (list), _ ("From"));
  self->to = add_day (self, GTK_LIST_BOX (list), _ ("Until"));
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  g_signal_connect_object (popover, "show", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
qd_history_filter_dispose (GObject *object)
{
  QdHistoryFilter *self = QD_HISTORY_FILTER (object);

  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->account_ids, g_array_unref);
  g_clear_pointer (&self->plan_ids, g_array_unref);

  G_OBJECT_CLASS (qd_history_filter_parent_class)->dispose (object);
}

static void
qd_history_filter_class_init (QdHistoryFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_history_filter_dispose;

  /* Something else is to be shown. */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_history_filter_init (QdHistoryFilter *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->from_day = QD_DAY_NONE;
  self->to_day = QD_DAY_NONE;
  self->account_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->plan_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  self->button = gtk_menu_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "quarterdeck-filter-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("_Filter"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), create_popover (self));
  adw_wrap_box_append (self->box, self->button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
qd_history_filter_set_portfolio (QdHistoryFilter *self,
                                 QdPortfolio     *portfolio)
{
  g_return_if_fail (QD_IS_HISTORY_FILTER (self));
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  g_set_object (&self->portfolio, portfolio);
}

/**
 * qd_history_filter_set_record:
 * @table: of an account or a plan, all that belongs to it is shown, too
 *
 * Narrows it to one record, and to nothing else.
 */
void
qd_history_filter_set_record (QdHistoryFilter *self,
                              const char      *table,
                              gint64           id)
{
  QdPlan *plan;

  g_return_if_fail (QD_IS_HISTORY_FILTER (self));
  g_return_if_fail (table != NULL && id != 0);

  for (Part part = PART_ACCOUNT; part <= PART_DAYS; part++)
    clear_part (self, part);

  if (g_str_equal (table, "account"))
    {
      self->account = id;
    }
  else if (g_str_equal (table, "plan"))
    {
      plan = qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, id);
      self->plan = id;
      self->account = plan != NULL ? plan->account : 0;
    }
  else
    {
      self->table = g_intern_string (table);
      self->record = id;
    }

  changed (self);
}

/* Either may be %QD_DAY_NONE. */
void
qd_history_filter_set_days (QdHistoryFilter *self,
                            int              from_day,
                            int              to_day)
{
  g_return_if_fail (QD_IS_HISTORY_FILTER (self));

  self->from_day = from_day;
  self->to_day = to_day;
  changed (self);
}

void
qd_history_filter_clear (QdHistoryFilter *self)
{
  g_return_if_fail (QD_IS_HISTORY_FILTER (self));

  for (Part part = PART_ACCOUNT; part <= PART_DAYS; part++)
    clear_part (self, part);

  changed (self);
}

gboolean
qd_history_filter_is_empty (QdHistoryFilter *self)
{
  g_return_val_if_fail (QD_IS_HISTORY_FILTER (self), TRUE);

  return self->account == 0 && self->plan == 0 && self->table == NULL && self->from_day == QD_DAY_NONE &&
         self->to_day == QD_DAY_NONE;
}

/* Puts what is chosen into @query, of which the rest is left as it is. */
void
qd_history_filter_fill (QdHistoryFilter *self,
                        QdHistoryQuery  *query)
{
  g_return_if_fail (QD_IS_HISTORY_FILTER (self));

  query->account = self->account;
  query->plan = self->plan;
  query->table = self->table;
  query->record = self->record;
  query->from_day = self->from_day;
  query->to_day = self->to_day;
}
