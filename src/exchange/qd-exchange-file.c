/* qd-exchange-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exchange-file"

#include <glib/gi18n.h>

#include "qd-exchange.h"
#include "qd-file-out.h"

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

/* See QdFileOut for what becomes of a file that is there already. */
gboolean
qd_exchange_write_file (GBytes       *bytes,
                        const char   *path,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr(QdFileOut) out = NULL;

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         (out = qd_file_out_open (path, error)) != NULL &&
         qd_file_out_write (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) &&
         qd_file_out_finish (out, error);
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
