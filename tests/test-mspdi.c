/* test-mspdi.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "qd-account.h"
#include "qd-baseline.h"
#include "qd-duration.h"
#include "qd-exchange.h"
#include "qd-import-plan.h"
#include "qd-link.h"
#include "qd-mspdi-file.h"
#include "qd-mspdi-read.h"
#include "qd-outline-import.h"
#include "qd-phase.h"
#include "qd-plan-writers.h"
#include "qd-test.h"

/* What is in tests/data/exports/portfolio.json */
#define ACCOUNT G_GINT64_CONSTANT (0x01)
#define OTHER_ACCOUNT G_GINT64_CONSTANT (0x101)
#define PLAN G_GINT64_CONSTANT (0x02)

#define FIRST_DAY 20738 /* a Monday, 2026-10-12 */

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
} Fixture;

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "exports", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = qd_import_read_file (file, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
apply (Fixture      *fixture,
       QdImportPlan *plan,
       const char   *label)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_import_plan_apply_async (plan, label, NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = load ("portfolio.json");
  g_autoptr(QdImportPlan) plan = NULL;

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  plan = qd_import_plan_new (fixture->portfolio, bytes, &error);
  g_assert_no_error (error);
  apply (fixture, plan, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdPlanOutline *
gather (Fixture   *fixture,
        gint64     plan,
        QdAudience audience)
{
  g_autoptr(GError) error = NULL;
  QdPlanOutline *outline = qd_plan_outline_new (fixture->portfolio, plan, audience, &error);

  g_assert_no_error (error);

  return outline;
}

static QdPlanOutline *
read_back (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  QdPlanOutline *outline = qd_mspdi_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return outline;
}

/* Semantic equality: the same dates, whether they were said or follow */

static const char *
get_objective (const QdPlanOutline *outline,
               const QdOutlineTask *task)
{
  return task->objective >= 0 ? qd_plan_outline_get_objective (outline, task->objective)->name : NULL;
}

static gint64
get_constraint_time (const QdPlanOutline *outline,
                     const QdOutlineTask *task)
{
  QdMinute usual = task->constraint_kind == QD_CONSTRAINT_KIND_NOT_AFTER
                       ? qd_plan_outline_end_of_work (outline, task, task->constraint_day)
                       : qd_plan_outline_begin_of_work (outline, task, task->constraint_day);

  return task->constraint_time != QD_INTEGER_NONE ? task->constraint_time : qd_minute_get_time (usual);
}

static void
assert_same_task (const QdPlanOutline *first,
                  const QdPlanOutline *second,
                  guint                index)
{
  const QdOutlineTask *a = qd_plan_outline_get_task (first, index);
  const QdOutlineTask *b = qd_plan_outline_get_task (second, index);
  QdMinuteSpan         a_span = { 0 }, b_span = { 0 };

  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->status, ==, b->status);
  g_assert_cmpint (a->progress, ==, b->progress);
  g_assert_cmpint (a->parent, ==, b->parent);
  g_assert_cmpint (a->phase, ==, b->phase);
  g_assert_cmpstr (a->number, ==, b->number);
  g_assert_cmpint (a->visibility, ==, b->visibility);
  g_assert_cmpint (a->side, ==, b->side);
  g_assert_cmpint (a->work, ==, b->work);
  g_assert_cmpstr (a->owner, ==, b->owner);
  g_assert_cmpstr (a->customer_owner, ==, b->customer_owner);
  g_assert_cmpstr (a->notes, ==, b->notes);
  g_assert_cmpstr (a->content_module, ==, b->content_module);
  g_assert_cmpstr (a->source, ==, b->source);
  g_assert_cmpstr (get_objective (first, a), ==, get_objective (second, b));
  g_assert_cmpint (a->constraint_kind, ==, b->constraint_kind);
  g_assert_cmpint (a->constraint_day, ==, b->constraint_day);

  if (a->constraint_kind != QD_CONSTRAINT_KIND_NONE)
    g_assert_cmpint (get_constraint_time (first, a), ==, get_constraint_time (second, b));

  g_assert_cmpint (qd_plan_outline_get_span (first, index, &a_span), ==, qd_plan_outline_get_span (second, index, &b_span));
  g_assert_cmpint (a_span.from, ==, b_span.from);
  g_assert_cmpint (a_span.until, ==, b_span.until);
  g_assert_cmpint (qd_plan_outline_get_duration (first, index), ==, qd_plan_outline_get_duration (second, index));
}

static void
assert_same_baselines (const QdPlanOutline *first,
                       const QdPlanOutline *second)
{
  g_assert_cmpuint (first->baselines->len, ==, second->baselines->len);

  for (guint i = 0; i < first->baselines->len; i++)
    {
      QdOutlineBaseline *a = g_ptr_array_index (first->baselines, i);
      QdOutlineBaseline *b = g_ptr_array_index (second->baselines, i);

      g_assert_cmpuint (a->tasks->len, ==, b->tasks->len);

      for (guint n = 0; n < a->tasks->len; n++)
        {
          g_assert_cmpint (g_array_index (a->tasks, QdOutlineBaselineTask, n).task, ==, g_array_index (b->tasks, QdOutlineBaselineTask, n).task);
          g_assert_cmpint (g_array_index (a->tasks, QdOutlineBaselineTask, n).start, ==, g_array_index (b->tasks, QdOutlineBaselineTask, n).start);
          g_assert_cmpint (g_array_index (a->tasks, QdOutlineBaselineTask, n).due, ==, g_array_index (b->tasks, QdOutlineBaselineTask, n).due);
        }
    }
}

static void
assert_same_outline (const QdPlanOutline *first,
                     QdPlanOutline       *second)
{
  /* The hours of a file are those of its tasks; what is left open is in the same hours in both. */
  qd_plan_calendars_unref (second->calendars);
  second->calendars = qd_plan_calendars_ref (first->calendars);

  g_assert_cmpint (first->id, ==, second->id);
  g_assert_cmpint (first->kind, ==, second->kind);
  g_assert_cmpstr (first->name, ==, second->name);
  g_assert_cmpstr (first->customer, ==, second->customer);
  g_assert_cmpint (first->start, ==, second->start);
  g_assert_cmpint (first->target, ==, second->target);
  g_assert_cmpint (first->status_day, ==, second->status_day);
  g_assert_cmpuint (first->phases->len, ==, second->phases->len);
  g_assert_cmpuint (first->tasks->len, ==, second->tasks->len);
  g_assert_cmpuint (first->links->len, ==, second->links->len);

  for (guint i = 0; i < first->phases->len; i++)
    {
      g_assert_cmpint (qd_plan_outline_get_phase (first, i)->id, ==, qd_plan_outline_get_phase (second, i)->id);
      g_assert_cmpstr (qd_plan_outline_get_phase (first, i)->name, ==, qd_plan_outline_get_phase (second, i)->name);
      g_assert_cmpint (qd_plan_outline_get_phase (first, i)->first, ==, qd_plan_outline_get_phase (second, i)->first);
      g_assert_cmpint (qd_plan_outline_get_phase (first, i)->last, ==, qd_plan_outline_get_phase (second, i)->last);
    }

  for (guint i = 0; i < first->tasks->len; i++)
    assert_same_task (first, second, i);

  for (guint i = 0; i < first->links->len; i++)
    {
      const QdOutlineLink *a = &g_array_index (first->links, QdOutlineLink, i);
      const QdOutlineLink *b = &g_array_index (second->links, QdOutlineLink, i);

      g_assert_cmpuint (a->from, ==, b->from);
      g_assert_cmpuint (a->to, ==, b->to);
      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpint (a->lag, ==, b->lag);
      g_assert_cmpint (a->elapsed, ==, b->elapsed);
    }

  assert_same_baselines (first, second);
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  for (int audience = QD_AUDIENCE_ME; audience <= QD_AUDIENCE_CUSTOMER; audience++)
    {
      g_autoptr(QdPlanOutline) outline = gather (fixture, PLAN, (QdAudience)audience);
      g_autoptr(GBytes) bytes = qd_mspdi_write (outline);
      g_autoptr(QdPlanOutline) back = read_back (bytes);

      assert_same_outline (outline, back);
    }
}

static char *
random_text (void)
{
  const char *const texts[] = { "Acme & <Co> \"quoted\"", "日本語 🚀👩🏽‍💻", "عربي من اليمين", "1. First: #2; x,y", "]]> &amp; <!-- no -->", "Überlänge" };

  return g_strdup_printf ("%s %d", texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], g_test_rand_int_range (0, 100000));
}

static gint64
random_time (int from,
             int until)
{
  return g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (from, until) : QD_INTEGER_NONE;
}

static void
give_days (QdOutlineTask *task)
{
  int days = g_test_rand_int_range (0, 4);
  int first = FIRST_DAY + g_test_rand_int_range (0, 60);

  if (days == 0)
    return;

  task->start = days != 1 ? first : QD_DAY_NONE;
  task->due = task->kind == QD_TASK_KIND_MILESTONE ? first : first + g_test_rand_int_range (0, 9);
  task->start_time = task->start != QD_DAY_NONE ? random_time (0, 700) : QD_INTEGER_NONE;
  task->due_time = random_time (701, 1441);

  if (task->kind == QD_TASK_KIND_MILESTONE)
    task->start = task->due;
  else if (g_test_rand_bit () && task->start != QD_DAY_NONE)
    task->duration = g_test_rand_int_range (1, 5000);
}

static void
give_values (QdPlanOutline *outline,
             QdOutlineTask *task,
             guint          index)
{
  task->id = index + 100;
  task->kind = (QdTaskKind)g_test_rand_int_range (0, 4);
  task->status = (QdTaskStatus)g_test_rand_int_range (0, 5);
  task->progress = task->status == QD_TASK_STATUS_DONE ? 100 : g_test_rand_int_range (0, 100);
  task->visibility = (QdVisibility)g_test_rand_int_range (0, 2);
  task->side = (QdTaskSide)g_test_rand_int_range (-1, 3);
  task->owner = g_test_rand_bit () ? random_text () : NULL;
  task->customer_owner = g_test_rand_bit () ? random_text () : NULL;
  task->notes = g_test_rand_bit () ? g_strdup (" two\n\nlines\t") : NULL;
  task->source = g_test_rand_bit () ? random_text () : NULL;
  task->content_module = g_test_rand_bit () ? random_text () : NULL;
  task->work = g_test_rand_bit () ? g_test_rand_int_range (1, 9999) : QD_INTEGER_NONE;
  task->phase = task->parent >= 0 ? qd_plan_outline_get_task (outline, task->parent)->phase : task->phase;

  if (g_test_rand_int_range (0, 3) == 0)
    {
      task->constraint_kind = (QdConstraintKind)g_test_rand_int_range (0, 3);
      task->constraint_day = FIRST_DAY + g_test_rand_int_range (0, 60);
      task->constraint_time = random_time (1, 1440);
    }
}

/* A summary says no days of its own, and its kind is nothing that it could be there. */
static void
settle (QdPlanOutline *outline)
{
  qd_plan_outline_arrange (outline);

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      QdOutlineTask *task = qd_plan_outline_get_task (outline, i);

      if (!task->summary)
        {
          give_days (task);
          continue;
        }

      task->kind = QD_TASK_KIND_TASK;
      task->work = QD_INTEGER_NONE;
    }
}

