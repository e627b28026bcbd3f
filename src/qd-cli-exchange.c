/* qd-cli-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-exchange"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "qd-cli-private.h"
#include "qd-csv-roster.h"
#include "qd-exit.h"
#include "qd-foreign.h"
#include "qd-format.h"
#include "qd-import-plan.h"
#include "qd-json.h"
#include "qd-mspdi-read.h"
#include "qd-outline-import.h"
#include "qd-sample.h"

static void
put_rows (QdImportPlan *plan)
{
  GPtrArray *rows = qd_import_plan_get_rows (plan);

  for (guint i = 0; i < rows->len; i++)
    {
      QdImportRow     *row = g_ptr_array_index (rows, i);
      g_autofree char *line = NULL;

      if (row->outcome == QD_IMPORT_LEAVE)
        continue;

      line = g_strdup_printf ("%s  %s: %s%s%s%s\n",
                              row->outcome == QD_IMPORT_ADD ? _ ("add   ") : _ ("change"),
                              row->kind,
                              row->title,
                              *row->place != '\0' ? " (" : "",
                              row->place,
                              *row->place != '\0' ? ")" : "");
      qd_cli_put (line);

      for (guint n = 0; n < row->changes->len; n++)
        {
          QdImportChange  *change = g_ptr_array_index (row->changes, n);
          g_autofree char *text = g_strdup_printf ("        %s: %s → %s", change->label, change->before, change->after);

          qd_cli_put (g_strdelimit (text, "\n\t", ' '));
          qd_cli_put ("\n");
        }
    }
}

/* @label: (nullable): of the step */
static QdCliStatus
apply_import (QdCli        *cli,
              QdImportPlan *plan,
              const char   *label,
              gboolean      dry_run)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autofree char *summary = qd_import_plan_dup_summary (plan);

  if (dry_run)
    put_rows (plan);
  else
    qd_import_plan_apply_async (plan, label, NULL, qd_cli_await_cb, &slot);

  if (!dry_run && !qd_cli_await_edit (cli, &slot, &error))
    return qd_cli_fail (error);

  qd_cli_put (summary);
  qd_cli_put (dry_run ? _ ("; nothing was written\n") : _ (": done\n"));

  return QD_CLI_OK;
}

static QdCliStatus
import_json (QdCli   *cli,
             GBytes  *bytes,
             gboolean dry_run)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdImportPlan) plan = qd_import_plan_new (cli->portfolio, bytes, &error);

  return plan != NULL ? apply_import (cli, plan, NULL, dry_run) : qd_cli_fail (error);
}

static void
put_notes (GStrv notes)
{
  for (guint i = 0; notes[i] != NULL; i++)
    fprintf (stderr, _ ("Note: %s\n"), notes[i]);
}

/* @word: (nullable): whose plan it is, if the file does not say */
static QdCliStatus
import_xml (QdCli      *cli,
            GBytes     *bytes,
            const char *word,
            gboolean    dry_run)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) notes = NULL;
  g_autoptr(QdPlanOutline) outline = qd_mspdi_read (bytes, &notes, &error);
  g_autoptr(QdImportPlan) plan = NULL;
  QdAccount *account = NULL;
  gint64     id;

  if (outline == NULL || (word != NULL && !(account = qd_cli_find_account (cli, word, &error))))
    return qd_cli_fail (error);

  id = account != NULL ? qd_record_get_id (account) : qd_outline_import_guess_account (cli->portfolio, outline);

  if (id == 0)
    return qd_cli_misuse (cli, _ ("The file does not say whose plan it is; say it with --account"));

  if (!(plan = qd_outline_import_new (cli->portfolio, outline, id, &error)))
    return qd_cli_fail (error);

  put_notes (notes);

  return apply_import (cli, plan, _ ("Import Plan"), dry_run);
}

