/* test-timeline-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-test-timeline.h"
#include "qd-timeline-edits.h"
#include "qd-timeline-words.h"

typedef QdBatch *(*ChangeFunc) (QdTimelineModel *model,
                                GArray          *positions,
                                char           **label,
                                GError         **error);

/* Takes @rows. Does it, as one step that is called @label. */
static void
assert_change (QdTestTimeline *fixture,
               ChangeFunc      func,
               GArray         *rows,
               const char     *label)
{
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = func (fixture->model, rows, &found, &error);

  g_assert_no_error (error);
  g_assert_true (qd_test_apply (fixture, batch, found, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, label);
  g_array_unref (rows);
}

/* Takes @rows. It cannot be, and says why in one sentence. */
static void
assert_refused (QdTestTimeline *fixture,
                ChangeFunc      func,
                GArray         *rows,
                const char     *sentence)
{
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (func (fixture->model, rows, &label, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, sentence);
  g_array_unref (rows);
}

static void
assert_predecessors (QdTestTimeline *fixture,
                     QdTask         *task,
                     const char     *expected)
{
  g_autofree char *text = qd_timeline_dup_predecessors (fixture->model, qd_test_get_row (fixture, task));

  g_assert_cmpstr (text, ==, expected);
}

static void
type_predecessors (QdTestTimeline *fixture,
                   QdTask         *task,
                   const char     *text)
{
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = qd_timeline_set_predecessors (
      fixture->model, qd_test_get_row (fixture, task), text, &label, &error);

  g_assert_no_error (error);

  /* Nothing where that is what it says already */
  if (batch != NULL)
    g_assert_true (qd_test_apply (fixture, batch, label, &error));

  g_assert_no_error (error);
}

static void
test_link (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdTask          *a = qd_test_add_task (fixture, "A", 0, 1), *b = qd_test_add_task (fixture, "B", 0, 1);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch;

  g_assert_null (qd_timeline_create_link (fixture->model, 0, 0, QD_LINK_KIND_FINISH_START, &label, &error));
  g_assert_null (qd_timeline_create_link (fixture->model, 0, 7, QD_LINK_KIND_FINISH_START, &label, &error));
  g_assert_no_error (error);
  batch = qd_timeline_create_link (fixture->model, 0, 1, QD_LINK_KIND_FINISH_START, &label, &error);
  g_assert_true (qd_test_apply (fixture, batch, label, NULL));
  assert_predecessors (fixture, b, "1");

  /* It moves at once to where it may be, in the same step. */
  g_assert_cmpint (b->start, ==, QD_TEST_MONDAY + 2);
  g_assert_null (qd_timeline_create_link (fixture->model, 0, 1, QD_LINK_KIND_FINISH_FINISH, &label, &error));
  g_assert_cmpstr (error->message, ==, "They are linked already");
  qd_test_undo (fixture->store);
  g_assert_cmpint (b->start, ==, QD_TEST_MONDAY);
  assert_predecessors (fixture, b, "");
  g_assert_cmpstr (a->title, ==, "A");
}

static void
test_chain (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask *a = qd_test_add_task (fixture, "A", 0, 0), *b = qd_test_add_task (fixture, "B", 0, 0);
  QdTask *c = qd_test_add_task (fixture, "C", 0, 0);

  assert_refused (fixture,
                  qd_timeline_create_chain,
                  qd_test_list_rows (fixture, a, NULL),
                  "Select two tasks or more to link them in their order");
  assert_change (fixture, qd_timeline_create_chain, qd_test_list_rows (fixture, a, b, c, NULL), "Link Tasks");
  assert_predecessors (fixture, b, "1");
  assert_predecessors (fixture, c, "2");
  g_assert_cmpint (c->start, ==, QD_TEST_MONDAY + 2);
  assert_refused (
      fixture, qd_timeline_create_chain, qd_test_list_rows (fixture, a, b, c, NULL), "They are linked already");

  /* Of several rows only what ties them to each other */
  assert_change (fixture, qd_timeline_remove_links, qd_test_list_rows (fixture, b, c, NULL), "Unlink Tasks");
  assert_predecessors (fixture, b, "1");
  assert_predecessors (fixture, c, "");
  assert_change (fixture, qd_timeline_remove_links, qd_test_list_rows (fixture, b, NULL), "Unlink Tasks");
  assert_predecessors (fixture, b, "");
  assert_refused (
      fixture, qd_timeline_remove_links, qd_test_list_rows (fixture, a, b, NULL), "There is no link to remove");
  qd_test_undo (fixture->store);
  qd_test_undo (fixture->store);
  assert_predecessors (fixture, b, "1");
  assert_predecessors (fixture, c, "2");
}

static void
test_remove_link (QdTestTimeline *fixture,
                  gconstpointer   data)
{
  QdTask          *a = qd_test_add_task (fixture, "A", 0, 0), *b = qd_test_add_task (fixture, "B", 1, 1);
  g_autofree char *label = NULL;
  QdBatch         *batch;

  qd_test_add_link (fixture, a, b);
  batch = qd_timeline_remove_link (fixture->model, 0, 0, &label);
  g_assert_true (qd_test_apply (fixture, batch, label, NULL));
  g_assert_cmpstr (label, ==, "Remove Link");
  assert_predecessors (fixture, b, "");
}

/* As typed: by the numbers of the rows, in any case and spacing; the text comes back in its one form. */
static void
test_predecessors (QdTestTimeline *fixture,
                   gconstpointer   data)
{
  static const struct
  {
    const char *typed;
    const char *shown;
    int         start;
  } cases[] = {
    { "1", "1", 2 },
    { "1FS+2d", "1FS+2d", 4 },
    { " 1 fs + 2 days ", "1FS+2d", 4 },
    { "1fs+3ed", "1FS+3ed", 7 },
    { "1ss", "1SS", 0 },
    { "1ss+1d;2", "1SS+1d; 2", 3 },
    { "2;1", "1; 2", 3 },
    { "2FS-1d", "2FS-1d", 2 },
    { "", "", 2 },
  };
  QdTask *one = qd_test_add_task (fixture, "One", 0, 1), *two = qd_test_add_task (fixture, "Two", 0, 2);
  QdTask *three = qd_test_add_task (fixture, "Three", 0, 0);

  g_assert_cmpstr (one->title, ==, "One");
  g_assert_cmpstr (two->title, ==, "Two");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type_predecessors (fixture, three, cases[i].typed);
      assert_predecessors (fixture, three, cases[i].shown);
      g_assert_cmpint (three->start - QD_TEST_MONDAY, ==, cases[i].start);
    }

  g_assert_null (qd_timeline_set_predecessors (fixture->model, 2, " ", NULL, NULL));
}

static void
test_bad_predecessors (QdTestTimeline *fixture,
                       gconstpointer   data)
{
  static const struct
  {
    const char *typed;
    const char *sentence;
  } cases[] = {
    { "9", "There is no row for “9” to wait for" },
    { "0", "There is no row for “0” to wait for" },
    { "99999999999999999999", "There is no row for “99999999999999999999” to wait for" },
    { "2", "“2” is the row of the task itself, which cannot wait for itself" },
    { "1; 1ss", "“1ss” names a row a second time; two tasks have one link" },
    { "Design", "“Design” does not begin with the number of a row; write “4”, “4FS+2d” or “7SS-4h”" },
    { "1XY", "“1XY” names no kind of link; it is FS, SS, FF or SF" },
    { "1FS+soon", "“1FS+soon” does not end with a lag such as “+2d”, “-4h” or, day and night, “+3ed”" },
    { "-1", "“-1” does not begin with the number of a row; write “4”, “4FS+2d” or “7SS-4h”" },
  };

  qd_test_add_task (fixture, "One", 0, 1);
  qd_test_add_task (fixture, "Two", 0, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_null (qd_timeline_set_predecessors (fixture->model, 1, cases[i].typed, &label, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_LINK))), ==, 0);
}

