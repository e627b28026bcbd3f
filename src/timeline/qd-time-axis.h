/* qd-time-axis.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-work-time.h"

G_BEGIN_DECLS

/* Pixels a day: from a century on a screen to ten minutes beside each other */
#define QD_TIME_AXIS_MIN_SCALE 0.04
#define QD_TIME_AXIS_MAX_SCALE 5760.0

/**
 * QdTimeAxis:
 * @origin: the minute at x = 0
 * @scale: pixels a day
 *
 * Where a minute of a plan's clock is on a line.
 */
typedef struct
{
  double origin;
  double scale;
} QdTimeAxis;

typedef enum
{
  QD_TIME_UNIT_MINUTE,
  QD_TIME_UNIT_HOUR,
  QD_TIME_UNIT_DAY,
  QD_TIME_UNIT_WEEK,
  QD_TIME_UNIT_MONTH,
  QD_TIME_UNIT_QUARTER,
  QD_TIME_UNIT_YEAR,
} QdTimeUnit;

/**
 * QdTimeStep:
 *
 * What a row of the header counts in: so many units at a time.
 */
typedef struct
{
  QdTimeUnit unit;
  int        count;
} QdTimeStep;

double     qd_time_axis_get_x (const QdTimeAxis *self,
                               double            minute);
double     qd_time_axis_get_minute (const QdTimeAxis *self,
                                    double            x);
void       qd_time_axis_zoom (QdTimeAxis *self,
                              double      factor,
                              double      x);
void       qd_time_axis_fit (QdTimeAxis *self,
                             QdMinute    from,
                             QdMinute    until,
                             double      width);
void       qd_time_axis_get_steps (const QdTimeAxis *self,
                                   QdTimeStep       *upper,
                                   QdTimeStep       *lower);
QdTimeStep qd_time_axis_get_snap (const QdTimeAxis *self);

QdMinute   qd_time_step_floor (QdTimeStep step,
                               QdMinute   minute);
QdMinute   qd_time_step_next (QdTimeStep step,
                              QdMinute   minute);
QdMinute   qd_time_step_round (QdTimeStep step,
                               double     minute);
char      *qd_time_step_dup_label (QdTimeStep step,
                                   QdMinute   minute,
                                   double     width,
                                   gboolean   upper);
char      *qd_time_dup_words (int minute);

G_END_DECLS
