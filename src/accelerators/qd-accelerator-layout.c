/* qd-accelerator-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-accelerator-layout"

#include <glib/gi18n.h>

#include "qd-accelerator-layout-private.h"
#include "qd-duration.h"
#include "qd-week.h"

#define DAYS_PER_WEEK 7

/* How many weeks after the last anything is looked for */
#define SPARE_WEEKS 10

/* What writing takes us, and closing. */
#define OUTCOMES_MINUTES QD_DURATION_DAY
#define BACKLOG_MINUTES QD_DURATION_DAY
#define RESULTS_MINUTES QD_DURATION_DAY
#define CLOSE_OUT_MINUTES QD_DURATION_HOUR
#define HAND_OVER_MINUTES (2 * QD_DURATION_HOUR)

/* A sprint that has as much leaves its last working day free. */
#define ROOM_FOR_BUFFER (2 * QD_DURATION_DAY)

#define N_MEETINGS (2 + QD_ACCELERATOR_N_SPRINTS)

static int
get_week_day (QdLayoutBuilder *builder,
              int              week)
{
  return builder->layout->start + (week - 1) * DAYS_PER_WEEK;
}

static QdMinute
get_week_start (QdLayoutBuilder *builder,
                int              week)
{
  return qd_minute_from_day (get_week_day (builder, week));
}

static int
get_n_weeks (QdLayoutBuilder *builder)
{
  return qd_accelerator_draft_get_n_weeks (builder->draft);
}

static void
look_for_common_hours (QdLayoutBuilder *builder)
{
  builder->apart = TRUE;

  for (int week = 1; week <= get_n_weeks (builder); week++)
    {
      if (qd_plan_calendars_have_common_hours_on (builder->draft->calendars, get_week_day (builder, week)))
        builder->apart = FALSE;
    }

  if (builder->apart)
    qd_layout_add_finding (builder,
                           QD_LAYOUT_FINDING_NO_COMMON_HOURS,
                           -1,
                           g_strdup (_ ("Both sides never work at the same time: workshops are in our hours, on days on "
                                        "which both work")));
}

static void
collect_modules (QdLayoutBuilder *builder,
                 QdCatalogue     *catalogue)
{
  for (guint i = 0; i < builder->draft->modules->len; i++)
    {
      const char        *key = g_ptr_array_index (builder->draft->modules, i);
      QdCatalogueModule *module = qd_catalogue_lookup (catalogue, key);

      if (module == NULL)
        qd_layout_add_finding (builder,
                               QD_LAYOUT_FINDING_UNKNOWN,
                               -1,
                               g_strdup_printf (_ ("The module “%s” is no longer in the catalogue: it is left out"), key));
      else if (!g_ptr_array_find (builder->modules, module, NULL))
        g_ptr_array_add (builder->modules, module);
    }
}

/* The workshops, each in its week and on a later day than the one before: discovery,
 * planning, and what opens each sprint (Success Services page; accelerator timeline). */
static void
find_workshops (QdLayoutBuilder *builder,
                QdLayoutMeeting *meetings)
{
  const QdAcceleratorDraft *draft = builder->draft;

  for (guint i = 0; i < N_MEETINGS; i++)
    {
      QdLayoutMeeting *meeting = &meetings[i];
      int              first;

      meeting->minutes = i == 0 ? draft->discovery_minutes : i == 1 ? draft->planning_minutes
                                                                    : draft->review_minutes;
      meeting->week =
          i < 2 ? (int)i + 1 : QD_LAYOUT_FIRST_SPRINT_WEEK + ((int)i - 2) * QD_LAYOUT_WEEKS_OF_SPRINT;
      first = get_week_day (builder, meeting->week);

      if (i > 0)
        first = MAX (first, qd_minute_get_day (meetings[i - 1].slot.finish - 1) + 1);

      qd_layout_find_meeting (builder,
                              meeting,
                              first,
                              get_week_day (builder, meeting->week + 1) - 1,
                              qd_minute_from_day (first));
    }
}

/* Returns: the last day before @end on which @side works, for tasks; @end where there is none from @begin on */
static int
find_last_day (QdLayoutBuilder *builder,
               QdTaskSide       side,
               int              begin,
               int              end)
{
  for (int day = end - 1; day >= begin; day--)
    {
      if (qd_layout_count (builder, side, qd_minute_from_day (day), qd_minute_from_day (day + 1)) > 0)
        return day;
    }

  return end;
}

