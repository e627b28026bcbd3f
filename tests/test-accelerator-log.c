/* test-accelerator-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-accelerator-load.h"
#include "qd-account.h"
#include "qd-activity-text.h"
#include "qd-catalogue-edits.h"
#include "qd-csv-table.h"
#include "qd-event-csv.h"
#include "qd-event-log.h"
#include "qd-phase.h"
#include "qd-team-member.h"
#include "qd-test.h"
#include "qd-week.h"

/* Monday, 2027-01-04, as cal(1) has it */
#define MONDAY 20822

#define NOW G_GINT64_CONSTANT (1799000000)

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdCatalogue *catalogue;
  QdAccount   *account;
  QdPlan      *plan;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount    *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdTeamMember *member = qd_record_new_draft (QD_TYPE_TEAM_MEMBER);
  QdPlan       *plan = qd_record_new_draft (QD_TYPE_PLAN);

  qd_week_set_first_weekday (1);
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->catalogue = qd_catalogue_new (fixture->portfolio);
  g_object_set (account, "name", "Wexbarrow", "codename", "Osprey", "offering", QD_OFFERING_DEDICATED, NULL);
  fixture->account = qd_test_add (fixture->portfolio, account);
  g_object_set (member, "account", qd_record_get_id (fixture->account), "name", "Lyle", "role", QD_TEAM_ROLE_CSA, "email", "lyle@gitlab.example", NULL);
  qd_test_add (fixture->portfolio, member);
  g_object_set (plan,
                "account", qd_record_get_id (fixture->account),
                "kind", QD_PLAN_KIND_ACCELERATOR,
                "name", "Accelerator",
                "start", MONDAY,
                "target", MONDAY + 81,
                "accelerator", QD_ACCELERATOR_CI,
                NULL);
  fixture->plan = qd_test_add (fixture->portfolio, plan);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->catalogue);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdTask *
add_task (Fixture    *fixture,
          const char *title,
          QdTaskKind  kind,
          const char *module,
          int         start,
          gint64      time,
          gint64      minutes)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task,
                "plan", qd_record_get_id (fixture->plan),
                "title", title,
                "kind", kind,
                "content-module", module,
                "start", start,
                "due", start,
                "start-time", time,
                "due-time", time != QD_INTEGER_NONE ? time + minutes : QD_INTEGER_NONE,
                "duration", minutes,
                "owner", "Lyle",
                "customer-owner", "Jolanda",
                NULL);

  return qd_test_add (fixture->portfolio, task);
}

static void
set_our_zone (Fixture    *fixture,
              const char *zone)
{
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);

  g_object_set (calendar, "hours", QD_WORK_WEEK_USUAL, "time-zone", zone, NULL);
  qd_test_add (fixture->portfolio, calendar);
}

/* Every entry is a CSA Engagement, of one of the seven types, with the module it was (Success
 * Services page). In Berlin it is an hour later than in UTC in January, two in July. */
