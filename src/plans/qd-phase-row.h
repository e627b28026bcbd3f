/* qd-phase-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_PHASE_ROW (qd_phase_row_get_type ())

G_DECLARE_FINAL_TYPE (QdPhaseRow, qd_phase_row, QD, PHASE_ROW, AdwExpanderRow)

QdPhaseRow *qd_phase_row_new (QdPortfolio *portfolio,
                              QdPlan      *plan,
                              QdPhase     *phase);
QdPhase    *qd_phase_row_get_phase (QdPhaseRow *self);

G_END_DECLS