/* On which day the results are worked out: with a week of its own, the first of that; else two
 * days before the end, so that a day is left for the call. */
static int
find_results_day (QdLayoutBuilder *builder)
{
  QdWorkTime *hours = qd_plan_calendars_get (builder->draft->calendars, QD_CALENDAR_SIDE_BOTH, TRUE);
  int         begin = get_week_day (builder, get_n_weeks (builder));
  int         last;

  if (builder->draft->reporting_week)
    return begin;

  for (last = begin + DAYS_PER_WEEK - 1; last > begin && !qd_work_time_is_working_day (hours, last); last--)
    {
    }

  return find_last_day (builder, QD_TASK_SIDE_OURS, begin - DAYS_PER_WEEK + 1, last);
}

/* Returns: where what is done in the sprint that ends at @end is to be finished */
static QdMinute
leave_buffer (QdLayoutBuilder *builder,
              QdMinute         begin,
              QdMinute         end)
{
  int      first = qd_minute_get_day (begin);
  int      last = find_last_day (builder, QD_TASK_SIDE_THEIRS, first, qd_minute_get_day (end - 1) + 1);
  QdMinute until = qd_minute_from_day (last);

  return qd_layout_count (builder, QD_TASK_SIDE_THEIRS, begin, until) >= ROOM_FOR_BUFFER ? until : end;
}

static void
measure_sprints (QdLayoutBuilder       *builder,
                 const QdLayoutMeeting *reviews,
                 QdMinute               results,
                 QdLayoutSprint        *sprints)
{
  for (guint i = 0; i < QD_ACCELERATOR_N_SPRINTS; i++)
    {
      QdLayoutSprint *sprint = &sprints[i];
      gboolean        is_last = i == QD_ACCELERATOR_N_SPRINTS - 1;
      int             next_week = QD_LAYOUT_FIRST_SPRINT_WEEK + ((int)i + 1) * QD_LAYOUT_WEEKS_OF_SPRINT;

      sprint->number = (int)i + 1;
      sprint->begin = reviews[i].slot.finish;
      sprint->end = is_last ? MAX (results, sprint->begin) : reviews[i + 1].slot.start;
      sprint->until = MIN (sprint->end, get_week_start (builder, next_week));

      if (!is_last || builder->draft->reporting_week)
        sprint->until = leave_buffer (builder, sprint->begin, sprint->until);

      sprint->capacity = qd_layout_count (builder, QD_TASK_SIDE_THEIRS, sprint->begin, sprint->until);
    }
}

static guint
add_meeting (QdLayoutBuilder       *builder,
             QdLayoutRole           role,
             guint                  phase,
             int                    sprint,
             const char            *title,
             const QdLayoutMeeting *meeting)
{
  QdTaskKind kind = role == QD_LAYOUT_ROLE_CLOSE_OUT ? QD_TASK_KIND_CALL : QD_TASK_KIND_WORKSHOP;
  guint      index = qd_layout_add_task (builder, role, phase, title, kind, QD_TASK_SIDE_BOTH);

  qd_layout_place_meeting (builder, index, meeting);
  qd_layout_get_task (builder, index)->sprint = sprint;
  qd_layout_follow (builder, index);

  return index;
}

/* What we write after a workshop. The next one waits for it where it is finished by then. */
static guint
add_writing (QdLayoutBuilder *builder,
             QdLayoutRole     role,
             guint            phase,
             const char      *title,
             int              minutes,
             const char      *deliverable)
{
  guint index = qd_layout_add_task (builder, role, phase, title, QD_TASK_KIND_TASK, QD_TASK_SIDE_OURS);

  if (!qd_layout_run (builder, index, builder->cursor, minutes))
    return QD_LAYOUT_NO_TASK;

  qd_layout_get_task (builder, index)->work = minutes;
  qd_layout_add_link (builder, builder->last, index);
  qd_layout_add_deliverable (builder, phase, index, deliverable);

  return index;
}