static void
test_event (Fixture      *fixture,
            gconstpointer data)
{
  const struct
  {
    const char *title;
    QdTaskKind  kind;
    const char *module;
    int         day;
    gint64      time;
    int         accelerator;
    const char *content_module;
    const char *begins_at; /* with our zone */
  } cases[] = {
    { "Discovery workshop", QD_TASK_KIND_WORKSHOP, NULL, MONDAY, 600, QD_ACCELERATOR_CI, NULL, "2027-01-04T09:00:00Z" },
    { "Lab", QD_TASK_KIND_WORKSHOP, "hands-on-security-lab", MONDAY + 182, 600, QD_ACCELERATOR_SECURITY, "Hands-on security lab", "2027-07-05T08:00:00Z" },
    { "Audit", QD_TASK_KIND_WORKSHOP, "intro-to-audit-compliance", MONDAY, QD_INTEGER_NONE, QD_ACCELERATOR_COMPLIANCE, "Intro to audit, compliance, and separation of duties workshop", NULL },
    /* By its name, and of what is in no catalogue */
    { "Runners", QD_TASK_KIND_CALL, "runner FLEET guidance", MONDAY, 30, QD_ACCELERATOR_CI, "Runner fleet guidance", "2027-01-03T23:30:00Z" },
    { "Costs", QD_TASK_KIND_CALL, "Cost report", MONDAY, 600, QD_ACCELERATOR_CI, "Cost report", "2027-01-04T09:00:00Z" },
  };

  for (int with_zone = 0; with_zone <= 1; with_zone++)
    {
      if (with_zone)
        set_our_zone (fixture, "Europe/Berlin");

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          QdTask *task = add_task (fixture, cases[i].title, cases[i].kind, cases[i].module, cases[i].day, cases[i].time, 120);
          g_autoptr(QdActivity) event = qd_activity_new_from_task (fixture->catalogue, task, NOW);

          g_assert_cmpint (event->account, ==, qd_record_get_id (fixture->account));
          g_assert_cmpint (event->kind, ==, QD_ACTIVITY_KIND_CSA_ENGAGEMENT);
          g_assert_cmpstr (event->subject, ==, cases[i].title);
          g_assert_cmpint (event->day, ==, cases[i].day);
          g_assert_cmpint (event->accelerator, ==, cases[i].accelerator);
          g_assert_cmpstr (event->content_module, ==, cases[i].content_module);
          g_assert_cmpstr (event->begins_at, ==, with_zone ? cases[i].begins_at : NULL);
          g_assert_cmpstr (event->time_zone, ==, with_zone && cases[i].begins_at != NULL ? "Europe/Berlin" : NULL);
          g_assert_cmpint (event->minutes, ==, 120);
          g_assert_cmpstr (event->internal_attendees, ==, "Lyle");
          g_assert_cmpstr (event->external_attendees, ==, "Jolanda");
          g_assert_cmpint (event->task, ==, qd_record_get_id (task));
          g_assert_cmpint (event->created, ==, NOW);
        }
    }
}

static void
test_unlogged (Fixture      *fixture,
               gconstpointer data)
{
  QdTask     *later = add_task (fixture, "Planning", QD_TASK_KIND_WORKSHOP, NULL, MONDAY + 7, 600, 120);
  QdTask     *first = add_task (fixture, "Discovery", QD_TASK_KIND_WORKSHOP, NULL, MONDAY, 600, 120);
  QdTask     *timeless = add_task (fixture, "Call", QD_TASK_KIND_CALL, NULL, MONDAY + 1, QD_INTEGER_NONE, 60);
  QdActivity *event;
  const struct
  {
    int     day;
    int     time;
    guint   n_unlogged;
    QdTask *last;
  } cases[] = {
    { MONDAY, 719, 0, NULL },
    { MONDAY, 720, 1, first },
    { MONDAY + 1, 1439, 1, first }, /* without a time, it may still come today */
    { MONDAY + 2, 0, 2, timeless },
    { MONDAY + 7, 720, 3, later },
  };

  add_task (fixture, "Write", QD_TASK_KIND_TASK, NULL, MONDAY, 600, 120);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) unlogged = qd_plan_list_unlogged (
          fixture->portfolio, fixture->plan, qd_minute_from_day (cases[i].day) + cases[i].time);

      g_assert_cmpuint (unlogged->len, ==, cases[i].n_unlogged);

      if (unlogged->len > 0)
        g_assert_true (unlogged->pdata[unlogged->len - 1] == cases[i].last);
    }

  g_assert_null (qd_task_find_event (fixture->portfolio, first));
  event = qd_test_add (fixture->portfolio, qd_activity_new_from_task (fixture->catalogue, first, NOW));
  g_assert_true (qd_task_find_event (fixture->portfolio, first) == event);

  {
    g_autoptr(GPtrArray) unlogged =
                  qd_plan_list_unlogged (fixture->portfolio, fixture->plan, qd_minute_from_day (MONDAY + 30));

    g_assert_cmpuint (unlogged->len, ==, 2);
    g_assert_true (unlogged->pdata[0] == timeless);
  }

  qd_test_undo (fixture->store);
  g_assert_null (qd_task_find_event (fixture->portfolio, first));
}

