/* qd-layout-sprint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-layout-sprint"

#include <glib/gi18n.h>

#include "qd-accelerator-layout-private.h"
#include "qd-duration.h"
#include "qd-sprint-spread.h"

/* What has an hour or more is given in half hours. */
#define LEAST 60
#define STEP 30

/* What is done in one sprint for a module: all of it, or, of a programme, one task. */
typedef struct
{
  QdCatalogueModule *module;
  int                task; /* of a programme; else -1 */
  int                minutes;
  guint              sprint; /* counted from 0 */
} Block;

/* One row to be: a task of a module, or the session itself. */
typedef struct
{
  const char *title;
  gboolean    is_session;
  gboolean    is_last; /* of its module */
  int         minutes; /* how much of the module it is */
  int         work;
} Item;

static guint
count_tasks (QdCatalogueModule *module)
{
  return module->tasks != NULL ? g_strv_length (module->tasks) : 0;
}

static int
get_minutes (QdCatalogueModule *module)
{
  return (int)MIN (qd_catalogue_module_get_minutes (module), QD_DURATION_LONGEST);
}

static gboolean
is_spread (QdCatalogueModule *module)
{
  return module->kind == QD_MODULE_KIND_PROGRAMME && count_tasks (module) > 1;
}

/* @most: what all sprints have together: of what takes longer, no more can be done */
static GArray *
create_blocks (QdLayoutBuilder *builder,
               int              most)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (guint i = 0; i < builder->modules->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (builder->modules, i);
      guint              n_blocks = is_spread (module) ? count_tasks (module) : 1;
      int                minutes = n_blocks > 1 ? MIN (get_minutes (module), most) : get_minutes (module);

      for (guint n = 0; n < n_blocks; n++)
        {
          Block block = { module, n_blocks > 1 ? (int)n : -1, MAX (minutes / (int)n_blocks, 1), 0 };

          g_array_append_val (blocks, block);
        }
    }

  return blocks;
}

static void
tell_of_empty_sprints (QdLayoutBuilder      *builder,
                       const QdLayoutSprint *sprints,
                       gboolean              any)
{
  for (guint i = 0; i < QD_ACCELERATOR_N_SPRINTS; i++)
    {
      if (sprints[i].capacity >= QD_DURATION_DAY)
        continue;

      qd_layout_add_finding (
          builder,
          QD_LAYOUT_FINDING_SPRINT,
          -1,
          g_strdup_printf (any ? _ ("Sprint %d has less than a day of the customer’s working time: what is done for "
                                    "modules is in the other sprints")
                               : _ ("Sprint %d has less than a day of the customer’s working time"),
                           sprints[i].number));
    }
}

static void
tell_of_long_modules (QdLayoutBuilder *builder,
                      int              capacity)
{
  for (guint i = 0; i < builder->modules->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (builder->modules, i);
      g_autofree char   *length = qd_duration_dup_words (get_minutes (module));

      if (get_minutes (module) <= capacity)
        continue;

      qd_layout_add_finding (
          builder,
          QD_LAYOUT_FINDING_LONG,
          -1,
          g_strdup_printf (_ ("“%1$s” takes %2$s of the customer’s working time, which is more than the five sprints "
                              "have: plan on another accelerator that carries it on"),
                           module->name,
                           length));
    }
}

/**
 * qd_layout_spread_modules:
 * @sprints: (array fixed-size=QD_ACCELERATOR_N_SPRINTS):
 *
 * Returns: (transfer full): what goes into which sprint, for qd_layout_fill_sprint()
 */
GArray *
qd_layout_spread_modules (QdLayoutBuilder      *builder,
                          const QdLayoutSprint *sprints)
{
  g_autofree int   *weights = NULL;
  g_autofree guint *chosen = NULL;
  GArray           *blocks;
  int               capacities[QD_ACCELERATOR_N_SPRINTS];
  int               all = 0;
  gboolean          any = FALSE;

  for (guint i = 0; i < QD_ACCELERATOR_N_SPRINTS; i++)
    {
      all += sprints[i].capacity;
      any = any || sprints[i].capacity >= QD_DURATION_DAY;
    }

  blocks = create_blocks (builder, all);
  weights = g_new (int, blocks->len + 1);
  chosen = g_new0 (guint, blocks->len + 1);

  /* Where no sprint has a day, a part of one has to do. */
  for (guint i = 0; i < QD_ACCELERATOR_N_SPRINTS; i++)
    capacities[i] = any && sprints[i].capacity < QD_DURATION_DAY ? 0 : sprints[i].capacity;

  for (guint i = 0; i < blocks->len; i++)
    weights[i] = g_array_index (blocks, Block, i).minutes;

  qd_sprints_spread (weights, blocks->len, capacities, QD_ACCELERATOR_N_SPRINTS, chosen);

  for (guint i = 0; i < blocks->len; i++)
    g_array_index (blocks, Block, i).sprint = chosen[i];

  tell_of_empty_sprints (builder, sprints, any && blocks->len > 0);
  tell_of_long_modules (builder, all);

  return blocks;
}

