/* qd-cli-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-schedule"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-cli-private.h"
#include "qd-duration.h"
#include "qd-import-plan.h"
#include "qd-json.h"
#include "qd-plan-schedule.h"
#include "qd-quote.h"
#include "qd-record-json.h"
#include "qd-schedule-file.h"
#include "qd-schedule-words.h"

#define N_COLUMNS 7

/**
 * Source:
 * @file: (nullable): where the plan is, or else
 * @plan: (nullable): that of the database
 * @network: (nullable): what belongs to @plan
 *
 * A plan that is worked out.
 */
typedef struct
{
  QdScheduleFile *file;
  QdPlanSchedule *plan;
  QdPlanNetwork  *network;
  QdSchedule     *schedule;
} Source;

/* Returns: (transfer full): as it is written in files */
static char *
dup_minute (QdMinute minute,
            gpointer data)
{
  char day[QD_DAY_TEXT_SIZE];
  int  time = qd_minute_get_time (minute);

  qd_day_format (qd_minute_get_day (minute), day);

  return g_strdup_printf ("%sT%02d:%02d", day, time / 60, time % 60);
}

static const char *
get_title (guint    task,
           gpointer data)
{
  Source *source = data;

  return source->file != NULL ? qd_schedule_file_get_title (source->file, task)
                              : qd_plan_network_get_task (source->network, task)->title;
}

/* Returns: (transfer full): a text or a number, as in the file; of the database, a text */
static JsonNode *
dup_id (const Source *source,
        guint         task)
{
  g_autofree char *id = NULL;

  if (source->file != NULL)
    return json_node_copy (qd_schedule_file_get_id (source->file, task));

  id = qd_record_format_id (qd_record_get_id (qd_plan_network_get_task (source->network, task)));

  return json_node_init_string (json_node_alloc (), id);
}

/* From when until when there are tasks; of a plan without any, its start. */
static void
find_extent (const Source *source,
             QdMinute     *start,
             QdMinute     *end)
{
  guint n_tasks = qd_schedule_get_n_tasks (source->schedule);

  *start = *end = qd_schedule_get_start (source->schedule);

  for (guint i = 0; i < n_tasks; i++)
    {
      QdScheduleDates dates = qd_schedule_get_dates (source->schedule, i);

      *start = i == 0 ? dates.start : MIN (*start, dates.start);
      *end = i == 0 ? dates.finish : MAX (*end, dates.finish);
    }
}

/* Returns: (transfer none): that of the tasks, if it is one for all of them, or else the usual one; of a
 *   plan of the database that of our side */
static QdWorkTime *
get_work_time (const Source *source,
               gboolean     *has_hours)
{
  guint n_tasks = qd_schedule_get_n_tasks (source->schedule);

  *has_hours = TRUE;

  if (source->file == NULL)
    return qd_plan_calendars_get_all (qd_plan_network_get_calendars (source->network))[QD_CALENDAR_SIDE_OURS];

  for (guint i = 1; i < n_tasks; i++)
    {
      if (qd_schedule_get_calendar (source->schedule, i) == qd_schedule_get_calendar (source->schedule, 0))
        continue;

      *has_hours = qd_schedule_file_has_usual_hours (source->file);

      return qd_schedule_file_get_usual_time (source->file);
    }

  if (n_tasks == 0)
    return qd_schedule_file_get_usual_time (source->file);

  *has_hours = qd_schedule_file_has_hours (source->file, 0);

  return qd_schedule_get_calendar (source->schedule, 0);
}

/* In minutes of that working time */
static int
count_work (const Source *source,
            QdMinute      start,
            QdMinute      end,
            gboolean     *has_hours)
{
  QdWorkTime *time = get_work_time (source, has_hours);

  return qd_work_time_count (time, end) - qd_work_time_count (time, start);
}

static void
set_minute (JsonObject *object,
            const char *key,
            QdMinute    minute)
{
  g_autofree char *text = dup_minute (minute, NULL);

  json_object_set_string_member (object, key, text);
}

static JsonObject *
create_task (const Source *source,
             guint         task)
{
  JsonObject     *object = json_object_new ();
  QdScheduleDates dates = qd_schedule_get_dates (source->schedule, task);

  json_object_set_member (object, "id", dup_id (source, task));
  set_minute (object, "start", dates.start);
  set_minute (object, "end", dates.finish);
  json_object_set_int_member (object, "total_float_minutes", qd_schedule_get_total_float (source->schedule, task));
  json_object_set_int_member (object, "free_float_minutes", qd_schedule_get_free_float (source->schedule, task));
  json_object_set_boolean_member (object, "critical", qd_schedule_is_critical (source->schedule, task));

  return object;
}

