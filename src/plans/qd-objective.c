/* qd-objective.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-objective"

#include "qd-objective.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdObjective, qd_objective, QD_TYPE_RECORD)

const QdNick qd_use_cases[] = {
  { "ai", N_ ("AI") },
  { "cd", N_ ("CD") },
  { "ci", N_ ("CI") },
  { "dedicated", N_ ("Dedicated") },
  { "developer-experience", N_ ("Developer Experience") },
  { "infrastructure", N_ ("Infrastructure") },
  { "other", N_ ("Other") },
  { "plan", N_ ("Plan") },
  { "scm", N_ ("SCM") },
  { "security", N_ ("Security") },
  { NULL },
};

const QdNick qd_objective_priorities[] = {
  { "low", N_ ("Low") },
  { "medium", N_ ("Medium") },
  { "high", N_ ("High") },
  { NULL },
};

const QdNick qd_objective_statuses[] = {
  { "not-started", N_ ("Not Started") },
  { "on-track", N_ ("On Track") },
  { "watchpoint", N_ ("Watchpoint") },
  { "concern", N_ ("Concern") },
  { "closed-success", N_ ("Closed Success") },
  { NULL },
};

const QdNick qd_outcomes[] = {
  { "proposed", N_ ("Proposed") },
  { "accepted", N_ ("Accepted") },
  { "delivered", N_ ("Delivered") },
  { "verified", N_ ("Verified") },
  { NULL },
};

const QdNick qd_visibilities[] = {
  { "internal", N_ ("Internal") },
  { "customer", N_ ("Customer") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdObjective, plan, N_ ("Plan")),
  QD_COLUMN_LINE (QdObjective, name, N_ ("Name")),
  QD_COLUMN_ENUM (QdObjective, use_case, QdUseCase, qd_use_cases, N_ ("Use Case"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdObjective, priority, QdObjectivePriority, qd_objective_priorities, N_ ("Priority"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdObjective, status, QdObjectiveStatus, qd_objective_statuses, N_ ("Status")),
  QD_COLUMN_ENUM (QdObjective, outcome, QdOutcome, qd_outcomes, N_ ("Verifiable Outcome"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdObjective, baseline, N_ ("Baseline"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdObjective, criteria, N_ ("Success Criteria"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdObjective, impact, N_ ("Business Impact"), .nullable = TRUE),
  QD_COLUMN_DAY (QdObjective, due, N_ ("Due"), .nullable = TRUE),
  QD_COLUMN_DAY (QdObjective, closed, N_ ("Closed"), .nullable = TRUE),
  QD_COLUMN_LINE (QdObjective, owner, N_ ("Owner"), .nullable = TRUE),
  QD_COLUMN_LINE (QdObjective, customer_owner, N_ ("Customer Owner"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdObjective, summary, N_ ("Summary"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdObjective, successes, N_ ("Successes"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdObjective, risks, N_ ("Risks"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdObjective, accelerator, N_ ("Success Accelerator")),
  QD_COLUMN_ENUM (QdObjective, visibility, QdVisibility, qd_visibilities, N_ ("Visible To")),
  QD_COLUMN_REAL (QdObjective, position, N_ ("Position")),
  QD_COLUMN_REFERENCE (QdObjective, supports, N_ ("Supports"), .nullable = TRUE),
};

static void
qd_objective_class_init (QdObjectiveClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "objective", columns, G_N_ELEMENTS (columns));
}

static void
qd_objective_init (QdObjective *self)
{
}
