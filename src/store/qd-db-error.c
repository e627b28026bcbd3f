/* qd-db-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-db-error"

#include "qd-db.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (QdDbError, qd_db_error)

static void
set_disk_error (QdDb    *self,
                GError **error)
{
  int errsv = sqlite3_system_errno (qd_db_get_native (self));

  if (errsv == ENOSPC || errsv == EDQUOT)
    g_set_error_literal (error,
                         QD_DB_ERROR,
                         QD_DB_ERROR_FULL,
                         _ ("The disk is full, so nothing was changed"));
  else
    g_set_error (error,
                 QD_DB_ERROR,
                 QD_DB_ERROR_FAILED,
                 _ ("The disk did not read or write “%s”, so nothing was changed: %s"),
                 qd_db_get_name (self),
                 g_strerror (errsv != 0 ? errsv : EIO));
}

/* What the search index says of itself where it does not find what it wrote, or finds what it
 * did not write, is an error like any other by its number. */
static gboolean
is_of_index (const char *message)
{
  return strstr (message, "fts5") != NULL || strstr (message, "vtable constructor failed") != NULL ||
         strstr (message, "main.search_") != NULL;
}

/**
 * qd_db_set_error:
 * @code: what SQLite returned
 * @doing: for the log, so without anything of the records in it
 *
 * Puts into a sentence what SQLite says about the last call.
 */
void
qd_db_set_error (QdDb       *self,
                 int         code,
                 const char *doing,
                 GError    **error)
{
  const char *message = sqlite3_errmsg (qd_db_get_native (self));

  /* Not what SQLite says of it, which may quote what was typed, nor the name of the file. */
  g_debug ("%d, %s: %s", code, sqlite3_errstr (code), doing);

  if (code == SQLITE_CORRUPT_VTAB || (code == SQLITE_ERROR && is_of_index (message)))
    {
      g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_INDEX, _ ("The search index is damaged"));
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error,
                   QD_DB_ERROR,
                   QD_DB_ERROR_BUSY,
                   _ ("Another program is using “%s”, so nothing was changed"),
                   qd_db_get_name (self));
      break;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT, _ ("“%s” is damaged"), qd_db_get_name (self));
      break;

    case SQLITE_FULL:
      g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_FULL, _ ("The disk is full, so nothing was changed"));
      break;

    case SQLITE_IOERR:
      set_disk_error (self, error);
      break;

    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error,
                   QD_DB_ERROR,
                   QD_DB_ERROR_NO_ACCESS,
                   _ ("“%s” may not be written to, so nothing was changed"),
                   qd_db_get_name (self));
      break;

    default:
      g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_FAILED, _ ("The database refused: %s"), message);
    }
}