/* The columns that are mapped in Gainsight, in the words it has; a formula is disarmed. */
static void
test_csv (Fixture      *fixture,
          gconstpointer data)
{
  QdTask     *task = add_task (fixture, "=HYPERLINK(\"x\")", QD_TASK_KIND_WORKSHOP, "hands-on-security-lab", MONDAY, 600, 120);
  QdTask     *older = add_task (fixture, "Earlier, \"quoted\"", QD_TASK_KIND_CALL, NULL, MONDAY - 7, QD_INTEGER_NONE, 60);
  QdActivity *update = qd_record_new_draft (QD_TYPE_ACTIVITY);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) internal = NULL;
  g_autoptr(GBytes) none = NULL;
  g_autoptr(QdCsvTable) table = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *header = NULL;
  const QdCsvRow  *row;
  gsize            size;

  set_our_zone (fixture, "Europe/Berlin");
  qd_test_add (fixture->portfolio, qd_activity_new_from_task (fixture->catalogue, task, NOW));
  qd_test_add (fixture->portfolio, qd_activity_new_from_task (fixture->catalogue, older, NOW));
  g_object_set (update, "account", qd_record_get_id (fixture->account), "kind", QD_ACTIVITY_KIND_UPDATE, "subject", "Not one", "day", MONDAY, "created", NOW, NULL);
  qd_test_add (fixture->portfolio, update);

  bytes = qd_event_csv_export (fixture->portfolio, qd_record_get_id (fixture->account), QD_AUDIENCE_ME, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes), "'=HYPERLINK"));
  table = qd_csv_table_new (bytes, &error);
  g_assert_no_error (error);
  header = g_strjoinv ("|", table->header);
  g_assert_cmpstr (header,
                   ==,
                   "ExternalId|Company Name|Activity Type|Subject|Activity Date|Notes|Author Email|Internal Attendees|"
                   "External Attendees|Meeting Type|CSM Sentiment|Accelerator Type|Accelerator Content Module");
  g_assert_cmpuint (table->rows->len, ==, 2);
  row = g_ptr_array_index (table->rows, 0);
  g_assert_cmpstr (qd_csv_table_get (table, row, 3), ==, "Earlier, \"quoted\"");
  g_assert_cmpstr (qd_csv_table_get (table, row, 4), ==, "2026-12-28");
  row = g_ptr_array_index (table->rows, 1);
  g_assert_cmpuint (strlen (qd_csv_table_get (table, row, 0)), ==, 16);
  g_assert_cmpstr (qd_csv_table_get (table, row, 1), ==, "Wexbarrow");
  g_assert_cmpstr (qd_csv_table_get (table, row, 2), ==, "CSA Engagement");
  g_assert_cmpstr (qd_csv_table_get (table, row, 4), ==, "2027-01-04T09:00:00Z");
  g_assert_cmpstr (qd_csv_table_get (table, row, 6), ==, "lyle@gitlab.example");
  g_assert_cmpstr (qd_csv_table_get (table, row, 11), ==, "Security");
  g_assert_cmpstr (qd_csv_table_get (table, row, 12), ==, "Hands-on security lab");

  /* Colleagues know the customer by its codename, and the customer reads none of it. */
  internal = qd_event_csv_export (fixture->portfolio, 0, QD_AUDIENCE_INTERNAL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (internal, NULL), g_bytes_get_size (internal), "Osprey"));
  g_assert_null (g_strstr_len (g_bytes_get_data (internal, NULL), g_bytes_get_size (internal), "Wexbarrow"));
  none = qd_event_csv_export (fixture->portfolio, qd_record_get_id (fixture->account), QD_AUDIENCE_CUSTOMER, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (g_bytes_get_data (none, NULL), g_bytes_get_size (none), "Engagement"));
}

