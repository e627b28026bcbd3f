/* qd-schedule-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-file"

#include <glib/gi18n.h>

#include "qd-json-field.h"
#include "qd-quote.h"
#include "qd-schedule-file-private.h"
#include "qd-schedule-words.h"

/* A calendar is a byte, and one of them has no name. */
#define MAX_CALENDARS 255

/* Calendars reach this many days beyond those of the plan, and further for work and lags in it. */
#define HORIZON 800

#define USUAL "default"

/* Leaves @minute alone where @object has no such member. */
gboolean
qd_schedule_reader_read_minute (JsonObject *object,
                                const char *key,
                                GTimeZone  *zone,
                                gboolean    end_of_day,
                                QdMinute   *minute,
                                const char *path,
                                GError    **error)
{
  JsonNode        *node = json_object_get_member (object, key);
  g_autofree char *child = NULL;

  if (node == NULL)
    return TRUE;

  child = qd_json_join (path, key);

  return qd_schedule_minute_read (node, zone, end_of_day, minute, child, error);
}

int
qd_schedule_reader_find_hours (QdScheduleReader *reader,
                               const char       *name)
{
  for (guint i = 0; i < reader->hours->len; i++)
    {
      if (g_str_equal (((QdScheduleHours *)g_ptr_array_index (reader->hours, i))->name, name))
        return i;
    }

  return -1;
}

GTimeZone *
qd_schedule_reader_get_zone (QdScheduleReader *reader,
                             guint             calendar)
{
  return calendar < reader->hours->len ? ((QdScheduleHours *)g_ptr_array_index (reader->hours, calendar))->zone : NULL;
}

static gboolean
read_calendars (QdScheduleReader *reader,
                JsonNode         *node,
                GError          **error)
{
  g_autofree char *what = NULL;
  int              usual;

  if (node != NULL)
    {
      g_ptr_array_unref (reader->hours);

      if (!(reader->hours = qd_schedule_hours_read (node, "calendars", error)))
        return FALSE;
    }

  if (reader->hours->len > MAX_CALENDARS)
    {
      what = g_strdup_printf (_ ("must be %d at most"), MAX_CALENDARS);
      return qd_json_fail ("calendars", what, error);
    }

  usual = qd_schedule_reader_find_hours (reader, USUAL);
  reader->file->usual = usual >= 0 ? usual : (int)reader->hours->len;

  return TRUE;
}

/* @start: overrules what the file says; %QD_DAY_NONE for nothing */
static gboolean
read_object (QdScheduleReader *reader,
             JsonObject       *object,
             int               start,
             int               today,
             GError          **error)
{
  static const char *const keys[] = { "tasks", "calendars", "start", "status", NULL };
  GTimeZone               *zone;

  if (!qd_json_check_keys (object, keys, "", error) || !read_calendars (reader, json_object_get_member (object, "calendars"), error))
    return FALSE;

  zone = qd_schedule_reader_get_zone (reader, reader->file->usual);
  reader->start = qd_schedule_minute_from_day (start != QD_DAY_NONE ? start : today, zone);

  if ((start == QD_DAY_NONE && !qd_schedule_reader_read_minute (object, "start", zone, FALSE, &reader->start, "", error)) ||
      !qd_schedule_reader_read_minute (object, "status", zone, FALSE, &reader->status, "", error))
    return FALSE;

  if (!json_object_has_member (object, "tasks"))
    return qd_json_fail ("tasks", _ ("must be given"), error);

  return qd_schedule_reader_read_tasks (reader, json_object_get_member (object, "tasks"), error);
}

static void
stretch (QdMinute  minute,
         QdMinute *first,
         QdMinute *last)
{
  if (minute == QD_MINUTE_NONE)
    return;

  *first = MIN (*first, minute);
  *last = MAX (*last, minute);
}

/* From when until when all that is said to be is. */
static void
find_days (QdScheduleReader *reader,
           QdMinute         *first,
           QdMinute         *last)
{
  *first = *last = reader->start;
  stretch (reader->status, first, last);

  for (guint i = 0; i < reader->tasks->len; i++)
    {
      const QdScheduleTask *task = &g_array_index (reader->tasks, QdScheduleTask, i);

      stretch (task->anchor, first, last);
      stretch (task->constraint_at, first, last);
    }
}

