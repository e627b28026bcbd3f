/* qd-activity-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-activity.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ACTIVITY_ROW (qd_activity_row_get_type ())

G_DECLARE_FINAL_TYPE (QdActivityRow, qd_activity_row, QD, ACTIVITY_ROW, AdwBin)

GtkWidget *qd_activity_row_new (void);
void       qd_activity_row_show (QdActivityRow *self,
                                 QdPortfolio   *portfolio,
                                 QdActivity    *activity,
                                 int            today);
char      *qd_activity_dup_words (QdActivity *activity,
                                  int         today);

G_END_DECLS
