/* qd-money.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Amounts in minor units beside their ISO 4217 code: 1250 “EUR” is €12.50. */

int      qd_money_get_decimals (const char *currency);
gboolean qd_money_check_currency (const char *currency,
                                  GError    **error);
char    *qd_money_dup_display (gint64      amount,
                               const char *currency);
char    *qd_money_dup_short (gint64      amount,
                             const char *currency);
char    *qd_money_format (gint64      amount,
                          const char *currency);
gboolean qd_money_parse (const char *text,
                         const char *currency,
                         gint64     *amount);

G_END_DECLS
