/* qd-template-from-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-template-from-plan"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-check-item.h"
#include "qd-contact.h"
#include "qd-link.h"
#include "qd-phase.h"
#include "qd-team-member.h"
#include "qd-template-plan.h"

/* A plan on its way to becoming a template. */
typedef struct
{
  QdPortfolio *portfolio;
  QdPlan      *plan;
  GHashTable  *roles; /* the words that owners have in the templates that ship */
} Source;

#define MAX_KEY 60

/* Returns: (transfer full): @text as a key, or @fallback where nothing of it is left */
static char *
create_key (const char *text,
            const char *fallback)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  g_autoptr(GString) key = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && key->len < MAX_KEY; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (key, g_ascii_tolower (*c));
      else if (key->len > 0 && key->str[key->len - 1] != '-')
        g_string_append_c (key, '-');
    }

  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);

  return g_strdup (key->len > 0 ? key->str : fallback);
}

static void
set_text (JsonObject *object,
          const char *key,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
}

static void
set_nick (JsonObject   *object,
          const char   *key,
          const QdNick *nicks,
          int           value)
{
  if (value != QD_ENUM_NONE)
    json_object_set_string_member (object, key, nicks[value].nick);
}

static void
set_day (Source     *source,
         JsonObject *object,
         const char *key,
         int         day)
{
  if (day != QD_DAY_NONE)
    json_object_set_int_member (object, key, day - source->plan->start);
}

static void
collect_roles (GHashTable *roles)
{
  g_autoptr(GPtrArray) templates = qd_templates_load_shipped (NULL);

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      QdTemplatePlan *template = g_ptr_array_index (templates, i);

      for (guint n = 0; n < template->tasks->len; n++)
        {
          QdTemplateTask *task = g_ptr_array_index (template->tasks, n);

          g_hash_table_add (roles, g_strdup (task->owner != NULL ? task->owner : ""));
          g_hash_table_add (roles, g_strdup (task->customer_owner != NULL ? task->customer_owner : ""));
        }
    }

  for (guint i = 0; qd_team_roles[i].nick != NULL; i++)
    {
      g_hash_table_add (roles, g_ascii_strup (qd_team_roles[i].nick, -1));
      g_hash_table_add (roles, g_strdup (_ (qd_team_roles[i].label)));
    }
}

/* A template names no person: the role of the one named, or nothing. */
static void
set_owner (Source     *source,
           JsonObject *object,
           const char *owner)
{
  GPtrArray *team = qd_portfolio_peek_children (source->portfolio, QD_TYPE_TEAM_MEMBER, source->plan->account);

  if (owner == NULL)
    return;

  for (guint i = 0; team != NULL && i < team->len; i++)
    {
      QdTeamMember    *member = g_ptr_array_index (team, i);
      g_autofree char *role = g_ascii_strup (qd_team_roles[member->role].nick, -1);

      if (g_str_equal (member->name, owner))
        {
          if (member->role != QD_TEAM_ROLE_OTHER)
            json_object_set_string_member (object, "owner", role);

          return;
        }
    }

  if (g_hash_table_contains (source->roles, owner))
    json_object_set_string_member (object, "owner", owner);
}

static void
set_customer_owner (Source     *source,
                    JsonObject *object,
                    const char *owner)
{
  GPtrArray *contacts = qd_portfolio_peek_children (source->portfolio, QD_TYPE_CONTACT, source->plan->account);

  if (owner == NULL)
    return;

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      QdContact *contact = g_ptr_array_index (contacts, i);

      if (g_str_equal (contact->name, owner))
        {
          set_text (object,
                    "customer_owner",
                    contact->sponsor    ? "Executive sponsor"
                    : contact->champion ? "Champion"
                    : contact->admin    ? "Customer admin"
                                        : contact->role);
          return;
        }
    }

  if (g_hash_table_contains (source->roles, owner))
    json_object_set_string_member (object, "customer_owner", owner);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  double first;
  double second;

  g_object_get (*(gpointer *)a, "position", &first, NULL);
  g_object_get (*(gpointer *)b, "position", &second, NULL);

  return (first > second) - (first < second);
}

