/* qd-reference.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"
#include "qd-reference-entry.h"
#include "qd-reference-link.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE (qd_reference_get_type ())

G_DECLARE_FINAL_TYPE (QdReference, qd_reference, QD, REFERENCE, GObject)

QdReference      *qd_reference_new (QdPortfolio *portfolio);
QdReference      *qd_reference_ref_of (QdPortfolio *portfolio);
QdPortfolio      *qd_reference_get_portfolio (QdReference *self);
QdReferenceEntry *qd_reference_lookup (QdReference *self,
                                       const char  *key);
GPtrArray        *qd_reference_list (QdReference *self,
                                     int          category,
                                     const char  *tag);
GPtrArray        *qd_reference_list_favourites (QdReference *self);
GPtrArray        *qd_reference_list_stale (QdReference *self,
                                           int          today,
                                           int          days);
char            **qd_reference_list_tags (QdReference *self);
QdReferenceEntry *qd_reference_find_named (QdReference *self,
                                           const char  *text);

/* What leads where, both ways */

GPtrArray        *qd_reference_list_related (QdReference      *self,
                                             QdReferenceEntry *entry);
GPtrArray        *qd_reference_list_links (QdReference *self,
                                           const char  *key);
GPtrArray        *qd_reference_list_for_record (QdReference *self,
                                                gpointer     record);
GPtrArray        *qd_reference_list_for_template (QdReference *self,
                                                  const char *template);
QdReferenceLink  *qd_reference_find_link (QdReference *self,
                                          const char  *key,
                                          gpointer     record);

/* For the search: the entries as they are, which stay so, and a number that no others have */

GPtrArray        *qd_reference_ref_entries (QdReference *self,
                                            gint64      *version);

G_END_DECLS
