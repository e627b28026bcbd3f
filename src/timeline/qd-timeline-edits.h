/* qd-timeline-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"
#include "qd-timeline-model.h"

G_BEGIN_DECLS

/*
 * What a person does to the rows of a timeline, each one step to undo. @positions are
 * guint, of rows; those that are no tasks are passed over. Each returns (transfer full)
 * (nullable) a batch, and %NULL where there is nothing to do, with @error where a
 * person is to know why. @label is (out) (transfer full) what the step is called.
 */

QdBatch *qd_timeline_create_link (QdTimelineModel *model,
                                  guint            from,
                                  guint            to,
                                  QdLinkKind       kind,
                                  char           **label,
                                  GError         **error);
QdBatch *qd_timeline_create_chain (QdTimelineModel *model,
                                   GArray          *positions,
                                   char           **label,
                                   GError         **error);
QdBatch *qd_timeline_remove_links (QdTimelineModel *model,
                                   GArray          *positions,
                                   char           **label,
                                   GError         **error);
QdBatch *qd_timeline_remove_link (QdTimelineModel *model,
                                  guint            source,
                                  guint            link,
                                  char           **label);
QdBatch *qd_timeline_set_predecessors (QdTimelineModel *model,
                                       guint            position,
                                       const char      *text,
                                       char           **label,
                                       GError         **error);
char    *qd_timeline_dup_predecessors (QdTimelineModel *model,
                                       guint            position);
QdBatch *qd_timeline_indent (QdTimelineModel *model,
                             GArray          *positions,
                             char           **label,
                             GError         **error);
QdBatch *qd_timeline_outdent (QdTimelineModel *model,
                              GArray          *positions,
                              char           **label,
                              GError         **error);
QdBatch *qd_timeline_set_progress (QdTimelineModel *model,
                                   GArray          *positions,
                                   int              progress,
                                   char           **label);
gint64   qd_timeline_find_next_sibling (QdTimelineModel *model,
                                        guint            position);
gboolean qd_timeline_find_place (QdTimelineModel *model,
                                 guint            position,
                                 gboolean         up,
                                 gint64          *before,
                                 GError         **error);
QdTask  *qd_timeline_create_task (QdTimelineModel *model,
                                  int              position,
                                  gboolean         above,
                                  gint64          *before);

G_END_DECLS
