/* qd-found.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"
#include "qd-reference-entry.h"

G_BEGIN_DECLS

/**
 * QdFound:
 * @uri: the address of its page, see #QdPageUri
 * @title: as it may be shown outside of the app
 * @detail: likewise
 *
 * What a search from outside of the app finds: by what may be read there, so that a name that is
 * sealed is neither shown nor told by what is found for it.
 */
typedef struct
{
  char *uri;
  char *title;
  char *detail;
} QdFound;

QdFound *qd_found_new (QdPortfolio *portfolio,
                       gpointer     record,
                       const char  *snippet,
                       gboolean     show_codenames);
QdFound *qd_found_new_entry (QdPortfolio      *portfolio,
                             QdReferenceEntry *entry,
                             const char       *passage);
void     qd_found_free (QdFound *self);
gboolean qd_found_matches (QdFound    *self,
                           const char *words);
char    *qd_found_dup_text (QdPortfolio *portfolio,
                            const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFound, qd_found_free)

G_END_DECLS
