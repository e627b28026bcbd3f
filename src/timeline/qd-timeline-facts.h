/* qd-timeline-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-model.h"

G_BEGIN_DECLS

/* What the model says of a row is read here. */

void qd_timeline_facts_read_task (QdTimelineFacts     *facts,
                                  QdTimelineModel     *self,
                                  const QdTimelineRow *row);
void qd_timeline_facts_read_group (QdTimelineFacts     *facts,
                                   QdTimelineModel     *self,
                                   const QdTimelineRow *row);

G_END_DECLS
