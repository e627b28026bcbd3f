/* qd-account-forms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-portfolio.h"
#include "qd-record-dialog.h"

G_BEGIN_DECLS

/* The dialogs over what an account is made of. */

extern const QdForm qd_activity_form;
extern const QdForm qd_event_form;
extern const QdForm qd_onboarding_form;
extern const QdForm qd_contact_form;
extern const QdForm qd_follow_up_form;
extern const QdForm qd_health_form;
extern const QdForm qd_team_member_form;

void                qd_account_forms_present (const QdForm *form,
                                              QdPortfolio  *portfolio,
                                              gpointer      record,
                                              gpointer      parent);
gpointer            qd_account_forms_new_draft (GType      type,
                                                QdAccount *account);

G_END_DECLS
