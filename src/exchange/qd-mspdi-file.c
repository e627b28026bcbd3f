/* qd-mspdi-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-mspdi-file"

#include "qd-mspdi-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-quote.h"

/*
 * Reads Microsoft Project’s XML with GLib’s parser, which knows neither documents
 * types nor entities of a file’s own, and looks nothing up elsewhere. An element
 * that is not known is passed over with all that is in it.
 */

/* What an element is in */
typedef enum
{
  IN_NOTHING,
  IN_PROJECT,
  IN_COLUMNS,
  IN_COLUMN,
  IN_CALENDARS,
  IN_CALENDAR,
  IN_WEEK_DAYS,
  IN_WEEK_DAY,
  IN_WORKING_TIMES,
  IN_WORKING_TIME,
  IN_TASKS,
  IN_TASK,
  IN_LINK,
  IN_FIELD,
  IN_BASELINE,
  IN_RESOURCES,
  IN_RESOURCE,
  IN_ASSIGNMENTS,
  IN_ASSIGNMENT,
  IN_LEAF,
  IN_OTHER,
} Place;

static const struct
{
  Place       in;
  const char *element;
  Place       place;
} places[] = {
  { IN_NOTHING, "Project", IN_PROJECT },
  { IN_PROJECT, "ExtendedAttributes", IN_COLUMNS },
  { IN_COLUMNS, "ExtendedAttribute", IN_COLUMN },
  { IN_PROJECT, "Calendars", IN_CALENDARS },
  { IN_CALENDARS, "Calendar", IN_CALENDAR },
  { IN_CALENDAR, "WeekDays", IN_WEEK_DAYS },
  { IN_WEEK_DAYS, "WeekDay", IN_WEEK_DAY },
  { IN_WEEK_DAY, "WorkingTimes", IN_WORKING_TIMES },
  { IN_WORKING_TIMES, "WorkingTime", IN_WORKING_TIME },
  { IN_PROJECT, "Tasks", IN_TASKS },
  { IN_TASKS, "Task", IN_TASK },
  { IN_TASK, "PredecessorLink", IN_LINK },
  { IN_TASK, "ExtendedAttribute", IN_FIELD },
  { IN_TASK, "Baseline", IN_BASELINE },
  { IN_PROJECT, "Resources", IN_RESOURCES },
  { IN_RESOURCES, "Resource", IN_RESOURCE },
  { IN_PROJECT, "Assignments", IN_ASSIGNMENTS },
  { IN_ASSIGNMENTS, "Assignment", IN_ASSIGNMENT },
};

/* Pieces that are only looked at when they are over */
typedef struct
{
  char *field;
  char *value; /* or alias */
} Pair;

typedef struct
{
  int day;
  int from;
  int until;
} Stretch;

#define LEAF(place, element, value, Type, member) { place, element, value, G_STRUCT_OFFSET (Type, member) }

