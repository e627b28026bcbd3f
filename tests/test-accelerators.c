/* test-accelerators.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-accelerator-edits.h"
#include "qd-account.h"
#include "qd-catalogue-edits.h"
#include "qd-contact.h"
#include "qd-link.h"
#include "qd-phase.h"
#include "qd-team-member.h"
#include "qd-test.h"
#include "qd-week.h"

/* Monday, 2027-01-04, as cal(1) has it */
#define MONDAY 20822

/* 15 modules of the Success Services page of 2024, and 20 of the accelerator catalogue of 2026 */
#define N_SHIPPED 20

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdCatalogue *catalogue;
  gint64       account;
  guint        n_emissions;
  guint        position;
  guint        n_removed;
  guint        n_added;
} Fixture;

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    n_removed,
                  guint    n_added)
{
  fixture->n_emissions++;
  fixture->position = position;
  fixture->n_removed = n_removed;
  fixture->n_added = n_added;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  qd_week_set_first_weekday (1);
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->catalogue = qd_catalogue_new (fixture->portfolio);
  fixture->account = qd_record_get_id (account);
  g_object_set (account, "name", "Wexbarrow", NULL);
  qd_test_add (fixture->portfolio, account);
  g_signal_connect_swapped (fixture->catalogue, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->catalogue);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
}

static guint
count_modules (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->catalogue));
}

/* What ships is there by category, 6, 7, 2, 2 and 3 of each, and says what it is. */
static void
test_shipped (void)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (NULL);
  guint numbers[5] = { 0 };
  int   category = 0;
  guint n_listed = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalogue)), ==, N_SHIPPED);

  for (guint i = 0; i < N_SHIPPED; i++)
    {
      g_autoptr(QdCatalogueModule) module = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      g_assert_cmpint (module->state, ==, QD_MODULE_STATE_SHIPPED);
      g_assert_cmpint (module->category, >=, category);
      category = module->category;
      numbers[category]++;
      g_assert_nonnull (module->outcome);
      g_assert_nonnull (module->tasks);
      g_assert_cmpint (module->checked, ==, qd_day_from_ymd (2026, 11, 22));
      n_listed += g_strv_contains ((const char *const *)module->listed, "success-services");
    }

  g_assert_cmpuint (numbers[0], ==, 6);
  g_assert_cmpuint (numbers[1], ==, 7);
  g_assert_cmpuint (numbers[2], ==, 2);
  g_assert_cmpuint (numbers[3], ==, 2);
  g_assert_cmpuint (numbers[4], ==, 3);
  g_assert_cmpuint (n_listed, ==, 15);
}

static void
test_search (void)
{
  const struct
  {
    const char *text;
    int         category;
    guint       n_found;
    const char *first;
  } cases[] = {
    { "", QD_ENUM_NONE, N_SHIPPED, "introduction-to-ci-cd" },
    { NULL, QD_MODULE_CATEGORY_AGILE_PLANNING, 2, "intro-to-gitlab-plan" },
    { "  JÍRA  gitlab ", QD_ENUM_NONE, 1, "jira-and-gitlab-workshop" },
    { "jira", QD_MODULE_CATEGORY_CI_CD, 0, NULL },
    { "lab sandbox", QD_ENUM_NONE, 2, "hands-on-security-lab" },
    { "guidance report", QD_ENUM_NONE, 0, NULL },
    { "presents the findings", QD_ENUM_NONE, 2, "product-coach-ci" }, /* a task */
    { "compliance and security", QD_ENUM_NONE, 7, NULL },             /* the category */
    { "monorepos", QD_ENUM_NONE, 1, "monorepos-and-large-repositories" },
  };
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = qd_catalogue_search (catalogue, cases[i].text, cases[i].category);

      g_assert_cmpuint (found->len, ==, cases[i].n_found);

      if (cases[i].first != NULL)
        g_assert_cmpstr (((QdCatalogueModule *)found->pdata[0])->key, ==, cases[i].first);
    }
}

static gboolean
save (Fixture         *fixture,
      QdContentModule *draft,
      GError         **error)
{
  g_autoptr(GAsyncResult) slot = NULL;

  qd_catalogue_save_async (fixture->catalogue, draft, qd_test_async_cb, &slot);

  return qd_test_await_edit (fixture->store, &slot, error);
}

