/* qd-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-format"

#include "qd-format.h"

#include <glib/gi18n.h>

#include "qd-csv-export.h"
#include "qd-exit.h"
#include "qd-template.h"

/* What goes into a spreadsheet of accounts, and comes back from one. */
static const QdRosterColumn roster_columns[] = {
  QD_ROSTER_COLUMN_NAME, QD_ROSTER_COLUMN_TIER, QD_ROSTER_COLUMN_OFFERING, QD_ROSTER_COLUMN_STAGE,
  QD_ROSTER_COLUMN_HEALTH, QD_ROSTER_COLUMN_LAST_CONTACT, QD_ROSTER_COLUMN_NEXT_STEP, QD_ROSTER_COLUMN_FOLLOW_UPS,
  QD_ROSTER_COLUMN_PROGRESS, QD_ROSTER_COLUMN_RENEWAL, QD_ROSTER_COLUMN_ARR, QD_ROSTER_COLUMN_REGION,
  QD_ROSTER_COLUMN_PRIORITY, QD_ROSTER_COLUMN_SEATS, QD_ROSTER_COLUMN_TEAM
};

/* Used where no others are given */
static const QdFormatOptions usual = { { QD_REPORT_PAPER_LOCALE, QD_DAY_NONE, NULL, FALSE }, { 0 } };

const char *const            qd_format_purposes[QD_FORMAT_N_PURPOSES] = {
  [QD_FORMAT_PURPOSE_READ] = N_ ("To Be Read"),
  [QD_FORMAT_PURPOSE_KEEP] = N_ ("To Be Imported Again"),
  [QD_FORMAT_PURPOSE_GITLAB] = N_ ("For GitLab"),
  [QD_FORMAT_PURPOSE_PROGRAM] = N_ ("For Other Programs"),
};

static GBytes *
create_json (QdPortfolio           *portfolio,
             QdExchangeKind         kind,
             gint64                 id,
             QdAudience             audience,
             const QdFormatOptions *options,
             GError               **error)
{
  return qd_exchange_export (portfolio, kind, id, audience, error);
}

static int
get_today (const QdFormatOptions *options)
{
  return options->report.day != QD_DAY_NONE ? options->report.day : qd_day_today ();
}

static GBytes *
export_roster (QdPortfolio *portfolio,
               gint64       id,
               QdAudience   audience,
               int          today,
               GError     **error)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);

      if (id == 0 || qd_record_get_id (account) == id)
        g_ptr_array_add (facts,
                         qd_account_facts_new (portfolio, account, today, audience == QD_AUDIENCE_INTERNAL));
    }

  return qd_csv_export_roster (portfolio, facts, roster_columns, G_N_ELEMENTS (roster_columns), audience, error);
}

static GBytes *
create_csv (QdPortfolio           *portfolio,
            QdExchangeKind         kind,
            gint64                 id,
            QdAudience             audience,
            const QdFormatOptions *options,
            GError               **error)
{
  g_autoptr(QdPlanOutline) outline = NULL;

  if (kind == QD_EXCHANGE_KIND_PLAN)
    return (outline = qd_plan_outline_new (portfolio, id, audience, error)) ? qd_plan_csv_write (outline) : NULL;

  if (qd_audience_is_outside (audience))
    {
      g_set_error_literal (error,
                           QD_EXCHANGE_ERROR,
                           QD_EXCHANGE_ERROR_AUDIENCE,
                           _ ("The roster is not for a customer; export one account or plan as JSON or PDF instead"));
      return NULL;
    }

  return export_roster (
      portfolio, kind == QD_EXCHANGE_KIND_ACCOUNT ? id : 0, audience, get_today (options), error);
}

static GBytes *
create_mermaid (QdPortfolio           *portfolio,
                QdExchangeKind         kind,
                gint64                 id,
                QdAudience             audience,
                const QdFormatOptions *options,
                GError               **error)
{
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new (portfolio, id, audience, error);

  return outline != NULL ? qd_mermaid_write (outline, &options->outline, error) : NULL;
}

