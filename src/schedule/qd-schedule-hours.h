/* qd-schedule-hours.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "qd-work-time.h"

G_BEGIN_DECLS

/**
 * QdScheduleHours:
 * @holidays: (element-type QdMinuteSpan): on a clock of its zone
 * @zone: (nullable): where the hours are kept; %NULL for UTC
 *
 * A calendar of a file: when work is done, before it is known from when until when that
 * is asked.
 */
typedef struct
{
  char      *name;
  QdWorkWeek week;
  GArray    *holidays;
  GTimeZone *zone;
} QdScheduleHours;

GPtrArray  *qd_schedule_hours_read (JsonNode   *node,
                                    const char *path,
                                    GError    **error);
QdWorkTime *qd_schedule_hours_create (const QdScheduleHours *self,
                                      int                    first_day,
                                      int                    last_day);

/* Times in files: a day, or a minute of one, on the clock of a zone or, with a “Z”, in UTC */

gboolean    qd_schedule_minute_read (JsonNode   *node,
                                     GTimeZone  *zone,
                                     gboolean    end_of_day,
                                     QdMinute   *minute,
                                     const char *path,
                                     GError    **error);
QdMinute    qd_schedule_minute_from_day (int        day,
                                         GTimeZone *zone);

G_END_DECLS
