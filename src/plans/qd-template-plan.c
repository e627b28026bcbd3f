/* qd-template-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-template-plan"

#include "qd-template-plan.h"

#include <glib/gi18n.h>

#include "qd-json-field.h"
#include "qd-json-file.h"
#include "qd-link.h"

#define SHIPPED_FOLDER "/io/gitlab/quarterdeck/Quarterdeck/templates"

G_DEFINE_FINAL_TYPE (QdTemplatePlan, qd_template_plan, G_TYPE_OBJECT)

const QdNick qd_template_anchors[] = {
  { "start", N_ ("From the start") },
  { "target", N_ ("Back from the target") },
  { NULL },
};

#define FIELD(Type, field, Kind, ...) \
  { .key = #field, .kind = QD_JSON_FIELD_##Kind, .offset = G_STRUCT_OFFSET (Type, field), ##__VA_ARGS__ }
#define NICK(Type, field, nicks_, ...) FIELD (Type, field, NICK, .nicks = nicks_, ##__VA_ARGS__)
#define ITEMS(Type, field, shape_, ...) FIELD (Type, field, ITEMS, .shape = &shape_, ##__VA_ARGS__)
#define SHAPE(Type, fields) { sizeof (Type), fields, G_N_ELEMENTS (fields) }

const QdNick qd_template_lag_times[] = {
  { "working", N_ ("Working Time") },
  { "elapsed", N_ ("Day and Night") },
  { NULL },
};

static const QdJsonField phase_fields[] = {
  FIELD (QdTemplatePhase, key, KEY, .required = TRUE),
  FIELD (QdTemplatePhase, name, LINE, .required = TRUE),
  FIELD (QdTemplatePhase, first, NUMBER, .required = TRUE),
  FIELD (QdTemplatePhase, last, NUMBER, .required = TRUE),
};

static const QdJsonField objective_fields[] = {
  FIELD (QdTemplateObjective, key, KEY, .required = TRUE),
  FIELD (QdTemplateObjective, name, LINE, .required = TRUE),
  NICK (QdTemplateObjective, use_case, qd_use_cases),
  NICK (QdTemplateObjective, priority, qd_objective_priorities),
  FIELD (QdTemplateObjective, baseline, TEXT),
  FIELD (QdTemplateObjective, criteria, TEXT),
  FIELD (QdTemplateObjective, impact, TEXT),
  FIELD (QdTemplateObjective, due, NUMBER),
  FIELD (QdTemplateObjective, owner, LINE),
  FIELD (QdTemplateObjective, customer_owner, LINE),
  NICK (QdTemplateObjective, visibility, qd_visibilities, .required = TRUE),
};

static const QdJsonField link_fields[] = {
  FIELD (QdTemplateLink, from, KEY, .required = TRUE),
  NICK (QdTemplateLink, kind, qd_link_kinds, .required = TRUE),
  FIELD (QdTemplateLink, lag, MINUTES),
  NICK (QdTemplateLink, lag_time, qd_template_lag_times),
};

static const QdJsonShape link_shape = SHAPE (QdTemplateLink, link_fields);

static const QdJsonField task_fields[] = {
  FIELD (QdTemplateTask, key, KEY),
  FIELD (QdTemplateTask, title, LINE, .required = TRUE),
  FIELD (QdTemplateTask, phase, KEY),
  FIELD (QdTemplateTask, objective, KEY),
  FIELD (QdTemplateTask, parent, KEY),
  NICK (QdTemplateTask, kind, qd_task_kinds, .required = TRUE),
  FIELD (QdTemplateTask, start, NUMBER),
  FIELD (QdTemplateTask, start_time, COUNT),
  FIELD (QdTemplateTask, due, NUMBER),
  FIELD (QdTemplateTask, due_time, COUNT),
  FIELD (QdTemplateTask, duration, COUNT),
  FIELD (QdTemplateTask, work, COUNT),
  NICK (QdTemplateTask, side, qd_task_sides),
  FIELD (QdTemplateTask, owner, LINE),
  FIELD (QdTemplateTask, customer_owner, LINE),
  NICK (QdTemplateTask, visibility, qd_visibilities, .required = TRUE),
  FIELD (QdTemplateTask, content_module, LINE),
  FIELD (QdTemplateTask, notes, TEXT),
  FIELD (QdTemplateTask, checklist, LINES),
  FIELD (QdTemplateTask, source, LINE),
  ITEMS (QdTemplateTask, links, link_shape),
};

static const QdJsonField source_fields[] = {
  FIELD (QdTemplateSource, key, KEY, .required = TRUE),
  FIELD (QdTemplateSource, title, LINE, .required = TRUE),
  FIELD (QdTemplateSource, url, ADDRESS),
  FIELD (QdTemplateSource, checked, DAY, .required = TRUE),
};

static const QdJsonShape phase_shape = SHAPE (QdTemplatePhase, phase_fields);
static const QdJsonShape objective_shape = SHAPE (QdTemplateObjective, objective_fields);
static const QdJsonShape task_shape = SHAPE (QdTemplateTask, task_fields);
static const QdJsonShape source_shape = SHAPE (QdTemplateSource, source_fields);

static const QdJsonField plan_fields[] = {
  FIELD (QdTemplatePlan, key, KEY, .required = TRUE),
  FIELD (QdTemplatePlan, name, LINE, .required = TRUE),
  NICK (QdTemplatePlan, plan_kind, qd_plan_kinds, .required = TRUE),
  FIELD (QdTemplatePlan, summary, LINE),
  NICK (QdTemplatePlan, anchor, qd_template_anchors, .required = TRUE),
  FIELD (QdTemplatePlan, days, NUMBER, .required = TRUE),
  FIELD (QdTemplatePlan, strategy, TEXT),
  ITEMS (QdTemplatePlan, phases, phase_shape, .required = TRUE),
  ITEMS (QdTemplatePlan, objectives, objective_shape, .required = TRUE),
  ITEMS (QdTemplatePlan, tasks, task_shape, .required = TRUE),
  ITEMS (QdTemplatePlan, sources, source_shape),
};

static const QdJsonShape plan_shape = SHAPE (QdTemplatePlan, plan_fields);

static void
qd_template_plan_finalize (GObject *object)
{
  qd_json_shape_clear (&plan_shape, object);

  G_OBJECT_CLASS (qd_template_plan_parent_class)->finalize (object);
}

static void
qd_template_plan_class_init (QdTemplatePlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_template_plan_finalize;
}

static void
qd_template_plan_init (QdTemplatePlan *self)
{
  qd_json_shape_init (&plan_shape, self);
}

static gboolean
check_phases (QdTemplatePlan *self,
              const char     *path,
              GHashTable     *keys,
              GError        **error)
{
  for (guint i = 0; i < self->phases->len; i++)
    {
      QdTemplatePhase *phase = g_ptr_array_index (self->phases, i);
      g_autofree char *list = qd_json_join (path, "phases");
      g_autofree char *child = qd_json_join_index (list, i);

      if (phase->last < phase->first)
        return qd_json_fail (child, _ ("must not end before it begins"), error);

      if (!g_hash_table_add (keys, phase->key))
        return qd_json_fail (child, _ ("has the key of another phase"), error);
    }

  return TRUE;
}

static gboolean
check_objectives (QdTemplatePlan *self,
                  const char     *path,
                  GHashTable     *keys,
                  GError        **error)
{
  for (guint i = 0; i < self->objectives->len; i++)
    {
      QdTemplateObjective *objective = g_ptr_array_index (self->objectives, i);
      g_autofree char     *list = qd_json_join (path, "objectives");
      g_autofree char     *child = qd_json_join_index (list, i);

      if (!g_hash_table_add (keys, objective->key))
        return qd_json_fail (child, _ ("has the key of another objective"), error);
    }

  return TRUE;
}

static gboolean
is_time (gint64 minute)
{
  return minute == QD_INTEGER_NONE || minute <= QD_MINUTES_PER_DAY;
}

/* @keys: of the tasks */
static const char *
find_task_mistake (QdTemplateTask *task,
                   GHashTable     *phases,
                   GHashTable     *objectives,
                   GHashTable     *keys)
{
  if (task->start != QD_DAY_NONE && task->due != QD_DAY_NONE && task->due < task->start)
    return _ ("must not be due before it starts");

  if (!is_time (task->start_time) || !is_time (task->due_time))
    return _ ("has a time that is no minute of a day");

  if (task->phase != NULL && !g_hash_table_contains (phases, task->phase))
    return _ ("names a phase that the template does not have");

  if (task->objective != NULL && !g_hash_table_contains (objectives, task->objective))
    return _ ("names an objective that the template does not have");

  if (task->parent != NULL && g_hash_table_lookup (keys, task->parent) == NULL)
    return _ ("names a summary that the template does not have");

  for (guint i = 0; i < task->links->len; i++)
    {
      QdTemplateLink *link = g_ptr_array_index (task->links, i);

      if (g_hash_table_lookup (keys, link->from) == NULL || g_hash_table_lookup (keys, link->from) == task)
        return _ ("waits for a task that the template does not have");
    }

  return NULL;
}

