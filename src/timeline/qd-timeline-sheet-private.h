/* qd-timeline-sheet-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-sheet.h"

G_BEGIN_DECLS

/* Between a cell and its edges */
#define QD_TIMELINE_SHEET_PADDING 8

/* When something is to be seen in a row; two without a bar are empty */
typedef struct
{
  QdMinuteSpan bar;
  QdMinuteSpan baseline;
  gboolean     summary;
} QdTimelineSheetRow;

struct _QdTimelineSheet
{
  QdTimelineModel *model;
  QdTimelineShow   show;
  QdMinute         now;
  char            *baseline; /* (nullable): its name */
  GArray          *rows;     /* of QdTimelineSheetRow */
  double           widths[QD_TIMELINE_N_COLUMNS];
  double           table_width;
};

void qd_timeline_sheet_draw_headings (QdTimelineSheet *self,
                                      QdScene         *scene);
void qd_timeline_sheet_draw_cells (QdTimelineSheet *self,
                                   guint            first,
                                   guint            end,
                                   QdScene         *scene);

G_END_DECLS
