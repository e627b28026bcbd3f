/* qd-plan-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-schedule"

#include "qd-plan-schedule.h"

#include "qd-changes.h"

/**
 * QdPlanSchedule:
 *
 * The schedule of a plan, which follows the portfolio: after each change it is
 * worked out anew as far as the change goes, and knows which tasks have moved and
 * why.
 */
struct _QdPlanSchedule
{
  GObject          parent_instance;

  QdPortfolio     *portfolio;
  QdPlan          *plan;
  QdAudience       audience;

  QdPlanCalendars *calendars; /* (nullable): until they are asked for */
  gint64           account;   /* whose those are */
  QdPlanNetwork   *network;   /* (nullable): the same */
  GPtrArray       *slips;     /* of QdSlip, by the last change */
  GHashTable      *misplaced; /* id -> QdScheduleDates: where it is seen to be */
  GArray          *findings;  /* (nullable): the same */
};

G_DEFINE_FINAL_TYPE (QdPlanSchedule, qd_plan_schedule, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a change wrote that this plan depends on */
typedef struct
{
  QdPlanSchedule *self;
  GHashTable     *touched;  /* of gint64: ids of tasks and links, and of the plan */
  gboolean        calendar; /* the calendars are others */
  gboolean        shape;    /* tasks or links came or went, or a task's summary is another */
  gboolean        any;
} Change;

/* Returns: (transfer full): what of the plan the audience may read */
static GPtrArray *
list_readable (QdPlanSchedule *self,
               GType           type)
{
  GPtrArray *children = qd_portfolio_peek_children (self->portfolio, type, qd_record_get_id (self->plan));
  GPtrArray *readable = g_ptr_array_new ();

  for (guint i = 0; children != NULL && i < children->len; i++)
    if (qd_audience_may_read (self->audience, g_ptr_array_index (children, i)))
      g_ptr_array_add (readable, g_ptr_array_index (children, i));

  return readable;
}

static void
ensure_calendars (QdPlanSchedule *self)
{
  g_autoptr(GPtrArray) tasks = list_readable (self, QD_TYPE_TASK);
  g_autoptr(GPtrArray) links = list_readable (self, QD_TYPE_LINK);
  int first_day, last_day;

  qd_plan_find_horizon (self->plan,
                        tasks,
                        links,
                        &first_day,
                        &last_day);

  /* They reach further than is needed, so that they need not be made with every change. */
  if (self->calendars != NULL && first_day >= qd_plan_calendars_get_first_day (self->calendars) &&
      last_day <= qd_plan_calendars_get_last_day (self->calendars))
    return;

  g_clear_pointer (&self->calendars, qd_plan_calendars_unref);
  self->account = self->plan->account;

  /* Whoever may not read when we work gets the usual week. */
  self->calendars =
      qd_audience_is_outside (self->audience)
          ? qd_plan_calendars_new (NULL, NULL, NULL, NULL, first_day, last_day + 366)
          : qd_plan_calendars_new_for (self->portfolio, self->account, first_day, last_day + 366);
}

static void
ensure_network (QdPlanSchedule *self)
{
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GPtrArray) links = NULL;

  if (self->network != NULL)
    return;

  tasks = list_readable (self, QD_TYPE_TASK);
  links = list_readable (self, QD_TYPE_LINK);
  ensure_calendars (self);
  self->network = qd_plan_network_new (self->plan, tasks, links, self->calendars);
}

static gboolean
find_known_dates (guint            row,
                  QdScheduleDates *dates,
                  gpointer         data)
{
  GHashTable *known = data;
  gpointer    value;

  if (!g_hash_table_lookup_extended (known, GUINT_TO_POINTER (row), NULL, &value))
    return FALSE;

  *dates = *(QdScheduleDates *)value;

  return TRUE;
}

static void
remember_dates (GHashTable     *known,
                guint           row,
                QdScheduleDates dates)
{
  g_hash_table_insert (known, GUINT_TO_POINTER (row), g_memdup2 (&dates, sizeof dates));
}

/* Where each task that is misplaced is seen to be */
static void
note_misplaced (QdPlanSchedule *self)
{
  g_hash_table_remove_all (self->misplaced);

  for (guint i = 0; i < qd_plan_network_get_n_tasks (self->network); i++)
    {
      QdTask         *task = qd_plan_network_get_task (self->network, i);
      gint64          id = qd_record_get_id (task);
      QdScheduleDates dates = qd_schedule_get_dates (qd_plan_network_get_schedule (self->network), i);

      if (!qd_plan_network_is_misplaced (self->network, i))
        continue;

      dates.start = qd_task_get_start_minute (task, self->calendars);
      dates.finish = qd_task_get_finish_minute (task, self->calendars);
      g_hash_table_insert (self->misplaced, g_memdup2 (&id, sizeof id), g_memdup2 (&dates, sizeof dates));
    }
}

