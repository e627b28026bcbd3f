/* qd-calendar-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-calendar-edits"

#include "qd-calendar-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-account.h"
#include "qd-batch.h"
#include "qd-holiday-file.h"
#include "qd-holidays.h"
#include "qd-work-week.h"
#include "qd-zone.h"

/* Of a draft of a closure: the calendar that is to be added with it */
#define CALENDAR_KEY "qd-calendar"

/* Returns: (transfer full) (nullable): where this computer is, if it says so by a name */
static char *
dup_local_zone (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);

  return strchr (name, '/') != NULL && *name != '/' && qd_zone_check (name, NULL) ? g_strdup (name) : NULL;
}

/**
 * qd_working_calendar_new_draft:
 * @account: an id; 0 for our own
 *
 * Returns: (transfer full): what is offered where there is no calendar yet: the usual hours, and the zone that is
 *   known
 */
QdWorkingCalendar *
qd_working_calendar_new_draft (QdPortfolio *portfolio,
                               gint64       account)
{
  QdWorkingCalendar *draft = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  QdAccount         *customer = account != 0 ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, account) : NULL;
  g_autofree char   *zone = NULL;

  if (account == 0)
    zone = dup_local_zone ();
  else if (customer != NULL && qd_zone_check (customer->time_zone, NULL))
    zone = g_strdup (customer->time_zone);

  g_object_set (draft, "account", account, "hours", QD_WORK_WEEK_USUAL, "time-zone", zone, NULL);

  return draft;
}

/* @country: (nullable): none keeps no public holidays */
void
qd_working_calendar_set_country_async (QdWorkingCalendar  *calendar,
                                       QdStore            *store,
                                       const char         *country,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(QdWorkingCalendar) draft = NULL;

  g_return_if_fail (QD_IS_WORKING_CALENDAR (calendar));

  draft = qd_record_dup_draft (calendar);
  g_object_set (draft, "country", country, NULL);

  if (qd_record_is_live (calendar))
    qd_record_save_async (draft, store, _ ("Change Public Holidays"), callback, user_data);
  else
    qd_record_add_async (draft, store, _ ("Change Public Holidays"), callback, user_data);
}

/* Returns: (transfer full): a holiday of @today in @calendar, to be changed before it is added */
QdClosure *
qd_closure_new_draft (QdWorkingCalendar *calendar,
                      int                today)
{
  QdClosure *draft = qd_record_new_draft (QD_TYPE_CLOSURE);

  g_object_set (draft,
                "calendar", qd_record_get_id (calendar),
                "kind", QD_CLOSURE_KIND_HOLIDAY,
                "stops", qd_closure_kind_get_usual_stop (QD_CLOSURE_KIND_HOLIDAY),
                "first", today,
                NULL);

  if (!qd_record_is_live (calendar))
    g_object_set_data_full (G_OBJECT (draft), CALENDAR_KEY, g_object_ref (calendar), g_object_unref);

  return draft;
}

/* @draft: of qd_closure_new_draft() */
void
qd_closure_add_async (gpointer            draft,
                      QdStore            *store,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  QdWorkingCalendar *calendar = g_object_get_data (draft, CALENDAR_KEY);
  QdBatch           *batch = qd_batch_new ();

  if (calendar != NULL)
    qd_batch_insert (batch, calendar);

  qd_batch_insert (batch, draft);
  qd_batch_apply_async (batch, store, _ ("Add Closure"), NULL, callback, user_data);
}

static gboolean
is_public_holiday (GArray *holidays,
                   int     day)
{
  for (guint i = 0; holidays != NULL && i < holidays->len; i++)
    {
      if (g_array_index (holidays, QdHoliday, i).day == day)
        return TRUE;
    }

  return FALSE;
}

/* Each of its days is off already, as a public holiday. */
static gboolean
is_covered (QdWorkingCalendar    *calendar,
            const QdHolidayEntry *entry)
{
  g_autoptr(GArray) holidays = NULL;

  if (calendar->country == NULL)
    return FALSE;

  holidays = qd_holidays_list (calendar->country, entry->first, entry->last);

  for (int day = entry->first; day <= entry->last; day++)
    {
      if (!is_public_holiday (holidays, day))
        return FALSE;
    }

  return TRUE;
}

static char *
dup_key (const char *name,
         int         first,
         int         last)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strdup_printf ("%d %d %s", first, last, folded);
}

/**
 * qd_working_calendar_filter_new:
 * @closures: (nullable) (element-type QdClosure): of @calendar
 * @entries: (element-type QdHolidayEntry)
 *
 * Returns: (transfer container) (element-type QdHolidayEntry): those of @entries that are neither there already, by
 *   name and days, nor public holidays of the calendar's country; @entries keeps them
 */
GPtrArray *
qd_working_calendar_filter_new (QdWorkingCalendar *calendar,
                                GPtrArray         *closures,
                                GPtrArray         *entries)
{
  GPtrArray *others = g_ptr_array_new ();
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (QD_IS_WORKING_CALENDAR (calendar), others);

  for (guint i = 0; closures != NULL && i < closures->len; i++)
    {
      QdClosure *closure = g_ptr_array_index (closures, i);

      if (!closure->weekly && closure->begins == QD_INTEGER_NONE)
        g_hash_table_add (
            known,
            dup_key (closure->name, closure->first, closure->last != QD_DAY_NONE ? closure->last : closure->first));
    }

  for (guint i = 0; i < entries->len; i++)
    {
      QdHolidayEntry  *entry = g_ptr_array_index (entries, i);
      g_autofree char *key = dup_key (entry->name, entry->first, entry->last);

      if (!g_hash_table_contains (known, key) && !is_covered (calendar, entry))
        g_ptr_array_add (others, entry);
    }

  return others;
}

/* @entries: (element-type QdHolidayEntry): each becomes a holiday, on which nothing is done */
void
qd_working_calendar_import_async (QdWorkingCalendar  *calendar,
                                  QdStore            *store,
                                  GPtrArray          *entries,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  if (!qd_record_is_live (calendar))
    qd_batch_insert (batch, calendar);

  for (guint i = 0; i < entries->len; i++)
    {
      const QdHolidayEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(QdClosure) draft = qd_closure_new_draft (calendar, entry->first);
      g_autofree char *name = g_utf8_substring (
          entry->name, 0, MIN (g_utf8_strlen (entry->name, -1), QD_COLUMN_MAX_LINE));

      g_object_set (draft, "name", name, "last", entry->last > entry->first ? entry->last : QD_DAY_NONE, NULL);
      qd_batch_insert (batch, draft);
    }

  qd_batch_apply_async (batch, store, _ ("Import Holidays"), NULL, callback, user_data);
}
