/* qd-report-account-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-account-data"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-activity.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-money.h"
#include "qd-plan-progress.h"
#include "qd-report-data.h"
#include "qd-team-member.h"

static void
item_clear (gpointer data)
{
  QdReportItem *item = data;

  g_free (item->state.label);
  g_free (item->text);
  g_free (item->detail);
}

static void
progress_clear (gpointer data)
{
  QdReportProgress *progress = data;

  g_free (progress->name);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (QdReportItem));

  g_array_set_clear_func (items, item_clear);

  return items;
}

/* Whether the audience may read that column of an account */
static gboolean
may_read (QdReportAccount *self,
          GType            type,
          const char      *column)
{
  return qd_audience_may_read_column (self->audience, NULL, type, column);
}

static void
gather_health (QdReportAccount *self,
               GPtrArray       *entries)
{
  static const QdReportMark marks[] = {
    QD_REPORT_MARK_DISC, QD_REPORT_MARK_TRIANGLE, QD_REPORT_MARK_DIAMOND, QD_REPORT_MARK_CIRCLE
  };
  static const QdReportColour colours[] = {
    QD_REPORT_COLOUR_GOOD, QD_REPORT_COLOUR_WATCH, QD_REPORT_COLOUR_BAD, QD_REPORT_COLOUR_MUTED
  };
  QdHealth     *latest = NULL;
  QdHealthLevel level;

  for (guint i = 0; i < entries->len; i++)
    {
      QdHealth *entry = g_ptr_array_index (entries, i);

      if (latest == NULL || entry->day > latest->day || (entry->day == latest->day && entry->created > latest->created))
        latest = entry;
    }

  level = latest != NULL ? latest->level : QD_HEALTH_LEVEL_UNKNOWN;
  self->health = (QdReportState){
    .label = g_strdup (qd_nicks_get_label (qd_health_levels, level)),
    .mark = marks[level],
    .colour = colours[level],
  };
  if (latest != NULL)
    {
      self->health_reason = g_strdup (latest->reason);
      self->health_day = latest->day;
    }
}

/* By day, the days that are none last */
static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const QdReportItem *one = a, *other = b;

  if (one->day == other->day)
    return g_strcmp0 (one->text, other->text);
  if (one->day == QD_DAY_NONE || other->day == QD_DAY_NONE)
    return one->day == QD_DAY_NONE ? 1 : -1;

  return one->day < other->day ? -1 : 1;
}

static int
compare_days_backwards (gconstpointer a,
                        gconstpointer b)
{
  return compare_days (b, a);
}

static void
gather_promises (QdReportAccount *self,
                 GPtrArray       *follow_ups)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      QdFollowUp  *follow_up = g_ptr_array_index (follow_ups, i);
      gboolean     late = follow_up->due != QD_DAY_NONE && follow_up->due < self->day;
      QdReportItem item = {
        .state = { .mark = late ? QD_REPORT_MARK_DIAMOND : QD_REPORT_MARK_BOX,
                   .colour = late ? QD_REPORT_COLOUR_BAD : QD_REPORT_COLOUR_MUTED },
        .day = follow_up->due,
      };

      if (follow_up->done != QD_DAY_NONE || !qd_audience_may_read (self->audience, follow_up))
        continue;

      item.text = g_strdup (follow_up->what);
      item.detail = g_strdup (follow_up->whose);
      g_array_append_val (follow_up->side == QD_SIDE_OURS ? self->ours : self->theirs, item);
    }

  g_array_sort (self->ours, compare_days);
  g_array_sort (self->theirs, compare_days);
}

static void
gather_last_contact (QdReportAccount *self,
                     GPtrArray       *activities)
{
  int kind = G_MAXINT; /* of several on the day, the first of the enumeration */

  self->last_contact = qd_activities_find_last_contact (activities, self->day);

  for (guint i = 0; i < activities->len; i++)
    {
      const QdActivity *activity = g_ptr_array_index (activities, i);

      if (activity->day == self->last_contact && qd_activity_is_contact (activity, self->day))
        kind = MIN (kind, (int)activity->kind);
    }

  if (self->last_contact != QD_DAY_NONE)
    self->last_contact_kind = g_strdup (qd_nicks_get_label (qd_activity_kinds, kind));
}

static void
gather_activities (QdReportAccount *self,
                   GPtrArray       *activities)
{
  for (guint i = 0; i < activities->len; i++)
    {
      QdActivity  *activity = g_ptr_array_index (activities, i);
      QdReportItem item = { .day = activity->day };

      if (activity->day > self->day || !qd_audience_may_read (self->audience, activity))
        continue;

      item.text = g_strdup (activity->subject);
      item.detail = g_strdup (qd_nicks_get_label (qd_activity_kinds, activity->kind));
      g_array_append_val (self->activities, item);
    }

  g_array_sort (self->activities, compare_days_backwards);
}

static void
gather_people (QdReportAccount *self,
               GPtrArray       *contacts)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < contacts->len; i++)
      {
        QdContact *contact = g_ptr_array_index (contacts, i);
        gboolean   leading = contact->champion || contact->sponsor;
        g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
        g_auto(GStrv) words = NULL;

        if (leading != (pass == 0))
          continue;

        if (contact->role != NULL)
          g_strv_builder_add (builder, contact->role);
        if (contact->champion && may_read (self, QD_TYPE_CONTACT, "champion"))
          g_strv_builder_add (builder, _ ("Champion"));
        if (contact->sponsor && may_read (self, QD_TYPE_CONTACT, "sponsor"))
          g_strv_builder_add (builder, _ ("Executive Sponsor"));
        if (contact->blocker && may_read (self, QD_TYPE_CONTACT, "blocker"))
          g_strv_builder_add (builder, _ ("Blocker"));
        words = g_strv_builder_end (builder);

        QdReportItem item = { .text = g_strdup (contact->name), .detail = g_strjoinv (" · ", words), .day = QD_DAY_NONE };

        g_array_append_val (self->people, item);
      }
}

