/* qd-salvage-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-salvage-rows"

#include "qd-salvage-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is known of a page */
enum
{
  UNSEEN,
  TAKEN,
  FREE
};

/**
 * Reading:
 * @page: room for one
 * @states: of each page by its number
 * @walks: of each page, the number of the last walk that came to it
 * @claims: a page that led nowhere good -> the table whose walk came to it
 * @others: (element-type guint): where tables begin that are not taken along
 */
typedef struct
{
  QdSalvage  *salvage;
  QdPages    *pages;
  guint       n_pages;
  guint8     *page;
  guint8     *states;
  guint16    *walks;
  guint16     walk;
  GHashTable *claims;
  GArray     *others;
  guint       n_done;
} Reading;

/* Called for each leaf that a walk comes to */
typedef void (*LeafFunc) (Reading *reading,
                          guint    number,
                          gpointer data);

static gboolean
is_cancelled (Reading *reading)
{
  QdSalvage *salvage = reading->salvage;

  if (salvage->permille != NULL)
    g_atomic_int_set (salvage->permille, MIN (1000, (gint64)reading->n_done++ * 450 / MAX (reading->n_pages, 1)));

  return g_cancellable_is_cancelled (salvage->cancellable);
}

static char *
dup_title (QdSalvageTable *table,
           const QdCell   *cell)
{
  const char *text = table->title > 0 && table->title < cell->n_values ? cell->values[table->title].text : NULL;

  if (text == NULL || *text == '\0' || cell->values[table->title].type != SQLITE_TEXT)
    return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", cell->id);

  return g_strdup_printf (_ ("“%s”"), text);
}

/* What SQLite names after a colon: the columns, or the rule */
static const char *
get_subject (const char *message)
{
  const char *colon = strrchr (message, ':');

  return colon != NULL ? colon + 2 : message;
}

static char *
dup_reason (QdSalvage *self,
            int        rc)
{
  const char *subject = get_subject (sqlite3_errmsg (qd_db_get_native (self->db)));

  switch (rc)
    {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_UNIQUE:
      return g_strdup (_ ("there is another with the same id"));

    case SQLITE_CONSTRAINT_NOTNULL:
      return g_strdup_printf (_ ("“%s” is gone"), subject);

    case SQLITE_CONSTRAINT_CHECK:
      return g_strdup_printf (_ ("it breaks the rule “%s”"), subject);

    case SQLITE_CONSTRAINT_DATATYPE:
      return g_strdup_printf (_ ("a value is of another kind than it should be (%s)"), subject);

    default:
      return g_strdup (_ ("it is not laid out as it should be"));
    }
}

static gboolean
is_disk_failure (int rc)
{
  return (rc & 0xff) == SQLITE_FULL || (rc & 0xff) == SQLITE_IOERR || (rc & 0xff) == SQLITE_READONLY;
}

/* One value that was overwritten is no reason to lose the others. Returns: the column
 * without which the row fits, or 0 */
static guint
insert_without_one (QdSalvage      *self,
                    QdSalvageTable *table,
                    const QdCell   *cell)
{
  for (guint i = 1; i < cell->n_values; i++)
    {
      if (table->columns[i].nullable && cell->values[i].type != SQLITE_NULL &&
          qd_salvage_insert (self->db, table, cell, i) == SQLITE_OK)
        return i;
    }

  return 0;
}

static void
count_kept (QdSalvageTable *table,
            const QdCell   *cell,
            guint           without)
{
  g_autofree char *title = dup_title (table, cell);

  if (table->kind == NULL)
    return;

  table->kind->n_kept++;

  if (without == 0 && !cell->is_cut && !cell->is_mended)
    return;

  table->kind->n_mended++;

  if (without > 0)
    qd_salvage_note (table, _ ("%s was kept without its “%s”, which could not be read"), title, table->columns[without].name);
  else if (cell->is_cut)
    qd_salvage_note (table, _ ("%s was kept, but a text of it ends too soon"), title);
  else
    qd_salvage_note (table, _ ("%s was kept, but some letters of it could not be read"), title);
}

static void
count_left_out (QdSalvage      *self,
                QdSalvageTable *table,
                const QdCell   *cell,
                int             rc)
{
  g_autofree char *title = dup_title (table, cell);
  g_autofree char *reason = dup_reason (self, rc);

  qd_salvage_note (table, _ ("%s was left out: %s"), title, reason);
}

/* Returns: whether the new file has the row */
static gboolean
take_row (QdSalvage      *self,
          QdSalvageTable *table,
          const QdCell   *cell,
          int            *rc)
{
  guint without = 0;

  *rc = qd_salvage_insert (self->db, table, cell, 0);

  if ((*rc & 0xff) == SQLITE_CONSTRAINT && *rc != SQLITE_CONSTRAINT_PRIMARYKEY && *rc != SQLITE_CONSTRAINT_ROWID)
    {
      int first = *rc;

      if ((without = insert_without_one (self, table, cell)) > 0)
        *rc = SQLITE_OK;
      else
        /* So that the reason is that of the whole row */
        *rc = qd_salvage_insert (self->db, table, cell, 0) != SQLITE_OK ? first : SQLITE_OK;
    }

  if (*rc == SQLITE_OK)
    count_kept (table, cell, without);

  return *rc == SQLITE_OK;
}

