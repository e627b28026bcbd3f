/* qd-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv"

#include "qd-csv.h"

#include <glib/gi18n.h>
#include <string.h>

/* Comma-separated values, as RFC 4180 has them and as spreadsheets write them. */

G_DEFINE_QUARK (QdCsvError, qd_csv_error)

static void
row_free (QdCsvRow *row)
{
  g_strfreev (row->fields);
  g_free (row);
}

static char *
convert (const char *bytes,
         gsize       len,
         const char *charset)
{
  return g_convert (bytes, len, "UTF-8", charset, NULL, NULL, NULL);
}

/* What is no UTF-8 and has no mark is taken for Windows-1252, in which nearly
 * every byte is a letter: so not if there are bytes no text has. */
static char *
decode_unmarked (const char *bytes,
                 gsize       len)
{
  if (memchr (bytes, '\0', len) != NULL)
    return NULL;

  if (g_utf8_validate (bytes, len, NULL))
    return g_strndup (bytes, len);

  for (gsize i = 0; i < len; i++)
    {
      if ((guchar)bytes[i] < 0x20 && strchr ("\t\n\r\f", bytes[i]) == NULL)
        return NULL;
    }

  return convert (bytes, len, "WINDOWS-1252");
}

/**
 * qd_csv_decode:
 * @bytes: UTF-8, UTF-16 with its mark, or Windows-1252
 *
 * Returns: (transfer full) (nullable): the text, without a byte order mark
 */
