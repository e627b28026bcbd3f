/* qd-timeline-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-rows"

#include "qd-timeline-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account-rules.h"
#include "qd-order-edits.h"
#include "qd-phase.h"
#include "qd-plan-progress.h"
#include "qd-search-key.h"

/* Where rows are put */
typedef struct
{
  QdTimelineSettings *settings;
  GArray             *rows;
  GStringChunk       *titles;
  guint8            **passes; /* of each source and task: itself passes, or what it sums up does */
} Layout;

typedef struct
{
  guint source;
  guint task;
} Place;

/* Tasks that have something in common */
typedef struct
{
  gint64      id;
  const char *title;
  double      position;
  GArray     *places; /* of Place */
} Group;

QdTaskTree *
qd_timeline_source_get_tree (QdTimelineSource *source)
{
  if (source->tree == NULL)
    source->tree = qd_task_tree_new (qd_plan_schedule_get_portfolio (source->schedule),
                                     qd_plan_schedule_get_plan (source->schedule),
                                     qd_plan_schedule_get_network (source->schedule));

  return source->tree;
}

static QdTimelineSource *
get_source (Layout *layout,
            guint   source)
{
  return &g_array_index (layout->settings->sources, QdTimelineSource, source);
}

static QdTask *
get_task (Layout *layout,
          Place   place)
{
  return qd_plan_network_get_task (
      qd_plan_schedule_get_network (get_source (layout, place.source)->schedule), place.task);
}

static QdSchedule *
get_schedule (Layout *layout,
              guint   source)
{
  return qd_plan_schedule_get_schedule (get_source (layout, source)->schedule);
}

static gboolean
is_in_quarter (QdTask *task,
               int     today)
{
  int year, month, day_of_month;
  int first, last;

  qd_day_get_ymd (today, &year, &month, &day_of_month);
  first = qd_day_from_ymd (year, (month - 1) / 3 * 3 + 1, 1);
  last = qd_day_add_months (first, 3) - 1;

  return qd_task_is_placed (task) && (task->start != QD_DAY_NONE ? task->start : task->due) <= last &&
         (task->due != QD_DAY_NONE ? task->due : task->start) >= first;
}

static gboolean
has_words (QdTask            *task,
           const char *const *words)
{
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  if (words == NULL || words[0] == NULL)
    return TRUE;

  text = g_strjoin ("\n",
                    task->title,
                    task->owner != NULL ? task->owner : "",
                    task->customer_owner != NULL ? task->customer_owner : "",
                    task->notes != NULL ? task->notes : "",
                    NULL);
  key = qd_search_fold (text);

  return qd_search_matches (key, words);
}

static gboolean
passes (Layout *layout,
        Place   place)
{
  QdTimelineSettings *settings = layout->settings;
  QdTimelineFilter    filter = settings->filter;
  QdTask             *task = get_task (layout, place);

  if ((filter & QD_TIMELINE_FILTER_OPEN) && task->status == QD_TASK_STATUS_DONE)
    return FALSE;

  if ((filter & QD_TIMELINE_FILTER_LATE) && qd_task_get_urgency (task, settings->today) != QD_TASK_URGENCY_LATE)
    return FALSE;

  if ((filter & QD_TIMELINE_FILTER_CRITICAL) &&
      !qd_schedule_is_critical (get_schedule (layout, place.source), place.task))
    return FALSE;

  if ((filter & QD_TIMELINE_FILTER_OURS) && task->owner == NULL)
    return FALSE;

  if ((filter & QD_TIMELINE_FILTER_THEIRS) && task->customer_owner == NULL)
    return FALSE;

  if ((filter & QD_TIMELINE_FILTER_QUARTER) && !is_in_quarter (task, settings->today))
    return FALSE;

  return has_words (task, (const char *const *)settings->words);
}

/* What is summed up by a task keeps it in sight. */
static void
find_passing (Layout *layout,
              guint   source)
{
  QdTaskTree *tree = qd_timeline_source_get_tree (get_source (layout, source));
  QdSchedule *schedule = get_schedule (layout, source);
  guint       n_tasks = qd_schedule_get_n_tasks (schedule);
  gboolean    all = layout->settings->filter == QD_TIMELINE_FILTER_NONE &&
                 (layout->settings->words == NULL || layout->settings->words[0] == NULL);

  layout->passes[source] = g_new0 (guint8, n_tasks + 1);

  for (guint place = qd_task_tree_get_length (tree); place > 0; place--)
    {
      guint task = qd_task_tree_get_row (tree, place - 1);
      int   parent = qd_schedule_get_task (schedule, task)->parent;

      if (!layout->passes[source][task] && (all || passes (layout, (Place){ source, task })))
        layout->passes[source][task] = TRUE;

      if (layout->passes[source][task] && parent >= 0)
        layout->passes[source][parent] = TRUE;
    }
}

