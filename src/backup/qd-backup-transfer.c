/* qd-backup-transfer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backup-transfer"

#include "qd-backup-transfer.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "qd-file.h"

#define BLOCK_SIZE (128 * 1024)

/* What was there stays, if it is closed with a cancelled cancellable. */
static void
abandon (GFileOutputStream *out)
{
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (out), cancelled, NULL);
}

static gboolean
write_out (GFile        *source,
           GFile        *target,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(GFileInputStream) in = g_file_read (source, cancellable, error);
  g_autoptr(GFileOutputStream) out = NULL;
  const char *path = g_file_peek_path (target);

  /* For its owner's eyes only; a link that is there already is replaced, and leads nowhere. */
  if (in == NULL ||
      !(out = g_file_replace (target,
                              NULL,
                              FALSE,
                              G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                              cancellable,
                              error)))
    return FALSE;

  if (g_output_stream_splice (
          G_OUTPUT_STREAM (out), G_INPUT_STREAM (in), G_OUTPUT_STREAM_SPLICE_NONE, cancellable, error) < 0)
    {
      abandon (out);
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error) &&
         (path == NULL || qd_file_sync (path, error));
}

/* What is read is to come from the disk, not from memory. */
static void
forget_pages (GFile *file)
{
  const char  *path = g_file_peek_path (file);
  g_autofd int fd = path != NULL ? g_open (path, O_RDONLY | O_CLOEXEC, 0) : -1;

  if (fd >= 0)
    posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
}

static gboolean
read_back (GFile        *source,
           GFile        *target,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(GFileInputStream) first = g_file_read (source, cancellable, error);
  g_autoptr(GFileInputStream) second = first != NULL ? g_file_read (target, cancellable, error) : NULL;
  g_autofree char *blocks = g_malloc (2 * BLOCK_SIZE);
  gsize            n_first = BLOCK_SIZE, n_second;

  if (second == NULL)
    return FALSE;

  while (n_first == BLOCK_SIZE)
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (first), blocks, BLOCK_SIZE, &n_first, cancellable, error) ||
          !g_input_stream_read_all (
              G_INPUT_STREAM (second), blocks + BLOCK_SIZE, BLOCK_SIZE, &n_second, cancellable, error))
        return FALSE;

      if (n_first != n_second || memcmp (blocks, blocks + BLOCK_SIZE, n_first) != 0)
        {
          g_set_error_literal (
              error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("What was read back is not what was written, so it was deleted"));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * qd_backup_transfer:
 * @source: a file that nobody writes to
 * @target: takes the place of what is there
 * @cancellable: (nullable)
 *
 * Copies a file byte by byte, has it on the disk and reads it back; on any thread. What is read
 * back otherwise is deleted; what could not be read back, because that was cancelled, stays.
 */
gboolean
qd_backup_transfer (const char   *source,
                    GFile        *target,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr(GFile) from = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (source != NULL && G_IS_FILE (target), FALSE);

  from = g_file_new_for_path (source);

  if (write_out (from, target, cancellable, error))
    {
      forget_pages (target);

      if (read_back (from, target, cancellable, &local_error))
        return TRUE;

      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
        g_file_delete (target, NULL, NULL);

      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return FALSE;
}
