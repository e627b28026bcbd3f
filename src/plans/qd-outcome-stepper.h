/* qd-outcome-stepper.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-objective.h"

G_BEGIN_DECLS

#define QD_TYPE_OUTCOME_STEPPER (qd_outcome_stepper_get_type ())

G_DECLARE_FINAL_TYPE (QdOutcomeStepper, qd_outcome_stepper, QD, OUTCOME_STEPPER, GtkBox)

void qd_outcome_stepper_set (QdOutcomeStepper *self,
                             QdObjective      *objective);

G_END_DECLS