static GBytes *
create_gitlab_csv (QdPortfolio           *portfolio,
                   QdExchangeKind         kind,
                   gint64                 id,
                   QdAudience             audience,
                   const QdFormatOptions *options,
                   GError               **error)
{
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new (portfolio, id, audience, error);

  return outline != NULL ? qd_gitlab_csv_write (outline, error) : NULL;
}

static GBytes *
create_gitlab_md (QdPortfolio           *portfolio,
                  QdExchangeKind         kind,
                  gint64                 id,
                  QdAudience             audience,
                  const QdFormatOptions *options,
                  GError               **error)
{
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new (portfolio, id, audience, error);

  return outline != NULL ? qd_gitlab_md_write (outline) : NULL;
}

/* Made now, unless it was said when. */
static GBytes *
create_ics (QdPortfolio           *portfolio,
            QdExchangeKind         kind,
            gint64                 id,
            QdAudience             audience,
            const QdFormatOptions *options,
            GError               **error)
{
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new (portfolio, id, audience, error);
  QdOutlineOptions stamped = options->outline;

  if (stamped.stamp == 0)
    stamped.stamp = g_get_real_time () / G_USEC_PER_SEC;

  return outline != NULL ? qd_ics_write (outline, &stamped) : NULL;
}

static GBytes *
create_mspdi (QdPortfolio           *portfolio,
              QdExchangeKind         kind,
              gint64                 id,
              QdAudience             audience,
              const QdFormatOptions *options,
              GError               **error)
{
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new (portfolio, id, audience, error);

  return outline != NULL && qd_plan_outline_check_calendars (outline, portfolio, error) ? qd_mspdi_write (outline)
                                                                                        : NULL;
}

/* What may not be exported as JSON may not be as PDF either, which holds a part of it. */
static gboolean
write_pdf (QdPortfolio           *portfolio,
           QdExchangeKind         kind,
           gint64                 id,
           QdAudience             audience,
           const QdFormatOptions *options,
           const char            *path,
           GCancellable          *cancellable,
           GError               **error)
{
  if (kind == QD_EXCHANGE_KIND_PLAN)
    return qd_report_write_plan_pdf (
        portfolio, qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, id), audience, &options->report, path, cancellable, error);

  return qd_report_write_account_pdf (
      portfolio, qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, id), audience, &options->report, path, cancellable, error);
}

/* The names of days off stand on it too. The file itself is drawn by @write. */
static GBytes *
check_timeline (QdReportMedium         medium,
                QdPortfolio           *portfolio,
                gint64                 id,
                QdAudience             audience,
                const QdFormatOptions *options,
                GError               **error)
{
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new (portfolio, id, audience, error);

  if (outline == NULL || !qd_plan_outline_check_calendars (outline, portfolio, error) ||
      !qd_report_check_timeline (
          portfolio, qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, id), audience, medium, &options->report, error))
    return NULL;

  return g_bytes_new (NULL, 0);
}

static GBytes *
check_timeline_pdf (QdPortfolio           *portfolio,
                    QdExchangeKind         kind,
                    gint64                 id,
                    QdAudience             audience,
                    const QdFormatOptions *options,
                    GError               **error)
{
  return check_timeline (QD_REPORT_MEDIUM_PDF, portfolio, id, audience, options, error);
}

static GBytes *
check_image (QdPortfolio           *portfolio,
             QdExchangeKind         kind,
             gint64                 id,
             QdAudience             audience,
             const QdFormatOptions *options,
             GError               **error)
{
  return check_timeline (QD_REPORT_MEDIUM_SVG, portfolio, id, audience, options, error);
}

