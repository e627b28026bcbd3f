/* qd-week-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-week-plan"

#include "qd-week-plan.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"

/* A tenant with its title, to be put in order */
typedef struct
{
  QdTenant *tenant;
  char     *key;
} Sorted;

static void
event_clear (gpointer data)
{
  QdWeekEvent *event = data;

  g_free (event->time);
  g_free (event->words);
}

static void
row_free (gpointer data)
{
  QdWeekRow *row = data;

  g_clear_pointer (&row->events, g_array_unref);
  g_clear_pointer (&row->locks, g_array_unref);
  g_clear_object (&row->tenant);
  g_free (row->title);
  g_free (row->note);
  g_free (row);
}

/* Returns: the instant at which that minute of @day is on the clocks of @zone */
gint64
qd_day_get_instant (int        day,
                    int        minute,
                    GTimeZone *zone)
{
  int year, month, day_of_month;
  g_autoptr(GDateTime) time = NULL;

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  time = g_date_time_new (zone, year, month, day_of_month, minute / 60, minute % 60, 0);
  g_return_val_if_fail (time != NULL, (gint64)day * QD_SECONDS_PER_DAY);

  return g_date_time_to_unix (time);
}

/**
 * qd_tenant_dup_title:
 *
 * Returns: (transfer full): what the customer of @tenant is called; where it has several, with where they are
 */
char *
qd_tenant_dup_title (QdPortfolio *portfolio,
                     QdTenant    *tenant,
                     gboolean     show_codenames)
{
  QdAccount       *account;
  g_autofree char *title = NULL;
  g_autoptr(GPtrArray) tenants = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_TENANT (tenant), NULL);

  account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, tenant->account);

  if (account == NULL)
    return g_strdup ("");

  title = qd_account_dup_title (account, show_codenames);
  tenants = qd_account_list_tenants (portfolio, tenant->account);

  return tenants->len > 1 && tenant->primary_region != NULL
             ? g_strdup_printf ("%s · %s", title, tenant->primary_region)
             : g_steal_pointer (&title);
}

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *first = a, *second = b;
  int           order = g_strcmp0 (first->key, second->key);
  gint64        left = qd_record_get_id (first->tenant);
  gint64        right = qd_record_get_id (second->tenant);

  return order != 0 ? order : (left > right) - (left < right);
}

static void
sorted_clear (gpointer data)
{
  g_object_unref (((Sorted *)data)->tenant);
  g_free (((Sorted *)data)->key);
}

/* Returns: (transfer container) (element-type QdTenant): those of accounts that are not archived, by their titles */
GPtrArray *
qd_tenants_list_shown (QdPortfolio *portfolio,
                       gboolean     show_codenames)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), shown);

  all = qd_account_list_tenants (portfolio, 0);
  g_array_set_clear_func (sorted, sorted_clear);

  for (guint i = 0; i < all->len; i++)
    {
      QdTenant        *tenant = g_ptr_array_index (all, i);
      QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, tenant->account);
      g_autofree char *title = NULL;
      Sorted           one;

      if (account == NULL || account->archived)
        continue;

      title = qd_tenant_dup_title (portfolio, tenant, show_codenames);
      one = (Sorted){ g_object_ref (tenant), g_utf8_collate_key (title, -1) };
      g_array_append_val (sorted, one);
    }

  g_array_sort (sorted, compare_sorted);

  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (shown, g_object_ref (g_array_index (sorted, Sorted, i).tenant));

  return shown;
}

/**
 * qd_week_plan_get_place:
 *
 * Returns: how many days after the week begins @instant is, as the clocks of its zone show it: a
 *   day on which they are moved is as long as the others
 */
double
qd_week_plan_get_place (const QdWeekPlan *self,
                        gint64            instant)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;
  int day, seconds;

  g_return_val_if_fail (self != NULL, 0);

  utc = g_date_time_new_from_unix_utc (instant);
  local = g_date_time_to_timezone (utc, self->zone);
  day = qd_instant_get_day (instant, self->zone);
  seconds = (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local)) * 60 + g_date_time_get_second (local);

  return day - self->first_day + (double)seconds / QD_SECONDS_PER_DAY;
}

