/* qd-plan-facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-facts"

#include "qd-plan-facts.h"

#include "qd-account-rules.h"
#include "qd-screen.h"
#include "qd-search-key.h"

G_DEFINE_FINAL_TYPE (QdPlanFacts, qd_plan_facts, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
qd_plan_facts_finalize (GObject *object)
{
  QdPlanFacts *self = QD_PLAN_FACTS (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->next);
  g_free (self->account);
  g_free (self->name);
  g_free (self->next_title);
  g_free (self->key);

  G_OBJECT_CLASS (qd_plan_facts_parent_class)->finalize (object);
}

static void
qd_plan_facts_class_init (QdPlanFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_plan_facts_finalize;

  /**
   * QdPlanFacts::changed:
   */
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_plan_facts_init (QdPlanFacts *self)
{
}

static QdTask *
find_next (GPtrArray *tasks)
{
  QdTask *next = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      if (task->status != QD_TASK_STATUS_DONE && task->due != QD_DAY_NONE &&
          (next == NULL || task->due < next->due || (task->due == next->due && task->position < next->position)))
        next = task;
    }

  return next;
}

/* Reckons anew. Whether the plan or a task itself changed, the caller knows. */
static void
update_facts (QdPlanFacts *self,
              QdPortfolio *portfolio,
              int          today,
              gboolean     show_codenames)
{
  gint64           id = qd_record_get_id (self->plan);
  GPtrArray       *tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, id);
  QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, self->plan->account);
  g_autofree char *title = account != NULL ? qd_account_dup_title (account, show_codenames) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%s",
                                           title,
                                           account != NULL ? account->name : "",
                                           self->plan->name,
                                           qd_nicks_get_label (qd_plan_kinds, self->plan->kind));

  g_set_str (&self->account, title);
  g_free (self->name);
  self->name = qd_screen_dup_text (portfolio, self->plan->name);
  self->counts = qd_plan_progress_count (tasks, today);
  self->done = qd_plan_progress_done (tasks);
  self->expected = qd_plan_progress_expected (tasks, today);
  g_set_object (&self->next, find_next (tasks));
  g_free (self->next_title);
  self->next_title = self->next != NULL ? qd_screen_dup_text (portfolio, self->next->title) : NULL;
  g_free (self->key);
  self->key = qd_search_fold (text);
}

/**
 * QdPlanList:
 *
 * The facts of every plan, in the order of the list of plans. It follows the
 * portfolio with one `items-changed` for each transaction that has to do with
 * plans; a plan that stays keeps its facts.
 */
struct _QdPlanList
{
  GObject      parent_instance;

  QdPortfolio *portfolio;
  int          today;
  gboolean     show_codenames;
  GPtrArray   *facts;
  GHashTable  *stale; /* set of gint64 *: plans of which something changed */
  gboolean     all_stale;
};

static GType
qd_plan_list_get_item_type (GListModel *model)
{
  return QD_TYPE_PLAN_FACTS;
}

static guint
qd_plan_list_get_n_items (GListModel *model)
{
  return QD_PLAN_LIST (model)->facts->len;
}

static gpointer
qd_plan_list_get_item (GListModel *model,
                       guint       position)
{
  GPtrArray *facts = QD_PLAN_LIST (model)->facts;

  return position < facts->len ? g_object_ref (g_ptr_array_index (facts, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_plan_list_get_item_type;
  iface->get_n_items = qd_plan_list_get_n_items;
  iface->get_item = qd_plan_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QdPlanList,
                               qd_plan_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gboolean
is_stale (QdPlanList  *self,
          QdPlanFacts *facts)
{
  gint64 id = qd_record_get_id (facts->plan);

  return self->all_stale || g_hash_table_contains (self->stale, &id);
}

/* The facts of each plan there is now: its own, brought up to date, or new ones. */
static GPtrArray *
collect (QdPlanList *self)
{
  GListModel *plans = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_PLAN));
  GPtrArray  *collected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->facts->len; i++)
    {
      QdPlanFacts *facts = g_ptr_array_index (self->facts, i);

      g_hash_table_insert (known, facts->plan, facts);
    }

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(QdPlan) plan = g_list_model_get_item (plans, i);
      QdPlanFacts *facts = g_hash_table_lookup (known, plan);

      if (facts != NULL)
        g_object_ref (facts);
      else
        {
          facts = g_object_new (QD_TYPE_PLAN_FACTS, NULL);
          facts->plan = g_steal_pointer (&plan);
          update_facts (facts, self->portfolio, self->today, self->show_codenames);
        }

      g_ptr_array_add (collected, facts);
    }

  return collected;
}

