/* qd-mspdi.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-mspdi"

#include "qd-mspdi-private.h"
#include "qd-plan-writers.h"
#include "qd-record-json.h"

/*
 * Microsoft Project’s XML. The elements are in the order of its schema of 2007,
 * which newer versions of it and other programs read. A phase is a summary with
 * its tasks below it.
 *
 * That program works everything out anew: a task without predecessors would go
 * to the start of the project. So it is held where it is, by the constraint that
 * typing a date there gives too.
 */

/* Constraints there */
#define START_NO_EARLIER 4
#define MUST_START_ON 2

const QdMspdiColumn qd_mspdi_columns[QD_MSPDI_N_FIELDS] = {
  [QD_MSPDI_FIELD_KIND] = { "188743731", "Text1", "Kind" },
  [QD_MSPDI_FIELD_STATUS] = { "188743734", "Text2", "Status" },
  [QD_MSPDI_FIELD_CUSTOMER_OWNER] = { "188743737", "Text3", "Customer Owner" },
  [QD_MSPDI_FIELD_OBJECTIVE] = { "188743740", "Text4", "Objective" },
  [QD_MSPDI_FIELD_SIDE] = { "188743743", "Text5", "Works On" },
  [QD_MSPDI_FIELD_CONSTRAINT] = { "188743746", "Text6", "Constraint" },
  [QD_MSPDI_FIELD_MODULE] = { "188743747", "Text7", "Content Module" },
  [QD_MSPDI_FIELD_SOURCE] = { "188743748", "Text8", "Source" },
  [QD_MSPDI_FIELD_VISIBILITY] = { "188743749", "Text9", "Visible To" },
  [QD_MSPDI_FIELD_ID] = { "188743750", "Text10", "Quarterdeck ID" },
};

static void
indent (GString *xml,
        guint    depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "  ");
}

void
qd_mspdi_open (GString    *xml,
               guint       depth,
               const char *element)
{
  indent (xml, depth);
  g_string_append_printf (xml, "<%s>\n", element);
}

void
qd_mspdi_close (GString    *xml,
                guint       depth,
                const char *element)
{
  indent (xml, depth);
  g_string_append_printf (xml, "</%s>\n", element);
}

/* XML has no control characters at all, nor what is no character. */
static gboolean
is_xml (gunichar character)
{
  return character == '\t' || character == '\n' || (character >= 0x20 && character != 0xfffe && character != 0xffff);
}

void
qd_mspdi_append (GString    *xml,
                 guint       depth,
                 const char *element,
                 const char *text)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (is_xml (g_utf8_get_char (c)))
        g_string_append_unichar (clean, g_utf8_get_char (c));
    }

  escaped = g_markup_escape_text (clean->str, (gssize)clean->len);
  indent (xml, depth);
  g_string_append_printf (xml, "<%s>%s</%s>\n", element, escaped, element);
}

void
qd_mspdi_append_number (GString    *xml,
                        guint       depth,
                        const char *element,
                        gint64      number)
{
  indent (xml, depth);
  g_string_append_printf (xml, "<%s>%" G_GINT64_FORMAT "</%s>\n", element, number, element);
}

void
qd_mspdi_append_minute (GString    *xml,
                        guint       depth,
                        const char *element,
                        QdMinute    minute)
{
  char day[QD_DAY_TEXT_SIZE];

  qd_day_format (qd_minute_get_day (minute), day);
  indent (xml, depth);
  g_string_append_printf (xml,
                          "<%s>%sT%02d:%02d:00</%s>\n",
                          element,
                          day,
                          qd_minute_get_time (minute) / 60,
                          qd_minute_get_time (minute) % 60,
                          element);
}

void
qd_mspdi_append_duration (GString    *xml,
                          guint       depth,
                          const char *element,
                          gint64      minutes)
{
  indent (xml, depth);
  g_string_append_printf (
      xml, "<%s>PT%" G_GINT64_FORMAT "H%" G_GINT64_FORMAT "M0S</%s>\n", element, minutes / 60, minutes % 60, element);
}

/* A minute of a day; midnight at its end is written as the one at its beginning. */
void
qd_mspdi_append_time (GString    *xml,
                      guint       depth,
                      const char *element,
                      int         minute)
{
  indent (xml, depth);
  g_string_append_printf (xml, "<%s>%02d:%02d:00</%s>\n", element, minute / 60 % 24, minute % 60, element);
}

static void
append_id (GString    *xml,
           guint       depth,
           const char *element,
           gint64      id)
{
  g_autofree char *text = qd_record_format_id (id);

  qd_mspdi_append (xml, depth, element, text);
}

