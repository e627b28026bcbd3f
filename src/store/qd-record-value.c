/* qd-record-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-record-value"

#include "qd-record-value.h"

#include "qd-clock-time.h"
#include "qd-column-private.h"
#include "qd-day-words.h"
#include "qd-instant.h"

/* What a record is called is in the first of these that its table has. */
static const char *const title_columns[] = {
  "name",
  "title",
  "subject",
  "what",
  "person",
  "key",
  "number",
  "reason",
};

/**
 * qd_record_is_title:
 * @column: its name
 * @rank: (out): where there are several, the least is the title
 */
gboolean
qd_record_is_title (const char *column,
                    gsize      *rank)
{
  for (*rank = 0; *rank < G_N_ELEMENTS (title_columns); ++*rank)
    {
      if (g_str_equal (title_columns[*rank], column))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full) (nullable): what @record is called */
char *
qd_record_dup_title (gpointer record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (title_columns); i++)
    {
      const QdColumn *column = qd_record_find_column (G_OBJECT_TYPE (record), title_columns[i]);

      if (column != NULL)
        return qd_column_dup_display (column, record);
    }

  return NULL;
}

static char *
dup_instant (const char *text)
{
  gint64 seconds;

  return qd_instant_parse (text, &seconds) ? qd_day_dup_moment (seconds) : g_strdup (text);
}

/* Returns: (transfer full): the field as people read it, in the unit it is of; empty for none */
char *
qd_record_dup_field_display (gpointer        record,
                             const QdColumn *column)
{
  gpointer field = G_STRUCT_MEMBER_P (record, column->offset);

  if (qd_column_is_none (column, record))
    return g_strdup ("");

  switch (column->unit)
    {
    case QD_COLUMN_UNIT_INSTANT:
      return dup_instant (*(char **)field);

    case QD_COLUMN_UNIT_TIME:
      return qd_clock_time_dup_words ((int)*(gint64 *)field);

    /* Days of work are the business of the room that plans; hours are the same everywhere. */
    case QD_COLUMN_UNIT_WORK:
    case QD_COLUMN_UNIT_LENGTH:
      return qd_clock_length_dup_words (*(gint64 *)field);

    case QD_COLUMN_UNIT_NONE:
    default:
      return qd_column_dup_display (column, record);
    }
}

/**
 * qd_record_dup_value_display:
 * @column: its index among the columns of @type
 *
 * Returns: (transfer full): @value of the file as people read it; empty for none
 */
char *
qd_record_dup_value_display (GType          type,
                             guint          column,
                             sqlite3_value *value)
{
  g_autoptr(QdRecord) record = g_object_new (type, NULL);
  const QdColumn *description = &QD_RECORD_GET_CLASS (record)->columns[column];

  if (sqlite3_value_type (value) == SQLITE_NULL)
    return g_strdup ("");

  qd_column_take_sql (description, record, value);

  return qd_record_dup_field_display (record, description);
}

/* Whether two records of one type hold the same in @column. */
gboolean
qd_record_has_same (gpointer        record,
                    gpointer        other,
                    const QdColumn *column)
{
  return qd_column_is_equal (column, record, other);
}
