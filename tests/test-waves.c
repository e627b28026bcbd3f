/* test-waves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-account.h"
#include "qd-phase.h"
#include "qd-plan-features.h"
#include "qd-test.h"
#include "qd-wave-edits.h"
#include "qd-working-calendar.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account;
  QdTenant    *tenant;
} Fixture;

static int
day (const char *text)
{
  int parsed = QD_DAY_NONE;

  g_assert_true (qd_day_parse (text, &parsed));

  return parsed;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdTenant  *tenant = qd_record_new_draft (QD_TYPE_TENANT);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  g_object_set (account, "name", "Nimbuscaro Air", "codename", "Basalt", "offering", QD_OFFERING_DEDICATED, NULL);
  fixture->account = qd_test_add (fixture->portfolio, account);
  qd_record_set_parent (tenant, qd_record_get_id (fixture->account));
  fixture->tenant = qd_test_add (fixture->portfolio, tenant);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdMigrationWave *
add_wave (Fixture    *fixture,
          const char *name,
          const char *start,
          const char *finish,
          QdWaveState state,
          double      position)
{
  QdMigrationWave *wave = qd_record_new_draft (QD_TYPE_MIGRATION_WAVE);

  qd_record_set_parent (wave, qd_record_get_id (fixture->tenant));
  g_object_set (wave,
                "name", name,
                "scope", "Repositories",
                "state", state,
                "start", start != NULL ? day (start) : QD_DAY_NONE,
                "finish", finish != NULL ? day (finish) : QD_DAY_NONE,
                "freeze-first", finish != NULL ? day (finish) - 2 : QD_DAY_NONE,
                "freeze-last", finish != NULL ? day (finish) : QD_DAY_NONE,
                "cutover-at", finish != NULL ? "2026-12-10T23:30:00Z" : NULL,
                "position", position,
                NULL);

  return qd_test_add (fixture->portfolio, wave);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
}

/* Of two waves a plan with a phase and three tasks each; linked, in one step to undo. A wave without days, and one that
 * was cancelled, are in none. */
static void
test_plan (Fixture      *fixture,
           gconstpointer data)
{
  QdMigrationWave *second = add_wave (fixture, "Wave 1", "2026-11-30", "2026-12-11", QD_WAVE_STATE_AGREED, 2);
  QdMigrationWave *first = add_wave (fixture, "Pilot", "2026-11-16", "2026-11-27", QD_WAVE_STATE_DONE, 1);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdPlan *plan;
  QdTask *task;

  add_wave (fixture, "Later", NULL, NULL, QD_WAVE_STATE_PLANNED, 3);
  add_wave (fixture, "Never", "2026-10-01", "2026-10-02", QD_WAVE_STATE_CANCELLED, 4);
  g_assert_true (qd_tenant_can_plan_waves (fixture->portfolio, fixture->tenant, &error));
  qd_tenant_plan_waves_async (fixture->portfolio, fixture->tenant, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);

  g_assert_cmpint (first->plan, !=, 0);
  g_assert_cmpint (second->plan, ==, first->plan);
  plan = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, first->plan);
  g_assert_cmpint (plan->account, ==, qd_record_get_id (fixture->account));
  g_assert_cmpint (plan->start, ==, day ("2026-11-16"));
  g_assert_cmpint (plan->target, ==, day ("2026-12-11"));
  g_assert_cmpuint (count (fixture, QD_TYPE_PHASE), ==, 2);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, 6);
  task = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, first->task);
  g_assert_cmpstr (task->title, ==, "Migrate: Pilot");
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_DONE);
  g_assert_cmpint (task->start, ==, day ("2026-11-16"));
  g_assert_cmpint (task->due, ==, day ("2026-11-27"));

  /* All that can be planned is. */
  g_assert_false (qd_tenant_can_plan_waves (fixture->portfolio, fixture->tenant, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);

  qd_test_undo (fixture->store);
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 0);
  g_assert_cmpint (first->plan, ==, 0);
  g_assert_cmpint (first->task, ==, 0);
}