static const struct
{
  Place        in;
  const char  *element;
  QdMspdiValue value;
  gsize        offset;
} leaves[] = {
  LEAF (IN_PROJECT, "UID", QD_MSPDI_VALUE_TEXT, QdMspdiFile, uid),
  LEAF (IN_PROJECT, "Name", QD_MSPDI_VALUE_TEXT, QdMspdiFile, name),
  LEAF (IN_PROJECT, "Title", QD_MSPDI_VALUE_TEXT, QdMspdiFile, title),
  LEAF (IN_PROJECT, "Category", QD_MSPDI_VALUE_TEXT, QdMspdiFile, category),
  LEAF (IN_PROJECT, "Company", QD_MSPDI_VALUE_TEXT, QdMspdiFile, company),
  LEAF (IN_PROJECT, "StartDate", QD_MSPDI_VALUE_MINUTE, QdMspdiFile, start),
  LEAF (IN_PROJECT, "FinishDate", QD_MSPDI_VALUE_MINUTE, QdMspdiFile, finish),
  LEAF (IN_PROJECT, "StatusDate", QD_MSPDI_VALUE_MINUTE, QdMspdiFile, status),
  LEAF (IN_PROJECT, "CalendarUID", QD_MSPDI_VALUE_INTEGER, QdMspdiFile, calendar),
  LEAF (IN_COLUMN, "FieldID", QD_MSPDI_VALUE_TEXT, Pair, field),
  LEAF (IN_COLUMN, "Alias", QD_MSPDI_VALUE_TEXT, Pair, value),
  LEAF (IN_CALENDAR, "UID", QD_MSPDI_VALUE_INTEGER, QdMspdiCalendar, uid),
  LEAF (IN_WEEK_DAY, "DayType", QD_MSPDI_VALUE_INTEGER, Stretch, day),
  LEAF (IN_WORKING_TIME, "FromTime", QD_MSPDI_VALUE_TIME, Stretch, from),
  LEAF (IN_WORKING_TIME, "ToTime", QD_MSPDI_VALUE_TIME, Stretch, until),
  LEAF (IN_TASK, "UID", QD_MSPDI_VALUE_INTEGER, QdMspdiTask, uid),
  LEAF (IN_TASK, "Name", QD_MSPDI_VALUE_TEXT, QdMspdiTask, name),
  LEAF (IN_TASK, "IsNull", QD_MSPDI_VALUE_BOOLEAN, QdMspdiTask, is_null),
  LEAF (IN_TASK, "Contact", QD_MSPDI_VALUE_TEXT, QdMspdiTask, contact),
  LEAF (IN_TASK, "OutlineLevel", QD_MSPDI_VALUE_INTEGER, QdMspdiTask, level),
  LEAF (IN_TASK, "Start", QD_MSPDI_VALUE_MINUTE, QdMspdiTask, start),
  LEAF (IN_TASK, "Finish", QD_MSPDI_VALUE_MINUTE, QdMspdiTask, finish),
  LEAF (IN_TASK, "Duration", QD_MSPDI_VALUE_DURATION, QdMspdiTask, duration),
  LEAF (IN_TASK, "DurationFormat", QD_MSPDI_VALUE_INTEGER, QdMspdiTask, duration_format),
  LEAF (IN_TASK, "Work", QD_MSPDI_VALUE_DURATION, QdMspdiTask, work),
  LEAF (IN_TASK, "Milestone", QD_MSPDI_VALUE_BOOLEAN, QdMspdiTask, milestone),
  LEAF (IN_TASK, "Summary", QD_MSPDI_VALUE_BOOLEAN, QdMspdiTask, summary),
  LEAF (IN_TASK, "PercentComplete", QD_MSPDI_VALUE_INTEGER, QdMspdiTask, percent),
  LEAF (IN_TASK, "ConstraintType", QD_MSPDI_VALUE_INTEGER, QdMspdiTask, constraint_type),
  LEAF (IN_TASK, "CalendarUID", QD_MSPDI_VALUE_INTEGER, QdMspdiTask, calendar),
  LEAF (IN_TASK, "ConstraintDate", QD_MSPDI_VALUE_MINUTE, QdMspdiTask, constraint),
  LEAF (IN_TASK, "Deadline", QD_MSPDI_VALUE_MINUTE, QdMspdiTask, deadline),
  LEAF (IN_TASK, "Notes", QD_MSPDI_VALUE_TEXT, QdMspdiTask, notes),
  LEAF (IN_LINK, "PredecessorUID", QD_MSPDI_VALUE_INTEGER, QdMspdiLink, predecessor),
  LEAF (IN_LINK, "Type", QD_MSPDI_VALUE_INTEGER, QdMspdiLink, type),
  LEAF (IN_LINK, "CrossProject", QD_MSPDI_VALUE_BOOLEAN, QdMspdiLink, cross_project),
  LEAF (IN_LINK, "LinkLag", QD_MSPDI_VALUE_INTEGER, QdMspdiLink, lag),
  LEAF (IN_LINK, "LagFormat", QD_MSPDI_VALUE_INTEGER, QdMspdiLink, lag_format),
  LEAF (IN_FIELD, "FieldID", QD_MSPDI_VALUE_TEXT, Pair, field),
  LEAF (IN_FIELD, "Value", QD_MSPDI_VALUE_TEXT, Pair, value),
  LEAF (IN_BASELINE, "Number", QD_MSPDI_VALUE_INTEGER, QdMspdiBaseline, number),
  LEAF (IN_BASELINE, "Start", QD_MSPDI_VALUE_MINUTE, QdMspdiBaseline, start),
  LEAF (IN_BASELINE, "Finish", QD_MSPDI_VALUE_MINUTE, QdMspdiBaseline, finish),
  LEAF (IN_BASELINE, "Duration", QD_MSPDI_VALUE_DURATION, QdMspdiBaseline, duration),
  LEAF (IN_RESOURCE, "UID", QD_MSPDI_VALUE_INTEGER, QdMspdiResource, uid),
  LEAF (IN_RESOURCE, "Name", QD_MSPDI_VALUE_TEXT, QdMspdiResource, name),
  LEAF (IN_ASSIGNMENT, "TaskUID", QD_MSPDI_VALUE_INTEGER, QdMspdiAssignment, task),
  LEAF (IN_ASSIGNMENT, "ResourceUID", QD_MSPDI_VALUE_INTEGER, QdMspdiAssignment, resource),
};

