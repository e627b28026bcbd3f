/* qd-wizard-accounts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_WIZARD_ACCOUNTS (qd_wizard_accounts_get_type ())

G_DECLARE_FINAL_TYPE (QdWizardAccounts, qd_wizard_accounts, QD, WIZARD_ACCOUNTS, AdwBin)

void       qd_wizard_accounts_bind (QdWizardAccounts *self,
                                    QdPortfolio      *portfolio,
                                    gint64            account);
QdAccount *qd_wizard_accounts_get_account (QdWizardAccounts *self);

G_END_DECLS