static gboolean
check_tasks (QdTemplatePlan *self,
             const char     *path,
             GHashTable     *phases,
             GHashTable     *objectives,
             GError        **error)
{
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *list = qd_json_join (path, "tasks");

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdTemplateTask  *task = g_ptr_array_index (self->tasks, i);
      g_autofree char *child = qd_json_join_index (list, i);

      if (task->key != NULL && !g_hash_table_insert (keys, task->key, task))
        return qd_json_fail (child, _ ("has the key of another task"), error);
    }

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdTemplateTask  *task = g_ptr_array_index (self->tasks, i);
      g_autofree char *child = qd_json_join_index (list, i);
      const char      *mistake = find_task_mistake (task, phases, objectives, keys);

      if (mistake != NULL)
        return qd_json_fail (child, mistake, error);
    }

  return TRUE;
}

/* What a table of fields cannot say. */
static gboolean
check_rules (QdTemplatePlan *self,
             const char     *path,
             GError        **error)
{
  g_autoptr(GHashTable) phases = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) objectives = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *days = qd_json_join (path, "days");

  if (self->days < 0)
    return qd_json_fail (days, _ ("must not be less than 0"), error);

  return check_phases (self, path, phases, error) && check_objectives (self, path, objectives, error) &&
         check_tasks (self, path, phases, objectives, error);
}

