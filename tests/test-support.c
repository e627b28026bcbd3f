/* test-support.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "qd-escalation-clock.h"
#include "qd-feature-finder.h"
#include "qd-instant.h"
#include "qd-star-return.h"
#include "qd-test.h"
#include "qd-upgrade-checklist.h"

static gint64
instant (const char *text)
{
  gint64 parsed = 0;

  g_assert_true (qd_instant_parse (text, &parsed));

  return parsed;
}

static void
assert_instant (gint64      seconds,
                const char *expected)
{
  g_autofree char *text = qd_instant_format (seconds);

  g_assert_cmpstr (text, ==, expected);
}

static QdAccount *
create_account (int offering,
                int tier,
                int licence)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (account,
                "name", "Tessaquill Therapeutics",
                "codename", "Feldspar",
                "aliases", "Tessaquill",
                "offering", offering,
                "tier", tier,
                "licence", licence,
                "time-zone", "Europe/Berlin",
                NULL);

  return account;
}

static QdTicket *
create_ticket (QdTicketSeverity severity,
               const char      *opened_at)
{
  QdTicket *ticket = qd_record_new_draft (QD_TYPE_TICKET);

  g_object_set (ticket,
                "number", "610042",
                "subject", "Runners wait",
                "severity", severity,
                "opened-at", opened_at,
                "complete", TRUE,
                "organisation-set", TRUE,
                NULL);

  return ticket;
}

/* First replies: the table of about.gitlab.com/support, the tiers of the handbook. 24x5 is from Sunday to Friday, 23:00 UTC;
 * 12x5 is 5:00 to 17:00 in California. 2026-11-20 is a Friday, 2026-12-25 too. */
