/* qd-task-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-edits"

#include "qd-task-edits.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-db.h"
#include "qd-order-edits.h"

/* A draft that is to stand before another, and drafts that change with it. */
typedef struct
{
  QdRecord  *draft;
  gint64     before;
  gboolean   is_new;
  GPtrArray *added;   /* nullable: inserted after it */
  QdRecord  *changed; /* nullable: updated after it */
} Placement;

static Placement *
placement_new (gpointer draft,
               gint64   before,
               gboolean is_new)
{
  Placement *placement = g_new0 (Placement, 1);

  placement->draft = qd_record_dup_draft (draft);
  placement->before = before;
  placement->is_new = is_new;

  return placement;
}

static void
placement_free (Placement *placement)
{
  g_clear_object (&placement->draft);
  g_clear_object (&placement->changed);
  g_clear_pointer (&placement->added, g_ptr_array_unref);
  g_free (placement);
}

static QdOrderScope
get_scope (QdRecord *draft)
{
  if (QD_IS_TASK (draft))
    return (QdOrderScope){ "task", "plan = ?1 AND phase IS ?2", QD_TASK (draft)->plan, QD_TASK (draft)->phase };

  return (QdOrderScope){ "check_item", "task = ?1", QD_CHECK_ITEM (draft)->task, 0 };
}

static gboolean
place_func (QdDb    *db,
            gpointer data,
            GError **error)
{
  Placement   *placement = data;
  QdOrderScope scope = get_scope (placement->draft);
  double       position;

  if (!qd_order_make_room (
          db, &scope, qd_record_get_id (placement->draft), placement->before, &position, error))
    return FALSE;

  g_object_set (placement->draft, "position", position, NULL);

  if (!(placement->is_new ? qd_record_insert (db, placement->draft, error)
                          : qd_record_update (db, placement->draft, error)))
    return FALSE;

  for (guint i = 0; placement->added != NULL && i < placement->added->len; i++)
    {
      if (!qd_record_insert (db, g_ptr_array_index (placement->added, i), error))
        return FALSE;
    }

  return placement->changed == NULL || qd_record_update (db, placement->changed, error);
}

static void
place_async (Placement          *placement,
             QdStore            *store,
             const char         *label,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  qd_store_edit_async (
      store, label, place_func, placement, (GDestroyNotify)placement_free, NULL, callback, user_data);
}

/* Returns: how much of a checklist is checked, from 0 to 1; 0 without a line */
double
qd_task_get_checked_share (GPtrArray *items)
{
  guint n_done = 0;

  for (guint i = 0; items != NULL && i < items->len; i++)
    n_done += QD_CHECK_ITEM (g_ptr_array_index (items, i))->done;

  return n_done > 0 ? (double)n_done / items->len : 0;
}

/**
 * qd_task_apply_status:
 * @items: (nullable): the lines of its checklist
 *
 * Sets the status, and the progress with it: what is done is done whole; what is
 * taken up again is as far as its checklist.
 */
void
qd_task_apply_status (QdTask      *draft,
                      QdTaskStatus status,
                      GPtrArray   *items)
{
  gboolean was_done = draft->status == QD_TASK_STATUS_DONE;

  if (draft->status != status)
    g_object_set (draft, "status", status, NULL);

  if (status == QD_TASK_STATUS_DONE && draft->progress != 100)
    g_object_set (draft, "progress", G_GINT64_CONSTANT (100), NULL);
  else if (status != QD_TASK_STATUS_DONE && was_done && draft->progress == 100)
    g_object_set (draft, "progress", (gint64)lround (qd_task_get_checked_share (items) * 100), NULL);
}

/**
 * qd_task_apply_progress:
 * @progress: 0 to 100
 *
 * Sets the progress, and the status with it: what is worked on is on its way, and at
 * 100 it is done; what is not done any longer is on its way, or not yet.
 */
void
qd_task_apply_progress (QdTask *draft,
                        int     progress)
{
  QdTaskStatus status = draft->status;

  if (progress == 100)
    status = QD_TASK_STATUS_DONE;
  else if (status == QD_TASK_STATUS_DONE)
    status = progress > 0 ? QD_TASK_STATUS_ON_TRACK : QD_TASK_STATUS_NOT_STARTED;
  else if (progress > 0 && status == QD_TASK_STATUS_NOT_STARTED)
    status = QD_TASK_STATUS_ON_TRACK;

  if (draft->status != status)
    g_object_set (draft, "status", status, NULL);

  g_object_set (draft, "progress", (gint64)progress, NULL);
}

/* @before: the id of the one in its phase that it is to stand before; 0 for the end */
void
qd_task_add_async (QdStore            *store,
                   QdTask             *draft,
                   gint64              before,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  place_async (placement_new (draft, before, TRUE), store, _ ("Add Task"), callback, user_data);
}

/**
 * qd_task_move_async:
 * @phase: the id of the phase it is to be in; 0 for none
 * @before: the id of the one there that it is to stand before; 0 for the end
 *
 * Moves to another phase, another place or both. The days stay.
 */
