/* qd-tenant-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-page"

#include "qd-tenant-page.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-batch.h"
#include "qd-children-box.h"
#include "qd-config.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-pill.h"
#include "qd-shell.h"
#include "qd-switchboard-access.h"
#include "qd-tenant-contact.h"
#include "qd-tenant-facts.h"
#include "qd-tenant-forms.h"
#include "qd-tenant-inputs.h"
#include "qd-tenant-look.h"
#include "qd-tenant-rows.h"
#include "qd-tenant-versions.h"
#include "qd-tenant-waves.h"
#include "qd-tenant-windows.h"
#include "qd-tenant-words.h"
#include "qd-view-keys.h"
#include "qd-window-save.h"

/* How often the clock is looked at, in seconds; what is said in minutes is wrong by one at most. */
#define TICK 60

/**
 * QdTenantPage:
 *
 * Everything about one tenant: when it is maintained and which version it has then, what it is, and
 * how its customer gets there. When the tenant goes, the page goes too.
 */
struct _QdTenantPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
  QdTenant         *tenant;
  QdAccount        *account;
  QdFactBook       *book;
  GSettings        *settings;
  gint64            now; /* what is taken for it; 0: what the clock says */
  guint             tick;

  AdwWindowTitle   *window_title;
  AdwViewStack     *stack;
  GtkLabel         *title_label;
  GtkLabel         *note_label;
  QdPill           *status;
  QdPill           *version;
  QdPill           *countdown;
  QdPill           *government;
  QdTenantWindows  *windows;
  QdTenantVersions *versions;
  QdTenantFacts    *facts;
  QdTenantInputs   *inputs;
  QdChildrenBox    *log;
  QdTenantWaves    *waves;
  QdChildrenBox    *contacts;
  QdChildrenBox    *access;
};

G_DEFINE_FINAL_TYPE (QdTenantPage, qd_tenant_page, ADW_TYPE_NAVIGATION_PAGE)

static gint64
get_now (QdTenantPage *self)
{
  return self->now != 0 ? self->now : g_get_real_time () / G_USEC_PER_SEC;
}

static void
show_version (QdTenantPage *self)
{
  QdVersion        version;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  qd_tenant_get_version_at (self->book, self->tenant, get_now (self), &version);
  words = qd_version_format (version);

  /* Translators: %s is a version of GitLab */
  if (*words != '\0')
    text = g_strdup_printf (_ ("Version %s"), words);

  qd_pill_set (self->version, "software-update-available-symbolic", text, NULL);
}

static void
show_countdown (QdTenantPage *self)
{
  QdTenantNext     next;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (!qd_tenant_get_next (self->book, self->tenant, get_now (self), &next))
    {
      qd_pill_set (self->countdown, "dialog-warning-symbolic", _ ("No maintenance window"), "warning");
      return;
    }

  words = qd_dup_countdown (get_now (self), next.event.span.from);

  /* Translators: %s is how long it is until then: “in 3 days 4 hours” */
  text = g_strdup_printf (_ ("Maintenance %s"), words);
  qd_pill_set (self->countdown, "x-office-calendar-symbolic", text, NULL);
}

/* Where the account is known by its codename, nothing is shown that leads to its name. */
static void
show_header (QdTenantPage *self)
{
  gboolean         show_codenames = g_settings_get_boolean (self->settings, "show-codenames");
  g_autofree char *title = qd_account_dup_title (self->account, show_codenames);
  g_autofree char *page_title = g_strdup_printf (_ ("Tenant of %s"), title);
  gboolean         by_codename = g_strcmp0 (title, self->account->name) != 0;
  const char      *note = by_codename ? self->tenant->primary_region : self->tenant->name;

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), page_title);
  adw_window_title_set_title (self->window_title, page_title);
  qd_tenant_show_status (self->status, self->tenant);
  qd_pill_set (self->government, "security-high-symbolic", self->tenant->government ? _ ("Government") : NULL, NULL);
  show_version (self);
  show_countdown (self);
}

static void
show_all (QdTenantPage *self)
{
  show_header (self);
  qd_tenant_windows_show (self->windows, get_now (self));
  qd_tenant_versions_show (self->versions, get_now (self));
}

