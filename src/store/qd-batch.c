/* qd-batch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-batch"

#include "qd-batch.h"

#include <glib/gi18n.h>

#include "qd-db.h"

typedef struct
{
  QdEditFunc func;
  QdRecord  *draft;
} Step;

typedef struct
{
  const QdFollower *follower;
  gint64            key;
  gpointer          state;
} Following;

struct _QdBatch
{
  GArray *steps;     /* of Step */
  GArray *following; /* of Following */
};

static void
step_clear (Step *step)
{
  g_clear_object (&step->draft);
}

static void
following_clear (Following *following)
{
  if (following->state != NULL)
    following->follower->free (following->state);
}

QdBatch *
qd_batch_new (void)
{
  QdBatch *self = g_new0 (QdBatch, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, (GDestroyNotify)step_clear);
  self->following = g_array_new (FALSE, FALSE, sizeof (Following));
  g_array_set_clear_func (self->following, (GDestroyNotify)following_clear);

  return self;
}

void
qd_batch_free (QdBatch *self)
{
  g_array_unref (self->steps);
  g_array_unref (self->following);
  g_free (self);
}

guint
qd_batch_get_length (QdBatch *self)
{
  return self->steps->len;
}

/* @update: (out): whether it is of a record that stays, rather than of one that comes or goes */
gpointer
qd_batch_get_draft (QdBatch  *self,
                    guint     index,
                    gboolean *update)
{
  const Step *step;

  g_return_val_if_fail (index < self->steps->len, NULL);

  step = &g_array_index (self->steps, Step, index);
  *update = step->func == qd_record_update;

  return step->draft;
}

/* A draft of its own, so that the store's thread shares it with nobody. */
static void
qd_batch_append (QdBatch   *self,
                 QdEditFunc func,
                 gpointer   record)
{
  Step step = { func, qd_record_dup_draft (record) };

  g_array_append_val (self->steps, step);
}

/* Steps run in the order they were added. */
void
qd_batch_insert (QdBatch *self,
                 gpointer draft)
{
  qd_batch_append (self, qd_record_insert, draft);
}

void
qd_batch_update (QdBatch *self,
                 gpointer draft)
{
  qd_batch_append (self, qd_record_update, draft);
}

/* What is part of @record goes with it. */
void
qd_batch_delete (QdBatch *self,
                 gpointer record)
{
  qd_batch_append (self, qd_record_delete, record);
}

static void
follow (QdBatch *self,
        gpointer draft)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (draft);

  if (klass->follow != NULL)
    klass->follow (draft, self);
}

/* Updates, and does what follows when a person makes that change, which may complete @draft. */
void
qd_batch_change (QdBatch *self,
                 gpointer draft)
{
  follow (self, draft);
  qd_batch_update (self, draft);
}

/**
 * qd_batch_follow:
 * @follower: static
 * @key: what it is to look at; the same one is looked at once
 */
void
qd_batch_follow (QdBatch          *self,
                 const QdFollower *follower,
                 gint64            key)
{
  Following following = { follower, key, NULL };

  for (guint i = 0; i < self->following->len; i++)
    {
      const Following *other = &g_array_index (self->following, Following, i);

      if (other->follower == follower && other->key == key)
        return;
    }

  g_array_append_val (self->following, following);
}

static gboolean
begin_following (QdBatch *self,
                 QdDb    *db,
                 GError **error)
{
  for (guint i = 0; i < self->following->len; i++)
    {
      Following *following = &g_array_index (self->following, Following, i);

      if (!(following->state = following->follower->begin (db, following->key, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_following (QdBatch *self,
               QdDb    *db,
               GError **error)
{
  for (guint i = 0; i < self->following->len; i++)
    {
      Following *following = &g_array_index (self->following, Following, i);

      if (!following->follower->end (db, following->state, self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_func (QdDb    *db,
            gpointer data,
            GError **error)
{
  QdBatch *self = data;

  /* Drafts may refer to each other: only together do they have to fit. */
  if (self->steps->len > 1 && !qd_db_exec (db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;

  if (!begin_following (self, db, error))
    return FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *step = &g_array_index (self->steps, Step, i);

      if (!step->func (db, step->draft, error))
        return FALSE;
    }

  return end_following (self, db, error);
}

/**
 * qd_batch_apply_async:
 * @self: (transfer full): a batch
 * @label: what the edit is called, already translated: “Import Accounts”
 *
 * Ends with qd_store_edit_finish().
 */
void
qd_batch_apply_async (QdBatch            *self,
                      QdStore            *store,
                      const char         *label,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  qd_store_edit_async (
      store, label, apply_func, self, (GDestroyNotify)qd_batch_free, cancellable, callback, user_data);
}

void
qd_record_add_async (gpointer            draft,
                     QdStore            *store,
                     const char         *label,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  qd_batch_insert (batch, draft);
  follow (batch, draft);
  qd_batch_apply_async (batch, store, label, NULL, callback, user_data);
}

void
qd_record_save_async (gpointer            draft,
                      QdStore            *store,
                      const char         *label,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  qd_batch_change (batch, draft);
  qd_batch_apply_async (batch, store, label, NULL, callback, user_data);
}

void
qd_record_remove_async (gpointer            record,
                        QdStore            *store,
                        const char         *label,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  qd_batch_delete (batch, record);
  follow (batch, record);
  qd_batch_apply_async (batch, store, label, NULL, callback, user_data);
}

/**
 * qd_record_change_async:
 * @property: of @record
 *
 * Sets one field, as an edit in place does; the step is called after the field.
 */
void
qd_record_change_async (gpointer            record,
                        QdStore            *store,
                        const char         *property,
                        const GValue       *value,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(QdRecord) draft = qd_record_dup_draft (record);
  const QdColumn  *column = qd_record_find_column (G_OBJECT_TYPE (record), property);
  g_autofree char *label = NULL;

  g_return_if_fail (column != NULL);

  g_object_set_property (G_OBJECT (draft), property, value);
  label = g_strdup_printf (_ ("Change %s"), _ (column->label));
  qd_record_save_async (draft, store, label, callback, user_data);
}
