/* qd-mspdi-values.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-mspdi-values"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-duration.h"
#include "qd-mspdi-file.h"
#include "qd-quote.h"

G_DEFINE_QUARK (QdMspdiError, qd_mspdi_error)

/* Returns: %FALSE, with @error saying in which line */
gboolean
qd_mspdi_fail (int         line,
               const char *what,
               GError    **error)
{
  /* Translators: a line of a file, and what is wrong there */
  g_set_error (error, QD_MSPDI_ERROR, QD_MSPDI_ERROR_BAD_VALUE, _ ("Line %d: %s; nothing was imported"), line, what);

  return FALSE;
}

/* Two figures at @text, below @limit, or -1 */
static int
parse_figures (const char *text,
               int         limit)
{
  int number;

  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;

  number = (text[0] - '0') * 10 + (text[1] - '0');

  return number < limit ? number : -1;
}

/* “08:00:00”; what comes after the minutes does not count. */
static gboolean
parse_time (const char *text,
            int        *minute)
{
  int hours = parse_figures (text, 24);
  int minutes = hours >= 0 && text[2] == ':' ? parse_figures (text + 3, 60) : -1;

  if (minutes < 0 || strspn (text + 5, "0123456789:.") != strlen (text + 5))
    return FALSE;

  *minute = hours * 60 + minutes;

  return TRUE;
}

/* “2026-11-02T09:00:00”, or a day alone, of the years that a plan may be in */
static gboolean
parse_minute (const char *text,
              QdMinute   *minute)
{
  g_autofree char *day_text = g_strndup (text, QD_DAY_TEXT_SIZE - 1);
  const char      *rest = text + strlen (day_text);
  int              day;
  int              time = 0;

  if (!qd_day_parse (day_text, &day) || !qd_day_is_sensible (day))
    return FALSE;

  if (*rest != '\0' && (*rest != 'T' || !parse_time (rest + 1, &time)))
    return FALSE;

  *minute = qd_minute_from_day (day) + time;

  return TRUE;
}

/* “PT8H0M0S”, not less than 0 nor longer than a task may be; seconds do not count. */
static gboolean
parse_duration (const char *text,
                int        *minutes)
{
  const struct
  {
    char   unit;
    double minutes;
  } units[] = { { 'H', 60 }, { 'M', 1 }, { 'S', 0 } };
  double total = 0;
  gsize  next = 0;

  if (!g_str_has_prefix (text, "PT"))
    return FALSE;

  for (text += 2; *text != '\0'; text++)
    {
      char  *end;
      double number = g_ascii_isdigit (*text) ? g_ascii_strtod (text, &end) : -1;

      if (number < 0)
        return FALSE;

      for (text = end; next < G_N_ELEMENTS (units) && units[next].unit != *text;)
        next++;

      if (next == G_N_ELEMENTS (units))
        return FALSE;

      total += number * units[next++].minutes;
    }

  if (total > QD_DURATION_LONGEST)
    return FALSE;

  *minutes = (int)total;

  return TRUE;
}

static gboolean
parse_integer (const char *text,
               int        *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, -G_MAXINT, G_MAXINT, &value, NULL))
    return FALSE;

  *number = (int)value;

  return TRUE;
}

static gboolean
parse_boolean (const char *text,
               int        *value)
{
  *value = g_str_equal (text, "1") || g_str_equal (text, "true");

  return *value || g_str_equal (text, "0") || g_str_equal (text, "false");
}

/**
 * qd_mspdi_value_parse:
 * @text: of an element; an empty one says as much as one that is not there
 * @field: (out): where it goes
 */
gboolean
qd_mspdi_value_parse (QdMspdiValue value,
                      const char  *text,
                      gpointer     field)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));

  if (*clean == '\0')
    return TRUE;

  switch (value)
    {
    case QD_MSPDI_VALUE_TEXT:
      g_set_str ((char **)field, text);
      return TRUE;

    case QD_MSPDI_VALUE_INTEGER:
      return parse_integer (clean, field);

    case QD_MSPDI_VALUE_BOOLEAN:
      return parse_boolean (clean, field);

    case QD_MSPDI_VALUE_MINUTE:
      return parse_minute (clean, field);

    case QD_MSPDI_VALUE_DURATION:
      return parse_duration (clean, field);

    case QD_MSPDI_VALUE_TIME:
    default:
      return parse_time (clean, field);
    }
}

