/* qd-cli-dedicated.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-dedicated"

#include <glib/gi18n.h>

#include "qd-cli-private.h"
#include "qd-instant.h"
#include "qd-json.h"
#include "qd-kinds.h"
#include "qd-quote.h"
#include "qd-record-json.h"
#include "qd-tenant-calendar.h"

static void
put_json (JsonNode *root)
{
  g_autoptr(GBytes) bytes = qd_json_write (root);

  qd_cli_put_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_day (JsonObject *object,
         const char *key,
         int         day)
{
  char text[QD_DAY_TEXT_SIZE];

  qd_day_format (day, text);
  json_object_set_string_member (object, key, text);
}

static void
set_instant (JsonObject *object,
             const char *key,
             gint64      instant)
{
  g_autofree char *text = qd_instant_format (instant);

  json_object_set_string_member (object, key, text);
}

static void
set_version (JsonObject *object,
             const char *key,
             QdVersion   version)
{
  g_autofree char *text = qd_version_format (version);

  if (*text != '\0')
    json_object_set_string_member (object, key, text);
  else
    json_object_set_null_member (object, key);
}

static int
compare_rollouts (gconstpointer a,
                  gconstpointer b)
{
  const QdRollout *first = a, *second = b;

  return (first->span.from > second->span.from) - (first->span.from < second->span.from);
}

/* Returns: (transfer full): how @release comes to the tenants of @window, or of all windows, in order */
static GArray *
list_rollouts (QdFactBook         *book,
               const QdRelease    *release,
               const QdWindowFact *window)
{
  GPtrArray *windows = qd_fact_book_peek (book, QD_FACT_TOPIC_WINDOW);
  GArray    *rollouts = g_array_new (FALSE, FALSE, sizeof (QdRollout));

  for (guint i = 0; i < windows->len; i++)
    {
      const QdWindowFact *each = g_ptr_array_index (windows, i);
      QdRollout           rollout;

      if ((window == NULL || window == each) &&
          qd_rollout_find (book, release, each, QD_FACT_SCOPE_COMMERCIAL, &rollout))
        g_array_append_val (rollouts, rollout);
    }

  g_array_sort (rollouts, compare_rollouts);

  return rollouts;
}

static JsonObject *
describe_release (const QdRelease *release,
                  GArray          *rollouts)
{
  JsonObject *object = json_object_new ();
  JsonArray  *patches = json_array_new ();
  JsonArray  *list = json_array_new ();

  set_version (object, "release", release->version);
  set_day (object, "day", release->day);
  set_version (object, "tenant_version", release->tenant);

  for (guint i = 0; i < release->n_patch_days; i++)
    {
      char day[QD_DAY_TEXT_SIZE];

      qd_day_format (release->patch_days[i], day);
      json_array_add_string_element (patches, day);
    }

  json_object_set_array_member (object, "patch_days", patches);

  for (guint i = 0; i < rollouts->len; i++)
    {
      const QdRollout *rollout = &g_array_index (rollouts, QdRollout, i);
      JsonObject      *one = json_object_new ();

      json_object_set_string_member (one, "window", rollout->window->short_name);
      set_instant (one, "start", rollout->span.from);
      set_instant (one, "end", rollout->span.until);
      json_object_set_boolean_member (one, "moved_by_lock", rollout->lock != NULL);
      json_array_add_object_element (list, one);
    }

  json_object_set_array_member (object, "rollouts", list);

  return object;
}

static void
add_row (GPtrArray *rows,
         char      *first,
         char      *second,
         char      *third,
         char      *fourth,
         char      *fifth)
{
  char **row = g_new0 (char *, 6);

  row[0] = first;
  row[1] = second;
  row[2] = third;
  row[3] = fourth;
  row[4] = fifth;
  g_ptr_array_add (rows, row);
}

static void
add_release_rows (GPtrArray       *rows,
                  const QdRelease *release,
                  GArray          *rollouts)
{
  char day[QD_DAY_TEXT_SIZE];

  qd_day_format (release->day, day);

  for (guint i = 0; i < MAX (rollouts->len, 1); i++)
    {
      const QdRollout *rollout = i < rollouts->len ? &g_array_index (rollouts, QdRollout, i) : NULL;
      g_autofree char *start = rollout != NULL ? qd_instant_format (rollout->span.from) : NULL;

      add_row (rows,
               i == 0 ? qd_version_format (release->version) : g_strdup (""),
               g_strdup (i == 0 ? day : ""),
               qd_version_format (release->tenant),
               g_strdup (rollout != NULL ? rollout->window->short_name : ""),
               rollout == NULL         ? g_strdup ("")
               : rollout->lock != NULL ? g_strdup_printf (_ ("%s (moved: %s)"), start, rollout->lock->fact.name)
                                       : g_strdup (start));
    }
}