/* How a length of time is shown: 7 in days, 5 in hours, 3 in minutes; and elapsed, one more. */
static int
get_format (gint64   minutes,
            gboolean elapsed)
{
  int day = elapsed ? QD_MINUTES_PER_DAY : 480;

  return (minutes % day == 0 ? 7 : minutes % 60 == 0 ? 5
                                                     : 3) +
         (elapsed ? 1 : 0);
}

static void
append_field (GString     *xml,
              QdMspdiField field,
              const char  *value)
{
  if (value == NULL)
    return;

  qd_mspdi_open (xml, 3, "ExtendedAttribute");
  qd_mspdi_append (xml, 4, "FieldID", qd_mspdi_columns[field].id);
  qd_mspdi_append (xml, 4, "Value", value);
  qd_mspdi_close (xml, 3, "ExtendedAttribute");
}

static void
append_columns (GString *xml)
{
  qd_mspdi_open (xml, 1, "ExtendedAttributes");

  for (guint i = 0; i < QD_MSPDI_N_FIELDS; i++)
    {
      qd_mspdi_open (xml, 2, "ExtendedAttribute");
      qd_mspdi_append (xml, 3, "FieldID", qd_mspdi_columns[i].id);
      qd_mspdi_append (xml, 3, "FieldName", qd_mspdi_columns[i].name);
      qd_mspdi_append (xml, 3, "Alias", qd_mspdi_columns[i].alias);
      qd_mspdi_close (xml, 2, "ExtendedAttribute");
    }

  qd_mspdi_close (xml, 1, "ExtendedAttributes");
}

static void
append_head (GString             *xml,
             const QdPlanOutline *outline)
{
  int from, until;

  qd_mspdi_get_usual_hours (outline, &from, &until);
  qd_mspdi_append_number (xml, 1, "SaveVersion", 12);
  append_id (xml, 1, "UID", outline->id);
  qd_mspdi_append (xml, 1, "Name", outline->name);
  qd_mspdi_append (xml, 1, "Title", outline->name);
  qd_mspdi_append (xml, 1, "Category", qd_plan_kinds[outline->kind].label);
  qd_mspdi_append (xml, 1, "Company", outline->customer);
  qd_mspdi_append_number (xml, 1, "ScheduleFromStart", 1);
  qd_mspdi_append_minute (xml, 1, "StartDate", qd_minute_from_day (outline->start) + from);
  qd_mspdi_append_minute (xml, 1, "FinishDate", qd_minute_from_day (outline->target) + until);
  qd_mspdi_append_number (xml, 1, "CriticalSlackLimit", 0);
  qd_mspdi_append (xml, 1, "CurrencyCode", "USD"); /* there is no money in it, but its schema wants one */
  qd_mspdi_append_number (xml, 1, "CalendarUID", 1);
  qd_mspdi_append_time (xml, 1, "DefaultStartTime", from);
  qd_mspdi_append_time (xml, 1, "DefaultFinishTime", until);
  qd_mspdi_append_number (xml, 1, "MinutesPerDay", 480);
  qd_mspdi_append_number (xml, 1, "MinutesPerWeek", 2400);
  qd_mspdi_append_number (xml, 1, "DaysPerMonth", 20);
  qd_mspdi_append_number (xml, 1, "DefaultTaskType", 1);
  qd_mspdi_append_number (xml, 1, "DurationFormat", 7);
  qd_mspdi_append_number (xml, 1, "WorkFormat", 2);
  qd_mspdi_append_number (xml, 1, "HonorConstraints", 0);
  qd_mspdi_append_number (xml, 1, "NewTasksEstimated", 0);

  if (outline->status_day != QD_DAY_NONE)
    qd_mspdi_append_minute (xml, 1, "StatusDate", qd_minute_from_day (outline->status_day) + until);
}

/* Where a row stands, be it a phase or a task: both count. */
typedef struct
{
  guint    uid;
  guint    level;
  char    *number;
  gboolean summary;
} Row;

static void
append_row (GString    *xml,
            const Row  *row,
            const char *name,
            const char *contact)
{
  qd_mspdi_append_number (xml, 3, "UID", row->uid);
  qd_mspdi_append_number (xml, 3, "ID", row->uid);
  qd_mspdi_append (xml, 3, "Name", name);
  qd_mspdi_append_number (xml, 3, "Type", 1);
  qd_mspdi_append_number (xml, 3, "IsNull", 0);

  if (contact != NULL)
    qd_mspdi_append (xml, 3, "Contact", contact);

  qd_mspdi_append (xml, 3, "WBS", row->number);
  qd_mspdi_append (xml, 3, "OutlineNumber", row->number);
  qd_mspdi_append_number (xml, 3, "OutlineLevel", row->level);
  qd_mspdi_append_number (xml, 3, "Priority", 500);
}

