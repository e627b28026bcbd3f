/* qd-task-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

/**
 * QdCardCommand:
 *
 * What a person asks of a card, by a key, a menu or an assistive technology.
 */
typedef enum
{
  QD_CARD_COMMAND_OPEN,
  QD_CARD_COMMAND_TOGGLE_DONE,
  QD_CARD_COMMAND_MOVE_PREVIOUS, /* phase */
  QD_CARD_COMMAND_MOVE_NEXT,
  QD_CARD_COMMAND_MOVE_UP,
  QD_CARD_COMMAND_MOVE_DOWN,
  QD_CARD_COMMAND_FOCUS_PREVIOUS, /* phase */
  QD_CARD_COMMAND_FOCUS_NEXT,
  QD_CARD_COMMAND_ADD,
  QD_CARD_COMMAND_DUPLICATE,
  QD_CARD_COMMAND_DELETE,
} QdCardCommand;

#define QD_TYPE_TASK_CARD (qd_task_card_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskCard, qd_task_card, QD, TASK_CARD, GtkListBoxRow)

QdTaskCard *qd_task_card_new (QdPortfolio *portfolio,
                              QdTask      *task);
QdTask     *qd_task_card_get_task (QdTaskCard *self);
void        qd_task_card_set_today (QdTaskCard *self,
                                    int         today);
void        qd_task_card_refresh (QdTaskCard *self);

G_END_DECLS
