/* qd-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-pages"

#include "qd-pages.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-db.h"
#include "qd-schema.h"

/* Of the file: https://sqlite.org/fileformat.html §1.3 */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define PAGE_SIZE_OFFSET 16
#define FREE_LIST_OFFSET 32
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

/* Of the log: ibid. §4.1 */
#define LOG_HEADER_SIZE 32
#define LOG_FRAME_SIZE 24
#define LOG_MAGIC 0x377f0682u

/* How many pages are looked at to find out how large they are */
#define N_SAMPLES 1000

struct _QdPages
{
  sqlite3      *native;
  sqlite3_file *file;   /* of @native */
  int           log;    /* a descriptor, or -1 */
  GHashTable   *frames; /* number of a page -> where the log has it, a gint64 * */
  guint8        header[HEADER_SIZE];
  guint         size;
  guint         n_pages;
  gboolean      log_is_cut;
};

/* Where on a page its own header begins */
guint
qd_pages_get_begin (guint number)
{
  return number == 1 ? HEADER_SIZE : 0;
}

guint
qd_pages_get_uint16 (const guint8 *bytes)
{
  return bytes[0] << 8 | bytes[1];
}

guint
qd_pages_get_uint32 (const guint8 *bytes)
{
  return (guint)bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

static gboolean
is_page_size (guint size)
{
  return size >= QD_PAGES_MIN_SIZE && size <= QD_PAGES_MAX_SIZE && (size & (size - 1)) == 0;
}

/* What is past the end reads as zeros. */
static gboolean
read_file (QdPages *self,
           guint8  *bytes,
           guint    length,
           gint64   offset)
{
  int rc = self->file->pMethods->xRead (self->file, bytes, length, offset);

  if (rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ)
    return TRUE;

  memset (bytes, 0, length);

  return FALSE;
}

/* Whether it could be a page of rows of this size: its cells are all on it. */
static gboolean
is_like_a_page (const guint8 *page,
                guint         size)
{
  guint n_cells = qd_pages_get_uint16 (page + 3);

  if (page[0] != QD_PAGES_LEAF || n_cells == 0 || 8 + 2 * n_cells > size)
    return FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      guint cell = qd_pages_get_uint16 (page + 8 + 2 * i);

      if (cell < 8 + 2 * n_cells || cell >= size)
        return FALSE;
    }

  return TRUE;
}

static guint
count_pages_of_size (QdPages *self,
                     guint    size,
                     gint64   length)
{
  g_autofree guint8 *page = g_malloc (size);
  guint              n_found = 0;

  for (gint64 i = 1; i < length / size && i * size < (gint64)N_SAMPLES * 4096; i++)
    {
      if (read_file (self, page, size, i * size) && is_like_a_page (page, size))
        n_found++;
    }

  return n_found;
}

/* As the header says where it can be believed, else the size that most pages go
 * with. */
static guint
find_size (QdPages *self,
           gint64   length)
{
  guint said = qd_pages_get_uint16 (self->header + PAGE_SIZE_OFFSET);
  guint best = 4096;
  guint most = 0;

  if (said == 1)
    said = QD_PAGES_MAX_SIZE;

  for (guint size = QD_PAGES_MIN_SIZE; size <= QD_PAGES_MAX_SIZE; size *= 2)
    {
      guint n_found = count_pages_of_size (self, size, length);

      if (n_found > most)
        {
          most = n_found;
          best = size;
        }
    }

  if (is_page_size (said) && (most == 0 || count_pages_of_size (self, said, length) > most / 2))
    return said;

  return best;
}

typedef struct
{
  guint    sums[2];
  gboolean is_big;
} LogSum;

/* As the format of the log has it, §4.2: @length is a multiple of 8. */
static void
log_sum_add (LogSum       *sum,
             const guint8 *bytes,
             gsize         length)
{
  for (gsize i = 0; i < length; i += 8)
    {
      guint32 words[2];

      memcpy (words, bytes + i, sizeof words);

      for (int j = 0; j < 2; j++)
        {
          guint word = sum->is_big ? GUINT32_FROM_BE (words[j]) : GUINT32_FROM_LE (words[j]);

          sum->sums[j] += word + sum->sums[1 - j];
        }
    }
}

