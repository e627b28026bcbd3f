/* qd-fault-walk.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fault-cursor.h"

/*
 * Goes along a tape, lays out what would be found after the power went at each place, and opens it as
 * the app does: it is in order, and what is in it is what was there before or after, with all that a
 * person had been told is done.
 *
 * All places are tried where QD_FAULTS is “all”; else a few of each tape, the same in each run.
 */

/**
 * QdFaultCheckFunc:
 * @folder: as it was found, before it is opened
 */
typedef void (*QdFaultCheckFunc) (const char *folder,
                                  gpointer    data);

/**
 * QdFaultVisitFunc:
 * @folder: as it was found
 * @n_marks: how often a person had been told that something is done
 * @place: which place that is, in words
 */
typedef void (*QdFaultVisitFunc) (const char *folder,
                                  guint       n_marks,
                                  const char *place,
                                  gpointer    data);

#define QD_FAULT_FILE "test.db"

gboolean qd_fault_walk_is_whole (void);
char    *qd_fault_dup_state (const char *path);
void     qd_fault_visit (QdFaultTape     *tape,
                         const char      *what,
                         QdFaultVisitFunc visit,
                         gpointer         data);
void     qd_fault_walk (QdFaultTape     *tape,
                        GPtrArray       *states,
                        const char      *what,
                        QdFaultCheckFunc check,
                        gpointer         data);
void     qd_fault_count_failure (void);
void     qd_fault_tell_figures (const char *what);
char    *qd_fault_make_folder (void);
void     qd_fault_remove_folder (const char *folder);
