/* qd-backups.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backups"

#include "qd-backups.h"

#include <glib/gi18n.h>

#include "qd-backup-make.h"
#include "qd-rotation.h"

/* In seconds: the first look, once what a person waits for is done; and how often, at most, the
 * clock on the wall is looked at. Timers stand still while the computer sleeps. */
#define FIRST_LOOK 3
#define LOOK_INTERVAL 300

/* In seconds: after a failure */
#define RETRY_INTERVAL 900

/* How long the end of the program waits for a thread that was told to stop */
#define MAX_FAREWELL (5 * G_TIME_SPAN_SECOND)

/* Outlives the object for as long as a thread works. */
typedef struct
{
  GMutex mutex;
  GCond  cond;
  guint  n_working;
} Gate;

/**
 * QdBackups:
 *
 * The backups of one database: makes them when they are due, and knows how that went.
 */
struct _QdBackups
{
  GObject       parent_instance;

  char         *database;
  char         *extra;
  Gate         *gate;
  GCancellable *cancellable; /* of all that is under way */
  QdBackupRun  *last;
  guint         n_running;
  guint         timer;
  gint64        retry_at; /* on the monotonic clock; 0 for at once */
};

G_DEFINE_FINAL_TYPE (QdBackups, qd_backups, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_EXTRA_FOLDER,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
gate_clear (gpointer data)
{
  Gate *gate = data;

  g_mutex_clear (&gate->mutex);
  g_cond_clear (&gate->cond);
}

static void
gate_add (Gate *gate,
          int   n)
{
  g_mutex_lock (&gate->mutex);
  gate->n_working += n;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

/* What a thread works on: nothing of the object's, which may be gone before it ends. */
typedef struct
{
  Gate  *gate;
  char  *database;
  char  *extra;
  GFile *target;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_atomic_rc_box_release_full (job->gate, gate_clear);
  g_free (job->database);
  g_free (job->extra);
  g_clear_object (&job->target);
  g_free (job);
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job         *job = data;
  GError      *error = NULL;
  QdBackupRun *run = qd_backup_make (job->database, job->extra, cancellable, &error);

  if (run != NULL)
    g_task_return_pointer (task, run, (GDestroyNotify)qd_backup_run_free);
  else
    g_task_return_error (task, error);

  gate_add (job->gate, -1);
}

static void
save_copy_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;

  if (qd_backup_save_copy (job->database, job->target, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);

  gate_add (job->gate, -1);
}

static void
qd_backups_run (QdBackups          *self,
                GFile              *target,
                GTaskThreadFunc     func,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->gate = g_atomic_rc_box_acquire (self->gate);
  job->database = g_strdup (self->database);
  job->extra = g_strdup (self->extra);
  job->target = target != NULL ? g_object_ref (target) : NULL;
  gate_add (job->gate, 1);
  g_task_set_source_tag (task, qd_backups_run);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  QdBackups *self = QD_BACKUPS (object);
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  QdBackupRun *run = g_task_propagate_pointer (G_TASK (result), &error);

  self->n_running--;

  if (run != NULL)
    {
      gboolean is_bad = run->outcome == QD_BACKUP_FAILED || run->extra_problem != NULL;

      g_clear_pointer (&self->last, qd_backup_run_free);
      self->last = run;
      self->retry_at = is_bad ? g_get_monotonic_time () + RETRY_INTERVAL * G_TIME_SPAN_SECOND : 0;
    }

  g_signal_emit (self, signals[CHANGED], 0);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (run->outcome == QD_BACKUP_FAILED)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("No backup was made: %s"), run->problem);
  else
    g_task_return_boolean (task, TRUE);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  QdBackups *self = g_task_get_source_object (task);
  g_autoptr(GPtrArray) backups = qd_backups_list_finish (result, NULL);
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 *now = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      QdBackup *backup = g_ptr_array_index (backups, i);

      if (backup->is_good)
        g_array_append_val (instants, backup->instant);
    }

  if (qd_rotation_is_due ((const gint64 *)(gpointer)instants->data, instants->len, *now))
    qd_backups_make_async (self, NULL, NULL, NULL);

  g_task_return_boolean (task, TRUE);
}

/**
 * qd_backups_look:
 * @now: in seconds since 1970
 *
 * Makes a backup if none is of the last day, unless one is under way or the last try failed
 * a moment ago.
 */
void
qd_backups_look (QdBackups *self,
                 gint64     now)
{
  GTask *task;

  g_return_if_fail (QD_IS_BACKUPS (self));

  if (self->n_running > 0 || g_get_monotonic_time () < self->retry_at)
    return;

  /* That there was nothing new to keep is as good as a backup. */
  if (self->retry_at == 0 && self->last != NULL && self->last->outcome == QD_BACKUP_UNCHANGED &&
      !qd_rotation_is_due (&self->last->instant, 1, now))
    return;

  /* What failed is tried again even if there is another of today. */
  if (self->retry_at > 0)
    {
      qd_backups_make_async (self, NULL, NULL, NULL);
      return;
    }

  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, qd_backups_look);
  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  qd_backups_list_async (self->database, self->cancellable, listed_cb, task);
}

/* A GSourceFunc */
static gboolean
look_cb (gpointer user_data)
{
  qd_backups_look (user_data, g_get_real_time () / G_USEC_PER_SEC);

  return G_SOURCE_CONTINUE;
}

