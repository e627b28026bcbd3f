/* qd-onboarding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-onboarding"

#include "qd-onboarding.h"

#include <glib/gi18n.h>

#include "qd-instant.h"

G_DEFINE_FINAL_TYPE (QdOnboarding, qd_onboarding, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdOnboarding, account, N_ ("Account")),
  QD_COLUMN_LINE (QdOnboarding, named_at, N_ ("People Named"), .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_DAY (QdOnboarding, agreed, N_ ("Agreement Begins"), .nullable = TRUE),
  QD_COLUMN_LINE (QdOnboarding, welcomed_at, N_ ("Welcome Mail"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_DAY (QdOnboarding, handover, N_ ("Internal Handover"), .nullable = TRUE),
  QD_COLUMN_DAY (QdOnboarding, kickoff, N_ ("Customer Kick-Off"), .nullable = TRUE),
  QD_COLUMN_DAY (QdOnboarding, discovery, N_ ("Discovery Workshop"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdOnboarding, notes, N_ ("Notes"), .nullable = TRUE),
};

static gboolean
qd_onboarding_check (gpointer draft,
                     GError **error)
{
  QdOnboarding *self = draft;
  gint64        seconds;

  if (qd_instant_parse (self->named_at, &seconds) &&
      (self->welcomed_at == NULL || qd_instant_parse (self->welcomed_at, &seconds)))
    return TRUE;

  g_set_error_literal (error,
                       QD_RECORD_ERROR,
                       QD_RECORD_ERROR_RULE,
                       _ ("“People Named” and “Welcome Mail” must be instants such as “2026-05-03T14:00:00Z”"));

  return FALSE;
}

static void
qd_onboarding_class_init (QdOnboardingClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "onboarding", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_onboarding_check;
}

static void
qd_onboarding_init (QdOnboarding *self)
{
}