/* A name that must not be read refuses the whole; so does an account that is gone. */
static void
test_csv_refused (Fixture      *fixture,
                  gconstpointer data)
{
  QdTask *task = add_task (fixture, "Wexbarrow’s runners", QD_TASK_KIND_WORKSHOP, NULL, MONDAY, 600, 120);
  g_autoptr(GError) error = NULL;

  qd_test_add (fixture->portfolio, qd_activity_new_from_task (fixture->catalogue, task, NOW));
  g_assert_null (qd_event_csv_export (fixture->portfolio, 0, QD_AUDIENCE_INTERNAL, &error));
  g_assert_nonnull (strstr (error->message, "Subject of “"));
  g_clear_error (&error);
  g_assert_null (qd_event_csv_export (fixture->portfolio, 4711, QD_AUDIENCE_ME, &error));
  g_assert_cmpstr (error->message, ==, "It is no longer there; nothing was exported");
}

static QdMinute
at (int day,
    int hour)
{
  return qd_minute_from_day (MONDAY + day) + hour * 60;
}

static void
check_week (QdAcceleratorLoad *load,
            guint              index,
            const char        *owner,
            int                week,
            gint64             minutes,
            guint              n_meetings)
{
  QdLoadWeek *found = g_ptr_array_index (load->weeks, index);

  g_assert_cmpstr (found->owner, ==, owner);
  g_assert_cmpint (found->first, ==, MONDAY + 7 * week);
  g_assert_cmpint (found->minutes, ==, minutes);
  g_assert_cmpuint (found->n_meetings, ==, n_meetings);
}

/* By hand: what takes ten working days over three weeks, from Thursday to Wednesday, is two, five
 * and three of them; meetings are in their week. */
/* As it is pasted into Gainsight: in its words, and only what there is. */
static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  QdTask *task = add_task (fixture, "Discovery workshop", QD_TASK_KIND_WORKSHOP, "gitlab-ci-basics", MONDAY, 600, 90);
  g_autoptr(QdActivity) draft = qd_activity_new_from_task (fixture->catalogue, task, NOW);
  g_autofree char *text = NULL;
  g_autofree char *timed = NULL;

  g_object_set (draft, "content-module", "CI Basics", "notes", "Agreed on two projects.\nNext: runners.", "csm-sentiment", QD_SENTIMENT_GREEN, NULL);
  text = qd_activity_dup_text (draft);
  g_assert_cmpstr (text, ==, "Activity Type: CSA Engagement\n"
                             "Subject: Discovery workshop\n"
                             "Activity Date: 2027-01-04\n"
                             "Duration (minutes): 90\n"
                             "Internal Attendees: Lyle\n"
                             "External Attendees: Jolanda\n"
                             "CSM Sentiment: Green\n"
                             "Accelerator Type: CI\n"
                             "Accelerator Content Module: CI Basics\n"
                             "\n"
                             "Agreed on two projects.\nNext: runners.\n");
  g_object_set (draft, "begins-at", "2027-01-04T09:00:00Z", NULL);
  timed = qd_activity_dup_text (draft);
  g_assert_nonnull (strstr (timed, "Activity Date: 2027-01-04 09:00 UTC\n"));
}

