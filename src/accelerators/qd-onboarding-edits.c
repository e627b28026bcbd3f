/* qd-onboarding-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-onboarding-edits"

#include "qd-onboarding-edits.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-instant.h"

/* An agreement that began longer ago than this, in days, is not the one that is onboarded now. */
#define RECENT 60

#define SECONDS_PER_MINUTE 60

/**
 * qd_onboarding_new_draft:
 * @now: seconds since 1970
 * @today: the day it is where the person is
 *
 * Returns: (transfer full): a clock that starts at @now, by the minute
 */
QdOnboarding *
qd_onboarding_new_draft (QdAccount *account,
                         gint64     now,
                         int        today)
{
  QdOnboarding    *draft = qd_record_new_draft (QD_TYPE_ONBOARDING);
  g_autofree char *named = qd_instant_format (now - now % SECONDS_PER_MINUTE);
  int              agreed = account->contract_start;

  if (agreed != QD_DAY_NONE && ABS (agreed - today) > RECENT)
    agreed = QD_DAY_NONE;

  g_object_set (draft, "account", qd_record_get_id (account), "named-at", named, "agreed", agreed, NULL);

  return draft;
}

/**
 * qd_onboarding_set_done_async:
 * @done: whether it is done, on @today, or still to do
 *
 * Ends with qd_store_edit_finish().
 */
void
qd_onboarding_set_done_async (QdOnboarding       *onboarding,
                              QdStore            *store,
                              QdOnboardingStep    step,
                              gboolean            done,
                              gint64              now,
                              int                 today,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  static const char *const properties[] = { "welcomed-at", "handover", "kickoff", "discovery" };
  g_autoptr(QdOnboarding) draft = NULL;
  g_autofree char *instant = NULL;

  g_return_if_fail (QD_IS_ONBOARDING (onboarding));

  draft = qd_record_dup_draft (onboarding);
  instant = done ? qd_instant_format (now) : NULL;

  if (step == QD_ONBOARDING_STEP_WELCOME)
    g_object_set (draft, properties[step], instant, NULL);
  else
    g_object_set (draft, properties[step], done ? today : QD_DAY_NONE, NULL);

  qd_record_save_async (
      draft, store, done ? _ ("Check Off Onboarding Step") : _ ("Reopen Onboarding Step"), callback, user_data);
}
