/* qd-import-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-file"

#include <glib/gi18n.h>

#include "qd-import-plan.h"
#include "qd-json.h"
#include "qd-quote.h"

#define BLOCK (256 * 1024)

static gboolean
fail (GFile      *file,
      const char *reason,
      GError    **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = qd_quote (name);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” cannot be read: %s"), shown, reason);
  return FALSE;
}

static GFileInputStream *
open_file (GFile        *file,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(GError) reason = NULL;
  GFileType         type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  GFileInputStream *stream;

  if (type == G_FILE_TYPE_DIRECTORY)
    {
      fail (file, _ ("it is a folder"), error);
      return NULL;
    }

  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      fail (file, _ ("it is not a file"), error);
      return NULL;
    }

  if ((stream = g_file_read (file, cancellable, &reason)))
    return stream;

  fail (file,
        g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ? _ ("you are not allowed to")
        : g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)       ? _ ("it is not there")
                                                                           : reason->message,
        error);
  return NULL;
}

/**
 * qd_import_read_file:
 *
 * Reads at most one byte more than is ever parsed, whatever the file says its
 * size is. May be called on any thread.
 *
 * Returns: (transfer full) (nullable): what is in @file
 */
GBytes *
qd_import_read_file (GFile        *file,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr(GFileInputStream) stream = open_file (file, cancellable, error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  g_autoptr(GError) reason = NULL;
  gssize n_read = 1;

  while (stream != NULL && n_read > 0 && bytes->len <= QD_JSON_MAX_BYTES)
    {
      if ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, cancellable, &reason)) > 0)
        g_byte_array_append (bytes, block, n_read);
    }

  if (reason != NULL)
    fail (file, reason->message, error);

  return stream != NULL && n_read >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
