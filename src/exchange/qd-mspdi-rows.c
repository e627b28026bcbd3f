/* qd-mspdi-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-mspdi-rows"

#include "qd-mspdi-reading.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-quote.h"
#include "qd-record-json.h"

/* Deeper than this nobody reads a plan. */
#define MAX_LEVEL 32

/* What its standard calendar has, for a file that has none */
#define STANDARD_BEGIN (8 * 60)
#define STANDARD_END (17 * 60)

/* Constraints there */
enum
{
  AS_SOON_AS_POSSIBLE,
  AS_LATE_AS_POSSIBLE,
  MUST_START_ON,
  MUST_FINISH_ON,
  START_NO_EARLIER,
  START_NO_LATER,
  FINISH_NO_EARLIER,
  FINISH_NO_LATER,
};

/* Returns: (transfer full) (nullable): one line of what was typed, as long as one may be */
char *
qd_mspdi_dup_line (const char *text)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (const char *c = text != NULL ? text : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, character);
    }

  clean = g_strstrip (g_strdup (line->str));

  if (g_utf8_strlen (clean, -1) > QD_COLUMN_MAX_LINE)
    {
      g_autofree char *start = g_utf8_substring (clean, 0, QD_COLUMN_MAX_LINE - 1);

      return g_strconcat (start, "…", NULL);
    }

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static gboolean
is_too_long (const char *name)
{
  return name != NULL && g_utf8_strlen (name, -1) > QD_COLUMN_MAX_LINE;
}

/* Returns: the index of a label as it is written in English, in any case; %QD_ENUM_NONE for none */
static int
find_label (const QdNick *nicks,
            const char   *label)
{
  for (int i = 0; label != NULL && nicks[i].nick != NULL; i++)
    {
      if (g_ascii_strcasecmp (nicks[i].label, label) == 0 || g_ascii_strcasecmp (nicks[i].nick, label) == 0)
        return i;
    }

  return QD_ENUM_NONE;
}

/* That of the row, else that of the project */
static const QdMspdiCalendar *
find_calendar (QdMspdiReading    *reading,
               const QdMspdiTask *row)
{
  const QdMspdiCalendar *calendar = g_hash_table_lookup (reading->calendars, &row->calendar);

  return calendar != NULL ? calendar : g_hash_table_lookup (reading->calendars, &reading->file->calendar);
}

/* When work begins and ends on @day; on a day off, as on the first day of the week on which there is any. */
static void
get_hours (QdMspdiReading    *reading,
           const QdMspdiTask *row,
           int                day,
           int               *from,
           int               *until)
{
  const QdMspdiCalendar *calendar = find_calendar (reading, row);
  int                    weekday = qd_day_get_weekday (day) % 7;

  for (int i = 0; calendar != NULL && i < 7 && calendar->from[weekday] == QD_MSPDI_NONE; i++)
    weekday = i;

  *from = STANDARD_BEGIN;
  *until = STANDARD_END;

  if (calendar != NULL && calendar->from[weekday] != QD_MSPDI_NONE)
    {
      *from = calendar->from[weekday];
      *until = calendar->until[weekday];
    }
}

/* A begin: no time of its own where that is when work begins anyway. */
void
qd_mspdi_reading_split_begin (QdMspdiReading    *reading,
                              const QdMspdiTask *row,
                              QdMinute           minute,
                              int               *day,
                              gint64            *time)
{
  int from, until;

  if (minute == QD_MINUTE_NONE)
    return;

  *day = qd_minute_get_day (minute);
  get_hours (reading, row, *day, &from, &until);
  *time = qd_minute_get_time (minute) != from ? qd_minute_get_time (minute) : QD_INTEGER_NONE;
}

/* An end; midnight is the end of the day before. */
void
qd_mspdi_reading_split_end (QdMspdiReading    *reading,
                            const QdMspdiTask *row,
                            QdMinute           minute,
                            int               *day,
                            gint64            *time)
{
  int from, until, at;

  if (minute == QD_MINUTE_NONE)
    return;

  *day = qd_minute_get_day (minute - 1);
  at = minute - qd_minute_from_day (*day);
  get_hours (reading, row, *day, &from, &until);
  *time = at != until ? at : QD_INTEGER_NONE;
}