static QdPlanOutline *
create_random (void)
{
  QdPlanOutline *outline = qd_plan_outline_new_empty ();
  int            n_phases = g_test_rand_int_range (0, 4);
  int            phase = n_phases > 0 ? 0 : -1;
  guint          n_tasks = g_test_rand_int_range (1, 25);

  outline->id = 7;
  outline->kind = (QdPlanKind)g_test_rand_int_range (0, 10);
  outline->name = random_text ();
  outline->customer = random_text ();
  outline->start = FIRST_DAY;
  outline->target = FIRST_DAY + 90;
  outline->status_day = g_test_rand_bit () ? FIRST_DAY + 5 : QD_DAY_NONE;
  outline->calendars = qd_plan_calendars_new (NULL, NULL, NULL, NULL, FIRST_DAY - 31, FIRST_DAY + 400);

  for (int i = 0; i < n_phases; i++)
    {
      g_autofree char *name = random_text ();
      QdOutlinePhase  *made = qd_plan_outline_add_phase (outline, name);

      made->id = i + 10;
      made->first = FIRST_DAY + i * 10;
      made->last = made->first + 9;
    }

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *title = random_text ();
      QdOutlineTask   *task = qd_plan_outline_add_task (outline, title);
      QdOutlineTask   *before = i > 0 ? qd_plan_outline_get_task (outline, i - 1) : NULL;

      if (phase >= 0 && g_test_rand_int_range (0, 6) == 0)
        phase = phase + 1 < n_phases ? phase + 1 : -1;

      task->phase = phase;

      /* Below the one before, or beside it */
      if (before != NULL && before->phase == phase)
        task->parent = g_test_rand_int_range (0, 4) == 0 ? (int)i - 1 : g_test_rand_bit () ? before->parent
                                                                                           : -1;

      give_values (outline, task, i);
    }

  settle (outline);

  for (int i = g_test_rand_int_range (0, (int)n_tasks); i > 0; i--)
    {
      guint         from = g_test_rand_int_range (0, n_tasks);
      guint         to = g_test_rand_int_range (0, n_tasks);
      gint64        lag = g_test_rand_bit () ? g_test_rand_int_range (-9999, 9999) : 0;
      QdOutlineLink link = { from, to, (QdLinkKind)g_test_rand_int_range (0, 4), lag, lag != 0 && g_test_rand_bit () };

      /* Forward and among those that sum nothing up, so that there is no circle */
      if (from < to && !qd_plan_outline_get_task (outline, from)->summary && !qd_plan_outline_get_task (outline, to)->summary)
        qd_plan_outline_add_link (outline, link);
    }

  qd_plan_outline_arrange (outline);

  return outline;
}

