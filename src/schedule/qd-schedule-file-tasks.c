/* qd-schedule-file-tasks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-file-tasks"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "qd-json-field.h"
#include "qd-quote.h"
#include "qd-schedule-file-private.h"

/* Of a task that has not said it */
#define NO_DURATION (-1)

static gboolean
fail_number (const char *path,
             gint64      minimum,
             gint64      maximum,
             GError    **error)
{
  g_autofree char *what = g_strdup_printf (
      _ ("must be a whole number from %" PRId64 " to %" PRId64), minimum, maximum);

  return qd_json_fail (path, what, error);
}

/* Leaves @number alone where @object has no such member. */
static gboolean
read_number (JsonObject *object,
             const char *key,
             gint64      minimum,
             gint64      maximum,
             gint64     *number,
             const char *path,
             GError    **error)
{
  JsonNode        *node = json_object_get_member (object, key);
  g_autofree char *child = NULL;

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= minimum && json_node_get_int (node) <= maximum)
    {
      *number = json_node_get_int (node);
      return TRUE;
    }

  child = qd_json_join (path, key);

  return fail_number (child, minimum, maximum, error);
}

/* Returns: (transfer full) (nullable): an id as text; 7 and “7” are the same */
static char *
dup_id (JsonNode   *node,
        const char *path,
        GError    **error)
{
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  if (type == G_TYPE_STRING && *json_node_get_string (node) != '\0')
    return g_strdup (json_node_get_string (node));

  qd_json_fail (path, node != NULL ? _ ("must be a text or a whole number") : _ ("must be given"), error);

  return NULL;
}

/* Returns: the row of the task that @key of @object names, or -1 */
static int
find_row (QdScheduleReader *reader,
          JsonObject       *object,
          const char       *key,
          const char       *path,
          GError          **error)
{
  g_autofree char *child = qd_json_join (path, key);
  g_autofree char *id = dup_id (json_object_get_member (object, key), child, error);
  g_autofree char *quoted = NULL;
  g_autofree char *what = NULL;
  int              row;

  if (id == NULL)
    return -1;

  if ((row = GPOINTER_TO_INT (g_hash_table_lookup (reader->rows, id)) - 1) >= 0)
    return row;

  quoted = qd_quote (id);
  what = g_strdup_printf (_ ("must be the id of a task, and none has “%s”"), quoted);
  qd_json_fail (child, what, error);

  return -1;
}

static gboolean
read_calendar (QdScheduleReader *reader,
               QdScheduleTask   *task,
               JsonObject       *object,
               const char       *path,
               GError          **error)
{
  const char      *name;
  g_autofree char *child = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *what = NULL;
  int              found;

  task->calendar = reader->file->usual;

  if (!json_object_has_member (object, "calendar"))
    return TRUE;

  if (!(name = qd_json_get_text (object, "calendar", path, error)))
    return FALSE;

  if ((found = qd_schedule_reader_find_hours (reader, name)) >= 0)
    {
      task->calendar = found;
      return TRUE;
    }

  child = qd_json_join (path, "calendar");
  quoted = qd_quote (name);
  what = g_strdup_printf (_ ("must be the name of a calendar, and none is called “%s”"), quoted);

  return qd_json_fail (child, what, error);
}

/* In upper or lower case, with dashes or underscores. Returns: which of @names, or -1 */
static int
find_name (const char *const *names,
           const char        *text)
{
  g_autofree char *name = g_strdelimit (g_ascii_strdown (text, -1), "_", '-');

  for (int i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], name))
        return i;
    }

  return -1;
}

static gboolean
read_constraint (QdScheduleReader *reader,
                 QdScheduleTask   *task,
                 JsonNode         *node,
                 const char       *path,
                 GError          **error)
{
  static const char *const keys[] = { "kind", "at", NULL };
  static const char *const kinds[] = { "not-before", "not-after", "fixed", NULL };
  g_autofree char         *kind_path = qd_json_join (path, "kind");
  g_autofree char         *at_path = qd_json_join (path, "at");
  JsonObject              *object;
  const char              *kind;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return qd_json_fail (path, _ ("must be an object"), error);

  object = json_node_get_object (node);

  if (!qd_json_check_keys (object, keys, path, error) || !(kind = qd_json_get_text (object, "kind", path, error)))
    return FALSE;

  if ((task->constraint = find_name (kinds, kind)) == QD_CONSTRAINT_KIND_NONE)
    return qd_json_fail (kind_path, _ ("must be one of: not-before, not-after, fixed"), error);

  if (!json_object_has_member (object, "at"))
    return qd_json_fail (at_path, _ ("must be given"), error);

  return qd_schedule_reader_read_minute (object,
                                         "at",
                                         qd_schedule_reader_get_zone (reader, task->calendar),
                                         task->constraint == QD_CONSTRAINT_KIND_NOT_AFTER,
                                         &task->constraint_at,
                                         path,
                                         error);
}

