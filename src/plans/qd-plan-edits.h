/* qd-plan-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-outcome-rules.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/*
 * What can be done to a plan, its phases and its objectives. Each is one edit and
 * one step to undo, and ends with qd_store_edit_finish().
 */

GPtrArray   *qd_plan_find_shifted (GPtrArray *tasks,
                                   int        n_days);
void         qd_plan_shift_async (QdStore            *store,
                                  QdPlan             *plan,
                                  int                 start,
                                  GPtrArray          *tasks,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
QdPlan      *qd_plan_duplicate_async (QdPortfolio        *portfolio,
                                      QdPlan             *plan,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void         qd_plan_delete_async (QdStore            *store,
                                   QdPlan             *plan,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);

QdPhase     *qd_phase_create_next (QdPlan     *plan,
                                   GPtrArray  *phases,
                                   const char *name);
void         qd_phase_add_async (QdStore            *store,
                                 QdPhase            *draft,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
void         qd_phase_move_async (QdStore            *store,
                                  QdPhase            *phase,
                                  gint64              before,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
void         qd_phase_delete_async (QdStore            *store,
                                    QdPhase            *phase,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);

QdObjective *qd_objective_create (QdPlan     *plan,
                                  const char *name);
void         qd_objective_add_async (QdStore            *store,
                                     QdObjective        *draft,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
void         qd_objective_save_async (QdStore            *store,
                                      QdObjective        *draft,
                                      const char         *label,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void         qd_objective_step_async (QdStore            *store,
                                      QdObjective        *objective,
                                      QdOutcomeStep       step,
                                      int                 today,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void         qd_objective_move_async (QdStore            *store,
                                      QdObjective        *objective,
                                      gint64              before,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void         qd_objective_delete_async (QdStore            *store,
                                        QdObjective        *objective,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);

G_END_DECLS
