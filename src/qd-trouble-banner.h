/* qd-trouble-banner.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_TROUBLE_BANNER (qd_trouble_banner_get_type ())

G_DECLARE_FINAL_TYPE (QdTroubleBanner, qd_trouble_banner, QD, TROUBLE_BANNER, AdwBin)

void qd_trouble_banner_watch (QdTroubleBanner *self,
                              QdStore         *store);
void qd_trouble_banner_show_damage (QdTroubleBanner *self);

G_END_DECLS
