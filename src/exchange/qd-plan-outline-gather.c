/* qd-plan-outline-gather.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-outline-gather"

#include <glib/gi18n.h>

#include "qd-baseline.h"
#include "qd-check-item.h"
#include "qd-exchange.h"
#include "qd-leaks.h"
#include "qd-link.h"
#include "qd-order-edits.h"
#include "qd-phase.h"
#include "qd-plan-outline.h"

/* Calendars are worked out for so many days before the plan and after it. */
#define DAYS_BEFORE 31
#define DAYS_AFTER 366

/* A plan that says it lasts longer is not asked for its days off beyond. */
#define MAX_DAYS (10 * 366)

/* One gathering on its way. */
typedef struct
{
  QdPortfolio   *portfolio;
  QdPlan        *plan;
  QdAccount     *account;
  QdLeaks       *leaks;
  QdPlanOutline *outline;
  GHashTable    *indices; /* record -> index and 1, of phases, objectives and tasks */
} Gathering;

static int
find_index (Gathering *gathering,
            GType      type,
            gint64     id)
{
  gpointer record = id != 0 ? qd_portfolio_lookup (gathering->portfolio, type, id) : NULL;

  return record != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (gathering->indices, record)) - 1 : -1;
}

/* Returns: (transfer full) (nullable): what @column of @record says to the audience */
static char *
take_text (Gathering  *gathering,
           gpointer    record,
           const char *name)
{
  const QdColumn  *column = qd_record_find_column (G_OBJECT_TYPE (record), name);
  const char      *text = *(char **)G_STRUCT_MEMBER_P (record, column->offset);
  g_autofree char *place = NULL;

  if (text == NULL ||
      !qd_audience_may_read_column (gathering->outline->audience, gathering->account, G_OBJECT_TYPE (record), column->name))
    return NULL;

  if (QD_IS_TASK (record))
    /* Translators: a column of the list of tasks, and the task: Notes of the task “Move the runners” */
    place = g_strdup_printf (_ ("%1$s of the task “%2$s”"), _ (column->label), QD_TASK (record)->title);
  else if (QD_IS_OBJECTIVE (record))
    place = g_strdup_printf (_ ("%1$s of the objective “%2$s”"), _ (column->label), QD_OBJECTIVE (record)->name);
  else if (QD_IS_PHASE (record))
    place = g_strdup (_ ("the name of a phase"));
  else if (QD_IS_BASELINE (record))
    place = g_strdup (_ ("the name of a baseline"));
  else if (QD_IS_CHECK_ITEM (record))
    place = g_strdup (_ ("a checklist"));
  else
    place = g_strdup (_ ("the name of the plan"));

  return qd_leaks_take (gathering->leaks, G_OBJECT_TYPE (record), column->name, text, place);
}

/* Returns: (transfer full): those of @type in the plan that the audience may read, in order where they have one */
static GPtrArray *
list_children (Gathering *gathering,
               GType      type,
               gint64     parent)
{
  GPtrArray *children = qd_portfolio_peek_children (gathering->portfolio, type, parent);
  g_autoptr(GPtrArray) readable = g_ptr_array_new ();

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      if (qd_audience_may_read (gathering->outline->audience, g_ptr_array_index (children, i)))
        g_ptr_array_add (readable, g_ptr_array_index (children, i));
    }

  if (qd_record_find_column (type, "position") != NULL)
    return qd_order_dup_sorted (readable);

  return g_steal_pointer (&readable);
}

static void
remember (Gathering *gathering,
          gpointer   record,
          GPtrArray *list)
{
  g_hash_table_insert (gathering->indices, record, GUINT_TO_POINTER (list->len));
}

static gboolean
has_words (Gathering *gathering)
{
  QdPlan *plan = gathering->plan;

  return plan->highlights != NULL ||
         (plan->strategy != NULL &&
          qd_audience_may_read_column (gathering->outline->audience, gathering->account, QD_TYPE_PLAN, "strategy"));
}

static void
gather_phases (Gathering *gathering)
{
  QdPlan *plan = gathering->plan;
  g_autoptr(GPtrArray) phases = list_children (gathering, QD_TYPE_PHASE, qd_record_get_id (plan));

  for (guint i = 0; i < phases->len; i++)
    {
      QdPhase         *phase = g_ptr_array_index (phases, i);
      g_autofree char *name = take_text (gathering, phase, "name");
      QdOutlinePhase  *made = qd_plan_outline_add_phase (gathering->outline, name);

      made->id = qd_record_get_id (phase);
      made->first = plan->start + (int)CLAMP (phase->first, -MAX_DAYS, MAX_DAYS);
      made->last = plan->start + (int)CLAMP (phase->last, -MAX_DAYS, MAX_DAYS);
      remember (gathering, phase, gathering->outline->phases);
    }
}

