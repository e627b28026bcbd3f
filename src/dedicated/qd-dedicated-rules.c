/* qd-dedicated-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-dedicated-rules"

#include "qd-dedicated-rules.h"

#include <glib/gi18n.h>

#include "qd-instant.h"

static gboolean
refuse_order (const char *first_label,
              const char *last_label,
              GError    **error)
{
  g_set_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“%s” must not be before “%s”"), last_label, first_label);

  return FALSE;
}

/* @text: (nullable): none is fine */
gboolean
qd_dedicated_check_instant (const char *text,
                            const char *label,
                            GError    **error)
{
  gint64 seconds;

  if (text == NULL || qd_instant_parse (text, &seconds))
    return TRUE;

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("“%s” must be an instant such as “2026-05-03T14:00:00Z”"),
               label);

  return FALSE;
}

/* Of instants, each of which may be none. */
gboolean
qd_dedicated_check_order (const char *first,
                          const char *first_label,
                          const char *last,
                          const char *last_label,
                          GError    **error)
{
  gint64 from, until;

  if (first == NULL || last == NULL || !qd_instant_parse (first, &from) || !qd_instant_parse (last, &until) ||
      from <= until)
    return TRUE;

  return refuse_order (first_label, last_label, error);
}

/* Of days, each of which may be none. */
gboolean
qd_dedicated_check_days (int         first,
                         const char *first_label,
                         int         last,
                         const char *last_label,
                         GError    **error)
{
  if (first == QD_DAY_NONE || last == QD_DAY_NONE || first <= last)
    return TRUE;

  return refuse_order (first_label, last_label, error);
}

gboolean
qd_dedicated_check_count (gint64      count,
                          const char *label,
                          GError    **error)
{
  if (count == QD_INTEGER_NONE || count >= 0)
    return TRUE;

  g_set_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“%s” must not be less than 0"), label);

  return FALSE;
}