static void
rename_module (Fixture    *fixture,
               const char *key,
               const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdContentModule) draft =
                qd_catalogue_create_draft (fixture->catalogue, qd_catalogue_lookup (fixture->catalogue, key));

  g_object_set (draft, "name", name, NULL);
  save (fixture, draft, &error);
  g_assert_no_error (error);
}

/* An edited copy takes the place of what ships, and of nothing else; edited again it stays one
 * record, and reset it is as it ships. Each is one step, and the model follows with one emission. */
static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCatalogueModule) shipped = g_object_ref (qd_catalogue_lookup (fixture->catalogue, "upgrade-package"));
  g_autoptr(QdCatalogueModule) beside = g_object_ref (qd_catalogue_lookup (fixture->catalogue, "platform-resiliency"));
  QdCatalogueModule *edited;

  rename_module (fixture, "upgrade-package", "Upgrade together");
  edited = qd_catalogue_lookup (fixture->catalogue, "upgrade-package");
  g_assert_cmpuint (fixture->n_emissions, ==, 1);
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_cmpuint (fixture->n_added, ==, 1);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED);
  g_assert_cmpint (edited->state, ==, QD_MODULE_STATE_EDITED);
  g_assert_cmpstr (edited->name, ==, "Upgrade together");
  g_assert_cmpstr (edited->tasks[0], ==, shipped->tasks[0]);
  g_assert_cmpstr (edited->url, ==, shipped->url);
  g_assert_true (qd_catalogue_lookup (fixture->catalogue, "platform-resiliency") == beside);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Edit Module");

  rename_module (fixture, "upgrade-package", "Upgrade again");
  g_assert_cmpuint (count (fixture, QD_TYPE_CONTENT_MODULE), ==, 1);
  g_assert_cmpuint (fixture->n_emissions, ==, 2);
  qd_test_undo (fixture->store);
  g_assert_cmpstr (qd_catalogue_lookup (fixture->catalogue, "upgrade-package")->name, ==, "Upgrade together");

  qd_catalogue_reset_async (
      fixture->catalogue, qd_catalogue_lookup (fixture->catalogue, "upgrade-package"), qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_true (qd_catalogue_lookup (fixture->catalogue, "upgrade-package") == shipped);
  qd_test_undo (fixture->store);
  g_assert_cmpstr (qd_catalogue_lookup (fixture->catalogue, "upgrade-package")->name, ==, "Upgrade together");
  qd_test_redo (fixture->store);
  g_assert_true (qd_catalogue_lookup (fixture->catalogue, "upgrade-package") == shipped);
}

/* Two windows that both edit what ships: the second is told, and nothing is lost. */
static void
test_edit_twice (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdContentModule) second =
                qd_catalogue_create_draft (fixture->catalogue, qd_catalogue_lookup (fixture->catalogue, "upgrade-package"));

  rename_module (fixture, "upgrade-package", "Upgrade together");
  g_assert_false (save (fixture, second, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_assert_cmpstr (error->message,
                   ==,
                   "The key “upgrade-package” belongs to the module “Upgrade together” already; nothing was changed");
  g_assert_cmpuint (count (fixture, QD_TYPE_CONTENT_MODULE), ==, 1);
}

static void
test_own (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdContentModule) draft =
                qd_catalogue_create_own (fixture->catalogue, QD_MODULE_CATEGORY_CI_CD, "Runners on spot instances");
  QdCatalogueModule *own;

  g_object_set (draft, "tasks", "First\n\n  Second  \n", NULL);
  qd_catalogue_add_async (fixture->catalogue, draft, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED + 1);

  /* Behind those of its category that ship */
  g_assert_cmpuint (fixture->position, ==, 6);
  own = qd_catalogue_find (fixture->catalogue, "RUNNERS on Spot Instances");
  g_assert_nonnull (own);
  g_assert_cmpint (own->state, ==, QD_MODULE_STATE_OWN);
  g_assert_cmpuint (g_strv_length (own->tasks), ==, 2);
  g_assert_cmpstr (own->tasks[1], ==, "Second");
  g_assert_cmpint (qd_catalogue_module_get_minutes (own), ==, 90);

  qd_catalogue_delete_async (fixture->catalogue, own, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED);
  qd_test_undo (fixture->store);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED + 1);
  qd_test_undo (fixture->store);
  g_assert_cmpuint (count_modules (fixture), ==, N_SHIPPED);
}

