/* qd-money.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-money"

#include "qd-money.h"

#include <glib/gi18n.h>
#include <string.h>

/* ISO 4217 currencies whose minor unit is not a hundredth */
static const struct
{
  const char *code;
  int         decimals;
} uncommon[] = {
  { "BHD", 3 },
  { "BIF", 0 },
  { "CLP", 0 },
  { "DJF", 0 },
  { "GNF", 0 },
  { "IQD", 3 },
  { "ISK", 0 },
  { "JOD", 3 },
  { "JPY", 0 },
  { "KMF", 0 },
  { "KRW", 0 },
  { "KWD", 3 },
  { "LYD", 3 },
  { "OMR", 3 },
  { "PYG", 0 },
  { "RWF", 0 },
  { "TND", 3 },
  { "UGX", 0 },
  { "VND", 0 },
  { "VUV", 0 },
  { "XAF", 0 },
  { "XOF", 0 },
  { "XPF", 0 },
};

static const struct
{
  const char *code;
  const char *symbol;
} symbols[] = {
  { "USD", "$" },
  { "EUR", "€" },
  { "GBP", "£" },
  { "JPY", "¥" },
  { "INR", "₹" },
  { "CHF", "CHF " },
  { "AUD", "A$" },
  { "CAD", "C$" },
  { "BRL", "R$" },
};

/**
 * qd_money_get_decimals:
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: how many digits its minor unit has
 */
int
qd_money_get_decimals (const char *currency)
{
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (uncommon); i++)
    {
      if (g_str_equal (uncommon[i].code, currency))
        return uncommon[i].decimals;
    }

  return 2;
}

gboolean
qd_money_check_currency (const char *currency,
                         GError    **error)
{
  gboolean fits = currency == NULL || strlen (currency) == 3;

  for (int i = 0; fits && currency != NULL && i < 3; i++)
    fits = g_ascii_isupper (currency[i]);

  if (!fits)
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_INVALID_DATA,
                 _ ("“Currency” must be a code of three capital letters such as “EUR”, not “%.20s”"),
                 currency);

  return fits;
}

static gint64
get_unit (const char *currency)
{
  gint64 unit = 1;

  for (int i = qd_money_get_decimals (currency); i > 0; i--)
    unit *= 10;

  return unit;
}

static char *
prefix_symbol (const char *number,
               const char *currency)
{
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (symbols); i++)
    {
      if (g_str_equal (symbols[i].code, currency))
        return g_strconcat (symbols[i].symbol, number, NULL);
    }

  return currency != NULL ? g_strdup_printf ("%s %s", currency, number) : g_strdup (number);
}

/* Whole units, grouped as the locale does: “€1,250,000” */
char *
qd_money_dup_display (gint64      amount,
                      const char *currency)
{
  gint64           unit = get_unit (currency);
  g_autofree char *number = NULL;

  if (amount % unit == 0)
    number = g_strdup_printf ("%'" G_GINT64_FORMAT, amount / unit);
  else
    number = g_strdup_printf ("%'.*f", qd_money_get_decimals (currency), (double)amount / (double)unit);

  return prefix_symbol (number, currency);
}

/* For a column: “€1.25M”, “€480K” */
char *
qd_money_dup_short (gint64      amount,
                    const char *currency)
{
  double           value = (double)amount / (double)get_unit (currency);
  g_autofree char *number = NULL;

  if (value >= 999500)
    number = g_strdup_printf (C_ ("millions", "%.3gM"), value / 1e6);
  else if (value >= 1000)
    number = g_strdup_printf (C_ ("thousands", "%.0fK"), value / 1e3);
  else
    number = g_strdup_printf ("%.0f", value);

  return prefix_symbol (number, currency);
}

/* Plain, for files: “1250.50”, the same in every locale */
char *
qd_money_format (gint64      amount,
                 const char *currency)
{
  gint64 unit = get_unit (currency);
  int    decimals = qd_money_get_decimals (currency);

  if (decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  return g_strdup_printf (
      "%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, amount / unit, decimals, amount % unit);
}

/* The separator that stands before the decimals, or 0: the last of both kinds,
 * or an only one that is not followed by exactly three digits. */
static char
find_decimal_sign (const char *digits)
{
  const char *dot = strrchr (digits, '.');
  const char *comma = strrchr (digits, ',');
  const char *last = dot > comma ? dot : comma;

  if (last == NULL)
    return 0;

  if (dot != NULL && comma != NULL)
    return *last;

  if (strchr (digits, *last) != last || strlen (last + 1) == 3)
    return 0;

  return *last;
}

/**
 * qd_money_parse:
 * @text: as people write it: “€ 1.250.000,50”, “1,250,000.50 USD”, “480k”
 * @amount: (out): in minor units
 */
gboolean
qd_money_parse (const char *text,
                const char *currency,
                gint64     *amount)
{
  g_autoptr(GString) digits = g_string_new (NULL);
  gint64   unit = get_unit (currency);
  gint64   whole = 0, minor = 0, place, factor = 1;
  char     sign;
  gboolean decimals = FALSE, any = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_ascii_isdigit (*c) || *c == '.' || *c == ',')
        g_string_append_c (digits, *c);
      else if ((*c == 'k' || *c == 'K') && digits->len > 0)
        factor = 1000;
      else if ((*c == 'm' || *c == 'M') && digits->len > 0)
        factor = 1000000;
      else if (*c == '-' || (digits->len > 0 && factor == 1 && g_ascii_isdigit (c[1]) && !g_unichar_isspace (character) && *c != '\''))
        return FALSE;
    }

  sign = find_decimal_sign (digits->str);
  place = unit;

  if (factor > 1)
    {
      double value;

      for (gsize i = 0; i < digits->len; i++)
        {
          if (digits->str[i] == ',')
            digits->str[i] = '.';
        }

      if (digits->len == 0)
        return FALSE;

      value = g_ascii_strtod (digits->str, NULL) * (double)factor * (double)unit;

      if (value > 9e15)
        return FALSE;

      *amount = (gint64)(value + .5);
      return TRUE;
    }

  for (gsize i = 0; i < digits->len; i++)
    {
      char c = digits->str[i];

      if (c == sign)
        {
          decimals = TRUE;
          continue;
        }

      if (!g_ascii_isdigit (c))
        continue;

      any = TRUE;

      if (decimals)
        {
          place /= 10;
          minor += place * (c - '0');
        }
      else if (whole > G_GINT64_CONSTANT (900000000000))
        {
          return FALSE;
        }
      else
        {
          whole = whole * 10 + (c - '0');
        }
    }

  *amount = whole * unit + minor;

  return any;
}
