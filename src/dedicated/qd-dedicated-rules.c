/* qd-dedicated-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-dedicated-rules"

#include "qd-dedicated-rules.h"

#include <glib/gi18n.h>

#include "qd-instant.h"

static gboolean
is_instant (const QdColumn *column)
{
  return column->kind == QD_COLUMN_KIND_TEXT && g_str_has_suffix (column->name, "_at");
}

static gboolean
check_column (gpointer        draft,
              const QdColumn *column,
              GError        **error)
{
  gpointer field = G_STRUCT_MEMBER_P (draft, column->offset);
  gint64   seconds;

  if (is_instant (column) && *(char **)field != NULL && !qd_instant_parse (*(char **)field, &seconds))
    {
      g_set_error (error,
                   QD_RECORD_ERROR,
                   QD_RECORD_ERROR_RULE,
                   _ ("“%s” must be an instant such as “2026-05-03T14:00:00Z”"),
                   _ (column->label));
      return FALSE;
    }

  if (column->kind == QD_COLUMN_KIND_INTEGER && *(gint64 *)field != QD_INTEGER_NONE && *(gint64 *)field < 0)
    {
      g_set_error (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“%s” must not be less than 0"), _ (column->label));
      return FALSE;
    }

  return TRUE;
}

/* Returns: whether there is a value; days and instants count each in their own unit */
static gboolean
read_time (gpointer        draft,
           const QdColumn *column,
           gint64         *value)
{
  gpointer field = G_STRUCT_MEMBER_P (draft, column->offset);

  if (is_instant (column))
    return *(char **)field != NULL && qd_instant_parse (*(char **)field, value);

  *value = *(int *)field;

  return *(int *)field != QD_DAY_NONE;
}

static gboolean
check_order (gpointer    draft,
             const char *first,
             const char *last,
             GError    **error)
{
  const QdColumn *from = qd_record_find_column (G_OBJECT_TYPE (draft), first);
  const QdColumn *until = qd_record_find_column (G_OBJECT_TYPE (draft), last);
  gint64          earlier, later;

  if (!read_time (draft, from, &earlier) || !read_time (draft, until, &later) || earlier <= later)
    return TRUE;

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("“%s” must not be before “%s”"),
               _ (until->label),
               _ (from->label));

  return FALSE;
}

/**
 * qd_dedicated_check:
 * @pairs: the properties of two days or two instants, the earlier before the later, and so on; ends with %NULL
 *
 * Whether what ends in “_at” is an instant in UTC, no number is less than 0, and the times are in order.
 */
gboolean
qd_dedicated_check (gpointer           draft,
                    const char *const *pairs,
                    GError           **error)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (draft);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (!check_column (draft, &klass->columns[i], error))
        return FALSE;
    }

  for (; *pairs != NULL; pairs += 2)
    {
      if (!check_order (draft, pairs[0], pairs[1], error))
        return FALSE;
    }

  return TRUE;
}
