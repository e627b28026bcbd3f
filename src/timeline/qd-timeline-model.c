/* qd-timeline-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-model"

#include "qd-timeline-model.h"

#include <glib/gi18n.h>

#include "qd-phase.h"
#include "qd-timeline-facts.h"
#include "qd-timeline-private.h"
#include "qd-timeline-tenants.h"

const QdNick qd_timeline_groupings[] = {
  { "none", N_ ("Nothing") },
  { "phase", N_ ("Phase") },
  { "owner", N_ ("Owner") },
  { "objective", N_ ("Objective") },
  { "account", N_ ("Account") },
  { NULL },
};

const QdNick qd_timeline_sorts[] = {
  { "plan", N_ ("As Planned") },
  { "title", N_ ("Title") },
  { "owner", N_ ("Owner") },
  { "start", N_ ("Start") },
  { "due", N_ ("End") },
  { "duration", N_ ("Duration") },
  { "progress", N_ ("Progress") },
  { "float", N_ ("Float") },
  { NULL },
};

/**
 * QdTimelineItem:
 *
 * A row, for those who want an object: where it is now.
 */
struct _QdTimelineItem
{
  GObject parent_instance;

  guint   position;
};

G_DEFINE_FINAL_TYPE (QdTimelineItem, qd_timeline_item, G_TYPE_OBJECT)

/**
 * QdTimelineModel:
 *
 * The rows of a timeline, grouped, filtered and sorted: the tasks of one plan or of
 * several. A list of [class@Qd.TimelineItem], made when they are asked for; what
 * there is to say of a row is asked by its position.
 *
 * A change that moves no row is told by ::refreshed, once for all of it.
 */

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdTimelineModel,
                               qd_timeline_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
qd_timeline_item_class_init (QdTimelineItemClass *klass)
{
}

static void
qd_timeline_item_init (QdTimelineItem *self)
{
}

guint
qd_timeline_item_get_position (QdTimelineItem *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_ITEM (self), 0);

  return self->position;
}

static GType
qd_timeline_model_get_item_type (GListModel *model)
{
  return QD_TYPE_TIMELINE_ITEM;
}

static guint
qd_timeline_model_get_n_items (GListModel *model)
{
  return QD_TIMELINE_MODEL (model)->rows->len;
}

static gpointer
qd_timeline_model_get_item (GListModel *model,
                            guint       position)
{
  QdTimelineModel *self = QD_TIMELINE_MODEL (model);
  QdTimelineItem  *item;

  if (position >= self->rows->len)
    return NULL;

  item = g_ptr_array_index (self->items, position);

  if (item == NULL)
    {
      item = g_object_new (QD_TYPE_TIMELINE_ITEM, NULL);
      item->position = position;
      g_ptr_array_index (self->items, position) = item;
    }

  return g_object_ref (item);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_timeline_model_get_item_type;
  iface->get_n_items = qd_timeline_model_get_n_items;
  iface->get_item = qd_timeline_model_get_item;
}

static gboolean
is_same_row (const QdTimelineRow *a,
             const QdTimelineRow *b)
{
  return a->kind == b->kind && a->id == b->id && a->depth == b->depth && a->source == b->source &&
         a->expandable == b->expandable && a->expanded == b->expanded;
}