static void
gather_objectives (Gathering *gathering)
{
  g_autoptr(GPtrArray) objectives = list_children (gathering, QD_TYPE_OBJECTIVE, qd_record_get_id (gathering->plan));

  for (guint i = 0; i < objectives->len; i++)
    {
      QdObjective        *objective = g_ptr_array_index (objectives, i);
      g_autofree char    *name = take_text (gathering, objective, "name");
      QdOutlineObjective *made = qd_plan_outline_add_objective (gathering->outline, name);

      made->id = qd_record_get_id (objective);
      made->use_case = objective->use_case;
      made->priority = objective->priority;
      made->status = objective->status;
      made->outcome = objective->outcome;
      made->baseline = take_text (gathering, objective, "baseline");
      made->criteria = take_text (gathering, objective, "criteria");
      made->impact = take_text (gathering, objective, "impact");
      made->due = objective->due;
      made->owner = take_text (gathering, objective, "owner");
      made->customer_owner = take_text (gathering, objective, "customer_owner");
      made->summary = take_text (gathering, objective, "summary");
      made->successes = take_text (gathering, objective, "successes");
      made->risks = take_text (gathering, objective, "risks");
      made->accelerator = objective->accelerator && qd_audience_may_read_column (gathering->outline->audience,
                                                                                 gathering->account,
                                                                                 QD_TYPE_OBJECTIVE,
                                                                                 "accelerator");
      made->visibility = objective->visibility;
      remember (gathering, objective, gathering->outline->objectives);
    }
}

static void
gather_checks (Gathering     *gathering,
               QdTask        *task,
               QdOutlineTask *made)
{
  g_autoptr(GPtrArray) items = list_children (gathering, QD_TYPE_CHECK_ITEM, qd_record_get_id (task));

  for (guint i = 0; i < items->len; i++)
    {
      QdCheckItem    *item = g_ptr_array_index (items, i);
      QdOutlineCheck *check = g_new (QdOutlineCheck, 1);

      check->title = take_text (gathering, item, "title");
      check->done = item->done;
      g_ptr_array_add (made->checks, check);
    }
}

static void
gather_schedule (QdTask        *task,
                 QdOutlineTask *made)
{
  made->start = task->start;
  made->due = task->due;
  made->start_time = task->start_time;
  made->due_time = task->due_time;
  made->duration = task->duration;
  made->work = task->work;
  made->side = task->side;
  made->constraint_kind = task->constraint_kind;
  made->constraint_day = task->constraint_day;
  made->constraint_time = task->constraint_time;
}

/* @parent is the index of its summary in the outline, or -1. */
static void
gather_task (Gathering *gathering,
             QdTask    *task,
             int        parent)
{
  QdPlanOutline   *outline = gathering->outline;
  g_autofree char *title = take_text (gathering, task, "title");
  QdOutlineTask   *made = qd_plan_outline_add_task (outline, title);

  made->id = qd_record_get_id (task);
  made->parent = parent;
  made->phase = parent >= 0 ? qd_plan_outline_get_task (outline, parent)->phase
                            : find_index (gathering, QD_TYPE_PHASE, task->phase);
  made->objective = find_index (gathering, QD_TYPE_OBJECTIVE, task->objective);
  made->kind = task->kind;
  made->status = task->status;
  made->progress = (int)task->progress;
  made->owner = take_text (gathering, task, "owner");
  made->customer_owner = take_text (gathering, task, "customer_owner");
  made->visibility = task->visibility;
  made->notes = take_text (gathering, task, "notes");
  made->content_module = take_text (gathering, task, "content_module");
  made->source = take_text (gathering, task, "source");
  gather_schedule (task, made);
  gather_checks (gathering, task, made);
  remember (gathering, task, outline->tasks);
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  Gathering *gathering = user_data;
  QdTask    *first = *(QdTask **)a;
  QdTask    *second = *(QdTask **)b;
  guint      left = (guint)find_index (gathering, QD_TYPE_PHASE, first->phase);
  guint      right = (guint)find_index (gathering, QD_TYPE_PHASE, second->phase);

  /* What is in no phase is -1, and comes last. */
  if (left != right)
    return left < right ? -1 : 1;

  return qd_order_compare (first->position, qd_record_get_id (first), second->position, qd_record_get_id (second));
}

/* Of each task, by index, the first task that it sums up and the next of its summary, or -1 */
typedef struct
{
  int first;
  int next;
} Kin;

