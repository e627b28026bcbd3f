/* qd-account-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-facts"

#include "qd-account-facts.h"

#include "qd-activity.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-plan-progress.h"
#include "qd-search-key.h"
#include "qd-team-member.h"

G_DEFINE_FINAL_TYPE (QdAccountFacts, qd_account_facts, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_TITLE,
  PROP_HEALTH,
  PROP_TREND,
  PROP_HEALTH_DAY,
  PROP_HEALTH_REASON,
  PROP_LAST_CONTACT,
  PROP_DAYS_SINCE,
  PROP_OPEN_FOLLOW_UPS,
  PROP_OVERDUE_FOLLOW_UPS,
  PROP_N_TASKS,
  PROP_PROGRESS,
  PROP_EXPECTED,
  PROP_TEAM,
  PROP_KEY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
append_key (GString    *key,
            const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return;

  folded = qd_search_fold (text);
  g_string_append (key, folded);
  /* No typed word holds a line break, so none is found across two texts. */
  g_string_append_c (key, '\n');
}

static char *
dup_key (QdAccount *account,
         GPtrArray *contacts)
{
  GString *key = g_string_new (NULL);

  append_key (key, account->name);
  append_key (key, account->codename);
  append_key (key, account->aliases);
  append_key (key, account->domains);

  for (guint i = 0; i < contacts->len; i++)
    {
      const QdContact *contact = g_ptr_array_index (contacts, i);

      append_key (key, contact->name);
      append_key (key, contact->email);
    }

  return g_string_free_and_steal (key);
}

/* As a person's language orders names, whatever their case; numbers in them by size. */
static char *
dup_title_key (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return g_utf8_collate_key_for_filename (folded, -1);
}

/* The CSM or CSA who looks after the account: with both, the first there is. */
static const char *
find_team (GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const QdTeamMember *member = g_ptr_array_index (members, i);

      if (member->role == QD_TEAM_ROLE_CSM || member->role == QD_TEAM_ROLE_CSA)
        return member->name;
    }

  return NULL;
}

static void
note_change (QdAccountFacts *self,
             guint           prop_id)
{
  self->changed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
take_uint (QdAccountFacts *self,
           guint          *field,
           guint           value,
           guint           prop_id)
{
  if (*field == value)
    return;

  *field = value;
  note_change (self, prop_id);
}

static void
take_int (QdAccountFacts *self,
          int            *field,
          int             value,
          guint           prop_id)
{
  if (*field == value)
    return;

  *field = value;
  note_change (self, prop_id);
}

static void
take_share (QdAccountFacts *self,
            double         *field,
            double          value,
            guint           prop_id)
{
  if (*field == value)
    return;

  *field = value;
  note_change (self, prop_id);
}

static void
take_text (QdAccountFacts *self,
           char          **field,
           const char     *value,
           guint           prop_id)
{
  if (g_set_str (field, value))
    note_change (self, prop_id);
}

static void
update_health (QdAccountFacts *self,
               GPtrArray      *entries)
{
  QdTrend   trend;
  QdHealth *latest = qd_health_find_latest (entries, &trend);
  int       level = latest != NULL ? latest->level : QD_HEALTH_LEVEL_UNKNOWN;

  if (self->health != (QdHealthLevel)level)
    {
      self->health = level;
      note_change (self, PROP_HEALTH);
    }

  if (self->trend != trend)
    {
      self->trend = trend;
      note_change (self, PROP_TREND);
    }

  take_int (self, &self->health_day, latest != NULL ? latest->day : QD_DAY_NONE, PROP_HEALTH_DAY);
  take_text (self, &self->health_reason, latest != NULL ? latest->reason : NULL, PROP_HEALTH_REASON);
}

static void
update_progress (QdAccountFacts *self,
                 QdPortfolio    *portfolio,
                 GPtrArray      *plans,
                 int             today)
{
  double done = 0, expected = 0;
  guint  n_tasks = 0;

  for (guint i = 0; i < plans->len; i++)
    {
      const QdPlan *plan = g_ptr_array_index (plans, i);
      GPtrArray    *tasks;

      if (plan->status != QD_PLAN_STATUS_ACTIVE)
        continue;

      tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id ((gpointer)plan));
      done += qd_plan_progress_done (tasks) * tasks->len;
      expected += qd_plan_progress_expected (tasks, today) * tasks->len;
      n_tasks += tasks->len;
    }

  take_uint (self, &self->n_tasks, n_tasks, PROP_N_TASKS);
  take_share (self, &self->progress, n_tasks > 0 ? done / n_tasks : 0, PROP_PROGRESS);
  take_share (self, &self->expected, n_tasks > 0 ? expected / n_tasks : 0, PROP_EXPECTED);
}

