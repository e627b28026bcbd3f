/* qd-audience.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-audience"

#include "qd-audience.h"

#include <glib/gi18n.h>

#include "qd-activity.h"
#include "qd-baseline.h"
#include "qd-closure.h"
#include "qd-contact.h"
#include "qd-content-module.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-onboarding.h"
#include "qd-plan.h"
#include "qd-saved-view.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-template.h"
#include "qd-working-calendar.h"

const QdNick qd_audiences[] = {
  { "me", N_ ("Me") },
  { "internal", N_ ("Colleagues") },
  { "customer", N_ ("The Customer") },
  { NULL },
};

/* What a customer must not read of the records it may read. */
static const char *const account_hidden[] = { "codename", "aliases", "domains", "stage", "priority", "region", "arr",
                                              "currency", "next_step", "links", "notes", "archived", "allowance", NULL };
static const char *const contact_hidden[] = { "champion", "sponsor", "blocker", "notes", NULL };
static const char *const team_member_hidden[] = { "notes", NULL };
static const char *const follow_up_hidden[] = { "activity", "notes", NULL };
static const char *const plan_hidden[] = { "strategy", "template", "uncounted", NULL };
static const char *const objective_hidden[] = { "risks", "accelerator", NULL };
static const char *const task_hidden[] = { "notes", "source", NULL };

/* What nobody may read who is to know a customer by its codename alone. */
static const char *const account_sealed[] = { "aliases", "domains", NULL };
static const char *const contact_sealed[] = { "email", NULL };

static const char *const *
get_hidden (GType type)
{
  if (type == QD_TYPE_ACCOUNT)
    return account_hidden;

  if (type == QD_TYPE_CONTACT)
    return contact_hidden;

  if (type == QD_TYPE_TEAM_MEMBER)
    return team_member_hidden;

  if (type == QD_TYPE_FOLLOW_UP)
    return follow_up_hidden;

  if (type == QD_TYPE_PLAN)
    return plan_hidden;

  if (type == QD_TYPE_OBJECTIVE)
    return objective_hidden;

  return type == QD_TYPE_TASK ? task_hidden : NULL;
}

static gboolean
may_customer_read (gpointer record)
{
  GType       type = G_OBJECT_TYPE (record);
  const GType ours[] = { QD_TYPE_ACTIVITY,
                         QD_TYPE_HEALTH,
                         QD_TYPE_SAVED_VIEW,
                         QD_TYPE_TEMPLATE,
                         QD_TYPE_BASELINE,
                         QD_TYPE_BASELINE_TASK,
                         QD_TYPE_WORKING_CALENDAR,
                         QD_TYPE_CLOSURE,
                         QD_TYPE_ONBOARDING,
                         QD_TYPE_CONTENT_MODULE };

  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      if (type == ours[i])
        return FALSE;
    }

  if (type == QD_TYPE_FOLLOW_UP)
    return ((QdFollowUp *)record)->side == QD_SIDE_THEIRS;

  if (type == QD_TYPE_OBJECTIVE)
    return ((QdObjective *)record)->visibility == QD_VISIBILITY_CUSTOMER;

  if (type == QD_TYPE_TASK)
    return ((QdTask *)record)->visibility == QD_VISIBILITY_CUSTOMER;

  if (type == QD_TYPE_PLAN)
    return ((QdPlan *)record)->status != QD_PLAN_STATUS_DRAFT &&
           qd_audience_get_plan_kind (QD_AUDIENCE_CUSTOMER, ((QdPlan *)record)->kind) == ((QdPlan *)record)->kind;

  return TRUE;
}

/**
 * qd_audience_may_read:
 *
 * Whether @record may be listed at all. A customer reads the objectives and
 * tasks that were made visible to it, what it promised itself, and of its plans
 * those that are agreed and were not made about it; a plan that a person picks
 * to hand over, it may read whatever this says.
 */
gboolean
qd_audience_may_read (QdAudience self,
                      gpointer   record)
{
  return self != QD_AUDIENCE_CUSTOMER || may_customer_read (record);
}

/**
 * qd_audience_may_read_column:
 * @account: (nullable): whose record it is
 * @column: of @type
 *
 * The name of an account is not asked for here: see
 * qd_audience_dup_account_name().
 */
gboolean
qd_audience_may_read_column (QdAudience  self,
                             QdAccount  *account,
                             GType       type,
                             const char *column)
{
  const char *const *hidden = NULL;

  if (self == QD_AUDIENCE_CUSTOMER)
    hidden = get_hidden (type);
  else if (self == QD_AUDIENCE_INTERNAL && account != NULL && account->codename != NULL)
    hidden = type == QD_TYPE_ACCOUNT ? account_sealed : type == QD_TYPE_CONTACT ? contact_sealed
                                                                                : NULL;

  return hidden == NULL || !g_strv_contains (hidden, column);
}

/* Returns: (transfer full): what @account is called before that audience */
char *
qd_audience_dup_account_name (QdAudience self,
                              QdAccount *account)
{
  gboolean sealed = self == QD_AUDIENCE_INTERNAL && account->codename != NULL;

  return g_strdup (sealed ? account->codename : account->name);
}

/* What @kind of plan that audience is told it is: no customer reads that it is a risk. */
int
qd_audience_get_plan_kind (QdAudience self,
                           int        kind)
{
  gboolean ours = kind == QD_PLAN_KIND_RECOVERY || kind == QD_PLAN_KIND_HANDOVER;

  return self == QD_AUDIENCE_CUSTOMER && ours ? QD_PLAN_KIND_SUCCESS : kind;
}
