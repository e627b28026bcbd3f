/* qd-fault-cursor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fault-disk.h"

/**
 * QdFaultLoss:
 * @QD_FAULT_LOSS_NONE: all that was written is there
 * @QD_FAULT_LOSS_ALL: nothing is there that was not synced
 * @QD_FAULT_LOSS_EVERY_OTHER: of what was not synced, every second write is there
 * @QD_FAULT_LOSS_TORN: of the last write, only the first 512 bytes are there
 * @QD_FAULT_LOSS_RANDOM: of what was not synced, any sectors of 512 bytes are there
 *
 * What becomes of what was written since the last sync when the power goes.
 */
typedef enum
{
  QD_FAULT_LOSS_NONE,
  QD_FAULT_LOSS_ALL,
  QD_FAULT_LOSS_EVERY_OTHER,
  QD_FAULT_LOSS_TORN,
  QD_FAULT_LOSS_RANDOM,
} QdFaultLoss;

#define QD_FAULT_N_LOSSES 5

/* A place on a tape, and what is on the disk there. */
typedef struct _QdFaultCursor QdFaultCursor;

QdFaultCursor                *qd_fault_cursor_new (QdFaultTape *tape);
void                          qd_fault_cursor_free (QdFaultCursor *self);
gboolean                      qd_fault_cursor_next (QdFaultCursor *self);
guint                         qd_fault_cursor_get_n_marks (QdFaultCursor *self);
gboolean                      qd_fault_cursor_is_new (QdFaultCursor *self,
                                                      QdFaultLoss    loss);
void                          qd_fault_cursor_lay_out (QdFaultCursor *self,
                                                       QdFaultLoss    loss,
                                                       guint32        seed,
                                                       const char    *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFaultCursor, qd_fault_cursor_free)