/* However it is asked for, no task comes to wait for itself, and the refusal names who would. */
static void
test_circles (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdTask          *a = qd_test_add_task (fixture, "A", 0, 0), *b = qd_test_add_task (fixture, "B", 1, 1);
  QdTask          *c = qd_test_add_task (fixture, "C", 2, 2);
  g_autofree char *words = NULL;
  gboolean         refused = FALSE;

  qd_test_add_link (fixture, a, b);
  qd_test_add_link (fixture, b, c);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *label = NULL;
      g_autoptr(GError) error = NULL;
      QdBatch *batch = i == 0 ? qd_timeline_create_link (fixture->model, 2, 0, QD_LINK_KIND_FINISH_START, &label, NULL)
                              : qd_timeline_set_predecessors (fixture->model, 0, "3", &label, NULL);

      g_assert_false (qd_test_apply (fixture, batch, label, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "A task would wait for itself: "));
      g_assert_true (g_str_has_suffix (error->message, ". Nothing was changed"));
      g_assert_true (strstr (error->message, "“A” → “B” → “C”") != NULL ||
                     strstr (error->message, "“B” → “C” → “A”") != NULL ||
                     strstr (error->message, "“C” → “A” → “B”") != NULL);
      assert_predecessors (fixture, a, "");
    }

  /* Before it is dropped, it says so already. */
  words = qd_timeline_dup_link_trial_words (fixture->model,
                                            qd_timeline_model_get_row (fixture->model, 2),
                                            qd_timeline_model_get_row (fixture->model, 0),
                                            FALSE,
                                            &refused);
  g_assert_cmpstr (words, ==, "“A” would wait for itself");
  g_assert_true (refused);
}

