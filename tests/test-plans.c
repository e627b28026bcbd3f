/* test-plans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <math.h>

#include "qd-order-edits.h"
#include "qd-outcome-rules.h"
#include "qd-plan-progress.h"

/* A Tuesday, 2026-11-24 */
#define TODAY 20781

static QdTask *
create_task (QdTaskStatus status,
             int          progress,
             int          start,
             int          due)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task,
                "title", "Task",
                "status", status,
                "progress", (gint64)progress,
                "start", start,
                "due", due,
                NULL);

  return task;
}

static GPtrArray *
create_tasks (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
test_progress_empty (void)
{
  g_autoptr(GPtrArray) tasks = create_tasks ();

  g_assert_cmpfloat (qd_plan_progress_done (tasks), ==, 0);
  g_assert_cmpfloat (qd_plan_progress_expected (tasks, TODAY), ==, 0);
}

static void
test_progress_done (void)
{
  g_autoptr(GPtrArray) tasks = create_tasks ();
  QdTask *half = create_task (QD_TASK_STATUS_ON_TRACK, 50, QD_DAY_NONE, QD_DAY_NONE);
  QdTask *done = create_task (QD_TASK_STATUS_DONE, 0, QD_DAY_NONE, QD_DAY_NONE);

  g_ptr_array_add (tasks, half);
  g_ptr_array_add (tasks, done);
  g_assert_cmpfloat_with_epsilon (qd_plan_progress_done (tasks), 0.75, 1e-9);

  /* Two days of half-done work beside one day of done work: (1 + 1) / 3 */
  g_object_set (half, "duration", G_GINT64_CONSTANT (960), NULL);
  g_assert_cmpfloat_with_epsilon (qd_plan_progress_done (tasks), 2.0 / 3, 1e-9);

  /* A milestone counts one whatever its duration. */
  g_object_set (half, "kind", QD_TASK_KIND_MILESTONE, NULL);
  g_assert_cmpfloat_with_epsilon (qd_plan_progress_done (tasks), 0.75, 1e-9);
}

static void
test_progress_expected (void)
{
  static const struct
  {
    int    start;
    int    due;
    double expected;
  } cases[] = {
    { QD_DAY_NONE, QD_DAY_NONE, 0 },
    { TODAY - 10, QD_DAY_NONE, 0 },
    { QD_DAY_NONE, TODAY - 1, 1 },
    { QD_DAY_NONE, TODAY, 0 },
    { TODAY, TODAY, 0 },
    { TODAY + 1, TODAY + 5, 0 },
    { TODAY - 4, TODAY - 1, 1 },
    { TODAY - 5, TODAY + 4, 0.5 },
    { TODAY - 1, TODAY + 2, 0.25 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) tasks = create_tasks ();

      g_ptr_array_add (tasks, create_task (QD_TASK_STATUS_NOT_STARTED, 0, cases[i].start, cases[i].due));
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpfloat_with_epsilon (qd_plan_progress_expected (tasks, TODAY), cases[i].expected, 1e-9);
    }
}

/* An undated task is part of the whole, so that done and expected compare. */
static void
test_progress_undated (void)
{
  g_autoptr(GPtrArray) tasks = create_tasks ();

  g_ptr_array_add (tasks, create_task (QD_TASK_STATUS_DONE, 100, TODAY - 9, TODAY - 2));
  g_ptr_array_add (tasks, create_task (QD_TASK_STATUS_NOT_STARTED, 0, QD_DAY_NONE, QD_DAY_NONE));
  g_assert_cmpfloat (qd_plan_progress_done (tasks), ==, 0.5);
  g_assert_cmpfloat (qd_plan_progress_expected (tasks, TODAY), ==, 0.5);
}

static void
test_progress_words (void)
{
  static const struct
  {
    double      done;
    double      expected;
    QdPlanPace  pace;
    const char *words;
  } cases[] = {
    { 0.38, 0.50, QD_PLAN_PACE_BEHIND, "12 points behind" },
    { 0.45, 0.50, QD_PLAN_PACE_BEHIND, "5 points behind" },
    { 0.46, 0.50, QD_PLAN_PACE_ON_PLAN, "on plan" },
    { 0.50, 0.50, QD_PLAN_PACE_ON_PLAN, "on plan" },
    { 0.54, 0.50, QD_PLAN_PACE_ON_PLAN, "on plan" },
    { 0.57, 0.50, QD_PLAN_PACE_AHEAD, "7 points ahead" },
  };
  g_autofree char *words = qd_plan_progress_dup_words (0.38, 0.45);

  g_assert_cmpstr (words, ==, "38% done, 45% expected by today");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pace = qd_plan_progress_dup_pace_words (cases[i].done, cases[i].expected);

      g_assert_cmpint (qd_plan_progress_get_pace (cases[i].done, cases[i].expected), ==, cases[i].pace);
      g_assert_cmpstr (pace, ==, cases[i].words);
    }
}

