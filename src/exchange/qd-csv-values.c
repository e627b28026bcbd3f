/* qd-csv-values.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-values"

#include "qd-csv-values.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "qd-account.h"
#include "qd-money.h"
#include "qd-quote.h"

/* Words for the same thing, folded. */
static const struct
{
  const char *property;
  const char *folded;
  const char *nick;
} words[] = {
  { "offering", "saas", "gitlab-com" },
  { "offering", "gitlabsaas", "gitlab-com" },
  { "offering", "selfhosted", "self-managed" },
  { "offering", "selfmanagedonpremises", "self-managed" },
  { "offering", "selfmanagedcloud", "self-managed" },
  { "offering", "selfmanagedhybrid", "self-managed" },
  { "offering", "gitlabdedicated", "dedicated" },
  { "offering", "gitlabdedicatedforgovernment", "dedicated-government" },
  { "offering", "dedicatedgov", "dedicated-government" },
  { "licence", "gitlabpremium", "premium" },
  { "licence", "gitlabultimate", "ultimate" },
  { "stage", "optimize", "optimize-and-grow" },
  { "stage", "grow", "optimize-and-grow" },
  { "stage", "churn", "will-churn" },
  { "priority", "1", "pr1" },
  { "priority", "2", "pr2" },
  { "priority", "3", "pr3" },
  { "priority", "4", "pr4" },
  { "priority", "p1", "pr1" },
  { "priority", "p2", "pr2" },
  { "priority", "p3", "pr3" },
  { "priority", "p4", "pr4" },
  { "region", "americas", "amer" },
  { "region", "na", "amer" },
  { "region", "apac", "apj" },
  { "region", "dach", "emea-dach" },
  { "region", "north", "emea-north" },
  { "region", "south", "emea-south" },
  { "region", "meta", "emea-meta" },
};

static const struct
{
  const char *sign;
  const char *currency;
} signs[] = {
  { "€", "EUR" },
  { "£", "GBP" },
  { "¥", "JPY" },
  { "₹", "INR" },
  { "A$", "AUD" },
  { "C$", "CAD" },
  { "R$", "BRL" },
  { "US$", "USD" },
  { "$", "USD" },
};

static gboolean
refuse (const QdColumn *column,
        const char     *text,
        const char     *expected,
        GError        **error)
{
  g_autofree char *quoted = qd_quote (text);

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_BAD_VALUE,
               _ ("“%s” must be %s, not “%s”"),
               _ (column->label),
               expected,
               quoted);
  return FALSE;
}

static gboolean
set_enum (gpointer        draft,
          const QdColumn *column,
          const char     *property,
          const char     *text,
          GError        **error)
{
  g_autofree char *folded = qd_csv_fold (text);
  g_autoptr(GString) known = g_string_new (NULL);
  const char *nick = NULL;

  for (const QdNick *n = column->nicks; n->nick != NULL; n++)
    {
      g_autofree char *folded_nick = qd_csv_fold (n->nick);
      g_autofree char *folded_label = qd_csv_fold (n->label);
      g_autofree char *folded_words = qd_csv_fold (_ (n->label));

      if (g_str_equal (folded, folded_nick) || g_str_equal (folded, folded_label) ||
          g_str_equal (folded, folded_words))
        nick = n->nick;

      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", _ (n->label));
    }

  for (gsize i = 0; nick == NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].property, property) && g_str_equal (words[i].folded, folded))
        nick = words[i].nick;
    }

  if (nick == NULL)
    {
      g_autofree char *expected = g_strdup_printf (_ ("one of: %s"), known->str);

      return refuse (column, text, expected, error);
    }

  g_object_set (draft, property, qd_nicks_parse (column->nicks, nick), NULL);

  return TRUE;
}

/* The currency an amount names itself: by its sign, or by three letters. */
static char *
dup_currency (const char *text,
              const char *fallback)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (text, signs[i].sign) != NULL)
        return g_strdup (signs[i].currency);
    }

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isupper (c[0]) && g_ascii_isupper (c[1]) && g_ascii_isupper (c[2]) && !g_ascii_isalpha (c[3]))
        return g_strndup (c, 3);
    }

  return g_ascii_strup (fallback, -1);
}

