/* qd-schedule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-work-time.h"

G_BEGIN_DECLS

/* No task and no lag is longer, in minutes: sums of them must still be minutes. */
#define QD_SCHEDULE_LONGEST QD_MINUTE_LAST

/* What of the one task holds what of the other, as project tools name it: FS, SS, FF, SF. */
typedef enum
{
  QD_LINK_KIND_FINISH_START,
  QD_LINK_KIND_START_START,
  QD_LINK_KIND_FINISH_FINISH,
  QD_LINK_KIND_START_FINISH,
} QdLinkKind;

/**
 * QdConstraintKind:
 * @QD_CONSTRAINT_KIND_NOT_BEFORE: it starts then at the earliest
 * @QD_CONSTRAINT_KIND_NOT_AFTER: it is to be finished by then; it is not moved for that
 * @QD_CONSTRAINT_KIND_FIXED: it starts then, whatever its links want
 *
 * What holds a task besides its links; without one it starts as soon as possible.
 */
typedef enum
{
  QD_CONSTRAINT_KIND_NONE = -1,
  QD_CONSTRAINT_KIND_NOT_BEFORE,
  QD_CONSTRAINT_KIND_NOT_AFTER,
  QD_CONSTRAINT_KIND_FIXED,
} QdConstraintKind;

/**
 * QdScheduleTask:
 * @anchor: where it stands as long as no link of its own moves it, which may be to before
 *   the plan starts; %QD_MINUTE_NONE for the start of the plan, before which no link then
 *   moves it
 * @finish: where one that is done has ended; else %QD_MINUTE_NONE
 * @duration: in working minutes of its calendar, up to %QD_SCHEDULE_LONGEST; 0 for a milestone
 * @parent: the task that sums it up, or -1; one that sums up others has no
 *   duration and no anchor of its own
 * @calendar: which of the calendars
 * @constraint: #QdConstraintKind
 * @constraint_at: only of a constraint
 * @progress: 0 to 100; what has begun stays where it began, what is done where it was
 */
typedef struct
{
  QdMinute anchor;
  QdMinute finish;
  int      duration;
  int      parent;
  QdMinute constraint_at;
  gint8    constraint;
  guint8   calendar;
  guint8   progress;
} QdScheduleTask;

/**
 * QdScheduleLink:
 * @from: the predecessor, a task
 * @to: the successor
 * @lag: minutes between the two; less than 0 for a lead; either up to %QD_SCHEDULE_LONGEST
 * @elapsed: whether the lag runs day and night, rather than in the successor's working time
 */
typedef struct
{
  guint  from;
  guint  to;
  int    lag;
  guint8 kind; /* QdLinkKind */
  guint8 elapsed;
} QdScheduleLink;

/**
 * QdScheduleInput:
 * @tasks: of QdScheduleTask
 * @links: of QdScheduleLink
 * @start: of the plan
 * @status: what is not done by then is not done before it; %QD_MINUTE_NONE if that is not asked
 *
 * All there is to know. The arrays are held, not copied, and changed with the schedule:
 * whoever made them leaves them alone from then on.
 */
typedef struct
{
  GArray            *tasks;
  GArray            *links;
  QdWorkTime *const *calendars;
  guint              n_calendars;
  QdMinute           start;
  QdMinute           status;
} QdScheduleInput;

/**
 * QdScheduleDates:
 *
 * When a task is done: as early as it can be, which is when it is planned, and
 * as late as it may be without moving the end or breaking a constraint.
 */
typedef struct
{
  QdMinute start;
  QdMinute finish;
  QdMinute late_start;
  QdMinute late_finish;
} QdScheduleDates;

/**
 * QdScheduleDriver:
 * @QD_SCHEDULE_DRIVER_START: the start of the plan
 * @QD_SCHEDULE_DRIVER_ANCHOR: where it stood
 * @QD_SCHEDULE_DRIVER_LINK: a predecessor
 * @QD_SCHEDULE_DRIVER_PARENT: what its summary waits for
 * @QD_SCHEDULE_DRIVER_CHILD: of a summary, the child it begins with
 * @QD_SCHEDULE_DRIVER_CONSTRAINT: its constraint
 * @QD_SCHEDULE_DRIVER_STATUS: the status day
 * @QD_SCHEDULE_DRIVER_ACTUAL: it has begun, or is done
 *
 * Why a task starts when it does, and not earlier.
 */
typedef enum
{
  QD_SCHEDULE_DRIVER_START,
  QD_SCHEDULE_DRIVER_ANCHOR,
  QD_SCHEDULE_DRIVER_LINK,
  QD_SCHEDULE_DRIVER_PARENT,
  QD_SCHEDULE_DRIVER_CHILD,
  QD_SCHEDULE_DRIVER_CONSTRAINT,
  QD_SCHEDULE_DRIVER_STATUS,
  QD_SCHEDULE_DRIVER_ACTUAL,
} QdScheduleDriver;

