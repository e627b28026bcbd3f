/* qd-csv-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-table"

#include "qd-csv-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-day.h"

static guint
count_filled (const QdCsvRow *row)
{
  guint n_filled = 0;

  for (guint i = 0; i < row->n_fields; i++)
    n_filled += row->fields[i][strspn (row->fields[i], " \t\r\n")] != '\0';

  return n_filled;
}

/* Reports may begin with a title and a date. The names of the columns are the
 * first row that is as wide as the rows that follow. */
static guint
find_header (GPtrArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < MIN (rows->len, 50); i++)
    width = MAX (width, count_filled (g_ptr_array_index (rows, i)));

  for (guint i = 0; i < rows->len; i++)
    {
      guint n_filled = count_filled (g_ptr_array_index (rows, i));

      if (n_filled > 0 && n_filled * 2 > width)
        return i;
    }

  return rows->len;
}

static gboolean
is_total (const QdCsvRow *row)
{
  g_autofree char *first = qd_csv_fold (row->fields[0]);

  return g_str_has_prefix (first, "grandtotal") || g_str_has_prefix (first, "subtotal") ||
         g_str_equal (first, "total") || g_str_equal (first, "totals");
}

/* A note below a table has a line to itself: no separator is in it. */
static gboolean
is_note (const QdCsvTable *self,
         const QdCsvRow   *row)
{
  return self->n_columns > 1 && row->n_fields == 1;
}

/* Where the foot of a report begins: its totals, and the notes on who made it
 * when. Notes may have all the separators of a row, but then a blank line stands
 * between the table and them. */
static guint
find_foot (QdCsvTable *self,
           guint       header)
{
  guint end = self->all->len;
  guint blank;

  for (blank = end; blank > header + 1; blank--)
    {
      const QdCsvRow *row = g_ptr_array_index (self->all, blank - 1);

      if (qd_csv_row_is_blank (row))
        end = blank - 1;
      else if (count_filled (row) > 1 || self->n_columns < 3)
        break;
    }

  while (end > header + 1)
    {
      const QdCsvRow *row = g_ptr_array_index (self->all, end - 1);

      if (!qd_csv_row_is_blank (row) && !is_note (self, row) && !is_total (row))
        break;

      end--;
    }

  return end;
}

/**
 * qd_csv_table_new:
 * @bytes: a report as Salesforce, Gainsight or a spreadsheet saves it
 */
QdCsvTable *
qd_csv_table_new (GBytes  *bytes,
                  GError **error)
{
  g_autoptr(QdCsvTable) self = g_new0 (QdCsvTable, 1);
  g_autofree char *text = NULL;
  guint            header, end;
  QdCsvRow        *names;

  if (!(text = qd_csv_decode (bytes, error)) ||
      !(self->all = qd_csv_parse (text, qd_csv_find_separator (text), error)))
    return NULL;

  if ((header = find_header (self->all)) == self->all->len)
    {
      g_set_error_literal (
          error, QD_CSV_ERROR, QD_CSV_ERROR_NO_HEADER, _ ("The file has no line that names its columns"));
      return NULL;
    }

  names = g_ptr_array_index (self->all, header);
  self->header = names->fields;
  self->n_columns = names->n_fields;

  if (self->n_columns > QD_CSV_MAX_COLUMNS)
    {
      g_set_error (error,
                   QD_CSV_ERROR,
                   QD_CSV_ERROR_TOO_LARGE,
                   _ ("The file has %u columns, and at most %d are read"),
                   self->n_columns,
                   QD_CSV_MAX_COLUMNS);
      return NULL;
    }

  self->rows = g_ptr_array_new ();
  end = find_foot (self, header);

  for (guint i = header + 1; i < end; i++)
    {
      if (!qd_csv_row_is_blank (g_ptr_array_index (self->all, i)))
        g_ptr_array_add (self->rows, g_ptr_array_index (self->all, i));
    }

  return g_steal_pointer (&self);
}

void
qd_csv_table_free (QdCsvTable *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_free (self);
}

