/* qd-import-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-entry"

#include "qd-import-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-contact.h"
#include "qd-exchange-tree.h"
#include "qd-instant.h"
#include "qd-json-field.h"
#include "qd-json-file.h"
#include "qd-record-json.h"
#include "qd-task.h"
#include "qd-template-plan.h"
#include "qd-zone.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define DAY_LENGTH (QD_DAY_TEXT_SIZE - 1)

void
qd_import_entry_free (QdImportEntry *self)
{
  g_clear_object (&self->result);
  g_clear_object (&self->draft);
  g_free (self->path);
  g_free (self);
}

/* Returns: (transfer full) (nullable): a draft of @type with @id */
QdRecord *
qd_import_create_draft (GType       type,
                        const char *id)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), json_object_new ());

  json_object_unref (json_node_get_object (node));
  json_object_set_string_member (json_node_get_object (node), "id", id);

  return qd_record_new_from_json (type, node, NULL);
}

/* Returns: %FALSE, with @error naming the member @key, or the record where it is %NULL */
gboolean
qd_import_entry_fail (QdImportEntry *self,
                      const char    *key,
                      const char    *what,
                      GError       **error)
{
  g_autofree char *path = key != NULL ? qd_json_join (self->path, key) : g_strdup (self->path);

  return qd_json_fail (path, what, error);
}

/* What the record itself says against it, with the place put before. */
gboolean
qd_import_entry_fail_with (QdImportEntry *self,
                           const char    *key,
                           GError        *reason,
                           GError       **error)
{
  g_autofree char *path = key != NULL ? qd_json_join (self->path, key) : g_strdup (self->path);

  g_set_error (error, QD_JSON_ERROR, QD_JSON_ERROR_BAD_VALUE, "%s: %s", path, reason->message);
  g_error_free (reason);

  return FALSE;
}

static gboolean
is_branch (GType       type,
           const char *key)
{
  guint                   n_branches;
  const QdExchangeBranch *branches = qd_exchange_get_branches (type, &n_branches);

  for (guint i = 0; i < n_branches; i++)
    {
      if (g_str_equal (branches[i].member, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_keys (QdImportEntry *self,
            GError       **error)
{
  const QdColumn *parent = qd_exchange_get_parent_column (self->type);
  JsonObjectIter  iter;
  const char     *key;
  JsonNode       *node;

  json_object_iter_init_ordered (&iter, self->object);

  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      const QdColumn *column = qd_record_find_column (self->type, key);
      gboolean        known = column != NULL && column != parent && g_str_equal (column->name, key);

      if (!known && !g_str_equal (key, "id") && !is_branch (self->type, key))
        return qd_import_entry_fail (self, key, _ ("is not known to this version"), error);

      if (JSON_NODE_HOLDS_NULL (node))
        return qd_import_entry_fail (self, key, _ ("must not be null; leave it out"), error);
    }

  return TRUE;
}

static gboolean
check_required (QdImportEntry *self,
                guint          minor,
                GError       **error)
{
  QdRecordClass          *klass = QD_RECORD_GET_CLASS (self->draft);
  const QdColumn         *parent = qd_exchange_get_parent_column (self->type);
  guint                   n_branches;
  const QdExchangeBranch *branches = qd_exchange_get_branches (self->type, &n_branches);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn *column = &klass->columns[i];

      if (!column->nullable && column != parent && column->since <= minor &&
          !json_object_has_member (self->object, column->name))
        return qd_import_entry_fail (self, column->name, _ ("must be given"), error);
    }

  for (guint i = 0; i < n_branches; i++)
    {
      if (branches[i].since <= minor && !json_object_has_member (self->object, branches[i].member))
        return qd_import_entry_fail (self, branches[i].member, _ ("must be given"), error);
    }

  return TRUE;
}

gboolean
qd_import_entry_set_member (QdImportEntry *self,
                            const char    *key,
                            GError       **error)
{
  JsonObject *object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);
  GError *reason = NULL;

  json_object_set_member (object, key, json_object_dup_member (self->object, key));
  json_object_unref (object);

  return qd_record_set_from_json (self->draft, node, &reason) || qd_import_entry_fail_with (self, key, reason, error);
}

/* A template is kept as text, but exchanged as what it is. */
static gboolean
set_body (QdImportEntry *self,
          guint          minor,
          GError       **error)
{
  g_autofree char *path = qd_json_join (self->path, "body");
  g_autoptr(QdTemplatePlan) plan = NULL;

  qd_template_plan_update_json (json_object_get_member (self->object, "body"), minor);

  if (!(plan = qd_template_plan_new_from_json (json_object_get_member (self->object, "body"), path, error)))
    return FALSE;

  qd_template_plan_fill_record (plan, QD_TEMPLATE (self->draft));

  return TRUE;
}

static gboolean
set_columns (QdImportEntry *self,
             guint          minor,
             GError       **error)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (self->draft);

  if (self->type == QD_TYPE_TEMPLATE && !set_body (self, minor, error))
    return FALSE;

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const char *name = klass->columns[i].name;

      if (!json_object_has_member (self->object, name) ||
          (self->type == QD_TYPE_TEMPLATE && g_str_equal (name, "body")))
        continue;

      if (!qd_import_entry_set_member (self, name, error))
        return FALSE;
    }

  return TRUE;
}

