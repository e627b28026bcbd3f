/* qd-csv-mapping-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-mapping-edits"

#include "qd-csv-mapping-edits.h"

#include <glib/gi18n.h>

#include "qd-db.h"

typedef struct
{
  char *key;
  char *value;
} Setting;

static void
setting_free (Setting *setting)
{
  g_free (setting->key);
  g_free (setting->value);
  g_free (setting);
}

static Setting *
setting_new (const char *signature,
             const char *value)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->key = g_strconcat ("csv-mapping:", signature, NULL);
  setting->value = g_strdup (value);

  return setting;
}

static gboolean
remember_func (QdDb    *db,
               gpointer data,
               GError **error)
{
  Setting      *setting = data;
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "INSERT INTO local_setting (key, value) VALUES (?, ?)"
                                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, setting->key, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, setting->value, -1, SQLITE_STATIC);

  return qd_db_run (db, stmt, error);
}

static gpointer
recall_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  Setting      *setting = data;
  char         *value = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT value FROM local_setting WHERE key = ?", error);

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_text (stmt, 1, setting->key, -1, SQLITE_STATIC);

  if (qd_db_next (db, stmt, error))
    value = g_strdup ((const char *)sqlite3_column_text (stmt, 0));

  sqlite3_reset (stmt);

  return value;
}

/* Ends with qd_store_edit_finish(). */
void
qd_csv_mapping_remember_async (QdStore            *store,
                               const char         *signature,
                               const char         *mapping,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  qd_store_edit_async (store,
                       _ ("Remember Columns"),
                       remember_func,
                       setting_new (signature, mapping),
                       (GDestroyNotify)setting_free,
                       NULL,
                       callback,
                       user_data);
}

void
qd_csv_mapping_recall_async (QdStore            *store,
                             const char         *signature,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  qd_store_read_async (store,
                       recall_func,
                       setting_new (signature, NULL),
                       (GDestroyNotify)setting_free,
                       g_free,
                       NULL,
                       callback,
                       user_data);
}

/* Returns: (transfer full) (nullable): what was remembered, or %NULL without an error */
char *
qd_csv_mapping_recall_finish (QdStore      *store,
                              GAsyncResult *result,
                              GError      **error)
{
  return qd_store_read_finish (store, result, error);
}
