/* qd-board.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD (qd_board_get_type ())

G_DECLARE_FINAL_TYPE (QdBoard, qd_board, QD, BOARD, AdwBin)

GtkWidget *qd_board_new (QdPortfolio *portfolio,
                         QdPlan      *plan);
void       qd_board_set_today (QdBoard *self,
                               int      today);
gboolean   qd_board_focus (QdBoard *self);

G_END_DECLS