/* What is over of the account's accelerators, and of no other plan. */
static void
test_unlogged_of_account (Fixture      *fixture,
                          gconstpointer data)
{
  QdPlan *other = qd_record_new_draft (QD_TYPE_PLAN);
  QdTask *task = add_task (fixture, "Discovery workshop", QD_TASK_KIND_WORKSHOP, NULL, MONDAY, 600, 90);
  QdTask *elsewhere = qd_record_new_draft (QD_TYPE_TASK);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  g_object_set (other,
                "account", qd_record_get_id (fixture->account),
                "kind", QD_PLAN_KIND_ONBOARDING,
                "name", "Onboarding",
                "start", MONDAY,
                "target", MONDAY + 30,
                NULL);
  other = qd_test_add (fixture->portfolio, other);
  g_object_set (elsewhere, "plan", qd_record_get_id (other), "title", "Kick-off", "kind", QD_TASK_KIND_CALL, "start", MONDAY, "due", MONDAY, NULL);
  elsewhere = qd_test_add (fixture->portfolio, elsewhere);
  g_assert_true (qd_task_is_of_accelerator (fixture->portfolio, task));
  g_assert_false (qd_task_is_of_accelerator (fixture->portfolio, elsewhere));

  before = qd_account_list_unlogged (fixture->portfolio, qd_record_get_id (fixture->account), qd_minute_from_day (MONDAY));
  after = qd_account_list_unlogged (fixture->portfolio, qd_record_get_id (fixture->account), qd_minute_from_day (MONDAY + 1));
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (g_ptr_array_index (after, 0) == task);
}

static void
test_load_weeks (void)
{
  QdWorkWeek week;
  g_autoptr(QdWorkTime) hours = NULL;
  g_autoptr(GPtrArray) accelerators = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_load_accelerator_free);
  g_autoptr(QdAcceleratorLoad) load = NULL;
  QdLoadAccelerator *first = qd_load_accelerator_new (1, "Osprey", "Lyle", MONDAY, MONDAY + 60);
  QdLoadAccelerator *second = qd_load_accelerator_new (2, "Heron", "Maren", MONDAY, MONDAY + 60);

  g_assert_true (qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL));
  hours = qd_work_time_new (&week, MONDAY - 30, MONDAY + 100, NULL, NULL);
  g_ptr_array_add (accelerators, first);
  g_ptr_array_add (accelerators, second);
  qd_load_accelerator_add (first, 1, "Write", NULL, FALSE, at (3, 9), at (16, 17), 1000);
  qd_load_accelerator_add (first, 2, "Workshop", NULL, TRUE, at (7, 10), at (7, 12), 120);
  qd_load_accelerator_add (first, 3, "Call", "Maren", TRUE, at (8, 10), at (8, 11), 60);
  qd_load_accelerator_add (second, 4, "On a Sunday", NULL, FALSE, at (13, 10), at (13, 12), 90);
  qd_load_accelerator_add (second, 5, "Nothing", NULL, FALSE, at (28, 9), at (28, 17), 0);
  load = qd_accelerator_load_new (accelerators, hours, QD_LOAD_USUAL_MOST);
  g_assert_cmpuint (load->weeks->len, ==, 4);
  check_week (load, 0, "Lyle", 0, 200, 0);
  check_week (load, 1, "Lyle", 1, 500 + 120, 1);
  check_week (load, 2, "Lyle", 2, 300, 0);
  check_week (load, 3, "Maren", 1, 60 + 90, 1);
  g_assert_cmpuint (load->clashes->len, ==, 0);
}