void
qd_task_move_async (QdStore            *store,
                    QdTask             *task,
                    gint64              phase,
                    gint64              before,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  Placement *placement = placement_new (task, before, FALSE);

  if (task->phase != phase)
    g_object_set (placement->draft, "phase", phase, NULL);

  place_async (placement, store, _ ("Move Task"), callback, user_data);
}

void
qd_task_set_status_async (QdStore            *store,
                          QdTask             *task,
                          QdTaskStatus        status,
                          GPtrArray          *items,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);
  const char *label = _ ("Change Status");

  if (status == QD_TASK_STATUS_DONE)
    label = _ ("Complete Task");
  else if (task->status == QD_TASK_STATUS_DONE)
    label = _ ("Reopen Task");

  qd_task_apply_status (draft, status, items);
  qd_record_save_async (draft, store, label, callback, user_data);
}

/**
 * qd_task_duplicate_async:
 * @items: the lines of its checklist
 *
 * Returns: (transfer full): a draft of the copy, to find it by its id later
 */
QdTask *
qd_task_duplicate_async (QdStore            *store,
                         QdTask             *task,
                         GPtrArray          *items,
                         gint64              before,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  QdTask          *copy = qd_record_dup_as_new (task);
  g_autofree char *start = g_utf8_substring (task->title, 0, MIN (g_utf8_strlen (task->title, -1), 180));
  /* Translators: the title of a copied task */
  g_autofree char *title = g_strdup_printf (_ ("%s (copy)"), start);
  Placement       *placement;

  g_object_set (copy, "title", title, NULL);
  placement = placement_new (copy, before, TRUE);
  placement->added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      QdRecord *item = qd_record_dup_as_new (g_ptr_array_index (items, i));

      qd_record_set_parent (item, qd_record_get_id (copy));
      g_ptr_array_add (placement->added, item);
    }

  place_async (placement, store, _ ("Duplicate Task"), callback, user_data);

  return copy;
}

void
qd_task_delete_async (QdStore            *store,
                      QdTask             *task,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  qd_record_remove_async (task, store, _ ("Delete Task"), callback, user_data);
}

/* The progress of an open task follows its checklist: what it will be once
 * @n_done of @n_items are checked. */
static QdRecord *
create_progress_draft (QdTask *task,
                       guint   n_done,
                       guint   n_items)
{
  gint64    progress = n_items > 0 ? lround (100.0 * n_done / n_items) : task->progress;
  QdRecord *draft;

  if (task->status == QD_TASK_STATUS_DONE || progress == task->progress)
    return NULL;

  draft = qd_record_dup_draft (task);
  g_object_set (draft, "progress", progress, NULL);

  return draft;
}

static guint
count_done (GPtrArray   *items,
            QdCheckItem *except)
{
  guint n_done = 0;

  for (guint i = 0; i < items->len; i++)
    {
      QdCheckItem *item = g_ptr_array_index (items, i);

      n_done += item->done && (except == NULL || qd_record_get_id (item) != qd_record_get_id (except));
    }

  return n_done;
}

/* @items: those that @task has */
void
qd_check_item_add_async (QdStore            *store,
                         QdTask             *task,
                         const char         *title,
                         GPtrArray          *items,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(QdCheckItem) draft = qd_record_new_draft (QD_TYPE_CHECK_ITEM);
  Placement *placement;

  g_object_set (draft, "task", qd_record_get_id (task), "title", title, NULL);
  placement = placement_new (draft, 0, TRUE);
  placement->changed = create_progress_draft (task, count_done (items, NULL), items->len + 1);
  place_async (placement, store, _ ("Add Checklist Item"), callback, user_data);
}

/* @items: those that @task has, @item among them */
void
qd_check_item_set_done_async (QdStore            *store,
                              QdTask             *task,
                              QdCheckItem        *item,
                              gboolean            done,
                              GPtrArray          *items,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(QdCheckItem) draft = qd_record_dup_draft (item);
  g_autoptr(QdRecord) progress = create_progress_draft (task, count_done (items, item) + !!done, items->len);
  QdBatch *batch = qd_batch_new ();

  g_object_set (draft, "done", done, NULL);
  qd_batch_update (batch, draft);

  if (progress != NULL)
    qd_batch_change (batch, progress);

  qd_batch_apply_async (
      batch, store, done ? _ ("Check Item") : _ ("Uncheck Item"), NULL, callback, user_data);
}

void
qd_check_item_move_async (QdStore            *store,
                          QdCheckItem        *item,
                          gint64              before,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  place_async (placement_new (item, before, FALSE), store, _ ("Move Checklist Item"), callback, user_data);
}

/* @items: those that @task has, @item among them */
void
qd_check_item_delete_async (QdStore            *store,
                            QdTask             *task,
                            QdCheckItem        *item,
                            GPtrArray          *items,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(QdRecord) progress =
                create_progress_draft (task, count_done (items, item), items->len > 0 ? items->len - 1 : 0);
  QdBatch *batch = qd_batch_new ();

  qd_batch_delete (batch, item);

  if (progress != NULL)
    qd_batch_change (batch, progress);

  qd_batch_apply_async (batch, store, _ ("Delete Checklist Item"), NULL, callback, user_data);
}
