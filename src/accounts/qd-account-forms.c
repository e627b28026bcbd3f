/* qd-account-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-forms"

#include "qd-account-forms.h"

#include <glib/gi18n.h>

#include "qd-activity-text.h"

static const QdFormGroup contact_groups[] = {
  { NULL, { "name", "role", "gitlab_role", "email", "language", "time_zone" } },
  { N_ ("Part in the Account"), { "champion", "sponsor", "blocker", "admin" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_contact_form = {
  .title = N_ ("Contact"),
  .new_title = N_ ("New Contact"),
  .add_label = N_ ("Add Contact"),
  .delete_label = N_ ("Delete Contact"),
  .deleted = N_ ("Contact deleted"),
  .groups = contact_groups,
};

static const QdFormGroup team_member_groups[] = {
  { NULL, { "name", "role", "email" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_team_member_form = {
  .title = N_ ("Team Member"),
  .new_title = N_ ("New Team Member"),
  .add_label = N_ ("Add Team Member"),
  .delete_label = N_ ("Delete Team Member"),
  .deleted = N_ ("Team member deleted"),
  .groups = team_member_groups,
};

static const QdFormGroup follow_up_groups[] = {
  { NULL, { "what", "side", "whose", "due", "done" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_follow_up_form = {
  .title = N_ ("Follow-up"),
  .new_title = N_ ("New Follow-up"),
  .add_label = N_ ("Add Follow-up"),
  .delete_label = N_ ("Delete Follow-up"),
  .deleted = N_ ("Follow-up deleted"),
  .groups = follow_up_groups,
};

static const QdFormGroup health_groups[] = {
  { NULL, { "level", "day" } },
  { NULL, { "reason" } },
  { NULL },
};

const QdForm qd_health_form = {
  .title = N_ ("Health"),
  .new_title = N_ ("Set the Health"),
  .add_label = N_ ("Set Health"),
  .accept = N_ ("_Set"),
  .delete_label = N_ ("Delete Health Entry"),
  .deleted = N_ ("Health entry deleted"),
  .groups = health_groups,
};

static const QdFormGroup activity_groups[] = {
  { NULL, { "kind", "subject", "day", "begins_at", "minutes", "meeting", "milestone" } },
  { NULL, { "notes" } },
  { N_ ("Sentiment"), { "csm_sentiment", "product_sentiment" } },
  { N_ ("Risk"), { "risk_reason", "risk_impact" } },
  { N_ ("Accelerator"), { "accelerator", "content_module" } },
  { N_ ("Attendees"), { "external_attendees", "internal_attendees", "sponsor_attended" } },
  { NULL },
};

static gboolean
is_meeting (QdActivityKind kind)
{
  return kind == QD_ACTIVITY_KIND_CUSTOMER_CALL || kind == QD_ACTIVITY_KIND_IN_PERSON_MEETING ||
         kind == QD_ACTIVITY_KIND_WORKSHOP || kind == QD_ACTIVITY_KIND_CSE_ENGAGEMENT ||
         kind == QD_ACTIVITY_KIND_CSA_ENGAGEMENT;
}

/* As the Gainsight timeline asks for them. What already holds something is
 * always shown: a change of the type hides nothing. */
