/* qd-account-plans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-plans"

#include "qd-account-plans.h"

#include "qd-allowance-group.h"
#include "qd-plan-rows.h"

/**
 * QdAccountPlans:
 *
 * The plans of an account, and what is left of its accelerators.
 */
struct _QdAccountPlans
{
  AdwBin            parent_instance;

  QdAccount        *account;
  QdChildrenBox    *box;
  QdAllowanceGroup *allowance;
};

G_DEFINE_FINAL_TYPE (QdAccountPlans, qd_account_plans, ADW_TYPE_BIN)

static void
new_plan_cb (QdAccountPlans *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-plan", "x", qd_record_get_id (self->account));
}

static void
qd_account_plans_dispose (GObject *object)
{
  QdAccountPlans *self = QD_ACCOUNT_PLANS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_PLANS);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (qd_account_plans_parent_class)->dispose (object);
}

static void
qd_account_plans_class_init (QdAccountPlansClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_plans_dispose;

  g_type_ensure (QD_TYPE_ALLOWANCE_GROUP);
  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-account-plans.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAccountPlans, box);
  gtk_widget_class_bind_template_child (widget_class, QdAccountPlans, allowance);
  gtk_widget_class_bind_template_callback (widget_class, new_plan_cb);
}

static void
qd_account_plans_init (QdAccountPlans *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_account_plans_bind (QdAccountPlans *self,
                       QdPortfolio    *portfolio,
                       QdAccount      *account)
{
  g_return_if_fail (QD_IS_ACCOUNT_PLANS (self));

  g_set_object (&self->account, account);
  qd_plan_rows_bind (self->box, portfolio, account, FALSE);
  qd_allowance_group_bind (self->allowance, portfolio, account);
}
