/* test-task-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-account.h"
#include "qd-contact.h"
#include "qd-phase.h"
#include "qd-quick-task.h"
#include "qd-task-edits.h"
#include "qd-team-member.h"
#include "qd-test.h"

/* Tuesday, 24 November 2026 */
#define TODAY 20781

/* The title, the day it is due, who and where, each with its mark; then what is not understood */
static char *
dup_parts (const char *text)
{
  g_autoptr(QdTaskLine) line = qd_task_line_parse (text, TODAY, QD_DAY_ORDER_DMY);
  GString *parts = g_string_new (line->title);

  if (line->due != QD_DAY_NONE)
    {
      char day[QD_DAY_TEXT_SIZE];

      qd_day_format (line->due, day);
      g_string_append_printf (parts, " | %s", day);
    }

  for (char **owner = line->owners; *owner != NULL; owner++)
    g_string_append_printf (parts, " | @%s", *owner);

  for (char **place = line->places; *place != NULL; place++)
    g_string_append_printf (parts, " | #%s", *place);

  if (line->kind != QD_ENUM_NONE)
    g_string_append_printf (parts, " | %s", qd_task_kinds[line->kind].nick);

  if (line->status != QD_ENUM_NONE)
    g_string_append_printf (parts, " | %s", qd_task_statuses[line->status].nick);

  if (line->visibility != QD_ENUM_NONE)
    g_string_append_printf (parts, " | %s", qd_visibilities[line->visibility].nick);

  return g_string_free (parts, FALSE);
}

static void
test_parts (void)
{
  static const char *const cases[][2] = {
    { "Send runner sizing guide @sponsor fri #CodeName !call",
      "Send runner sizing guide | 2026-11-27 | @sponsor | #CodeName | call" },
    { "fri #Basalt Send guide", "Send guide | 2026-11-27 | #Basalt" },
    { "#Basalt @csm Send guide tomorrow", "Send guide | 2026-11-25 | @csm | #Basalt" },
    { "Send guide", "Send guide" },
    { "  Send   guide  ", "Send guide" },
    { "Send guide next week", "Send guide | 2026-11-30" },
    { "Send guide in 2 weeks @maren", "Send guide | 2026-12-08 | @maren" },
    { "Send guide +3d", "Send guide | 2026-11-27" },
    { "Send guide 4 dec", "Send guide | 2026-12-04" },
    { "Send guide 4th december 2027", "Send guide | 2027-12-04" },
    { "Send guide fri 27 nov", "Send guide | 2026-11-27" },
    { "Send guide 2026-12-01", "Send guide | 2026-12-01" },
    { "Send guide 01.12.2026", "Send guide | 2026-12-01" },
    { "Send guide end of month", "Send guide | 2026-11-30" },
    { "Send guide eow", "Send guide | 2026-11-27" },

    /* What could be a day and is none */
    { "Upgrade to 17.11", "Upgrade to 17.11" },
    { "Upgrade to 18.5.1", "Upgrade to 18.5.1" },
    { "Trial for 2 weeks", "Trial for 2 weeks" },
    { "Ask Tom", "Ask Tom" },
    { "Do it now", "Do it now" },
    { "Friday demo with the team", "Friday demo with the team" },
    { "Prepare \"for friday\"", "Prepare for friday" },
    { "\"Plan friday\" thu", "Plan friday | 2026-11-26" },

    /* A day that is marked may be written in any way, and is the one that counts. */
    { "Upgrade due:17.12.", "Upgrade | 2026-12-17" },
    { "Upgrade due: 2 weeks", "Upgrade | 2026-12-08" },
    { "due:fri Prepare mon", "Prepare mon | 2026-11-27" },
    { "Upgrade due:\"4 dec\" then mon", "Upgrade then mon | 2026-12-04" },
    { "DUE:tom Ask", "Ask | 2026-11-25" },

    /* Numbers are of issues and merge requests. */
    { "Fix #1234 and !56", "Fix #1234 and !56" },
    { "Talk @ noon # 3 ! now!", "Talk @ noon # 3 ! now!" },
    { "Mail a@b.example", "Mail a@b.example" },
    { "@\"Maren Okafor\" #\"Blue Heron\" Call", "Call | @Maren Okafor | #Blue Heron" },
    { "Measure 24\" screens", "Measure 24\" screens" },
    { "הכן דו\"ח לסמנכ\"ל", "הכן דו\"ח לסמנכ\"ל" },
    { "\"\"\"\"\"a\"", "a" },
    { "Review !workshop !concern !customer", "Review | workshop | concern | customer" },
    { "Review !work !watch !int", "Review | workshop | watchpoint | internal" },
    { "Größe prüfen @jörg fri", "Größe prüfen | 2026-11-27 | @jörg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parts = dup_parts (cases[i][0]);
      g_autoptr(QdTaskLine) line = qd_task_line_parse (cases[i][0], TODAY, QD_DAY_ORDER_DMY);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (parts, ==, cases[i][1]);
      g_assert_cmpstr (line->problem, ==, NULL);
    }
}

/* What is not understood is named. */
static void
test_problems (void)
{
  static const char *const cases[][2] = {
    { "", "Type what is to be done" },
    { "@csm #Basalt fri", "Type what is to be done" },
    { "fri", "Type what is to be done" },
    { "Send 31 feb", "“31 feb” is not a day that there is" },
    { "Send nov 40 @csm", "“nov 40” is not a day that there is" },
    { "Send 2026-02-30", "“2026-02-30” is not a day that there is" },
    { "Send due:soon", "“soon” is not a day that there is" },
    { "Send due: someday maybe", "“someday” is not a day that there is" },
    { "Send due:", "Type a day behind “due:”" },
    { "Send due:fri due:mon", "A task is due on one day: “due:” stands there twice" },
    { "Send !high", "“!high” is not known" },
    { "Send !ca", "“!ca” is not known" },
  };
  g_autofree char *much = g_strnfill (201, 'x');
  g_autoptr(QdTaskLine) long_line = qd_task_line_parse (much, TODAY, QD_DAY_ORDER_DMY);
  g_autoptr(QdTaskLine) bad_line = qd_task_line_parse ("\xff Send \xfe", TODAY, QD_DAY_ORDER_DMY);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdTaskLine) line = qd_task_line_parse (cases[i][0], TODAY, QD_DAY_ORDER_DMY);

      g_test_message ("%s: %s", cases[i][0], line->problem);
      g_assert_nonnull (line->problem);
      g_assert_true (g_str_has_prefix (line->problem, cases[i][1]));
    }

  g_assert_nonnull (long_line->problem);
  g_assert_true (g_utf8_validate (bad_line->title, -1, NULL));
}

