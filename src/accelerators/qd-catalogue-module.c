/* qd-catalogue-module.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-catalogue-module"

#include "qd-catalogue-module.h"

#include <glib/gi18n.h>

#include "qd-duration.h"
#include "qd-json-field.h"
#include "qd-json-file.h"
#include "qd-search-key.h"

#define SHIPPED_FILE "/io/gitlab/quarterdeck/Quarterdeck/catalogue/modules.json"

G_DEFINE_FINAL_TYPE (QdCatalogueModule, qd_catalogue_module, G_TYPE_OBJECT)

#define FIELD(field, Kind, ...) \
  { .key = #field, .kind = QD_JSON_FIELD_##Kind, .offset = G_STRUCT_OFFSET (QdCatalogueModule, field), ##__VA_ARGS__ }
#define NICK(field, nicks_, ...) FIELD (field, NICK, .nicks = nicks_, ##__VA_ARGS__)

static const QdJsonField fields[] = {
  FIELD (key, KEY, .required = TRUE),
  NICK (category, qd_module_categories, .required = TRUE),
  FIELD (name, LINE, .required = TRUE),
  FIELD (description, TEXT),
  FIELD (outcome, TEXT),
  NICK (kind, qd_module_kinds, .required = TRUE),
  NICK (accelerator, qd_accelerators),
  FIELD (duration, COUNT),
  FIELD (phases, LINES),
  FIELD (tasks, LINES),
  FIELD (deliverable, LINE),
  FIELD (listed, LINES),
  FIELD (source, LINE),
  FIELD (url, ADDRESS),
  FIELD (checked, DAY),
};

static const QdJsonShape shape = { sizeof (QdCatalogueModule), fields, G_N_ELEMENTS (fields) };

static void
qd_catalogue_module_finalize (GObject *object)
{
  qd_json_shape_clear (&shape, object);

  G_OBJECT_CLASS (qd_catalogue_module_parent_class)->finalize (object);
}

static void
qd_catalogue_module_class_init (QdCatalogueModuleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_catalogue_module_finalize;
}

static void
qd_catalogue_module_init (QdCatalogueModule *self)
{
  qd_json_shape_init (&shape, self);
}

static GPtrArray *
read_modules (JsonObject *file,
              GError    **error)
{
  const char *const keys[] = { "schema", "kind", "version", "modules", NULL };
  g_autoptr(GPtrArray) modules = g_ptr_array_new_with_free_func (g_object_unref);
  JsonNode  *list = json_object_get_member (file, "modules");
  JsonArray *array;

  if (!qd_json_check_keys (file, keys, "", error))
    return NULL;

  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      qd_json_fail ("modules", _ ("must be a list"), error);
      return NULL;
    }

  array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      QdCatalogueModule *module = g_object_new (QD_TYPE_CATALOGUE_MODULE, NULL);
      g_autofree char   *path = qd_json_join_index ("modules", i);

      g_ptr_array_add (modules, module);
      module->position = i;

      if (!qd_json_shape_read (&shape, module, json_array_get_element (array, i), path, error))
        return NULL;
    }

  return g_steal_pointer (&modules);
}

/* Returns: (transfer full) (nullable) (element-type QdCatalogueModule): the modules that
 *   ship with the app, in the order of their list */
GPtrArray *
qd_catalogue_load_shipped (GError **error)
{
  g_autoptr(GBytes) bytes = g_resources_lookup_data (SHIPPED_FILE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(JsonNode) root = bytes != NULL ? qd_json_read (bytes, error) : NULL;
  JsonObject *file = root != NULL ? qd_json_file_open_as (root, "catalogue", error) : NULL;
  GPtrArray  *modules = file != NULL ? read_modules (file, error) : NULL;

  if (modules == NULL)
    g_prefix_error (error, _ ("The catalogue cannot be read: "));

  return modules;
}

/* Returns: (transfer full) (nullable): the lines of @text that say something */
static char **
split_lines (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;

      g_strv_builder_add (builder, lines[i]);
      n_lines++;
    }

  return n_lines > 0 ? g_strv_builder_end (builder) : NULL;
}

/**
 * qd_catalogue_module_new_from_record:
 * @shipped: (nullable): what ships under the same key
 *
 * Returns: (transfer full): the module as @record has it
 */