/* The task above becomes a summary. Those selected together go below one and the same, in their order. */
static void
test_indent (QdTestTimeline *fixture,
             gconstpointer   data)
{
  const char *none = "A task becomes part of the task above it; there is none here, or it is a milestone or a meeting";
  QdTask     *a = qd_test_add_task (fixture, "A", 0, 0), *b = qd_test_add_task (fixture, "B", 1, 2);
  QdTask     *c = qd_test_add_task (fixture, "C", 2, 3), *go = qd_test_add_milestone (fixture, "Go", 4);
  QdTask     *d = qd_test_add_task (fixture, "D", 4, 4);

  assert_refused (fixture, qd_timeline_indent, qd_test_list_rows (fixture, a, NULL), none);
  assert_refused (fixture, qd_timeline_indent, qd_test_list_rows (fixture, d, NULL), none);
  assert_change (fixture, qd_timeline_indent, qd_test_list_rows (fixture, b, c, NULL), "Indent");
  qd_test_assert_rows (fixture, "A, -B, -C, Go, D");
  g_assert_cmpint (a->start, ==, QD_TEST_MONDAY + 1);
  g_assert_cmpint (a->due, ==, QD_TEST_MONDAY + 3);

  /* One below the other goes along with it. */
  assert_change (fixture, qd_timeline_indent, qd_test_list_rows (fixture, c, NULL), "Indent");
  qd_test_assert_rows (fixture, "A, -B, --C, Go, D");
  assert_change (fixture, qd_timeline_outdent, qd_test_list_rows (fixture, b, c, NULL), "Outdent");
  qd_test_assert_rows (fixture, "A, B, -C, Go, D");
  assert_change (fixture, qd_timeline_outdent, qd_test_list_rows (fixture, c, NULL), "Outdent");
  qd_test_assert_rows (fixture, "A, B, C, Go, D");
  assert_refused (fixture, qd_timeline_outdent, qd_test_list_rows (fixture, a, go, NULL), "It is not part of another task");

  for (int i = 0; i < 4; i++)
    qd_test_undo (fixture->store);

  qd_test_settle (fixture->store);
  qd_test_assert_rows (fixture, "A, B, C, Go, D");
  g_assert_cmpint (a->start, ==, QD_TEST_MONDAY);
}

