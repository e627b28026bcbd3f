/* test-faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "qd-account.h"
#include "qd-fault-walk.h"
#include "qd-test-verbs.h"

/* All that a person can do, while the disk fails and while the power goes. */

typedef struct
{
  char      *folder;
  char      *path;
  QdTestDesk desk;
} Fixture;

static char *made;

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, length, NULL));
}

static void
set_up (Fixture *self,
        gboolean is_empty)
{
  self->folder = qd_fault_make_folder ();
  self->path = g_build_filename (self->folder, QD_FAULT_FILE, NULL);

  if (!is_empty)
    copy_file (made, self->path);

  qd_fault_disk_watch (self->folder);
  qd_test_desk_open (&self->desk, self->path);
}

static void
tear_down (Fixture *self)
{
  qd_test_desk_close (&self->desk);
  qd_fault_disk_watch (NULL);
  qd_fault_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Something that a person was told is done, each time something else. */
static void
edit (QdTestDesk *desk)
{
  static guint n_edits;
  g_autoptr(QdRecord) draft = qd_record_dup_draft (qd_test_desk_get_first (desk, QD_TYPE_ACCOUNT));
  g_autofree char *notes = g_strdup_printf ("Note %u", ++n_edits);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (draft, "notes", notes, NULL);
  qd_record_save_async (draft, desk->store, "Note", qd_test_async_cb, &slot);
  qd_test_await_edit (desk->store, &slot, &error);
  g_assert_no_error (error);
  qd_test_settle (desk->store);
}

static void
do_verb (QdTestDesk       *desk,
         const QdTestVerb *verb)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (qd_test_desk_do (desk, verb, &error));
  g_assert_no_error (error);
}

static void
undo (QdTestDesk *desk)
{
  qd_test_undo (desk->store);
  qd_test_settle (desk->store);
}

static void
acknowledge (Fixture   *self,
             GPtrArray *states)
{
  qd_fault_disk_mark ();
  g_ptr_array_add (states, qd_fault_dup_state (self->path));
}

/* Lets the disk fail from its @k-th operation on. Returns: whether the verb could be done nevertheless */
static gboolean
fail_once (Fixture          *self,
           const QdTestVerb *verb,
           int               k,
           int               code)
{
  g_autofree char *before = qd_fault_dup_state (self->path);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  qd_fault_disk_fail_after (k, code);
  done = qd_test_desk_do (&self->desk, verb, &error);

  if (qd_fault_disk_work ())
    qd_fault_count_failure ();

  if (done)
    return TRUE;

  g_assert_nonnull (error);
  /* Of a file beside the database, such as a backup, it says what the disk said. */
  g_assert_true (error->domain == QD_DB_ERROR || error->domain == G_IO_ERROR);
  g_assert_true (error->domain == G_IO_ERROR || error->code == QD_DB_ERROR_FAILED || (error->code == QD_DB_ERROR_FULL && code == SQLITE_FULL));
  g_assert_cmpstr (error->message, !=, "");
  after = qd_fault_dup_state (self->path);
  qd_test_assert_same (after, before);

  return FALSE;
}

/* The app stays usable: after each failure it is tried again, until it is done. */
static void
walk_failures (Fixture          *self,
               const QdTestVerb *verb)
{
  static const int codes[] = { SQLITE_IOERR, SQLITE_FULL };
  static guint     turn;
  gboolean         is_whole = qd_fault_walk_is_whole ();

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      int      k = 0;
      gboolean done = FALSE;

      if (!is_whole && i != turn % G_N_ELEMENTS (codes))
        continue;

      while (!done)
        {
          done = fail_once (self, verb, k, codes[i]);
          k = is_whole ? k + 1 : 3 * k + 1 + (int)(turn % 7);
        }

      if (!verb->is_local)
        undo (&self->desk);
    }

  turn++;
}

/* Something else is done, then this, then this is undone. */
static void
walk_falls (Fixture          *self,
            const QdTestVerb *verb)
{
  g_autofree char *name = qd_test_verb_dup_name (verb);
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(QdFaultTape) tape = NULL;

  g_ptr_array_add (states, qd_fault_dup_state (self->path));
  qd_fault_disk_record ();

  if (!verb->is_empty)
    {
      edit (&self->desk);
      acknowledge (self, states);
    }

  do_verb (&self->desk, verb);
  acknowledge (self, states);

  if (!verb->is_local)
    {
      undo (&self->desk);
      acknowledge (self, states);
    }

  tape = qd_fault_disk_stop ();
  qd_fault_walk (tape, states, name, NULL, NULL);
}

