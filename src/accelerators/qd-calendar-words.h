/* qd-calendar-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-working-calendar.h"

G_BEGIN_DECLS

char *qd_working_calendar_dup_words (QdWorkingCalendar *calendar);

G_END_DECLS
