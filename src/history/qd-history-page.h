/* qd-history-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_PAGE (qd_history_page_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryPage, qd_history_page, QD, HISTORY_PAGE, AdwNavigationPage)

QdHistoryPage *qd_history_page_new (QdPortfolio *portfolio);
QdHistoryPage *qd_history_page_new_for_record (QdPortfolio *portfolio,
                                               const char  *table,
                                               gint64       id);

G_END_DECLS
