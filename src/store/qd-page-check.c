/* qd-page-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-page-check"

#include "qd-page-check.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
check (QdDb       *db,
       const char *sql,
       const char *name,
       gboolean   *index_is_good,
       GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  while (qd_db_next (db, stmt, &local_error))
    {
      const char *finding = (const char *)sqlite3_column_text (stmt, 0);

      g_debug ("%s", finding);

      if (strstr (finding, "FTS5 table") == NULL)
        {
          sqlite3_reset (stmt);
          g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT, _ ("“%s” is damaged"), name);
          return FALSE;
        }

      *index_is_good = FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * qd_page_check:
 * @name: of the file, for people
 * @index_is_good: becomes %FALSE where the search index is damaged, which can be made anew
 *
 * Looks at every page of the file. What is wrong with more than the search index is
 * %QD_DB_ERROR_CORRUPT.
 */
gboolean
qd_page_check (QdDb       *db,
               const char *name,
               gboolean   *index_is_good,
               GError    **error)
{
  g_autoptr(GError) local_error = NULL;

  if (check (db, "SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok'", name, index_is_good, &local_error))
    return TRUE;

  if (!g_error_matches (local_error, QD_DB_ERROR, QD_DB_ERROR_INDEX) &&
      !g_error_matches (local_error, QD_DB_ERROR, QD_DB_ERROR_FAILED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  /* An index that does not even open, for whatever reason, stops the check before it is done: then every
   * other table by itself. */
  *index_is_good = FALSE;

  return check (db,
                "SELECT quick_check FROM sqlite_schema s, pragma_quick_check (s.name)"
                " WHERE s.type = 'table' AND s.rootpage > 0 AND quick_check <> 'ok'",
                name,
                index_is_good,
                error);
}