static void
test_due (void)
{
  const struct
  {
    int         severity;
    int         tier;
    int         plan;
    const char *hours;
    const char *opened;
    const char *due;
  } cases[] = {
    { QD_TICKET_SEVERITY_URGENT, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-21T12:00:00Z", "2026-11-21T12:30:00Z" },
    { QD_TICKET_SEVERITY_HIGH, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-18T10:00:00Z", "2026-11-18T14:00:00Z" },
    { QD_TICKET_SEVERITY_HIGH, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-20T21:30:00Z", "2026-11-23T01:30:00Z" },
    { QD_TICKET_SEVERITY_HIGH, QD_TIER_ESSENTIALS, QD_SUPPORT_PLAN_PREMIUM, NULL, "2026-11-20T19:00:00Z", "2026-11-20T23:00:00Z" },
    { QD_TICKET_SEVERITY_HIGH, QD_TIER_ADVANCED, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-21T12:00:00Z", "2026-11-21T16:00:00Z" },
    { QD_TICKET_SEVERITY_HIGH, QD_TIER_SIGNATURE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-21T12:00:00Z", "2026-11-21T14:00:00Z" },
    { QD_TICKET_SEVERITY_HIGH, QD_TIER_SIGNATURE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2025-04-26T12:00:00Z", "2025-04-28T03:00:00Z" }, /* before May 2025 */
    { QD_TICKET_SEVERITY_NORMAL, QD_TIER_SIGNATURE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-21T12:00:00Z", "2026-11-23T07:00:00Z" },
    { QD_TICKET_SEVERITY_LOW, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-19T12:00:00Z", "2026-11-20T12:00:00Z" },
    { QD_TICKET_SEVERITY_LOW, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-11-20T12:00:00Z", "2026-11-23T12:00:00Z" },
    { QD_TICKET_SEVERITY_LOW, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, NULL, "2026-12-24T22:00:00Z", "2026-12-25T22:00:00Z" }, /* Christmas too */
    { QD_TICKET_SEVERITY_URGENT, QD_ENUM_NONE, QD_SUPPORT_PLAN_STARTER, NULL, "2026-11-20T12:00:00Z", "2026-11-23T12:00:00Z" },
    { QD_TICKET_SEVERITY_URGENT, QD_ENUM_NONE, QD_SUPPORT_PLAN_FREE, NULL, "2026-11-20T12:00:00Z", NULL },
    { QD_TICKET_SEVERITY_URGENT, QD_ENUM_NONE, QD_SUPPORT_PLAN_US_GOVERNMENT, NULL, "2026-11-21T12:00:00Z", "2026-11-21T12:30:00Z" },
    { QD_TICKET_SEVERITY_LOW, QD_ENUM_NONE, QD_SUPPORT_PLAN_US_GOVERNMENT, NULL, "2026-11-20T20:00:00Z", "2026-11-24T20:00:00Z" },
    { QD_TICKET_SEVERITY_NORMAL, QD_ENUM_NONE, QD_SUPPORT_PLAN_US_GOVERNMENT, NULL, "2026-10-30T23:00:00Z", "2026-11-02T20:00:00Z" }, /* the clocks go back */
    { QD_TICKET_SEVERITY_HIGH, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, "support-emea", "2026-11-23T14:00:00Z", "2026-11-24T10:00:00Z" },
    { QD_TICKET_SEVERITY_URGENT, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, "support-emea", "2026-11-21T14:00:00Z", "2026-11-21T14:30:00Z" },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdAccount) account = create_account (QD_OFFERING_SELF_MANAGED, cases[i].tier, QD_ENUM_NONE);
      g_autoptr(QdTicket) ticket = create_ticket (cases[i].severity, cases[i].opened);
      QdTicketClock clock;

      g_object_set (ticket, "support-plan", cases[i].plan, "hours", cases[i].hours, NULL);
      g_assert_cmpint (qd_ticket_read_clock (book, ticket, account, instant (cases[i].opened), &clock), ==, cases[i].due != NULL);

      if (cases[i].due == NULL)
        continue;

      assert_instant (clock.due, cases[i].due);
      g_assert_false (clock.breached);
      g_assert_cmpint (clock.minutes_left, ==, clock.sla->minutes);
    }
}

static void
test_breached (void)
{
  const struct
  {
    const char *replied;
    const char *now;
    gboolean    breached;
    gint64      minutes_left;
    gint64      late;
    const char *words;
  } cases[] = {
    { NULL, "2026-11-18T13:30:00Z", FALSE, 30, 0, "First reply within 30 min" },
    { NULL, "2026-11-18T14:00:00Z", FALSE, 0, 0, "First reply within 0 min" },
    { NULL, "2026-11-18T14:00:01Z", TRUE, 0, 1, "First reply is 0 min late" },
    { NULL, "2026-11-18T15:30:00Z", TRUE, -90, 5400, "First reply is 1 h 30 min late" },
    { NULL, "2026-11-21T15:00:00Z", TRUE, -57 * 60, 73 * 3600, "First reply is 73 h 0 min late" },
    { "2026-11-18T13:59:00Z", "2026-11-30T00:00:00Z", FALSE, 1, 0, "First reply was in time" },
    { "2026-11-18T16:00:00Z", "2026-11-30T00:00:00Z", TRUE, -120, 7200, "First reply was 2 h 0 min late" },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(QdAccount) account = create_account (QD_OFFERING_DEDICATED, QD_ENUM_NONE, QD_ENUM_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdTicket) ticket = create_ticket (QD_TICKET_SEVERITY_HIGH, "2026-11-18T10:00:00Z");
      g_autofree char *words = NULL;
      QdTicketClock    clock;

      g_object_set (ticket, "first-reply-at", cases[i].replied, NULL);
      g_assert_true (qd_ticket_read_clock (book, ticket, account, instant (cases[i].now), &clock));
      g_assert_cmpint (clock.breached, ==, cases[i].breached);
      g_assert_cmpint (clock.replied, ==, cases[i].replied != NULL);
      g_assert_cmpint (clock.minutes_left, ==, cases[i].minutes_left);
      g_assert_cmpint (clock.late, ==, cases[i].late);
      words = qd_ticket_clock_dup_words (&clock);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Dedicated is Ultimate, that of Government is supported apart; else the licence decides, and none is none. */
static void
test_plan (void)
{
  const struct
  {
    int offering;
    int licence;
    int plan;
  } cases[] = {
    { QD_OFFERING_DEDICATED, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE },
    { QD_OFFERING_DEDICATED_GOVERNMENT, QD_LICENCE_ULTIMATE, QD_SUPPORT_PLAN_US_GOVERNMENT },
    { QD_OFFERING_GITLAB_COM, QD_LICENCE_PREMIUM, QD_SUPPORT_PLAN_PREMIUM },
    { QD_OFFERING_SELF_MANAGED, QD_LICENCE_ULTIMATE, QD_SUPPORT_PLAN_ULTIMATE },
    { QD_OFFERING_GITLAB_COM, QD_ENUM_NONE, QD_SUPPORT_PLAN_FREE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdAccount) account = create_account (cases[i].offering, QD_ENUM_NONE, cases[i].licence);
      g_autoptr(QdTicket) ticket = create_ticket (QD_TICKET_SEVERITY_LOW, "2026-11-18T10:00:00Z");

      g_assert_cmpint (qd_ticket_get_plan (ticket, account), ==, cases[i].plan);
    }
}

/* The hours of the handbook for Support; those of the teams, around the changes of their clocks */
static void
test_awake (void)
{
  const struct
  {
    const char *hours;
    const char *now;
    gboolean    is_there;
    const char *changes;
    const char *by;
  } cases[] = {
    { "support-apac", "2026-11-25T22:59:00Z", FALSE, "2026-11-25T23:00:00Z", "2026-11-25T23:00:00Z" },
    { "support-apac", "2026-11-25T23:30:00Z", TRUE, "2026-11-26T11:00:00Z", "2026-11-25T23:30:00Z" }, /* over midnight */
    { "support-apac", "2026-11-27T11:00:00Z", FALSE, "2026-11-29T23:00:00Z", "2026-11-29T23:00:00Z" },
    { "support-emea", "2026-11-28T12:00:00Z", FALSE, "2026-11-30T08:00:00Z", "2026-11-30T08:00:00Z" },
    { "support-amer", "2026-11-27T22:59:00Z", TRUE, "2026-11-27T23:00:00Z", "2026-11-27T22:59:00Z" },
    { "24x5", "2026-11-27T23:00:00Z", FALSE, "2026-11-29T23:00:00Z", "2026-11-29T23:00:00Z" },
    { "pm", "2026-11-23T13:59:00Z", FALSE, "2026-11-23T14:00:00Z", "2026-11-23T14:00:00Z" },
    { "pm", "2026-03-06T14:00:00Z", TRUE, "2026-03-06T22:00:00Z", "2026-03-06T14:00:00Z" },
    { "pm", "2026-03-09T13:00:00Z", TRUE, "2026-03-09T21:00:00Z", "2026-03-09T13:00:00Z" },  /* summer time since the day before */
    { "sre", "2026-11-23T08:00:00Z", TRUE, "2026-11-23T16:00:00Z", "2026-11-25T16:00:00Z" }, /* three working days */
    { "sre", "2026-11-27T15:00:00Z", TRUE, "2026-11-27T16:00:00Z", "2026-12-02T15:00:00Z" },
    { "sre", "2026-03-28T12:00:00Z", FALSE, "2026-03-30T07:00:00Z", "2026-04-01T15:00:00Z" }, /* the clocks go forward between */
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QdHoursFact *hours = qd_fact_book_lookup (book, QD_FACT_TOPIC_HOURS, cases[i].hours);
      QdAnswer           answer;

      g_assert_true (qd_hours_get_answer (hours, instant (cases[i].now), &answer));
      g_assert_cmpint (answer.is_there, ==, cases[i].is_there);
      g_assert_cmpint (qd_hours_is_open (hours, instant (cases[i].now)), ==, cases[i].is_there);
      assert_instant (answer.changes, cases[i].changes);
      assert_instant (answer.by, cases[i].by);
    }
}

/* Hours of one's own may keep holidays, of a country or one's own: the US has 2026-11-26 off. */
static void
test_holidays (void)
{
  g_autoptr(QdFact) fact = qd_fact_new (QD_FACT_TOPIC_HOURS);
  QdHoursFact *hours = (QdHoursFact *)fact;
  QdAnswer     answer;
  gint64       due;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autofree char *words = NULL;

  hours->hours = g_strdup ("Mo-Fr 09:00-17:00");
  hours->time_zone = g_strdup ("America/New_York");
  hours->holidays = g_strdup ("US");
  hours->closed = g_strsplit ("2026-11-27", ",", -1);
  g_assert_true (qd_hours_get_answer (hours, instant ("2026-11-25T22:30:00Z"), &answer));
  g_assert_false (answer.is_there);
  assert_instant (answer.changes, "2026-11-30T14:00:00Z");
  g_assert_true (qd_hours_add (hours, instant ("2026-11-25T21:00:00Z"), 120, &due));
  assert_instant (due, "2026-11-30T15:00:00Z");
  g_assert_cmpint (qd_hours_count (hours, instant ("2026-11-25T21:00:00Z"), instant ("2026-11-30T15:00:00Z")), ==, 120);
  words = qd_answer_dup_words (&answer, instant ("2026-11-25T22:30:00Z"), zone);
  g_assert_cmpstr (words, ==, "Back Mon 09:00");

  /* Who is never there never answers. */
  g_set_str (&hours->time_zone, "Nowhere/Atlantis");
  g_assert_false (qd_hours_get_answer (hours, instant ("2026-11-25T22:30:00Z"), &answer));
  g_assert_false (qd_hours_add (hours, instant ("2026-11-25T21:00:00Z"), 120, &due));
}

/* Of the two rules side by side: the page of Support wants an hour past the time, the rule of thumb for Dedicated
 * does not, and takes what is urgent or was left until the next day. Opened on Wednesday at 10:00, due at 14:00. */
static void
test_star (void)
{
  const struct
  {
    const char      *now;
    QdTicketSeverity severity;
    const char      *property;
    const char      *page;
    const char      *thumb;
    int              urgency; /* by the rule of thumb */
  } cases[] = {
    { "2026-11-18T13:00:00Z", QD_TICKET_SEVERITY_NORMAL, NULL, "", "", QD_STAR_URGENCY_NOT_URGENT },
    { "2026-11-18T13:00:00Z", QD_TICKET_SEVERITY_HIGH, NULL, "", "urgent", QD_STAR_URGENCY_URGENT },
    { "2026-11-18T14:30:00Z", QD_TICKET_SEVERITY_HIGH, NULL, "", "past-sla urgent", QD_STAR_URGENCY_URGENT },
    { "2026-11-18T14:59:59Z", QD_TICKET_SEVERITY_HIGH, NULL, "", "past-sla urgent", QD_STAR_URGENCY_URGENT },
    { "2026-11-18T15:00:00Z", QD_TICKET_SEVERITY_HIGH, NULL, "past-sla-hour", "past-sla urgent", QD_STAR_URGENCY_URGENT },
    { "2026-11-18T18:30:00Z", QD_TICKET_SEVERITY_NORMAL, NULL, "", "past-sla", QD_STAR_URGENCY_TIMELY },
    { "2026-11-18T22:59:00Z", QD_TICKET_SEVERITY_LOW, NULL, "", "", QD_STAR_URGENCY_NOT_URGENT },
    { "2026-11-18T23:00:00Z", QD_TICKET_SEVERITY_LOW, NULL, "", "next-day", QD_STAR_URGENCY_NOT_URGENT }, /* midnight in Berlin */
    { "2026-11-18T12:00:00Z", QD_TICKET_SEVERITY_LOW, "dissatisfied", "dissatisfied", "dissatisfied", QD_STAR_URGENCY_TIMELY },
    { "2026-11-18T12:00:00Z", QD_TICKET_SEVERITY_LOW, "wrong-severity", "wrong-severity", "wrong-severity", QD_STAR_URGENCY_NOT_URGENT },
    { "2026-11-18T12:00:00Z", QD_TICKET_SEVERITY_LOW, "stalled", "stalled", "stalled", QD_STAR_URGENCY_NOT_URGENT },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(QdAccount) account = create_account (QD_OFFERING_DEDICATED, QD_TIER_ADVANCED, QD_LICENCE_ULTIMATE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdTicket) ticket = create_ticket (cases[i].severity, "2026-11-18T10:00:00Z");
      g_autoptr(QdStarAdvice) advice = NULL;

      if (cases[i].property != NULL)
        g_object_set (ticket, cases[i].property, TRUE, NULL);

      advice = qd_star_advise (book, ticket, account, instant (cases[i].now));

      for (guint rule = 0; rule < 2; rule++)
        {
          g_autoptr(GString) keys = g_string_new (NULL);

          for (guint n = 0; n < advice->verdicts[rule].reasons->len; n++)
            g_string_append_printf (keys, "%s%s", n > 0 ? " " : "", ((QdFact *)advice->verdicts[rule].reasons->pdata[n])->key);

          g_assert_cmpstr (keys->str, ==, rule == QD_STAR_RULE_PAGE ? cases[i].page : cases[i].thumb);
        }

      g_assert_cmpint (advice->verdicts[QD_STAR_RULE_THUMB].urgency, ==, cases[i].urgency);
      g_assert_cmpint (qd_star_advice_is_due (advice), ==, *cases[i].page != '\0');
      g_object_set (ticket, "state", QD_TICKET_STATE_SOLVED, NULL);
      g_clear_pointer (&advice, qd_star_advice_free);
      advice = qd_star_advise (book, ticket, account, instant (cases[i].now));
      g_assert_cmpuint (advice->verdicts[QD_STAR_RULE_THUMB].reasons->len, ==, 0);
    }
}

/* Which checks are open, and that the rule of the account decides */
static void
test_star_checks (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(QdAccount) account = create_account (QD_OFFERING_DEDICATED, QD_TIER_ADVANCED, QD_LICENCE_ULTIMATE);
  g_autoptr(QdTicket) ticket = create_ticket (QD_TICKET_SEVERITY_URGENT, "2026-11-18T10:00:00Z");
  g_autoptr(QdStarAdvice) early = qd_star_advise (book, ticket, account, instant ("2026-11-18T10:30:00Z"));
  g_autoptr(QdStarAdvice) later = NULL;
  g_autoptr(QdStarAdvice) weekend = NULL;

  g_assert_true (early->is_emergency);
  g_assert_false (qd_star_advice_is_due (early));
  g_assert_cmpuint (early->open_checks->len, ==, 2);
  g_assert_cmpstr (((QdFact *)early->open_checks->pdata[0])->key, ==, "asked-owner");
  g_assert_cmpstr (((QdFact *)early->open_checks->pdata[1])->key, ==, "old-enough");

  g_object_set (account, "star-rule", QD_STAR_RULE_THUMB, NULL);
  g_object_set (ticket, "asked-owner", TRUE, NULL);
  later = qd_star_advise (book, ticket, account, instant ("2026-11-18T10:30:01Z"));
  g_assert_true (qd_star_advice_is_due (later));
  g_assert_cmpuint (later->open_checks->len, ==, 0);

  g_object_set (ticket, "support-reply-at", "2026-11-18T11:00:00Z", "complete", FALSE, "organisation-set", FALSE, NULL);
  weekend = qd_star_advise (book, ticket, account, instant ("2026-11-21T12:00:00Z"));
  g_assert_cmpuint (weekend->open_checks->len, ==, 4);
  g_assert_cmpstr (((QdFact *)weekend->open_checks->pdata[0])->key, ==, "customer-last");
  g_assert_cmpstr (((QdFact *)weekend->open_checks->pdata[3])->key, ==, "support-hours");
}

/* When time gives a reason and closes its checks: an hour after the reply was due by the page of Support, a second
 * after by the rule of thumb, at the customer's midnight, when the hours of Support begin (Sunday, 23:00 UTC) */
static void
test_star_return (void)
{
  const struct
  {
    QdStarRule       rule;
    QdTicketSeverity severity;
    const char      *opened;
    const char      *now;
    const char      *at;
  } cases[] = {
    { QD_STAR_RULE_PAGE, QD_TICKET_SEVERITY_NORMAL, "2026-11-18T10:00:00Z", "2026-11-18T10:10:00Z", "2026-11-18T19:00:00Z" },
    { QD_STAR_RULE_THUMB, QD_TICKET_SEVERITY_NORMAL, "2026-11-18T10:00:00Z", "2026-11-18T10:10:00Z", "2026-11-18T18:00:01Z" },
    { QD_STAR_RULE_THUMB, QD_TICKET_SEVERITY_LOW, "2026-11-18T10:00:00Z", "2026-11-18T10:10:00Z", "2026-11-18T23:00:00Z" },
    { QD_STAR_RULE_THUMB, QD_TICKET_SEVERITY_HIGH, "2026-11-18T10:00:00Z", "2026-11-18T10:10:00Z", "2026-11-18T10:30:01Z" },
    { QD_STAR_RULE_THUMB, QD_TICKET_SEVERITY_HIGH, "2026-11-18T10:00:00Z", "2026-11-18T10:40:00Z", NULL },
    { QD_STAR_RULE_THUMB, QD_TICKET_SEVERITY_HIGH, "2026-11-20T22:50:00Z", "2026-11-20T22:55:00Z", "2026-11-22T23:00:00Z" },
    { QD_STAR_RULE_PAGE, QD_TICKET_SEVERITY_URGENT, "2026-11-21T12:00:00Z", "2026-11-21T12:10:00Z", "2026-11-22T23:00:00Z" },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdAccount) account = create_account (QD_OFFERING_SELF_MANAGED, QD_ENUM_NONE, QD_LICENCE_ULTIMATE);
      g_autoptr(QdTicket) ticket = create_ticket (cases[i].severity, cases[i].opened);
      gint64   at;
      gboolean found;

      g_object_set (account, "star-rule", cases[i].rule, NULL);
      found = qd_star_find_return (book, ticket, account, instant (cases[i].now), &at);
      g_assert_cmpint (found, ==, cases[i].at != NULL);

      if (found)
        assert_instant (at, cases[i].at);

      g_object_set (ticket, "state", QD_TICKET_STATE_CLOSED, NULL);
      g_assert_false (qd_star_find_return (book, ticket, account, instant (cases[i].now), &at));
    }
}

/* The text is under the codename, or there is none. */
static void
test_star_request (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(QdAccount) account = create_account (QD_OFFERING_DEDICATED, QD_TIER_ADVANCED, QD_LICENCE_ULTIMATE);
  g_autoptr(QdTicket) ticket = create_ticket (QD_TICKET_SEVERITY_HIGH, "2026-11-18T10:00:00Z");
  g_autoptr(GListStore) accounts = g_list_store_new (QD_TYPE_ACCOUNT);
  g_autoptr(QdNameBook) names = NULL;
  g_autoptr(QdStarAdvice) advice = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (ticket, "dissatisfied", TRUE, "desired-result", "An engineer looks at it", NULL);
  g_list_store_append (accounts, account);
  names = qd_name_book_new (G_LIST_MODEL (accounts), NULL, NULL, NULL);
  advice = qd_star_advise (book, ticket, account, instant ("2026-11-18T15:30:00Z"));
  text = qd_star_dup_request (advice, ticket, account, names, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text,
                   ==,
                   "Ticket: 610042\n"
                   "Customer: Feldspar\n"
                   "Subject: Runners wait\n"
                   "Severity: High\n"
                   "Urgency: Timely\n"
                   "Plan: Ultimate\n"
                   "Reason: First reply is late by an hour or more; Strong dissatisfaction\n"
                   "Desired Result: An engineer looks at it\n");

  g_object_set (ticket, "business-reason", "Go-live at tessaquill", NULL);
  g_assert_null (qd_star_dup_request (advice, ticket, account, names, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "Business Reason"));
  g_clear_error (&error);

  g_object_set (account, "codename", NULL, NULL);
  g_assert_null (qd_star_dup_request (advice, ticket, account, names, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
}

/* The rhythms of the handbook: daily, several times a week, weekly to biweekly, as usual */
static void
test_escalations (void)
{
  const struct
  {
    QdEscalationSeverity severity;
    int                  updated;
    int                  today;
    QdEscalationState    state;
    int                  due;
  } cases[] = {
    { QD_ESCALATION_SEVERITY_CRITICAL, QD_DAY_NONE, 100, QD_ESCALATION_STATE_AHEAD, 101 },
    { QD_ESCALATION_SEVERITY_CRITICAL, QD_DAY_NONE, 101, QD_ESCALATION_STATE_DUE, 101 },
    { QD_ESCALATION_SEVERITY_CRITICAL, QD_DAY_NONE, 102, QD_ESCALATION_STATE_LATE, 101 },
    { QD_ESCALATION_SEVERITY_CRITICAL, 102, 102, QD_ESCALATION_STATE_AHEAD, 103 },
    { QD_ESCALATION_SEVERITY_HIGH, 110, 112, QD_ESCALATION_STATE_DUE, 112 },
    { QD_ESCALATION_SEVERITY_MEDIUM, 110, 116, QD_ESCALATION_STATE_AHEAD, 117 },
    { QD_ESCALATION_SEVERITY_MEDIUM, 110, 124, QD_ESCALATION_STATE_DUE, 117 },
    { QD_ESCALATION_SEVERITY_MEDIUM, 110, 125, QD_ESCALATION_STATE_LATE, 117 },
    { QD_ESCALATION_SEVERITY_LOW, 110, 300, QD_ESCALATION_STATE_QUIET, QD_DAY_NONE },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdEscalation) escalation = qd_record_new_draft (QD_TYPE_ESCALATION);
      int due;

      g_object_set (escalation, "severity", cases[i].severity, "opened", 100, "updated", cases[i].updated, NULL);
      g_assert_cmpint (qd_escalation_get_state (book, escalation, cases[i].today, &due), ==, cases[i].state);
      g_assert_cmpint (due, ==, cases[i].due);
      g_object_set (escalation, "closed", 126, NULL);
      g_assert_cmpint (qd_escalation_get_state (book, escalation, cases[i].today, &due), ==, QD_ESCALATION_STATE_QUIET);
    }
}

static void
test_upgrade (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(QdAccount) account = create_account (QD_OFFERING_DEDICATED, QD_ENUM_NONE, QD_ENUM_NONE);
  g_autoptr(QdUpgradeRequest) request = qd_record_new_draft (QD_TYPE_UPGRADE_REQUEST);
  g_autoptr(GPtrArray) all = qd_upgrade_list_open (book, request);
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *fewer = NULL;

  g_assert_false (qd_upgrade_check_account (account, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "Dedicated"));
  g_clear_error (&error);
  g_object_set (account, "offering", QD_OFFERING_DEDICATED_GOVERNMENT, NULL);
  g_assert_false (qd_upgrade_check_account (account, NULL));
  g_object_set (account, "offering", QD_OFFERING_GITLAB_COM, NULL);
  g_assert_false (qd_upgrade_check_account (account, NULL));
  g_object_set (account, "offering", QD_OFFERING_SELF_MANAGED, NULL);
  g_assert_true (qd_upgrade_check_account (account, &error));
  g_assert_no_error (error);

  /* Among them the plan to go back */
  g_assert_cmpuint (all->len, ==, 13);
  g_assert_cmpstr (((QdFact *)all->pdata[1])->key, ==, "rollback-plan");
  keys = qd_checklist_set_key ("geo", "nodes", TRUE);
  g_assert_cmpstr (keys, ==, "geo\nnodes");
  g_object_set (request, "done", keys, "rollback-plan", "Restore the snapshot", "contact", "Ada", NULL);
  open = qd_upgrade_list_open (book, request);
  g_assert_cmpuint (open->len, ==, 9);
  fewer = qd_checklist_set_key (keys, "geo", FALSE);
  g_assert_cmpstr (fewer, ==, "nodes");
}

/* A field is locked once the instance was created, not before. */
static void
test_field_locks (void)
{
  const struct
  {
    const char *property;
    QdFieldLock lock;
  } cases[] = {
    { "maintenance-window", QD_FIELD_LOCK_CREATED },
    { "primary-region", QD_FIELD_LOCK_CREATED },
    { "kms-keys", QD_FIELD_LOCK_CREATED },
    { "name", QD_FIELD_LOCK_DOMAIN },
    { "repository-storage", QD_FIELD_LOCK_GROWS },
    { "notes", QD_FIELD_LOCK_NONE },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(QdTenant) tenant = qd_record_new_draft (QD_TYPE_TENANT);
  g_autoptr(QdTenant) created = qd_record_new_draft (QD_TYPE_TENANT);
  GPtrArray *fields = qd_fact_book_peek (book, QD_FACT_TOPIC_FIELD);

  g_object_set (created, "created-on", 20000, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (qd_tenant_get_field_lock (book, tenant, cases[i].property), ==, QD_FIELD_LOCK_NONE);
      g_assert_cmpint (qd_tenant_get_field_lock (book, created, cases[i].property), ==, cases[i].lock);
    }

  /* Each of them is a field there is. */
  for (guint i = 0; i < fields->len; i++)
    g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (tenant), ((QdFact *)fields->pdata[i])->key));
}

static void
test_features (void)
{
  const struct
  {
    const char *text;
    const char *keys;
    const char *warning;
  } cases[] = {
    { "Fix it in the Rails console", "rails-console", "Rails console: not on Dedicated (instead: The API, or a ticket to Support)" },
    { "run gitlab-rails runner there", "rails-console", NULL },
    { "edit /etc/gitlab/gitlab.rb and reconfigure", "gitlab-rb", NULL },
    { "LDAP group sync", "ldap", NULL },
    { "ldap, then Kerberos", "ldap kerberos", NULL },
    { "pre-receive hooks for branch names", "server-hooks", NULL },
    { "Mattermost", "mattermost", "Mattermost: not on Dedicated" },
    { "Custom domain for Pages", "pages-domains", NULL }, /* not the domain of the instance */
    { "a custom domain", "own-domain", NULL },
    { "Enable a feature flag for them", "feature-flags", NULL },
    { "Reply by email", "reply-by-email", NULL },
    { "smart cards", "smart-card", NULL },
    { "Rails consoles are railings", "rails-console", NULL },
    { "The railsconsole", "", NULL },
    { "Waiting lists for shellfish", "", NULL },
    { "", "", NULL },
    { NULL, "", NULL },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) hits = qd_features_find (book, cases[i].text);
      g_autoptr(GString) keys = g_string_new (NULL);

      for (guint n = 0; n < hits->len; n++)
        g_string_append_printf (keys, "%s%s", n > 0 ? " " : "", g_array_index (hits, QdFeatureHit, n).feature->fact.key);

      g_assert_cmpstr (keys->str, ==, cases[i].keys);

      if (cases[i].warning != NULL)
        {
          g_autofree char *warning = qd_feature_dup_warning (g_array_index (hits, QdFeatureHit, 0).feature);

          g_assert_cmpstr (warning, ==, cases[i].warning);
        }
    }
}

/* Where it is named, for the text to be marked */
static void
test_feature_place (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  const char *text = "Über die Rails  Console!";
  g_autoptr(GArray) hits = qd_features_find (book, text);
  QdFeatureHit    *hit;
  g_autofree char *named = NULL;
  g_autoptr(GPtrArray) found = qd_features_search (book, "hooks git");
  g_autoptr(GPtrArray) none = qd_features_search (book, "teleportation");

  g_assert_cmpuint (hits->len, ==, 1);
  hit = &g_array_index (hits, QdFeatureHit, 0);
  named = g_strndup (text + hit->at, hit->length);
  g_assert_cmpstr (named, ==, "Rails  Console");

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((QdFact *)found->pdata[0])->key, ==, "server-hooks");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/support/due", test_due);
  g_test_add_func ("/support/breached", test_breached);
  g_test_add_func ("/support/plan", test_plan);
  g_test_add_func ("/support/awake", test_awake);
  g_test_add_func ("/support/holidays", test_holidays);
  g_test_add_func ("/support/star", test_star);
  g_test_add_func ("/support/star-checks", test_star_checks);
  g_test_add_func ("/support/star-return", test_star_return);
  g_test_add_func ("/support/star-request", test_star_request);
  g_test_add_func ("/support/escalations", test_escalations);
  g_test_add_func ("/support/upgrade", test_upgrade);
  g_test_add_func ("/support/field-locks", test_field_locks);
  g_test_add_func ("/support/features", test_features);
  g_test_add_func ("/support/feature-place", test_feature_place);

  return g_test_run ();
}
