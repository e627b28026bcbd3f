/* qd-reference-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-edits"

#include "qd-reference-edits.h"

#include <glib/gi18n.h>

#include "qd-account.h"
#include "qd-batch.h"
#include "qd-db.h"
#include "qd-plan.h"
#include "qd-task.h"

/* How many of the entries that were opened are remembered */
#define MAX_RECENT "50"

/* Two records under one key would hide each other. */
static gboolean
check_key (QdDb              *db,
           QdReferenceRecord *draft,
           GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT title FROM reference_entry WHERE key = ? AND id <> ?", error);

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
               _ ("The key “%s” belongs to the entry “%s” already; nothing was changed"),
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

static QdReferenceRecord *
find_record (QdReference      *self,
             QdReferenceEntry *entry)
{
  QdPortfolio *portfolio = qd_reference_get_portfolio (self);

  return portfolio != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_REFERENCE_RECORD, entry->id) : NULL;
}

static void
write_async (QdReference        *self,
             QdReferenceRecord  *draft,
             const char         *label,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  QdPortfolio *portfolio = qd_reference_get_portfolio (self);
  gboolean     is_new = qd_portfolio_lookup (portfolio, QD_TYPE_REFERENCE_RECORD, qd_record_get_id (draft)) == NULL;

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
 * qd_reference_create_draft:
 *
 * Returns: (transfer full): a draft to edit @entry by; of one that ships, a copy under the
 *   same key that remembers what it began with
 */
QdReferenceRecord *
qd_reference_create_draft (QdReference      *self,
                           QdReferenceEntry *entry)
{
  QdReferenceRecord *record;
  QdReferenceRecord *draft;
  g_autofree char   *print = NULL;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);
  g_return_val_if_fail (QD_IS_REFERENCE_ENTRY (entry), NULL);

  record = find_record (self, entry);

  if (record != NULL)
    return qd_record_dup_draft (record);

  print = qd_reference_entry_dup_print (entry);
  draft = qd_record_new_draft (QD_TYPE_REFERENCE_RECORD);
  qd_reference_entry_fill_record (entry, draft);
  g_object_set (draft, "based-on", print, NULL);

  return draft;
}

/* Returns: (transfer full): a draft of an entry of one's own */
QdReferenceRecord *
qd_reference_create_own (QdReference        *self,
                         QdReferenceCategory category,
                         const char         *title)
{
  QdReferenceRecord *draft;
  g_autofree char   *key = NULL;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  draft = qd_record_new_draft (QD_TYPE_REFERENCE_RECORD);
  key = g_strdup_printf ("own-%" G_GINT64_MODIFIER "x", qd_record_get_id (draft));
  g_object_set (draft, "key", key, "category", category, "title", title, "available", QD_ENUM_NONE, NULL);

  return draft;
}

/* @draft: of qd_reference_create_draft() */
void
qd_reference_save_async (QdReference        *self,
                         QdReferenceRecord  *draft,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_RECORD (draft));

  write_async (self, draft, _ ("Edit Entry"), callback, user_data);
}

/* @draft: of qd_reference_create_own() */
void
qd_reference_add_async (QdReference        *self,
                        QdReferenceRecord  *draft,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_RECORD (draft));

  write_async (self, draft, _ ("Add Entry"), callback, user_data);
}

/* @entry: one that ships and was edited; it is as it ships again, and what a person keeps of
 *   it stays */
void
qd_reference_reset_async (QdReference        *self,
                          QdReferenceEntry   *entry,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  QdReferenceRecord *record;

  g_return_if_fail (QD_IS_REFERENCE (self));
  g_return_if_fail (QD_IS_REFERENCE_ENTRY (entry) && entry->state == QD_REFERENCE_STATE_EDITED);

  record = find_record (self, entry);
  g_return_if_fail (record != NULL);

  qd_record_remove_async (
      record, qd_portfolio_get_store (qd_reference_get_portfolio (self)), _ ("Reset Entry"), callback, user_data);
}

/* @entry: one that is outdated; what ships now was looked at, and the edit is to stay */
void
qd_reference_keep_mine_async (QdReference        *self,
                              QdReferenceEntry   *entry,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  QdReferenceRecord *record;
  g_autoptr(QdReferenceRecord) draft = NULL;
  g_autofree char *print = NULL;

  g_return_if_fail (QD_IS_REFERENCE (self));
  g_return_if_fail (QD_IS_REFERENCE_ENTRY (entry) && entry->state == QD_REFERENCE_STATE_EDITED);

  record = find_record (self, entry);
  g_return_if_fail (record != NULL);

  print = qd_reference_entry_dup_print (entry->shipped);
  draft = qd_record_dup_draft (record);
  g_object_set (draft, "based-on", print, NULL);
  write_async (self, draft, _ ("Keep Edited Entry"), callback, user_data);
}

