/* qd-account-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-rules"

#include "qd-account-rules.h"

#include <glib/gi18n.h>

#include "qd-activity.h"
#include "qd-follow-up.h"
#include "qd-seal.h"

static gboolean
is_later (const QdHealth *entry,
          const QdHealth *other)
{
  if (other == NULL || entry->day != other->day)
    return other == NULL || entry->day > other->day;

  return entry->created >= other->created;
}

static QdTrend
compare_levels (QdHealthLevel now,
                QdHealthLevel before)
{
  if (now == QD_HEALTH_LEVEL_UNKNOWN || before == QD_HEALTH_LEVEL_UNKNOWN)
    return QD_TREND_NONE;

  if (now == before)
    return QD_TREND_SAME;

  return now < before ? QD_TREND_BETTER : QD_TREND_WORSE;
}

/**
 * qd_health_find_latest:
 * @entries: of QdHealth
 * @trend: (out) (optional): how it stands to the entry before
 *
 * The latest is that of the latest day, and of one day the one made last.
 *
 * Returns: (transfer none) (nullable): the entry that holds now
 */
QdHealth *
qd_health_find_latest (GPtrArray *entries,
                       QdTrend   *trend)
{
  QdHealth *latest = NULL;
  QdHealth *before = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      QdHealth *entry = g_ptr_array_index (entries, i);

      if (is_later (entry, latest))
        {
          before = latest;
          latest = entry;
        }
      else if (is_later (entry, before))
        {
          before = entry;
        }
    }

  if (trend != NULL)
    *trend = before != NULL ? compare_levels (latest->level, before->level) : QD_TREND_NONE;

  return latest;
}

/**
 * qd_activity_is_contact:
 *
 * Only customer calls and in-person meetings count (“Last Activity Date” of the
 * Gainsight timeline), and only those that took place.
 */
gboolean
qd_activity_is_contact (const QdActivity *activity,
                        int               today)
{
  return (activity->kind == QD_ACTIVITY_KIND_CUSTOMER_CALL || activity->kind == QD_ACTIVITY_KIND_IN_PERSON_MEETING) &&
         activity->day <= today;
}

/**
 * qd_activities_find_last_contact:
 * @activities: of QdActivity
 *
 * Returns: the day of the last that qd_activity_is_contact(), or %QD_DAY_NONE
 */
int
qd_activities_find_last_contact (GPtrArray *activities,
                                 int        today)
{
  int last = QD_DAY_NONE;

  for (guint i = 0; i < activities->len; i++)
    {
      const QdActivity *activity = g_ptr_array_index (activities, i);

      if (qd_activity_is_contact (activity, today))
        last = MAX (last, activity->day);
    }

  return last;
}

/**
 * qd_follow_ups_count_open:
 * @follow_ups: of QdFollowUp
 * @n_overdue: (out) (optional): how many of the open ones were due before @today
 */
guint
qd_follow_ups_count_open (GPtrArray *follow_ups,
                          int        today,
                          guint     *n_overdue)
{
  guint n_open = 0;
  guint n_late = 0;

  for (guint i = 0; i < follow_ups->len; i++)
    {
      const QdFollowUp *follow_up = g_ptr_array_index (follow_ups, i);

      if (follow_up->done != QD_DAY_NONE)
        continue;

      n_open++;
      n_late += follow_up->due != QD_DAY_NONE && follow_up->due < today;
    }

  if (n_overdue != NULL)
    *n_overdue = n_late;

  return n_open;
}

/* Returns: (nullable): the word for @trend */
const char *
qd_trend_get_label (QdTrend trend)
{
  switch (trend)
    {
    case QD_TREND_BETTER:
      return C_ ("health trend", "better");

    case QD_TREND_SAME:
      return C_ ("health trend", "same");

    case QD_TREND_WORSE:
      return C_ ("health trend", "worse");

    case QD_TREND_NONE:
    default:
      return NULL;
    }
}

/**
 * qd_account_dup_title:
 * @show_codenames: the setting of that name, which is about those that are not sealed
 *
 * What the app itself calls @account, wherever it stands. One that is sealed goes by its codename;
 * that is never made up, so without one it has a part of its id. What leaves the app asks
 * qd_audience_dup_account_name() instead.
 */
char *
qd_account_dup_title (QdAccount *account,
                      gboolean   show_codenames)
{
  gboolean sealed = qd_account_is_sealed (account);

  if (account->codename != NULL && (sealed || show_codenames))
    return g_strdup (account->codename);

  /* Translators: what an account is called that has no codename yet; %04X is a part of its number */
  if (sealed)
    return g_strdup_printf (_ ("Account %04X (no codename)"), (guint)(qd_record_get_id (account) & 0xffff));

  return g_strdup (account->name);
}

/**
 * qd_account_dup_secret:
 *
 * Returns: (transfer full) (nullable): the real name that is shown in the place of the title while
 *   the seal is lifted; %NULL where nothing is sealed
 */
char *
qd_account_dup_secret (QdAccount *account)
{
  return qd_account_is_sealed (account) ? g_strdup (account->name) : NULL;
}