static gboolean
stays (QdPlanList *self,
       GPtrArray  *before,
       guint       i,
       GPtrArray  *after,
       guint       j)
{
  QdPlanFacts *facts = g_ptr_array_index (after, j);

  return g_ptr_array_index (before, i) == facts && !is_stale (self, facts);
}

/* All lists and indexes are in step by now: they were there before. */
static void
catch_up (QdPlanList *self)
{
  g_autoptr(GPtrArray) before = NULL;
  GPtrArray *after;
  guint      head = 0;
  guint      tail = 0;

  if (!self->all_stale && g_hash_table_size (self->stale) == 0)
    return;

  before = self->facts;
  after = collect (self);

  for (guint i = 0; i < after->len; i++)
    {
      QdPlanFacts *facts = g_ptr_array_index (after, i);

      if (is_stale (self, facts))
        update_facts (facts, self->portfolio, self->today, self->show_codenames);
    }

  while (head < MIN (before->len, after->len) && stays (self, before, head, after, head))
    head++;

  while (tail < MIN (before->len, after->len) - head &&
         stays (self, before, before->len - tail - 1, after, after->len - tail - 1))
    tail++;

  self->facts = after;
  g_list_model_items_changed (
      G_LIST_MODEL (self), head, before->len - head - tail, after->len - head - tail);

  for (guint i = head; i < after->len - tail; i++)
    {
      if (is_stale (self, g_ptr_array_index (after, i)))
        g_signal_emit (g_ptr_array_index (after, i), signals[CHANGED], 0);
    }

  self->all_stale = FALSE;
  g_hash_table_remove_all (self->stale);
}

static void
tasks_changed_cb (QdPlanList *self,
                  gint64      plan)
{
  g_hash_table_add (self->stale, g_memdup2 (&plan, sizeof plan));
}

/* Plans are few, and a change of one or of an account is rare. */
static void
all_changed_cb (QdPlanList *self)
{
  self->all_stale = TRUE;
}

static void
qd_plan_list_finalize (GObject *object)
{
  QdPlanList *self = QD_PLAN_LIST (object);

  g_clear_pointer (&self->stale, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_plan_list_parent_class)->finalize (object);
}

static void
qd_plan_list_class_init (QdPlanListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_plan_list_finalize;
}

static void
qd_plan_list_init (QdPlanList *self)
{
  self->facts = g_ptr_array_new_with_free_func (g_object_unref);
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
follow_list (QdPlanList *self,
             GType       type)
{
  QdRecordList *list = qd_portfolio_get_list (self->portfolio, type);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (all_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      list, "reset", G_CALLBACK (catch_up), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

QdPlanList *
qd_plan_list_new (QdPortfolio *portfolio,
                  int          today,
                  gboolean     show_codenames)
{
  QdPlanList *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_PLAN_LIST, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->today = today;
  self->show_codenames = show_codenames;
  self->all_stale = TRUE;
  catch_up (self);

  follow_list (self, QD_TYPE_PLAN);
  follow_list (self, QD_TYPE_ACCOUNT);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (tasks_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_store (portfolio),
                           "changed",
                           G_CALLBACK (catch_up),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

int
qd_plan_list_get_today (QdPlanList *self)
{
  g_return_val_if_fail (QD_IS_PLAN_LIST (self), 0);

  return self->today;
}

/* A new day makes late and expected new. */
void
qd_plan_list_set_today (QdPlanList *self,
                        int         today)
{
  g_return_if_fail (QD_IS_PLAN_LIST (self));

  if (self->today == today)
    return;

  self->today = today;
  self->all_stale = TRUE;
  catch_up (self);
}

void
qd_plan_list_set_show_codenames (QdPlanList *self,
                                 gboolean    show_codenames)
{
  g_return_if_fail (QD_IS_PLAN_LIST (self));

  if (self->show_codenames == !!show_codenames)
    return;

  self->show_codenames = !!show_codenames;
  self->all_stale = TRUE;
  catch_up (self);
}
