/* qd-fault-walk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fault-walk.h"

#include <glib/gstdio.h>
#include <string.h>

#include "qd-change-log.h"
#include "qd-test-verbs.h"
#include "qd-undo-stack.h"

#define SEED 20261127

/* How many places of a tape are tried where not all are, and at which of those the rules of the records
 * are looked at: what is in the file is known by then to be what it was or became. */
#define N_TRIED 3
#define RULES_EVERY 64

static struct
{
  guint n_tapes;
  guint n_ops;
  guint n_points;
  guint n_failures;
} figures;

static const char *const losses[] = { "all there", "unsynced lost", "every other lost", "last torn", "sectors at random" };

gboolean
qd_fault_walk_is_whole (void)
{
  return g_strcmp0 (g_getenv ("QD_FAULTS"), "all") == 0;
}

/* In memory where that can be: what is laid out there is written and synced as often as there are places. */
char *
qd_fault_make_folder (void)
{
  char *folder = g_strdup ("/dev/shm/qd-faults-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;

  g_free (folder);

  return g_dir_make_tmp ("qd-faults-XXXXXX", NULL);
}

void
qd_fault_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (folder);
}

/* Returns: (transfer full): all that is in the file, and what can be undone and redone */
char *
qd_fault_dup_state (const char *path)
{
  g_autofree char *recorded = qd_test_dump_recorded (path);
  g_autofree char *local = qd_test_dump_local (path);
  g_autoptr(QdDb) db = qd_db_open_reader (path, NULL);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gint64           id;

  undo = qd_undo_stack_dup_label (db, QD_UNDO_STACK_UNDO, &id);
  redo = qd_undo_stack_dup_label (db, QD_UNDO_STACK_REDO, &id);

  return g_strconcat (recorded, local, "undo ", undo, "\nredo ", redo, "\n", NULL);
}

static void
assert_sound (QdDb       *db,
              const char *place)
{
  gint64 n_faults = -1;

  if (!qd_db_get_int64 (
          db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &n_faults, NULL) ||
      n_faults != 0)
    g_error ("%s: the file is damaged", place);

  if (!qd_db_get_int64 (db, "SELECT count(*) FROM pragma_foreign_key_check", &n_faults, NULL) || n_faults != 0)
    g_error ("%s: what is referred to is not there", place);
}

/* Opens it as the store does. */
static void
assert_opens (const char *path,
              const char *place)
{
  g_auto(GStrv) scripts = qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");
  g_autoptr(GError) error = NULL;
  g_autoptr(QdDb) db = qd_db_open (path, (const char *const *)scripts, &error);
  g_autoptr(QdChangeLog) log = db != NULL ? qd_change_log_open (db, &error) : NULL;

  if (log == NULL)
    g_error ("%s: %s", place, error->message);

  assert_sound (db, place);
}

static void
assert_rules (const char *path)
{
  QdStore *store = qd_test_store_new (path);

  qd_test_assert_in_order (store);
  qd_test_store_close (store);
}

/* Where two texts part, for those who look for the reason */
static void
tell_difference (const char *found,
                 const char *expected)
{
  g_auto(GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto(GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    {
      if (g_str_equal (found_lines[i], expected_lines[i]))
        continue;

      g_test_message ("found    %s", found_lines[i]);
      g_test_message ("expected %s", expected_lines[i]);
      return;
    }
}

static guint
count_places (QdFaultTape *tape)
{
  g_autoptr(QdFaultCursor) cursor = qd_fault_cursor_new (tape);
  guint n_places = 0;

  do
    {
      for (int loss = 0; loss < QD_FAULT_N_LOSSES; loss++)
        n_places += qd_fault_cursor_is_new (cursor, (QdFaultLoss)loss) ? 1 : 0;
    }
  while (qd_fault_cursor_next (cursor));

  return n_places;
}

/* How many places are looked at of those that there are: where not all are, the same in each run */
static guint
choose_stride (QdFaultTape *tape)
{
  return qd_fault_walk_is_whole () ? 1 : MAX (count_places (tape) / N_TRIED, 1);
}

/**
 * qd_fault_visit:
 * @what: what is on the tape
 *
 * Lays out what would be found after the power went at each place, and shows it to @visit.
 */
void
qd_fault_visit (QdFaultTape     *tape,
                const char      *what,
                QdFaultVisitFunc visit,
                gpointer         data)
{
  g_autoptr(QdFaultCursor) cursor = qd_fault_cursor_new (tape);
  g_autofree char *folder = qd_fault_make_folder ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED + g_str_hash (what));
  guint stride = choose_stride (tape);
  guint offset = (guint)g_rand_int_range (rand, 0, (gint32)stride);
  guint n_places = 0, n_ops = 0;

  do
    {
      for (int loss = 0; loss < QD_FAULT_N_LOSSES; loss++)
        {
          g_autofree char *place = NULL;

          if (!qd_fault_cursor_is_new (cursor, (QdFaultLoss)loss) || n_places++ % stride != offset)
            continue;

          place = g_strdup_printf ("%s, after %u of %u, %s", what, n_ops, tape->ops->len, losses[loss]);
          qd_fault_cursor_lay_out (cursor, (QdFaultLoss)loss, SEED, folder);
          visit (folder, qd_fault_cursor_get_n_marks (cursor), place, data);
          figures.n_points++;
        }

      n_ops++;
    }
  while (qd_fault_cursor_next (cursor));

  figures.n_tapes++;
  figures.n_ops += tape->ops->len;
  qd_fault_remove_folder (folder);
}

typedef struct
{
  GPtrArray       *states;
  QdFaultCheckFunc check;
  gpointer         data;
} Walk;

static void
try_place (const char *folder,
           guint       n_marks,
           const char *place,
           gpointer    data)
{
  Walk            *walk = data;
  g_autofree char *path = g_build_filename (folder, QD_FAULT_FILE, NULL);
  const char      *before = g_ptr_array_index (walk->states, MIN (n_marks, walk->states->len - 1));
  const char      *after = g_ptr_array_index (walk->states, MIN (n_marks + 1, walk->states->len - 1));
  g_autofree char *found = NULL;

  if (walk->check != NULL)
    walk->check (folder, walk->data);

  assert_opens (path, place);
  found = qd_fault_dup_state (path);

  if (!g_str_equal (found, before) && !g_str_equal (found, after))
    {
      tell_difference (found, before);
      tell_difference (found, after);
      g_error ("%s: what is there is neither what was nor what became", place);
    }

  if (figures.n_points % RULES_EVERY == 0)
    assert_rules (path);
}

/**
 * qd_fault_walk:
 * @states: (element-type utf8): what was there at the beginning, and after each mark
 * @what: what is on the tape
 * @check: (nullable): looks at each place besides
 */
void
qd_fault_walk (QdFaultTape     *tape,
               GPtrArray       *states,
               const char      *what,
               QdFaultCheckFunc check,
               gpointer         data)
{
  Walk walk = { states, check, data };

  qd_fault_visit (tape, what, try_place, &walk);
}

/* The disk failed once, and nothing was lost. */
void
qd_fault_count_failure (void)
{
  figures.n_failures++;
}

/* For tests/faults/table.py */
void
qd_fault_tell_figures (const char *what)
{
  g_test_message ("figure %s: tapes=%u operations=%u falls=%u failures=%u",
                  what,
                  figures.n_tapes,
                  figures.n_ops,
                  figures.n_points,
                  figures.n_failures);
  memset (&figures, 0, sizeof figures);
}