static void
test_urgency (void)
{
  static const struct
  {
    QdTaskStatus  status;
    int           due;
    QdTaskUrgency urgency;
    const char   *words;
  } cases[] = {
    { QD_TASK_STATUS_NOT_STARTED, QD_DAY_NONE, QD_TASK_URGENCY_NONE, "" },
    { QD_TASK_STATUS_CONCERN, TODAY - 4, QD_TASK_URGENCY_LATE, "4 days late" },
    { QD_TASK_STATUS_NOT_STARTED, TODAY - 1, QD_TASK_URGENCY_LATE, "1 day late" },
    { QD_TASK_STATUS_ON_TRACK, TODAY, QD_TASK_URGENCY_TODAY, "due today" },
    { QD_TASK_STATUS_ON_TRACK, TODAY + 3, QD_TASK_URGENCY_SOON, "due in 3 days" },
    { QD_TASK_STATUS_ON_TRACK, TODAY + 7, QD_TASK_URGENCY_SOON, "due in 7 days" },
    { QD_TASK_STATUS_ON_TRACK, TODAY + 8, QD_TASK_URGENCY_LATER, "due Wed 2 Dec" },
    { QD_TASK_STATUS_DONE, TODAY - 4, QD_TASK_URGENCY_DONE, "due Fri 20 Nov" },
  };
  g_autoptr(GPtrArray) tasks = create_tasks ();
  QdPlanCounts counts;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTask          *task = create_task (cases[i].status, 0, QD_DAY_NONE, cases[i].due);
      g_autofree char *words = qd_task_dup_due_words (task, TODAY);

      g_assert_cmpint (qd_task_get_urgency (task, TODAY), ==, cases[i].urgency);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_ptr_array_add (tasks, task);
    }

  counts = qd_plan_progress_count (tasks, TODAY);
  g_assert_cmpuint (counts.n_tasks, ==, 8);
  g_assert_cmpuint (counts.n_done, ==, 1);
  g_assert_cmpuint (counts.n_open, ==, 7);
  g_assert_cmpuint (counts.n_late, ==, 2);
  g_assert_cmpuint (counts.n_today, ==, 1);
}

