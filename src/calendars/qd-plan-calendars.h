/* qd-plan-calendars.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-closure.h"
#include "qd-portfolio.h"
#include "qd-work-time.h"
#include "qd-working-calendar.h"

G_BEGIN_DECLS

/* Whose calendar. */
typedef enum
{
  QD_CALENDAR_SIDE_OURS,
  QD_CALENDAR_SIDE_THEIRS,
  QD_CALENDAR_SIDE_BOTH,
} QdCalendarSide;

/**
 * QdCalendarBand:
 * @side: ours or theirs
 * @public: whether it is a public holiday, rather than an entry that a person made
 * @span: on the plan's clock
 *
 * A stretch on which one side's calendar is another than usual.
 */
typedef struct
{
  QdCalendarSide side;
  QdClosureKind  kind;
  QdClosureStop  stops;
  gboolean public;
  const char  *name;
  QdMinuteSpan span;
} QdCalendarBand;

#define QD_PLAN_CALENDARS_N 6

/**
 * QdPlanCalendars:
 *
 * When the work of a plan can be done: by us, by the customer and by both, apart
 * for tasks and for meetings. The clock of the plan is ours, where we have said
 * in which zone we work; else all hours are taken as they are written.
 *
 * Both work on a task on the days on which both work, in our hours. They meet in
 * the hours that they have in common; in a week that has none, in our hours on the
 * days on which both work.
 *
 * Immutable, so that any thread may hold it.
 */
typedef struct _QdPlanCalendars QdPlanCalendars;

typedef char *(*QdPlanCalendarsRenameFunc) (const char *name,
                                            gpointer    data);

QdPlanCalendars   *qd_plan_calendars_new (QdWorkingCalendar *ours,
                                          GPtrArray         *our_closures,
                                          QdWorkingCalendar *theirs,
                                          GPtrArray         *their_closures,
                                          int                first_day,
                                          int                last_day);
QdPlanCalendars   *qd_plan_calendars_new_for (QdPortfolio *portfolio,
                                              gint64       account,
                                              int          first_day,
                                              int          last_day);
QdWorkingCalendar *qd_working_calendar_find (QdPortfolio *portfolio,
                                             gint64       account);
QdPlanCalendars   *qd_plan_calendars_ref (QdPlanCalendars *self);
void               qd_plan_calendars_unref (QdPlanCalendars *self);

static inline guint
qd_plan_calendars_index (QdCalendarSide side,
                         gboolean       meeting)
{
  return side * 2 + (meeting ? 1 : 0);
}

QdWorkTime           *qd_plan_calendars_get (QdPlanCalendars *self,
                                             QdCalendarSide   side,
                                             gboolean         meeting);
QdWorkTime *const    *qd_plan_calendars_get_all (QdPlanCalendars *self);
int                   qd_plan_calendars_get_first_day (QdPlanCalendars *self);
int                   qd_plan_calendars_get_last_day (QdPlanCalendars *self);
gboolean              qd_plan_calendars_have_common_hours (QdPlanCalendars *self);
gboolean              qd_plan_calendars_have_common_hours_on (QdPlanCalendars *self,
                                                              int              day);
GTimeZone            *qd_plan_calendars_get_clock (QdPlanCalendars *self);
GTimeZone            *qd_plan_calendars_get_their_zone (QdPlanCalendars *self);
void                  qd_plan_calendars_rename_bands (QdPlanCalendars          *self,
                                                      QdPlanCalendarsRenameFunc func,
                                                      gpointer                  data);
const QdCalendarBand *qd_plan_calendars_get_bands (QdPlanCalendars *self,
                                                   guint           *n_bands);
gboolean              qd_calendar_band_applies (const QdCalendarBand *band,
                                                QdCalendarSide        side,
                                                gboolean              meeting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPlanCalendars, qd_plan_calendars_unref)

G_END_DECLS