/**
 * qd_template_plan_update_json:
 * @node: (nullable): a template, as a file of version 1.@minor has it
 *
 * Makes it one of this version. Before 1.1, what is the work of a task now was its
 * duration.
 */
void
qd_template_plan_update_json (JsonNode *node,
                              guint     minor)
{
  JsonNode  *tasks = minor == 0 && node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "tasks") : NULL;
  JsonArray *array = tasks != NULL && JSON_NODE_HOLDS_ARRAY (tasks) ? json_node_get_array (tasks) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode   *item = json_array_get_element (array, i);
      JsonObject *task = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;

      if (task == NULL || !json_object_has_member (task, "duration") || json_object_has_member (task, "work") ||
          g_strcmp0 (json_object_get_string_member_with_default (task, "kind", NULL), "task") != 0)
        continue;

      json_object_set_member (task, "work", json_object_dup_member (task, "duration"));
      json_object_remove_member (task, "duration");
    }
}

/**
 * qd_template_plan_new_from_json:
 * @node: the template, without the frame of a file
 * @path: where it is, for messages
 *
 * Returns: (transfer full) (nullable): the template
 */
QdTemplatePlan *
qd_template_plan_new_from_json (JsonNode   *node,
                                const char *path,
                                GError    **error)
{
  g_autoptr(QdTemplatePlan) self = g_object_new (QD_TYPE_TEMPLATE_PLAN, NULL);

  if (!qd_json_shape_read (&plan_shape, self, node, path, error) || !check_rules (self, path, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Returns: (transfer full) (nullable): the template in a file's @bytes */
QdTemplatePlan *
qd_template_plan_new_from_bytes (GBytes  *bytes,
                                 GError **error)
{
  const char *const keys[] = { "schema", "kind", "version", "template", NULL };
  g_autoptr(JsonNode) root = NULL;
  JsonObject *file;

  if (!(root = qd_json_read (bytes, error)) || !(file = qd_json_file_open (root, error)))
    return NULL;

  if (!g_str_equal (qd_json_file_get_kind (file), "template"))
    {
      g_set_error_literal (error, QD_JSON_ERROR, QD_JSON_ERROR_NOT_OURS, _ ("The file does not hold a template"));
      return NULL;
    }

  if (!qd_json_check_keys (file, keys, "", error))
    return NULL;

  if (!json_object_has_member (file, "template"))
    {
      qd_json_fail ("template", _ ("must be given"), error);
      return NULL;
    }

  qd_template_plan_update_json (json_object_get_member (file, "template"), qd_json_file_get_minor (file));

  return qd_template_plan_new_from_json (json_object_get_member (file, "template"), "template", error);
}

/* Returns: (transfer full) (nullable): a person's own template */
QdTemplatePlan *
qd_template_plan_new_from_record (QdTemplate *record,
                                  GError    **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  QdTemplatePlan *self;

  g_return_val_if_fail (QD_IS_TEMPLATE (record), NULL);

  bytes = g_bytes_new (record->body, strlen (record->body));

  if (!(node = qd_json_read (bytes, error)) || !(self = qd_template_plan_new_from_json (node, "template", error)))
    {
      g_prefix_error (error, _ ("The template “%s” cannot be read: "), record->name);
      return NULL;
    }

  self->id = qd_record_get_id (record);
  g_set_str (&self->name, record->name);

  return self;
}

/* Returns: (transfer full): the template, without the frame of a file */
JsonNode *
qd_template_plan_to_json (QdTemplatePlan *self)
{
  g_return_val_if_fail (QD_IS_TEMPLATE_PLAN (self), NULL);

  return qd_json_shape_write (&plan_shape, self);
}

/* Returns: (transfer full): a file that holds the template */
GBytes *
qd_template_plan_to_bytes (QdTemplatePlan *self)
{
  JsonObject *file = qd_json_file_new_object ("template");
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), file);

  json_object_set_member (file, "template", qd_template_plan_to_json (self));
  json_object_unref (file);

  return qd_json_write (root);
}

/* Returns: (transfer full): the same under another name, and nobody's record yet */
QdTemplatePlan *
qd_template_plan_dup_renamed (QdTemplatePlan *self,
                              const char     *name)
{
  g_autoptr(JsonNode) node = qd_template_plan_to_json (self);
  QdTemplatePlan *copy = qd_template_plan_new_from_json (node, "template", NULL);

  g_return_val_if_fail (copy != NULL, NULL);

  g_set_str (&copy->name, name);

  return copy;
}

/* Makes @draft the record that keeps @self. */
void
qd_template_plan_fill_record (QdTemplatePlan *self,
                              QdTemplate     *draft)
{
  g_autoptr(JsonNode) node = qd_template_plan_to_json (self);
  g_autoptr(GBytes) bytes = qd_json_write (node);
  g_autofree char *body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_object_set (draft, "name", self->name, "body", body, NULL);
}

static QdTemplatePlan *
load_shipped (const char *file,
              GError    **error)
{
  g_autofree char *path = g_build_path ("/", SHIPPED_FOLDER, file, NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  QdTemplatePlan *self = NULL;

  if (bytes == NULL || !(self = qd_template_plan_new_from_bytes (bytes, error)))
    g_prefix_error (error, _ ("The template “%s” cannot be read: "), file);

  return self;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(QdTemplatePlan **)a)->name, (*(QdTemplatePlan **)b)->name);
}

