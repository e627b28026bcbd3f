/* qd-tenant-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-export"

#include "qd-tenant-export.h"

#include <glib/gi18n.h>

#include "qd-leaks.h"

/* Returns: (transfer full): what a reader of the calendar sees, as it is before it is folded and escaped (RFC 5545, 3.1
 *   and 3.3.11) */
static char *
dup_readable (GBytes *ics)
{
  g_autoptr(GString) text =
                g_string_new_len (g_bytes_get_data (ics, NULL), (gssize)g_bytes_get_size (ics));

  g_string_replace (text, "\r\n ", "", 0);
  g_string_replace (text, "\\n", "\n", 0);
  g_string_replace (text, "\\,", ",", 0);
  g_string_replace (text, "\\;", ";", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * qd_tenant_export_ics:
 *
 * As qd_tenants_write_ics(), of one for its customer or others; refused where it would give a name away
 * that @audience must not read, which a lock or a window of a person's own may have in its name.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *
qd_tenant_export_ics (QdFactBook *book,
                      QdTenant   *self,
                      QdAudience  audience,
                      gint64      from,
                      gint64      until,
                      gint64      stamp,
                      GError    **error)
{
  g_autoptr(GPtrArray) tenants = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(QdLeaks) leaks = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (QD_IS_TENANT (self), NULL);

  g_ptr_array_add (tenants, self);
  bytes = qd_tenants_write_ics (book, tenants, audience, from, until, stamp);
  g_return_val_if_fail (bytes != NULL, NULL);

  text = dup_readable (bytes);
  leaks = qd_leaks_new (qd_fact_book_get_portfolio (book), audience, self->account);
  qd_leaks_look (leaks, text, _ ("the calendar"));

  return qd_leaks_check (leaks, error) ? g_steal_pointer (&bytes) : NULL;
}
