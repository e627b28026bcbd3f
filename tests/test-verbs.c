/* test-verbs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-changes.h"
#include "qd-test-folder.h"
#include "qd-test-verbs.h"

/* All that a person can do, by name: each is one step with a name, is undone and done again without
 * a trace, and is undone as well once the app was closed in between. The files are made once, and
 * copied for each verb. */

static char *folder;
static char *full;
static char *empty;

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, length, NULL));
}

static gint64
count_steps (const char *path)
{
  g_autoptr(QdDb) db = qd_db_open_reader (path, NULL);
  gint64 n_steps;

  g_assert_true (qd_db_get_int64 (db, "SELECT count(*) FROM local_step WHERE stack = 0", &n_steps, NULL));

  return n_steps;
}

static void
assert_recorded (const char *path,
                 const char *expected)
{
  g_autofree char *found = qd_test_dump_recorded (path);

  qd_test_assert_same (found, expected);
}

/* What a toast would say was done */
static void
changed_cb (QdStore   *store,
            QdChanges *changes,
            char     **told)
{
  g_set_str (told, qd_changes_get_label (changes));
}

static void
do_verb (QdTestDesk       *desk,
         const QdTestVerb *verb)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (qd_test_desk_do (desk, verb, &error));
  g_assert_no_error (error);
}

/* What is this machine's own is no step, and what can be undone stays as it was. */
static void
check_local (QdTestDesk       *desk,
             const QdTestVerb *verb,
             const char       *path)
{
  g_autofree char *before = qd_test_dump_recorded (path);
  g_autofree char *local_before = qd_test_dump_local (path);
  g_autofree char *local_after = NULL;
  g_autofree char *label = g_strdup (qd_store_get_undo_label (desk->store));
  gint64           n_steps = count_steps (path);

  do_verb (desk, verb);
  assert_recorded (path, before);
  local_after = qd_test_dump_local (path);
  g_assert_cmpstr (local_after, !=, local_before);
  g_assert_cmpstr (qd_store_get_undo_label (desk->store), ==, label);
  g_assert_cmpint (count_steps (path), ==, n_steps);
}

static void
check_step (QdTestDesk       *desk,
            const QdTestVerb *verb,
            const char       *path)
{
  g_autofree char *before = qd_test_dump_recorded (path);
  g_autofree char *after = NULL;
  g_autofree char *told = NULL;
  gint64           n_steps = count_steps (path);

  g_signal_connect (desk->store, "changed", G_CALLBACK (changed_cb), &told);
  do_verb (desk, verb);
  after = qd_test_dump_recorded (path);
  g_assert_true (!g_str_equal (after, before));
  g_assert_cmpint (count_steps (path), ==, n_steps + 1);
  g_assert_cmpstr (verb->label, !=, "");
  g_assert_cmpstr (told, ==, verb->label);
  g_assert_cmpstr (qd_store_get_undo_label (desk->store), ==, verb->label);
  g_assert_null (qd_store_get_redo_label (desk->store));

  qd_test_undo (desk->store);
  assert_recorded (path, before);
  g_assert_cmpstr (qd_store_get_redo_label (desk->store), ==, verb->label);

  qd_test_redo (desk->store);
  assert_recorded (path, after);
  g_assert_cmpstr (qd_store_get_undo_label (desk->store), ==, verb->label);

  g_signal_handlers_disconnect_by_data (desk->store, &told);
  qd_test_desk_close (desk);
  qd_test_desk_open (desk, path);
  g_assert_cmpstr (qd_store_get_undo_label (desk->store), ==, verb->label);
  qd_test_undo (desk->store);
  assert_recorded (path, before);
  g_assert_cmpstr (qd_store_get_redo_label (desk->store), ==, verb->label);
  qd_test_assert_in_order (desk->store);
}

static void
test_verb (gconstpointer data)
{
  const QdTestVerb *verb = data;
  QdTestFolder      fixture;
  QdTestDesk        desk;

  qd_test_folder_set_up (&fixture, NULL);
  copy_file (verb->is_empty ? empty : full, fixture.path);
  qd_test_desk_open (&desk, fixture.path);

  if (verb->is_local)
    check_local (&desk, verb, fixture.path);
  else
    check_step (&desk, verb, fixture.path);

  qd_test_desk_close (&desk);
  qd_test_folder_tear_down (&fixture, NULL);
}

