/* qd-accelerator-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-accelerator-layout.h"
#include "qd-batch.h"
#include "qd-plan.h"

G_BEGIN_DECLS

QdPlan *qd_accelerator_draft_instantiate (const QdAcceleratorDraft *draft,
                                          QdCatalogue              *catalogue,
                                          QdPortfolio              *portfolio,
                                          QdBatch                  *batch);
void    qd_accelerator_new_async (const QdAcceleratorDraft *draft,
                                  QdCatalogue              *catalogue,
                                  QdPortfolio              *portfolio,
                                  gint64                   *plan_id,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data);

G_END_DECLS