/* Ids of records are random: those of kinds never meet. */
gint64
qd_timeline_row_get_toggle (const QdTimelineRow *row)
{
  return row->id;
}

/* Plans are closed at first: who looks at many wants to see many. */
static gboolean
is_expanded (Layout           *layout,
             QdTimelineRowKind kind,
             gint64            id)
{
  return g_hash_table_contains (layout->settings->toggled, &id) == (kind == QD_TIMELINE_ROW_PLAN);
}

static QdTimelineRow *
add_row (Layout           *layout,
         QdTimelineRowKind kind,
         Place             place,
         gint64            id,
         const char       *title,
         guint             depth,
         gboolean          expandable)
{
  QdTimelineRow row = { .kind = kind,
                        .source = place.source,
                        .task = kind == QD_TIMELINE_ROW_TASK ? (int)place.task : -1,
                        .id = id,
                        .title = title,
                        .depth = depth,
                        .expandable = expandable,
                        .expanded = expandable && is_expanded (layout, kind, id) };

  g_array_append_val (layout->rows, row);

  return &g_array_index (layout->rows, QdTimelineRow, layout->rows->len - 1);
}

static int
compare_days (int a,
              int b)
{
  if (a == QD_DAY_NONE || b == QD_DAY_NONE)
    return (a == QD_DAY_NONE) - (b == QD_DAY_NONE);

  return (a > b) - (a < b);
}

