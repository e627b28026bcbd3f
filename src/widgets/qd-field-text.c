/* qd-field-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-field-text"

#include "qd-field-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "qd-clock-time.h"
#include "qd-day-parse.h"
#include "qd-duration.h"
#include "qd-instant.h"
#include "qd-money.h"
#include "qd-work-week.h"
#include "qd-zone-list.h"

/* Where an amount is typed without a currency, and none was there before */
#define DEFAULT_CURRENCY "USD"

/* Returns: (transfer full): an amount as it is edited: “120,000 EUR” */
char *
qd_field_text_format_money (gint64      amount,
                            const char *currency)
{
  g_autofree char *number = NULL;
  g_autofree char *plain = qd_money_format (amount, currency);
  char            *dot = strchr (plain, '.');

  /* Nobody types the cents of a contract unless there are some. */
  if (dot != NULL && strspn (dot + 1, "0") == strlen (dot + 1))
    *dot = '\0';

  number = strchr (plain, '.') == NULL
               ? g_strdup_printf ("%'" G_GINT64_FORMAT, g_ascii_strtoll (plain, NULL, 10))
               : g_steal_pointer (&plain);

  return currency != NULL ? g_strdup_printf ("%s %s", number, currency) : g_steal_pointer (&number);
}

/* Digits, in groups of three or not. */
static gboolean
parse_integer (const char *text,
               gint64     *number)
{
  g_autoptr(GString) digits = g_string_new (NULL);
  int n_since = -1; /* digits since the last separator, or -1 before the first */

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isdigit (character))
        {
          g_string_append_c (digits, '0' + g_unichar_digit_value (character));
          n_since += n_since >= 0 ? 1 : 0;
        }
      else if (digits->len > 0 && (n_since == -1 || n_since == 3) &&
               (strchr (".,'_", *c) != NULL || g_unichar_isspace (character) || character == 0x2019))
        n_since = 0;
      else
        return FALSE;
    }

  if (digits->len == 0 || (n_since != -1 && n_since != 3))
    return FALSE;

  return g_ascii_string_to_signed (digits->str, 10, 0, G_MAXINT64, number, NULL);
}

static int
parse_nick (const QdNick *nicks,
            const char   *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (int i = 0; nicks[i].nick != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (_ (nicks[i].label), -1);

      if (g_str_equal (label, folded) || g_str_equal (nicks[i].nick, text))
        return i;
    }

  return QD_ENUM_NONE;
}

