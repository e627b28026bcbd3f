/* qd-support-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-page"

#include "qd-support-page.h"

#include <glib/gi18n.h>

#include "qd-clock-watch.h"
#include "qd-config.h"
#include "qd-star-copy.h"
#include "qd-support-forms.h"
#include "qd-support-list.h"
#include "qd-upgrade-request.h"
#include "qd-view-keys.h"

#define N_VIEWS 3

/**
 * QdSupportPage:
 *
 * Tickets, escalations and upgrade requests of all accounts, what is due first in front; and
 * which tickets to ask Support for attention to now.
 */
struct _QdSupportPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
  GSettings        *settings;
  QdMinuteClock    *clock;
  QdFactBook       *book; /* (nullable): from when the page is first looked at on */
  QdSupportItems   *items[N_VIEWS];
  GtkWidget        *lists[N_VIEWS];
  GArray           *account_ids; /* gint64, as in the choice of accounts; the first is 0 */
  gboolean          filling;     /* the choice, and not a person */
  gboolean          narrow;

  AdwViewStack     *views;
  AdwViewStackPage *tickets_page;
  AdwViewStackPage *escalations_page;
  GtkWidget        *new_button;
  GtkSearchBar     *search_bar;
  GtkSearchEntry   *search_entry;
  GtkWidget        *filters;
  AdwToggleGroup   *show_group;
  AdwToggle        *star_toggle;
  GtkDropDown      *accounts;
  GtkBox           *tickets_box;
  AdwBin           *escalations_bin;
  AdwBin           *upgrades_bin;
};

G_DEFINE_FINAL_TYPE (QdSupportPage, qd_support_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In the order of their keys, Alt+1 and on */
static const struct
{
  const char *name;
  GType (*get_type) (void);
  const char *new_tooltip;
} view_kinds[N_VIEWS] = {
  { "tickets", qd_ticket_get_type, N_ ("New Ticket") },
  { "escalations", qd_escalation_get_type, N_ ("New Escalation") },
  { "upgrades", qd_upgrade_request_get_type, N_ ("New Upgrade Request") },
};

enum
{
  TICKETS,
  ESCALATIONS,
  UPGRADES,
};

static guint
get_view (QdSupportPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  for (guint i = 0; name != NULL && i < N_VIEWS; i++)
    {
      if (g_str_equal (view_kinds[i].name, name))
        return i;
    }

  return TICKETS;
}

static QdSupportShow
get_show (QdSupportPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->show_group);

  if (g_strcmp0 (name, "star") == 0)
    return QD_SUPPORT_SHOW_STAR;

  return g_strcmp0 (name, "all") == 0 ? QD_SUPPORT_SHOW_ALL : QD_SUPPORT_SHOW_OPEN;
}

static gint64
get_account (QdSupportPage *self)
{
  guint position = gtk_drop_down_get_selected (self->accounts);

  return position < self->account_ids->len ? g_array_index (self->account_ids, gint64, position) : 0;
}

static void
filter_changed_cb (QdSupportPage *self)
{
  const char *words;

  if (self->book == NULL || self->filling)
    return;

  words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  qd_support_list_set_filter (QD_SUPPORT_LIST (self->lists[TICKETS]), get_show (self), get_account (self), words);
  qd_support_list_set_filter (QD_SUPPORT_LIST (self->lists[ESCALATIONS]), QD_SUPPORT_SHOW_ALL, 0, words);
  qd_support_list_set_filter (QD_SUPPORT_LIST (self->lists[UPGRADES]), QD_SUPPORT_SHOW_ALL, 0, words);
}

static void
search_activate_cb (QdSupportPage *self)
{
  qd_support_list_focus (QD_SUPPORT_LIST (self->lists[get_view (self)]));
}

static void
view_changed_cb (QdSupportPage *self)
{
  gtk_widget_set_tooltip_text (self->new_button, _ (view_kinds[get_view (self)].new_tooltip));
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const QdSupportItem *first = *(QdSupportItem **)a, *second = *(QdSupportItem **)b;

  return g_utf8_collate (first->account_title, second->account_title);
}

