/* qd-load-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-accelerator-load.h"
#include "qd-timeline-chart.h"

G_BEGIN_DECLS

/**
 * QdLoadRowWeek:
 * @first: the day it begins with
 * @minutes: of work
 * @hours: how many minutes of working time the week has
 * @clashes: whether something in it does not go together
 */
typedef struct
{
  int      first;
  gint64   minutes;
  guint    n_meetings;
  gint64   hours;
  gboolean clashes;
} QdLoadRowWeek;

#define QD_TYPE_LOAD_ROW (qd_load_row_get_type ())

G_DECLARE_FINAL_TYPE (QdLoadRow, qd_load_row, QD, LOAD_ROW, GtkWidget)

GtkWidget           *qd_load_row_new (QdTimelineChart *chart,
                                      const char      *owner,
                                      GArray          *weeks,
                                      int              today);
const char          *qd_load_row_get_owner (QdLoadRow *self);
GArray              *qd_load_row_get_weeks (QdLoadRow *self);
const QdLoadRowWeek *qd_load_row_get_chosen (QdLoadRow *self);
void                 qd_load_row_choose (QdLoadRow *self,
                                         int        week);
char                *qd_load_row_week_dup_words (const QdLoadRowWeek *week,
                                                 int                  today);
gboolean             qd_load_row_week_is_over_full (const QdLoadRowWeek *week);

G_END_DECLS
