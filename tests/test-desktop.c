/* test-desktop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-follow-up.h"
#include "qd-found.h"
#include "qd-instant.h"
#include "qd-next-call.h"
#include "qd-notice.h"
#include "qd-page-uri.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-tenant.h"
#include "qd-test.h"
#include "qd-ticket.h"

/* A Tuesday, as tests of the portfolio have it: 2026-11-24, 09:00 UTC */
#define TODAY (qd_test_day ("2026-11-24"))
#define NOW G_GINT64_CONSTANT (1795510800)

static int
qd_test_day (const char *text)
{
  int day;

  g_assert_true (qd_day_parse (text, &day));

  return day;
}

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  gint64       sealed; /* Volquarra, known as Razorbill */
  gint64       open;   /* Larkspindle */
} Fixture;

static gint64
add (Fixture *fixture,
     GType    type,
     ...)
{
  QdRecord   *draft = qd_record_new_draft (type);
  va_list     args;
  const char *first;

  va_start (args, type);
  first = va_arg (args, const char *);
  g_object_set_valist (G_OBJECT (draft), first, args);
  va_end (args);

  return qd_record_get_id (qd_test_add (fixture->portfolio, draft));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_kinds_open_store (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->sealed = add (fixture, QD_TYPE_ACCOUNT, "name", "Volquarra", "codename", "Razorbill", "seal", QD_SEAL_STRICT, NULL);
  fixture->open = add (fixture, QD_TYPE_ACCOUNT, "name", "Larkspindle", "seal", QD_SEAL_OFF, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static void
test_uri_forms (void)
{
  static const struct
  {
    const char *uri;
    const char *kind; /* NULL: it is none */
    gint64      id;
    const char *key;
  } cases[] = {
    { "quarterdeck://accounts", "accounts", 0, NULL },
    { "quarterdeck://history/", "history", 0, NULL },
    { "QUARTERDECK://plans", "plans", 0, NULL },
    { "quarterdeck://account/49b16d2ec13da58a", "account", 0x49b16d2ec13da58a, NULL },
    { "quarterdeck://task/0000000000000001", "task", 1, NULL },
    { "quarterdeck://entry/byok", "entry", 0, "byok" },
    { "quarterdeck://entry/a%20b", "entry", 0, "a b" },
    { "", NULL },
    { "quarterdeck:", NULL },
    { "quarterdeck://", NULL },
    { "quarterdeck:accounts", NULL },
    { "quarterdeck://attic", NULL },
    { "quarterdeck://accounts/49b16d2ec13da58a", NULL },
    { "quarterdeck://account", NULL },
    { "quarterdeck://account/", NULL },
    { "quarterdeck://account/49b1", NULL },
    { "quarterdeck://account/0000000000000000", NULL },
    { "quarterdeck://account/zzzzzzzzzzzzzzzz", NULL },
    { "quarterdeck://account/49b16d2ec13da58a/more", NULL },
    { "quarterdeck://account/49b16d2ec13da58a?x", NULL },
    { "quarterdeck://entry/%zz", NULL },
    { "https://accounts", NULL },
    { "file:///etc/passwd", NULL },
    { "quarterdeck://\xff\xfe", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(QdPageUri) uri = qd_page_uri_parse (cases[i].uri, &error);

      g_test_message ("%s", cases[i].uri);

      if (cases[i].kind == NULL)
        {
          g_assert_null (uri);
          g_assert_error (error, QD_PAGE_URI_ERROR, QD_PAGE_URI_ERROR_FORM);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          g_assert_true (g_str_has_suffix (error->message, "."));
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpstr (uri->kind, ==, cases[i].kind);
      g_assert_cmpint (uri->id, ==, cases[i].id);
      g_assert_cmpstr (uri->key, ==, cases[i].key);
    }
}

/* What is made of a record leads back to it, and to nothing once it is gone. */
static void
test_uri_records (Fixture      *fixture,
                  gconstpointer data)
{
  gint64 plan = add (fixture, QD_TYPE_PLAN, "account", fixture->sealed, "name", "Rollout", "start", TODAY, "target", TODAY + 30, NULL);
  gint64 task = add (fixture, QD_TYPE_TASK, "plan", plan, "title", "Begin", NULL);
  gint64 tenant = add (fixture, QD_TYPE_TENANT, "account", fixture->sealed, "name", "gitlab-1", NULL);
  const struct
  {
    GType  type;
    gint64 id;
  } records[] = {
    { QD_TYPE_ACCOUNT, fixture->sealed },
    { QD_TYPE_PLAN, plan },
    { QD_TYPE_TASK, task },
    { QD_TYPE_TENANT, tenant },
  };
  char            *texts[G_N_ELEMENTS (records)];
  g_autofree char *entry = qd_page_uri_format_entry ("byok");
  g_autoptr(QdPageUri) of_entry = qd_page_uri_parse (entry, NULL);
  g_autoptr(QdPageUri) of_none = qd_page_uri_parse ("quarterdeck://entry/no-such", NULL);
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      gpointer record = qd_portfolio_lookup (fixture->portfolio, records[i].type, records[i].id);
      g_autoptr(QdPageUri) uri = NULL;

      texts[i] = qd_page_uri_format (record);
      uri = qd_page_uri_parse (texts[i], &error);
      g_assert_no_error (error);
      g_assert_true (qd_page_uri_check (uri, fixture->portfolio, &error));
      g_assert_no_error (error);
      g_assert_true (qd_page_uri_lookup (uri, fixture->portfolio) == record);
    }

  g_assert_true (qd_page_uri_check (of_entry, fixture->portfolio, NULL));
  g_assert_false (qd_page_uri_check (of_none, fixture->portfolio, &error));
  g_assert_error (error, QD_PAGE_URI_ERROR, QD_PAGE_URI_ERROR_GONE);
  g_clear_error (&error);

  for (int i = 0; i < 4; i++)
    qd_test_undo (fixture->store);

  for (gsize i = 1; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr(QdPageUri) uri = qd_page_uri_parse (texts[i], NULL);

      g_assert_false (qd_page_uri_check (uri, fixture->portfolio, &error));
      g_assert_error (error, QD_PAGE_URI_ERROR, QD_PAGE_URI_ERROR_GONE);
      g_clear_error (&error);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    g_free (texts[i]);
}

static gint64
add_call (Fixture    *fixture,
          gint64      account,
          const char *day,
          const char *begins_at,
          int         kind)
{
  return add (fixture,
              QD_TYPE_ACTIVITY,
              "account", account,
              "subject", "Call",
              "kind", kind,
              "day", qd_test_day (day),
              "begins-at", begins_at,
              NULL);
}

static void
assert_next (Fixture *fixture,
             gint64   record)
{
  QdNextCall call;
  gboolean   found = qd_next_call_find (fixture->portfolio, NOW, TODAY, &call);

  g_assert_cmpint (found, ==, record != 0);
  g_assert_cmpint (found ? qd_record_get_id (call.record) : 0, ==, record);
}

static void
test_next_call (Fixture      *fixture,
                gconstpointer data)
{
  gint64 plan, draft, id;

  add_call (fixture, fixture->open, "2026-11-23", NULL, QD_ACTIVITY_KIND_CUSTOMER_CALL);
  add_call (fixture, fixture->open, "2026-11-24", NULL, QD_ACTIVITY_KIND_CUSTOMER_CALL);
  add_call (fixture, fixture->open, "2026-11-24", "2026-11-24T08:00:00Z", QD_ACTIVITY_KIND_CUSTOMER_CALL);
  add_call (fixture, fixture->open, "2026-11-25", NULL, QD_ACTIVITY_KIND_EMAIL);
  assert_next (fixture, 0);

  plan = add (fixture, QD_TYPE_PLAN, "account", fixture->sealed, "name", "Rollout", "start", TODAY, "target", TODAY + 30, "status", QD_PLAN_STATUS_ACTIVE, NULL);
  draft = add (fixture, QD_TYPE_PLAN, "account", fixture->sealed, "name", "Later", "start", TODAY, "target", TODAY + 30, "status", QD_PLAN_STATUS_DRAFT, NULL);
  add (fixture, QD_TYPE_TASK, "plan", plan, "title", "Work", "kind", QD_TASK_KIND_TASK, "start", TODAY + 1, "due", TODAY + 2, NULL);
  add (fixture, QD_TYPE_TASK, "plan", draft, "title", "Not yet", "kind", QD_TASK_KIND_CALL, "start", TODAY, "due", TODAY, NULL);
  assert_next (fixture, 0);

  id = add (fixture, QD_TYPE_TASK, "plan", plan, "title", "Workshop", "kind", QD_TASK_KIND_WORKSHOP, "start", TODAY + 9, "due", TODAY + 9, NULL);
  assert_next (fixture, id);
  id = add_call (fixture, fixture->open, "2026-11-30", NULL, QD_ACTIVITY_KIND_IN_PERSON_MEETING);
  assert_next (fixture, id);
  id = add_call (fixture, fixture->open, "2026-11-30", "2026-11-30T14:00:00Z", QD_ACTIVITY_KIND_CUSTOMER_CALL);
  assert_next (fixture, id);
  id = add_call (fixture, fixture->sealed, "2026-11-30", "2026-11-30T10:00:00Z", QD_ACTIVITY_KIND_CUSTOMER_CALL);
  assert_next (fixture, id);
  id = add_call (fixture, fixture->sealed, "2026-11-24", "2026-11-24T15:00:00Z", QD_ACTIVITY_KIND_CUSTOMER_CALL);
  assert_next (fixture, id);
}

/* What is found outside of the app is found by what is shown there, and no name that is sealed is. */
static void
test_found (Fixture      *fixture,
            gconstpointer data)
{
  gint64 plan = add (fixture, QD_TYPE_PLAN, "account", fixture->sealed, "name", "Volquarra rollout", "start", TODAY, "target", TODAY + 30, NULL);
  gint64 task = add (fixture, QD_TYPE_TASK, "plan", plan, "title", "Ask Volquarra for the runners", NULL);
  gint64 other = add (fixture, QD_TYPE_PLAN, "account", fixture->open, "name", "Larkspindle rollout", "start", TODAY, "target", TODAY + 30, NULL);
  const struct
  {
    gpointer    record;
    const char *snippet;
    const char *title;
    const char *detail;
    const char *words;   /* by which it is found */
    const char *unknown; /* and by which it is not */
  } cases[] = {
    { qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, fixture->sealed),
      "met at the Volquarra office",
      "Razorbill",
      "Account · met at the Razorbill office",
      "razor off",
      "volq" },
    { qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, plan), NULL, "Razorbill rollout", "Plan · Razorbill", "ROLL", "volquarra rollout" },
    { qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, task),
      "",
      "Ask Razorbill for the runners",
      "Task · Razorbill · Razorbill rollout",
      "runn ask",
      "vol" },
    { qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, other), NULL, "Larkspindle rollout", "Plan · Larkspindle", "lark", "razor" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdFound) found = qd_found_new (fixture->portfolio, cases[i].record, cases[i].snippet, TRUE);

      g_assert_cmpstr (found->title, ==, cases[i].title);
      g_assert_cmpstr (found->detail, ==, cases[i].detail);
      g_assert_true (qd_found_matches (found, cases[i].words));
      g_assert_false (qd_found_matches (found, cases[i].unknown));
    }
}

/* The notices at @now, a line for each */
static char *
dup_notices (Fixture    *fixture,
             const char *now,
             int         today)
{
  g_autoptr(QdFactBook) book = qd_fact_book_get (fixture->portfolio);
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 instant;

  g_assert_true (qd_instant_parse (now, &instant));
  notices = qd_notices_list (book, instant, today, TRUE);

  for (guint i = 0; i < notices->len; i++)
    {
      const QdNotice *notice = g_ptr_array_index (notices, i);
      g_autoptr(QdPageUri) uri = qd_page_uri_parse (notice->uri, NULL);

      g_assert_true (qd_page_uri_check (uri, fixture->portfolio, NULL));
      g_assert_null (strstr (notice->id, "Razorbill"));
      g_string_append_printf (text, "%s | %s\n", notice->title, notice->body);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_notices (Fixture    *fixture,
                const char *now,
                int         today,
                const char *expected)
{
  g_autofree char *text = dup_notices (fixture, now, today);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_notices_follow_ups (Fixture      *fixture,
                         gconstpointer data)
{
  const char *morning = "2026-11-24T09:00:00Z";

  add (fixture, QD_TYPE_FOLLOW_UP, "account", fixture->sealed, "what", "Send Volquarra the summary", "side", QD_SIDE_OURS, "due", TODAY, NULL);
  add (fixture, QD_TYPE_FOLLOW_UP, "account", fixture->open, "what", "Name a sponsor", "side", QD_SIDE_THEIRS, "due", TODAY - 2, NULL);
  add (fixture, QD_TYPE_FOLLOW_UP, "account", fixture->open, "what", "Done", "side", QD_SIDE_OURS, "due", TODAY, "done", TODAY, NULL);
  add (fixture, QD_TYPE_FOLLOW_UP, "account", fixture->open, "what", "Some day", "side", QD_SIDE_OURS, NULL);

  assert_notices (fixture,
                  morning,
                  TODAY,
                  "Razorbill: we promised this, due today | Send Razorbill the summary\n"
                  "Larkspindle: they promised this, due 2 days ago | Name a sponsor\n");
  assert_notices (fixture, morning, TODAY - 1, "Larkspindle: they promised this, due yesterday | Name a sponsor\n");
  assert_notices (fixture, morning, TODAY - 3, "");
  assert_notices (fixture, morning, TODAY + 8, "");
}

/* The window of EMEA is on Tuesdays, 01:00 to 05:00 UTC: see data/dedicated. */
static void
test_notices_maintenance (Fixture      *fixture,
                          gconstpointer data)
{
  add (fixture, QD_TYPE_TENANT, "account", fixture->sealed, "name", "gitlab-1", "maintenance-window", "emea", NULL);
  assert_notices (fixture, "2026-11-23T00:59:00Z", TODAY - 1, "");
  assert_notices (fixture, "2026-11-23T01:00:00Z", TODAY - 1, "Razorbill: maintenance Tue 24 Nov, 01:00 UTC | Upgrade to 19.5\n");
  assert_notices (fixture, "2026-11-24T01:00:00Z", TODAY, "");
}

/* An urgent ticket of Ultimate has half an hour, day and night. */
static void
test_notices_tickets (Fixture      *fixture,
                      gconstpointer data)
{
  add (fixture,
       QD_TYPE_TICKET,
       "account", fixture->sealed,
       "number", "610042",
       "subject", "Volquarra cannot log in",
       "severity", QD_TICKET_SEVERITY_URGENT,
       "support-plan", QD_SUPPORT_PLAN_ULTIMATE,
       "state", QD_TICKET_STATE_NEW,
       "opened-at", "2026-11-24T09:00:00Z",
       NULL);
  assert_notices (fixture,
                  "2026-11-24T09:10:00Z",
                  TODAY,
                  "Razorbill: first reply due 09:30 UTC | #610042 · Razorbill cannot log in\n");
  assert_notices (fixture,
                  "2026-11-24T10:00:00Z",
                  TODAY,
                  "Razorbill: first reply due 09:30 UTC | #610042 · Razorbill cannot log in\n");
  assert_notices (fixture, "2026-11-25T09:31:00Z", TODAY + 1, "");
  qd_test_exec (fixture->store, "UPDATE ticket SET first_reply_at = '2026-11-24T09:20:00Z'");
  assert_notices (fixture, "2026-11-24T10:00:00Z", TODAY, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desktop/uri/forms", test_uri_forms);
  g_test_add ("/desktop/uri/records", Fixture, NULL, set_up, test_uri_records, tear_down);
  g_test_add ("/desktop/next-call", Fixture, NULL, set_up, test_next_call, tear_down);

  g_test_add ("/desktop/found", Fixture, NULL, set_up, test_found, tear_down);
  g_test_add ("/desktop/notices/follow-ups", Fixture, NULL, set_up, test_notices_follow_ups, tear_down);
  g_test_add ("/desktop/notices/maintenance", Fixture, NULL, set_up, test_notices_maintenance, tear_down);
  g_test_add ("/desktop/notices/tickets", Fixture, NULL, set_up, test_notices_tickets, tear_down);

  return g_test_run ();
}
