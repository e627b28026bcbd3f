/* qd-working-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-working-calendar"

#include "qd-working-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-work-week.h"
#include "qd-zone.h"

G_DEFINE_FINAL_TYPE (QdWorkingCalendar, qd_working_calendar, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdWorkingCalendar, account, N_ ("Account"), .nullable = TRUE),
  QD_COLUMN_LINE (QdWorkingCalendar, hours, N_ ("Working Hours")),
  QD_COLUMN_LINE (QdWorkingCalendar, country, N_ ("Public Holidays"), .nullable = TRUE),
  QD_COLUMN_LINE (QdWorkingCalendar, time_zone, N_ ("Time Zone"), .nullable = TRUE),
};

static gboolean
is_country (const char *code)
{
  return strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]);
}

static gboolean
qd_working_calendar_check (gpointer draft,
                           GError **error)
{
  QdWorkingCalendar *self = draft;
  QdWorkWeek         week;

  if (!qd_work_week_parse (self->hours, &week, error))
    return FALSE;

  if (qd_work_week_is_empty (&week))
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Working Hours” must have at least one working day"));
      return FALSE;
    }

  if (self->country != NULL && !is_country (self->country))
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Public Holidays” must be a country’s two letters, such as “DE”"));
      return FALSE;
    }

  return self->time_zone == NULL || qd_zone_check (self->time_zone, error);
}

static void
qd_working_calendar_class_init (QdWorkingCalendarClass *klass)
{
  qd_record_class_install_columns (
      QD_RECORD_CLASS (klass), "working_calendar", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_working_calendar_check;
}

static void
qd_working_calendar_init (QdWorkingCalendar *self)
{
}
