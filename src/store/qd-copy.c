/* qd-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE
#define G_LOG_DOMAIN "qd-copy"

#include "qd-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "qd-file.h"

/* A copy that is not what the database is, is as likely due to an edit that came between the
 * two looks at it as to a fault. */
#define MAX_TRIES 3

#define DRAFT_MARK ".draft-"

static void
remove_draft (const char *draft)
{
  g_autofree char *journal = g_strconcat (draft, "-journal", NULL);

  g_remove (journal);
  g_remove (draft);
}

static gboolean
empty_draft (const char *draft,
             GError    **error)
{
  if (truncate (draft, 0) == 0)
    return TRUE;

  g_set_error (
      error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The copy was taken away: %s"), g_strerror (errno));
  return FALSE;
}

/* Into a file that is there, empty and nobody else's to read. SQLite copies in a transaction
 * of its own and in no other, so what the copy is compared with is read in a second one that
 * begins a moment before and sees the same, unless something is committed in between.
 * Neither holds up an edit. */
static QdCopyContent *
write_draft (const char   *database,
             const char   *draft,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(QdDb) reader = qd_db_open_reader (database, error);
  g_autoptr(QdDb) copier = reader != NULL ? qd_db_open_reader (database, error) : NULL;
  g_autoptr(QdCopyContent) content = NULL;
  sqlite3_stmt *stmt;
  gint64        n_parts;

  if (copier == NULL || !(stmt = qd_db_prepare (copier, "VACUUM INTO ?", error)))
    return NULL;

  sqlite3_bind_text (stmt, 1, draft, -1, SQLITE_TRANSIENT);
  qd_db_heed (copier, cancellable);

  if (!qd_db_exec (reader, "BEGIN", error) ||
      !qd_db_get_int64 (reader, "SELECT count(*) FROM sqlite_schema", &n_parts, error) ||
      !qd_db_run (copier, stmt, error))
    return NULL;

  content = qd_copy_content_read (reader, cancellable, error);
  qd_db_settle (reader);

  return g_steal_pointer (&content);
}

/* Returns: (transfer full) (nullable): what is in the draft, once it is on the disk and was
 * read again */
static QdCopyContent *
fill_draft (const char   *database,
            const char   *draft,
            gint64        known_version,
            GCancellable *cancellable,
            GError      **error)
{
  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr(QdCopyContent) expected = NULL;
      g_autoptr(QdCopyContent) actual = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !empty_draft (draft, error) ||
          !(expected = write_draft (database, draft, cancellable, error)) ||
          !qd_file_sync (draft, error) ||
          !(actual = qd_copy_content_check (draft, known_version, cancellable, error)))
        return NULL;

      if (actual->version == expected->version && g_str_equal (actual->digest, expected->digest))
        return g_steal_pointer (&actual);
    }

  g_set_error_literal (error,
                       QD_DB_ERROR,
                       QD_DB_ERROR_FAILED,
                       _ ("The copy does not hold what the database holds, so it was thrown away"));
  return NULL;
}

static gboolean
place_draft (const char *draft,
             const char *target,
             QdCopyPlace place,
             GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_filename_display_basename (target);
  int              rc;

  if (place == QD_COPY_REPLACE)
    {
      rc = rename (draft, target);
    }
  else
    {
      rc = renameat2 (AT_FDCWD, draft, AT_FDCWD, target, RENAME_NOREPLACE);

      /* Some file systems do not know how. A second name is not given to what has one either. */
      if (rc != 0 && errno == EINVAL && (rc = link (draft, target)) == 0)
        rc = unlink (draft);
    }

  if (rc == 0)
    return qd_file_sync (folder, error);

  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (errno),
               _ ("“%s” could not be put in its place: %s"),
               name,
               g_strerror (errno));
  return FALSE;
}

/**
 * qd_copy_make:
 * @database: a file that may be in use
 * @target: where the copy goes; its folder is there
 * @known_version: the newest version of the schema
 * @cancellable: (nullable): ends it within moments
 *
 * Copies the database as it is now into a file that is the person's own, and puts it in its
 * place once it is on the disk and holds the same rows, row by row, when it is read again.
 * Any thread may call it. What fails leaves nothing behind; what a crash leaves behind is
 * known by its name, see qd_copy_is_draft().
 *
 * Returns: (transfer full) (nullable): what is in the copy
 */
QdCopyContent *
qd_copy_make (const char   *database,
              const char   *target,
              QdCopyPlace   place,
              gint64        known_version,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *draft = NULL;
  g_autoptr(QdCopyContent) content = NULL;
  g_autoptr(GError) local_error = NULL;
  int fd;

  g_return_val_if_fail (database != NULL && target != NULL, NULL);

  folder = g_path_get_dirname (target);
  name = g_path_get_basename (target);
  draft = g_strdup_printf ("%s/.%s" DRAFT_MARK "XXXXXX", folder, name);

  if ((fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   g_io_error_from_errno (errno),
                   _ ("The folder “%s” may not be written to: %s"),
                   folder,
                   g_strerror (errno));
      return NULL;
    }

  close (fd);

  if ((content = fill_draft (database, draft, known_version, cancellable, &local_error)) &&
      place_draft (draft, target, place, &local_error))
    return g_steal_pointer (&content);

  remove_draft (draft);

  /* SQLite says of what was cancelled that it was interrupted. */
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* Returns: whether a file of that name is a copy that was not finished */
gboolean
qd_copy_is_draft (const char *name)
{
  return *name == '.' && strstr (name, DRAFT_MARK) != NULL;
}
