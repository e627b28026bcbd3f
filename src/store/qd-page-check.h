/* qd-page-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

gboolean qd_page_check (QdDb       *db,
                        const char *name,
                        gboolean   *index_is_good,
                        GError    **error);

G_END_DECLS
