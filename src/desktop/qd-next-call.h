/* qd-next-call.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdNextCall:
 * @record: (transfer none): the QdActivity that is planned, or the QdTask of a plan
 * @account: whose it is
 * @day: on which it is
 * @at: when it begins, in seconds since 1970; G_MININT64 where only the day is known
 * @title: (transfer none): what it is called
 *
 * The call, meeting or workshop with a customer that comes next.
 */
typedef struct
{
  gpointer    record;
  gint64      account;
  int         day;
  gint64      at;
  const char *title;
} QdNextCall;

gboolean qd_next_call_find (QdPortfolio *portfolio,
                            gint64       now,
                            int          today,
                            QdNextCall  *call);

G_END_DECLS