/* A reading on its way */
typedef struct
{
  QdMspdiFile *file;
  Place        stack[QD_MSPDI_MAX_DEPTH];
  guint        depth;
  GString     *text;                       /* of the leaf that is open */
  guint        leaf;                       /* which of the table that is */
  Pair         pair;                       /* of the column or field that is open */
  Stretch      stretch;                    /* of the day that is open */
  char        *columns[QD_MSPDI_N_FIELDS]; /* ids of ours */
} Reading;

static void
task_free (QdMspdiTask *task)
{
  g_free (task->name);
  g_free (task->contact);
  g_free (task->notes);

  for (guint i = 0; i < QD_MSPDI_N_FIELDS; i++)
    g_free (task->fields[i]);

  g_array_unref (task->links);
  g_array_unref (task->baselines);
  g_free (task);
}

static void
resource_free (QdMspdiResource *resource)
{
  g_free (resource->name);
  g_free (resource);
}

/* Where a tag ends. The parser has gone on to what comes after it, and counts the end of a line to the next. */
static int
get_line (GMarkupParseContext *context)
{
  int line, character;

  g_markup_parse_context_get_position (context, &line, &character);

  return character > 1 ? line : line - 1;
}

static QdMspdiTask *
get_task (Reading *reading)
{
  return g_ptr_array_index (reading->file->tasks, reading->file->tasks->len - 1);
}

static void
add_task (Reading *reading,
          int      line)
{
  QdMspdiTask *task = g_new0 (QdMspdiTask, 1);

  task->line = line;
  task->uid = task->level = task->duration = task->duration_format = task->work = task->percent = QD_MSPDI_NONE;
  task->constraint_type = task->calendar = QD_MSPDI_NONE;
  task->start = task->finish = task->constraint = task->deadline = QD_MINUTE_NONE;
  task->links = g_array_new (FALSE, FALSE, sizeof (QdMspdiLink));
  task->baselines = g_array_new (FALSE, FALSE, sizeof (QdMspdiBaseline));
  g_ptr_array_add (reading->file->tasks, task);
}

static void
add_calendar (Reading *reading)
{
  QdMspdiCalendar calendar = { .uid = QD_MSPDI_NONE };

  for (int i = 0; i < 7; i++)
    calendar.from[i] = calendar.until[i] = QD_MSPDI_NONE;

  g_array_append_val (reading->file->calendars, calendar);
}

static void
clear_pair (Reading *reading)
{
  g_clear_pointer (&reading->pair.field, g_free);
  g_clear_pointer (&reading->pair.value, g_free);
}

/* Makes room for what comes in @place. */
static void
begin (Reading *reading,
       Place    place,
       int      line)
{
  const QdMspdiLink       link = { line, QD_MSPDI_NONE, QD_MSPDI_NONE, 0, 0, QD_MSPDI_NONE };
  const QdMspdiBaseline   baseline = { 0, QD_MINUTE_NONE, QD_MINUTE_NONE, QD_MSPDI_NONE };
  const QdMspdiAssignment assignment = { QD_MSPDI_NONE, QD_MSPDI_NONE };

  if (place == IN_TASK)
    add_task (reading, line);
  else if (place == IN_CALENDAR)
    add_calendar (reading);
  else if (place == IN_RESOURCE)
    g_ptr_array_add (reading->file->resources, g_new0 (QdMspdiResource, 1));
  else if (place == IN_ASSIGNMENT)
    g_array_append_val (reading->file->assignments, assignment);
  else if (place == IN_LINK)
    g_array_append_val (get_task (reading)->links, link);
  else if (place == IN_BASELINE)
    g_array_append_val (get_task (reading)->baselines, baseline);
  else if (place == IN_WEEK_DAY)
    reading->stretch.day = 0;
  else if (place == IN_WORKING_TIME)
    reading->stretch.from = reading->stretch.until = QD_MSPDI_NONE;
  else if (place == IN_COLUMN || place == IN_FIELD)
    clear_pair (reading);
}

