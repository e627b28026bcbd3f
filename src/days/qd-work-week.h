/* qd-work-week.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QD_MINUTES_PER_DAY 1440

/* Stretches of work in one day: a lunch break makes two. */
#define QD_WORK_WEEK_MAX_SPANS 4

/* Mo-Fr 09:00-17:00: eight hours a day, as a working day is counted everywhere. */
#define QD_WORK_WEEK_USUAL "Mo-Fr 09:00-17:00"

/**
 * QdWorkSpan:
 *
 * From one minute of a day until before another: 540 to 1020 is from 9:00 to 17:00.
 */
typedef struct
{
  int from;
  int until;
} QdWorkSpan;

/**
 * QdWorkWeek:
 *
 * When work is done, of each day of the week. [0] is Monday. Written as
 * “Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00”.
 */
typedef struct
{
  guint      n_spans[7];
  QdWorkSpan spans[7][QD_WORK_WEEK_MAX_SPANS];
} QdWorkWeek;

gboolean qd_work_week_parse (const char *text,
                             QdWorkWeek *week,
                             GError    **error);
char    *qd_work_week_format (const QdWorkWeek *week);
int      qd_work_week_get_minutes (const QdWorkWeek *week);
gboolean qd_work_week_is_empty (const QdWorkWeek *week);

G_END_DECLS
