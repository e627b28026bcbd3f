/* fuzz-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"
#include "qd-schedule-file.h"
#include "qd-schedule-words.h"

/* Plans in JSON files, and when their tasks are done. */

#define TODAY 20605 /* 2026-06-01 */

/* Of larger plans no more is looked at. */
#define MAX_TASKS 200

const char *const qd_fuzz_words[] = {
  "\"tasks\"", "\"calendars\"", "\"start\"", "\"status\"", "\"id\"", "\"title\"", "\"duration_minutes\"", "\"links\"",
  "\"parent\"", "\"constraint\"", "\"calendar\"", "\"progress\"", "\"from\"", "\"type\"", "\"lag_minutes\"", "\"elapsed\"",
  "\"kind\"", "\"at\"", "\"hours\"", "\"holidays\"", "\"time_zone\"", "\"first\"", "\"last\"", "\"default\"", "\"FS\"", "\"SS\"",
  "\"FF\"", "\"SF\"", "\"fixed\"", "\"not-before\"", "\"not-after\"", "\"Mo-Fr 09:00-17:00\"", "\"Europe/Berlin\"",
  "\"2026-06-01\"", "\"1970-01-01\"", "\"2199-12-31T23:59Z\"", "1073741823", "-1073741823", "9223372036854775807", "true",
  "null", "[", "]", "{", "}", ":", ",", "\"\"", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    /* One task that waits for another ten thousand times over */
    case 0:
      return qd_fuzz_repeat ("[{\"id\":1,\"duration_minutes\":9},{\"id\":2,\"duration_minutes\":9,\"links\":[{\"from\":1}",
                             ",{\"from\":1,\"type\":\"SF\",\"lag_minutes\":-9}",
                             10000,
                             "]}]");

    case 1:
      return qd_fuzz_repeat ("[{\"id\":1,\"duration_minutes\":9}", ",{\"id\":1,\"duration_minutes\":1}", 10000, "]");

    case 2:
      return qd_fuzz_repeat ("{\"tasks\":[],\"calendars\":{\"a\":{\"hours\":\"Mo 09:00-09:01\",\"holidays\":[\"2026-06-01\"",
                             ",{\"first\":\"1970-01-01\",\"last\":\"2199-12-31\"}",
                             10000,
                             "]}}}");

    case 3:
      return qd_fuzz_repeat ("", "[{\"links\":", 10000, "");

    default:
      return NULL;
    }
}

static const char *
get_title (guint    task,
           gpointer data)
{
  return qd_schedule_file_get_title (data, task);
}

static char *
dup_minute (QdMinute minute,
            gpointer data)
{
  return g_strdup_printf ("%d", minute);
}

static void
check_words (QdScheduleFile *file,
             QdSchedule     *schedule)
{
  const QdScheduleSpeaker speaker = { get_title, dup_minute, file };
  g_autoptr(GArray) findings = qd_schedule_find (schedule);

  for (guint i = 0; i < MIN (findings->len, MAX_TASKS); i++)
    {
      g_autofree char *words = qd_schedule_finding_dup_words (
          schedule, &g_array_index (findings, QdScheduleFinding, i), &speaker);

      qd_fuzz_check_text (words);
    }
}

/* Whether what waits starts no sooner than it may: the simplest of links, as all others are held by their own tests. */
static void
check_links (QdSchedule *schedule)
{
  for (guint i = 0; i < MIN (qd_schedule_get_n_links (schedule), MAX_TASKS); i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (schedule, i);
      const QdScheduleTask *task = qd_schedule_get_task (schedule, link->to);

      if (link->kind != QD_LINK_KIND_FINISH_START || link->lag < 0 || task->constraint == QD_CONSTRAINT_KIND_FIXED ||
          task->progress > 0 || qd_schedule_is_summary (schedule, link->to))
        continue;

      g_assert_cmpint (qd_schedule_get_dates (schedule, link->to).start, >=, qd_schedule_get_dates (schedule, link->from).finish);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdScheduleFile) file = qd_schedule_file_new (bytes, QD_DAY_NONE, TODAY, NULL, &error);
  g_autoptr(QdScheduleFile) again = NULL;
  QdSchedule *schedule;

  if (file == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  schedule = qd_schedule_file_get_schedule (file);
  again = qd_schedule_file_new (bytes, QD_DAY_NONE, TODAY, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < MIN (qd_schedule_get_n_tasks (schedule), MAX_TASKS); i++)
    {
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);
      QdScheduleDates same = qd_schedule_get_dates (qd_schedule_file_get_schedule (again), i);

      g_assert_cmpint (dates.start, <=, dates.finish);
      g_assert_cmpmem (&dates, sizeof dates, &same, sizeof same);
      g_assert_nonnull (qd_schedule_file_get_id (file, i));
      qd_schedule_get_total_float (schedule, i);
      qd_schedule_get_free_float (schedule, i);
    }

  check_links (schedule);
  check_words (file, schedule);

  return 0;
}
