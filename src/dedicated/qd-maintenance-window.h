/* qd-maintenance-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_SECONDS_PER_MINUTE 60
#define QD_SECONDS_PER_DAY 86400

/* From one instant, in seconds since 1970, until before another */
typedef struct
{
  gint64 from;
  gint64 until;
} QdInstantSpan;

/* When the named windows are. Instants are seconds since 1970. Pure. */

const QdWindowFact *qd_window_find (QdFactBook *book,
                                    const char *name);
gboolean            qd_window_next (const QdWindowFact *self,
                                    gint64              now,
                                    QdInstantSpan      *span);
gboolean            qd_window_from (const QdWindowFact *self,
                                    gint64              instant,
                                    QdInstantSpan      *span);
GArray             *qd_window_list (const QdWindowFact *self,
                                    gint64              from,
                                    gint64              until);
gint64              qd_window_get_cutoff (const QdWindowFact *self,
                                          gint64              begins);
char               *qd_instant_dup_words (gint64     instant,
                                          GTimeZone *zone);
char               *qd_instant_span_dup_words (const QdInstantSpan *span,
                                               GTimeZone           *zone);
char               *qd_dup_countdown (gint64 now,
                                      gint64 instant);
int                 qd_instant_get_day (gint64     instant,
                                        GTimeZone *zone);

G_END_DECLS
