/* qd-test-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-accelerator-layout.h"
#include "qd-schedule.h"
#include "qd-test-sides.h"
#include "qd-week.h"

typedef struct
{
  QdTestSide          ours;
  QdTestSide          theirs;
  QdCatalogue        *catalogue;
  QdAcceleratorDraft *draft;
} QdTestWorld;

static inline void
qd_test_world_init (QdTestWorld *world,
                    const char  *our_hours,
                    const char  *our_zone,
                    const char  *their_hours,
                    const char  *their_zone,
                    int          start)
{
  qd_test_side_init (&world->ours, our_hours, our_zone);
  qd_test_side_init (&world->theirs, their_hours, their_zone);
  world->catalogue = qd_catalogue_new (NULL);
  world->draft = qd_accelerator_draft_new (1, start);
}

static inline void
qd_test_world_clear (QdTestWorld *world)
{
  g_ptr_array_unref (world->ours.closures);
  g_ptr_array_unref (world->theirs.closures);
  g_object_unref (world->catalogue);
  qd_accelerator_draft_free (world->draft);
}

static inline QdAcceleratorLayout *
qd_test_lay_out (QdTestWorld *world)
{
  int start = qd_week_get_start (world->draft->start);
  g_autoptr(QdPlanCalendars) calendars =
                qd_test_sides_create (&world->ours, &world->theirs, start - 14, start + 30 * 7);

  qd_accelerator_draft_set_calendars (world->draft, calendars);

  return qd_accelerator_lay_out (world->draft, world->catalogue);
}

static inline void
qd_test_choose_modules (QdTestWorld *world,
                        const char  *keys)
{
  g_auto(GStrv) list = g_strsplit (keys, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (world->draft->modules, g_strdup (list[i]));
}

/* The scheduler, given the same calendars, leaves every date where it is: with or without
 * where what is linked stood. */
static inline void
qd_test_check_schedule (QdAcceleratorLayout *layout,
                        QdPlanCalendars     *calendars,
                        gboolean             with_anchors)
{
  g_autoptr(GArray) tasks = g_array_new (FALSE, FALSE, sizeof (QdScheduleTask));
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (QdScheduleLink));
  g_autoptr(QdSchedule) schedule = NULL;
  g_autoptr(GArray) findings = NULL;

  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask  *item = g_ptr_array_index (layout->tasks, i);
      gboolean       meeting = item->kind == QD_TASK_KIND_WORKSHOP || item->kind == QD_TASK_KIND_CALL;
      QdScheduleTask task = {
        .anchor = with_anchors ? item->start : QD_MINUTE_NONE,
        .finish = QD_MINUTE_NONE,
        .duration = item->duration,
        .parent = item->parent,
        .constraint = item->held ? QD_CONSTRAINT_KIND_NOT_BEFORE : QD_CONSTRAINT_KIND_NONE,
        .constraint_at = item->start,
        .calendar = qd_plan_calendars_index ((QdCalendarSide)item->side, meeting),
      };

      g_array_append_val (tasks, task);
    }

  for (guint i = 0; i < layout->links->len; i++)
    {
      QdLayoutLink  *item = &g_array_index (layout->links, QdLayoutLink, i);
      QdScheduleLink link = { .from = item->from, .to = item->to, .kind = QD_LINK_KIND_FINISH_START };

      g_array_append_val (links, link);
    }

  schedule = qd_schedule_new (&(QdScheduleInput){ tasks,
                                                  links,
                                                  qd_plan_calendars_get_all (calendars),
                                                  QD_PLAN_CALENDARS_N,
                                                  qd_minute_from_day (layout->start),
                                                  QD_MINUTE_NONE },
                              NULL,
                              NULL);
  findings = qd_schedule_find (schedule);
  g_assert_cmpuint (findings->len, ==, 0);

  for (guint i = 0; i < layout->tasks->len; i++)
    {
      QdLayoutTask   *item = g_ptr_array_index (layout->tasks, i);
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);

      g_assert_cmpint (dates.start, ==, item->start);
      g_assert_cmpint (dates.finish, ==, item->finish);
    }
}
