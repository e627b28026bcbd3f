/* qd-exchange-tree.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exchange-tree"

#include "qd-exchange-tree.h"

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-check-item.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-saved-view.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-template.h"

static QdExchangeBranch roots[3];
static QdExchangeBranch account_branches[6];
static QdExchangeBranch plan_branches[3];
static QdExchangeBranch task_branches[1];

/* Types are numbers that are only known at run time. */
static void
ensure_branches (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;

  account_branches[0] = (QdExchangeBranch){ "contacts", QD_TYPE_CONTACT };
  account_branches[1] = (QdExchangeBranch){ "team", QD_TYPE_TEAM_MEMBER };
  account_branches[2] = (QdExchangeBranch){ "activities", QD_TYPE_ACTIVITY };
  account_branches[3] = (QdExchangeBranch){ "health", QD_TYPE_HEALTH };
  account_branches[4] = (QdExchangeBranch){ "follow_ups", QD_TYPE_FOLLOW_UP };
  account_branches[5] = (QdExchangeBranch){ "plans", QD_TYPE_PLAN };
  plan_branches[0] = (QdExchangeBranch){ "phases", QD_TYPE_PHASE };
  plan_branches[1] = (QdExchangeBranch){ "objectives", QD_TYPE_OBJECTIVE };
  plan_branches[2] = (QdExchangeBranch){ "tasks", QD_TYPE_TASK };
  task_branches[0] = (QdExchangeBranch){ "checklist", QD_TYPE_CHECK_ITEM };
  roots[0] = (QdExchangeBranch){ "accounts", QD_TYPE_ACCOUNT };
  roots[1] = (QdExchangeBranch){ "views", QD_TYPE_SAVED_VIEW };
  roots[2] = (QdExchangeBranch){ "templates", QD_TYPE_TEMPLATE };
  g_once_init_leave (&done, 1);
}

/* Returns: (transfer none) (nullable): what is part of a record of @type */
const QdExchangeBranch *
qd_exchange_get_branches (GType  type,
                          guint *n_branches)
{
  ensure_branches ();

  *n_branches = type == QD_TYPE_ACCOUNT ? G_N_ELEMENTS (account_branches)
                : type == QD_TYPE_PLAN  ? G_N_ELEMENTS (plan_branches)
                : type == QD_TYPE_TASK  ? G_N_ELEMENTS (task_branches)
                                        : 0;

  return type == QD_TYPE_ACCOUNT ? account_branches
         : type == QD_TYPE_PLAN  ? plan_branches
         : type == QD_TYPE_TASK  ? task_branches
                                 : NULL;
}

/* Returns: (transfer none): what is in a file of a whole portfolio */
const QdExchangeBranch *
qd_exchange_get_roots (guint *n_roots)
{
  ensure_branches ();
  *n_roots = G_N_ELEMENTS (roots);

  return roots;
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
