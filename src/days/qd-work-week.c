/* qd-work-week.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-work-week"

#include "qd-work-week.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-quote.h"

/* As OpenStreetMap writes opening hours, which people can read and type. */
static const char *const names[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

static gboolean
take (const char **text,
      char         character)
{
  if (**text != character)
    return FALSE;

  (*text)++;

  return TRUE;
}

static void
skip_blanks (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

static gboolean
take_weekday (const char **text,
              int         *weekday)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strncasecmp (*text, names[i], 2) == 0)
        {
          *weekday = i;
          *text += 2;
          return TRUE;
        }
    }

  return FALSE;
}

/* “9:00” or “09:00”, up to “24:00” */
static gboolean
take_time (const char **text,
           int         *minute)
{
  const char *c = *text;
  int         hours = 0;
  guint       n_digits = 0;

  for (; g_ascii_isdigit (*c) && n_digits < 2; c++, n_digits++)
    hours = hours * 10 + g_ascii_digit_value (*c);

  if (n_digits == 0 || c[0] != ':' || !g_ascii_isdigit (c[1]) || !g_ascii_isdigit (c[2]) || g_ascii_isdigit (c[3]))
    return FALSE;

  *minute = hours * 60 + g_ascii_digit_value (c[1]) * 10 + g_ascii_digit_value (c[2]);
  *text = c + 3;

  return c[1] <= '5' && *minute <= QD_MINUTES_PER_DAY;
}

/* “Mo-Fr,Su”: bits of the days */
static gboolean
take_weekdays (const char **text,
               guint       *days)
{
  *days = 0;

  do
    {
      int first, last;

      skip_blanks (text);

      if (!take_weekday (text, &first))
        return FALSE;

      last = first;

      if (take (text, '-') && !take_weekday (text, &last))
        return FALSE;

      for (int day = first;; day = (day + 1) % 7)
        {
          *days |= 1u << day;

          if (day == last)
            break;
        }
    }
  while (take (text, ','));

  return TRUE;
}

static gboolean
take_spans (const char **text,
            QdWorkSpan  *spans,
            guint       *n_spans)
{
  *n_spans = 0;

  do
    {
      QdWorkSpan span;

      skip_blanks (text);

      if (*n_spans == QD_WORK_WEEK_MAX_SPANS || !take_time (text, &span.from) || !take (text, '-') ||
          !take_time (text, &span.until) || span.until <= span.from ||
          (*n_spans > 0 && span.from <= spans[*n_spans - 1].until))
        return FALSE;

      spans[(*n_spans)++] = span;
      skip_blanks (text);
    }
  while (take (text, ','));

  return TRUE;
}

static gboolean
parse (const char *text,
       QdWorkWeek *week)
{
  memset (week, 0, sizeof *week);
  skip_blanks (&text);

  while (*text != '\0')
    {
      QdWorkSpan spans[QD_WORK_WEEK_MAX_SPANS];
      guint      days, n_spans;

      if (!take_weekdays (&text, &days) || !take_spans (&text, spans, &n_spans))
        return FALSE;

      for (guint i = 0; i < 7; i++)
        {
          if (!(days & (1u << i)))
            continue;

          /* A day that is said twice is a mistake. */
          if (week->n_spans[i] > 0)
            return FALSE;

          week->n_spans[i] = n_spans;
          memcpy (week->spans[i], spans, sizeof spans);
        }

      if (*text != '\0' && !take (&text, ';'))
        return FALSE;

      skip_blanks (&text);
    }

  return TRUE;
}

/**
 * qd_work_week_parse:
 * @text: “Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00”; empty for no work at all
 *
 * Stretches of a day stand in order, and do not touch.
 */
gboolean
qd_work_week_parse (const char *text,
                    QdWorkWeek *week,
                    GError    **error)
{
  g_autofree char *quoted = NULL;

  if (parse (text, week))
    return TRUE;

  quoted = qd_quote (text);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               _ ("“%s” are no working hours such as “Mo-Fr 09:00-12:00,13:00-17:00”"),
               quoted);

  return FALSE;
}

static gboolean
are_alike (const QdWorkWeek *week,
           int               a,
           int               b)
{
  return week->n_spans[a] == week->n_spans[b] &&
         memcmp (week->spans[a], week->spans[b], sizeof (QdWorkSpan) * week->n_spans[a]) == 0;
}

/* Returns: (transfer full): the shortest text that qd_work_week_parse() reads as @week */
char *
qd_work_week_format (const QdWorkWeek *week)
{
  GString *text = g_string_new (NULL);

  for (int first = 0, last; first < 7; first = last + 1)
    {
      last = first;

      while (last < 6 && are_alike (week, first, last + 1))
        last++;

      if (week->n_spans[first] == 0)
        continue;

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", names[first]);

      if (last > first)
        g_string_append_printf (text, "-%s", names[last]);

      for (guint i = 0; i < week->n_spans[first]; i++)
        {
          const QdWorkSpan *span = &week->spans[first][i];

          g_string_append_printf (text,
                                  "%c%02d:%02d-%02d:%02d",
                                  i == 0 ? ' ' : ',',
                                  span->from / 60,
                                  span->from % 60,
                                  span->until / 60,
                                  span->until % 60);
        }
    }

  return g_string_free_and_steal (text);
}

/* How much work there is in a week. */
int
qd_work_week_get_minutes (const QdWorkWeek *week)
{
  int minutes = 0;

  for (guint i = 0; i < 7; i++)
    {
      for (guint j = 0; j < week->n_spans[i]; j++)
        minutes += week->spans[i][j].until - week->spans[i][j].from;
    }

  return minutes;
}

gboolean
qd_work_week_is_empty (const QdWorkWeek *week)
{
  return qd_work_week_get_minutes (week) == 0;
}
