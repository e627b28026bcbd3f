/* qd-roster-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_PAGE (qd_roster_page_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterPage, qd_roster_page, QD, ROSTER_PAGE, AdwNavigationPage)

QdRosterPage *qd_roster_page_new (QdPortfolio *portfolio);

G_END_DECLS