/* Returns: (transfer full): of @tasks; [len] is for those that none sums up */
static Kin *
tie (GPtrArray *tasks)
{
  g_autoptr(GHashTable) indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  Kin               *kin = g_new (Kin, tasks->len + 1);
  g_autofree gint64 *ids = g_new (gint64, tasks->len);

  for (guint i = 0; i < tasks->len; i++)
    {
      ids[i] = qd_record_get_id (g_ptr_array_index (tasks, i));
      g_hash_table_insert (indices, &ids[i], GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i <= tasks->len; i++)
    kin[i] = (Kin){ -1, -1 };

  /* From the end, so that each comes before those that it is put before. */
  for (guint i = tasks->len; i-- > 0;)
    {
      QdTask  *task = g_ptr_array_index (tasks, i);
      gpointer parent;
      guint    above = g_hash_table_lookup_extended (indices, &task->parent, NULL, &parent) ? GPOINTER_TO_UINT (parent)
                                                                                            : tasks->len;

      kin[i].next = kin[above].first;
      kin[above].first = (int)i;
    }

  return kin;
}

static void
gather_below (Gathering *gathering,
              GPtrArray *tasks,
              const Kin *kin,
              int        first)
{
  g_autoptr(GArray) above = g_array_new (FALSE, FALSE, sizeof (int)); /* the summaries that are begun */
  int at = first;

  while (at >= 0 || above->len > 0)
    {
      QdTask *task;

      if (at < 0)
        {
          at = kin[g_array_index (above, int, above->len - 1)].next;
          g_array_set_size (above, above->len - 1);
          continue;
        }

      task = g_ptr_array_index (tasks, at);

      if (g_hash_table_contains (gathering->indices, task))
        {
          at = kin[at].next;
          continue;
        }

      gather_task (gathering, task, find_index (gathering, QD_TYPE_TASK, task->parent));
      g_array_append_val (above, at);
      at = kin[at].first;
    }
}

/* Each after its summary, as far as the audience may read that */
static void
gather_tasks (Gathering *gathering)
{
  g_autoptr(GPtrArray) tasks = list_children (gathering, QD_TYPE_TASK, qd_record_get_id (gathering->plan));
  g_autofree Kin *kin = NULL;

  g_ptr_array_sort_with_data (tasks, compare_tasks, gathering);
  kin = tie (tasks);
  gather_below (gathering, tasks, kin, kin[tasks->len].first);

  /* Those that sum each other up are in no order; one of them has to be first. */
  for (guint i = 0; i < tasks->len; i++)
    {
      if (g_hash_table_contains (gathering->indices, g_ptr_array_index (tasks, i)))
        continue;

      gather_task (gathering, g_ptr_array_index (tasks, i), -1);
      gather_below (gathering, tasks, kin, kin[i].first);
    }
}

/* Those that lead to what the audience may not read are as if they were not there. */
static void
gather_links (Gathering *gathering)
{
  g_autoptr(GPtrArray) links = list_children (gathering, QD_TYPE_LINK, qd_record_get_id (gathering->plan));

  for (guint i = 0; i < links->len; i++)
    {
      QdLink       *link = g_ptr_array_index (links, i);
      int           from = find_index (gathering, QD_TYPE_TASK, link->predecessor);
      int           to = find_index (gathering, QD_TYPE_TASK, link->successor);
      QdOutlineLink made = { (guint)from, (guint)to, link->kind, link->lag, link->elapsed };

      if (from >= 0 && to >= 0)
        qd_plan_outline_add_link (gathering->outline, made);
    }
}

static int
compare_baselines (gconstpointer a,
                   gconstpointer b)
{
  QdBaseline *first = *(QdBaseline **)a;
  QdBaseline *second = *(QdBaseline **)b;

  if (first->created != second->created)
    return first->created < second->created ? -1 : 1;

  return qd_record_get_id (first) < qd_record_get_id (second) ? -1 : 1;
}

static void
gather_baseline (Gathering  *gathering,
                 QdBaseline *baseline)
{
  g_autofree char   *name = take_text (gathering, baseline, "name");
  QdOutlineBaseline *made = qd_plan_outline_add_baseline (gathering->outline, name);
  g_autoptr(GPtrArray) tasks = list_children (gathering, QD_TYPE_BASELINE_TASK, qd_record_get_id (baseline));

  made->day = baseline->day;

  for (guint i = 0; i < tasks->len; i++)
    {
      QdBaselineTask       *task = g_ptr_array_index (tasks, i);
      QdOutlineBaselineTask was = { find_index (gathering, QD_TYPE_TASK, task->task),
                                    task->start,
                                    task->due,
                                    task->start_time,
                                    task->due_time,
                                    task->duration };

      g_array_append_val (made->tasks, was);
    }
}

static void
gather_baselines (Gathering *gathering)
{
  g_autoptr(GPtrArray) baselines = list_children (gathering, QD_TYPE_BASELINE, qd_record_get_id (gathering->plan));

  g_ptr_array_sort (baselines, compare_baselines);

  for (guint i = 0; i < baselines->len; i++)
    gather_baseline (gathering, g_ptr_array_index (baselines, i));
}

/* Whoever may not read a calendar gets the usual week; the zone is only used to say an instant. */
/* Not every file has them: see qd_plan_outline_check_calendars(). */
static char *
dup_band_name (const char *name,
               gpointer    leaks)
{
  return qd_leaks_dup_read (leaks, name);
}

static void
gather_calendars (Gathering *gathering)
{
  QdPlanOutline     *outline = gathering->outline;
  gint64             account = gathering->plan->account;
  QdWorkingCalendar *ours = qd_working_calendar_find (gathering->portfolio, 0);
  int                first = gathering->plan->start;
  int                last = MAX (gathering->plan->target, first);

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);

      first = task->start != QD_DAY_NONE ? MIN (first, task->start) : first;
      last = task->due != QD_DAY_NONE ? MAX (last, task->due) : last;
    }

  last = MIN (last, first + MAX_DAYS);

  if (ours == NULL || qd_audience_may_read (outline->audience, ours))
    outline->calendars = qd_plan_calendars_new_for (
        gathering->portfolio, !qd_audience_is_outside (outline->audience) ? account : 0, first - DAYS_BEFORE, last + DAYS_AFTER);
  else
    outline->calendars = qd_plan_calendars_new (NULL, NULL, NULL, NULL, first - DAYS_BEFORE, last + DAYS_AFTER);

  qd_plan_calendars_rename_bands (outline->calendars, dup_band_name, gathering->leaks);

  if (ours != NULL && ours->time_zone != NULL)
    outline->clock = g_time_zone_new_identifier (ours->time_zone);
}