/* Of several runs beside each other, each takes its share: QD_FAULTS_SHARE is “0/2” and so on. */
static gboolean
is_mine (guint index)
{
  const char *share = g_getenv ("QD_FAULTS_SHARE");
  guint       which, n_shares;

  return share == NULL || sscanf (share, "%u/%u", &which, &n_shares) != 2 || index % n_shares == which;
}

static void
test_verbs (void)
{
  g_autoptr(GPtrArray) verbs = qd_test_verbs_list ();
  Fixture fixture = { 0 };
  guint   n_verbs = 0;

  set_up (&fixture, FALSE);

  for (guint i = 0; i < verbs->len; i++)
    {
      const QdTestVerb *verb = g_ptr_array_index (verbs, i);

      if (verb->is_empty || !is_mine (i))
        continue;

      walk_failures (&fixture, verb);
      walk_falls (&fixture, verb);
      n_verbs++;
    }

  tear_down (&fixture);

  for (guint i = 0; i < verbs->len; i++)
    {
      const QdTestVerb *verb = g_ptr_array_index (verbs, i);

      if (!verb->is_empty || !is_mine (i))
        continue;

      set_up (&fixture, TRUE);
      walk_failures (&fixture, verb);
      walk_falls (&fixture, verb);
      tear_down (&fixture);
      n_verbs++;
    }

  g_test_message ("figure verbs: verbs=%u of=%u", n_verbs, verbs->len);
  qd_fault_tell_figures ("verbs");
}

/* Undone and done again, several times over, across what SQLite writes back into the file between. */
static void
test_redo (void)
{
  Fixture fixture = { 0 };
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(QdFaultTape) tape = NULL;
  g_autoptr(GPtrArray) verbs = qd_test_verbs_list ();

  set_up (&fixture, FALSE);
  do_verb (&fixture.desk, g_ptr_array_index (verbs, 0));
  g_ptr_array_add (states, qd_fault_dup_state (fixture.path));
  qd_fault_disk_record ();

  for (guint i = 0; i < 3; i++)
    {
      undo (&fixture.desk);
      acknowledge (&fixture, states);
      qd_test_redo (fixture.desk.store);
      acknowledge (&fixture, states);
    }

  tape = qd_fault_disk_stop ();
  qd_fault_walk (tape, states, "redo", NULL, NULL);
  tear_down (&fixture);
  qd_fault_tell_figures ("redo");
}

/* All that is in the log is written back when the app ends, and when it starts after a fall. */
static void
test_close_and_open (void)
{
  Fixture fixture = { 0 };
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(QdFaultTape) closing = NULL;
  g_autoptr(QdFaultTape) opening = NULL;
  g_autoptr(QdFaultCursor) cursor = NULL;

  set_up (&fixture, FALSE);

  for (guint i = 0; i < 5; i++)
    edit (&fixture.desk);

  g_ptr_array_add (states, qd_fault_dup_state (fixture.path));
  qd_fault_disk_record ();
  qd_test_desk_close (&fixture.desk);
  closing = qd_fault_disk_stop ();
  qd_fault_walk (closing, states, "close", NULL, NULL);

  /* As it was before it was closed */
  cursor = qd_fault_cursor_new (closing);
  qd_fault_cursor_lay_out (cursor, QD_FAULT_LOSS_NONE, 0, fixture.folder);
  qd_fault_disk_record ();
  qd_test_desk_open (&fixture.desk, fixture.path);
  qd_test_settle (fixture.desk.store);
  qd_test_desk_close (&fixture.desk);
  opening = qd_fault_disk_stop ();
  qd_fault_walk (opening, states, "open", NULL, NULL);
  qd_test_desk_open (&fixture.desk, fixture.path);
  tear_down (&fixture);
  qd_fault_tell_figures ("close-and-open");
}