gboolean
qd_mspdi_format_is_elapsed (int format)
{
  const int elapsed[] = { 4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52 };

  for (gsize i = 0; i < G_N_ELEMENTS (elapsed); i++)
    {
      if (format == elapsed[i])
        return TRUE;
    }

  return FALSE;
}

/* What is done on one day, or from one time to another */
static void
set_span (QdMspdiReading    *reading,
          const QdMspdiTask *row,
          QdOutlineTask     *task)
{
  QdMinute at = row->finish != QD_MINUTE_NONE ? row->finish : row->start;

  if (task->kind == QD_TASK_KIND_MILESTONE && at != QD_MINUTE_NONE)
    {
      qd_mspdi_reading_split_end (reading, row, at, &task->due, &task->due_time);
      task->start = task->due;
      task->duration = 0;
      return;
    }

  qd_mspdi_reading_split_begin (reading, row, row->start, &task->start, &task->start_time);
  qd_mspdi_reading_split_end (reading, row, row->finish, &task->due, &task->due_time);

  if (row->start != QD_MINUTE_NONE && row->start == row->finish)
    {
      task->due = task->start;
      task->due_time = task->start_time;
    }
  else if (task->due == task->start && task->start_time != QD_INTEGER_NONE && task->due_time == QD_INTEGER_NONE)
    {
      /* Else it would end with its duration. */
      task->due_time = row->finish - qd_minute_from_day (task->due);
    }
}

/* A summary is as long as what it sums up. */
static void
set_schedule (QdMspdiReading    *reading,
              const QdMspdiTask *row,
              QdOutlineTask     *task,
              gboolean           summary)
{
  set_span (reading, row, task);

  if (summary)
    task->start_time = task->due_time = QD_INTEGER_NONE;
  else if (row->duration != QD_MSPDI_NONE && !qd_mspdi_format_is_elapsed (row->duration_format) && task->kind != QD_TASK_KIND_MILESTONE)
    task->duration = row->duration;

  if (row->work != QD_MSPDI_NONE && row->work > 0 && !summary)
    task->work = row->work;
}

static void
hold (QdOutlineTask   *task,
      QdConstraintKind kind)
{
  task->constraint_kind = kind;
}

/* In a file of ours, one that no column names only holds the task where it is. What a deadline is there must be
 * finished by its day here. */
static void
set_constraint (QdMspdiReading    *reading,
                const QdMspdiTask *row,
                QdOutlineTask     *task)
{
  int      type = row->constraint_type != QD_MSPDI_NONE ? row->constraint_type : AS_SOON_AS_POSSIBLE;
  gboolean anchor = reading->file->ours && type == START_NO_EARLIER &&
                    find_label (qd_constraint_kinds, row->fields[QD_MSPDI_FIELD_CONSTRAINT]) != QD_CONSTRAINT_KIND_NOT_BEFORE;

  if (anchor)
    type = AS_SOON_AS_POSSIBLE;

  if (row->constraint != QD_MINUTE_NONE && (type == MUST_START_ON || type == START_NO_EARLIER))
    {
      hold (task, type == MUST_START_ON ? QD_CONSTRAINT_KIND_FIXED : QD_CONSTRAINT_KIND_NOT_BEFORE);
      qd_mspdi_reading_split_begin (reading, row, row->constraint, &task->constraint_day, &task->constraint_time);
      reading->n_constraints += row->deadline != QD_MINUTE_NONE;
    }
  else if (row->deadline != QD_MINUTE_NONE || (row->constraint != QD_MINUTE_NONE && type == FINISH_NO_LATER))
    {
      hold (task, QD_CONSTRAINT_KIND_NOT_AFTER);
      qd_mspdi_reading_split_end (reading,
                                  row,
                                  row->deadline != QD_MINUTE_NONE ? row->deadline : row->constraint,
                                  &task->constraint_day,
                                  &task->constraint_time);
    }
  else
    {
      reading->n_constraints += type != AS_SOON_AS_POSSIBLE;
    }
}

static int
find_objective (QdMspdiReading *reading,
                const char     *text)
{
  g_autofree char *name = qd_mspdi_dup_line (text);
  guint            index = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->objectives, name)) : 0;

  if (name != NULL && index == 0)
    {
      qd_plan_outline_add_objective (reading->outline, name);
      index = reading->outline->objectives->len;
      g_hash_table_insert (reading->objectives, g_steal_pointer (&name), GUINT_TO_POINTER (index));
    }

  return (int)index - 1;
}

