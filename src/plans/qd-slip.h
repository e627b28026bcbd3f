/* qd-slip.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-network.h"

G_BEGIN_DECLS

/**
 * QdSlipReasonKind:
 * @QD_SLIP_REASON_HAND: a person moved it
 * @QD_SLIP_REASON_LENGTH: it takes longer or shorter than it did
 * @QD_SLIP_REASON_PREDECESSOR: what it waits for has moved
 * @QD_SLIP_REASON_LINK: the link to what it waits for is new, or another
 * @QD_SLIP_REASON_CONSTRAINT: its constraint holds it
 * @QD_SLIP_REASON_STATUS: it was not done by the status day
 * @QD_SLIP_REASON_BAND: nobody works then: a holiday, a freeze, a maintenance window
 * @QD_SLIP_REASON_PARENT: what holds it, which is said before this, holds a summary it is part of
 * @QD_SLIP_REASON_CHILD: it sums up a task that has moved, or come or gone
 * @QD_SLIP_REASON_FREE: nothing holds it any more
 * @QD_SLIP_REASON_CALENDAR: working hours are others
 */
typedef enum
{
  QD_SLIP_REASON_HAND,
  QD_SLIP_REASON_LENGTH,
  QD_SLIP_REASON_PREDECESSOR,
  QD_SLIP_REASON_LINK,
  QD_SLIP_REASON_CONSTRAINT,
  QD_SLIP_REASON_STATUS,
  QD_SLIP_REASON_BAND,
  QD_SLIP_REASON_PARENT,
  QD_SLIP_REASON_CHILD,
  QD_SLIP_REASON_FREE,
  QD_SLIP_REASON_CALENDAR,
} QdSlipReasonKind;

/**
 * QdSlipReason:
 * @row: of the task it waits for, that it sums up or that sums it up; else -1
 * @link: of the schedule that says so; else -1
 * @band: of the calendars that is in the way; else -1
 */
typedef struct
{
  QdSlipReasonKind kind;
  int              row;
  int              link;
  int              band;
} QdSlipReason;

/**
 * QdSlip:
 * @before: when it was; only start and finish
 * @after: when it is
 * @reasons: (element-type QdSlipReason): what moved it, the first the main one; where
 *   that is another task it waits for or sums up, that has a slip of its own, and going
 *   from slip to slip by their main reasons comes to an end
 *
 * A task that a change has moved.
 */
typedef struct
{
  guint           row;
  QdScheduleDates before;
  QdScheduleDates after;
  GArray         *reasons;
} QdSlip;

/* Returns: whether the dates of a row are known from before, and which they were */
typedef gboolean (*QdSlipBeforeFunc) (guint            row,
                                      QdScheduleDates *dates,
                                      gpointer         data);

GPtrArray *qd_slips_find (QdPlanNetwork   *network,
                          GHashTable      *touched,
                          QdSlipBeforeFunc before,
                          gpointer         data);
void       qd_slip_free (QdSlip *self);
int        qd_slip_count_days (QdMinute before,
                               QdMinute after);

G_END_DECLS
