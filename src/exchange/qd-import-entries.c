/* qd-import-entries.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-import-entries"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-exchange-tree.h"
#include "qd-import-entry.h"
#include "qd-json-field.h"
#include "qd-json-file.h"
#include "qd-record-json.h"
#include "qd-template-plan.h"

static guint
hash_entry (gconstpointer key)
{
  const QdImportEntry *self = key;
  gint64               id = qd_record_get_id (self->draft);

  return g_int64_hash (&id) ^ g_direct_hash (GSIZE_TO_POINTER (self->type));
}

static gboolean
equal_entries (gconstpointer a,
               gconstpointer b)
{
  const QdImportEntry *first = a;
  const QdImportEntry *second = b;

  return first->type == second->type && qd_record_get_id (first->draft) == qd_record_get_id (second->draft);
}

/* Returns: (transfer none) (nullable): the entry of that record */
QdImportEntry *
qd_import_entries_find (QdImportEntries *self,
                        GType            type,
                        gint64           id)
{
  g_autofree char *text = qd_record_format_id (id);
  g_autoptr(QdRecord) draft = qd_import_create_draft (type, text);
  QdImportEntry key = { .type = type, .draft = draft };

  return g_hash_table_lookup (self->by_id, &key);
}

static gboolean
add_entry (QdImportEntries *self,
           QdImportEntry   *entry,
           GError         **error)
{
  QdImportEntry   *other = g_hash_table_lookup (self->by_id, entry);
  g_autofree char *what = NULL;

  if (other == NULL)
    {
      g_hash_table_add (self->by_id, entry);
      return TRUE;
    }

  what = g_strdup_printf (_ ("has the id of %s"), other->path);

  return qd_import_entry_fail (entry, NULL, what, error);
}

static gboolean read_branch (QdImportEntries        *self,
                             QdImportEntry          *parent,
                             JsonObject             *object,
                             const QdExchangeBranch *branch,
                             const char             *path,
                             GError                **error);

