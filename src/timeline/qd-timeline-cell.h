/* qd-timeline-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-timeline-column.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_CELL (qd_timeline_cell_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineCell, qd_timeline_cell, QD, TIMELINE_CELL, GtkWidget)

GtkWidget       *qd_timeline_cell_new (QdTimelineModel *model,
                                       QdTimelineColumn column,
                                       const int       *height);
void             qd_timeline_cell_bind (QdTimelineCell    *self,
                                        GtkColumnViewCell *item);
void             qd_timeline_cell_unbind (QdTimelineCell *self);
void             qd_timeline_cell_refresh (QdTimelineCell *self);
QdTimelineColumn qd_timeline_cell_get_column (QdTimelineCell *self);
int              qd_timeline_cell_get_position (QdTimelineCell *self);
gboolean         qd_timeline_cell_edit (QdTimelineCell *self);
gboolean         qd_timeline_cell_is_edited (QdTimelineCell *self);
void             qd_timeline_cell_end (QdTimelineCell *self);

G_END_DECLS