/* One that comes to its place has moved there from where it was seen, though its links always wanted it so. */
static void
remember_misplaced (QdPlanSchedule *self,
                    GHashTable     *known)
{
  GHashTableIter iter;
  gpointer       id, dates;

  g_hash_table_iter_init (&iter, self->misplaced);

  while (g_hash_table_iter_next (&iter, &id, &dates))
    {
      int row = qd_plan_network_find_task (self->network, *(gint64 *)id);

      if (row >= 0 && !qd_plan_network_is_misplaced (self->network, (guint)row))
        remember_dates (known, (guint)row, *(QdScheduleDates *)dates);
    }

  note_misplaced (self);
}

/* All of it, when tasks or links came or went. */
static void
rebuild (QdPlanSchedule *self,
         Change         *change)
{
  g_autoptr(QdPlanNetwork) before = g_steal_pointer (&self->network);
  g_autoptr(GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  ensure_network (self);

  for (guint i = 0; i < qd_plan_network_get_n_tasks (self->network); i++)
    {
      int row = qd_plan_network_find_task (before, qd_record_get_id (qd_plan_network_get_task (self->network, i)));

      if (row >= 0)
        remember_dates (known, i, qd_schedule_get_dates (qd_plan_network_get_schedule (before), row));
    }

  remember_misplaced (self, known);
  self->slips = qd_slips_find (self->network, change->touched, find_known_dates, known);
}

/* Only what depends on the tasks that were written. */
static void
update (QdPlanSchedule *self,
        Change         *change)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  qd_plan_network_update (self->network, change->touched, known);
  remember_misplaced (self, known);
  self->slips = qd_slips_find (self->network, change->touched, find_known_dates, known);
}

static void
add_touched (Change *change,
             gint64  id)
{
  g_hash_table_add (change->touched, g_memdup2 (&id, sizeof id));
  change->any = TRUE;
}

static void
look_at_task (Change         *change,
              const QdChange *row)
{
  QdPlanSchedule *self = change->self;
  int             known = qd_plan_network_find_task (self->network, row->id);
  QdTask         *task = qd_portfolio_lookup (self->portfolio, QD_TYPE_TASK, row->id);
  gboolean        ours = task != NULL && task->plan == qd_record_get_id (self->plan);

  if (known < 0 && !ours)
    return;

  add_touched (change, row->id);
  change->shape |= known < 0 || !ours || qd_plan_network_is_reparented (self->network, known);
}

static void
look_at_link (Change         *change,
              const QdChange *row)
{
  QdPlanSchedule *self = change->self;
  QdLink         *link = qd_portfolio_lookup (self->portfolio, QD_TYPE_LINK, row->id);

  if (qd_plan_network_find_link (self->network, row->id) < 0 &&
      (link == NULL || link->plan != qd_record_get_id (self->plan)))
    return;

  add_touched (change, row->id);
  change->shape = TRUE;
}

/* Its start, its status day, or whose it is. */
static void
look_at_plan (Change         *change,
              const QdChange *row)
{
  add_touched (change, row->id);
  change->shape = TRUE;
  change->calendar |= change->self->account != change->self->plan->account;
}

static void
look_at_change_cb (const QdChange *row,
                   gpointer        user_data)
{
  Change *change = user_data;

  if (g_str_equal (row->table, "task"))
    look_at_task (change, row);
  else if (g_str_equal (row->table, "link"))
    look_at_link (change, row);
  else if (g_str_equal (row->table, "working_calendar") || g_str_equal (row->table, "closure"))
    change->calendar = change->shape = change->any = TRUE;
  else if (g_str_equal (row->table, "plan") && row->id == qd_record_get_id (change->self->plan))
    look_at_plan (change, row);
}

static void
forget_results (QdPlanSchedule *self)
{
  g_clear_pointer (&self->findings, g_array_unref);
  g_clear_pointer (&self->slips, g_ptr_array_unref);
}

static void
store_changed_cb (QdPlanSchedule *self,
                  QdChanges      *changes)
{
  g_autoptr(GHashTable) touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Change change = { .self = self, .touched = touched };

  if (self->network == NULL || !qd_record_is_live (self->plan))
    return;

  qd_changes_foreach (changes, look_at_change_cb, &change);

  if (!change.any)
    return;

  forget_results (self);

  if (change.calendar)
    g_clear_pointer (&self->calendars, qd_plan_calendars_unref);

  ensure_calendars (self);

  if (change.shape || self->calendars != qd_plan_network_get_calendars (self->network))
    rebuild (self, &change);
  else
    update (self, &change);

  g_signal_emit (self, signals[CHANGED], 0);
}