static void
clear_item (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

static void
index_positions (QdTimelineModel *self)
{
  g_ptr_array_set_size (self->positions, 0);

  for (guint i = 0; i < self->settings.sources->len; i++)
    {
      QdPlanSchedule *schedule = g_array_index (self->settings.sources, QdTimelineSource, i).schedule;

      g_ptr_array_add (self->positions,
                       g_new0 (guint, qd_plan_network_get_n_tasks (qd_plan_schedule_get_network (schedule)) + 1));
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      const QdTimelineRow *row = &g_array_index (self->rows, QdTimelineRow, i);

      if (row->kind == QD_TIMELINE_ROW_TASK)
        ((guint *)g_ptr_array_index (self->positions, row->source))[row->task] = i + 1;
    }
}

/* Rows at the beginning and the end that are the same stay: the views keep what they made of them. */
static void
replace_rows (QdTimelineModel *self,
              GArray          *rows)
{
  g_autoptr(GArray) old = self->rows;
  g_autoptr(GPtrArray) old_items = self->items;
  guint head = 0;
  guint tail = 0;
  guint least = MIN (old->len, rows->len);

#define ROW(array, index) (&g_array_index (array, QdTimelineRow, index))

  while (head < least && is_same_row (ROW (old, head), ROW (rows, head)))
    head++;

  while (tail < least - head && is_same_row (ROW (old, old->len - tail - 1), ROW (rows, rows->len - tail - 1)))
    tail++;

  self->rows = rows;
  self->items = g_ptr_array_new_with_free_func (clear_item);
  g_ptr_array_set_size (self->items, rows->len);

  for (guint i = 0; i < head + tail; i++)
    {
      guint           before = i < head ? i : old->len - tail + i - head;
      guint           after = i < head ? i : rows->len - tail + i - head;
      QdTimelineItem *item = g_steal_pointer (&g_ptr_array_index (old_items, before));

      if (item == NULL)
        continue;

      item->position = after;
      g_ptr_array_index (self->items, after) = item;
    }

  index_positions (self);

  if (old->len != rows->len || head < rows->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, rows->len - head - tail);
}

static void
find_baseline_tasks (QdTimelineModel *self)
{
  GPtrArray *tasks;

  g_clear_pointer (&self->baseline_tasks, g_hash_table_unref);

  if (self->baseline == 0)
    return;

  self->baseline_tasks = g_hash_table_new (g_int64_hash, g_int64_equal);
  tasks = qd_portfolio_peek_children (self->settings.portfolio, QD_TYPE_BASELINE_TASK, self->baseline);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      QdBaselineTask *task = g_ptr_array_index (tasks, i);

      if (task->task != 0)
        g_hash_table_insert (self->baseline_tasks, &task->task, task);
    }
}

/* After any of the settings has changed. */
void
qd_timeline_model_lay_out (QdTimelineModel *self)
{
  GStringChunk *titles = g_string_chunk_new (512);
  GStringChunk *old = self->titles;

  find_baseline_tasks (self);
  qd_timeline_model_drop_bands (self);
  g_hash_table_remove_all (self->group_facts);
  self->titles = titles;
  replace_rows (self, qd_timeline_rows_lay_out (&self->settings, titles));
  g_string_chunk_free (old);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
schedule_changed_cb (QdTimelineModel *self,
                     QdPlanSchedule  *schedule)
{
  for (guint i = 0; i < self->settings.sources->len; i++)
    {
      QdTimelineSource *source = &g_array_index (self->settings.sources, QdTimelineSource, i);

      if (source->schedule == schedule)
        g_clear_pointer (&source->tree, qd_task_tree_free);
    }

  qd_timeline_model_lay_out (self);
}

/* A phase or an objective may be called otherwise now, a baseline be another. */
static void
groups_changed_cb (QdTimelineModel *self)
{
  for (guint i = 0; i < self->settings.sources->len; i++)
    g_clear_pointer (&g_array_index (self->settings.sources, QdTimelineSource, i).tree, qd_task_tree_free);

  qd_timeline_model_lay_out (self);
}

static void
source_clear (gpointer data)
{
  QdTimelineSource *source = data;

  g_clear_pointer (&source->tree, qd_task_tree_free);
  g_clear_object (&source->schedule);
}

static void
drop_sources (QdTimelineModel *self)
{
  for (guint i = 0; i < self->settings.sources->len; i++)
    g_signal_handlers_disconnect_by_func (
        g_array_index (self->settings.sources, QdTimelineSource, i).schedule, schedule_changed_cb, self);

  g_array_set_size (self->settings.sources, 0);
}

static void
qd_timeline_model_dispose (GObject *object)
{
  QdTimelineModel *self = QD_TIMELINE_MODEL (object);

  drop_sources (self);
  qd_timeline_model_drop_bands (self);
  g_clear_object (&self->book);
  g_clear_pointer (&self->baseline_tasks, g_hash_table_unref);
  g_clear_object (&self->settings.portfolio);

  G_OBJECT_CLASS (qd_timeline_model_parent_class)->dispose (object);
}

static void
qd_timeline_model_finalize (GObject *object)
{
  QdTimelineModel *self = QD_TIMELINE_MODEL (object);

  g_array_unref (self->settings.sources);
  g_hash_table_unref (self->settings.toggled);
  g_strfreev (self->settings.words);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->items);
  g_string_chunk_free (self->titles);
  g_hash_table_unref (self->group_facts);
  g_ptr_array_unref (self->positions);

  G_OBJECT_CLASS (qd_timeline_model_parent_class)->finalize (object);
}

