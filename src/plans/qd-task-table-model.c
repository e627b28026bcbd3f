/* qd-task-table-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-model"

#include "qd-task-table-model.h"

#include "qd-plan-features.h"
#include "qd-plan-progress.h"
#include "qd-search-key.h"

/**
 * QdTaskTableModel:
 *
 * The rows of a plan's table: its tasks, filtered, in groups and sorted within
 * them, and at the end of each group a draft, the row for a new task.
 */
struct _QdTaskTableModel
{
  GObject           parent_instance;

  QdPortfolio      *portfolio;
  QdPlan           *plan;
  QdFactBook       *book; /* (nullable): from when the plan was one for Dedicated */
  int               today;
  QdTaskGrouping    grouping;
  QdTaskFilter      filter;
  char            **words; /* what is searched for, folded */
  gboolean          with_drafts;

  QdTaskGroups     *groups;
  GListStore       *drafts;
  GtkCustomFilter  *task_filter;
  GtkCustomSorter  *group_sorter;
  GtkMultiSorter   *row_sorter;
  GtkSortListModel *rows;
};

G_DEFINE_FINAL_TYPE (QdTaskTableModel, qd_task_table_model, G_TYPE_OBJECT)

enum
{
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_group_id (QdTaskTableModel *self,
              QdTask           *task)
{
  return self->grouping == QD_TASK_GROUPING_PHASE ? task->phase : task->objective;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  QdTaskTableModel *self = user_data;
  guint             group_a = qd_task_groups_find (self->groups, (QdTask *)a);
  guint             group_b = qd_task_groups_find (self->groups, (QdTask *)b);

  return (group_a > group_b) - (group_a < group_b);
}

/* A draft is the last of its group, however the tasks are sorted. */
static int
compare_drafts (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return qd_record_is_live ((gpointer)b) - qd_record_is_live ((gpointer)a);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  return qd_tasks_compare_positions ((QdTask *)a, (QdTask *)b);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
passes (QdTaskTableModel *self,
        QdTask           *task)
{
  if ((self->filter & QD_TASK_FILTER_OPEN) && task->status == QD_TASK_STATUS_DONE)
    return FALSE;

  if ((self->filter & QD_TASK_FILTER_LATE) && qd_task_get_urgency (task, self->today) != QD_TASK_URGENCY_LATE)
    return FALSE;

  if ((self->filter & QD_TASK_FILTER_OURS) && !has_text (task->owner))
    return FALSE;

  if ((self->filter & QD_TASK_FILTER_CUSTOMER) && !has_text (task->customer_owner))
    return FALSE;

  return !(self->filter & QD_TASK_FILTER_INTERNAL) || task->visibility == QD_VISIBILITY_INTERNAL;
}

static gboolean
filter_task (gpointer item,
             gpointer user_data)
{
  QdTaskTableModel *self = user_data;
  QdTask           *task = item;
  g_autofree char  *text = NULL;
  g_autofree char  *key = NULL;

  if (!passes (self, task))
    return FALSE;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;

  text = g_strdup_printf ("%s\n%s\n%s\n%s",
                          task->title,
                          task->owner != NULL ? task->owner : "",
                          task->customer_owner != NULL ? task->customer_owner : "",
                          task->notes != NULL ? task->notes : "");
  key = qd_search_fold (text);

  return qd_search_matches (key, (const char *const *)self->words);
}

static QdTask *
create_draft (QdTaskTableModel *self,
              gint64            group)
{
  QdTask *draft = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (draft,
                "plan",
                qd_record_get_id (self->plan),
                self->grouping == QD_TASK_GROUPING_PHASE ? "phase" : "objective",
                group,
                NULL);

  return draft;
}

/* One for each group that has a name, and for the rest where there is one. */
static gboolean
wants_draft (QdTaskTableModel  *self,
             const QdTaskGroup *group)
{
  return self->with_drafts && !qd_task_table_model_is_filtered (self) &&
         (group->id != 0 || group->n_tasks > 0 || qd_task_groups_get_length (self->groups) == 1);
}

static void
update_drafts (QdTaskTableModel *self)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  guint    n_before = g_list_model_get_n_items (G_LIST_MODEL (self->drafts));
  gboolean same = TRUE;

  for (guint i = 0; i < qd_task_groups_get_length (self->groups); i++)
    {
      const QdTaskGroup *group = qd_task_groups_get (self->groups, i);
      g_autoptr(QdTask) draft = NULL;

      if (!wants_draft (self, group))
        continue;

      draft = qd_task_table_model_get_draft (self, group->id);

      /* What is typed into a row stays where it is. */
      if (draft != NULL)
        g_object_ref (draft);
      else
        draft = create_draft (self, group->id);

      if (same)
        {
          g_autoptr(QdTask) before = g_list_model_get_item (G_LIST_MODEL (self->drafts), drafts->len);

          same = before == draft;
        }

      g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }

  if (!same || drafts->len != n_before)
    g_list_store_splice (self->drafts, 0, n_before, drafts->pdata, drafts->len);
}

/* Counts anew; with @regroup, phases or objectives may be others too. */
static void
refresh (QdTaskTableModel *self,
         gboolean          regroup)
{
  g_clear_pointer (&self->groups, qd_task_groups_free);
  self->groups = qd_task_groups_new (self->portfolio, self->plan, self->grouping, self->today);

  if (regroup)
    gtk_sorter_changed (GTK_SORTER (self->group_sorter), GTK_SORTER_CHANGE_DIFFERENT);

  update_drafts (self);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
tasks_changed_cb (QdTaskTableModel *self,
                  gint64            plan)
{
  if (plan == qd_record_get_id (self->plan))
    refresh (self, FALSE);
}

static void
groups_changed_cb (QdTaskTableModel *self,
                   gint64            plan)
{
  if (plan == qd_record_get_id (self->plan))
    refresh (self, TRUE);
}

static void
plan_start_cb (QdTaskTableModel *self)
{
  refresh (self, FALSE);
}

static void
filter_changed (QdTaskTableModel *self)
{
  gtk_filter_changed (GTK_FILTER (self->task_filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_drafts (self);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
qd_task_table_model_dispose (GObject *object)
{
  QdTaskTableModel *self = QD_TASK_TABLE_MODEL (object);

  /* They are asked with this as data, by whoever still holds the rows. */
  if (self->task_filter != NULL)
    gtk_custom_filter_set_filter_func (self->task_filter, NULL, NULL, NULL);

  if (self->group_sorter != NULL)
    gtk_custom_sorter_set_sort_func (self->group_sorter, NULL, NULL, NULL);

  g_clear_object (&self->rows);
  g_clear_object (&self->row_sorter);
  g_clear_object (&self->group_sorter);
  g_clear_object (&self->task_filter);
  g_clear_object (&self->drafts);
  g_clear_object (&self->plan);
  g_clear_object (&self->book);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_task_table_model_parent_class)->dispose (object);
}

static void
qd_task_table_model_finalize (GObject *object)
{
  QdTaskTableModel *self = QD_TASK_TABLE_MODEL (object);

  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->groups, qd_task_groups_free);

  G_OBJECT_CLASS (qd_task_table_model_parent_class)->finalize (object);
}

static void
qd_task_table_model_class_init (QdTaskTableModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_task_table_model_dispose;
  object_class->finalize = qd_task_table_model_finalize;

  /**
   * QdTaskTableModel::refreshed:
   * @self: the model
   *
   * Emitted when what the rows or the groups say may have changed.
   */
  signals[REFRESHED] = g_signal_new (
      "refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_task_table_model_init (QdTaskTableModel *self)
{
  self->drafts = g_list_store_new (QD_TYPE_TASK);
}

static void
build_rows (QdTaskTableModel *self)
{
  GListModel         *tasks;
  GtkFilterListModel *filtered;
  GListStore         *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  tasks = qd_portfolio_get_children (self->portfolio, QD_TYPE_TASK, qd_record_get_id (self->plan));
  self->task_filter = gtk_custom_filter_new (filter_task, self, NULL);
  self->group_sorter = gtk_custom_sorter_new (compare_groups, self, NULL);
  self->row_sorter = gtk_multi_sorter_new ();
  gtk_multi_sorter_append (self->row_sorter, GTK_SORTER (gtk_custom_sorter_new (compare_drafts, NULL, NULL)));
  gtk_multi_sorter_append (self->row_sorter, GTK_SORTER (gtk_custom_sorter_new (compare_positions, NULL, NULL)));

  filtered = gtk_filter_list_model_new (g_object_ref (tasks), g_object_ref (GTK_FILTER (self->task_filter)));
  g_list_store_append (parts, filtered);
  g_list_store_append (parts, self->drafts);
  self->rows = gtk_sort_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))),
                                        g_object_ref (GTK_SORTER (self->row_sorter)));
  gtk_sort_list_model_set_section_sorter (self->rows, GTK_SORTER (self->group_sorter));
  g_object_unref (filtered);
}

QdTaskTableModel *
qd_task_table_model_new (QdPortfolio *portfolio,
                         QdPlan      *plan,
                         int          today)
{
  QdTaskTableModel *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_PLAN (plan), NULL);

