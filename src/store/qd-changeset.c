/* qd-changeset.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-changeset"

#include "qd-changeset.h"

#include <sqlite3.h>
#include <string.h>

/*
 * The record of the session extension, as ext/session/sqlite3session.c of SQLite
 * describes it under “CHANGESET FORMAT”: a header for each table, and after it each
 * change with the values before, after, or both. SQLite trusts what is in it, and
 * goes round for ever, past the end, or leaks, where that is wrong.
 */

/* As many as a table of SQLite may have unless it is built otherwise */
#define MAX_COLUMNS 2000

#define MAX_VARINT 9
#define NUMBER_SIZE 8

enum
{
  VALUE_UNDEFINED = 0,
  VALUE_INTEGER = 1,
  VALUE_REAL = 2,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,
};

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gsize         n_columns; /* of the table; 0 before the first */
} Walk;

/* Of a row that a change has, the key and the rest */
typedef enum
{
  THERE,
  PERHAPS, /* where it changed */
  LEFT_OUT,
} Presence;

static gboolean
skip (Walk *walk,
      gsize n_bytes)
{
  if (n_bytes > (gsize)(walk->end - walk->at))
    return FALSE;

  walk->at += n_bytes;

  return TRUE;
}

/* Seven bits a byte, the highest first; the ninth byte has eight. */
static gboolean
take_varint (Walk  *walk,
             gsize *number)
{
  guint64 value = 0;

  for (int i = 0; i < MAX_VARINT && walk->at < walk->end; i++)
    {
      guint8 byte = *walk->at++;

      value = i == MAX_VARINT - 1 ? value << 8 | byte : value << 7 | (byte & 0x7f);

      if (i == MAX_VARINT - 1 || !(byte & 0x80))
        {
          *number = (gsize)value;
          return value <= G_MAXINT32;
        }
    }

  return FALSE;
}

/* A table's key is its first column alone, as all of ours have it. */
static gboolean
take_table (Walk *walk)
{
  const guint8 *keys;
  const guint8 *name;

  if (!take_varint (walk, &walk->n_columns) || walk->n_columns < 1 || walk->n_columns > MAX_COLUMNS)
    return FALSE;

  keys = walk->at;

  if (!skip (walk, walk->n_columns))
    return FALSE;

  for (gsize i = 0; i < walk->n_columns; i++)
    {
      if (keys[i] != (i == 0))
        return FALSE;
    }

  name = walk->at;

  if (!(walk->at = memchr (name, '\0', walk->end - name)) || walk->at == name ||
      !g_utf8_validate_len ((const char *)name, walk->at - name, NULL))
    return FALSE;

  walk->at++;

  return TRUE;
}

static gboolean
take_value (Walk    *walk,
            Presence presence)
{
  gsize length;

  if (walk->at == walk->end || (presence == LEFT_OUT && *walk->at != VALUE_UNDEFINED))
    return FALSE;

  switch (*walk->at++)
    {
    case VALUE_UNDEFINED:
      return presence != THERE;

    case VALUE_NULL:
      return TRUE;

    case VALUE_INTEGER:
    case VALUE_REAL:
      return skip (walk, NUMBER_SIZE);

    case VALUE_TEXT:
    case VALUE_BLOB:
      return take_varint (walk, &length) && skip (walk, length);

    default:
      return FALSE;
    }
}

static gboolean
take_row (Walk    *walk,
          Presence key,
          Presence rest)
{
  for (gsize i = 0; i < walk->n_columns; i++)
    {
      if (!take_value (walk, i == 0 ? key : rest))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_change (Walk *walk)
{
  guint8 kind = *walk->at++;

  /* Whether it is direct, or follows from another */
  if (!skip (walk, 1))
    return FALSE;

  switch (kind)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return take_row (walk, THERE, THERE);

    case SQLITE_UPDATE:
      return take_row (walk, THERE, PERHAPS) && take_row (walk, LEFT_OUT, PERHAPS);

    default:
      return FALSE;
    }
}

/* Whether SQLite can read the record to its end; an empty one is whole. */
gboolean
qd_changeset_is_whole (GBytes *bytes)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Walk          walk = { data, NULL, 0 };
  gboolean      good = TRUE;

  if (size == 0)
    return TRUE;

  walk.end = data + size;

  while (good && walk.at < walk.end)
    {
      if (*walk.at == 'T')
        {
          walk.at++;
          good = take_table (&walk);
        }
      else
        {
          good = walk.n_columns > 0 && take_change (&walk);
        }
    }

  return good;
}
