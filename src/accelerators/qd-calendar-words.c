/* qd-calendar-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-calendar-words"

#include "qd-calendar-words.h"

#include <glib/gi18n.h>

#include "qd-holidays.h"
#include "qd-work-week.h"

static const char *
find_country (const char *code)
{
  guint                   n_countries;
  const QdHolidayCountry *countries = qd_holidays_get_countries (&n_countries);

  for (guint i = 0; code != NULL && i < n_countries; i++)
    if (g_str_equal (countries[i].code, code))
      return _ (countries[i].name);

  return code;
}

/* From the hyphens of how it is kept to the dashes of how it is read */
static char *
dup_hours (const char *hours)
{
  g_auto(GStrv) parts = g_strsplit (hours, "-", -1);

  return g_strjoinv ("–", parts);
}

/**
 * qd_working_calendar_dup_words:
 * @calendar: (nullable): none: nothing was said
 *
 * Returns: (transfer full): in one line what is known of it, such as “Mo–Fr 09:00–17:00, Germany”
 */
char *
qd_working_calendar_dup_words (QdWorkingCalendar *calendar)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *hours = NULL;

  if (calendar == NULL || calendar->hours == NULL || *calendar->hours == '\0')
    {
      hours = dup_hours (QD_WORK_WEEK_USUAL);
      /* Translators: working hours, such as “Mo–Fr 09:00–17:00” */
      g_ptr_array_add (parts, g_strdup_printf (_ ("Hours not said: %s"), hours));
    }
  else
    g_ptr_array_add (parts, dup_hours (calendar->hours));

  if (calendar != NULL && calendar->country != NULL)
    g_ptr_array_add (parts, g_strdup (find_country (calendar->country)));

  if (calendar != NULL && calendar->time_zone != NULL)
    g_ptr_array_add (parts, g_strdup (calendar->time_zone));

  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **)parts->pdata);
}
