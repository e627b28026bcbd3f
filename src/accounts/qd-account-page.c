/* qd-account-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-page"

#include "qd-account-page.h"

struct _QdAccountPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
  QdAccount        *account;
};

G_DEFINE_FINAL_TYPE (QdAccountPage, qd_account_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_account_page_dispose (GObject *object)
{
  QdAccountPage *self = QD_ACCOUNT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_PAGE);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_account_page_parent_class)->dispose (object);
}

static void
qd_account_page_class_init (QdAccountPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_account_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-account-page.ui");
}

static void
qd_account_page_init (QdAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdAccountPage *
qd_account_page_new (QdPortfolio *portfolio,
                     QdAccount   *account)
{
  QdAccountPage *self = g_object_new (QD_TYPE_ACCOUNT_PAGE, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->account = g_object_ref (account);

  return self;
}