/* As far as a chain of all tasks and lags could reach, if every other week were a holiday. */
static QdWorkTime *
create_time (QdScheduleReader      *reader,
             const QdScheduleHours *hours)
{
  const int earliest = qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1), latest = qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31);
  gint64    days = HORIZON + reader->minutes * 14 / qd_work_week_get_minutes (&hours->week);
  QdMinute  first, last;

  find_days (reader, &first, &last);

  for (guint i = 0; i < hours->holidays->len; i++)
    stretch (g_array_index (hours->holidays, QdMinuteSpan, i).until, &first, &last);

  return qd_schedule_hours_create (hours,
                                   (int)CLAMP (qd_minute_get_day (first) - days, earliest, latest),
                                   (int)CLAMP (qd_minute_get_day (last) + days, earliest, latest));
}

static gboolean
create_times (QdScheduleReader *reader,
              GError          **error)
{
  for (guint i = 0; i < reader->hours->len; i++)
    {
      const QdScheduleHours *hours = g_ptr_array_index (reader->hours, i);
      QdWorkTime            *time = create_time (reader, hours);

      g_ptr_array_add (reader->file->times, time);

      if (qd_work_time_is_empty (time))
        {
          g_autofree char *path = qd_json_join ("calendars", hours->name);

          return qd_json_fail (path, _ ("must leave working time beside its holidays"), error);
        }
    }

  g_ptr_array_add (reader->file->times,
                   qd_work_time_new_always (qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1), qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31)));

  return TRUE;
}

static const char *
get_name (guint    task,
          gpointer data)
{
  QdScheduleFile *self = data;

  return g_ptr_array_index (self->names, task);
}

/* What goes in circles has no dates, and what would be before or after all days that are
 * reckoned with has none that could be told. */
static gboolean
check_schedule (QdScheduleFile *self,
                GError        **error)
{
  g_autoptr(GPtrArray) cycles = qd_schedule_find_cycles (self->schedule);

  if (cycles->len > 0)
    {
      g_autofree char *words = qd_schedule_cycle_dup_words (g_ptr_array_index (cycles, 0), get_name, self);

      g_set_error (error, QD_JSON_ERROR, QD_JSON_ERROR_BAD_VALUE, _ ("A task would wait for itself: %s"), words);
      return FALSE;
    }

  for (guint i = 0; i < qd_schedule_get_n_tasks (self->schedule); i++)
    {
      QdScheduleDates dates = qd_schedule_get_dates (self->schedule, i);

      if (dates.start < qd_minute_from_day (qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1)))
        {
          g_set_error (error,
                       QD_JSON_ERROR,
                       QD_JSON_ERROR_BAD_VALUE,
                       _ ("“%s” would begin before the year %d, by what it waits for"),
                       get_name (i, self),
                       QD_DAY_FIRST_YEAR);
          return FALSE;
        }

      if (MAX (dates.start, dates.finish) > qd_minute_from_day (qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31) + 1))
        {
          g_set_error (error,
                       QD_JSON_ERROR,
                       QD_JSON_ERROR_BAD_VALUE,
                       _ ("“%s” would not be finished by the end of the year %d"),
                       get_name (i, self),
                       QD_DAY_LAST_YEAR);
          return FALSE;
        }
    }

  return TRUE;
}

/* Nobody sums up so deep, and what is shown of a summary is worked out level by level. There
 * is no circle. */
static gboolean
check_depth (QdScheduleReader *reader,
             GError          **error)
{
  for (guint i = 0; i < reader->tasks->len; i++)
    {
      int parent = g_array_index (reader->tasks, QdScheduleTask, i).parent;

      for (guint depth = 0; parent >= 0; depth++)
        {
          g_autofree char *item = NULL;
          g_autofree char *path = NULL;
          g_autofree char *what = NULL;

          parent = g_array_index (reader->tasks, QdScheduleTask, parent).parent;

          if (depth < QD_JSON_MAX_DEPTH)
            continue;

          item = qd_json_join_index (reader->path, i);
          path = qd_json_join (item, "parent");
          what = g_strdup_printf (_ ("is nested deeper than the %d levels that are read"), QD_JSON_MAX_DEPTH);

          return qd_json_fail (path, what, error);
        }
    }

  return TRUE;
}

