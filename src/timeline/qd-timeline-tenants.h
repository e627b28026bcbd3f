/* qd-timeline-tenants.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-model.h"

G_BEGIN_DECLS

/**
 * QdTimelineMarker:
 * @minute: on the plan's clock
 * @released: whether it is the release itself, rather than its way to the tenant
 * @label: the version
 * @words: what it is, and when
 *
 * A release of GitLab, on a timeline.
 */
typedef struct
{
  QdMinute minute;
  gboolean released;
  char    *label;
  char    *words;
} QdTimelineMarker;

/* What a timeline knows of the tenants of the one account that its plans are of. Valid until the next change. */

void                    qd_timeline_model_set_tenants (QdTimelineModel *self,
                                                       gboolean         shown);
gint64                  qd_timeline_model_get_account (QdTimelineModel *self);
const QdCalendarBand   *qd_timeline_model_get_bands (QdTimelineModel *self,
                                                     guint           *n_bands);
const QdTimelineMarker *qd_timeline_model_get_markers (QdTimelineModel *self,
                                                       guint           *n_markers);

/* For the model */

void                    qd_timeline_model_follow_tenants (QdTimelineModel *self);
void                    qd_timeline_model_drop_bands (QdTimelineModel *self);
void                    qd_timeline_model_forget_bands (QdTimelineModel *self);

G_END_DECLS
