/* qd-exit-gate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-exit.h"

G_BEGIN_DECLS

/**
 * QdExitTryFunc:
 *
 * Makes what is to go out, on the main thread. It may be called several times, until it is clean.
 *
 * Returns: whether it may go out; else @error
 */
typedef gboolean (*QdExitTryFunc) (gpointer data,
                                   GError **error);

/**
 * QdExitGate:
 *
 * One thing that a person wants to let out, and what was decided about the names in it: which are
 * replaced, or for what reason all may be read.
 */
typedef struct _QdExitGate QdExitGate;

QdExitGate                *qd_exit_gate_new (QdPortfolio *portfolio);
void                       qd_exit_gate_free (QdExitGate *self);
void                       qd_exit_gate_reset (QdExitGate *self,
                                               const char *what,
                                               QdAudience  audience,
                                               gint64      account);
gboolean                   qd_exit_gate_try (QdExitGate   *self,
                                             QdExitTryFunc func,
                                             gpointer      data,
                                             GError      **error);
gboolean                   qd_exit_gate_is_held_up (QdExitGate *self);
GPtrArray                 *qd_exit_gate_get_places (QdExitGate *self);
QdPortfolio               *qd_exit_gate_get_portfolio (QdExitGate *self);
QdAudience                 qd_exit_gate_get_audience (QdExitGate *self);
void                       qd_exit_gate_replace (QdExitGate *self,
                                                 const char *words);
void                       qd_exit_gate_override (QdExitGate *self,
                                                  const char *reason);
void                       qd_exit_gate_went_out (QdExitGate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdExitGate, qd_exit_gate_free)

G_END_DECLS
