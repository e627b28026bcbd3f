/* qd-tenant-ics.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-ics"

#include "qd-tenant-ics.h"

#include <glib/gi18n.h>

#include "qd-ics-lines.h"
#include "qd-instant.h"
#include "qd-leaks.h"
#include "qd-record-json.h"

static void
append_description (GString             *ics,
                    const QdWindowFact  *window,
                    const QdTenantEvent *event)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (window != NULL)
    g_string_append_printf (text, _ ("Maintenance window: %s\n"), window->fact.name);

  if (event->cutoff != 0)
    {
      g_autofree char *cutoff = qd_instant_format (event->cutoff);

      g_string_append_printf (text, _ ("Tickets for it until: %s\n"), cutoff);
    }

  if (event->kind == QD_TENANT_EVENT_ROLLOUT && event->lock != NULL)
    g_string_append_printf (text, _ ("Moved by a change lock: %s\n"), event->lock->fact.name);

  if (text->len == 0)
    return;

  g_string_truncate (text, text->len - 1);
  qd_ics_append_text (ics, "DESCRIPTION", text->str);
}

static void
append_event (GString             *ics,
              QdTenant            *tenant,
              const char          *name,
              const QdWindowFact  *window,
              const QdTenantEvent *event,
              gint64               stamp)
{
  g_autofree char *id = qd_record_format_id (qd_record_get_id (tenant));
  g_autofree char *uid = g_strdup_printf ("UID:%s-%s-%" G_GINT64_FORMAT "@quarterdeck", id,
                                          event->kind == QD_TENANT_EVENT_LOCK ? "lock" : "window", event->span.from);
  g_autofree char *words = qd_tenant_event_dup_words (event);
  g_autofree char *summary = g_strdup_printf ("%s: %s", name, words);

  qd_ics_append_line (ics, "BEGIN:VEVENT");
  qd_ics_append_line (ics, uid);
  qd_ics_append_stamp (ics, stamp);
  qd_ics_append_instant (ics, "DTSTART", event->span.from);
  qd_ics_append_instant (ics, "DTEND", event->span.until);
  qd_ics_append_text (ics, "SUMMARY", summary);
  append_description (ics, window, event);
  qd_ics_append_line (ics, "STATUS:CONFIRMED");
  qd_ics_append_line (ics, "TRANSP:TRANSPARENT");
  qd_ics_append_line (ics, "END:VEVENT");
}

static void
append_tenant (GString    *ics,
               QdFactBook *book,
               QdTenant   *tenant,
               const char *name,
               gint64      from,
               gint64      until,
               gint64      stamp)
{
  g_autoptr(GArray) events = qd_tenant_list_events (book, tenant, from, until);
  const QdWindowFact *window = qd_tenant_find_window (book, tenant);

  for (guint i = 0; i < events->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);
      gboolean             in_window = event->kind < QD_TENANT_EVENT_LOCK;

      /* A window in which nothing happens is in nobody's way. */
      if (event->kind != QD_TENANT_EVENT_LOCKED)
        append_event (ics, tenant, name, in_window ? window : NULL, event, stamp);
    }
}

/**
 * qd_tenants_write_ics:
 * @tenants: (element-type QdTenant)
 * @audience: by whose name for them the customers are called
 * @from: an instant, as the others are
 * @stamp: when it is written
 *
 * Returns: (transfer full): the windows, upgrades and change locks of @tenants between both, as
 *   iCalendar (RFC 5545)
 */
GBytes *
qd_tenants_write_ics (QdFactBook *book,
                      GPtrArray  *tenants,
                      QdAudience  audience,
                      gint64      from,
                      gint64      until,
                      gint64      stamp)
{
  g_autoptr(GString) ics = g_string_new (NULL);

  g_return_val_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL, NULL);
  g_return_val_if_fail (tenants != NULL, NULL);

  qd_ics_begin (ics, _ ("Maintenance of Dedicated"));

  for (guint i = 0; i < tenants->len; i++)
    {
      QdTenant        *tenant = g_ptr_array_index (tenants, i);
      QdAccount       *account = qd_portfolio_lookup (qd_fact_book_get_portfolio (book), QD_TYPE_ACCOUNT, tenant->account);
      g_autofree char *name = account != NULL ? qd_audience_dup_account_name (audience, account) : NULL;

      if (name != NULL)
        append_tenant (ics, book, tenant, name, from, until, stamp);
    }

  qd_ics_append_line (ics, "END:VCALENDAR");

  return g_string_free_to_bytes (g_steal_pointer (&ics));
}

/* The same on its way out: refused where it would give away a name that @audience must not read. */
GBytes *
qd_tenants_export_ics (QdFactBook *book,
                       GPtrArray  *tenants,
                       QdAudience  audience,
                       gint64      from,
                       gint64      until,
                       gint64      stamp,
                       GError    **error)
{
  g_autoptr(GBytes) bytes = qd_tenants_write_ics (book, tenants, audience, from, until, stamp);
  g_autoptr(QdLeaks) leaks = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  leaks = qd_leaks_new (qd_fact_book_get_portfolio (book), audience, 0);
  folded = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (folded, "\r\n ", -1);
  text = g_strjoinv ("", lines);
  qd_leaks_look (leaks, text, _ ("Maintenance of Dedicated"));

  return qd_leaks_check (leaks, error) ? g_steal_pointer (&bytes) : NULL;
}
