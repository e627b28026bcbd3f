/* qd-cli-audience.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-audience"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "qd-audience-check.h"
#include "qd-cli-private.h"
#include "qd-json.h"
#include "qd-quote.h"
#include "qd-record-json.h"

/* Returns: (transfer full) (nullable): all of the file, or of what is piped in */
static GBytes *
read_text (const char *name,
           GError    **error)
{
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (g_str_equal (name, "-"))
    input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);

      input = G_INPUT_STREAM (g_file_read (file, NULL, error));
    }

  if (input == NULL ||
      g_output_stream_splice (
          output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* What looks clean because it cannot be read would be worse than no check. */
static gboolean
is_text (GBytes *bytes)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  return length == 0 || (memchr (text, '\0', length) == NULL && !(length > 4 && memcmp (text, "%PDF", 4) == 0));
}

static void
put_json (GPtrArray  *hits,
          const char *text)
{
  g_autoptr(JsonNode) root = json_node_init_array (json_node_alloc (), json_array_new ());
  g_autoptr(GBytes) bytes = NULL;

  json_array_unref (json_node_get_array (root));

  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit     *hit = g_ptr_array_index (hits, i);
      JsonObject      *object = json_object_new ();
      g_autofree char *id = qd_record_format_id (hit->account);
      g_autofree char *words = g_strndup (text + hit->start, hit->end - hit->start);
      g_autofree char *valid = g_utf8_make_valid (words, -1);

      json_object_set_string_member (object, "kind", qd_hit_kinds[hit->kind].nick);
      json_object_set_boolean_member (object, "sure", hit->sure);
      json_object_set_string_member (object, "account", id);
      json_object_set_int_member (object, "line", hit->line);
      json_object_set_int_member (object, "column", hit->column);
      json_object_set_int_member (object, "start", (gint64)hit->start);
      json_object_set_int_member (object, "end", (gint64)hit->end);
      json_object_set_string_member (object, "text", valid);
      json_object_set_string_member (object, "instead", hit->instead);
      json_array_add_object_element (json_node_get_array (root), object);
    }

  bytes = qd_json_write (root);
  qd_cli_put_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
put_hits (GPtrArray  *hits,
          const char *name,
          const char *text)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit     *hit = g_ptr_array_index (hits, i);
      g_autofree char *words = g_strndup (text + hit->start, hit->end - hit->start);
      g_autofree char *shown = qd_quote (words);
      g_autofree char *line = NULL;

      /* Translators: where something is that may not be there, what it is, and what may be there:
       * notes.md:3:14: Real name “Acme”; instead “Osprey” */
      line = g_strdup_printf (hit->sure ? _ ("%1$s:%2$u:%3$u: %4$s “%5$s”; instead “%6$s”\n")
                                        : _ ("%1$s:%2$u:%3$u: %4$s or an ordinary word “%5$s”; instead “%6$s”\n"),
                              name,
                              hit->line,
                              hit->column,
                              _ (qd_hit_kinds[hit->kind].label),
                              shown,
                              hit->instead);
      qd_cli_put (line);
    }
}

/* What the options say */
typedef struct
{
  char    *audience;
  char    *account;
  gboolean json;
  gboolean replace;
} CheckWords;

static void
check_words_clear (CheckWords *words)
{
  g_free (words->audience);
  g_free (words->account);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CheckWords, check_words_clear)

static QdCliStatus
check_text (QdCli            *cli,
            const CheckWords *words,
            QdAudience        audience,
            const char       *name,
            GBytes           *bytes)
{
  gsize            length = g_bytes_get_size (bytes);
  g_autofree char *text = g_strndup (length > 0 ? g_bytes_get_data (bytes, NULL) : "", length);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdNameBook) book = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  QdAccount *account = NULL;

  if (words->account != NULL && !(account = qd_cli_find_account (cli, words->account, &error)))
    return qd_cli_fail (error);

  book = qd_name_book_get (cli->portfolio);
  hits = qd_audience_check (book, audience, account != NULL ? qd_record_get_id (account) : 0, text, (gssize)length);

  if (words->replace)
    {
      g_autofree char *replaced = qd_hits_replace (hits, text);

      qd_cli_put (replaced);
    }
  else if (words->json)
    put_json (hits, text);
  else
    put_hits (hits, name, text);

  return hits->len > 0 ? QD_CLI_FAILED : QD_CLI_OK;
}

QdCliStatus
qd_cli_audience (QdCli *cli,
                 int    argc,
                 char **argv)
{
  g_auto(CheckWords) words = { NULL };
  const GOptionEntry entries[] = {
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &words.audience, N_ ("Who will read it: me, internal, customer or public"), N_ ("AUDIENCE") },
    { "account", 0, 0, G_OPTION_ARG_STRING, &words.account, N_ ("Of a text for a customer: which one it is"), N_ ("ACCOUNT") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &words.replace, N_ ("Print the text with what may be read in the place of names"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  QdCliStatus status;
  int         audience;

  cli->description = _ ("It ends with 1 if there is anything that they must not read, and says where.");

  if (!qd_cli_parse (cli, entries, G_MAXUINT, &argc, &argv, &status))
    return status;

  if (argc < 2 || !g_str_equal (argv[1], "check"))
    return qd_cli_misuse (cli, _ ("Say what to do: check"));

  if (argc != 3)
    return qd_cli_misuse (cli, _ ("Name one file, or “-” for what is piped in"));

  if (words.audience == NULL)
    return qd_cli_misuse (cli, _ ("Say who will read it with --audience"));

  if ((audience = qd_nicks_parse (qd_audiences, words.audience)) == QD_ENUM_NONE)
    return qd_cli_misuse (cli, _ ("“%s” is no audience; it is me, internal, customer or public"), words.audience);

  if (words.json && words.replace)
    return qd_cli_misuse (cli, _ ("Either --json or --replace"));

  if (!(bytes = read_text (argv[2], &error)) || !qd_cli_open (cli, FALSE, &error))
    return qd_cli_fail (error);

  if (!is_text (bytes))
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is no text, and was not looked through"), argv[2]);
      return qd_cli_fail (error);
    }

  return check_text (cli, &words, (QdAudience)audience, argv[2], bytes);
}