static void
add_item (GArray     *items,
          const char *title,
          gboolean    is_session,
          int         minutes,
          int         work)
{
  Item item = { title, is_session, FALSE, MAX (minutes, 1), work };

  g_array_append_val (items, item);
}

/* Of a session or a lab, the first task prepares it, and the others follow it. What is done
 * around it is taken as an hour each. */
static GArray *
create_items (const Block *block)
{
  GArray            *items = g_array_new (FALSE, FALSE, sizeof (Item));
  QdCatalogueModule *module = block->module;
  guint              n_tasks = count_tasks (module);
  gboolean           meets = qd_catalogue_module_is_meeting (module);

  if (block->task >= 0)
    {
      add_item (items, module->tasks[block->task], FALSE, block->minutes, block->minutes);
      g_array_index (items, Item, 0).is_last = block->task == (int)n_tasks - 1;

      return items;
    }

  if (n_tasks == 0 && !meets)
    add_item (items, module->name, FALSE, block->minutes, block->minutes);

  for (guint i = 0; i < n_tasks; i++)
    {
      int minutes = meets ? LEAST : block->minutes / (int)n_tasks;

      add_item (items, module->tasks[i], FALSE, minutes, minutes);

      if (meets && i == 0)
        add_item (items, module->name, TRUE, block->minutes, block->minutes);
    }

  if (n_tasks == 0 && meets)
    add_item (items, module->name, TRUE, block->minutes, block->minutes);

  g_array_index (items, Item, items->len - 1).is_last = TRUE;

  return items;
}

/* Returns: the task that sums up @module; a new one where there is none yet */
static guint
find_summary (QdLayoutBuilder   *builder,
              QdCatalogueModule *module)
{
  guint summary;

  for (guint i = 0; i < builder->layout->tasks->len; i++)
    {
      QdLayoutTask *task = qd_layout_get_task (builder, i);

      if (task->role == QD_LAYOUT_ROLE_MODULE && task->module == module)
        return i;
    }

  summary = qd_layout_add_task (
      builder, QD_LAYOUT_ROLE_MODULE, QD_LAYOUT_PHASE_DELIVERY, module->name, QD_TASK_KIND_TASK, QD_TASK_SIDE_BOTH);
  qd_layout_get_task (builder, summary)->module = g_object_ref (module);

  return summary;
}

static guint
add_row (QdLayoutBuilder      *builder,
         const QdLayoutSprint *sprint,
         guint                 summary,
         const Item           *item)
{
  gboolean ours = g_str_has_prefix (item->title, "CSA ");
  guint    index = qd_layout_add_task (
      builder,
      item->is_session ? QD_LAYOUT_ROLE_SESSION : QD_LAYOUT_ROLE_MODULE_TASK,
      QD_LAYOUT_PHASE_DELIVERY,
      item->title,
      item->is_session ? QD_TASK_KIND_WORKSHOP : QD_TASK_KIND_TASK,
      item->is_session ? QD_TASK_SIDE_BOTH : ours ? QD_TASK_SIDE_OURS
                                                     : QD_TASK_SIDE_THEIRS);
  QdLayoutTask *task = qd_layout_get_task (builder, index);

  task->parent = (int)summary;
  task->sprint = sprint->number;
  task->module = g_object_ref (qd_layout_get_task (builder, summary)->module);

  return index;
}

static void
tell_outside (QdLayoutBuilder      *builder,
              const QdLayoutSprint *sprint,
              guint                 index)
{
  QdLayoutTask *task = qd_layout_get_task (builder, index);

  if (task->finish != QD_MINUTE_NONE)
    qd_layout_add_finding (
        builder,
        QD_LAYOUT_FINDING_OUTSIDE,
        (int)index,
        g_strdup_printf (_ ("“%1$s” is after sprint %2$d, which has no working time left for it"),
                         task->title,
                         sprint->number));
}

/* What comes after it does not wait for it: it would hold up the next sprint. */
static void
place_outside (QdLayoutBuilder      *builder,
               const QdLayoutSprint *sprint,
               guint                 index)
{
  qd_layout_add_link (builder, builder->last, index);
  tell_outside (builder, sprint, index);
}

static void
place_session (QdLayoutBuilder      *builder,
               const QdLayoutSprint *sprint,
               guint                 index,
               int                   minutes)
{
  QdLayoutMeeting meeting = { .minutes = minutes };
  int             day = qd_minute_get_day (builder->cursor);

  /* Rather at the usual time of the day after than later on the same day. */
  if (qd_minute_get_time (builder->cursor) > builder->draft->workshop_time &&
      qd_minute_from_day (day + 1) < sprint->until)
    day++;

  qd_layout_find_meeting (builder, &meeting, day, qd_minute_get_day (sprint->end), builder->cursor);

  /* That it is after its sprint is said below. */
  if (meeting.finding == QD_LAYOUT_FINDING_LATE)
    meeting.finding = -1;

  qd_layout_place_meeting (builder, index, &meeting);

  if (meeting.slot.finish <= sprint->end)
    qd_layout_follow (builder, index);
  else
    place_outside (builder, sprint, index);
}

