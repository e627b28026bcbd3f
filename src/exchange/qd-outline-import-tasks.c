/* qd-outline-import-tasks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-outline-import-tasks"

#include "qd-outline-import-private.h"

#include <math.h>

#include "qd-order-edits.h"
#include "qd-record-json.h"

void
qd_json_set_text (JsonObject *object,
                  const char *member,
                  const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

void
qd_json_set_id (JsonObject *object,
                const char *member,
                gint64      id)
{
  g_autofree char *text = qd_record_format_id (id);

  json_object_set_string_member (object, member, text);
}

void
qd_json_set_day (JsonObject *object,
                 const char *member,
                 int         day)
{
  char text[QD_DAY_TEXT_SIZE];

  if (day == QD_DAY_NONE)
    return;

  qd_day_format (day, text);
  json_object_set_string_member (object, member, text);
}

void
qd_json_set_integer (JsonObject *object,
                     const char *member,
                     gint64      number)
{
  if (number != QD_INTEGER_NONE)
    json_object_set_int_member (object, member, number);
}

void
qd_json_set_choice (JsonObject   *object,
                    const char   *member,
                    const QdNick *nicks,
                    int           value)
{
  if (value != QD_ENUM_NONE)
    json_object_set_string_member (object, member, nicks[value].nick);
}

/* The group that a task is in order among: those below its summary, or of its phase */
static guint
get_group (QdOutlineImport *import,
           guint            index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (import->outline, index);

  return task->parent >= 0 ? (guint)task->parent : import->outline->tasks->len + (guint)(task->phase + 1);
}

/* Returns: (transfer full): the position of each task, that of a live one where it still is in its place */
static double *
order_tasks (QdOutlineImport *import)
{
  guint              n = import->outline->tasks->len;
  guint              n_groups = n + import->outline->phases->len + 1;
  double            *positions = g_new (double, n + 1);
  g_autofree double *next = g_new (double, n + 1);
  g_autofree double *at = g_new (double, n_groups);

  for (guint i = 0; i < n_groups; i++)
    at[i] = INFINITY;

  for (guint i = n; i-- > 0;)
    {
      QdTask *live = qd_portfolio_lookup (import->portfolio, QD_TYPE_TASK, import->tasks[i]);

      next[i] = at[get_group (import, i)];
      positions[i] = live != NULL ? live->position : NAN;

      if (live != NULL)
        at[get_group (import, i)] = live->position;
    }

  for (guint i = 0; i < n_groups; i++)
    at[i] = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double *last = &at[get_group (import, i)];
      double  before = *last;

      if (!(positions[i] > before) &&
          !qd_order_find_between (before, next[i] > before ? next[i] : INFINITY, &positions[i]))
        positions[i] = before + QD_ORDER_STEP;

      *last = positions[i];
    }

  return positions;
}

/* Returns: its index and 1 in what is there, or 0 */
static guint
find_before (QdOutlineImport *import,
             guint            index)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (import->known, &import->tasks[index]));
}

/* A time that was one of its own stays one, as a file cannot say that something is no longer so. */
static void
write_end (JsonObject *object,
           const char *day_member,
           const char *time_member,
           int         day,
           gint64      time,
           QdMinute    at,
           gboolean    timed_before)
{
  if (day == QD_DAY_NONE)
    return;

  qd_json_set_day (object, day_member, day);

  if (time == QD_INTEGER_NONE && timed_before)
    time = at - qd_minute_from_day (day);

  qd_json_set_integer (object, time_member, time);
}

static void
write_schedule (QdOutlineImport *import,
                guint            index,
                JsonObject      *object)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (import->outline, index);
  guint                before = find_before (import, index);
  const QdOutlineTask *was = before > 0 ? qd_plan_outline_get_task (import->before, before - 1) : NULL;
  QdMinuteSpan         span = { 0 };
  QdMinuteSpan         old = { QD_MINUTE_NONE, QD_MINUTE_NONE };
  gboolean             has_span = qd_plan_outline_get_own_span (import->outline, task, &span);

  if (was != NULL && (task->summary || !has_span))
    return;

  if (was != NULL)
    qd_plan_outline_get_span (import->before, before - 1, &old);

  if (has_span && span.from != old.from)
    write_end (object, "start", "start_time", task->start, task->start_time, span.from, was != NULL && was->start_time != QD_INTEGER_NONE);

  if (has_span && span.until != old.until)
    write_end (object, "due", "due_time", task->due, task->due_time, span.until, was != NULL && was->due_time != QD_INTEGER_NONE);

  /* One that lasts as long as its days say goes on to do so. */
  if (was == NULL || (was->duration != QD_INTEGER_NONE &&
                      qd_plan_outline_get_own_duration (import->outline, task) != was->duration))
    qd_json_set_integer (object, "duration", task->duration);

  qd_json_set_integer (object, "work", task->work);
}

