/* qd-plan-network-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-network-load"

#include "qd-db.h"
#include "qd-plan-network.h"

/* In days: how much further calendars are made than is needed, so that the next change finds them long enough */
#define RESERVE 366

/* Returns: (transfer full) (nullable): that of @account, or our own for 0; %NULL without @error if there is none */
static QdWorkingCalendar *
load_calendar (QdDb       *db,
               gint64      account,
               GPtrArray **closures,
               GError    **error)
{
  g_autoptr(GPtrArray) calendars = qd_record_load_children (db, QD_TYPE_WORKING_CALENDAR, account, error);
  QdWorkingCalendar *calendar;

  if (calendars == NULL || calendars->len == 0)
    return NULL;

  calendar = g_ptr_array_index (calendars, 0);

  if (!(*closures = qd_record_load_children (db, QD_TYPE_CLOSURE, qd_record_get_id (calendar), error)))
    return NULL;

  return g_object_ref (calendar);
}

static QdPlanCalendars *
load_calendars (QdDb      *db,
                QdPlan    *plan,
                GPtrArray *tasks,
                GPtrArray *links,
                GError   **error)
{
  g_autoptr(GPtrArray) our_closures = NULL;
  g_autoptr(GPtrArray) their_closures = NULL;
  g_autoptr(QdWorkingCalendar) ours = NULL;
  g_autoptr(QdWorkingCalendar) theirs = NULL;
  g_autoptr(GError) reason = NULL;
  int first_day, last_day;

  ours = load_calendar (db, 0, &our_closures, &reason);

  if (reason == NULL)
    theirs = load_calendar (db, plan->account, &their_closures, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  qd_plan_find_horizon (plan, tasks, links, &first_day, &last_day);

  return qd_plan_calendars_new (ours, our_closures, theirs, their_closures, first_day, last_day + RESERVE);
}

/**
 * qd_plan_network_load:
 * @plan: as the database has it
 *
 * On the store's thread, inside an edit or a read.
 *
 * Returns: (transfer full) (nullable): its tasks as the database has them
 */
QdPlanNetwork *
qd_plan_network_load (QdDb    *db,
                      QdPlan  *plan,
                      GError **error)
{
  gint64 id = qd_record_get_id (plan);
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(QdPlanCalendars) calendars = NULL;

  if (!(tasks = qd_record_load_children (db, QD_TYPE_TASK, id, error)) ||
      !(links = qd_record_load_children (db, QD_TYPE_LINK, id, error)) ||
      !(calendars = load_calendars (db, plan, tasks, links, error)))
    return NULL;

  return qd_plan_network_new (plan, tasks, links, calendars);
}
