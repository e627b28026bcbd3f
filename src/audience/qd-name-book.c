/* qd-name-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-name-book"

#include "qd-name-book.h"

#include <string.h>

#include "qd-changes.h"
#include "qd-contact.h"
#include "qd-name-book-private.h"
#include "qd-seal.h"
#include "qd-tenant-contact.h"
#include "qd-tenant.h"

/* What a company is, which is often left out where it is named */
static const char *const legal_forms[] = { "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "corp",
                                           "corporation", "co", "company", "gmbh", "ag", "kg", "se", "sa", "sas",
                                           "sarl", "spa", "srl", "bv", "nv", "oy", "oyj", "ab", "as", "asa", "aps",
                                           "kk", "pty", "pte", "sro", "zrt", "kft", NULL };

/* Letters that are also written as two */
static const char *const umlauts[][2] = {
  { "ä", "ae" },
  { "ö", "oe" },
  { "ü", "ue" },
  { "Ä", "Ae" },
  { "Ö", "Oe" },
  { "Ü", "Ue" },
  { "å", "aa" },
  { "Å", "Aa" },
  { "ø", "oe" },
  { "Ø", "Oe" },
};

/* Names with fewer letters are none: every text has them. */
#define MIN_CHARACTERS 2

static void
name_free (QdName *name)
{
  g_free (name->text);
  g_free (name->breaks);
  g_free (name);
}

static GHashTable *
load_common_words (void)
{
  g_autoptr(GBytes) bytes =
                g_resources_lookup_data ("/io/gitlab/quarterdeck/Quarterdeck/audience/common-words.txt", 0, NULL);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (bytes != NULL, words);

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_hash_table_add (words, g_strdup (lines[i]));
    }

  return words;
}

static gboolean
is_common_word (const QdFold *fold)
{
  static GHashTable *words;
  g_autofree char   *word = g_strndup (fold->bytes, fold->length);

  if (g_once_init_enter_pointer (&words))
    g_once_init_leave_pointer (&words, load_common_words ());

  return g_hash_table_contains (words, word);
}

static QdName *
create_name (QdHitKind     kind,
             QdAccount    *account,
             gboolean      sealed,
             const char   *text,
             const QdFold *fold)
{
  QdName *name = g_new0 (QdName, 1);

  name->kind = kind;
  name->account = qd_record_get_id (account);
  name->sealed = sealed;
  name->text = g_strstrip (g_strdup (text));
  name->n_bytes = (guint)fold->length;
  name->breaks = g_new0 (guint8, fold->length);

  for (gsize i = 0; i < fold->length; i++)
    {
      name->breaks[i] = (fold->flags[i] & QD_FOLD_START) != 0;
      name->n_words += (fold->flags[i] & QD_FOLD_GAP) != 0;
      name->n_characters += !(fold->flags[i] & QD_FOLD_MORE);
    }

  name->common = name->n_words == 1 && kind != QD_HIT_DOMAIN && kind != QD_HIT_EMAIL && is_common_word (fold);

  return name;
}

/* As it is compared; @text in one way of writing it */
static void
add_spelling (QdNameBook *self,
              QdHitKind   kind,
              QdAccount  *account,
              gboolean    sealed,
              const char *text)
{
  g_autoptr(QdFold) fold = qd_fold_new (text, -1);
  QdName *name;
  guint   string;

  if (fold->length == 0)
    return;

  name = create_name (kind, account, sealed, text, fold);

  if (name->n_characters < MIN_CHARACTERS && (guchar)fold->bytes[0] < 0x80)
    {
      name_free (name);
      return;
    }

  string = qd_automaton_add (self->automaton, fold->bytes, fold->length);

  if (string == self->by_string->len)
    g_ptr_array_add (self->by_string, NULL);

  name->next = g_ptr_array_index (self->by_string, string);
  self->by_string->pdata[string] = name;
  g_ptr_array_add (self->names, name);
}

/* Returns: (transfer full) (nullable): @text with two letters for each that has a mark above */
static char *
dup_without_umlauts (const char *text)
{
  g_autoptr(GString) plain = g_string_new (text);
  guint n_replaced = 0;

  for (guint i = 0; i < G_N_ELEMENTS (umlauts); i++)
    n_replaced += g_string_replace (plain, umlauts[i][0], umlauts[i][1], 0);

  return n_replaced > 0 ? g_string_free_and_steal (g_steal_pointer (&plain)) : NULL;
}

/* Returns: (transfer full) (nullable): “Smith & Sons” for “Smith and Sons”, and the other way round */
static char *
dup_with_other_and (const char *text)
{
  g_autoptr(GString) other = g_string_new (text);

  return g_string_replace (other, " & ", " and ", 0) > 0 || g_string_replace (other, " and ", " & ", 0) > 0
             ? g_string_free_and_steal (g_steal_pointer (&other))
             : NULL;
}

