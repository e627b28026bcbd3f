/* qd-csv-roster.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-roster"

#include "qd-csv-roster.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account-facts.h"
#include "qd-batch.h"
#include "qd-csv-values.h"
#include "qd-health.h"
#include "qd-team-member.h"

struct _QdCsvReader
{
  const QdCsvTable   *table;
  const QdCsvMapping *mapping;
  QdPortfolio        *portfolio;
  GHashTable         *by_name; /* folded name, codename or alias -> QdAccount, live */
  GHashTable         *seen;    /* folded name of an account -> line */
  GPtrArray          *results;
  int                 today;
};

static void
result_free (QdCsvResult *result)
{
  g_clear_object (&result->draft);
  g_clear_object (&result->health);
  g_clear_object (&result->member);
  g_free (result->name);
  g_free (result->message);
  g_free (result);
}

/* What a name is known by: of one without letters and digits, all of it. */
static char *
dup_key (const char *name)
{
  char *key = qd_csv_fold (name);

  if (*key == '\0')
    g_set_str (&key, name);

  return key;
}

static void
know_account (GHashTable *by_name,
              const char *name,
              QdAccount  *account)
{
  char *folded = name != NULL ? dup_key (name) : NULL;

  if (folded != NULL && *folded != '\0' && !g_hash_table_contains (by_name, folded))
    g_hash_table_insert (by_name, folded, account);
  else
    g_free (folded);
}

/* Names before codenames before aliases, so that the nearest match wins. */
static GHashTable *
index_accounts (QdPortfolio *portfolio)
{
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));
  GHashTable *by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint       n_accounts = g_list_model_get_n_items (accounts);

  for (int pass = 0; pass < 3; pass++)
    {
      for (guint i = 0; i < n_accounts; i++)
        {
          g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);
          g_auto(GStrv) aliases = NULL;

          if (pass < 2)
            {
              know_account (by_name, pass == 0 ? account->name : account->codename, account);
              continue;
            }

          aliases = g_strsplit (account->aliases != NULL ? account->aliases : "", "\n", -1);

          for (int j = 0; aliases[j] != NULL; j++)
            know_account (by_name, aliases[j], account);
        }
    }

  return by_name;
}

static const char *
get_target_text (QdCsvReader    *self,
                 const QdCsvRow *row,
                 const char     *target)
{
  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      if (g_strcmp0 (self->mapping->targets[i], target) == 0)
        return qd_csv_table_get (self->table, row, i);
    }

  return "";
}

/* Sets the fields the row has; what is blank in the file stays as it is. */
static gboolean
read_fields (QdCsvReader    *self,
             const QdCsvRow *row,
             QdAccount      *draft,
             GError        **error)
{
  const char *currency = get_target_text (self, row, "currency");

  if (*currency == '\0')
    currency = draft->currency != NULL ? draft->currency : self->mapping->currency;

  for (guint i = 0; i < self->mapping->n_columns; i++)
    {
      const char      *target = self->mapping->targets[i];
      g_autofree char *text = qd_csv_dup_unguarded (qd_csv_table_get (self->table, row, i));

      if (target == NULL || *text == '\0' || g_str_equal (target, "health") || g_str_equal (target, "csm"))
        continue;

      if (!qd_csv_set_value (draft, target, text, self->mapping->orders[i], currency, error))
        return FALSE;
    }

  return TRUE;
}

/* An entry of today, where the file says otherwise than the newest. */
static gboolean
read_health (QdCsvReader    *self,
             const QdCsvRow *row,
             gint64          account,
             QdHealth      **health,
             GError        **error)
{
  g_autofree char *text = qd_csv_dup_unguarded (get_target_text (self, row, "health"));
  QdHealthLevel    level;
  QdHealth        *latest;

  if (*text == '\0')
    return TRUE;

  if (!qd_csv_parse_health (text, &level, error))
    return FALSE;

  latest = qd_health_find_latest (qd_portfolio_peek_children (self->portfolio, QD_TYPE_HEALTH, account), NULL);

  if (latest != NULL && latest->level == level)
    return TRUE;

  *health = qd_record_new_draft (QD_TYPE_HEALTH);
  g_object_set (*health,
                "account", account,
                "level", (int)level,
                "day", self->today,
                "reason", _ ("As the imported report says"),
                "created", g_get_real_time () / G_USEC_PER_SEC,
                NULL);

  return TRUE;
}

static gboolean
read_csm (QdCsvReader    *self,
          const QdCsvRow *row,
          gint64          account,
          QdTeamMember  **member,
          GError        **error)
{
  g_autofree char *name = qd_csv_dup_unguarded (get_target_text (self, row, "csm"));
  GPtrArray       *team = qd_portfolio_peek_children (self->portfolio, QD_TYPE_TEAM_MEMBER, account);

  if (*name == '\0')
    return TRUE;

  for (guint i = 0; i < team->len; i++)
    {
      QdTeamMember *known = g_ptr_array_index (team, i);

      if (g_utf8_collate (known->name, name) == 0)
        return TRUE;
    }

  *member = qd_record_new_draft (QD_TYPE_TEAM_MEMBER);
  g_object_set (*member, "account", account, "name", name, "role", QD_TEAM_ROLE_CSM, NULL);

  if (qd_record_check (*member, error))
    return TRUE;

  g_prefix_error (error, "%s: ", _ ("Customer Success Manager"));

  return FALSE;
}

/* The fields that differ, by their names: “Renewal, ARR” */
static char *
dup_differences (QdAccount *account,
                 QdAccount *draft)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint              n_targets;
  const QdCsvTarget *targets = qd_csv_get_targets (&n_targets);

  for (guint i = 0; i < n_targets; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (qd_record_find_column (QD_TYPE_ACCOUNT, targets[i].name) == NULL)
        continue;

      before = qd_record_dup_display (account, targets[i].name);
      after = qd_record_dup_display (draft, targets[i].name);

      if (!g_str_equal (before, after))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _ (targets[i].label));
    }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* Refuses a second row of the same account: which of the two would be right? */