static void
set_fields (QdMspdiReading    *reading,
            const QdMspdiTask *row,
            QdOutlineTask     *task)
{
  char *const *fields = row->fields;
  int          status = find_label (qd_task_statuses, fields[QD_MSPDI_FIELD_STATUS]);
  int          visibility = find_label (qd_visibilities, fields[QD_MSPDI_FIELD_VISIBILITY]);

  task->progress = row->percent != QD_MSPDI_NONE ? row->percent : 0;

  /* What was finished, or begun again, there has no status that says so. */
  if (status == QD_ENUM_NONE || (status == QD_TASK_STATUS_DONE) != (task->progress == 100))
    status = task->progress == 100 ? QD_TASK_STATUS_DONE : task->progress > 0 ? QD_TASK_STATUS_ON_TRACK
                                                                              : QD_TASK_STATUS_NOT_STARTED;

  task->status = (QdTaskStatus)status;
  task->visibility = visibility != QD_ENUM_NONE ? (QdVisibility)visibility : QD_VISIBILITY_INTERNAL;
  task->side = (QdTaskSide)find_label (qd_task_sides, fields[QD_MSPDI_FIELD_SIDE]);
  task->customer_owner = qd_mspdi_dup_line (fields[QD_MSPDI_FIELD_CUSTOMER_OWNER]);
  task->content_module = qd_mspdi_dup_line (fields[QD_MSPDI_FIELD_MODULE]);
  task->source = qd_mspdi_dup_line (fields[QD_MSPDI_FIELD_SOURCE]);
  task->objective = find_objective (reading, fields[QD_MSPDI_FIELD_OBJECTIVE]);
  task->owner = qd_mspdi_dup_line (row->contact != NULL ? row->contact : g_hash_table_lookup (reading->owners, &row->uid));

  if (fields[QD_MSPDI_FIELD_ID] != NULL && !qd_record_parse_id (fields[QD_MSPDI_FIELD_ID], &task->id))
    task->id = 0;
}

/* A milestone there may also be a task of some days; and what sums up others is none here. */
static QdTaskKind
get_kind (const QdMspdiTask *row,
          gboolean           summary)
{
  int kind = find_label (qd_task_kinds, row->fields[QD_MSPDI_FIELD_KIND]);

  if (row->milestone && !summary)
    return QD_TASK_KIND_MILESTONE;

  return kind != QD_ENUM_NONE && (kind != QD_TASK_KIND_MILESTONE || summary) ? (QdTaskKind)kind : QD_TASK_KIND_TASK;
}

static gboolean
add_task (QdMspdiReading *reading,
          QdMspdiTask    *row,
          gboolean        summary,
          int             parent,
          int             phase,
          GError        **error)
{
  g_autofree char *title = qd_mspdi_dup_line (row->name);
  QdOutlineTask   *task = qd_plan_outline_add_task (reading->outline, title != NULL ? title : _ ("(no name)"));

  if (row->percent != QD_MSPDI_NONE && (row->percent < 0 || row->percent > 100))
    return qd_mspdi_fail (row->line, _ ("PercentComplete of a Task must be from 0 to 100"), error);

  if (row->finish != QD_MINUTE_NONE && row->start != QD_MINUTE_NONE && row->finish < row->start)
    return qd_mspdi_fail (row->line, _ ("Finish of a Task must not be before its Start"), error);

  if (row->notes != NULL && g_utf8_strlen (row->notes, -1) > QD_COLUMN_MAX_TEXT)
    return qd_mspdi_fail (row->line, _ ("Notes of a Task are longer than is kept"), error);

  task->parent = parent;
  task->phase = phase;
  task->kind = get_kind (row, summary);
  set_schedule (reading, row, task, summary);
  set_constraint (reading, row, task);
  set_fields (reading, row, task);
  task->notes = is_too_long (row->name) ? g_strdup_printf ("%s\n\n%s", row->name, row->notes != NULL ? row->notes : "")
                                        : g_strdup (row->notes);

  return TRUE;
}