static void
put_results (GPtrArray *results,
             gboolean   dry_run)
{
  for (guint i = 0; i < results->len; i++)
    {
      QdCsvResult     *result = g_ptr_array_index (results, i);
      g_autofree char *line = NULL;

      if (result->outcome == QD_CSV_BAD)
        {
          fprintf (stderr, _ ("Line %u is left out: %s\n"), result->line, result->message);
          continue;
        }

      if (!dry_run || result->outcome == QD_CSV_SAME)
        continue;

      line = g_strdup_printf ("%s  %s%s%s\n",
                              result->outcome == QD_CSV_ADD ? _ ("add   ") : _ ("change"),
                              result->name,
                              result->message != NULL ? ": " : "",
                              result->message != NULL ? result->message : "");
      qd_cli_put (line);
    }
}

static QdCliStatus
import_csv (QdCli   *cli,
            GBytes  *bytes,
            gboolean dry_run)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCsvTable) table = qd_csv_table_new (bytes, &error);
  g_autoptr(QdCsvMapping) mapping = table != NULL ? qd_csv_mapping_new (table) : NULL;
  g_autoptr(GPtrArray) results = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autofree char *summary = NULL;

  if (mapping == NULL || !qd_csv_mapping_is_complete (mapping, &error))
    return qd_cli_fail (error);

  results = qd_csv_roster_read (table, mapping, cli->portfolio, qd_day_today ());
  put_results (results, dry_run);
  summary = g_strdup_printf (_ ("%u to add, %u to change, %u to leave as they are, %u lines left out"),
                             qd_csv_roster_count (results, QD_CSV_ADD),
                             qd_csv_roster_count (results, QD_CSV_CHANGE),
                             qd_csv_roster_count (results, QD_CSV_SAME),
                             qd_csv_roster_count (results, QD_CSV_BAD));

  if (!dry_run)
    {
      qd_csv_roster_apply_async (results, cli->store, NULL, qd_cli_await_cb, &slot);

      if (!qd_cli_await_edit (cli, &slot, &error))
        return qd_cli_fail (error);
    }

  qd_cli_put (summary);
  qd_cli_put (dry_run ? _ ("; nothing was written\n") : _ (": done\n"));

  return QD_CLI_OK;
}

static QdCliStatus
import_sample (QdCli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  qd_sample_load_async (cli->portfolio, qd_day_today (), NULL, qd_cli_await_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (!qd_sample_finish (result, &error))
    return qd_cli_fail (error);

  qd_cli_put (_ ("The sample portfolio is there\n"));

  return QD_CLI_OK;
}

static QdCliStatus
import_database (QdCli   *cli,
                 GFile   *file,
                 gboolean dry_run)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = qd_foreign_read (file, NULL, &error);
  g_autoptr(QdImportPlan) plan = NULL;

  if (root == NULL || !qd_cli_open (cli, TRUE, &error) ||
      !(plan = qd_import_plan_new_from_json (cli->portfolio, root, 0, &error)))
    return qd_cli_fail (error);

  return apply_import (cli, plan, NULL, dry_run);
}

static QdCliStatus
misuse_account (QdCli *cli)
{
  return qd_cli_misuse (cli, _ ("--account is for Microsoft Project’s XML; other files say it themselves"));
}

QdCliStatus
qd_cli_import (QdCli *cli,
               int    argc,
               char **argv)
{
  gboolean           dry_run = FALSE;
  gboolean           sample = FALSE;
  g_autofree char   *account = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what it would do, and do nothing"), NULL },
    { "account", 0, 0, G_OPTION_ARG_STRING, &account, N_ ("Of Microsoft Project’s XML: whose plan it is"), N_ ("NAME") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_ ("Take in the sample portfolio instead of a file"), NULL },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  QdCliStatus status;

  if (!qd_cli_parse (cli, entries, G_MAXUINT, &argc, &argv, &status))
    return status;

  if (argc != (sample ? 1 : 2))
    return qd_cli_misuse (cli, sample ? _ ("The sample needs no file") : _ ("Name one file"));

  if (sample && dry_run)
    return qd_cli_misuse (cli, _ ("The sample is taken in or not; there is nothing to try"));

  file = sample ? NULL : g_file_new_for_commandline_arg (argv[1]);

  if (file != NULL && qd_foreign_is_database (argv[1], NULL))
    return account == NULL ? import_database (cli, file, dry_run) : misuse_account (cli);

  if ((file != NULL && !(bytes = qd_import_read_file (file, NULL, &error))) ||
      !qd_cli_open (cli, TRUE, &error))
    return qd_cli_fail (error);

  if (sample)
    return import_sample (cli);

  if (qd_format_is_xml (argv[1], bytes))
    return import_xml (cli, bytes, account, dry_run);

  if (account != NULL)
    return misuse_account (cli);

  if (qd_foreign_is_database (argv[1], bytes))
    return import_database (cli, file, dry_run);

  return qd_format_is_json (argv[1], bytes) ? import_json (cli, bytes, dry_run) : import_csv (cli, bytes, dry_run);
}

