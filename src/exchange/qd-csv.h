/* qd-csv.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QD_CSV_ERROR (qd_csv_error_quark ())

/**
 * QdCsvError:
 * @QD_CSV_ERROR_NOT_TEXT: the bytes are no text in an encoding that is known
 * @QD_CSV_ERROR_TOO_LARGE: there is more than is read
 * @QD_CSV_ERROR_EMPTY: there is nothing in it
 * @QD_CSV_ERROR_BAD_QUOTES: a quoted field does not end
 * @QD_CSV_ERROR_NO_HEADER: no line names the columns
 */
typedef enum
{
  QD_CSV_ERROR_NOT_TEXT,
  QD_CSV_ERROR_TOO_LARGE,
  QD_CSV_ERROR_EMPTY,
  QD_CSV_ERROR_BAD_QUOTES,
  QD_CSV_ERROR_NO_HEADER,
} QdCsvError;

#define QD_CSV_MAX_BYTES (64 * 1024 * 1024)

/* Each field takes far more than its bytes, and a file may have nothing but separators. */
#define QD_CSV_MAX_FIELDS 10000000
#define QD_CSV_MAX_COLUMNS 1000

/**
 * QdCsvRow:
 * @line: where it begins, counted from 1
 * @fields: in UTF-8, %NULL at the end
 */
typedef struct
{
  guint  line;
  char **fields;
  guint  n_fields;
} QdCsvRow;

GQuark     qd_csv_error_quark (void);

char      *qd_csv_decode (GBytes  *bytes,
                          GError **error);
char       qd_csv_find_separator (const char *text);
GPtrArray *qd_csv_parse (const char *text,
                         char        separator,
                         GError    **error);
gboolean   qd_csv_row_is_blank (const QdCsvRow *row);
void       qd_csv_append_field (GString    *csv,
                                const char *field);
void       qd_csv_append_verbatim (GString    *csv,
                                   const char *field);
char      *qd_csv_dup_unguarded (const char *field);

G_END_DECLS
