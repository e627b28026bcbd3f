/* qd-support-look.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-pill.h"
#include "qd-support-words.h"

G_BEGIN_DECLS

void qd_support_pill_set (QdPill     *pill,
                          const char *text,
                          QdTone      tone);
void qd_support_pill_set_grade (QdPill     *pill,
                                const char *text,
                                QdTone      tone);

G_END_DECLS