/* Two links between the same two tasks are in no order. */
static gboolean
has_twins (const QdPlanOutline *outline)
{
  for (guint i = 1; i < outline->links->len; i++)
    {
      const QdOutlineLink *a = &g_array_index (outline->links, QdOutlineLink, i - 1);
      const QdOutlineLink *b = &g_array_index (outline->links, QdOutlineLink, i);

      if (a->from == b->from && a->to == b->to)
        return TRUE;
    }

  return FALSE;
}

static void
test_random (void)
{
  for (int n = 0; n < 300; n++)
    {
      g_autoptr(QdPlanOutline) outline = create_random ();
      g_autoptr(GBytes) bytes = qd_mspdi_write (outline);
      g_autoptr(QdPlanOutline) back = NULL;

      if (has_twins (outline))
        continue;

      back = read_back (bytes);
      assert_same_outline (outline, back);
    }
}

/* A file as Microsoft Project itself writes it: written by hand after its documentation */
static void
test_foreign (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = load ("foreign.xml");
  g_auto(GStrv) notes = NULL;
  g_autoptr(QdPlanOutline) outline = qd_mspdi_read (bytes, &notes, &error);
  g_autofree char *said = NULL;
  QdOutlineTask   *task;

  g_assert_no_error (error);
  g_assert_cmpstr (outline->name, ==, "Rollout of the runners");
  g_assert_cmpstr (outline->customer, ==, "Basalt");
  g_assert_cmpint (outline->id, ==, 0);
  g_assert_cmpint (outline->start, ==, 20759);
  g_assert_cmpint (outline->target, ==, 20805);
  g_assert_cmpuint (outline->phases->len, ==, 0);
  g_assert_cmpuint (outline->tasks->len, ==, 5);

  /* Somebody else's column called Kind says nothing. */
  task = qd_plan_outline_get_task (outline, 0);
  g_assert_cmpstr (task->title, ==, "Prepare");
  g_assert_true (task->summary);
  g_assert_cmpint (task->duration, ==, QD_INTEGER_NONE);

  task = qd_plan_outline_get_task (outline, 1);
  g_assert_cmpstr (task->title, ==, "Count the runners & their tags");
  g_assert_cmpstr (task->number, ==, "1.1");
  g_assert_cmpint (task->start, ==, 20759);
  g_assert_cmpint (task->start_time, ==, QD_INTEGER_NONE);
  g_assert_cmpint (task->due, ==, 20760);
  g_assert_cmpint (task->due_time, ==, QD_INTEGER_NONE);
  g_assert_cmpint (task->duration, ==, 960);
  g_assert_cmpint (task->work, ==, QD_INTEGER_NONE);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_DONE);
  g_assert_cmpstr (task->notes, ==, "With <tags> & all");
  g_assert_null (task->owner);

  task = qd_plan_outline_get_task (outline, 2);
  g_assert_cmpint (task->start_time, ==, 600);
  g_assert_cmpint (task->due_time, ==, 900);
  g_assert_cmpint (task->duration, ==, 1200);
  g_assert_cmpint (task->work, ==, 360);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_ON_TRACK);
  g_assert_cmpstr (task->owner, ==, "Maren, Amrit");
  g_assert_cmpint (task->constraint_kind, ==, QD_CONSTRAINT_KIND_NOT_BEFORE);
  g_assert_cmpint (task->constraint_day, ==, 20761);
  g_assert_cmpint (task->constraint_time, ==, 600);

  task = qd_plan_outline_get_task (outline, 3);
  g_assert_cmpint (task->kind, ==, QD_TASK_KIND_MILESTONE);
  g_assert_cmpint (task->due, ==, 20777);
  g_assert_cmpint (task->constraint_kind, ==, QD_CONSTRAINT_KIND_NOT_AFTER);
  g_assert_cmpint (task->constraint_day, ==, 20782);

  /* Days that elapse are no working time. */
  task = qd_plan_outline_get_task (outline, 4);
  g_assert_cmpint (task->duration, ==, QD_INTEGER_NONE);
  g_assert_cmpint (task->due, ==, 20782);
  g_assert_cmpint (task->due_time, ==, 480);

  /* Half of two days; seven days that elapse; finish to start where nothing is said */
  g_assert_cmpuint (outline->links->len, ==, 3);
  g_assert_cmpint (g_array_index (outline->links, QdOutlineLink, 0).lag, ==, 480);
  g_assert_cmpint (g_array_index (outline->links, QdOutlineLink, 1).lag, ==, 10080);
  g_assert_true (g_array_index (outline->links, QdOutlineLink, 1).elapsed);
  g_assert_cmpint (g_array_index (outline->links, QdOutlineLink, 2).kind, ==, QD_LINK_KIND_FINISH_START);

  g_assert_cmpuint (outline->baselines->len, ==, 1);
  said = g_strjoinv ("|", notes);
  g_assert_cmpstr (said, ==,
                   "1 link to another project is left out|2 constraints of kinds that are not known here are left out|"
                   "The working calendars of the file are left out");
}

