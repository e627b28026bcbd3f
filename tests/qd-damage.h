/* qd-damage.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "qd-fill.h"
#include "qd-salvage-words.h"
#include "qd-sample.h"

/* A filled portfolio, ways to damage its file, and how much a salvage brings back. */

/* What a disk or a program may do to a file; a place is one of these. */
typedef enum
{
  QD_DAMAGE_BYTES, /* up to 16 bytes anywhere */
  QD_DAMAGE_PAGE,  /* all of a page */
} QdDamageKind;

#define QD_DAMAGE_PAGE_SIZE 4096

/**
 * QdDamageRate:
 * @n_rows: of the original
 * @n_same: of the rows of the result, those that the original has to the letter
 * @n_ids: of the original, how many have a row of the same id in the result
 */
typedef struct
{
  guint n_rows;
  guint n_same;
  guint n_ids;
} QdDamageRate;

/* The sample, and @n_accounts made-up accounts with all of theirs */
static inline void
qd_damage_fill (const char *path,
                guint       n_accounts)
{
  QdStore     *store = qd_test_store_new (path);
  QdPortfolio *portfolio = qd_test_load_portfolio (store);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_sample_load_async (portfolio, 20780, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  qd_sample_finish (result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  qd_fill_portfolio (store, n_accounts, 20780);
  qd_test_settle (store);
  qd_test_finalize (portfolio);
  qd_test_store_close (store);
}

static inline void
qd_damage_do (GRand       *rand,
              QdDamageKind kind,
              guint        n_places,
              char        *bytes,
              gsize        length)
{
  for (guint i = 0; i < n_places; i++)
    {
      guint n = kind == QD_DAMAGE_PAGE ? QD_DAMAGE_PAGE_SIZE : (guint)g_rand_int_range (rand, 1, 17);
      gsize at = kind == QD_DAMAGE_PAGE
                     ? (gsize)g_rand_int_range (rand, 0, length / QD_DAMAGE_PAGE_SIZE) * QD_DAMAGE_PAGE_SIZE
                     : (gsize)g_rand_int_range (rand, 0, length - n);

      for (guint j = 0; j < n; j++)
        bytes[at + j] = (char)g_rand_int_range (rand, 0, 256);
    }
}

static inline int
qd_damage_count_cb (void  *count,
                    int    n_columns,
                    char **values,
                    char **names)
{
  *(guint *)count += g_ascii_strtoull (values[0], NULL, 10);

  return 0;
}

G_GNUC_PRINTF (2, 3)
static inline guint
qd_damage_count (sqlite3    *native,
                 const char *format,
                 ...)
{
  g_autofree char *sql = NULL;
  guint            count = 0;
  va_list          args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  g_assert_cmpint (sqlite3_exec (native, sql, qd_damage_count_cb, &count, NULL), ==, SQLITE_OK);

  return count;
}

/* Holds @result against @original, and asserts that it is in order. */
static inline QdDamageRate
qd_damage_compare (const char *original,
                   const char *result)
{
  QdDamageRate rate = { 0 };
  sqlite3     *native = NULL;
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  g_assert_cmpint (sqlite3_open_v2 (result, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  qd_damage_count (native, "ATTACH '%s' AS original", original);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(GTypeClass) klass = g_type_class_ref (types[i]);
      const char *table = QD_RECORD_CLASS (klass)->table;
      guint       n_rows = qd_damage_count (native, "SELECT count(*) FROM original.%s", table);
      guint       n_ids =
          qd_damage_count (native, "SELECT count(*) FROM original.%1$s WHERE id IN (SELECT id FROM main.%1$s)", table);

      if (n_ids < n_rows)
        g_debug ("%s: %u of %u", table, n_ids, n_rows);

      rate.n_rows += n_rows;
      rate.n_ids += n_ids;
      rate.n_same += qd_damage_count (
          native, "SELECT count(*) FROM (SELECT * FROM original.%1$s INTERSECT SELECT * FROM main.%1$s)", table);
    }

  sqlite3_close (native);

  return rate;
}

/* Salvages @path into @output, and asserts that @path stays as it is. */
static inline QdDamageRate
qd_damage_salvage (const char *original,
                   const char *path,
                   const char *output)
{
  g_autoptr(QdSalvageReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  gsize            length_before, length_after;

  g_remove (output);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  report = qd_kinds_salvage (path, output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  text = qd_salvage_dup_text (report, path);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  return qd_damage_compare (original, output);
}
