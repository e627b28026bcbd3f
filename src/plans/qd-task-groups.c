/* qd-task-groups.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-groups"

#include "qd-task-groups.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-phase.h"
#include "qd-plan-progress.h"
#include "qd-screen.h"

struct _QdTaskGroups
{
  QdPortfolio   *portfolio; /* not owned, needed only while it is made; so is the plan */
  QdPlan        *plan;
  QdTaskGrouping grouping;
  int            today;
  GPtrArray     *groups; /* QdTaskGroup, in order */
  GHashTable    *places; /* gint64 * in a group -> its place in groups, plus 1 */
};

static void
group_free (gpointer data)
{
  QdTaskGroup *group = data;

  g_free (group->name);
  g_free (group->days);
  g_free (group);
}

/* As the plan has them; what stands in the same place, as it came. */
static int
compare_order (double   position_a,
               double   position_b,
               gpointer a,
               gpointer b)
{
  gint64 id_a = qd_record_get_id (a);
  gint64 id_b = qd_record_get_id (b);

  if (position_a != position_b)
    return position_a < position_b ? -1 : 1;

  return (id_a > id_b) - (id_a < id_b);
}

static QdTaskGroup *
add_group (QdTaskGroups *self,
           gint64        id,
           char         *name,
           char         *days)
{
  QdTaskGroup *group = g_new0 (QdTaskGroup, 1);

  group->id = id;
  group->name = name;
  group->days = days;
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->places, &group->id, GUINT_TO_POINTER (self->groups->len));

  return group;
}

static int
compare_phases (gconstpointer a,
                gconstpointer b)
{
  QdPhase *phase_a = *(QdPhase **)a;
  QdPhase *phase_b = *(QdPhase **)b;

  return compare_order (phase_a->position, phase_b->position, phase_a, phase_b);
}

static int
compare_objectives (gconstpointer a,
                    gconstpointer b)
{
  QdObjective *objective_a = *(QdObjective **)a;
  QdObjective *objective_b = *(QdObjective **)b;

  return compare_order (objective_a->position, objective_b->position, objective_a, objective_b);
}

static GPtrArray *
sort_children (QdTaskGroups *self,
               GType         type,
               GCompareFunc  compare)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *peeked = qd_portfolio_peek_children (self->portfolio, type, qd_record_get_id (self->plan));

  for (guint i = 0; i < peeked->len; i++)
    g_ptr_array_add (children, g_object_ref (g_ptr_array_index (peeked, i)));

  g_ptr_array_sort (children, compare);

  return children;
}

static void
add_phases (QdTaskGroups *self)
{
  g_autoptr(GPtrArray) phases = sort_children (self, QD_TYPE_PHASE, compare_phases);

  for (guint i = 0; i < phases->len; i++)
    {
      QdPhase         *phase = g_ptr_array_index (phases, i);
      g_autofree char *first = qd_day_dup_short (qd_plan_get_phase_first (self->plan, phase), self->today);
      g_autofree char *last = qd_day_dup_short (qd_plan_get_phase_last (self->plan, phase), self->today);

      add_group (self,
                 qd_record_get_id (phase),
                 qd_screen_dup_text (self->portfolio, phase->name),
                 /* Translators: from a day to a day: “Tue 24 Nov – Thu 24 Dec” */
                 g_strdup_printf (_ ("%1$s – %2$s"), first, last));
    }
}

static void
add_objectives (QdTaskGroups *self)
{
  g_autoptr(GPtrArray) objectives = sort_children (self, QD_TYPE_OBJECTIVE, compare_objectives);

  for (guint i = 0; i < objectives->len; i++)
    {
      QdObjective     *objective = g_ptr_array_index (objectives, i);
      g_autofree char *due = qd_day_dup_short (objective->due, self->today);

      add_group (self,
                 qd_record_get_id (objective),
                 qd_screen_dup_text (self->portfolio, objective->name),
                 /* Translators: of an objective: “due Tue 24 Nov” */
                 *due != '\0' ? g_strdup_printf (_ ("due %s"), due) : g_strdup (""));
    }
}

static void
count_tasks (QdTaskGroups *self)
{
  GPtrArray *tasks = qd_portfolio_peek_children (self->portfolio, QD_TYPE_TASK, qd_record_get_id (self->plan));

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask       *task = g_ptr_array_index (tasks, i);
      QdTaskGroup  *group = g_ptr_array_index (self->groups, qd_task_groups_find (self, task));
      QdTaskUrgency urgency = qd_task_get_urgency (task, self->today);

      group->n_tasks++;
      group->n_done += urgency == QD_TASK_URGENCY_DONE;
      group->n_late += urgency == QD_TASK_URGENCY_LATE;
    }
}

/* Reads what @portfolio has now; it does not follow it. */
QdTaskGroups *
qd_task_groups_new (QdPortfolio   *portfolio,
                    QdPlan        *plan,
                    QdTaskGrouping grouping,
                    int            today)
{
  QdTaskGroups *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_PLAN (plan), NULL);

  self = g_new0 (QdTaskGroups, 1);
  self->portfolio = portfolio;
  self->plan = plan;
  self->grouping = grouping;
  self->today = today;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (grouping == QD_TASK_GROUPING_PHASE)
    add_phases (self);
  else
    add_objectives (self);

  add_group (
      self, 0, g_strdup (grouping == QD_TASK_GROUPING_PHASE ? _ ("No Phase") : _ ("No Objective")), g_strdup (""));
  count_tasks (self);

  return self;
}

void
qd_task_groups_free (QdTaskGroups *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/* Returns: how many there are; never 0 */
guint
qd_task_groups_get_length (QdTaskGroups *self)
{
  return self->groups->len;
}

const QdTaskGroup *
qd_task_groups_get (QdTaskGroups *self,
                    guint         index)
{
  return g_ptr_array_index (self->groups, index);
}

/* Returns: the place of the group of @task; one of a group that is gone or of
 *   another plan stands with those that have none */
guint
qd_task_groups_find (QdTaskGroups *self,
                     QdTask       *task)
{
  gint64 id = self->grouping == QD_TASK_GROUPING_PHASE ? task->phase : task->objective;
  guint  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id));

  return place > 0 ? place - 1 : self->groups->len - 1;
}

/* The order of a plan: as people put its tasks. */
int
qd_tasks_compare_positions (QdTask *a,
                            QdTask *b)
{
  return compare_order (a->position, b->position, a, b);
}
