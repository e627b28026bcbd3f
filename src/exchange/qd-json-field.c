/* qd-json-field.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-json-field"

#include "qd-json-field.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define MAX_KEY 64
#define MAX_ADDRESS 2000
#define MAX_NUMBER 3650
#define MAX_MINUTES 1248000

static gpointer
peek (const QdJsonField *field,
      gconstpointer      structure)
{
  return G_STRUCT_MEMBER_P (structure, field->offset);
}

static gboolean
is_text_kind (QdJsonFieldKind kind)
{
  return kind <= QD_JSON_FIELD_ADDRESS;
}

static gboolean
is_key (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MAX_KEY && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length &&
         text[0] != '-' && text[length - 1] != '-' && strstr (text, "--") == NULL;
}

/* Whether @text has no character that would break out of its line, or that only a machine reads. */
static gboolean
is_clean (const char *text,
          gboolean    line)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!line && (character == '\n' || character == '\t'))
        continue;

      if (g_unichar_iscntrl (character) || (line && (character == 0x2028 || character == 0x2029)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_text (const QdJsonField *field,
            const char        *text,
            const char        *path,
            GError           **error)
{
  gboolean         line = field->kind != QD_JSON_FIELD_TEXT;
  glong            limit = line ? QD_COLUMN_MAX_LINE : QD_COLUMN_MAX_TEXT;
  g_autofree char *what = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (field->kind == QD_JSON_FIELD_KEY && !is_key (text))
    return qd_json_fail (path, _ ("must be small letters, digits and dashes"), error);

  if (field->kind == QD_JSON_FIELD_ADDRESS)
    {
      limit = MAX_ADDRESS;

      if (!g_str_has_prefix (text, "https://") || strpbrk (text, " \t\n\"<>") != NULL)
        return qd_json_fail (path, _ ("must be an address that begins with https://"), error);
    }

  if (field->required && *stripped == '\0')
    return qd_json_fail (path, _ ("must not be empty"), error);

  if (!is_clean (text, line))
    return qd_json_fail (
        path, line ? _ ("must be one line of text") : _ ("must be text without control characters"), error);

  if (g_utf8_strlen (text, -1) <= limit)
    return TRUE;

  what = g_strdup_printf (_ ("must have at most %ld characters"), limit);

  return qd_json_fail (path, what, error);
}

static gboolean
read_text (const QdJsonField *field,
           char             **text,
           JsonNode          *node,
           const char        *path,
           GError           **error)
{
  const char *value;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return qd_json_fail (path, _ ("must be a text"), error);

  value = json_node_get_string (node);

  if (!check_text (field, value, path, error))
    return FALSE;

  g_set_str (text, *value != '\0' ? value : NULL);

  return TRUE;
}

static gboolean
read_number (JsonNode   *node,
             gint64      minimum,
             gint64      maximum,
             gint64     *number,
             const char *path,
             GError    **error)
{
  g_autofree char *what = NULL;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *number = json_node_get_int (node);

      if (*number >= minimum && *number <= maximum)
        return TRUE;
    }

  what = g_strdup_printf (_ ("must be a whole number from %" PRId64 " to %" PRId64), minimum, maximum);

  return qd_json_fail (path, what, error);
}

static gboolean
read_nick (const QdNick *nicks,
           int          *value,
           JsonNode     *node,
           const char   *path,
           GError      **error)
{
  g_autoptr(GString) what = NULL;

  if (json_node_get_value_type (node) == G_TYPE_STRING &&
      (*value = qd_nicks_parse (nicks, json_node_get_string (node))) != QD_ENUM_NONE)
    return TRUE;

  what = g_string_new (_ ("must be one of: "));

  for (guint i = 0; nicks[i].nick != NULL; i++)
    g_string_append_printf (what, "%s%s", i > 0 ? ", " : "", nicks[i].nick);

  return qd_json_fail (path, what->str, error);
}

static gboolean
read_day (int        *day,
          JsonNode   *node,
          const char *path,
          GError    **error)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING && qd_day_parse (json_node_get_string (node), day) &&
      qd_day_is_sensible (*day))
    return TRUE;

  return qd_json_fail (path, _ ("must be a day such as “2026-05-03”"), error);
}

