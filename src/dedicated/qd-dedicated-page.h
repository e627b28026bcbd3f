/* qd-dedicated-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_DEDICATED_PAGE (qd_dedicated_page_get_type ())

G_DECLARE_FINAL_TYPE (QdDedicatedPage, qd_dedicated_page, QD, DEDICATED_PAGE, AdwNavigationPage)

QdDedicatedPage *qd_dedicated_page_new (QdPortfolio *portfolio);
void             qd_dedicated_page_set_clock (QdDedicatedPage *self,
                                              gint64           now,
                                              GTimeZone       *mine);
void             qd_dedicated_page_show_view (QdDedicatedPage *self,
                                              const char      *name);
void             qd_dedicated_page_show_feature (QdDedicatedPage *self,
                                                 const char      *text);

G_END_DECLS
