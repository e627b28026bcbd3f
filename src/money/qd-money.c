/* qd-money.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-money"

#include "qd-money.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-quote.h"

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
  g_autofree char *quoted = NULL;
  gboolean         fits = currency == NULL || strlen (currency) == 3;

  for (int i = 0; fits && currency != NULL && i < 3; i++)
    fits = g_ascii_isupper (currency[i]);

  if (!fits)
    quoted = qd_quote (currency);

  if (!fits)
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_INVALID_DATA,
                 _ ("“Currency” must be a code of three capital letters such as “EUR”, not “%s”"),
                 quoted);

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

/* More than anybody is paid; keeps all sums below within their type. */
#define MAX_AMOUNT G_GINT64_CONSTANT (9000000000000000)

/* What stands for any mark that can only group digits */
#define GROUP_MARK '_'

/* A space of any kind, or an apostrophe */
static gboolean
is_group_mark (gunichar c)
{
  return c == '\'' || c == 0x2019 || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

/* Skips what names a currency: a symbol, at most three letters, or both. */
static const char *
skip_currency (const char *c)
{
  int n_letters = 0;

  for (;; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isalpha (character) && ++n_letters <= 3)
        continue;

      /* As in “Rs. 500” */
      if (*c == '.' && n_letters > 0 && !g_ascii_isdigit (c[1]))
        continue;

      if (*c == '\0' || (g_unichar_type (character) != G_UNICODE_CURRENCY_SYMBOL && !g_unichar_isspace (character)))
        return c;
    }
}

/* Copies digits and the marks between them, and stops after the last digit. */
static const char *
take_number (const char *c,
             GString    *number)
{
  while (g_ascii_isdigit (*c))
    {
      const char *next = g_utf8_next_char (c);

      g_string_append_c (number, *c);
      c = next;

      if (*c == '\0' || !g_ascii_isdigit (*g_utf8_next_char (c)))
        continue;

      if (*c == '.' || *c == ',')
        g_string_append_c (number, *c);
      else if (is_group_mark (g_utf8_get_char (c)))
        g_string_append_c (number, GROUP_MARK);
      else
        continue;

      c = g_utf8_next_char (c);
    }

  return c;
}

/* “k” for thousands, “M”, “mn” or “Mio” for millions; not the “M” of “MXN” */
static const char *
take_factor (const char *c,
             gint64     *factor)
{
  static const struct
  {
    const char *suffix;
    gint64      factor;
  } suffixes[] = { { "Mio", 1000000 }, { "mn", 1000000 }, { "m", 1000000 }, { "k", 1000 } };

  *factor = 1;

  while (g_unichar_isspace (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      const char *end = c + strlen (suffixes[i].suffix);

      if (g_ascii_strncasecmp (c, suffixes[i].suffix, end - c) == 0 && !g_ascii_isalpha (*end))
        {
          *factor = suffixes[i].factor;
          return *end == '.' ? end + 1 : end;
        }
    }

  return c;
}

/* Whether digits are grouped by one mark in threes, or, as in India, in twos
 * before the last three. */
static gboolean
is_grouped_well (const char *number,
                 gsize       length)
{
  char  mark = 0;
  int   n_digits = 0, n_groups = 0, width = 0;
  gsize i = length;

  while (i-- > 0)
    {
      if (g_ascii_isdigit (number[i]))
        {
          n_digits++;
          continue;
        }

      if ((mark != 0 && number[i] != mark) || (n_groups == 0 && n_digits != 3) ||
          (n_groups == 1 && n_digits != 2 && n_digits != 3) || (n_groups > 1 && n_digits != width))
        return FALSE;

      mark = number[i];
      width = n_digits;
      n_digits = 0;
      n_groups++;
    }

  return n_digits > 0 && (n_groups == 0 || n_digits <= (n_groups == 1 ? 3 : width));
}

/* Where the decimals begin, or the end. A sign that occurs once and is followed
 * by three digits groups them, unless what stands before it cannot be a group,
 * or it is a dot and the currency has three decimals. */
static gsize
find_decimals (const char *number,
               const char *currency)
{
  gsize       length = strlen (number);
  const char *dot = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = dot > comma ? dot : comma;

  if (last == NULL)
    return length;

  if ((dot == NULL || comma == NULL) && strchr (number, *last) != last)
    return length;

  if ((dot == NULL || comma == NULL) && strchr (number, GROUP_MARK) == NULL && strlen (last) == 4 &&
      number[0] != '0' && last - number <= 3 && (*last != '.' || qd_money_get_decimals (currency) != 3))
    return length;

  return last - number;
}

/* @scale: what a whole unit counts
 * @decimals: where they begin in @number */
static gboolean
reckon (const char *number,
        gsize       decimals,
        gint64      scale,
        gint64     *amount)
{
  gint64 sum = 0;

  if (!is_grouped_well (number, decimals))
    return FALSE;

  for (gsize i = 0; i < decimals; i++)
    {
      if (g_ascii_isdigit (number[i]))
        sum = sum * 10 + (number[i] - '0');

      if (sum > MAX_AMOUNT / scale)
        return FALSE;
    }

  sum *= scale;

  for (const char *c = number + decimals; *c != '\0' && *++c != '\0';)
    {
      /* Less than the smallest coin, unless it is nothing */
      if (!g_ascii_isdigit (*c) || (scale % 10 != 0 && *c != '0'))
        return FALSE;

      scale /= 10;
      sum += scale * (*c - '0');
    }

  *amount = sum;

  return TRUE;
}

/**
 * qd_money_parse:
 * @text: as people write it: “€ 1.250.000,50”, “1,250,000.50 USD”, “12,50,000”, “480k”
 * @currency: (nullable): an ISO 4217 code; says how many decimals there may be
 * @amount: (out): in minor units
 *
 * Returns: whether @text is one amount, not negative, that can be meant in one
 *   way only
 */
gboolean
qd_money_parse (const char *text,
                const char *currency,
                gint64     *amount)
{
  g_autoptr(GString) number = g_string_new (NULL);
  gint64      factor;
  gsize       decimals;
  const char *c;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  c = take_number (skip_currency (text), number);
  c = take_factor (c, &factor);

  if (*skip_currency (c) != '\0')
    return FALSE;

  decimals = find_decimals (number->str, currency);

  /* “1,500k” could be either. */
  if (factor > 1 && decimals == number->len && strpbrk (number->str, ".,") != NULL)
    return FALSE;

  return reckon (number->str, decimals, get_unit (currency) * factor, amount);
}
