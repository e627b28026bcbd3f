/* qd-allowance-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-allowance.h"

G_BEGIN_DECLS

/* The allowance in sentences. All return text the caller owns. */

char *qd_allowance_dup_words (const QdAllowance *self);
char *qd_allowance_dup_year_words (const QdAllowance *self);
char *qd_allowance_dup_place_words (const QdAllowance *self);

G_END_DECLS
