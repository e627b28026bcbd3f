/* qd-entry-links.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ENTRY_LINKS (qd_entry_links_get_type ())

G_DECLARE_FINAL_TYPE (QdEntryLinks, qd_entry_links, QD, ENTRY_LINKS, AdwPreferencesGroup)

void qd_entry_links_bind (QdEntryLinks *self,
                          QdPortfolio  *portfolio,
                          gpointer      record);
void qd_entry_links_bind_template (QdEntryLinks *self,
                                   QdPortfolio  *portfolio,
                                   const char   *key);

G_END_DECLS
