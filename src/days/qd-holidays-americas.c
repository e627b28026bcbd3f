/* qd-holidays-americas.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holidays-americas"

#include <glib/gi18n.h>

#include "qd-holidays-private.h"

/*
 * Brazil. Laws 662 of 1949, 6.802 of 1980 and 14.759 of 2023, and law 9.093 of
 * 1995 for Good Friday. Carnival and Corpus Christi are not here: they are days
 * off by custom or by a city’s law, not by the nation’s.
 */
static const QdHolidayRule rules_br[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Tiradentes’ Day"), FIXED (4, 21) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Independence Day"), FIXED (9, 7) },
  { N_ ("Our Lady of Aparecida"), FIXED (10, 12), .since = 1980 },
  { N_ ("All Souls’ Day"), FIXED (11, 2) },
  { N_ ("Republic Day"), FIXED (11, 15) },
  { N_ ("Black Awareness Day"), FIXED (11, 20), .since = 2024 },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_br = { rules_br, G_N_ELEMENTS (rules_br) };

/*
 * Canada. The Canada Labour Code, part III, as far as every province has the day
 * too. Victoria Day, Thanksgiving, Remembrance Day, the National Day for Truth
 * and Reconciliation and Boxing Day are not here, as some province works on each
 * of them; nor is a day given off for Canada Day at a weekend, which is for the
 * provinces to say.
 */
static const QdHolidayRule rules_ca[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1), .shift = &qd_holiday_shift_monday },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Canada Day"), FIXED (7, 1) },
  { N_ ("Labour Day"), NTH (1, MON, 9) },
  { N_ ("Christmas Day"), FIXED (12, 25), .shift = &qd_holiday_shift_monday },
};

const QdHolidayTable       qd_holidays_ca = { rules_ca, G_N_ELEMENTS (rules_ca) };

/*
 * Mexico. Ley Federal del Trabajo, article 74: some days are kept on a Monday
 * since 2006, and every sixth year there is the day on which a president takes
 * office, since 2024 in October. Days of elections are not known before.
 */
static const QdHolidayRule rules_mx[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Constitution Day"), FIXED (2, 5), .until = 2005 },
  { N_ ("Constitution Day"), NTH (1, MON, 2), .since = 2006 },
  { N_ ("Benito Juárez’s Birthday"), FIXED (3, 21), .until = 2006 },
  { N_ ("Benito Juárez’s Birthday"), NTH (3, MON, 3), .since = 2007 },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Independence Day"), FIXED (9, 16) },
  { N_ ("Inauguration Day"), FIXED (12, 1), .since = 1970, .until = 2018, .every = 6 },
  { N_ ("Inauguration Day"), FIXED (10, 1), .since = 2024, .every = 6 },
  { N_ ("Revolution Day"), FIXED (11, 20), .until = 2005 },
  { N_ ("Revolution Day"), NTH (3, MON, 11), .since = 2006 },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_mx = { rules_mx, G_N_ELEMENTS (rules_mx) };

/*
 * United States. 5 U.S.C. 6103 and executive order 11582: the federal holidays,
 * with the days that those who work from Monday to Friday are given off.
 */
static const QdHolidayRule rules_us[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1), .shift = &qd_holiday_shift_nearest },
  { N_ ("Martin Luther King Jr. Day"), NTH (3, MON, 1), .since = 1986 },
  { N_ ("Presidents’ Day"), FIXED (2, 22), .until = 1970 },
  { N_ ("Presidents’ Day"), NTH (3, MON, 2), .since = 1971 },
  { N_ ("Memorial Day"), FIXED (5, 30), .until = 1970 },
  { N_ ("Memorial Day"), NTH (-1, MON, 5), .since = 1971 },
  { N_ ("Juneteenth"), FIXED (6, 19), .since = 2021, .shift = &qd_holiday_shift_nearest },
  { N_ ("Independence Day"), FIXED (7, 4), .shift = &qd_holiday_shift_nearest },
  { N_ ("Labor Day"), NTH (1, MON, 9) },
  { N_ ("Columbus Day"), FIXED (10, 12), .until = 1970 },
  { N_ ("Columbus Day"), NTH (2, MON, 10), .since = 1971 },
  { N_ ("Veterans Day"), FIXED (11, 11), .until = 1970, .shift = &qd_holiday_shift_nearest },
  { N_ ("Veterans Day"), NTH (4, MON, 10), .since = 1971, .until = 1977 },
  { N_ ("Veterans Day"), FIXED (11, 11), .since = 1978, .shift = &qd_holiday_shift_nearest },
  { N_ ("Thanksgiving Day"), NTH (4, THU, 11) },
  { N_ ("Christmas Day"), FIXED (12, 25), .shift = &qd_holiday_shift_nearest },
};

const QdHolidayTable qd_holidays_us = { rules_us, G_N_ELEMENTS (rules_us) };
