/* qd-week.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-day.h"

G_BEGIN_DECLS

/* Which day a week begins with. Like the locale it is a matter of the whole process. */

void qd_week_set_first_weekday (int weekday);
int  qd_week_get_first_weekday (void);
int  qd_week_get_start (int day);
int  qd_week_get_number (int day);

G_END_DECLS
