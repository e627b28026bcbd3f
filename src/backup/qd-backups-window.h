/* qd-backups-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-backups.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/* What a window has to do with backups. */

void qd_backups_install (AdwApplicationWindow *window,
                         QdPortfolio          *portfolio,
                         QdBackups            *backups);

G_END_DECLS