  self = g_object_new (QD_TYPE_TASK_TABLE_MODEL, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);
  self->today = today;
  self->with_drafts = TRUE;
  refresh (self, FALSE);
  build_rows (self);

  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (tasks_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_PHASE),
                           "changed",
                           G_CALLBACK (groups_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_OBJECTIVE),
                           "changed",
                           G_CALLBACK (groups_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "notify::start", G_CALLBACK (plan_start_cb), self, G_CONNECT_SWAPPED);

  return self;
}

QdPortfolio *
qd_task_table_model_get_portfolio (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  return self->portfolio;
}

/* Returns: (transfer full) (nullable): what @task names that the customer's Dedicated has not, a line each */
char *
qd_task_table_model_dup_hint (QdTaskTableModel *self,
                              QdTask           *task)
{
  const char *const texts[] = { task->title, task->notes };

  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  if (!qd_plan_is_for_dedicated (self->portfolio, qd_record_get_id (self->plan)))
    return NULL;

  if (self->book == NULL)
    self->book = qd_fact_book_get (self->portfolio);

  return qd_features_dup_hint (self->book, texts, G_N_ELEMENTS (texts), NULL);
}

QdStore *
qd_task_table_model_get_store (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  return qd_portfolio_get_store (self->portfolio);
}

QdPlan *
qd_task_table_model_get_plan (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  return self->plan;
}