static void
gather_team (QdReportAccount *self,
             GPtrArray       *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      QdTeamMember *member = g_ptr_array_index (members, i);
      QdReportItem  item = { .text = g_strdup (member->name), .day = QD_DAY_NONE };

      item.detail = g_strdup (qd_nicks_get_label (qd_team_roles, member->role));
      g_array_append_val (self->team, item);
    }
}

static GPtrArray *
dup_visible_tasks (QdReportAccount *self,
                   GPtrArray       *tasks)
{
  GPtrArray *visible = g_ptr_array_new ();

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      if (qd_audience_may_read (self->audience, task))
        g_ptr_array_add (visible, task);
    }

  return visible;
}

static void
gather_plans (QdReportAccount *self,
              QdPortfolio     *portfolio,
              GPtrArray       *plans)
{
  for (guint i = 0; i < plans->len; i++)
    {
      QdPlan    *plan = g_ptr_array_index (plans, i);
      GPtrArray *tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
      g_autoptr(GPtrArray) visible = dup_visible_tasks (self, tasks);
      QdReportProgress progress = { .target = plan->target };

      if (plan->status != QD_PLAN_STATUS_ACTIVE || !qd_audience_may_read (self->audience, plan))
        continue;

      progress.name = g_strdup (plan->name);
      progress.done = qd_plan_progress_done (visible);
      progress.expected = qd_plan_progress_expected (visible, self->day);
      g_array_append_val (self->plans, progress);
    }
}

static void
gather_account (QdReportAccount *self,
                QdPortfolio     *portfolio,
                QdAccount       *account)
{
  if (account->arr != QD_INTEGER_NONE && may_read (self, QD_TYPE_ACCOUNT, "arr"))
    self->arr = qd_money_dup_display (account->arr, account->currency);
  if (may_read (self, QD_TYPE_ACCOUNT, "stage"))
    self->stage = g_strdup (qd_nicks_get_label (qd_stages, account->stage));
  if (may_read (self, QD_TYPE_ACCOUNT, "next_step"))
    self->next_step = g_strdup (account->next_step);
  if (self->audience == QD_AUDIENCE_ME)
    self->subtitle = g_strdup (account->codename);
  if (!qd_audience_is_outside (self->audience))
    gather_health (self, qd_portfolio_peek_children (portfolio, QD_TYPE_HEALTH, qd_record_get_id (account)));
}

/**
 * qd_report_account_gather:
 * @day: when the report is made, which is also its today
 *
 * Gathers what @audience may read of @account, as QdAudience says.
 *
 * Returns: (transfer full)
 */
QdReportAccount *
qd_report_account_gather (QdPortfolio *portfolio,
                          QdAccount   *account,
                          QdAudience   audience,
                          int          day)
{
  QdReportAccount *self = g_new0 (QdReportAccount, 1);
  gint64           id = qd_record_get_id (account);

  self->audience = audience;
  self->day = day;
  self->customer = qd_audience_dup_account_name (audience, account);
  self->tier = g_strdup (qd_nicks_get_label (qd_tiers, account->tier));
  self->offering = g_strdup (qd_nicks_get_label (qd_offerings, account->offering));
  self->renewal = account->renewal;
  self->health_day = QD_DAY_NONE;
  self->ours = new_items ();
  self->theirs = new_items ();
  self->people = new_items ();
  self->team = new_items ();
  self->activities = new_items ();
  self->plans = g_array_new (FALSE, TRUE, sizeof (QdReportProgress));
  g_array_set_clear_func (self->plans, progress_clear);

  gather_account (self, portfolio, account);
  gather_promises (self, qd_portfolio_peek_children (portfolio, QD_TYPE_FOLLOW_UP, id));
  gather_last_contact (self, qd_portfolio_peek_children (portfolio, QD_TYPE_ACTIVITY, id));
  gather_activities (self, qd_portfolio_peek_children (portfolio, QD_TYPE_ACTIVITY, id));
  gather_people (self, qd_portfolio_peek_children (portfolio, QD_TYPE_CONTACT, id));
  gather_team (self, qd_portfolio_peek_children (portfolio, QD_TYPE_TEAM_MEMBER, id));
  gather_plans (self, portfolio, qd_portfolio_peek_children (portfolio, QD_TYPE_PLAN, id));

  return self;
}

void
qd_report_account_free (QdReportAccount *self)
{
  g_free (self->customer);
  g_free (self->subtitle);
  g_free (self->health.label);
  g_free (self->health_reason);
  g_free (self->arr);
  g_free (self->tier);
  g_free (self->offering);
  g_free (self->stage);
  g_free (self->last_contact_kind);
  g_free (self->next_step);
  g_array_unref (self->ours);
  g_array_unref (self->theirs);
  g_array_unref (self->plans);
  g_array_unref (self->people);
  g_array_unref (self->team);
  g_array_unref (self->activities);
  g_free (self);
}
