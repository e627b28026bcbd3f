/* qd-automaton.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdAutomaton:
 *
 * Finds many strings of bytes in one pass, as A. V. Aho and M. J. Corasick have it in “Efficient
 * string matching: an aid to bibliographic search” (1975). Immutable once it is built.
 */
typedef struct _QdAutomaton QdAutomaton;

/**
 * QdAutomatonFunc:
 * @end: where in the text it ends
 * @string: its number, as qd_automaton_add() gave it
 */
typedef void (*QdAutomatonFunc) (gsize    end,
                                 guint    string,
                                 gpointer data);

QdAutomaton *qd_automaton_new (void);
void         qd_automaton_free (QdAutomaton *self);
guint        qd_automaton_add (QdAutomaton *self,
                               const char  *bytes,
                               gsize        length);
void         qd_automaton_build (QdAutomaton *self);
void         qd_automaton_scan (QdAutomaton    *self,
                                const char     *bytes,
                                gsize           length,
                                QdAutomatonFunc func,
                                gpointer        data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAutomaton, qd_automaton_free)

G_END_DECLS