static gboolean
read_lines (GStrv      *lines,
            JsonNode   *node,
            const char *path,
            GError    **error)
{
  const QdJsonField item = { NULL, QD_JSON_FIELD_LINE, 0, TRUE, NULL, NULL };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qd_json_fail (path, _ ("must be a list"), error);

  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *child = qd_json_join_index (path, i);
      g_autofree char *line = NULL;

      if (!read_text (&item, &line, json_array_get_element (array, i), child, error))
        return FALSE;

      g_strv_builder_add (builder, line);
    }

  if (json_array_get_length (array) > 0)
    *lines = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_items (const QdJsonShape *shape,
            GPtrArray         *items,
            JsonNode          *node,
            const char        *path,
            GError           **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qd_json_fail (path, _ ("must be a list"), error);

  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *child = qd_json_join_index (path, i);

      if (!qd_json_shape_read (
              shape, qd_json_shape_add_item (shape, items), json_array_get_element (array, i), child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_field (const QdJsonField *field,
            gpointer           structure,
            JsonNode          *node,
            const char        *path,
            GError           **error)
{
  gpointer value = peek (field, structure);
  gint64   number = 0;

  switch (field->kind)
    {
    case QD_JSON_FIELD_KEY:
    case QD_JSON_FIELD_LINE:
    case QD_JSON_FIELD_TEXT:
    case QD_JSON_FIELD_ADDRESS:
      return read_text (field, value, node, path, error);

    case QD_JSON_FIELD_NUMBER:
      if (!read_number (node, -MAX_NUMBER, MAX_NUMBER, &number, path, error))
        return FALSE;

      *(int *)value = number;
      return TRUE;

    case QD_JSON_FIELD_MINUTES:
      if (!read_number (node, -MAX_MINUTES, MAX_MINUTES, &number, path, error))
        return FALSE;

      *(int *)value = number;
      return TRUE;

    case QD_JSON_FIELD_COUNT:
      return read_number (node, 0, G_MAXINT64, value, path, error);

    case QD_JSON_FIELD_NICK:
      return read_nick (field->nicks, value, node, path, error);

    case QD_JSON_FIELD_DAY:
      return read_day (value, node, path, error);

    case QD_JSON_FIELD_LINES:
      return read_lines (value, node, path, error);

    case QD_JSON_FIELD_ITEMS:
      return read_items (field->shape, *(GPtrArray **)value, node, path, error);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_shape_keys (const QdJsonShape *self,
                  JsonObject        *object,
                  const char        *path,
                  GError           **error)
{
  g_autofree const char **keys = g_new0 (const char *, self->n_fields + 1);

  for (guint i = 0; i < self->n_fields; i++)
    keys[i] = self->fields[i].key;

  return qd_json_check_keys (object, keys, path, error);
}

/**
 * qd_json_shape_read:
 * @structure: initialised; after an error half read
 * @path: of @node, for messages
 */
gboolean
qd_json_shape_read (const QdJsonShape *self,
                    gpointer           structure,
                    JsonNode          *node,
                    const char        *path,
                    GError           **error)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return qd_json_fail (path, _ ("must be an object"), error);

  object = json_node_get_object (node);

  if (!check_shape_keys (self, object, path, error))
    return FALSE;

  for (guint i = 0; i < self->n_fields; i++)
    {
      const QdJsonField *field = &self->fields[i];
      JsonNode          *member = json_object_get_member (object, field->key);
      g_autofree char   *child = qd_json_join (path, field->key);

      if (member == NULL && field->required)
        return qd_json_fail (child, _ ("must be given"), error);

      if (member != NULL && !read_field (field, structure, member, child, error))
        return FALSE;
    }

  return TRUE;
}

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);

  return node;
}

static JsonNode *
write_lines (char **lines)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (array, lines[i]);

  return take_array (array);
}

static JsonNode *
write_items (const QdJsonShape *shape,
             GPtrArray         *items)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    json_array_add_element (array, qd_json_shape_write (shape, g_ptr_array_index (items, i)));

  return take_array (array);
}

static JsonNode *
write_int (int value,
           int none)
{
  return value != none ? json_node_init_int (json_node_alloc (), value) : NULL;
}

static JsonNode *
write_string (const char *text)
{
  return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
}