static gboolean
add_id (QdScheduleReader *reader,
        JsonObject       *object,
        const char       *path,
        GError          **error)
{
  JsonNode        *node = json_object_get_member (object, "id");
  g_autofree char *child = qd_json_join (path, "id");
  char            *id = dup_id (node, child, error);
  g_autofree char *quoted = NULL;
  g_autofree char *what = NULL;

  if (id == NULL)
    return FALSE;

  quoted = qd_quote (id);

  if (!g_hash_table_insert (reader->rows, id, GUINT_TO_POINTER (reader->tasks->len + 1)))
    {
      what = g_strdup_printf (_ ("must be the only “%s”"), quoted);
      return qd_json_fail (child, what, error);
    }

  g_ptr_array_add (reader->file->ids, node);
  g_ptr_array_add (reader->file->titles, g_strdup (quoted));
  g_ptr_array_add (reader->file->names, g_strdup (quoted));

  return TRUE;
}

/* Without one it is called by its id. */
static gboolean
read_title (QdScheduleReader *reader,
            JsonObject       *object,
            const char       *path,
            GError          **error)
{
  GPtrArray  *titles = reader->file->titles;
  GPtrArray  *names = reader->file->names;
  char      **title = (char **)&g_ptr_array_index (titles, titles->len - 1);
  char      **name = (char **)&g_ptr_array_index (names, names->len - 1);
  const char *text;

  if (!json_object_has_member (object, "title"))
    return TRUE;

  if (!(text = qd_json_get_text (object, "title", path, error)))
    return FALSE;

  g_free (*title);
  *title = qd_quote (text);

  if (!g_str_equal (*title, *name))
    {
      g_autofree char *id = g_steal_pointer (name);

      /* Translators: %1$s is the id of a task, %2$s its title */
      *name = g_strdup_printf (C_ ("task in a file", "%1$s: %2$s"), id, *title);
    }

  return TRUE;
}

/* All of a task but what names other tasks */
static gboolean
read_task (QdScheduleReader *reader,
           JsonNode         *node,
           const char       *path,
           GError          **error)
{
  static const char *const keys[] = { "id", "title", "duration_minutes", "links", "parent", "constraint", "calendar", "start", "progress", NULL };
  QdScheduleTask           task = { .anchor = QD_MINUTE_NONE,
                                    .finish = QD_MINUTE_NONE,
                                    .parent = -1,
                                    .constraint = QD_CONSTRAINT_KIND_NONE,
                                    .constraint_at = QD_MINUTE_NONE };
  gint64                   duration = NO_DURATION, progress = 0;
  JsonObject              *object;
  g_autofree char         *constraint = qd_json_join (path, "constraint");

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return qd_json_fail (path, _ ("must be an object"), error);

  object = json_node_get_object (node);

  if (!qd_json_check_keys (object, keys, path, error) || !add_id (reader, object, path, error) ||
      !read_title (reader, object, path, error) ||
      !read_number (object, "duration_minutes", 0, QD_SCHEDULE_LONGEST, &duration, path, error) ||
      !read_number (object, "progress", 0, 100, &progress, path, error) ||
      !read_calendar (reader, &task, object, path, error) ||
      !qd_schedule_reader_read_minute (object, "start", qd_schedule_reader_get_zone (reader, task.calendar), FALSE, &task.anchor, path, error) ||
      (json_object_has_member (object, "constraint") &&
       !read_constraint (reader, &task, json_object_get_member (object, "constraint"), constraint, error)))
    return FALSE;

  /* What has begun has begun somewhere. */
  if (progress > 0 && task.anchor == QD_MINUTE_NONE)
    task.anchor = reader->start;

  task.duration = (int)duration;
  task.progress = progress;
  reader->minutes += MAX (duration, 0);
  g_array_append_val (reader->tasks, task);

  return TRUE;
}

