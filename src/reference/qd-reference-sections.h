/* qd-reference-sections.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-reference-query.h"
#include "qd-reference.h"

G_BEGIN_DECLS

/* What a list of the reference has in it: sections, each a GListStore of QdReferenceItem with a heading */

GPtrArray *qd_reference_sections_list_all (QdReference *reference,
                                           GPtrArray   *recent,
                                           guint        max_recent);
GPtrArray *qd_reference_sections_list_found (QdReferenceResult *result,
                                             const char        *heading);
char      *qd_reference_sections_dup_heading (QdReferenceResult *result,
                                              guint              max_hits);
guint      qd_reference_sections_find (GListModel *items,
                                       const char *key);

G_END_DECLS