static void
qd_timeline_model_class_init (QdTimelineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_timeline_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_timeline_model_finalize;

  /**
   * QdTimelineModel::refreshed:
   *
   * What there is to say of the rows may be something else.
   */
  signals[REFRESHED] =
      g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_timeline_model_init (QdTimelineModel *self)
{
  self->settings.sources = g_array_new (FALSE, TRUE, sizeof (QdTimelineSource));
  g_array_set_clear_func (self->settings.sources, source_clear);
  self->settings.toggled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->settings.grouping = QD_TIMELINE_GROUPING_PHASE;
  self->rows = g_array_new (FALSE, FALSE, sizeof (QdTimelineRow));
  self->items = g_ptr_array_new_with_free_func (clear_item);
  self->titles = g_string_chunk_new (512);
  self->positions = g_ptr_array_new_with_free_func (g_free);
  self->group_facts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

QdTimelineModel *
qd_timeline_model_new (QdPortfolio *portfolio)
{
  QdTimelineModel *self = g_object_new (QD_TYPE_TIMELINE_MODEL, NULL);
  const GType      types[] = { QD_TYPE_OBJECTIVE, QD_TYPE_PHASE, QD_TYPE_BASELINE_TASK };

  self->settings.portfolio = g_object_ref (portfolio);
  self->settings.today = qd_day_today ();

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (qd_portfolio_get_index (portfolio, types[i]),
                             "changed",
                             G_CALLBACK (groups_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);

  qd_timeline_model_follow_tenants (self);

  return self;
}

QdPortfolio *
qd_timeline_model_get_portfolio (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), NULL);

  return self->settings.portfolio;
}

/* @plans: (element-type QdPlan): those of one account side by side */
void
qd_timeline_model_set_plans (QdTimelineModel *self,
                             GPtrArray       *plans)
{
  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));

  drop_sources (self);

  for (guint i = 0; i < plans->len; i++)
    {
      QdTimelineSource source = { qd_plan_schedule_new (self->settings.portfolio, g_ptr_array_index (plans, i)) };

      g_signal_connect_object (
          source.schedule, "changed", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
      g_array_append_val (self->settings.sources, source);
    }

  qd_timeline_model_lay_out (self);
}

/* Shows that of one plan, which was made for whoever will read it. */
void
qd_timeline_model_set_schedule (QdTimelineModel *self,
                                QdPlanSchedule  *schedule)
{
  QdTimelineSource source = { g_object_ref (schedule) };

  g_return_if_fail (QD_IS_TIMELINE_MODEL (self));
  g_return_if_fail (QD_IS_PLAN_SCHEDULE (schedule));

  drop_sources (self);
  g_signal_connect_object (schedule, "changed", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->settings.sources, source);
  qd_timeline_model_lay_out (self);
}

guint
qd_timeline_model_get_n_plans (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), 0);

  return self->settings.sources->len;
}

/* Returns: (transfer none): of the plan that a row names as its source */
QdPlanSchedule *
qd_timeline_model_get_schedule (QdTimelineModel *self,
                                guint            source)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), NULL);
  g_return_val_if_fail (source < self->settings.sources->len, NULL);

  return g_array_index (self->settings.sources, QdTimelineSource, source).schedule;
}

/* Returns: (transfer none): valid until the next change */
QdTaskTree *
qd_timeline_model_get_tree (QdTimelineModel *self,
                            guint            source)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), NULL);
  g_return_val_if_fail (source < self->settings.sources->len, NULL);

  return qd_timeline_source_get_tree (&g_array_index (self->settings.sources, QdTimelineSource, source));
}