/* What the records leave to those who write them. */
static gboolean
check_formats (QdImportEntry *self,
               GError       **error)
{
  g_autofree char *zone = NULL;
  GError          *reason = NULL;
  gint64           seconds;

  if (self->type == QD_TYPE_ACTIVITY)
    {
      QdActivity *activity = QD_ACTIVITY (self->draft);

      if (activity->begins_at != NULL && !qd_instant_parse (activity->begins_at, &seconds))
        return qd_import_entry_fail (self, "begins_at", _ ("must be an instant such as “2026-05-03T14:00:00Z”"), error);
    }

  if (self->type == QD_TYPE_ACTIVITY || self->type == QD_TYPE_CONTACT)
    g_object_get (self->draft, "time-zone", &zone, NULL);

  return zone == NULL || qd_zone_check (zone, &reason) || qd_import_entry_fail_with (self, "time_zone", reason, error);
}

/* The day of what may be an instant; whether it is one, the record says. */
static void
shift_instant (gpointer    draft,
               const char *name,
               const char *instant,
               int         n_days)
{
  g_autofree char *day_text = g_strndup (instant, DAY_LENGTH);
  g_autofree char *shifted = NULL;
  char             text[QD_DAY_TEXT_SIZE];
  int              day;

  if (!qd_day_parse (day_text, &day))
    return;

  qd_day_format (day + n_days, text);
  shifted = g_strconcat (text, instant + DAY_LENGTH, NULL);
  g_object_set (draft, name, shifted, NULL);
}

/* Moves every day, and with it what else says when. */
static void
shift_days (QdImportEntry *self,
            int            n_days)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (self->draft);

  for (guint i = 0; i < klass->n_columns && n_days != 0; i++)
    {
      const QdColumn *column = &klass->columns[i];
      gpointer        field = G_STRUCT_MEMBER_P (self->draft, column->offset);

      if (column->kind == QD_COLUMN_KIND_DAY && *(int *)field != QD_DAY_NONE)
        g_object_set (self->draft, column->name, *(int *)field + n_days, NULL);
      else if (g_str_equal (column->name, "created"))
        g_object_set (self->draft, "created", *(gint64 *)field + n_days * SECONDS_PER_DAY, NULL);
      else if (column->kind == QD_COLUMN_KIND_TEXT && g_str_has_suffix (column->name, "_at") && *(char **)field != NULL)
        shift_instant (self->draft, klass->pspecs[i]->name, *(char **)field, n_days);
    }
}

/* Finds out which record it is. */
gboolean
qd_import_entry_start (QdImportEntry *self,
                       JsonNode      *node,
                       GError       **error)
{
  JsonNode *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return qd_import_entry_fail (self, NULL, _ ("must be an object"), error);

  self->object = json_node_get_object (node);
  id = json_object_get_member (self->object, "id");

  if (id != NULL && json_node_get_value_type (id) == G_TYPE_STRING &&
      (self->draft = qd_import_create_draft (self->type, json_node_get_string (id))))
    return TRUE;

  return qd_import_entry_fail (
      self, "id", id != NULL ? _ ("must be 16 hexadecimal digits") : _ ("must be given"), error);
}

/* Before version 1.1, what is the work of a task now was its duration. */
static void
update_task (QdImportEntry *self,
             guint          minor)
{
  QdTask *task = QD_TASK (self->draft);

  if (minor > 0 || task->kind != QD_TASK_KIND_TASK || task->duration == QD_INTEGER_NONE)
    return;

  json_object_set_int_member (self->object, "work", task->duration);
  json_object_remove_member (self->object, "duration");
  g_object_set (task, "work", task->duration, "duration", QD_INTEGER_NONE, NULL);
}

/* Reads the columns of the record, and checks them. */
gboolean
qd_import_entry_fill (QdImportEntry *entry,
                      int            n_days,
                      guint          minor,
                      GError       **error)
{
  GError *reason = NULL;

  if (!check_keys (entry, error) || !check_required (entry, minor, error) || !set_columns (entry, minor, error) ||
      !check_formats (entry, error))
    return FALSE;

  if (entry->parent != NULL)
    qd_record_set_parent (entry->draft, qd_record_get_id (entry->parent->draft));

  if (entry->type == QD_TYPE_TASK)
    update_task (entry, minor);

  shift_days (entry, n_days);

  return qd_record_check (entry->draft, &reason) || qd_import_entry_fail_with (entry, NULL, reason, error);
}