/* What is to be exported, and how */
typedef struct
{
  QdExchangeKind  kind;
  gboolean        accelerator; /* whether the plan must be one */
  const QdFormat *format;
  QdAudience      audience;
  QdFormatOptions options;
} ExportChoice;

/* Sends what is at @path to where the output goes. */
static gboolean
put_file (const char *path,
          GError    **error)
{
  g_autofree char *text = NULL;
  gsize            length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;

  qd_cli_put_bytes (text, length);

  return TRUE;
}

static gboolean
write_output (QdCli              *cli,
              const ExportChoice *choice,
              gint64              id,
              const char         *output,
              GError            **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gboolean         written;

  if (!g_str_equal (output, "-"))
    return qd_format_write (
        choice->format, cli->portfolio, choice->kind, id, choice->audience, &choice->options, output, NULL, error);

  if (!(folder = g_dir_make_tmp ("quarterdeck-XXXXXX", error)))
    return FALSE;

  path = g_build_filename (folder, "output", NULL);
  written = qd_format_write (
                choice->format, cli->portfolio, choice->kind, id, choice->audience, &choice->options, path, NULL, error) &&
            put_file (path, error);
  g_unlink (path);
  g_rmdir (folder);

  return written;
}

/* What is lost is said where the output does not go. */
static void
put_losses (QdCli              *cli,
            const ExportChoice *choice,
            gint64              id)
{
  g_auto(GStrv) losses =
             qd_format_list_losses (choice->format, cli->portfolio, choice->kind, id, choice->audience, &choice->options);

  put_notes (losses);
}

/* How many pages a timeline is, and whether they had to be put beside each other */
static void
put_pages (QdCli              *cli,
           const ExportChoice *choice,
           gint64              id)
{
  g_autofree char *words = NULL;
  gboolean         problem;

  if (!g_str_equal (choice->format->nick, "timeline-pdf"))
    return;

  words = qd_report_dup_timeline_words (cli->portfolio,
                                        qd_portfolio_lookup (cli->portfolio, QD_TYPE_PLAN, id),
                                        choice->audience,
                                        &choice->options.report,
                                        &problem);
  fprintf (stderr, _ ("Note: %s\n"), words);
}

/* Returns: whether @id was found, or is not needed */
static gboolean
find_subject (QdCli              *cli,
              const ExportChoice *choice,
              const char         *word,
              gint64             *id,
              GError            **error)
{
  gpointer record;

  if (choice->kind == QD_EXCHANGE_KIND_PORTFOLIO)
    return TRUE;

  record = choice->kind == QD_EXCHANGE_KIND_ACCOUNT ? (gpointer)qd_cli_find_account (cli, word, error)
           : choice->accelerator                    ? (gpointer)qd_cli_find_accelerator (cli, word, error)
                                                    : (gpointer)qd_cli_find_plan (cli, word, error);

  if (record != NULL)
    *id = qd_record_get_id (record);

  return record != NULL;
}

/* What was typed, before it is understood */
typedef struct
{
  char    *format;
  char    *audience;
  char    *output;
  char    *only;
  gboolean all_tasks;
  gboolean no_alarms;
  char    *paper;
  gboolean tiled;
  gboolean fitted;
  gboolean replace;
  char    *reason;
} ExportWords;

