/* qd-kinds.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"
#include "qd-salvage.h"

G_BEGIN_DECLS

/* Which kinds of record the app keeps, each after the kind it is part of. */

const GType     *qd_kinds_get_types (guint *n_types);
char            *qd_kinds_dup_default_path (void);
char           **qd_kinds_load_schema (void);
void             qd_kinds_prepare_folder (const char *path);
QdStore         *qd_kinds_open_store (const char *path);
guint            qd_kinds_get_version (void);
QdPortfolio     *qd_kinds_new_portfolio (QdStore *store);
QdSalvageReport *qd_kinds_salvage (const char   *path,
                                   const char   *output,
                                   int          *permille,
                                   GCancellable *cancellable,
                                   GError      **error);

G_END_DECLS
