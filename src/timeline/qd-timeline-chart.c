/* qd-timeline-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-chart"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "qd-timeline-chart-private.h"

#define LEAST_WIDTH 120

/**
 * QdTimelineChart:
 *
 * The bars of a timeline over their axis. Draws but the rows that are in sight, so
 * that a frame costs the same whatever the plan.
 */

static void accessible_iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdTimelineChart,
                               qd_timeline_chart,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, accessible_iface_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  AXIS_CHANGED,
  CURRENT_CHANGED,
  ACTIVATE,
  APPLY,
  LINK,
  DRAW,
  PROGRESS,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  return qd_timeline_chart_get_first_bar (QD_TIMELINE_CHART (accessible));
}

/* What is not set here stays as a widget has it. */
static void
accessible_iface_init (GtkAccessibleInterface *iface)
{
  iface->get_first_accessible_child = get_first_accessible_child;
}

static double
get_px (QdTimelineChart *self,
        double           minute)
{
  return minute * self->axis.scale / QD_MINUTES_PER_DAY;
}

/* From the axis to the scrollbars: a page beyond the plans on either side can be scrolled to, and wherever it is now. */
static void
configure (QdTimelineChart *self)
{
  int            width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double         value = get_px (self, self->axis.origin);
  double         n_rows = self->model != NULL ? qd_timeline_model_get_n_rows (self->model) : 0;
  GtkAdjustment *h = self->adjustments[GTK_ORIENTATION_HORIZONTAL], *v = self->adjustments[GTK_ORIENTATION_VERTICAL];

  self->configuring = TRUE;

  if (h != NULL)
    gtk_adjustment_configure (h,
                              value,
                              MIN (get_px (self, self->extent.from) - width, value),
                              MAX (get_px (self, self->extent.until) + width, value + width),
                              width * 0.1,
                              width * 0.9,
                              width);

  /* Room below the last row, to draw one more. */
  if (v != NULL)
    gtk_adjustment_configure (v,
                              gtk_adjustment_get_value (v),
                              0,
                              MAX (n_rows * self->row_height, height),
                              self->row_height,
                              height * 0.9,
                              height);

  self->configuring = FALSE;
}

static void
axis_changed (QdTimelineChart *self)
{
  configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[AXIS_CHANGED], 0);
}

static void
adjusted_cb (QdTimelineChart *self,
             GtkAdjustment   *adjustment)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (self->configuring || adjustment != self->adjustments[GTK_ORIENTATION_HORIZONTAL])
    return;

  self->axis.origin = gtk_adjustment_get_value (adjustment) * QD_MINUTES_PER_DAY / self->axis.scale;
  g_signal_emit (self, signals[AXIS_CHANGED], 0);
}

static void
set_adjustment (QdTimelineChart *self,
                GtkOrientation   orientation,
                GtkAdjustment   *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (*held == adjustment && adjustment != NULL)
    return;

  if (*held != NULL)
    g_signal_handlers_disconnect_by_func (*held, adjusted_cb, self);

  g_clear_object (held);
  *held = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*held, "value-changed", G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
  configure (self);
}

static void
palette_changed_cb (QdTimelineChart *self)
{
  self->has_palette = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[AXIS_CHANGED], 0);
}

static void
qd_timeline_chart_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = 5 * LEAST_WIDTH;
      return;
    }

  *minimum = 3 * self->row_height;
  *natural = self->model != NULL
                 ? (int)MIN (qd_timeline_model_get_n_rows (self->model), 12u) * self->row_height
                 : *minimum;
  *natural = MAX (*natural, *minimum);
}

static void
qd_timeline_chart_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);

  if (self->pending.until > self->pending.from && width > 1)
    {
      QdMinuteSpan span = self->pending;

      self->pending = (QdMinuteSpan){ 0, 0 };
      qd_timeline_chart_fit (self, span.from, span.until);
    }

  configure (self);
  g_signal_emit (self, signals[AXIS_CHANGED], 0);
}

static void
qd_timeline_chart_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);

  GTK_WIDGET_CLASS (qd_timeline_chart_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->scene, qd_scene_free);
  palette_changed_cb (self);
}

/* Grows what can be scrolled to; a year before and after now if there is nothing. */
static void
update_extent (QdTimelineChart *self)
{
  QdMinuteSpan span;

  if (!qd_timeline_model_find_span (self->model, &span))
    {
      QdMinute midnight = qd_minute_from_day (qd_timeline_model_get_today (self->model));

      span = (QdMinuteSpan){ midnight - 7 * QD_MINUTES_PER_DAY, midnight + 84 * QD_MINUTES_PER_DAY };
    }

  if (self->extent.from == self->extent.until)
    self->extent = span;

  self->extent.from = MIN (self->extent.from, span.from);
  self->extent.until = MAX (self->extent.until, span.until);
}

static void
refreshed_cb (QdTimelineChart *self)
{
  /* What is held may be somewhere else now, or gone. */
  self->pressed = QD_TIMELINE_DRAG_NONE;
  qd_timeline_chart_cancel_drag (self);
  self->current = MIN (self->current, (int)qd_timeline_model_get_n_rows (self->model) - 1);
  self->hover = -1;
  self->chosen_link = -1;
  self->link_from = -1;
  update_extent (self);
  configure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (QdTimelineChart *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
qd_timeline_chart_dispose (GObject *object)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (object);

  qd_timeline_chart_cancel_drag (self);
  qd_timeline_chart_drop_bars (self);
  qd_timeline_chart_set_model (self, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], adjusted_cb, self);

      g_clear_object (&self->adjustments[i]);
    }

  g_clear_pointer (&self->scene, qd_scene_free);

  G_OBJECT_CLASS (qd_timeline_chart_parent_class)->dispose (object);
}

