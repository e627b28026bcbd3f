/* qd-search-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/* The kinds of record that can be found, in the order they are given. */
typedef enum
{
  QD_SEARCH_ACCOUNT,
  QD_SEARCH_CONTACT,
  QD_SEARCH_PLAN,
  QD_SEARCH_OBJECTIVE,
  QD_SEARCH_TASK,
  QD_SEARCH_FOLLOW_UP,
  QD_SEARCH_ACTIVITY,
  QD_SEARCH_N_KINDS,
} QdSearchKind;

/**
 * QdSearchHit:
 *
 * A record that was found.
 */
typedef struct
{
  QdSearchKind kind;
  gint64       id;
  gint64       account; /* the id of the account it belongs to, or its own */
  gint64       plan;    /* likewise, 0 for what belongs to no plan */
  char        *title;
  char        *snippet; /* what was found around the words, on one line; may be empty */
} QdSearchHit;

const char *qd_search_kind_get_label (QdSearchKind kind);
void        qd_search_hit_free (QdSearchHit *hit);
void        qd_search_async (QdStore            *store,
                             const char         *text,
                             guint               limit,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
GPtrArray  *qd_search_finish (QdStore      *store,
                              GAsyncResult *result,
                              GError      **error);
void        qd_search_rebuild_async (QdStore            *store,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean    qd_search_rebuild_finish (QdStore      *store,
                                      GAsyncResult *result,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdSearchHit, qd_search_hit_free)

G_END_DECLS
