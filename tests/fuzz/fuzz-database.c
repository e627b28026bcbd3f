/* fuzz-database.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "qd-foreign.h"
#include "qd-fuzz.h"
#include "qd-import-plan.h"
#include "qd-test.h"

/* A database that somebody sent, from its bytes into ours. */

static char      *folder;

const char *const qd_fuzz_words[] = {
  "SQLite format 3", "Qdk1", "CREATE TABLE account", "CREATE VIEW task AS", "CREATE TRIGGER", "sqlite_autoindex", "account",
  "task", "plan", "STRICT", "WITHOUT ROWID", "GENERATED ALWAYS AS", "2026-05-03", "0000000000000001", "done", "signature",
  "\x0d", "\x05", "\x0a", "\x02", "\x81\x80\x00", "\xff\xff\xff\xff", "\x10\x00", "\x02\x00", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0   ? qd_fuzz_repeat ("SQLite format 3", "\n", 100000, "")
         : n == 1 ? qd_fuzz_repeat ("", "SQLite format 3", 10000, "")
                  : NULL;
}

static void
drop_at_exit (void)
{
  g_rmdir (folder);
  g_free (folder);
}

static JsonNode *
read_bytes (const guint8 *data,
            gsize         size,
            GError      **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  JsonNode *root;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("quarterdeck-fuzz-XXXXXX", NULL);
      g_assert_nonnull (folder);
      atexit (drop_at_exit);
    }

  path = g_build_filename (folder, "sent.db", NULL);
  g_assert_true (g_file_set_contents_full (path, (const char *)data, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  file = g_file_new_for_path (path);
  root = qd_foreign_read (file, NULL, error);
  g_unlink (path);

  return root;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  QdPortfolio *portfolio = qd_fuzz_get_portfolio ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = read_bytes (data, size, &error);
  g_autoptr(QdImportPlan) plan = NULL;
  g_autoptr(GAsyncResult) slot = NULL;

  if (root == NULL || !(plan = qd_import_plan_new_from_json (portfolio, root, 0, &error)))
    {
      qd_fuzz_check_error (error);
      qd_fuzz_check_unchanged ();
      return 0;
    }

  if (qd_import_plan_get_count (plan, QD_IMPORT_ADD) + qd_import_plan_get_count (plan, QD_IMPORT_CHANGE) == 0)
    return 0;

  qd_import_plan_apply_async (plan, NULL, NULL, qd_test_async_cb, &slot);

  if (!qd_fuzz_settle_edit (&slot))
    return 0;

  qd_test_undo (qd_portfolio_get_store (portfolio));
  qd_fuzz_check_unchanged ();

  return 0;
}