/* The first start: until something is in the file, an empty one is as good as none. */
static void
test_new_file (void)
{
  Fixture    fixture = { 0 };
  QdAccount *account;
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(QdFaultTape) tape = NULL;

  fixture.folder = qd_fault_make_folder ();
  fixture.path = g_build_filename (fixture.folder, QD_FAULT_FILE, NULL);
  qd_fault_disk_watch (fixture.folder);
  qd_fault_disk_record ();
  qd_test_desk_open (&fixture.desk, fixture.path);
  g_ptr_array_add (states, qd_fault_dup_state (fixture.path));
  account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_object_set (account, "name", "Kestrel Freight", NULL);
  qd_test_add (fixture.desk.portfolio, account);
  acknowledge (&fixture, states);
  tape = qd_fault_disk_stop ();
  qd_fault_walk (tape, states, "new file", NULL, NULL);
  tear_down (&fixture);
  qd_fault_tell_figures ("new-file");
}

/* The very first page of a new file, of which not all sectors came to the disk: what stands beside it says
 * that there was no file, and so there is none. */
static void
test_torn_beginning (void)
{
  g_auto(GStrv) scripts = qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");
  g_autofree char *folder = qd_fault_make_folder ();
  g_autofree char *path = g_build_filename (folder, QD_FAULT_FILE, NULL);
  g_autoptr(QdFaultTape) tape = NULL;
  g_autoptr(QdFaultCursor) cursor = NULL;
  g_autoptr(QdDb) made_db = NULL;
  const QdFaultOp *op;
  guint            position = 0;

  qd_fault_disk_watch (folder);
  qd_fault_disk_record ();
  made_db = qd_db_open (path, (const char *const *)scripts, NULL);
  g_assert_nonnull (made_db);
  tape = qd_fault_disk_stop ();
  g_clear_pointer (&made_db, qd_db_close);
  qd_fault_disk_watch (NULL);
  cursor = qd_fault_cursor_new (tape);

  do
    {
      g_assert_true (qd_fault_cursor_next (cursor));
      op = g_ptr_array_index (tape->ops, position++);
    }
  while (op->kind != QD_FAULT_WRITE || !g_str_equal (op->name, QD_FAULT_FILE));

  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(QdDb) db = NULL;

      qd_fault_cursor_lay_out (cursor, QD_FAULT_LOSS_RANDOM, seed, folder);
      db = qd_db_open (path, (const char *const *)scripts, &error);
      g_assert_no_error (error);
    }

  qd_fault_remove_folder (folder);
}

/* What is held to be so here is not so by itself: a step that was not synced is found to be lost. */
static void
test_is_sharp (void)
{
  Fixture          fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *found = NULL;
  g_autofree char *other = qd_fault_make_folder ();
  g_autofree char *path = g_build_filename (other, QD_FAULT_FILE, NULL);
  g_autoptr(QdFaultTape) tape = NULL;
  g_autoptr(QdFaultCursor) cursor = NULL;

  set_up (&fixture, FALSE);
  before = qd_fault_dup_state (fixture.path);
  qd_fault_disk_record ();
  edit (&fixture.desk);
  tape = qd_fault_disk_stop ();

  for (guint i = tape->ops->len; i > 0; i--)
    {
      const QdFaultOp *op = g_ptr_array_index (tape->ops, i - 1);

      if (op->kind == QD_FAULT_SYNC || op->kind == QD_FAULT_SYNC_FOLDER)
        g_ptr_array_remove_index (tape->ops, i - 1);
    }

  cursor = qd_fault_cursor_new (tape);

  while (qd_fault_cursor_next (cursor))
    {
    }

  qd_fault_cursor_lay_out (cursor, QD_FAULT_LOSS_ALL, 0, other);
  found = qd_fault_dup_state (path);
  qd_test_assert_same (found, before);
  qd_fault_remove_folder (other);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  int              status;

  g_test_init (&argc, &argv, NULL);
  qd_fault_disk_install ();
  folder = qd_fault_make_folder ();
  made = g_build_filename (folder, "made.db", NULL);
  qd_test_verbs_make_file (made);

  if (is_mine (0))
    {
      g_test_add_func ("/faults/is-sharp", test_is_sharp);
      g_test_add_func ("/faults/torn-beginning", test_torn_beginning);
      g_test_add_func ("/faults/new-file", test_new_file);
      g_test_add_func ("/faults/close-and-open", test_close_and_open);
      g_test_add_func ("/faults/redo", test_redo);
    }

  g_test_add_func ("/faults/verbs", test_verbs);
  status = g_test_run ();

  qd_fault_remove_folder (folder);
  g_free (made);

  return status;
}