/* Bad input */

#define HEAD "<Project xmlns=\"http://schemas.microsoft.com/project\"><StartDate>2026-11-02T08:00:00</StartDate><Tasks>\n"
#define TAIL "</Tasks></Project>\n"
#define TASK(uid, name, more) "<Task><UID>" uid "</UID><Name>" name "</Name><OutlineLevel>1</OutlineLevel>" more "</Task>\n"
#define LINK(uid) "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID></PredecessorLink>"

static void
assert_refused (const char *text,
                gsize       length,
                const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  g_autoptr(QdPlanOutline) outline = qd_mspdi_read (bytes, NULL, &error);

  if (outline != NULL)
    g_error ("“%s” was read instead of “%s”", text, message);

  g_assert_null (strchr (error->message, '\n'));

  if (strstr (error->message, message) == NULL)
    g_error ("“%s” instead of “%s”", error->message, message);

  g_assert_nonnull (strstr (error->message, "nothing was imported"));
}

static void
test_bad (void)
{
  const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "The file is empty" },
    { "  \n", "Line" },
    { "just text", "Line 1: it is not XML as it must be" },
    { "<html><body/></html>", "Line 1: the file begins with “html”, not with “Project”" },
    { "<project/>", "Line 1: the file begins with “project”" },
    { "<!DOCTYPE Project [<!ENTITY a \"b\">]>\n<Project/>", "Line 1 declares a document type" },
    { "<Project><Name>&lol9;</Name></Project>", "Line 1: the entity “&lol9;” is not known" },
    { "<Project>\n<Name>&nbsp;</Name></Project>", "Line 2: the entity “&nbsp;” is not known" },
    { "<Project/>", "Line 1: neither Project nor a Task has a Start" },
    { HEAD "<Task><Name>A</Name></Task>" TAIL, "Line 2: a Task has no UID" },
    { HEAD TASK ("1", "A", "") TASK ("1", "B", "") TAIL, "Line 3: a Task has the UID 1, which “A” in line 2 has too" },
    { HEAD TASK ("x", "A", "") TAIL, "Line 2: UID is “x”, which is no whole number" },
    { HEAD TASK ("99999999999", "A", "") TAIL, "Line 2: UID is “99999999999”" },
    { HEAD TASK ("1", "A", LINK ("2")) TAIL, "Line 2: PredecessorUID is 2, and no Task has that UID" },
    { HEAD TASK ("1", "A", LINK ("1")) TAIL, "Line 2: PredecessorUID is 1, which is the Task itself" },
    { HEAD TASK ("1", "A", "<PredecessorLink><Type>1</Type></PredecessorLink>") TAIL, "Line 2: a PredecessorLink has no PredecessorUID" },
    { HEAD TASK ("1", "A", "") TASK ("2", "B", "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>4</Type></PredecessorLink>") TAIL,
      "Line 3: Type of a PredecessorLink is 4, and must be from 0 to 3" },
    { HEAD TASK ("1", "A", "") TASK ("2", "B", "<PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>2000000000</LinkLag></PredecessorLink>") TAIL,
      "Line 3: LinkLag is 2000000000, which is longer than ten years" },
    { HEAD TASK ("1", "A", LINK ("3")) TASK ("2", "B", LINK ("1")) TASK ("3", "C", LINK ("2")) TAIL,
      "the PredecessorLinks of these tasks go in a circle: “" },
    { HEAD TASK ("1", "A", "<Start>1900-01-01T08:00:00</Start>") TAIL, "Line 2: Start is “1900-01-01T08:00:00”, and must be a date" },
    { HEAD TASK ("1", "A", "<Finish>9999-12-31T17:00:00</Finish>") TAIL, "Line 2: Finish is “9999-12-31T17:00:00”, and must be a date" },
    { HEAD TASK ("1", "A", "<Start>2026-02-30T08:00:00</Start>") TAIL, "Line 2: Start is “2026-02-30T08:00:00”" },
    { HEAD TASK ("1", "A", "<Start>2026-02-20T25:00:00</Start>") TAIL, "Line 2: Start is “2026-02-20T25:00:00”" },
    { HEAD TASK ("1", "A", "<Start>2026-02-20T08:00:00</Start><Finish>2026-02-19T08:00:00</Finish>") TAIL,
      "Line 2: Finish of a Task must not be before its Start" },
    { HEAD TASK ("1", "A", "<Duration>-PT8H0M0S</Duration>") TAIL, "Line 2: Duration is “-PT8H0M0S”, and must be a duration" },
    { HEAD TASK ("1", "A", "<Duration>PT-8H0M0S</Duration>") TAIL, "Line 2: Duration is “PT-8H0M0S”" },
    { HEAD TASK ("1", "A", "<Duration>PT1e9H</Duration>") TAIL, "Line 2: Duration is “PT1e9H”" },
    { HEAD TASK ("1", "A", "<Duration>8 days</Duration>") TAIL, "Line 2: Duration is “8 days”" },
    { HEAD TASK ("1", "A", "<Work>PT99999999H0M0S</Work>") TAIL, "Line 2: Work is “PT99999999H0M0S”" },
    { HEAD TASK ("1", "A", "<PercentComplete>101</PercentComplete>") TAIL, "Line 2: PercentComplete of a Task must be from 0 to 100" },
    { HEAD TASK ("1", "A", "<PercentComplete>-1</PercentComplete>") TAIL, "Line 2: PercentComplete" },
    { HEAD TASK ("1", "A", "<Milestone>yes</Milestone>") TAIL, "Line 2: Milestone is “yes”, and must be 0 or 1" },
    { HEAD "<Task><UID>1</UID><OutlineLevel>33</OutlineLevel></Task>" TAIL, "Line 2: OutlineLevel of a Task is 33, and at most 32 are read" },
    { HEAD TASK ("1", "A", ""), "Line 3: the file ends before “Project” does" },
    { HEAD TASK ("1", "A", "<Name>") TAIL, "Line 2: it is not XML" },
    { "\xff\xfe<\x00P", "The file is not text in UTF-8 or UTF-16" },
    { "<Project><Name>\xe9</Name></Project>", "The file is not text in UTF-8 or UTF-16" },
    { "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "The file is not text in UTF-8 or UTF-16" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_refused (cases[i].text, strlen (cases[i].text), cases[i].message);
    }
}