static gint64
add_objective (Fixture    *fixture,
               const char *name,
               QdUseCase   use_case)
{
  QdPlan      *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdObjective *objective = qd_record_new_draft (QD_TYPE_OBJECTIVE);
  gint64       id = qd_record_get_id (objective);

  g_object_set (plan, "account", fixture->account, "kind", QD_PLAN_KIND_SUCCESS, "name", name, "start", MONDAY, "target", MONDAY + 300, NULL);
  g_object_set (objective, "plan", qd_record_get_id (plan), "name", name, "criteria", "Half the time", "use-case", use_case, NULL);
  qd_test_add (fixture->portfolio, plan);
  qd_test_add (fixture->portfolio, objective);

  return id;
}

static void
add_people (Fixture *fixture)
{
  const struct
  {
    const char *name;
    QdTeamRole  role;
  } team[] = { { "Maren", QD_TEAM_ROLE_CSM }, { "Lyle", QD_TEAM_ROLE_CSA }, { "Ada", QD_TEAM_ROLE_AE } };

  for (guint i = 0; i < G_N_ELEMENTS (team); i++)
    {
      QdTeamMember *member = qd_record_new_draft (QD_TYPE_TEAM_MEMBER);

      g_object_set (member, "account", fixture->account, "name", team[i].name, "role", team[i].role, NULL);
      qd_test_add (fixture->portfolio, member);
    }

  for (guint i = 0; i < 2; i++)
    {
      QdContact *contact = qd_record_new_draft (QD_TYPE_CONTACT);

      g_object_set (contact, "account", fixture->account, "name", i == 0 ? "Jolanda" : "Piotr", "champion", i == 1, NULL);
      qd_test_add (fixture->portfolio, contact);
    }
}

static QdPlan *
make (Fixture                  *fixture,
      const QdAcceleratorDraft *draft)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  qd_accelerator_new_async (draft, fixture->catalogue, fixture->portfolio, &id, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);

  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, id);
}

static QdMinute
get_minute (int         day,
            gint64      time,
            QdWorkTime *hours,
            gboolean    end)
{
  if (time != QD_INTEGER_NONE)
    return qd_minute_from_day (day) + (QdMinute)time;

  return end ? qd_work_time_previous (hours, qd_minute_from_day (day + 1))
             : qd_work_time_next (hours, qd_minute_from_day (day));
}

static guint
find_task (GPtrArray *tasks,
           gint64     id)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      if (qd_record_get_id (tasks->pdata[i]) == id)
        return i;
    }

  g_assert_not_reached ();
}