/* Returns: (transfer none): what the leaves of @place are put in */
static gpointer
get_target (Reading *reading,
            Place    place)
{
  QdMspdiFile *file = reading->file;

  switch ((int)place)
    {
    case IN_PROJECT:
      return file;

    case IN_COLUMN:
    case IN_FIELD:
      return &reading->pair;

    case IN_CALENDAR:
      return &g_array_index (file->calendars, QdMspdiCalendar, file->calendars->len - 1);

    case IN_WEEK_DAY:
    case IN_WORKING_TIME:
      return &reading->stretch;

    case IN_TASK:
      return get_task (reading);

    case IN_LINK:
      return &g_array_index (get_task (reading)->links, QdMspdiLink, get_task (reading)->links->len - 1);

    case IN_BASELINE:
      return &g_array_index (get_task (reading)->baselines, QdMspdiBaseline, get_task (reading)->baselines->len - 1);

    case IN_RESOURCE:
      return g_ptr_array_index (file->resources, file->resources->len - 1);

    case IN_ASSIGNMENT:
      return &g_array_index (file->assignments, QdMspdiAssignment, file->assignments->len - 1);

    default:
      g_return_val_if_reached (NULL);
    }
}

/* A column is known by what is above it, whichever of the text columns it is. */
static void
end_column (Reading *reading)
{
  for (guint i = 0; i < QD_MSPDI_N_FIELDS; i++)
    {
      if (reading->pair.field != NULL && g_strcmp0 (reading->pair.value, qd_mspdi_columns[i].alias) == 0)
        g_set_str (&reading->columns[i], reading->pair.field);
    }
}

/* A project of somebody else’s may have columns of the same names. */
static void
end_field (Reading *reading)
{
  for (guint i = 0; i < QD_MSPDI_N_FIELDS; i++)
    {
      if (reading->columns[QD_MSPDI_FIELD_ID] != NULL && reading->pair.value != NULL &&
          g_strcmp0 (reading->columns[i], reading->pair.field) == 0)
        g_set_str (&get_task (reading)->fields[i], reading->pair.value);
    }
}

/* The first and the last minute of work are all that is asked for; midnight at the end is written as zero. */
static void
end_working_time (Reading *reading)
{
  QdMspdiCalendar *calendar = get_target (reading, IN_CALENDAR);
  const Stretch   *stretch = &reading->stretch;
  int              day = stretch->day - 1;
  int              until = stretch->until == 0 ? QD_MINUTES_PER_DAY : stretch->until;

  if (day < 0 || day > 6 || stretch->from == QD_MSPDI_NONE || stretch->until == QD_MSPDI_NONE || until <= stretch->from)
    return;

  calendar->from[day] = calendar->from[day] == QD_MSPDI_NONE ? stretch->from : MIN (calendar->from[day], stretch->from);
  calendar->until[day] = MAX (calendar->until[day], until);
}

static void
end (Reading *reading,
     Place    place)
{
  if (place == IN_COLUMN)
    end_column (reading);
  else if (place == IN_FIELD)
    end_field (reading);
  else if (place == IN_WORKING_TIME)
    end_working_time (reading);
}

static gboolean
end_leaf (Reading *reading,
          int      line,
          GError **error)
{
  gpointer         target = get_target (reading, leaves[reading->leaf].in);
  QdMspdiValue     value = leaves[reading->leaf].value;
  g_autofree char *what = NULL;

  if (qd_mspdi_value_parse (value, reading->text->str, G_STRUCT_MEMBER_P (target, leaves[reading->leaf].offset)))
    return TRUE;

  what = qd_mspdi_value_dup_complaint (value, leaves[reading->leaf].element, reading->text->str);

  return qd_mspdi_fail (line, what, error);
}