/* Returns: (transfer full) (element-type QdSupportItem): a ticket of each account that has any, by its title */
static GPtrArray *
list_accounts (QdSupportPage *self)
{
  GListModel *tickets = qd_support_items_get_model (self->items[TICKETS]);
  GPtrArray  *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) accounts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tickets); i++)
    {
      g_autoptr(QdSupportItem) item = g_list_model_get_item (tickets, i);

      if (g_hash_table_add (accounts, item->account))
        g_ptr_array_add (found, g_steal_pointer (&item));
    }

  g_ptr_array_sort (found, compare_titles);

  return found;
}

/* The same is chosen as before, if it is still there. */
static void
fill_accounts (QdSupportPage *self)
{
  g_autoptr(GPtrArray) accounts = list_accounts (self);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  gint64 chosen = get_account (self), none = 0;
  guint  position = 0;

  self->filling = TRUE;
  g_array_set_size (self->account_ids, 0);
  g_array_append_val (self->account_ids, none);
  gtk_string_list_append (titles, _ ("All Accounts"));

  for (guint i = 0; i < accounts->len; i++)
    {
      QdSupportItem *item = g_ptr_array_index (accounts, i);
      gint64         id = qd_record_get_id (item->account);

      g_array_append_val (self->account_ids, id);
      gtk_string_list_append (titles, item->account_title);
      position = id == chosen ? i + 1 : position;
    }

  gtk_drop_down_set_model (self->accounts, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->accounts, position);
  self->filling = FALSE;

  if (position == 0 && chosen != 0)
    filter_changed_cb (self);
}

/* The choice is made again only where it would be another: it may be open. */
static gboolean
has_other_accounts (QdSupportPage *self)
{
  g_autoptr(GPtrArray) accounts = list_accounts (self);
  GListModel *titles = gtk_drop_down_get_model (self->accounts);

  if (titles == NULL || g_list_model_get_n_items (titles) != accounts->len + 1)
    return TRUE;

  for (guint i = 0; i < accounts->len; i++)
    {
      QdSupportItem *item = g_ptr_array_index (accounts, i);

      if (g_array_index (self->account_ids, gint64, i + 1) != qd_record_get_id (item->account) ||
          !g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (titles), i + 1), item->account_title))
        return TRUE;
    }

  return FALSE;
}

static void
tickets_updated_cb (QdSupportPage *self)
{
  guint            n_star = qd_support_items_count (self->items[TICKETS], QD_SUPPORT_SECTION_STAR);
  g_autofree char *label = n_star > 0 ? g_strdup_printf (_ ("To STAR Now · %u"), n_star) : g_strdup (_ ("To STAR Now"));

  adw_view_stack_page_set_badge_number (self->tickets_page, n_star);
  adw_view_stack_page_set_needs_attention (self->tickets_page, n_star > 0);
  adw_toggle_set_label (self->star_toggle, label);
  gtk_widget_set_visible (self->filters, g_list_model_get_n_items (qd_support_items_get_model (self->items[TICKETS])) > 0);

  if (has_other_accounts (self))
    fill_accounts (self);
}

static void
escalations_updated_cb (QdSupportPage *self)
{
  guint n_late = qd_support_items_count_late (self->items[ESCALATIONS]);

  adw_view_stack_page_set_badge_number (self->escalations_page, n_late);
  adw_view_stack_page_set_needs_attention (self->escalations_page, n_late > 0);
}

static void
activated_cb (QdSupportPage *self,
              QdSupportItem *item)
{
  qd_support_present (GTK_WIDGET (self), self->book, self->clock, item->record);
}

static void
codenames_changed_cb (QdSupportPage *self)
{
  for (guint i = 0; self->book != NULL && i < N_VIEWS; i++)
    qd_support_items_set_show_codenames (self->items[i], g_settings_get_boolean (self->settings, "show-codenames"));
}

