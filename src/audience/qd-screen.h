/* qd-screen.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"

G_BEGIN_DECLS

/* What was typed, as it stands where others may look on. */

char *qd_screen_dup_text (QdPortfolio *portfolio,
                          const char  *text);

G_END_DECLS