QdCatalogueModule *
qd_catalogue_module_new_from_record (QdContentModule   *record,
                                     QdCatalogueModule *shipped)
{
  QdCatalogueModule *self;

  g_return_val_if_fail (QD_IS_CONTENT_MODULE (record), NULL);

  self = g_object_new (QD_TYPE_CATALOGUE_MODULE, NULL);
  self->state = shipped != NULL ? QD_MODULE_STATE_EDITED : QD_MODULE_STATE_OWN;
  self->id = qd_record_get_id (record);
  self->key = g_strdup (record->key);
  self->category = record->category;
  self->name = g_strdup (record->name);
  self->description = g_strdup (record->description);
  self->outcome = g_strdup (record->outcome);
  self->kind = record->kind;
  self->accelerator = record->accelerator;
  self->duration = record->duration;
  self->phases = split_lines (record->phases);
  self->tasks = split_lines (record->tasks);
  self->deliverable = g_strdup (record->deliverable);
  self->source = g_strdup (record->source);
  self->checked = record->checked;
  self->position = record->position;

  /* It stands where the other did. */
  if (shipped != NULL)
    {
      self->position = shipped->position;
      self->listed = g_strdupv (shipped->listed);
      self->url = g_strdup (shipped->url);
    }

  return self;
}

/* Makes @draft say what @self does. */
void
qd_catalogue_module_fill_record (QdCatalogueModule *self,
                                 QdContentModule   *draft)
{
  g_autofree char *phases = NULL;
  g_autofree char *tasks = NULL;

  g_return_if_fail (QD_IS_CATALOGUE_MODULE (self));
  g_return_if_fail (QD_IS_CONTENT_MODULE (draft));

  phases = self->phases != NULL ? g_strjoinv ("\n", self->phases) : NULL;
  tasks = self->tasks != NULL ? g_strjoinv ("\n", self->tasks) : NULL;
  g_object_set (draft,
                "key", self->key,
                "category", self->category,
                "name", self->name,
                "description", self->description,
                "outcome", self->outcome,
                "kind", self->kind,
                "accelerator", self->accelerator,
                "duration", self->duration,
                "phases", phases,
                "tasks", tasks,
                "deliverable", self->deliverable,
                "source", self->source,
                "checked", self->checked,
                "position", self->position,
                NULL);
}

/* Whether both say the same. */
gboolean
qd_catalogue_module_equal (QdCatalogueModule *self,
                           QdCatalogueModule *other)
{
  g_autoptr(JsonNode) mine = NULL;
  g_autoptr(JsonNode) others = NULL;

  g_return_val_if_fail (QD_IS_CATALOGUE_MODULE (self) && QD_IS_CATALOGUE_MODULE (other), FALSE);

  if (self == other)
    return TRUE;

  if (self->id != other->id || self->state != other->state || self->position != other->position)
    return FALSE;

  mine = qd_json_shape_write (&shape, self);
  others = qd_json_shape_write (&shape, other);

  return json_node_equal (mine, others);
}

/**
 * qd_catalogue_module_get_minutes:
 *
 * Returns: how much of the customer's working time it takes. Where that is not said, what
 *   is usual: a session of 60 to 90 minutes counts 90, a lab of 90 to 120 counts 120 (Success
 *   Services page); a deep dive is taken as a week, a programme as two days in each of ten weeks
 */
gint64
qd_catalogue_module_get_minutes (QdCatalogueModule *self)
{
  g_return_val_if_fail (QD_IS_CATALOGUE_MODULE (self), 0);

  if (self->duration != QD_INTEGER_NONE && self->duration > 0)
    return self->duration;

  switch (self->kind)
    {
    case QD_MODULE_KIND_LAB:
      return 120;

    case QD_MODULE_KIND_DEEP_DIVE:
      return QD_DURATION_WEEK;

    case QD_MODULE_KIND_PROGRAMME:
      return 20 * QD_DURATION_DAY;

    case QD_MODULE_KIND_SESSION:
    default:
      return 90;
    }
}

/* Whether people meet for it, as they do for a session and a lab. */
gboolean
qd_catalogue_module_is_meeting (QdCatalogueModule *self)
{
  g_return_val_if_fail (QD_IS_CATALOGUE_MODULE (self), FALSE);

  return self->kind == QD_MODULE_KIND_SESSION || self->kind == QD_MODULE_KIND_LAB;
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
}

/* @words: as qd_search_split() gives them; each must be somewhere in the module */
gboolean
qd_catalogue_module_matches (QdCatalogueModule *self,
                             const char *const *words)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *key = NULL;

  g_return_val_if_fail (QD_IS_CATALOGUE_MODULE (self), FALSE);

  append_line (text, self->name);
  append_line (text, _ (qd_nicks_get_label (qd_module_categories, self->category)));
  append_line (text, self->description);
  append_line (text, self->outcome);

  for (guint i = 0; self->tasks != NULL && self->tasks[i] != NULL; i++)
    append_line (text, self->tasks[i]);

  key = qd_search_fold (text->str);

  return qd_search_matches (key, words);
}
