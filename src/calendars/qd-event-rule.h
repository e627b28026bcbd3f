/* qd-event-rule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/* That an event may be on between two days: more than each Saturday and Sunday of forty years */
#define QD_EVENT_RULE_MAX_DAYS 5000

/* What all rules of a file may cost, about a microsecond each: more than a hundred daily ones of ten years */
#define QD_EVENT_RULE_MAX_EFFORT 500000

/**
 * QdEventRule:
 * @line: where it stands
 *
 * By what rule an event comes again: an RRULE, on whole days.
 */
typedef struct
{
  guint                     line;
  struct icalrecurrencetype recurrence;
} QdEventRule;

gboolean qd_event_rule_init (QdEventRule              *self,
                             guint                     line,
                             struct icalrecurrencetype recurrence,
                             GError                  **error);
gboolean qd_event_rule_expand (const QdEventRule *self,
                               int                start,
                               int                first_day,
                               int                last_day,
                               int               *effort,
                               GArray            *days,
                               GError           **error);

G_END_DECLS
