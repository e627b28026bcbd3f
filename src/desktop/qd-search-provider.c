/* qd-search-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-search-provider"

#include "qd-search-provider.h"

#include "qd-account.h"
#include "qd-found.h"
#include "qd-page-uri.h"
#include "qd-plan.h"
#include "qd-reference-query.h"
#include "qd-search-query.h"
#include "qd-task.h"

#define MAX_HITS 40
#define MAX_ENTRIES 4

/* In milliseconds: how long it stays for the next letter, where there is no window */
#define STAY 30000

/**
 * QdSearchProvider:
 *
 * Lets the desktop's search find accounts, plans, tasks and entries of the reference, where the
 * person wants that: org.gnome.Shell.SearchProvider2. What it finds has the address of its page
 * as its id.
 */
struct _QdSearchProvider
{
  GObject       parent_instance;

  GApplication *app;       /* unowned: it owns this */
  GSettings    *settings;  /* NULL until it is asked something */
  QdPortfolio  *portfolio; /* (nullable): until it is loaded */
  guint         registration;
  GQueue        waiting; /* of Query: for the portfolio */
  GHashTable   *found;   /* of QdFound, by their addresses: what was found last */
};

G_DEFINE_FINAL_TYPE (QdSearchProvider, qd_search_provider, G_TYPE_OBJECT)

enum
{
  WANTED,
  OPEN,
  FIND,
  N_SIGNALS
};

static guint      signals[N_SIGNALS];

static const char interface_xml[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
    "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='as' direction='out'/></method>"
    "<method name='GetResultMetas'><arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
    "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='u' direction='in'/></method>"
    "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
    "</interface></node>";

/* What the desktop has asked and waits for; the app stays as long. The answer takes the invocation. */
typedef struct
{
  QdSearchProvider      *provider;
  GDBusMethodInvocation *invocation;
  char                  *words;     /* (nullable): of a search */
  GVariantBuilder        uris;      /* what it finds */
  char                 **ids;       /* (nullable): what it asks about */
  QdReference           *reference; /* (nullable): that is searched */
} Query;

static Query *
query_new (QdSearchProvider      *provider,
           GDBusMethodInvocation *invocation)
{
  Query *query = g_new0 (Query, 1);

  query->provider = g_object_ref (provider);
  query->invocation = invocation;
  g_variant_builder_init (&query->uris, G_VARIANT_TYPE ("as"));
  g_application_hold (provider->app);

  return query;
}

static void
query_answer (Query    *query,
              GVariant *answer)
{
  g_dbus_method_invocation_return_value (query->invocation, answer);
  g_application_release (query->provider->app);
  g_variant_builder_clear (&query->uris);
  g_strfreev (query->ids);
  g_clear_object (&query->reference);
  g_free (query->words);
  g_object_unref (query->provider);
  g_free (query);
}

static void
query_answer_found (Query *query)
{
  query_answer (query, g_variant_new ("(as)", &query->uris));
}

static void
query_answer_nothing (Query *query)
{
  query_answer (query, query->ids != NULL ? g_variant_new ("(aa{sv})", NULL) : g_variant_new ("(as)", NULL));
}

static gboolean
shows_codenames (QdSearchProvider *self)
{
  return g_settings_get_boolean (self->settings, "show-codenames");
}

/* @found: (transfer full) (nullable) */
static void
query_take (Query   *query,
            QdFound *found)
{
  if (found == NULL)
    return;

  g_variant_builder_add (&query->uris, "s", found->uri);
  g_hash_table_replace (query->provider->found, found->uri, found);
}

static void
entries_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Query            *query = user_data;
  QdSearchProvider *self = query->provider;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReferenceResult) entries = qd_reference_search_finish (query->reference, result, &error);

  if (entries == NULL)
    g_debug ("The reference was not searched: %s", error->message);

  for (guint i = 0; entries != NULL && self->portfolio != NULL && i < entries->hits->len; i++)
    {
      QdReferenceHit *hit = g_ptr_array_index (entries->hits, i);
      g_autoptr(QdFound) found = qd_found_new_entry (self->portfolio, hit->entry, hit->passage);

      /* What ships knows no customer, so it may be found by other words than those that are shown. */
      if ((hit->entry->state == QD_REFERENCE_STATE_SHIPPED && hit->entry->notes == NULL) ||
          qd_found_matches (found, query->words))
        query_take (query, g_steal_pointer (&found));
    }

  query_answer_found (query);
}