/**
 * QdScheduleFindingKind:
 * @QD_SCHEDULE_FINDING_LATE: it ends after the day it must not end after
 * @QD_SCHEDULE_FINDING_FIXED: it stays where it is fixed, though a link wants it later
 * @QD_SCHEDULE_FINDING_ACTUAL: it has begun before a link would have let it
 * @QD_SCHEDULE_FINDING_NO_WORK: its calendar has no working time left for it
 * @QD_SCHEDULE_FINDING_CYCLE: it waits for itself; what makes the circle is not counted
 * @QD_SCHEDULE_FINDING_SUMMARY: a link holds the finish of a summary, which follows from its
 *   tasks; it is not counted
 * @QD_SCHEDULE_FINDING_NOT_FIXED: it does not start when it is fixed: nobody works then or,
 *   of a summary, none of its tasks starts then
 */
typedef enum
{
  QD_SCHEDULE_FINDING_LATE,
  QD_SCHEDULE_FINDING_FIXED,
  QD_SCHEDULE_FINDING_ACTUAL,
  QD_SCHEDULE_FINDING_NO_WORK,
  QD_SCHEDULE_FINDING_CYCLE,
  QD_SCHEDULE_FINDING_SUMMARY,
  QD_SCHEDULE_FINDING_NOT_FIXED,
} QdScheduleFindingKind;

/**
 * QdScheduleFinding:
 * @link: that wants something else, or -1
 * @wanted: when it would have to start or, for what is late, to end; %QD_MINUTE_NONE if that does not apply
 *
 * Something that cannot be as it was asked for.
 */
typedef struct
{
  QdScheduleFindingKind kind;
  guint                 task;
  int                   link;
  QdMinute              wanted;
} QdScheduleFinding;

/**
 * QdSchedule:
 *
 * Works out when the tasks of a plan are done: the critical path method over
 * working calendars, forward and backward. Pure: it knows arrays and no records,
 * and the same input always gives the same result.
 *
 * A change is followed by qd_schedule_update(), which works out anew only what
 * depends on it. To be used by one thread at a time.
 */
typedef struct _QdSchedule QdSchedule;

QdSchedule                *qd_schedule_new (const QdScheduleInput *input,
                                            GCancellable          *cancellable,
                                            GError               **error);
QdSchedule                *qd_schedule_copy (QdSchedule *self);
void                       qd_schedule_free (QdSchedule *self);

guint                      qd_schedule_get_n_tasks (QdSchedule *self);
const QdScheduleTask      *qd_schedule_get_task (QdSchedule *self,
                                                 guint       task);
guint                      qd_schedule_get_n_links (QdSchedule *self);
const QdScheduleLink      *qd_schedule_get_link (QdSchedule *self,
                                                 guint       link);
QdWorkTime                *qd_schedule_get_calendar (QdSchedule *self,
                                                     guint       task);
gboolean                   qd_schedule_is_summary (QdSchedule *self,
                                                   guint       task);

QdMinute                   qd_schedule_get_status (QdSchedule *self);
QdMinute                   qd_schedule_get_start (QdSchedule *self);
QdMinute                   qd_schedule_get_end (QdSchedule *self);
QdScheduleDates            qd_schedule_get_dates (QdSchedule *self,
                                                  guint       task);
int                        qd_schedule_get_total_float (QdSchedule *self,
                                                        guint       task);
int                        qd_schedule_get_free_float (QdSchedule *self,
                                                       guint       task);
gboolean                   qd_schedule_is_critical (QdSchedule *self,
                                                    guint       task);
QdMinute                   qd_schedule_get_earliest (QdSchedule *self,
                                                     guint       task,
                                                     int        *link);
QdMinute                   qd_schedule_get_bound (QdSchedule *self,
                                                  guint       task);
QdScheduleDriver           qd_schedule_get_driver (QdSchedule *self,
                                                   guint       task,
                                                   int        *link);
GArray                    *qd_schedule_find (QdSchedule *self);
GPtrArray                 *qd_schedule_find_cycles (QdSchedule *self);
gboolean                   qd_schedule_waits_for_itself (QdSchedule *self,
                                                         guint       task);
GArray                    *qd_schedule_find_cycle (QdSchedule *self,
                                                   guint       task);
GArray                    *qd_schedule_find_path (QdSchedule *self,
                                                  guint       from,
                                                  guint       to);

void                       qd_schedule_set_task (QdSchedule           *self,
                                                 guint                 task,
                                                 const QdScheduleTask *value);
void                       qd_schedule_set_link (QdSchedule           *self,
                                                 guint                 link,
                                                 const QdScheduleLink *value);
guint                      qd_schedule_add_link (QdSchedule           *self,
                                                 const QdScheduleLink *link);
void                       qd_schedule_remove_link (QdSchedule *self,
                                                    guint       link);
const guint               *qd_schedule_update (QdSchedule *self,
                                               guint      *n_changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdSchedule, qd_schedule_free)

G_END_DECLS
