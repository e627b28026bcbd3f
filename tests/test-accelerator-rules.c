/* test-accelerator-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-allowance.h"
#include "qd-instant.h"
#include "qd-onboarding-clock.h"

static int
day (const char *text)
{
  int number = QD_DAY_NONE;

  if (text != NULL)
    g_assert_true (qd_day_parse (text, &number));

  return number;
}

static gint64
instant (const char *text)
{
  gint64 seconds;

  g_assert_true (qd_instant_parse (text, &seconds));

  return seconds;
}

/* By hand: the year that the day is in, and its quarter. */
static void
test_contract_year (void)
{
  const struct
  {
    const char *contract_start;
    const char *renewal;
    const char *day;
    const char *first;
    const char *last;
    int         quarter;
  } cases[] = {
    { "2024-07-01", "2027-06-30", "2026-11-22", "2026-07-01", "2027-06-30", 2 },
    { "2024-07-01", NULL, "2026-07-01", "2026-07-01", "2027-06-30", 1 },
    { "2024-07-01", NULL, "2026-06-30", "2025-07-01", "2026-06-30", 4 },
    { "2026-09-08", NULL, "2026-09-07", "2025-09-08", "2026-09-07", 4 }, /* before it began */
    { NULL, "2027-02-15", "2026-11-22", "2026-02-15", "2027-02-14", 4 },
    { NULL, "2027-02-15", "2027-02-15", "2027-02-15", "2028-02-14", 1 },
    { NULL, NULL, "2026-11-22", "2026-01-01", "2026-12-31", 4 },
    /* 29 February: the 28th in other years, and the 29th again in a leap year */
    { "2024-02-29", NULL, "2025-02-27", "2024-02-29", "2025-02-27", 4 },
    { "2024-02-29", NULL, "2025-02-28", "2025-02-28", "2026-02-27", 1 },
    { "2024-02-29", NULL, "2028-02-28", "2027-02-28", "2028-02-28", 4 },
    { "2024-02-29", NULL, "2028-02-29", "2028-02-29", "2029-02-27", 1 },
    /* The 31st: quarters begin on the last day of shorter months. */
    { "2025-08-31", NULL, "2025-11-29", "2025-08-31", "2026-08-30", 1 },
    { "2025-08-31", NULL, "2025-11-30", "2025-08-31", "2026-08-30", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdAccount) account = qd_record_new_draft (QD_TYPE_ACCOUNT);
      QdContractYear year;

      g_object_set (account, "contract-start", day (cases[i].contract_start), "renewal", day (cases[i].renewal), NULL);
      year = qd_contract_year_find (account, day (cases[i].day));
      g_assert_cmpint (year.starts[0], ==, day (cases[i].first));
      g_assert_cmpint (year.starts[4] - 1, ==, day (cases[i].last));
      g_assert_cmpint (qd_contract_year_get_quarter (&year, day (cases[i].day)), ==, cases[i].quarter);
      g_assert_cmpint (qd_contract_year_get_quarter (&year, year.starts[4]), ==, 0);
    }
}

/* Success Tiers of 2026-03-04: Advanced has 2 accelerators a year, Signature 4, the others none. */
static void
test_number (void)
{
  const struct
  {
    int    tier;
    gint64 own;
    gint64 number;
  } cases[] = {
    { QD_TIER_ADVANCED, QD_INTEGER_NONE, 2 },
    { QD_TIER_SIGNATURE, QD_INTEGER_NONE, 4 },
    { QD_TIER_ESSENTIALS, QD_INTEGER_NONE, 0 },
    { QD_TIER_ON_DEMAND, QD_INTEGER_NONE, 0 },
    { QD_ENUM_NONE, QD_INTEGER_NONE, QD_INTEGER_NONE },
    { QD_TIER_ADVANCED, 3, 3 },
    { QD_TIER_SIGNATURE, 0, 0 },
    { QD_ENUM_NONE, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdAccount) account = qd_record_new_draft (QD_TYPE_ACCOUNT);

      g_object_set (account, "tier", cases[i].tier, "allowance", cases[i].own, NULL);
      g_assert_cmpint (qd_account_get_allowance (account), ==, cases[i].number);
    }
}