static gboolean
is_relevant (gpointer    record,
             const char *field)
{
  QdActivity *self = record;

  if (g_str_equal (field, "meeting"))
    return self->kind == QD_ACTIVITY_KIND_CUSTOMER_CALL || self->kind == QD_ACTIVITY_KIND_IN_PERSON_MEETING ||
           (int)self->meeting != QD_ENUM_NONE;

  if (g_str_equal (field, "begins_at"))
    return is_meeting (self->kind) || self->begins_at != NULL;

  if (g_str_equal (field, "minutes"))
    return is_meeting (self->kind) || self->minutes != QD_INTEGER_NONE;

  if (g_str_equal (field, "risk_reason"))
    return self->kind == QD_ACTIVITY_KIND_HEALTH_UPDATE || self->kind == QD_ACTIVITY_KIND_AT_RISK_ESCALATION ||
           (int)self->risk_reason != QD_ENUM_NONE;

  if (g_str_equal (field, "risk_impact"))
    return self->kind == QD_ACTIVITY_KIND_HEALTH_UPDATE || self->kind == QD_ACTIVITY_KIND_AT_RISK_ESCALATION ||
           (int)self->risk_impact != QD_ENUM_NONE;

  if (g_str_equal (field, "accelerator"))
    return self->kind == QD_ACTIVITY_KIND_CSA_ENGAGEMENT || (int)self->accelerator != QD_ENUM_NONE;

  if (g_str_equal (field, "content_module"))
    return self->kind == QD_ACTIVITY_KIND_CSA_ENGAGEMENT || self->content_module != NULL;

  if (g_str_equal (field, "sponsor_attended"))
    return is_meeting (self->kind) || self->sponsor_attended;

  return TRUE;
}

const QdForm qd_activity_form = {
  .title = N_ ("Activity"),
  .new_title = N_ ("New Activity"),
  .add_label = N_ ("Log Activity"),
  .delete_label = N_ ("Delete Activity"),
  .deleted = N_ ("Activity deleted"),
  .groups = activity_groups,
  .is_relevant = is_relevant,
  .copy = qd_activity_dup_text,
};

static const QdFormGroup onboarding_groups[] = {
  { NULL, { "named_at", "agreed" } },
  { N_ ("Steps Done"), { "welcomed_at", "handover", "kickoff", "discovery" } },
  { NULL, { "notes" } },
  { NULL },
};

const QdForm qd_onboarding_form = {
  .title = N_ ("Onboarding Clock"),
  .new_title = N_ ("Start the Onboarding Clock"),
  .add_label = N_ ("Start Onboarding Clock"),
  .accept = N_ ("_Start"),
  .delete_label = N_ ("Remove Onboarding Clock"),
  .deleted = N_ ("Onboarding clock removed"),
  .groups = onboarding_groups,
  .single = TRUE,
};

/* What a CSA logs of accelerators: the same activity, with what Gainsight asks of it first */
static const QdFormGroup event_groups[] = {
  { NULL, { "kind", "subject", "day", "begins_at", "minutes", "meeting" } },
  { N_ ("Accelerator"), { "accelerator", "content_module" } },
  { N_ ("Attendees"), { "external_attendees", "internal_attendees", "sponsor_attended" } },
  { NULL, { "notes" } },
  { N_ ("Sentiment"), { "csm_sentiment", "product_sentiment" } },
  { NULL },
};

const QdForm qd_event_form = {
  .title = N_ ("Event"),
  .new_title = N_ ("Log Event"),
  .add_label = N_ ("Log Event"),
  .accept = N_ ("_Log"),
  .delete_label = N_ ("Delete Event"),
  .deleted = N_ ("Event deleted"),
  .groups = event_groups,
  .is_relevant = is_relevant,
  .copy = qd_activity_dup_text,
};

/* @record: one that is in the file, or a draft to be added */
void
qd_account_forms_present (const QdForm *form,
                          QdPortfolio  *portfolio,
                          gpointer      record,
                          gpointer      parent)
{
  AdwDialog *dialog = qd_record_dialog_new (form, qd_portfolio_get_store (portfolio), record);

  qd_record_dialog_set_owner (QD_RECORD_DIALOG (dialog), portfolio, qd_record_get_parent (record));
  adw_dialog_present (dialog, parent);
}

/* Returns: (transfer full): a record of today, in the fields that ask for it */
gpointer
qd_account_forms_new_draft (GType      type,
                            QdAccount *account)
{
  gpointer draft = qd_record_new_draft (type);

  qd_record_set_parent (draft, qd_record_get_id (account));

  if (qd_record_find_column (type, "day") != NULL)
    g_object_set (draft, "day", qd_day_today (), NULL);

  if (qd_record_find_column (type, "created") != NULL)
    g_object_set (draft, "created", g_get_real_time () / G_USEC_PER_SEC, NULL);

  return draft;
}