static gboolean
write_timeline (QdReportMedium         medium,
                QdPortfolio           *portfolio,
                gint64                 id,
                QdAudience             audience,
                const QdFormatOptions *options,
                const char            *path,
                GCancellable          *cancellable,
                GError               **error)
{
  return qd_report_write_timeline (
      portfolio, qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, id), audience, medium, &options->report, path, cancellable, error);
}

static gboolean
write_timeline_pdf (QdPortfolio           *portfolio,
                    QdExchangeKind         kind,
                    gint64                 id,
                    QdAudience             audience,
                    const QdFormatOptions *options,
                    const char            *path,
                    GCancellable          *cancellable,
                    GError               **error)
{
  return write_timeline (QD_REPORT_MEDIUM_PDF, portfolio, id, audience, options, path, cancellable, error);
}

static gboolean
write_png (QdPortfolio           *portfolio,
           QdExchangeKind         kind,
           gint64                 id,
           QdAudience             audience,
           const QdFormatOptions *options,
           const char            *path,
           GCancellable          *cancellable,
           GError               **error)
{
  return write_timeline (QD_REPORT_MEDIUM_PNG, portfolio, id, audience, options, path, cancellable, error);
}

static gboolean
write_svg (QdPortfolio           *portfolio,
           QdExchangeKind         kind,
           gint64                 id,
           QdAudience             audience,
           const QdFormatOptions *options,
           const char            *path,
           GCancellable          *cancellable,
           GError               **error)
{
  return write_timeline (QD_REPORT_MEDIUM_SVG, portfolio, id, audience, options, path, cancellable, error);
}

#define BIT(kind) (1 << QD_EXCHANGE_KIND_##kind)

/* In the order of their purposes */
static const QdFormat formats[] = {
  { "pdf", "pdf", N_ ("PDF"), N_ ("Pages on the screen and on paper"), "application/pdf", QD_FORMAT_PURPOSE_READ, BIT (ACCOUNT) | BIT (PLAN), create_json, write_pdf },
  { "timeline-pdf", "pdf", N_ ("Timeline as PDF"), N_ ("Drawn as on the screen, on as many pages as it takes"), "application/pdf", QD_FORMAT_PURPOSE_READ, BIT (PLAN), check_timeline_pdf, write_timeline_pdf },
  { "png", "png", N_ ("Timeline as PNG"), N_ ("An image, for a message or a slide"), "image/png", QD_FORMAT_PURPOSE_READ, BIT (PLAN), check_image, write_png },
  { "svg", "svg", N_ ("Timeline as SVG"), N_ ("A drawing of any size, with text that can be searched"), "image/svg+xml", QD_FORMAT_PURPOSE_READ, BIT (PLAN), check_image, write_svg },
  { "json", "json", N_ ("JSON"), N_ ("With everything that the reader may have"), "application/json", QD_FORMAT_PURPOSE_KEEP, BIT (PORTFOLIO) | BIT (ACCOUNT) | BIT (PLAN) | BIT (TEMPLATE), create_json, NULL },
  { "mermaid", "md", N_ ("Mermaid Chart"), N_ ("Markdown in which GitLab draws the timeline"), "text/markdown", QD_FORMAT_PURPOSE_GITLAB, BIT (PLAN), create_mermaid, NULL },
  { "gitlab-csv", "csv", N_ ("Issues as CSV"), N_ ("To be imported into a project, an issue a task"), "text/csv", QD_FORMAT_PURPOSE_GITLAB, BIT (PLAN), create_gitlab_csv, NULL },
  { "gitlab-md", "md", N_ ("Epics and Issues as Markdown"), N_ ("To be pasted, with labels and headings"), "text/markdown", QD_FORMAT_PURPOSE_GITLAB, BIT (PLAN), create_gitlab_md, NULL },
  { "csv", "csv", N_ ("CSV"), N_ ("For a spreadsheet"), "text/csv", QD_FORMAT_PURPOSE_PROGRAM, BIT (PORTFOLIO) | BIT (ACCOUNT) | BIT (PLAN), create_csv, NULL },
  { "ics", "ics", N_ ("iCalendar"), N_ ("Workshops, calls and milestones for a calendar"), "text/calendar", QD_FORMAT_PURPOSE_PROGRAM, BIT (PLAN), create_ics, NULL },
  { "mspdi", "xml", N_ ("Microsoft Project XML"), N_ ("For project tools; it can be imported again"), "application/xml", QD_FORMAT_PURPOSE_PROGRAM, BIT (PLAN), create_mspdi, NULL },
};

