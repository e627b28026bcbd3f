/* qd-objective-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-objective.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_OBJECTIVE_CARD (qd_objective_card_get_type ())

G_DECLARE_FINAL_TYPE (QdObjectiveCard, qd_objective_card, QD, OBJECTIVE_CARD, GtkListBoxRow)

QdObjectiveCard *qd_objective_card_new (QdPortfolio *portfolio,
                                        QdObjective *objective);
QdObjective     *qd_objective_card_get_objective (QdObjectiveCard *self);
void             qd_objective_card_refresh (QdObjectiveCard *self,
                                            int              today);

G_END_DECLS
