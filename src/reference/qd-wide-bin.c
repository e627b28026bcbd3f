/* qd-wide-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-wide-bin"

#include "qd-wide-bin.h"

/**
 * QdWideBin:
 *
 * Scrolls its child sideways where it is too wide, and is as high as the child is at the width
 * it has. A scrolled window alone is as high as the child at its narrowest (GTK 4.18).
 */
struct _QdWideBin
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *child; /* unowned: in the scroller */
};

G_DEFINE_FINAL_TYPE (QdWideBin, qd_wide_bin, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
qd_wide_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_wide_bin_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  QdWideBin *self = QD_WIDE_BIN (widget);
  GtkWidget *bar = gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (self->scroller));
  int        least, width, height;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (width, *minimum);
      return;
    }

  gtk_widget_measure (
      self->child, orientation, for_size < 0 ? width : MAX (for_size, least), minimum, &height, NULL, NULL);

  /* A bar that does not lie over the child needs room below it. */
  if (for_size >= 0 && for_size < least && !gtk_scrolled_window_get_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller)))
    {
      gtk_widget_measure (bar, orientation, -1, NULL, &width, NULL, NULL);
      height += width;
    }

  *minimum = *natural = height;
}

static void
qd_wide_bin_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  gtk_widget_allocate (QD_WIDE_BIN (widget)->scroller, width, height, -1, NULL);
}

static void
qd_wide_bin_dispose (GObject *object)
{
  QdWideBin *self = QD_WIDE_BIN (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_wide_bin_parent_class)->dispose (object);
}

static void
qd_wide_bin_class_init (QdWideBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_wide_bin_dispose;
  widget_class->get_request_mode = qd_wide_bin_get_request_mode;
  widget_class->measure = qd_wide_bin_measure;
  widget_class->size_allocate = qd_wide_bin_size_allocate;
}

static void
qd_wide_bin_init (QdWideBin *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_EXTERNAL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
qd_wide_bin_new (GtkWidget *child)
{
  QdWideBin *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (QD_TYPE_WIDE_BIN, NULL);
  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);

  return GTK_WIDGET (self);
}