static gpointer
lookup_hit (QdSearchProvider  *self,
            const QdSearchHit *hit)
{
  if (hit->kind == QD_SEARCH_ACCOUNT)
    return qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, hit->id);

  if (hit->kind == QD_SEARCH_PLAN)
    return qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, hit->id);

  return hit->kind == QD_SEARCH_TASK ? qd_portfolio_lookup (self->portfolio, QD_TYPE_TASK, hit->id) : NULL;
}

static void
hits_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Query            *query = user_data;
  QdSearchProvider *self = query->provider;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = qd_search_finish (QD_STORE (object), result, &error);

  if (hits == NULL || self->portfolio == NULL)
    {
      query_answer_nothing (query);
      return;
    }

  for (guint i = 0; i < hits->len; i++)
    {
      QdSearchHit *hit = g_ptr_array_index (hits, i);
      gpointer     record = lookup_hit (self, hit);
      g_autoptr(QdFound) found =
                    record != NULL ? qd_found_new (self->portfolio, record, hit->snippet, shows_codenames (self)) : NULL;

      if (found != NULL && qd_found_matches (found, query->words))
        query_take (query, g_steal_pointer (&found));
    }

  query->reference = qd_reference_ref_of (self->portfolio);
  qd_reference_search_async (query->reference, query->words, QD_ENUM_NONE, NULL, MAX_ENTRIES, NULL, entries_cb, query);
}

/* Returns: (transfer full) (nullable): as it was found, or without what was found in it */
static QdFound *
find_again (QdSearchProvider *self,
            const char       *id)
{
  g_autoptr(QdPageUri) uri = qd_page_uri_parse (id, NULL);
  gpointer record;

  if (uri == NULL || !qd_page_uri_check (uri, self->portfolio, NULL))
    return NULL;

  if (uri->key != NULL)
    {
      g_autoptr(QdReference) reference = qd_reference_ref_of (self->portfolio);

      return qd_found_new_entry (self->portfolio, qd_reference_lookup (reference, uri->key), NULL);
    }

  record = qd_page_uri_lookup (uri, self->portfolio);

  return record != NULL ? qd_found_new (self->portfolio, record, NULL, shows_codenames (self)) : NULL;
}

static void
query_answer_metas (Query *query)
{
  QdSearchProvider *self = query->provider;
  GVariantBuilder   metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));

  for (char **id = query->ids; *id != NULL; id++)
    {
      QdFound *found = g_hash_table_lookup (self->found, *id);
      g_autoptr(QdFound) again = found == NULL ? find_again (self, *id) : NULL;

      if (found == NULL)
        found = again;

      if (found == NULL)
        continue;

      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (*id));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (found->title));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (found->detail));
      g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (g_application_get_application_id (self->app)));
      g_variant_builder_close (&metas);
    }

  query_answer (query, g_variant_new ("(aa{sv})", &metas));
}

static void
query_run (Query *query)
{
  QdSearchProvider *self = query->provider;

  if (query->ids != NULL)
    {
      query_answer_metas (query);
      return;
    }

  g_hash_table_remove_all (self->found);
  qd_search_async (qd_portfolio_get_store (self->portfolio), query->words, MAX_HITS, NULL, hits_cb, query);
}

