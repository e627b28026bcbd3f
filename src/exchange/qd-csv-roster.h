/* qd-csv-roster.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-csv-table.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdCsvTarget:
 * @name: of the account's property; “health” and “csm” are records of their own
 * @label: for people, marked for translation
 *
 * What a column of a file can be read as.
 */
typedef struct
{
  const char *name;
  const char *label;
} QdCsvTarget;

/**
 * QdCsvOutcome:
 * @QD_CSV_ADD: a new account
 * @QD_CSV_CHANGE: the account is there, and something differs
 * @QD_CSV_SAME: the account is there, and nothing differs
 * @QD_CSV_BAD: the row cannot be read; it is left out
 */
typedef enum
{
  QD_CSV_ADD,
  QD_CSV_CHANGE,
  QD_CSV_SAME,
  QD_CSV_BAD,
  QD_CSV_N_OUTCOMES,
} QdCsvOutcome;

/**
 * QdCsvResult:
 * @line: of the file
 * @name: of the account
 * @message: (nullable): what is bad, or what changes
 *
 * What an import would do with a row.
 */
typedef struct
{
  guint        line;
  QdCsvOutcome outcome;
  char        *name;
  char        *message;
  gpointer     draft;  /* (nullable): of the account */
  gpointer     health; /* (nullable) */
  gpointer     member; /* (nullable): the CSM */
} QdCsvResult;

/**
 * QdCsvMapping:
 * @targets: of each column the name of its target, or %NULL to leave it out
 * @orders: of each column how its dates are read
 * @currency: of amounts that name none
 */
typedef struct
{
  guint        n_columns;
  const char **targets;
  QdDateOrder *orders;
  char        *currency;
} QdCsvMapping;

const QdCsvTarget          *qd_csv_get_targets (guint *n_targets);

QdCsvMapping               *qd_csv_mapping_new (const QdCsvTable *table);
void                        qd_csv_mapping_free (QdCsvMapping *self);
gboolean                    qd_csv_mapping_is_complete (const QdCsvMapping *self,
                                                        GError            **error);
char                       *qd_csv_mapping_to_text (const QdCsvMapping *self);
void                        qd_csv_mapping_take_text (QdCsvMapping *self,
                                                      const char   *text);

typedef struct _QdCsvReader QdCsvReader;

QdCsvReader                *qd_csv_reader_new (const QdCsvTable   *table,
                                               const QdCsvMapping *mapping,
                                               QdPortfolio        *portfolio,
                                               int                 today);
void                        qd_csv_reader_free (QdCsvReader *self);
gboolean                    qd_csv_reader_step (QdCsvReader *self,
                                                guint        n_rows);
double                      qd_csv_reader_get_progress (QdCsvReader *self);
GPtrArray                  *qd_csv_reader_steal_results (QdCsvReader *self);
GPtrArray                  *qd_csv_roster_read (const QdCsvTable   *table,
                                                const QdCsvMapping *mapping,
                                                QdPortfolio        *portfolio,
                                                int                 today);
void                        qd_csv_roster_apply_async (GPtrArray          *results,
                                                       QdStore            *store,
                                                       GCancellable       *cancellable,
                                                       GAsyncReadyCallback callback,
                                                       gpointer            user_data);
guint                       qd_csv_roster_count (GPtrArray   *results,
                                                 QdCsvOutcome outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCsvMapping, qd_csv_mapping_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCsvReader, qd_csv_reader_free)

G_END_DECLS