static char *
format_instant (const char *text)
{
  gint64 seconds;
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (text == NULL || !qd_instant_parse (text, &seconds))
    return g_strdup (text != NULL ? text : "");

  time = g_date_time_new_from_unix_local (seconds);
  day = qd_day_dup_editable (
      qd_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
  clock = g_date_time_format (time, "%H:%M");

  return g_strdup_printf ("%s %s", day, clock);
}

/**
 * qd_field_text_format_unit:
 * @column: one that is of a unit
 *
 * Returns: (transfer full): @value as it is edited; empty for none
 */
char *
qd_field_text_format_unit (const QdColumn *column,
                           const GValue   *value)
{
  gint64 minutes;

  if (column->unit == QD_COLUMN_UNIT_INSTANT)
    return format_instant (g_value_get_string (value));

  minutes = g_value_get_int64 (value);

  if (minutes == QD_INTEGER_NONE)
    return g_strdup ("");

  switch (column->unit)
    {
    case QD_COLUMN_UNIT_TIME:
      return qd_clock_time_dup_words ((int)minutes);

    case QD_COLUMN_UNIT_WORK:
      return qd_duration_dup_words (minutes);

    case QD_COLUMN_UNIT_LENGTH:
      return qd_clock_length_dup_words (minutes);

    case QD_COLUMN_UNIT_NONE:
    case QD_COLUMN_UNIT_INSTANT:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* Takes a zone off the end of @text: “14:00 UTC”, “14:00 Tokyo”, “14:00 Europe/Berlin”. Otherwise it is this clock. */
static GTimeZone *
take_zone (char *text)
{
  char       *blank = strrchr (text, ' ');
  const char *name = blank != NULL ? qd_zone_resolve (blank + 1) : NULL;
  GTimeZone  *zone = NULL;

  if (name == NULL && blank != NULL && g_ascii_strcasecmp (blank + 1, "UTC") == 0)
    name = "UTC";

  if (name != NULL && (zone = g_time_zone_new_identifier (name)) != NULL)
    {
      *blank = '\0';
      g_strchomp (text);
    }

  return zone != NULL ? zone : g_time_zone_new_local ();
}

/* “24 Nov 14:00”, or “14:00” for today: a day, and the time of it on this clock or that of a zone. */
static gboolean
parse_instant (const char *text,
               GValue     *value)
{
  g_autofree char *rest = g_strstrip (g_strdup (text));
  g_autoptr(GTimeZone) zone = take_zone (rest);
  const char      *blank = strrchr (rest, ' ');
  g_autofree char *words = blank != NULL ? g_strndup (rest, blank - rest) : NULL;
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *instant = NULL;
  int              today = qd_day_today ();
  int              day = today, minute, year, month, day_of_month;

  if (!qd_clock_time_parse (blank != NULL ? blank + 1 : rest, &minute) || minute >= QD_MINUTES_PER_DAY ||
      (words != NULL && !qd_day_parse_words (words, today, qd_day_get_locale_order (), &day)))
    return FALSE;

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  time = g_date_time_new (zone, year, month, day_of_month, minute / 60, minute % 60, 0);

  if (time == NULL)
    return FALSE;

  instant = qd_instant_format (g_date_time_to_unix (time));
  g_value_set_string (value, instant);

  return TRUE;
}

/* Returns: (transfer full): why it is refused, as a sentence */
static char *
say_unit (const QdColumn *column)
{
  switch (column->unit)
    {
    case QD_COLUMN_UNIT_TIME:
      return g_strdup_printf (_ ("“%s” must be a time, such as “9:00” or “14:30”"), _ (column->label));

    case QD_COLUMN_UNIT_WORK:
      return g_strdup_printf (_ ("“%s” must be a length of work, such as “2 d”, “4 h” or “90 min”"), _ (column->label));

    case QD_COLUMN_UNIT_LENGTH:
      return g_strdup_printf (_ ("“%s” must be hours and minutes, such as “4:00”"), _ (column->label));

    case QD_COLUMN_UNIT_INSTANT:
      return g_strdup_printf (_ ("“%s” must be a day and a time, such as “24 Nov 14:00”"), _ (column->label));

    case QD_COLUMN_UNIT_NONE:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
parse_unit (const QdColumn *column,
            const char     *text,
            GValue         *value)
{
  gboolean none = *text == '\0';
  gboolean done = FALSE;
  gint64   minutes = QD_INTEGER_NONE;
  int      minute;

  if (column->unit == QD_COLUMN_UNIT_INSTANT)
    {
      g_value_init (value, G_TYPE_STRING);

      if (none ? column->nullable : parse_instant (text, value))
        return NULL;

      g_value_unset (value);
      return say_unit (column);
    }

  if (none)
    done = column->nullable;
  else if (column->unit == QD_COLUMN_UNIT_WORK)
    done = qd_duration_parse (text, &minutes);
  else if (column->unit == QD_COLUMN_UNIT_LENGTH)
    done = qd_clock_length_parse (text, &minutes);
  else if ((done = qd_clock_time_parse (text, &minute)))
    minutes = minute;

  if (!done)
    return say_unit (column);

  g_value_init (value, G_TYPE_INT64);
  g_value_set_int64 (value, minutes);

  return NULL;
}

/**
 * qd_field_text_parse:
 * @column: of any kind but a switch and a reference
 * @text: as a person typed it; nothing means none
 * @value: (out): not initialised
 *
 * Returns: (transfer full) (nullable): what is wrong with @text, as a sentence;
 *   %NULL with @value set otherwise
 */
char *
qd_field_text_parse (const QdColumn *column,
                     const char     *text,
                     GValue         *value)
{
  gboolean none = *text == '\0';
  gint64   number = QD_INTEGER_NONE;
  double   real = NAN;
  char    *end = NULL;
  int      choice = QD_DAY_NONE;

  if (column->unit != QD_COLUMN_UNIT_NONE)
    return parse_unit (column, text, value);

  switch (column->kind)
    {
    case QD_COLUMN_KIND_TEXT:
      g_value_init (value, G_TYPE_STRING);
      g_value_set_string (value, text);

      /* “Berlin” is what people say. */
      if (g_str_equal (column->name, "time_zone") && qd_zone_resolve (text) != NULL)
        g_value_set_string (value, qd_zone_resolve (text));

      return NULL;

    case QD_COLUMN_KIND_INTEGER:
      if (none ? !column->nullable : !parse_integer (text, &number))
        return g_strdup_printf (_ ("“%s” must be a whole number, such as 1200"), _ (column->label));

      g_value_init (value, G_TYPE_INT64);
      g_value_set_int64 (value, number);
      return NULL;

    case QD_COLUMN_KIND_REAL:
      if (!none && ((real = g_strtod (text, &end)), *end != '\0' || !isfinite (real)))
        return g_strdup_printf (_ ("“%s” must be a number"), _ (column->label));

      g_value_init (value, G_TYPE_DOUBLE);
      g_value_set_double (value, real);
      return NULL;

    case QD_COLUMN_KIND_DAY:
      if (!none && !qd_day_parse_words (text, qd_day_today (), qd_day_get_locale_order (), &choice))
        return g_strdup_printf (_ ("“%s” must be a day, such as “24 Nov”, “friday” or “+2w”"), _ (column->label));

      g_value_init (value, G_TYPE_INT);
      g_value_set_int (value, choice);
      return NULL;

    case QD_COLUMN_KIND_ENUM:
      if ((choice = parse_nick (column->nicks, text)) == QD_ENUM_NONE && !(none && column->nullable))
        return g_strdup_printf (_ ("“%s” has no such value"), _ (column->label));

      g_value_init (value, G_TYPE_INT);
      g_value_set_int (value, choice);
      return NULL;

    case QD_COLUMN_KIND_BOOLEAN:
    case QD_COLUMN_KIND_REFERENCE:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
/**
 * qd_field_text_parse_money:
 * @text: “120,000 EUR”, “€120k”, “120000”
 * @before: (nullable): the currency where @text names none
 * @amount: (out): not initialised; in minor units
 * @currency: (out): not initialised
 */
gboolean
qd_field_text_parse_money (const char *text,
                           const char *before,
                           GValue     *amount,
                           GValue     *currency)
{
  static const struct
  {
    const char *sign;
    const char *code;
  } signs[] = { { "€", "EUR" }, { "£", "GBP" }, { "¥", "JPY" }, { "$", "USD" } };
  g_autoptr(GString) number = g_string_new (NULL);
  g_autoptr(GString) code = g_string_new (NULL);
  gint64 units = QD_INTEGER_NONE;

  for (const char *c = text; *c != '\0'; c++)
    {
      gsize n_letters = strspn (c, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

      if (n_letters == 3)
        g_string_append_len (code, c, 3);
      else if (n_letters > 3)
        return FALSE;
      else
        g_string_append_len (number, c, MAX (n_letters, 1));

      c += MAX (n_letters, 1) - 1;
    }

  g_string_ascii_up (code);

  /* “$” alone is whose dollar the account has. */
  for (gsize i = 0; code->len == 0 && i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (text, signs[i].sign) != NULL && !(*text == '$' && before != NULL && g_str_has_suffix (before, "D")))
        g_string_assign (code, signs[i].code);
    }

  if (code->len == 0)
    g_string_assign (code, before != NULL ? before : DEFAULT_CURRENCY);

  if (!qd_money_check_currency (code->str, NULL) ||
      (*text != '\0' && !qd_money_parse (number->str, code->str, &units)))
    return FALSE;

  g_value_init (amount, G_TYPE_INT64);
  g_value_set_int64 (amount, units);
  g_value_init (currency, G_TYPE_STRING);
  g_value_set_string (currency, *text != '\0' ? code->str : before);

  return TRUE;
}