static gboolean
note_seen (QdCsvReader    *self,
           const QdCsvRow *row,
           const char     *name,
           QdAccount      *account,
           GError        **error)
{
  g_autofree char *key = dup_key (account != NULL ? account->name : name);
  guint            line = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));

  if (line == 0)
    {
      g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (row->line));
      return TRUE;
    }

  g_set_error (error, QD_CSV_ERROR, QD_CSV_ERROR_NO_HEADER, _ ("It is the same account as in line %u"), line);
  return FALSE;
}

static gboolean
read_row (QdCsvReader    *self,
          const QdCsvRow *row,
          QdCsvResult    *result,
          GError        **error)
{
  g_autofree char *folded = NULL;
  QdAccount       *account;
  gint64           id;

  result->name = qd_csv_dup_unguarded (get_target_text (self, row, "name"));
  folded = dup_key (result->name);
  account = g_hash_table_lookup (self->by_name, folded);
  result->draft = account != NULL ? qd_record_dup_draft (account) : qd_record_new_draft (QD_TYPE_ACCOUNT);
  id = qd_record_get_id (result->draft);

  if (!read_fields (self, row, result->draft, error) || !qd_record_check (result->draft, error) ||
      !note_seen (self, row, result->name, account, error) ||
      !read_health (self, row, id, (QdHealth **)&result->health, error) ||
      !read_csm (self, row, id, (QdTeamMember **)&result->member, error))
    return FALSE;

  if (account == NULL)
    {
      result->outcome = QD_CSV_ADD;
      return TRUE;
    }

  /* The file may call it by its codename or an alias; that does not rename it. */
  if (g_strcmp0 (account->name, result->name) != 0)
    g_object_set (result->draft, "name", account->name, NULL);

  result->message = dup_differences (account, result->draft);
  result->outcome = result->message != NULL || result->health != NULL || result->member != NULL ? QD_CSV_CHANGE
                                                                                                : QD_CSV_SAME;

  return TRUE;
}

/**
 * qd_csv_reader_new:
 * @table: outlives the reader
 * @mapping: complete; outlives the reader
 * @today: the day that a health the file states is of
 *
 * Reads a table row by row, as many at a time as its caller can spare, and
 * writes nothing. The portfolio may not change while it does.
 */
QdCsvReader *
qd_csv_reader_new (const QdCsvTable   *table,
                   const QdCsvMapping *mapping,
                   QdPortfolio        *portfolio,
                   int                 today)
{
  QdCsvReader *self = g_new0 (QdCsvReader, 1);

  self->table = table;
  self->mapping = mapping;
  self->portfolio = g_object_ref (portfolio);
  self->today = today;
  self->by_name = index_accounts (portfolio);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify)result_free);

  return self;
}

void
qd_csv_reader_free (QdCsvReader *self)
{
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_object (&self->portfolio);
  g_free (self);
}

/* Reads up to @n_rows more. Returns: whether any are left */
gboolean
qd_csv_reader_step (QdCsvReader *self,
                    guint        n_rows)
{
  for (; n_rows > 0 && self->results->len < self->table->rows->len; n_rows--)
    {
      const QdCsvRow *row = g_ptr_array_index (self->table->rows, self->results->len);
      QdCsvResult    *result = g_new0 (QdCsvResult, 1);
      g_autoptr(GError) error = NULL;

      result->line = row->line;

      if (!read_row (self, row, result, &error))
        {
          result->outcome = QD_CSV_BAD;
          result->message = g_strdup (error->message);
        }

      g_ptr_array_add (self->results, result);
    }

  return self->results->len < self->table->rows->len;
}

/* Returns: the share of the rows that is read, 0 to 1 */
double
qd_csv_reader_get_progress (QdCsvReader *self)
{
  return self->table->rows->len > 0 ? (double)self->results->len / self->table->rows->len : 1;
}

/* Returns: (transfer full) (element-type QdCsvResult): one for each row that was read */
GPtrArray *
qd_csv_reader_steal_results (QdCsvReader *self)
{
  return g_steal_pointer (&self->results);
}

/* All of it at once, for where nobody waits at a screen. */
GPtrArray *
qd_csv_roster_read (const QdCsvTable   *table,
                    const QdCsvMapping *mapping,
                    QdPortfolio        *portfolio,
                    int                 today)
{
  g_autoptr(QdCsvReader) reader = qd_csv_reader_new (table, mapping, portfolio, today);

  qd_csv_reader_step (reader, G_MAXUINT);

  return qd_csv_reader_steal_results (reader);
}

/* Writes the good rows; one step to undo. Ends with qd_store_edit_finish(). */
void
qd_csv_roster_apply_async (GPtrArray          *results,
                           QdStore            *store,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; i < results->len; i++)
    {
      const QdCsvResult *result = g_ptr_array_index (results, i);

      if (result->outcome == QD_CSV_ADD)
        qd_batch_insert (batch, result->draft);
      else if (result->outcome == QD_CSV_CHANGE)
        qd_batch_update (batch, result->draft);
      else
        continue;

      if (result->health != NULL)
        qd_batch_insert (batch, result->health);

      if (result->member != NULL)
        qd_batch_insert (batch, result->member);
    }

  qd_batch_apply_async (batch, store, _ ("Import Accounts"), cancellable, callback, user_data);
}

guint
qd_csv_roster_count (GPtrArray   *results,
                     QdCsvOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    n += ((QdCsvResult *)g_ptr_array_index (results, i))->outcome == outcome;

  return n;
}
