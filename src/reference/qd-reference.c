/* qd-reference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference"

#include "qd-reference.h"

#include "qd-account.h"
#include "qd-plan.h"
#include "qd-task.h"

/**
 * QdReference:
 *
 * The entries of the reference, by category and title: those that ship with the app,
 * as a person has edited them, and a person's own.
 *
 * It follows the portfolio. An entry that is as it was stays the same object.
 */
struct _QdReference
{
  GObject      parent_instance;

  QdPortfolio *portfolio; /* (nullable) */
  GPtrArray   *shipped;   /* of QdReferenceEntry */
  GPtrArray   *entries;   /* of QdReferenceEntry; made anew rather than changed */
  GHashTable  *by_key;    /* of those in entries */
  gint64       version;
};

static GType
qd_reference_get_item_type (GListModel *model)
{
  return QD_TYPE_REFERENCE_ENTRY;
}

static guint
qd_reference_get_n_items (GListModel *model)
{
  return QD_REFERENCE (model)->entries->len;
}

static gpointer
qd_reference_get_item (GListModel *model,
                       guint       position)
{
  GPtrArray *entries = QD_REFERENCE (model)->entries;

  return position < entries->len ? g_object_ref (g_ptr_array_index (entries, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_reference_get_item_type;
  iface->get_n_items = qd_reference_get_n_items;
  iface->get_item = qd_reference_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QdReference,
                               qd_reference,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const QdReferenceEntry *first = *(QdReferenceEntry **)a;
  const QdReferenceEntry *second = *(QdReferenceEntry **)b;
  int                     order;

  if (first->category != second->category)
    return first->category - second->category;

  order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : g_strcmp0 (first->key, second->key);
}

/* Returns: (transfer full): the records of @type by their key; of two under the same, the first */
static GHashTable *
index_records (QdReference *self,
               GType        type)
{
  GHashTable *records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GListModel *list = self->portfolio != NULL ? G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, type)) : NULL;

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (list, i);
      g_autofree char *key = NULL;

      g_object_get (record, "key", &key, NULL);

      if (!g_hash_table_contains (records, key))
        g_hash_table_insert (records, g_steal_pointer (&key), g_steal_pointer (&record));
    }

  return records;
}

/* What is as it was stays the same object. */
static void
add_entry (QdReference       *self,
           GPtrArray         *entries,
           QdReferenceEntry  *shipped,
           QdReferenceRecord *record,
           QdReferenceMark   *mark)
{
  QdReferenceEntry *before;
  g_autoptr(QdReferenceEntry) entry = NULL;

  if (record == NULL && mark == NULL)
    {
      g_ptr_array_add (entries, g_object_ref (shipped));
      return;
    }

  entry = qd_reference_entry_new (shipped, record, mark);
  before = g_hash_table_lookup (self->by_key, entry->key);

  if (before != NULL && qd_reference_entry_equal (before, entry))
    g_set_object (&entry, before);

  g_ptr_array_add (entries, g_steal_pointer (&entry));
}

/* Returns: (transfer full): what there is now, in order */
static GPtrArray *
collect (QdReference *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) records = index_records (self, QD_TYPE_REFERENCE_RECORD);
  g_autoptr(GHashTable) marks = index_records (self, QD_TYPE_REFERENCE_MARK);
  GHashTableIter iter;
  gpointer       key, record;

  for (guint i = 0; i < self->shipped->len; i++)
    {
      QdReferenceEntry *shipped = g_ptr_array_index (self->shipped, i);

      add_entry (self,
                 entries,
                 shipped,
                 g_hash_table_lookup (records, shipped->key),
                 g_hash_table_lookup (marks, shipped->key));
      g_hash_table_remove (records, shipped->key);
    }

  g_hash_table_iter_init (&iter, records);

  while (g_hash_table_iter_next (&iter, &key, &record))
    add_entry (self, entries, NULL, record, g_hash_table_lookup (marks, key));

  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

static void
update (QdReference *self)
{
  static gint64 last_version;
  GPtrArray    *entries = collect (self);
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->entries);
  guint shorter = MIN (before->len, entries->len);
  guint head = 0;
  guint tail = 0;

  self->entries = entries;
  self->version = ++last_version;
  g_hash_table_remove_all (self->by_key);

  for (guint i = 0; i < entries->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_insert (self->by_key, entry->key, entry);
    }

  while (head < shorter && before->pdata[head] == entries->pdata[head])
    head++;

  while (tail < shorter - head && before->pdata[before->len - 1 - tail] == entries->pdata[entries->len - 1 - tail])
    tail++;

  if (head + tail < MAX (before->len, entries->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, entries->len - head - tail);
}

