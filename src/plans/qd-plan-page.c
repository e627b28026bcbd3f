/* qd-plan-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-page"

#include "qd-plan-page.h"

struct _QdPlanPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
  QdPlan           *plan;
};

G_DEFINE_FINAL_TYPE (QdPlanPage, qd_plan_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_plan_page_dispose (GObject *object)
{
  QdPlanPage *self = QD_PLAN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLAN_PAGE);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_plan_page_parent_class)->dispose (object);
}

static void
qd_plan_page_class_init (QdPlanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_plan_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-plan-page.ui");
}

static void
qd_plan_page_init (QdPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdPlanPage *
qd_plan_page_new (QdPortfolio *portfolio,
                  QdPlan      *plan)
{
  QdPlanPage *self = g_object_new (QD_TYPE_PLAN_PAGE, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);

  return self;
}
