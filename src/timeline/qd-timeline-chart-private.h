/* qd-timeline-chart-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-chart.h"
#include "qd-timeline-trial.h"

G_BEGIN_DECLS

/* Between the chart, what a pointer does on it, what keys do, and what a screen reader is told. */

/* What the pointer is doing */
typedef enum
{
  QD_TIMELINE_DRAG_NONE,
  QD_TIMELINE_DRAG_BAR, /* in a trial */
  QD_TIMELINE_DRAG_PROGRESS,
  QD_TIMELINE_DRAG_LINK,
  QD_TIMELINE_DRAG_DRAW,
  QD_TIMELINE_DRAG_PAN,
} QdTimelineDrag;

struct _QdTimelineChart
{
  GtkWidget           parent_instance;

  QdTimelineModel    *model;
  GtkSelectionModel  *selection;
  GtkAdjustment      *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean            configuring;
  QdMinuteSpan        extent;  /* that can be scrolled to; grows as long as the plans stay the same */
  QdMinuteSpan        pending; /* to be fitted as soon as there is a width */

  QdTimeAxis          axis;
  int                 row_height;
  QdTimelineShow      show;
  QdMinute            now;
  QdScene            *scene;
  QdPalette           palette;
  gboolean            has_palette;

  int                 current;
  int                 anchor; /* where a range of rows begins that is selected */
  int                 hover;
  int                 chosen_link;
  guint               chosen_source;

  int                 hover_link;
  QdTimelineDrag      pressed; /* what it becomes as soon as the pointer moves */
  QdTimelineDrag      drag;
  QdTimelinePick      grabbed;
  QdTimelineTrial    *trial;
  QdPoint             from; /* where it began, and where it is */
  QdPoint             at;
  QdTimeAxis          from_axis;
  double              from_minute; /* under the pointer when it began */
  double              from_top;
  QdMinuteSpan        drawn;
  int                 progress;         /* that is dragged to */
  int                 target;           /* the row that a link is drawn to, or -1 */
  gboolean            refused;          /* it cannot be */
  gboolean            narrow_selection; /* when it is let go without having been dragged */
  char               *words;
  guint               ticker;
  int                 link_from; /* the row that a link is drawn from by the keys, or -1 */

  GPtrArray          *bars; /* QdTimelineBar, of the rows in sight */
  guint               first_bar;
  guint               teller;
  gboolean            busy; /* an edit is being written, after which things are elsewhere */
};

void             qd_timeline_chart_scroll_by (QdTimelineChart *self,
                                              double           dx,
                                              double           dy);
QdTimelineTrial *qd_timeline_chart_create_trial (QdTimelineChart *self,
                                                 guint            position,
                                                 QdTimelineGrip   grip);

void             qd_timeline_chart_snapshot (GtkWidget   *widget,
                                             GtkSnapshot *snapshot);

/* The pointer */
void             qd_timeline_chart_add_pointer (QdTimelineChart *self);
void             qd_timeline_chart_add_drag (QdTimelineChart *self);
QdTimelinePick   qd_timeline_chart_pick (QdTimelineChart *self,
                                         GtkGesture      *gesture,
                                         double           x,
                                         double           y);
void             qd_timeline_chart_cancel_drag (QdTimelineChart *self);
gboolean         qd_timeline_chart_is_dragging (QdTimelineChart *self);
void             qd_timeline_chart_draw_drag (QdTimelineChart *self,
                                              QdTimelineFrame *frame);

/* The keyboard */
void             qd_timeline_chart_class_add_keys (GtkWidgetClass *widget_class);

/* The screen reader */
void             qd_timeline_chart_sync_bars (QdTimelineChart *self);
void             qd_timeline_chart_tell_bars (QdTimelineChart *self);
void             qd_timeline_chart_drop_bars (QdTimelineChart *self);
GtkAccessible   *qd_timeline_chart_get_first_bar (QdTimelineChart *self);

G_END_DECLS