/* Returns: (transfer full) (nullable) (element-type QdTemplatePlan): the templates
 *   that ship with the app, by name */
GPtrArray *
qd_templates_load_shipped (GError **error)
{
  g_auto(GStrv) files = g_resources_enumerate_children (SHIPPED_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(GPtrArray) templates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      QdTemplatePlan *self = load_shipped (files[i], error);

      if (self == NULL)
        return NULL;

      g_ptr_array_add (templates, self);
    }

  g_ptr_array_sort (templates, compare_names);

  return files != NULL ? g_steal_pointer (&templates) : NULL;
}

/* Returns: (transfer full): three phases of thirty days, and nothing in them */
QdTemplatePlan *
qd_template_plan_new_blank (void)
{
  QdTemplatePlan   *self = g_object_new (QD_TYPE_TEMPLATE_PLAN, NULL);
  const char *const names[] = { N_ ("Days 1–30"), N_ ("Days 31–60"), N_ ("Days 61–90") };

  g_set_str (&self->key, "blank");
  g_set_str (&self->name, _ ("Blank 30/60/90"));
  g_set_str (&self->summary, _ ("Three phases of thirty days, and nothing in them yet."));
  self->plan_kind = QD_PLAN_KIND_SUCCESS;
  self->anchor = QD_TEMPLATE_ANCHOR_START;
  self->days = 90;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      QdTemplatePhase *phase = qd_json_shape_add_item (&phase_shape, self->phases);

      phase->key = g_strdup_printf ("day-%u", 30 * (i + 1));
      phase->name = g_strdup (_ (names[i]));
      phase->first = 30 * i;
      phase->last = 30 * i + 29;
    }

  return self;
}