char *
qd_csv_decode (GBytes  *bytes,
               GError **error)
{
  gsize            len;
  const char      *data = g_bytes_get_data (bytes, &len);
  g_autofree char *text = NULL;

  if (len > QD_CSV_MAX_BYTES)
    {
      g_set_error (error,
                   QD_CSV_ERROR,
                   QD_CSV_ERROR_TOO_LARGE,
                   _ ("The file is larger than %d MB, so it was not read"),
                   QD_CSV_MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  if (len == 0)
    {
      g_set_error_literal (error, QD_CSV_ERROR, QD_CSV_ERROR_EMPTY, _ ("The file is empty"));
      return NULL;
    }

  if (len >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    text = g_utf8_validate (data + 3, len - 3, NULL) ? g_strndup (data + 3, len - 3) : NULL;
  else if (len >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = convert (data + 2, len - 2, "UTF-16LE");
  else if (len >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = convert (data + 2, len - 2, "UTF-16BE");
  else
    text = decode_unmarked (data, len);

  if (text == NULL)
    g_set_error_literal (error,
                         QD_CSV_ERROR,
                         QD_CSV_ERROR_NOT_TEXT,
                         _ ("The file is not text in UTF-8, UTF-16 or Windows-1252, so it is no list of accounts"));

  return g_steal_pointer (&text);
}

/**
 * qd_csv_find_separator:
 *
 * Returns: the comma, semicolon or tab that the first lines have most of,
 *   outside of quotes
 */
char
qd_csv_find_separator (const char *text)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint             counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean          quoted = FALSE;
  int               n_lines = 0, best = 0;

  for (const char *c = text; *c != '\0' && n_lines < 5; c++)
    {
      if (*c == '"')
        quoted = !quoted;

      if (quoted)
        continue;

      n_lines += *c == '\n';

      for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *c == candidates[i];
    }

  for (gsize i = 1; i < G_N_ELEMENTS (candidates); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return candidates[best];
}

/* Where the parser stands. */
typedef struct
{
  const char *at;
  char        separator;
  guint       line;
  guint       n_fields;
} Cursor;

static gboolean
take_line_end (Cursor *cursor)
{
  if (cursor->at[0] == '\r' && cursor->at[1] == '\n')
    cursor->at += 2;
  else if (cursor->at[0] == '\r' || cursor->at[0] == '\n')
    cursor->at += 1;
  else
    return FALSE;

  cursor->line++;

  return TRUE;
}

/* From after the opening quote to after the closing one. */
static gboolean
take_quoted (Cursor  *cursor,
             GString *field,
             GError **error)
{
  guint opened = cursor->line;

  for (;; cursor->at++)
    {
      if (*cursor->at == '\0')
        {
          g_set_error (error,
                       QD_CSV_ERROR,
                       QD_CSV_ERROR_BAD_QUOTES,
                       _ ("The quoted text that begins in line %u has no end"),
                       opened);
          return FALSE;
        }

      if (*cursor->at == '"')
        {
          cursor->at++;

          if (*cursor->at != '"')
            return TRUE;
        }
      else if (*cursor->at == '\n' || (*cursor->at == '\r' && cursor->at[1] != '\n'))
        {
          cursor->line++;
        }

      g_string_append_c (field, *cursor->at);
    }
}

/* What follows a closing quote, against the rules, is kept as it stands. */
static char *
take_field (Cursor  *cursor,
            GError **error)
{
  g_autoptr(GString) field = g_string_new (NULL);

  if (*cursor->at == '"')
    {
      cursor->at++;

      if (!take_quoted (cursor, field, error))
        return NULL;
    }

  while (*cursor->at != '\0' && *cursor->at != cursor->separator && *cursor->at != '\r' && *cursor->at != '\n')
    g_string_append_c (field, *cursor->at++);

  return g_string_free (g_steal_pointer (&field), FALSE);
}

static QdCsvRow *
take_row (Cursor  *cursor,
          GError **error)
{
  g_autoptr(GStrvBuilder) fields = g_strv_builder_new ();
  QdCsvRow *row;
  guint     line = cursor->line;

  for (;;)
    {
      char *field = take_field (cursor, error);

      if (field == NULL)
        return NULL;

      g_strv_builder_take (fields, field);

      if (++cursor->n_fields > QD_CSV_MAX_FIELDS)
        {
          g_set_error (error,
                       QD_CSV_ERROR,
                       QD_CSV_ERROR_TOO_LARGE,
                       _ ("The file has more than the %d fields that are read"),
                       QD_CSV_MAX_FIELDS);
          return NULL;
        }

      if (*cursor->at != cursor->separator || *cursor->at == '\0')
        break;

      cursor->at++;
    }

  take_line_end (cursor);
  row = g_new0 (QdCsvRow, 1);
  row->line = line;
  row->fields = g_strv_builder_end (fields);
  row->n_fields = g_strv_length (row->fields);

  return row;
}

/**
 * qd_csv_parse:
 * @text: with line ends of any kind, in quoted fields as well
 *
 * Returns: (transfer full) (element-type QdCsvRow): every row, blank ones too
 */
GPtrArray *
qd_csv_parse (const char *text,
              char        separator,
              GError    **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  Cursor cursor = { text, separator, 1, 0 };

  while (*cursor.at != '\0')
    {
      QdCsvRow *row = take_row (&cursor, error);

      if (row == NULL)
        return NULL;

      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

gboolean
qd_csv_row_is_blank (const QdCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      if (row->fields[i][strspn (row->fields[i], " \t\r\n")] != '\0')
        return FALSE;
    }

  return TRUE;
}

/* A spreadsheet would work these out as a formula. With apostrophes before it
 * the same looks as if it had been guarded, so it gets one more. */
static gboolean
begins_formula (const char *field)
{
  field += strspn (field, "'");

  return *field != '\0' && strchr ("=+-@\t\r", *field) != NULL;
}

static void
append_field (GString    *csv,
              const char *field,
              gboolean    guard)
{
  if (!guard && strpbrk (field, ",;\t\"\r\n") == NULL)
    {
      g_string_append (csv, field);
      return;
    }

  g_string_append_c (csv, '"');

  if (guard)
    g_string_append_c (csv, '\'');

  for (const char *c = field; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');

      g_string_append_c (csv, *c);
    }

  g_string_append_c (csv, '"');
}

/**
 * qd_csv_append_field:
 *
 * Appends @field, quoted where it must be. What a spreadsheet would take for a
 * formula gets an apostrophe before it; qd_csv_dup_unguarded() takes it away.
 */
void
qd_csv_append_field (GString    *csv,
                     const char *field)
{
  append_field (csv, field, begins_formula (field));
}

/* Appends @field as it is, quoted where it must be: for a program that is no spreadsheet. */
void
qd_csv_append_verbatim (GString    *csv,
                        const char *field)
{
  append_field (csv, field, FALSE);
}

/* Returns: (transfer full): @field without the guard, and without blanks around */
char *
qd_csv_dup_unguarded (const char *field)
{
  gboolean guarded = *field == '\'' && begins_formula (field);

  return g_strstrip (g_strdup (guarded ? field + 1 : field));
}