/* What is too much, and how long it takes to say so */
static void
test_too_much (void)
{
  g_autofree char *spaces = g_strnfill (QD_MSPDI_MAX_BYTES + 1, ' ');
  g_autoptr(GString) deep = g_string_new ("<Project>");
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 before = g_get_monotonic_time ();

  assert_refused (spaces, QD_MSPDI_MAX_BYTES + 1, "The file is larger than the 32 MB that are read");

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<x>\n");

  assert_refused (deep->str, deep->len, "Line 64 is nested deeper than the 64 levels that are read");
  g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_TIME_SPAN_SECOND);
}

/* A file of ours in UTF-16, as some editors leave it, is the same. */
static void
test_utf16 (Fixture      *fixture,
            gconstpointer data)
{
  const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };
  g_autoptr(QdPlanOutline) outline = gather (fixture, PLAN, QD_AUDIENCE_ME);
  g_autoptr(GBytes) bytes = qd_mspdi_write (outline);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize            length;
      g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", (const char *)g_bytes_get_data (bytes, NULL), NULL);
      g_autofree char *wide = NULL;
      g_autoptr(GBytes) encoded = NULL;
      g_autoptr(QdPlanOutline) back = NULL;

      marked[3 + g_bytes_get_size (bytes)] = '\0';
      wide = g_convert (marked, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      encoded = g_bytes_new (wide, length);
      back = read_back (encoded);
      assert_same_outline (outline, back);
    }
}

