/* qd-day-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-day.h"

G_BEGIN_DECLS

/**
 * QdDayStyle:
 * @QD_DAY_STYLE_LOCALE: as the person's locale has it
 * @QD_DAY_STYLE_ISO: 2026-11-24
 * @QD_DAY_STYLE_DAY_MONTH: Tue 24 Nov
 * @QD_DAY_STYLE_MONTH_DAY: Tue, Nov 24
 *
 * How days are written. Like the locale it is a matter of the whole process.
 */
typedef enum
{
  QD_DAY_STYLE_LOCALE,
  QD_DAY_STYLE_ISO,
  QD_DAY_STYLE_DAY_MONTH,
  QD_DAY_STYLE_MONTH_DAY,
} QdDayStyle;

void  qd_day_set_style (QdDayStyle style);

/* Days as people say them. All return text the caller owns, empty for %QD_DAY_NONE. */

char *qd_day_dup_display (int day);
char *qd_day_dup_short (int day,
                        int today);
char *qd_day_dup_full (int day);
char *qd_day_dup_moment (gint64 seconds);
char *qd_day_dup_relative (int day,
                           int today);

G_END_DECLS
