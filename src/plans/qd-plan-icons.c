/* qd-plan-icons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-icons"

#include "qd-plan-icons.h"

const char *
qd_plan_status_get_icon (QdPlanStatus status)
{
  static const char *const icons[] = {
    [QD_PLAN_STATUS_DRAFT] = "document-edit-symbolic",
    [QD_PLAN_STATUS_ACTIVE] = "quarterdeck-in-progress-symbolic",
    [QD_PLAN_STATUS_CLOSED] = "quarterdeck-done-symbolic",
  };

  return icons[status];
}

const char *
qd_plan_status_get_style (QdPlanStatus status)
{
  return status == QD_PLAN_STATUS_ACTIVE ? "accent" : "dimmed";
}
