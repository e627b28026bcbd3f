/* qd-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan"

#include "qd-plan.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdPlan, qd_plan, QD_TYPE_RECORD)

const QdNick qd_plan_kinds[] = {
  { "onboarding", N_ ("Onboarding") },
  { "dedicated-onboarding", N_ ("Dedicated Onboarding") },
  { "handover", N_ ("Account Handover") },
  { "ebr", N_ ("Executive Business Review") },
  { "adoption", N_ ("Adoption") },
  { "upgrade", N_ ("Upgrade") },
  { "infrastructure", N_ ("Infrastructure") },
  { "recovery", N_ ("At-Risk Recovery") },
  { "success", N_ ("Success Plan") },
  { "accelerator", N_ ("Accelerator") },
  { NULL },
};

const QdNick qd_plan_statuses[] = {
  { "draft", N_ ("Draft") },
  { "active", N_ ("Active") },
  { "closed", N_ ("Closed") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdPlan, account, N_ ("Account")),
  QD_COLUMN_ENUM (QdPlan, kind, QdPlanKind, qd_plan_kinds, N_ ("Kind")),
  QD_COLUMN_LINE (QdPlan, name, N_ ("Name")),
  QD_COLUMN_DAY (QdPlan, start, N_ ("Start")),
  QD_COLUMN_DAY (QdPlan, target, N_ ("Target")),
  QD_COLUMN_ENUM (QdPlan, status, QdPlanStatus, qd_plan_statuses, N_ ("Status")),
  QD_COLUMN_TEXT (QdPlan, strategy, N_ ("Strategy"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdPlan, highlights, N_ ("Highlights"), .nullable = TRUE),
  QD_COLUMN_LINE (QdPlan, template, N_ ("Template"), .nullable = TRUE),
  QD_COLUMN_DAY (QdPlan, status_day, N_ ("Status Day"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdPlan, accelerator, QdAccelerator, qd_accelerators, N_ ("Accelerator Type"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdPlan, uncounted, N_ ("Not Counted"), .since = 1),
};

static gboolean
qd_plan_check (gpointer draft,
               GError **error)
{
  QdPlan *self = draft;

  if (self->target < self->start)
    {
      g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Target” must not be before “Start”"));
      return FALSE;
    }

  return TRUE;
}

static void
qd_plan_class_init (QdPlanClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "plan", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_plan_check;
}

static void
qd_plan_init (QdPlan *self)
{
}
