/* qd-working-calendar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_WORKING_CALENDAR (qd_working_calendar_get_type ())

G_DECLARE_FINAL_TYPE (QdWorkingCalendar, qd_working_calendar, QD, WORKING_CALENDAR, QdRecord)

/**
 * QdWorkingCalendar:
 *
 * When one side works: a customer, or, without an account, ourselves.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdWorkingCalendar
{
  QdRecord parent_instance;

  gint64   account;   /* 0: it is our own */
  char    *hours;     /* as qd_work_week_parse() reads them */
  char    *country;   /* ISO 3166-1, whose public holidays are kept */
  char    *time_zone; /* IANA; none: the same as the other side's */
};

G_END_DECLS
