/* test-accelerator-random.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-test-layout.h"

/* Weeks before and after the accelerator that are looked at */
#define WEEKS_BEFORE 1
#define N_WEEKS 32
#define N_CELLS (N_WEEKS * 7 * QD_MINUTES_PER_DAY / QD_TEST_CELL)

/* What the two sides do, half hour by half hour, as the test works it out. */
typedef struct
{
  QdMinute first;
  gboolean ours[N_CELLS];
  gboolean theirs[N_CELLS];
  gboolean common[N_WEEKS]; /* whether the hours alone have any in common */
} Cells;

static const struct
{
  const char *ours;
  const char *theirs;
} zones[] = {
  { NULL, NULL },
  { "Europe/Berlin", "Europe/Berlin" },
  { "Europe/Berlin", "America/New_York" },
  { "Europe/London", "America/Los_Angeles" },
  { "Europe/Berlin", "Asia/Tokyo" },
  { "UTC", "Asia/Kolkata" },
  { "America/Chicago", "Australia/Sydney" },
  { NULL, "Asia/Tokyo" },
};

static const char *const hours[] = {
  "Mo-Fr 09:00-17:00",
  "Mo-Fr 08:00-12:00,13:00-17:00",
  "Mo-Th 08:00-16:30; Fr 08:00-12:00",
  "Su-Th 09:00-18:00",
  "Tu-Th 10:00-16:00",
};

static const char *const modules[] = {
  "introduction-to-ci-cd",
  "product-coach-ci",
  "ultimate-onboarding",
  "hands-on-security-lab",
  "upgrade-package",
  "jira-and-gitlab-workshop",
  "security-policy-rollout-strategy",
  "intro-to-gitlab-plan",
};

static void
close_at_random (QdTestSide *side,
                 GRand      *rand,
                 int         start)
{
  int n_closures = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n_closures; i++)
    {
      int first = start + g_rand_int_range (rand, 0, 13 * 7);

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          qd_test_side_close (side, QD_CLOSURE_KIND_CHANGE_FREEZE, first, first + g_rand_int_range (rand, 3, 21), QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE);
          break;

        case 1:
          qd_test_side_close (side, QD_CLOSURE_KIND_MAINTENANCE_WINDOW, start + g_rand_int_range (rand, 0, 7), QD_DAY_NONE, g_rand_int_range (rand, 0, 48) * 30, 240, TRUE);
          break;

        case 2:
          qd_test_side_close (side, QD_CLOSURE_KIND_CHANGE_LOCK, first, first + 7, 60, QD_INTEGER_NONE, FALSE);
          break;

        default:
          qd_test_side_holiday (side, first, first + g_rand_int_range (rand, 0, 10));
        }
    }
}

static void
fill_at_random (QdTestWorld *world,
                GRand       *rand)
{
  int   start = qd_day_from_ymd (2026, 1, 1) + g_rand_int_range (rand, 0, 1000);
  guint zone = g_rand_int_range (rand, 0, G_N_ELEMENTS (zones));
  int   n_modules = g_rand_int_range (rand, 0, 7);

  qd_test_world_init (world,
                      hours[g_rand_int_range (rand, 0, G_N_ELEMENTS (hours))],
                      zones[zone].ours,
                      hours[g_rand_int_range (rand, 0, G_N_ELEMENTS (hours))],
                      zones[zone].theirs,
                      start);
  close_at_random (&world->ours, rand, start);
  close_at_random (&world->theirs, rand, start);
  world->draft->reporting_week = g_rand_boolean (rand);
  world->draft->workshop_time = g_rand_int_range (rand, 14, 32) * 30;
  world->draft->review_minutes = g_rand_int_range (rand, 1, 5) * 30;

  for (int i = 0; i < n_modules; i++)
    qd_test_choose_modules (world, modules[g_rand_int_range (rand, 0, G_N_ELEMENTS (modules))]);
}