static void
put_calendar (QdFactBook         *book,
              int                 from,
              int                 to,
              const QdWindowFact *window,
              gboolean            json)
{
  g_autoptr(GArray) releases = qd_releases_list (book, from, to);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (root, json_array_new ());
  add_row (rows, g_strdup (_ ("RELEASE")), g_strdup (_ ("DAY")), g_strdup (_ ("TENANTS GET")), g_strdup (_ ("WINDOW")), g_strdup (_ ("FROM")));

  for (guint i = 0; i < releases->len; i++)
    {
      const QdRelease *release = &g_array_index (releases, QdRelease, i);
      g_autoptr(GArray) rollouts = list_rollouts (book, release, window);

      json_array_add_object_element (json_node_get_array (root), describe_release (release, rollouts));
      add_release_rows (rows, release, rollouts);
    }

  if (json)
    put_json (root);
  else if (releases->len > 0)
    qd_cli_put_table (rows, 5);
}

/* Facts are there without a database too: then they are as they ship. */
static QdFactBook *
open_book (QdCli   *cli,
           GError **error)
{
  g_autofree char *usual = cli->database == NULL ? qd_kinds_dup_default_path () : NULL;

  if (usual != NULL && !g_file_test (usual, G_FILE_TEST_EXISTS))
    return qd_fact_book_new (NULL);

  return qd_cli_open (cli, FALSE, error) ? qd_fact_book_new (cli->portfolio) : NULL;
}

static QdCliStatus
run_calendar (QdCli      *cli,
              const char *from,
              const char *to,
              const char *name,
              gboolean    json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdFactBook) book = NULL;
  const QdWindowFact *window = NULL;
  int                 first, last;

  if (from == NULL || to == NULL)
    return qd_cli_misuse (cli, _ ("Give --from and --to"));

  if (!qd_day_parse (from, &first) || !qd_day_is_sensible (first))
    return qd_cli_misuse (cli, _ ("“%s” is no day such as 2026-05-03"), from);

  if (!qd_day_parse (to, &last) || !qd_day_is_sensible (last))
    return qd_cli_misuse (cli, _ ("“%s” is no day such as 2026-05-03"), to);

  if (last < first)
    return qd_cli_misuse (cli, _ ("The day of --to is before that of --from"));

  if (!(book = open_book (cli, &error)))
    return qd_cli_fail (error);

  if (name != NULL && !(window = qd_window_find (book, name)))
    {
      g_autofree char *quoted = qd_quote (name);

      return qd_cli_misuse (cli, _ ("There is no maintenance window “%s”"), quoted);
    }

  put_calendar (book, first, last, window, json);

  return QD_CLI_OK;
}

static void
add_line (GPtrArray  *rows,
          const char *label,
          char       *value)
{
  char **row = g_new0 (char *, 3);

  row[0] = g_strdup (label);
  row[1] = value;
  g_ptr_array_add (rows, row);
}

static JsonObject *
describe_next (QdFactBook *book,
               QdTenant   *tenant,
               gint64      now)
{
  JsonObject         *object = json_object_new ();
  const QdWindowFact *window = qd_tenant_find_window (book, tenant);
  const QdLockFact   *lock;
  QdInstantSpan       span;
  QdTenantEvent       event;
  QdVersion           version;
  g_autofree char    *id = qd_record_format_id (qd_record_get_id (tenant));

  json_object_set_string_member (object, "tenant", id);
  json_object_set_string_member (object, "window", window != NULL ? window->short_name : NULL);
  qd_tenant_get_version_at (book, tenant, now, &version);
  set_version (object, "version", version);

  if (qd_tenant_get_next_window (book, tenant, now, &span, &lock))
    {
      set_instant (object, "start", span.from);
      set_instant (object, "end", span.until);
      set_instant (object, "cutoff", qd_window_get_cutoff (window, span.from));
      json_object_set_boolean_member (object, "moved_by_lock", lock != NULL);
      qd_tenant_get_version_at (book, tenant, span.until, &version);
      set_version (object, "version_after", version);
    }

  if (qd_tenant_get_next_rollout (book, tenant, now, &event))
    {
      JsonObject *upgrade = json_object_new ();

      set_version (upgrade, "version", event.version);
      set_instant (upgrade, "start", event.span.from);
      set_instant (upgrade, "end", event.span.until);
      json_object_set_boolean_member (upgrade, "moved_by_lock", event.lock != NULL);
      json_object_set_object_member (object, "upgrade", upgrade);
    }

  return object;
}

/* On the clocks of UTC, the customer and whoever asks, each but once */
static void
add_spans (GPtrArray           *rows,
           const char          *label,
           QdAccount           *account,
           const QdInstantSpan *span)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GTimeZone) theirs = account->time_zone != NULL ? g_time_zone_new_identifier (account->time_zone) : NULL;
  g_autoptr(GTimeZone) ours = g_time_zone_new_local ();
  GTimeZone *const zones[] = { utc, theirs, ours };
  g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      char *words = zones[i] != NULL ? qd_instant_span_dup_words (span, zones[i]) : NULL;

      if (words == NULL || g_ptr_array_find_with_equal_func (seen, words, g_str_equal, NULL))
        {
          g_free (words);
          continue;
        }

      g_ptr_array_add (seen, words);
      add_line (rows, seen->len == 1 ? label : "", g_strdup (words));
    }
}

