/* qd-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-catalogue"

#include "qd-catalogue.h"

#include "qd-order-edits.h"
#include "qd-search-key.h"

/**
 * QdCatalogue:
 *
 * The content modules there are, by category: those that ship with the app, as a
 * person has edited them, and after them a person's own.
 *
 * It follows the portfolio. A module that is as it was stays the same object.
 */
struct _QdCatalogue
{
  GObject      parent_instance;

  QdPortfolio *portfolio; /* (nullable) */
  GPtrArray   *shipped;   /* of QdCatalogueModule */
  GPtrArray   *modules;   /* of QdCatalogueModule */
};

static GType
qd_catalogue_get_item_type (GListModel *model)
{
  return QD_TYPE_CATALOGUE_MODULE;
}

static guint
qd_catalogue_get_n_items (GListModel *model)
{
  return QD_CATALOGUE (model)->modules->len;
}

static gpointer
qd_catalogue_get_item (GListModel *model,
                       guint       position)
{
  GPtrArray *modules = QD_CATALOGUE (model)->modules;

  return position < modules->len ? g_object_ref (g_ptr_array_index (modules, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_catalogue_get_item_type;
  iface->get_n_items = qd_catalogue_get_n_items;
  iface->get_item = qd_catalogue_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QdCatalogue,
                               qd_catalogue,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static QdCatalogueModule *
find_key (GPtrArray  *modules,
          const char *key)
{
  for (guint i = 0; i < modules->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (modules, i);

      if (g_str_equal (module->key, key))
        return module;
    }

  return NULL;
}

/* What is as it was stays the same object. */
static QdCatalogueModule *
create_module (QdCatalogue       *self,
               QdContentModule   *record,
               QdCatalogueModule *shipped)
{
  QdCatalogueModule *module = qd_catalogue_module_new_from_record (record, shipped);

  for (guint i = 0; i < self->modules->len; i++)
    {
      QdCatalogueModule *before = g_ptr_array_index (self->modules, i);

      if (qd_catalogue_module_equal (before, module))
        {
          g_object_unref (module);
          return g_object_ref (before);
        }
    }

  return module;
}

static int
compare_modules (gconstpointer a,
                 gconstpointer b)
{
  const QdCatalogueModule *first = *(QdCatalogueModule **)a;
  const QdCatalogueModule *second = *(QdCatalogueModule **)b;
  gboolean                 first_own = first->state == QD_MODULE_STATE_OWN;
  gboolean                 second_own = second->state == QD_MODULE_STATE_OWN;

  if (first->category != second->category)
    return first->category - second->category;

  if (first_own != second_own)
    return first_own - second_own;

  return qd_order_compare (first->position, first->id, second->position, second->id);
}

/* Returns: (transfer full): what there is now, in order. Of two records under the same
 *   key, the first stands for what ships. */
static GPtrArray *
collect (QdCatalogue *self)
{
  GPtrArray *modules = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) replaced = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *records =
      self->portfolio != NULL ? G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, QD_TYPE_CONTENT_MODULE)) : NULL;

  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(QdContentModule) record = g_list_model_get_item (records, i);
      QdCatalogueModule *shipped = find_key (self->shipped, record->key);

      if (shipped != NULL && !g_hash_table_add (replaced, shipped->key))
        shipped = NULL;

      g_ptr_array_add (modules, create_module (self, record, shipped));
    }

  for (guint i = 0; i < self->shipped->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (self->shipped, i);

      if (!g_hash_table_contains (replaced, module->key))
        g_ptr_array_add (modules, g_object_ref (module));
    }

  g_ptr_array_sort (modules, compare_modules);

  return modules;
}

static void
records_changed_cb (QdCatalogue *self)
{
  GPtrArray *modules = collect (self);
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->modules);
  guint shorter = MIN (before->len, modules->len);
  guint head = 0;
  guint tail = 0;

  self->modules = modules;

  while (head < shorter && before->pdata[head] == self->modules->pdata[head])
    head++;

  while (tail < shorter - head &&
         before->pdata[before->len - 1 - tail] == self->modules->pdata[self->modules->len - 1 - tail])
    tail++;

  if (head + tail < MAX (before->len, self->modules->len))
    g_list_model_items_changed (
        G_LIST_MODEL (self), head, before->len - head - tail, self->modules->len - head - tail);
}

static void
qd_catalogue_finalize (GObject *object)
{
  QdCatalogue *self = QD_CATALOGUE (object);

  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->shipped, g_ptr_array_unref);
  g_clear_pointer (&self->modules, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_catalogue_parent_class)->finalize (object);
}

static void
qd_catalogue_class_init (QdCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_catalogue_finalize;
}

static void
qd_catalogue_init (QdCatalogue *self)
{
  g_autoptr(GError) error = NULL;

  self->shipped = qd_catalogue_load_shipped (&error);

  if (self->shipped == NULL)
    {
      g_warning ("%s", error->message);
      self->shipped = g_ptr_array_new ();
    }

  self->modules = g_ptr_array_new_with_free_func (g_object_unref);
}

/* @portfolio: (nullable): without one, there is what ships */
QdCatalogue *
qd_catalogue_new (QdPortfolio *portfolio)
{
  QdCatalogue *self;

  g_return_val_if_fail (portfolio == NULL || QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_CATALOGUE, NULL);

  if (portfolio != NULL)
    {
      self->portfolio = g_object_ref (portfolio);
      g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_CONTENT_MODULE),
                               "items-changed",
                               G_CALLBACK (records_changed_cb),
                               self,
                               G_CONNECT_SWAPPED);
    }

  records_changed_cb (self);

  return self;
}

/* Returns: (transfer none) (nullable): whose modules it has */
QdPortfolio *
qd_catalogue_get_portfolio (QdCatalogue *self)
{
  g_return_val_if_fail (QD_IS_CATALOGUE (self), NULL);

  return self->portfolio;
}

/* Returns: (transfer none) (nullable) */
QdCatalogueModule *
qd_catalogue_lookup (QdCatalogue *self,
                     const char  *key)
{
  g_return_val_if_fail (QD_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return find_key (self->modules, key);
}

/* Returns: (transfer none) (nullable): the module that is called @name, however that is written */
QdCatalogueModule *
qd_catalogue_find (QdCatalogue *self,
                   const char  *name)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (QD_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  wanted = qd_search_fold (name);

  for (guint i = 0; i < self->modules->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (self->modules, i);
      g_autofree char   *folded = qd_search_fold (module->name);

      if (g_str_equal (folded, wanted))
        return module;
    }

  return NULL;
}

/**
 * qd_catalogue_search:
 * @text: (nullable): words that must all be in a module
 * @category: #QdModuleCategory, or %QD_ENUM_NONE for any
 *
 * Returns: (transfer full) (element-type QdCatalogueModule): what was found, in order
 */
GPtrArray *
qd_catalogue_search (QdCatalogue *self,
                     const char  *text,
                     int          category)
{
  g_auto(GStrv) words = NULL;
  GPtrArray *found;

  g_return_val_if_fail (QD_IS_CATALOGUE (self), NULL);

  words = qd_search_split (text != NULL ? text : "");
  found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->modules->len; i++)
    {
      QdCatalogueModule *module = g_ptr_array_index (self->modules, i);

      if ((category == QD_ENUM_NONE || module->category == category) &&
          qd_catalogue_module_matches (module, (const char *const *)words))
        g_ptr_array_add (found, g_object_ref (module));
    }

  return found;
}
