/* qd-restore.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-restore"

#include "qd-restore.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "qd-account-rules.h"
#include "qd-backup-make.h"
#include "qd-backup-words.h"
#include "qd-copy-content.h"
#include "qd-copy-difference.h"
#include "qd-copy.h"
#include "qd-day-words.h"
#include "qd-import-match.h"
#include "qd-import-plan.h"
#include "qd-kinds.h"
#include "qd-screen.h"

#define FOLDER_SHAPE QD_BACKUP_OPENED_MARK "XXXXXX"
#define COPY_NAME "backup.db"
#define MAX_EXAMPLES 3

/* What makes the present what it was, and what it is then */
typedef struct
{
  QdChanges     *changes;
  QdCopyContent *expected;
} Step;

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->changes, qd_changes_unref);
  g_clear_pointer (&step->expected, qd_copy_content_free);
}

static void
step_unref (gpointer step)
{
  g_atomic_rc_box_release_full (step, step_clear);
}

/**
 * QdRestore:
 *
 * A backup that was opened beside the present: what is in it, what would change, and the
 * change itself, which is an edit like any other.
 *
 * It is a copy that is opened, brought up to date and thrown away; the backup stays as it is.
 */
struct _QdRestore
{
  GObject      parent_instance;

  QdPortfolio *present;
  char        *database;
  QdBackup    *backup;
  char        *folder;    /* of the copy; NULL once that is gone */
  QdStore     *store;     /* of the copy; NULL once that is closed */
  QdPortfolio *portfolio; /* what was in it */
  Step        *step;      /* NULL until it is known */
  GPtrArray   *kinds;
};

G_DEFINE_FINAL_TYPE (QdRestore, qd_restore, G_TYPE_OBJECT)

static void
kind_free (gpointer data)
{
  QdRestoreKind *kind = data;

  g_ptr_array_unref (kind->examples);
  g_free (kind);
}

static void
qd_restore_remove_copy (QdRestore *self)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (self->store != NULL)
    qd_store_close (self->store);

  g_clear_object (&self->store);

  if (self->folder == NULL)
    return;

  dir = g_dir_open (self->folder, 0, NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

static void
qd_restore_finalize (GObject *object)
{
  QdRestore *self = QD_RESTORE (object);

  qd_restore_remove_copy (self);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->step, step_unref);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->backup, qd_backup_free);
  g_clear_pointer (&self->database, g_free);
  g_clear_object (&self->present);

  G_OBJECT_CLASS (qd_restore_parent_class)->finalize (object);
}

static void
qd_restore_class_init (QdRestoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_restore_finalize;
}

static void
qd_restore_init (QdRestore *self)
{
  self->kinds = g_ptr_array_new_with_free_func (kind_free);
}

/* Texts may name accounts that only one of the two knows to be sealed. */
static char *
dup_example (QdRestore *self,
             gpointer   record)
{
  const char      *title = qd_import_get_title (record);
  g_autofree char *text = NULL;

  if (QD_IS_ACCOUNT (record))
    return qd_account_dup_title (record, TRUE);

  text = qd_screen_dup_text (self->present, title);

  return qd_screen_dup_text (self->portfolio, text);
}

static QdRestoreKind *
find_kind (QdRestore  *self,
           const char *table)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      QdRestoreKind *kind = g_ptr_array_index (self->kinds, i);

      if (g_str_equal (qd_record_list_get_table (qd_portfolio_get_list (self->portfolio, kind->type)), table))
        return kind;
    }

  return NULL;
}

/* A QdChangesFunc */
static void
count_cb (const QdChange *change,
          gpointer        user_data)
{
  QdRestore       *self = user_data;
  QdRestoreKind   *kind = find_kind (self, change->table);
  gpointer         record;
  g_autofree char *example = NULL;

  if (kind == NULL)
    return;

  if (change->kind == SQLITE_INSERT)
    kind->n_back++;
  else if (change->kind == SQLITE_DELETE)
    kind->n_gone++;
  else
    kind->n_changed++;

  if (kind->examples->len >= MAX_EXAMPLES)
    return;

  record = qd_portfolio_lookup (
      change->kind == SQLITE_DELETE ? self->present : self->portfolio, kind->type, change->id);
  example = record != NULL ? dup_example (self, record) : NULL;

  if (example != NULL && *example != '\0')
    g_ptr_array_add (kind->examples, g_steal_pointer (&example));
}

