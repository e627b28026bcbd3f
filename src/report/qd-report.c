/* qd-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report"

#include "qd-report.h"

#include <glib/gi18n.h>

#include "qd-exchange.h"
#include "qd-report-source.h"
#include "qd-report-tiles.h"

/* A report that is written on another thread */
typedef struct
{
  QdReportSource       *source;
  char                 *path;
  GFileProgressCallback progress;
  gpointer              progress_data;
  GMainContext         *context; /* borrowed from the task */
} Job;

/* How far a job is, on its way to the thread that asked */
typedef struct
{
  GFileProgressCallback progress;
  gpointer              progress_data;
  goffset               done;
  goffset               total;
} Notice;

static void
job_free (gpointer data)
{
  Job *job = data;

  qd_report_source_free (job->source);
  g_free (job->path);
  g_free (job);
}

static gboolean
notice_cb (gpointer data)
{
  Notice *notice = data;

  notice->progress (notice->done, notice->total, notice->progress_data);

  return G_SOURCE_REMOVE;
}

static void
progress_func (goffset  done,
               goffset  total,
               gpointer data)
{
  Job    *job = data;
  Notice *notice = g_new (Notice, 1);

  *notice = (Notice){ job->progress, job->progress_data, done, total };
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, notice_cb, notice, g_free);
}

static gboolean
write_source (QdReportSource       *source,
              const char           *path,
              GCancellable         *cancellable,
              GFileProgressCallback progress,
              gpointer              progress_data,
              GError              **error)
{
  g_autoptr(QdReportPages) pages = NULL;

  if (qd_report_source_get_medium (source) != QD_REPORT_MEDIUM_PDF)
    {
      g_autoptr(GBytes) bytes = qd_report_source_create_image (source, error);

      return bytes != NULL && qd_exchange_write_file (bytes, path, cancellable, error);
    }

  pages = qd_report_source_lay_out (source, cancellable, error);

  return pages != NULL && qd_report_source_write (source, pages, path, cancellable, progress, progress_data, error);
}

static void
write_func (GTask        *task,
            gpointer      source_object,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;

  if (write_source (job->source, job->path, cancellable, job->progress != NULL ? progress_func : NULL, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Draws some of it at a time, so that the window answers; then the rest is for another thread. */
static gboolean
draw_cb (gpointer data)
{
  GTask *task = data;
  Job   *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  if (qd_report_source_draw_next (job->source))
    return G_SOURCE_CONTINUE;

  g_task_run_in_thread (task, write_func);

  return G_SOURCE_REMOVE;
}

/* @source: (transfer full) (nullable): else @error is what is told */
static void
write_async (QdPortfolio          *portfolio,
             QdReportSource       *source,
             GError               *error,
             const char           *path,
             GCancellable         *cancellable,
             GFileProgressCallback progress,
             gpointer              progress_data,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (portfolio, cancellable, callback, user_data);
  g_autoptr(GSource) draw = g_idle_source_new ();
  Job *job;

  g_task_set_source_tag (task, qd_report_write_finish);

  if (source == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job = g_new0 (Job, 1);
  job->source = source;
  job->path = g_strdup (path);
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_task_get_context (task);
  g_task_set_task_data (task, job, job_free);
  g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);
  g_task_attach_source (task, draw, draw_cb);
}

/**
 * qd_report_write_plan_pdf:
 * @path: replaced once the new file is whole
 *
 * Writes @plan as a PDF for @audience. If it fails or is cancelled, what was at
 * @path is as it was.
 */
gboolean
qd_report_write_plan_pdf (QdPortfolio           *portfolio,
                          QdPlan                *plan,
                          QdAudience             audience,
                          const QdReportOptions *options,
                          const char            *path,
                          GCancellable          *cancellable,
                          GError               **error)
{
  g_autoptr(QdReportSource) source = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), FALSE);
  g_return_val_if_fail (QD_IS_PLAN (plan), FALSE);

  source = qd_report_source_new (portfolio, plan, audience, options);

  return write_source (source, path, cancellable, NULL, NULL, error);
}

/**
 * qd_report_write_account_pdf:
 * @path: replaced once the new file is whole
 *
 * Writes a brief of @account, of one page, as a PDF for @audience.
 */
gboolean
qd_report_write_account_pdf (QdPortfolio           *portfolio,
                             QdAccount             *account,
                             QdAudience             audience,
                             const QdReportOptions *options,
                             const char            *path,
                             GCancellable          *cancellable,
                             GError               **error)
{
  g_autoptr(QdReportSource) source = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), FALSE);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), FALSE);

  source = qd_report_source_new (portfolio, account, audience, options);

  return write_source (source, path, cancellable, NULL, NULL, error);
}

void
qd_report_write_plan_pdf_async (QdPortfolio           *portfolio,
                                QdPlan                *plan,
                                QdAudience             audience,
                                const QdReportOptions *options,
                                const char            *path,
                                GCancellable          *cancellable,
                                GFileProgressCallback  progress,
                                gpointer               progress_data,
                                GAsyncReadyCallback    callback,
                                gpointer               user_data)
{
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_PLAN (plan));

  write_async (portfolio,
               qd_report_source_new (portfolio, plan, audience, options),
               NULL,
               path,
               cancellable,
               progress,
               progress_data,
               callback,
               user_data);
}

