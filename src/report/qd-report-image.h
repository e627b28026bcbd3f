/* qd-report-image.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "qd-scene.h"

G_BEGIN_DECLS

/* On any thread, one at a time for each scene */

GBytes *qd_report_image_create_png (QdScene *scene,
                                    double   width,
                                    double   height,
                                    GError **error);
GBytes *qd_report_image_create_svg (QdScene    *scene,
                                    const char *title,
                                    double      width,
                                    double      height);

G_END_DECLS
