/* qd-predecessors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-predecessors"

#include "qd-predecessors.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "qd-duration.h"
#include "qd-quote.h"

/*
 * What a task waits for as project tools write it, the same in every language:
 * “4FS+2d; 7SS-4h; 9FF+3ed” is two working days after the end of row 4, no more
 * than four hours before the start of row 7, and three days of the calendar
 * after the end of row 9. A row alone is finish to start.
 */

G_DEFINE_QUARK (QdPredecessorsError, qd_predecessors_error)

/* By QdLinkKind */
static const char *const kinds[] = { "FS", "SS", "FF", "SF" };

/* A lag that elapses has an “e” before its unit. */
static const struct
{
  const char *name;
  int         minutes;
  int         elapsed;
} units[] = {
  { "w", QD_DURATION_WEEK, 7 * QD_MINUTES_PER_DAY },
  { "wk", QD_DURATION_WEEK, 7 * QD_MINUTES_PER_DAY },
  { "wks", QD_DURATION_WEEK, 7 * QD_MINUTES_PER_DAY },
  { "week", QD_DURATION_WEEK, 7 * QD_MINUTES_PER_DAY },
  { "weeks", QD_DURATION_WEEK, 7 * QD_MINUTES_PER_DAY },
  { "d", QD_DURATION_DAY, QD_MINUTES_PER_DAY },
  { "day", QD_DURATION_DAY, QD_MINUTES_PER_DAY },
  { "days", QD_DURATION_DAY, QD_MINUTES_PER_DAY },
  { "h", QD_DURATION_HOUR, QD_DURATION_HOUR },
  { "hr", QD_DURATION_HOUR, QD_DURATION_HOUR },
  { "hrs", QD_DURATION_HOUR, QD_DURATION_HOUR },
  { "hour", QD_DURATION_HOUR, QD_DURATION_HOUR },
  { "hours", QD_DURATION_HOUR, QD_DURATION_HOUR },
  { "m", 1, 1 },
  { "min", 1, 1 },
  { "mins", 1, 1 },
  { "minute", 1, 1 },
  { "minutes", 1, 1 },
};

/* In days, hours or minutes, the largest that comes out even. */
static void
append_lag (GString *text,
            gint64   lag,
            gboolean elapsed)
{
  int         day = elapsed ? QD_MINUTES_PER_DAY : QD_DURATION_DAY;
  int         minutes = lag % day == 0 ? day : lag % QD_DURATION_HOUR == 0 ? QD_DURATION_HOUR
                                                                           : 1;
  const char *unit = minutes == day ? "d" : minutes == QD_DURATION_HOUR ? "h"
                                                                        : "m";

  g_string_append_printf (text, "%+" G_GINT64_FORMAT "%s%s", lag / minutes, elapsed ? "e" : "", unit);
}

/* Returns: (transfer full): such as “4FS+2d; 7SS”, which qd_predecessors_parse() reads back */
char *
qd_predecessors_format (const QdPredecessor *predecessors,
                        guint                n_predecessors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_predecessors; i++)
    {
      const QdPredecessor *each = &predecessors[i];

      g_string_append_printf (text, "%s%u", i > 0 ? "; " : "", each->row);

      if (each->kind != QD_LINK_KIND_FINISH_START || each->lag != 0)
        g_string_append (text, kinds[each->kind]);

      if (each->lag != 0)
        append_lag (text, each->lag, each->elapsed);
    }

  return g_string_free_and_steal (text);
}

/* @format has a place for what was written. */
static gboolean
fail (QdPredecessorsError code,
      const char         *format,
      const char         *part,
      GError            **error)
{
  g_autofree char *quoted = qd_quote (part);

  g_set_error (error, QD_PREDECESSORS_ERROR, code, format, quoted);

  return FALSE;
}

static const char *
skip_spaces (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Returns: whether there was a kind, which is then left behind */
static gboolean
take_kind (const char **text,
           QdLinkKind  *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_ascii_strncasecmp (*text, kinds[i], 2) != 0)
        continue;

      *kind = (QdLinkKind)i;
      *text = skip_spaces (*text + 2);
      return TRUE;
    }

  return FALSE;
}

/* 1 or -1 for a sign, which is then left behind; 0 for none */
static int
take_sign (const char **text)
{
  gunichar sign = g_utf8_get_char (*text);

  if (sign != '+' && sign != '-' && sign != 0x2212)
    return 0;

  *text = skip_spaces (g_utf8_next_char (*text));

  return sign == '+' ? 1 : -1;
}

