/* qd-timeline-trial.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"
#include "qd-time-axis.h"
#include "qd-timeline-frame.h"

G_BEGIN_DECLS

/* What of the bars is in the hand */
typedef enum
{
  QD_TIMELINE_GRIP_BAR,
  QD_TIMELINE_GRIP_START,
  QD_TIMELINE_GRIP_END,
} QdTimelineGrip;

/**
 * QdTimelineTrial:
 *
 * Bars in the hand: where they would be, what would move with them and what would
 * break. Nothing is written until qd_timeline_trial_create_batch() is applied.
 *
 * Of one plan, and only as long as that does not change.
 */
typedef struct _QdTimelineTrial QdTimelineTrial;

QdTimelineTrial                *qd_timeline_trial_new (QdTimelineModel *model,
                                                       guint            source,
                                                       GArray          *rows,
                                                       QdTimelineGrip   grip);
void                            qd_timeline_trial_free (QdTimelineTrial *self);
guint                           qd_timeline_trial_get_n_tasks (QdTimelineTrial *self);
gboolean                        qd_timeline_trial_move (QdTimelineTrial *self,
                                                        double           by,
                                                        QdTimeStep       step);
gboolean                        qd_timeline_trial_is_moved (QdTimelineTrial *self);
GArray                         *qd_timeline_trial_get_ghosts (QdTimelineTrial *self);
guint                           qd_timeline_trial_count_others (QdTimelineTrial *self);
char                           *qd_timeline_trial_dup_words (QdTimelineTrial *self);
QdBatch                        *qd_timeline_trial_create_batch (QdTimelineTrial *self,
                                                                char           **label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTimelineTrial, qd_timeline_trial_free)

G_END_DECLS
