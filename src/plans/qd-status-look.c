/* qd-status-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-status-look"

#include "qd-status-look.h"

typedef struct
{
  const char *icon;
  const char *style;
} Look;

static const Look statuses[] = {
  [QD_TASK_STATUS_NOT_STARTED] = { "quarterdeck-not-started-symbolic", "dimmed" },
  [QD_TASK_STATUS_ON_TRACK] = { "quarterdeck-in-progress-symbolic", "accent" },
  [QD_TASK_STATUS_WATCHPOINT] = { "dialog-warning-symbolic", "warning" },
  [QD_TASK_STATUS_CONCERN] = { "quarterdeck-blocked-symbolic", "error" },
  [QD_TASK_STATUS_DONE] = { "quarterdeck-done-symbolic", "success" },
};

/* The statuses of an objective are those of a task, and end in a success too. */
G_STATIC_ASSERT ((int)QD_OBJECTIVE_STATUS_CLOSED_SUCCESS == (int)QD_TASK_STATUS_DONE);
G_STATIC_ASSERT ((int)QD_OBJECTIVE_STATUS_CONCERN == (int)QD_TASK_STATUS_CONCERN);

static const Look urgencies[] = {
  [QD_TASK_URGENCY_NONE] = { "x-office-calendar-symbolic", "dimmed" },
  [QD_TASK_URGENCY_DONE] = { "x-office-calendar-symbolic", "dimmed" },
  [QD_TASK_URGENCY_LATE] = { "quarterdeck-late-symbolic", "error" },
  [QD_TASK_URGENCY_TODAY] = { "alarm-symbolic", "warning" },
  [QD_TASK_URGENCY_SOON] = { "x-office-calendar-symbolic", NULL },
  [QD_TASK_URGENCY_LATER] = { "x-office-calendar-symbolic", "dimmed" },
};

static const Look paces[] = {
  [QD_PLAN_PACE_BEHIND] = { "quarterdeck-late-symbolic", "error" },
  [QD_PLAN_PACE_ON_PLAN] = { "quarterdeck-in-progress-symbolic", "accent" },
  [QD_PLAN_PACE_AHEAD] = { "quarterdeck-done-symbolic", "success" },
};

const char *
qd_task_kind_get_icon (QdTaskKind kind)
{
  static const char *const icons[] = {
    [QD_TASK_KIND_TASK] = "view-list-bullet-symbolic",
    [QD_TASK_KIND_MILESTONE] = "quarterdeck-milestone-symbolic",
    [QD_TASK_KIND_WORKSHOP] = "x-office-presentation-symbolic",
    [QD_TASK_KIND_CALL] = "call-start-symbolic",
  };

  return icons[kind];
}

const char *
qd_task_status_get_icon (QdTaskStatus status)
{
  return statuses[status].icon;
}

/* Returns: (nullable): as the others that follow, for no style of its own */
const char *
qd_task_status_get_style (QdTaskStatus status)
{
  return statuses[status].style;
}

const char *
qd_task_urgency_get_icon (QdTaskUrgency urgency)
{
  return urgencies[urgency].icon;
}

const char *
qd_task_urgency_get_style (QdTaskUrgency urgency)
{
  return urgencies[urgency].style;
}

const char *
qd_objective_status_get_icon (QdObjectiveStatus status)
{
  return statuses[status].icon;
}

const char *
qd_objective_status_get_style (QdObjectiveStatus status)
{
  return statuses[status].style;
}

const char *
qd_plan_pace_get_icon (QdPlanPace pace)
{
  return paces[pace].icon;
}

const char *
qd_plan_pace_get_style (QdPlanPace pace)
{
  return paces[pace].style;
}

/* Gives @widget @style and takes the others from it. */
void
qd_status_look_set_style (GtkWidget  *widget,
                          const char *style)
{
  static const char *const styles[] = { "dimmed", "accent", "warning", "error", "success" };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (g_strcmp0 (styles[i], style) == 0)
        gtk_widget_add_css_class (widget, styles[i]);
      else
        gtk_widget_remove_css_class (widget, styles[i]);
    }
}