/* By hand: which two meetings of one person do not go together. */
static void
test_load_clashes (void)
{
  const struct
  {
    const char *owner;
    gboolean    same; /* accelerator */
    QdMinute    start;
    QdMinute    finish;
    int         kind; /* with a meeting of Lyle's on Monday from 10 to 12; -1 for none */
  } cases[] = {
    { "Lyle", FALSE, at (0, 11), at (0, 13), QD_LOAD_CLASH_OVERLAP },
    { "Lyle", TRUE, at (0, 11), at (0, 13), QD_LOAD_CLASH_OVERLAP },
    { "Lyle", FALSE, at (0, 10), at (0, 11), QD_LOAD_CLASH_OVERLAP },
    { "Maren", FALSE, at (0, 11), at (0, 13), -1 },
    { "Lyle", FALSE, at (0, 8), at (0, 10), QD_LOAD_CLASH_HALF_DAY },
    { "Lyle", TRUE, at (0, 8), at (0, 10), -1 },
    { "Lyle", FALSE, at (0, 12), at (0, 13), -1 },
    { "Lyle", FALSE, at (0, 14), at (0, 16), -1 },
    { "Lyle", FALSE, at (1, 10), at (1, 12), -1 },
  };
  g_autoptr(QdWorkTime) hours = qd_work_time_new_always (MONDAY - 30, MONDAY + 100);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) accelerators = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_load_accelerator_free);
      g_autoptr(QdAcceleratorLoad) load = NULL;
      QdLoadAccelerator *first = qd_load_accelerator_new (1, "Osprey", "Lyle", MONDAY, MONDAY + 60);
      QdLoadAccelerator *second = qd_load_accelerator_new (2, "Heron", "Lyle", MONDAY, MONDAY + 60);

      g_ptr_array_add (accelerators, first);
      g_ptr_array_add (accelerators, second);
      qd_load_accelerator_add (first, 1, "Discovery", NULL, TRUE, at (0, 10), at (0, 12), 120);
      qd_load_accelerator_add (
          cases[i].same ? first : second, 2, "Review", cases[i].owner, TRUE, cases[i].start, cases[i].finish, 60);
      load = qd_accelerator_load_new (accelerators, hours, QD_LOAD_USUAL_MOST);
      g_assert_cmpuint (load->clashes->len, ==, cases[i].kind >= 0);

      if (cases[i].kind >= 0)
        {
          QdLoadClash *clash = g_ptr_array_index (load->clashes, 0);

          g_assert_cmpint (clash->kind, ==, cases[i].kind);
          g_assert_cmpint (clash->task + clash->other, ==, 3);
          g_assert_cmpint (clash->first, ==, MONDAY);
        }

      if (i == 0)
        g_assert_cmpstr (((QdLoadClash *)load->clashes->pdata[0])->words,
                         ==,
                         "Lyle has two meetings at the same time: “Discovery” of Osprey and “Review” of Heron, on Monday 4 January 2027");
    }
}

/* Five in delivery from day 40 to 65, six on day 50; on day 61 one begins when another has ended. */
static void
test_load_too_many (void)
{
  const int spans[][2] = { { 0, 60 }, { 10, 70 }, { 20, 80 }, { 30, 90 }, { 40, 65 }, { 50, 50 }, { 61, 100 } };
  g_autoptr(QdWorkTime) hours = qd_work_time_new_always (MONDAY - 30, MONDAY + 100);
  g_autoptr(GPtrArray) accelerators = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_load_accelerator_free);
  g_autoptr(QdAcceleratorLoad) load = NULL;
  g_autoptr(QdAcceleratorLoad) more = NULL;
  QdLoadClash *clash;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_ptr_array_add (accelerators, qd_load_accelerator_new (i + 1, "Osprey", "Lyle", MONDAY + spans[i][0], MONDAY + spans[i][1]));

  load = qd_accelerator_load_new (accelerators, hours, QD_LOAD_USUAL_MOST);
  g_assert_cmpuint (load->clashes->len, ==, 1);
  clash = g_ptr_array_index (load->clashes, 0);
  g_assert_cmpint (clash->kind, ==, QD_LOAD_CLASH_TOO_MANY);
  g_assert_cmpint (clash->first, ==, MONDAY + 40);
  g_assert_cmpint (clash->last, ==, MONDAY + 65);
  g_assert_cmpuint (clash->n_accelerators, ==, 6);
  more = qd_accelerator_load_new (accelerators, hours, 6);
  g_assert_cmpuint (more->clashes->len, ==, 0);
}