/* Any bytes are read to their end. */
static void
test_random (void)
{
  static const char *const parts[] = { "\"", "@", "#", "!", "due:", " ", "fri", "31", "feb", "ä", "\xff", "2026-02-30", "x", "+", "\t" };

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(QdTaskLine) line = NULL;

      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);

      line = qd_task_line_parse (text->str, TODAY, QD_DAY_ORDER_DMY);
      g_assert_true (g_utf8_validate (line->title, -1, NULL));
      g_assert_true (*line->title != '\0' || line->problem != NULL);
    }
}

typedef struct
{
  QdStore       *store;
  QdPortfolio   *portfolio;
  QdQuickContext context;
  gint64         aurora;
  gint64         heron;
  gint64         onboarding;
} Fixture;

static gint64
add_account (Fixture    *fixture,
             const char *name,
             const char *codename)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  gint64     id = qd_record_get_id (account);

  g_object_set (account, "name", name, "codename", codename, NULL);
  qd_test_add (fixture->portfolio, account);

  return id;
}

static gint64
add_plan (Fixture     *fixture,
          gint64       account,
          const char  *name,
          QdPlanStatus status)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);
  gint64  id = qd_record_get_id (plan);

  g_object_set (plan, "account", account, "name", name, "start", TODAY - 20, "target", TODAY + 70, "status", status, NULL);
  qd_test_add (fixture->portfolio, plan);

  return id;
}