static void
add_discovery (QdLayoutBuilder       *builder,
               const QdLayoutMeeting *meetings)
{
  gboolean by_design = builder->draft->phase_naming == QD_PHASE_NAMING_MEASURE;
  guint    writing;
  guint    workshop;

  add_meeting (
      builder, QD_LAYOUT_ROLE_DISCOVERY, QD_LAYOUT_PHASE_DISCOVERY, 0, _ ("Discovery workshop"), &meetings[0]);
  writing = add_writing (builder,
                         QD_LAYOUT_ROLE_OUTCOMES,
                         QD_LAYOUT_PHASE_DISCOVERY,
                         _ ("Write the outcomes document"),
                         OUTCOMES_MINUTES,
                         _ ("Outcomes document"));
  workshop = add_meeting (builder,
                          QD_LAYOUT_ROLE_PLANNING,
                          QD_LAYOUT_PHASE_PLANNING,
                          0,
                          by_design ? _ ("Design workshop") : _ ("Planning workshop"),
                          &meetings[1]);
  qd_layout_add_link (builder, writing, workshop);
}

static void
add_sprints (QdLayoutBuilder       *builder,
             const QdLayoutMeeting *reviews,
             const QdLayoutSprint  *sprints)
{
  g_autoptr(GArray) blocks = qd_layout_spread_modules (builder, sprints);
  guint writing = add_writing (builder,
                               QD_LAYOUT_ROLE_BACKLOG,
                               QD_LAYOUT_PHASE_PLANNING,
                               _ ("Write the backlog of issues in the shared project"),
                               BACKLOG_MINUTES,
                               _ ("Issue backlog in the shared project"));

  for (guint i = 0; i < QD_ACCELERATOR_N_SPRINTS; i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Backlog review workshop %d"), sprints[i].number);
      guint            review = add_meeting (
          builder, QD_LAYOUT_ROLE_REVIEW, QD_LAYOUT_PHASE_DELIVERY, sprints[i].number, title, &reviews[i]);

      if (i == 0)
        qd_layout_add_link (builder, writing, review);

      qd_layout_fill_sprint (builder, blocks, &sprints[i]);
    }
}

static void
add_results (QdLayoutBuilder *builder,
             QdMinute         from)
{
  guint         index = qd_layout_add_task (builder,
                                            QD_LAYOUT_ROLE_RESULTS,
                                            QD_LAYOUT_PHASE_REPORTING,
                                            _ ("Work out the results against the success criteria"),
                                            QD_TASK_KIND_TASK,
                                            QD_TASK_SIDE_OURS);
  QdLayoutTask *task = qd_layout_get_task (builder, index);

  if (qd_layout_run (builder, index, MAX (from, builder->cursor), RESULTS_MINUTES))
    {
      task->work = RESULTS_MINUTES;
      task->held = TRUE;
    }

  qd_layout_follow (builder, index);
}

static void
add_closing (QdLayoutBuilder *builder,
             QdMinute         results)
{
  QdLayoutMeeting call = { .minutes = CLOSE_OUT_MINUTES, .week = get_n_weeks (builder) };
  guint           index;

  add_results (builder, results);
  qd_layout_find_meeting (builder,
                          &call,
                          qd_minute_get_day (builder->cursor),
                          get_week_day (builder, call.week + 1) - 1,
                          builder->cursor);
  add_meeting (builder, QD_LAYOUT_ROLE_CLOSE_OUT, QD_LAYOUT_PHASE_REPORTING, 0, _ ("Close-out call"), &call);
  index = qd_layout_add_task (builder,
                              QD_LAYOUT_ROLE_HAND_OVER,
                              QD_LAYOUT_PHASE_REPORTING,
                              _ ("Hand the results over for the EBR"),
                              QD_TASK_KIND_TASK,
                              QD_TASK_SIDE_OURS);

  if (!qd_layout_run (builder, index, builder->cursor, HAND_OVER_MINUTES))
    return;

  qd_layout_get_task (builder, index)->work = HAND_OVER_MINUTES;
  qd_layout_follow (builder, index);
  qd_layout_add_deliverable (builder, QD_LAYOUT_PHASE_REPORTING, index, _ ("Results for the EBR"));
}

/* A summary spans what it sums up. */
static void
span_summaries (QdLayoutBuilder *builder)
{
  for (guint i = 0; i < builder->layout->tasks->len; i++)
    {
      QdLayoutTask *task = qd_layout_get_task (builder, i);
      QdLayoutTask *summary = task->parent >= 0 ? qd_layout_get_task (builder, task->parent) : NULL;

      if (summary == NULL || task->finish == QD_MINUTE_NONE)
        continue;

      summary->start = summary->start == QD_MINUTE_NONE ? task->start : MIN (summary->start, task->start);
      summary->finish = MAX (summary->finish, task->finish);
    }
}

