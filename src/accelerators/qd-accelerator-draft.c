/* qd-accelerator-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-accelerator-draft"

#include "qd-accelerator-draft.h"

#include "qd-contact.h"
#include "qd-team-member.h"
#include "qd-week.h"

/* 12 weeks, and a 13th for the results: the text of the Success Services page counts 12, its
 * timeline draws 13. */
#define N_WEEKS 12

/* A workshop may have to wait until after a long holiday. */
#define WEEKS_TO_SPARE 14

/* At ten, for two hours; reviews take one. */
#define WORKSHOP_TIME (10 * 60)
#define WORKSHOP_MINUTES 120
#define REVIEW_MINUTES 60

/* @start: any day of the first week. Without calendars, both sides work from Monday to Friday. */
QdAcceleratorDraft *
qd_accelerator_draft_new (gint64 account,
                          int    start)
{
  QdAcceleratorDraft *self = g_new0 (QdAcceleratorDraft, 1);
  g_autoptr(QdPlanCalendars) calendars = NULL;

  self->account = account;
  self->accelerator = QD_ENUM_NONE;
  self->modules = g_ptr_array_new_with_free_func (g_free);
  self->start = start;
  self->workshop_time = WORKSHOP_TIME;
  self->discovery_minutes = WORKSHOP_MINUTES;
  self->planning_minutes = WORKSHOP_MINUTES;
  self->review_minutes = REVIEW_MINUTES;
  self->objectives = g_array_new (FALSE, FALSE, sizeof (gint64));
  calendars = qd_plan_calendars_new (
      NULL, NULL, NULL, NULL, qd_week_get_start (start), start + (N_WEEKS + WEEKS_TO_SPARE) * 7);
  qd_accelerator_draft_set_calendars (self, calendars);

  return self;
}

void
qd_accelerator_draft_free (QdAcceleratorDraft *self)
{
  g_free (self->name);
  g_free (self->owner);
  g_free (self->customer_owner);
  g_clear_pointer (&self->calendars, qd_plan_calendars_unref);
  g_ptr_array_unref (self->modules);
  g_array_unref (self->objectives);
  g_free (self);
}

void
qd_accelerator_draft_set_calendars (QdAcceleratorDraft *self,
                                    QdPlanCalendars    *calendars)
{
  QdPlanCalendars *before = self->calendars;

  self->calendars = qd_plan_calendars_ref (calendars);
  g_clear_pointer (&before, qd_plan_calendars_unref);
}

/* Takes the people of the account, and the calendars as the portfolio has them now. */
void
qd_accelerator_draft_fill (QdAcceleratorDraft *self,
                           QdPortfolio        *portfolio)
{
  g_autoptr(QdPlanCalendars) calendars = qd_plan_calendars_new_for (
      portfolio, self->account, qd_week_get_start (self->start), self->start + (N_WEEKS + WEEKS_TO_SPARE) * 7);

  qd_accelerator_draft_set_calendars (self, calendars);
  g_free (self->owner);
  g_free (self->customer_owner);
  self->owner = qd_accelerator_find_owner (portfolio, self->account);
  self->customer_owner = qd_accelerator_find_customer_owner (portfolio, self->account);
}

int
qd_accelerator_draft_get_n_weeks (const QdAcceleratorDraft *self)
{
  return self->reporting_week ? N_WEEKS + 1 : N_WEEKS;
}

static QdTeamMember *
find_member (GPtrArray *team,
             QdTeamRole role)
{
  for (guint i = 0; team != NULL && i < team->len; i++)
    {
      QdTeamMember *member = g_ptr_array_index (team, i);

      if (member->role == role)
        return member;
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): who runs accelerators for @account: its CSA, else its CSM */
char *
qd_accelerator_find_owner (QdPortfolio *portfolio,
                           gint64       account)
{
  GPtrArray    *team = qd_portfolio_peek_children (portfolio, QD_TYPE_TEAM_MEMBER, account);
  QdTeamMember *member = find_member (team, QD_TEAM_ROLE_CSA);

  if (member == NULL)
    member = find_member (team, QD_TEAM_ROLE_CSM);

  return member != NULL ? g_strdup (member->name) : NULL;
}

/* Returns: (transfer full) (nullable): who leads them at the customer: the champion, else who was
 *   entered first */
char *
qd_accelerator_find_customer_owner (QdPortfolio *portfolio,
                                    gint64       account)
{
  GPtrArray *contacts = qd_portfolio_peek_children (portfolio, QD_TYPE_CONTACT, account);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      QdContact *contact = g_ptr_array_index (contacts, i);

      if (contact->champion)
        return g_strdup (contact->name);
    }

  return contacts != NULL && contacts->len > 0 ? g_strdup (QD_CONTACT (contacts->pdata[0])->name) : NULL;
}
