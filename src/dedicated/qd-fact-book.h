/* qd-fact-book.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_FACT_BOOK (qd_fact_book_get_type ())

G_DECLARE_FINAL_TYPE (QdFactBook, qd_fact_book, QD, FACT_BOOK, GObject)

QdFactBook   *qd_fact_book_new (QdPortfolio *portfolio);
QdFactBook   *qd_fact_book_get (QdPortfolio *portfolio);
guint         qd_fact_book_get_serial (QdFactBook *self);
QdPortfolio  *qd_fact_book_get_portfolio (QdFactBook *self);
GPtrArray    *qd_fact_book_peek (QdFactBook *self,
                                 QdFactTopic topic);
GPtrArray    *qd_fact_book_peek_all (QdFactBook *self,
                                     QdFactTopic topic);
gconstpointer qd_fact_book_lookup (QdFactBook *self,
                                   QdFactTopic topic,
                                   const char *key);
const QdFact *qd_fact_book_get_shipped (QdFactBook *self,
                                        QdFactTopic topic,
                                        const char *key);
const char   *qd_fact_book_get_name (QdFactBook *self,
                                     QdFactTopic topic,
                                     const char *key);

G_END_DECLS