/* The scheduler over the records, as they were kept, leaves every date where it is. */
static void
check_records (Fixture         *fixture,
               QdPlan          *plan,
               QdPlanCalendars *calendars)
{
  GPtrArray *records = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  GPtrArray *ties = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, qd_record_get_id (plan));
  g_autoptr(GArray) tasks = g_array_new (FALSE, TRUE, sizeof (QdScheduleTask));
  g_autoptr(GArray) links = g_array_new (FALSE, TRUE, sizeof (QdScheduleLink));
  g_autoptr(QdSchedule) schedule = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      QdTask  *record = g_ptr_array_index (records, i);
      gboolean meeting = record->kind == QD_TASK_KIND_WORKSHOP || record->kind == QD_TASK_KIND_CALL;
      guint    calendar = qd_plan_calendars_index ((QdCalendarSide)record->side, meeting);

      g_array_append_val (
          tasks,
          ((QdScheduleTask){
              .anchor = get_minute (record->start, record->start_time, qd_plan_calendars_get_all (calendars)[calendar], FALSE),
              .finish = QD_MINUTE_NONE,
              .duration = record->duration != QD_INTEGER_NONE ? (int)record->duration : 0,
              .parent = record->parent != 0 ? (int)find_task (records, record->parent) : -1,
              .constraint = record->constraint_kind,
              .constraint_at = record->constraint_day != QD_DAY_NONE ? qd_minute_from_day (record->constraint_day) + (QdMinute)record->constraint_time : 0,
              .calendar = calendar,
          }));
    }

  for (guint i = 0; i < ties->len; i++)
    {
      QdLink *tie = g_ptr_array_index (ties, i);

      g_array_append_val (links,
                          ((QdScheduleLink){ .from = find_task (records, tie->predecessor),
                                             .to = find_task (records, tie->successor),
                                             .kind = tie->kind }));
    }

  schedule = qd_schedule_new (&(QdScheduleInput){ tasks,
                                                  links,
                                                  qd_plan_calendars_get_all (calendars),
                                                  QD_PLAN_CALENDARS_N,
                                                  qd_minute_from_day (plan->start),
                                                  QD_MINUTE_NONE },
                              NULL,
                              NULL);

  for (guint i = 0; i < records->len; i++)
    {
      QdTask         *record = g_ptr_array_index (records, i);
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);
      QdWorkTime     *hours = qd_schedule_get_calendar (schedule, i);

      g_assert_cmpint (qd_minute_get_day (dates.start), ==, record->start);
      g_assert_cmpint (qd_minute_get_day (MAX (dates.start, dates.finish - 1)), ==, record->due);

      if (!qd_schedule_is_summary (schedule, i))
        {
          g_assert_cmpint (dates.start, ==, get_minute (record->start, record->start_time, hours, FALSE));
          g_assert_cmpint (dates.finish, ==, get_minute (record->due, record->due_time, hours, TRUE));
        }
    }
}

static void
check_task (QdTask *task)
{
  g_assert_cmpint (task->visibility, ==, QD_VISIBILITY_CUSTOMER);
  g_assert_cmpint (task->phase, !=, 0);
  g_assert_cmpstr (task->owner, ==, "Lyle");
  g_assert_cmpstr (task->customer_owner, ==, task->side == QD_TASK_SIDE_OURS ? NULL : "Piotr");

  if (task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL)
    {
      g_assert_cmpint (task->side, ==, QD_TASK_SIDE_BOTH);
      g_assert_cmpint (task->start_time, !=, QD_INTEGER_NONE);
      g_assert_cmpint (task->due_time, ==, task->start_time + task->duration);
      g_assert_cmpint (task->constraint_kind, ==, QD_CONSTRAINT_KIND_NOT_BEFORE);
    }
}