static void
export_words_clear (ExportWords *words)
{
  g_free (words->format);
  g_free (words->audience);
  g_free (words->output);
  g_free (words->only);
  g_free (words->paper);
  g_free (words->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportWords, export_words_clear)

/* As write_output(), and with names as it was asked for */
static gboolean
let_out (QdCli              *cli,
         const ExportChoice *choice,
         const ExportWords  *words,
         gint64              id,
         GError            **error)
{
  gpointer record = choice->kind == QD_EXCHANGE_KIND_PLAN ? qd_portfolio_lookup (cli->portfolio, QD_TYPE_PLAN, id) : NULL;
  gboolean written;

  qd_exit_begin (cli->portfolio,
                 words->reason != NULL ? QD_EXIT_OVERRIDE
                 : words->replace      ? QD_EXIT_REPLACE
                                       : QD_EXIT_REFUSE,
                 words->reason);
  written = write_output (cli, choice, id, words->output, error);
  qd_exit_end (cli->portfolio, written, choice->format->nick, choice->audience, record != NULL ? ((QdPlan *)record)->account : id);

  return written;
}

/* Says what is wrong with how pages are asked for, or returns %NULL. */
static char *
choose_pages (const ExportWords *words,
              ExportChoice      *choice)
{
  int      paper = words->paper != NULL ? qd_nicks_parse (qd_report_papers, words->paper) : QD_REPORT_PAPER_LOCALE;
  gboolean pages = g_str_has_suffix (choice->format->nick, "pdf");
  gboolean timeline = g_str_equal (choice->format->nick, "timeline-pdf");

  choice->options.report = (QdReportOptions){
    .paper = (QdReportPaper)paper,
    .day = QD_DAY_NONE,
    .tiling = words->tiled    ? QD_REPORT_TILING_TILED
              : words->fitted ? QD_REPORT_TILING_FITTED
                              : QD_REPORT_TILING_USUAL,
  };

  if (paper == QD_ENUM_NONE)
    return g_strdup_printf (_ ("“%s” is no paper; it is a4, a3, letter or system"), words->paper);

  if (words->paper != NULL && !pages)
    return g_strdup (_ ("--paper is for pages, as --format pdf makes them"));

  if ((words->tiled || words->fitted) && !timeline)
    return g_strdup (_ ("--tiled and --fitted are for a timeline, as --format timeline-pdf makes it"));

  return words->tiled && words->fitted ? g_strdup (_ ("A timeline is either --tiled or --fitted")) : NULL;
}

/* What is asked for of a format that cannot do it is a mistake. */
static gboolean
choose_options (QdCli             *cli,
                const ExportWords *words,
                ExportChoice      *choice,
                QdCliStatus       *status)
{
  const char      *nick = choice->format->nick;
  int              only = words->only != NULL ? qd_nicks_parse (qd_outline_onlys, words->only) : QD_OUTLINE_ONLY_ALL;

  g_autofree char *problem = choose_pages (words, choice);

  choice->options.outline = (QdOutlineOptions){ (QdOutlineOnly)only, words->all_tasks, words->no_alarms };

  if (problem != NULL)
    *status = qd_cli_misuse (cli, "%s", problem);
  else if (only == QD_ENUM_NONE)
    *status = qd_cli_misuse (cli, _ ("“%s” is no part of a plan; --only is for milestones or summaries"), words->only);
  else if (words->only != NULL && !g_str_equal (nick, "mermaid"))
    *status = qd_cli_misuse (cli, _ ("--only is for a chart, as --format mermaid makes it"));
  else if ((words->all_tasks || words->no_alarms) && !g_str_equal (nick, "ics"))
    *status = qd_cli_misuse (cli, _ ("--all-tasks and --no-alarms are for a calendar, as --format ics makes it"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
choose (QdCli             *cli,
        int                argc,
        char             **argv,
        const ExportWords *words,
        ExportChoice      *choice,
        QdCliStatus       *status)
{
  const char      *format = words->format != NULL ? words->format : "json";
  gboolean         accelerator = argc > 1 && g_str_equal (argv[1], "accelerator");
  int              kind = accelerator ? QD_EXCHANGE_KIND_PLAN
                          : argc > 1  ? qd_nicks_parse (qd_exchange_kinds, argv[1])
                                      : QD_ENUM_NONE;
  int              who = qd_nicks_parse (qd_audiences, words->audience);
  g_autofree char *nicks = NULL;

  choice->kind = kind;
  choice->accelerator = accelerator;
  choice->audience = who;
  /* The pages of an accelerator are its timeline; those of a plan are its report, which has one in it. */
  choice->format = qd_format_find (accelerator && g_str_equal (format, "pdf") ? "timeline-pdf" : format);

  if (kind == QD_ENUM_NONE || kind == QD_EXCHANGE_KIND_TEMPLATE)
    *status = qd_cli_misuse (cli, _ ("Say whether to export a plan, an accelerator, an account or the portfolio"));
  else if (argc != (kind == QD_EXCHANGE_KIND_PORTFOLIO ? 2 : 3))
    *status = qd_cli_misuse (cli, kind == QD_EXCHANGE_KIND_PORTFOLIO ? _ ("The portfolio is exported as a whole") : _ ("Name what to export"));
  else if (who == QD_ENUM_NONE)
    *status = qd_cli_misuse (cli, _ ("“%s” is no audience; it is me, internal, customer or public"), words->audience);
  else if (choice->format == NULL)
    *status = qd_cli_misuse (cli, _ ("“%s” is no format; it is %s"), format, (nicks = qd_formats_dup_nicks (kind)));
  else if (!qd_format_holds (choice->format, kind))
    *status = qd_cli_misuse (cli, _ ("%s cannot be exported as %s"), argv[1], format);
  else
    return choose_options (cli, words, choice, status);

  return FALSE;
}

QdCliStatus
qd_cli_export (QdCli *cli,
               int    argc,
               char **argv)
{
  g_auto(ExportWords) words = { NULL };
  g_autofree char   *nicks = qd_formats_dup_nicks (QD_EXCHANGE_KIND_PLAN);
  /* Translators: %s is a list of names; the one in brackets is what it is without a word */
  g_autofree char   *format_help = g_strdup_printf (_ ("%s (json); of an accelerator, pdf is its timeline"), nicks);
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words.format, format_help, N_ ("FORMAT") },
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &words.audience, N_ ("Who will read it: me, internal, customer or public"), N_ ("AUDIENCE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("Where to, or “-” to print it"), N_ ("FILE") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &words.replace, N_ ("Write what may be read in the place of names that may not"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &words.reason, N_ ("Let names out, for a reason that is kept"), N_ ("REASON") },
    { "only", 0, 0, G_OPTION_ARG_STRING, &words.only, N_ ("Of a chart: milestones, or summaries and milestones"), N_ ("milestones|summaries") },
    { "all-tasks", 0, 0, G_OPTION_ARG_NONE, &words.all_tasks, N_ ("In a calendar, every task rather than workshops, calls and milestones"), NULL },
    { "no-alarms", 0, 0, G_OPTION_ARG_NONE, &words.no_alarms, N_ ("In a calendar, nothing that reminds"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &words.paper, N_ ("Of a PDF: a4, a3, letter or system"), N_ ("PAPER") },
    { "fitted", 0, 0, G_OPTION_ARG_NONE, &words.fitted, N_ ("Of a timeline as PDF: on one page across, if its text stays at 7 points or more"), NULL },
    { "tiled", 0, 0, G_OPTION_ARG_NONE, &words.tiled, N_ ("Of a timeline as PDF: on pages beside each other; without either, fitted where that can be"), NULL },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  ExportChoice choice;
  QdCliStatus  status;
  gint64       id = 0;

  if (!qd_cli_parse (cli, entries, G_MAXUINT, &argc, &argv, &status))
    return status;

  if (words.audience == NULL || words.output == NULL)
    return qd_cli_misuse (
        cli, words.audience == NULL ? _ ("Say who will read it with --audience") : _ ("Say where to with -o"));

  if (words.reason != NULL && (words.replace || *words.reason == '\0'))
    return qd_cli_misuse (cli, words.replace ? _ ("Either --replace or --reason") : _ ("--reason is to say something"));

  if (!choose (cli, argc, argv, &words, &choice, &status))
    return status;

  if (!qd_cli_open (cli, FALSE, &error) || !find_subject (cli, &choice, argc > 2 ? argv[2] : NULL, &id, &error) ||
      !let_out (cli, &choice, &words, id, &error))
    return qd_cli_fail (error);

  put_losses (cli, &choice, id);
  put_pages (cli, &choice, id);

  return QD_CLI_OK;
}