static char *
dup_time (gint64     instant,
          GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "%H:%M");
}

static QdWeekEvent
create_event (const QdWeekPlan    *self,
              const QdTenantEvent *event)
{
  g_autofree char *from = dup_time (event->span.from, self->zone);
  g_autofree char *until = dup_time (event->span.until, self->zone);

  return (QdWeekEvent){ .event = *event,
                        .from = qd_week_plan_get_place (self, event->span.from),
                        .until = qd_week_plan_get_place (self, event->span.until),
                        .time = g_strdup_printf ("%s–%s", from, until),
                        .words = qd_tenant_event_dup_words (event) };
}

/* “EMEA · 19.4” */
static char *
dup_note (QdFactBook *book,
          QdTenant   *tenant,
          gint64      instant)
{
  const QdWindowFact *window = qd_tenant_find_window (book, tenant);
  g_autofree char    *text = NULL;
  QdVersion           version;

  if (!qd_tenant_get_version_at (book, tenant, instant, &version))
    return g_strdup (window != NULL ? window->short_name : _ ("No window set"));

  text = qd_version_format (version);

  return g_strdup_printf ("%s · %s", window != NULL ? window->short_name : _ ("No window set"), text);
}

static void
add_row (QdWeekPlan *self,
         QdFactBook *book,
         QdTenant   *tenant,
         gboolean    show_codenames)
{
  QdWeekRow *row = g_new0 (QdWeekRow, 1);
  g_autoptr(GArray) events = qd_tenant_list_events (book, tenant, self->from, self->until);

  row->tenant = g_object_ref (tenant);
  row->title = qd_tenant_dup_title (qd_fact_book_get_portfolio (book), tenant, show_codenames);
  row->note = dup_note (book, tenant, self->from);
  row->events = g_array_new (FALSE, FALSE, sizeof (QdWeekEvent));
  row->locks = g_array_new (FALSE, FALSE, sizeof (QdWeekEvent));
  g_array_set_clear_func (row->events, event_clear);
  g_array_set_clear_func (row->locks, event_clear);

  for (guint i = 0; i < events->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);
      QdWeekEvent          one = create_event (self, event);

      g_array_append_val (event->kind == QD_TENANT_EVENT_LOCK ? row->locks : row->events, one);
    }

  g_ptr_array_add (self->rows, row);
}

/**
 * qd_week_plan_new:
 * @book: of a portfolio
 * @zone: whose clocks and days it goes by
 *
 * Returns: (transfer full): the week that begins with @first_day
 */
QdWeekPlan *
qd_week_plan_new (QdFactBook *book,
                  int         first_day,
                  GTimeZone  *zone,
                  gboolean    show_codenames)
{
  QdWeekPlan *self;
  g_autoptr(GPtrArray) tenants = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  self = g_new0 (QdWeekPlan, 1);
  self->zone = g_time_zone_ref (zone);
  self->first_day = first_day;
  self->from = qd_day_get_instant (first_day, 0, zone);
  self->until = qd_day_get_instant (first_day + QD_DAYS_PER_WEEK, 0, zone);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  tenants = qd_tenants_list_shown (qd_fact_book_get_portfolio (book), show_codenames);

  for (guint i = 0; i < tenants->len; i++)
    add_row (self, book, g_ptr_array_index (tenants, i), show_codenames);

  return self;
}

void
qd_week_plan_free (QdWeekPlan *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/* Whether anything happens to any tenant; a change lock is something, too. */
gboolean
qd_week_plan_has_events (const QdWeekPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const QdWeekRow *row = g_ptr_array_index (self->rows, i);

      if (row->events->len > 0 || row->locks->len > 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full): all there is to say of it, for those who do not see where it is */
char *
qd_week_event_dup_name (const QdWeekEvent *self,
                        const QdWeekRow   *row,
                        GTimeZone         *zone)
{
  g_autofree char *span = qd_instant_span_dup_words (&self->event.span, zone);

  /* Translators: a customer, when, and what is done then */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), row->title, span, self->words);
}