static Cells *
create_cells (QdTestWorld         *world,
              QdAcceleratorLayout *layout)
{
  Cells *cells = g_new0 (Cells, 1);
  g_autoptr(GTimeZone) clock = world->ours.zone != NULL ? g_time_zone_new_identifier (world->ours.zone) : NULL;
  int monday = layout->start - qd_day_get_weekday (layout->start) + 1;

  cells->first = qd_minute_from_day (monday - WEEKS_BEFORE * 7);

  for (guint i = 0; i < N_CELLS; i++)
    {
      QdMinute minute = cells->first + (int)i * QD_TEST_CELL;
      guint    week = i * QD_TEST_CELL / (7 * QD_MINUTES_PER_DAY);

      cells->ours[i] = qd_test_side_is_open (&world->ours, clock, minute, FALSE);
      cells->theirs[i] = qd_test_side_is_open (&world->theirs, clock, minute, FALSE);

      if (!cells->common[week])
        cells->common[week] = qd_test_side_is_open (&world->ours, clock, minute, TRUE) &&
                              qd_test_side_is_open (&world->theirs, clock, minute, TRUE);
    }

  return cells;
}

static gboolean
works_on (const Cells    *cells,
          const gboolean *side,
          int             day)
{
  guint first = (qd_minute_from_day (day) - cells->first) / QD_TEST_CELL;

  for (guint i = first; i < first + QD_MINUTES_PER_DAY / QD_TEST_CELL; i++)
    {
      if (side[i])
        return TRUE;
    }

  return FALSE;
}

/* Whether both can meet in the half hour of @minute: in common, or, in a week without hours in
 * common, in ours on a day on which both work. */
static gboolean
can_meet (const Cells *cells,
          QdMinute     minute)
{
  guint cell = (minute - cells->first) / QD_TEST_CELL;
  int   day = qd_minute_get_day (minute);

  g_assert_cmpuint (cell, <, N_CELLS);

  if (cells->common[cell * QD_TEST_CELL / (7 * QD_MINUTES_PER_DAY)])
    return cells->ours[cell] && cells->theirs[cell];

  return cells->ours[cell] && works_on (cells, cells->theirs, day);
}

static gboolean
can_meet_for (const Cells *cells,
              QdMinute     start,
              int          minutes)
{
  for (QdMinute minute = start; minute < start + minutes; minute += QD_TEST_CELL)
    {
      if (!can_meet (cells, minute))
        return FALSE;
    }

  return can_meet (cells, start + minutes - 1);
}

static gboolean
can_meet_on (const Cells *cells,
             int          day,
             int          minutes)
{
  for (int time = 0; time < QD_MINUTES_PER_DAY; time += QD_TEST_CELL)
    {
      if (can_meet_for (cells, qd_minute_from_day (day) + time, minutes))
        return TRUE;
    }

  return FALSE;
}

static int
get_finding (QdAcceleratorLayout *layout,
             guint                task)
{
  for (guint i = 0; i < layout->findings->len; i++)
    {
      QdLayoutFinding *finding = g_ptr_array_index (layout->findings, i);

      if (finding->task == (int)task && finding->kind != QD_LAYOUT_FINDING_NO_COMMON_HOURS)
        return finding->kind;
    }

  return -1;
}

static gboolean
has_no_time (QdAcceleratorLayout *layout)
{
  for (guint i = 0; i < layout->findings->len; i++)
    {
      if (((QdLayoutFinding *)g_ptr_array_index (layout->findings, i))->kind == QD_LAYOUT_FINDING_NO_TIME)
        return TRUE;
    }

  return FALSE;
}

/* Returns: in which week a workshop belongs, counted from 1; 0 for what belongs in none */
static int
get_week (const QdLayoutTask *task)
{
  return task->role == QD_LAYOUT_ROLE_DISCOVERY  ? 1
         : task->role == QD_LAYOUT_ROLE_PLANNING ? 2
         : task->role == QD_LAYOUT_ROLE_REVIEW   ? 1 + 2 * task->sprint
                                                 : 0;
}

/* In its week and on the first day of it that goes, on a later day than the workshop before. */
static void
check_day (const Cells         *cells,
           QdAcceleratorLayout *layout,
           const QdLayoutTask  *task,
           int                  finding,
           int                  before)
{
  int day = qd_minute_get_day (task->start);
  int first = MAX (layout->start + (get_week (task) - 1) * 7, before + 1);
  int last = layout->start + get_week (task) * 7 - 1;

  for (int earlier = first; earlier < day || (earlier <= last && finding == QD_LAYOUT_FINDING_SITTINGS); earlier++)
    g_assert_false (can_meet_on (cells, earlier, task->duration));

  if (finding == QD_LAYOUT_FINDING_SITTINGS)
    return;

  if (finding == QD_LAYOUT_FINDING_LATE)
    g_assert_cmpint (day, >, last);
  else
    g_assert_cmpint (day, <=, last);

  g_assert_cmpint (day, >=, first);
}

