/* qd-test-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-change-log.h"
#include "qd-day.h"
#include "qd-test.h"

/* What tests of the log share: days that pass at will, and all of a file as one text. */

static inline void
qd_test_append_table (QdDb       *db,
                      const char *table,
                      GString    *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", table);
  sqlite3_stmt    *stmt = qd_db_prepare (db, g_intern_string (sql), NULL);

  g_string_append_printf (text, "%s\n", table);

  while (qd_db_next (db, stmt, NULL))
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        g_string_append_printf (text, "%s|", sqlite3_column_text (stmt, i));

      g_string_append_c (text, '\n');
    }
}

/* A QdReadFunc: every row of every recorded table */
static inline gpointer
qd_test_dump_func (QdDb    *db,
                   gpointer data,
                   GError **error)
{
  const GPtrArray *tables = qd_db_get_recorded_tables (db);
  GString         *text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    qd_test_append_table (db, g_ptr_array_index (tables, i), text);

  return g_string_free (text, FALSE);
}

static inline char *
qd_test_dump (QdStore *store,
              GError **error)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  qd_store_read_async (store, qd_test_dump_func, NULL, NULL, g_free, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);

  return qd_store_read_finish (store, result, error);
}

/* A QdReadFunc: the number that the query in @sql gives, as text */
static inline gpointer
qd_test_number_func (QdDb    *db,
                     gpointer sql,
                     GError **error)
{
  gint64 number;

  if (!qd_db_get_int64 (db, g_intern_string (sql), &number, error))
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static inline gint64
qd_test_number (QdStore    *store,
                const char *sql)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  qd_store_read_async (store, qd_test_number_func, (gpointer)sql, NULL, g_free, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  text = qd_store_read_finish (store, result, &error);
  g_assert_no_error (error);

  return g_ascii_strtoll (text, NULL, 10);
}

/* Has all that was recorded since the last call be of noon of @day; the log begins the day
 * before the first. */
static inline void
qd_test_pass_day (QdStore *store,
                  int      day)
{
  gint64           end = qd_change_log_get_end (day);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE local_change_log SET time = %" G_GINT64_FORMAT " WHERE time > %" G_GINT64_FORMAT ";"
      "UPDATE local_change SET time = %" G_GINT64_FORMAT " WHERE time > %" G_GINT64_FORMAT,
      end - 36 * 3600,
      end,
      end - 12 * 3600,
      end);

  qd_test_exec (store, sql);
}

/* How it was at the end of @day */
static inline char *
qd_test_dump_as_of (QdStore *store,
                    int      day,
                    GError **error)
{
  QdStore *then = qd_store_new_as_of (store, day, NULL);
  char    *text = qd_test_dump (then, error);

  qd_test_store_close (then);

  return text;
}