/* Several that are outdented stay in their order, right after what they were part of. */
static void
test_outdent (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdTask *a = qd_test_add_task (fixture, "A", 0, 0), *one = qd_test_add_child (fixture, a, "One", 0, 0);
  QdTask *two = qd_test_add_child (fixture, a, "Two", 0, 0), *three = qd_test_add_child (fixture, a, "Three", 0, 0);

  qd_test_add_task (fixture, "B", 0, 0);
  assert_change (fixture, qd_timeline_outdent, qd_test_list_rows (fixture, one, two, three, NULL), "Outdent");
  qd_test_assert_rows (fixture, "A, One, Two, Three, B");
  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  qd_test_assert_rows (fixture, "A, -One, -Two, -Three, B");
}

static void
test_progress (QdTestTimeline *fixture,
               gconstpointer   data)
{
  QdTask *a = qd_test_add_task (fixture, "A", 0, 0), *b = qd_test_add_task (fixture, "B", 0, 0);
  g_autoptr(GArray) rows = qd_test_list_rows (fixture, a, b, NULL);

  for (int i = 0; i < 3; i++)
    {
      static const int          values[] = { 40, 100, 0 };
      static const QdTaskStatus statuses[] = { QD_TASK_STATUS_ON_TRACK, QD_TASK_STATUS_DONE, QD_TASK_STATUS_NOT_STARTED };
      g_autofree char          *label = NULL, *again = NULL;
      QdBatch                  *batch = qd_timeline_set_progress (fixture->model, rows, values[i], &label);

      g_assert_true (qd_test_apply (fixture, batch, label, NULL));
      g_assert_cmpint (a->progress, ==, values[i]);
      g_assert_cmpint (b->progress, ==, values[i]);
      g_assert_cmpint (b->status, ==, statuses[i]);
      g_assert_null (qd_timeline_set_progress (fixture->model, rows, values[i], &again));
    }
}

static void
assert_new_task (QdTestTimeline *fixture,
                 int             position,
                 gboolean        above,
                 gint64          parent,
                 gint64          expected)
{
  gint64 before = -1;
  g_autoptr(QdTask) draft = qd_timeline_create_task (fixture->model, position, above, &before);

  g_assert_nonnull (draft);
  g_assert_cmpint (draft->plan, ==, qd_record_get_id (fixture->plan));
  g_assert_cmpint (draft->parent, ==, parent);
  g_assert_cmpint (before, ==, expected);
}

/* Where a new task goes: beside the row, below the same summary */
static void
test_new_task (QdTestTimeline *fixture,
               gconstpointer   data)
{
  QdTask *a = qd_test_add_task (fixture, "A", 0, 0), *part = qd_test_add_child (fixture, a, "Part", 0, 0);
  QdTask *b = qd_test_add_task (fixture, "B", 0, 0);
  gint64  id = qd_record_get_id (a);
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();

  assert_new_task (fixture, -1, FALSE, 0, 0);
  assert_new_task (fixture, 0, FALSE, 0, qd_record_get_id (b));
  assert_new_task (fixture, 0, TRUE, 0, id);
  assert_new_task (fixture, 1, FALSE, id, 0);
  assert_new_task (fixture, 1, TRUE, id, qd_record_get_id (part));
  assert_new_task (fixture, 2, FALSE, 0, 0);
  qd_test_show_plans (fixture, nothing);
  g_assert_null (qd_timeline_create_task (fixture->model, -1, FALSE, &id));
}

