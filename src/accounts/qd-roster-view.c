/* qd-roster-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-view"

#include "qd-roster-view.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "qd-search-key.h"

const QdNick qd_renewal_windows[] = {
  { "any", N_ ("Any time") },
  { "past", N_ ("Past") },
  { "30-days", N_ ("Within 30 days") },
  { "60-days", N_ ("Within 60 days") },
  { "90-days", N_ ("Within 90 days") },
  { "180-days", N_ ("Within 180 days") },
  { NULL },
};

static const int renewal_days[] = { 0, 0, 30, 60, 90, 180 };

/* The nick of having no value, beside those of the values. */
#define NONE_NICK "none"

static const struct
{
  const char   *nick;
  const char   *label;
  const QdNick *values;
  gboolean      nullable;
} facets[] = {
  { "tier", N_ ("Tier"), qd_tiers, TRUE },
  { "offering", N_ ("Offering"), qd_offerings, TRUE },
  { "stage", N_ ("Stage"), qd_stages, TRUE },
  { "health", N_ ("Health"), qd_health_levels, FALSE },
  { "region", N_ ("Region"), qd_regions, TRUE },
};

/* What a Monday needs comes first, so that it is in sight on a small laptop. */
static const QdRosterColumn default_columns[] = {
  QD_ROSTER_COLUMN_NAME,
  QD_ROSTER_COLUMN_HEALTH,
  QD_ROSTER_COLUMN_LAST_CONTACT,
  QD_ROSTER_COLUMN_NEXT_STEP,
  QD_ROSTER_COLUMN_FOLLOW_UPS,
  QD_ROSTER_COLUMN_PROGRESS,
  QD_ROSTER_COLUMN_RENEWAL,
  QD_ROSTER_COLUMN_ARR,
  QD_ROSTER_COLUMN_TIER,
  QD_ROSTER_COLUMN_OFFERING,
  QD_ROSTER_COLUMN_STAGE,
};

/* Shows every account that is not archived, by name. */
QdRosterView *
qd_roster_view_new (void)
{
  QdRosterView *self = g_new0 (QdRosterView, 1);

  self->n_columns = G_N_ELEMENTS (default_columns);
  memcpy (self->columns, default_columns, sizeof default_columns);

  return self;
}

QdRosterView *
qd_roster_view_copy (const QdRosterView *self)
{
  QdRosterView *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->words = g_strdupv (self->words);

  return copy;
}

void
qd_roster_view_free (QdRosterView *self)
{
  g_free (self->text);
  g_strfreev (self->words);
  g_free (self);
}

gboolean
qd_roster_view_equal (const QdRosterView *self,
                      const QdRosterView *other)
{
  g_autofree char *json = qd_roster_view_to_json (self);
  g_autofree char *other_json = qd_roster_view_to_json (other);

  return g_str_equal (json, other_json);
}

/* @text: (nullable): as typed */
void
qd_roster_view_set_text (QdRosterView *self,
                         const char   *text)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->words, g_strfreev);

  if (text == NULL || *text == '\0')
    return;

  self->text = g_strdup (text);
  self->words = qd_search_split (text);
}

/* Whether any account but an archived one may be left out. */
gboolean
qd_roster_view_has_filter (const QdRosterView *self)
{
  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      if (self->facets[i] != 0)
        return TRUE;
    }

  return self->text != NULL || self->renewal != QD_RENEWAL_WINDOW_ANY;
}

void
qd_roster_view_clear_filter (QdRosterView *self)
{
  qd_roster_view_set_text (self, NULL);
  memset (self->facets, 0, sizeof self->facets);
  self->renewal = QD_RENEWAL_WINDOW_ANY;
  self->archived = FALSE;
}

static int
get_facet_value (QdAccountFacts *facts,
                 QdRosterFacet   facet)
{
  switch (facet)
    {
    case QD_ROSTER_FACET_TIER:
      return facts->account->tier;

    case QD_ROSTER_FACET_OFFERING:
      return facts->account->offering;

    case QD_ROSTER_FACET_STAGE:
      return facts->account->stage;

    case QD_ROSTER_FACET_HEALTH:
      return facts->health;

    case QD_ROSTER_FACET_REGION:
      return facts->account->region;

    case QD_ROSTER_N_FACETS:
    default:
      return QD_ENUM_NONE;
    }
}

