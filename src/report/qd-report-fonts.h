/* qd-report-fonts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* The family reports are set in. It comes with the app, so that they look alike on every machine. */
#define QD_REPORT_FAMILY "Inter"

PangoFontMap *qd_report_fonts_new_map (GError **error);
PangoContext *qd_report_fonts_create_context (PangoFontMap *map);
PangoContext *qd_report_fonts_create_scene_context (PangoFontMap *map,
                                                    double        size);

G_END_DECLS
