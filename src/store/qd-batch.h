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

/**
 * QdFollower:
 * @begin: looks at how things are before the drafts are written
 * @end: makes what follows from them, once they are; @batch says what they were
 * @free: of what @begin returned
 *
 * What follows from a change, in the same transaction. Runs on the store's thread.
 */
typedef struct
{
  gpointer (*begin) (QdDb    *db,
                     gint64   key,
                     GError **error);
  gboolean (*end) (QdDb    *db,
                   gpointer state,
                   QdBatch *batch,
                   GError **error);
  GDestroyNotify free;
} QdFollower;

QdBatch *qd_batch_new (void);
void     qd_batch_free (QdBatch *self);
guint    qd_batch_get_length (QdBatch *self);
gpointer qd_batch_get_draft (QdBatch  *self,
                             guint     index,
                             gboolean *update);
void     qd_batch_insert (QdBatch *self,
                          gpointer draft);
void     qd_batch_update (QdBatch *self,
                          gpointer draft);
void     qd_batch_delete (QdBatch *self,
                          gpointer record);
void     qd_batch_change (QdBatch *self,
                          gpointer draft);
void     qd_batch_follow (QdBatch          *self,
                          const QdFollower *follower,
                          gint64            key);
void     qd_batch_apply_async (QdBatch            *self,
                               QdStore            *store,
                               const char         *label,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);

/* Batches of one, with what follows from them */

void     qd_record_add_async (gpointer            draft,
                              QdStore            *store,
                              const char         *label,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
void     qd_record_save_async (gpointer            draft,
                               QdStore            *store,
                               const char         *label,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
void     qd_record_remove_async (gpointer            record,
                                 QdStore            *store,
                                 const char         *label,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
void     qd_record_change_async (gpointer            record,
                                 QdStore            *store,
                                 const char         *property,
                                 const GValue       *value,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBatch, qd_batch_free)

G_END_DECLS