/* Returns: (transfer full) (nullable): @text without what kind of company it is */
static char *
dup_without_legal_form (const char *text)
{
  g_autofree char *rest = g_strchomp (g_strdup (text));
  char            *last = strrchr (rest, ' ');
  g_autofree char *form = NULL;

  if (last == NULL)
    return NULL;

  form = g_ascii_strdown (last + 1, -1);
  g_strdelimit (form, ".,", ' ');
  g_strstrip (form);

  if (!g_strv_contains (legal_forms, form))
    return NULL;

  *last = '\0';

  return g_steal_pointer (&rest);
}

static void
add_name (QdNameBook *self,
          QdHitKind   kind,
          QdAccount  *account,
          gboolean    sealed,
          const char *text)
{
  g_autofree char *plain = dup_without_umlauts (text);
  g_autofree char *other_and = dup_with_other_and (text);
  g_autofree char *short_name = kind == QD_HIT_NAME || kind == QD_HIT_ALIAS ? dup_without_legal_form (text) : NULL;

  add_spelling (self, kind, account, sealed, text);

  if (plain != NULL)
    add_spelling (self, kind, account, sealed, plain);

  if (other_and != NULL)
    add_spelling (self, kind, account, sealed, other_and);

  if (short_name != NULL)
    add_spelling (self, kind, account, sealed, short_name);
}

static void
add_lines (QdNameBook *self,
           QdHitKind   kind,
           QdAccount  *account,
           gboolean    sealed,
           const char *text)
{
  g_auto(GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_name (self, kind, account, sealed, lines[i]);
}

static void
add_account (QdNameBook *self,
             QdAccount  *account)
{
  guint  seal = qd_account_get_seal (account);
  gint64 id = qd_record_get_id (account);

  add_name (self, QD_HIT_NAME, account, (seal & QD_SEAL_PART_NAME) != 0, account->name);
  add_lines (self, QD_HIT_ALIAS, account, (seal & QD_SEAL_PART_ALIASES) != 0, account->aliases);
  add_lines (self, QD_HIT_DOMAIN, account, (seal & QD_SEAL_PART_DOMAINS) != 0, account->domains);
  g_hash_table_insert (self->real_names, g_memdup2 (&id, sizeof id), g_strdup (account->name));

  if (account->codename == NULL)
    return;

  g_hash_table_insert (self->codenames, g_memdup2 (&id, sizeof id), g_strdup (account->codename));

  if (g_strcmp0 (account->codename, account->name) != 0)
    add_name (self, QD_HIT_CODENAME, account, FALSE, account->codename);
}

/* “Whitcombe, Lorraine” and “L. Whitcombe”, too */
static void
add_person (QdNameBook *self,
            QdAccount  *account,
            gboolean    sealed,
            const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  char            *last = strrchr (name, ' ');
  g_autofree char *turned = NULL;
  g_autofree char *initial = NULL;

  add_name (self, QD_HIT_PERSON, account, sealed, name);

  if (last == NULL)
    return;

  turned = g_strdup_printf ("%s %.*s", last + 1, (int)(last - name), name);
  initial = g_strdup_printf ("%.*s %s", (int)(g_utf8_next_char (name) - name), name, last + 1);
  add_name (self, QD_HIT_PERSON, account, sealed, turned);
  add_name (self, QD_HIT_PERSON, account, sealed, initial);
}

static void
add_contact (QdNameBook *self,
             QdAccount  *account,
             const char *name,
             const char *email)
{
  gboolean sealed = (qd_account_get_seal (account) & QD_SEAL_PART_PEOPLE) != 0;

  add_person (self, account, sealed, name);

  if (email != NULL)
    add_spelling (self, QD_HIT_EMAIL, account, sealed, email);
}

/* A tenant may be called as the codename is, which names nobody. */
static void
add_tenant_name (QdNameBook *self,
                 QdAccount  *account,
                 gboolean    sealed,
                 const char *text)
{
  g_autofree char *name = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *codename = account->codename != NULL ? g_utf8_casefold (account->codename, -1) : NULL;

  if (name != NULL && g_strcmp0 (name, codename) != 0)
    add_name (self, QD_HIT_TENANT, account, sealed, text);
}

/* What leads to a customer: how its tenant is called and reached, and the numbers of its cloud accounts */
static void
add_tenant (QdNameBook *self,
            GHashTable *accounts,
            QdTenant   *tenant)
{
  QdAccount *account = g_hash_table_lookup (accounts, &tenant->account);
  g_autoptr(GUri) url = tenant->url != NULL ? g_uri_parse (tenant->url, G_URI_FLAGS_NONE, NULL) : NULL;
  gboolean sealed;

  if (account == NULL)
    return;

  sealed = (qd_account_get_seal (account) & QD_SEAL_PART_NAME) != 0;
  add_tenant_name (self, account, sealed, tenant->name);
  add_tenant_name (self, account, sealed, tenant->identifier);
  add_lines (self, QD_HIT_TENANT, account, sealed, tenant->aws_accounts);

  if (url != NULL && g_uri_get_host (url) != NULL)
    add_spelling (self, QD_HIT_TENANT, account, sealed, g_uri_get_host (url));
}

static void
add_tenant_contact (QdNameBook      *self,
                    GHashTable      *tenants,
                    GHashTable      *accounts,
                    QdTenantContact *contact)
{
  QdTenant  *tenant = g_hash_table_lookup (tenants, &contact->tenant);
  QdAccount *account = tenant != NULL ? g_hash_table_lookup (accounts, &tenant->account) : NULL;

  if (account != NULL)
    add_contact (self, account, contact->name, contact->email);
}

/* Returns: (transfer full): the records of @list by their id */
static GHashTable *
index_records (GListModel *list)
{
  GHashTable *by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      QdRecord *record = g_list_model_get_item (list, i);
      gint64    id = qd_record_get_id (record);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), record);
    }

  return by_id;
}