static void
put_json (const Source *source)
{
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), json_object_new ());
  g_autoptr(GBytes) bytes = NULL;
  JsonObject *object = json_node_get_object (root);
  JsonArray  *tasks = json_array_new ();
  gboolean    has_hours;
  QdMinute    start, end;
  const char *text;
  gsize       length;

  json_object_unref (object);
  find_extent (source, &start, &end);
  set_minute (object, "start", start);
  set_minute (object, "end", end);
  json_object_set_int_member (object, "duration_minutes", count_work (source, start, end, &has_hours));

  for (guint i = 0; i < qd_schedule_get_n_tasks (source->schedule); i++)
    json_array_add_object_element (tasks, create_task (source, i));

  json_object_set_array_member (object, "tasks", tasks);
  bytes = qd_json_write (root);
  text = g_bytes_get_data (bytes, &length);
  qd_cli_put_bytes (text, length);
}

/* For people: as a day, and the time of it */
static char *
dup_readable_minute (QdMinute minute,
                     gpointer data)
{
  char *text = dup_minute (minute, data);

  return g_strdelimit (text, "T", ' ');
}

/* @has_hours: whether a day of work is as long as people work, rather than day and night */
static char *
dup_length (int      minutes,
            gboolean has_hours)
{
  int              length = ABS (minutes);
  g_autofree char *words = has_hours          ? qd_duration_dup_words (length)
                           : length % 60 == 0 ? g_strdup_printf (C_ ("duration", "%d h"), length / 60)
                                              : g_strdup_printf (C_ ("duration", "%d h %d min"), length / 60, length % 60);

  return g_strdup_printf ("%s%s", minutes < 0 ? "−" : "", words);
}

static char **
create_header (void)
{
  const char *const header[] = { _ ("ID"), _ ("TITLE"), _ ("START"), _ ("END"),
                                 _ ("TOTAL FLOAT"), _ ("FREE FLOAT"), _ ("CRITICAL"), NULL };

  return g_strdupv ((char **)header);
}

static char **
create_row (Source *source,
            guint   task)
{
  char          **row = g_new0 (char *, N_COLUMNS + 1);
  QdScheduleDates dates = qd_schedule_get_dates (source->schedule, task);
  gboolean        has_hours = source->file == NULL || qd_schedule_file_has_hours (source->file, task);
  g_autoptr(JsonNode) id = dup_id (source, task);
  g_autofree char *text = json_node_get_value_type (id) == G_TYPE_STRING
                              ? json_node_dup_string (id)
                              : g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (id));

  row[0] = qd_quote (text);
  row[1] = qd_quote (get_title (task, source));
  row[2] = dup_readable_minute (dates.start, NULL);
  row[3] = dup_readable_minute (dates.finish, NULL);
  row[4] = dup_length (qd_schedule_get_total_float (source->schedule, task), has_hours);
  row[5] = dup_length (qd_schedule_get_free_float (source->schedule, task), has_hours);
  row[6] = g_strdup (qd_schedule_is_critical (source->schedule, task) ? C_ ("task", "critical") : "");

  return row;
}

/* The tasks, when all of it is, and what cannot be as it was asked for */
static void
put_table (Source *source)
{
  const QdScheduleSpeaker speaker = { get_title, dup_readable_minute, source };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr(GArray) findings = qd_schedule_find (source->schedule);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *length = NULL;
  g_autofree char *line = NULL;
  gboolean         has_hours;
  QdMinute         start, end;
  int              n_minutes;

  g_ptr_array_add (rows, create_header ());

  for (guint i = 0; i < qd_schedule_get_n_tasks (source->schedule); i++)
    g_ptr_array_add (rows, create_row (source, i));

  qd_cli_put_table (rows, N_COLUMNS);
  find_extent (source, &start, &end);
  from = dup_readable_minute (start, NULL);
  until = dup_readable_minute (end, NULL);
  n_minutes = count_work (source, start, end, &has_hours);
  length = dup_length (n_minutes, has_hours);
  /* Translators: %1$s and %2$s are the first and the last minute of a plan, %3$s is how long it takes: “3 w 2 d” */
  line = g_strdup_printf (_ ("\nFrom %1$s to %2$s, working time %3$s\n"), from, until, length);
  qd_cli_put (line);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *words = qd_schedule_finding_dup_words (
          source->schedule, &g_array_index (findings, QdScheduleFinding, i), &speaker);

      qd_cli_put (words);
      qd_cli_put ("\n");
    }
}

static gboolean
open_file (Source     *source,
           const char *path,
           int         start,
           GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GBytes) bytes = qd_import_read_file (file, NULL, error);

  if (bytes == NULL || !(source->file = qd_schedule_file_new (bytes, start, qd_day_today (), NULL, error)))
    return FALSE;

  source->schedule = qd_schedule_file_get_schedule (source->file);

  return TRUE;
}

