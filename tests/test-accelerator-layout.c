/* test-accelerator-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <stdio.h>

#include "qd-sprint-spread.h"
#include "qd-test-layout.h"

/* Monday, 2027-01-04, as cal(1) has it */
#define MONDAY 20822

static QdLayoutTask *
get_task (QdAcceleratorLayout *layout,
          QdLayoutRole         role,
          int                  sprint)
{
  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);

      if (task->role == role && (sprint == 0 || task->sprint == sprint))
        return task;
    }

  return NULL;
}

static QdMinute
at (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, " ", 2);
  int day, hour, minute;

  g_assert_true (qd_day_parse (parts[0], &day));
  g_assert_cmpint (sscanf (parts[1], "%d:%d", &hour, &minute), ==, 2);

  return qd_minute_from_day (day) + hour * 60 + minute;
}

static gboolean
has_finding (QdAcceleratorLayout *layout,
             QdLayoutFindingKind  kind,
             int                  task)
{
  for (guint i = 0; i < layout->findings->len; i++)
    {
      QdLayoutFinding *finding = g_ptr_array_index (layout->findings, i);

      if (finding->kind == kind && (task < 0 || finding->task == task))
        return TRUE;
    }

  return FALSE;
}

/* By hand, with cal(1): 2027-01-04 is a Monday, week 12 begins on 22 March, week 13 on the 29th.
 * Weeks and sprints: Success Services page, and the accelerator timeline there. */
static void
test_plain (void)
{
  const struct
  {
    QdLayoutRole role;
    int          sprint;
    gboolean     reporting_week;
    const char  *start;
    const char  *finish;
  } cases[] = {
    { QD_LAYOUT_ROLE_DISCOVERY, 0, FALSE, "2027-01-04 10:00", "2027-01-04 12:00" },
    { QD_LAYOUT_ROLE_OUTCOMES, 0, FALSE, "2027-01-04 12:00", "2027-01-05 12:00" },
    { QD_LAYOUT_ROLE_PLANNING, 0, FALSE, "2027-01-11 10:00", "2027-01-11 12:00" },
    { QD_LAYOUT_ROLE_BACKLOG, 0, FALSE, "2027-01-11 12:00", "2027-01-12 12:00" },
    { QD_LAYOUT_ROLE_REVIEW, 1, FALSE, "2027-01-18 10:00", "2027-01-18 11:00" },
    { QD_LAYOUT_ROLE_REVIEW, 2, FALSE, "2027-02-01 10:00", "2027-02-01 11:00" },
    { QD_LAYOUT_ROLE_REVIEW, 3, FALSE, "2027-02-15 10:00", "2027-02-15 11:00" },
    { QD_LAYOUT_ROLE_REVIEW, 4, FALSE, "2027-03-01 10:00", "2027-03-01 11:00" },
    { QD_LAYOUT_ROLE_REVIEW, 5, FALSE, "2027-03-15 10:00", "2027-03-15 11:00" },
    { QD_LAYOUT_ROLE_RESULTS, 0, FALSE, "2027-03-25 09:00", "2027-03-25 17:00" },
    { QD_LAYOUT_ROLE_CLOSE_OUT, 0, FALSE, "2027-03-26 10:00", "2027-03-26 11:00" },
    { QD_LAYOUT_ROLE_HAND_OVER, 0, FALSE, "2027-03-26 11:00", "2027-03-26 13:00" },
    { QD_LAYOUT_ROLE_REVIEW, 5, TRUE, "2027-03-15 10:00", "2027-03-15 11:00" },
    { QD_LAYOUT_ROLE_RESULTS, 0, TRUE, "2027-03-29 09:00", "2027-03-29 17:00" },
    { QD_LAYOUT_ROLE_CLOSE_OUT, 0, TRUE, "2027-03-30 10:00", "2027-03-30 11:00" },
    { QD_LAYOUT_ROLE_HAND_OVER, 0, TRUE, "2027-03-30 11:00", "2027-03-30 13:00" },
  };

  /* Any day of the week stands for it. */
  for (int shift = 0; shift < 7; shift += 3)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          QdTestWorld world;
          g_autoptr(QdAcceleratorLayout) layout = NULL;
          QdLayoutTask *task;

          qd_test_world_init (&world, "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, MONDAY + shift);
          world.draft->reporting_week = cases[i].reporting_week;
          layout = qd_test_lay_out (&world);
          task = get_task (layout, cases[i].role, cases[i].sprint);
          g_assert_cmpuint (layout->findings->len, ==, 0);
          g_assert_cmpint (layout->start, ==, MONDAY);
          g_assert_cmpint (task->start, ==, at (cases[i].start));
          g_assert_cmpint (task->finish, ==, at (cases[i].finish));
          g_assert_cmpint (layout->target, ==, MONDAY + (cases[i].reporting_week ? 88 : 81) + 0);
          qd_test_check_schedule (layout, world.draft->calendars, TRUE);
          qd_test_check_schedule (layout, world.draft->calendars, FALSE);
          qd_test_world_clear (&world);
        }
    }
}

