/* qd-account-choice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_CHOICE (qd_account_choice_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountChoice, qd_account_choice, QD, ACCOUNT_CHOICE, AdwComboRow)

GtkWidget *qd_account_choice_new (QdPortfolio *portfolio,
                                  gint64       account);
QdAccount *qd_account_choice_get_account (QdAccountChoice *self);
void       qd_account_choice_select (QdAccountChoice *self,
                                     gint64           account);

G_END_DECLS