/* Cut anywhere, a file is refused. */
static void
test_truncated (void)
{
  g_autoptr(GBytes) bytes = load ("foreign.xml");
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length - 12; i += 13)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) cut = g_bytes_new (text, i);
      g_autoptr(QdPlanOutline) outline = qd_mspdi_read (cut, NULL, &error);

      g_assert_null (outline);
      g_assert_nonnull (error);
    }
}

/* Importing */

static QdImportPlan *
plan_import (Fixture *fixture,
             GBytes  *bytes,
             gint64   account)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdPlanOutline) outline = read_back (bytes);
  QdImportPlan *plan = qd_outline_import_new (fixture->portfolio, outline, account, &error);

  g_assert_no_error (error);

  return plan;
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
}

/* At home, what any reader got changes nothing. */
static void
test_import_same (Fixture      *fixture,
                  gconstpointer data)
{
  for (int audience = QD_AUDIENCE_ME; audience <= QD_AUDIENCE_CUSTOMER; audience++)
    {
      g_autoptr(QdPlanOutline) outline = gather (fixture, PLAN, (QdAudience)audience);
      g_autoptr(GBytes) bytes = qd_mspdi_write (outline);
      g_autoptr(QdPlanOutline) back = read_back (bytes);
      g_autoptr(QdImportPlan) plan = plan_import (fixture, bytes, ACCOUNT);

      g_assert_cmpint (qd_outline_import_guess_account (fixture->portfolio, back), ==, ACCOUNT);
      g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 0);
      g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 0);
      g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_LEAVE), >, 20);
    }
}