/* @entry: one's own; what was kept of it and its links go with it */
void
qd_reference_delete_async (QdReference        *self,
                           QdReferenceEntry   *entry,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  QdPortfolio       *portfolio;
  QdReferenceRecord *record;
  QdReferenceMark   *mark;
  g_autoptr(GPtrArray) links = NULL;
  QdBatch *batch;

  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_ENTRY (entry) && entry->state == QD_REFERENCE_STATE_OWN);

  portfolio = qd_reference_get_portfolio (self);
  record = find_record (self, entry);
  mark = qd_portfolio_lookup (portfolio, QD_TYPE_REFERENCE_MARK, entry->mark);
  links = qd_reference_list_links (self, entry->key);
  g_return_if_fail (record != NULL);

  batch = qd_batch_new ();
  qd_batch_delete (batch, record);

  if (mark != NULL)
    qd_batch_delete (batch, mark);

  for (guint i = 0; i < links->len; i++)
    qd_batch_delete (batch, g_ptr_array_index (links, i));

  qd_batch_apply_async (batch, qd_portfolio_get_store (portfolio), _ ("Delete Entry"), NULL, callback, user_data);
}

/* The id of the mark of the entry that @draft is of, or 0 */
static gboolean
find_mark (QdDb            *db,
           QdReferenceMark *draft,
           gint64          *id,
           GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT id FROM reference_mark WHERE key = ? ORDER BY id LIMIT 1", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, draft->key, -1, SQLITE_TRANSIENT);
  *id = 0;

  if (qd_db_next (db, stmt, &local_error))
    {
      *id = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Two things may be noted of an entry before the first is back: the second goes into the same
 * mark. */
static gboolean
mark_func (QdDb    *db,
           gpointer data,
           GError **error)
{
  static const char *const columns[] = { "favourite", "notes", "checked" };
  QdReferenceMark         *draft = data;
  g_autoptr(QdReferenceMark) there = NULL;
  g_autoptr(QdReferenceMark) changed = NULL;
  gint64 id;

  if (!find_mark (db, draft, &id, error))
    return FALSE;

  if (id == 0)
    return qd_record_insert (db, draft, error);

  if (!(there = qd_record_load (db, QD_TYPE_REFERENCE_MARK, id, error)))
    return FALSE;

  changed = qd_record_dup_draft (there);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      if (!qd_record_is_touched (draft, columns[i]))
        continue;

      g_object_get_property (G_OBJECT (draft), columns[i], &value);
      g_object_set_property (G_OBJECT (changed), columns[i], &value);
    }

  return qd_record_update (db, changed, error);
}

static QdReferenceMark *
create_mark (QdReferenceEntry *entry)
{
  QdReferenceMark *draft = qd_record_new_draft (QD_TYPE_REFERENCE_MARK);

  g_object_set (draft, "key", entry->key, NULL);

  return draft;
}

/* @draft: (transfer full): with what is to change, and only that, set */
static void
mark_async (QdReference        *self,
            QdReferenceMark    *draft,
            const char         *label,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  qd_store_edit_async (qd_portfolio_get_store (qd_reference_get_portfolio (self)),
                       label,
                       mark_func,
                       draft,
                       g_object_unref,
                       NULL,
                       callback,
                       user_data);
}

void
qd_reference_set_favourite_async (QdReference        *self,
                                  QdReferenceEntry   *entry,
                                  gboolean            favourite,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  QdReferenceMark *draft;

  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_ENTRY (entry));

  draft = create_mark (entry);

  /* Set to what it is, it would not count as set. */
  g_object_set (draft, "favourite", !favourite, NULL);
  g_object_set (draft, "favourite", favourite, NULL);
  mark_async (self, draft, favourite ? _ ("Add to Favourites") : _ ("Remove from Favourites"), callback, user_data);
}

/* @notes: (nullable) */
void
qd_reference_set_notes_async (QdReference        *self,
                              QdReferenceEntry   *entry,
                              const char         *notes,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  QdReferenceMark *draft;
  gboolean         is_empty = notes == NULL || *notes == '\0';

  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_ENTRY (entry));

  draft = create_mark (entry);
  g_object_set (draft, "notes", "…", NULL);
  g_object_set (draft, "notes", is_empty ? NULL : notes, NULL);
  mark_async (self, draft, _ ("Edit Notes"), callback, user_data);
}

