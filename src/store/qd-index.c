/* qd-index.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-index"

#include "qd-index.h"

#include "qd-changes.h"

/**
 * QdChildren:
 *
 * The records of one parent, in the order in which they became known. Lives as
 * long as its index.
 */
#define QD_TYPE_CHILDREN (qd_children_get_type ())

G_DECLARE_FINAL_TYPE (QdChildren, qd_children, QD, CHILDREN, GObject)

struct _QdChildren
{
  GObject    parent_instance;

  GType      item_type;
  GPtrArray *records;
  GPtrArray *before; /* (nullable): the records as they were, while a transaction is followed */
};

static GType
qd_children_get_item_type (GListModel *model)
{
  return QD_CHILDREN (model)->item_type;
}

static guint
qd_children_get_n_items (GListModel *model)
{
  return QD_CHILDREN (model)->records->len;
}

static gpointer
qd_children_get_item (GListModel *model,
                      guint       position)
{
  GPtrArray *records = QD_CHILDREN (model)->records;

  return position < records->len ? g_object_ref (g_ptr_array_index (records, position)) : NULL;
}

static void
children_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_children_get_item_type;
  iface->get_n_items = qd_children_get_n_items;
  iface->get_item = qd_children_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QdChildren,
                               qd_children,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, children_list_model_iface_init))

static void
qd_children_finalize (GObject *object)
{
  QdChildren *self = QD_CHILDREN (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_children_parent_class)->finalize (object);
}

static void
qd_children_class_init (QdChildrenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_children_finalize;
}

static void
qd_children_init (QdChildren *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * QdIndex:
 *
 * The records of a list by the parent they are part of: the tasks of each plan,
 * the contacts of each account. Follows the store like the list does, right
 * after it, with one `items-changed` for each parent a transaction touched.
 */
struct _QdIndex
{
  GObject       parent_instance;

  QdStore      *store;
  QdRecordList *list;
  GHashTable   *by_parent; /* gint64 * -> QdChildren, both owned */
  GHashTable   *parents;   /* gint64 * -> gint64 *: of each record, the parent it is filed under */
};

G_DEFINE_FINAL_TYPE (QdIndex, qd_index, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static QdChildren *
qd_index_ensure (QdIndex *self,
                 gint64   parent)
{
  QdChildren *children = g_hash_table_lookup (self->by_parent, &parent);

  if (children == NULL)
    {
      children = g_object_new (QD_TYPE_CHILDREN, NULL);
      children->item_type = g_list_model_get_item_type (G_LIST_MODEL (self->list));
      g_hash_table_insert (self->by_parent, g_memdup2 (&parent, sizeof parent), children);
    }

  return children;
}

static void
qd_index_file (QdIndex *self,
               gpointer record)
{
  gint64 id = qd_record_get_id (record);
  gint64 parent = qd_record_get_parent (record);

  g_hash_table_insert (self->parents, g_memdup2 (&id, sizeof id), g_memdup2 (&parent, sizeof parent));
}

/* What one transaction did to the index. */
typedef struct
{
  QdIndex    *index;
  const char *table;
  GHashTable *touched; /* QdChildren -> its parent's id, gint64 * */
} Following;

/* Takes note of @parent before the first change to its children. */
static QdChildren *
following_touch (Following *following,
                 gint64     parent)
{
  QdChildren *children = qd_index_ensure (following->index, parent);

  if (children->before == NULL)
    {
      children->before = g_ptr_array_copy (children->records, (GCopyFunc)(void (*) (void))g_object_ref, NULL);
      g_ptr_array_set_free_func (children->before, g_object_unref);
      g_hash_table_insert (following->touched, children, g_memdup2 (&parent, sizeof parent));
    }

  return children;
}

static void
remove_child (QdChildren *children,
              gint64      id)
{
  for (guint i = 0; i < children->records->len; i++)
    {
      if (qd_record_get_id (g_ptr_array_index (children->records, i)) == id)
        {
          g_ptr_array_remove_index (children->records, i);
          return;
        }
    }
}

/* Files the record with @id, which came, went or changed, anew. */
static void
follow_record (Following *following,
               gint64     id)
{
  QdIndex      *self = following->index;
  const gint64 *old_parent = g_hash_table_lookup (self->parents, &id);
  QdRecord     *record = qd_record_list_lookup (self->list, id);

  if (old_parent != NULL && (record == NULL || qd_record_get_parent (record) != *old_parent))
    {
      remove_child (following_touch (following, *old_parent), id);
      g_hash_table_remove (self->parents, &id);
      old_parent = NULL;
    }

  if (record == NULL)
    return;

  if (old_parent != NULL)
    {
      following_touch (following, *old_parent);
      return;
    }

  g_ptr_array_add (following_touch (following, qd_record_get_parent (record))->records, g_object_ref (record));
  qd_index_file (self, record);
}

/* One emission that spans what differs, or every child where all are the same
 * records with other values. */
static void
tell_difference (QdChildren *children)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&children->before);
  GPtrArray *after = children->records;
  guint      head = 0, tail = 0;
  guint      shorter = MIN (before->len, after->len);

  while (head < shorter && g_ptr_array_index (before, head) == g_ptr_array_index (after, head))
    head++;

  while (tail < shorter - head && g_ptr_array_index (before, before->len - 1 - tail) ==
                                      g_ptr_array_index (after, after->len - 1 - tail))
    tail++;

  if (head == before->len && head == after->len)
    head = tail = 0;

  g_list_model_items_changed (
      G_LIST_MODEL (children), head, before->len - head - tail, after->len - head - tail);
}