/* Returns: (transfer container): the records of @type that are part of @parent, in their order */
static GPtrArray *
list_children (Source *source,
               GType   type,
               gint64  parent)
{
  GPtrArray *children = qd_portfolio_peek_children (source->portfolio, type, parent);
  GPtrArray *sorted = g_ptr_array_new ();

  if (children != NULL)
    g_ptr_array_extend (sorted, children, NULL, NULL);

  g_ptr_array_sort (sorted, compare_positions);

  return sorted;
}

static JsonArray *
add_list (JsonObject *object,
          const char *key)
{
  JsonArray *array = json_array_new ();

  json_object_set_array_member (object, key, array);

  return array;
}

static void
put_key (GHashTable *keys,
         gpointer    record,
         char       *key)
{
  gint64 id = qd_record_get_id (record);

  g_hash_table_insert (keys, g_memdup2 (&id, sizeof id), key);
}

/* Keys count up: names may be alike, and may change. */
static void
add_phases (Source *source,
            JsonObject *template,
            GHashTable *keys)
{
  g_autoptr(GPtrArray) phases = list_children (source, QD_TYPE_PHASE, qd_record_get_id (source->plan));
  JsonArray *array = add_list (template, "phases");

  for (guint i = 0; i < phases->len; i++)
    {
      QdPhase    *phase = g_ptr_array_index (phases, i);
      JsonObject *item = json_object_new ();
      char       *key = g_strdup_printf ("phase-%u", i + 1);

      json_object_set_string_member (item, "key", key);
      json_object_set_string_member (item, "name", phase->name);
      json_object_set_int_member (item, "first", phase->first);
      json_object_set_int_member (item, "last", phase->last);
      json_array_add_object_element (array, item);
      put_key (keys, phase, key);
    }
}

static void
add_objectives (Source *source,
                JsonObject *template,
                GHashTable *keys)
{
  g_autoptr(GPtrArray) objectives = list_children (source, QD_TYPE_OBJECTIVE, qd_record_get_id (source->plan));
  JsonArray *array = add_list (template, "objectives");

  for (guint i = 0; i < objectives->len; i++)
    {
      QdObjective *objective = g_ptr_array_index (objectives, i);
      JsonObject  *item = json_object_new ();
      char        *key = g_strdup_printf ("objective-%u", i + 1);

      json_object_set_string_member (item, "key", key);
      json_object_set_string_member (item, "name", objective->name);
      set_nick (item, "use_case", qd_use_cases, objective->use_case);
      set_nick (item, "priority", qd_objective_priorities, objective->priority);
      set_text (item, "baseline", objective->baseline);
      set_text (item, "criteria", objective->criteria);
      set_text (item, "impact", objective->impact);
      set_day (source, item, "due", objective->due);
      set_owner (source, item, objective->owner);
      set_customer_owner (source, item, objective->customer_owner);
      set_nick (item, "visibility", qd_visibilities, objective->visibility);
      json_array_add_object_element (array, item);
      put_key (keys, objective, key);
    }
}

static void
add_checklist (Source     *source,
               QdTask     *task,
               JsonObject *item)
{
  g_autoptr(GPtrArray) lines = list_children (source, QD_TYPE_CHECK_ITEM, qd_record_get_id (task));
  JsonArray *array;

  if (lines->len == 0)
    return;

  array = add_list (item, "checklist");

  for (guint i = 0; i < lines->len; i++)
    json_array_add_string_element (array, ((QdCheckItem *)g_ptr_array_index (lines, i))->title);
}

static void
set_count (JsonObject *object,
           const char *key,
           gint64      count)
{
  if (count != QD_INTEGER_NONE)
    json_object_set_int_member (object, key, count);
}

/* What @task waits for. */
static void
add_links (GPtrArray  *links,
           QdTask     *task,
           JsonObject *item,
           GHashTable *keys)
{
  JsonArray *array = NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      QdLink     *link = g_ptr_array_index (links, i);
      const char *from = g_hash_table_lookup (keys, &link->predecessor);
      JsonObject *object;

      if (link->successor != qd_record_get_id (task) || from == NULL)
        continue;

      array = array != NULL ? array : add_list (item, "links");
      object = json_object_new ();
      json_object_set_string_member (object, "from", from);
      set_nick (object, "kind", qd_link_kinds, link->kind);

      if (link->lag != 0)
        json_object_set_int_member (object, "lag", link->lag);

      if (link->elapsed)
        set_nick (object, "lag_time", qd_template_lag_times, 1);

      json_array_add_object_element (array, object);
    }
}