static void
add_phase (Fixture    *fixture,
           gint64      plan,
           const char *name,
           gint64      first,
           gint64      last)
{
  QdPhase *phase = qd_record_new_draft (QD_TYPE_PHASE);

  g_object_set (phase, "plan", plan, "name", name, "first", first, "last", last, "position", (double)first, NULL);
  qd_test_add (fixture->portfolio, phase);
}

static void
add_person (Fixture    *fixture,
            gint64      account,
            const char *name,
            gboolean    is_ours)
{
  gpointer person = qd_record_new_draft (is_ours ? QD_TYPE_TEAM_MEMBER : QD_TYPE_CONTACT);

  g_object_set (person, "account", account, "name", name, NULL);

  if (is_ours)
    g_object_set (person, "role", QD_TEAM_ROLE_CSM, NULL);
  else
    g_object_set (person, "sponsor", g_str_has_prefix (name, "Jörg"), NULL);

  qd_test_add (fixture->portfolio, person);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  gint64 closed;

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->context = (QdQuickContext){ 0, 0, TODAY, QD_DAY_ORDER_DMY, TRUE };
  fixture->aurora = add_account (fixture, "Nordlicht Energie AG", "Aurora");
  fixture->heron = add_account (fixture, "Wren Logistics", "Blue Heron");
  add_account (fixture, "Empty", NULL);
  fixture->onboarding = add_plan (fixture, fixture->aurora, "Onboarding", QD_PLAN_STATUS_ACTIVE);
  closed = add_plan (fixture, fixture->aurora, "Old Upgrade", QD_PLAN_STATUS_CLOSED);
  g_assert_cmpint (closed, !=, 0);
  add_plan (fixture, fixture->heron, "Onboarding", QD_PLAN_STATUS_ACTIVE);
  add_plan (fixture, fixture->heron, "Upgrade", QD_PLAN_STATUS_DRAFT);
  add_phase (fixture, fixture->onboarding, "First", 0, 29);
  add_phase (fixture, fixture->onboarding, "Second", 30, 59);
  add_phase (fixture, fixture->onboarding, "Third", 60, 89);
  add_person (fixture, fixture->aurora, "Maren Okafor", TRUE);
  add_person (fixture, fixture->aurora, "Jörg Müller", FALSE);
  add_person (fixture, fixture->aurora, "Mateo Ruiz", FALSE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

/* Where it would go, and who would own it; or why it would not */
static char *
dup_reading (Fixture    *fixture,
             const char *text)
{
  g_autoptr(QdQuickTask) task = qd_quick_task_read (fixture->portfolio, text, &fixture->context);
  g_autofree char *place = qd_quick_task_dup_place (task, fixture->portfolio, &fixture->context);

  if (task->problem != NULL)
    return g_strdup (task->problem);

  return g_strdup_printf ("%s%s%s%s%s%s%s",
                          place,
                          task->phase != NULL ? ", " : "",
                          task->phase != NULL ? task->phase->name : "",
                          task->owner != NULL ? ", ours: " : "",
                          task->owner != NULL ? task->owner : "",
                          task->customer_owner != NULL ? ", theirs: " : "",
                          task->customer_owner != NULL ? task->customer_owner : "");
}

static void
assert_reads (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autofree char *reading = dup_reading (fixture, text);

  g_test_message ("%s", text);
  g_assert_cmpstr (reading, ==, expected);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const cases[][2] = {
    { "Send #Aurora", "Aurora · Onboarding, First" },
    { "Send #aur", "Aurora · Onboarding, First" },
    { "Send #nordlicht", "Aurora · Onboarding, First" },
    { "Send #Aurora in 2 weeks", "Aurora · Onboarding, Second" },
    { "Send #Aurora in 8 weeks", "Aurora · Onboarding, Third" },
    { "Send #Aurora in 1 year", "Aurora · Onboarding, Third" },
    { "Send #Aurora 2026-01-01", "Aurora · Onboarding, First" },
    { "Send #BlueHeron #upgrade", "Blue Heron · Upgrade" },
    { "Send #upgrade", "Blue Heron · Upgrade" },
    { "Send #\"blue heron\" #onb", "Blue Heron · Onboarding" },
    { "Send #Aurora @sponsor", "Aurora · Onboarding, First, theirs: Jörg Müller" },
    { "Send #Aurora @csm @jorg", "Aurora · Onboarding, First, ours: Maren Okafor, theirs: Jörg Müller" },
    { "Send #Aurora @okafor", "Aurora · Onboarding, First, ours: Maren Okafor" },
    { "Send #Aurora @\"Mateo Ruiz\"", "Aurora · Onboarding, First, theirs: Mateo Ruiz" },
    { "Send", "Name the account or the plan after a “#”" },
    { "Send #nowhere", "No account or open plan is called “#nowhere”" },
    { "Send #Aurora #nowhere", "No account or open plan is called “#nowhere”" },
    { "Send #empty", "“#empty” has no open plan: Empty" },
    { "Send #Heron",
      "“#Heron” may be Blue Heron · Onboarding or Blue Heron · Upgrade: name it more exactly, or its plan after another “#”" },
    { "Send #onboarding",
      "“#onboarding” may be Aurora · Onboarding or Blue Heron · Onboarding: name it more exactly, or its plan after another “#”" },
    { "Send #Aurora @ma", "“@ma” may be Maren Okafor or Mateo Ruiz" },
    { "Send #Aurora @zoe", "Nobody of Aurora is called “@zoe”" },
    { "Send #Aurora @champion", "Nobody of Aurora is called “@champion”" },
    { "Send #Aurora @jorg @mateo", "“@mateo”: a task has one owner on each side, and Jörg Müller is one already" },
    { "Send #Aurora 31 feb", "“31 feb” is not a day that there is" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_reads (fixture, cases[i][0], cases[i][1]);
}

/* Where one is goes without saying. */
static void
test_context (Fixture      *fixture,
              gconstpointer data)
{
  fixture->context.account = fixture->aurora;
  assert_reads (fixture, "Send", "Aurora · Onboarding, First");
  fixture->context.account = fixture->heron;
  assert_reads (fixture, "Send", "Name the plan after a “#”: Blue Heron · Onboarding or Blue Heron · Upgrade");
  fixture->context = (QdQuickContext){ 0, fixture->onboarding, TODAY, QD_DAY_ORDER_DMY, TRUE };
  assert_reads (fixture, "Send", "Aurora · Onboarding, First");
  assert_reads (fixture, "Send #onboarding", "Aurora · Onboarding, First");
  assert_reads (fixture, "Send #upgrade", "Blue Heron · Upgrade");
}

/* What is read is what is added: as one step, which undo takes back. */
static void
test_added (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(QdQuickTask) task =
                qd_quick_task_read (fixture->portfolio, "Send guide @csm @sponsor #Aurora fri !workshop !done !customer", &fixture->context);
  g_autoptr(QdTask) draft = qd_quick_task_create_draft (task);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  gint64  id = qd_record_get_id (draft);
  QdTask *added;

  qd_task_add_async (fixture->store, draft, 0, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  added = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, id);
  g_assert_nonnull (added);
  g_assert_cmpstr (added->title, ==, "Send guide");
  g_assert_cmpint (added->plan, ==, fixture->onboarding);
  g_assert_cmpint (added->due, ==, TODAY + 3);
  g_assert_cmpstr (added->owner, ==, "Maren Okafor");
  g_assert_cmpstr (added->customer_owner, ==, "Jörg Müller");
  g_assert_cmpint (added->kind, ==, QD_TASK_KIND_WORKSHOP);
  g_assert_cmpint (added->status, ==, QD_TASK_STATUS_DONE);
  g_assert_cmpint (added->progress, ==, 100);
  g_assert_cmpint (added->visibility, ==, QD_VISIBILITY_CUSTOMER);
  g_assert_cmpint (added->phase, ==, qd_record_get_id (task->phase));
  qd_test_undo (fixture->store);
  g_assert_null (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, id));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/task-line/parts", test_parts);
  g_test_add_func ("/task-line/problems", test_problems);
  g_test_add_func ("/task-line/random", test_random);
  g_test_add ("/task-line/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/task-line/context", Fixture, NULL, set_up, test_context, tear_down);
  g_test_add ("/task-line/added", Fixture, NULL, set_up, test_added, tear_down);

  return g_test_run ();
}
