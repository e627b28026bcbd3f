/* qd-fault-cursor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fault-cursor.h"

#include <string.h>

#define SECTOR 512

/* What a file holds, whatever it is called. */
typedef struct
{
  GByteArray *synced;
  GPtrArray  *pending; /* of QdFaultOp, writes and cuts */
} Content;

struct _QdFaultCursor
{
  QdFaultTape *tape;
  guint        position;
  guint        n_marks;
  GHashTable  *synced_names; /* utf8 -> Content, as it is on the disk */
  GHashTable  *names;        /* utf8 -> Content, as it is for those who look */
  GPtrArray   *contents;
  guint        n_pending;
  gboolean     synced_now; /* whether what is on the disk may be another than before the last op */
};

static void
content_free (gpointer data)
{
  Content *content = data;

  g_byte_array_unref (content->synced);
  g_ptr_array_unref (content->pending);
  g_free (content);
}

static Content *
add_content (QdFaultCursor *self)
{
  Content *content = g_new (Content, 1);

  *content = (Content){ g_byte_array_new (), g_ptr_array_new () };
  g_ptr_array_add (self->contents, content);

  return content;
}

static GHashTable *
copy_names (GHashTable *names)
{
  GHashTable    *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       name, content;

  g_hash_table_iter_init (&iter, names);

  while (g_hash_table_iter_next (&iter, &name, &content))
    g_hash_table_insert (copy, g_strdup (name), content);

  return copy;
}

QdFaultCursor *
qd_fault_cursor_new (QdFaultTape *tape)
{
  QdFaultCursor *self = g_new0 (QdFaultCursor, 1);
  GHashTableIter iter;
  gpointer       name, bytes;

  self->tape = tape;
  self->contents = g_ptr_array_new_with_free_func (content_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, tape->files);

  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      Content *content = add_content (self);

      g_byte_array_append (content->synced, g_bytes_get_data (bytes, NULL), (guint)g_bytes_get_size (bytes));
      g_hash_table_insert (self->names, g_strdup (name), content);
    }

  self->synced_names = copy_names (self->names);
  self->synced_now = TRUE;

  return self;
}

void
qd_fault_cursor_free (QdFaultCursor *self)
{
  g_hash_table_unref (self->synced_names);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->contents);
  g_free (self);
}

static void
set_length (GByteArray *bytes,
            gint64      length)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, (guint)length);

  if (bytes->len > before)
    memset (bytes->data + before, 0, bytes->len - before);
}

/* Writes of @op what is from @first to @last. */
static void
apply (GByteArray      *bytes,
       const QdFaultOp *op,
       gsize            first,
       gsize            last)
{
  const guint8 *data;

  if (op->kind == QD_FAULT_TRUNCATE)
    {
      set_length (bytes, op->offset);
      return;
    }

  data = g_bytes_get_data (op->bytes, NULL);
  last = MIN (last, g_bytes_get_size (op->bytes));

  if (first >= last)
    return;

  if (bytes->len < op->offset + (gint64)last)
    set_length (bytes, op->offset + (gint64)last);

  memcpy (bytes->data + op->offset + first, data + first, last - first);
}

static void
sync_content (QdFaultCursor *self,
              Content       *content)
{
  for (guint i = 0; i < content->pending->len; i++)
    apply (content->synced, g_ptr_array_index (content->pending, i), 0, G_MAXSIZE);

  self->n_pending -= content->pending->len;
  g_ptr_array_set_size (content->pending, 0);
  self->synced_now = TRUE;
}

static void
take (QdFaultCursor   *self,
      const QdFaultOp *op)
{
  Content *content = op->name != NULL ? g_hash_table_lookup (self->names, op->name) : NULL;

  switch (op->kind)
    {
    case QD_FAULT_MARK:
      self->n_marks++;
      self->synced_now = TRUE;
      break;

    case QD_FAULT_SYNC_FOLDER:
      g_hash_table_unref (self->synced_names);
      self->synced_names = copy_names (self->names);
      self->synced_now = TRUE;
      break;

    case QD_FAULT_CREATE:
      if (content == NULL)
        g_hash_table_insert (self->names, g_strdup (op->name), add_content (self));
      break;

    case QD_FAULT_DELETE:
      g_hash_table_remove (self->names, op->name);
      break;

    case QD_FAULT_RENAME:
      g_assert_nonnull (content);
      g_hash_table_remove (self->names, op->name);
      g_hash_table_insert (self->names, g_strdup (op->to), content);
      break;

    case QD_FAULT_SYNC:
      if (content != NULL)
        sync_content (self, content);
      break;

    case QD_FAULT_WRITE:
    case QD_FAULT_TRUNCATE:
    default:
      if (content == NULL)
        break;

      g_ptr_array_add (content->pending, (gpointer)op);
      self->n_pending++;
    }
}

