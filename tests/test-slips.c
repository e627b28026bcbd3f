/* test-slips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-closure.h"
#include "qd-plan-fixture.h"
#include "qd-plan-schedule.h"
#include "qd-working-calendar.h"

/* Which tasks a change has moved, and why: by a schedule that follows it. */

/* First and Second wait for each other in turn, two days each, from Monday on; Third is on
 * its own on Wednesday. */
typedef struct
{
  Fixture         plan;
  QdPlanSchedule *live;
  QdTask         *first;
  QdTask         *second;
  QdTask         *third;
  QdLink         *link;
} Slips;

static void
slips_set_up (Slips        *slips,
              gconstpointer data)
{
  set_up (&slips->plan, data);
  slips->first = add_task (&slips->plan, "First", MONDAY, MONDAY + 1, 2);
  slips->second = add_task (&slips->plan, "Second", MONDAY + 2, MONDAY + 3, 2);
  slips->third = add_task (&slips->plan, "Third", MONDAY + 2, MONDAY + 2, 1);
  slips->link = qd_test_add (slips->plan.portfolio, create_link (&slips->plan, slips->first, slips->second));
  slips->live = qd_plan_schedule_new (slips->plan.portfolio, slips->plan.plan);
  qd_plan_schedule_get_network (slips->live);
}

static void
slips_tear_down (Slips        *slips,
                 gconstpointer data)
{
  g_clear_object (&slips->live);
  tear_down (&slips->plan, data);
}

static const char *
get_title (Slips *slips,
           int    row)
{
  return row >= 0 ? qd_plan_network_get_task (qd_plan_schedule_get_network (slips->live), row)->title : "–";
}

static const char *const kinds[] = { "hand", "length", "predecessor", "link", "constraint", "status", "band", "parent", "child", "free", "calendar" };

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* “Second +1 +1: predecessor First, band Corpus Christi”, one a line, by title */
static char *
dup_slips (Slips *slips)
{
  GPtrArray *found = qd_plan_schedule_get_slips (slips->live);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint                 n_bands;
  const QdCalendarBand *bands = qd_plan_calendars_get_bands (qd_plan_schedule_get_calendars (slips->live), &n_bands);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      QdSlip *slip = g_ptr_array_index (found, i);
      g_autoptr(GString) text = g_string_new (NULL);

      g_string_append_printf (text,
                              "%s %+d %+d:",
                              get_title (slips, slip->row),
                              qd_slip_count_days (slip->before.start, slip->after.start),
                              qd_slip_count_days (slip->before.finish, slip->after.finish));

      for (guint j = 0; j < slip->reasons->len; j++)
        {
          QdSlipReason reason = g_array_index (slip->reasons, QdSlipReason, j);

          g_string_append_printf (text, "%s %s", j > 0 ? "," : "", kinds[reason.kind]);

          if (reason.row >= 0)
            g_string_append_printf (text, " %s", get_title (slips, reason.row));

          if (reason.band >= 0)
            g_string_append_printf (text, " %s", bands[reason.band].name);
        }

      g_ptr_array_add (lines, g_string_free_and_steal (g_steal_pointer (&text)));
    }

  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **)lines->pdata);
}

static void
assert_slips (Slips      *slips,
              const char *expected)
{
  g_autofree char *text = dup_slips (slips);

  g_assert_cmpstr (text, ==, expected);
}

static QdWorkingCalendar *
add_calendar (Slips *slips)
{
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);

  g_object_set (calendar, "hours", QD_WORK_WEEK_USUAL, NULL);

  return qd_test_add (slips->plan.portfolio, calendar);
}

static void
add_holiday (Slips             *slips,
             QdWorkingCalendar *calendar,
             const char        *name,
             int                day)
{
  QdClosure *closure = qd_record_new_draft (QD_TYPE_CLOSURE);

  g_object_set (closure,
                "calendar", qd_record_get_id (calendar),
                "kind", QD_CLOSURE_KIND_HOLIDAY,
                "stops", QD_CLOSURE_STOP_ALL,
                "name", name,
                "first", day,
                NULL);
  qd_test_add (slips->plan.portfolio, closure);
}

static void
test_hand (Slips        *slips,
           gconstpointer data)
{
  set_day (&slips->plan, slips->first, "start", MONDAY + 1);
  assert_slips (slips, "First +1 +1: hand\nSecond +1 +1: predecessor First");
  qd_test_undo (slips->plan.store);
  assert_slips (slips, "First -1 -1: hand\nSecond -1 -1: predecessor First");

  /* Held by hand, it stays when the other moves. */
  set_day (&slips->plan, slips->second, "start", MONDAY + 3);
  assert_slips (slips, "Second +1 +1: hand");
  set_day (&slips->plan, slips->first, "start", MONDAY + 1);
  assert_slips (slips, "First +1 +1: hand");
  set_day (&slips->plan, slips->third, "start", MONDAY + 7);
  assert_slips (slips, "Third +5 +5: hand");
}

