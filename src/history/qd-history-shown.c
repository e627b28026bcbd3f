/* qd-history-shown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-shown"

#include "qd-history-shown.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-closure.h"
#include "qd-contact.h"
#include "qd-escalation.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-maintenance.h"
#include "qd-objective.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-tenant-contact.h"
#include "qd-tenant.h"
#include "qd-ticket.h"
#include "qd-upgrade-request.h"
#include "qd-working-calendar.h"

/* The commonest first */
static const QdHistoryShown kinds[] = {
  { "account", qd_account_get_type, N_ ("Accounts"), "win.open-account" },
  { "plan", qd_plan_get_type, N_ ("Plans"), "win.open-plan" },
  { "task", qd_task_get_type, N_ ("Tasks"), "win.open-task" },
  { "phase", qd_phase_get_type, N_ ("Phases"), NULL },
  { "objective", qd_objective_get_type, N_ ("Objectives"), NULL },
  { "activity", qd_activity_get_type, N_ ("Activities"), NULL },
  { "follow_up", qd_follow_up_get_type, N_ ("Follow-Ups"), NULL },
  { "health", qd_health_get_type, N_ ("Health"), NULL },
  { "contact", qd_contact_get_type, N_ ("Contacts"), NULL },
  { "team_member", qd_team_member_get_type, N_ ("Account Team"), NULL },
  { "tenant", qd_tenant_get_type, N_ ("Tenants"), "win.open-tenant" },
  { "tenant_contact", qd_tenant_contact_get_type, N_ ("Tenant Contacts"), NULL },
  { "maintenance", qd_maintenance_get_type, N_ ("Maintenance"), NULL },
  { "ticket", qd_ticket_get_type, N_ ("Tickets"), NULL },
  { "escalation", qd_escalation_get_type, N_ ("Escalations"), NULL },
  { "upgrade_request", qd_upgrade_request_get_type, N_ ("Upgrade Requests"), NULL },
  { "working_calendar", qd_working_calendar_get_type, N_ ("Working Calendars"), NULL },
  { "closure", qd_closure_get_type, N_ ("Days Off"), NULL },
};

const QdHistoryShown *
qd_history_shown_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/* Returns: (nullable) */
const QdHistoryShown *
qd_history_shown_find (const char *table)
{
  for (gsize i = 0; table != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].table, table))
        return &kinds[i];
    }

  return NULL;
}
