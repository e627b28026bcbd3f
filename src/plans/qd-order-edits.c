/* qd-order-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-order-edits"

#include "qd-order-edits.h"

#include <math.h>

#include "qd-db.h"

typedef struct
{
  gint64 id;
  double position;
} Sibling;

/**
 * qd_order_find_between:
 * @before: of the one that comes first; -INFINITY for none
 * @after: of the one that comes next; INFINITY for none
 * @position: (out): a number between the two
 *
 * Returns: %FALSE where there is none left
 */
gboolean
qd_order_find_between (double  before,
                       double  after,
                       double *position)
{
  if (isinf (before) && isinf (after))
    *position = QD_ORDER_STEP;
  else if (isinf (after))
    *position = before + QD_ORDER_STEP;
  else if (isinf (before))
    *position = after - QD_ORDER_STEP;
  else
    *position = before + (after - before) / 2;

  /* Long before the numbers run out, so that copies in text keep them apart. */
  return isfinite (*position) && *position - before > 1e-6 && after - *position > 1e-6;
}

/* Two that stand in one place, as after an import, are kept apart by their ids. */
int
qd_order_compare (double position_a,
                  gint64 id_a,
                  double position_b,
                  gint64 id_b)
{
  if (position_a != position_b)
    return position_a < position_b ? -1 : 1;

  return id_a < id_b ? -1 : id_a > id_b;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const QdColumn *column = user_data;
  gpointer        record_a = *(gpointer *)a;
  gpointer        record_b = *(gpointer *)b;

  return qd_order_compare (G_STRUCT_MEMBER (double, record_a, column->offset),
                           qd_record_get_id (record_a),
                           G_STRUCT_MEMBER (double, record_b, column->offset),
                           qd_record_get_id (record_b));
}

/**
 * qd_order_dup_sorted:
 * @records: of one kind, which has a position
 *
 * Returns: (transfer full): them in order
 */
GPtrArray *
qd_order_dup_sorted (GPtrArray *records)
{
  GPtrArray *sorted = g_ptr_array_new_full (records->len, g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (records, i)));

  if (sorted->len > 1)
    {
      const QdColumn *column = qd_record_find_column (G_OBJECT_TYPE (sorted->pdata[0]), "position");

      g_ptr_array_sort_with_data (sorted, compare_records, (gpointer)column);
    }

  return sorted;
}

static void
bind_scope (sqlite3_stmt       *stmt,
            const QdOrderScope *scope)
{
  sqlite3_bind_int64 (stmt, 1, scope->parent);

  if (sqlite3_bind_parameter_count (stmt) < 2)
    return;

  if (scope->group != 0)
    sqlite3_bind_int64 (stmt, 2, scope->group);
  else
    sqlite3_bind_null (stmt, 2);
}

static GArray *
load_siblings (QdDb               *db,
               const QdOrderScope *scope,
               gint64              id,
               GError            **error)
{
  g_autoptr(GArray) siblings = g_array_new (FALSE, FALSE, sizeof (Sibling));
  g_autoptr(GError) local_error = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, position FROM %s WHERE %s ORDER BY position, id", scope->table, scope->where);
  sqlite3_stmt *stmt = qd_db_prepare (db, g_intern_string (sql), error);

  if (stmt == NULL)
    return NULL;

  bind_scope (stmt, scope);

  while (qd_db_next (db, stmt, &local_error))
    {
      Sibling sibling = { sqlite3_column_int64 (stmt, 0), sqlite3_column_double (stmt, 1) };

      if (sibling.id != id)
        g_array_append_val (siblings, sibling);
    }

  if (local_error == NULL)
    return g_steal_pointer (&siblings);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Numbers the siblings afresh, with a gap before the one at @index. */
static gboolean
renumber (QdDb               *db,
          const QdOrderScope *scope,
          GArray             *siblings,
          guint               index,
          double             *position,
          GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET position = ? WHERE id = ?", scope->table);

  for (guint i = 0; i < siblings->len; i++)
    {
      Sibling      *sibling = &g_array_index (siblings, Sibling, i);
      sqlite3_stmt *stmt = qd_db_prepare (db, g_intern_string (sql), error);

      if (stmt == NULL)
        return FALSE;

      sqlite3_bind_double (stmt, 1, (i + 1 + (i >= index)) * QD_ORDER_STEP);
      sqlite3_bind_int64 (stmt, 2, sibling->id);

      if (!qd_db_run (db, stmt, error))
        return FALSE;
    }

  *position = (index + 1) * QD_ORDER_STEP;

  return TRUE;
}

/**
 * qd_order_make_room:
 * @id: of the one to place, which need not be among them yet
 * @before: the id of the one it is to stand before; 0, or one that is no longer
 *   there, for the end
 * @position: (out): where it is to stand
 */
gboolean
qd_order_make_room (QdDb               *db,
                    const QdOrderScope *scope,
                    gint64              id,
                    gint64              before,
                    double             *position,
                    GError            **error)
{
  g_autoptr(GArray) siblings = load_siblings (db, scope, id, error);
  double low = -INFINITY, high = INFINITY;
  guint  index = 0;

  if (siblings == NULL)
    return FALSE;

  while (index < siblings->len && g_array_index (siblings, Sibling, index).id != before)
    index++;

  if (index > 0)
    low = g_array_index (siblings, Sibling, index - 1).position;

  if (index < siblings->len)
    high = g_array_index (siblings, Sibling, index).position;

  return qd_order_find_between (low, high, position) || renumber (db, scope, siblings, index, position, error);
}
