/* qd-timeline-column.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"
#include "qd-timeline-model.h"

G_BEGIN_DECLS

/* What the table beside the bars says of a row */
typedef enum
{
  QD_TIMELINE_COLUMN_NUMBER,
  QD_TIMELINE_COLUMN_TITLE,
  QD_TIMELINE_COLUMN_MOVED,
  QD_TIMELINE_COLUMN_BASELINE,
  QD_TIMELINE_COLUMN_OWNER,
  QD_TIMELINE_COLUMN_START,
  QD_TIMELINE_COLUMN_END,
  QD_TIMELINE_COLUMN_DURATION,
  QD_TIMELINE_COLUMN_PROGRESS,
  QD_TIMELINE_COLUMN_FLOAT,
  QD_TIMELINE_COLUMN_PREDECESSORS,
  QD_TIMELINE_N_COLUMNS,
} QdTimelineColumn;

const char *qd_timeline_column_get_nick (QdTimelineColumn column);
const char *qd_timeline_column_get_title (QdTimelineColumn column);
int         qd_timeline_column_get_width (QdTimelineColumn column);
gboolean    qd_timeline_column_is_number (QdTimelineColumn column);

char       *qd_timeline_column_dup_text (QdTimelineColumn column,
                                         QdTimelineModel *model,
                                         guint            position);
gboolean    qd_timeline_column_is_editable (QdTimelineColumn column,
                                            QdTimelineModel *model,
                                            guint            position);
char       *qd_timeline_column_dup_editable (QdTimelineColumn column,
                                             QdTimelineModel *model,
                                             guint            position);
QdBatch    *qd_timeline_column_set_text (QdTimelineColumn column,
                                         QdTimelineModel *model,
                                         guint            position,
                                         const char      *text,
                                         char           **label,
                                         GError         **error);

G_END_DECLS