/* What may be wrong with each, with places for the element and for what it says */
static const char *const complaints[] = {
  [QD_MSPDI_VALUE_TEXT] = "%s%s",
  [QD_MSPDI_VALUE_INTEGER] = N_ ("%1$s is “%2$s”, which is no whole number"),
  [QD_MSPDI_VALUE_BOOLEAN] = N_ ("%1$s is “%2$s”, and must be 0 or 1"),
  [QD_MSPDI_VALUE_MINUTE] = N_ ("%1$s is “%2$s”, and must be a date such as “2026-05-03T09:00:00”, of the years 1970 to 2199"),
  [QD_MSPDI_VALUE_DURATION] = N_ ("%1$s is “%2$s”, and must be a duration such as “PT8H0M0S”, not less than 0 nor longer than ten years"),
  [QD_MSPDI_VALUE_TIME] = N_ ("%1$s is “%2$s”, and must be a time such as “09:00:00”"),
};

/* Returns: (transfer full): why @text cannot be what @element says */
char *
qd_mspdi_value_dup_complaint (QdMspdiValue value,
                              const char  *element,
                              const char  *text)
{
  g_autofree char *quoted = qd_quote (text);

  return g_strdup_printf (_ (complaints[value]), element, quoted);
}

static char *
convert (const char *data,
         gsize       length,
         const char *encoding)
{
  gsize size;
  char *text = g_convert (data, (gssize)length, "UTF-8", encoding, NULL, &size, NULL);

  if (text != NULL && strlen (text) != size)
    g_clear_pointer (&text, g_free);

  return text;
}

/**
 * qd_mspdi_decode:
 * @bytes: UTF-8, or UTF-16 with its mark
 *
 * Returns: (transfer full) (nullable): the text, without a byte order mark
 */
char *
qd_mspdi_decode (GBytes  *bytes,
                 GError **error)
{
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  if (length > QD_MSPDI_MAX_BYTES)
    {
      g_set_error (error,
                   QD_MSPDI_ERROR,
                   QD_MSPDI_ERROR_TOO_LARGE,
                   _ ("The file is larger than the %d MB that are read; nothing was imported"),
                   QD_MSPDI_MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  if (length == 0)
    {
      g_set_error_literal (error, QD_MSPDI_ERROR, QD_MSPDI_ERROR_NOT_XML, _ ("The file is empty; nothing was imported"));
      return NULL;
    }

  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = convert (data + 2, length - 2, "UTF-16LE");
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = convert (data + 2, length - 2, "UTF-16BE");
  else if (g_utf8_validate_len (data, length, NULL))
    text = g_strndup (data, length);

  if (text == NULL)
    g_set_error_literal (error,
                         QD_MSPDI_ERROR,
                         QD_MSPDI_ERROR_NOT_XML,
                         _ ("The file is not text in UTF-8 or UTF-16, as XML is; nothing was imported"));
  else if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    memmove (text, text + 3, strlen (text) - 2);

  return g_steal_pointer (&text);
}

/* Returns: (transfer full) (nullable): the first entity of a line that XML itself does not have */
static char *
find_entity (const char *text,
             int         line)
{
  const char *const known[] = { "amp", "lt", "gt", "quot", "apos", NULL };

  while (--line > 0 && (text = strchr (text, '\n')))
    text++;

  for (; text != NULL && *text != '\0' && *text != '\n'; text++)
    {
      gsize            length = *text == '&' ? strspn (text + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") : 0;
      g_autofree char *name = g_strndup (text + 1, length);

      if (length > 0 && text[1 + length] == ';' && !g_strv_contains (known, name))
        return g_steal_pointer (&name);
    }

  return NULL;
}

/**
 * qd_mspdi_fail_malformed:
 * @line: where it was noticed
 * @inside: whether that was before the end of @text
 */
gboolean
qd_mspdi_fail_malformed (const char *text,
                         int         line,
                         gboolean    inside,
                         GError    **error)
{
  g_autofree char *entity = inside ? find_entity (text, line) : NULL;
  g_autofree char *quoted = entity != NULL ? qd_quote (entity) : NULL;
  g_autofree char *what = NULL;

  if (!inside)
    what = g_strdup (_ ("the file ends before “Project” does"));
  else if (quoted != NULL)
    what = g_strdup_printf (_ ("the entity “&%s;” is not known, and entities of a file’s own are not read"), quoted);
  else
    what = g_strdup (_ ("it is not XML as it must be"));

  qd_mspdi_fail (line, what, error);

  return FALSE;
}
