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
 * @since: the minor version of the file format that must have it
 *
 * Where in a file records are, and in which order: what refers to another comes
 * after it.
 */
typedef struct
{
  const char *member;
  GType       type;
  guint       since;
} QdExchangeBranch;

/**
 * QdExchangeScope:
 * @QD_EXCHANGE_SCOPE_BESIDE: it is part of the same
 * @QD_EXCHANGE_SCOPE_ABOVE: it is part of what the record's own parent is part of
 * @QD_EXCHANGE_SCOPE_ACCOUNT: it is anywhere in the same account, or not in the file at all
 *
 * Where what a record refers to is.
 */
typedef enum
{
  QD_EXCHANGE_SCOPE_BESIDE,
  QD_EXCHANGE_SCOPE_ABOVE,
  QD_EXCHANGE_SCOPE_ACCOUNT,
} QdExchangeScope;

/**
 * QdExchangeReference:
 *
 * What a column of a record refers to, where that is not what the record is part of.
 */
typedef struct
{
  GType           of;
  const char     *column;
  GType           type;
  QdExchangeScope scope;
} QdExchangeReference;

const QdExchangeBranch    *qd_exchange_get_branches (GType  type,
                                                     guint *n_branches);
const QdExchangeBranch    *qd_exchange_get_roots (guint *n_roots);
const QdColumn            *qd_exchange_get_parent_column (GType type);
GType                      qd_exchange_get_parent_type (GType type);
const QdExchangeReference *qd_exchange_get_reference (GType       type,
                                                      const char *column);

G_END_DECLS