static void
append_phase (GString              *xml,
              const QdPlanOutline  *outline,
              const QdOutlinePhase *phase,
              const Row            *row)
{
  g_autofree char *id = qd_record_format_id (phase->id);
  int              from, until;

  qd_mspdi_get_usual_hours (outline, &from, &until);
  qd_mspdi_open (xml, 2, "Task");
  append_row (xml, row, phase->name, NULL);
  qd_mspdi_append_minute (xml, 3, "Start", qd_minute_from_day (phase->first) + from);
  qd_mspdi_append_minute (xml, 3, "Finish", qd_minute_from_day (phase->last) + until);
  qd_mspdi_append_number (xml, 3, "Milestone", 0);
  qd_mspdi_append_number (xml, 3, "Summary", row->summary);
  append_field (xml, QD_MSPDI_FIELD_KIND, QD_MSPDI_PHASE);
  append_field (xml, QD_MSPDI_FIELD_ID, id);
  qd_mspdi_close (xml, 2, "Task");
}

/* Whether nothing but its own dates says when it is done: neither it nor what sums it up waits for another. */
static gboolean
is_anchored (const QdPlanOutline *outline,
             guint                index)
{
  for (int i = (int)index; i >= 0; i = qd_plan_outline_get_task (outline, i)->parent)
    {
      guint n_links;

      qd_plan_outline_find_links (outline, i, &n_links);

      if (n_links > 0)
        return FALSE;
    }

  return !qd_plan_outline_get_task (outline, index)->summary;
}

static QdMinute
get_constraint (const QdPlanOutline *outline,
                const QdOutlineTask *task)
{
  if (task->constraint_time != QD_INTEGER_NONE)
    return qd_minute_from_day (task->constraint_day) + (QdMinute)task->constraint_time;

  return task->constraint_kind == QD_CONSTRAINT_KIND_NOT_AFTER
             ? qd_plan_outline_end_of_work (outline, task, task->constraint_day)
             : qd_plan_outline_begin_of_work (outline, task, task->constraint_day);
}

/* What must be finished by a day is not moved for it, which is what a deadline is there. */
static void
append_constraint (GString             *xml,
                   const QdPlanOutline *outline,
                   guint                index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  gboolean             deadline = task->constraint_kind == QD_CONSTRAINT_KIND_NOT_AFTER;
  gboolean             held = task->constraint_kind != QD_CONSTRAINT_KIND_NONE && !deadline;
  QdMinuteSpan         span;
  gboolean             has_span = qd_plan_outline_get_span (outline, index, &span);
  gboolean             anchored = !held && has_span && is_anchored (outline, index);

  if (held)
    qd_mspdi_append_number (
        xml, 3, "ConstraintType", task->constraint_kind == QD_CONSTRAINT_KIND_FIXED ? MUST_START_ON : START_NO_EARLIER);
  else
    qd_mspdi_append_number (xml, 3, "ConstraintType", anchored ? START_NO_EARLIER : 0);

  qd_mspdi_append_number (xml, 3, "CalendarUID", task->summary ? -1 : qd_mspdi_get_calendar (outline, task));

  if (held || anchored)
    qd_mspdi_append_minute (xml, 3, "ConstraintDate", held ? get_constraint (outline, task) : span.from);

  if (deadline)
    qd_mspdi_append_minute (xml, 3, "Deadline", get_constraint (outline, task));
}

