/* qd-index.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record-list.h"

G_BEGIN_DECLS

#define QD_TYPE_INDEX (qd_index_get_type ())

G_DECLARE_FINAL_TYPE (QdIndex, qd_index, QD, INDEX, GObject)

QdIndex    *qd_index_new (QdStore      *store,
                          QdRecordList *list);
GListModel *qd_index_get_children (QdIndex *self,
                                   gint64   parent);
GPtrArray  *qd_index_peek_children (QdIndex *self,
                                    gint64   parent);

G_END_DECLS