/* The last day on which either side works in the last week, or on which anything is done later. */
static int
find_target (QdLayoutBuilder *builder)
{
  int begin = get_week_day (builder, get_n_weeks (builder));
  int end = begin + DAYS_PER_WEEK;
  int target = find_last_day (builder, QD_TASK_SIDE_OURS, begin, end);
  int theirs = find_last_day (builder, QD_TASK_SIDE_THEIRS, begin, end);

  if (target == end || (theirs != end && theirs > target))
    target = MIN (theirs, end - 1);

  for (guint i = 0; i < builder->layout->tasks->len; i++)
    {
      QdLayoutTask *task = qd_layout_get_task (builder, i);

      if (task->finish != QD_MINUTE_NONE)
        target = MAX (target, qd_minute_get_day (MAX (task->start, task->finish - 1)));
    }

  return target;
}

/* Each after the other, without a gap. */
static void
add_phases (QdLayoutBuilder *builder,
            int              results_day)
{
  static const char *const names[][QD_ACCELERATOR_N_PHASES] = {
    [QD_PHASE_NAMING_REPORTING] = { N_ ("Discovery"), N_ ("Planning"), N_ ("Delivery"), N_ ("Reporting") },
    [QD_PHASE_NAMING_MEASURE] = { N_ ("Discovery"), N_ ("Design"), N_ ("Deliver"), N_ ("Measure") },
  };
  const int firsts[] = {
    builder->layout->start,
    get_week_day (builder, 2),
    get_week_day (builder, QD_LAYOUT_FIRST_SPRINT_WEEK),
    results_day,
    builder->layout->target + 1,
  };

  for (guint i = 0; i < QD_ACCELERATOR_N_PHASES; i++)
    {
      QdLayoutPhase *phase = g_new (QdLayoutPhase, 1);

      *phase = (QdLayoutPhase){ g_strdup (_ (names[builder->draft->phase_naming][i])), firsts[i], firsts[i + 1] - 1 };
      g_ptr_array_add (builder->layout->phases, phase);
    }
}

/**
 * qd_accelerator_lay_out:
 *
 * Lays out 12 weeks, or 13: a discovery workshop in the first, a planning workshop in the
 * second, five sprints of two weeks that each begin with a backlog review, and what closes it.
 * Where a workshop cannot be in its week, a finding says why it is where it is.
 *
 * What is linked stands as early as its links and hours let it, except where a task is held;
 * so that a #QdSchedule over the same calendars leaves all where it is.
 *
 * Returns: (transfer full): nothing is written
 */
QdAcceleratorLayout *
qd_accelerator_lay_out (const QdAcceleratorDraft *draft,
                        QdCatalogue              *catalogue)
{
  g_autoptr(GPtrArray) modules = g_ptr_array_new ();
  QdAcceleratorLayout *layout = qd_accelerator_layout_new ();
  QdLayoutBuilder      builder = { .draft = draft, .layout = layout, .modules = modules, .last = QD_LAYOUT_NO_TASK };
  QdLayoutMeeting      meetings[N_MEETINGS];
  QdLayoutSprint       sprints[QD_ACCELERATOR_N_SPRINTS];
  int                  results_day;

  g_return_val_if_fail (QD_IS_CATALOGUE (catalogue), layout);
  g_return_val_if_fail (draft->discovery_minutes > 0 && draft->planning_minutes > 0 && draft->review_minutes > 0, layout);

  layout->start = qd_week_get_start (draft->start);
  builder.horizon = layout->start + (get_n_weeks (&builder) + SPARE_WEEKS) * DAYS_PER_WEEK;

  look_for_common_hours (&builder);
  collect_modules (&builder, catalogue);
  find_workshops (&builder, meetings);
  results_day = find_results_day (&builder);
  measure_sprints (&builder, &meetings[2], qd_minute_from_day (results_day), sprints);
  add_discovery (&builder, meetings);
  add_sprints (&builder, &meetings[2], sprints);
  add_closing (&builder, qd_minute_from_day (results_day));
  span_summaries (&builder);
  layout->target = find_target (&builder);
  add_phases (&builder, results_day);

  return layout;
}
