/* qd-ics-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-ics-lines"

#include "qd-ics-lines.h"

#include <string.h>

/* A line is broken after so many bytes, the line's end not counted (3.1). */
#define MAX_OCTETS 75

/* 2020-01-01T00:00:00Z, from which the minutes of a revision are counted */
#define FIRST_REVISION G_GINT64_CONSTANT (1577836800)

/* Writes a line, folded without taking a character apart. */
void
qd_ics_append_line (GString    *ics,
                    const char *line)
{
  gsize used = 0;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize size = (gsize)(g_utf8_next_char (c) - c);

      if (used + size > MAX_OCTETS)
        {
          g_string_append (ics, "\r\n ");
          used = 1;
        }

      g_string_append_len (ics, c, (gssize)size);
      used += size;
    }

  g_string_append (ics, "\r\n");
}

/* Returns: (transfer full): a text as a value (3.3.11); what a text may not have in it is left out. */
char *
qd_ics_escape (const char *text)
{
  GString *value = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\n')
        g_string_append (value, "\\n");
      else if (strchr ("\\;,", *c) != NULL)
        g_string_append_printf (value, "\\%c", *c);
      else if (!g_ascii_iscntrl (*c) || *c == '\t')
        g_string_append_c (value, *c);
    }

  return g_string_free_and_steal (value);
}

/* @text: any text, as the value of the property @name */
void
qd_ics_append_text (GString    *ics,
                    const char *name,
                    const char *text)
{
  g_autofree char *value = qd_ics_escape (text);
  g_autofree char *line = g_strdup_printf ("%s:%s", name, value);

  qd_ics_append_line (ics, line);
}

/* @stamp: when it is written, in seconds since 1970 */
void
qd_ics_append_stamp (GString *ics,
                     gint64   stamp)
{
  g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc (stamp);
  g_autofree char *line = g_date_time_format (when, "DTSTAMP:%Y%m%dT%H%M%SZ");
  g_autofree char *sequence = g_strdup_printf ("SEQUENCE:%" G_GINT64_FORMAT, MAX (stamp - FIRST_REVISION, 0) / 60);

  /* A calendar keeps the higher revision: what is exported later takes the place of what is there. */
  qd_ics_append_line (ics, line);
  qd_ics_append_line (ics, sequence);
}

/* Writes an instant, in seconds since 1970: in UTC every reader has the same. */
void
qd_ics_append_instant (GString    *ics,
                       const char *name,
                       gint64      instant)
{
  g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc (instant);
  g_autofree char *value = g_date_time_format (when, "%Y%m%dT%H%M%SZ");
  g_autofree char *line = g_strdup_printf ("%s:%s", name, value);

  qd_ics_append_line (ics, line);
}

/* What stands before the events. */
void
qd_ics_begin (GString    *ics,
              const char *name)
{
  qd_ics_append_line (ics, "BEGIN:VCALENDAR");
  qd_ics_append_line (ics, "VERSION:2.0");
  qd_ics_append_line (ics, "PRODID:-//Quarterdeck//Quarterdeck//EN");
  qd_ics_append_line (ics, "CALSCALE:GREGORIAN");
  qd_ics_append_text (ics, "X-WR-CALNAME", name);
}