/* A GSourceFunc */
static gboolean
first_look_cb (gpointer user_data)
{
  QdBackups *self = user_data;

  self->timer = g_timeout_add_seconds (LOOK_INTERVAL, look_cb, self);
  g_source_set_name_by_id (self->timer, "[quarterdeck] backups");
  qd_backups_make_async (self, NULL, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
qd_backups_finalize (GObject *object)
{
  QdBackups *self = QD_BACKUPS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  g_atomic_rc_box_release_full (self->gate, gate_clear);
  g_clear_pointer (&self->last, qd_backup_run_free);
  g_clear_pointer (&self->extra, g_free);
  g_clear_pointer (&self->database, g_free);

  G_OBJECT_CLASS (qd_backups_parent_class)->finalize (object);
}

static void
qd_backups_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  QdBackups *self = QD_BACKUPS (object);

  switch (prop_id)
    {
    case PROP_EXTRA_FOLDER:
      /* A setting has no other word for none. */
      g_value_set_string (value, self->extra != NULL ? self->extra : "");
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_backups_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  QdBackups *self = QD_BACKUPS (object);

  switch (prop_id)
    {
    case PROP_EXTRA_FOLDER:
      qd_backups_set_extra_folder (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_backups_class_init (QdBackupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_backups_finalize;
  object_class->get_property = qd_backups_get_property;
  object_class->set_property = qd_backups_set_property;

  properties[PROP_EXTRA_FOLDER] =
      g_param_spec_string ("extra-folder",
                           NULL,
                           NULL,
                           "",
                           (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdBackups::changed:
   *
   * Emitted when a backup begins, and when it was made or failed.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_backups_init (QdBackups *self)
{
  self->gate = g_atomic_rc_box_new0 (Gate);
  g_mutex_init (&self->gate->mutex);
  g_cond_init (&self->gate->cond);
  self->cancellable = g_cancellable_new ();
}

/* @database: a file; opened for reading, and not before a backup is made */
QdBackups *
qd_backups_new (const char *database)
{
  QdBackups       *self;
  g_autofree char *folder = NULL;
  g_autoptr(QdBackupLog) log = NULL;
  QdBackupRun *last;

  g_return_val_if_fail (database != NULL, NULL);

  self = g_object_new (QD_TYPE_BACKUPS, NULL);
  self->database = g_strdup (database);
  folder = qd_backup_dup_folder (database);
  log = qd_backup_log_load (folder);

  if ((last = qd_backup_log_get_last (log)))
    self->last = qd_backup_run_copy (last);

  return self;
}

const char *
qd_backups_get_database (QdBackups *self)
{
  g_return_val_if_fail (QD_IS_BACKUPS (self), NULL);

  return self->database;
}

/* Returns: (transfer none) (nullable): how the last backup went, also of an earlier start */
const QdBackupRun *
qd_backups_get_last_run (QdBackups *self)
{
  g_return_val_if_fail (QD_IS_BACKUPS (self), NULL);

  return self->last;
}

gboolean
qd_backups_is_busy (QdBackups *self)
{
  g_return_val_if_fail (QD_IS_BACKUPS (self), FALSE);

  return self->n_running > 0;
}

/* Returns: (transfer none) (nullable): why there is no backup, or no copy of it in the extra
 * folder; %NULL as soon as there is */
const char *
qd_backups_get_problem (QdBackups *self)
{
  g_return_val_if_fail (QD_IS_BACKUPS (self), NULL);

  if (self->last == NULL)
    return NULL;

  return self->last->problem != NULL ? self->last->problem : self->last->extra_problem;
}

const char *
qd_backups_get_extra_folder (QdBackups *self)
{
  g_return_val_if_fail (QD_IS_BACKUPS (self), NULL);

  return self->extra;
}

/* @path: (nullable): counts from the next backup on */
void
qd_backups_set_extra_folder (QdBackups  *self,
                             const char *path)
{
  g_return_if_fail (QD_IS_BACKUPS (self));

  if (!g_set_str (&self->extra, path != NULL && *path != '\0' ? path : NULL))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXTRA_FOLDER]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Makes a backup soon, and from then on whenever one is due. */
void
qd_backups_start (QdBackups *self)
{
  g_return_if_fail (QD_IS_BACKUPS (self));

  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (FIRST_LOOK, first_look_cb, self);
}

/* Makes none any more. What is under way is given up; if its thread does not end soon, it is
 * left, and the next start deletes what it leaves. */
void
qd_backups_stop (QdBackups *self)
{
  gint64 end = g_get_monotonic_time () + MAX_FAREWELL;

  g_return_if_fail (QD_IS_BACKUPS (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_mutex_lock (&self->gate->mutex);

  while (self->gate->n_working > 0 && g_cond_wait_until (&self->gate->cond, &self->gate->mutex, end))
    {
    }

  g_mutex_unlock (&self->gate->mutex);
}

/* Ends with an error where no backup could be made; where nothing has changed since the last
 * one, that one stands. */
void
qd_backups_make_async (QdBackups          *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (QD_IS_BACKUPS (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_backups_make_async);
  self->n_running++;
  qd_backups_run (self, NULL, make_thread, made_cb, task);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
qd_backups_make_finish (QdBackups    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (QD_IS_BACKUPS (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_backups_make_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* See qd_backup_save_copy(). */
void
qd_backups_save_copy_async (QdBackups          *self,
                            GFile              *target,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (QD_IS_BACKUPS (self));
  g_return_if_fail (G_IS_FILE (target));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_backups_save_copy_async);
  qd_backups_run (self, target, save_copy_thread, saved_cb, task);
}

gboolean
qd_backups_save_copy_finish (QdBackups    *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (QD_IS_BACKUPS (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_backups_save_copy_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