/**
 * qd_plan_outline_new:
 * @plan: an id
 *
 * Gathers what @audience may read of it. It is refused where a text would give
 * away a name that the audience must not read.
 *
 * Returns: (transfer full) (nullable)
 */
QdPlanOutline *
qd_plan_outline_new (QdPortfolio *portfolio,
                     gint64       plan,
                     QdAudience   audience,
                     GError     **error)
{
  QdPlan *record = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, plan);
  g_autoptr(QdPlanOutline) outline = NULL;
  g_autoptr(QdLeaks) leaks = NULL;
  g_autoptr(GHashTable) indices = NULL;
  Gathering gathering;

  if (record == NULL)
    {
      g_set_error_literal (
          error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_NOT_FOUND, _ ("It is no longer there; nothing was exported"));
      return NULL;
    }

  outline = qd_plan_outline_new_empty ();
  leaks = qd_leaks_new (portfolio, audience, record->account);
  indices = g_hash_table_new (NULL, NULL);
  gathering = (Gathering){ portfolio, record, qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, record->account), leaks, outline, indices };

  outline->audience = audience;
  outline->id = plan;
  outline->kind = (QdPlanKind)qd_audience_get_plan_kind (audience, record->kind);
  outline->name = take_text (&gathering, record, "name");
  outline->customer = qd_audience_dup_account_name (audience, gathering.account);
  outline->start = record->start;
  outline->target = record->target;
  outline->status_day = record->status_day;
  outline->has_words = has_words (&gathering);

  gather_phases (&gathering);
  gather_objectives (&gathering);
  gather_tasks (&gathering);
  gather_links (&gathering);
  gather_baselines (&gathering);
  gather_calendars (&gathering);
  qd_plan_outline_arrange (outline);

  return qd_leaks_check (leaks, error) ? g_steal_pointer (&outline) : NULL;
}

/**
 * qd_plan_outline_check_calendars:
 *
 * To be asked before a file has the names of days off in it.
 *
 * Returns: whether none of them gives a name away; else @error says which
 */
gboolean
qd_plan_outline_check_calendars (const QdPlanOutline *self,
                                 QdPortfolio         *portfolio,
                                 GError             **error)
{
  QdPlan *plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, self->id);
  g_autoptr(QdLeaks) leaks = qd_leaks_new (portfolio, self->audience, plan != NULL ? plan->account : 0);
  guint                 n_bands;
  const QdCalendarBand *bands = qd_plan_calendars_get_bands (self->calendars, &n_bands);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_bands; i++)
    {
      if (g_hash_table_add (seen, (gpointer)bands[i].name))
        qd_leaks_look (leaks, bands[i].name, _ ("the name of a day off"));
    }

  return qd_leaks_check (leaks, error);
}