/* Of the time that is left, as much as it is of what is left, and at least an hour for each
 * as long as that lasts. */
static int
get_share (int left,
           int n_left,
           int minutes,
           int minutes_left)
{
  int least = MIN (LEAST, left / n_left);
  int share = least + (int)((gint64)(left - least * n_left) * minutes / minutes_left);

  return share >= LEAST ? share - share % STEP : share;
}

static void
place_row (QdLayoutBuilder      *builder,
           const QdLayoutSprint *sprint,
           guint                 index,
           const Item           *item,
           int                   n_left,
           int                   minutes_left)
{
  QdLayoutTask *task = qd_layout_get_task (builder, index);
  int           left = qd_layout_count (builder, task->side, builder->cursor, sprint->until);
  int           share = get_share (left, n_left, item->minutes, minutes_left);

  if (share > 0)
    {
      qd_layout_run (builder, index, builder->cursor, share);
      task->work = MIN (item->work, share);
      qd_layout_follow (builder, index);
    }
  else if (qd_layout_run (builder, index, builder->cursor, LEAST))
    {
      task->work = LEAST;
      place_outside (builder, sprint, index);
    }
}

static void
measure_items (GArray *items,
               guint   first,
               int    *n_left,
               int    *minutes_left)
{
  for (guint i = first; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      *n_left += !item->is_session;
      *minutes_left += item->is_session ? 0 : item->minutes;
    }
}

static void
place_block (QdLayoutBuilder      *builder,
             const QdLayoutSprint *sprint,
             const Block          *block,
             GArray               *items,
             int                   n_after,
             int                   minutes_after)
{
  guint summary = find_summary (builder, block->module);

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      guint       index = add_row (builder, sprint, summary, item);
      int         n_left = n_after;
      int         minutes_left = minutes_after;

      measure_items (items, i, &n_left, &minutes_left);

      if (item->is_session)
        place_session (builder, sprint, index, item->minutes);
      else
        place_row (builder, sprint, index, item, n_left, minutes_left);

      if (item->is_last && block->module->deliverable != NULL &&
          qd_layout_get_task (builder, index)->finish != QD_MINUTE_NONE)
        {
          QdLayoutTask *deliverable;

          qd_layout_add_deliverable (builder, QD_LAYOUT_PHASE_DELIVERY, index, block->module->deliverable);
          deliverable = qd_layout_get_task (builder, builder->layout->tasks->len - 1);
          deliverable->parent = (int)summary;
          deliverable->module = g_object_ref (block->module);
        }
    }
}

/* The customer works on what is in the backlog even where no module has its turn. */
static void
add_execution (QdLayoutBuilder      *builder,
               const QdLayoutSprint *sprint)
{
  g_autofree char *title = NULL;
  guint            index;

  if (sprint->capacity < LEAST)
    return;

  title = g_strdup_printf (_ ("Teams work through the backlog, sprint %d"), sprint->number);
  index = qd_layout_add_task (builder,
                              QD_LAYOUT_ROLE_EXECUTION,
                              QD_LAYOUT_PHASE_DELIVERY,
                              title,
                              QD_TASK_KIND_TASK,
                              QD_TASK_SIDE_THEIRS);
  qd_layout_get_task (builder, index)->sprint = sprint->number;
  qd_layout_run (builder, index, sprint->begin, sprint->capacity - sprint->capacity % STEP);
  qd_layout_follow (builder, index);
}

/**
 * qd_layout_fill_sprint:
 * @blocks: as qd_layout_spread_modules() gives them
 *
 * Places what is done for the modules in @sprint one after the other, over all of its time.
 */
void
qd_layout_fill_sprint (QdLayoutBuilder      *builder,
                       GArray               *blocks,
                       const QdLayoutSprint *sprint)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autoptr(GPtrArray) here = g_ptr_array_new ();
  int n_left = 0;
  int minutes_left = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      Block *block = &g_array_index (blocks, Block, i);

      if ((int)block->sprint != sprint->number - 1)
        continue;

      g_ptr_array_add (here, block);
      g_ptr_array_add (lists, create_items (block));
      measure_items (g_ptr_array_index (lists, lists->len - 1), 0, &n_left, &minutes_left);
    }

  for (guint i = 0; i < here->len; i++)
    {
      GArray *items = g_ptr_array_index (lists, i);
      int     n_here = 0;
      int     minutes_here = 0;

      measure_items (items, 0, &n_here, &minutes_here);
      n_left -= n_here;
      minutes_left -= minutes_here;
      place_block (builder, sprint, g_ptr_array_index (here, i), items, n_left, minutes_left);
    }

  if (here->len == 0)
    add_execution (builder, sprint);
}
