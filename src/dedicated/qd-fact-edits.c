/* qd-fact-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fact-edits"

#include "qd-fact-edits.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-json.h"

static char *
dup_body (const QdFact *fact)
{
  g_autoptr(JsonNode) node = qd_fact_write (fact);
  g_autoptr(GBytes) bytes = qd_json_write (node);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Returns: (transfer none) (nullable): the record behind the fact of that key, struck out or not */
static QdFactEdit *
find_record (QdFactBook   *book,
             const QdFact *fact)
{
  GPtrArray *facts = qd_fact_book_peek_all (book, fact->topic);

  for (guint i = 0; i < facts->len; i++)
    {
      QdFact *other = g_ptr_array_index (facts, i);

      if (other->id != 0 && g_strcmp0 (other->key, fact->key) == 0)
        return qd_portfolio_lookup (qd_fact_book_get_portfolio (book), QD_TYPE_FACT_EDIT, other->id);
    }

  return NULL;
}

static void
write_async (QdFactBook         *book,
             const QdFact       *fact,
             gboolean            struck,
             const char         *label,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  QdStore    *store = qd_portfolio_get_store (qd_fact_book_get_portfolio (book));
  QdFactEdit *record = find_record (book, fact);
  g_autoptr(QdFactEdit) draft = record != NULL ? qd_record_dup_draft (record) : qd_record_new_draft (QD_TYPE_FACT_EDIT);
  g_autofree char *body = struck ? NULL : dup_body (fact);

  g_object_set (draft,
                "topic", fact->topic,
                "key", fact->key,
                "body", body,
                "struck", struck,
                "position", record != NULL ? record->position : (double)g_get_real_time (),
                NULL);

  if (record != NULL)
    qd_record_save_async (draft, store, label, callback, user_data);
  else
    qd_record_add_async (draft, store, label, callback, user_data);
}

/* Returns: (transfer full): a fact of one's own, of which all but the name is still to be said */
QdFact *
qd_fact_create_own (QdFactTopic topic,
                    const char *name)
{
  g_autofree char *id = g_uuid_string_random ();
  QdFact          *fact;

  g_return_val_if_fail (name != NULL, NULL);

  fact = qd_fact_new (topic);
  fact->state = QD_FACT_STATE_OWN;
  fact->key = g_strconcat ("own-", id, NULL);
  fact->name = g_strdup (name);

  return fact;
}

/* @fact: a changed copy of one in @book, or of qd_fact_create_own() */
void
qd_fact_save_async (QdFactBook         *book,
                    const QdFact       *fact,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_return_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL);
  g_return_if_fail (fact != NULL);

  write_async (book, fact, FALSE, _ ("Edit Fact"), callback, user_data);
}

static void
remove_async (QdFactBook         *book,
              const QdFact       *fact,
              const char         *label,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  QdFactEdit *record = find_record (book, fact);

  g_return_if_fail (record != NULL);

  qd_record_remove_async (
      record, qd_portfolio_get_store (qd_fact_book_get_portfolio (book)), label, callback, user_data);
}

/* What ships does not count any more, what is one's own is gone. */
void
qd_fact_strike_async (QdFactBook         *book,
                      const QdFact       *fact,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL);
  g_return_if_fail (fact != NULL);

  if (fact->state == QD_FACT_STATE_OWN)
    remove_async (book, fact, _ ("Delete Fact"), callback, user_data);
  else
    write_async (book, fact, TRUE, _ ("Strike Out Fact"), callback, user_data);
}

/* @fact: one that ships and was edited or struck out; it is as it ships again */
void
qd_fact_reset_async (QdFactBook         *book,
                     const QdFact       *fact,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_return_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL);
  g_return_if_fail (fact != NULL && fact->id != 0 && fact->state != QD_FACT_STATE_OWN);

  remove_async (book, fact, _ ("Reset Fact"), callback, user_data);
}