/* All in one step, which goes as it came; with all that the draft says. */
static void
test_wizard (Fixture      *fixture,
             gconstpointer data)
{
  gint64 ci = add_objective (fixture, "Pipelines take half the time", QD_USE_CASE_CI);
  gint64 security = add_objective (fixture, "Findings have owners", QD_USE_CASE_SECURITY);
  gint64 gone = 4711;
  g_autoptr(QdAcceleratorDraft) draft = qd_accelerator_draft_new (fixture->account, MONDAY + 2);
  g_autoptr(QdAcceleratorLayout) layout = NULL;
  QdPlan    *plan;
  GPtrArray *tasks;
  GPtrArray *objectives;
  gint64     id;
  guint      n_for_security = 0;

  add_people (fixture);
  qd_accelerator_draft_fill (draft, fixture->portfolio);
  g_ptr_array_add (draft->modules, g_strdup ("hands-on-security-lab"));
  g_ptr_array_add (draft->modules, g_strdup ("product-coach-ci"));
  g_ptr_array_add (draft->modules, g_strdup ("upgrade-package"));
  g_array_append_val (draft->objectives, ci);
  g_array_append_val (draft->objectives, gone);
  g_array_append_val (draft->objectives, security);
  draft->uncounted = TRUE;
  layout = qd_accelerator_lay_out (draft, fixture->catalogue);
  plan = make (fixture, draft);
  id = qd_record_get_id (plan);
  tasks = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, id);
  objectives = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_OBJECTIVE, id);

  g_assert_cmpstr (plan->name, ==, "Security accelerator");
  g_assert_cmpint (plan->kind, ==, QD_PLAN_KIND_ACCELERATOR);
  g_assert_cmpint (plan->status, ==, QD_PLAN_STATUS_DRAFT);
  g_assert_cmpint (plan->accelerator, ==, QD_ACCELERATOR_SECURITY);
  g_assert_true (plan->uncounted);
  g_assert_cmpint (plan->start, ==, MONDAY);
  g_assert_cmpint (plan->target, ==, layout->target);
  g_assert_cmpuint (tasks->len, ==, layout->tasks->len);
  g_assert_cmpuint (count (fixture, QD_TYPE_LINK), ==, layout->links->len);
  g_assert_cmpuint (count (fixture, QD_TYPE_PHASE), ==, 4);
  g_assert_cmpuint (objectives->len, ==, 2);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "New Accelerator");

  for (guint i = 0; i < objectives->len; i++)
    {
      QdObjective *objective = g_ptr_array_index (objectives, i);
      QdObjective *mutual = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_OBJECTIVE, objective->supports);

      g_assert_cmpstr (objective->name, ==, mutual->name);
      g_assert_cmpstr (objective->criteria, ==, "Half the time");
    }

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask      *task = g_ptr_array_index (tasks, i);
      QdObjective *objective = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_OBJECTIVE, task->objective);

      check_task (task);

      /* The lab is for security, the coach for CI; what fits none, for the first. */
      if (task->content_module == NULL)
        g_assert_null (objective);
      else
        g_assert_cmpint (objective->supports, ==, g_str_equal (task->content_module, "hands-on-security-lab") ? security : ci);

      n_for_security += objective != NULL && objective->supports == security;
    }

  g_assert_cmpuint (n_for_security, ==, 7);
  check_records (fixture, plan, draft->calendars);

  qd_test_undo (fixture->store);
  g_assert_null (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, id));
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK) + count (fixture, QD_TYPE_LINK) + count (fixture, QD_TYPE_PHASE), ==, 0);
  g_assert_cmpuint (count (fixture, QD_TYPE_OBJECTIVE), ==, 2);
  qd_test_redo (fixture->store);
  plan = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, id);
  g_assert_nonnull (plan);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, layout->tasks->len);
  check_records (fixture, plan, draft->calendars);
}

/* Hours until midnight, hours of a night, and a lunch break go through the records unharmed. */
static void
test_wizard_hours (Fixture      *fixture,
                   gconstpointer data)
{
  const char *const hours[] = {
    "Mo-Fr 16:00-24:00",
    "Mo-Fr 00:00-08:00",
    "Mo-Th 08:00-12:00,13:00-17:30; Fr 08:00-11:30",
    "Su-Th 09:00-18:00",
  };

  add_people (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr(QdAcceleratorDraft) draft = qd_accelerator_draft_new (fixture->account, MONDAY);
      QdWorkingCalendar *ours = qd_working_calendar_find (fixture->portfolio, 0);
      g_autoptr(QdWorkingCalendar) kept = ours != NULL ? qd_record_dup_draft (ours) : qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GError) error = NULL;
      QdBatch *batch = qd_batch_new ();
      QdPlan  *plan;

      g_object_set (kept, "hours", hours[i], NULL);

      if (ours != NULL)
        qd_batch_update (batch, kept);
      else
        qd_batch_insert (batch, kept);

      qd_batch_apply_async (batch, fixture->store, "Hours", NULL, qd_test_async_cb, &slot);
      qd_test_await_edit (fixture->store, &slot, &error);
      g_assert_no_error (error);
      qd_accelerator_draft_fill (draft, fixture->portfolio);
      g_ptr_array_add (draft->modules, g_strdup ("ultimate-onboarding"));
      g_ptr_array_add (draft->modules, g_strdup ("ai-ml-hands-on-lab"));
      draft->reporting_week = i % 2;
      plan = make (fixture, draft);
      g_assert_nonnull (plan);
      check_records (fixture, plan, draft->calendars);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/accelerators/shipped", test_shipped);
  g_test_add_func ("/accelerators/search", test_search);
  g_test_add ("/accelerators/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/accelerators/edit-twice", Fixture, NULL, set_up, test_edit_twice, tear_down);
  g_test_add ("/accelerators/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/accelerators/wizard", Fixture, NULL, set_up, test_wizard, tear_down);
  g_test_add ("/accelerators/wizard-hours", Fixture, NULL, set_up, test_wizard_hours, tear_down);

  return g_test_run ();
}