void
qd_report_write_account_pdf_async (QdPortfolio           *portfolio,
                                   QdAccount             *account,
                                   QdAudience             audience,
                                   const QdReportOptions *options,
                                   const char            *path,
                                   GCancellable          *cancellable,
                                   GFileProgressCallback  progress,
                                   gpointer               progress_data,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_ACCOUNT (account));

  write_async (portfolio,
               qd_report_source_new (portfolio, account, audience, options),
               NULL,
               path,
               cancellable,
               progress,
               progress_data,
               callback,
               user_data);
}

/**
 * qd_report_write_timeline:
 * @path: replaced once the new file is whole
 *
 * Writes the timeline of @plan, drawn as on the screen, for @audience.
 */
gboolean
qd_report_write_timeline (QdPortfolio           *portfolio,
                          QdPlan                *plan,
                          QdAudience             audience,
                          QdReportMedium         medium,
                          const QdReportOptions *options,
                          const char            *path,
                          GCancellable          *cancellable,
                          GError               **error)
{
  g_autoptr(QdReportSource) source = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), FALSE);
  g_return_val_if_fail (QD_IS_PLAN (plan), FALSE);

  source = qd_report_source_new_timeline (portfolio, plan, audience, medium, options, error);

  while (source != NULL && qd_report_source_draw_next (source))
    continue;

  return source != NULL && write_source (source, path, cancellable, NULL, NULL, error);
}

/* The timeline is drawn on this thread, page by page while nothing else is to be done. */
void
qd_report_write_timeline_async (QdPortfolio           *portfolio,
                                QdPlan                *plan,
                                QdAudience             audience,
                                QdReportMedium         medium,
                                const QdReportOptions *options,
                                const char            *path,
                                GCancellable          *cancellable,
                                GFileProgressCallback  progress,
                                gpointer               progress_data,
                                GAsyncReadyCallback    callback,
                                gpointer               user_data)
{
  QdReportSource *source;
  GError         *error = NULL;

  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_PLAN (plan));

  source = qd_report_source_new_timeline (portfolio, plan, audience, medium, options, &error);
  write_async (portfolio, source, error, path, cancellable, progress, progress_data, callback, user_data);
}

static QdReportTiles *
arrange (QdPortfolio           *portfolio,
         QdPlan                *plan,
         QdAudience             audience,
         QdExit                *exit,
         QdReportMedium         medium,
         const QdReportOptions *options,
         GError               **error)
{
  int day = options->day != QD_DAY_NONE ? options->day : qd_day_today ();
  g_autoptr(QdReportTiles) tiles = qd_report_tiles_new (portfolio, plan, audience, exit, day, error);
  double width, height;

  qd_report_get_paper_size (options->paper, &width, &height);

  if (tiles == NULL || (medium == QD_REPORT_MEDIUM_PDF &&
                        !qd_report_tiles_arrange (tiles, width, height, options->tiling, error)))
    return NULL;

  return g_steal_pointer (&tiles);
}

/**
 * qd_report_check_timeline:
 *
 * Whether there is something to draw that fits as it is asked for, before it is
 * drawn; else @error.
 */
gboolean
qd_report_check_timeline (QdPortfolio           *portfolio,
                          QdPlan                *plan,
                          QdAudience             audience,
                          QdReportMedium         medium,
                          const QdReportOptions *options,
                          GError               **error)
{
  g_autoptr(QdExit) exit = qd_exit_new (portfolio, audience, plan->account);
  g_autoptr(QdReportTiles) tiles = arrange (portfolio, plan, audience, exit, medium, options, error);

  return tiles != NULL;
}

/**
 * qd_report_dup_timeline_words:
 * @problem: (out): whether it cannot be done as it was asked for
 *
 * Returns: (transfer full): how many pages a timeline would be as PDF, or what is
 *   in the way, a sentence
 */
char *
qd_report_dup_timeline_words (QdPortfolio           *portfolio,
                              QdPlan                *plan,
                              QdAudience             audience,
                              const QdReportOptions *options,
                              gboolean              *problem)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdExit) exit = qd_exit_new (portfolio, audience, plan->account);
  g_autoptr(QdReportTiles) tiles = arrange (portfolio, plan, audience, exit, QD_REPORT_MEDIUM_PDF, options, &error);
  guint n_pages;

  *problem = tiles == NULL;

  if (*problem)
    return g_strdup (error->message);

  n_pages = qd_report_tiles_get_n_pages (tiles);

  if (!qd_report_tiles_is_fitted (tiles) && options->tiling == QD_REPORT_TILING_USUAL)
    return g_strdup_printf (ngettext ("Too long for one page across at 7 points; tiled onto %u page",
                                      "Too long for one page across at 7 points; tiled onto %u pages",
                                      n_pages),
                            n_pages);

  return g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
}

/* Ends any of them. */
gboolean
qd_report_write_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  /* What was drawn from follows the lists, so it must not go on the thread that wrote. */
  g_task_set_task_data (G_TASK (result), NULL, NULL);

  return g_task_propagate_boolean (G_TASK (result), error);
}
