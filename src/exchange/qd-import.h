/* qd-import.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

/* The way in: asks for a file, and shows what it would do. */

void qd_import_choose (GtkWidget   *parent,
                       QdPortfolio *portfolio);
void qd_import_present (GtkWidget   *parent,
                        QdPortfolio *portfolio,
                        GFile       *file);

G_END_DECLS