static void
append_schedule (GString             *xml,
                 const QdPlanOutline *outline,
                 guint                index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);
  int                  duration = qd_plan_outline_get_duration (outline, index);
  int                  done = (int)((gint64)duration * task->progress / 100);
  QdMinuteSpan         span;
  gboolean             has_span = qd_plan_outline_get_span (outline, index, &span);

  if (has_span)
    {
      qd_mspdi_append_minute (xml, 3, "Start", span.from);
      qd_mspdi_append_minute (xml, 3, "Finish", span.until);
    }

  if (has_span || task->duration != QD_INTEGER_NONE)
    {
      qd_mspdi_append_duration (xml, 3, "Duration", duration);
      qd_mspdi_append_number (xml, 3, "DurationFormat", get_format (duration, FALSE));
    }

  if (task->work != QD_INTEGER_NONE)
    qd_mspdi_append_duration (xml, 3, "Work", task->work);

  qd_mspdi_append_number (xml, 3, "EffortDriven", 0);
  qd_mspdi_append_number (xml, 3, "Estimated", 0);
  qd_mspdi_append_number (xml, 3, "Milestone", task->kind == QD_TASK_KIND_MILESTONE && !task->summary);
  qd_mspdi_append_number (xml, 3, "Summary", task->summary);
  qd_mspdi_append_number (xml, 3, "Critical", task->critical);
  qd_mspdi_append_number (xml, 3, "PercentComplete", task->progress);

  if (has_span && task->progress > 0)
    qd_mspdi_append_minute (xml, 3, "ActualStart", span.from);

  if (has_span && task->progress == 100)
    qd_mspdi_append_minute (xml, 3, "ActualFinish", span.until);

  if (has_span)
    {
      qd_mspdi_append_duration (xml, 3, "ActualDuration", done);
      qd_mspdi_append_duration (xml, 3, "RemainingDuration", duration - done);
    }
}

/* The kinds of links, by QdLinkKind */
static const int link_types[] = { 1, 3, 0, 2 };

/* A lag is in tenths of a minute, whatever it is shown in. */
static void
append_links (GString             *xml,
              const QdPlanOutline *outline,
              guint                index,
              const Row           *rows)
{
  guint                n_links;
  const QdOutlineLink *links = qd_plan_outline_find_links (outline, index, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      qd_mspdi_open (xml, 3, "PredecessorLink");
      qd_mspdi_append_number (xml, 4, "PredecessorUID", rows[links[i].from].uid);
      qd_mspdi_append_number (xml, 4, "Type", link_types[links[i].kind]);
      qd_mspdi_append_number (xml, 4, "CrossProject", 0);
      qd_mspdi_append_number (xml, 4, "LinkLag", links[i].lag * 10);
      qd_mspdi_append_number (xml, 4, "LagFormat", get_format (links[i].lag, links[i].elapsed));
      qd_mspdi_close (xml, 3, "PredecessorLink");
    }
}

static const char *
get_label (const QdNick *nicks,
           int           value)
{
  return value != QD_ENUM_NONE ? nicks[value].label : NULL;
}

/* In English, since a reader knows them by these words. */
static void
append_fields (GString             *xml,
               const QdPlanOutline *outline,
               const QdOutlineTask *task)
{
  g_autofree char *id = qd_record_format_id (task->id);

  append_field (xml, QD_MSPDI_FIELD_KIND, get_label (qd_task_kinds, task->kind));
  append_field (xml, QD_MSPDI_FIELD_STATUS, get_label (qd_task_statuses, task->status));
  append_field (xml, QD_MSPDI_FIELD_CUSTOMER_OWNER, task->customer_owner);

  if (task->objective >= 0)
    append_field (xml, QD_MSPDI_FIELD_OBJECTIVE, qd_plan_outline_get_objective (outline, task->objective)->name);

  append_field (xml, QD_MSPDI_FIELD_SIDE, get_label (qd_task_sides, (int)task->side));
  append_field (xml, QD_MSPDI_FIELD_CONSTRAINT, get_label (qd_constraint_kinds, task->constraint_kind));
  append_field (xml, QD_MSPDI_FIELD_MODULE, task->content_module);
  append_field (xml, QD_MSPDI_FIELD_SOURCE, task->source);
  append_field (xml, QD_MSPDI_FIELD_VISIBILITY, get_label (qd_visibilities, task->visibility));
  append_field (xml, QD_MSPDI_FIELD_ID, id);
}

/* As a task was, worked out as it is worked out for what it is. */
static void
append_baseline (GString                     *xml,
                 const QdPlanOutline         *outline,
                 guint                        number,
                 const QdOutlineBaselineTask *was)
{
  QdOutlineTask task = *qd_plan_outline_get_task (outline, was->task);
  QdMinuteSpan  span;

  task.start = was->start;
  task.due = was->due;
  task.start_time = was->start_time;
  task.due_time = was->due_time;
  task.duration = was->duration;
  task.summary = FALSE;

  if (!qd_plan_outline_get_own_span (outline, &task, &span))
    return;

  qd_mspdi_open (xml, 3, "Baseline");
  qd_mspdi_append_number (xml, 4, "Number", number);
  qd_mspdi_append_minute (xml, 4, "Start", span.from);
  qd_mspdi_append_minute (xml, 4, "Finish", span.until);
  qd_mspdi_append_duration (xml, 4, "Duration", qd_plan_outline_get_own_duration (outline, &task));
  qd_mspdi_append_number (xml, 4, "DurationFormat", 7);
  qd_mspdi_close (xml, 3, "Baseline");
}

