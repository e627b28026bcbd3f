/* qd-dedicated-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-dedicated-page"

#include "qd-dedicated-page.h"

#include <glib/gi18n.h>

/**
 * QdDedicatedPage:
 *
 * Maintenance, releases and the hours of people, for all tenants.
 */
struct _QdDedicatedPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
};

G_DEFINE_FINAL_TYPE (QdDedicatedPage, qd_dedicated_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_dedicated_page_dispose (GObject *object)
{
  QdDedicatedPage *self = QD_DEDICATED_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_DEDICATED_PAGE);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_dedicated_page_parent_class)->dispose (object);
}

static void
qd_dedicated_page_class_init (QdDedicatedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_dedicated_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-dedicated-page.ui");
}

static void
qd_dedicated_page_init (QdDedicatedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdDedicatedPage *
qd_dedicated_page_new (QdPortfolio *portfolio)
{
  QdDedicatedPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_DEDICATED_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);

  return self;
}