int
qd_task_table_model_get_today (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), 0);

  return self->today;
}

void
qd_task_table_model_set_today (QdTaskTableModel *self,
                               int               today)
{
  g_return_if_fail (QD_IS_TASK_TABLE_MODEL (self));

  if (self->today == today)
    return;

  self->today = today;
  refresh (self, FALSE);
  filter_changed (self);
}

QdTaskGrouping
qd_task_table_model_get_grouping (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), QD_TASK_GROUPING_PHASE);

  return self->grouping;
}

void
qd_task_table_model_set_grouping (QdTaskTableModel *self,
                                  QdTaskGrouping    grouping)
{
  g_return_if_fail (QD_IS_TASK_TABLE_MODEL (self));

  if (self->grouping == grouping)
    return;

  self->grouping = grouping;
  g_list_store_remove_all (self->drafts);
  refresh (self, TRUE);
}

/* @text: as a person typed it */
void
qd_task_table_model_set_search (QdTaskTableModel *self,
                                const char       *text)
{
  g_return_if_fail (QD_IS_TASK_TABLE_MODEL (self));

  g_strfreev (self->words);
  self->words = qd_search_split (text);
  filter_changed (self);
}

QdTaskFilter
qd_task_table_model_get_filter (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), QD_TASK_FILTER_NONE);

  return self->filter;
}

void
qd_task_table_model_set_filter (QdTaskTableModel *self,
                                QdTaskFilter      filter)
{
  g_return_if_fail (QD_IS_TASK_TABLE_MODEL (self));

  if (self->filter == filter)
    return;

  self->filter = filter;
  filter_changed (self);
}

gboolean
qd_task_table_model_is_filtered (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), FALSE);

  return self->filter != QD_TASK_FILTER_NONE || (self->words != NULL && self->words[0] != NULL);
}

/* @sorter: (nullable): of the rows in a group; those it holds equal stay in the plan's order */
void
qd_task_table_model_set_sorter (QdTaskTableModel *self,
                                GtkSorter        *sorter)
{
  g_return_if_fail (QD_IS_TASK_TABLE_MODEL (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->row_sorter)) == 3)
    gtk_multi_sorter_remove (self->row_sorter, 1);

  if (sorter == NULL)
    return;

  gtk_multi_sorter_remove (self->row_sorter, 1);
  gtk_multi_sorter_append (self->row_sorter, g_object_ref (sorter));
  gtk_multi_sorter_append (self->row_sorter, GTK_SORTER (gtk_custom_sorter_new (compare_positions, NULL, NULL)));
}

/* Whether each group ends with a row for a new task. */
void
qd_task_table_model_set_with_drafts (QdTaskTableModel *self,
                                     gboolean          with_drafts)
{
  g_return_if_fail (QD_IS_TASK_TABLE_MODEL (self));

  self->with_drafts = with_drafts;
  update_drafts (self);
}

/* Returns: (transfer none): QdTask, with sections */
GListModel *
qd_task_table_model_get_rows (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/* Returns: (transfer none): all tasks of the plan, for a look */
GPtrArray *
qd_task_table_model_peek_tasks (QdTaskTableModel *self)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  return qd_portfolio_peek_children (self->portfolio, QD_TYPE_TASK, qd_record_get_id (self->plan));
}

/* Returns: (transfer none): the group @task is in, valid until the next refresh */
const QdTaskGroup *
qd_task_table_model_get_group (QdTaskTableModel *self,
                               QdTask           *task)
{
  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  return qd_task_groups_get (self->groups, qd_task_groups_find (self->groups, task));
}

/* Returns: (transfer none) (nullable): the row for a new task in @group */
QdTask *
qd_task_table_model_get_draft (QdTaskTableModel *self,
                               gint64            group)
{
  guint n_drafts;

  g_return_val_if_fail (QD_IS_TASK_TABLE_MODEL (self), NULL);

  n_drafts = g_list_model_get_n_items (G_LIST_MODEL (self->drafts));

  for (guint i = 0; i < n_drafts; i++)
    {
      g_autoptr(QdTask) draft = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);

      if (get_group_id (self, draft) == group)
        return draft;
    }

  return NULL;
}

/* Puts an empty row in the place of @draft, which is a task now. */
void
qd_task_table_model_renew_draft (QdTaskTableModel *self,
                                 QdTask           *draft)
{
  guint position;

  g_return_if_fail (QD_IS_TASK_TABLE_MODEL (self));

  if (g_list_store_find (self->drafts, draft, &position))
    {
      g_autoptr(QdTask) fresh = create_draft (self, get_group_id (self, draft));

      g_list_store_splice (self->drafts, position, 1, (gpointer *)&fresh, 1);
    }
}
