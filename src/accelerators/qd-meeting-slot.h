/* qd-meeting-slot.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-calendars.h"

G_BEGIN_DECLS

/**
 * QdMeetingSlot:
 *
 * When people of both sides meet, on the plan's clock.
 */
typedef struct
{
  QdMinute start;
  QdMinute finish;
} QdMeetingSlot;

gboolean qd_meeting_slot_find (QdPlanCalendars *calendars,
                               int              first_day,
                               int              last_day,
                               QdMinute         from,
                               int              minutes,
                               int              time,
                               QdMeetingSlot   *slot);
gboolean qd_meeting_slot_find_sittings (QdPlanCalendars *calendars,
                                        QdMinute         from,
                                        int              minutes,
                                        QdMeetingSlot   *slot);

G_END_DECLS