static void
test_length (Slips        *slips,
             gconstpointer data)
{
  set_number (&slips->plan, slips->first, "duration", 3 * 480);
  assert_slips (slips, "First +0 +1: length\nSecond +1 +1: predecessor First");
}

static void
test_links (Slips        *slips,
            gconstpointer data)
{
  QdLink *link = create_link (&slips->plan, slips->second, slips->third);
  g_autoptr(QdLink) draft = NULL;
  g_autoptr(GAsyncResult) slot = NULL;

  link = qd_test_add (slips->plan.portfolio, link);
  assert_slips (slips, "Third +2 +2: link Second");

  draft = qd_record_dup_draft (link);
  g_object_set (draft, "lag", G_GINT64_CONSTANT (480), NULL);
  save (&slips->plan, draft);
  assert_slips (slips, "Third +3 +3: link Second");

  /* Both wait for the first: without the way over the second, nothing holds the third but that. */
  qd_test_add (slips->plan.portfolio, create_link (&slips->plan, slips->first, slips->third));
  qd_record_remove_async (link, slips->plan.store, "Unlink", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (slips->plan.store, &slot, NULL));
  assert_slips (slips, "Third -5 -5: free");
}

/* What another task was held by moves away: that is why, though another holds it now. */
static void
test_released (Slips        *slips,
               gconstpointer data)
{
  qd_test_add (slips->plan.portfolio, create_link (&slips->plan, slips->third, slips->second));
  set_day (&slips->plan, slips->third, "start", MONDAY + 8);
  assert_slips (slips, "Second +6 +6: predecessor Third\nThird +6 +6: hand");
  set_day (&slips->plan, slips->third, "start", MONDAY);
  assert_slips (slips, "Second -7 -7: predecessor Third\nThird -8 -8: hand");
}

static void
test_constraint (Slips        *slips,
                 gconstpointer data)
{
  g_autoptr(QdTask) draft = qd_record_dup_draft (slips->second);

  g_object_set (draft, "constraint-kind", QD_CONSTRAINT_KIND_NOT_BEFORE, "constraint-day", MONDAY + 3, NULL);
  save (&slips->plan, draft);
  assert_slips (slips, "Second +1 +1: hand");
  set_day (&slips->plan, slips->first, "start", MONDAY + 7);
  assert_slips (slips, "First +7 +7: hand\nSecond +6 +6: predecessor First");

  /* It comes back as far as it may. */
  set_day (&slips->plan, slips->first, "start", MONDAY);
  assert_slips (slips, "First -7 -7: hand\nSecond -6 -6: predecessor First, constraint");
}

static void
test_status (Slips        *slips,
             gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;

  set_number (&slips->plan, slips->first, "progress", 50);
  assert_slips (slips, "");
  qd_plan_set_status_day_async (slips->plan.store, slips->plan.plan, MONDAY + 4, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (slips->plan.store, &slot, NULL));
  assert_slips (slips, "First +0 +3: status\nSecond +5 +5: predecessor First\nThird +2 +2: status");
}

static void
test_bands (Slips        *slips,
            gconstpointer data)
{
  QdWorkingCalendar *calendar = add_calendar (slips);

  /* On Wednesday the third cannot be where it stands, nor the second begin. */
  add_holiday (slips, calendar, "Corpus Christi", MONDAY + 2);
  assert_slips (slips, "Second +1 +1: band Corpus Christi\nThird +1 +1: band Corpus Christi");

  /* On Thursday they go on as they began. */
  add_holiday (slips, calendar, "Friday Bridge", MONDAY + 4);
  assert_slips (slips, "Second +0 +3: band Friday Bridge");
  set_day (&slips->plan, slips->first, "start", MONDAY + 1);
  assert_slips (slips, "First +1 +2: hand, band Corpus Christi\nSecond +5 +5: predecessor First, band Friday Bridge");
}

/* Other hours are no holiday. */
static void
test_hours (Slips        *slips,
            gconstpointer data)
{
  QdWorkingCalendar *calendar = add_calendar (slips);
  g_autoptr(QdWorkingCalendar) draft = qd_record_dup_draft (calendar);

  g_object_set (draft, "hours", "Mo,Tu,Th,Fr 09:00-17:00", NULL);
  save (&slips->plan, draft);
  assert_slips (slips, "Second +1 +1: calendar\nThird +1 +1: calendar");
}

