/* qd-timeline-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-model.h"

G_BEGIN_DECLS

/* Between the model and what lays its rows out. */

typedef struct
{
  QdPlanSchedule *schedule;
  QdTaskTree     *tree; /* (nullable): until it is asked for */
} QdTimelineSource;

/**
 * QdTimelineSettings:
 * @toggled: (element-type gint64): ids of rows that are not expanded, or for plans are
 *
 * How rows are laid out.
 */
typedef struct
{
  QdPortfolio       *portfolio;
  GArray            *sources; /* of QdTimelineSource */
  GHashTable        *toggled;
  QdTimelineGrouping grouping;
  QdTimelineFilter   filter;
  char             **words;
  QdTimelineSort     sort;
  gboolean           descending;
  int                today;
} QdTimelineSettings;

QdTaskTree *qd_timeline_source_get_tree (QdTimelineSource *source);
GArray     *qd_timeline_rows_lay_out (QdTimelineSettings *settings,
                                      GStringChunk       *titles);
gint64      qd_timeline_row_get_toggle (const QdTimelineRow *row);

G_END_DECLS