static gboolean
solve (QdScheduleReader *reader,
       GCancellable     *cancellable,
       GError          **error)
{
  QdScheduleFile *file = reader->file;
  QdScheduleInput input = { reader->tasks, reader->links };

  if (!create_times (reader, error))
    return FALSE;

  input.calendars = (QdWorkTime *const *)file->times->pdata;
  input.n_calendars = file->times->len;
  input.start = reader->start;
  input.status = reader->status;
  file->schedule = qd_schedule_new (&input, cancellable, error);

  return file->schedule != NULL && check_schedule (file, error) && check_depth (reader, error);
}

static gboolean
read_root (QdScheduleReader *reader,
           int               start,
           int               today,
           GError          **error)
{
  JsonNode *root = reader->file->root;

  if (JSON_NODE_HOLDS_OBJECT (root))
    return read_object (reader, json_node_get_object (root), start, today, error);

  if (!JSON_NODE_HOLDS_ARRAY (root))
    return qd_json_fail ("", _ ("must be a list of tasks, or an object that has one as “tasks”"), error);

  reader->path = "";
  reader->start = qd_schedule_minute_from_day (start != QD_DAY_NONE ? start : today, NULL);

  return qd_schedule_reader_read_tasks (reader, root, error);
}

/**
 * qd_schedule_file_new:
 * @start: the day it starts, whatever the file says; %QD_DAY_NONE for what it says
 * @today: the day it starts if nothing says so
 *
 * Tasks have the numbers in which they stand in the file.
 *
 * Returns: (transfer full) (nullable): %NULL with an error that names the place of what
 *   cannot be read, or the tasks that go in a circle
 */
QdScheduleFile *
qd_schedule_file_new (GBytes       *bytes,
                      int           start,
                      int           today,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr(QdScheduleFile) self = g_new0 (QdScheduleFile, 1);
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) tasks = g_array_new (FALSE, FALSE, sizeof (QdScheduleTask));
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (QdScheduleLink));
  QdScheduleReader reader = { self, "tasks", rows, g_ptr_array_new (), tasks, links, QD_MINUTE_NONE, QD_MINUTE_NONE };
  gboolean         good;

  self->ids = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->times = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_work_time_unref);
  self->root = qd_json_read (bytes, error);
  good = self->root != NULL && read_root (&reader, start, today, error) && solve (&reader, cancellable, error);
  g_clear_pointer (&reader.hours, g_ptr_array_unref);

  return good ? g_steal_pointer (&self) : NULL;
}

void
qd_schedule_file_free (QdScheduleFile *self)
{
  g_clear_pointer (&self->schedule, qd_schedule_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

/* Returns: (transfer none): its tasks have their numbers in it */
QdSchedule *
qd_schedule_file_get_schedule (QdScheduleFile *self)
{
  return self->schedule;
}

/* Returns: (transfer none): the id as it stands in the file, a text or a number */
JsonNode *
qd_schedule_file_get_id (QdScheduleFile *self,
                         guint           task)
{
  g_return_val_if_fail (task < self->ids->len, NULL);

  return g_ptr_array_index (self->ids, task);
}

/* Returns: (transfer none): what it is called; of one without a title, its id */
const char *
qd_schedule_file_get_title (QdScheduleFile *self,
                            guint           task)
{
  g_return_val_if_fail (task < self->titles->len, NULL);

  return g_ptr_array_index (self->titles, task);
}

/* Whether @task has a calendar, rather than day and night. */
gboolean
qd_schedule_file_has_hours (QdScheduleFile *self,
                            guint           task)
{
  return qd_schedule_get_task (self->schedule, task)->calendar + 1 < self->times->len;
}

/* The same of tasks that name no calendar */
gboolean
qd_schedule_file_has_usual_hours (QdScheduleFile *self)
{
  return self->usual + 1 < self->times->len;
}

/* Returns: (transfer none): of what names no calendar */
QdWorkTime *
qd_schedule_file_get_usual_time (QdScheduleFile *self)
{
  return g_ptr_array_index (self->times, self->usual);
}
