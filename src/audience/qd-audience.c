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
#include "qd-escalation.h"
#include "qd-fact-edit.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-onboarding.h"
#include "qd-plan.h"
#include "qd-reference-link.h"
#include "qd-reference-mark.h"
#include "qd-reference-record.h"
#include "qd-saved-view.h"
#include "qd-seal.h"
#include "qd-switchboard-access.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-template.h"
#include "qd-tenant-contact.h"
#include "qd-tenant.h"
#include "qd-ticket.h"
#include "qd-upgrade-request.h"
#include "qd-working-calendar.h"

const QdNick qd_audiences[] = {
  { "me", N_ ("Me") },
  { "internal", N_ ("Colleagues") },
  { "customer", N_ ("The Customer") },
  { "public", N_ ("The Public") },
  { NULL },
};

/* What a customer must not read of the records it may read. */
static const char *const account_hidden[] = { "codename", "aliases", "domains", "stage", "priority", "region", "arr",
                                              "currency", "next_step", "links", "notes", "archived", "allowance", "star_rule", NULL };
static const char *const contact_hidden[] = { "champion", "sponsor", "blocker", "notes", NULL };
static const char *const team_member_hidden[] = { "notes", NULL };
static const char *const follow_up_hidden[] = { "activity", "notes", NULL };
static const char *const plan_hidden[] = { "strategy", "template", "uncounted", NULL };
static const char *const objective_hidden[] = { "risks", "accelerator", NULL };
static const char *const task_hidden[] = { "notes", "source", NULL };
static const char *const tenant_hidden[] = { "codename_source", "edition", "support_organisation", "notes", NULL };
static const char *const notes_hidden[] = { "notes", NULL };

/* Who of the customer or of us it is about: where the customer is not named, neither are they. */
static const char *const follow_up_people[] = { "whose", NULL };
static const char *const contact_people[] = { "name", NULL };
static const char *const objective_people[] = { "owner", "customer_owner", NULL };
static const char *const task_people[] = { "owner", "customer_owner", NULL };
static const char *const activity_people[] = { "internal_attendees", "external_attendees", NULL };
static const char *const access_people[] = { "person", NULL };
static const char *const ticket_people[] = { "owner", NULL };
static const char *const upgrade_people[] = { "contact", NULL };

/* What of a tenant is a name of the customer, or leads to it. */
static const char *const tenant_sealed[] = { "name", "url", "identifier", "kms_keys", "aws_accounts", NULL };

static const char *const *
get_hidden (GType type)
{
  if (type == QD_TYPE_ACCOUNT)
    return account_hidden;

  if (type == QD_TYPE_CONTACT || type == QD_TYPE_TENANT_CONTACT)
    return contact_hidden;

  if (type == QD_TYPE_TEAM_MEMBER)
    return team_member_hidden;

  if (type == QD_TYPE_FOLLOW_UP)
    return follow_up_hidden;

  if (type == QD_TYPE_PLAN)
    return plan_hidden;

  if (type == QD_TYPE_OBJECTIVE)
    return objective_hidden;

  if (type == QD_TYPE_TENANT)
    return tenant_hidden;

  if (type == QD_TYPE_TENANT_CONTACT || type == QD_TYPE_MIGRATION_WAVE || type == QD_TYPE_MAINTENANCE)
    return notes_hidden;

  return type == QD_TYPE_TASK ? task_hidden : NULL;
}

static const char *const *
get_people (GType type)
{
  if (type == QD_TYPE_CONTACT || type == QD_TYPE_TENANT_CONTACT)
    return contact_people;

  if (type == QD_TYPE_SWITCHBOARD_ACCESS)
    return access_people;

  if (type == QD_TYPE_TICKET || type == QD_TYPE_ESCALATION)
    return ticket_people;

  if (type == QD_TYPE_UPGRADE_REQUEST)
    return upgrade_people;

  if (type == QD_TYPE_FOLLOW_UP)
    return follow_up_people;

  if (type == QD_TYPE_OBJECTIVE)
    return objective_people;

  if (type == QD_TYPE_ACTIVITY)
    return activity_people;

  return type == QD_TYPE_TASK ? task_people : NULL;
}

