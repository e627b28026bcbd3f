/* qd-timeline-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-column.h"
#include "qd-timeline-frame.h"

G_BEGIN_DECLS

/* What of a timeline is shown */
typedef enum
{
  QD_TIMELINE_SIDES_BOTH,
  QD_TIMELINE_SIDES_CHART,
  QD_TIMELINE_SIDES_TABLE,
} QdTimelineSides;

extern const QdNick qd_timeline_sides[];

/* In the order of their bits */
extern const QdNick qd_timeline_filters[];
extern const QdNick qd_timeline_shows[];

/**
 * QdTimelineLayout:
 * @scale: pixels a day; 0 for as many as fit
 * @hidden: a bit for each column of the table that is not shown
 *
 * How a person wants to look at a timeline: plain values, to be kept by a name.
 */
typedef struct
{
  QdTimelineGrouping grouping;
  QdTimelineFilter   filter;
  QdTimelineSort     sort;
  gboolean           descending;
  QdTimelineShow     show;
  QdTimelineSides    sides;
  guint              hidden;
  double             scale;
} QdTimelineLayout;

extern const QdTimelineLayout qd_timeline_layout_usual;

char                         *qd_timeline_layout_to_json (const QdTimelineLayout *self);
gboolean                      qd_timeline_layout_from_json (QdTimelineLayout *self,
                                                            const char       *body,
                                                            GError          **error);

G_END_DECLS