/* Returns: (transfer none): every format that there is */
const QdFormat *
qd_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

const QdFormat *
qd_format_find (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].nick, nick))
        return &formats[i];
    }

  return NULL;
}

gboolean
qd_format_holds (const QdFormat *self,
                 QdExchangeKind  kind)
{
  return (self->kinds & (1 << kind)) != 0;
}

/* Returns: (transfer full): what can be asked for by name: “json, pdf or csv” */
char *
qd_formats_dup_nicks (QdExchangeKind kind)
{
  g_autoptr(GString) nicks = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!qd_format_holds (&formats[i], kind))
        continue;

      if (last != NULL)
        g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? ", " : "", last);

      last = formats[i].nick;
    }

  /* Translators: a list of names, and the last of them: “json, pdf or csv” */
  return g_strdup_printf (_ ("%1$s or %2$s"), nicks->str, last);
}

/**
 * qd_format_write:
 * @options: (nullable)
 *
 * Writes one file, whole or not at all.
 */
gboolean
qd_format_write (const QdFormat        *self,
                 QdPortfolio           *portfolio,
                 QdExchangeKind         kind,
                 gint64                 id,
                 QdAudience             audience,
                 const QdFormatOptions *options,
                 const char            *path,
                 GCancellable          *cancellable,
                 GError               **error)
{
  const QdFormatOptions *chosen = options != NULL ? options : &usual;
  g_autoptr(GBytes) bytes = self->create (portfolio, kind, id, audience, chosen, error);

  if (bytes == NULL)
    return FALSE;

  return self->write != NULL ? self->write (portfolio, kind, id, audience, chosen, path, cancellable, error)
                             : qd_exchange_write_file (bytes, path, cancellable, error);
}

/**
 * qd_format_write_async:
 *
 * Writes one file of a format that has @write, drawn on another thread. It ends with
 * qd_report_write_finish().
 */
void
qd_format_write_async (const QdFormat        *self,
                       QdPortfolio           *portfolio,
                       QdExchangeKind         kind,
                       gint64                 id,
                       QdAudience             audience,
                       const QdFormatOptions *options,
                       const char            *path,
                       GCancellable          *cancellable,
                       GFileProgressCallback  progress,
                       gpointer               progress_data,
                       GAsyncReadyCallback    callback,
                       gpointer               user_data)
{
  gpointer               record = qd_portfolio_lookup (portfolio, kind == QD_EXCHANGE_KIND_PLAN ? QD_TYPE_PLAN : QD_TYPE_ACCOUNT, id);
  const QdReportOptions *report = &options->report;

  g_return_if_fail (self->write != NULL);

  if (self->write != write_pdf)
    qd_report_write_timeline_async (portfolio,
                                    record,
                                    audience,
                                    self->write == write_png   ? QD_REPORT_MEDIUM_PNG
                                    : self->write == write_svg ? QD_REPORT_MEDIUM_SVG
                                                               : QD_REPORT_MEDIUM_PDF,
                                    report,
                                    path,
                                    cancellable,
                                    progress,
                                    progress_data,
                                    callback,
                                    user_data);
  else if (kind == QD_EXCHANGE_KIND_PLAN)
    qd_report_write_plan_pdf_async (
        portfolio, record, audience, report, path, cancellable, progress, progress_data, callback, user_data);
  else
    qd_report_write_account_pdf_async (
        portfolio, record, audience, report, path, cancellable, progress, progress_data, callback, user_data);
}