static void
add_people (QdNameBook *self,
            GHashTable *accounts,
            GListModel *contacts)
{
  for (guint i = 0; contacts != NULL && i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(QdContact) contact = g_list_model_get_item (contacts, i);
      QdAccount *account = g_hash_table_lookup (accounts, &contact->account);

      if (account != NULL)
        add_contact (self, account, contact->name, contact->email);
    }
}

static void
add_tenants (QdNameBook *self,
             GHashTable *accounts,
             GListModel *tenants,
             GListModel *contacts)
{
  g_autoptr(GHashTable) by_id = index_records (tenants);

  for (guint i = 0; tenants != NULL && i < g_list_model_get_n_items (tenants); i++)
    {
      g_autoptr(QdTenant) tenant = g_list_model_get_item (tenants, i);

      add_tenant (self, accounts, tenant);
    }

  for (guint i = 0; contacts != NULL && i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(QdTenantContact) contact = g_list_model_get_item (contacts, i);

      add_tenant_contact (self, by_id, accounts, contact);
    }
}

/**
 * qd_name_book_new:
 * @accounts: of #QdAccount
 * @contacts: (nullable): of #QdContact, their people
 * @tenants: (nullable): of #QdTenant
 * @tenant_contacts: (nullable): of #QdTenantContact
 *
 * Returns: (transfer full)
 */
QdNameBook *
qd_name_book_new (GListModel *accounts,
                  GListModel *contacts,
                  GListModel *tenants,
                  GListModel *tenant_contacts)
{
  QdNameBook *self = g_new0 (QdNameBook, 1);
  g_autoptr(GHashTable) by_id = index_records (accounts);

  g_atomic_ref_count_init (&self->references);
  self->automaton = qd_automaton_new ();
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify)name_free);
  self->by_string = g_ptr_array_new ();
  self->codenames = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->real_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);

      add_account (self, account);
    }

  add_people (self, by_id, contacts);
  add_tenants (self, by_id, tenants, tenant_contacts);
  qd_automaton_build (self->automaton);

  return self;
}

QdNameBook *
qd_name_book_ref (QdNameBook *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
qd_name_book_unref (QdNameBook *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  qd_automaton_free (self->automaton);
  g_ptr_array_unref (self->by_string);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->codenames);
  g_hash_table_unref (self->real_names);
  g_free (self);
}

/* The book of a portfolio, kept with it until something changes */
typedef struct
{
  QdNameBook *book; /* (nullable) */
} Shelf;

static void
shelf_free (Shelf *shelf)
{
  g_clear_pointer (&shelf->book, qd_name_book_unref);
  g_free (shelf);
}

static void
clear_cb (QdPortfolio *portfolio)
{
  Shelf *shelf = g_object_get_data (G_OBJECT (portfolio), "qd-name-book");

  g_clear_pointer (&shelf->book, qd_name_book_unref);
}

/* What is edited the most, tasks and what was said, has no name in the book. */
static void
store_changed_cb (QdPortfolio *portfolio,
                  QdChanges   *changes)
{
  static const char *const tables[] = { "account", "contact", "tenant", "tenant_contact" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (qd_changes_has_table (changes, tables[i]))
        {
          clear_cb (portfolio);
          return;
        }
    }
}

static void
watch (QdPortfolio *portfolio)
{
  const GType types[] = { QD_TYPE_ACCOUNT, QD_TYPE_CONTACT, QD_TYPE_TENANT, QD_TYPE_TENANT_CONTACT };
  QdStore    *store = qd_portfolio_get_store (portfolio);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      QdRecordList *list = qd_portfolio_get_list (portfolio, types[i]);

      g_signal_connect_object (list, "items-changed", G_CALLBACK (clear_cb), portfolio, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "reset", G_CALLBACK (clear_cb), portfolio, G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), portfolio, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Returns: (transfer full): the names of @portfolio as it is now, on the main thread */
QdNameBook *
qd_name_book_get (QdPortfolio *portfolio)
{
  Shelf *shelf;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  shelf = g_object_get_data (G_OBJECT (portfolio), "qd-name-book");

  if (shelf == NULL)
    {
      shelf = g_new0 (Shelf, 1);
      g_object_set_data_full (G_OBJECT (portfolio), "qd-name-book", shelf, (GDestroyNotify)shelf_free);
      watch (portfolio);
    }

  if (shelf->book == NULL)
    shelf->book = qd_name_book_new (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT)),
                                    G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_CONTACT)),
                                    G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TENANT)),
                                    G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TENANT_CONTACT)));

  return qd_name_book_ref (shelf->book);
}
