/* qd-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli"

#include "qd-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "qd-cli-private.h"
#include "qd-config.h"
#include "qd-kinds.h"
#include "qd-page-uri.h"
#include "qd-quote.h"

static const QdCliCommand commands[] = {
  { "list", "accounts|plans", N_ ("Print the accounts or the plans"), qd_cli_list },
  { "show", N_ ("ACCOUNT|PLAN"), N_ ("Print all of one account or plan"), qd_cli_show },
  { "import", N_ ("FILE"), N_ ("Take in what is in a JSON, CSV or Microsoft Project XML file, or in a database somebody sent"), qd_cli_import },
  { "export", N_ ("plan|accelerator|account|portfolio [NAME]"), N_ ("Write a file for a reader"), qd_cli_export },
  { "new-plan", "", N_ ("Make a plan from a template"), qd_cli_new_plan },
  { "schedule", N_ ("PLAN|FILE.json"), N_ ("Work out when the tasks of a plan are done"), qd_cli_schedule },
  { "audience", N_ ("check FILE|-"), N_ ("Look for names that a reader must not see"), qd_cli_audience },
  { "reference", N_ ("search WORDS|show KEY"), N_ ("Look up tools, channels, rules and features"), qd_cli_reference },
  { "dedicated", N_ ("calendar|next [ACCOUNT]"), N_ ("Print when releases and maintenance come to tenants of Dedicated"), qd_cli_dedicated },
  { "salvage", N_ ("FILE --output NEW"), N_ ("Put what is readable of a damaged database into a new one"), qd_cli_salvage },
  { "history", N_ ("[revert NUMBER]"), N_ ("Print what was changed, or take one change back"), qd_cli_history },
  { "backup", N_ ("[list|restore FILE]"), N_ ("Make a backup, list those there are, or restore one"), qd_cli_backup },
  { "check", "", N_ ("See whether the database is sound"), qd_cli_check },
};

static const QdCliCommand *
find_command (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }

  return NULL;
}

/* The index of the first word, after “--database FILE” where that comes first; or @argc */
static int
find_word (int    argc,
           char **argv)
{
  int i = 1;

  while (i < argc && g_str_has_prefix (argv[i], "--database"))
    i += strchr (argv[i], '=') != NULL ? 1 : 2;

  return MIN (i, argc);
}

/**
 * qd_cli_wants:
 *
 * Whether the arguments are a command rather than a start of the app. A word
 * that is no option is always one, if perhaps unknown, unless it is the address of
 * a page.
 */
gboolean
qd_cli_wants (int    argc,
              char **argv)
{
  int         i = find_word (argc, argv);
  const char *word = i < argc ? argv[i] : "";

  return g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "--version") ||
         (*word != '\0' && *word != '-' && !qd_page_uri_is_one (word));
}

/* Whoever reads our output may stop; what they read no further is no failure of ours. */
static gboolean reader_left;

void
qd_cli_put_bytes (const char *text,
                  gsize       length)
{
  if (fwrite (text, 1, length, stdout) < length && errno == EPIPE)
    reader_left = TRUE;
}

void
qd_cli_put (const char *text)
{
  qd_cli_put_bytes (text, strlen (text));
}

static void
put_help (void)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  qd_cli_put (_ ("Usage:\n  quarterdeck [--database FILE] [--new-account|--new-plan|--next-call|LINK]\n  quarterdeck [--database FILE] COMMAND …\n\n"));
  qd_cli_put (_ ("Without a command, its window is opened, at the page of a link such as quarterdeck://plans if there is one.\n"
                 "Commands need no display:\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      char **row = g_new0 (char *, 3);

      row[0] = g_strdup_printf (
          "  %s %s", commands[i].name, *commands[i].arguments != '\0' ? _ (commands[i].arguments) : "");
      row[1] = g_strdup (_ (commands[i].summary));
      g_ptr_array_add (rows, row);
    }

  qd_cli_put_table (rows, 2);
  qd_cli_put (_ ("\n“quarterdeck COMMAND --help” says more of each.\n"));
}

/* As one line, whatever was asked for by whoever called us. */
static void
complain (const char *message)
{
  g_autofree char *line = g_utf8_make_valid (message, -1);

  for (char *c = line; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c))
        *c = ' ';
    }

  fflush (stdout);
  fprintf (stderr, "quarterdeck: %s\n", line);
}

QdCliStatus
qd_cli_fail (const GError *error)
{
  complain (error->message);

  return QD_CLI_FAILED;
}

QdCliStatus
qd_cli_misuse (QdCli      *cli,
               const char *format,
               ...)
{
  g_autofree char *message = NULL;
  g_autofree char *command = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  command = g_strdup_printf ("quarterdeck%s%s --help",
                             cli->command != NULL ? " " : "",
                             cli->command != NULL ? cli->command->name : "");
  complain (message);
  fprintf (stderr, _ ("Try “%s”.\n"), command);

  return QD_CLI_MISUSED;
}

static void
put_command_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  qd_cli_put (help);
}