/* @day: on which it was found to hold still */
void
qd_reference_mark_checked_async (QdReference        *self,
                                 QdReferenceEntry   *entry,
                                 int                 day,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  QdReferenceMark *draft;

  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_ENTRY (entry));
  g_return_if_fail (day != QD_DAY_NONE);

  draft = create_mark (entry);
  g_object_set (draft, "checked", day, NULL);
  mark_async (self, draft, _ ("Mark as Checked"), callback, user_data);
}

static gboolean
link_func (QdDb    *db,
           gpointer data,
           GError **error)
{
  QdReferenceLink *draft = data;
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "SELECT 1 FROM reference_link WHERE key = ? AND coalesce (account, 0) = ?"
                                      " AND coalesce (plan, 0) = ? AND coalesce (task, 0) = ? AND template IS ?",
                                      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, draft->key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (stmt, 2, draft->account);
  sqlite3_bind_int64 (stmt, 3, draft->plan);
  sqlite3_bind_int64 (stmt, 4, draft->task);
  sqlite3_bind_text (stmt, 5, draft->template, -1, SQLITE_TRANSIENT);

  if (qd_db_next (db, stmt, &local_error))
    {
      sqlite3_reset (stmt);
      g_set_error_literal (error,
                           QD_RECORD_ERROR,
                           QD_RECORD_ERROR_RULE,
                           _ ("The entry is linked to that already; nothing was changed"));
      return FALSE;
    }

  if (local_error == NULL)
    return qd_record_insert (db, draft, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* @draft: (transfer full) */
static void
link_async (QdReference        *self,
            QdReferenceLink    *draft,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  qd_store_edit_async (qd_portfolio_get_store (qd_reference_get_portfolio (self)),
                       _ ("Link Entry"),
                       link_func,
                       draft,
                       g_object_unref,
                       NULL,
                       callback,
                       user_data);
}

/* Returns: (transfer none) (nullable): the account that a plan or a task is of, or itself */
static QdAccount *
get_account (QdPortfolio *portfolio,
             gpointer     record)
{
  QdPlan *plan = QD_IS_TASK (record) ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, QD_TASK (record)->plan) : record;

  return QD_IS_PLAN (plan) ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account) : record;
}

/* @record: an account, a plan or a task */
void
qd_reference_link_record_async (QdReference        *self,
                                const char         *key,
                                gpointer            record,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  QdReferenceLink *draft;
  QdAccount       *account;

  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (QD_IS_ACCOUNT (record) || QD_IS_PLAN (record) || QD_IS_TASK (record));

  account = get_account (qd_reference_get_portfolio (self), record);
  g_return_if_fail (account != NULL);

  draft = qd_record_new_draft (QD_TYPE_REFERENCE_LINK);
  g_object_set (draft, "key", key, "account", qd_record_get_id (account), NULL);

  if (QD_IS_PLAN (record))
    g_object_set (draft, "plan", qd_record_get_id (record), NULL);
  else if (QD_IS_TASK (record))
    g_object_set (draft, "task", qd_record_get_id (record), NULL);

  link_async (self, draft, callback, user_data);
}

/* @template: the key of one */
void
qd_reference_link_template_async (QdReference *self,
                                  const char  *key,
                                  const char *template,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  QdReferenceLink *draft;

  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (key != NULL && template != NULL);

  draft = qd_record_new_draft (QD_TYPE_REFERENCE_LINK);
  g_object_set (draft, "key", key, "template", template, NULL);
  link_async (self, draft, callback, user_data);
}

void
qd_reference_unlink_async (QdReference        *self,
                           QdReferenceLink    *link,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_LINK (link));

  qd_record_remove_async (
      link, qd_portfolio_get_store (qd_reference_get_portfolio (self)), _ ("Remove Link"), callback, user_data);
}

static gboolean
opened_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "INSERT INTO local_reference_recent (key, opened) VALUES (?, ?)"
                                      " ON CONFLICT (key) DO UPDATE SET opened = excluded.opened",
                                      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, data, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 2, g_get_real_time ());

  return qd_db_run (db, stmt, error) &&
         qd_db_exec (db,
                     "DELETE FROM local_reference_recent WHERE id NOT IN"
                     " (SELECT id FROM local_reference_recent ORDER BY opened DESC LIMIT " MAX_RECENT ")",
                     error);
}

/* See qd_reference_list_recent_async() */
void
qd_reference_note_opened_async (QdReference        *self,
                                QdReferenceEntry   *entry,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (QD_IS_REFERENCE_ENTRY (entry));

  qd_store_edit_async (qd_portfolio_get_store (qd_reference_get_portfolio (self)),
                       _ ("Open Entry"),
                       opened_func,
                       g_strdup (entry->key),
                       g_free,
                       NULL,
                       callback,
                       user_data);
}