/* Of a plan: meetings and what is ours, without summaries, milestones and what the customer does. */
static void
test_load_of_plan (Fixture      *fixture,
                   gconstpointer data)
{
  QdTask *workshop = add_task (fixture, "Discovery", QD_TASK_KIND_WORKSHOP, NULL, MONDAY, 600, 120);
  QdTask *ours = qd_record_new_draft (QD_TYPE_TASK);
  QdTask *theirs = qd_record_new_draft (QD_TYPE_TASK);
  QdTask *summary = add_task (fixture, "Module", QD_TASK_KIND_TASK, NULL, MONDAY, QD_INTEGER_NONE, 4800);
  g_autoptr(QdLoadAccelerator) load = NULL;
  g_autoptr(QdWorkTime) hours = NULL;
  QdLoadTask *task;
  QdWorkWeek  week;

  g_object_set (ours, "plan", qd_record_get_id (fixture->plan), "title", "Write", "start", MONDAY, "due", MONDAY + 1, "duration", G_GINT64_CONSTANT (960), "work", G_GINT64_CONSTANT (300), "side", QD_TASK_SIDE_OURS, "owner", "Lyle", "parent", qd_record_get_id (summary), NULL);
  g_object_set (theirs, "plan", qd_record_get_id (fixture->plan), "title", "Try", "start", MONDAY, "due", MONDAY + 1, "duration", G_GINT64_CONSTANT (960), "side", QD_TASK_SIDE_THEIRS, "owner", "Maren", NULL);
  qd_test_add (fixture->portfolio, ours);
  qd_test_add (fixture->portfolio, theirs);

  for (int i = 0; i < 4; i++)
    {
      QdPhase *phase = qd_record_new_draft (QD_TYPE_PHASE);

      g_object_set (phase, "plan", qd_record_get_id (fixture->plan), "name", "Phase", "first", (gint64)i * 10, "last", (gint64)i * 10 + 9, "position", 4.0 - i, NULL);
      qd_test_add (fixture->portfolio, phase);
    }

  g_assert_true (qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL));
  hours = qd_work_time_new (&week, MONDAY - 30, MONDAY + 100, NULL, NULL);
  load = qd_load_accelerator_new_from_plan (fixture->portfolio, fixture->plan, "Osprey", hours);
  g_assert_cmpstr (load->owner, ==, "Lyle");
  g_assert_cmpint (load->first, ==, MONDAY + 10);
  g_assert_cmpint (load->last, ==, MONDAY + 19);
  g_assert_cmpuint (load->tasks->len, ==, 2);
  task = g_ptr_array_index (load->tasks, 0);
  g_assert_cmpint (task->id, ==, qd_record_get_id (workshop));
  g_assert_true (task->is_meeting);
  g_assert_cmpint (task->start, ==, at (0, 10));
  g_assert_cmpint (task->finish, ==, at (0, 12));
  task = g_ptr_array_index (load->tasks, 1);
  g_assert_cmpint (task->minutes, ==, 300);
  g_assert_cmpint (task->start, ==, at (0, 9));
  g_assert_cmpint (task->finish, ==, at (1, 17));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  qd_week_set_first_weekday (1);

  g_test_add ("/accelerator-log/event", Fixture, NULL, set_up, test_event, tear_down);
  g_test_add ("/accelerator-log/unlogged", Fixture, NULL, set_up, test_unlogged, tear_down);
  g_test_add ("/accelerator-log/csv", Fixture, NULL, set_up, test_csv, tear_down);
  g_test_add ("/accelerator-log/csv-refused", Fixture, NULL, set_up, test_csv_refused, tear_down);
  g_test_add ("/accelerator-log/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/accelerator-log/unlogged-of-account", Fixture, NULL, set_up, test_unlogged_of_account, tear_down);
  g_test_add_func ("/accelerator-log/load-weeks", test_load_weeks);
  g_test_add_func ("/accelerator-log/load-clashes", test_load_clashes);
  g_test_add_func ("/accelerator-log/load-too-many", test_load_too_many);
  g_test_add ("/accelerator-log/load-of-plan", Fixture, NULL, set_up, test_load_of_plan, tear_down);

  return g_test_run ();
}