/* Of another account the working hours are others. */
static void
test_account (Slips        *slips,
              gconstpointer data)
{
  QdAccount         *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  g_autoptr(QdPlan) draft = qd_record_dup_draft (slips->plan.plan);

  g_object_set (account, "name", "Capstan", NULL);
  account = qd_test_add (slips->plan.portfolio, account);
  g_object_set (calendar, "account", qd_record_get_id (account), "hours", "Mo,Tu,Th,Fr 09:00-17:00", NULL);
  qd_test_add (slips->plan.portfolio, calendar);
  g_object_set (draft, "account", qd_record_get_id (account), NULL);
  save (&slips->plan, draft);
  assert_slips (slips, "Second +1 +1: calendar\nThird +1 +1: calendar");
}

/* A summary that waits: what it sums up moves by that, and the summary with what it sums up. */
static void
test_summaries (Slips        *slips,
                gconstpointer data)
{
  QdTask *outer = add_task (&slips->plan, "Outer", MONDAY, MONDAY, 0);
  QdTask *inner = add_task (&slips->plan, "Inner", MONDAY, MONDAY, 0);

  set_number (&slips->plan, inner, "parent", qd_record_get_id (outer));
  set_number (&slips->plan, slips->third, "parent", qd_record_get_id (inner));
  qd_test_add (slips->plan.portfolio, create_link (&slips->plan, slips->second, outer));
  assert_slips (slips, "Inner +2 +2: child Third\nOuter +2 +2: child Inner\nThird +2 +2: link Second, parent Outer");
  set_day (&slips->plan, slips->first, "start", MONDAY + 1);
  assert_slips (slips,
                "First +1 +1: hand\nInner +3 +3: child Third\nOuter +3 +3: child Inner\nSecond +1 +1: predecessor First\nThird +3 +3: predecessor Second, parent Outer");
}

/* What leaves a summary, or comes to it, is no task that has moved. */
static void
test_reparented (Slips        *slips,
                 gconstpointer data)
{
  QdTask *summary = add_task (&slips->plan, "Summary", MONDAY, MONDAY, 0);

  set_number (&slips->plan, slips->first, "parent", qd_record_get_id (summary));
  assert_slips (slips, "Summary +0 +1: child");
  set_number (&slips->plan, slips->third, "parent", qd_record_get_id (summary));
  assert_slips (slips, "Summary +0 +1: child");
  set_day (&slips->plan, slips->third, "start", MONDAY + 3);
  assert_slips (slips, "Summary +0 +1: child Third\nThird +1 +1: hand");

  /* It ended with the third, which has moved to where the first ends. */
  set_day (&slips->plan, slips->third, "start", MONDAY);
  assert_slips (slips, "Summary +0 -2: child Third\nThird -3 -3: hand");
}

/* What has no day is nowhere to move from, unless something waits for it. */
static void
test_unplanned (Slips        *slips,
                gconstpointer data)
{
  QdTask *idea = add_task (&slips->plan, "Idea", QD_DAY_NONE, QD_DAY_NONE, 1);

  set_number (&slips->plan, idea, "duration", 5 * 480);
  assert_slips (slips, "");
  qd_test_add (slips->plan.portfolio, create_link (&slips->plan, idea, slips->third));
  assert_slips (slips, "Third +5 +5: link Idea");
  set_number (&slips->plan, idea, "duration", 480);
  assert_slips (slips, "Idea +0 -4: length\nThird -6 -6: predecessor Idea");
}

/* What was not where its links wanted it is seen to move when it is put there. */
static void
test_rescheduled (Slips        *slips,
                  gconstpointer data)
{
  const char *sql =
      "UPDATE task SET start = date (start, '-1 day'), due = date (due, '-1 day') WHERE title = 'Second'";
  g_autoptr(GAsyncResult) slot = NULL;

  qd_test_exec (slips->plan.store, sql);
  g_assert_cmpuint (qd_plan_network_count_misplaced (qd_plan_schedule_get_network (slips->live)), ==, 1);
  assert_slips (slips, "");

  qd_plan_reschedule_async (slips->plan.store, slips->plan.plan, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (slips->plan.store, &slot, NULL));
  g_assert_cmpuint (qd_plan_network_count_misplaced (qd_plan_schedule_get_network (slips->live)), ==, 0);
  assert_slips (slips, "Second +1 +1: hand");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Slips, NULL, slips_set_up, func, slips_tear_down)
  ADD ("/slips/hand", test_hand);
  ADD ("/slips/length", test_length);
  ADD ("/slips/links", test_links);
  ADD ("/slips/released", test_released);
  ADD ("/slips/constraint", test_constraint);
  ADD ("/slips/status", test_status);
  ADD ("/slips/bands", test_bands);
  ADD ("/slips/hours", test_hours);
  ADD ("/slips/account", test_account);
  ADD ("/slips/summaries", test_summaries);
  ADD ("/slips/reparented", test_reparented);
  ADD ("/slips/unplanned", test_unplanned);
  ADD ("/slips/rescheduled", test_rescheduled);

  return g_test_run ();
}
