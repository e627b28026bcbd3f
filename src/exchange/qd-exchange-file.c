/* qd-exchange-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exchange-file"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "qd-exchange.h"

typedef struct
{
  GBytes *bytes;
  char   *path;
} Writing;

static void
writing_free (Writing *writing)
{
  g_bytes_unref (writing->bytes);
  g_free (writing->path);
  g_free (writing);
}

static gboolean
fail (const char *path,
      const char *reason,
      GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (
      error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET, _ ("“%s” was not written: %s"), shown, reason);
  return FALSE;
}

/**
 * qd_exchange_write_file:
 *
 * Writes beside @path and then takes its place, so that what was there is whole
 * until the new file is. For its owner's eyes only.
 */
gboolean
qd_exchange_write_file (GBytes       *bytes,
                        const char   *path,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *target = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail (path, _ ("it is a folder"), error);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return fail (path, _ ("it is not a file"), error);

  /* A link stays one: what it leads to is replaced. */
  target = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? realpath (path, NULL) : g_strdup (path);

  if (g_file_set_contents_full (target != NULL ? target : path,
                                g_bytes_get_data (bytes, NULL),
                                g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600,
                                &local_error))
    return TRUE;

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return fail (path, _ ("the disk is full"), error);

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return fail (path, _ ("there is no such folder"), error);

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return fail (path, _ ("its folder may not be written to"), error);

  return fail (path, local_error->message, error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Writing *writing = data;
  GError  *error = NULL;

  if (qd_exchange_write_file (writing->bytes, writing->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
qd_exchange_write_file_async (GBytes             *bytes,
                              GFile              *file,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing *writing = g_new (Writing, 1);

  writing->bytes = g_bytes_ref (bytes);
  writing->path = g_file_get_path (file);
  g_task_set_source_tag (task, qd_exchange_write_file_async);
  g_task_set_task_data (task, writing, (GDestroyNotify)writing_free);

  if (writing->path != NULL)
    g_task_run_in_thread (task, write_thread);
  else
    g_task_return_new_error_literal (
        task, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET, _ ("Only a file on this computer can be written"));
}

gboolean
qd_exchange_write_file_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_exchange_write_file_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
