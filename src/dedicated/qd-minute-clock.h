/* qd-minute-clock.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QD_TYPE_MINUTE_CLOCK (qd_minute_clock_get_type ())

G_DECLARE_FINAL_TYPE (QdMinuteClock, qd_minute_clock, QD, MINUTE_CLOCK, GObject)

QdMinuteClock *qd_minute_clock_new (void);
gint64         qd_minute_clock_get_now (QdMinuteClock *self);
int            qd_minute_clock_get_today (QdMinuteClock *self);
void           qd_minute_clock_set_now (QdMinuteClock *self,
                                        gint64         now);
gboolean       qd_minute_clock_is_running (QdMinuteClock *self);
void           qd_minute_clock_start (QdMinuteClock *self);
void           qd_minute_clock_stop (QdMinuteClock *self);

G_END_DECLS
