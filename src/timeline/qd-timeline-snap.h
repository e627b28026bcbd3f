/* qd-timeline-snap.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-network.h"
#include "qd-time-axis.h"

G_BEGIN_DECLS

/* Where what is dragged comes to lie: on a step of the axis, and when people work. */

QdMinute qd_timeline_snap (QdMinute   minute,
                           double     by,
                           QdTimeStep step);
QdMinute qd_timeline_snap_to_work (QdWorkTime *time,
                                   QdMinute    minute);
QdMinute qd_timeline_snap_end (QdTask    *task,
                               QdMinute   start,
                               QdMinute   finish,
                               gboolean   is_end,
                               double     by,
                               QdTimeStep step);

G_END_DECLS
