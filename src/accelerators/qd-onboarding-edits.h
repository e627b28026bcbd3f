/* qd-onboarding-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-onboarding-clock.h"
#include "qd-store.h"

G_BEGIN_DECLS

QdOnboarding *qd_onboarding_new_draft (QdAccount *account,
                                       gint64     now,
                                       int        today);
void          qd_onboarding_set_done_async (QdOnboarding       *onboarding,
                                            QdStore            *store,
                                            QdOnboardingStep    step,
                                            gboolean            done,
                                            gint64              now,
                                            int                 today,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);

G_END_DECLS
