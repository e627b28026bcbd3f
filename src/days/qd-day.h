/* qd-day.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A day, without a time or a zone: the number of days since 1970-01-01.
 * In the file and in JSON it is text such as “2026-05-03”.
 */
#define QD_DAY_NONE G_MININT
#define QD_DAY_TEXT_SIZE 11

/* Years outside of these are typing errors: 1899 is where spreadsheets begin. */
#define QD_DAY_FIRST_YEAR 1970
#define QD_DAY_LAST_YEAR 2199

gboolean qd_day_parse (const char *text,
                       int        *day);
void     qd_day_format (int  day,
                        char text[QD_DAY_TEXT_SIZE]);
gboolean qd_day_is_sensible (int day);

int      qd_day_from_ymd (int year,
                          int month,
                          int day_of_month);
void     qd_day_get_ymd (int  day,
                         int *year,
                         int *month,
                         int *day_of_month);
int      qd_day_get_weekday (int day);
int      qd_day_add_months (int day,
                            int n_months);
int      qd_day_from_instant (gint64 seconds);
int      qd_day_today (void);

G_END_DECLS
