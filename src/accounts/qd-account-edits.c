/* qd-account-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-edits"

#include "qd-account-edits.h"

#include <glib/gi18n.h>

#include "qd-contact.h"
#include "qd-team-member.h"

void
qd_account_add_async (QdAccount          *draft,
                      QdStore            *store,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (QD_IS_ACCOUNT (draft));

  qd_record_add_async (draft, store, _ ("Add Account"), callback, user_data);
}

/* The name a copy gets, within what a line may hold. */
static char *
dup_copy_name (const char *name)
{
  /* Translators: the name of a copied account: “Example (copy)” */
  const char      *format = C_ ("account", "%s (copy)");
  glong            n_over = g_utf8_strlen (name, -1) + g_utf8_strlen (format, -1) - QD_COLUMN_MAX_LINE;
  g_autofree char *shortened = g_utf8_substring (name, 0, g_utf8_strlen (name, -1) - MAX (n_over, 0));

  return g_strdup_printf (format, shortened);
}

static void
insert_copies (QdBatch   *batch,
               GPtrArray *records,
               gint64     account)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(QdRecord) copy = qd_record_dup_as_new (g_ptr_array_index (records, i));

      qd_record_set_parent (copy, account);
      qd_batch_insert (batch, copy);
    }
}

/**
 * qd_account_duplicate_async:
 *
 * Adds an account with the same particulars and people. What happened with the
 * customer is not copied, and neither is the codename, which stands for one
 * customer only.
 *
 * Returns: the id the copy will have
 */
gint64
qd_account_duplicate_async (QdAccount          *account,
                            QdPortfolio        *portfolio,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(QdAccount) copy = NULL;
  g_autofree char *name = NULL;
  QdBatch         *batch = qd_batch_new ();
  gint64           id = qd_record_get_id (account);

  copy = qd_record_dup_as_new (account);
  name = dup_copy_name (account->name);
  g_object_set (copy, "name", name, "codename", NULL, "archived", FALSE, NULL);
  qd_batch_insert (batch, copy);
  insert_copies (batch, qd_portfolio_peek_children (portfolio, QD_TYPE_CONTACT, id), qd_record_get_id (copy));
  insert_copies (
      batch, qd_portfolio_peek_children (portfolio, QD_TYPE_TEAM_MEMBER, id), qd_record_get_id (copy));
  qd_batch_apply_async (
      batch, qd_portfolio_get_store (portfolio), _ ("Duplicate Account"), NULL, callback, user_data);

  return qd_record_get_id (copy);
}

/* A batch that sets @property of each of @accounts to @value. */
static QdBatch *
create_change (GPtrArray    *accounts,
               const char   *property,
               const GValue *value)
{
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; i < accounts->len; i++)
    {
      g_autoptr(QdRecord) draft = qd_record_dup_draft (g_ptr_array_index (accounts, i));

      g_object_set_property (G_OBJECT (draft), property, value);
      qd_batch_update (batch, draft);
    }

  return batch;
}

/* @archived: or brought back */
void
qd_accounts_archive_async (GPtrArray          *accounts,
                           gboolean            archived,
                           QdStore            *store,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_auto(GValue) value = G_VALUE_INIT;
  const char *label = archived ? ngettext ("Archive Account", "Archive Accounts", accounts->len)
                               : ngettext ("Restore Account", "Restore Accounts", accounts->len);

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, archived);
  qd_batch_apply_async (
      create_change (accounts, "archived", &value), store, label, NULL, callback, user_data);
}

/* All that belongs to them goes with them, and comes back with undo. */
void
qd_accounts_delete_async (GPtrArray          *accounts,
                          QdStore            *store,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; i < accounts->len; i++)
    qd_batch_delete (batch, g_ptr_array_index (accounts, i));

  qd_batch_apply_async (batch,
                        store,
                        ngettext ("Delete Account", "Delete Accounts", accounts->len),
                        NULL,
                        callback,
                        user_data);
}

/* @property: of an account, such as “tier” */
void
qd_accounts_set_async (GPtrArray          *accounts,
                       const char         *property,
                       const GValue       *value,
                       QdStore            *store,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  const QdColumn  *column = qd_record_find_column (QD_TYPE_ACCOUNT, property);
  g_autofree char *label = NULL;

  g_return_if_fail (column != NULL);

  /* Translators: what an edit is called, with the name of a field: “Change Success Tier” */
  label = g_strdup_printf (_ ("Change %s"), _ (column->label));
  qd_batch_apply_async (create_change (accounts, property, value), store, label, NULL, callback, user_data);
}

/* Entries of one day are told apart by the second in which they were made, so
 * two made within one second must not share it. */
static gint64
next_created (GPtrArray *entries)
{
  gint64 created = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < entries->len; i++)
    {
      const QdHealth *entry = g_ptr_array_index (entries, i);

      created = MAX (created, entry->created + 1);
    }

  return created;
}

/**
 * qd_accounts_judge_async:
 * @day: on which they were judged
 * @reason: (nullable): why
 *
 * Adds a health entry to each of @accounts.
 */
void
qd_accounts_judge_async (GPtrArray          *accounts,
                         QdHealthLevel       level,
                         int                 day,
                         const char         *reason,
                         QdPortfolio        *portfolio,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; i < accounts->len; i++)
    {
      g_autoptr(QdHealth) draft = qd_record_new_draft (QD_TYPE_HEALTH);
      gint64     account = qd_record_get_id (g_ptr_array_index (accounts, i));
      GPtrArray *entries = qd_portfolio_peek_children (portfolio, QD_TYPE_HEALTH, account);

      g_object_set (draft,
                    "account", account,
                    "level", (int)level,
                    "day", day,
                    "reason", reason,
                    "created", next_created (entries),
                    NULL);
      qd_batch_insert (batch, draft);
    }

  qd_batch_apply_async (
      batch, qd_portfolio_get_store (portfolio), _ ("Change Health"), NULL, callback, user_data);
}

char *
qd_accounts_dup_archived_words (guint    n_accounts,
                                gboolean archived)
{
  return archived ? g_strdup_printf (ngettext ("Account archived", "%u accounts archived", n_accounts), n_accounts)
                  : g_strdup_printf (ngettext ("Account restored", "%u accounts restored", n_accounts), n_accounts);
}

char *
qd_accounts_dup_deleted_words (guint n_accounts)
{
  return g_strdup_printf (ngettext ("Account deleted", "%u accounts deleted", n_accounts), n_accounts);
}

char *
qd_accounts_dup_changed_words (guint n_accounts)
{
  return g_strdup_printf (ngettext ("Account changed", "%u accounts changed", n_accounts), n_accounts);
}
