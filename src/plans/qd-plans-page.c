/* qd-plans-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plans-page"

#include "qd-plans-page.h"

struct _QdPlansPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
};

G_DEFINE_FINAL_TYPE (QdPlansPage, qd_plans_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_plans_page_dispose (GObject *object)
{
  QdPlansPage *self = QD_PLANS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLANS_PAGE);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_plans_page_parent_class)->dispose (object);
}

static void
qd_plans_page_class_init (QdPlansPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_plans_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-plans-page.ui");
}

static void
qd_plans_page_init (QdPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdPlansPage *
qd_plans_page_new (QdPortfolio *portfolio)
{
  QdPlansPage *self = g_object_new (QD_TYPE_PLANS_PAGE, NULL);

  self->portfolio = g_object_ref (portfolio);

  return self;
}