static gboolean
matches_renewal (const QdRosterView *self,
                 int                 renewal,
                 int                 today)
{
  if (self->renewal == QD_RENEWAL_WINDOW_ANY)
    return TRUE;

  if (renewal == QD_DAY_NONE)
    return FALSE;

  if (self->renewal == QD_RENEWAL_WINDOW_PAST)
    return renewal < today;

  return renewal >= today && renewal <= today + renewal_days[self->renewal];
}

gboolean
qd_roster_view_matches (const QdRosterView *self,
                        QdAccountFacts     *facts,
                        int                 today)
{
  if (facts->account->archived && !self->archived)
    return FALSE;

  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      int value;

      if (self->facets[i] == 0)
        continue;

      value = get_facet_value (facts, i);

      if (value == QD_ENUM_NONE)
        value = qd_nicks_get_length (facets[i].values);

      if (!(self->facets[i] & (1u << value)))
        return FALSE;
    }

  if (!matches_renewal (self, facts->account->renewal, today))
    return FALSE;

  return self->words == NULL || qd_search_matches (facts->key, (const char *const *)self->words);
}

/* Returns: (transfer full): “Signature or Advanced” */
char *
qd_roster_view_dup_facet_words (const QdRosterView *self,
                                QdRosterFacet       facet)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < qd_roster_facet_get_n_values (facet); i++)
    {
      if (!(self->facets[facet] & (1u << i)))
        continue;

      if (words->len > 0)
        g_string_append (words, C_ ("between values of which one must apply", " or "));

      g_string_append (words, qd_roster_facet_get_value_label (facet, i));
    }

  return g_string_free_and_steal (words);
}

/* @nicks: of columns; one that is not known or comes twice is passed over, and
 * the name is always there */
void
qd_roster_view_set_columns (QdRosterView      *self,
                            const char *const *nicks)
{
  guint seen = 0;

  self->n_columns = 0;

  for (; *nicks != NULL; nicks++)
    {
      int column = qd_nicks_parse (qd_roster_columns, *nicks);

      if (column == QD_ENUM_NONE || seen & (1u << column))
        continue;

      seen |= 1u << column;
      self->columns[self->n_columns++] = column;
    }

  if (seen & (1u << QD_ROSTER_COLUMN_NAME))
    return;

  memmove (self->columns + 1, self->columns, self->n_columns * sizeof self->columns[0]);
  self->columns[0] = QD_ROSTER_COLUMN_NAME;
  self->n_columns++;
}

char **
qd_roster_view_dup_columns (const QdRosterView *self)
{
  g_autoptr(GStrvBuilder) nicks = g_strv_builder_new ();

  for (guint i = 0; i < self->n_columns; i++)
    g_strv_builder_add (nicks, qd_roster_columns[self->columns[i]].nick);

  return g_strv_builder_end (nicks);
}

/* @sort: the nick of a column, with a minus before it for descending */
void
qd_roster_view_set_sort (QdRosterView *self,
                         const char   *sort)
{
  gboolean descending = *sort == '-';
  int      column = qd_nicks_parse (qd_roster_columns, sort + descending);

  self->sort = column != QD_ENUM_NONE ? column : QD_ROSTER_COLUMN_NAME;
  self->descending = column != QD_ENUM_NONE && descending;
}

char *
qd_roster_view_dup_sort (const QdRosterView *self)
{
  return g_strconcat (self->descending ? "-" : "", qd_roster_columns[self->sort].nick, NULL);
}

static const char *
get_value_nick (QdRosterFacet facet,
                guint         value)
{
  return (int)value < qd_nicks_get_length (facets[facet].values) ? facets[facet].values[value].nick : NONE_NICK;
}

static void
add_facets (const QdRosterView *self,
            JsonBuilder        *builder)
{
  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      if (self->facets[i] == 0)
        continue;

      json_builder_set_member_name (builder, facets[i].nick);
      json_builder_begin_array (builder);

      for (guint value = 0; value < qd_roster_facet_get_n_values (i); value++)
        {
          if (self->facets[i] & (1u << value))
            json_builder_add_string_value (builder, get_value_nick (i, value));
        }

      json_builder_end_array (builder);
    }
}

