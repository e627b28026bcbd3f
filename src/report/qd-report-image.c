/* qd-report-image.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-image"

#include "qd-report-image.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-report.h"

/* Pixels for each unit: for a screen that has twice as many, else for any */
#define BEST 2
#define LEAST 1

/* Cairo draws no more across or down; and whoever opens it needs four bytes for each. */
#define MOST_SIDE 32767.0
#define MOST_PIXELS 100e6

static gboolean
can_hold (double width,
          double height,
          int    scale)
{
  return width * scale <= MOST_SIDE && height * scale <= MOST_SIDE && width * scale * height * scale <= MOST_PIXELS;
}

static cairo_status_t
write_func (void                *data,
            const unsigned char *bytes,
            unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * qd_report_image_create_png:
 * @width: in units of @scene, from its origin
 *
 * Returns: (transfer full): of two pixels for each unit, of one where that would be
 *   too many; %NULL with @error where that is too many too
 */
GBytes *
qd_report_image_create_png (QdScene *scene,
                            double   width,
                            double   height,
                            GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  int              scale = can_hold (width, height, BEST) ? BEST : LEAST;
  QdPalette        palette;
  QdColor          paper;
  cairo_surface_t *surface;
  cairo_t         *cr;
  cairo_status_t   status;

  if (!can_hold (width, height, LEAST))
    {
      g_set_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_SIZE,
                   _ ("The image would be %1$.0f by %2$.0f pixels, which is too large to open; export it as PDF or SVG instead. Nothing was written"),
                   ceil (width), ceil (height));
      return NULL;
    }

  qd_palette_init_for_paper (&palette);
  paper = palette.colors[QD_INK_PAPER];
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * scale), (int)ceil (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  qd_scene_paint (scene, &palette, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_func, bytes);

  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The image could not be drawn: %s; nothing was written"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Returns: (transfer full) */
GBytes *
qd_report_image_create_svg (QdScene    *scene,
                            const char *title,
                            double      width,
                            double      height)
{
  QdPalette palette;
  char     *text;

  qd_palette_init_for_paper (&palette);
  text = qd_scene_to_svg (scene, &palette, title, width, height);

  return g_bytes_new_take (text, strlen (text));
}
