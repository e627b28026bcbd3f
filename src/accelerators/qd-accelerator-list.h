/* qd-accelerator-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-accelerator-load.h"

G_BEGIN_DECLS

/* All accelerators there are, of all accounts. */

gboolean         qd_plan_is_accelerator (QdPlan *plan);
GPtrArray       *qd_accelerators_list (QdPortfolio *portfolio,
                                       gboolean     show_codenames);
QdPlanCalendars *qd_accelerators_create_calendars (QdPortfolio *portfolio,
                                                   GPtrArray   *plans,
                                                   int          today);
GPtrArray       *qd_accelerators_list_load (QdPortfolio *portfolio,
                                            GPtrArray   *plans,
                                            gboolean     show_codenames,
                                            QdWorkTime  *hours);
gboolean         qd_load_accelerator_has_person (QdLoadAccelerator *self,
                                                 const char        *name);
GPtrArray       *qd_load_accelerators_list_people (GPtrArray *accelerators);

G_END_DECLS