/* Returns: (transfer full): @self, as the body of a saved view */
char *
qd_roster_view_to_json (const QdRosterView *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *sort = qd_roster_view_dup_sort (self);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);

  for (guint i = 0; i < self->n_columns; i++)
    json_builder_add_string_value (builder, qd_roster_columns[self->columns[i]].nick);

  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "filter");
  json_builder_begin_object (builder);
  add_facets (self, builder);
  json_builder_set_member_name (builder, "archived");
  json_builder_add_boolean_value (builder, self->archived);
  json_builder_set_member_name (builder, "renewal");
  json_builder_add_string_value (builder, qd_renewal_windows[self->renewal].nick);

  if (self->text != NULL)
    {
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, self->text);
    }

  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "sort");
  json_builder_add_string_value (builder, sort);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* Returns: (transfer container): the strings under @member; what is none is passed over */
static char **
dup_strings (JsonObject *object,
             const char *member)
{
  g_autoptr(GStrvBuilder) strings = g_strv_builder_new ();
  JsonNode  *node = json_object_get_member (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (strings, json_node_get_string (element));
    }

  return g_strv_builder_end (strings);
}

static const char *
peek_string (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
take_filter (QdRosterView *self,
             JsonObject   *filter)
{
  const char *renewal = peek_string (filter, "renewal");
  JsonNode   *archived = json_object_get_member (filter, "archived");

  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    {
      g_auto(GStrv) nicks = dup_strings (filter, facets[i].nick);

      for (guint value = 0; value < qd_roster_facet_get_n_values (i); value++)
        {
          if (g_strv_contains ((const char *const *)nicks, get_value_nick (i, value)))
            self->facets[i] |= 1u << value;
        }
    }

  self->renewal = renewal != NULL ? MAX (qd_nicks_parse (qd_renewal_windows, renewal), 0) : 0;
  self->archived =
      archived != NULL && json_node_get_value_type (archived) == G_TYPE_BOOLEAN && json_node_get_boolean (archived);
  qd_roster_view_set_text (self, peek_string (filter, "text"));
}

/**
 * qd_roster_view_new_from_json:
 *
 * What this version does not know of a view is passed over, so that one that was
 * saved by another still shows something.
 *
 * Returns: (nullable): the view, or %NULL where @json is no object
 */
QdRosterView *
qd_roster_view_new_from_json (const char *json,
                              GError    **error)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  g_autoptr(QdRosterView) self = NULL;
  g_auto(GStrv) columns = NULL;
  JsonObject *object;
  JsonNode   *filter;
  const char *sort;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The saved view cannot be read. The list stays as it is."));
      return NULL;
    }

  self = qd_roster_view_new ();
  object = json_node_get_object (root);
  columns = dup_strings (object, "columns");
  filter = json_object_get_member (object, "filter");
  sort = peek_string (object, "sort");

  if (columns[0] != NULL)
    qd_roster_view_set_columns (self, (const char *const *)columns);

  if (filter != NULL && JSON_NODE_HOLDS_OBJECT (filter))
    take_filter (self, json_node_get_object (filter));

  if (sort != NULL)
    qd_roster_view_set_sort (self, sort);

  return g_steal_pointer (&self);
}

const char *
qd_roster_facet_get_nick (QdRosterFacet facet)
{
  return facets[facet].nick;
}

const char *
qd_roster_facet_get_label (QdRosterFacet facet)
{
  return _ (facets[facet].label);
}

/* How many values there are, having none included where that can be. */
guint
qd_roster_facet_get_n_values (QdRosterFacet facet)
{
  return qd_nicks_get_length (facets[facet].values) + facets[facet].nullable;
}

const char *
qd_roster_facet_get_value_label (QdRosterFacet facet,
                                 guint         value)
{
  if ((int)value < qd_nicks_get_length (facets[facet].values))
    return qd_nicks_get_label (facets[facet].values, value);

  return C_ ("filter", "Not set");
}
