/* qd-fact-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"

G_BEGIN_DECLS

/*
 * What can be done to a fact. Each is one edit and one step to undo, and ends with
 * qd_store_edit_finish(). The book must be of a portfolio.
 */

QdFact *qd_fact_create_own (QdFactTopic topic,
                            const char *name);
void    qd_fact_save_async (QdFactBook         *book,
                            const QdFact       *fact,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
void    qd_fact_strike_async (QdFactBook         *book,
                              const QdFact       *fact,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
void    qd_fact_reset_async (QdFactBook         *book,
                             const QdFact       *fact,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);

G_END_DECLS