static void
qd_restore_count (QdRestore *self)
{
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      QdRestoreKind *kind = g_new0 (QdRestoreKind, 1);

      kind->type = types[i];
      kind->label = qd_import_get_kind (types[i]);
      kind->n_there = g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, types[i])));
      kind->examples = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->kinds, kind);
    }

  qd_changes_foreach (self->step->changes, count_cb, self);
}

static char *
dup_copy_path (QdRestore *self)
{
  return g_build_filename (self->folder, COPY_NAME, NULL);
}

static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  QdRestore       *self = data;
  g_autofree char *path = dup_copy_path (self);
  g_autofree char *when = qd_day_dup_moment (self->backup->instant);
  /* Translators: an edit that can be undone; a day and a time */
  g_autofree char *label = g_strdup_printf (_ ("Restore Backup of %s"), when);
  Step            *step = g_atomic_rc_box_new0 (Step);
  GError          *error = NULL;
  g_autoptr(QdDb) db = qd_db_open_reader (path, &error);

  /* The backup itself was looked through; of what it became only the content is asked for. */
  if (db != NULL && (step->expected = qd_copy_content_read (db, cancellable, &error)) &&
      (step->changes = qd_copy_difference_new (self->database, path, label, cancellable, &error)))
    {
      g_task_return_pointer (task, step, step_unref);
      return;
    }

  step_unref (step);
  g_task_return_error (task, error);
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdRestore *self = g_task_get_task_data (task);
  GError    *error = NULL;

  self->step = g_task_propagate_pointer (G_TASK (result), &error);
  qd_restore_remove_copy (self);

  if (self->step == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  qd_restore_count (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdRestore *self = g_task_get_task_data (task);
  g_autoptr(GTask) comparing = NULL;
  GError *error = NULL;

  /* What was migrated is in the file when the store is closed. */
  qd_store_close (self->store);
  g_clear_object (&self->store);

  if (!qd_portfolio_load_finish (QD_PORTFOLIO (object), result, &error))
    {
      qd_restore_remove_copy (self);
      g_task_return_error (task, error);
      return;
    }

  comparing = g_task_new (NULL, g_task_get_cancellable (task), compared_cb, g_object_ref (task));
  g_task_set_source_tag (comparing, loaded_cb);
  g_task_set_task_data (comparing, g_object_ref (self), g_object_unref);
  g_task_run_in_thread (comparing, compare_thread);
}

/* Through SQLite: what is to be restored may be any file, with a log beside it, or one that is open here. */
static gboolean
copy_backup (QdRestore    *self,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree char *parent = qd_backup_dup_folder (self->database);
  g_autofree char *folder = g_build_filename (parent, FOLDER_SHAPE, NULL);
  g_autofree char *path = NULL;
  g_autoptr(QdCopyContent) content = NULL;

  if (!qd_backup_check (self->backup, cancellable, error))
    return FALSE;

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp_full (folder, 0700) == NULL)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_FAILED,
                   _ ("The folder for backups, “%s”, may not be written to, so nothing was changed"),
                   parent);
      return FALSE;
    }

  self->folder = g_steal_pointer (&folder);
  path = dup_copy_path (self);
  content = qd_copy_make (self->backup->path, path, QD_COPY_NEW, qd_kinds_get_version (), cancellable, error);

  return content != NULL;
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (copy_backup (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdRestore       *self = g_task_get_task_data (task);
  g_autofree char *path = NULL;
  GError          *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      qd_restore_remove_copy (self);
      g_task_return_error (task, error);
      return;
    }

  path = dup_copy_path (self);
  self->store = qd_kinds_open_store (path);
  self->portfolio = qd_kinds_new_portfolio (self->store);
  qd_portfolio_load_async (self->portfolio, g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
}

/**
 * qd_restore_open_async:
 * @present: what is there now, loaded
 * @database: its file
 * @backup: any file of this app, also from elsewhere
 *
 * Reads the backup through, and compares it with the present row by row. Nothing is changed.
 */
void
qd_restore_open_async (QdPortfolio        *present,
                       const char         *database,
                       const QdBackup     *backup,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) copying = NULL;
  QdRestore *self;

  g_return_if_fail (QD_IS_PORTFOLIO (present));
  g_return_if_fail (database != NULL && backup != NULL);

  self = g_object_new (QD_TYPE_RESTORE, NULL);
  self->present = g_object_ref (present);
  self->database = g_strdup (database);
  self->backup = qd_backup_copy ((QdBackup *)backup);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_restore_open_async);
  g_task_set_task_data (task, self, g_object_unref);

  copying = g_task_new (NULL, cancellable, copied_cb, g_object_ref (task));
  g_task_set_source_tag (copying, qd_restore_open_async);
  g_task_set_task_data (copying, g_object_ref (self), g_object_unref);
  g_task_run_in_thread (copying, copy_thread);
}