/* Another process wrote: what it was, nobody knows. */
static void
store_replaced_cb (QdPlanSchedule *self)
{
  forget_results (self);
  g_clear_pointer (&self->network, qd_plan_network_free);
  g_clear_pointer (&self->calendars, qd_plan_calendars_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
qd_plan_schedule_dispose (GObject *object)
{
  QdPlanSchedule *self = QD_PLAN_SCHEDULE (object);

  forget_results (self);
  g_clear_pointer (&self->network, qd_plan_network_free);
  g_clear_pointer (&self->calendars, qd_plan_calendars_unref);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_plan_schedule_parent_class)->dispose (object);
}

static void
qd_plan_schedule_finalize (GObject *object)
{
  g_hash_table_unref (QD_PLAN_SCHEDULE (object)->misplaced);

  G_OBJECT_CLASS (qd_plan_schedule_parent_class)->finalize (object);
}

static void
qd_plan_schedule_class_init (QdPlanScheduleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_plan_schedule_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_plan_schedule_finalize;

  /**
   * QdPlanSchedule::changed:
   *
   * The dates, or what they depend on, are others; see qd_plan_schedule_get_slips()
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_plan_schedule_init (QdPlanSchedule *self)
{
  self->misplaced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

QdPlanSchedule *
qd_plan_schedule_new (QdPortfolio *portfolio,
                      QdPlan      *plan)
{
  QdPlanSchedule *self = g_object_new (QD_TYPE_PLAN_SCHEDULE, NULL);
  QdStore        *store = qd_portfolio_get_store (portfolio);

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);

  /* After the lists, whose records it reads. */
  g_signal_connect_object (
      store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (
      store, "replaced", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * qd_plan_schedule_new_for:
 *
 * Of what @audience may read of @plan: tasks it may not are as if they were not
 * there. It is as the plan is when it is first asked, and follows no change.
 */
QdPlanSchedule *
qd_plan_schedule_new_for (QdPortfolio *portfolio,
                          QdPlan      *plan,
                          QdAudience   audience)
{
  QdPlanSchedule *self = g_object_new (QD_TYPE_PLAN_SCHEDULE, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);
  self->audience = audience;

  return self;
}

QdPlan *
qd_plan_schedule_get_plan (QdPlanSchedule *self)
{
  g_return_val_if_fail (QD_IS_PLAN_SCHEDULE (self), NULL);

  return self->plan;
}

QdPortfolio *
qd_plan_schedule_get_portfolio (QdPlanSchedule *self)
{
  g_return_val_if_fail (QD_IS_PLAN_SCHEDULE (self), NULL);

  return self->portfolio;
}

/* Returns: (transfer none): valid until the next change */
QdPlanNetwork *
qd_plan_schedule_get_network (QdPlanSchedule *self)
{
  g_return_val_if_fail (QD_IS_PLAN_SCHEDULE (self), NULL);

  if (self->network == NULL)
    {
      ensure_network (self);
      note_misplaced (self);
    }

  return self->network;
}

/* Returns: (transfer none): valid until the next change */
QdSchedule *
qd_plan_schedule_get_schedule (QdPlanSchedule *self)
{
  return qd_plan_network_get_schedule (qd_plan_schedule_get_network (self));
}

/* Returns: (transfer none): valid until the next change */
QdPlanCalendars *
qd_plan_schedule_get_calendars (QdPlanSchedule *self)
{
  return qd_plan_network_get_calendars (qd_plan_schedule_get_network (self));
}

/* Returns: (transfer none) (nullable) (element-type QdSlip): what the last change moved */
GPtrArray *
qd_plan_schedule_get_slips (QdPlanSchedule *self)
{
  g_return_val_if_fail (QD_IS_PLAN_SCHEDULE (self), NULL);

  return self->slips;
}

/* Returns: (transfer none) (element-type QdScheduleFinding): what cannot be as it was asked for */
GArray *
qd_plan_schedule_get_findings (QdPlanSchedule *self)
{
  g_return_val_if_fail (QD_IS_PLAN_SCHEDULE (self), NULL);

  if (self->findings == NULL)
    self->findings = qd_schedule_find (qd_plan_schedule_get_schedule (self));

  return self->findings;
}