guint
qd_timeline_model_get_n_rows (QdTimelineModel *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), 0);

  return self->rows->len;
}

/* Returns: (transfer none) (nullable): valid until the next change */
const QdTimelineRow *
qd_timeline_model_get_row (QdTimelineModel *self,
                           guint            position)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), NULL);

  return position < self->rows->len ? &g_array_index (self->rows, QdTimelineRow, position) : NULL;
}

/* Returns: (transfer none) (nullable): that of the row, where it is of one */
QdTask *
qd_timeline_model_get_task (QdTimelineModel *self,
                            guint            position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self, position);

  if (row == NULL || row->kind != QD_TIMELINE_ROW_TASK)
    return NULL;

  return qd_plan_network_get_task (
      qd_plan_schedule_get_network (qd_timeline_model_get_schedule (self, row->source)), row->task);
}

/* Returns: where the task of that plan is, or -1 if it is not to be seen */
int
qd_timeline_model_get_position (QdTimelineModel *self,
                                guint            source,
                                guint            task)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), -1);
  g_return_val_if_fail (source < self->positions->len, -1);

  return (int)((guint *)g_ptr_array_index (self->positions, source))[task] - 1;
}

/* Returns: where it is, or -1 */
int
qd_timeline_model_find_row (QdTimelineModel  *self,
                            QdTimelineRowKind kind,
                            gint64            id)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), -1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const QdTimelineRow *row = &g_array_index (self->rows, QdTimelineRow, i);

      if (row->kind == kind && row->id == id)
        return i;
    }

  return -1;
}

/* Returns: (transfer none) (nullable): @task as it was in the baseline that is shown */
QdBaselineTask *
qd_timeline_model_find_baseline_task (QdTimelineModel *self,
                                      gint64           task)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), NULL);

  return self->baseline_tasks != NULL ? g_hash_table_lookup (self->baseline_tasks, &task) : NULL;
}

/**
 * qd_timeline_model_get_facts:
 * @facts: (out): valid until the next change
 *
 * Those of a group take a look at all of its tasks, so they are kept.
 */
void
qd_timeline_model_get_facts (QdTimelineModel *self,
                             guint            position,
                             QdTimelineFacts *facts)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self, position);
  QdTimelineFacts     *kept;

  g_return_if_fail (row != NULL);

  if (row->kind == QD_TIMELINE_ROW_TASK)
    {
      qd_timeline_facts_read_task (facts, self, row);
      return;
    }

  if (!(kept = g_hash_table_lookup (self->group_facts, GUINT_TO_POINTER (position + 1))))
    {
      kept = g_new (QdTimelineFacts, 1);
      qd_timeline_facts_read_group (kept, self, row);
      g_hash_table_insert (self->group_facts, GUINT_TO_POINTER (position + 1), kept);
    }

  *facts = *kept;
}

/* Returns: whether there is any task with a day; @span is from the first to the last of them */
gboolean
qd_timeline_model_find_span (QdTimelineModel *self,
                             QdMinuteSpan    *span)
{
  g_return_val_if_fail (QD_IS_TIMELINE_MODEL (self), FALSE);

  *span = (QdMinuteSpan){ QD_MINUTE_LAST, QD_MINUTE_NONE };

  for (guint i = 0; i < self->settings.sources->len; i++)
    {
      QdPlanNetwork *network =
          qd_plan_schedule_get_network (g_array_index (self->settings.sources, QdTimelineSource, i).schedule);

      for (guint j = 0; j < qd_plan_network_get_n_tasks (network); j++)
        {
          QdTask *task = qd_plan_network_get_task (network, j);

          if (!qd_task_is_placed (task))
            continue;

          span->from = MIN (span->from, qd_task_get_start_minute (task, qd_plan_network_get_calendars (network)));
          span->until = MAX (span->until, qd_task_get_finish_minute (task, qd_plan_network_get_calendars (network)));
        }
    }

  return span->until != QD_MINUTE_NONE;
}