static void
qd_reference_finalize (GObject *object)
{
  QdReference *self = QD_REFERENCE (object);

  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->shipped, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_reference_parent_class)->finalize (object);
}

static void
qd_reference_class_init (QdReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_reference_finalize;
}

static void
qd_reference_init (QdReference *self)
{
  g_autoptr(GError) error = NULL;

  self->shipped = qd_reference_load_shipped (&error);

  if (self->shipped == NULL)
    {
      g_warning ("%s", error->message);
      self->shipped = g_ptr_array_new ();
    }

  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

/* @portfolio: (nullable): without one, there is what ships */
QdReference *
qd_reference_new (QdPortfolio *portfolio)
{
  const GType  types[] = { QD_TYPE_REFERENCE_RECORD, QD_TYPE_REFERENCE_MARK };
  QdReference *self;

  g_return_val_if_fail (portfolio == NULL || QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_REFERENCE, NULL);

  for (gsize i = 0; portfolio != NULL && i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (
        qd_portfolio_get_list (portfolio, types[i]), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  g_set_object (&self->portfolio, portfolio);
  update (self);

  return self;
}

static void
forget_cb (gpointer portfolio,
           GObject *gone)
{
  g_object_set_data (portfolio, "qd-reference", NULL);
}

/* Returns: (transfer full): the one that whoever shows entries of @portfolio has in common; it
 *   is there as long as somebody has it */
QdReference *
qd_reference_ref_of (QdPortfolio *portfolio)
{
  QdReference *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  if ((self = g_object_get_data (G_OBJECT (portfolio), "qd-reference")) != NULL)
    return g_object_ref (self);

  self = qd_reference_new (portfolio);
  g_object_set_data (G_OBJECT (portfolio), "qd-reference", self);
  g_object_weak_ref (G_OBJECT (self), forget_cb, portfolio);

  return self;
}

/* Returns: (transfer none) (nullable): whose entries it has */
QdPortfolio *
qd_reference_get_portfolio (QdReference *self)
{
  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  return self->portfolio;
}

/* Returns: (transfer none) (nullable) */
QdReferenceEntry *
qd_reference_lookup (QdReference *self,
                     const char  *key)
{
  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}

/**
 * qd_reference_list:
 * @category: #QdReferenceCategory, or %QD_ENUM_NONE for any
 * @tag: (nullable): that they must have
 *
 * Returns: (transfer full) (element-type QdReferenceEntry): the entries, in order
 */
GPtrArray *
qd_reference_list (QdReference *self,
                   int          category,
                   const char  *tag)
{
  GPtrArray *list;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (self->entries, i);

      if ((category == QD_ENUM_NONE || entry->category == category) &&
          (tag == NULL || qd_reference_entry_has_tag (entry, tag)))
        g_ptr_array_add (list, g_object_ref (entry));
    }

  return list;
}

/* Returns: (transfer full) (element-type QdReferenceEntry): in order */
GPtrArray *
qd_reference_list_favourites (QdReference *self)
{
  GPtrArray *list;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->favourite)
        g_ptr_array_add (list, g_object_ref (entry));
    }

  return list;
}

/* Returns: (transfer full) (element-type QdReferenceEntry): those that want checking; see
 *   qd_reference_entry_is_stale() */
GPtrArray *
qd_reference_list_stale (QdReference *self,
                         int          today,
                         int          days)
{
  GPtrArray *list;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (self->entries, i);

      if (qd_reference_entry_is_stale (entry, today, days))
        g_ptr_array_add (list, g_object_ref (entry));
    }

  return list;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char **)a, *(char **)b);
}

/* Returns: (transfer full): every tag once, in order */
char **
qd_reference_list_tags (QdReference *self)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) tags = g_ptr_array_new_null_terminated (64, NULL, TRUE);

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (self->entries, i);

      for (guint j = 0; entry->tags != NULL && entry->tags[j] != NULL; j++)
        {
          if (g_hash_table_add (known, entry->tags[j]))
            g_ptr_array_add (tags, entry->tags[j]);
        }
    }

  g_ptr_array_sort (tags, compare_texts);

  return g_strdupv ((char **)tags->pdata);
}

static gboolean
leads_to (QdReferenceEntry *from,
          QdReferenceEntry *to)
{
  return from->related != NULL && g_strv_contains ((const char *const *)from->related, to->key);
}

