/* qd-phase.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_PHASE (qd_phase_get_type ())

G_DECLARE_FINAL_TYPE (QdPhase, qd_phase, QD, PHASE, QdRecord)

/**
 * QdPhase:
 *
 * A stretch of a plan, such as its first 30 days.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdPhase
{
  QdRecord parent_instance;

  gint64   plan;
  char    *name;
  gint64   first; /* counted from the plan's start, which is day 0 */
  gint64   last;
  double   position;
};

G_END_DECLS
