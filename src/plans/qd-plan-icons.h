/* qd-plan-icons.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan.h"

G_BEGIN_DECLS

/* The icon that stands beside a plan's status, and the style class that colours both; see also qd-status-look.h. */

const char *qd_plan_status_get_icon (QdPlanStatus status);
const char *qd_plan_status_get_style (QdPlanStatus status);

G_END_DECLS