static void
following_begin (Following *following,
                 QdIndex   *index)
{
  following->index = index;
  following->table = qd_record_list_get_table (index->list);
  following->touched = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static void
following_end (Following *following)
{
  g_autoptr(GHashTable) touched = g_steal_pointer (&following->touched);
  GHashTableIter iter;
  gpointer       children, parent;

  g_hash_table_iter_init (&iter, touched);

  while (g_hash_table_iter_next (&iter, &children, NULL))
    tell_difference (children);

  g_hash_table_iter_init (&iter, touched);

  while (g_hash_table_iter_next (&iter, NULL, &parent))
    g_signal_emit (following->index, signals[CHANGED], 0, *(gint64 *)parent);
}

static void
follow_change_cb (const QdChange *change,
                  gpointer        user_data)
{
  Following *following = user_data;

  if (g_str_equal (change->table, following->table))
    follow_record (following, change->id);
}

static void
store_changed_cb (QdIndex   *self,
                  QdChanges *changes,
                  QdStore   *store)
{
  Following following;

  if (!qd_changes_has_table (changes, qd_record_list_get_table (self->list)))
    return;

  following_begin (&following, self);
  qd_changes_foreach (changes, follow_change_cb, &following);
  following_end (&following);
}

/* The list has just read the file, for the first time or again. */
static void
list_reset_cb (QdIndex      *self,
               GArray       *ids,
               QdRecordList *list)
{
  Following following;

  following_begin (&following, self);

  for (guint i = 0; i < ids->len; i++)
    follow_record (&following, g_array_index (ids, gint64, i));

  following_end (&following);
}

static void
qd_index_finalize (GObject *object)
{
  QdIndex *self = QD_INDEX (object);

  g_clear_pointer (&self->by_parent, g_hash_table_unref);
  g_clear_pointer (&self->parents, g_hash_table_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_index_parent_class)->finalize (object);
}

static void
qd_index_class_init (QdIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_index_finalize;

  /**
   * QdIndex::changed:
   * @self: the index
   * @parent: an id
   *
   * Emitted once for each parent whose children changed, came or went in a
   * transaction, after all models are in step.
   */
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
qd_index_init (QdIndex *self)
{
  self->by_parent = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->parents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * qd_index_new:
 * @list: of a kind of record that is part of another; not loaded yet, so that
 *   the list follows each change before its index does
 */
QdIndex *
qd_index_new (QdStore      *store,
              QdRecordList *list)
{
  QdIndex *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_RECORD_LIST (list), NULL);

  self = g_object_new (QD_TYPE_INDEX, NULL);
  self->store = g_object_ref (store);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "reset", G_CALLBACK (list_reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * qd_index_get_children:
 * @parent: an id
 *
 * Returns: (transfer none): the records of @parent, live; empty for one that
 *   has none, or is not there yet
 */
GListModel *
qd_index_get_children (QdIndex *self,
                       gint64   parent)
{
  g_return_val_if_fail (QD_IS_INDEX (self), NULL);

  return G_LIST_MODEL (qd_index_ensure (self, parent));
}

/**
 * qd_index_peek_children:
 *
 * Like qd_index_get_children(), for a look that keeps nothing.
 *
 * Returns: (transfer none): the records, valid until the next change
 */
GPtrArray *
qd_index_peek_children (QdIndex *self,
                        gint64   parent)
{
  g_return_val_if_fail (QD_IS_INDEX (self), NULL);

  return qd_index_ensure (self, parent)->records;
}
