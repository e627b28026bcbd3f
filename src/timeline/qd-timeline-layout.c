/* qd-timeline-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-layout"

#include "qd-timeline-layout.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

const QdNick qd_timeline_sides[] = {
  { "both", N_ ("Table and Chart") },
  { "chart", N_ ("Chart") },
  { "table", N_ ("Table") },
  { NULL },
};

const QdNick qd_timeline_filters[] = {
  { "open", N_ ("Open") },
  { "late", N_ ("Late") },
  { "critical", N_ ("Critical") },
  { "ours", N_ ("Ours") },
  { "theirs", N_ ("The Customer’s") },
  { "quarter", N_ ("This Quarter") },
  { NULL },
};

const QdNick qd_timeline_shows[] = {
  { "links", N_ ("Links") },
  { "float", N_ ("Float") },
  { "critical", N_ ("Critical Tasks") },
  { "baseline", N_ ("Baseline") },
  { "bands", N_ ("Holidays, Freezes and Maintenance") },
  { "labels", N_ ("Titles on Bars") },
  { "releases", N_ ("Releases of Dedicated") },
  { NULL },
};

const QdTimelineLayout qd_timeline_layout_usual = {
  .grouping = QD_TIMELINE_GROUPING_PHASE,
  .sort = QD_TIMELINE_SORT_PLAN,
  .show = QD_TIMELINE_SHOW_USUAL,
  .sides = QD_TIMELINE_SIDES_BOTH,
};

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_bits (JsonBuilder  *builder,
          const char   *name,
          const QdNick *nicks,
          guint         bits)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);

  for (int i = 0; nicks[i].nick != NULL; i++)
    if (bits & (1u << i))
      json_builder_add_string_value (builder, nicks[i].nick);

  json_builder_end_array (builder);
}

/* Returns: (transfer full): by names, so that another version can read what it knows of it */
char *
qd_timeline_layout_to_json (const QdTimelineLayout *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "grouping", qd_timeline_groupings[self->grouping].nick);
  add_string (builder, "sort", qd_timeline_sorts[self->sort].nick);
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, self->descending);
  add_string (builder, "sides", qd_timeline_sides[self->sides].nick);
  add_bits (builder, "filter", qd_timeline_filters, self->filter);
  add_bits (builder, "show", qd_timeline_shows, self->show);
  json_builder_set_member_name (builder, "hidden");
  json_builder_begin_array (builder);

  for (int i = 0; i < QD_TIMELINE_N_COLUMNS; i++)
    if (self->hidden & (1u << i))
      json_builder_add_string_value (builder, qd_timeline_column_get_nick (i));

  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "scale");
  json_builder_add_double_value (builder, self->scale);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static const char *
peek_string (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static int
find_nick (const QdNick *nicks,
           const char   *nick)
{
  for (int i = 0; nick != NULL && nicks[i].nick != NULL; i++)
    if (g_str_equal (nicks[i].nick, nick))
      return i;

  return -1;
}

static void
take_nick (JsonObject   *object,
           const char   *name,
           const QdNick *nicks,
           int          *value)
{
  int found = find_nick (nicks, peek_string (object, name));

  if (found >= 0)
    *value = found;
}

typedef int (*FindFunc) (gconstpointer data,
                         const char   *nick);

static int
find_in_nicks (gconstpointer data,
               const char   *nick)
{
  return find_nick (data, nick);
}

static int
find_column (gconstpointer data,
             const char   *nick)
{
  for (int i = 0; i < QD_TIMELINE_N_COLUMNS; i++)
    if (g_strcmp0 (qd_timeline_column_get_nick (i), nick) == 0)
      return i;

  return -1;
}

static void
take_bits (JsonObject   *object,
           const char   *name,
           FindFunc      find,
           gconstpointer data,
           guint        *bits)
{
  JsonNode  *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;

  array = json_node_get_array (node);
  *bits = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *each = json_array_get_element (array, i);
      int       found = json_node_get_value_type (each) == G_TYPE_STRING ? find (data, json_node_get_string (each)) : -1;

      if (found >= 0)
        *bits |= 1u << found;
    }
}

/**
 * qd_timeline_layout_from_json:
 * @self: (out): as usual where @body says nothing that is known
 *
 * Returns: whether it could be read at all
 */
gboolean
qd_timeline_layout_from_json (QdTimelineLayout *self,
                              const char       *body,
                              GError          **error)
{
  g_autoptr(JsonNode) root = json_from_string (body, NULL);
  JsonObject *object;
  JsonNode   *node;
  int         grouping, sort, sides;
  guint       filter, show;

  *self = qd_timeline_layout_usual;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_DATA,
                           _ ("The saved layout cannot be read. The timeline stays as it is."));
      return FALSE;
    }

  object = json_node_get_object (root);
  grouping = self->grouping;
  sort = self->sort;
  sides = self->sides;
  filter = self->filter;
  show = self->show;
  take_nick (object, "grouping", qd_timeline_groupings, &grouping);
  take_nick (object, "sort", qd_timeline_sorts, &sort);
  take_nick (object, "sides", qd_timeline_sides, &sides);
  take_bits (object, "filter", find_in_nicks, qd_timeline_filters, &filter);
  take_bits (object, "show", find_in_nicks, qd_timeline_shows, &show);
  take_bits (object, "hidden", find_column, NULL, &self->hidden);
  self->grouping = grouping;
  self->sort = sort;
  self->sides = sides;
  self->filter = filter;
  self->show = show;

  if ((node = json_object_get_member (object, "descending")) != NULL &&
      json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    self->descending = json_node_get_boolean (node);

  if ((node = json_object_get_member (object, "scale")) != NULL && JSON_NODE_HOLDS_VALUE (node))
    self->scale = CLAMP (json_node_get_double (node), 0, QD_TIME_AXIS_MAX_SCALE);

  return TRUE;
}