/* Which of the verbs can be done one after the other, each to what the others left */
static const char *const twenty[] = {
  "qd_account_add_async",
  "qd_accounts_judge_async",
  "qd_accounts_archive_async",
  "qd_task_add_async",
  "qd_task_move_async",
  "qd_check_item_add_async",
  "qd_check_item_set_done_async",
  "qd_tasks_set_async",
  "qd_tasks_shift_async",
  "qd_timeline_create_link",
  "qd_phase_add_async",
  "qd_objective_add_async",
  "qd_baseline_create_async",
  "qd_plan_duplicate_async",
  "qd_fact_save_async",
  "qd_reference_set_notes_async",
  "qd_ticket_set_asked_async",
  "qd_import_plan_apply_async:json",
  "qd_plan_delete_async",
  "qd_accounts_delete_async",
};

static const QdTestVerb *
find_verb (const char *name)
{
  g_autoptr(GPtrArray) verbs = qd_test_verbs_list ();

  for (guint i = 0; i < verbs->len; i++)
    {
      const QdTestVerb *verb = g_ptr_array_index (verbs, i);
      g_autofree char  *found = qd_test_verb_dup_name (verb);

      if (g_str_equal (found, name))
        return verb;
    }

  g_assert_not_reached ();
}

/* Ten are undone, the app is closed, and ten more are undone; then all are done again. */
static void
test_twenty (QdTestFolder *fixture,
             gconstpointer data)
{
  QdTestDesk desk;
  char      *states[G_N_ELEMENTS (twenty) + 1];
  guint      n = G_N_ELEMENTS (twenty);

  copy_file (full, fixture->path);
  qd_test_desk_open (&desk, fixture->path);
  states[0] = qd_test_dump_recorded (fixture->path);

  for (guint i = 0; i < n; i++)
    {
      do_verb (&desk, find_verb (twenty[i]));
      states[i + 1] = qd_test_dump_recorded (fixture->path);
    }

  for (guint i = n; i > 0; i--)
    {
      if (i == n / 2)
        {
          qd_test_desk_close (&desk);
          qd_test_desk_open (&desk, fixture->path);
        }

      g_assert_cmpstr (qd_store_get_undo_label (desk.store), ==, find_verb (twenty[i - 1])->label);
      qd_test_undo (desk.store);
      assert_recorded (fixture->path, states[i - 1]);
    }

  qd_test_desk_close (&desk);
  qd_test_desk_open (&desk, fixture->path);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (qd_store_get_redo_label (desk.store), ==, find_verb (twenty[i])->label);
      qd_test_redo (desk.store);
      assert_recorded (fixture->path, states[i + 1]);
    }

  g_assert_null (qd_store_get_redo_label (desk.store));
  qd_test_assert_in_order (desk.store);
  qd_test_desk_close (&desk);

  for (guint i = 0; i <= n; i++)
    g_free (states[i]);
}

/* Every kind of record that the app keeps can be added, changed, saved and deleted. */
static void
test_kinds (void)
{
  static const char *const names[] = {
    "qd_record_add_async", "qd_record_save_async", "qd_record_change_async", "qd_record_remove_async"
  };
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      for (gsize n = 0; n < G_N_ELEMENTS (names); n++)
        {
          g_autofree char *name = g_strdup_printf ("%s:%s", names[n], g_type_name (types[i]));

          g_assert_nonnull (find_verb (name));
        }
    }
}

static void
make_files (void)
{
  QdTestDesk desk;

  folder = g_dir_make_tmp ("qd-test-XXXXXX", NULL);
  full = g_build_filename (folder, "full.db", NULL);
  empty = g_build_filename (folder, "empty.db", NULL);
  qd_test_verbs_make_file (full);
  qd_test_desk_open (&desk, empty);
  qd_test_desk_close (&desk);
}

/* With the sanitizers, a share of them: QD_VERBS_SHARE is “0/3” and so on. */
static gboolean
is_mine (guint index)
{
  const char *share = g_getenv ("QD_VERBS_SHARE");
  guint       which, n_shares;

  return share == NULL || sscanf (share, "%u/%u", &which, &n_shares) != 2 || index % n_shares == which;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) verbs = qd_test_verbs_list ();
  int status;

  g_test_init (&argc, &argv, NULL);
  make_files ();

  for (guint i = 0; i < verbs->len; i++)
    {
      g_autofree char *name = qd_test_verb_dup_name (g_ptr_array_index (verbs, i));
      g_autofree char *path = g_strconcat ("/verbs/", name, NULL);

      if (is_mine (i))
        g_test_add_data_func (path, g_ptr_array_index (verbs, i), test_verb);
    }

  g_test_add_func ("/verbs/kinds", test_kinds);
  qd_test_folder_add ("/verbs/twenty-over-a-restart", test_twenty);
  status = g_test_run ();

  g_remove (full);
  g_remove (empty);
  g_rmdir (folder);
  g_free (full);
  g_free (empty);
  g_free (folder);

  return status;
}
