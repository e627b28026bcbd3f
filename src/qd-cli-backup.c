/* qd-cli-backup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-backup"

#include <glib/gi18n.h>
#include <stdio.h>

#include "qd-backup-make.h"
#include "qd-backup-words.h"
#include "qd-cli-private.h"
#include "qd-day-words.h"
#include "qd-kinds.h"
#include "qd-restore.h"

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Returns: (transfer full) (nullable): where the database is */
static char *
dup_database (QdCli   *cli,
              GError **error)
{
  g_autofree char *path = cli->database != NULL ? g_strdup (cli->database) : qd_kinds_dup_default_path ();

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("There is no database at “%s”"), path);
  return NULL;
}

static QdCliStatus
run_make (QdCli      *cli,
          const char *extra)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *database = dup_database (cli, &error);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *text = NULL;
  g_autoptr(QdBackupRun) run = NULL;

  if (database == NULL || !(run = qd_backup_make (database, extra, NULL, &error)))
    return qd_cli_fail (error);

  if (run->outcome == QD_BACKUP_FAILED)
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("No backup was made: %s"), run->problem);
      return qd_cli_fail (error);
    }

  folder = qd_backup_dup_folder (database);
  path = g_build_filename (folder, run->name, NULL);
  summary = qd_backup_run_dup_summary (run, get_now ());
  facts = qd_backup_run_dup_facts (run);
  text = g_strdup_printf ("%s: %s\n%s\n", summary, path, facts);
  qd_cli_put (text);

  if (run->extra_problem == NULL)
    return QD_CLI_OK;

  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, run->extra_problem);

  return qd_cli_fail (error);
}

static QdCliStatus
run_list (QdCli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *database = cli->database != NULL ? g_strdup (cli->database) : qd_kinds_dup_default_path ();
  g_autoptr(GPtrArray) backups = qd_backups_list (database, NULL, &error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  if (backups == NULL)
    return qd_cli_fail (error);

  for (guint i = 0; i < backups->len; i++)
    {
      QdBackup *backup = g_ptr_array_index (backups, i);
      char    **row = g_new0 (char *, 4);

      row[0] = qd_day_dup_moment (backup->instant);
      row[1] = qd_backup_dup_facts (backup, get_now ());
      row[2] = g_strdup (backup->path);
      g_ptr_array_add (rows, row);
    }

  if (rows->len > 0)
    qd_cli_put_table (rows, 3);

  return QD_CLI_OK;
}

static void
put_changes (QdRestore *restore)
{
  GPtrArray *kinds = qd_restore_get_kinds (restore);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < kinds->len; i++)
    {
      const QdRestoreKind *kind = g_ptr_array_index (kinds, i);
      char               **row;

      if (kind->n_there + kind->n_gone == 0)
        continue;

      g_ptr_array_add (kind->examples, NULL);
      row = g_new0 (char *, 7);
      row[0] = g_strdup (kind->label);
      row[1] = g_strdup_printf (_ ("%u there"), kind->n_there);
      row[2] = g_strdup_printf ("+%u", kind->n_back);
      row[3] = g_strdup_printf ("−%u", kind->n_gone);
      row[4] = g_strdup_printf (_ ("%u changed"), kind->n_changed);
      row[5] = g_strjoinv (", ", (char **)kind->examples->pdata);
      g_ptr_array_remove_index (kind->examples, kind->examples->len - 1);
      g_ptr_array_add (rows, row);
    }

  if (rows->len > 0)
    qd_cli_put_table (rows, 6);
}

static gboolean
apply (QdRestore  *restore,
       const char *database,
       GError    **error)
{
  g_autoptr(QdBackups) backups = qd_backups_new (database);
  g_autoptr(GAsyncResult) result = NULL;

  qd_restore_apply_async (restore, backups, NULL, qd_cli_await_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return qd_restore_apply_finish (restore, result, error);
}

static QdCliStatus
run_restore (QdCli      *cli,
             const char *path,
             gboolean    dry_run)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *database = dup_database (cli, &error);
  g_autoptr(QdBackup) backup = NULL;
  g_autoptr(QdRestore) restore = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (database == NULL || !qd_cli_open (cli, FALSE, &error))
    return qd_cli_fail (error);

  backup = qd_backup_new_for_file (path);
  qd_restore_open_async (cli->portfolio, database, backup, NULL, qd_cli_await_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (!(restore = qd_restore_open_finish (result, &error)))
    return qd_cli_fail (error);

  put_changes (restore);

  if (qd_restore_is_same (restore))
    qd_cli_put (_ ("It holds exactly what there is now; nothing was changed\n"));
  else if (dry_run)
    qd_cli_put (_ ("Nothing was changed\n"));
  else if (apply (restore, database, &error))
    qd_cli_put (_ ("Restored. What there was is kept as a backup, and undo in the window brings it back\n"));
  else
    return qd_cli_fail (error);

  return QD_CLI_OK;
}

QdCliStatus
qd_cli_backup (QdCli *cli,
               int    argc,
               char **argv)
{
  gboolean           dry_run = FALSE;
  g_autofree char   *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Copy it to another folder, too"), N_ ("FOLDER") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("With “restore”, say what would change, and change nothing"), NULL },
    { NULL },
  };
  QdCliStatus status;

  if (!qd_cli_parse (cli, entries, G_MAXUINT, &argc, &argv, &status))
    return status;

  if (dry_run && (argc < 2 || !g_str_equal (argv[1], "restore")))
    return qd_cli_misuse (cli, _ ("--dry-run is for “restore”"));

  if (to != NULL && argc > 1)
    return qd_cli_misuse (cli, _ ("--to is for making a backup"));

  if (argc == 1)
    return run_make (cli, to);

  if (g_str_equal (argv[1], "list"))
    return argc == 2 ? run_list (cli) : qd_cli_misuse (cli, _ ("“%s” is one too many"), argv[2]);

  if (!g_str_equal (argv[1], "restore"))
    return qd_cli_misuse (cli, _ ("“%s” is neither “list” nor “restore”"), argv[1]);

  if (argc != 3)
    return argc < 3 ? qd_cli_misuse (cli, _ ("Name the file to restore")) : qd_cli_misuse (cli, _ ("“%s” is one too many"), argv[3]);

  return run_restore (cli, argv[2], dry_run);
}