/* Returns: (nullable): nothing for none */
static JsonNode *
write_field (const QdJsonField *field,
             gconstpointer      structure)
{
  gpointer value = peek (field, structure);
  char     day[QD_DAY_TEXT_SIZE];

  switch (field->kind)
    {
    case QD_JSON_FIELD_KEY:
    case QD_JSON_FIELD_LINE:
    case QD_JSON_FIELD_TEXT:
    case QD_JSON_FIELD_ADDRESS:
      return write_string (*(char **)value);

    case QD_JSON_FIELD_NUMBER:
      return write_int (*(int *)value, QD_DAY_NONE);

    case QD_JSON_FIELD_MINUTES:
      return write_int (*(int *)value, 0);

    case QD_JSON_FIELD_COUNT:
      return *(gint64 *)value != QD_INTEGER_NONE ? json_node_init_int (json_node_alloc (), *(gint64 *)value) : NULL;

    case QD_JSON_FIELD_NICK:
      return *(int *)value != QD_ENUM_NONE ? write_string (field->nicks[*(int *)value].nick) : NULL;

    case QD_JSON_FIELD_DAY:
      if (*(int *)value == QD_DAY_NONE)
        return NULL;

      qd_day_format (*(int *)value, day);
      return write_string (day);

    case QD_JSON_FIELD_LINES:
      return *(char ***)value != NULL ? write_lines (*(char ***)value) : NULL;

    case QD_JSON_FIELD_ITEMS:
      return (*(GPtrArray **)value)->len > 0 || field->required ? write_items (field->shape, *(GPtrArray **)value) : NULL;

    default:
      g_assert_not_reached ();
    }
}

/* Returns: (transfer full): an object, without what is none */
JsonNode *
qd_json_shape_write (const QdJsonShape *self,
                     gconstpointer      structure)
{
  JsonObject *object = json_object_new ();
  JsonNode   *node = json_node_init_object (json_node_alloc (), object);

  for (guint i = 0; i < self->n_fields; i++)
    {
      JsonNode *member = write_field (&self->fields[i], structure);

      if (member != NULL)
        json_object_set_member (object, self->fields[i].key, member);
    }

  json_object_unref (object);

  return node;
}

/* Makes every field none, and every list an empty one. */
void
qd_json_shape_init (const QdJsonShape *self,
                    gpointer           structure)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const QdJsonField *field = &self->fields[i];

      if (field->kind == QD_JSON_FIELD_NUMBER || field->kind == QD_JSON_FIELD_DAY)
        *(int *)peek (field, structure) = QD_DAY_NONE;
      else if (field->kind == QD_JSON_FIELD_COUNT)
        *(gint64 *)peek (field, structure) = QD_INTEGER_NONE;
      else if (field->kind == QD_JSON_FIELD_NICK)
        *(int *)peek (field, structure) = QD_ENUM_NONE;
      else if (field->kind == QD_JSON_FIELD_ITEMS)
        *(GPtrArray **)peek (field, structure) = qd_json_shape_new_items (field->shape);
    }
}

void
qd_json_shape_clear (const QdJsonShape *self,
                     gpointer           structure)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const QdJsonField *field = &self->fields[i];

      if (is_text_kind (field->kind))
        g_clear_pointer ((char **)peek (field, structure), g_free);
      else if (field->kind == QD_JSON_FIELD_LINES)
        g_clear_pointer ((char ***)peek (field, structure), g_strfreev);
      else if (field->kind == QD_JSON_FIELD_ITEMS && *(GPtrArray **)peek (field, structure) != NULL)
        {
          GPtrArray *items = *(GPtrArray **)peek (field, structure);

          for (guint n = 0; n < items->len; n++)
            qd_json_shape_clear (field->shape, g_ptr_array_index (items, n));

          g_clear_pointer ((GPtrArray **)peek (field, structure), g_ptr_array_unref);
        }
    }
}

/* Returns: (transfer full): an empty list; qd_json_shape_clear() frees what is put in */
GPtrArray *
qd_json_shape_new_items (const QdJsonShape *self)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Returns: (transfer none): a new structure at the end of @items, with every field none */
gpointer
qd_json_shape_add_item (const QdJsonShape *self,
                        GPtrArray         *items)
{
  gpointer structure = g_malloc0 (self->size);

  qd_json_shape_init (self, structure);
  g_ptr_array_add (items, structure);

  return structure;
}

/* Refuses the first member of @object that is none of @keys. */
gboolean
qd_json_check_keys (JsonObject        *object,
                    const char *const *keys,
                    const char        *path,
                    GError           **error)
{
  JsonObjectIter iter;
  const char    *key;

  json_object_iter_init_ordered (&iter, object);

  while (json_object_iter_next_ordered (&iter, &key, NULL))
    {
      g_autofree char *child = NULL;

      if (g_strv_contains (keys, key))
        continue;

      child = qd_json_join (path, key);

      return qd_json_fail (child, _ ("is not known to this version"), error);
    }

  return TRUE;
}

/* Returns: (transfer none) (nullable): the text at @key, which must be there */
const char *
qd_json_get_text (JsonObject *object,
                  const char *key,
                  const char *path,
                  GError    **error)
{
  JsonNode        *node = json_object_get_member (object, key);
  g_autofree char *child = qd_json_join (path, key);

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  qd_json_fail (child, node != NULL ? _ ("must be a text") : _ ("must be given"), error);
  return NULL;
}
