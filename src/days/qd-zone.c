/* qd-zone.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-zone"

#include "qd-zone.h"

#include <glib/gi18n.h>

#include "qd-quote.h"

/**
 * qd_zone_check:
 * @name: (nullable): an IANA name; none is fine
 */
gboolean
qd_zone_check (const char *name,
               GError    **error)
{
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *quoted = NULL;

  if (name == NULL || (zone = g_time_zone_new_identifier (name)) != NULL)
    return TRUE;

  quoted = qd_quote (name);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               _ ("“Time Zone” is not one that is known: “%s” (an example is “Europe/Berlin”)"),
               quoted);
  return FALSE;
}