/* Goes on by one. Returns: %FALSE at the end of the tape */
gboolean
qd_fault_cursor_next (QdFaultCursor *self)
{
  if (self->position == self->tape->ops->len)
    return FALSE;

  self->synced_now = FALSE;
  take (self, g_ptr_array_index (self->tape->ops, self->position++));

  return TRUE;
}

/* Returns: how many times a person had been told by then that something is done */
guint
qd_fault_cursor_get_n_marks (QdFaultCursor *self)
{
  return self->n_marks;
}

/* Whether what is laid out with that loss may be another than with a lesser one, or one op before */
gboolean
qd_fault_cursor_is_new (QdFaultCursor *self,
                        QdFaultLoss    loss)
{
  const QdFaultOp *op = self->position > 0 ? g_ptr_array_index (self->tape->ops, self->position - 1) : NULL;
  gboolean         wrote = op != NULL && op->kind == QD_FAULT_WRITE;

  switch (loss)
    {
    case QD_FAULT_LOSS_NONE:
      return TRUE;

    case QD_FAULT_LOSS_ALL:
      return self->synced_now && self->n_pending > 0;

    case QD_FAULT_LOSS_TORN:
      return wrote && g_bytes_get_size (op->bytes) > SECTOR;

    case QD_FAULT_LOSS_EVERY_OTHER:
      return wrote && self->n_pending > 1;

    case QD_FAULT_LOSS_RANDOM:
    default:
      return wrote && self->n_pending > 0;
    }
}

static void
lose_sectors (GByteArray      *bytes,
              const QdFaultOp *op,
              GRand           *rand)
{
  gsize length = op->kind == QD_FAULT_WRITE ? g_bytes_get_size (op->bytes) : 1;

  for (gsize first = 0; first < length; first += SECTOR)
    {
      if (g_rand_boolean (rand))
        apply (bytes, op, first, first + SECTOR);
    }
}

/* Returns: (transfer full): what of @content is found */
static GByteArray *
lose (QdFaultCursor *self,
      Content       *content,
      QdFaultLoss    loss,
      GRand         *rand)
{
  const QdFaultOp *newest = self->position > 0 ? g_ptr_array_index (self->tape->ops, self->position - 1) : NULL;
  GByteArray      *bytes = g_byte_array_sized_new (content->synced->len);

  g_byte_array_append (bytes, content->synced->data, content->synced->len);

  for (guint i = 0; i < content->pending->len && loss != QD_FAULT_LOSS_ALL; i++)
    {
      const QdFaultOp *op = g_ptr_array_index (content->pending, i);

      if (loss == QD_FAULT_LOSS_RANDOM)
        lose_sectors (bytes, op, rand);
      else if (loss == QD_FAULT_LOSS_TORN && op == newest)
        apply (bytes, op, 0, SECTOR);
      else if (loss != QD_FAULT_LOSS_EVERY_OTHER || i % 2 == 0)
        apply (bytes, op, 0, G_MAXSIZE);
    }

  return bytes;
}

static void
clear_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr(GFile) object = g_file_new_for_path (file);

      g_file_delete (object, NULL, NULL);
    }
}

/**
 * qd_fault_cursor_lay_out:
 * @seed: for what is lost at random
 * @folder: is emptied first
 *
 * Puts into @folder what is found after the power went here. Names that came or went without a sync of
 * the folder are there like those that look see them, or, with all that is lost, as before.
 */
void
qd_fault_cursor_lay_out (QdFaultCursor *self,
                         QdFaultLoss    loss,
                         guint32        seed,
                         const char    *folder)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed + self->position);
  GHashTable    *names = loss == QD_FAULT_LOSS_ALL ? self->synced_names : self->names;
  GHashTableIter iter;
  gpointer       name, content;

  if (loss == QD_FAULT_LOSS_RANDOM && g_rand_boolean (rand))
    names = self->synced_names;

  clear_folder (folder);
  g_hash_table_iter_init (&iter, names);

  while (g_hash_table_iter_next (&iter, &name, &content))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GByteArray) bytes = lose (self, content, loss, rand);
      g_autoptr(GError) error = NULL;

      g_file_set_contents_full (
          path, (const char *)bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}
