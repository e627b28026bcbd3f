/* qd-account-support.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-support"

#include "qd-account-support.h"

#include <glib/gi18n.h>

/**
 * QdAccountSupport:
 *
 * What Support does for one account: its tenants, tickets, escalations and upgrades.
 */
struct _QdAccountSupport
{
  AdwBin       parent_instance;

  QdPortfolio *portfolio;
  QdAccount   *account;
};

G_DEFINE_FINAL_TYPE (QdAccountSupport, qd_account_support, ADW_TYPE_BIN)

static void
qd_account_support_dispose (GObject *object)
{
  QdAccountSupport *self = QD_ACCOUNT_SUPPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_SUPPORT);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_account_support_parent_class)->dispose (object);
}

static void
qd_account_support_class_init (QdAccountSupportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_support_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-account-support.ui");
}

static void
qd_account_support_init (QdAccountSupport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

  return GTK_WIDGET (self);
}
