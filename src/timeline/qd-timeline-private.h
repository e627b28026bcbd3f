/* qd-timeline-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"
#include "qd-timeline-rows.h"

G_BEGIN_DECLS

/* Between the model and what is set on it. */

struct _QdTimelineModel
{
  GObject            parent_instance;

  QdTimelineSettings settings;
  gint64             baseline;
  GHashTable        *baseline_tasks; /* (nullable): task id -> QdBaselineTask, not owned */

  GArray            *rows;  /* of QdTimelineRow */
  GPtrArray         *items; /* (nullable) QdTimelineItem, of each row */
  GStringChunk      *titles;
  GPtrArray         *positions;   /* of each source, its tasks' positions + 1 */
  GHashTable        *group_facts; /* position + 1 -> QdTimelineFacts */

  gboolean           no_tenants;
  QdFactBook        *book;       /* (nullable): from when there is a tenant */
  GArray            *bands;      /* (nullable): of QdCalendarBand, until they are asked for */
  GArray            *markers;    /* of QdTimelineMarker, with them */
  GStringChunk      *band_names; /* with them */
};

void qd_timeline_model_lay_out (QdTimelineModel *self);

G_END_DECLS
