/* test-salvage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-damage.h"
#include "qd-test-folder.h"
#include "qd-test-schemas.h"

/* Filled once: each test damages a copy of it. */
static char *original;

static char *
read_original (gsize *length)
{
  char *bytes;

  g_assert_true (g_file_get_contents (original, &bytes, length, NULL));

  return bytes;
}

static double
salvage (QdTestFolder *fixture,
         const char   *bytes,
         gsize         length)
{
  g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
  QdDamageRate     rate;

  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  rate = qd_damage_salvage (original, fixture->path, output);
  g_test_message ("%u of %u rows, %u to the letter", rate.n_ids, rate.n_rows, rate.n_same);

  return 100.0 * rate.n_ids / rate.n_rows;
}

static void
test_whole_file (QdTestFolder *fixture,
                 gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
  g_autofree char *bytes = NULL;
  gsize            length;
  QdDamageRate     rate;
  GStatBuf         info;

  bytes = read_original (&length);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  rate = qd_damage_salvage (original, fixture->path, output);
  g_assert_cmpint (rate.n_rows, >, 4000);
  g_assert_cmpint (rate.n_same, ==, rate.n_rows);
  g_assert_cmpint (g_stat (output, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* What was written last is in the log alone. */
static void
test_log_is_read (QdTestFolder *fixture,
                  gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *other_wal = g_strconcat (other, "-wal", NULL);
  g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *log = NULL;
  g_autoptr(QdSalvageReport) report = NULL;
  gsize        length, log_length;
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  sqlite3     *native;

  bytes = read_original (&length);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  store = qd_test_store_new (fixture->path);
  portfolio = qd_test_load_portfolio (store);
  g_object_set (account, "name", "Written Last", NULL);
  qd_test_add (portfolio, account);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (wal, &log, &log_length, NULL));
  qd_test_finalize (portfolio);
  qd_test_store_close (store);

  g_assert_true (g_file_set_contents (other, bytes, length, NULL));
  g_assert_true (g_file_set_contents (other_wal, log, log_length, NULL));
  report = qd_kinds_salvage (other, output, NULL, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_false (report->log_is_cut);
  g_assert_cmpint (sqlite3_open_v2 (output, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM account WHERE name = 'Written Last'"), ==, 1);
  sqlite3_close (native);

  /* Where the log is damaged, what it held is said to be in doubt. */
  g_clear_pointer (&report, qd_salvage_report_free);
  log[log_length - 100] ^= 0x55;
  g_assert_true (g_file_set_contents (other_wal, log, log_length, NULL));
  g_remove (output);
  report = qd_kinds_salvage (other, output, NULL, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_true (report->log_is_cut);
}

/* Floors well below what is seen: a worse salvage fails, another seed does not. */
static void
test_places (QdTestFolder *fixture,
             gconstpointer data)
{
  static const struct
  {
    QdDamageKind kind;
    guint        n_places;
    double       floor;
    double       mean;
  } cases[] = {
    { QD_DAMAGE_BYTES, 1, 98, 99.5 },
    { QD_DAMAGE_BYTES, 10, 94, 98.5 },
    { QD_DAMAGE_BYTES, 100, 75, 90 },
    { QD_DAMAGE_PAGE, 1, 97, 99 },
    { QD_DAMAGE_PAGE, 10, 92, 95 },
    { QD_DAMAGE_PAGE, 100, 50, 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double sum = 0;

      for (guint seed = 0; seed < 4; seed++)
        {
          g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
          g_autofree char *bytes = NULL;
          gsize            length;
          double           percent;

          bytes = read_original (&length);
          qd_damage_do (rand, cases[i].kind, cases[i].n_places, bytes, length);
          percent = salvage (fixture, bytes, length);
          g_assert_cmpfloat (percent, >=, cases[i].floor);
          sum += percent;
        }

      g_assert_cmpfloat (sum / 4, >=, cases[i].mean);
    }
}

/* Without its first page nothing says what the others are. */
static void
test_header (QdTestFolder *fixture,
             gconstpointer data)
{
  static const gsize lengths[] = { 100, 2048, QD_DAMAGE_PAGE_SIZE };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *bytes = NULL;
      gsize            length;

      bytes = read_original (&length);
      memset (bytes, i == 1 ? 0xff : 0, lengths[i]);
      g_assert_cmpfloat (salvage (fixture, bytes, length), >=, 99);
    }
}

static void
test_truncated (QdTestFolder *fixture,
                gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  bytes = read_original (&length);
  g_assert_cmpfloat (salvage (fixture, bytes, length - 5000), >=, 98);
  g_assert_cmpfloat (salvage (fixture, bytes, length / 2), >=, 20);
  salvage (fixture, bytes, 5000);
  salvage (fixture, bytes, 50);
  salvage (fixture, bytes, 0);
}

static void
test_noise (QdTestFolder *fixture,
            gconstpointer data)
{
  for (guint seed = 0; seed < 4; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *bytes = NULL;
      char             version[4];
      gsize            length;

      bytes = read_original (&length);
      memcpy (version, bytes + 60, sizeof version);
      qd_damage_do (rand, QD_DAMAGE_BYTES, 20000, bytes, length);
      /* A file that says it is of the next version is refused, whatever made it say so. */
      memcpy (bytes + 60, version, sizeof version);
      salvage (fixture, bytes, length);
    }
}

/* The file is as SQLite itself left it, but for one account that is gone: what was of it
 * stays together. */
static void
test_lost_parent (QdTestFolder *fixture,
                  gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr(QdSalvageReport) report = NULL;
  gsize    length;
  sqlite3 *native;

  bytes = read_original (&length);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  g_assert_cmpint (sqlite3_open (fixture->path, &native), ==, SQLITE_OK);
  sqlite3_db_config (native, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  qd_damage_count (native,
                   "PRAGMA foreign_keys = OFF; DELETE FROM working_calendar;"
                   "INSERT INTO reference_link (id, account, key) SELECT 7000000001, account, 'star' FROM plan WHERE name = 'Onboarding 30/60/90' LIMIT 1;"
                   "INSERT INTO working_calendar (id, account, hours) SELECT 7000000002, account, 'Mo-Fr 09:00-17:00' FROM plan WHERE name = 'Onboarding 30/60/90' LIMIT 1;"
                   "DELETE FROM account WHERE id = (SELECT account FROM plan WHERE name = 'Onboarding 30/60/90' LIMIT 1);"
                   "DELETE FROM phase; UPDATE contact SET email = NULL;");
  sqlite3_close (native);
  report = qd_kinds_salvage (fixture->path, output, NULL, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_cmpint (sqlite3_open_v2 (output, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM account WHERE name = 'Recovered'"), ==, 1);
  g_assert_cmpint (
      qd_damage_count (native, "SELECT count(*) FROM plan WHERE account = (SELECT id FROM account WHERE name = 'Recovered')"), ==, 1);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM task WHERE phase IS NOT NULL"), ==, 0);

  /* A link and a calendar are the account's, or they would be everybody's. */
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM reference_link JOIN account ON account.id = account WHERE name = 'Recovered'"), ==, 1);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM working_calendar JOIN account ON account.id = account WHERE name = 'Recovered'"), ==, 1);
  sqlite3_close (native);
  text = qd_salvage_dup_text (report, fixture->path);
  g_assert_nonnull (strstr (text, "without its “phase”, which is gone"));
  g_assert_nonnull (strstr (text, "At least 1 that had been in the file is lost"));
}

/* A file of each older version is salvaged as it is laid out, brought up to date, and leaves no second copy. */
static void
test_old_versions (QdTestFolder *fixture,
                   gconstpointer data)
{
  g_auto(GStrv) newest = qd_test_schema_load_scripts ();

  for (gsize i = 0; i < G_N_ELEMENTS (qd_test_schemas); i++)
    {
      g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
      g_autoptr(QdSalvageReport) report = NULL;
      g_autoptr(GDir) dir = NULL;
      g_autoptr(GError) error = NULL;
      const char *name;
      sqlite3    *native;

      g_test_message ("%s", qd_test_schemas[i].name);
      qd_test_schema_make (&qd_test_schemas[i], fixture->path);
      g_assert_cmpint (sqlite3_open (fixture->path, &native), ==, SQLITE_OK);
      sqlite3_db_config (native, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
      qd_damage_count (native, "PRAGMA foreign_keys = OFF; DELETE FROM account");
      sqlite3_close (native);
      report = qd_kinds_salvage (fixture->path, output, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (qd_salvage_has_any (report));
      g_assert_cmpint (sqlite3_open_v2 (output, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
      g_assert_cmpint (qd_damage_count (native, "SELECT user_version FROM pragma_user_version"), ==, g_strv_length (newest));
      g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM account WHERE name GLOB 'Recovered*'"), >, 0);
      g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM plan"), >, 0);
      g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
      sqlite3_close (native);
      dir = g_dir_open (fixture->folder, 0, NULL);

      while ((name = g_dir_read_name (dir)))
        g_assert_null (strstr (name, ".version-"));

      g_remove (output);
      g_remove (fixture->path);
    }
}

/* A row that breaks a rule is named, and loses no more than it has to. */
static void
test_broken_rules (QdTestFolder *fixture,
                   gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr(QdSalvageReport) report = NULL;
  gsize    length;
  sqlite3 *native;

  bytes = read_original (&length);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  g_assert_cmpint (sqlite3_open (fixture->path, &native), ==, SQLITE_OK);
  qd_damage_count (native,
                   "PRAGMA ignore_check_constraints = ON; PRAGMA trusted_schema = ON;"
                   "UPDATE account SET tier = 'platinum' WHERE name = 'Example Bank 0';"
                   "UPDATE activity SET kind = 'seance', subject = 'Madame Arcati' WHERE id = (SELECT min (id) FROM activity);");
  sqlite3_close (native);
  report = qd_kinds_salvage (fixture->path, output, NULL, NULL, NULL);
  g_assert_nonnull (report);
  text = qd_salvage_dup_text (report, fixture->path);
  g_assert_nonnull (strstr (text, "“Example Bank 0” was kept without its “tier”"));
  g_assert_nonnull (strstr (text, "“Madame Arcati” was left out: it breaks the rule"));
  g_assert_cmpint (sqlite3_open_v2 (output, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
      qd_damage_count (native, "SELECT count(*) FROM account WHERE name = 'Example Bank 0' AND tier IS NULL"), ==, 1);
  g_assert_cmpint (qd_damage_count (native, "SELECT count(*) FROM activity WHERE subject = 'Madame Arcati'"), ==, 0);
  sqlite3_close (native);
}

/* What was deleted stays so: it is not taken from the pages that were given up. */
static void
test_deleted_stays_deleted (QdTestFolder *fixture,
                            gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(QdSalvageReport) report = NULL;
  gsize    length;
  sqlite3 *native;

  bytes = read_original (&length);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  g_assert_cmpint (sqlite3_open (fixture->path, &native), ==, SQLITE_OK);
  qd_damage_count (native, "PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; DELETE FROM plan;");
  sqlite3_close (native);
  report = qd_kinds_salvage (fixture->path, output, NULL, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_cmpint (report->n_stray, ==, 0);
  g_assert_cmpint (sqlite3_open_v2 (output, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (qd_damage_count (native, "SELECT (SELECT count(*) FROM plan) + (SELECT count(*) FROM task)"), ==, 0);
  sqlite3_close (native);
}

static void
test_refusals (QdTestFolder *fixture,
               gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "output.db", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (qd_kinds_salvage (fixture->path, output, NULL, NULL, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS);
  g_clear_error (&error);
  g_assert_null (qd_kinds_salvage (fixture->folder, output, NULL, NULL, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS);
  g_clear_error (&error);

  /* What is there already is nobody's to overwrite. */
  g_assert_true (g_file_set_contents (output, "mine", -1, NULL));
  g_assert_null (qd_kinds_salvage (original, output, NULL, NULL, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS);
  g_assert_nonnull (strstr (error->message, "is there already"));
  g_clear_error (&error);
  g_remove (output);

  g_cancellable_cancel (cancellable);
  g_assert_null (qd_kinds_salvage (original, output, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  int              status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("qd-test-XXXXXX", NULL);
  original = g_build_filename (folder, "original.db", NULL);
  qd_damage_fill (original, 300);

  qd_test_folder_add ("/salvage/whole-file", test_whole_file);
  qd_test_folder_add ("/salvage/log-is-read", test_log_is_read);
  qd_test_folder_add ("/salvage/places", test_places);
  qd_test_folder_add ("/salvage/header", test_header);
  qd_test_folder_add ("/salvage/truncated", test_truncated);
  qd_test_folder_add ("/salvage/noise", test_noise);
  qd_test_folder_add ("/salvage/lost-parent", test_lost_parent);
  qd_test_folder_add ("/salvage/old-versions", test_old_versions);
  qd_test_folder_add ("/salvage/broken-rules", test_broken_rules);
  qd_test_folder_add ("/salvage/deleted-stays-deleted", test_deleted_stays_deleted);
  qd_test_folder_add ("/salvage/refusals", test_refusals);

  status = g_test_run ();
  g_remove (original);
  g_rmdir (folder);
  g_free (original);

  return status;
}