/* Returns: (transfer full) (element-type QdCell): the rows of the page that is being read; %NULL for
 *   one that has none to it */
static GPtrArray *
read_cells (Reading *reading,
            guint    number)
{
  g_autoptr(GArray) offsets = qd_cell_list (reading->pages, reading->page, number);
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_cell_free);
  guint      n_left = reading->n_pages;

  for (guint i = 0; i < offsets->len; i++)
    {
      QdCell *cell = qd_cell_read (reading->pages, reading->page, g_array_index (offsets, guint, i), &n_left);

      if (cell != NULL)
        g_ptr_array_add (cells, cell);
    }

  return cells;
}

/* How many rows of the page were there but cannot be read is in its header, if that can
 * be believed. */
static void
count_unreadable (Reading        *reading,
                  QdSalvageTable *table,
                  guint           number,
                  guint           n_read)
{
  guint n_cells = qd_pages_get_uint16 (reading->page + qd_pages_get_begin (number) + 3);
  guint most = qd_pages_get_size (reading->pages) / 6;

  if (table->kind == NULL || n_cells <= n_read || n_cells > most)
    return;

  table->kind->n_found += n_cells - n_read;
  qd_salvage_note (table,
                   ngettext ("%u row could not be read at all", "%u rows could not be read at all", n_cells - n_read),
                   n_cells - n_read);
}

/* Takes the rows of a page into @table. Returns: whether any was new */
static gboolean
take_cells (Reading        *reading,
            QdSalvageTable *table,
            GPtrArray      *cells,
            gboolean        is_stray)
{
  QdSalvage *self = reading->salvage;
  guint      n_kept = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const QdCell *cell = g_ptr_array_index (cells, i);
      int           rc;

      if (take_row (self, table, cell, &rc))
        {
          n_kept++;
          continue;
        }

      /* A page nobody leads to may be an older state of one that was read. */
      if (is_stray && (rc == SQLITE_CONSTRAINT_PRIMARYKEY || rc == SQLITE_CONSTRAINT_ROWID))
        continue;

      count_left_out (self, table, cell, rc);

      if (table->kind != NULL)
        table->kind->n_found++;
    }

  if (table->kind != NULL)
    table->kind->n_found += n_kept;

  return n_kept > 0;
}

/* The rows of a page that fits no table at all */
static void
refuse_cells (Reading        *reading,
              QdSalvageTable *table,
              GPtrArray      *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const QdCell *cell = g_ptr_array_index (cells, i);
      int           rc;

      if (table->kind == NULL)
        continue;

      table->kind->n_found++;

      if (!take_row (reading->salvage, table, cell, &rc))
        count_left_out (reading->salvage, table, cell, rc);
    }
}

/* A page that does not go with the table may have been come to by a wrong way. */
static void
leaf_cb (Reading *reading,
         guint    number,
         gpointer data)
{
  QdSalvageTable *table = data;
  g_autoptr(GPtrArray) cells = read_cells (reading, number);

  if (cells->len > 0 && qd_salvage_try (reading->salvage, table, cells) > 0)
    {
      reading->states[number] = TAKEN;
      take_cells (reading, table, cells, FALSE);
      count_unreadable (reading, table, number, cells->len);
    }
  else
    {
      g_hash_table_insert (reading->claims, GUINT_TO_POINTER (number), table);
    }
}

static void
push_children (Reading *reading,
               guint    number,
               GArray  *pages)
{
  g_autoptr(GArray) offsets = NULL;
  const guint8 *header = reading->page + qd_pages_get_begin (number);
  guint         n_cells = qd_pages_get_uint16 (header + 3);
  guint         usable = qd_pages_get_size (reading->pages);
  guint         most = (usable - qd_pages_get_begin (number) - 12) / 2;
  guint         child = qd_pages_get_uint32 (header + 8);

  g_array_append_val (pages, child);

  for (guint i = 0; i < MIN (n_cells, most); i++)
    {
      guint offset = qd_pages_get_uint16 (header + 12 + 2 * i);

      if (offset + 4 > usable)
        continue;

      child = qd_pages_get_uint32 (reading->page + offset);
      g_array_append_val (pages, child);
    }
}

/* A page of a table that is not taken along, such as the history, is not to be taken for a
 * lost one of another. */
static void
other_leaf_cb (Reading *reading,
               guint    number,
               gpointer data)
{
  if (reading->page[qd_pages_get_begin (number)] == QD_PAGES_LEAF)
    reading->states[number] = TAKEN;
}

/* From page to page as they lead to each other, into every leaf. What leads astray is
 * found out by the rows. */
