/* qd-exchange-tree.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exchange-tree"

#include "qd-exchange-tree.h"

#include <string.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-baseline.h"
#include "qd-check-item.h"
#include "qd-closure.h"
#include "qd-contact.h"
#include "qd-content-module.h"
#include "qd-escalation.h"
#include "qd-fact-edit.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-link.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-onboarding.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-reference-link.h"
#include "qd-reference-mark.h"
#include "qd-reference-record.h"
#include "qd-saved-view.h"
#include "qd-switchboard-access.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-template.h"
#include "qd-tenant-contact.h"
#include "qd-tenant.h"
#include "qd-ticket.h"
#include "qd-upgrade-request.h"
#include "qd-working-calendar.h"

/* Types are numbers that are only known at run time. Of is 0 for what is part of nothing. */
typedef struct
{
  GType            of;
  QdExchangeBranch branches[16];
  guint            n_branches;
} Node;

static Node                nodes[10];
static QdExchangeReference references[16];

static void
set_branches (Node                   *node,
              GType                   of,
              const QdExchangeBranch *branches,
              guint                   n_branches)
{
  g_assert (n_branches <= G_N_ELEMENTS (node->branches));
  node->of = of;
  node->n_branches = n_branches;
  memcpy (node->branches, branches, sizeof *branches * n_branches);
}

#define SET_BRANCHES(index, of, ...)                             \
  G_STMT_START                                                   \
  {                                                              \
    const QdExchangeBranch list[] = { __VA_ARGS__ };             \
    set_branches (&nodes[index], of, list, G_N_ELEMENTS (list)); \
  }                                                              \
  G_STMT_END

static void
init_references (void)
{
  const QdExchangeReference list[] = {
    { QD_TYPE_FOLLOW_UP, "activity", QD_TYPE_ACTIVITY, QD_EXCHANGE_SCOPE_BESIDE },
    { QD_TYPE_TASK, "phase", QD_TYPE_PHASE, QD_EXCHANGE_SCOPE_BESIDE },
    { QD_TYPE_TASK, "objective", QD_TYPE_OBJECTIVE, QD_EXCHANGE_SCOPE_BESIDE },
    { QD_TYPE_TASK, "parent", QD_TYPE_TASK, QD_EXCHANGE_SCOPE_BESIDE },
    { QD_TYPE_LINK, "predecessor", QD_TYPE_TASK, QD_EXCHANGE_SCOPE_BESIDE },
    { QD_TYPE_LINK, "successor", QD_TYPE_TASK, QD_EXCHANGE_SCOPE_BESIDE },
    { QD_TYPE_BASELINE_TASK, "task", QD_TYPE_TASK, QD_EXCHANGE_SCOPE_ABOVE },
    { QD_TYPE_OBJECTIVE, "supports", QD_TYPE_OBJECTIVE, QD_EXCHANGE_SCOPE_ACCOUNT },
    { QD_TYPE_ACTIVITY, "task", QD_TYPE_TASK, QD_EXCHANGE_SCOPE_ACCOUNT },
    { QD_TYPE_MIGRATION_WAVE, "plan", QD_TYPE_PLAN, QD_EXCHANGE_SCOPE_ACCOUNT },
    { QD_TYPE_MIGRATION_WAVE, "task", QD_TYPE_TASK, QD_EXCHANGE_SCOPE_ACCOUNT },
    { QD_TYPE_ESCALATION, "ticket", QD_TYPE_TICKET, QD_EXCHANGE_SCOPE_ACCOUNT },
    { QD_TYPE_UPGRADE_REQUEST, "plan", QD_TYPE_PLAN, QD_EXCHANGE_SCOPE_ACCOUNT },
    { QD_TYPE_REFERENCE_LINK, "plan", QD_TYPE_PLAN, QD_EXCHANGE_SCOPE_ACCOUNT },
    { QD_TYPE_REFERENCE_LINK, "task", QD_TYPE_TASK, QD_EXCHANGE_SCOPE_ACCOUNT },
  };

  memcpy (references, list, sizeof list);
}

