/* qd-seal-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

gboolean qd_seal_keep (QdDb    *db,
                       gpointer data,
                       GError **error);

G_END_DECLS