static void
append_baselines (GString             *xml,
                  const QdPlanOutline *outline,
                  guint                index)
{
  for (guint i = 0; i < MIN (outline->baselines->len, QD_MSPDI_MAX_BASELINES); i++)
    {
      const QdOutlineBaselineTask *was = qd_outline_baseline_find (g_ptr_array_index (outline->baselines, i), index);

      if (was != NULL)
        append_baseline (xml, outline, i, was);
    }
}

static void
append_task (GString             *xml,
             const QdPlanOutline *outline,
             guint                index,
             const Row           *rows)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (outline, index);

  qd_mspdi_open (xml, 2, "Task");
  append_row (xml, &rows[index], task->title, task->owner);
  append_schedule (xml, outline, index);
  append_constraint (xml, outline, index);

  if (task->notes != NULL)
    qd_mspdi_append (xml, 3, "Notes", task->notes);

  append_links (xml, outline, index, rows);
  append_fields (xml, outline, task);
  append_baselines (xml, outline, index);
  qd_mspdi_close (xml, 2, "Task");
}

/* Numbers all rows as they come: each phase, and its tasks below it. */
static void
number_rows (const QdPlanOutline *outline,
             Row                 *phases,
             Row                 *rows)
{
  g_autofree guint *n_below = g_new0 (guint, outline->tasks->len);
  g_autofree guint *n_in = g_new0 (guint, outline->phases->len + 1);
  guint             uid = 0;
  int               phase = -1;

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);
      const Row           *above = task->parent >= 0  ? &rows[task->parent]
                                   : task->phase >= 0 ? &phases[task->phase]
                                                      : NULL;
      guint                position = ++*(task->parent >= 0 ? &n_below[task->parent] : &n_in[task->phase + 1]);

      for (; phase < task->phase || (task->phase < 0 && phase + 1 < (int)outline->phases->len); phase++)
        phases[phase + 1] = (Row){ ++uid, 1, g_strdup_printf ("%d", phase + 2), FALSE };

      if (above == NULL)
        position += outline->phases->len;
      else if (task->parent < 0)
        phases[task->phase].summary = TRUE;

      rows[i] = (Row){ ++uid,
                       above != NULL ? above->level + 1 : 1,
                       above != NULL ? g_strdup_printf ("%s.%u", above->number, position) : g_strdup_printf ("%u", position),
                       task->summary };
    }

  for (; phase + 1 < (int)outline->phases->len; phase++)
    phases[phase + 1] = (Row){ ++uid, 1, g_strdup_printf ("%d", phase + 2), FALSE };
}

static void
append_tasks (GString             *xml,
              const QdPlanOutline *outline)
{
  g_autofree Row *phases = g_new0 (Row, outline->phases->len);
  g_autofree Row *rows = g_new0 (Row, outline->tasks->len);
  guint           phase = 0;

  number_rows (outline, phases, rows);
  qd_mspdi_open (xml, 1, "Tasks");

  for (guint i = 0; i <= outline->tasks->len; i++)
    {
      /* Those whose rows come before the next task, or all that are left */
      for (; phase < outline->phases->len && (i == outline->tasks->len || phases[phase].uid < rows[i].uid); phase++)
        append_phase (xml, outline, qd_plan_outline_get_phase (outline, phase), &phases[phase]);

      if (i < outline->tasks->len)
        append_task (xml, outline, i, rows);
    }

  qd_mspdi_close (xml, 1, "Tasks");

  for (guint i = 0; i < outline->phases->len; i++)
    g_free (phases[i].number);

  for (guint i = 0; i < outline->tasks->len; i++)
    g_free (rows[i].number);
}

/* Returns: (transfer full): the plan for Microsoft Project, which qd_mspdi_read() reads back */
GBytes *
qd_mspdi_write (const QdPlanOutline *outline)
{
  g_autoptr(GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append (xml, "<Project xmlns=\"" QD_MSPDI_NAMESPACE "\">\n");
  append_head (xml, outline);
  append_columns (xml);
  qd_mspdi_append_calendars (xml, outline);
  append_tasks (xml, outline);
  g_string_append (xml, "</Project>\n");

  return g_string_free_to_bytes (g_steal_pointer (&xml));
}