/* What it takes to show anything waits until somebody looks. */
static void
fill (QdSupportPage *self)
{
  self->book = qd_fact_book_new (self->portfolio);

  for (guint i = 0; i < N_VIEWS; i++)
    {
      self->items[i] = qd_support_items_new (view_kinds[i].get_type (), self->book, self->clock);
      qd_support_items_set_show_codenames (self->items[i], g_settings_get_boolean (self->settings, "show-codenames"));
      self->lists[i] = qd_support_list_new (self->items[i]);
      qd_support_list_set_narrow (QD_SUPPORT_LIST (self->lists[i]), self->narrow);
      gtk_widget_set_vexpand (self->lists[i], TRUE);
      g_signal_connect_object (self->lists[i], "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_box_append (self->tickets_box, self->lists[TICKETS]);
  adw_bin_set_child (self->escalations_bin, self->lists[ESCALATIONS]);
  adw_bin_set_child (self->upgrades_bin, self->lists[UPGRADES]);
  g_signal_connect_object (self->items[TICKETS], "updated", G_CALLBACK (tickets_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->items[ESCALATIONS], "updated", G_CALLBACK (escalations_updated_cb), self, G_CONNECT_SWAPPED);
  tickets_updated_cb (self);
  escalations_updated_cb (self);
  filter_changed_cb (self);
}

static void
qd_support_page_map (GtkWidget *widget)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (widget);

  if (self->book == NULL)
    fill (self);

  GTK_WIDGET_CLASS (qd_support_page_parent_class)->map (widget);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (widget);

  if (self->book != NULL)
    qd_support_present_new (widget, self->book, self->clock, view_kinds[get_view (self)].get_type (), get_account (self));
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* Returns: (transfer none) (nullable): the record of that id, or for 0 the one that is selected in that view */
static gpointer
find_record (QdSupportPage *self,
             guint          view,
             gint64         id)
{
  QdSupportItem *item;

  if (id != 0)
    return qd_portfolio_lookup (self->portfolio, view_kinds[view].get_type (), id);

  if (self->book == NULL || get_view (self) != view)
    return NULL;

  item = qd_support_list_get_selected (QD_SUPPORT_LIST (self->lists[view]));

  return item != NULL ? item->record : NULL;
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (widget);
  QdTicket      *ticket = find_record (self, TICKETS, g_variant_get_int64 (parameter));

  qd_support_copy_request (widget, self->book, ticket, self->clock);
}

static void
log_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (widget);
  QdEscalation  *escalation = find_record (self, ESCALATIONS, g_variant_get_int64 (parameter));

  qd_support_log_update (widget, self->portfolio, escalation, self->clock);
}

static void
qd_support_page_dispose (GObject *object)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SUPPORT_PAGE);

  for (guint i = 0; i < N_VIEWS; i++)
    g_clear_object (&self->items[i]);

  g_clear_object (&self->book);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->account_ids, g_array_unref);

  G_OBJECT_CLASS (qd_support_page_parent_class)->dispose (object);
}

static void
qd_support_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, QD_SUPPORT_PAGE (object)->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_support_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);

      for (guint i = 0; self->book != NULL && i < N_VIEWS; i++)
        qd_support_list_set_narrow (QD_SUPPORT_LIST (self->lists[i]), self->narrow);

      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-support-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, views);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, tickets_page);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, escalations_page);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, filters);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, show_group);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, star_toggle);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, accounts);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, tickets_box);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, escalations_bin);
  gtk_widget_class_bind_template_child (widget_class, QdSupportPage, upgrades_bin);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
qd_support_page_class_init (QdSupportPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_support_page_dispose;
  object_class->get_property = qd_support_page_get_property;
  object_class->set_property = qd_support_page_set_property;
  widget_class->map = qd_support_page_map;

  /* Set by a breakpoint; the lists follow it. */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "support.copy-request", "x", copy_cb);
  gtk_widget_class_install_action (widget_class, "support.log-update", "x", log_cb);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "support.copy-request", "x", G_GINT64_CONSTANT (0));
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_u, GDK_NO_MODIFIER_MASK, "support.log-update", "x", G_GINT64_CONSTANT (0));
}

static void
qd_support_page_init (QdSupportPage *self)
{
  gint64 none = 0;

  self->account_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->account_ids, none);
  self->clock = qd_minute_clock_new ();
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (codenames_changed_cb), self, G_CONNECT_SWAPPED);
  qd_clock_watch_add (GTK_WIDGET (self), self->clock);
  qd_view_keys_add (GTK_WIDGET (self), self->views);
}

QdSupportPage *
qd_support_page_new (QdPortfolio *portfolio)
{
  QdSupportPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_SUPPORT_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);

  return self;
}

/* Returns: (transfer none): by which the page reckons */
QdMinuteClock *
qd_support_page_get_clock (QdSupportPage *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_PAGE (self), NULL);

  return self->clock;
}
