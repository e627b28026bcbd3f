/* qd-release-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-rollout.h"

G_BEGIN_DECLS

#define QD_TYPE_RELEASE_ROW (qd_release_row_get_type ())

G_DECLARE_FINAL_TYPE (QdReleaseRow, qd_release_row, QD, RELEASE_ROW, AdwExpanderRow)

GtkWidget *qd_release_row_new (QdFactBook      *book,
                               const QdRelease *release,
                               gint64           now,
                               GTimeZone       *mine,
                               gboolean         show_codenames);

G_END_DECLS
