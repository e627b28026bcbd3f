/* qd-timeline-drawing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-frame.h"

G_BEGIN_DECLS

/*
 * The scene of a timeline: the same on the screen, on paper and in an image. Only what
 * is in sight of the frame is looked at.
 */

/* Of the corners of a bar */
#define QD_TIMELINE_ROUND 4

void     qd_timeline_draw_body (const QdTimelineFrame *self,
                                QdScene               *scene);
void     qd_timeline_draw_header (const QdTimelineFrame *self,
                                  double                 height,
                                  QdScene               *scene);

/* Its parts, from below to above */
void     qd_timeline_draw_backdrop (const QdTimelineFrame *self,
                                    QdScene               *scene);
void     qd_timeline_draw_links (const QdTimelineFrame *self,
                                 gboolean               strong,
                                 QdScene               *scene);
void     qd_timeline_draw_bar (const QdTimelineFrame *self,
                               guint                  position,
                               QdScene               *scene);
void     qd_timeline_draw_ghosts (const QdTimelineFrame *self,
                                  QdScene               *scene);

gboolean qd_timeline_frame_is_selected (const QdTimelineFrame *self,
                                        guint                  position);

G_END_DECLS
