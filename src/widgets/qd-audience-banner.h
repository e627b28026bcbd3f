/* qd-audience-banner.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-audience.h"

G_BEGIN_DECLS

#define QD_TYPE_AUDIENCE_BANNER (qd_audience_banner_get_type ())

G_DECLARE_FINAL_TYPE (QdAudienceBanner, qd_audience_banner, QD, AUDIENCE_BANNER, GtkWidget)

void qd_audience_banner_set (QdAudienceBanner *self,
                             QdAudience        audience);

G_END_DECLS
