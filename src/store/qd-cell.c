/* qd-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cell"

#include "qd-cell.h"

#include <string.h>

/* The largest row that SQLite writes, https://sqlite.org/limits.html §1 */
#define MAX_PAYLOAD 1000000000u

/* Returns: how many bytes it took; 0 when it runs past @end */
static guint
read_number (const guint8 *bytes,
             const guint8 *end,
             guint64      *number)
{
  *number = 0;

  for (guint i = 0; i < 9 && bytes + i < end; i++)
    {
      if (i == 8)
        {
          *number = *number << 8 | bytes[i];
          return 9;
        }

      *number = *number << 7 | (bytes[i] & 0x7f);

      if (bytes[i] < 0x80)
        return i + 1;
    }

  return 0;
}

/* How much of a row is on its own page: https://sqlite.org/fileformat.html §1.6 */
static guint
get_local_length (guint usable,
                  guint length)
{
  guint most = usable - 35;
  guint least = (usable - 12) * 32 / 255 - 23;
  guint wanted;

  if (length <= most)
    return length;

  wanted = least + (length - least) % (usable - 4);

  return wanted <= most ? wanted : least;
}

/* Follows the pages that hold the rest of a long row, as far as they lead. */
static void
read_rest (QdPages    *pages,
           guint       number,
           guint       length,
           guint      *n_left,
           GByteArray *payload)
{
  guint              usable = qd_pages_get_size (pages);
  g_autofree guint8 *page = g_malloc (qd_pages_get_size (pages));

  while (payload->len < length && number > 1 && number <= qd_pages_get_count (pages) && *n_left > 0)
    {
      --*n_left;

      if (!qd_pages_read (pages, number, page) || page[0] != 0)
        return;

      g_byte_array_append (payload, page + 4, MIN (usable - 4, length - payload->len));
      number = qd_pages_get_uint32 (page);
    }
}

static gint64
read_integer (const guint8 *bytes,
              guint         length)
{
  guint64 value = bytes[0] & 0x80 ? G_MAXUINT64 : 0;

  for (guint i = 0; i < length; i++)
    value = value << 8 | bytes[i];

  return (gint64)value;
}

/* Where a byte was overwritten, what is left of a text is to be a text still. */
static void
take_text (QdCell       *self,
           QdCellValue  *value,
           const guint8 *bytes,
           gsize         length)
{
  value->type = SQLITE_TEXT;

  if (g_utf8_validate_len ((const char *)bytes, length, NULL))
    {
      value->text = g_strndup ((const char *)bytes, length);
      value->length = length;
      return;
    }

  self->is_mended = TRUE;
  value->text = g_utf8_make_valid ((const char *)bytes, length);
  value->length = strlen (value->text);
}

/* Of each kind of value: ibid. §2.1 */
static gsize
get_length (guint64 kind)
{
  static const guint8 lengths[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0 };

  return kind < G_N_ELEMENTS (lengths) ? lengths[kind] : (kind - 12) / 2;
}

static void
take_value (QdCell       *self,
            QdCellValue  *value,
            guint64       kind,
            const guint8 *bytes,
            gsize         length)
{
  value->type = SQLITE_NULL;

  if (kind >= 1 && kind <= 6)
    {
      value->type = SQLITE_INTEGER;
      value->integer = read_integer (bytes, length);
    }
  else if (kind == 7)
    {
      guint64 bits = (guint64)read_integer (bytes, 8);

      value->type = SQLITE_FLOAT;
      memcpy (&value->real, &bits, sizeof bits);
    }
  else if (kind == 8 || kind == 9)
    {
      value->type = SQLITE_INTEGER;
      value->integer = kind - 8;
    }
  else if (kind >= 12 && kind % 2 == 0)
    {
      value->type = SQLITE_BLOB;
      value->text = g_memdup2 (bytes, length);
      value->length = length;
    }
  else if (kind >= 13)
    {
      take_text (self, value, bytes, length);
    }
}

