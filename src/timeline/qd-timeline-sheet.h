/* qd-timeline-sheet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-timeline-column.h"
#include "qd-timeline-frame.h"

G_BEGIN_DECLS

/* In the units of its scene, as on the screen */
#define QD_TIMELINE_SHEET_FONT 14
#define QD_TIMELINE_SHEET_ROW 32
#define QD_TIMELINE_SHEET_HEADER 46

/**
 * QdTimelineSheet:
 *
 * The timeline of one plan as an audience may read it, for paper and images: the
 * table and beside it the bars, all rows open, drawn as on the screen.
 *
 * It is as the plan is when it is made.
 */
typedef struct _QdTimelineSheet QdTimelineSheet;

/**
 * QdTimelineTile:
 * @row: which of the sheets down it is on, from 0
 * @column: which of those across
 * @end: after its last row
 *
 * What of a timeline is on one page.
 */
typedef struct
{
  guint      row;
  guint      column;
  guint      first;
  guint      end;
  QdTimeAxis axis;
} QdTimelineTile;

QdTimelineSheet *qd_timeline_sheet_new (QdPortfolio *portfolio,
                                        QdPlan      *plan,
                                        QdAudience   audience,
                                        int          today);
void             qd_timeline_sheet_free (QdTimelineSheet *self);
QdTimelineModel *qd_timeline_sheet_get_model (QdTimelineSheet *self);
const char      *qd_timeline_sheet_get_baseline (QdTimelineSheet *self);
void             qd_timeline_sheet_set_show (QdTimelineSheet *self,
                                             QdTimelineShow   show);
void             qd_timeline_sheet_summarize (QdTimelineSheet *self);
guint            qd_timeline_sheet_get_n_rows (QdTimelineSheet *self);
gboolean         qd_timeline_sheet_get_span (QdTimelineSheet *self,
                                             QdMinuteSpan    *span);
GPtrArray       *qd_timeline_sheet_list_bands (QdTimelineSheet *self);
gboolean         qd_timeline_sheet_has_bar (QdTimelineSheet *self,
                                            guint            first,
                                            guint            end,
                                            double           from,
                                            double           until);

double           qd_timeline_sheet_choose_columns (QdTimelineSheet *self,
                                                   guint            asked,
                                                   double           width,
                                                   QdScene         *scene);
QdTimelineTile   qd_timeline_sheet_fit (QdTimelineSheet *self,
                                        double           width);
GArray          *qd_timeline_sheet_tile (QdTimelineSheet *self,
                                         double           width,
                                         guint            n_rows,
                                         double           scale,
                                         guint           *n_across);
void             qd_timeline_sheet_draw_head (QdTimelineSheet      *self,
                                              const QdTimelineTile *tile,
                                              double                width,
                                              double                x,
                                              double                y,
                                              QdScene              *scene);
void             qd_timeline_sheet_draw_rows (QdTimelineSheet      *self,
                                              const QdTimelineTile *tile,
                                              double                width,
                                              double                x,
                                              double                y,
                                              QdScene              *scene);
double           qd_timeline_sheet_draw_legend (QdTimelineSheet *self,
                                                double           scale,
                                                double           width,
                                                double           x,
                                                double           y,
                                                QdScene         *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTimelineSheet, qd_timeline_sheet_free)

G_END_DECLS
