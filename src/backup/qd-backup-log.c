/* qd-backup-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backup-log"

#include "qd-backup-log.h"

#include <json-glib/json-glib.h>

#define FILE_NAME "backups.json"

/* Runs without a backup that is still there */
#define MAX_RUNS 200

static const char *const outcomes[] = {
  [QD_BACKUP_MADE] = "made",
  [QD_BACKUP_UNCHANGED] = "unchanged",
  [QD_BACKUP_FAILED] = "failed",
};

QdBackupRun *
qd_backup_run_copy (const QdBackupRun *self)
{
  QdBackupRun *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->digest = g_strdup (self->digest);
  copy->problem = g_strdup (self->problem);
  copy->extra_problem = g_strdup (self->extra_problem);

  return copy;
}

void
qd_backup_run_free (QdBackupRun *self)
{
  g_free (self->name);
  g_free (self->digest);
  g_free (self->problem);
  g_free (self->extra_problem);
  g_free (self);
}

static QdBackupRun *
read_run (JsonNode *node)
{
  JsonObject  *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char  *outcome;
  QdBackupRun *self;

  if (object == NULL)
    return NULL;

  self = g_new0 (QdBackupRun, 1);
  outcome = json_object_get_string_member_with_default (object, "outcome", outcomes[QD_BACKUP_FAILED]);
  self->outcome = QD_BACKUP_FAILED;

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      if (g_str_equal (outcomes[i], outcome))
        self->outcome = i;
    }

  self->instant = json_object_get_int_member_with_default (object, "instant", 0);
  self->milliseconds = json_object_get_int_member_with_default (object, "milliseconds", 0);
  self->bytes = json_object_get_int_member_with_default (object, "bytes", 0);
  self->n_rows = json_object_get_int_member_with_default (object, "rows", 0);
  self->modified = json_object_get_int_member_with_default (object, "modified", 0);
  self->name = g_strdup (json_object_get_string_member_with_default (object, "name", NULL));
  self->digest = g_strdup (json_object_get_string_member_with_default (object, "digest", NULL));
  self->problem = g_strdup (json_object_get_string_member_with_default (object, "problem", NULL));
  self->extra_problem = g_strdup (json_object_get_string_member_with_default (object, "extra-problem", NULL));

  return self;
}

/**
 * qd_backup_log_load:
 * @folder: of the backups
 *
 * Returns: (transfer full): what is kept there; nothing, if it cannot be read
 */
QdBackupLog *
qd_backup_log_load (const char *folder)
{
  QdBackupLog     *self = g_new0 (QdBackupLog, 1);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonNode   *root, *runs;
  JsonObject *object;

  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_backup_run_free);

  if (!json_parser_load_from_file (parser, path, NULL) || !(root = json_parser_get_root (parser)) ||
      !JSON_NODE_HOLDS_OBJECT (root))
    return self;

  object = json_node_get_object (root);
  runs = json_object_get_member (object, "runs");
  self->stamp = g_strdup (json_object_get_string_member_with_default (object, "stamp", NULL));

  for (guint i = 0; runs != NULL && JSON_NODE_HOLDS_ARRAY (runs) && i < json_array_get_length (json_node_get_array (runs)); i++)
    {
      QdBackupRun *run = read_run (json_array_get_element (json_node_get_array (runs), i));

      if (run != NULL)
        g_ptr_array_add (self->runs, run);
    }

  return self;
}

void
qd_backup_log_free (QdBackupLog *self)
{
  g_ptr_array_unref (self->runs);
  g_free (self->stamp);
  g_free (self);
}

/* Of looks that found nothing new, only the last is kept. */
void
qd_backup_log_add (QdBackupLog       *self,
                   const QdBackupRun *run)
{
  QdBackupRun *last = qd_backup_log_get_last (self);

  if (last != NULL && last->outcome == QD_BACKUP_UNCHANGED && run->outcome == QD_BACKUP_UNCHANGED)
    g_ptr_array_remove_index (self->runs, self->runs->len - 1);

  g_ptr_array_add (self->runs, qd_backup_run_copy (run));
}

/* Returns: (transfer none) (nullable): the run that made the file @name */
QdBackupRun *
qd_backup_log_find (QdBackupLog *self,
                    const char  *name)
{
  for (guint i = self->runs->len; i > 0; i--)
    {
      QdBackupRun *run = g_ptr_array_index (self->runs, i - 1);

      if (run->outcome == QD_BACKUP_MADE && g_strcmp0 (run->name, name) == 0)
        return run;
    }

  return NULL;
}

/* Of a file that nothing, or no longer the right thing, is known of: what was found when it was read
 * through. It is not the last thing that was done. */
void
qd_backup_log_learn (QdBackupLog       *self,
                     const QdBackupRun *run)
{
  QdBackupRun *known = qd_backup_log_find (self, run->name);

  if (known == NULL)
    {
      g_ptr_array_insert (self->runs, 0, qd_backup_run_copy (run));
      return;
    }

  known->bytes = run->bytes;
  known->modified = run->modified;
  known->n_rows = run->n_rows;
  g_set_str (&known->digest, run->digest);
}

/* Returns: (transfer none) (nullable): the run that was made last */
QdBackupRun *
qd_backup_log_get_last (QdBackupLog *self)
{
  return self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;
}

static void
set_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static JsonObject *
write_run (QdBackupRun *run)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "instant", run->instant);
  json_object_set_string_member (object, "outcome", outcomes[run->outcome]);
  json_object_set_int_member (object, "milliseconds", run->milliseconds);
  json_object_set_int_member (object, "bytes", run->bytes);
  json_object_set_int_member (object, "rows", run->n_rows);
  json_object_set_int_member (object, "modified", run->modified);
  set_text (object, "name", run->name);
  set_text (object, "digest", run->digest);
  set_text (object, "problem", run->problem);
  set_text (object, "extra-problem", run->extra_problem);

  return object;
}

static void
drop_old_runs (QdBackupLog *self,
               const char  *folder)
{
  guint n_excess = self->runs->len > MAX_RUNS ? self->runs->len - MAX_RUNS : 0;

  for (guint i = 0; n_excess > 0; n_excess--)
    {
      QdBackupRun     *run = g_ptr_array_index (self->runs, i);
      g_autofree char *path = run->name != NULL ? g_build_filename (folder, run->name, NULL) : NULL;

      if (run->outcome == QD_BACKUP_MADE && path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        i++;
      else
        g_ptr_array_remove_index (self->runs, i);
    }
}

gboolean
qd_backup_log_save (QdBackupLog *self,
                    const char  *folder,
                    GError     **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *text = NULL;
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray  *runs = json_array_new ();

  drop_old_runs (self, folder);

  for (guint i = 0; i < self->runs->len; i++)
    json_array_add_object_element (runs, write_run (g_ptr_array_index (self->runs, i)));

  json_node_take_object (root, object);
  set_text (object, "stamp", self->stamp);
  json_object_set_array_member (object, "runs", runs);
  text = json_to_string (root, TRUE);

  return g_file_set_contents_full (
      path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}