static void
put_cutoff (GPtrArray *rows,
            gint64     cutoff,
            gint64     now)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *words = qd_instant_dup_words (cutoff, utc);

  /* Translators: after an instant by which a ticket had to ask for a change */
  add_line (rows, _ ("Tickets Until"), g_strdup_printf (cutoff >= now ? "%s" : _ ("%s (passed)"), words));
}

static void
put_next (QdFactBook *book,
          QdAccount  *account,
          QdTenant   *tenant,
          gint64      now)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  const QdWindowFact *window = qd_tenant_find_window (book, tenant);
  const QdLockFact   *lock;
  QdInstantSpan       span;
  QdTenantEvent       event;
  QdVersion           version;

  add_line (rows, _ ("Account"), g_strdup (account->codename != NULL ? account->codename : account->name));
  add_line (rows, _ ("Maintenance Window"), g_strdup (window != NULL ? window->fact.name : _ ("Not set")));

  if (qd_tenant_get_version_at (book, tenant, now, &version))
    add_line (rows, _ ("Version"), qd_version_format (version));

  if (qd_tenant_get_next_window (book, tenant, now, &span, &lock))
    {
      add_spans (rows, _ ("Next Maintenance"), account, &span);
      add_line (rows, "", qd_dup_countdown (now, span.from));

      if (lock != NULL)
        add_line (rows, _ ("Change Lock"), g_strdup (lock->fact.name));

      if (qd_tenant_get_version_at (book, tenant, span.until, &version))
        add_line (rows, _ ("Version Afterwards"), qd_version_format (version));

      put_cutoff (rows, qd_window_get_cutoff (window, span.from), now);
    }

  if (qd_tenant_get_next_rollout (book, tenant, now, &event))
    {
      g_autofree char *words = qd_tenant_event_dup_words (&event);

      add_spans (rows, words, account, &event.span);
    }

  qd_cli_put_table (rows, 2);
}

static QdCliStatus
run_next (QdCli      *cli,
          const char *name,
          gint64      now,
          gboolean    json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdFactBook) book = NULL;
  g_autoptr(GPtrArray) tenants = NULL;
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  QdAccount *account;

  json_node_take_array (root, json_array_new ());

  if (!qd_cli_open (cli, FALSE, &error) || !(account = qd_cli_find_account (cli, name, &error)))
    return qd_cli_fail (error);

  book = qd_fact_book_new (cli->portfolio);
  tenants = qd_account_list_tenants (cli->portfolio, qd_record_get_id (account));

  if (tenants->len == 0)
    {
      g_set_error_literal (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("The account has no tenant"));
      return qd_cli_fail (error);
    }

  for (guint i = 0; i < tenants->len; i++)
    {
      if (json)
        json_array_add_object_element (
            json_node_get_array (root), describe_next (book, g_ptr_array_index (tenants, i), now));
      else
        put_next (book, account, g_ptr_array_index (tenants, i), now);
    }

  if (json)
    put_json (root);

  return QD_CLI_OK;
}

QdCliStatus
qd_cli_dedicated (QdCli *cli,
                  int    argc,
                  char **argv)
{
  g_autofree char   *from = NULL;
  g_autofree char   *to = NULL;
  g_autofree char   *window = NULL;
  g_autofree char   *at = NULL;
  gboolean           json = FALSE;
  gint64             now = g_get_real_time () / G_USEC_PER_SEC;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The first day of the calendar"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The last day of the calendar"), N_ ("DAY") },
    { "window", 0, 0, G_OPTION_ARG_STRING, &window, N_ ("Only the tenants of that maintenance window"), N_ ("NAME") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("What is next after that instant, instead of now"), N_ ("INSTANT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { NULL },
  };
  QdCliStatus status;

  if (!qd_cli_parse (cli, entries, G_MAXUINT, &argc, &argv, &status))
    return status;

  if (argc < 2)
    return qd_cli_misuse (cli, _ ("Say what: “calendar” or “next”"));

  if (at != NULL && !qd_instant_parse (at, &now))
    return qd_cli_misuse (cli, _ ("“%s” is no instant such as 2026-05-03T14:00:00Z"), at);

  if (g_str_equal (argv[1], "calendar"))
    return argc > 2 ? qd_cli_misuse (cli, _ ("“%s” is one too many"), argv[2])
                    : run_calendar (cli, from, to, window, json);

  if (!g_str_equal (argv[1], "next"))
    return qd_cli_misuse (cli, _ ("“%s” is neither “calendar” nor “next”"), argv[1]);

  if (argc < 3)
    return qd_cli_misuse (cli, _ ("Something is missing"));

  return argc > 3 ? qd_cli_misuse (cli, _ ("“%s” is one too many"), argv[3]) : run_next (cli, argv[2], now, json);
}
