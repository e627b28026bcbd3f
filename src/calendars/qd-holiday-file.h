/* qd-holiday-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QD_HOLIDAY_FILE_MAX_BYTES (8 * 1024 * 1024)

/* Of events, and of what comes of them */
#define QD_HOLIDAY_FILE_MAX_ENTRIES 20000

/**
 * QdHolidayEntry:
 * @name: one line, never empty
 * @first: a day
 * @last: a day, included
 */
typedef struct
{
  char *name;
  int   first;
  int   last;
} QdHolidayEntry;

GPtrArray *qd_holiday_file_read (GBytes  *bytes,
                                 int      first_day,
                                 int      last_day,
                                 GError **error);

G_END_DECLS