/* Figures, with a point perhaps */
static gboolean
take_number (const char **text,
             double      *number)
{
  const char      *start = *text;
  g_autofree char *figures = NULL;

  while (g_ascii_isdigit (**text) || **text == '.')
    (*text)++;

  figures = g_strndup (start, *text - start);
  *text = skip_spaces (*text);

  if (!g_ascii_isdigit (*figures) || strchr (figures, '.') != strrchr (figures, '.'))
    return FALSE;

  *number = g_ascii_strtod (figures, NULL);

  return TRUE;
}

/* A number without a unit is of days. */
static gboolean
parse_unit (const char *unit,
            gboolean   *elapsed,
            double     *minutes)
{
  *elapsed = g_ascii_tolower (*unit) == 'e';
  unit += *elapsed;
  *minutes = QD_DURATION_DAY;

  if (*unit == '\0' && !*elapsed)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_ascii_strcasecmp (units[i].name, unit) != 0)
        continue;

      *minutes = *elapsed ? units[i].elapsed : units[i].minutes;
      return TRUE;
    }

  return FALSE;
}

/* “+2d”, or nothing */
static gboolean
parse_lag (const char    *text,
           QdPredecessor *predecessor)
{
  double number, minutes;
  int    sign;

  if (*text == '\0')
    return TRUE;

  if ((sign = take_sign (&text)) == 0 || !take_number (&text, &number) ||
      !parse_unit (text, &predecessor->elapsed, &minutes) || number * minutes > QD_DURATION_LONGEST)
    return FALSE;

  predecessor->lag = sign * llround (number * minutes);

  return TRUE;
}

/* @part without blanks around */
static gboolean
parse_part (const char    *part,
            guint          n_rows,
            QdPredecessor *predecessor,
            GError       **error)
{
  const char *text = part;
  guint64     row = 0;

  *predecessor = (QdPredecessor){ .kind = QD_LINK_KIND_FINISH_START };

  for (; g_ascii_isdigit (*text); text++)
    row = MIN (row * 10 + (*text - '0'), G_MAXUINT32);

  text = skip_spaces (text);
  predecessor->row = (guint)row;

  if (!g_ascii_isdigit (*part))
    return fail (QD_PREDECESSORS_ERROR_SYNTAX,
                 _ ("“%s” does not begin with the number of a row; write “4”, “4FS+2d” or “7SS-4h”"),
                 part,
                 error);

  if (!take_kind (&text, &predecessor->kind) && g_ascii_isalpha (*text))
    return fail (QD_PREDECESSORS_ERROR_SYNTAX, _ ("“%s” names no kind of link; it is FS, SS, FF or SF"), part, error);

  if (!parse_lag (text, predecessor))
    return fail (QD_PREDECESSORS_ERROR_SYNTAX,
                 _ ("“%s” does not end with a lag such as “+2d”, “-4h” or, day and night, “+3ed”"),
                 part,
                 error);

  if (row == 0 || row > n_rows)
    return fail (QD_PREDECESSORS_ERROR_NO_ROW, _ ("There is no row for “%s” to wait for"), part, error);

  return TRUE;
}

static gboolean
has_row (GArray *predecessors,
         guint   row)
{
  for (guint i = 0; i < predecessors->len; i++)
    {
      if (g_array_index (predecessors, QdPredecessor, i).row == row)
        return TRUE;
    }

  return FALSE;
}

/**
 * qd_predecessors_parse:
 * @text: as a person types it: “4fs + 2 days, 7ss”
 * @row: of the task that waits, counted from 1
 * @n_rows: that there are
 *
 * Returns: (transfer full) (nullable) (element-type QdPredecessor): in the order
 *   of the text; else @error names the part that is wrong
 */
GArray *
qd_predecessors_parse (const char *text,
                       guint       row,
                       guint       n_rows,
                       GError    **error)
{
  g_autoptr(GArray) predecessors = g_array_new (FALSE, FALSE, sizeof (QdPredecessor));
  g_auto(GStrv) parts = g_strsplit_set (text, ";,", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char   *part = g_strstrip (parts[i]);
      QdPredecessor predecessor;

      if (*part == '\0')
        continue;

      if (!parse_part (part, n_rows, &predecessor, error))
        return NULL;

      if (predecessor.row == row)
        {
          fail (QD_PREDECESSORS_ERROR_SELF, _ ("“%s” is the row of the task itself, which cannot wait for itself"), part, error);
          return NULL;
        }

      if (has_row (predecessors, predecessor.row))
        {
          fail (QD_PREDECESSORS_ERROR_DUPLICATE, _ ("“%s” names a row a second time; two tasks have one link"), part, error);
          return NULL;
        }

      g_array_append_val (predecessors, predecessor);
    }

  return g_steal_pointer (&predecessors);
}
