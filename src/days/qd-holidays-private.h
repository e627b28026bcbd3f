/* qd-holidays-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-holidays.h"

G_BEGIN_DECLS

typedef enum
{
  QD_HOLIDAY_KIND_FIXED,
  QD_HOLIDAY_KIND_NTH,
  QD_HOLIDAY_KIND_FROM,
  QD_HOLIDAY_KIND_EASTER,
  QD_HOLIDAY_KIND_EQUINOX,
  QD_HOLIDAY_KIND_DAYS,
} QdHolidayKind;

/**
 * QdHolidayShift:
 * @by_weekday: of a holiday on that weekday, how many days later another is given
 *   off; 0 for none. [0] is Monday.
 * @free: that other day is the next weekday from there that is no holiday yet
 * @instead: the holiday itself is on that other day, and its own day is none
 */
typedef struct
{
  gint8    by_weekday[7];
  gboolean free;
  gboolean instead;
} QdHolidayShift;

extern const QdHolidayShift qd_holiday_shift_nearest;
extern const QdHolidayShift qd_holiday_shift_monday;
extern const QdHolidayShift qd_holiday_shift_sunday;
extern const QdHolidayShift qd_holiday_shift_free;
extern const QdHolidayShift qd_holiday_shift_sunday_free;

/**
 * QdHolidayRule:
 * @name: in English and marked for translation
 * @since: the first year, or 0
 * @until: the last year, or 0
 * @every: with 5, only each fifth year from @since on; or 0
 * @offset: days after what the rule says, or before it
 * @days: (array zero-terminated=1): as 20260503. In a year that has one, a rule
 *   of the same name gives none.
 *
 * What makes a holiday; the fields that a kind needs are filled in by its macro.
 */
typedef struct
{
  const char           *name;
  QdHolidayKind         kind;
  gint8                 month;
  gint8                 day;
  gint8                 weekday;
  gint8                 nth;
  gint16                offset;
  gint16                since;
  gint16                until;
  gint8                 every;
  const QdHolidayShift *shift;
  const int            *days;
} QdHolidayRule;

/* Weekdays from 1 for Monday, as ISO 8601 counts */
enum
{
  MON = 1,
  TUE,
  WED,
  THU,
  FRI,
  SAT,
  SUN,
};

/* The same day of each year */
#define FIXED(month_, day_) .kind = QD_HOLIDAY_KIND_FIXED, .month = month_, .day = day_

/* The second Monday of a month, or with -1 its last */
#define NTH(nth_, weekday_, month_) \
  .kind = QD_HOLIDAY_KIND_NTH, .nth = nth_, .weekday = weekday_, .month = month_

/* The first such weekday that is not before a day */
#define FROM(weekday_, month_, day_) \
  .kind = QD_HOLIDAY_KIND_FROM, .weekday = weekday_, .month = month_, .day = day_

/* Days after Easter Sunday of the Western churches, or before it */
#define EASTER(offset_) .kind = QD_HOLIDAY_KIND_EASTER, .offset = offset_

/* When day and night are as long in Japan: in March or September */
#define EQUINOX(month_) .kind = QD_HOLIDAY_KIND_EQUINOX, .month = month_

/* Days that follow no rule */
#define DAYS(...) TABLE (((const int[]){ __VA_ARGS__, 0 }))

/* More of them, or those of the moon: an array that ends with 0 */
#define TABLE(days_) .kind = QD_HOLIDAY_KIND_DAYS, .days = days_

/**
 * QdHolidayTable:
 * @bridge: (nullable): what a day between two holidays is called, where it is one too
 * @bridge_since: from this year on
 * @no_sundays_until: up to this year, what falls on a Sunday is left out
 */
struct _QdHolidayTable
{
  const QdHolidayRule *rules;
  guint                n_rules;
  const char          *bridge;
  int                  bridge_since;
  int                  no_sundays_until;
};

extern const QdHolidayTable qd_holidays_at;
extern const QdHolidayTable qd_holidays_au;
extern const QdHolidayTable qd_holidays_be;
extern const QdHolidayTable qd_holidays_br;
extern const QdHolidayTable qd_holidays_ca;
extern const QdHolidayTable qd_holidays_ch;
extern const QdHolidayTable qd_holidays_de;
extern const QdHolidayTable qd_holidays_dk;
extern const QdHolidayTable qd_holidays_es;
extern const QdHolidayTable qd_holidays_fi;
extern const QdHolidayTable qd_holidays_fr;
extern const QdHolidayTable qd_holidays_gb;
extern const QdHolidayTable qd_holidays_ie;
extern const QdHolidayTable qd_holidays_in;
extern const QdHolidayTable qd_holidays_it;
extern const QdHolidayTable qd_holidays_jp;
extern const QdHolidayTable qd_holidays_mx;
extern const QdHolidayTable qd_holidays_nl;
extern const QdHolidayTable qd_holidays_no;
extern const QdHolidayTable qd_holidays_nz;
extern const QdHolidayTable qd_holidays_pl;
extern const QdHolidayTable qd_holidays_pt;
extern const QdHolidayTable qd_holidays_se;
extern const QdHolidayTable qd_holidays_us;
extern const QdHolidayTable qd_holidays_za;

G_END_DECLS