static void
check_meetings (QdTestWorld         *world,
                QdAcceleratorLayout *layout)
{
  g_autofree Cells *cells = create_cells (world, layout);
  int               before = layout->start - 1;
  guint             n_meetings = 0;

  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);
      int           finding = get_finding (layout, i);

      if (task->kind != QD_TASK_KIND_WORKSHOP && task->kind != QD_TASK_KIND_CALL)
        continue;

      n_meetings++;
      g_assert_cmpint (task->start, !=, QD_MINUTE_NONE);

      if (finding == QD_LAYOUT_FINDING_NO_TIME)
        {
          for (int day = layout->start; day <= layout->target; day++)
            g_assert_false (can_meet_on (cells, day, QD_TEST_CELL));

          continue;
        }

      if (finding == QD_LAYOUT_FINDING_SITTINGS)
        {
          g_assert_true (can_meet (cells, task->start));
          g_assert_true (can_meet (cells, task->finish - 1));
        }
      else
        {
          g_assert_cmpint (task->finish - task->start, ==, task->duration);
          g_assert_true (can_meet_for (cells, task->start, task->duration));
        }

      if (get_week (task) > 0)
        {
          check_day (cells, layout, task, finding, before);
          before = qd_minute_get_day (task->finish - 1);
        }
    }

  g_assert_cmpuint (n_meetings, >=, 8);
}

/* What is done for modules is in its sprint, in the order in which they were chosen. */
static void
check_sprints (QdTestWorld         *world,
               QdAcceleratorLayout *layout)
{
  QdMinute begins[QD_ACCELERATOR_N_SPRINTS + 1] = { 0 };

  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);

      if (task->role == QD_LAYOUT_ROLE_REVIEW)
        begins[task->sprint - 1] = task->finish;
      else if (task->role == QD_LAYOUT_ROLE_RESULTS)
        begins[QD_ACCELERATOR_N_SPRINTS] = task->start;
    }

  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);
      QdLayoutTask *before = i > 0 ? g_ptr_array_index (layout->tasks, i - 1) : NULL;

      if (task->sprint == 0 || task->role == QD_LAYOUT_ROLE_REVIEW || get_finding (layout, i) >= 0)
        continue;

      /* A deliverable is with what it is the result of. */
      if (task->role == QD_LAYOUT_ROLE_DELIVERABLE && get_finding (layout, i - 1) >= 0)
        {
          g_assert_cmpint (task->start, ==, before->finish);
          continue;
        }

      g_assert_cmpint (task->start, >=, begins[task->sprint - 1]);
      g_assert_cmpint (task->finish, <=, begins[task->sprint] + (task->sprint < QD_ACCELERATOR_N_SPRINTS ? 0 : 1440));
    }
}

static void
check_phases (QdAcceleratorLayout *layout)
{
  int next = layout->start;

  for (guint i = 0; i < layout->phases->len; i++)
    {
      QdLayoutPhase *phase = g_ptr_array_index (layout->phases, i);

      g_assert_cmpint (phase->first, ==, next);
      g_assert_cmpint (phase->last, >=, phase->first);
      next = phase->last + 1;
    }

  g_assert_cmpint (next, ==, layout->target + 1);

  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask *task = g_ptr_array_index (layout->tasks, i);

      g_assert_cmpint (task->finish, <=, qd_minute_from_day (layout->target + 1));
    }
}

/* Over calendars made at random: workshops are where both sides can meet and in their weeks,
 * modules in their sprints, and the scheduler leaves every date where it is. */
static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  int n_scheduled = 0;

  for (int i = 0; i < (g_test_slow () ? 1000 : 60); i++)
    {
      QdTestWorld world;
      g_autoptr(QdAcceleratorLayout) layout = NULL;

      qd_week_set_first_weekday (g_rand_boolean (rand) ? 1 : 7);
      fill_at_random (&world, rand);
      layout = qd_test_lay_out (&world);
      check_meetings (&world, layout);
      check_phases (layout);

      if (!has_no_time (layout))
        {
          check_sprints (&world, layout);
          qd_test_check_schedule (layout, world.draft->calendars, TRUE);
          qd_test_check_schedule (layout, world.draft->calendars, FALSE);
          n_scheduled++;
        }

      qd_test_world_clear (&world);
    }

  g_test_message ("%d were scheduled", n_scheduled);
  g_assert_cmpint (n_scheduled, >, 30);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/accelerator-random/layouts", test_random);

  return g_test_run ();
}
