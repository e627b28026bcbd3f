/* qd-reference-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-entry"

#include "qd-reference-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-json-field.h"
#include "qd-json-file.h"

#define SHIPPED_FOLDER "/io/gitlab/quarterdeck/Quarterdeck/reference"

/* What is left of a checksum is enough to tell two texts of one entry apart. */
#define PRINT_LENGTH 16

G_DEFINE_FINAL_TYPE (QdReferenceEntry, qd_reference_entry, G_TYPE_OBJECT)

#define FIELD_OF(Type, field, Kind, ...) \
  { .key = #field, .kind = QD_JSON_FIELD_##Kind, .offset = G_STRUCT_OFFSET (Type, field), ##__VA_ARGS__ }
#define FIELD(field, Kind, ...) FIELD_OF (QdReferenceEntry, field, Kind, ##__VA_ARGS__)

static const QdJsonField page_fields[] = {
  FIELD_OF (QdReferenceSite, title, LINE, .required = TRUE),
  FIELD_OF (QdReferenceSite, url, ADDRESS, .required = TRUE),
};

static const QdJsonShape page_shape = { sizeof (QdReferenceSite), page_fields, G_N_ELEMENTS (page_fields) };

static const QdJsonField fields[] = {
  FIELD (key, KEY, .required = TRUE),
  FIELD (title, LINE, .required = TRUE),
  FIELD (category, NICK, .nicks = qd_reference_categories, .required = TRUE),
  FIELD (tags, LINES),
  FIELD (aliases, LINES),
  FIELD (body, TEXT),
  FIELD (available, NICK, .nicks = qd_availabilities),
  FIELD (workaround, LINE),
  FIELD (since, LINE),
  FIELD (links, ITEMS, .shape = &page_shape),
  FIELD (related, LINES),
  FIELD (source, LINE),
  FIELD (url, ADDRESS),
  FIELD (checked, DAY),
};

static const QdJsonShape shape = { sizeof (QdReferenceEntry), fields, G_N_ELEMENTS (fields) };

static void
qd_reference_entry_finalize (GObject *object)
{
  QdReferenceEntry *self = QD_REFERENCE_ENTRY (object);

  qd_json_shape_clear (&shape, object);
  g_clear_object (&self->shipped);
  g_free (self->based_on);
  g_free (self->notes);

  G_OBJECT_CLASS (qd_reference_entry_parent_class)->finalize (object);
}

static void
qd_reference_entry_class_init (QdReferenceEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_reference_entry_finalize;
}

static void
qd_reference_entry_init (QdReferenceEntry *self)
{
  static gint64 last;

  qd_json_shape_init (&shape, self);
  self->serial = ++last;
  self->marked = QD_DAY_NONE;
}

static gboolean
read_entries (JsonObject *file,
              GPtrArray  *entries,
              GError    **error)
{
  const char *const keys[] = { "schema", "kind", "version", "entries", NULL };
  JsonNode         *list = json_object_get_member (file, "entries");
  JsonArray        *array;

  if (!qd_json_check_keys (file, keys, "", error))
    return FALSE;

  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return qd_json_fail ("entries", _ ("must be a list"), error);

  array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      QdReferenceEntry *entry = g_object_new (QD_TYPE_REFERENCE_ENTRY, NULL);
      g_autofree char  *path = qd_json_join_index ("entries", i);

      g_ptr_array_add (entries, entry);

      if (!qd_json_shape_read (&shape, entry, json_array_get_element (array, i), path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_category (const char *nick,
               GPtrArray  *entries,
               GError    **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.json", SHIPPED_FOLDER, nick);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(JsonNode) root = bytes != NULL ? qd_json_read (bytes, error) : NULL;
  JsonObject *file = root != NULL ? qd_json_file_open_as (root, "reference", error) : NULL;

  return file != NULL && read_entries (file, entries, error);
}

/**
 * qd_reference_load_shipped:
 *
 * Returns: (transfer full) (nullable) (element-type QdReferenceEntry): the entries that
 *   ship with the app, by category; the same each time, and not to be changed
 */
GPtrArray *
qd_reference_load_shipped (GError **error)
{
  static GPtrArray *shipped;
  g_autoptr(GPtrArray) entries = NULL;

  if (shipped != NULL)
    return g_ptr_array_ref (shipped);

  entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (const QdNick *category = qd_reference_categories; category->nick != NULL; category++)
    {
      if (!read_category (category->nick, entries, error))
        {
          g_prefix_error (error, _ ("The reference cannot be read: "));
          return NULL;
        }
    }

  shipped = g_ptr_array_ref (entries);

  return g_steal_pointer (&entries);
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

/* The title of a page is its address where there is none. */
static void
add_page (GPtrArray  *links,
          const char *line)
{
  QdReferenceSite *page = qd_json_shape_add_item (&page_shape, links);
  const char      *space = strchr (line, ' ');

  page->url = space != NULL ? g_strndup (line, space - line) : g_strdup (line);
  page->title = g_strdup (space != NULL ? space + 1 : line);
  g_strstrip (page->title);
}

static void
take_record (QdReferenceEntry  *self,
             QdReferenceRecord *record)
{
  g_auto(GStrv) links = split_lines (record->links);

  self->id = qd_record_get_id (record);
  self->key = g_strdup (record->key);
  self->title = g_strdup (record->title);
  self->category = record->category;
  self->tags = split_lines (record->tags);
  self->aliases = split_lines (record->aliases);
  self->body = g_strdup (record->body);
  self->available = record->available;
  self->workaround = g_strdup (record->workaround);
  self->since = g_strdup (record->since);
  self->related = split_lines (record->related);
  self->source = g_strdup (record->source);
  self->url = g_strdup (record->url);
  self->checked = record->checked;
  self->based_on = g_strdup (record->based_on);

  for (guint i = 0; links != NULL && links[i] != NULL; i++)
    add_page (self->links, links[i]);
}

static void
take_shipped (QdReferenceEntry *self,
              QdReferenceEntry *shipped)
{
  self->key = g_strdup (shipped->key);
  self->title = g_strdup (shipped->title);
  self->category = shipped->category;
  self->tags = g_strdupv (shipped->tags);
  self->aliases = g_strdupv (shipped->aliases);
  self->body = g_strdup (shipped->body);
  self->available = shipped->available;
  self->workaround = g_strdup (shipped->workaround);
  self->since = g_strdup (shipped->since);
  self->related = g_strdupv (shipped->related);
  self->source = g_strdup (shipped->source);
  self->url = g_strdup (shipped->url);
  self->checked = shipped->checked;

  for (guint i = 0; i < shipped->links->len; i++)
    {
      const QdReferenceSite *page = g_ptr_array_index (shipped->links, i);
      QdReferenceSite       *copy = qd_json_shape_add_item (&page_shape, self->links);

      copy->title = g_strdup (page->title);
      copy->url = g_strdup (page->url);
    }
}

/**
 * qd_reference_entry_new:
 * @shipped: (nullable): what ships under the key
 * @record: (nullable): what a person wrote under it; one of the two there must be
 * @mark: (nullable): what a person keeps of it
 *
 * Returns: (transfer full): the entry they make together
 */
QdReferenceEntry *
qd_reference_entry_new (QdReferenceEntry  *shipped,
                        QdReferenceRecord *record,
                        QdReferenceMark   *mark)
{
  QdReferenceEntry *self;

  g_return_val_if_fail (shipped != NULL || record != NULL, NULL);

  self = g_object_new (QD_TYPE_REFERENCE_ENTRY, NULL);

  if (record != NULL)
    {
      self->state = shipped != NULL ? QD_REFERENCE_STATE_EDITED : QD_REFERENCE_STATE_OWN;
      g_set_object (&self->shipped, shipped);
      take_record (self, record);
    }
  else
    {
      take_shipped (self, shipped);
    }

  if (mark != NULL)
    {
      self->mark = qd_record_get_id (mark);
      self->favourite = mark->favourite;
      self->notes = g_strdup (mark->notes);
      self->marked = mark->checked;
    }

  return self;
}

static char *
join_lines (char **lines)
{
  return lines != NULL ? g_strjoinv ("\n", lines) : NULL;
}

/* Makes @draft say what @self does. */
void
qd_reference_entry_fill_record (QdReferenceEntry  *self,
                                QdReferenceRecord *draft)
{
  g_autofree char *tags = NULL;
  g_autofree char *aliases = NULL;
  g_autofree char *related = NULL;
  g_autoptr(GString) links = NULL;

  g_return_if_fail (QD_IS_REFERENCE_ENTRY (self));
  g_return_if_fail (QD_IS_REFERENCE_RECORD (draft));

  tags = join_lines (self->tags);
  aliases = join_lines (self->aliases);
  related = join_lines (self->related);
  links = g_string_new (NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      const QdReferenceSite *page = g_ptr_array_index (self->links, i);

      g_string_append_printf (links, "%s%s %s", i > 0 ? "\n" : "", page->url, page->title);
    }

  g_object_set (draft,
                "key", self->key,
                "title", self->title,
                "category", self->category,
                "tags", tags,
                "aliases", aliases,
                "body", self->body,
                "available", self->available,
                "workaround", self->workaround,
                "since", self->since,
                "links", links->len > 0 ? links->str : NULL,
                "related", related,
                "source", self->source,
                "url", self->url,
                "checked", self->checked,
                "based-on", self->based_on,
                NULL);
}

/* Whether both say the same and are kept the same. */
gboolean
qd_reference_entry_equal (QdReferenceEntry *self,
                          QdReferenceEntry *other)
{
  g_autoptr(JsonNode) mine = NULL;
  g_autoptr(JsonNode) others = NULL;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (self) && QD_IS_REFERENCE_ENTRY (other), FALSE);

  if (self == other)
    return TRUE;

  if (self->state != other->state || self->shipped != other->shipped || self->id != other->id ||
      self->mark != other->mark || self->favourite != other->favourite || self->marked != other->marked ||
      g_strcmp0 (self->notes, other->notes) != 0 || g_strcmp0 (self->based_on, other->based_on) != 0)
    return FALSE;

  mine = qd_json_shape_write (&shape, self);
  others = qd_json_shape_write (&shape, other);

  return json_node_equal (mine, others);
}

/**
 * qd_reference_entry_dup_print:
 *
 * Returns: (transfer full): a short text that is another one as soon as @self says something
 *   else. The day it was checked makes no difference
 */
char *
qd_reference_entry_dup_print (QdReferenceEntry *self)
{
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *print;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (self), NULL);

  node = qd_json_shape_write (&shape, self);
  json_object_remove_member (json_node_get_object (node), "checked");
  bytes = qd_json_write (node);
  print = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  print[PRINT_LENGTH] = '\0';

  return print;
}

/* Returns: (transfer full): what it says, as in the files that ship */
JsonNode *
qd_reference_entry_to_json (QdReferenceEntry *self)
{
  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (self), NULL);

  return qd_json_shape_write (&shape, self);
}

gboolean
qd_reference_entry_has_tag (QdReferenceEntry *self,
                            const char       *tag)
{
  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (self), FALSE);

  return self->tags != NULL && g_strv_contains ((const char *const *)self->tags, tag);
}

/* Returns: the last day it was known to hold, or %QD_DAY_NONE */
int
qd_reference_entry_get_checked (QdReferenceEntry *self)
{
  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (self), QD_DAY_NONE);

  if (self->checked == QD_DAY_NONE || self->marked == QD_DAY_NONE)
    return self->checked != QD_DAY_NONE ? self->checked : self->marked;

  return MAX (self->checked, self->marked);
}

/**
 * qd_reference_entry_is_stale:
 * @days: that what was checked is trusted; 0 for ever
 *
 * What was never checked is stale, but for a person's own without a source: there is
 * nothing to hold that against.
 */
gboolean
qd_reference_entry_is_stale (QdReferenceEntry *self,
                             int               today,
                             int               days)
{
  int checked;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (self), FALSE);

  if (days <= 0)
    return FALSE;

  checked = qd_reference_entry_get_checked (self);

  return checked != QD_DAY_NONE ? today - checked > days : self->source != NULL;
}

/* Whether what ships has changed since a person edited it: theirs is kept, and
 * qd_reference_compare() shows where the two differ. */
gboolean
qd_reference_entry_is_outdated (QdReferenceEntry *self)
{
  g_autofree char *print = NULL;

  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (self), FALSE);

  if (self->state != QD_REFERENCE_STATE_EDITED)
    return FALSE;

  print = qd_reference_entry_dup_print (self->shipped);

  return g_strcmp0 (print, self->based_on) != 0;
}
