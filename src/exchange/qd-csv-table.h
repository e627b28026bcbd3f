/* qd-csv-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-csv.h"

G_BEGIN_DECLS

/**
 * QdDateOrder:
 * @QD_DATE_ORDER_NONE: the column has no dates
 * @QD_DATE_ORDER_YMD: 2026-12-31
 * @QD_DATE_ORDER_DMY: 31/12/2026 or 31.12.2026
 * @QD_DATE_ORDER_MDY: 12/31/2026
 * @QD_DATE_ORDER_UNCLEAR: every date fits both of the last two
 */
typedef enum
{
  QD_DATE_ORDER_NONE,
  QD_DATE_ORDER_YMD,
  QD_DATE_ORDER_DMY,
  QD_DATE_ORDER_MDY,
  QD_DATE_ORDER_UNCLEAR,
} QdDateOrder;

/**
 * QdCsvTable:
 *
 * A report as a table: the line that names the columns, and the rows below it
 * without the blank ones, totals and notes that a report ends with.
 */
typedef struct
{
  char     **header;
  guint      n_columns;
  GPtrArray *rows; /* of QdCsvRow */
  GPtrArray *all;  /* owns the rows */
} QdCsvTable;

QdCsvTable *qd_csv_table_new (GBytes  *bytes,
                              GError **error);
void        qd_csv_table_free (QdCsvTable *self);
const char *qd_csv_table_get (const QdCsvTable *self,
                              const QdCsvRow   *row,
                              guint             column);
char       *qd_csv_table_dup_signature (const QdCsvTable *self);
QdDateOrder qd_csv_table_find_date_order (const QdCsvTable *self,
                                          guint             column);

gboolean    qd_csv_parse_date (const char *text,
                               QdDateOrder order,
                               int        *day);
char       *qd_csv_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCsvTable, qd_csv_table_free)

G_END_DECLS