static void
add_phase (QdMspdiReading    *reading,
           const QdMspdiTask *row)
{
  g_autofree char *name = qd_mspdi_dup_line (row->name);
  QdOutlinePhase  *phase = qd_plan_outline_add_phase (reading->outline, name != NULL ? name : _ ("(no name)"));

  if (row->fields[QD_MSPDI_FIELD_ID] != NULL && !qd_record_parse_id (row->fields[QD_MSPDI_FIELD_ID], &phase->id))
    phase->id = 0;

  if (row->start != QD_MINUTE_NONE && row->finish != QD_MINUTE_NONE)
    {
      phase->first = qd_minute_get_day (row->start);
      phase->last = MAX (phase->first, qd_minute_get_day (row->finish - 1));
    }
}

static int
get_level (const QdMspdiTask *row)
{
  return row->level != QD_MSPDI_NONE ? row->level : 1;
}

static gboolean
check_row (QdMspdiReading *reading,
           QdMspdiTask    *row,
           GError        **error)
{
  QdMspdiPlace    *other = g_hash_table_lookup (reading->by_uid, &row->uid);
  g_autofree char *quoted = NULL;
  g_autofree char *what = NULL;

  if (row->uid == QD_MSPDI_NONE)
    return qd_mspdi_fail (row->line, _ ("a Task has no UID"), error);

  if (get_level (row) > MAX_LEVEL)
    {
      what = g_strdup_printf (_ ("OutlineLevel of a Task is %d, and at most %d are read"), row->level, MAX_LEVEL);
      return qd_mspdi_fail (row->line, what, error);
    }

  if (other == NULL)
    return TRUE;

  quoted = qd_quote (other->row->name != NULL ? other->row->name : "");
  what = g_strdup_printf (_ ("a Task has the UID %d, which “%s” in line %d has too"), row->uid, quoted, other->row->line);

  return qd_mspdi_fail (row->line, what, error);
}

/* Rows without anything in them, and the one of the project itself, are none of the plan. */
static gboolean
counts (const QdMspdiTask *row)
{
  return !row->is_null && get_level (row) >= 1;
}

static gboolean
is_phase (QdMspdiReading    *reading,
          const QdMspdiTask *row)
{
  return reading->file->ours && get_level (row) == 1 &&
         g_strcmp0 (row->fields[QD_MSPDI_FIELD_KIND], QD_MSPDI_PHASE) == 0;
}

/* What @place is below: the last before it of a lower level */
static gboolean
place_row (QdMspdiReading *reading,
           guint           index,
           int             above[MAX_LEVEL + 1],
           GError        **error)
{
  QdMspdiPlace *place = &g_array_index (reading->places, QdMspdiPlace, index);
  int           level = get_level (place->row);
  int           parent = -1;
  int           phase = -1;
  guint         next = index + 1;

  if (!check_row (reading, place->row, error))
    return FALSE;

  g_hash_table_insert (reading->by_uid, &place->row->uid, place);
  place->task = -1;

  for (int i = level - 1; i >= 1 && parent < 0 && phase < 0; i--)
    {
      const QdMspdiPlace *upper = above[i] >= 0 ? &g_array_index (reading->places, QdMspdiPlace, above[i]) : NULL;

      parent = upper != NULL ? upper->task : -1;
      phase = upper != NULL && upper->task < 0 ? upper->phase : -1;
    }

  for (int i = level; i <= MAX_LEVEL; i++)
    above[i] = -1;

  above[level] = (int)index;

  if (is_phase (reading, place->row))
    {
      place->phase = (int)reading->outline->phases->len;
      add_phase (reading, place->row);
      return TRUE;
    }

  place->task = (int)reading->outline->tasks->len;

  return add_task (reading,
                   place->row,
                   next < reading->places->len && get_level (g_array_index (reading->places, QdMspdiPlace, next).row) > level,
                   parent,
                   parent >= 0 ? qd_plan_outline_get_task (reading->outline, parent)->phase : phase,
                   error);
}

gboolean
qd_mspdi_reading_place_rows (QdMspdiReading *reading,
                             GError        **error)
{
  int above[MAX_LEVEL + 1];

  for (int i = 0; i <= MAX_LEVEL; i++)
    above[i] = -1;

  for (guint i = 0; i < reading->file->tasks->len; i++)
    {
      QdMspdiPlace place = { g_ptr_array_index (reading->file->tasks, i), -1, -1 };

      if (counts (place.row))
        g_array_append_val (reading->places, place);
    }

  for (guint i = 0; i < reading->places->len; i++)
    {
      if (!place_row (reading, i, above, error))
        return FALSE;
    }

  return TRUE;
}
