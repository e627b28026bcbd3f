/* qd-history-compare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-compare"

#include "qd-history.h"

#include <glib/gi18n.h>

#include "qd-record-list.h"
#include "qd-record-value.h"

typedef struct
{
  QdPortfolio *then;
  QdPortfolio *now;
  GArray      *types;
  gint64       account;
  GPtrArray   *lines;
} Comparison;

/* Returns: (transfer none) (nullable): ids are of one record in all lists */
static QdRecord *
find_record (QdPortfolio *portfolio,
             GArray      *types,
             gint64       id)
{
  for (guint i = 0; i < types->len; i++)
    {
      QdRecord *record = qd_portfolio_lookup (portfolio, g_array_index (types, GType, i), id);

      if (record != NULL)
        return record;
    }

  return NULL;
}

/* Whether @record is the account, or part of it, or part of that. */
static gboolean
is_of_account (Comparison  *self,
               QdPortfolio *portfolio,
               QdRecord    *record)
{
  while (record != NULL && qd_record_get_id (record) != self->account)
    {
      gint64 parent = qd_record_get_parent (record);

      record = parent != 0 ? find_record (portfolio, self->types, parent) : NULL;
    }

  return record != NULL;
}

static char *
dup_value (Comparison     *self,
           QdPortfolio    *portfolio,
           QdRecord       *record,
           const QdColumn *column)
{
  gint64    id;
  QdRecord *target;
  char     *title = NULL;

  if (column->kind != QD_COLUMN_KIND_REFERENCE)
    return qd_record_dup_field_display (record, column);

  id = *(gint64 *)G_STRUCT_MEMBER_P (record, column->offset);

  if (id == 0)
    return g_strdup ("");

  if ((target = find_record (portfolio, self->types, id)) != NULL)
    title = qd_record_dup_title (target);

  return title != NULL ? title : qd_record_dup_field_display (record, column);
}

static void
add_whole (Comparison *self,
           QdRecord   *record,
           QdHistoryOp op)
{
  g_autofree char *title = qd_record_dup_title (record);

  g_ptr_array_add (
      self->lines,
      qd_history_line_new (op, QD_RECORD_GET_CLASS (record)->table, qd_record_get_id (record), title));
}

static void
add_fields (Comparison *self,
            QdRecord   *then,
            QdRecord   *now)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (now);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn  *column = &klass->columns[i];
      g_autofree char *title = NULL;
      QdHistoryLine   *line;

      if (qd_record_has_same (then, now, column) || g_str_equal (column->name, "position"))
        continue;

      title = qd_record_dup_title (now);
      line = qd_history_line_new (QD_HISTORY_CHANGED, klass->table, qd_record_get_id (now), title);
      line->column = g_intern_string (column->name);
      line->field = g_strdup (_ (column->label));
      line->before = dup_value (self, self->then, then, column);
      line->after = dup_value (self, self->now, now, column);
      g_ptr_array_add (self->lines, line);
    }
}

static void
compare_kind (Comparison *self,
              GType       type)
{
  GListModel *then = G_LIST_MODEL (qd_portfolio_get_list (self->then, type));
  GListModel *now = G_LIST_MODEL (qd_portfolio_get_list (self->now, type));

  for (guint i = 0; i < g_list_model_get_n_items (now); i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (now, i);
      QdRecord *old;

      if (self->account != 0 && !is_of_account (self, self->now, record))
        continue;

      if ((old = qd_portfolio_lookup (self->then, type, qd_record_get_id (record))) != NULL)
        add_fields (self, old, record);
      else
        add_whole (self, record, QD_HISTORY_ADDED);
    }

  for (guint i = 0; i < g_list_model_get_n_items (then); i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (then, i);

      if (qd_portfolio_lookup (self->now, type, qd_record_get_id (record)) == NULL &&
          (self->account == 0 || is_of_account (self, self->then, record)))
        add_whole (self, record, QD_HISTORY_REMOVED);
    }
}

/**
 * qd_history_compare_async:
 * @then: loaded
 * @now: loaded
 * @account: 0 for all
 *
 * What is different in @now, by kind of record. Both are in memory, so it is told at once.
 */
void
qd_history_compare_async (QdPortfolio        *then,
                          QdPortfolio        *now,
                          gint64              account,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GArray) types = NULL;
  Comparison comparison;

  g_return_if_fail (QD_IS_PORTFOLIO (then) && QD_IS_PORTFOLIO (now));

  task = g_task_new (then, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_history_compare_async);
  types = qd_portfolio_dup_types (now);
  comparison = (Comparison){ then, now, types, account, g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < types->len; i++)
    compare_kind (&comparison, g_array_index (types, GType, i));

  g_task_return_pointer (task, comparison.lines, (GDestroyNotify)g_ptr_array_unref);
}

/* Returns: (transfer full) (nullable) (element-type QdHistoryLine): what is different */
GPtrArray *
qd_history_compare_finish (QdPortfolio  *then,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_history_compare_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