/* Only what others name needs a key. */
static void
add_task_keys (GPtrArray  *tasks,
               GPtrArray  *links,
               GHashTable *keys)
{
  g_autoptr(GHashTable) named = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; links != NULL && i < links->len; i++)
    g_hash_table_add (named, &QD_LINK (g_ptr_array_index (links, i))->predecessor);

  for (guint i = 0; i < tasks->len; i++)
    g_hash_table_add (named, &QD_TASK (g_ptr_array_index (tasks, i))->parent);

  for (guint i = 0; i < tasks->len; i++)
    {
      gint64 id = qd_record_get_id (g_ptr_array_index (tasks, i));

      if (g_hash_table_contains (named, &id))
        put_key (keys, g_ptr_array_index (tasks, i), g_strdup_printf ("task-%u", i + 1));
    }
}

static JsonObject *
create_task (Source     *source,
             QdTask     *task,
             GHashTable *keys)
{
  JsonObject *item = json_object_new ();
  gint64      id = qd_record_get_id (task);

  set_text (item, "key", g_hash_table_lookup (keys, &id));
  json_object_set_string_member (item, "title", task->title);
  set_text (item, "phase", g_hash_table_lookup (keys, &task->phase));
  set_text (item, "objective", g_hash_table_lookup (keys, &task->objective));
  set_text (item, "parent", g_hash_table_lookup (keys, &task->parent));
  set_nick (item, "kind", qd_task_kinds, task->kind);
  set_day (source, item, "start", task->start);
  set_count (item, "start_time", task->start_time);
  set_day (source, item, "due", task->due);
  set_count (item, "due_time", task->due_time);
  set_count (item, "duration", task->duration);
  set_count (item, "work", task->work);
  set_nick (item, "side", qd_task_sides, task->side);
  set_owner (source, item, task->owner);
  set_customer_owner (source, item, task->customer_owner);
  set_nick (item, "visibility", qd_visibilities, task->visibility);
  set_text (item, "content_module", task->content_module);
  set_text (item, "notes", task->notes);

  return item;
}

static void
add_tasks (Source *source,
           JsonObject *template,
           GHashTable *keys)
{
  gint64 plan = qd_record_get_id (source->plan);
  g_autoptr(GPtrArray) tasks = list_children (source, QD_TYPE_TASK, plan);
  GPtrArray *links = qd_portfolio_peek_children (source->portfolio, QD_TYPE_LINK, plan);
  JsonArray *array = add_list (template, "tasks");

  add_task_keys (tasks, links, keys);

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask     *task = g_ptr_array_index (tasks, i);
      JsonObject *item = create_task (source, task, keys);

      add_checklist (source, task, item);
      set_text (item, "source", task->source);
      add_links (links, task, item, keys);
      json_array_add_object_element (array, item);
    }
}

/**
 * qd_template_plan_new_from_plan:
 * @name: of the template
 *
 * What the plan is made of, without what became of it: no states, no progress,
 * no outcome, and roles for the people who own its parts. Someone who is known
 * to the account neither by role nor by name is left out.
 *
 * Returns: (transfer full) (nullable): the template, its days counted from the start
 */
QdTemplatePlan *
qd_template_plan_new_from_plan (QdPortfolio *portfolio,
                                QdPlan      *plan,
                                const char  *name,
                                GError     **error)
{
  g_autoptr(GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  JsonObject *template = json_object_new ();
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), template);
  g_autofree char *key = create_key (name, "template");
  Source           source = { portfolio, plan, roles };

  collect_roles (roles);
  json_object_set_string_member (template, "key", key);
  json_object_set_string_member (template, "name", name);
  set_nick (template, "plan_kind", qd_plan_kinds, plan->kind);
  set_nick (template, "anchor", qd_template_anchors, QD_TEMPLATE_ANCHOR_START);
  json_object_set_int_member (template, "days", plan->target - plan->start);
  set_text (template, "strategy", plan->strategy);
  add_phases (&source, template, keys);
  add_objectives (&source, template, keys);
  add_tasks (&source, template, keys);
  json_object_unref (template);

  return qd_template_plan_new_from_json (node, "template", error);
}
