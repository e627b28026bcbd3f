/* qd-tenant-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-page"

#include "qd-tenant-page.h"

#include <glib/gi18n.h>

/**
 * QdTenantPage:
 *
 * Everything about one tenant.
 */
struct _QdTenantPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
  QdTenant         *tenant;
};

G_DEFINE_FINAL_TYPE (QdTenantPage, qd_tenant_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_tenant_page_dispose (GObject *object)
{
  QdTenantPage *self = QD_TENANT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TENANT_PAGE);
  g_clear_object (&self->tenant);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_tenant_page_parent_class)->dispose (object);
}

static void
qd_tenant_page_class_init (QdTenantPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_tenant_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-tenant-page.ui");
}

static void
qd_tenant_page_init (QdTenantPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdTenantPage *
qd_tenant_page_new (QdPortfolio *portfolio, QdTenant *tenant)
{
  QdTenantPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_TENANT_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->tenant = g_object_ref (tenant);

  return self;
}
