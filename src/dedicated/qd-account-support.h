/* qd-account-support.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-minute-clock.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_SUPPORT (qd_account_support_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountSupport, qd_account_support, QD, ACCOUNT_SUPPORT, AdwBin)

GtkWidget     *qd_account_support_new (QdPortfolio *portfolio,
                                       QdAccount   *account);
QdMinuteClock *qd_account_support_get_clock (QdAccountSupport *self);

G_END_DECLS