static gboolean
is_same_constraint (QdOutlineImport     *import,
                    const QdOutlineTask *task,
                    const QdOutlineTask *was)
{
  return was != NULL && task->constraint_kind == was->constraint_kind && task->constraint_day == was->constraint_day &&
         (task->constraint_time == was->constraint_time || task->constraint_time == QD_INTEGER_NONE);
}

static void
write_constraint (QdOutlineImport *import,
                  guint            index,
                  JsonObject      *object)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (import->outline, index);
  guint                before = find_before (import, index);

  if (task->constraint_kind == QD_CONSTRAINT_KIND_NONE ||
      is_same_constraint (import, task, before > 0 ? qd_plan_outline_get_task (import->before, before - 1) : NULL))
    return;

  qd_json_set_choice (object, "constraint_kind", qd_constraint_kinds, task->constraint_kind);
  qd_json_set_day (object, "constraint_day", task->constraint_day);
  qd_json_set_integer (object, "constraint_time", task->constraint_time);
}

/* A file of another program says less than we know: a workshop is a task there, and whoever may see it is not said. */
static void
write_choices (const QdOutlineTask *task,
               QdTask              *live,
               JsonObject          *object)
{
  gboolean     keep = live != NULL && task->id == 0;
  gboolean     milestone = task->kind == QD_TASK_KIND_MILESTONE;
  QdTaskKind   kind = keep && milestone == (live->kind == QD_TASK_KIND_MILESTONE) ? live->kind : task->kind;
  QdTaskStatus status = keep && task->progress == live->progress ? live->status : task->status;

  qd_json_set_choice (object, "kind", qd_task_kinds, kind);
  qd_json_set_choice (object, "status", qd_task_statuses, status);
  qd_json_set_choice (object, "visibility", qd_visibilities, keep ? live->visibility : task->visibility);
  qd_json_set_choice (object, "side", qd_task_sides, (int)task->side);
  json_object_set_int_member (object, "progress", task->progress);
}

/* What sums it up, what phase it is in and what it is for: said where that is not so already */
static void
write_references (QdOutlineImport *import,
                  guint            index,
                  JsonObject      *object)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (import->outline, index);
  guint                before = find_before (import, index);
  const QdOutlineTask *was = before > 0 ? qd_plan_outline_get_task (import->before, before - 1) : NULL;
  gint64               phase = was != NULL && was->phase >= 0 ? qd_plan_outline_get_phase (import->before, was->phase)->id : 0;

  if (task->phase >= 0 && import->phases[task->phase] != phase)
    qd_json_set_id (object, "phase", import->phases[task->phase]);

  if (task->parent >= 0)
    qd_json_set_id (object, "parent", import->tasks[task->parent]);

  if (task->objective >= 0)
    qd_json_set_id (object, "objective", import->objectives[task->objective]);
}

JsonArray *
qd_outline_import_write_tasks (QdOutlineImport *import)
{
  JsonArray         *array = json_array_new ();
  g_autofree double *positions = order_tasks (import);

  for (guint i = 0; i < import->outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (import->outline, i);
      JsonObject          *object = json_object_new ();

      qd_json_set_id (object, "id", import->tasks[i]);
      json_object_set_string_member (object, "title", task->title);
      write_choices (task, qd_portfolio_lookup (import->portfolio, QD_TYPE_TASK, import->tasks[i]), object);
      write_references (import, i, object);
      write_schedule (import, i, object);
      write_constraint (import, i, object);
      qd_json_set_text (object, "owner", task->owner);
      qd_json_set_text (object, "customer_owner", task->customer_owner);
      qd_json_set_text (object, "notes", task->notes);
      qd_json_set_text (object, "source", task->source);
      qd_json_set_text (object, "content_module", task->content_module);
      json_object_set_double_member (object, "position", positions[i]);
      json_object_set_array_member (object, "checklist", json_array_new ());
      json_array_add_object_element (array, object);
    }

  return array;
}
