/* qd-support-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-page"

#include "qd-support-page.h"

#include <glib/gi18n.h>

/**
 * QdSupportPage:
 *
 * Tickets, escalations and requests of all accounts.
 */
struct _QdSupportPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
};

G_DEFINE_FINAL_TYPE (QdSupportPage, qd_support_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_support_page_dispose (GObject *object)
{
  QdSupportPage *self = QD_SUPPORT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SUPPORT_PAGE);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_support_page_parent_class)->dispose (object);
}

static void
qd_support_page_class_init (QdSupportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_support_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-support-page.ui");
}

static void
qd_support_page_init (QdSupportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