/* The cut-over is an instant: on the clock of the plan it is on the next day here. */
static void
test_cutover (Fixture      *fixture,
              gconstpointer data)
{
  QdWorkingCalendar *ours = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *tasks;
  guint       n_found = 0;

  g_object_set (ours, "hours", "Mo-Fr 09:00-17:00", "time-zone", "Europe/Berlin", NULL);
  qd_test_add (fixture->portfolio, ours);
  add_wave (fixture, "Wave 1", "2026-11-30", "2026-12-11", QD_WAVE_STATE_AGREED, 1);
  qd_tenant_plan_waves_async (fixture->portfolio, fixture->tenant, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  tasks = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_TASK));

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (tasks, i);

      if (task->kind != QD_TASK_KIND_MILESTONE)
        continue;

      n_found++;
      g_assert_cmpstr (task->title, ==, "Cut-over: Wave 1");
      g_assert_cmpint (task->start, ==, day ("2026-12-11"));
    }

  g_assert_cmpuint (n_found, ==, 1);
}

static QdPlan *
add_plan (Fixture *fixture,
          gint64   account)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);

  qd_record_set_parent (plan, account);
  g_object_set (plan, "name", "Adoption", "start", 20000, "target", 20100, NULL);

  return qd_test_add (fixture->portfolio, plan);
}

static void
add_task (Fixture    *fixture,
          QdPlan     *plan,
          const char *title,
          const char *notes)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  qd_record_set_parent (task, qd_record_get_id (plan));
  g_object_set (task, "title", title, "notes", notes, NULL);
  qd_test_add (fixture->portfolio, task);
}

/* What a plan for Dedicated names that Dedicated has not is pointed out; in a plan for another it is no matter. */
static void
test_features (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (fixture->portfolio);
  QdAccount *other = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = add_plan (fixture, qd_record_get_id (fixture->account));
  QdPlan    *others;
  g_autoptr(GArray) found = NULL;
  g_autoptr(GArray) none = NULL;
  QdPlanFeature *one;

  g_object_set (other, "name", "Pommelaro Foods", "offering", QD_OFFERING_SELF_MANAGED, NULL);
  others = add_plan (fixture, qd_record_get_id (qd_test_add (fixture->portfolio, other)));
  add_task (fixture, plan, "Set up SAML", NULL);
  add_task (fixture, plan, "Clean up old jobs", "With the Rails console; the rails console is quick.");
  add_task (fixture, others, "Clean up in the Rails console", NULL);

  found = qd_plan_list_missing_features (book, plan);
  g_assert_cmpuint (found->len, ==, 1);
  one = &g_array_index (found, QdPlanFeature, 0);
  g_assert_cmpstr (one->feature->fact.key, ==, "rails-console");
  g_assert_cmpstr (one->task->title, ==, "Clean up old jobs");
  none = qd_plan_list_missing_features (book, others);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The templates that ship for Dedicated ask for nothing that it has not. */
static void
test_templates (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) templates = qd_templates_load_shipped (&error);

  g_assert_no_error (error);

  for (guint i = 0; i < templates->len; i++)
    {
      QdTemplatePlan *each = g_ptr_array_index (templates, i);
      g_autoptr(GArray) found = qd_template_list_missing_features (book, each);

      if (each->plan_kind != QD_PLAN_KIND_DEDICATED_ONBOARDING)
        continue;

      for (guint n = 0; n < found->len; n++)
        g_assert_cmpint (g_array_index (found, QdPlanFeature, n).feature->state, ==, QD_FEATURE_STATE_LIMITED);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/waves/plan", Fixture, NULL, set_up, test_plan, tear_down);
  g_test_add ("/waves/cutover", Fixture, NULL, set_up, test_cutover, tear_down);
  g_test_add ("/waves/features", Fixture, NULL, set_up, test_features, tear_down);
  g_test_add_func ("/waves/templates", test_templates);

  return g_test_run ();
}