/**
 * qd_format_dup_file_name:
 * @id: of the account, plan or template; anything for the whole portfolio
 *
 * Returns: (transfer full): what a file may be called, by what the audience may read:
 *   a name is read too, by whoever gets it
 */
char *
qd_format_dup_file_name (const QdFormat *self,
                         QdPortfolio    *portfolio,
                         QdExchangeKind  kind,
                         gint64          id,
                         QdAudience      audience)
{
  QdPlan    *plan = kind == QD_EXCHANGE_KIND_PLAN ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, id) : NULL;
  QdAccount *account = NULL;
  QdTemplate *template = kind == QD_EXCHANGE_KIND_TEMPLATE ? qd_portfolio_lookup (portfolio, QD_TYPE_TEMPLATE, id) : NULL;
  g_autofree char *who = NULL;
  g_autofree char *name = NULL;
  g_autoptr(QdExit) exit = NULL;

  if (plan != NULL || kind == QD_EXCHANGE_KIND_ACCOUNT)
    account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan != NULL ? plan->account : id);

  if (account != NULL)
    who = qd_audience_dup_account_name (audience, account);

  if (plan != NULL && (self->create == check_timeline_pdf || self->create == check_image))
    name = g_strdup_printf ("%s - %s - %s.%s", who, plan->name, _ ("Timeline"), self->suffix);
  else if (plan != NULL)
    name = g_strdup_printf ("%s - %s.%s", who, plan->name, self->suffix);
  else
    name = g_strdup_printf ("%s.%s",
                            account != NULL    ? who
                            : template != NULL ? template->name
                                               : _ ("Portfolio"),
                            self->suffix);

  exit = qd_exit_new (portfolio, audience, account != NULL ? qd_record_get_id (account) : 0);

  return g_strdelimit (qd_exit_dup_replaced (exit, name), "/\\:", '-');
}

/**
 * qd_format_list_losses:
 * @options: (nullable)
 *
 * Returns: (transfer full): what the file would not say of the plan, a sentence
 *   each; empty where it says everything, or is no plan’s
 */
GStrv
qd_format_list_losses (const QdFormat        *self,
                       QdPortfolio           *portfolio,
                       QdExchangeKind         kind,
                       gint64                 id,
                       QdAudience             audience,
                       const QdFormatOptions *options)
{
  g_autoptr(QdPlanOutline) outline =
                kind == QD_EXCHANGE_KIND_PLAN ? qd_plan_outline_new (portfolio, id, audience, NULL) : NULL;

  return outline != NULL
             ? qd_plan_outline_list_losses (outline, self->nick, &(options != NULL ? options : &usual)->outline)
             : g_new0 (char *, 1);
}

static const char *
skip_blanks (const char *text,
             gsize      *length)
{
  while (*length > 0 && (g_ascii_isspace (*text) || (guchar)*text >= 0x80))
    {
      text++;
      --*length;
    }

  return text;
}

/* Whether what is to be imported is JSON rather than a table: by its name, else by how it begins. */
gboolean
qd_format_is_json (const char *name,
                   GBytes     *bytes)
{
  gsize            length;
  const char      *text = g_bytes_get_data (bytes, &length);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".json"))
    return TRUE;

  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv"))
    return FALSE;

  text = skip_blanks (text, &length);

  return length > 0 && (*text == '{' || *text == '[');
}

/* Whether what is to be imported is of Microsoft Project: by its name, else by how it begins. */
gboolean
qd_format_is_xml (const char *name,
                  GBytes     *bytes)
{
  gsize            length;
  const char      *text = g_bytes_get_data (bytes, &length);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".xml"))
    return TRUE;

  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv") || g_str_has_suffix (lower, ".json"))
    return FALSE;

  text = skip_blanks (text, &length);

  return length > 0 && *text == '<';
}
