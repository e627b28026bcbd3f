/* qd-report-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-report-pages.h"

G_BEGIN_DECLS

/* How text is set, for QdReportPages */

char        *qd_report_text_dup_clean (const char *text);
PangoLayout *qd_report_text_create_layout (PangoContext *context,
                                           QdReportStyle style,
                                           const char   *text,
                                           double        width);
void         qd_report_text_restore_spaces (PangoLayout *layout);

G_END_DECLS
