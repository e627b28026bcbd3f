/* qd-report-source.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-source"

#include "qd-report-source.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#include "qd-exit.h"
#include "qd-report-image.h"
#include "qd-report-parts.h"
#include "qd-report-tiles.h"

struct _QdReportSource
{
  QdReportPlan    *plan; /* one of the two, or a timeline */
  QdReportAccount *account;
  QdReportTiles   *tiles;
  QdReportMedium   medium;
  QdAudience       audience;
  QdExit          *exit;
  char            *author;
  gboolean         complete;
  double           width;
  double           height;
  int              day;
};

G_DEFINE_QUARK (qd-report-error-quark, qd_report_error)

/* How wide A4 and Letter are, in millimetres as locales have it and in points */
#define LETTER_MILLIMETRES 216
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612
#define LETTER_HEIGHT 792
#define A3_WIDTH 841.89
#define A3_HEIGHT 1190.551

const QdNick qd_report_papers[] = {
  [QD_REPORT_PAPER_LOCALE] = { "system", N_ ("System") },
  [QD_REPORT_PAPER_A4] = { "a4", N_ ("A4") },
  [QD_REPORT_PAPER_LETTER] = { "letter", N_ ("US Letter") },
  [QD_REPORT_PAPER_A3] = { "a3", N_ ("A3") },
  { NULL },
};

/* Below this nothing has room; a printer of labels gets a part of the page. */
#define SMALLEST_WIDTH 360
#define SMALLEST_HEIGHT 360

static gboolean
is_letter_locale (void)
{
#ifdef _NL_PAPER_WIDTH
  return GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH)) == LETTER_MILLIMETRES;
#else
  return FALSE;
#endif
}

/* In points */
void
qd_report_get_paper_size (QdReportPaper paper,
                          double       *width,
                          double       *height)
{
  gboolean letter = paper == QD_REPORT_PAPER_LETTER || (paper == QD_REPORT_PAPER_LOCALE && is_letter_locale ());

  *width = paper == QD_REPORT_PAPER_A3 ? A3_WIDTH : letter ? LETTER_WIDTH
                                                           : A4_WIDTH;
  *height = paper == QD_REPORT_PAPER_A3 ? A3_HEIGHT : letter ? LETTER_HEIGHT
                                                             : A4_HEIGHT;
}

static QdReportSource *
create (QdPortfolio           *portfolio,
        gint64                 account,
        QdAudience             audience,
        const QdReportOptions *options)
{
  QdReportSource *self = g_new0 (QdReportSource, 1);

  self->day = options->day != QD_DAY_NONE ? options->day : qd_day_today ();
  self->author = g_strdup (options->author);
  self->complete = options->complete;
  self->audience = audience;
  qd_report_get_paper_size (options->paper, &self->width, &self->height);

  if (options->width > 0 && options->height > 0)
    {
      self->width = MAX (options->width, SMALLEST_WIDTH);
      self->height = MAX (options->height, SMALLEST_HEIGHT);
    }

  self->exit = qd_exit_new (portfolio, audience, account);

  return self;
}

/**
 * qd_report_source_new:
 * @record: a #QdPlan or a #QdAccount
 *
 * Gathers what a report says, on the main thread.
 *
 * Returns: (transfer full): to be used on any one thread
 */
QdReportSource *
qd_report_source_new (QdPortfolio           *portfolio,
                      gpointer               record,
                      QdAudience             audience,
                      const QdReportOptions *options)
{
  QdReportSource *self = create (
      portfolio, QD_IS_PLAN (record) ? ((QdPlan *)record)->account : qd_record_get_id (record), audience, options);

  if (QD_IS_PLAN (record))
    {
      self->plan = qd_report_plan_gather (portfolio, record, audience, self->day);
      qd_report_plan_seal (self->plan, self->exit);
      self->plan->chart = qd_report_chart_new (
          portfolio, record, audience, self->exit, self->day, self->width - 2 * QD_REPORT_MARGIN_SIDE, NULL);
    }
  else
    {
      self->account = qd_report_account_gather (portfolio, record, audience, self->day);
      qd_report_account_seal (self->account, self->exit);
    }

  return self;
}

static char *
find_name (const char *text,
           gpointer    exit)
{
  return qd_exit_find (exit, text);
}

static char *
note_name (const char *text,
           gpointer    exit)
{
  qd_exit_look (exit, text, _ ("Timeline"));

  return NULL;
}

/* A text that is cut on the page is looked at whole. */
static gboolean
check_timeline (QdReportSource *self,
                GError        **error)
{
  g_autofree char *name = NULL;

  if (self->tiles != NULL)
    name = qd_report_tiles_find (self->tiles, find_name, self->exit);
  else if (self->plan != NULL && self->plan->chart != NULL)
    name = qd_report_chart_find (self->plan->chart, find_name, self->exit);

  /* A timeline of its own is gathered on the main thread. */
  if (name != NULL && self->tiles != NULL)
    g_free (qd_report_tiles_find (self->tiles, note_name, self->exit));

  if (name != NULL)
    g_set_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_AUDIENCE,
                 _ ("“%s” is on the timeline, and must not be read by this audience; nothing was written"), name);

  return name == NULL;
}

