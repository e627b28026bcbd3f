/* qd-wizard-schedule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-accelerator-draft.h"
#include "qd-account.h"
#include "qd-catalogue.h"

G_BEGIN_DECLS

#define QD_TYPE_WIZARD_SCHEDULE (qd_wizard_schedule_get_type ())

G_DECLARE_FINAL_TYPE (QdWizardSchedule, qd_wizard_schedule, QD, WIZARD_SCHEDULE, AdwBin)

void        qd_wizard_schedule_bind (QdWizardSchedule *self,
                                     QdPortfolio      *portfolio,
                                     int               start,
                                     QdPhaseNaming     phase_naming);
void        qd_wizard_schedule_set_account (QdWizardSchedule *self,
                                            QdAccount        *account);
void        qd_wizard_schedule_suggest_name (QdWizardSchedule *self,
                                             QdCatalogue      *catalogue,
                                             GPtrArray        *modules);
const char *qd_wizard_schedule_find_problem (QdWizardSchedule *self,
                                             GtkWidget       **where);
void        qd_wizard_schedule_fill (QdWizardSchedule   *self,
                                     QdAcceleratorDraft *draft);

G_END_DECLS
