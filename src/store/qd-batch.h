/* qd-batch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdBatch:
 *
 * Drafts to be written together: one edit, one step to undo, one notice to the
 * models, and all of it or nothing.
 */
typedef struct _QdBatch QdBatch;

QdBatch                *qd_batch_new (void);
void                    qd_batch_free (QdBatch *self);
guint                   qd_batch_get_length (QdBatch *self);
void                    qd_batch_insert (QdBatch *self,
                                         gpointer draft);
void                    qd_batch_update (QdBatch *self,
                                         gpointer draft);
void                    qd_batch_delete (QdBatch *self,
                                         gpointer record);
void                    qd_batch_apply_async (QdBatch            *self,
                                              QdStore            *store,
                                              const char         *label,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);

/* Batches of one */

void                    qd_record_add_async (gpointer            draft,
                                             QdStore            *store,
                                             const char         *label,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
void                    qd_record_save_async (gpointer            draft,
                                              QdStore            *store,
                                              const char         *label,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
void                    qd_record_remove_async (gpointer            record,
                                                QdStore            *store,
                                                const char         *label,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
void                    qd_record_change_async (gpointer            record,
                                                QdStore            *store,
                                                const char         *property,
                                                const GValue       *value,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBatch, qd_batch_free)

G_END_DECLS