/* What is past the end of @payload was not to be had. */
static gboolean
take_values (QdCell     *self,
             GByteArray *payload)
{
  const guint8 *end = payload->data + payload->len;
  guint64       header, kind;
  guint         at = read_number (payload->data, end, &header);
  gsize         body;

  if (at == 0 || header < at || header > payload->len)
    return FALSE;

  body = header;

  while (at < header)
    {
      guint        n_bytes = read_number (payload->data + at, payload->data + header, &kind);
      gsize        length = get_length (kind);
      gsize        there = payload->len - body;
      QdCellValue *value = &self->values[self->n_values];

      if (n_bytes == 0 || kind == 10 || kind == 11 || self->n_values == QD_CELL_MAX_VALUES || length > MAX_PAYLOAD)
        return FALSE;

      if (length <= there)
        take_value (self, value, kind, payload->data + body, length);
      else if (kind >= 13 && kind % 2 == 1 && there > 0)
        take_text (self, value, payload->data + body, there);
      else
        value->type = SQLITE_NULL;

      self->is_cut = self->is_cut || length > there;
      body += MIN (length, there);
      at += n_bytes;
      self->n_values++;
    }

  return TRUE;
}

/**
 * qd_cell_read:
 * @n_left: how many pages may be read for what does not fit on this one; counted down, for the cells
 *   of one page share what the file has
 * @offset: on @page
 *
 * Returns: (transfer full) (nullable): the row that begins there, if one does
 */
QdCell *
qd_cell_read (QdPages      *pages,
              const guint8 *page,
              guint         offset,
              guint        *n_left)
{
  g_autoptr(QdCell) self = g_new0 (QdCell, 1);
  g_autoptr(GByteArray) payload = NULL;
  guint         usable = qd_pages_get_size (pages);
  const guint8 *end = page + usable;
  const guint8 *at = page + offset;
  guint64       length, id;
  guint         n_bytes, n_local;

  if (offset >= usable || !(n_bytes = read_number (at, end, &length)) || length < 2 || length > MAX_PAYLOAD)
    return NULL;

  at += n_bytes;

  if (!(n_bytes = read_number (at, end, &id)) || length > (guint64)qd_pages_get_count (pages) * usable)
    return NULL;

  at += n_bytes;
  n_local = get_local_length (usable, length);

  if (n_local > end - at || (n_local < length && n_local + 4 > end - at))
    return NULL;

  payload = g_byte_array_new ();
  g_byte_array_append (payload, at, n_local);

  if (n_local < length)
    read_rest (pages, qd_pages_get_uint32 (at + n_local), length, n_left, payload);

  self->id = (gint64)id;

  return take_values (self, payload) ? g_steal_pointer (&self) : NULL;
}

void
qd_cell_free (QdCell *self)
{
  for (guint i = 0; i < QD_CELL_MAX_VALUES; i++)
    g_free (self->values[i].text);

  g_free (self);
}

/* Binds a value, which has to last until @stmt is run, to the parameter at its place. */
void
qd_cell_bind (const QdCell *self,
              guint         index,
              sqlite3_stmt *stmt)
{
  const QdCellValue *value = &self->values[index];

  switch (value->type)
    {
    case SQLITE_INTEGER:
      sqlite3_bind_int64 (stmt, index + 1, value->integer);
      break;

    case SQLITE_FLOAT:
      sqlite3_bind_double (stmt, index + 1, value->real);
      break;

    case SQLITE_TEXT:
      sqlite3_bind_text64 (stmt, index + 1, value->text, value->length, SQLITE_STATIC, SQLITE_UTF8);
      break;

    case SQLITE_BLOB:
      sqlite3_bind_blob64 (stmt, index + 1, value->text, value->length, SQLITE_STATIC);
      break;

    default:
      sqlite3_bind_null (stmt, index + 1);
    }
}

/**
 * qd_cell_list:
 * @number: of @page
 *
 * Returns: (transfer full) (element-type guint): where on @page, a leaf, its cells begin
 */
GArray *
qd_cell_list (QdPages      *pages,
              const guint8 *page,
              guint         number)
{
  GArray       *offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  guint         usable = qd_pages_get_size (pages);
  const guint8 *header = page + qd_pages_get_begin (number);
  guint         n_cells = qd_pages_get_uint16 (header + 3);
  guint         most = (usable - qd_pages_get_begin (number) - 8) / 2;

  for (guint i = 0; i < MIN (n_cells, most); i++)
    {
      guint offset = qd_pages_get_uint16 (header + 8 + 2 * i);

      if (offset > qd_pages_get_begin (number) + 8 && offset < usable)
        g_array_append_val (offsets, offset);
      else if (n_cells > most)
        break;
    }

  return offsets;
}
