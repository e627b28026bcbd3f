/* qd-cli-reference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-reference"

#include <glib/gi18n.h>

#include "qd-cli-private.h"
#include "qd-json.h"
#include "qd-quote.h"
#include "qd-reference-query.h"

#define MAX_HITS 20

static void
put_json (JsonNode *node)
{
  g_autoptr(GBytes) bytes = qd_json_write (node);

  qd_cli_put_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static QdReferenceResult *
search (QdReference *reference,
        const char  *text,
        int          category,
        const char  *tag,
        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  qd_reference_search_async (reference, text, category, tag, MAX_HITS, NULL, qd_cli_await_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return qd_reference_search_finish (reference, result, error);
}

static void
put_hits (QdReferenceResult *result)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < result->hits->len; i++)
    {
      QdReferenceHit *hit = g_ptr_array_index (result->hits, i);
      char          **row = g_new0 (char *, 4);

      row[0] = g_strdup (hit->entry->key);
      row[1] = g_strdup (hit->entry->title);
      row[2] = g_strdup (hit->passage != NULL ? hit->passage : "");
      g_ptr_array_add (rows, row);
    }

  if (rows->len > 0)
    qd_cli_put_table (rows, 3);
}

static void
put_hits_json (QdReferenceResult *result)
{
  JsonArray *array = json_array_new ();
  g_autoptr(JsonNode) root = json_node_init_array (json_node_alloc (), array);

  json_array_unref (array);

  for (guint i = 0; i < result->hits->len; i++)
    {
      QdReferenceHit *hit = g_ptr_array_index (result->hits, i);
      JsonObject     *object = json_object_new ();

      json_object_set_string_member (object, "key", hit->entry->key);
      json_object_set_string_member (object, "title", hit->entry->title);
      json_object_set_string_member (object, "category", qd_reference_categories[hit->entry->category].nick);

      if (hit->passage != NULL)
        json_object_set_string_member (object, "passage", hit->passage);

      json_array_add_object_element (array, object);
    }

  put_json (root);
}

/* Returns: whether there is such a category, or none was asked for */
static gboolean
parse_category (const char *nick,
                int        *category)
{
  *category = nick != NULL ? qd_nicks_parse (qd_reference_categories, nick) : QD_ENUM_NONE;

  return nick == NULL || *category != QD_ENUM_NONE;
}

static QdCliStatus
run_search (QdCli      *cli,
            const char *text,
            const char *category_nick,
            const char *tag,
            gboolean    json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReference) reference = NULL;
  g_autoptr(QdReferenceResult) result = NULL;
  int category;

  if (!parse_category (category_nick, &category))
    return qd_cli_misuse (cli, _ ("There is no category “%s”"), category_nick);

  if (!qd_cli_open (cli, FALSE, &error))
    return qd_cli_fail (error);

  reference = qd_reference_new (cli->portfolio);

  if (!(result = search (reference, text, category, tag, &error)))
    return qd_cli_fail (error);

  if (json)
    put_hits_json (result);
  else
    put_hits (result);

  return QD_CLI_OK;
}

static void
put_field (const char *label,
           const char *value)
{
  g_autofree char *line = value != NULL ? g_strdup_printf ("%s: %s\n", label, value) : NULL;

  if (line != NULL)
    qd_cli_put (line);
}

static void
put_checked (QdReferenceEntry *entry)
{
  char day[QD_DAY_TEXT_SIZE];
  int  checked = qd_reference_entry_get_checked (entry);

  if (checked == QD_DAY_NONE)
    return;

  qd_day_format (checked, day);
  put_field (_ ("Checked"), day);
}

static void
put_entry (QdReference      *reference,
           QdReferenceEntry *entry)
{
  g_autoptr(GPtrArray) related = qd_reference_list_related (reference, entry);
  g_autofree char *head =
      g_strdup_printf ("# %s\n\n%s\n\n", entry->title, entry->body != NULL ? entry->body : "");

  qd_cli_put (head);

  for (guint i = 0; i < entry->links->len; i++)
    {
      const QdReferenceSite *page = g_ptr_array_index (entry->links, i);

      put_field (page->title, page->url);
    }

  if (entry->available != QD_ENUM_NONE)
    put_field (_ ("On Dedicated"), qd_nicks_get_label (qd_availabilities, entry->available));

  put_field (_ ("Instead"), entry->workaround);
  put_field (_ ("Since"), entry->since);
  put_field (_ ("Notes"), entry->notes);

  for (guint i = 0; i < related->len; i++)
    put_field (_ ("See also"), ((QdReferenceEntry *)g_ptr_array_index (related, i))->key);

  put_field (_ ("Source"), entry->source);
  put_field (_ ("Address"), entry->url);
  put_checked (entry);
}

static QdCliStatus
run_unknown_entry (QdReference *reference,
                   const char  *key)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *nearest = NULL;
  g_autofree char *quoted = qd_quote (key);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reference)); i++)
    {
      g_autoptr(QdReferenceEntry) entry = g_list_model_get_item (G_LIST_MODEL (reference), i);

      g_ptr_array_add (keys, entry->key);
    }

  nearest = qd_cli_dup_nearest (key, keys);

  if (nearest != NULL)
    g_set_error (
        &error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no entry “%s”; did you mean “%s”?"), quoted, nearest);
  else
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no entry “%s”"), quoted);

  return qd_cli_fail (error);
}

static QdCliStatus
run_show (QdCli      *cli,
          const char *key,
          gboolean    json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReference) reference = NULL;
  g_autoptr(JsonNode) node = NULL;
  QdReferenceEntry *entry;

  if (!qd_cli_open (cli, FALSE, &error))
    return qd_cli_fail (error);

  reference = qd_reference_new (cli->portfolio);

  if (!(entry = qd_reference_lookup (reference, key)))
    return run_unknown_entry (reference, key);

  if (json)
    {
      node = qd_reference_entry_to_json (entry);
      put_json (node);
    }
  else
    {
      put_entry (reference, entry);
    }

  return QD_CLI_OK;
}

QdCliStatus
qd_cli_reference (QdCli *cli,
                  int    argc,
                  char **argv)
{
  gboolean           json = FALSE;
  g_autofree char   *category = NULL;
  g_autofree char   *tag = NULL;
  g_autofree char   *text = NULL;
  QdCliStatus        status;

  const GOptionEntry entries[] = {
    { "category", 0, 0, G_OPTION_ARG_STRING, &category, N_ ("Search one category, such as “tools”"), N_ ("CATEGORY") },
    { "tag", 0, 0, G_OPTION_ARG_STRING, &tag, N_ ("Search what has a tag, such as “dedicated”"), N_ ("TAG") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!qd_cli_parse (cli, entries, G_MAXUINT, &argc, &argv, &status))
    return status;

  if (argc < 3)
    return qd_cli_misuse (cli, _ ("Something is missing"));

  if (g_str_equal (argv[1], "search"))
    {
      text = g_strjoinv (" ", argv + 2);
      return run_search (cli, text, category, tag, json);
    }

  if (!g_str_equal (argv[1], "show"))
    return qd_cli_misuse (cli, _ ("“%s” is neither “search” nor “show”"), argv[1]);

  if (argc > 3)
    return qd_cli_misuse (cli, _ ("“%s” is one too many"), argv[3]);

  if (category != NULL || tag != NULL)
    return qd_cli_misuse (cli, _ ("--category and --tag are for “search”"));

  return run_show (cli, argv[2], json);
}