/* A plan that goes in a circle, as one from a file may, or for which there is no time, has no dates to print. */
static gboolean
check_plan (Source  *source,
            GError **error)
{
  g_autoptr(GPtrArray) cycles = qd_schedule_find_cycles (source->schedule);
  g_autofree char *words = NULL;

  if (cycles->len > 0)
    {
      words = qd_schedule_cycle_dup_words (g_ptr_array_index (cycles, 0), get_title, source);
      g_set_error (error, QD_PLAN_ERROR, QD_PLAN_ERROR_CYCLE, _ ("A task waits for itself: %s"), words);
      return FALSE;
    }

  for (guint i = 0; i < qd_schedule_get_n_tasks (source->schedule); i++)
    {
      if (qd_schedule_get_dates (source->schedule, i).finish < QD_MINUTE_LAST)
        continue;

      words = qd_quote (get_title (i, source));
      g_set_error (error,
                   QD_PLAN_ERROR,
                   QD_PLAN_ERROR_NO_WORK,
                   _ ("There is no working time left for “%s”: look at its calendar"),
                   words);
      return FALSE;
    }

  return TRUE;
}

static gboolean
open_plan (Source     *source,
           QdCli      *cli,
           const char *word,
           GError    **error)
{
  QdPlan *plan;

  if (!qd_cli_open (cli, FALSE, error) || !(plan = qd_cli_find_plan (cli, word, error)))
    return FALSE;

  source->plan = qd_plan_schedule_new (cli->portfolio, plan);
  source->network = qd_plan_schedule_get_network (source->plan);
  source->schedule = qd_plan_schedule_get_schedule (source->plan);

  return check_plan (source, error);
}

static void
source_clear (Source *source)
{
  g_clear_pointer (&source->file, qd_schedule_file_free);
  g_clear_object (&source->plan);
}

/* What looks like a file is one, be it there or not. */
static gboolean
is_file (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  return g_str_has_suffix (lower, ".json") || g_file_test (word, G_FILE_TEST_EXISTS);
}

static const char *
get_description (void)
{
  return _ ("A file is an array of tasks, or an object with “tasks” and, if need be, “start”, “status” and “calendars”.\n"
            "A task has “id” and “duration_minutes” and may have “title”, “links”, “parent”, “constraint”, “calendar”,\n"
            "“start” and “progress”. A link has “from”, “type” (FS, SS, FF or SF; FS unless said), “lag_minutes”\n"
            "in working time of the task that waits, and “elapsed” (true: the lag runs day and night). A constraint\n"
            "has “kind” (not-before, not-after or fixed) and “at”. Calendars are members by their names, each with\n"
            "“hours” such as “Mo-Fr 09:00-12:00,13:00-17:00”, and perhaps “holidays” (days, or objects with “first”\n"
            "and “last”) and “time_zone”. A task that names no calendar has the one called “default”; where there is\n"
            "none, every minute is working time. Days are written “2026-05-03”, minutes “2026-05-03T09:00”.\n"
            "How long all of it takes is counted in the calendar of its tasks, or in the default one if they differ.\n\n"
            "A plan of a file starts at midnight of the day that --start gives, else at its “start”, else today.\n"
            "Times are printed on the plan’s clock, which is UTC where a calendar has a time zone. A task ends at\n"
            "the minute from which on nobody works on it any more.");
}

QdCliStatus
qd_cli_schedule (QdCli *cli,
                 int    argc,
                 char **argv)
{
  gboolean           json = FALSE;
  g_autofree char   *start = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "start", 0, 0, G_OPTION_ARG_STRING, &start, N_ ("The day a plan of a file starts, whatever the file says"), N_ ("YYYY-MM-DD") },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  Source      source = { NULL };
  QdCliStatus status;
  int         day = QD_DAY_NONE;

  cli->description = get_description ();

  if (!qd_cli_parse (cli, entries, 1, &argc, &argv, &status))
    return status;

  if (start != NULL && (!qd_day_parse (start, &day) || !qd_day_is_sensible (day)))
    return qd_cli_misuse (cli, _ ("“%s” is no day such as “2026-05-03”"), start);

  if (start != NULL && !is_file (argv[1]))
    return qd_cli_misuse (cli, _ ("A plan of the database has its start; --start is for files"));

  if (is_file (argv[1]) ? !open_file (&source, argv[1], day, &error) : !open_plan (&source, cli, argv[1], &error))
    status = qd_cli_fail (error);
  else
    status = QD_CLI_OK;

  if (status == QD_CLI_OK && json)
    put_json (&source);
  else if (status == QD_CLI_OK)
    put_table (&source);

  source_clear (&source);

  return status;
}