/**
 * qd_cli_parse:
 * @n_arguments: how many words there must be besides the options; G_MAXUINT for any
 * @argv: is left with those words alone
 *
 * Returns: whether to go on; if not, @status is what to end with
 */
gboolean
qd_cli_parse (QdCli              *cli,
              const GOptionEntry *entries,
              guint               n_arguments,
              int                *argc,
              char             ***argv,
              QdCliStatus        *status)
{
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char   *database = NULL;
  gboolean           help = FALSE;
  const GOptionEntry common[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("Use another database"), N_ ("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { NULL },
  };
  g_autofree char *usage = g_strdup_printf (
      "%s %s", cli->command->name, *cli->command->arguments != '\0' ? _ (cli->command->arguments) : "");

  context = g_option_context_new (usage);
  g_option_context_set_summary (context, _ (cli->command->summary));
  g_option_context_set_description (context, cli->description);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = qd_cli_misuse (cli, "%s", error->message);
      return FALSE;
    }

  if (database != NULL)
    g_set_str (&cli->database, database);

  if (help)
    {
      put_command_help (context);
      *status = QD_CLI_OK;
      return FALSE;
    }

  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      --*argc;
      memmove (*argv + 1, *argv + 2, sizeof (char *) * *argc);
    }

  if (n_arguments == G_MAXUINT || *argc - 1 == (int)n_arguments)
    return TRUE;

  *status = *argc - 1 < (int)n_arguments ? qd_cli_misuse (cli, _ ("Something is missing"))
                                         : qd_cli_misuse (cli, _ ("“%s” is one too many"), (*argv)[n_arguments + 1]);

  return FALSE;
}

void
qd_cli_await_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_set_object ((GAsyncResult **)user_data, result);
}

/* Waits for an edit that was begun with qd_cli_await_cb() and the address of the slot. */
gboolean
qd_cli_await_edit (QdCli         *cli,
                   GAsyncResult **slot,
                   GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  result = g_steal_pointer (slot);

  return qd_store_edit_finish (cli->store, result, error);
}

/**
 * qd_cli_open:
 * @create: whether there may be none yet
 *
 * Opens the database and reads all of it.
 */
gboolean
qd_cli_open (QdCli   *cli,
             gboolean create,
             GError **error)
{
  g_autofree char *path = cli->database != NULL ? g_strdup (cli->database) : qd_kinds_dup_default_path ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) reason = NULL;

  if (!create && cli->database != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("There is no database at “%s”"), path);
      return FALSE;
    }

  if (cli->database == NULL)
    qd_kinds_prepare_folder (path);

  cli->store = qd_kinds_open_store (path);
  cli->portfolio = qd_kinds_new_portfolio (cli->store);
  qd_portfolio_load_async (cli->portfolio, NULL, qd_cli_await_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (qd_portfolio_load_finish (cli->portfolio, result, &reason))
    return TRUE;

  g_set_error (error, reason->domain, reason->code, _ ("“%s” cannot be opened: %s"), path, reason->message);

  return FALSE;
}

static void
cli_close (QdCli *cli)
{
  if (cli->store != NULL)
    qd_store_close (cli->store);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_clear_object (&cli->portfolio);
  g_clear_object (&cli->store);
  g_clear_pointer (&cli->database, g_free);
}

/* Who reads no further ends us as any other program; who cannot be written to is told. */
static QdCliStatus
finish_output (QdCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  if (reader_left || errno == EPIPE)
    {
      signal (SIGPIPE, SIG_DFL);
      raise (SIGPIPE);
    }

  fprintf (stderr, "quarterdeck: %s\n", _ ("The output could not be written"));

  return QD_CLI_FAILED;
}

static QdCliStatus
run_unknown (const char *word)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *nearest = NULL;
  g_autofree char *quoted = qd_quote (word);
  QdCli            cli = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_ptr_array_add (names, (char *)commands[i].name);

  nearest = qd_cli_dup_nearest (word, names);

  return nearest != NULL ? qd_cli_misuse (&cli, _ ("There is no command “%s”; did you mean “%s”?"), quoted, nearest)
                         : qd_cli_misuse (&cli, _ ("There is no command “%s”"), quoted);
}

/* Returns: what the process is to exit with */
int
qd_cli_run (int    argc,
            char **argv)
{
  int               at = find_word (argc, argv);
  const char       *word = argv[at];
  QdCli             cli = { .command = find_command (word) };
  QdCliStatus       status;
  g_autofree char **rest = g_new0 (char *, argc + 1);
  int               n_rest = 0;

  signal (SIGPIPE, SIG_IGN);

  if (g_str_equal (word, "--version"))
    {
      qd_cli_put ("Quarterdeck " QD_VERSION "\n");
      return finish_output (QD_CLI_OK);
    }

  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help"))
    {
      put_help ();
      return finish_output (QD_CLI_OK);
    }

  if (cli.command == NULL)
    return run_unknown (word);

  /* The word itself is gone, what came before it is still there. */
  for (int i = 0; i < argc; i++)
    {
      if (i != at)
        rest[n_rest++] = argv[i];
    }

  status = cli.command->run (&cli, n_rest, rest);
  cli_close (&cli);

  return finish_output (status);
}
