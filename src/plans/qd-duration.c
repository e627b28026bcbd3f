/* qd-duration.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-duration"

#include "qd-duration.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
append_part (GString *words,
             int      count,
             char    *part)
{
  if (count > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", part);

  g_free (part);
}

/**
 * qd_duration_dup_words:
 * @minutes: of working time; less than none is none
 *
 * Returns: (transfer full): “90 min”, “2 d”, “1 d 4 h”; empty for none
 */
char *
qd_duration_dup_words (gint64 minutes)
{
  GString *words = g_string_new (NULL);
  int      days, hours, rest;

  if (minutes < 0)
    return g_string_free_and_steal (words);

  /* A workshop is “90 min” rather than “1 h 30 min”. */
  if (minutes < 2 * QD_DURATION_HOUR && minutes != QD_DURATION_HOUR)
    {
      /* Translators: a duration in minutes: “90 min” */
      g_string_append_printf (words, C_ ("duration", "%d min"), (int)minutes);
      return g_string_free_and_steal (words);
    }

  days = minutes / QD_DURATION_DAY;
  hours = minutes % QD_DURATION_DAY / QD_DURATION_HOUR;
  rest = minutes % QD_DURATION_HOUR;
  /* Translators: a duration in working days: “2 d” */
  append_part (words, days, g_strdup_printf (C_ ("duration", "%d d"), days));
  /* Translators: a duration in hours: “4 h” */
  append_part (words, hours, g_strdup_printf (C_ ("duration", "%d h"), hours));
  append_part (words, rest, g_strdup_printf (C_ ("duration", "%d min"), rest));

  return g_string_free_and_steal (words);
}

/**
 * qd_duration_dup_elapsed_words:
 * @minutes: that pass day and night
 *
 * Returns: (transfer full): “3 calendar days”, “36 h”, “90 min”: its days are those of a calendar,
 *   three times as long as one of work
 */
char *
qd_duration_dup_elapsed_words (gint64 minutes)
{
  const int per_day = 24 * QD_DURATION_HOUR;

  if (minutes > 0 && minutes % per_day == 0)
    return g_strdup_printf (
        ngettext ("%d calendar day", "%d calendar days", minutes / per_day), (int)(minutes / per_day));

  if (minutes > 0 && minutes % QD_DURATION_HOUR == 0)
    return g_strdup_printf (C_ ("duration", "%d h"), (int)(minutes / QD_DURATION_HOUR));

  return g_strdup_printf (C_ ("duration", "%d min"), (int)minutes);
}

static const struct
{
  const char *name;
  double      minutes;
} units[] = {
  { "m", 1 },
  { "min", 1 },
  { "mins", 1 },
  { "minute", 1 },
  { "minutes", 1 },
  { "h", QD_DURATION_HOUR },
  { "hr", QD_DURATION_HOUR },
  { "hrs", QD_DURATION_HOUR },
  { "hour", QD_DURATION_HOUR },
  { "hours", QD_DURATION_HOUR },
  { "d", QD_DURATION_DAY },
  { "day", QD_DURATION_DAY },
  { "days", QD_DURATION_DAY },
  { "w", QD_DURATION_WEEK },
  { "wk", QD_DURATION_WEEK },
  { "week", QD_DURATION_WEEK },
  { "weeks", QD_DURATION_WEEK },
};

/* Returns: minutes, or 0 for a word that is no unit */
static double
find_unit (const char *word,
           gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (strlen (units[i].name) == length && g_ascii_strncasecmp (units[i].name, word, length) == 0)
        return units[i].minutes;
    }

  return 0;
}

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Figures with one point or comma in or before them; nothing else. */
static gboolean
parse_number (const char **text,
              double      *number)
{
  char     buffer[32];
  gsize    n = 0;
  gsize    n_digits = 0;
  gboolean point = FALSE;

  for (; g_ascii_isdigit (**text) || (!point && (**text == '.' || **text == ',')); (*text)++)
    {
      if (n == sizeof buffer - 1)
        return FALSE;

      point = point || !g_ascii_isdigit (**text);
      n_digits += g_ascii_isdigit (**text);
      buffer[n++] = g_ascii_isdigit (**text) ? **text : '.';
    }

  buffer[n] = '\0';
  *number = g_ascii_strtod (buffer, NULL);

  return n_digits > 0;
}

/* “1:30” */
static gboolean
parse_clock (const char *text,
             gint64     *minutes)
{
  const char      *colon = strchr (text, ':');
  g_autofree char *hours = NULL;
  guint64          h, m;

  if (colon == NULL)
    return FALSE;

  hours = g_strndup (text, colon - text);

  if (!g_ascii_string_to_unsigned (hours, 10, 0, 9999, &h, NULL) || strlen (colon + 1) != 2 ||
      !g_ascii_string_to_unsigned (colon + 1, 10, 0, 59, &m, NULL))
    return FALSE;

  *minutes = (gint64)(h * QD_DURATION_HOUR + m);

  return TRUE;
}

/**
 * qd_duration_parse:
 * @text: as a person types it: “90 min”, “2d”, “1 h 30”, “1.5 d”, “2 weeks”, “1:30”
 * @minutes: (out): of working time
 *
 * A number without a unit is of days, or of minutes after hours.
 */
gboolean
qd_duration_parse (const char *text,
                   gint64     *minutes)
{
  double           total = 0;
  double           last = 0;
  g_autofree char *clean = g_strstrip (g_strdup (text));
  const char      *c = clean;

  if (parse_clock (clean, minutes))
    return *minutes <= QD_DURATION_LONGEST;

  while (*c != '\0')
    {
      double number, unit;
      gsize  length = 0;

      if (!parse_number (&c, &number))
        return FALSE;

      c = skip_spaces (c);

      while (g_ascii_isalpha (c[length]))
        length++;

      if (length == 0 && *c != '\0')
        return FALSE;

      unit = length > 0 ? find_unit (c, length) : last == QD_DURATION_HOUR ? 1
                                              : last == 0                  ? QD_DURATION_DAY
                                                                           : 0;

      /* From the larger to the smaller, each once */
      if (unit <= 0 || (last > 0 && unit >= last))
        return FALSE;

      total += number * unit;
      last = unit;
      c = skip_spaces (c + length);
    }

  if (last <= 0 || total > QD_DURATION_LONGEST)
    return FALSE;

  *minutes = llround (total);

  return TRUE;
}