static int
compare_values (Layout *layout,
                Place   a,
                Place   b)
{
  QdTask *first = get_task (layout, a), *second = get_task (layout, b);

  switch (layout->settings->sort)
    {
    case QD_TIMELINE_SORT_TITLE:
      return g_utf8_collate (first->title, second->title);

    case QD_TIMELINE_SORT_OWNER:
      return g_strcmp0 (first->owner, second->owner);

    case QD_TIMELINE_SORT_START:
      return compare_days (first->start, second->start);

    case QD_TIMELINE_SORT_DUE:
      return compare_days (first->due, second->due);

    case QD_TIMELINE_SORT_PROGRESS:
      return (first->progress > second->progress) - (first->progress < second->progress);

    case QD_TIMELINE_SORT_DURATION:
      return qd_schedule_get_task (get_schedule (layout, a.source), a.task)->duration -
             qd_schedule_get_task (get_schedule (layout, b.source), b.task)->duration;

    case QD_TIMELINE_SORT_FLOAT:
      return qd_schedule_get_total_float (get_schedule (layout, a.source), a.task) -
             qd_schedule_get_total_float (get_schedule (layout, b.source), b.task);

    case QD_TIMELINE_SORT_PLAN:
    default:
      return 0;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Place *first = a, *second = b;
  Layout      *layout = data;
  int          order = compare_values (layout, *first, *second);

  if (order != 0)
    return layout->settings->descending ? -order : order;

  if (first->source != second->source)
    return first->source < second->source ? -1 : 1;

  return (int)qd_task_tree_get_place (qd_timeline_source_get_tree (get_source (layout, first->source)), first->task) -
         (int)qd_task_tree_get_place (qd_timeline_source_get_tree (get_source (layout, second->source)), second->task);
}

/* Returns: the place in the tree after all that the task at @place sums up */
static guint
skip_subtree (QdTaskTree *tree,
              guint       place)
{
  guint depth = qd_task_tree_get_depth (tree, qd_task_tree_get_row (tree, place));

  do
    place++;
  while (place < qd_task_tree_get_length (tree) &&
         qd_task_tree_get_depth (tree, qd_task_tree_get_row (tree, place)) > depth);

  return place;
}

/* Those that stand in the tree from @place until @end, one in the other. */
static GArray *
list_siblings (Layout *layout,
               guint   source,
               guint   place,
               guint   end)
{
  QdTaskTree *tree = qd_timeline_source_get_tree (get_source (layout, source));
  GArray     *siblings = g_array_new (FALSE, FALSE, sizeof (Place));

  for (; place < end; place = skip_subtree (tree, place))
    {
      Place sibling = { source, qd_task_tree_get_row (tree, place) };

      if (layout->passes[source][sibling.task])
        g_array_append_val (siblings, sibling);
    }

  return siblings;
}

static void
add_tasks (Layout *layout,
           GArray *places,
           guint   depth)
{
  if (layout->settings->sort != QD_TIMELINE_SORT_PLAN)
    g_array_sort_with_data (places, compare_places, layout);

  for (guint i = 0; i < places->len; i++)
    {
      Place          place = g_array_index (places, Place, i);
      QdTask        *task = get_task (layout, place);
      QdTaskTree    *tree = qd_timeline_source_get_tree (get_source (layout, place.source));
      gboolean       summary = qd_schedule_is_summary (get_schedule (layout, place.source), place.task);
      guint          at = qd_task_tree_get_place (tree, place.task);
      QdTimelineRow *row =
          add_row (layout, QD_TIMELINE_ROW_TASK, place, qd_record_get_id (task), NULL, depth, summary);

      if (row->expanded)
        {
          g_autoptr(GArray) children = list_siblings (layout, place.source, at + 1, skip_subtree (tree, at));

          add_tasks (layout, children, depth + 1);
        }
    }
}

static void
group_clear (gpointer data)
{
  g_clear_pointer (&((Group *)data)->places, g_array_unref);
}

static Group *
ensure_group (GArray     *groups,
              GHashTable *indices,
              gint64      id,
              const char *title,
              double      position)
{
  gpointer index = g_hash_table_lookup (indices, &id);
  Group    group = { id, title, position, NULL };

  if (index != NULL)
    return &g_array_index (groups, Group, GPOINTER_TO_UINT (index) - 1);

  group.places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_append_val (groups, group);
  g_hash_table_insert (indices, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (groups->len));

  return &g_array_index (groups, Group, groups->len - 1);
}

/* Owners have no id; that of their name never meets a record's, which are positive. */
static gint64
create_owner_id (const char *owner)
{
  return -(gint64)g_str_hash (owner) - 1;
}

static Group *
find_group (Layout     *layout,
            GArray     *groups,
            GHashTable *indices,
            QdTask     *task)
{
  QdPortfolio *portfolio = layout->settings->portfolio;
  QdPhase     *phase;
  QdObjective *objective;
  const char  *owner;

  switch (layout->settings->grouping)
    {
    case QD_TIMELINE_GROUPING_PHASE:
      phase = qd_portfolio_lookup (portfolio, QD_TYPE_PHASE, task->phase);
      return phase != NULL ? ensure_group (groups, indices, task->phase, phase->name, phase->position)
                           : ensure_group (groups, indices, -1, _ ("No Phase"), G_MAXDOUBLE);

    case QD_TIMELINE_GROUPING_OBJECTIVE:
      objective = qd_portfolio_lookup (portfolio, QD_TYPE_OBJECTIVE, task->objective);
      return objective != NULL ? ensure_group (groups, indices, task->objective, objective->name, objective->position)
                               : ensure_group (groups, indices, -1, _ ("No Objective"), G_MAXDOUBLE);

    case QD_TIMELINE_GROUPING_OWNER:
    case QD_TIMELINE_GROUPING_NONE:
    case QD_TIMELINE_GROUPING_ACCOUNT:
    default:
      owner = task->owner != NULL ? task->owner : task->customer_owner;
      return owner != NULL ? ensure_group (groups, indices, create_owner_id (owner), owner, 0)
                           : ensure_group (groups, indices, -1, _ ("No Owner"), G_MAXDOUBLE);
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *first = a, *second = b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return g_utf8_collate (first->title, second->title);
}

/* By phase, what a task sums up stays below it; else every task stands for itself. */
static void
collect_groups (Layout     *layout,
                GArray     *groups,
                GHashTable *indices)
{
  gboolean whole = layout->settings->grouping == QD_TIMELINE_GROUPING_PHASE;

  for (guint source = 0; source < layout->settings->sources->len; source++)
    {
      QdTaskTree *tree = qd_timeline_source_get_tree (get_source (layout, source));

      for (guint at = 0; at < qd_task_tree_get_length (tree); at++)
        {
          Place place = { source, qd_task_tree_get_row (tree, at) };

          if (!layout->passes[source][place.task] ||
              (whole ? qd_task_tree_get_depth (tree, place.task) > 0
                     : qd_schedule_is_summary (get_schedule (layout, source), place.task)))
            continue;

          g_array_append_val (find_group (layout, groups, indices, get_task (layout, place))->places, place);
        }
    }
}

static void
add_groups (Layout *layout)
{
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr(GHashTable) indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_array_set_clear_func (groups, group_clear);
  collect_groups (layout, groups, indices);
  g_array_sort (groups, compare_groups);

  for (guint i = 0; i < groups->len; i++)
    {
      Group         *group = &g_array_index (groups, Group, i);
      const char    *title = g_string_chunk_insert (layout->titles, group->title);
      QdTimelineRow *row = add_row (layout,
                                    QD_TIMELINE_ROW_GROUP,
                                    g_array_index (group->places, Place, 0),
                                    group->id,
                                    title,
                                    0,
                                    TRUE);

      if (row->expanded)
        add_tasks (layout, group->places, 1);
    }
}

static void
add_tree (Layout *layout,
          guint   source,
          guint   depth)
{
  QdTaskTree *tree = qd_timeline_source_get_tree (get_source (layout, source));
  g_autoptr(GArray) roots = list_siblings (layout, source, 0, qd_task_tree_get_length (tree));

  add_tasks (layout, roots, depth);
}

static gboolean
has_passing (Layout *layout,
             guint   source)
{
  guint n_tasks = qd_schedule_get_n_tasks (get_schedule (layout, source));

  if (n_tasks == 0)
    return layout->settings->filter == QD_TIMELINE_FILTER_NONE &&
           (layout->settings->words == NULL || layout->settings->words[0] == NULL);

  return memchr (layout->passes[source], TRUE, n_tasks) != NULL;
}

static void
add_plan (Layout *layout,
          guint   source,
          guint   depth)
{
  QdPlan        *plan = qd_plan_schedule_get_plan (get_source (layout, source)->schedule);
  QdTimelineRow *row;

  if (!has_passing (layout, source))
    return;

  row = add_row (layout,
                 QD_TIMELINE_ROW_PLAN,
                 (Place){ source, 0 },
                 qd_record_get_id (plan),
                 g_string_chunk_insert (layout->titles, plan->name),
                 depth,
                 TRUE);

  if (row->expanded)
    add_tree (layout, source, depth + 1);
}

/* Plans stand in the order they were given in, which is that of their accounts. */
static void
add_accounts (Layout *layout)
{
  gint64 last = 0;
  gint64 shown = 0;

  for (guint source = 0; source < layout->settings->sources->len; source++)
    {
      gint64     id = qd_plan_schedule_get_plan (get_source (layout, source)->schedule)->account;
      QdAccount *account = qd_portfolio_lookup (layout->settings->portfolio, QD_TYPE_ACCOUNT, id);

      if (!has_passing (layout, source))
        continue;

      if (id != last)
        {
          g_autofree char *name = account != NULL ? qd_account_dup_title (account, TRUE) : g_strdup ("");
          QdTimelineRow   *row = add_row (layout,
                                          QD_TIMELINE_ROW_GROUP,
                                          (Place){ source, 0 },
                                          id,
                                          g_string_chunk_insert (layout->titles, name),
                                          0,
                                          TRUE);

          last = id;
          shown = row->expanded ? id : 0;
        }

      if (shown == id)
        add_plan (layout, source, 1);
    }
}

/**
 * qd_timeline_rows_lay_out:
 * @titles: keeps the titles of groups
 *
 * Returns: (transfer full) (element-type QdTimelineRow): what is to be seen, from top to bottom
 */
GArray *
qd_timeline_rows_lay_out (QdTimelineSettings *settings,
                          GStringChunk       *titles)
{
  guint               n_sources = settings->sources->len;
  g_autofree guint8 **all = g_new0 (guint8 *, n_sources + 1);
  Layout              layout = { settings, g_array_new (FALSE, FALSE, sizeof (QdTimelineRow)), titles, all };

  for (guint i = 0; i < n_sources; i++)
    find_passing (&layout, i);

  if (settings->grouping == QD_TIMELINE_GROUPING_ACCOUNT)
    add_accounts (&layout);
  else if (settings->grouping != QD_TIMELINE_GROUPING_NONE)
    add_groups (&layout);
  else if (n_sources == 1)
    add_tree (&layout, 0, 0);
  else
    for (guint i = 0; i < n_sources; i++)
      add_plan (&layout, i, 0);

  for (guint i = 0; i < n_sources; i++)
    g_free (all[i]);

  return layout.rows;
}