static void
qd_timeline_chart_finalize (GObject *object)
{
  g_ptr_array_unref (QD_TIMELINE_CHART (object)->bars);

  G_OBJECT_CLASS (qd_timeline_chart_parent_class)->finalize (object);
}

static void
qd_timeline_chart_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_timeline_chart_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (GObjectClass *object_class)
{
  GType type = G_TYPE_FROM_CLASS (object_class);

  /* The axis, or how it looks, is another. */
  signals[AXIS_CHANGED] =
      g_signal_new ("axis-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* Another row has the focus. */
  signals[CURRENT_CHANGED] =
      g_signal_new ("current-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* A row is to be opened: its position. */
  signals[ACTIVATE] =
      g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /* What was moved is to be written: a QdBatch (transfer full), and what the edit is called. */
  signals[APPLY] = g_signal_new (
      "apply", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

  /* One row is to wait for another: the positions, and whether it is its end that waits. */
  signals[LINK] = g_signal_new (
      "link", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);

  /* A bar was drawn where there was none: a position or -1, and from when until when. */
  signals[DRAW] = g_signal_new (
      "draw", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);

  /* A row is that far: its position, and how far of 100. */
  signals[PROGRESS] = g_signal_new (
      "progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);

  /* A menu is wanted there. */
  signals[MENU] = g_signal_new (
      "menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
qd_timeline_chart_class_init (QdTimelineChartClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_timeline_chart_dispose;
  object_class->finalize = qd_timeline_chart_finalize;
  object_class->get_property = qd_timeline_chart_get_property;
  object_class->set_property = qd_timeline_chart_set_property;
  widget_class->measure = qd_timeline_chart_measure;
  widget_class->size_allocate = qd_timeline_chart_size_allocate;
  widget_class->snapshot = qd_timeline_chart_snapshot;
  widget_class->css_changed = qd_timeline_chart_css_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (object_class);

  gtk_widget_class_set_css_name (widget_class, "timelinechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  qd_timeline_chart_class_add_keys (widget_class);
}

/* Some row has the focus as soon as the chart has it. */
static void
focused_cb (QdTimelineChart *self)
{
  if (self->current < 0 && self->model != NULL && qd_timeline_model_get_n_rows (self->model) > 0)
    qd_timeline_chart_set_current (self, 0, FALSE);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  qd_timeline_chart_tell_bars (self);
}

static void
unfocused_cb (QdTimelineChart *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_focus (QdTimelineChart *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (unfocused_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
qd_timeline_chart_init (QdTimelineChart *self)
{
  AdwStyleManager         *manager = adw_style_manager_get_default ();
  static const char *const looks[] = { "notify::dark", "notify::high-contrast", "notify::accent-color" };

  self->axis = (QdTimeAxis){ 0, 10 };
  self->row_height = 34;
  self->show = QD_TIMELINE_SHOW_USUAL;
  self->now = QD_MINUTE_NONE;
  self->current = self->anchor = self->hover = self->hover_link = self->chosen_link = self->target = self->link_from = -1;
  self->bars = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  qd_timeline_chart_add_pointer (self);
  add_focus (self);

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect_object (manager, looks[i], G_CALLBACK (palette_changed_cb), self, G_CONNECT_SWAPPED);
}

/* @selection: of @model */
void
qd_timeline_chart_set_model (QdTimelineChart   *self,
                             QdTimelineModel   *model,
                             GtkSelectionModel *selection)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->model, refreshed_cb, self);
      g_signal_handlers_disconnect_by_func (self->selection, selection_changed_cb, self);
    }

  g_set_object (&self->model, model);
  g_set_object (&self->selection, selection);

  if (model == NULL)
    return;

  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  self->extent = (QdMinuteSpan){ 0, 0 };
  refreshed_cb (self);
}

QdTimelineModel *
qd_timeline_chart_get_model (QdTimelineChart *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_CHART (self), NULL);

  return self->model;
}

const QdTimeAxis *
qd_timeline_chart_get_axis (QdTimelineChart *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_CHART (self), NULL);

  return &self->axis;
}

void
qd_timeline_chart_set_axis (QdTimelineChart  *self,
                            const QdTimeAxis *axis)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  self->axis = *axis;
  self->axis.scale = CLAMP (axis->scale, QD_TIME_AXIS_MIN_SCALE, QD_TIME_AXIS_MAX_SCALE);
  axis_changed (self);
}

void
qd_timeline_chart_set_row_height (QdTimelineChart *self,
                                  int              height)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));
  g_return_if_fail (height > 0);

  self->row_height = height;
  configure (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
qd_timeline_chart_set_show (QdTimelineChart *self,
                            QdTimelineShow   show)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  self->show = show;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

QdTimelineShow
qd_timeline_chart_get_show (QdTimelineChart *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_CHART (self), 0);

  return self->show;
}

/* @now: on the plan's clock */
void
qd_timeline_chart_set_now (QdTimelineChart *self,
                           QdMinute         now)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  self->now = now;
  axis_changed (self);
}

/* @busy: whether an edit is being written: what is moved meanwhile would start from where things are no longer */
void
qd_timeline_chart_set_busy (QdTimelineChart *self,
                            gboolean         busy)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  self->busy = busy;
}