static void
assert_place (QdTestTimeline *fixture,
              QdTask         *task,
              gboolean        up,
              gint64          expected)
{
  gint64 before = -1;
  g_autoptr(GError) error = NULL;

  g_assert_true (qd_timeline_find_place (fixture->model, qd_test_get_row (fixture, task), up, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpint (before, ==, expected);
}

static void
assert_no_place (QdTestTimeline *fixture,
                 QdTask         *task,
                 gboolean        up,
                 const char     *sentence)
{
  gint64 before;
  g_autoptr(GError) error = NULL;

  g_assert_false (qd_timeline_find_place (fixture->model, qd_test_get_row (fixture, task), up, &before, &error));
  g_assert_cmpstr (error->message, ==, sentence);
}

/* Up and down among those of its phase and its summary, past what a filter hides */
static void
test_order (QdTestTimeline *fixture,
            gconstpointer   data)
{
  const char *sorted = "Rows can be put in another order where they are sorted as planned, and not grouped by owner or objective";
  QdTask     *a = qd_test_add_task (fixture, "A", 0, 0), *one = qd_test_add_child (fixture, a, "One", 0, 0);
  QdTask     *two = qd_test_add_child (fixture, a, "Two", 0, 0), *b = qd_test_add_task (fixture, "B", 0, 0);
  QdTask     *c = qd_test_add_task (fixture, "C", 0, 0);

  assert_place (fixture, b, TRUE, qd_record_get_id (a));
  assert_place (fixture, b, FALSE, 0);
  assert_place (fixture, a, FALSE, qd_record_get_id (c));
  assert_place (fixture, two, TRUE, qd_record_get_id (one));
  assert_no_place (fixture, a, TRUE, "“A” is the first already");
  assert_no_place (fixture, two, FALSE, "“Two” is the last already");
  qd_test_change (fixture, b, "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100));
  qd_timeline_model_set_filter (fixture->model, QD_TIMELINE_FILTER_OPEN);
  assert_place (fixture, c, TRUE, qd_record_get_id (a));
  qd_timeline_model_set_sort (fixture->model, QD_TIMELINE_SORT_TITLE, FALSE);
  assert_no_place (fixture, c, TRUE, sorted);
  qd_timeline_model_set_sort (fixture->model, QD_TIMELINE_SORT_PLAN, FALSE);
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_OWNER);
  assert_no_place (fixture, c, TRUE, sorted);
}

/* Of two plans no task waits for one of the other. */
static void
test_two_plans (QdTestTimeline *fixture,
                gconstpointer   data)
{
  QdPlan *first = fixture->plan;
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;
  gboolean         refused = FALSE;

  qd_test_add_task (fixture, "Mine", 0, 1);
  fixture->plan = qd_test_add_plan (fixture, fixture->account, "Another");
  qd_test_add_task (fixture, "Other", 0, 1);
  g_ptr_array_add (plans, first);
  g_ptr_array_add (plans, fixture->plan);
  fixture->plan = first;
  qd_test_show_plans (fixture, plans);
  qd_timeline_model_set_all_expanded (fixture->model, TRUE);
  qd_test_assert_rows (fixture, "Rollout, -Mine, Another, -Other");
  g_assert_null (qd_timeline_create_link (fixture->model, 1, 3, QD_LINK_KIND_FINISH_START, &label, &error));
  g_assert_cmpstr (error->message, ==, "Only tasks of one plan can wait for each other");
  words = qd_timeline_dup_link_trial_words (fixture->model,
                                            qd_timeline_model_get_row (fixture->model, 1),
                                            qd_timeline_model_get_row (fixture->model, 3),
                                            FALSE,
                                            &refused);
  g_assert_true (refused);
  g_assert_cmpstr (words, ==, error->message);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/timeline-edits/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, func, qd_test_timeline_tear_down)
  ADD ("link", test_link);
  ADD ("chain", test_chain);
  ADD ("remove-link", test_remove_link);
  ADD ("predecessors", test_predecessors);
  ADD ("bad-predecessors", test_bad_predecessors);
  ADD ("circles", test_circles);
  ADD ("indent", test_indent);
  ADD ("outdent", test_outdent);
  ADD ("progress", test_progress);
  ADD ("new-task", test_new_task);
  ADD ("order", test_order);
  ADD ("two-plans", test_two_plans);
#undef ADD

  return g_test_run ();
}
