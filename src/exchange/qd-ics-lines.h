/* qd-ics-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The lines of an iCalendar file, RFC 5545. */

void  qd_ics_begin (GString    *ics,
                    const char *name);
void  qd_ics_append_line (GString    *ics,
                          const char *line);
char *qd_ics_escape (const char *text);
void  qd_ics_append_text (GString    *ics,
                          const char *name,
                          const char *text);
void  qd_ics_append_stamp (GString *ics,
                           gint64   stamp);
void  qd_ics_append_instant (GString    *ics,
                             const char *name,
                             gint64      instant);

G_END_DECLS