static void
query_begin (Query *query)
{
  QdSearchProvider *self = query->provider;

  if (!g_settings_get_boolean (self->settings, "search-provider"))
    {
      query_answer_nothing (query);
      return;
    }

  g_application_set_inactivity_timeout (self->app, STAY);

  if (self->portfolio != NULL)
    {
      query_run (query);
    }
  else
    {
      g_queue_push_tail (&self->waiting, query);
      g_signal_emit (self, signals[WANTED], 0);
    }
}

static char *
dup_words (GVariant *strings)
{
  g_autofree const char **words = g_variant_get_strv (strings, NULL);

  return g_strjoinv (" ", (char **)words);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  QdSearchProvider *self = user_data;
  Query            *query = query_new (self, invocation);
  g_autofree char  *words = NULL;
  g_autoptr(GVariant) strings = NULL;

  if (self->settings == NULL)
    self->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");

  if (g_str_equal (method, "ActivateResult"))
    {
      const char *uri;

      g_variant_get (parameters, "(&s@asu)", &uri, &strings, NULL);
      g_signal_emit (self, signals[OPEN], 0, uri);
      query_answer (query, NULL);
      return;
    }

  if (g_str_equal (method, "LaunchSearch"))
    {
      strings = g_variant_get_child_value (parameters, 0);
      words = dup_words (strings);
      g_signal_emit (self, signals[FIND], 0, words);
      query_answer (query, NULL);
      return;
    }

  /* Of a search within a search, the words come second. What it finds anew is never more. */
  strings = g_variant_get_child_value (parameters, g_str_equal (method, "GetSubsearchResultSet") ? 1 : 0);

  if (g_str_equal (method, "GetResultMetas"))
    query->ids = g_variant_dup_strv (strings, NULL);
  else
    query->words = dup_words (strings);

  query_begin (query);
}

static void
qd_search_provider_dispose (GObject *object)
{
  QdSearchProvider *self = QD_SEARCH_PROVIDER (object);

  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_search_provider_parent_class)->dispose (object);
}

static void
qd_search_provider_class_init (QdSearchProviderClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_search_provider_dispose;

  /**
   * QdSearchProvider::wanted:
   *
   * It has none, and needs the portfolio; qd_search_provider_set_portfolio() answers.
   */
  signals[WANTED] = g_signal_new ("wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * QdSearchProvider::open:
   * @uri: the address of a page
   *
   * The person wants to go there.
   */
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * QdSearchProvider::find:
   * @words: what was searched for
   *
   * The person wants to go on searching in the app.
   */
  signals[FIND] = g_signal_new ("find", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qd_search_provider_init (QdSearchProvider *self)
{
  g_queue_init (&self->waiting);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)qd_found_free);
}

/* @app: owns it */
QdSearchProvider *
qd_search_provider_new (GApplication *app)
{
  QdSearchProvider *self = g_object_new (QD_TYPE_SEARCH_PROVIDER, NULL);

  self->app = app;

  return self;
}

/**
 * qd_search_provider_export:
 * @app_path: of the application; this is below it
 */
gboolean
qd_search_provider_export (QdSearchProvider *self,
                           GDBusConnection  *connection,
                           const char       *app_path,
                           GError          **error)
{
  const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *path = g_strconcat (app_path, "/SearchProvider", NULL);

  self->registration =
      g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable, self, NULL, error);

  return self->registration != 0;
}

void
qd_search_provider_unexport (QdSearchProvider *self,
                             GDBusConnection  *connection)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);

  self->registration = 0;
}

/* @portfolio: (nullable): that is loaded; none where it is closed, or could not be loaded */
void
qd_search_provider_set_portfolio (QdSearchProvider *self,
                                  QdPortfolio      *portfolio)
{
  Query *query;

  g_set_object (&self->portfolio, portfolio);
  g_hash_table_remove_all (self->found);

  while ((query = g_queue_pop_head (&self->waiting)))
    {
      if (portfolio != NULL)
        query_run (query);
      else
        query_answer_nothing (query);
    }
}