/* Takes @path. */
static gboolean
read_entry (QdImportEntries *self,
            GType            type,
            QdImportEntry   *parent,
            JsonNode        *node,
            char            *path,
            GError         **error)
{
  QdImportEntry          *entry = g_new0 (QdImportEntry, 1);
  guint                   n_branches;
  const QdExchangeBranch *branches = qd_exchange_get_branches (type, &n_branches);

  entry->type = type;
  entry->parent = parent;
  entry->path = path;
  entry->listed = TRUE;
  g_ptr_array_add (self->entries, entry);

  if (!qd_import_entry_start (entry, node, error) || !add_entry (self, entry, error) || !qd_import_entry_fill (entry, self->n_days, self->minor, error))
    return FALSE;

  for (guint i = 0; i < n_branches; i++)
    {
      if (!read_branch (self, entry, entry->object, &branches[i], path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_branch (QdImportEntries        *self,
             QdImportEntry          *parent,
             JsonObject             *object,
             const QdExchangeBranch *branch,
             const char             *path,
             GError                **error)
{
  JsonNode        *node = json_object_get_member (object, branch->member);
  g_autofree char *list = qd_json_join (path, branch->member);
  JsonArray       *array;

  if (node == NULL && branch->since > self->minor)
    return TRUE;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return qd_json_fail (list, node == NULL ? _ ("must be given") : _ ("must be a list"), error);

  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_entry (
              self, branch->type, parent, json_array_get_element (array, i), qd_json_join_index (list, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_portfolio (QdImportEntries *self,
                JsonObject      *file,
                GError         **error)
{
  const char *const       keys[] = { "schema", "kind", "version", "audience", "as_of",
                                     "accounts", "calendars", "modules", "facts", "entries", "marks", "references", "views", "templates", NULL };
  const char             *as_of = NULL;
  int                     day;
  guint                   n_roots;
  const QdExchangeBranch *roots = qd_exchange_get_roots (&n_roots);

  if (!qd_json_check_keys (file, keys, "", error))
    return FALSE;

  if (json_object_has_member (file, "as_of") &&
      (!(as_of = qd_json_get_text (file, "as_of", "", error)) || !qd_day_parse (as_of, &day)))
    return as_of != NULL ? qd_json_fail ("as_of", _ ("must be a day such as “2026-05-03”"), error) : FALSE;

  for (guint i = 0; i < n_roots; i++)
    {
      if (!read_branch (self, NULL, file, &roots[i], "", error))
        return FALSE;
    }

  return TRUE;
}

/* The line that says whose plan it is: a name, or the codename alone. */
static gboolean
read_account_line (QdImportEntries *self,
                   JsonNode        *node,
                   GError         **error)
{
  const char *const keys[] = { "id", "name", "codename", NULL };
  QdImportEntry    *entry = g_new0 (QdImportEntry, 1);
  GError           *reason = NULL;

  entry->type = QD_TYPE_ACCOUNT;
  entry->path = g_strdup ("account");
  g_ptr_array_add (self->entries, entry);

  if (!qd_import_entry_start (entry, node, error) || !add_entry (self, entry, error) ||
      !qd_json_check_keys (entry->object, keys, "account", error))
    return FALSE;

  for (guint i = 1; keys[i] != NULL; i++)
    {
      if (json_object_has_member (entry->object, keys[i]) && !qd_import_entry_set_member (entry, keys[i], error))
        return FALSE;
    }

  if (QD_ACCOUNT (entry->draft)->name == NULL)
    g_object_set (entry->draft, "name", QD_ACCOUNT (entry->draft)->codename, NULL);

  return qd_record_check (entry->draft, &reason) || qd_import_entry_fail_with (entry, NULL, reason, error);
}

static gboolean
read_plan (QdImportEntries *self,
           JsonObject      *file,
           GError         **error)
{
  const char *const keys[] = { "schema", "kind", "version", "audience", "account", "plan", NULL };

  if (!qd_json_check_keys (file, keys, "", error))
    return FALSE;

  if (!json_object_has_member (file, "account") || !json_object_has_member (file, "plan"))
    return qd_json_fail (json_object_has_member (file, "account") ? "plan" : "account", _ ("must be given"), error);

  return read_account_line (self, json_object_get_member (file, "account"), error) &&
         read_entry (self,
                     QD_TYPE_PLAN,
                     g_ptr_array_index (self->entries, 0),
                     json_object_get_member (file, "plan"),
                     g_strdup ("plan"),
                     error);
}

static gboolean
read_account (QdImportEntries *self,
              JsonObject      *file,
              GError         **error)
{
  const char *const keys[] = { "schema", "kind", "version", "audience", "account", NULL };

  if (!qd_json_check_keys (file, keys, "", error))
    return FALSE;

  if (!json_object_has_member (file, "account"))
    return qd_json_fail ("account", _ ("must be given"), error);

  return read_entry (
      self, QD_TYPE_ACCOUNT, NULL, json_object_get_member (file, "account"), g_strdup ("account"), error);
}

/* A template has no id in a file of its own: it is known by its name. */
static gboolean
read_template (QdImportEntries *self,
               JsonObject      *file,
               GError         **error)
{
  const char *const keys[] = { "schema", "kind", "version", "audience", "template", NULL };
  g_autoptr(QdTemplatePlan) plan = NULL;
  QdImportEntry *entry;

  if (!qd_json_check_keys (file, keys, "", error))
    return FALSE;

  if (!json_object_has_member (file, "template"))
    return qd_json_fail ("template", _ ("must be given"), error);

  qd_template_plan_update_json (json_object_get_member (file, "template"), self->minor);

  if (!(plan = qd_template_plan_new_from_json (json_object_get_member (file, "template"), "template", error)))
    return FALSE;

  entry = g_new0 (QdImportEntry, 1);
  entry->type = QD_TYPE_TEMPLATE;
  entry->path = g_strdup ("template");
  entry->object = json_object_get_object_member (file, "template");
  entry->listed = TRUE;
  entry->draft = qd_record_new_draft (QD_TYPE_TEMPLATE);
  qd_template_plan_fill_record (plan, QD_TEMPLATE (entry->draft));
  g_ptr_array_add (self->entries, entry);

  return add_entry (self, entry, error);
}

static gboolean
read_audience (QdImportEntries *self,
               JsonObject      *file,
               GError         **error)
{
  const char *nick;
  int         audience;

  if (!json_object_has_member (file, "audience"))
    return TRUE;

  if (!(nick = qd_json_get_text (file, "audience", "", error)))
    return FALSE;

  if ((audience = qd_nicks_parse (qd_audiences, nick)) == QD_ENUM_NONE)
    return qd_json_fail ("audience", _ ("must be one of: me, internal, customer"), error);

  self->audience = audience;

  return TRUE;
}

static gboolean
read_file (QdImportEntries *self,
           JsonObject      *file,
           GError         **error)
{
  const char *kind = qd_json_file_get_kind (file);

  self->minor = qd_json_file_get_minor (file);

  if (!read_audience (self, file, error))
    return FALSE;

  if (g_str_equal (kind, "portfolio"))
    return read_portfolio (self, file, error);

  if (g_str_equal (kind, "account"))
    return read_account (self, file, error);

  return g_str_equal (kind, "plan") ? read_plan (self, file, error) : read_template (self, file, error);
}

/**
 * qd_import_entries_read:
 * @root: as qd_json_read() gives it
 * @n_days: by which every day is to be moved
 *
 * Returns: (transfer full) (nullable): all that the file holds
 */
QdImportEntries *
qd_import_entries_read (JsonNode *root,
                        int       n_days,
                        GError  **error)
{
  g_autoptr(QdImportEntries) self = g_new0 (QdImportEntries, 1);
  JsonObject *file = qd_json_file_open (root, error);

  self->root = json_node_ref (root);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_import_entry_free);
  self->by_id = g_hash_table_new (hash_entry, equal_entries);
  self->n_days = n_days;

  if (file == NULL || !read_file (self, file, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_import_entries_free (QdImportEntries *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}
