/* qd-board-column.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-task-card.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_COLUMN (qd_board_column_get_type ())

G_DECLARE_FINAL_TYPE (QdBoardColumn, qd_board_column, QD, BOARD_COLUMN, AdwBin)

QdBoardColumn *qd_board_column_new (QdPortfolio *portfolio,
                                    QdPhase     *phase);
QdPhase       *qd_board_column_get_phase (QdBoardColumn *self);
gint64         qd_board_column_get_phase_id (QdBoardColumn *self);
const char    *qd_board_column_get_name (QdBoardColumn *self);
void           qd_board_column_describe (QdBoardColumn *self,
                                         QdPlan        *plan,
                                         int            today);
void           qd_board_column_set_short (QdBoardColumn *self,
                                          gboolean       is_short);
void           qd_board_column_place (QdBoardColumn *self,
                                      QdTaskCard    *card,
                                      int            index);
void           qd_board_column_remove (QdBoardColumn *self,
                                       QdTaskCard    *card);
void           qd_board_column_set_count (QdBoardColumn *self,
                                          guint          n_tasks);
guint          qd_board_column_get_count (QdBoardColumn *self);
QdTaskCard    *qd_board_column_get_card (QdBoardColumn *self,
                                         int            index);
void           qd_board_column_focus_card (QdBoardColumn *self,
                                           int            index);
void           qd_board_column_show_card (QdBoardColumn *self,
                                          QdTaskCard    *card);
void           qd_board_column_focus_entry (QdBoardColumn *self);

void           qd_board_column_give_back (QdBoardColumn *self,
                                          const char    *title);

G_END_DECLS