static void
ensure_branches (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;

  SET_BRANCHES (0, 0,
                { "accounts", QD_TYPE_ACCOUNT },
                { "calendars", QD_TYPE_WORKING_CALENDAR, 1 },
                { "modules", QD_TYPE_CONTENT_MODULE, 1 },
                { "facts", QD_TYPE_FACT_EDIT, 2 },
                { "entries", QD_TYPE_REFERENCE_RECORD, 2 },
                { "marks", QD_TYPE_REFERENCE_MARK, 2 },
                { "references", QD_TYPE_REFERENCE_LINK, 2 },
                { "views", QD_TYPE_SAVED_VIEW },
                { "templates", QD_TYPE_TEMPLATE });
  SET_BRANCHES (1, QD_TYPE_ACCOUNT,
                { "contacts", QD_TYPE_CONTACT },
                { "team", QD_TYPE_TEAM_MEMBER },
                { "activities", QD_TYPE_ACTIVITY },
                { "health", QD_TYPE_HEALTH },
                { "follow_ups", QD_TYPE_FOLLOW_UP },
                { "calendars", QD_TYPE_WORKING_CALENDAR, 1 },
                { "onboardings", QD_TYPE_ONBOARDING, 1 },
                { "plans", QD_TYPE_PLAN },
                { "tenants", QD_TYPE_TENANT, 2 },
                { "tickets", QD_TYPE_TICKET, 2 },
                { "escalations", QD_TYPE_ESCALATION, 2 },
                { "upgrade_requests", QD_TYPE_UPGRADE_REQUEST, 2 },
                { "references", QD_TYPE_REFERENCE_LINK, 2 });
  SET_BRANCHES (2, QD_TYPE_PLAN,
                { "phases", QD_TYPE_PHASE },
                { "objectives", QD_TYPE_OBJECTIVE },
                { "tasks", QD_TYPE_TASK },
                { "links", QD_TYPE_LINK, 1 },
                { "baselines", QD_TYPE_BASELINE, 1 });
  SET_BRANCHES (3, QD_TYPE_TASK, { "checklist", QD_TYPE_CHECK_ITEM });
  SET_BRANCHES (4, QD_TYPE_BASELINE, { "tasks", QD_TYPE_BASELINE_TASK, 1 });
  SET_BRANCHES (5, QD_TYPE_WORKING_CALENDAR, { "closures", QD_TYPE_CLOSURE, 1 });
  SET_BRANCHES (6, QD_TYPE_TENANT,
                { "contacts", QD_TYPE_TENANT_CONTACT, 2 },
                { "access", QD_TYPE_SWITCHBOARD_ACCESS, 2 },
                { "waves", QD_TYPE_MIGRATION_WAVE, 2 },
                { "maintenance", QD_TYPE_MAINTENANCE, 2 });
  init_references ();
  g_once_init_leave (&done, 1);
}

/* Returns: (transfer none) (nullable): what is part of a record of @type */
const QdExchangeBranch *
qd_exchange_get_branches (GType  type,
                          guint *n_branches)
{
  ensure_branches ();
  *n_branches = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (nodes) && nodes[i].n_branches > 0; i++)
    {
      if (nodes[i].of == type)
        {
          *n_branches = nodes[i].n_branches;
          return nodes[i].branches;
        }
    }

  return NULL;
}

/* Returns: (transfer none): what is in a file of a whole portfolio */
const QdExchangeBranch *
qd_exchange_get_roots (guint *n_roots)
{
  return qd_exchange_get_branches (0, n_roots);
}

/* Returns: what a record of @type is part of; %G_TYPE_INVALID where that is nothing */
GType
qd_exchange_get_parent_type (GType type)
{
  ensure_branches ();

  /* From the end: what may stand alone is part of an account rather. */
  for (gsize i = G_N_ELEMENTS (nodes); i > 0; i--)
    {
      for (guint j = 0; j < nodes[i - 1].n_branches; j++)
        {
          if (nodes[i - 1].branches[j].type == type)
            return nodes[i - 1].of;
        }
    }

  return G_TYPE_INVALID;
}

/* Returns: (transfer none) (nullable): what @column of a record of @type refers to */
const QdExchangeReference *
qd_exchange_get_reference (GType       type,
                           const char *column)
{
  ensure_branches ();

  for (gsize i = 0; i < G_N_ELEMENTS (references) && references[i].column != NULL; i++)
    {
      if (references[i].of == type && g_str_equal (references[i].column, column))
        return &references[i];
    }

  return NULL;
}

/* Returns: (transfer none) (nullable): the column that says what a record of
 *   @type is part of: in a file, that is where it stands */
const QdColumn *
qd_exchange_get_parent_column (GType type)
{
  g_autoptr(GTypeClass) type_class = g_type_class_ref (type);
  QdRecordClass *klass = QD_RECORD_CLASS (type_class);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (klass->columns[i].kind == QD_COLUMN_KIND_REFERENCE)
        return &klass->columns[i];
    }

  return NULL;
}
