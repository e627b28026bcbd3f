/* qd-slip-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-plan-schedule.h"

G_BEGIN_DECLS

char *qd_slip_text_dup_headline (QdPlanSchedule *schedule,
                                 int             today);
char *qd_slip_text_dup_lines (QdPlanSchedule *schedule,
                              int             today);
char *qd_slip_text_dup_for (QdPlanSchedule *schedule,
                            QdAudience      audience,
                            int             today,
                            GError        **error);

G_END_DECLS