static void
add_plan (GPtrArray   *plans,
          QdPlanKind   kind,
          QdPlanStatus status,
          const char  *start,
          gboolean     uncounted)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);

  g_object_set (plan,
                "kind", kind,
                "status", status,
                "start", day (start),
                "target", day (start) + 83,
                "uncounted", uncounted,
                NULL);
  g_ptr_array_add (plans, plan);
}

static QdAllowance *
create_allowance (QdTier      tier,
                  GPtrArray  *plans,
                  const char *another)
{
  g_autoptr(QdAccount) account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (account, "tier", tier, "contract-start", day ("2025-07-01"), NULL);

  return qd_allowance_new (account, plans, day ("2026-11-22"), day ("2026-11-22"), day (another));
}

static void
test_allowance (void)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(QdAllowance) signature = NULL;
  g_autoptr(QdAllowance) advanced = NULL;
  g_autoptr(QdAllowance) another = NULL;
  QdAllowanceWarning *warning;
  QdAllowanceEntry   *entry;

  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_CLOSED, "2026-07-06", FALSE);
  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_ACTIVE, "2026-10-05", FALSE);
  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_DRAFT, "2026-11-02", FALSE);  /* a draft is planned */
  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_ACTIVE, "2027-01-04", FALSE); /* has not begun */
  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_ACTIVE, "2026-10-12", TRUE);
  add_plan (plans, QD_PLAN_KIND_ADOPTION, QD_PLAN_STATUS_ACTIVE, "2026-10-12", FALSE);
  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_CLOSED, "2026-06-30", FALSE); /* the year before */
  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_DRAFT, "2027-07-01", FALSE);  /* the year after */

  signature = create_allowance (QD_TIER_SIGNATURE, plans, NULL);
  g_assert_cmpint (signature->number, ==, 4);
  g_assert_cmpuint (signature->used, ==, 2);
  g_assert_cmpuint (signature->planned, ==, 2);
  g_assert_cmpint (signature->left, ==, 0);
  g_assert_cmpuint (signature->entries->len, ==, 4);
  entry = g_ptr_array_index (signature->entries, 3);
  g_assert_cmpint (entry->quarter, ==, 3);
  g_assert_false (entry->used);

  /* October and November are one quarter. */
  g_assert_cmpuint (signature->warnings->len, ==, 1);
  warning = g_ptr_array_index (signature->warnings, 0);
  g_assert_cmpint (warning->kind, ==, QD_ALLOWANCE_WARNING_QUARTER);
  g_assert_cmpint (warning->quarter, ==, 2);

  advanced = create_allowance (QD_TIER_ADVANCED, plans, NULL);
  g_assert_cmpint (advanced->left, ==, 0);
  g_assert_cmpuint (advanced->warnings->len, ==, 2);
  warning = g_ptr_array_index (advanced->warnings, 0);
  g_assert_cmpint (warning->kind, ==, QD_ALLOWANCE_WARNING_MORE);
  g_assert_nonnull (strstr (warning->words, "There are 2 accelerators more than the contract year from "));

  /* Asking about one more in April warns of the year, not of its quarter. */
  another = create_allowance (QD_TIER_SIGNATURE, plans, "2027-04-05");
  g_assert_cmpuint (another->planned, ==, 3);
  g_assert_cmpuint (another->warnings->len, ==, 2);
  warning = g_ptr_array_index (another->warnings, 0);
  g_assert_nonnull (strstr (warning->words, "There is 1 accelerator more "));
}

