/* qd-account-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_PAGE (qd_account_page_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountPage, qd_account_page, QD, ACCOUNT_PAGE, AdwNavigationPage)

QdAccountPage *qd_account_page_new (QdPortfolio *portfolio,
                                    QdAccount   *account);
void           qd_account_page_add_view (QdAccountPage *self,
                                         GtkWidget     *view,
                                         const char    *name,
                                         const char    *title,
                                         const char    *icon);

G_END_DECLS
