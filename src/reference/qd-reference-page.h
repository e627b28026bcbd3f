/* qd-reference-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_PAGE (qd_reference_page_get_type ())

G_DECLARE_FINAL_TYPE (QdReferencePage, qd_reference_page, QD, REFERENCE_PAGE, AdwNavigationPage)

QdReferencePage *qd_reference_page_new (QdPortfolio *portfolio);
void             qd_reference_page_show_tag (QdReferencePage *self,
                                             const char      *tag);

G_END_DECLS