static void
test_days (void)
{
  static const struct
  {
    int         today;
    const char *words;
  } cases[] = {
    { TODAY - 3, "Starts in 3 days" },
    { TODAY, "Day 1 of 90" },
    { TODAY + 39, "Day 40 of 90" },
    { TODAY + 89, "Day 90 of 90" },
    { TODAY + 90, "The target is today" },
    { TODAY + 91, "1 day past its target" },
  };
  g_autoptr(QdPlan) plan = qd_record_new_draft (QD_TYPE_PLAN);
  g_autoptr(QdPhase) phase = qd_record_new_draft (QD_TYPE_PHASE);

  g_object_set (plan, "start", TODAY, "target", TODAY + 90, NULL);
  g_object_set (phase, "first", G_GINT64_CONSTANT (30), "last", G_GINT64_CONSTANT (59), NULL);
  g_assert_cmpint (qd_plan_get_phase_first (plan, phase), ==, TODAY + 30);
  g_assert_cmpint (qd_plan_get_phase_last (plan, phase), ==, TODAY + 59);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = qd_plan_dup_day_words (plan, cases[i].today);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Rules */

enum
{
  HAS_BASELINE = 1 << 0,
  HAS_CRITERIA = 1 << 1,
  HAS_IMPACT = 1 << 2,
  HAS_DUE = 1 << 3,
  HAS_USE_CASE = 1 << 4,
  HAS_SUMMARY = 1 << 5,
  AGREED = HAS_BASELINE | HAS_CRITERIA | HAS_IMPACT | HAS_DUE,
  ALL = AGREED | HAS_USE_CASE | HAS_SUMMARY,
};

static QdObjective *
create_objective (int               has,
                  int               outcome,
                  QdObjectiveStatus status,
                  int               closed)
{
  QdObjective *objective = qd_record_new_draft (QD_TYPE_OBJECTIVE);

  g_object_set (objective,
                "name", "First value",
                "baseline", has & HAS_BASELINE ? "0 seats" : "  ",
                "criteria", has & HAS_CRITERIA ? "10 % of the seats" : NULL,
                "impact", has & HAS_IMPACT ? "A week saved" : NULL,
                "due", has & HAS_DUE ? TODAY + 30 : QD_DAY_NONE,
                "use-case", has & HAS_USE_CASE ? QD_USE_CASE_CI : QD_ENUM_NONE,
                "summary", has & HAS_SUMMARY ? "They did it" : NULL,
                "outcome", outcome,
                "status", status,
                "closed", closed,
                NULL);

  return objective;
}

static void
test_outcome_next (void)
{
  static const struct
  {
    int               outcome;
    QdObjectiveStatus status;
    int               closed;
    QdOutcomeStep     next;
  } cases[] = {
    { QD_ENUM_NONE, QD_OBJECTIVE_STATUS_NOT_STARTED, QD_DAY_NONE, QD_OUTCOME_STEP_PROPOSE },
    { QD_OUTCOME_PROPOSED, QD_OBJECTIVE_STATUS_ON_TRACK, QD_DAY_NONE, QD_OUTCOME_STEP_ACCEPT },
    { QD_OUTCOME_ACCEPTED, QD_OBJECTIVE_STATUS_ON_TRACK, QD_DAY_NONE, QD_OUTCOME_STEP_DELIVER },
    { QD_OUTCOME_DELIVERED, QD_OBJECTIVE_STATUS_ON_TRACK, QD_DAY_NONE, QD_OUTCOME_STEP_SUCCEED },
    { QD_OUTCOME_DELIVERED, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, QD_DAY_NONE, QD_OUTCOME_STEP_VERIFY },
    { QD_OUTCOME_VERIFIED, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, QD_DAY_NONE, QD_OUTCOME_STEP_CLOSE },
    { QD_OUTCOME_VERIFIED, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, TODAY, QD_OUTCOME_STEP_REOPEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdObjective) objective =
                    create_objective (ALL, cases[i].outcome, cases[i].status, cases[i].closed);

      g_assert_cmpint (qd_outcome_get_next_step (objective), ==, cases[i].next);
    }
}

/* The order is the handbook's (customer-success/csm/success-plans): the status
 * Closed Success, then the outcome Verified or Delivered, then the objective. */
static void
test_outcome_missing (void)
{
  static const struct
  {
    int               has;
    int               outcome;
    QdObjectiveStatus status;
    QdOutcomeStep     step;
    const char       *missing; /* properties that refuse; those that advise in brackets */
  } cases[] = {
    { 0, QD_OUTCOME_PROPOSED, QD_OBJECTIVE_STATUS_ON_TRACK, QD_OUTCOME_STEP_ACCEPT, "baseline criteria impact due" },
    { HAS_BASELINE | HAS_DUE, QD_OUTCOME_PROPOSED, 0, QD_OUTCOME_STEP_ACCEPT, "criteria impact" },
    { AGREED, QD_OUTCOME_PROPOSED, 0, QD_OUTCOME_STEP_ACCEPT, "" },
    { AGREED, QD_ENUM_NONE, 0, QD_OUTCOME_STEP_ACCEPT, "outcome" },
    { AGREED, QD_OUTCOME_PROPOSED, 0, QD_OUTCOME_STEP_DELIVER, "outcome (none)" },
    { AGREED, QD_OUTCOME_ACCEPTED, 0, QD_OUTCOME_STEP_DELIVER, "(none)" },
    { AGREED, QD_OUTCOME_ACCEPTED, 0, QD_OUTCOME_STEP_VERIFY, "outcome status" },
    { AGREED, QD_OUTCOME_DELIVERED, 0, QD_OUTCOME_STEP_VERIFY, "status" },
    { AGREED, QD_OUTCOME_DELIVERED, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, QD_OUTCOME_STEP_VERIFY, "" },
    { AGREED,
      QD_OUTCOME_DELIVERED,
      QD_OBJECTIVE_STATUS_CLOSED_SUCCESS,
      QD_OUTCOME_STEP_CLOSE,
      "use-case (summary)" },
    { ALL, QD_OUTCOME_DELIVERED, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, QD_OUTCOME_STEP_CLOSE, "" },
    { ALL, QD_OUTCOME_VERIFIED, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, QD_OUTCOME_STEP_CLOSE, "" },
    { ALL, QD_OUTCOME_DELIVERED, QD_OBJECTIVE_STATUS_ON_TRACK, QD_OUTCOME_STEP_CLOSE, "status" },
    { ALL, QD_OUTCOME_ACCEPTED, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS, QD_OUTCOME_STEP_CLOSE, "outcome" },
    { 0, QD_ENUM_NONE, 0, QD_OUTCOME_STEP_PROPOSE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdObjective) objective =
                    create_objective (cases[i].has, cases[i].outcome, cases[i].status, QD_DAY_NONE);
      g_autoptr(GPtrArray) tasks = create_tasks ();
      g_autoptr(GPtrArray) gaps = NULL;
      g_autoptr(GString) missing = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      gboolean refused = FALSE;

      g_ptr_array_add (tasks, create_task (QD_TASK_STATUS_ON_TRACK, 0, QD_DAY_NONE, QD_DAY_NONE));
      g_object_set (tasks->pdata[0], "objective", qd_record_get_id (objective), NULL);
      gaps = qd_outcome_find_missing (objective, cases[i].step, tasks);

      for (guint j = 0; j < gaps->len; j++)
        {
          QdOutcomeGap *gap = g_ptr_array_index (gaps, j);
          const char   *property = gap->property != NULL ? gap->property : "none";

          g_string_append_printf (missing, gap->refuses ? "%s%s" : "%s(%s)", j > 0 ? " " : "", property);
          g_assert_cmpstr (gap->what, !=, "");
          g_assert_cmpstr (gap->why, !=, "");
          refused |= gap->refuses;
        }

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (missing->str, ==, cases[i].missing);
      g_assert_cmpint (qd_outcome_check_step (objective, cases[i].step, &error), ==, !refused);
      g_assert_cmpint (error != NULL, ==, refused);
    }
}

static void
test_outcome_change (void)
{
  const QdObjectiveStatus OPEN = QD_OBJECTIVE_STATUS_ON_TRACK;
  const QdObjectiveStatus WON = QD_OBJECTIVE_STATUS_CLOSED_SUCCESS;
  const int               NONE = QD_DAY_NONE;
  const struct
  {
    QdOutcomeState before;
    QdOutcomeState after;
    int            has;
    const char    *message;
  } cases[] = {
    { { OPEN, QD_OUTCOME_PROPOSED, NONE }, { OPEN, QD_OUTCOME_ACCEPTED, NONE }, AGREED, NULL },
    { { OPEN, QD_OUTCOME_PROPOSED, NONE },
      { OPEN, QD_OUTCOME_ACCEPTED, NONE },
      AGREED & ~HAS_IMPACT,
      "The outcome cannot be Accepted yet: The business impact is missing" },
    { { OPEN, QD_OUTCOME_PROPOSED, NONE },
      { OPEN, QD_OUTCOME_DELIVERED, NONE },
      AGREED,
      "The outcome cannot be Delivered yet: The outcome is not Accepted" },
    /* The status may come with the outcome in one edit, as the order stays right. */
    { { OPEN, QD_OUTCOME_DELIVERED, NONE }, { WON, QD_OUTCOME_VERIFIED, NONE }, AGREED, NULL },
    { { OPEN, QD_OUTCOME_DELIVERED, NONE },
      { OPEN, QD_OUTCOME_VERIFIED, NONE },
      AGREED,
      "The outcome cannot be Verified yet: The status is not Closed Success" },
    { { WON, QD_OUTCOME_DELIVERED, NONE }, { WON, QD_OUTCOME_DELIVERED, TODAY }, ALL, NULL },
    { { WON, QD_OUTCOME_VERIFIED, NONE }, { WON, QD_OUTCOME_VERIFIED, TODAY }, ALL, NULL },
    { { OPEN, QD_OUTCOME_DELIVERED, NONE },
      { OPEN, QD_OUTCOME_DELIVERED, TODAY },
      ALL,
      "The objective cannot be closed yet: The status is not Closed Success" },
    { { WON, QD_OUTCOME_ACCEPTED, NONE },
      { WON, QD_OUTCOME_ACCEPTED, TODAY },
      ALL,
      "The objective cannot be closed yet: The outcome is not Delivered" },
    /* Closed, it stays as reported ... */
    { { WON, QD_OUTCOME_DELIVERED, TODAY },
      { WON, QD_OUTCOME_VERIFIED, TODAY },
      ALL,
      "The objective is closed, so that its status and outcome stay as they were reported; reopen it first" },
    /* ... until it is reopened. */
    { { WON, QD_OUTCOME_VERIFIED, TODAY }, { OPEN, QD_OUTCOME_DELIVERED, NONE }, ALL, NULL },
    /* A step back is a correction. */
    { { WON, QD_OUTCOME_VERIFIED, NONE }, { OPEN, QD_OUTCOME_ACCEPTED, NONE }, 0, NULL },
    { { WON, QD_OUTCOME_VERIFIED, NONE },
      { OPEN, QD_OUTCOME_VERIFIED, NONE },
      ALL,
      "The status stays Closed Success while the outcome is Verified; set the outcome back to Delivered first" },
    /* What came from elsewhere and breaks the order can still be renamed. */
    { { OPEN, QD_OUTCOME_VERIFIED, TODAY }, { OPEN, QD_OUTCOME_VERIFIED, TODAY }, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdObjective) after =
                    create_objective (cases[i].has, cases[i].after.outcome, cases[i].after.status, cases[i].after.closed);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (
          qd_outcome_check_change (&cases[i].before, after, &error), ==, cases[i].message == NULL);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
    }
}

static void
test_order_between (void)
{
  double position;

  g_assert_true (qd_order_find_between (-INFINITY, INFINITY, &position));
  g_assert_cmpfloat (position, ==, QD_ORDER_STEP);
  g_assert_true (qd_order_find_between (1, 2, &position));
  g_assert_cmpfloat (position, ==, 1.5);
  g_assert_true (qd_order_find_between (-INFINITY, 2, &position));
  g_assert_cmpfloat (position, <, 2);
  g_assert_true (qd_order_find_between (2, INFINITY, &position));
  g_assert_cmpfloat (position, >, 2);
  g_assert_false (qd_order_find_between (2, 2, &position));
  g_assert_false (qd_order_find_between (1, 1.000001, &position));
  g_assert_false (qd_order_find_between (1e300, INFINITY, &position));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plans/progress/empty", test_progress_empty);
  g_test_add_func ("/plans/progress/done", test_progress_done);
  g_test_add_func ("/plans/progress/expected", test_progress_expected);
  g_test_add_func ("/plans/progress/undated", test_progress_undated);
  g_test_add_func ("/plans/progress/words", test_progress_words);
  g_test_add_func ("/plans/urgency", test_urgency);
  g_test_add_func ("/plans/days", test_days);

  g_test_add_func ("/plans/outcome/next", test_outcome_next);
  g_test_add_func ("/plans/outcome/missing", test_outcome_missing);
  g_test_add_func ("/plans/outcome/change", test_outcome_change);
  g_test_add_func ("/plans/order/between", test_order_between);

  return g_test_run ();
}