static gboolean
log_sum_is (const LogSum *sum,
            const guint8 *bytes)
{
  return sum->sums[0] == qd_pages_get_uint32 (bytes) && sum->sums[1] == qd_pages_get_uint32 (bytes + 4);
}

/* From the log into the pages: all that one commit wrote. */
static void
take_frames (QdPages    *self,
             GHashTable *pending,
             guint       n_pages)
{
  GHashTableIter iter;
  gpointer       number, offset;

  g_hash_table_iter_init (&iter, pending);

  while (g_hash_table_iter_next (&iter, &number, &offset))
    {
      g_hash_table_insert (self->frames, number, offset);
      g_hash_table_iter_steal (&iter);
    }

  self->n_pages = MAX (self->n_pages, n_pages);
}

/* Reads it as SQLite would: as far as its sums are right, and whole commits only. */
static void
read_frames (QdPages      *self,
             const guint8 *header,
             LogSum       *sum)
{
  g_autoptr(GHashTable) pending = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gsize              length = LOG_FRAME_SIZE + self->size;
  g_autofree guint8 *frame = g_malloc (length);

  for (gint64 offset = LOG_HEADER_SIZE; pread (self->log, frame, length, offset) == (gssize)length;
       offset += length)
    {
      guint   number = qd_pages_get_uint32 (frame);
      gint64 *place;

      if (number == 0 || memcmp (frame + 8, header + 16, 8) != 0)
        return;

      log_sum_add (sum, frame, 8);
      log_sum_add (sum, frame + LOG_FRAME_SIZE, self->size);

      if (!log_sum_is (sum, frame + 16))
        {
          self->log_is_cut = TRUE;
          return;
        }

      place = g_new (gint64, 1);
      *place = offset + LOG_FRAME_SIZE;
      g_hash_table_insert (pending, GUINT_TO_POINTER (number), place);

      if (qd_pages_get_uint32 (frame + 4) != 0)
        take_frames (self, pending, qd_pages_get_uint32 (frame + 4));
    }
}

/* SQLite keeps it beside the file itself, also where this was reached by a link. */
static void
read_log (QdPages *self)
{
  const char *name = sqlite3_filename_wal (sqlite3_db_filename (self->native, "main"));
  guint8      header[LOG_HEADER_SIZE];
  LogSum      sum = { { 0, 0 }, FALSE };
  guint       magic;

  self->log = g_open (name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);

  if (self->log < 0 || pread (self->log, header, sizeof header, 0) != sizeof header)
    return;

  magic = qd_pages_get_uint32 (header);
  sum.is_big = magic & 1;
  log_sum_add (&sum, header, 24);

  if ((magic & ~1u) != LOG_MAGIC || !log_sum_is (&sum, header + 24) || !is_page_size (qd_pages_get_uint32 (header + 8)))
    {
      self->log_is_cut = TRUE;
      return;
    }

  self->size = qd_pages_get_uint32 (header + 8);
  read_frames (self, header, &sum);
}

static gboolean
refuse (const char *path,
        GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS, _ ("“%s” may not be read, so nothing can be salvaged"), name);
  return FALSE;
}

/* The header as the log has it, where it does */
static void
read_header (QdPages *self)
{
  g_autofree guint8 *page = g_malloc (self->size);

  if (qd_pages_read (self, 1, page))
    memcpy (self->header, page, HEADER_SIZE);
}

