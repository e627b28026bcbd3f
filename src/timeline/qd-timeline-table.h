/* qd-timeline-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-timeline-column.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_TABLE (qd_timeline_table_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineTable, qd_timeline_table, QD, TIMELINE_TABLE, GtkWidget)

void           qd_timeline_table_set_model (QdTimelineTable   *self,
                                            QdTimelineModel   *model,
                                            GtkSelectionModel *selection);
void           qd_timeline_table_set_row_height (QdTimelineTable *self,
                                                 int              height);
GtkAdjustment *qd_timeline_table_get_vadjustment (QdTimelineTable *self);
GtkWidget     *qd_timeline_table_get_header (QdTimelineTable *self);
void           qd_timeline_table_show_column (QdTimelineTable *self,
                                              QdTimelineColumn column,
                                              gboolean         show);
void           qd_timeline_table_refresh (QdTimelineTable *self);
gboolean       qd_timeline_table_edit (QdTimelineTable *self,
                                       guint            position,
                                       QdTimelineColumn column);
void           qd_timeline_table_focus (QdTimelineTable *self,
                                        guint            position);
int            qd_timeline_table_get_focused (QdTimelineTable *self);

G_END_DECLS