/* Whether @column of @type holds who somebody is. */
gboolean
qd_audience_is_person_column (GType       type,
                              const char *column)
{
  const char *const *people = get_people (type);

  return people != NULL && g_strv_contains (people, column);
}

/* Whether it reads nothing internal. */
gboolean
qd_audience_is_outside (QdAudience self)
{
  return self == QD_AUDIENCE_CUSTOMER || self == QD_AUDIENCE_PUBLIC;
}

static gboolean
may_public_read (gpointer record)
{
  return !QD_IS_CONTACT (record) && !QD_IS_TEAM_MEMBER (record) && !QD_IS_FOLLOW_UP (record) && !QD_IS_TENANT (record) &&
         !QD_IS_TENANT_CONTACT (record);
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
                         QD_TYPE_CONTENT_MODULE,
                         QD_TYPE_SWITCHBOARD_ACCESS,
                         QD_TYPE_TICKET,
                         QD_TYPE_ESCALATION,
                         QD_TYPE_UPGRADE_REQUEST,
                         QD_TYPE_FACT_EDIT,
                         QD_TYPE_REFERENCE_RECORD,
                         QD_TYPE_REFERENCE_MARK,
                         QD_TYPE_REFERENCE_LINK };

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
  return !qd_audience_is_outside (self) ||
         (may_customer_read (record) && (self == QD_AUDIENCE_CUSTOMER || may_public_read (record)));
}

/* Of what is sealed, the names are replaced and not hidden. */
static gboolean
is_sealed_column (QdAccount  *account,
                  GType       type,
                  const char *column)
{
  guint seal = qd_account_get_seal (account);

  if (type == QD_TYPE_ACCOUNT)
    return (g_str_equal (column, "aliases") && (seal & QD_SEAL_PART_ALIASES)) ||
           (g_str_equal (column, "domains") && (seal & QD_SEAL_PART_DOMAINS));

  if (type == QD_TYPE_TENANT)
    return (seal & QD_SEAL_PART_NAME) && g_strv_contains (tenant_sealed, column);

  return (type == QD_TYPE_CONTACT || type == QD_TYPE_TENANT_CONTACT) && g_str_equal (column, "email") &&
         (seal & QD_SEAL_PART_PEOPLE);
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
  const char *const *hidden = qd_audience_is_outside (self) ? get_hidden (type) : NULL;

  if (self == QD_AUDIENCE_INTERNAL && account != NULL && is_sealed_column (account, type, column))
    return FALSE;

  if (self == QD_AUDIENCE_PUBLIC && qd_audience_is_person_column (type, column))
    return FALSE;

  return hidden == NULL || !g_strv_contains (hidden, column);
}

/* Returns: (transfer full): what @account is called before that audience */
char *
qd_audience_dup_account_name (QdAudience self,
                              QdAccount *account)
{
  if (self == QD_AUDIENCE_PUBLIC)
    return qd_audience_dup_nobody ();

  if (self != QD_AUDIENCE_INTERNAL || !qd_account_is_sealed (account))
    return g_strdup (account->name);

  /* A codename is given by others, and never made up. */
  return account->codename != NULL ? g_strdup (account->codename) : qd_audience_dup_nobody ();
}

/* Returns: (transfer full): what stands for a customer that has no name before an audience */
char *
qd_audience_dup_nobody (void)
{
  /* Translators: stands in a text for the name of a customer that is not to be read there */
  return g_strdup (_ ("[customer]"));
}

/* What @kind of plan that audience is told it is: no customer reads that it is a risk. */
int
qd_audience_get_plan_kind (QdAudience self,
                           int        kind)
{
  gboolean ours = kind == QD_PLAN_KIND_RECOVERY || kind == QD_PLAN_KIND_HANDOVER;

  return qd_audience_is_outside (self) && ours ? QD_PLAN_KIND_SUCCESS : kind;
}
