/* qd-reference-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-reference.h"

G_BEGIN_DECLS

/*
 * What can be done to an entry of the reference. Each is one edit and one step to undo, and
 * ends with qd_store_edit_finish().
 */

QdReferenceRecord *qd_reference_create_draft (QdReference      *self,
                                              QdReferenceEntry *entry);
QdReferenceRecord *qd_reference_create_own (QdReference        *self,
                                            QdReferenceCategory category,
                                            const char         *title);
void               qd_reference_save_async (QdReference        *self,
                                            QdReferenceRecord  *draft,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
void               qd_reference_add_async (QdReference        *self,
                                           QdReferenceRecord  *draft,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
void               qd_reference_reset_async (QdReference        *self,
                                             QdReferenceEntry   *entry,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
void               qd_reference_keep_mine_async (QdReference        *self,
                                                 QdReferenceEntry   *entry,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
void               qd_reference_delete_async (QdReference        *self,
                                              QdReferenceEntry   *entry,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);

/* What a person keeps of an entry */

void               qd_reference_set_favourite_async (QdReference        *self,
                                                     QdReferenceEntry   *entry,
                                                     gboolean            favourite,
                                                     GAsyncReadyCallback callback,
                                                     gpointer            user_data);
void               qd_reference_set_notes_async (QdReference        *self,
                                                 QdReferenceEntry   *entry,
                                                 const char         *notes,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
void               qd_reference_mark_checked_async (QdReference        *self,
                                                    QdReferenceEntry   *entry,
                                                    int                 day,
                                                    GAsyncReadyCallback callback,
                                                    gpointer            user_data);

/* Links */

void               qd_reference_link_record_async (QdReference        *self,
                                                   const char         *key,
                                                   gpointer            record,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
void               qd_reference_link_template_async (QdReference *self,
                                                     const char  *key,
                                                     const char *template,
                                                     GAsyncReadyCallback callback,
                                                     gpointer            user_data);
void               qd_reference_unlink_async (QdReference        *self,
                                              QdReferenceLink    *link,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);

/* What was opened is this machine's own, and nothing to undo. */

void               qd_reference_note_opened_async (QdReference        *self,
                                                   QdReferenceEntry   *entry,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);

G_END_DECLS
