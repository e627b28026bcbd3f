/* qd-status-look.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-plan-progress.h"

G_BEGIN_DECLS

/* What a state looks like: always an icon and a style class beside its word, never colour alone. */

const char *qd_task_kind_get_icon (QdTaskKind kind);
const char *qd_task_status_get_icon (QdTaskStatus status);
const char *qd_task_status_get_style (QdTaskStatus status);
const char *qd_task_urgency_get_icon (QdTaskUrgency urgency);
const char *qd_task_urgency_get_style (QdTaskUrgency urgency);
const char *qd_objective_status_get_icon (QdObjectiveStatus status);
const char *qd_objective_status_get_style (QdObjectiveStatus status);
const char *qd_plan_pace_get_icon (QdPlanPace pace);
const char *qd_plan_pace_get_style (QdPlanPace pace);

void        qd_status_look_set_style (GtkWidget  *widget,
                                      const char *style);

G_END_DECLS
