/* qd-holiday-event-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-event-rule.h"
#include "qd-holiday-event.h"
#include "qd-work-time.h"

G_BEGIN_DECLS

/* Longer than any holiday: a wrong year makes an event so long. */
#define QD_HOLIDAY_EVENT_MAX_DAYS 366

/* A day, or a time on the clock of @zone: on that of the wall, wherever one is, without */
typedef struct
{
  QdMinute   minute;
  gboolean   is_day;
  GTimeZone *zone; /* one of the event’s */
} QdMoment;

typedef struct
{
  QdMoment start;
  QdMoment end;
  int      length; /* in minutes, where there is no end; -1 for that of the event */
} QdAddedTime;

struct _QdHolidayEvent
{
  guint      line;
  guint      end_line;
  GTimeZone *zone;  /* that of the calendar, for times in UTC */
  GPtrArray *zones; /* of GTimeZone: those of its times */
  char      *name;
  char      *uid;
  gboolean   is_cancelled;
  gboolean   has_start;
  gboolean   has_end;
  gboolean   has_original;
  QdMoment   start;
  QdMoment   end;
  QdMoment   original; /* when the event that this one changes would have begun */
  int        length;   /* in minutes, or -1 */
  GArray    *rules;    /* of QdEventRule: when it is */
  GArray    *except;   /* of QdEventRule: when it is not */
  GArray    *added;    /* of QdAddedTime */
  GArray    *removed;  /* of QdMoment */
};

G_END_DECLS
