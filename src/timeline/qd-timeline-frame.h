/* qd-timeline-frame.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-scene.h"
#include "qd-time-axis.h"
#include "qd-timeline-model.h"

G_BEGIN_DECLS

/* More lines than that from one bar cannot be told apart; nor is anybody to wait for them. */
#define QD_TIMELINE_MOST_LINKS 120

/* What is shown of the timeline besides its bars */
typedef enum
{
  QD_TIMELINE_SHOW_LINKS = 1 << 0,
  QD_TIMELINE_SHOW_FLOAT = 1 << 1,
  QD_TIMELINE_SHOW_CRITICAL = 1 << 2,
  QD_TIMELINE_SHOW_BASELINE = 1 << 3,
  QD_TIMELINE_SHOW_BANDS = 1 << 4,
  QD_TIMELINE_SHOW_LABELS = 1 << 5,
  QD_TIMELINE_SHOW_RELEASES = 1 << 6,
  QD_TIMELINE_SHOW_USUAL = QD_TIMELINE_SHOW_LINKS | QD_TIMELINE_SHOW_FLOAT | QD_TIMELINE_SHOW_CRITICAL |
                           QD_TIMELINE_SHOW_BASELINE | QD_TIMELINE_SHOW_BANDS | QD_TIMELINE_SHOW_LABELS |
                           QD_TIMELINE_SHOW_RELEASES,
} QdTimelineShow;

/**
 * QdTimelineGhost:
 * @position: of the row
 * @hand: whether it is what is being moved, rather than what would move with it
 * @broken: whether it cannot be there: a link or a constraint forbids it
 *
 * Where a bar would be.
 */
typedef struct
{
  guint    position;
  QdMinute start;
  QdMinute finish;
  gboolean hand;
  gboolean broken;
} QdTimelineGhost;

/**
 * QdTimelineFrame:
 * @axis: x = 0 is the left edge of what is in sight
 * @y: how far down its upper edge is
 * @now: the minute that it is; %QD_MINUTE_NONE for no line
 * @selected: (nullable): whether the row at a position is selected
 * @current: the row that has the focus, or -1
 * @hover: the row that the pointer is over, or -1
 * @chosen_link: the link that is emphasised, or -1; and of which source
 * @on_screen: whether others may look on, and what is sealed is not to be read
 * @ghosts: (nullable) (element-type QdTimelineGhost): while something is moved
 *
 * What of a timeline is in sight, and how. In pixels, or on paper in points.
 */
typedef struct
{
  QdTimelineModel *model;
  QdTimeAxis       axis;
  double           y;
  double           width;
  double           height;
  double           row_height;
  QdTimelineShow   show;
  QdMinute         now;
  gboolean (*selected) (guint    position,
                        gpointer data);
  gpointer selected_data;
  int      current;
  int      hover;
  int      chosen_link;
  guint    chosen_source;
  gboolean focused;
  gboolean on_screen;
  GArray  *ghosts;
} QdTimelineFrame;

/* What is at a point */
typedef enum
{
  QD_TIMELINE_PART_NOTHING,
  QD_TIMELINE_PART_ROW,
  QD_TIMELINE_PART_BAR,
  QD_TIMELINE_PART_START,
  QD_TIMELINE_PART_END,
  QD_TIMELINE_PART_PROGRESS,
  QD_TIMELINE_PART_LINK_HANDLE,
  QD_TIMELINE_PART_LINK,
} QdTimelinePart;

typedef struct
{
  QdTimelinePart part;
  int            position; /* of the row; -1 below the last */
  int            link;     /* of that source's schedule */
  guint          source;
} QdTimelinePick;

void           qd_timeline_frame_get_visible (const QdTimelineFrame *self,
                                              guint                 *first,
                                              guint                 *end);
int            qd_timeline_frame_get_position (const QdTimelineFrame *self,
                                               double                 y);
QdRect         qd_timeline_frame_get_row (const QdTimelineFrame *self,
                                          guint                  position);
gboolean       qd_timeline_frame_get_bar (const QdTimelineFrame *self,
                                          guint                  position,
                                          QdRect                *bar);
gboolean       qd_timeline_frame_get_bar_of (const QdTimelineFrame *self,
                                             guint                  position,
                                             const QdTimelineFacts *facts,
                                             QdMinute               start,
                                             QdMinute               finish,
                                             QdRect                *bar);
gboolean       qd_timeline_frame_is_whole_days (const QdTimelineFrame *self,
                                                const QdTimelineFacts *facts);
gboolean       qd_timeline_frame_shows_band (const QdTimelineFrame *self,
                                             const QdCalendarBand  *band);
gboolean       qd_timeline_frame_shows_marker (const QdTimelineFrame *self,
                                               gboolean               released);
gboolean       qd_timeline_frame_is_link_strong (const QdTimelineFrame *self,
                                                 guint                  source,
                                                 guint                  link);
gboolean       qd_timeline_frame_shows_link (const QdTimelineFrame *self,
                                             guint                  source,
                                             guint                  link);
QdRect         qd_timeline_frame_get_link_handle (const QdTimelineFrame *self,
                                                  const QdRect          *bar);
GArray        *qd_timeline_frame_get_route (const QdTimelineFrame *self,
                                            guint                  source,
                                            guint                  link);
QdTimelinePick qd_timeline_frame_pick (const QdTimelineFrame *self,
                                       double                 x,
                                       double                 y,
                                       double                 tolerance);

G_END_DECLS
