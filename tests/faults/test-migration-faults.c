/* test-migration-faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "qd-change-log.h"
#include "qd-fault-walk.h"
#include "qd-test-schemas.h"
#include "qd-test-verbs.h"

/* A file of each version is brought to this one, while the disk fails and while the power goes. */

typedef struct
{
  const QdTestSchema *schema;
  char               *folder;
  char               *path;
  char               *rows; /* all that is in the file of the old version */
} Fixture;

static void
set_up (Fixture            *self,
        const QdTestSchema *schema)
{
  self->schema = schema;
  self->folder = qd_fault_make_folder ();
  self->path = g_build_filename (self->folder, QD_FAULT_FILE, NULL);
  qd_test_schema_make (schema, self->path);
  self->rows = qd_test_dump_recorded (self->path);
}

static void
tear_down (Fixture *self)
{
  qd_fault_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->rows);
}

static gboolean
open_file (const char *path,
           GError    **error)
{
  g_auto(GStrv) scripts = qd_test_schema_load_scripts ();
  g_autoptr(QdDb) db = qd_db_open (path, (const char *const *)scripts, error);

  g_autoptr(QdChangeLog) log = db != NULL ? qd_change_log_open (db, error) : NULL;

  return log != NULL;
}

/* The copy, once it has its name, is whole and says what the old file said. */
static void
check_copy (const char *folder,
            gpointer    data)
{
  Fixture         *self = data;
  g_autofree char *copy =
      g_strdup_printf ("%s" G_DIR_SEPARATOR_S QD_FAULT_FILE ".version-%d", folder, self->schema->version);
  g_autofree char *rows = NULL;
  g_autoptr(QdDb) db = NULL;
  gint64 version, n_faults;

  if (!g_file_test (copy, G_FILE_TEST_EXISTS))
    return;

  rows = qd_test_dump_recorded (copy);
  qd_test_assert_same (rows, self->rows);
  db = qd_db_open_reader (copy, NULL);
  g_assert_true (qd_db_get_int64 (db, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, self->schema->version);
  g_assert_true (qd_db_get_int64 (
      db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &n_faults, NULL));
  g_assert_cmpint (n_faults, ==, 0);
}

/* Returns: (transfer full): what an update makes of the file that nothing disturbs */
static char *
dup_updated_state (const QdTestSchema *schema)
{
  Fixture fixture;
  char   *state;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, schema);
  g_assert_true (open_file (fixture.path, &error));
  state = qd_fault_dup_state (fixture.path);
  tear_down (&fixture);

  return state;
}

/* Wherever the power goes, the next start finds the old version, or the new one or one between, each with
 * all that was there; brought to the new one, it is what it would have been. */
static void
test_falls (gconstpointer data)
{
  const QdTestSchema *schema = data;
  g_autofree char    *what = g_strconcat ("update of version ", schema->name, NULL);
  Fixture             fixture;
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(QdFaultTape) tape = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (states, dup_updated_state (schema));
  set_up (&fixture, schema);
  qd_fault_disk_watch (fixture.folder);
  qd_fault_disk_record ();
  g_assert_true (open_file (fixture.path, &error));
  tape = qd_fault_disk_stop ();
  qd_fault_disk_watch (NULL);
  qd_fault_walk (tape, states, what, check_copy, &fixture);
  tear_down (&fixture);
  qd_fault_tell_figures (what);
}

/* A start that the disk does not let succeed says so, and the next one does. */
static void
test_failures (gconstpointer data)
{
  static const int codes[] = { SQLITE_IOERR, SQLITE_FULL };
  g_autofree char *expected = dup_updated_state (data);
  int              step = qd_fault_walk_is_whole () ? 1 : 17;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gboolean done = FALSE;

      for (int k = (int)i; !done; k += step)
        {
          Fixture          fixture;
          g_autofree char *found = NULL;
          g_autoptr(GError) error = NULL;
          gboolean was_opened;

          set_up (&fixture, data);
          qd_fault_disk_watch (fixture.folder);
          qd_fault_disk_fail_after (k, codes[i]);
          was_opened = open_file (fixture.path, &error);
          g_assert_true (was_opened || error->domain == QD_DB_ERROR);
          done = !qd_fault_disk_work ();
          qd_fault_disk_watch (NULL);
          check_copy (fixture.folder, &fixture);

          if (!done)
            qd_fault_count_failure ();

          g_clear_error (&error);
          g_assert_true (open_file (fixture.path, &error));
          found = qd_fault_dup_state (fixture.path);
          qd_test_assert_same (found, expected);
          tear_down (&fixture);
        }
    }

  qd_fault_tell_figures ("failing update");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  qd_fault_disk_install ();

  for (gsize i = 0; i < G_N_ELEMENTS (qd_test_schemas); i++)
    {
      g_autofree char *falls = g_strdup_printf ("/migration-faults/falls/%s", qd_test_schemas[i].name);
      g_autofree char *failures = g_strdup_printf ("/migration-faults/failures/%s", qd_test_schemas[i].name);

      g_test_add_data_func (falls, &qd_test_schemas[i], test_falls);
      g_test_add_data_func (failures, &qd_test_schemas[i], test_failures);
    }

  return g_test_run ();
}