/* Returns: (transfer full) (nullable) */
QdRestore *
qd_restore_open_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_restore_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns: whether the backup has exactly what is there now */
gboolean
qd_restore_is_same (QdRestore *self)
{
  g_return_val_if_fail (QD_IS_RESTORE (self), FALSE);

  return qd_changes_is_empty (self->step->changes);
}

/* Returns: (transfer none) (element-type QdRestoreKind): each kind of record there is */
GPtrArray *
qd_restore_get_kinds (QdRestore *self)
{
  g_return_val_if_fail (QD_IS_RESTORE (self), NULL);

  return self->kinds;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (a, b);
}

/* Returns: (transfer full) (element-type utf8): the accounts in the backup, by what they may be
 * called on a screen */
GPtrArray *
qd_restore_list_accounts (QdRestore *self)
{
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  GListModel *accounts;

  g_return_val_if_fail (QD_IS_RESTORE (self), names);

  accounts = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);

      g_ptr_array_add (names, qd_account_dup_title (account, TRUE));
    }

  g_ptr_array_sort_values (names, compare_names);

  return names;
}

/* A QdEditFunc. What another program added meanwhile would be neither seen nor gone. */
static gboolean
restore_func (QdDb    *db,
              gpointer data,
              GError **error)
{
  Step *step = data;
  g_autoptr(QdCopyContent) actual = NULL;

  if (!qd_changes_apply (step->changes, db, error) || !(actual = qd_copy_content_read (db, NULL, error)))
    return FALSE;

  if (g_str_equal (actual->digest, step->expected->digest))
    return TRUE;

  g_set_error_literal (error,
                       QD_DB_ERROR,
                       QD_DB_ERROR_CONFLICT,
                       _ ("The database was changed meanwhile, so nothing was changed now; look again at what would"));
  return FALSE;
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (qd_store_edit_finish (QD_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdRestore *self = g_task_get_source_object (task);
  GError    *error = NULL;

  if (!qd_backups_make_finish (QD_BACKUPS (object), result, &error))
    {
      g_prefix_error (&error, _ ("What there is now could not be kept first, so nothing was changed: "));
      g_task_return_error (task, error);
      return;
    }

  qd_store_edit_async (qd_portfolio_get_store (self->present),
                       qd_changes_get_label (self->step->changes),
                       restore_func,
                       g_atomic_rc_box_acquire (self->step),
                       step_unref,
                       g_task_get_cancellable (task),
                       restored_cb,
                       g_object_ref (task));
}

/**
 * qd_restore_apply_async:
 * @backups: of the present, which is kept there first
 *
 * Makes the present what it was, as one edit that can be undone. Where it is no longer what
 * it was when the backup was opened, nothing is changed.
 */
void
qd_restore_apply_async (QdRestore          *self,
                        QdBackups          *backups,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (QD_IS_RESTORE (self));
  g_return_if_fail (QD_IS_BACKUPS (backups));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_restore_apply_async);
  qd_backups_make_async (backups, cancellable, kept_cb, task);
}

gboolean
qd_restore_apply_finish (QdRestore    *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (QD_IS_RESTORE (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_restore_apply_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