static gboolean
set_amount (gpointer        draft,
            const QdColumn *column,
            const char     *text,
            const char     *fallback,
            GError        **error)
{
  g_autofree char *currency = dup_currency (text, fallback);
  gint64           amount;

  if (!qd_money_parse (text, currency, &amount))
    return refuse (column, text, _ ("an amount such as “1,250,000 USD”"), error);

  g_object_set (draft, "arr", amount, "currency", currency, NULL);

  return TRUE;
}

/* A whole number, with the marks that group its digits. */
static gboolean
set_number (gpointer        draft,
            const QdColumn *column,
            const char     *property,
            const char     *text,
            GError        **error)
{
  gint64 number;

  if (!qd_money_parse (text, "JPY", &number))
    return refuse (column, text, _ ("a whole number"), error);

  g_object_set (draft, property, number, NULL);

  return TRUE;
}

/* Several in a cell become one a line. */
static void
set_lines (gpointer    draft,
           const char *property,
           const char *text)
{
  g_autofree char *lines = g_strdelimit (g_strdup (text), ";,", '\n');
  g_auto(GStrv) parts = g_strsplit (lines, "\n", -1);
  g_autoptr(GString) joined = g_string_new (NULL);

  for (int i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);

      if (*parts[i] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n" : "", parts[i]);
    }

  g_object_set (draft, property, joined->str, NULL);
}

/**
 * qd_csv_set_value:
 * @text: not empty
 * @order: how a date is read
 * @currency: of an amount that names none
 *
 * Sets a property of @draft to what @text says; the error names the field.
 */
gboolean
qd_csv_set_value (gpointer    draft,
                  const char *property,
                  const char *text,
                  QdDateOrder order,
                  const char *currency,
                  GError    **error)
{
  const QdColumn *column = qd_record_find_column (G_OBJECT_TYPE (draft), property);
  int             day;

  g_return_val_if_fail (column != NULL, FALSE);

  switch (column->kind)
    {
    case QD_COLUMN_KIND_ENUM:
      return set_enum (draft, column, property, text, error);

    case QD_COLUMN_KIND_DAY:
      if (!qd_csv_parse_date (text, order, &day))
        return refuse (column, text, _ ("a day such as “2026-12-31”"), error);

      g_object_set (draft, property, day, NULL);
      return TRUE;

    case QD_COLUMN_KIND_INTEGER:
      if (g_str_equal (property, "arr"))
        return set_amount (draft, column, text, currency, error);

      return set_number (draft, column, property, text, error);

    case QD_COLUMN_KIND_TEXT:
      if (g_str_equal (property, "domains") || g_str_equal (property, "aliases") || g_str_equal (property, "links"))
        set_lines (draft, property, text);
      else
        g_object_set (draft, property, text, NULL);

      return TRUE;

    case QD_COLUMN_KIND_REAL:
    case QD_COLUMN_KIND_BOOLEAN:
    case QD_COLUMN_KIND_REFERENCE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * qd_csv_parse_health:
 * @text: a colour, its first letter, or a score of 0 to 100
 *
 * Scores are read by the bands of Gainsight: green from 75, yellow from 50.
 */
gboolean
qd_csv_parse_health (const char    *text,
                     QdHealthLevel *level,
                     GError       **error)
{
  g_autofree char *folded = qd_csv_fold (text);
  g_autofree char *quoted = NULL;
  char            *end;
  double           score = g_ascii_strtod (text, &end);

  for (int i = 0; qd_health_levels[i].nick != NULL; i++)
    {
      g_autofree char *label = qd_csv_fold (qd_health_levels[i].label);

      if (g_str_equal (folded, label) || (folded[0] == label[0] && folded[1] == '\0'))
        {
          *level = i;
          return TRUE;
        }
    }

  if (g_str_equal (folded, "na"))
    {
      *level = QD_HEALTH_LEVEL_UNKNOWN;
      return TRUE;
    }

  if (end != text && *end == '\0' && isfinite (score) && score >= 0 && score <= 100)
    {
      *level = score >= 75 ? QD_HEALTH_LEVEL_GREEN : score >= 50 ? QD_HEALTH_LEVEL_YELLOW
                                                                 : QD_HEALTH_LEVEL_RED;
      return TRUE;
    }

  quoted = qd_quote (text);
  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_BAD_VALUE,
               _ ("“Health” must be green, yellow, red or a score of 0 to 100, not “%s”"),
               quoted);
  return FALSE;
}
