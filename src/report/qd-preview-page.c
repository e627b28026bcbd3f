/* qd-preview-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-preview-page"

#include "qd-preview-page.h"

#include <glib/gi18n.h>

/* CSS pixels in a point */
#define PIXELS (96.0 / 72.0)

#define SMALLEST_WIDTH 200
#define MARGIN 12

/**
 * QdPreviewPage:
 *
 * A page of a report on the screen, as it will be on paper. It shrinks to the
 * width there is, unless it was zoomed in to be larger than life.
 */
struct _QdPreviewPage
{
  GtkWidget      parent_instance;

  QdReportPages *pages; /* borrowed; NULL while nothing is shown */
  guint          page;
  double         zoom;
};

G_DEFINE_FINAL_TYPE (QdPreviewPage, qd_preview_page, GTK_TYPE_WIDGET)

static double
get_ratio (QdPreviewPage *self)
{
  return qd_report_pages_get_height (self->pages) / qd_report_pages_get_width (self->pages);
}

static GtkSizeRequestMode
qd_preview_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_preview_page_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  QdPreviewPage *self = QD_PREVIEW_PAGE (widget);
  double         width;

  if (self->pages == NULL)
    return;

  width = qd_report_pages_get_width (self->pages) * PIXELS * self->zoom;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int)width + 2 * MARGIN;
      *minimum = self->zoom > 1 ? *natural : MIN (SMALLEST_WIDTH, *natural);
      return;
    }

  if (for_size > 0)
    width = MIN (width, for_size - 2 * MARGIN);
  *minimum = *natural = (int)(width * get_ratio (self)) + 2 * MARGIN;
}

static void
qd_preview_page_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.28f };
  QdPreviewPage       *self = QD_PREVIEW_PAGE (widget);
  double               width, height, scale;
  GskRoundedRect       outline;
  graphene_rect_t      bounds;
  cairo_t             *cr;

  if (self->pages == NULL)
    return;

  width = MIN (gtk_widget_get_width (widget) - 2 * MARGIN, qd_report_pages_get_width (self->pages) * PIXELS * self->zoom);
  height = width * get_ratio (self);
  scale = width / qd_report_pages_get_width (self->pages);
  graphene_rect_init (&bounds, (float)((gtk_widget_get_width (widget) - width) / 2), MARGIN, (float)width, (float)height);

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 5);
  gtk_snapshot_append_color (snapshot, &white, &bounds);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, bounds.origin.x, bounds.origin.y);
  cairo_scale (cr, scale, scale);
  qd_report_pages_draw (self->pages, cr, self->page, FALSE);
  cairo_destroy (cr);
}

static void
qd_preview_page_class_init (QdPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = qd_preview_page_get_request_mode;
  widget_class->measure = qd_preview_page_measure;
  widget_class->snapshot = qd_preview_page_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "previewpage");
}

static void
qd_preview_page_init (QdPreviewPage *self)
{
  self->zoom = 1;
}

GtkWidget *
qd_preview_page_new (void)
{
  return g_object_new (QD_TYPE_PREVIEW_PAGE, NULL);
}

/**
 * qd_preview_page_show:
 * @pages: (nullable): which must stay until another is shown
 */
void
qd_preview_page_show (QdPreviewPage *self,
                      QdReportPages *pages,
                      guint          page)
{
  g_return_if_fail (QD_IS_PREVIEW_PAGE (self));

  self->pages = pages;
  self->page = page;
  if (pages != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, qd_report_pages_get_length (pages));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* 1 is the size on paper. */
void
qd_preview_page_set_zoom (QdPreviewPage *self,
                          double         zoom)
{
  g_return_if_fail (QD_IS_PREVIEW_PAGE (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
