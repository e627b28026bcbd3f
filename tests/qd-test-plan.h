/* qd-test-plan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-schedule.h"

/* A plan put together a task and a link at a time, and what comes of it. Days are
 * counted from a Monday. */

#define MONDAY 20605 /* 2026-06-01 */
#define HOUR 60
#define WORKING_DAY (8 * HOUR)
#define N_CALENDARS 4

enum
{
  OFFICE, /* Mo-Fr 09:00-17:00 */
  ALWAYS, /* day and night */
  EARLY,  /* Mo-Th 07:00-11:00,12:00-16:00 */
  SUNDAY, /* Su-Th 10:00-18:00 */
};

typedef struct
{
  GArray     *tasks;
  GArray     *links;
  QdWorkTime *calendars[N_CALENDARS];
  QdMinute    start;
  QdMinute    status;
} Plan;

static inline QdMinute
at (int day,
    int hour,
    int minute)
{
  return qd_minute_from_day (MONDAY + day) + hour * 60 + minute;
}

static inline QdWorkTime *
create_hours (const char *hours)
{
  QdWorkWeek week;

  g_assert_true (qd_work_week_parse (hours, &week, NULL));

  return qd_work_time_new (&week, MONDAY - 400, MONDAY + 4000, NULL, NULL);
}

static inline void
plan_init (Plan *plan)
{
  plan->tasks = g_array_new (FALSE, FALSE, sizeof (QdScheduleTask));
  plan->links = g_array_new (FALSE, FALSE, sizeof (QdScheduleLink));
  plan->calendars[OFFICE] = create_hours (QD_WORK_WEEK_USUAL);
  plan->calendars[ALWAYS] = qd_work_time_new_always (MONDAY - 400, MONDAY + 4000);
  plan->calendars[EARLY] = create_hours ("Mo-Th 07:00-11:00,12:00-16:00");
  plan->calendars[SUNDAY] = create_hours ("Su-Th 10:00-18:00");
  plan->start = at (0, 9, 0);
  plan->status = QD_MINUTE_NONE;
}

static inline void
plan_clear (Plan *plan)
{
  g_array_unref (plan->tasks);
  g_array_unref (plan->links);

  for (guint i = 0; i < N_CALENDARS; i++)
    qd_work_time_unref (plan->calendars[i]);
}

/* Takes @calendar. */
static inline void
plan_set_calendar (Plan       *plan,
                   guint       index,
                   QdWorkTime *calendar)
{
  qd_work_time_unref (plan->calendars[index]);
  plan->calendars[index] = calendar;
}

static inline QdScheduleTask *
add_task (Plan *plan,
          int   duration)
{
  QdScheduleTask task = { .anchor = QD_MINUTE_NONE,
                          .finish = QD_MINUTE_NONE,
                          .duration = duration,
                          .parent = -1,
                          .constraint = QD_CONSTRAINT_KIND_NONE,
                          .constraint_at = QD_MINUTE_NONE };

  g_array_append_val (plan->tasks, task);

  return &g_array_index (plan->tasks, QdScheduleTask, plan->tasks->len - 1);
}

/* Returns: valid until the next one is added */
static inline QdScheduleLink *
add_link (Plan      *plan,
          guint      from,
          guint      to,
          QdLinkKind kind,
          int        lag)
{
  QdScheduleLink link = { from, to, lag, kind, FALSE };

  g_array_append_val (plan->links, link);

  return &g_array_index (plan->links, QdScheduleLink, plan->links->len - 1);
}

static inline void
constrain (QdScheduleTask  *task,
           QdConstraintKind kind,
           QdMinute         minute)
{
  task->constraint = kind;
  task->constraint_at = minute;
}

/* Of copies of its arrays, so that the plan may be solved again */
static inline QdSchedule *
solve (Plan *plan)
{
  g_autoptr(GArray) tasks = g_array_copy (plan->tasks);
  g_autoptr(GArray) links = g_array_copy (plan->links);
  QdScheduleInput input = { tasks, links, plan->calendars, N_CALENDARS, plan->start, plan->status };

  return qd_schedule_new (&input, NULL, NULL);
}

static inline char *
dup_minute (QdMinute minute)
{
  char day[QD_DAY_TEXT_SIZE];

  if (minute == QD_MINUTE_NONE || minute >= QD_MINUTE_LAST)
    return g_strdup (minute == QD_MINUTE_NONE ? "none" : "last");

  qd_day_format (qd_minute_get_day (minute), day);

  return g_strdup_printf ("%s %02d:%02d", day, qd_minute_get_time (minute) / 60, qd_minute_get_time (minute) % 60);
}

/* In words, so that a failure can be read. */
#define assert_minute(minute, expected)                     \
  G_STMT_START                                              \
  {                                                         \
    g_autofree char *minute_text = dup_minute (minute);     \
    g_autofree char *expected_text = dup_minute (expected); \
    g_assert_cmpstr (minute_text, ==, expected_text);       \
  }                                                         \
  G_STMT_END

#define assert_dates(schedule, task, expected_start, expected_finish)    \
  G_STMT_START                                                           \
  {                                                                      \
    QdScheduleDates task_dates = qd_schedule_get_dates (schedule, task); \
                                                                         \
    assert_minute (task_dates.start, expected_start);                    \
    assert_minute (task_dates.finish, expected_finish);                  \
  }                                                                      \
  G_STMT_END

#define assert_late(schedule, task, expected_start, expected_finish)     \
  G_STMT_START                                                           \
  {                                                                      \
    QdScheduleDates task_dates = qd_schedule_get_dates (schedule, task); \
                                                                         \
    assert_minute (task_dates.late_start, expected_start);               \
    assert_minute (task_dates.late_finish, expected_finish);             \
  }                                                                      \
  G_STMT_END

/* Both in minutes */
#define assert_floats(schedule, task, expected_total, expected_free)                    \
  G_STMT_START                                                                          \
  {                                                                                     \
    g_assert_cmpint (qd_schedule_get_total_float (schedule, task), ==, expected_total); \
    g_assert_cmpint (qd_schedule_get_free_float (schedule, task), ==, expected_free);   \
  }                                                                                     \
  G_STMT_END
