/* qd-clock-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-clock-time"

#include "qd-clock-time.h"

#include <string.h>

#include "qd-work-week.h"

#define MINUTES_PER_HOUR 60

/* More hours than this are a typing error: a year. */
#define MOST_HOURS 8784

/* Returns: (transfer full): “9:00”, “24:00” */
char *
qd_clock_time_dup_words (int minute)
{
  g_return_val_if_fail (minute >= 0 && minute <= QD_MINUTES_PER_DAY, g_strdup (""));

  return g_strdup_printf ("%d:%02d", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
}

/* Figures alone, @max_length at most */
static gboolean
take_number (const char **text,
             gsize        max_length,
             int         *number,
             gsize       *length)
{
  *length = strspn (*text, "0123456789");

  if (*length == 0 || *length > max_length)
    return FALSE;

  *number = (int)g_ascii_strtoll (*text, NULL, 10);
  *text += *length;

  return TRUE;
}

/* “9:30”, “9.30”, “0930”, “9”; leaves @text after it. */
static gboolean
take_time (const char **text,
           int         *hours,
           int         *minutes)
{
  gsize length;

  *minutes = 0;

  if (!take_number (text, 4, hours, &length))
    return FALSE;

  if (length > 2)
    {
      *minutes = *hours % 100;
      *hours /= 100;
      return TRUE;
    }

  if (**text != ':' && **text != '.')
    return TRUE;

  (*text)++;

  return take_number (text, 2, minutes, &length) && length == 2;
}

/* Half a day has hours from 1 to 12, of which 12 comes first. */
static gboolean
apply_half (const char *half,
            int        *hours)
{
  gboolean afternoon = g_ascii_strcasecmp (half, "pm") == 0 || g_ascii_strcasecmp (half, "p.m.") == 0;

  if (*half == '\0')
    return TRUE;

  if ((!afternoon && g_ascii_strcasecmp (half, "am") != 0 && g_ascii_strcasecmp (half, "a.m.") != 0) || *hours < 1 ||
      *hours > 12)
    return FALSE;

  *hours = *hours % 12 + (afternoon ? 12 : 0);

  return TRUE;
}

/**
 * qd_clock_time_parse:
 * @text: as a person types it: “9”, “9:30”, “9.30”, “0930”, “9 pm”; up to “24:00”
 * @minute: (out): of the day
 */
gboolean
qd_clock_time_parse (const char *text,
                     int        *minute)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  const char      *rest = clean;
  int              hours, minutes;

  if (!take_time (&rest, &hours, &minutes))
    return FALSE;

  while (g_ascii_isspace (*rest))
    rest++;

  if (!apply_half (rest, &hours) || minutes >= MINUTES_PER_HOUR)
    return FALSE;

  *minute = hours * MINUTES_PER_HOUR + minutes;

  return *minute <= QD_MINUTES_PER_DAY;
}

/* Returns: (transfer full): hours and minutes: “4:00”, “168:00” */
char *
qd_clock_length_dup_words (gint64 minutes)
{
  g_return_val_if_fail (minutes >= 0, g_strdup (""));

  return g_strdup_printf (
      "%" G_GINT64_FORMAT ":%02d", minutes / MINUTES_PER_HOUR, (int)(minutes % MINUTES_PER_HOUR));
}

/**
 * qd_clock_length_parse:
 * @text: as a person types it: “4:00”, “4 h”, “90 min”, “2 d”; a number alone is of hours
 * @minutes: (out)
 */
gboolean
qd_clock_length_parse (const char *text,
                       gint64     *minutes)
{
  static const struct
  {
    const char *name;
    int         minutes;
  } units[] = { { "", MINUTES_PER_HOUR }, { "h", MINUTES_PER_HOUR }, { "m", 1 }, { "min", 1 }, { "d", QD_MINUTES_PER_DAY } };
  g_autofree char *clean = g_strstrip (g_strdup (text));
  const char      *rest = clean;
  int              number, part = 0;
  gsize            length;

  if (!take_number (&rest, 5, &number, &length))
    return FALSE;

  if (*rest == ':')
    {
      rest++;
      *minutes = (gint64)number * MINUTES_PER_HOUR;

      if (!take_number (&rest, 2, &part, &length) || length != 2 || part >= MINUTES_PER_HOUR || *rest != '\0')
        return FALSE;

      *minutes += part;
      return *minutes <= MOST_HOURS * MINUTES_PER_HOUR;
    }

  while (g_ascii_isspace (*rest))
    rest++;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_ascii_strcasecmp (units[i].name, rest) != 0)
        continue;

      *minutes = (gint64)number * units[i].minutes;
      return *minutes <= MOST_HOURS * MINUTES_PER_HOUR;
    }

  return FALSE;
}