static gboolean
tick_cb (gpointer user_data)
{
  show_all (user_data);

  return G_SOURCE_CONTINUE;
}

static void
maintenance_changed_cb (QdTenantPage *self,
                        gint64        parent)
{
  if (parent == qd_record_get_id (self->tenant))
    show_all (self);
}

/* The tenant is gone: deleted here or elsewhere, or undone. */
static void
leave (QdTenantPage *self)
{
  GtkWidget         *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self);
  AdwNavigationPage *previous;

  if (view == NULL)
    return;

  previous = adw_navigation_view_get_previous_page (ADW_NAVIGATION_VIEW (view), page);

  if (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == page)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  else if (previous != NULL)
    adw_navigation_view_pop_to_page (ADW_NAVIGATION_VIEW (view), previous);
}

static void
tenants_changed_cb (QdTenantPage *self)
{
  if (!qd_record_is_live (self->tenant))
    leave (self);
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  if (gtk_widget_get_mapped (widget))
    qd_view_keys_show (QD_TENANT_PAGE (widget)->stack, g_variant_get_int32 (parameter));
}

static void
present_new_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  QdTenantPage *self = QD_TENANT_PAGE (widget);
  const struct
  {
    const char   *action;
    const QdForm *form;
    GType         type;
  } forms[] = {
    { "tenant.note-maintenance", &qd_maintenance_form, QD_TYPE_MAINTENANCE },
    { "tenant.new-wave", &qd_migration_wave_form, QD_TYPE_MIGRATION_WAVE },
    { "tenant.new-contact", &qd_tenant_contact_form, QD_TYPE_TENANT_CONTACT },
    { "tenant.new-access", &qd_switchboard_access_form, QD_TYPE_SWITCHBOARD_ACCESS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (g_str_equal (action_name, forms[i].action))
        qd_tenant_forms_present_new (forms[i].form, self->portfolio, forms[i].type, self->tenant, self);
    }
}

static void
open_account_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  qd_shell_open_account (widget, QD_TENANT_PAGE (widget)->tenant->account);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdTenantPage *self = QD_TENANT_PAGE (widget);
  QdAudience    audience =
      g_str_equal (action_name, "tenant.copy-customer") ? QD_AUDIENCE_CUSTOMER : QD_AUDIENCE_INTERNAL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = qd_tenant_dup_summary (self->book, self->tenant, audience, get_now (self), &error);

  if (text == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  qd_shell_tell (self, _ ("Copied the next maintenance"));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdTenantPage *self = QD_TENANT_PAGE (widget);

  qd_window_save_present (widget, self->book, self->tenant);
}

typedef struct
{
  GtkWidget *window;
  gint64     id;
} Duplicating;

static void
duplicated_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree Duplicating *duplicating = user_data;
  g_autoptr(GtkWidget) window = duplicating->window;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_shell_report (window, error);
      return;
    }

  gtk_widget_activate_action (window, "win.open-tenant", "x", duplicating->id);
  qd_shell_tell_undoable (window, _ ("Tenant duplicated"));
}

/* Such as the pre-production instance of the same customer, which is agreed about alike */
static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdTenantPage *self = QD_TENANT_PAGE (widget);
  Duplicating  *duplicating = g_new0 (Duplicating, 1);
  g_autoptr(QdTenant) copy = qd_record_dup_as_new (self->tenant);

  duplicating->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  duplicating->id = qd_record_get_id (copy);
  qd_record_add_async (
      copy, qd_portfolio_get_store (self->portfolio), _ ("Duplicate Tenant"), duplicated_cb, duplicating);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdTenantPage *self = QD_TENANT_PAGE (widget);
  GtkWidget    *window = GTK_WIDGET (gtk_widget_get_root (widget));

  qd_record_remove_async (self->tenant,
                          qd_portfolio_get_store (self->portfolio),
                          _ ("Delete Tenant"),
                          qd_shell_edit_cb,
                          g_object_ref (window));
  qd_shell_tell_undoable (window, _ ("Tenant deleted"));
}

/* What “new” is about depends on what is looked at. */
static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  const char *view = adw_view_stack_get_visible_child_name (QD_TENANT_PAGE (widget)->stack);

  present_new_cb (widget, g_str_equal (view, "onboarding") ? "tenant.new-wave" : "tenant.note-maintenance", NULL);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdTenantPage *self = QD_TENANT_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->stack, "maintenance");
  qd_tenant_versions_focus (self->versions);
}

