/* qd-work-time.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-day.h"
#include "qd-work-week.h"

G_BEGIN_DECLS

/**
 * QdMinute:
 *
 * A minute on the clock of a plan: day × 1440 + minute of the day, the day as in
 * qd-day.h. It is what a clock on the wall says, so that a plan reads the same
 * wherever it is opened; when that clock is put forward or back does not matter
 * to it.
 */
typedef gint32 QdMinute;

#define QD_MINUTE_NONE G_MININT32
#define QD_MINUTE_LAST (G_MAXINT32 / 2)

/* From @from until before @until */
typedef struct
{
  QdMinute from;
  QdMinute until;
} QdMinuteSpan;

/**
 * QdWorkTime:
 *
 * When work is done over some years, and how much: maps minutes of a clock to
 * working minutes counted from its beginning, and back. Immutable, so that any
 * thread may hold it.
 *
 * Beyond its last stretch there is no work: what would end there ends at
 * %QD_MINUTE_LAST.
 */
typedef struct _QdWorkTime QdWorkTime;

QdWorkTime                *qd_work_time_new_always (int first_day,
                                                    int last_day);
QdWorkTime                *qd_work_time_new (const QdWorkWeek *week,
                                             int               first_day,
                                             int               last_day,
                                             GTimeZone        *zone,
                                             GTimeZone        *clock);
QdWorkTime                *qd_work_time_new_spans (const QdMinuteSpan *spans,
                                                   guint               n_spans);
QdWorkTime                *qd_work_time_subtract (QdWorkTime         *self,
                                                  const QdMinuteSpan *spans,
                                                  guint               n_spans);
QdWorkTime                *qd_work_time_intersect (QdWorkTime *self,
                                                   QdWorkTime *other);
QdWorkTime                *qd_work_time_keep_days (QdWorkTime *self,
                                                   QdWorkTime *other);
QdWorkTime                *qd_work_time_ref (QdWorkTime *self);
void                       qd_work_time_unref (QdWorkTime *self);

guint                      qd_work_time_get_n_spans (QdWorkTime *self);
QdMinuteSpan               qd_work_time_get_span (QdWorkTime *self,
                                                  guint       index);
gboolean                   qd_work_time_is_empty (QdWorkTime *self);
gboolean                   qd_work_time_is_work (QdWorkTime *self,
                                                 QdMinute    minute);
gboolean                   qd_work_time_is_working_day (QdWorkTime *self,
                                                        int         day);

int                        qd_work_time_count (QdWorkTime *self,
                                               QdMinute    minute);
QdMinute                   qd_work_time_begin_at (QdWorkTime *self,
                                                  int         work);
QdMinute                   qd_work_time_end_at (QdWorkTime *self,
                                                int         work);
QdMinute                   qd_work_time_run (QdWorkTime *self,
                                             QdMinute   *start,
                                             int         work,
                                             int        *done);
QdMinute                   qd_work_time_run_back (QdWorkTime *self,
                                                  QdMinute   *finish,
                                                  int         work,
                                                  int        *done);
QdMinute                   qd_work_time_next (QdWorkTime *self,
                                              QdMinute    minute);
QdMinute                   qd_work_time_previous (QdWorkTime *self,
                                                  QdMinute    minute);

static inline int
qd_minute_get_day (QdMinute minute)
{
  return minute >= 0 ? minute / QD_MINUTES_PER_DAY : -((QD_MINUTES_PER_DAY - 1 - minute) / QD_MINUTES_PER_DAY);
}

static inline QdMinute
qd_minute_from_day (int day)
{
  return day * QD_MINUTES_PER_DAY;
}

/* Returns: from 0 to 1439 */
static inline int
qd_minute_get_time (QdMinute minute)
{
  return minute - qd_minute_from_day (qd_minute_get_day (minute));
}

QdMinute qd_minute_convert (QdMinute   minute,
                            GTimeZone *from,
                            GTimeZone *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdWorkTime, qd_work_time_unref)

G_END_DECLS
