/* qd-progress-meter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-progress-meter"

#include "qd-progress-meter.h"

#include <adwaita.h>

#include "qd-plan-progress.h"

/* In pixels */
#define BAR_HEIGHT 8
#define MARK_WIDTH 3
#define HEIGHT 16

/**
 * QdProgressMeter:
 *
 * How much of a plan is done, as a bar, and how much the calendar expects by
 * today, as a mark across it. What the two say in words stands beside it, and is
 * its value for assistive technologies.
 */
struct _QdProgressMeter
{
  GtkWidget parent_instance;

  double    done;
  double    expected;
};

G_DEFINE_FINAL_TYPE (QdProgressMeter, qd_progress_meter, GTK_TYPE_WIDGET)

static void
qd_progress_meter_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 48;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 160;
}

static void
append_bar (GtkSnapshot   *snapshot,
            float          x,
            float          y,
            float          width,
            float          height,
            const GdkRGBA *color)
{
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, y, width, height), MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
qd_progress_meter_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  QdProgressMeter *self = QD_PROGRESS_METER (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float    width = gtk_widget_get_width (widget);
  float    height = gtk_widget_get_height (widget);
  float    y = (height - BAR_HEIGHT) / 2;
  float    done = width * self->done;
  float    mark = (width - MARK_WIDTH) * self->expected;
  GdkRGBA  color, trough;

  gtk_widget_get_color (widget, &color);
  trough = color;
  trough.alpha *= adw_style_manager_get_high_contrast (style) ? 0.4 : 0.15;

  append_bar (snapshot, 0, y, width, BAR_HEIGHT, &trough);

  if (done > 0)
    append_bar (snapshot, rtl ? width - done : 0, y, done, BAR_HEIGHT, accent);

  append_bar (snapshot, rtl ? width - MARK_WIDTH - mark : mark, 0, MARK_WIDTH, height, &color);
}

static void
qd_progress_meter_class_init (QdProgressMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = qd_progress_meter_measure;
  widget_class->snapshot = qd_progress_meter_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_css_name (widget_class, "progressmeter");
}

static void
style_changed_cb (QdProgressMeter *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
qd_progress_meter_init (QdProgressMeter *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect_object (
      style, "notify::accent-color-rgba", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_progress_meter_new (void)
{
  return g_object_new (QD_TYPE_PROGRESS_METER, NULL);
}

/* Both from 0 to 1, see qd-plan-progress.h. */
void
qd_progress_meter_set (QdProgressMeter *self,
                       double           done,
                       double           expected)
{
  g_autofree char *words = qd_plan_progress_dup_words (done, expected);

  g_return_if_fail (QD_IS_PROGRESS_METER (self));

  self->done = CLAMP (done, 0, 1);
  self->expected = CLAMP (expected, 0, 1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->done * 100,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