/* Where an element is that begins in @in; a leaf's number in the table is left in @reading. */
static Place
find_place (Reading    *reading,
            Place       in,
            const char *element)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (places[i].in == in && g_str_equal (places[i].element, element))
        return places[i].place;
    }

  for (guint i = 0; i < G_N_ELEMENTS (leaves); i++)
    {
      if (leaves[i].in == in && g_str_equal (leaves[i].element, element))
        {
          reading->leaf = i;
          g_string_truncate (reading->text, 0);
          return IN_LEAF;
        }
    }

  return IN_OTHER;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Reading *reading = user_data;
  int      line = get_line (context);
  Place    in = reading->depth > 0 ? reading->stack[reading->depth - 1] : IN_NOTHING;
  Place    place = find_place (reading, in, element);

  if (reading->depth == QD_MSPDI_MAX_DEPTH)
    {
      g_set_error (error,
                   QD_MSPDI_ERROR,
                   QD_MSPDI_ERROR_NOT_PROJECT,
                   _ ("Line %d is nested deeper than the %d levels that are read; nothing was imported"),
                   line,
                   QD_MSPDI_MAX_DEPTH);
      return;
    }

  if (in == IN_NOTHING && place != IN_PROJECT)
    {
      g_autofree char *quoted = qd_quote (element);

      g_set_error (error,
                   QD_MSPDI_ERROR,
                   QD_MSPDI_ERROR_NOT_PROJECT,
                   _ ("Line %d: the file begins with “%s”, not with “Project” as one of Microsoft Project does; nothing was imported"),
                   line,
                   quoted);
      return;
    }

  reading->stack[reading->depth++] = place;
  begin (reading, place, line);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *element,
                gpointer             user_data,
                GError             **error)
{
  Reading *reading = user_data;
  Place    place = reading->stack[--reading->depth];

  if (place == IN_LEAF)
    end_leaf (reading, get_line (context), error);
  else
    end (reading, place);
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Reading *reading = user_data;

  if (reading->depth > 0 && reading->stack[reading->depth - 1] == IN_LEAF)
    g_string_append_len (reading->text, text, (gssize)length);
}

/* Comments are passed over. What declares entities is not. */
static void
passthrough_cb (GMarkupParseContext *context,
                const char          *text,
                gsize                length,
                gpointer             user_data,
                GError             **error)
{
  if (g_ascii_strncasecmp (text, "<!DOCTYPE", MIN (length, strlen ("<!DOCTYPE"))) == 0)
    g_set_error (error,
                 QD_MSPDI_ERROR,
                 QD_MSPDI_ERROR_NOT_XML,
                 _ ("Line %d declares a document type, which a file of Microsoft Project has not; nothing was imported"),
                 get_line (context));
}

static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, passthrough_cb, NULL };

static gboolean
read_text (Reading    *reading,
           const char *text,
           GError    **error)
{
  g_autoptr(GMarkupParseContext) context =
                g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, reading, NULL);
  g_autoptr(GError) reason = NULL;
  gboolean whole = g_markup_parse_context_parse (context, text, -1, &reason);
  int      line, character;

  if (whole && g_markup_parse_context_end_parse (context, &reason))
    return TRUE;

  if (reason->domain == QD_MSPDI_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
    }
  else
    {
      g_markup_parse_context_get_position (context, &line, &character);
      qd_mspdi_fail_malformed (text, line, !whole, error);
    }

  return FALSE;
}

/**
 * qd_mspdi_file_new:
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (nullable): what is in it; else @error names the line
 *   and the element
 */
QdMspdiFile *
qd_mspdi_file_new (GBytes  *bytes,
                   GError **error)
{
  g_autoptr(QdMspdiFile) file = g_new0 (QdMspdiFile, 1);
  g_autofree char *text = qd_mspdi_decode (bytes, error);
  Reading          reading = { .file = file };
  gboolean         good;

  file->start = file->finish = file->status = QD_MINUTE_NONE;
  file->calendar = QD_MSPDI_NONE;
  file->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify)task_free);
  file->calendars = g_array_new (FALSE, FALSE, sizeof (QdMspdiCalendar));
  file->resources = g_ptr_array_new_with_free_func ((GDestroyNotify)resource_free);
  file->assignments = g_array_new (FALSE, FALSE, sizeof (QdMspdiAssignment));

  if (text == NULL)
    return NULL;

  reading.text = g_string_new (NULL);
  good = read_text (&reading, text, error);
  file->ours = reading.columns[QD_MSPDI_FIELD_ID] != NULL;
  g_string_free (reading.text, TRUE);
  clear_pair (&reading);

  for (guint i = 0; i < QD_MSPDI_N_FIELDS; i++)
    g_free (reading.columns[i]);

  return good ? g_steal_pointer (&file) : NULL;
}

void
qd_mspdi_file_free (QdMspdiFile *self)
{
  g_free (self->uid);
  g_free (self->name);
  g_free (self->title);
  g_free (self->category);
  g_free (self->company);
  g_ptr_array_unref (self->tasks);
  g_array_unref (self->calendars);
  g_ptr_array_unref (self->resources);
  g_array_unref (self->assignments);
  g_free (self);
}
