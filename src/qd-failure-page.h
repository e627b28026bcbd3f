/* qd-failure-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_FAILURE_PAGE (qd_failure_page_get_type ())

G_DECLARE_FINAL_TYPE (QdFailurePage, qd_failure_page, QD, FAILURE_PAGE, AdwBin)

void qd_failure_page_set_error (QdFailurePage *self,
                                const char    *path,
                                const GError  *error,
                                gboolean       is_open);

G_END_DECLS