static void
walk (Reading *reading,
      guint    root,
      LeafFunc func,
      gpointer data)
{
  g_autoptr(GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));

  reading->walk++;
  g_array_append_val (pages, root);

  while (pages->len > 0 && !is_cancelled (reading))
    {
      guint number = g_array_index (pages, guint, pages->len - 1);

      g_array_set_size (pages, pages->len - 1);

      if (number < 1 || number > reading->n_pages || reading->walks[number] == reading->walk ||
          reading->states[number] == TAKEN || !qd_pages_read (reading->pages, number, reading->page))
        continue;

      reading->walks[number] = reading->walk;

      if (reading->page[qd_pages_get_begin (number)] == QD_PAGES_INTERIOR)
        push_children (reading, number, pages);
      else
        func (reading, number, data);
    }
}

/* Takes note of where a table begins: the row is its name and so on, as
 * https://sqlite.org/fileformat.html §2.6 has them. */
static void
schema_leaf_cb (Reading *reading,
                guint    number,
                gpointer data)
{
  g_autoptr(GPtrArray) cells = read_cells (reading, number);

  for (guint i = 0; i < cells->len; i++)
    {
      const QdCell   *cell = g_ptr_array_index (cells, i);
      QdSalvageTable *table;

      guint           root;

      if (cell->n_values != 5 || cell->values[0].type != SQLITE_TEXT || cell->values[1].type != SQLITE_TEXT || cell->values[3].type != SQLITE_INTEGER ||
          g_strcmp0 (cell->values[0].text, "table") != 0)
        continue;

      root = MAX (cell->values[3].integer, 0) & G_MAXUINT;

      if ((table = qd_salvage_find_table (reading->salvage, cell->values[1].text)))
        table->root = root;
      else
        g_array_append_val (reading->others, root);
    }

  if (cells->len > 0)
    reading->states[number] = TAKEN;
}

static gboolean
is_leaf (Reading *reading,
         guint    number)
{
  return number > 1 && qd_pages_read (reading->pages, number, reading->page) && reading->page[0] == QD_PAGES_LEAF;
}

/* Pages that the damage cut off from the rest, and those a walk came to by a wrong way */
static void
read_strays (Reading *reading)
{
  for (guint number = 2; number <= reading->n_pages && !is_cancelled (reading); number++)
    {
      g_autoptr(GPtrArray) cells = NULL;
      QdSalvageTable *claim = g_hash_table_lookup (reading->claims, GUINT_TO_POINTER (number));
      QdSalvageTable *table;

      if (reading->states[number] != UNSEEN || !is_leaf (reading, number))
        continue;

      cells = read_cells (reading, number);

      if (cells->len == 0)
        continue;

      if ((table = qd_salvage_match (reading->salvage, cells)))
        {
          reading->salvage->report->n_stray += take_cells (reading, table, cells, TRUE);
          count_unreadable (reading, table, number, cells->len);
        }
      else if (claim != NULL)
        {
          refuse_cells (reading, claim, cells);
        }
    }
}

static void
mark_free (Reading *reading)
{
  g_autofree guint8 *marks = g_new0 (guint8, reading->n_pages + 1);

  qd_pages_mark_free (reading->pages, marks, FREE);

  for (guint i = 0; i <= reading->n_pages; i++)
    {
      if (reading->states[i] == UNSEEN)
        reading->states[i] = marks[i];
    }
}

/* Whether the new file took what it was given */
static gboolean
check_disk (QdSalvage *self,
            GError   **error)
{
  int rc = sqlite3_extended_errcode (qd_db_get_native (self->db));

  if (!sqlite3_get_autocommit (qd_db_get_native (self->db)) && !is_disk_failure (rc))
    return TRUE;

  qd_db_set_error (self->db, rc, "salvage", error);
  return FALSE;
}

/**
 * qd_salvage_read_rows:
 *
 * Puts every row that can be read and keeps the rules of its table into the new file,
 * whether or not what it refers to is there.
 */
gboolean
qd_salvage_read_rows (QdSalvage *self,
                      GError   **error)
{
  guint               n_pages = qd_pages_get_count (self->pages);
  g_autofree guint8  *page = g_malloc (qd_pages_get_size (self->pages));
  g_autofree guint8  *states = g_new0 (guint8, n_pages + 1);
  g_autofree guint16 *walks = g_new0 (guint16, n_pages + 1);
  g_autoptr(GHashTable) claims = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = {
    .salvage = self, .pages = self->pages, .n_pages = n_pages, .page = page, .states = states, .walks = walks, .claims = claims, .others = others
  };

  walk (&reading, 1, schema_leaf_cb, NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      QdSalvageTable *table = g_ptr_array_index (self->tables, i);

      walk (&reading, table->root, leaf_cb, table);
    }

  for (guint i = 0; i < others->len; i++)
    walk (&reading, g_array_index (others, guint, i), other_leaf_cb, NULL);

  mark_free (&reading);
  read_strays (&reading);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) && check_disk (self, error);
}
