/* qd-salvage-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-cell.h"
#include "qd-db.h"
#include "qd-record.h"
#include "qd-salvage.h"

G_BEGIN_DECLS

/**
 * QdSalvageColumn:
 * @fallback: (nullable): of a row that is older than the column
 * @parent: (nullable): the table that it refers to
 * @may_lead_nowhere: what it refers to may go while the record stays, as the schema says
 */
typedef struct
{
  char          *name;
  gboolean       nullable;
  sqlite3_value *fallback;
  char          *parent;
  gboolean       may_lead_nowhere;
} QdSalvageColumn;

/**
 * QdSalvageTable:
 * @type: of its records; %G_TYPE_INVALID for what is this machine's own
 * @insert_sql: interned
 * @title: the column that people call a record by; 0 for none
 * @root: the page that leads to its rows; 0 for none known
 * @kind: (nullable): where it is counted, owned by the report
 */
typedef struct
{
  char            *name;
  GType            type;
  QdSalvageColumn *columns;
  guint            n_columns;
  const char      *insert_sql;
  guint            title;
  guint            root;
  QdSalvageKind   *kind;
} QdSalvageTable;

/**
 * QdSalvage:
 * @pages: of the damaged file
 * @db: the new file, in a transaction; holds nobody to a reference yet
 * @trial: an empty one of the same schema, to see what fits where
 *
 * A salvage under way.
 */
typedef struct
{
  QdPages         *pages;
  QdDb            *db;
  QdDb            *trial;
  GPtrArray       *tables;
  QdSalvageReport *report;
  GCancellable    *cancellable;
  int             *permille;
} QdSalvage;

QdSalvageTable *qd_salvage_find_table (QdSalvage  *self,
                                       const char *name);
G_GNUC_PRINTF (2, 3)
void            qd_salvage_note (QdSalvageTable *table,
                                 const char     *format,
                                 ...);

int             qd_salvage_insert (QdDb           *db,
                                   QdSalvageTable *table,
                                   const QdCell   *cell,
                                   guint           without);
guint           qd_salvage_try (QdSalvage      *self,
                                QdSalvageTable *table,
                                GPtrArray      *cells);
QdSalvageTable *qd_salvage_match (QdSalvage *self,
                                  GPtrArray *cells);

gboolean        qd_salvage_read_rows (QdSalvage *self,
                                      GError   **error);
gboolean        qd_salvage_mend_references (QdSalvage *self,
                                            GError   **error);

G_END_DECLS
