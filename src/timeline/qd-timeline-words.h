/* qd-timeline-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-model.h"

G_BEGIN_DECLS

/* What a timeline says in words. All return text the caller owns; @today says which year goes without saying. */

char *qd_timeline_dup_span_words (QdTask          *task,
                                  QdPlanCalendars *calendars,
                                  QdMinute         start,
                                  QdMinute         finish,
                                  int              today);
char *qd_timeline_dup_float_words (QdPlanNetwork *network,
                                   guint          row);
char *qd_timeline_dup_finding_words (QdPlanNetwork           *network,
                                     const QdScheduleFinding *finding,
                                     int                      today);
char *qd_timeline_dup_row_words (QdTimelineModel *model,
                                 guint            position);
char *qd_timeline_dup_link_words (QdTimelineModel *model,
                                  guint            source,
                                  guint            link);
char *qd_timeline_dup_link_trial_words (QdTimelineModel     *model,
                                        const QdTimelineRow *from,
                                        const QdTimelineRow *to,
                                        gboolean             to_end,
                                        gboolean            *refused);
char *qd_timeline_dup_place_words (QdTimelineModel *model,
                                   guint            position);
char *qd_timeline_dup_band_words (const QdCalendarBand *band,
                                  int                   today);

G_END_DECLS
