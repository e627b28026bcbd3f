/* qd-search-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_SEARCH_DIALOG (qd_search_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdSearchDialog, qd_search_dialog, QD, SEARCH_DIALOG, AdwDialog)

void qd_search_dialog_present (GtkWidget   *parent,
                               QdPortfolio *portfolio,
                               GSettings   *settings,
                               GPtrArray   *commands);

G_END_DECLS