/* For another account it is a plan of its own, in one step; the one that it is of is left alone. */
static void
test_import_copy (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, PLAN, QD_AUDIENCE_ME);
  g_autoptr(GBytes) bytes = qd_mspdi_write (outline);
  g_autoptr(GBytes) before = qd_exchange_export (fixture->portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_ME, NULL);
  g_autoptr(GBytes) after = NULL;
  g_autoptr(QdImportPlan) plan = plan_import (fixture, bytes, OTHER_ACCOUNT);
  g_autoptr(QdPlanOutline) copy = NULL;
  GPtrArray *plans;

  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 0);
  apply (fixture, plan, "Import Plan");
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Import Plan");
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 2);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, 26);
  g_assert_cmpuint (count (fixture, QD_TYPE_LINK), ==, 18);
  g_assert_cmpuint (count (fixture, QD_TYPE_BASELINE), ==, 2);

  plans = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_PLAN, OTHER_ACCOUNT);
  copy = gather (fixture, qd_record_get_id (g_ptr_array_index (plans, 0)), QD_AUDIENCE_ME);
  g_assert_cmpstr (copy->customer, ==, "Miravane Observatory");

  /* But for its ids and whose it is, it is the same. */
  copy->id = outline->id;
  g_set_str (&copy->customer, outline->customer);

  for (guint i = 0; i < copy->tasks->len; i++)
    qd_plan_outline_get_task (copy, i)->id = qd_plan_outline_get_task (outline, i)->id;

  for (guint i = 0; i < copy->phases->len; i++)
    qd_plan_outline_get_phase (copy, i)->id = qd_plan_outline_get_phase (outline, i)->id;

  assert_same_outline (outline, copy);
  qd_test_undo (fixture->store);
  after = qd_exchange_export (fixture->portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_ME, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

static GBytes *
edit_bytes (GBytes     *bytes,
            const char *from,
            const char *to)
{
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);

  return g_string_free_to_bytes (text);
}

