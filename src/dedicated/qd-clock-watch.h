/* qd-clock-watch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-minute-clock.h"

G_BEGIN_DECLS

void qd_clock_watch_add (GtkWidget     *widget,
                         QdMinuteClock *clock);

G_END_DECLS
