/* qd-account-support.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-support"

#include "qd-account-support.h"

#include <glib/gi18n.h>

#include "qd-children-box.h"
#include "qd-clock-watch.h"
#include "qd-star-copy.h"
#include "qd-support-forms.h"
#include "qd-support-row.h"
#include "qd-tenant-list.h"
#include "qd-upgrade-checklist.h"

/**
 * QdAccountSupport:
 *
 * What Support does for one account: its tenants, tickets, escalations and upgrades.
 */
struct _QdAccountSupport
{
  AdwBin               parent_instance;

  QdPortfolio         *portfolio;
  QdAccount           *account;
  QdMinuteClock       *clock;
  QdFactBook          *book; /* (nullable): from when the view is first looked at on */

  QdChildrenBox       *tickets;
  QdChildrenBox       *escalations;
  QdChildrenBox       *upgrades;
  AdwPreferencesGroup *upgrades_group;
  GtkWidget           *add_upgrade;
  QdTenantList        *tenants;
};

G_DEFINE_FINAL_TYPE (QdAccountSupport, qd_account_support, ADW_TYPE_BIN)

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = qd_support_row_new (TRUE);
  g_autoptr(QdSupportItem) item = qd_support_item_new (record);

  qd_support_row_set_show_account (QD_SUPPORT_ROW (content), FALSE);
  g_object_set_data_full (G_OBJECT (row), "qd-item", g_object_ref (item), g_object_unref);
  gtk_widget_add_css_class (content, "boxed");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);

  return GTK_LIST_BOX_ROW (row);
}

static void
update_row (GtkListBoxRow *row,
            gpointer       record,
            gpointer       owner)
{
  QdAccountSupport *self = owner;
  QdSupportItem    *item = g_object_get_data (G_OBJECT (row), "qd-item");
  QdSupportRow     *content = QD_SUPPORT_ROW (gtk_list_box_row_get_child (row));
  g_autofree char  *label = NULL;

  qd_support_item_update (item,
                          self->book,
                          qd_minute_clock_get_now (self->clock),
                          qd_minute_clock_get_today (self->clock),
                          TRUE);

  if (item->account == NULL)
    return;

  if (qd_support_row_get_item (content) == NULL)
    qd_support_row_set_item (content, item);

  label = qd_support_item_dup_label (item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What somebody still works on is first, then what was opened last. Instants are text that compares as they do. */
static int
compare_tickets (gconstpointer record,
                 gconstpointer other)
{
  QdTicket *a = (gpointer)record, *b = (gpointer)other;
  int       open = qd_ticket_is_open (b) - qd_ticket_is_open (a);

  return open != 0 ? open : g_strcmp0 (b->opened_at, a->opened_at);
}

static int
compare_escalations (gconstpointer record,
                     gconstpointer other)
{
  const QdEscalation *a = record, *b = other;
  int                 open = (b->closed == QD_DAY_NONE) - (a->closed == QD_DAY_NONE);

  return open != 0 ? open : (int)a->severity - (int)b->severity;
}

static int
compare_upgrades (gconstpointer record,
                  gconstpointer other)
{
  const QdUpgradeRequest *a = record, *b = other;

  return a->state != b->state ? (int)a->state - (int)b->state : g_strcmp0 (a->upgrade_at, b->upgrade_at);
}

static const QdChildrenBoxFuncs ticket_funcs = { create_row, update_row, compare_tickets };
static const QdChildrenBoxFuncs escalation_funcs = { create_row, update_row, compare_escalations };
static const QdChildrenBoxFuncs upgrade_funcs = { create_row, update_row, compare_upgrades };

static void
refresh (QdAccountSupport *self)
{
  if (self->book == NULL)
    return;

  qd_children_box_refresh (self->tickets);
  qd_children_box_refresh (self->escalations);
  qd_children_box_refresh (self->upgrades);
}

/* Where Support does not assist, the group says why instead of offering it. */
static void
account_changed_cb (QdAccountSupport *self)
{
  g_autoptr(GError) error = NULL;
  gboolean         assists = qd_upgrade_check_account (self->account, &error);
  g_autofree char *why = assists ? NULL : g_strdup_printf ("%s.", error->message);
  g_autofree char *markup = why != NULL ? g_markup_escape_text (why, -1) : NULL;

  gtk_widget_set_visible (self->add_upgrade, assists);
  gtk_widget_set_visible (GTK_WIDGET (self->upgrades), assists || qd_children_box_get_n_rows (self->upgrades) > 0);
  adw_preferences_group_set_description (self->upgrades_group, markup);
  refresh (self);
}

/* What it takes to show anything waits until somebody looks. */
static void
fill (QdAccountSupport *self)
{
  gint64 id = qd_record_get_id (self->account);

  self->book = qd_fact_book_new (self->portfolio);
  qd_children_box_bind (self->tickets, self->portfolio, QD_TYPE_TICKET, id, &ticket_funcs, self);
  qd_children_box_bind (self->escalations, self->portfolio, QD_TYPE_ESCALATION, id, &escalation_funcs, self);
  qd_children_box_bind (self->upgrades, self->portfolio, QD_TYPE_UPGRADE_REQUEST, id, &upgrade_funcs, self);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "ticked", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->account, "notify", G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
  account_changed_cb (self);
}

static void
qd_account_support_map (GtkWidget *widget)
{
  QdAccountSupport *self = QD_ACCOUNT_SUPPORT (widget);

  if (self->book == NULL)
    fill (self);

  GTK_WIDGET_CLASS (qd_account_support_parent_class)->map (widget);
}

static void
present_new (QdAccountSupport *self,
             GType             type)
{
  qd_support_present_new (GTK_WIDGET (self), self->book, self->clock, type, qd_record_get_id (self->account));
}

static void
add_ticket_cb (QdAccountSupport *self)
{
  present_new (self, QD_TYPE_TICKET);
}

static void
add_escalation_cb (QdAccountSupport *self)
{
  present_new (self, QD_TYPE_ESCALATION);
}

static void
add_upgrade_cb (QdAccountSupport *self)
{
  present_new (self, QD_TYPE_UPGRADE_REQUEST);
}

static void
activated_cb (QdAccountSupport *self,
              gpointer          record)
{
  qd_support_present (GTK_WIDGET (self), self->book, self->clock, record);
}

/* Returns: (transfer none) (nullable): the record of that id, or for 0 the one of the row that has the focus */
static gpointer
find_record (QdAccountSupport *self,
             GType             type,
             gint64            id)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  gpointer   record;

  if (id != 0)
    return qd_portfolio_lookup (self->portfolio, type, id);

  record = row != NULL ? qd_children_box_get_record (GTK_LIST_BOX_ROW (row)) : NULL;

  return record != NULL && G_OBJECT_TYPE (record) == type ? record : NULL;
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdAccountSupport *self = QD_ACCOUNT_SUPPORT (widget);
  QdTicket         *ticket = find_record (self, QD_TYPE_TICKET, g_variant_get_int64 (parameter));

  qd_support_copy_request (widget, self->book, ticket, self->clock);
}

static void
log_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdAccountSupport *self = QD_ACCOUNT_SUPPORT (widget);
  QdEscalation     *escalation = find_record (self, QD_TYPE_ESCALATION, g_variant_get_int64 (parameter));

  qd_support_log_update (widget, self->portfolio, escalation, self->clock);
}

