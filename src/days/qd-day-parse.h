/* qd-day-parse.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-day.h"

G_BEGIN_DECLS

/**
 * QdDayOrder:
 *
 * What comes first where a day is written in figures: “3/11” is in March or in November.
 */
typedef enum
{
  QD_DAY_ORDER_DMY,
  QD_DAY_ORDER_MDY,
  QD_DAY_ORDER_YMD,
} QdDayOrder;

gboolean   qd_day_parse_words (const char *text,
                               int         today,
                               QdDayOrder  order,
                               int        *day);
QdDayOrder qd_day_get_locale_order (void);
char      *qd_day_dup_editable (int day);

G_END_DECLS
