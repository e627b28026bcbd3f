/* qd-exchange-tree.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

/**
 * QdExchangeBranch:
 * @member: of the object of the record that they are part of
 * @type: of the records in it
 *
 * Where in a file records are, and in which order: what refers to another comes
 * after it.
 */
typedef struct
{
  const char *member;
  GType       type;
} QdExchangeBranch;

const QdExchangeBranch *qd_exchange_get_branches (GType  type,
                                                  guint *n_branches);
const QdExchangeBranch *qd_exchange_get_roots (guint *n_roots);
const QdColumn         *qd_exchange_get_parent_column (GType type);

G_END_DECLS
