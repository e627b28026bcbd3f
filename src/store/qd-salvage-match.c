/* qd-salvage-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-salvage-match"

#include "qd-salvage-private.h"

/* How many rows of a page tell which table it is of */
#define N_TRIED 12

/**
 * qd_salvage_insert:
 * @without: the value that is left out; 0 for none
 *
 * Returns: what SQLite says to it
 */
int
qd_salvage_insert (QdDb           *db,
                   QdSalvageTable *table,
                   const QdCell   *cell,
                   guint           without)
{
  sqlite3_stmt *stmt;
  int           rc;

  /* The id is kept outside the row, whose first value is empty. */
  if (cell->n_values < 1 || cell->n_values > table->n_columns || cell->values[0].type != SQLITE_NULL || cell->id <= 0)
    return SQLITE_MISMATCH;

  if (!(stmt = qd_db_prepare (db, table->insert_sql, NULL)))
    return SQLITE_ERROR;

  sqlite3_bind_int64 (stmt, 1, cell->id);

  for (guint i = 1; i < table->n_columns; i++)
    {
      if (i >= cell->n_values)
        sqlite3_bind_value (stmt, i + 1, table->columns[i].fallback);
      else if (i != without)
        qd_cell_bind (cell, i, stmt);
    }

  sqlite3_step (stmt);
  rc = sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);

  return rc;
}

/* How many of the first rows of a page @table would take */
guint
qd_salvage_try (QdSalvage      *self,
                QdSalvageTable *table,
                GPtrArray      *cells)
{
  guint n_fitting = 0;

  if (!qd_db_exec (self->trial, "SAVEPOINT try", NULL))
    return 0;

  for (guint i = 0; i < MIN (cells->len, N_TRIED); i++)
    n_fitting += qd_salvage_insert (self->trial, table, g_ptr_array_index (cells, i), 0) == SQLITE_OK;

  qd_db_exec (self->trial, "ROLLBACK TO try; RELEASE try", NULL);

  return n_fitting;
}

/* How many of the references of the rows lead to something that was found: tells apart
 * two tables that are laid out alike */
static guint
count_parents (QdSalvage      *self,
               QdSalvageTable *table,
               GPtrArray      *cells)
{
  guint n_found = 0;

  for (guint i = 0; i < MIN (cells->len, N_TRIED); i++)
    {
      const QdCell *cell = g_ptr_array_index (cells, i);

      for (guint j = 1; j < MIN (cell->n_values, table->n_columns); j++)
        {
          g_autofree char *sql = NULL;
          sqlite3_stmt    *stmt;

          if (table->columns[j].parent == NULL)
            continue;

          sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", table->columns[j].parent);

          if (!(stmt = qd_db_prepare (self->db, g_intern_string (sql), NULL)))
            continue;

          sqlite3_bind_int64 (stmt, 1, cell->values[j].integer);
          n_found += sqlite3_step (stmt) == SQLITE_ROW;
          sqlite3_reset (stmt);
        }
    }

  return n_found;
}

/* Returns: (nullable): the table that takes most of the rows */
QdSalvageTable *
qd_salvage_match (QdSalvage *self,
                  GPtrArray *cells)
{
  QdSalvageTable *best = NULL;
  guint           most = 0;

  for (guint i = 0; i < self->tables->len; i++)
    {
      QdSalvageTable *table = g_ptr_array_index (self->tables, i);
      const QdCell   *first = g_ptr_array_index (cells, 0);
      guint           n_fitting = qd_salvage_try (self, table, cells);
      guint           score;

      if (n_fitting == 0)
        continue;

      /* A row as long as the table is wide, above one that is shorter; then the references */
      score = n_fitting * 1000 + (first->n_values == table->n_columns ? 500 : 0) +
              MIN (count_parents (self, table, cells), 400);

      if (score > most)
        {
          most = score;
          best = table;
        }
    }

  return best;
}