/* Returns: the field of @row in @column; empty where the row is shorter */
const char *
qd_csv_table_get (const QdCsvTable *self,
                  const QdCsvRow   *row,
                  guint             column)
{
  return column < row->n_fields ? row->fields[column] : "";
}

/* Returns: (transfer full): what files of the same columns have in common */
char *
qd_csv_table_dup_signature (const QdCsvTable *self)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *name = qd_csv_fold (self->header[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * qd_csv_fold:
 *
 * Returns: (transfer full): @text as small letters and digits alone, without
 *   diacritics, so that “Renewal Date” and “renewal_date” are the same
 */
char *
qd_csv_fold (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autoptr(GString) folded = g_string_new (NULL);

  for (const char *c = parts; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (folded, g_unichar_tolower (character));
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* Three numbers with a point, stroke or dash between; what comes after a blank,
 * a time for instance, is left out. */
static gboolean
split_date (const char *text,
            int         numbers[3],
            int         n_digits[3])
{
  int part = 0;

  numbers[0] = n_digits[0] = 0;

  for (text += strspn (text, " "); *text != '\0' && *text != ' ' && *text != 'T'; text++)
    {
      if (g_ascii_isdigit (*text) && n_digits[part] < 4)
        {
          numbers[part] = numbers[part] * 10 + (*text - '0');
          n_digits[part]++;
        }
      else if (strchr ("./-", *text) != NULL && part < 2 && n_digits[part] > 0)
        {
          part++;
          numbers[part] = n_digits[part] = 0;
        }
      else
        {
          return FALSE;
        }
    }

  return part == 2 && n_digits[2] > 0;
}

/**
 * qd_csv_parse_date:
 * @order: not unclear; a date that begins with its year is read in any order
 */
gboolean
qd_csv_parse_date (const char *text,
                   QdDateOrder order,
                   int        *day)
{
  int numbers[3], n_digits[3];
  int year;

  if (!split_date (text, numbers, n_digits))
    return FALSE;

  if (n_digits[0] == 4)
    {
      *day = qd_day_from_ymd (numbers[0], numbers[1], numbers[2]);
      return *day != QD_DAY_NONE;
    }

  /* Two digits of a year are those of this century: nothing here is older. */
  year = n_digits[2] == 4 ? numbers[2] : 2000 + numbers[2];

  if (n_digits[2] != 4 && n_digits[2] != 2)
    return FALSE;

  if (order == QD_DATE_ORDER_MDY)
    *day = qd_day_from_ymd (year, numbers[0], numbers[1]);
  else
    *day = qd_day_from_ymd (year, numbers[1], numbers[0]);

  return *day != QD_DAY_NONE;
}

/**
 * qd_csv_table_find_date_order:
 *
 * Returns: in which order all dates of @column can be read
 */
QdDateOrder
qd_csv_table_find_date_order (const QdCsvTable *self,
                              guint             column)
{
  gboolean any = FALSE, year_first = TRUE, dmy = TRUE, mdy = TRUE, dotted = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = qd_csv_table_get (self, g_ptr_array_index (self->rows, i), column);
      int         numbers[3], n_digits[3];

      if (!split_date (text, numbers, n_digits))
        continue;

      any = TRUE;

      if (n_digits[0] == 4)
        continue;

      year_first = FALSE;
      dotted |= strchr (text, '.') != NULL;

      /* One that is no date in either order says nothing of the others. */
      if (MIN (numbers[0], numbers[1]) > 12)
        continue;

      dmy &= numbers[1] <= 12;
      mdy &= numbers[0] <= 12;
    }

  if (!any)
    return QD_DATE_ORDER_NONE;

  if (year_first)
    return QD_DATE_ORDER_YMD;

  /* Nobody writes the month first with points. */
  if (dmy && (!mdy || dotted))
    return QD_DATE_ORDER_DMY;

  return mdy && !dmy ? QD_DATE_ORDER_MDY : QD_DATE_ORDER_UNCLEAR;
}
