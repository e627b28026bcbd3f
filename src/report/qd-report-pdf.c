/* qd-report-pdf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-pdf"

#include "qd-report-pdf.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <unistd.h>

#include "qd-day.h"
#include "qd-file-out.h"

/* Where the bytes go, and what went wrong there */
typedef struct
{
  int file;
  int error; /* an errno, or 0 */
} Sink;

static cairo_status_t
write_func (void                *data,
            const unsigned char *bytes,
            unsigned int         length)
{
  Sink *sink = data;

  while (length > 0)
    {
      gssize n_written = write (sink->file, bytes, length);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        {
          sink->error = errno;
          return CAIRO_STATUS_WRITE_ERROR;
        }

      bytes += n_written;
      length -= n_written;
    }

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t        *surface,
              const QdReportMetadata *metadata)
{
  char             day[QD_DAY_TEXT_SIZE];
  g_autofree char *instant = NULL;

  qd_day_format (metadata->day, day);
  instant = g_strdup_printf ("%sT00:00:00Z", day);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, metadata->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, metadata->subject);
  if (metadata->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, metadata->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Quarterdeck");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
}

static void
add_outline (cairo_surface_t *surface,
             QdReportPages   *pages)
{
  GArray *outline = qd_report_pages_get_outline (pages);
  int     section = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < outline->len; i++)
    {
      const QdReportBookmark *bookmark = &g_array_index (outline, QdReportBookmark, i);
      char                    y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char        *target = NULL;
      int                     parent = bookmark->level == 0 ? CAIRO_PDF_OUTLINE_ROOT : section;
      int                     id;

      g_ascii_formatd (y, sizeof y, "%.1f", MAX (bookmark->y - 8, 0));
      target = g_strdup_printf ("page=%u pos=[0 %s]", bookmark->page + 1, y);
      id = cairo_pdf_surface_add_outline (surface, parent, bookmark->title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      if (bookmark->level == 0)
        section = id;
    }
}

static gboolean
draw_pages (cairo_surface_t      *surface,
            QdReportPages        *pages,
            GCancellable         *cancellable,
            GFileProgressCallback progress,
            gpointer              progress_data)
{
  cairo_t *cr = cairo_create (surface);
  guint    n_pages = qd_report_pages_get_length (pages);

  /* Outermost, or the file does not say that it is tagged */
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < n_pages && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      qd_report_pages_draw (pages, cr, i, TRUE);
      if (i + 1 == n_pages)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
      if (progress != NULL)
        progress (i + 1, n_pages, progress_data);
    }
  cairo_destroy (cr);

  return !g_cancellable_is_cancelled (cancellable);
}

static gboolean
write_file (QdReportPages          *pages,
            const QdReportMetadata *metadata,
            const char             *path,
            QdFileOut              *out,
            GCancellable           *cancellable,
            GFileProgressCallback   progress,
            gpointer                progress_data,
            GError                **error)
{
  Sink             sink = { qd_file_out_get_descriptor (out), 0 };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_func, &sink, qd_report_pages_get_width (pages), qd_report_pages_get_height (pages));
  cairo_status_t status;

  set_metadata (surface, metadata);
  add_outline (surface, pages);
  draw_pages (surface, pages, cancellable, progress, progress_data);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (sink.error != 0)
    return qd_file_out_refuse (path, sink.error, NULL, error);

  return status == CAIRO_STATUS_SUCCESS ||
         qd_file_out_refuse (path, EIO, cairo_status_to_string (status), error);
}

/**
 * qd_report_pdf_write:
 * @path: of the file, which is replaced once the new one is whole
 *
 * Writes the pages as a PDF, on any thread. If it fails or is cancelled, what was
 * at @path is as it was.
 *
 * Returns: whether the file is there
 */
gboolean
qd_report_pdf_write (QdReportPages          *pages,
                     const QdReportMetadata *metadata,
                     const char             *path,
                     GCancellable           *cancellable,
                     GFileProgressCallback   progress,
                     gpointer                progress_data,
                     GError                **error)
{
  g_autoptr(QdFileOut) out = qd_file_out_open (path, error);

  return out != NULL &&
         write_file (pages, metadata, path, out, cancellable, progress, progress_data, error) &&
         qd_file_out_finish (out, error);
}
