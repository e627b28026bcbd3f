/* qd-salvage-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-salvage.h"

G_BEGIN_DECLS

gboolean qd_salvage_has_any (QdSalvageReport *report);
char    *qd_salvage_dup_summary (QdSalvageReport *report);
char    *qd_salvage_dup_text (QdSalvageReport *report,
                              const char      *path);

G_END_DECLS
