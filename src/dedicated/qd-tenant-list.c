/* qd-tenant-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-list"

#include "qd-tenant-list.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-children-box.h"
#include "qd-config.h"
#include "qd-maintenance.h"
#include "qd-record-row.h"
#include "qd-tenant-forms.h"
#include "qd-tenant-look.h"
#include "qd-tenant-words.h"

/* How often the clock is looked at, in seconds */
#define TICK 60

/**
 * QdTenantList:
 *
 * The tenants of an account: when each is maintained next, and which version it has. It is there for
 * accounts on Dedicated, and for others that have one.
 */
struct _QdTenantList
{
  AdwBin         parent_instance;

  QdPortfolio   *portfolio;
  QdAccount     *account;
  QdFactBook    *book;
  GSettings     *settings;
  gint64         now; /* what is taken for it; 0: what the clock says */
  guint          tick;

  QdChildrenBox *box;
};

G_DEFINE_FINAL_TYPE (QdTenantList, qd_tenant_list, ADW_TYPE_BIN)

static gint64
get_now (QdTenantList *self)
{
  return self->now != 0 ? self->now : g_get_real_time () / G_USEC_PER_SEC;
}

/* The name leads to the customer, so that it is not shown where the account is known by its codename. */
static const char *
get_title (QdTenantList *self,
           QdTenant     *tenant)
{
  gboolean by_codename = g_settings_get_boolean (self->settings, "show-codenames") && self->account->codename != NULL;

  return by_codename || tenant->name == NULL ? _ ("Tenant") : tenant->name;
}

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  GtkWidget *row = qd_record_row_new ();
  GtkWidget *arrow = g_object_new (
      GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  qd_record_row_add_suffix (QD_RECORD_ROW (row), arrow);

  return GTK_LIST_BOX_ROW (row);
}

/* “EMEA · 19.5 · eu-central-1”, and below it when it is maintained next */
static char *
dup_text (QdTenantList *self,
          QdTenant     *tenant)
{
  const QdWindowFact *window = qd_tenant_find_window (self->book, tenant);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *first = NULL;
  g_autofree char *line = NULL;
  g_autofree char *countdown = NULL;
  QdTenantNext     next;
  QdVersion        version;

  g_strv_builder_add (words, window != NULL ? window->short_name : _ ("No maintenance window"));

  if (qd_tenant_get_version_at (self->book, tenant, get_now (self), &version))
    g_strv_builder_take (words, qd_version_format (version));

  if (tenant->primary_region != NULL)
    g_strv_builder_add (words, tenant->primary_region);

  parts = g_strv_builder_end (words);
  first = g_strjoinv (" · ", parts);

  if (!qd_tenant_get_next (self->book, tenant, get_now (self), &next))
    return g_steal_pointer (&first);

  line = qd_tenant_next_dup_line (&next);
  countdown = qd_dup_countdown (get_now (self), next.event.span.from);

  /* Translators: when the next maintenance is, and how long it is until then */
  return g_strdup_printf (_ ("%1$s\nNext maintenance: %2$s, %3$s"), first, line, countdown);
}

static void
update_row (GtkListBoxRow *row,
            gpointer       record,
            gpointer       owner)
{
  QdTenantList    *self = owner;
  g_autofree char *text = dup_text (self, record);

  qd_record_row_show (QD_RECORD_ROW (row), get_title (self, record), text);
  qd_tenant_show_status (qd_record_row_get_pill (QD_RECORD_ROW (row)), record);
}

static const QdChildrenBoxFuncs funcs = { create_row, update_row };

static void
update (QdTenantList *self)
{
  gboolean dedicated = self->account->offering == QD_OFFERING_DEDICATED ||
                       self->account->offering == QD_OFFERING_DEDICATED_GOVERNMENT;

  qd_children_box_refresh (self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), dedicated || qd_children_box_get_n_rows (self->box) > 0);
}

static gboolean
tick_cb (gpointer user_data)
{
  qd_children_box_refresh (QD_TENANT_LIST (user_data)->box);

  return G_SOURCE_CONTINUE;
}

static void
add_cb (QdTenantList *self)
{
  qd_tenant_forms_present_tenant (self->portfolio, qd_record_get_id (self->account), self);
}

static void
row_activated_cb (QdTenantList *self,
                  gpointer      record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-tenant", "x", qd_record_get_id (record));
}

/* The clock runs while it is looked at. */
static void
qd_tenant_list_map (GtkWidget *widget)
{
  QdTenantList *self = QD_TENANT_LIST (widget);

  GTK_WIDGET_CLASS (qd_tenant_list_parent_class)->map (widget);
  qd_children_box_refresh (self->box);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
qd_tenant_list_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_TENANT_LIST (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (qd_tenant_list_parent_class)->unmap (widget);
}

static void
qd_tenant_list_dispose (GObject *object)
{
  QdTenantList *self = QD_TENANT_LIST (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TENANT_LIST);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_tenant_list_parent_class)->dispose (object);
}

static void
qd_tenant_list_class_init (QdTenantListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_tenant_list_dispose;
  widget_class->map = qd_tenant_list_map;
  widget_class->unmap = qd_tenant_list_unmap;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-tenant-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTenantList, box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qd_tenant_list_init (QdTenantList *self)
{
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once. */
void
qd_tenant_list_bind (QdTenantList *self,
                     QdPortfolio  *portfolio,
                     QdAccount    *account)
{
  g_return_if_fail (QD_IS_TENANT_LIST (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account = g_object_ref (account);
  self->book = qd_fact_book_new (portfolio);
  qd_children_box_bind (self->box, portfolio, QD_TYPE_TENANT, qd_record_get_id (account), &funcs, self);
  g_signal_connect_object (self->box, "notify::n-rows", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_MAINTENANCE),
                           "changed",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * qd_tenant_list_set_now:
 * @now: what is taken for it, in seconds since 1970; 0: what the clock says
 */
void
qd_tenant_list_set_now (QdTenantList *self,
                        gint64        now)
{
  g_return_if_fail (QD_IS_TENANT_LIST (self));

  self->now = now;
  update (self);
}
