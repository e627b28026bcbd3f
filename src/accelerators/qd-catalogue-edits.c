/* qd-catalogue-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-catalogue-edits"

#include "qd-catalogue-edits.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-db.h"

/* Two records under one key would hide each other. */
static gboolean
check_key (QdDb            *db,
           QdContentModule *draft,
           GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT name FROM content_module WHERE key = ? AND id <> ?", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, draft->key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (stmt, 2, qd_record_get_id (draft));

  if (!qd_db_next (db, stmt, &local_error))
    {
      if (local_error == NULL)
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("The key “%s” belongs to the module “%s” already; nothing was changed"),
               draft->key,
               (const char *)sqlite3_column_text (stmt, 0));
  sqlite3_reset (stmt);

  return FALSE;
}

static gboolean
insert_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  return check_key (db, data, error) && qd_record_insert (db, data, error);
}

static gboolean
update_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  return check_key (db, data, error) && qd_record_update (db, data, error);
}

static void
write_async (QdCatalogue        *self,
             QdContentModule    *draft,
             const char         *label,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  QdPortfolio *portfolio = qd_catalogue_get_portfolio (self);
  gboolean     is_new = qd_portfolio_lookup (portfolio, QD_TYPE_CONTENT_MODULE, qd_record_get_id (draft)) == NULL;

  qd_store_edit_async (qd_portfolio_get_store (portfolio),
                       label,
                       is_new ? insert_func : update_func,
                       qd_record_dup_draft (draft),
                       g_object_unref,
                       NULL,
                       callback,
                       user_data);
}

/**
 * qd_catalogue_create_draft:
 *
 * Returns: (transfer full): a draft to edit @module by; of one that ships, a copy under
 *   the same key
 */
QdContentModule *
qd_catalogue_create_draft (QdCatalogue       *self,
                           QdCatalogueModule *module)
{
  QdPortfolio     *portfolio;
  QdContentModule *record;
  QdContentModule *draft;

  g_return_val_if_fail (QD_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (QD_IS_CATALOGUE_MODULE (module), NULL);

  portfolio = qd_catalogue_get_portfolio (self);
  record = portfolio != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_CONTENT_MODULE, module->id) : NULL;

  if (record != NULL)
    return qd_record_dup_draft (record);

  draft = qd_record_new_draft (QD_TYPE_CONTENT_MODULE);
  qd_catalogue_module_fill_record (module, draft);

  return draft;
}

/* Returns: (transfer full): a draft of a module of one's own, after those there are */
QdContentModule *
qd_catalogue_create_own (QdCatalogue     *self,
                         QdModuleCategory category,
                         const char      *name)
{
  QdContentModule *draft;
  g_autofree char *key = NULL;
  double           last = 0;

  g_return_val_if_fail (QD_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(QdCatalogueModule) module = g_list_model_get_item (G_LIST_MODEL (self), i);

      last = MAX (last, module->position);
    }

  draft = qd_record_new_draft (QD_TYPE_CONTENT_MODULE);
  key = g_strdup_printf ("own-%" G_GINT64_MODIFIER "x", qd_record_get_id (draft));
  g_object_set (draft,
                "key", key,
                "category", category,
                "name", name,
                "kind", QD_MODULE_KIND_SESSION,
                "position", last + 1,
                NULL);

  return draft;
}

/* @draft: of qd_catalogue_create_draft() */
void
qd_catalogue_save_async (QdCatalogue        *self,
                         QdContentModule    *draft,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (QD_IS_CATALOGUE (self) && qd_catalogue_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_CONTENT_MODULE (draft));

  write_async (self, draft, _ ("Edit Module"), callback, user_data);
}

/* @draft: of qd_catalogue_create_own() */
void
qd_catalogue_add_async (QdCatalogue        *self,
                        QdContentModule    *draft,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (QD_IS_CATALOGUE (self) && qd_catalogue_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_CONTENT_MODULE (draft));

  write_async (self, draft, _ ("Add Module"), callback, user_data);
}

static void
remove_async (QdCatalogue        *self,
              QdCatalogueModule  *module,
              const char         *label,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  QdPortfolio     *portfolio = qd_catalogue_get_portfolio (self);
  QdContentModule *record = qd_portfolio_lookup (portfolio, QD_TYPE_CONTENT_MODULE, module->id);

  g_return_if_fail (record != NULL);

  qd_record_remove_async (record, qd_portfolio_get_store (portfolio), label, callback, user_data);
}

/* @module: one that ships and was edited; it is as it ships again */
void
qd_catalogue_reset_async (QdCatalogue        *self,
                          QdCatalogueModule  *module,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (QD_IS_CATALOGUE (self) && qd_catalogue_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_CATALOGUE_MODULE (module) && module->state == QD_MODULE_STATE_EDITED);

  remove_async (self, module, _ ("Reset Module"), callback, user_data);
}

/* @module: one's own */
void
qd_catalogue_delete_async (QdCatalogue        *self,
                           QdCatalogueModule  *module,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (QD_IS_CATALOGUE (self) && qd_catalogue_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_CATALOGUE_MODULE (module) && module->state == QD_MODULE_STATE_OWN);

  remove_async (self, module, _ ("Delete Module"), callback, user_data);
}
