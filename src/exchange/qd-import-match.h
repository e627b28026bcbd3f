/* qd-import-match.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-import-entry.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/* Which record of the portfolio each of a file is, and what it would become. */

gboolean    qd_import_match (QdImportEntries *entries,
                             QdPortfolio     *portfolio,
                             GError         **error);
const char *qd_import_get_title (gpointer record);

G_END_DECLS