static void
test_phases (void)
{
  const struct
  {
    QdPhaseNaming naming;
    gboolean      reporting_week;
    const char   *names[QD_ACCELERATOR_N_PHASES];
    int           firsts[QD_ACCELERATOR_N_PHASES]; /* from the start */
  } cases[] = {
    { QD_PHASE_NAMING_REPORTING, TRUE, { "Discovery", "Planning", "Delivery", "Reporting" }, { 0, 7, 14, 84 } },
    { QD_PHASE_NAMING_MEASURE, TRUE, { "Discovery", "Design", "Deliver", "Measure" }, { 0, 7, 14, 84 } },
    { QD_PHASE_NAMING_REPORTING, FALSE, { "Discovery", "Planning", "Delivery", "Reporting" }, { 0, 7, 14, 80 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTestWorld world;
      g_autoptr(QdAcceleratorLayout) layout = NULL;

      qd_test_world_init (&world, "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, MONDAY);
      world.draft->reporting_week = cases[i].reporting_week;
      world.draft->phase_naming = cases[i].naming;
      layout = qd_test_lay_out (&world);
      g_assert_cmpuint (layout->phases->len, ==, QD_ACCELERATOR_N_PHASES);

      for (guint n = 0; n < QD_ACCELERATOR_N_PHASES; n++)
        {
          QdLayoutPhase *phase = g_ptr_array_index (layout->phases, n);
          int            next = n + 1 < QD_ACCELERATOR_N_PHASES ? MONDAY + cases[i].firsts[n + 1] : layout->target + 1;

          g_assert_cmpstr (phase->name, ==, cases[i].names[n]);
          g_assert_cmpint (phase->first, ==, MONDAY + cases[i].firsts[n]);
          g_assert_cmpint (phase->last, ==, next - 1);
        }

      qd_test_world_clear (&world);
    }
}

/* Each worked out by hand. A window of AMER 1 is on Tuesdays from 07:00 to 11:00 UTC, of EMEA from
 * 01:00 to 05:00 (GitLab Dedicated documentation, maintenance). */
static void
test_workshop_days (void)
{
  const struct
  {
    const char   *our_hours;
    const char   *our_zone;
    const char   *their_hours;
    const char   *their_zone;
    QdClosureKind kind; /* of a closure of the customer's */
    int           first;
    int           last;
    gint64        begins;
    gint64        minutes;
    gboolean      weekly;
    const char   *discovery;
    int           finding; /* QdLayoutFindingKind, or -1 */
  } cases[] = {
    /* A holiday on Monday, on Monday to Thursday, in all of the week */
    { "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, QD_CLOSURE_KIND_HOLIDAY, MONDAY, MONDAY, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-05 10:00", -1 },
    { "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, QD_CLOSURE_KIND_HOLIDAY, MONDAY, MONDAY + 3, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-08 10:00", -1 },
    { "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, QD_CLOSURE_KIND_HOLIDAY, MONDAY, MONDAY + 6, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-11 10:00", QD_LAYOUT_FINDING_LATE },
    /* A freeze stops tasks, and a lock nothing: people meet */
    { "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, QD_CLOSURE_KIND_CHANGE_FREEZE, MONDAY, MONDAY + 6, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-04 10:00", -1 },
    { "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, QD_CLOSURE_KIND_CHANGE_LOCK, MONDAY, MONDAY + 6, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-04 10:00", -1 },
    /* They work from Tuesday on, and AMER 1 ends at eleven; in Berlin, at twelve */
    { "Mo-Fr 09:00-17:00", "UTC", "Tu-Fr 09:00-17:00", "UTC", QD_CLOSURE_KIND_MAINTENANCE_WINDOW, MONDAY + 1, QD_DAY_NONE, 420, 240, TRUE, "2027-01-05 11:00", -1 },
    { "Mo-Fr 09:00-17:00", "Europe/Berlin", "Tu-Fr 09:00-17:00", "Europe/Berlin", QD_CLOSURE_KIND_MAINTENANCE_WINDOW, MONDAY + 1, QD_DAY_NONE, 420, 240, TRUE, "2027-01-05 12:00", -1 },
    { "Mo-Fr 09:00-17:00", "UTC", "Tu-Fr 09:00-17:00", "UTC", QD_CLOSURE_KIND_MAINTENANCE_WINDOW, MONDAY + 1, QD_DAY_NONE, 60, 240, TRUE, "2027-01-05 10:00", -1 },
    /* Berlin and New York, six hours apart: from three in the afternoon */
    { "Mo-Fr 09:00-17:00", "Europe/Berlin", "Mo-Fr 09:00-17:00", "America/New_York", QD_CLOSURE_KIND_HOLIDAY, MONDAY - 9, MONDAY - 9, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-04 15:00", -1 },
    /* Until four there: an hour a day is too little for two, so they meet twice */
    { "Mo-Fr 09:00-16:00", "Europe/Berlin", "Mo-Fr 09:00-17:00", "America/New_York", QD_CLOSURE_KIND_HOLIDAY, MONDAY - 9, MONDAY - 9, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-04 15:00", QD_LAYOUT_FINDING_SITTINGS },
    /* Berlin and Tokyo, eight hours apart in winter: never; in our hours then */
    { "Mo-Fr 09:00-17:00", "Europe/Berlin", "Mo-Fr 09:00-17:00", "Asia/Tokyo", QD_CLOSURE_KIND_HOLIDAY, MONDAY, MONDAY, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-05 10:00", QD_LAYOUT_FINDING_NO_COMMON_HOURS },
    /* Different days: no week has one on which both work */
    { "Mo-We 09:00-17:00", NULL, "Th-Fr 09:00-17:00", NULL, QD_CLOSURE_KIND_HOLIDAY, MONDAY - 9, MONDAY - 9, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-04 10:00", QD_LAYOUT_FINDING_NO_TIME },
    /* A lunch break at ten */
    { "Mo-Fr 08:00-10:00,11:30-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, QD_CLOSURE_KIND_HOLIDAY, MONDAY - 9, MONDAY - 9, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE, "2027-01-04 11:30", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTestWorld world;
      g_autoptr(QdAcceleratorLayout) layout = NULL;
      QdLayoutTask *discovery;

      qd_test_world_init (&world, cases[i].our_hours, cases[i].our_zone, cases[i].their_hours, cases[i].their_zone, MONDAY);
      qd_test_side_close (&world.theirs, cases[i].kind, cases[i].first, cases[i].last, cases[i].begins, cases[i].minutes, cases[i].weekly);
      layout = qd_test_lay_out (&world);
      discovery = g_ptr_array_index (layout->tasks, 0);
      g_assert_cmpint (discovery->start, ==, at (cases[i].discovery));

      if (cases[i].finding < 0)
        g_assert_cmpuint (layout->findings->len, ==, 0);
      else
        g_assert_true (has_finding (layout, cases[i].finding, cases[i].finding == QD_LAYOUT_FINDING_NO_COMMON_HOURS ? -1 : 0));

      if (cases[i].finding != QD_LAYOUT_FINDING_NO_TIME)
        qd_test_check_schedule (layout, world.draft->calendars, FALSE);

      qd_test_world_clear (&world);
    }
}

static void
test_finding_words (void)
{
  QdTestWorld world;
  g_autoptr(QdAcceleratorLayout) layout = NULL;
  QdLayoutFinding *finding;

  qd_test_world_init (&world, "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, MONDAY);
  qd_test_side_holiday (&world.theirs, MONDAY, MONDAY + 6);
  qd_test_choose_modules (&world, "introduction-to-ci-cd no-such-module");
  layout = qd_test_lay_out (&world);
  g_assert_cmpuint (layout->findings->len, ==, 2);
  finding = g_ptr_array_index (layout->findings, 0);
  g_assert_cmpstr (finding->words, ==, "The module “no-such-module” is no longer in the catalogue: it is left out");
  finding = g_ptr_array_index (layout->findings, 1);
  g_assert_cmpstr (finding->words,
                   ==,
                   "“Discovery workshop” is on Monday 11 January 2027: there is no day in week 1 on which both sides can "
                   "meet for as long as it takes");

  /* One workshop a day: planning waits until the day after. */
  g_assert_cmpint (get_task (layout, QD_LAYOUT_ROLE_PLANNING, 0)->start, ==, at ("2027-01-12 10:00"));
  qd_test_world_clear (&world);
}

/* What goes into which sprint, counted from 0, by hand */
static void
test_spread (void)
{
  const struct
  {
    int         weights[10];
    guint       n_blocks;
    int         capacities[5];
    const char *sprints;
  } cases[] = {
    { { 90 }, 1, { 4000, 4000, 4000, 4000, 4000 }, "0" },
    { { 90 }, 1, { 0, 4000, 4000, 4000, 4000 }, "1" },
    { { 90, 2400, 90 }, 3, { 4000, 4000, 4000, 4000, 4000 }, "012" },
    { { 1, 1, 1, 1, 1 }, 5, { 4000, 4000, 4000, 4000, 4000 }, "01234" },
    { { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 10, { 4000, 4000, 4000, 4000, 4000 }, "0011223344" },
    { { 1, 1, 1, 1, 1, 1 }, 6, { 4000, 4000, 4000, 4000, 4000 }, "001234" },
    { { 1, 1, 1, 1, 1, 1 }, 6, { 4000, 0, 0, 4000, 4000 }, "003344" },
    { { 1, 1, 1, 1, 1, 1 }, 6, { 1000, 4000, 4000, 4000, 8000 }, "123444" },
    { { 500, 10, 10, 10, 10, 10 }, 6, { 4000, 4000, 4000, 4000, 4000 }, "011234" },
    { { 10, 10, 10, 10, 10, 500 }, 6, { 4000, 4000, 4000, 4000, 4000 }, "001234" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint sprints[10];
      char  text[11] = { 0 };

      g_assert_true (qd_sprints_spread (cases[i].weights, cases[i].n_blocks, cases[i].capacities, 5, sprints));

      for (guint n = 0; n < cases[i].n_blocks; n++)
        text[n] = (char)('0' + sprints[n]);

      g_assert_cmpstr (text, ==, cases[i].sprints);
    }

  g_assert_false (qd_sprints_spread (cases[0].weights, 1, (const int[]){ 0, 0 }, 2, (guint[1]){ 0 }));
}

/* Which sprints have something for the module, such as “13” */
static char *
dup_sprints (QdAcceleratorLayout *layout,
             const char          *key)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (int sprint = 1; sprint <= QD_ACCELERATOR_N_SPRINTS; sprint++)
    {
      for (guint i = 0; i < layout->tasks->len; i++)
        {
          QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);

          if (task->sprint == sprint && task->module != NULL && g_str_equal (task->module->key, key))
            {
              g_string_append_printf (text, "%d", sprint);
              break;
            }
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_modules (void)
{
  const struct
  {
    const char *modules;
    const char *key;
    const char *sprints;
  } cases[] = {
    { "introduction-to-ci-cd", "introduction-to-ci-cd", "1" },
    { "introduction-to-ci-cd product-coach-ci", "product-coach-ci", "2" },
    { "ultimate-onboarding", "ultimate-onboarding", "12345" },
    { "security-policy-rollout-strategy", "security-policy-rollout-strategy", "12345" },
    /* 9600 and 90 minutes in six blocks: the session joins the first of the programme */
    { "intro-to-security-workshop ultimate-onboarding", "intro-to-security-workshop", "1" },
    { "intro-to-security-workshop ultimate-onboarding", "ultimate-onboarding", "12345" },
    /* 90, five times 1920 and five times some 4200 minutes: none of the last fit beside what is before */
    { "introduction-to-ci-cd ultimate-onboarding security-policy-rollout-strategy", "security-policy-rollout-strategy", "2345" },
    /* The same twice is once. */
    { "ai-ml-hands-on-lab ai-ml-hands-on-lab upgrade-package", "upgrade-package", "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTestWorld world;
      g_autoptr(QdAcceleratorLayout) layout = NULL;
      g_autofree char *sprints = NULL;

      qd_test_world_init (&world, "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, MONDAY);
      qd_test_choose_modules (&world, cases[i].modules);
      layout = qd_test_lay_out (&world);
      sprints = dup_sprints (layout, cases[i].key);
      g_assert_cmpstr (sprints, ==, cases[i].sprints);
      qd_test_check_schedule (layout, world.draft->calendars, FALSE);
      qd_test_world_clear (&world);
    }
}

/* A lab: what prepares it, then people meet for as long as it takes, then what follows, in the
 * sprint and under a summary that spans it; the deliverable is handed over at the end. */
static void
test_session (void)
{
  QdTestWorld world;
  g_autoptr(QdAcceleratorLayout) layout = NULL;
  QdLayoutTask *summary;
  QdLayoutTask *lab;
  QdMinute      before = QD_MINUTE_NONE;
  guint         n_children = 0;

  qd_test_world_init (&world, "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, MONDAY);
  qd_test_choose_modules (&world, "hands-on-security-lab");
  layout = qd_test_lay_out (&world);
  summary = get_task (layout, QD_LAYOUT_ROLE_MODULE, 0);
  lab = get_task (layout, QD_LAYOUT_ROLE_SESSION, 1);
  g_assert_cmpint (lab->kind, ==, QD_TASK_KIND_WORKSHOP);
  g_assert_cmpint (lab->duration, ==, 120);
  g_assert_cmpint (qd_minute_get_time (lab->start), ==, 10 * 60);
  g_assert_true (lab->held);

  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);

      if (task->parent < 0 || g_ptr_array_index (layout->tasks, task->parent) != summary)
        continue;

      g_assert_cmpint (task->start, >=, before);
      g_assert_cmpint (task->start, >=, at ("2027-01-18 11:00"));
      g_assert_cmpint (task->finish, <=, at ("2027-01-29 00:00"));
      g_assert_cmpint (task->role == QD_LAYOUT_ROLE_SESSION, ==, n_children == 1);
      g_assert_cmpint (task->kind == QD_TASK_KIND_MILESTONE, ==, n_children == 5);
      before = task->finish;
      n_children++;
    }

  /* Four tasks of the catalogue, the lab and its deliverable */
  g_assert_cmpuint (n_children, ==, 6);
  g_assert_cmpint (summary->finish, ==, before);
  g_assert_nonnull (get_task (layout, QD_LAYOUT_ROLE_EXECUTION, 2));
  g_assert_null (get_task (layout, QD_LAYOUT_ROLE_EXECUTION, 1));
  qd_test_world_clear (&world);
}

/* All of the sprints closed to tasks: what has no time has no dates, and it is said. */
static void
test_no_time (void)
{
  QdTestWorld world;
  g_autoptr(QdAcceleratorLayout) layout = NULL;
  QdLayoutTask *summary;

  qd_test_world_init (&world, "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, MONDAY);
  qd_test_choose_modules (&world, "product-coach-ci");
  qd_test_side_close (&world.theirs, QD_CLOSURE_KIND_CHANGE_FREEZE, MONDAY, MONDAY + 400, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE);
  layout = qd_test_lay_out (&world);
  summary = get_task (layout, QD_LAYOUT_ROLE_MODULE, 0);
  g_assert_true (has_finding (layout, QD_LAYOUT_FINDING_SPRINT, -1));
  g_assert_true (has_finding (layout, QD_LAYOUT_FINDING_NO_TIME, -1));
  g_assert_nonnull (summary);
  g_assert_cmpint (get_task (layout, QD_LAYOUT_ROLE_REVIEW, 5)->start, ==, at ("2027-03-15 10:00"));
  qd_test_world_clear (&world);
}

/* Years after the calendars end there is no time for anything, and that is all there is to say. */
static void
test_beyond_calendars (void)
{
  QdTestWorld world;
  g_autoptr(QdPlanCalendars) calendars = NULL;
  g_autoptr(QdAcceleratorLayout) layout = NULL;

  qd_test_world_init (&world, "Mo-Fr 09:00-17:00", NULL, "Mo-Fr 09:00-17:00", NULL, MONDAY + 7000);
  calendars = qd_test_sides_create (&world.ours, &world.theirs, MONDAY, MONDAY + 100);
  qd_accelerator_draft_set_calendars (world.draft, calendars);
  qd_test_choose_modules (&world, "product-coach-ci hands-on-security-lab ultimate-onboarding");
  layout = qd_accelerator_lay_out (world.draft, world.catalogue);
  g_assert_true (has_finding (layout, QD_LAYOUT_FINDING_NO_TIME, 0));
  g_assert_cmpint (get_task (layout, QD_LAYOUT_ROLE_DISCOVERY, 0)->start, ==, qd_minute_from_day (MONDAY + 7000) + 600);
  g_assert_cmpint (get_task (layout, QD_LAYOUT_ROLE_OUTCOMES, 0)->start, ==, QD_MINUTE_NONE);
  g_assert_cmpuint (layout->phases->len, ==, QD_ACCELERATOR_N_PHASES);
  qd_test_world_clear (&world);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  qd_week_set_first_weekday (1);

  g_test_add_func ("/accelerator-layout/plain", test_plain);
  g_test_add_func ("/accelerator-layout/phases", test_phases);
  g_test_add_func ("/accelerator-layout/workshop-days", test_workshop_days);
  g_test_add_func ("/accelerator-layout/finding-words", test_finding_words);
  g_test_add_func ("/accelerator-layout/spread", test_spread);
  g_test_add_func ("/accelerator-layout/modules", test_modules);
  g_test_add_func ("/accelerator-layout/session", test_session);
  g_test_add_func ("/accelerator-layout/no-time", test_no_time);
  g_test_add_func ("/accelerator-layout/beyond-calendars", test_beyond_calendars);

  return g_test_run ();
}
