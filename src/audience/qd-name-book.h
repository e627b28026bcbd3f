/* qd-name-book.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdNameBook:
 *
 * Every name by which a customer can be known: of all accounts their names, aliases, domains
 * and codenames, the names and addresses of their people, and what their tenants are called. Immutable, and to be used on any
 * thread; made once for a state of the portfolio.
 */
typedef struct _QdNameBook QdNameBook;

QdNameBook                *qd_name_book_new (GListModel *accounts,
                                             GListModel *contacts,
                                             GListModel *tenants,
                                             GListModel *tenant_contacts);
QdNameBook                *qd_name_book_get (QdPortfolio *portfolio);
QdNameBook                *qd_name_book_ref (QdNameBook *self);
void                       qd_name_book_unref (QdNameBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdNameBook, qd_name_book_unref)

G_END_DECLS