/* What was changed there changes here, and nothing else: a later finish, a status, a task that is new. */
static void
test_import_changes (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, PLAN, QD_AUDIENCE_ME);
  g_autoptr(GBytes) bytes = qd_mspdi_write (outline);
  g_autoptr(GBytes) later = edit_bytes (bytes, "<Finish>2026-11-03T17:30:00</Finish>", "<Finish>2026-11-05T17:30:00</Finish>");
  g_autoptr(GBytes) edited = edit_bytes (later, "</Tasks>",
                                         "<Task><UID>99</UID><Name>Celebrate</Name><OutlineLevel>1</OutlineLevel>"
                                         "<Start>2026-11-06T09:00:00</Start><Finish>2026-11-06T15:00:00</Finish></Task></Tasks>");
  g_autoptr(QdImportPlan) plan = plan_import (fixture, edited, ACCOUNT);
  GPtrArray *rows = qd_import_plan_get_rows (plan);
  QdTask    *task;
  guint      n_seen = 0;

  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 1);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 1);

  for (guint i = 0; i < rows->len; i++)
    {
      QdImportRow *row = g_ptr_array_index (rows, i);

      if (row->outcome == QD_IMPORT_LEAVE)
        continue;

      n_seen++;
      g_assert_cmpstr (row->title, ==, row->outcome == QD_IMPORT_ADD ? "Celebrate" : "Close-out");

      if (row->outcome == QD_IMPORT_CHANGE)
        {
          g_assert_cmpuint (row->changes->len, ==, 1);
          g_assert_cmpstr (((QdImportChange *)g_ptr_array_index (row->changes, 0))->label, ==, "Due");
        }
    }

  g_assert_cmpuint (n_seen, ==, 2);
  apply (fixture, plan, "Import Plan");
  task = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, 0x3b);
  g_assert_cmpint (task->due, ==, 20762);
  g_assert_cmpint (task->due_time, ==, QD_INTEGER_NONE);
}

/* A file of another program is matched by names, and a second time changes nothing. */
static void
test_import_foreign (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr(GBytes) bytes = load ("foreign.xml");
  g_autoptr(QdPlanOutline) outline = read_back (bytes);
  gint64 account = qd_outline_import_guess_account (fixture->portfolio, outline);
  g_autoptr(QdImportPlan) plan = plan_import (fixture, bytes, account);
  g_autoptr(QdImportPlan) again = NULL;

  g_assert_cmpint (account, ==, ACCOUNT);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 1 + 5 + 3 + 1 + 1);
  apply (fixture, plan, NULL);
  again = plan_import (fixture, bytes, account);
  g_assert_cmpuint (qd_import_plan_get_count (again, QD_IMPORT_ADD), ==, 0);
  g_assert_cmpuint (qd_import_plan_get_count (again, QD_IMPORT_CHANGE), ==, 0);
}

/* 10,000 links of one task, and a plan of many rows, are read in a moment. */
static void
test_large (void)
{
  g_autoptr(GString) text = g_string_new (HEAD);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(QdPlanOutline) outline = NULL;
  g_autoptr(GBytes) written = NULL;
  gint64 before = g_get_monotonic_time ();

  for (int i = 1; i <= 10000; i++)
    g_string_append_printf (text, "<Task><UID>%d</UID><Name>Task %d</Name><Start>2026-11-02T08:00:00</Start></Task>\n", i, i);

  g_string_append (text, "<Task><UID>20000</UID><Name>Last</Name>");

  for (int i = 1; i <= 10000; i++)
    g_string_append_printf (text, "<PredecessorLink><PredecessorUID>%d</PredecessorUID></PredecessorLink>", i);

  g_string_append (text, "</Task>" TAIL);
  bytes = g_bytes_new (text->str, text->len);
  outline = read_back (bytes);
  g_assert_cmpuint (outline->links->len, ==, 10000);
  outline->customer = g_strdup ("Acme");
  written = qd_mspdi_write (outline);
  g_assert_cmpuint (g_bytes_get_size (written), >, 1000000);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_TIME_SPAN_SECOND);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/mspdi/round-trip", test_round_trip);
  g_test_add_func ("/mspdi/random", test_random);
  g_test_add_func ("/mspdi/foreign", test_foreign);
  g_test_add_func ("/mspdi/bad", test_bad);
  g_test_add_func ("/mspdi/too-much", test_too_much);
  ADD ("/mspdi/utf-16", test_utf16);
  g_test_add_func ("/mspdi/truncated", test_truncated);
  ADD ("/mspdi/import-same", test_import_same);
  ADD ("/mspdi/import-copy", test_import_copy);
  ADD ("/mspdi/import-changes", test_import_changes);
  ADD ("/mspdi/import-foreign", test_import_foreign);
  g_test_add_func ("/mspdi/large", test_large);

  return g_test_run ();
}