static void
qd_account_support_dispose (GObject *object)
{
  QdAccountSupport *self = QD_ACCOUNT_SUPPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_SUPPORT);
  g_clear_object (&self->book);
  g_clear_object (&self->clock);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_account_support_parent_class)->dispose (object);
}

static void
qd_account_support_class_init (QdAccountSupportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_support_dispose;
  widget_class->map = qd_account_support_map;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  g_type_ensure (QD_TYPE_TENANT_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-account-support.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAccountSupport, tickets);
  gtk_widget_class_bind_template_child (widget_class, QdAccountSupport, escalations);
  gtk_widget_class_bind_template_child (widget_class, QdAccountSupport, upgrades);
  gtk_widget_class_bind_template_child (widget_class, QdAccountSupport, upgrades_group);
  gtk_widget_class_bind_template_child (widget_class, QdAccountSupport, add_upgrade);
  gtk_widget_class_bind_template_callback (widget_class, add_ticket_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_escalation_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_upgrade_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "support.copy-request", "x", copy_cb);
  gtk_widget_class_install_action (widget_class, "support.log-update", "x", log_cb);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "support.copy-request", "x", G_GINT64_CONSTANT (0));
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_u, GDK_NO_MODIFIER_MASK, "support.log-update", "x", G_GINT64_CONSTANT (0));
  gtk_widget_class_bind_template_child (widget_class, QdAccountSupport, tenants);
}

static void
qd_account_support_init (QdAccountSupport *self)
{
  self->clock = qd_minute_clock_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_clock_watch_add (GTK_WIDGET (self), self->clock);
}

GtkWidget *
qd_account_support_new (QdPortfolio *portfolio,
                        QdAccount   *account)
{
  QdAccountSupport *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), NULL);

  self = g_object_new (QD_TYPE_ACCOUNT_SUPPORT, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->account = g_object_ref (account);
  qd_tenant_list_bind (self->tenants, portfolio, account);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): by which the view reckons */
QdMinuteClock *
qd_account_support_get_clock (QdAccountSupport *self)
{
  g_return_val_if_fail (QD_IS_ACCOUNT_SUPPORT (self), NULL);

  return self->clock;
}