/**
 * qd_account_facts_update:
 * @show_codenames: whether accounts are called by their codename
 *
 * Works the facts out again.
 *
 * Returns: whether any is another than before
 */
gboolean
qd_account_facts_update (QdAccountFacts *self,
                         QdPortfolio    *portfolio,
                         int             today,
                         gboolean        show_codenames)
{
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;
  gint64           id;
  guint            n_overdue;

  g_return_val_if_fail (QD_IS_ACCOUNT_FACTS (self), FALSE);

  id = qd_record_get_id (self->account);
  title = qd_account_dup_title (self->account, show_codenames);
  key = dup_key (self->account, qd_portfolio_peek_children (portfolio, QD_TYPE_CONTACT, id));

  self->changed = FALSE;
  g_object_freeze_notify (G_OBJECT (self));

  if (g_set_str (&self->title, title))
    {
      g_free (self->title_key);
      self->title_key = dup_title_key (title);
      note_change (self, PROP_TITLE);
    }

  take_text (self, &self->key, key, PROP_KEY);
  take_text (
      self, &self->team, find_team (qd_portfolio_peek_children (portfolio, QD_TYPE_TEAM_MEMBER, id)), PROP_TEAM);
  update_health (self, qd_portfolio_peek_children (portfolio, QD_TYPE_HEALTH, id));
  take_int (self,
            &self->last_contact,
            qd_activities_find_last_contact (qd_portfolio_peek_children (portfolio, QD_TYPE_ACTIVITY, id), today),
            PROP_LAST_CONTACT);
  take_int (self,
            &self->days_since,
            self->last_contact != QD_DAY_NONE ? today - self->last_contact : -1,
            PROP_DAYS_SINCE);
  take_uint (self,
             &self->open_follow_ups,
             qd_follow_ups_count_open (
                 qd_portfolio_peek_children (portfolio, QD_TYPE_FOLLOW_UP, id), today, &n_overdue),
             PROP_OPEN_FOLLOW_UPS);
  take_uint (self, &self->overdue_follow_ups, n_overdue, PROP_OVERDUE_FOLLOW_UPS);
  update_progress (self, portfolio, qd_portfolio_peek_children (portfolio, QD_TYPE_PLAN, id), today);

  g_object_thaw_notify (G_OBJECT (self));

  if (!self->changed)
    return FALSE;

  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

static void
qd_account_facts_finalize (GObject *object)
{
  QdAccountFacts *self = QD_ACCOUNT_FACTS (object);

  g_clear_object (&self->account);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->health_reason, g_free);
  g_clear_pointer (&self->team, g_free);
  g_clear_pointer (&self->title_key, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (qd_account_facts_parent_class)->finalize (object);
}

static void
qd_account_facts_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QdAccountFacts *self = QD_ACCOUNT_FACTS (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_HEALTH:
      g_value_set_int (value, self->health);
      break;

    case PROP_TREND:
      g_value_set_int (value, self->trend);
      break;

    case PROP_HEALTH_DAY:
      g_value_set_int (value, self->health_day);
      break;

    case PROP_HEALTH_REASON:
      g_value_set_string (value, self->health_reason);
      break;

    case PROP_LAST_CONTACT:
      g_value_set_int (value, self->last_contact);
      break;

    case PROP_DAYS_SINCE:
      g_value_set_int (value, self->days_since);
      break;

    case PROP_OPEN_FOLLOW_UPS:
      g_value_set_uint (value, self->open_follow_ups);
      break;

    case PROP_OVERDUE_FOLLOW_UPS:
      g_value_set_uint (value, self->overdue_follow_ups);
      break;

    case PROP_N_TASKS:
      g_value_set_uint (value, self->n_tasks);
      break;

    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;

    case PROP_EXPECTED:
      g_value_set_double (value, self->expected);
      break;

    case PROP_TEAM:
      g_value_set_string (value, self->team);
      break;

    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

#define FLAGS (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static void
qd_account_facts_class_init (QdAccountFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_account_facts_finalize;
  object_class->get_property = qd_account_facts_get_property;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, QD_TYPE_ACCOUNT, FLAGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, FLAGS);
  properties[PROP_HEALTH] =
      g_param_spec_int ("health", NULL, NULL, 0, QD_HEALTH_LEVEL_UNKNOWN, QD_HEALTH_LEVEL_UNKNOWN, FLAGS);
  properties[PROP_TREND] = g_param_spec_int ("trend", NULL, NULL, 0, QD_TREND_WORSE, QD_TREND_NONE, FLAGS);
  properties[PROP_HEALTH_DAY] =
      g_param_spec_int ("health-day", NULL, NULL, G_MININT, G_MAXINT, QD_DAY_NONE, FLAGS);
  properties[PROP_HEALTH_REASON] = g_param_spec_string ("health-reason", NULL, NULL, NULL, FLAGS);
  properties[PROP_LAST_CONTACT] =
      g_param_spec_int ("last-contact", NULL, NULL, G_MININT, G_MAXINT, QD_DAY_NONE, FLAGS);
  properties[PROP_DAYS_SINCE] = g_param_spec_int ("days-since", NULL, NULL, -1, G_MAXINT, -1, FLAGS);
  properties[PROP_OPEN_FOLLOW_UPS] = g_param_spec_uint ("open-follow-ups", NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
  properties[PROP_OVERDUE_FOLLOW_UPS] =
      g_param_spec_uint ("overdue-follow-ups", NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
  properties[PROP_N_TASKS] = g_param_spec_uint ("n-tasks", NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, FLAGS);
  properties[PROP_EXPECTED] = g_param_spec_double ("expected", NULL, NULL, 0, 1, 0, FLAGS);
  properties[PROP_TEAM] = g_param_spec_string ("team", NULL, NULL, NULL, FLAGS);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, FLAGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdAccountFacts::changed:
   *
   * Emitted after one or more of the facts changed, once for an update.
   */
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_account_facts_init (QdAccountFacts *self)
{
  self->health = QD_HEALTH_LEVEL_UNKNOWN;
  self->health_day = QD_DAY_NONE;
  self->last_contact = QD_DAY_NONE;
  self->days_since = -1;
}

QdAccountFacts *
qd_account_facts_new (QdPortfolio *portfolio,
                      QdAccount   *account,
                      int          today,
                      gboolean     show_codenames)
{
  QdAccountFacts *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), NULL);

  self = g_object_new (QD_TYPE_ACCOUNT_FACTS, NULL);
  self->account = g_object_ref (account);
  qd_account_facts_update (self, portfolio, today, show_codenames);

  return self;
}

/**
 * qd_account_facts_is_silent:
 *
 * Whether the last contact is longer ago than the account's priority allows: 30
 * days for Priority 1, 60 for Priority 2 (the cadence of the proactive dashboard).
 */
gboolean
qd_account_facts_is_silent (QdAccountFacts *self)
{
  g_return_val_if_fail (QD_IS_ACCOUNT_FACTS (self), FALSE);

  if (self->days_since < 0 || self->account->archived)
    return FALSE;

  return (self->account->priority == QD_PRIORITY_PR1 && self->days_since > 30) ||
         (self->account->priority == QD_PRIORITY_PR2 && self->days_since > 60);
}