/**
 * qd_report_source_new_timeline:
 *
 * Decides how the timeline of a plan is drawn, on the main thread. It is to be drawn
 * there too, by qd_report_source_draw_next().
 *
 * Returns: (transfer full): to be used on any one thread once it is drawn; %NULL with @error
 */
QdReportSource *
qd_report_source_new_timeline (QdPortfolio           *portfolio,
                               QdPlan                *plan,
                               QdAudience             audience,
                               QdReportMedium         medium,
                               const QdReportOptions *options,
                               GError               **error)
{
  g_autoptr(QdReportSource) self = create (portfolio, plan->account, audience, options);

  self->medium = medium;
  self->tiles = qd_report_tiles_new (portfolio, plan, audience, self->exit, self->day, error);

  if (self->tiles == NULL || !check_timeline (self, error))
    return NULL;

  if (medium != QD_REPORT_MEDIUM_PDF)
    qd_report_tiles_begin_image (self->tiles);
  else if (!qd_report_tiles_arrange (self->tiles, self->width, self->height, options->tiling, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Returns: whether there is more of a timeline to be drawn */
gboolean
qd_report_source_draw_next (QdReportSource *self)
{
  return self->tiles != NULL && qd_report_tiles_draw_next (self->tiles);
}

void
qd_report_source_free (QdReportSource *self)
{
  g_clear_pointer (&self->tiles, qd_report_tiles_free);
  g_clear_pointer (&self->plan, qd_report_plan_free);
  g_clear_pointer (&self->account, qd_report_account_free);
  g_clear_pointer (&self->exit, qd_exit_free);
  g_clear_pointer (&self->author, g_free);
  g_free (self);
}

/* Returns: (transfer full): what the document is called; a file and a printer’s job are, too */
char *
qd_report_source_dup_title (QdReportSource *self)
{
  g_autofree char *title = NULL;

  if (self->tiles != NULL)
    title = qd_report_tiles_dup_title (self->tiles);
  else if (self->plan != NULL)
    title = qd_report_dup_title (self->plan->customer, self->plan->name);
  else
    title = qd_report_dup_title (self->account->customer, _ ("Account brief"));

  return qd_exit_dup_replaced (self->exit, title);
}

/* Returns: (transfer full): the pages, or %NULL with @error */
QdReportPages *
qd_report_source_lay_out (QdReportSource *self,
                          GCancellable   *cancellable,
                          GError        **error)
{
  if (self->tiles != NULL)
    return qd_report_tiles_create_pages (self->tiles, error);

  if (self->plan != NULL)
    return qd_report_plan_lay_out (self->plan, self->width, self->height, cancellable, error);

  return qd_report_account_lay_out (self->account, self->width, self->height, cancellable, error);
}

/* Returns: (transfer full): of a timeline that is an image, or %NULL with @error */
GBytes *
qd_report_source_create_image (QdReportSource *self,
                               GError        **error)
{
  g_autofree char *title = qd_report_source_dup_title (self);
  double           width, height;
  QdScene         *image = qd_report_tiles_get_image (self->tiles, &width, &height);

  return self->medium == QD_REPORT_MEDIUM_PNG ? qd_report_image_create_png (image, width, height, error)
                                              : qd_report_image_create_svg (image, title, width, height);
}

QdReportMedium
qd_report_source_get_medium (QdReportSource *self)
{
  return self->medium;
}

/**
 * qd_report_source_check:
 *
 * Looks whether anything on the pages gives a name away, or has no font where that matters.
 */
gboolean
qd_report_source_check (QdReportSource *self,
                        QdReportPages  *pages,
                        GError        **error)
{
  const char *const *missing = qd_report_pages_get_missing (pages);
  guint              page;
  g_autofree char   *name = qd_report_pages_find (pages, find_name, self->exit, &page);

  if (self->account != NULL && self->audience == QD_AUDIENCE_PUBLIC)
    {
      g_set_error_literal (
          error, QD_REPORT_ERROR, QD_REPORT_ERROR_AUDIENCE, _ ("An account is not for the public; nothing was written"));
      return FALSE;
    }

  if (!check_timeline (self, error))
    return FALSE;

  if (name != NULL)
    {
      g_set_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_AUDIENCE,
                   _ ("“%1$s” is on page %2$u, and must not be read by this audience; nothing was written"), name, page + 1);
      return FALSE;
    }

  if (self->complete && missing != NULL && *missing != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **)missing);

      g_set_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_MISSING_FONT, _ ("No font on this machine has %s"), list);
      return FALSE;
    }

  return TRUE;
}

gboolean
qd_report_source_write (QdReportSource       *self,
                        QdReportPages        *pages,
                        const char           *path,
                        GCancellable         *cancellable,
                        GFileProgressCallback progress,
                        gpointer              progress_data,
                        GError              **error)
{
  g_autofree char *title = qd_report_source_dup_title (self);
  g_autofree char *subject = qd_report_dup_audience (self->audience);
  QdReportMetadata metadata = { title, self->author, subject, self->day };

  if (!qd_report_source_check (self, pages, error))
    return FALSE;

  return qd_report_pdf_write (pages, &metadata, path, cancellable, progress, progress_data, error);
}
