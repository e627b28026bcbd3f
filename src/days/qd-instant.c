/* qd-instant.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-instant"

#include "qd-instant.h"

/* Returns: (transfer full): “2026-05-03T14:00:00Z” */
char *
qd_instant_format (gint64 seconds)
{
  g_autoptr(GDateTime) instant = g_date_time_new_from_unix_utc (seconds);

  return instant != NULL ? g_date_time_format (instant, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* Strict: only what qd_instant_format() writes. */
gboolean
qd_instant_parse (const char *text,
                  gint64     *seconds)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) instant = g_date_time_new_from_iso8601 (text, utc);
  g_autofree char *again = NULL;

  if (instant == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (instant);
  again = qd_instant_format (*seconds);

  return g_strcmp0 (text, again) == 0;
}
