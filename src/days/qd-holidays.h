/* qd-holidays.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdHoliday:
 * @name: (transfer none): in English and marked for translation: show it by way of gettext()
 * @observed: the day that is given off for one that falls on a weekend
 */
typedef struct
{
  int         day;
  const char *name;
  gboolean    observed;
} QdHoliday;

typedef struct _QdHolidayTable QdHolidayTable;

/**
 * QdHolidayCountry:
 * @code: ISO 3166-1 alpha-2, such as “DE”
 * @name: in English and marked for translation
 */
typedef struct
{
  const char           *code;
  const char           *name;
  /*< private >*/
  const QdHolidayTable *table;
} QdHolidayCountry;

const QdHolidayCountry *qd_holidays_get_countries (guint *n_countries);
gboolean                qd_holidays_has_country (const char *code);
GArray                 *qd_holidays_list (const char *code,
                                          int         first_day,
                                          int         last_day);

G_END_DECLS