static gboolean
set_up (QdPages    *self,
        const char *path,
        GError    **error)
{
  struct stat   info;
  sqlite3_int64 length = 0;
  guint         n_pages;

  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return refuse (path, error);

  /* Through SQLite's own descriptor: to close another one would drop the locks
   * that this process holds. No statement is run, so nothing is written. */
  if (sqlite3_open_v2 (path, &self->native, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
      sqlite3_file_control (self->native, "main", SQLITE_FCNTL_FILE_POINTER, &self->file) != SQLITE_OK ||
      self->file->pMethods == NULL || self->file->pMethods->xFileSize (self->file, &length) != SQLITE_OK)
    return refuse (path, error);

  read_file (self, self->header, HEADER_SIZE, 0);
  self->size = find_size (self, length);
  read_log (self);
  n_pages = MIN ((length + self->size - 1) / self->size, G_MAXINT32 / 2);

  /* Whatever the log says of how large it made the file, it holds each page that is new. */
  self->n_pages = MAX (n_pages, MIN (self->n_pages, n_pages + g_hash_table_size (self->frames)));
  read_header (self);

  return TRUE;
}

/**
 * qd_pages_open:
 * @path: of a database that may be damaged, with its log beside it
 *
 * Returns: (transfer full) (nullable): its pages
 */
QdPages *
qd_pages_open (const char *path,
               GError    **error)
{
  g_autoptr(QdPages) self = g_new0 (QdPages, 1);

  self->log = -1;
  self->frames = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return set_up (self, path, error) ? g_steal_pointer (&self) : NULL;
}

void
qd_pages_free (QdPages *self)
{
  g_hash_table_unref (self->frames);

  if (self->log >= 0)
    close (self->log);

  sqlite3_close (self->native);
  g_free (self);
}

/* In bytes; we never have SQLite keep any of a page for others. */
guint
qd_pages_get_size (QdPages *self)
{
  return self->size;
}

guint
qd_pages_get_count (QdPages *self)
{
  return self->n_pages;
}

/**
 * qd_pages_get_version:
 * @known: the newest version there is
 *
 * Returns: the version of the schema that the header names; @known where it says none;
 *   more than @known for a header that is in order and of a newer version
 */
gint64
qd_pages_get_version (QdPages *self,
                      gint64   known)
{
  gint32 version = qd_pages_get_uint32 (self->header + USER_VERSION_OFFSET);

  if (version > 0 && version <= known)
    return version;

  return version > known && memcmp (self->header, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0 &&
                 qd_pages_get_uint32 (self->header + APPLICATION_ID_OFFSET) == QD_SCHEMA_APPLICATION_ID
             ? version
             : known;
}

/* Whether the log has more than can be believed: the last edits are missing. */
gboolean
qd_pages_is_log_cut (QdPages *self)
{
  return self->log_is_cut;
}

/**
 * qd_pages_read:
 * @number: from 1 on
 * @page: takes a page
 *
 * Returns: whether the disk gave it
 */
gboolean
qd_pages_read (QdPages *self,
               guint    number,
               guint8  *page)
{
  const gint64 *place = g_hash_table_lookup (self->frames, GUINT_TO_POINTER (number));

  if (place != NULL)
    return pread (self->log, page, self->size, *place) == (gssize)self->size;

  return read_file (self, page, self->size, (gint64)(number - 1) * self->size);
}

/**
 * qd_pages_mark_free:
 * @marks: one for each page, by its number
 *
 * Marks the pages that were given up, as far as the list of them can be followed: what is
 * on them still was deleted.
 */
void
qd_pages_mark_free (QdPages *self,
                    guint8  *marks,
                    guint8   mark)
{
  g_autofree guint8 *page = g_malloc (self->size);
  guint              number = qd_pages_get_uint32 (self->header + FREE_LIST_OFFSET);

  while (number > 1 && number <= self->n_pages && marks[number] != mark && qd_pages_read (self, number, page))
    {
      guint n_leaves = MIN (qd_pages_get_uint32 (page + 4), self->size / 4 - 2);

      marks[number] = mark;

      for (guint i = 0; i < n_leaves; i++)
        {
          guint leaf = qd_pages_get_uint32 (page + 8 + 4 * i);

          if (leaf > 1 && leaf <= self->n_pages)
            marks[leaf] = mark;
        }

      number = qd_pages_get_uint32 (page);
    }
}
