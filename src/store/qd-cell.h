/* qd-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "qd-pages.h"

G_BEGIN_DECLS

/* No table of ours has as many columns. */
#define QD_CELL_MAX_VALUES 64

/**
 * QdCellValue:
 * @type: as SQLite names it: SQLITE_INTEGER and so on
 * @text: of a text or blob, owned by the cell
 */
typedef struct
{
  int    type;
  gint64 integer;
  double real;
  char  *text;
  gsize  length;
} QdCellValue;

/**
 * QdCell:
 * @is_cut: part of it could not be read; the values it would have given are NULL
 * @is_mended: a text of it held what is no text
 *
 * One row as it is on its page.
 */
typedef struct
{
  gint64      id;
  guint       n_values;
  QdCellValue values[QD_CELL_MAX_VALUES];
  gboolean    is_cut;
  gboolean    is_mended;
} QdCell;

QdCell *qd_cell_read (QdPages      *pages,
                      const guint8 *page,
                      guint         offset,
                      guint        *n_left);
void    qd_cell_free (QdCell *self);
void    qd_cell_bind (const QdCell *self,
                      guint         index,
                      sqlite3_stmt *stmt);
GArray *qd_cell_list (QdPages      *pages,
                      const guint8 *page,
                      guint         number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCell, qd_cell_free)

G_END_DECLS
