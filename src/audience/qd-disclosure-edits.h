/* qd-disclosure-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdDisclosure:
 * @at: when, in seconds since 1970, in UTC
 * @account: an id, whose it was; 0 for no one’s
 * @audience: a nick of #QdAudience
 * @what: the nick of a format, or “clipboard”
 * @reason: in the words of the person who let it out
 *
 * What went out although there was a name in it. It cannot be undone, and so it is no step to undo.
 */
typedef struct
{
  gint64 at;
  gint64 account;
  char  *audience;
  char  *what;
  char  *reason;
} QdDisclosure;

void       qd_disclosure_free (QdDisclosure *self);
void       qd_disclosure_add_async (QdStore            *store,
                                    gint64              account,
                                    const char         *audience,
                                    const char         *what,
                                    const char         *reason,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
void       qd_disclosure_load_async (QdStore            *store,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
GPtrArray *qd_disclosure_load_finish (QdStore      *store,
                                      GAsyncResult *result,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdDisclosure, qd_disclosure_free)

G_END_DECLS
