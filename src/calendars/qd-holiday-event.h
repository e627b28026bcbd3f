/* qd-holiday-event.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "qd-content-lines.h"

G_BEGIN_DECLS

/**
 * QdHolidayEvent:
 *
 * An event of an iCalendar file: its name and the days on which it is.
 */
typedef struct _QdHolidayEvent QdHolidayEvent;

/* From a day to another, both included */
typedef struct
{
  int first;
  int last;
} QdDaySpan;

QdHolidayEvent *qd_holiday_event_new (guint      line,
                                      GTimeZone *zone);
void            qd_holiday_event_free (QdHolidayEvent *self);

gboolean        qd_holiday_event_read (QdHolidayEvent       *self,
                                       const QdContentLines *line,
                                       GError              **error);
gboolean        qd_holiday_event_finish (QdHolidayEvent *self,
                                         GError        **error);
const char     *qd_holiday_event_get_name (QdHolidayEvent *self);
const char     *qd_holiday_event_get_uid (QdHolidayEvent *self);
gboolean        qd_holiday_event_is_change (QdHolidayEvent *self);
void            qd_holiday_event_remove (QdHolidayEvent *self,
                                         QdHolidayEvent *change);
gboolean        qd_holiday_event_expand (QdHolidayEvent *self,
                                         int             first_day,
                                         int             last_day,
                                         int            *effort,
                                         GArray         *spans,
                                         GError        **error);

GTimeZone      *qd_holiday_event_find_zone (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdHolidayEvent, qd_holiday_event_free)

G_END_DECLS
