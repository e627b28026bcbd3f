/* test-accelerators.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-accelerator-edits.h"
#include "qd-account.h"
#include "qd-contact.h"
#include "qd-hands-on.h"
#include "qd-link.h"
#include "qd-phase.h"
#include "qd-team-member.h"
#include "qd-test.h"
#include "qd-week.h"

/* Monday, 2027-01-04, as cal(1) has it */
#define MONDAY 20822

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdCatalogue *catalogue;
  gint64       account;
} Fixture;

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

static QdScheduleTask
read_task (GPtrArray       *records,
           QdTask          *record,
           QdPlanCalendars *calendars)
{
  gboolean    meeting = record->kind == QD_TASK_KIND_WORKSHOP || record->kind == QD_TASK_KIND_CALL;
  guint       calendar = qd_plan_calendars_index ((QdCalendarSide)record->side, meeting);
  QdWorkTime *hours = qd_plan_calendars_get_all (calendars)[calendar];

  return (QdScheduleTask){
    .anchor = get_minute (record->start, record->start_time, hours, FALSE),
    .finish = QD_MINUTE_NONE,
    .duration = record->duration != QD_INTEGER_NONE ? (int)record->duration : 0,
    .parent = record->parent != 0 ? (int)find_task (records, record->parent) : -1,
    .constraint = record->constraint_kind,
    .constraint_at = record->constraint_day != QD_DAY_NONE ? qd_minute_from_day (record->constraint_day) + (QdMinute)record->constraint_time : 0,
    .calendar = calendar,
  };
}

static QdSchedule *
create_schedule (Fixture         *fixture,
                 QdPlan          *plan,
                 GPtrArray       *records,
                 QdPlanCalendars *calendars)
{
  GPtrArray *ties = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, qd_record_get_id (plan));
  g_autoptr(GArray) tasks = g_array_new (FALSE, TRUE, sizeof (QdScheduleTask));
  g_autoptr(GArray) links = g_array_new (FALSE, TRUE, sizeof (QdScheduleLink));

  for (guint i = 0; i < records->len; i++)
    {
      QdScheduleTask task = read_task (records, g_ptr_array_index (records, i), calendars);

      g_array_append_val (tasks, task);
    }

  for (guint i = 0; i < ties->len; i++)
    {
      QdLink        *tie = g_ptr_array_index (ties, i);
      QdScheduleLink link = { .from = find_task (records, tie->predecessor),
                              .to = find_task (records, tie->successor),
                              .kind = tie->kind };

      g_array_append_val (links, link);
    }

  return qd_schedule_new (&(QdScheduleInput){ tasks,
                                              links,
                                              qd_plan_calendars_get_all (calendars),
                                              QD_PLAN_CALENDARS_N,
                                              qd_minute_from_day (plan->start),
                                              QD_MINUTE_NONE },
                          NULL,
                          NULL);
}

/* The scheduler over the records, as they were kept, leaves every date where it is. */
static void
check_records (Fixture         *fixture,
               QdPlan          *plan,
               QdPlanCalendars *calendars)
{
  GPtrArray *records = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  g_autoptr(QdSchedule) schedule = create_schedule (fixture, plan, records, calendars);

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

static void
check_objectives (Fixture   *fixture,
                  GPtrArray *objectives)
{
  g_assert_cmpuint (objectives->len, ==, 2);

  for (guint i = 0; i < objectives->len; i++)
    {
      QdObjective *objective = g_ptr_array_index (objectives, i);
      QdObjective *mutual = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_OBJECTIVE, objective->supports);

      g_assert_cmpstr (objective->name, ==, mutual->name);
      g_assert_cmpstr (objective->criteria, ==, "Half the time");
    }
}

/* The lab is for security, the coach for CI; what fits none, for the first, which is CI too. */
static void
check_tasks (Fixture   *fixture,
             GPtrArray *tasks,
             gint64     ci,
             gint64     security)
{
  guint n_for_security = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask      *task = g_ptr_array_index (tasks, i);
      QdObjective *objective = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_OBJECTIVE, task->objective);
      gboolean     is_lab = g_strcmp0 (task->content_module, "hands-on-security-lab") == 0;

      check_task (task);
      g_assert_null (qd_task_find_hands_on (fixture->portfolio, task));
      n_for_security += is_lab;

      if (task->content_module == NULL)
        g_assert_null (objective);
      else
        g_assert_cmpint (objective->supports, ==, is_lab ? security : ci);
    }

  /* Its summary, four tasks, the lab itself and what comes of it */
  g_assert_cmpuint (n_for_security, ==, 7);
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
  gint64     id;

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
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "New Accelerator");

  check_objectives (fixture, qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_OBJECTIVE, id));
  check_tasks (fixture, tasks, ci, security);
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

  g_test_add ("/accelerators/wizard", Fixture, NULL, set_up, test_wizard, tear_down);
  g_test_add ("/accelerators/wizard-hours", Fixture, NULL, set_up, test_wizard_hours, tear_down);

  return g_test_run ();
}