static void
test_no_allowance (void)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(QdAllowance) unknown = NULL;
  g_autoptr(QdAllowance) none = NULL;
  g_autoptr(QdAllowance) empty = NULL;

  add_plan (plans, QD_PLAN_KIND_ACCELERATOR, QD_PLAN_STATUS_ACTIVE, "2026-10-05", FALSE);
  unknown = create_allowance ((QdTier)QD_ENUM_NONE, plans, NULL);
  g_assert_cmpint (unknown->left, ==, QD_INTEGER_NONE);
  g_assert_cmpuint (unknown->used, ==, 1);
  g_assert_cmpuint (unknown->warnings->len, ==, 0);
  none = create_allowance (QD_TIER_ESSENTIALS, plans, NULL);
  g_assert_cmpuint (none->warnings->len, ==, 1);
  empty = create_allowance (QD_TIER_ADVANCED, NULL, NULL);
  g_assert_cmpint (empty->left, ==, 2);
}

/* Welcome mail within 24 hours, handover in the first week, kick-off in the first two, discovery
 * within two weeks of it (Success Services page; handbook, 2025-12-09). By hand, in UTC. */
static void
test_onboarding (void)
{
  const struct
  {
    const char       *named_at;
    const char       *agreed;
    const char       *welcomed_at;
    const char       *handover;
    const char       *kickoff;
    const char       *discovery;
    const char       *now;
    QdOnboardingStep  step;
    const char       *deadline; /* an instant or a day */
    QdOnboardingState state;
    const char       *words;
  } cases[] = {
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-03T08:00:00Z", QD_ONBOARDING_STEP_WELCOME, "2026-11-03T10:00:00Z", QD_ONBOARDING_STATE_DUE, "2 hours left" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-03T09:15:30Z", QD_ONBOARDING_STEP_WELCOME, "2026-11-03T10:00:00Z", QD_ONBOARDING_STATE_DUE, "45 minutes left" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-03T10:00:00Z", QD_ONBOARDING_STEP_WELCOME, "2026-11-03T10:00:00Z", QD_ONBOARDING_STATE_DUE, "1 minute left" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-03T11:59:00Z", QD_ONBOARDING_STEP_WELCOME, "2026-11-03T10:00:00Z", QD_ONBOARDING_STATE_LATE, "1 hour late" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-06T11:00:00Z", QD_ONBOARDING_STEP_WELCOME, "2026-11-03T10:00:00Z", QD_ONBOARDING_STATE_LATE, "3 days late" },
    { "2026-11-02T10:00:00Z", NULL, "2026-11-03T10:00:00Z", NULL, NULL, NULL, "2026-11-06T11:00:00Z", QD_ONBOARDING_STEP_WELCOME, "2026-11-03T10:00:00Z", QD_ONBOARDING_STATE_DONE, "Done in time" },
    { "2026-11-02T10:00:00Z", NULL, "2026-11-03T10:20:00Z", NULL, NULL, NULL, "2026-11-06T11:00:00Z", QD_ONBOARDING_STEP_WELCOME, "2026-11-03T10:00:00Z", QD_ONBOARDING_STATE_DONE_LATE, "Done, 20 minutes late" },
    /* The first week of what is named on Monday 2 November ends on Sunday the 8th. */
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-08T10:00:00Z", QD_ONBOARDING_STEP_HANDOVER, "2026-11-08", QD_ONBOARDING_STATE_DUE, "Due today" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-09T10:00:00Z", QD_ONBOARDING_STEP_HANDOVER, "2026-11-08", QD_ONBOARDING_STATE_LATE, "1 day late" },
    { "2026-11-02T10:00:00Z", "2026-11-09", NULL, NULL, NULL, NULL, "2026-11-09T10:00:00Z", QD_ONBOARDING_STEP_HANDOVER, "2026-11-15", QD_ONBOARDING_STATE_DUE, "6 days left" },
    { "2026-11-02T10:00:00Z", NULL, NULL, "2026-11-08", NULL, NULL, "2026-12-09T10:00:00Z", QD_ONBOARDING_STEP_HANDOVER, "2026-11-08", QD_ONBOARDING_STATE_DONE, "Done in time" },
    { "2026-11-02T10:00:00Z", NULL, NULL, "2026-11-10", NULL, NULL, "2026-12-09T10:00:00Z", QD_ONBOARDING_STEP_HANDOVER, "2026-11-08", QD_ONBOARDING_STATE_DONE_LATE, "Done, 2 days late" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-14T10:00:00Z", QD_ONBOARDING_STEP_KICKOFF, "2026-11-15", QD_ONBOARDING_STATE_DUE, "1 day left" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, "2026-11-16", NULL, "2026-11-17T10:00:00Z", QD_ONBOARDING_STEP_KICKOFF, "2026-11-15", QD_ONBOARDING_STATE_DONE_LATE, "Done, 1 day late" },
    /* Two weeks from a kick-off that was on the 5th; where it was not yet, from when it is due */
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, "2026-11-05", NULL, "2026-11-17T10:00:00Z", QD_ONBOARDING_STEP_DISCOVERY, "2026-11-19", QD_ONBOARDING_STATE_DUE, "2 days left" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, NULL, NULL, "2026-11-17T10:00:00Z", QD_ONBOARDING_STEP_DISCOVERY, "2026-11-29", QD_ONBOARDING_STATE_DUE, "12 days left" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, "2026-11-05", "2026-11-19", "2027-01-17T10:00:00Z", QD_ONBOARDING_STEP_DISCOVERY, "2026-11-19", QD_ONBOARDING_STATE_DONE, "Done in time" },
    { "2026-11-02T10:00:00Z", NULL, NULL, NULL, "2026-11-05", NULL, "2026-11-20T10:00:00Z", QD_ONBOARDING_STEP_DISCOVERY, "2026-11-19", QD_ONBOARDING_STATE_LATE, "1 day late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdOnboarding) onboarding = qd_record_new_draft (QD_TYPE_ONBOARDING);
      g_autoptr(GPtrArray) clock = NULL;
      g_autofree char      *today = g_strndup (cases[i].now, 10);
      QdOnboardingDeadline *deadline;

      g_object_set (onboarding,
                    "named-at", cases[i].named_at,
                    "agreed", day (cases[i].agreed),
                    "welcomed-at", cases[i].welcomed_at,
                    "handover", day (cases[i].handover),
                    "kickoff", day (cases[i].kickoff),
                    "discovery", day (cases[i].discovery),
                    NULL);
      clock = qd_onboarding_read_clock (onboarding, instant (cases[i].now), day (today));
      g_assert_cmpuint (clock->len, ==, QD_ONBOARDING_N_STEPS);
      deadline = g_ptr_array_index (clock, cases[i].step);
      g_assert_cmpint (deadline->step, ==, cases[i].step);
      g_assert_cmpint (deadline->state, ==, cases[i].state);
      g_assert_cmpstr (deadline->words, ==, cases[i].words);
      g_assert_cmpint (deadline->has_instant, ==, cases[i].step == QD_ONBOARDING_STEP_WELCOME);
      g_assert_cmpint (deadline->assumed, ==, cases[i].step == QD_ONBOARDING_STEP_DISCOVERY && cases[i].kickoff == NULL);

      if (deadline->has_instant)
        g_assert_cmpint (deadline->instant, ==, instant (cases[i].deadline));
      else
        g_assert_cmpint (deadline->day, ==, day (cases[i].deadline));
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/accelerator-rules/contract-year", test_contract_year);
  g_test_add_func ("/accelerator-rules/number", test_number);
  g_test_add_func ("/accelerator-rules/allowance", test_allowance);
  g_test_add_func ("/accelerator-rules/no-allowance", test_no_allowance);
  g_test_add_func ("/accelerator-rules/onboarding", test_onboarding);

  return g_test_run ();
}