static gboolean
read_link (QdScheduleReader *reader,
           guint             to,
           JsonNode         *node,
           const char       *path,
           GError          **error)
{
  static const char *const keys[] = { "from", "type", "lag_minutes", "elapsed", NULL };
  static const char *const types[] = { "fs", "ss", "ff", "sf", NULL };
  QdScheduleLink           link = { .to = to };
  gint64                   lag = 0;
  g_autofree char         *type_path = qd_json_join (path, "type");
  g_autofree char         *elapsed_path = qd_json_join (path, "elapsed");
  JsonObject              *object;
  JsonNode                *elapsed;
  const char              *type = "fs";
  int                      from, kind;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return qd_json_fail (path, _ ("must be an object"), error);

  object = json_node_get_object (node);
  elapsed = json_object_get_member (object, "elapsed");

  if (!qd_json_check_keys (object, keys, path, error) || (from = find_row (reader, object, "from", path, error)) < 0 ||
      (json_object_has_member (object, "type") && !(type = qd_json_get_text (object, "type", path, error))) ||
      !read_number (object, "lag_minutes", -QD_SCHEDULE_LONGEST, QD_SCHEDULE_LONGEST, &lag, path, error))
    return FALSE;

  if ((kind = find_name (types, type)) < 0)
    return qd_json_fail (type_path, _ ("must be one of: FS, SS, FF, SF"), error);

  if (elapsed != NULL && json_node_get_value_type (elapsed) != G_TYPE_BOOLEAN)
    return qd_json_fail (elapsed_path, _ ("must be true or false"), error);

  link.from = from;
  link.lag = (int)lag;
  link.kind = kind;
  link.elapsed = elapsed != NULL && json_node_get_boolean (elapsed);
  reader->minutes += ABS (lag);
  g_array_append_val (reader->links, link);

  return TRUE;
}

/* What waits for what, and sums up what: once all ids are known. */
static gboolean
read_references (QdScheduleReader *reader,
                 guint             row,
                 JsonObject       *object,
                 const char       *path,
                 GError          **error)
{
  JsonNode        *links = json_object_get_member (object, "links");
  g_autofree char *child = qd_json_join (path, "links");

  if (json_object_has_member (object, "parent"))
    {
      int parent = find_row (reader, object, "parent", path, error);

      if (parent < 0)
        return FALSE;

      g_array_index (reader->tasks, QdScheduleTask, row).parent = parent;
    }

  if (links == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (links))
    return qd_json_fail (child, _ ("must be a list"), error);

  for (guint i = 0; i < json_array_get_length (json_node_get_array (links)); i++)
    {
      g_autofree char *link = qd_json_join_index (child, i);

      if (!read_link (reader, row, json_array_get_element (json_node_get_array (links), i), link, error))
        return FALSE;
    }

  return TRUE;
}

/* A place in the file is hard to find among many; so the task is named too, where it has said
 * what it is called. */
static gboolean
name_task (QdScheduleReader *reader,
           guint             row,
           GError          **error)
{
  if (row < reader->file->names->len)
    g_prefix_error (error, _ ("Task “%s”: "), (const char *)g_ptr_array_index (reader->file->names, row));

  return FALSE;
}

/* Only what sums up others takes as long as they do. */
static gboolean
check_durations (QdScheduleReader *reader,
                 GError          **error)
{
  g_autofree guint8 *is_summary = g_new0 (guint8, reader->tasks->len + 1);

  for (guint i = 0; i < reader->tasks->len; i++)
    is_summary[g_array_index (reader->tasks, QdScheduleTask, i).parent + 1] = TRUE;

  for (guint i = 0; i < reader->tasks->len; i++)
    {
      QdScheduleTask  *task = &g_array_index (reader->tasks, QdScheduleTask, i);
      g_autofree char *item = NULL;
      g_autofree char *path = NULL;

      if (task->duration != NO_DURATION)
        continue;

      task->duration = 0;

      if (is_summary[i + 1])
        continue;

      item = qd_json_join_index (reader->path, i);
      path = qd_json_join (item, "duration_minutes");
      qd_json_fail (path, _ ("must be given"), error);

      return name_task (reader, i, error);
    }

  return TRUE;
}

gboolean
qd_schedule_reader_read_tasks (QdScheduleReader *reader,
                               JsonNode         *node,
                               GError          **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qd_json_fail (reader->path, _ ("must be a list"), error);

  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = qd_json_join_index (reader->path, i);

      if (!read_task (reader, json_array_get_element (array, i), path, error))
        return name_task (reader, i, error);
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = qd_json_join_index (reader->path, i);

      if (!read_references (reader, i, json_array_get_object_element (array, i), path, error))
        return name_task (reader, i, error);
    }

  return check_durations (reader, error);
}
