/* qd-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-portfolio"

#include "qd-portfolio.h"

/**
 * QdPortfolio:
 *
 * All that is in a file, live: a list of each kind of record, and of each kind
 * that is part of another, an index by its parent. Which kinds there are, the
 * app says.
 */
struct _QdPortfolio
{
  GObject     parent_instance;

  QdStore    *store;
  GPtrArray  *in_order; /* the lists, parents first */
  GHashTable *lists;    /* GType -> QdRecordList */
  GHashTable *indexes;  /* GType -> QdIndex */
};

G_DEFINE_FINAL_TYPE (QdPortfolio, qd_portfolio, G_TYPE_OBJECT)

static gboolean
has_parent (GType type)
{
  g_autoptr(GTypeClass) type_class = g_type_class_ref (type);
  QdRecordClass *klass = QD_RECORD_CLASS (type_class);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (klass->columns[i].kind == QD_COLUMN_KIND_REFERENCE)
        return TRUE;
    }

  return FALSE;
}

/* The lists are read one after another on the store's thread; the last to
 * arrive, or the first to fail, ends the load. */
static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  guint *n_missing = g_task_get_task_data (task);

  (*n_missing)--;

  if (!qd_record_list_load_finish (QD_RECORD_LIST (object), result, &error))
    {
      if (!g_task_had_error (task))
        g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (*n_missing == 0 && !g_task_had_error (task))
    {
      g_task_return_boolean (task, TRUE);
    }
}

static void
qd_portfolio_finalize (GObject *object)
{
  QdPortfolio *self = QD_PORTFOLIO (object);

  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->in_order, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_portfolio_parent_class)->finalize (object);
}

static void
qd_portfolio_class_init (QdPortfolioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_portfolio_finalize;
}

static void
qd_portfolio_init (QdPortfolio *self)
{
  self->in_order = g_ptr_array_new ();
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->indexes = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/**
 * qd_portfolio_new:
 * @types: kinds of record, each after the kind it is part of
 */
QdPortfolio *
qd_portfolio_new (QdStore     *store,
                  const GType *types,
                  guint        n_types)
{
  QdPortfolio *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_PORTFOLIO, NULL);
  self->store = g_object_ref (store);

  for (guint i = 0; i < n_types; i++)
    {
      QdRecordList *list = qd_record_list_new (store, types[i]);

      g_ptr_array_add (self->in_order, list);
      g_hash_table_insert (self->lists, GSIZE_TO_POINTER (types[i]), list);

      if (has_parent (types[i]))
        g_hash_table_insert (self->indexes, GSIZE_TO_POINTER (types[i]), qd_index_new (store, list));
    }

  return self;
}

/* Returns: (transfer none): where edits go */
QdStore *
qd_portfolio_get_store (QdPortfolio *self)
{
  g_return_val_if_fail (QD_IS_PORTFOLIO (self), NULL);

  return self->store;
}

/* Returns: (transfer full) (element-type GType): the kinds of record, parents first */
GArray *
qd_portfolio_dup_types (QdPortfolio *self)
{
  GArray *types;

  g_return_val_if_fail (QD_IS_PORTFOLIO (self), NULL);

  types = g_array_new (FALSE, FALSE, sizeof (GType));

  for (guint i = 0; i < self->in_order->len; i++)
    {
      GType type = g_list_model_get_item_type (g_ptr_array_index (self->in_order, i));

      g_array_append_val (types, type);
    }

  return types;
}

/* Returns: (transfer none): every record of @type */
QdRecordList *
qd_portfolio_get_list (QdPortfolio *self,
                       GType        type)
{
  g_return_val_if_fail (QD_IS_PORTFOLIO (self), NULL);

  return g_hash_table_lookup (self->lists, GSIZE_TO_POINTER (type));
}

/* Returns: (transfer none): the records of @type by what they are part of */
QdIndex *
qd_portfolio_get_index (QdPortfolio *self,
                        GType        type)
{
  g_return_val_if_fail (QD_IS_PORTFOLIO (self), NULL);

  return g_hash_table_lookup (self->indexes, GSIZE_TO_POINTER (type));
}

/* See qd_index_get_children(). */
GListModel *
qd_portfolio_get_children (QdPortfolio *self,
                           GType        type,
                           gint64       parent)
{
  return qd_index_get_children (qd_portfolio_get_index (self, type), parent);
}

/* See qd_index_peek_children(). */
GPtrArray *
qd_portfolio_peek_children (QdPortfolio *self,
                            GType        type,
                            gint64       parent)
{
  return qd_index_peek_children (qd_portfolio_get_index (self, type), parent);
}

/* Returns: (transfer none) (nullable): the record of @type with @id */
gpointer
qd_portfolio_lookup (QdPortfolio *self,
                     GType        type,
                     gint64       id)
{
  return qd_record_list_lookup (qd_portfolio_get_list (self, type), id);
}

/* To be called once. */
void
qd_portfolio_load_async (QdPortfolio        *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  guint *n_missing;

  g_return_if_fail (QD_IS_PORTFOLIO (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_portfolio_load_async);

  /* Each list says so itself when it is cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  n_missing = g_new (guint, 1);
  *n_missing = self->in_order->len;
  g_task_set_task_data (task, n_missing, g_free);

  if (*n_missing == 0)
    g_task_return_boolean (task, TRUE);

  for (guint i = 0; i < self->in_order->len; i++)
    qd_record_list_load_async (
        g_ptr_array_index (self->in_order, i), cancellable, load_cb, g_object_ref (task));
}

gboolean
qd_portfolio_load_finish (QdPortfolio  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (QD_IS_PORTFOLIO (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_portfolio_load_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