/* The clock runs while it is looked at. */
static void
qd_tenant_page_map (GtkWidget *widget)
{
  QdTenantPage *self = QD_TENANT_PAGE (widget);

  GTK_WIDGET_CLASS (qd_tenant_page_parent_class)->map (widget);
  show_all (self);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
qd_tenant_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_TENANT_PAGE (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (qd_tenant_page_parent_class)->unmap (widget);
}

static void
qd_tenant_page_dispose (GObject *object)
{
  QdTenantPage *self = QD_TENANT_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TENANT_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);
  g_clear_object (&self->account);
  g_clear_object (&self->tenant);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_tenant_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tenant.show", "i", show_view_cb);
  gtk_widget_class_install_action (widget_class, "tenant.note-maintenance", NULL, present_new_cb);
  gtk_widget_class_install_action (widget_class, "tenant.new-wave", NULL, present_new_cb);
  gtk_widget_class_install_action (widget_class, "tenant.new-contact", NULL, present_new_cb);
  gtk_widget_class_install_action (widget_class, "tenant.new-access", NULL, present_new_cb);
  gtk_widget_class_install_action (widget_class, "tenant.open-account", NULL, open_account_cb);
  gtk_widget_class_install_action (widget_class, "tenant.copy-internal", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "tenant.copy-customer", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "tenant.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "tenant.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "tenant.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
}

static void
qd_tenant_page_class_init (QdTenantPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_tenant_page_dispose;
  widget_class->map = qd_tenant_page_map;
  widget_class->unmap = qd_tenant_page_unmap;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  g_type_ensure (QD_TYPE_PILL);
  g_type_ensure (QD_TYPE_TENANT_FACTS);
  g_type_ensure (QD_TYPE_TENANT_INPUTS);
  g_type_ensure (QD_TYPE_TENANT_VERSIONS);
  g_type_ensure (QD_TYPE_TENANT_WAVES);
  g_type_ensure (QD_TYPE_TENANT_WINDOWS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-tenant-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, status);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, version);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, countdown);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, government);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, windows);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, versions);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, facts);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, inputs);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, log);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, waves);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, QdTenantPage, access);
  install_actions (widget_class);
}

static void
qd_tenant_page_init (QdTenantPage *self)
{
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_view_keys_add (GTK_WIDGET (self), self->stack);
}

static void
follow (QdTenantPage *self)
{
  g_signal_connect_object (self->tenant, "notify", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->account, "notify", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (self->portfolio, QD_TYPE_MAINTENANCE),
                           "changed",
                           G_CALLBACK (maintenance_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_list (self->portfolio, QD_TYPE_TENANT),
                           "items-changed",
                           G_CALLBACK (tenants_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

QdTenantPage *
qd_tenant_page_new (QdPortfolio *portfolio,
                    QdTenant    *tenant)
{
  QdTenantPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_TENANT (tenant), NULL);

  self = g_object_new (QD_TYPE_TENANT_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->tenant = g_object_ref (tenant);
  self->account = g_object_ref (qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, tenant->account));
  self->book = qd_fact_book_new (portfolio);
  follow (self);

  qd_tenant_windows_bind (self->windows, self->book, tenant);
  qd_tenant_versions_bind (self->versions, self->book, tenant);
  qd_tenant_facts_bind (self->facts, self->book, tenant);
  qd_tenant_inputs_bind (self->inputs, self->book, tenant);
  qd_tenant_maintenance_rows_bind (self->log, portfolio, tenant);
  qd_tenant_waves_bind (self->waves, portfolio, tenant);
  qd_tenant_contact_rows_bind (self->contacts, portfolio, tenant);
  qd_tenant_access_rows_bind (self->access, portfolio, tenant);
  show_all (self);

  return self;
}

/**
 * qd_tenant_page_set_now:
 * @now: what is taken for it, in seconds since 1970; 0: what the clock says
 */
void
qd_tenant_page_set_now (QdTenantPage *self,
                        gint64        now)
{
  g_return_if_fail (QD_IS_TENANT_PAGE (self));

  self->now = now;
  show_all (self);
}