/**
 * qd_reference_list_related:
 *
 * Returns: (transfer full) (element-type QdReferenceEntry): the entries that @entry names, in
 *   that order, and after them those that name it
 */
GPtrArray *
qd_reference_list_related (QdReference      *self,
                           QdReferenceEntry *entry)
{
  GPtrArray *list;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);
  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (entry), NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; entry->related != NULL && entry->related[i] != NULL; i++)
    {
      QdReferenceEntry *other = qd_reference_lookup (self, entry->related[i]);

      if (other != NULL && other != entry && !g_ptr_array_find (list, other, NULL))
        g_ptr_array_add (list, g_object_ref (other));
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      QdReferenceEntry *other = g_ptr_array_index (self->entries, i);

      if (leads_to (other, entry) && !g_ptr_array_find (list, other, NULL))
        g_ptr_array_add (list, g_object_ref (other));
    }

  return list;
}

/* Returns: (nullable): the links there are */
static GListModel *
get_links (QdReference *self)
{
  return self->portfolio != NULL ? G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_REFERENCE_LINK)) : NULL;
}

/* Returns: (transfer full) (element-type QdReferenceLink): what the entry with @key is linked to */
GPtrArray *
qd_reference_list_links (QdReference *self,
                         const char  *key)
{
  GPtrArray  *list;
  GListModel *links;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  links = get_links (self);

  for (guint i = 0; links != NULL && i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(QdReferenceLink) link = g_list_model_get_item (links, i);

      if (g_str_equal (link->key, key))
        g_ptr_array_add (list, g_steal_pointer (&link));
    }

  return list;
}

static gboolean
is_to_record (QdReferenceLink *link,
              gpointer         record)
{
  gint64 id = qd_record_get_id (record);

  if (QD_IS_ACCOUNT (record))
    return link->account == id && link->plan == 0 && link->task == 0;

  return QD_IS_PLAN (record) ? link->plan == id : QD_IS_TASK (record) && link->task == id;
}

static void
add_linked (QdReference     *self,
            GPtrArray       *list,
            QdReferenceLink *link)
{
  QdReferenceEntry *entry = qd_reference_lookup (self, link->key);

  if (entry != NULL && !g_ptr_array_find (list, entry, NULL))
    g_ptr_array_add (list, g_object_ref (entry));
}

/**
 * qd_reference_list_for_record:
 * @record: an account, a plan or a task
 *
 * Returns: (transfer full) (element-type QdReferenceEntry): the entries that are linked to it
 */
GPtrArray *
qd_reference_list_for_record (QdReference *self,
                              gpointer     record)
{
  GPtrArray  *list;
  GListModel *links;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);
  g_return_val_if_fail (QD_IS_RECORD (record), NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  links = get_links (self);

  for (guint i = 0; links != NULL && i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(QdReferenceLink) link = g_list_model_get_item (links, i);

      if (is_to_record (link, record))
        add_linked (self, list, link);
    }

  return list;
}

/* Returns: (transfer full) (element-type QdReferenceEntry): the entries that are linked to the
 *   template with the key @template */
GPtrArray *
qd_reference_list_for_template (QdReference *self,
                                const char *template)
{
  GPtrArray  *list;
  GListModel *links;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);
  g_return_val_if_fail (template != NULL, NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  links = get_links (self);

  for (guint i = 0; links != NULL && i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(QdReferenceLink) link = g_list_model_get_item (links, i);

      if (g_strcmp0 (link->template, template) == 0)
        add_linked (self, list, link);
    }

  return list;
}

/**
 * qd_reference_find_link:
 * @record: an account, a plan or a task
 *
 * Returns: (transfer none) (nullable): the link between the entry with @key and @record
 */
QdReferenceLink *
qd_reference_find_link (QdReference *self,
                        const char  *key,
                        gpointer     record)
{
  g_autoptr(GPtrArray) links = qd_reference_list_links (self, key);

  g_return_val_if_fail (QD_IS_RECORD (record), NULL);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      /* The portfolio holds it. */
      if (is_to_record (g_ptr_array_index (links, i), record))
        return g_ptr_array_index (links, i);
    }

  return NULL;
}

/**
 * qd_reference_ref_entries:
 * @version: (out): grows with every change
 *
 * Returns: (transfer full) (element-type QdReferenceEntry): the entries as they are now; nobody
 *   may change the array, which another thread may read
 */
GPtrArray *
qd_reference_ref_entries (QdReference *self,
                          gint64      *version)
{
  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  *version = self->version;

  return g_ptr_array_ref (self->entries);
}
