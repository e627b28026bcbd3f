/* qd-notice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"

G_BEGIN_DECLS

/**
 * QdNotice:
 * @id: the same for as long as it is about the same; it names nobody
 * @urgent: whether it is a matter of the hour
 * @title: as it may be shown outside of the app
 * @body: likewise
 * @uri: the address of its page, see #QdPageUri
 *
 * Something that is due, to be notified of.
 */
typedef struct
{
  char    *id;
  gboolean urgent;
  char    *title;
  char    *body;
  char    *uri;
} QdNotice;

GPtrArray *qd_notices_list (QdFactBook *book,
                            gint64      now,
                            int         today,
                            gboolean    show_codenames);
void       qd_notice_free (QdNotice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdNotice, qd_notice_free)

G_END_DECLS
