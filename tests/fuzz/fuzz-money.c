/* fuzz-money.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-fuzz.h"
#include "qd-money.h"

/* An amount as it is typed: the first word of an input is the currency. */

const char *const qd_fuzz_words[] = {
  "EUR ", "JPY ", "KWD ", "INR ", "€", "$", "₹", "Rs. ", "1.250.000,50", "1,250,000.50", "12,34,567", "1'250", "1 250",
  "k", "M", "Mio.", "mn", "-", "(", ")", ",", ".", "99999999999999999999", "9000000000000000", "CHF", "\xc2\xa0", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0 ? qd_fuzz_repeat ("EUR ", "9", 100000, "") : n == 1 ? qd_fuzz_repeat ("EUR 1", ",000", 10000, "")
                                                                    : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = qd_fuzz_dup_text (data, size);
  g_autofree char *currency = g_strndup (text, strcspn (text, " "));
  g_autofree char *written = NULL;
  g_autofree char *display = NULL;
  g_autofree char *brief = NULL;
  g_autoptr(GError) error = NULL;
  gint64 amount, again;

  if (!qd_money_check_currency (currency, &error))
    {
      qd_fuzz_check_error (error);
      g_set_str (&currency, "EUR");
    }

  if (!qd_money_parse (text, currency, &amount) && !qd_money_parse (text + strcspn (text, " "), currency, &amount))
    return 0;

  written = qd_money_format (amount, currency);
  display = qd_money_dup_display (amount, currency);
  brief = qd_money_dup_short (amount, currency);
  qd_fuzz_check_text (display);
  qd_fuzz_check_text (brief);
  g_assert_cmpint (amount, >=, 0);
  g_assert_true (qd_money_parse (written, currency, &again));
  g_assert_cmpint (again, ==, amount);

  return 0;
}
