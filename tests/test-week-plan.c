/* test-week-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-account.h"
#include "qd-fact-edits.h"
#include "qd-fact-fields.h"
#include "qd-instant.h"
#include "qd-plan-features.h"
#include "qd-question.h"
#include "qd-test.h"
#include "qd-week-plan.h"

/* What the page of Dedicated says, without the page. Windows and hours are those that ship, with their source. */

#define EPSILON 1e-9
#define HOUR (1.0 / 24)

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdFactBook  *book;
} Fixture;

static gint64
instant (const char *text)
{
  gint64 parsed = 0;

  g_assert_true (qd_instant_parse (text, &parsed));

  return parsed;
}

static int
day (const char *text)
{
  int parsed = 0;

  g_assert_true (qd_day_parse (text, &parsed));

  return parsed;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->book = qd_fact_book_get (fixture->portfolio);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->book));
  qd_test_settle (fixture->store);
  qd_test_finalize (g_steal_pointer (&fixture->portfolio));
  qd_test_store_close (fixture->store);
}

static QdTenant *
add_tenant (Fixture    *fixture,
            const char *name,
            const char *codename,
            const char *window)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdTenant  *tenant = qd_record_new_draft (QD_TYPE_TENANT);

  g_object_set (account, "name", name, "codename", codename, "offering", QD_OFFERING_DEDICATED, NULL);
  account = qd_test_add (fixture->portfolio, account);
  qd_record_set_parent (tenant, qd_record_get_id (account));
  g_object_set (tenant, "maintenance-window", window, NULL);

  return qd_test_add (fixture->portfolio, tenant);
}

static const QdWeekRow *
get_row (QdWeekPlan *plan,
         guint       index)
{
  g_assert_cmpuint (index, <, plan->rows->len);

  return g_ptr_array_index (plan->rows, index);
}

static void
assert_event (const QdWeekRow  *row,
              guint             index,
              double            from,
              double            until,
              const char       *time,
              QdTenantEventKind kind)
{
  const QdWeekEvent *event;

  g_assert_cmpuint (index, <, row->events->len);
  event = &g_array_index (row->events, QdWeekEvent, index);
  g_assert_cmpfloat_with_epsilon (event->from, from, EPSILON);
  g_assert_cmpfloat_with_epsilon (event->until, until, EPSILON);
  g_assert_cmpstr (event->time, ==, time);
  g_assert_cmpint (event->event.kind, ==, kind);
}

/* AMER 2 is on Sundays from 21:00 for four hours: a week that begins on Monday has the end of one and the beginning of
 * the next. */
static void
test_midnight (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(QdWeekPlan) plan = NULL;
  const QdWeekRow *row;
  g_autofree char *name = NULL;

  add_tenant (fixture, "Example Bank", "Heron", "amer-2");
  plan = qd_week_plan_new (fixture->book, day ("2026-11-16"), utc, TRUE);
  g_assert_cmpuint (plan->rows->len, ==, 1);
  row = get_row (plan, 0);
  g_assert_cmpstr (row->title, ==, "Heron");
  g_assert_cmpuint (row->events->len, ==, 2);
  assert_event (row, 0, -3 * HOUR, HOUR, "21:00–01:00", QD_TENANT_EVENT_PATCH);
  assert_event (row, 1, 6 + 21 * HOUR, 7 + HOUR, "21:00–01:00", QD_TENANT_EVENT_WINDOW);
  name = qd_week_event_dup_name (&g_array_index (row->events, QdWeekEvent, 1), row, utc);
  g_assert_cmpstr (name, ==, "Heron, Sun, 22 Nov 2026, 21:00–Mon 01:00 UTC: Maintenance window");
}

/* In Berlin the clocks go back on 25 October 2026 at 03:00 (tz database): that week has an hour more. */
static void
test_clock_change (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(QdWeekPlan) autumn = NULL;
  g_autoptr(QdWeekPlan) spring = NULL;

  add_tenant (fixture, "Example Bank", NULL, "amer-2");
  autumn = qd_week_plan_new (fixture->book, day ("2026-10-19"), berlin, TRUE);
  g_assert_cmpint (autumn->from, ==, instant ("2026-10-18T22:00:00Z"));
  g_assert_cmpint (autumn->until, ==, instant ("2026-10-25T23:00:00Z"));
  assert_event (get_row (autumn, 0), 0, -HOUR, 3 * HOUR, "23:00–03:00", QD_TENANT_EVENT_WINDOW);
  g_assert_cmpstr (g_array_index (get_row (autumn, 0)->events, QdWeekEvent, 1).time, ==, "22:00–02:00");
  g_assert_cmpfloat_with_epsilon (
      g_array_index (get_row (autumn, 0)->events, QdWeekEvent, 1).from, 6 + 22 * HOUR, EPSILON);

  /* They go forward on 29 March 2026. */
  spring = qd_week_plan_new (fixture->book, day ("2026-03-23"), berlin, TRUE);
  g_assert_cmpint (spring->until - spring->from, ==, 7 * 86400 - 3600);
}

/* The summit's lock is from Monday 20 July 2026, 01:00, for a week (the handbook): in it nothing is changed. */
static void
test_lock (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(QdWeekPlan) plan = NULL;
  const QdWeekEvent *lock;

  add_tenant (fixture, "Example Bank", NULL, "emea");
  plan = qd_week_plan_new (fixture->book, day ("2026-07-20"), utc, TRUE);
  assert_event (get_row (plan, 0), 0, 1 + HOUR, 1 + 5 * HOUR, "01:00–05:00", QD_TENANT_EVENT_LOCKED);
  g_assert_cmpuint (get_row (plan, 0)->locks->len, ==, 1);
  lock = &g_array_index (get_row (plan, 0)->locks, QdWeekEvent, 0);
  g_assert_cmpfloat_with_epsilon (lock->from, HOUR, EPSILON);
  g_assert_cmpfloat_with_epsilon (lock->until, 7 + HOUR, EPSILON);
  g_assert_true (qd_week_plan_has_events (plan));
}

/* By their titles as they are shown; archived accounts have left */
static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(QdWeekPlan) sealed = NULL;
  g_autoptr(QdWeekPlan) open = NULL;
  QdTenant  *tenant = add_tenant (fixture, "Aardvark", "Zebra", "apac");
  QdAccount *gone;
  g_auto(GValue) value = G_VALUE_INIT;
  GAsyncResult *slot = NULL;

  add_tenant (fixture, "Marten", "Badger", NULL);
  tenant = add_tenant (fixture, "Gone", NULL, "apac");
  gone = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, tenant->account);
  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, TRUE);
  qd_record_change_async (gone, fixture->store, "archived", &value, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));

  sealed = qd_week_plan_new (fixture->book, day ("2026-11-23"), utc, TRUE);
  g_assert_cmpuint (sealed->rows->len, ==, 2);
  g_assert_cmpstr (get_row (sealed, 0)->title, ==, "Badger");
  g_assert_cmpstr (get_row (sealed, 0)->note, ==, "No window set");
  g_assert_cmpstr (get_row (sealed, 1)->title, ==, "Zebra");

  /* What is sealed is called by its codename whatever is chosen to be shown. */
  open = qd_week_plan_new (fixture->book, day ("2026-11-23"), utc, FALSE);
  g_assert_cmpstr (get_row (open, 0)->title, ==, "Badger");
}

static void
test_hours (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *now;
    gboolean    is_open;
    const char *words;
  } cases[] = {
    { "support-emea", "2026-11-27T12:00:00Z", TRUE, "Open until 16:00 UTC · 17:00 CET" },
    { "support-emea", "2026-11-27T16:00:00Z", FALSE, "Opens Mon 08:00 UTC · Mon 09:00 CET" },
    { "support-apac", "2026-11-27T12:00:00Z", FALSE, "Opens Sun 23:00 UTC · Mon 00:00 CET" },
    { "support-apac", "2026-11-29T23:00:00Z", TRUE, "Open until Mon 11:00 UTC · 12:00 CET" },
    { "sre", "2026-11-27T15:59:00Z", TRUE, "Open until 16:00 UTC · 17:00 CET" },
    { "pm", "2026-11-27T12:00:00Z", FALSE, "Opens 14:00 UTC · 15:00 CET" },
  };
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QdHoursFact *hours = qd_fact_book_lookup (fixture->book, QD_FACT_TOPIC_HOURS, cases[i].key);
      gboolean           is_open;
      g_autofree char   *words = qd_hours_dup_state_words (hours, instant (cases[i].now), berlin, &is_open);

      g_assert_cmpint (is_open, ==, cases[i].is_open);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
assert_answer (GPtrArray  *questions,
               const char *name,
               const char *asked,
               const char *by)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const QdQuestion *question = g_ptr_array_index (questions, i);
      gint64            answered;

      if (!g_str_equal (question->name, name))
        continue;

      g_assert_true (qd_question_get_answer (question, instant (asked), &answered));
      g_assert_cmpint (answered, ==, instant (by));
      return;
    }

  g_error ("There is no question “%s”", name);
}

/* Reckoned by hand: half an hour day and night; four hours that end on Friday 23:00 and go on from Sunday 23:00; three
 * working days in Berlin, of which half of Friday is left. */
static void
test_questions (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GPtrArray) questions = qd_questions_list (fixture->book, day ("2026-11-27"));

  assert_answer (questions, "Ticket, Urgent", "2026-11-28T03:00:00Z", "2026-11-28T03:30:00Z");
  assert_answer (questions, "Ticket, High", "2026-11-27T22:00:00Z", "2026-11-30T02:00:00Z");
  assert_answer (questions, "Question to Dedicated SRE", "2026-11-27T12:00:00Z", "2026-12-02T12:00:00Z");
  assert_answer (questions, "Question to Support EMEA", "2026-11-27T18:00:00Z", "2026-11-30T08:00:00Z");
}

static const QdJsonField *
get_field (QdFactTopic topic,
           const char *key)
{
  const QdJsonShape *shape = qd_fact_get_shape (topic);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      if (g_str_equal (shape->fields[i].key, key))
        return &shape->fields[i];
    }

  g_error ("There is no field “%s”", key);
}

static void
test_fields (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    QdFactTopic topic;
    const char *key;
    const char *typed;
    const char *read;  /* none: it is refused */
    const char *words; /* the message, where it is */
  } cases[] = {
    { QD_FACT_TOPIC_WINDOW, "weekday", "friday", "friday", "Friday" },
    { QD_FACT_TOPIC_WINDOW, "weekday", "fryday", NULL, "“Weekday” is not one of its values" },
    { QD_FACT_TOPIC_WINDOW, "minutes", "90 min", "1:30", "1:30" },
    { QD_FACT_TOPIC_WINDOW, "minutes", "long", NULL, "“Length” must be a length of time such as “4 h” or “30 min”" },
    { QD_FACT_TOPIC_WINDOW, "rollout", "5", "5", "5" },
    { QD_FACT_TOPIC_WINDOW, "rollout", "a few", NULL, "“Days from the Release to the Rollout” must be a whole number" },
    { QD_FACT_TOPIC_WINDOW, "since", "2026-13-01", NULL, "“Since” must be a day such as “2026-05-03”" },
    { QD_FACT_TOPIC_LOCK, "begins_at", "2026-12-21 03:00", "2026-12-21 03:00", "2026-12-21 03:00" },
    { QD_FACT_TOPIC_HOURS, "answer", "3 d", "3 d", "3 d" },
    { QD_FACT_TOPIC_FEATURE, "words", "one,  two ; three", "one, two, three", "one, two, three" },
    { QD_FACT_TOPIC_FEATURE, "words", " ", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdFact) fact = qd_fact_create_own (cases[i].topic, "Own");
      const QdJsonField *field = get_field (cases[i].topic, cases[i].key);
      g_autoptr(GError) error = NULL;
      gboolean         read = qd_fact_set_text (fact, field, cases[i].typed, &error);
      g_autofree char *text = qd_fact_dup_text (fact, field);
      g_autofree char *words = qd_fact_dup_words (fact, field);

      g_assert_cmpint (read, ==, cases[i].read != NULL);

      if (!read)
        g_assert_cmpstr (error->message, ==, cases[i].words);
      else
        {
          g_assert_cmpstr (text, ==, cases[i].read);
          g_assert_cmpstr (words, ==, cases[i].words);
        }
    }
}

/* All that ships can be typed again as it is shown for typing. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  for (guint topic = 0; topic <= QD_FACT_TOPIC_FEATURE; topic++)
    {
      GPtrArray         *facts = qd_fact_book_peek (fixture->book, topic);
      const QdJsonShape *shape = qd_fact_get_shape (topic);

      for (guint i = 0; i < facts->len; i++)
        {
          g_autoptr(QdFact) copy = qd_fact_copy (g_ptr_array_index (facts, i));
          g_autoptr(GPtrArray) differences = NULL;
          g_autoptr(GError) error = NULL;

          for (guint n = 0; n < shape->n_fields; n++)
            {
              g_autofree char *text = qd_fact_dup_text (copy, &shape->fields[n]);

              g_assert_true (qd_fact_set_text (copy, &shape->fields[n], text, &error));
              g_assert_no_error (error);
            }

          g_assert_true (qd_fact_check_typed (copy, &error));
          g_assert_no_error (error);
          differences = qd_fact_list_differences (g_ptr_array_index (facts, i), copy);
          g_assert_cmpuint (differences->len, ==, 0);
        }
    }
}

/* What is left out, and what cannot be, is said by the name that the form has for it. */
static void
test_check (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(QdFact) fact = qd_fact_create_own (QD_FACT_TOPIC_LOCK, "Our freeze");
  g_autoptr(GError) error = NULL;

  g_assert_false (qd_fact_check_typed (fact, &error));
  g_assert_cmpstr (error->message, ==, "“Holds For” must be filled in");
  g_clear_error (&error);
  g_assert_true (qd_fact_set_text (fact, get_field (QD_FACT_TOPIC_LOCK, "scope"), "all", NULL));
  g_assert_true (qd_fact_set_text (fact, get_field (QD_FACT_TOPIC_LOCK, "begins_at"), "2026-12-21 03:00", NULL));
  g_assert_true (qd_fact_set_text (fact, get_field (QD_FACT_TOPIC_LOCK, "ends_at"), "2026-12-20 03:00", NULL));
  g_assert_false (qd_fact_check_typed (fact, &error));
  g_assert_cmpstr (error->message, ==, "“Ends” of “Our freeze” must be after it begins; nothing was changed");
  g_clear_error (&error);
  g_assert_true (qd_fact_set_text (fact, get_field (QD_FACT_TOPIC_LOCK, "ends_at"), "2027-01-11 03:00", NULL));
  g_assert_true (qd_fact_check_typed (fact, &error));
}

/* A copy that was edited before what ships was checked anew is told so. */
static void
test_outdated (Fixture      *fixture,
               gconstpointer data)
{
  const QdFact *shipped = qd_fact_book_get_shipped (fixture->book, QD_FACT_TOPIC_WINDOW, "emea");
  g_autoptr(QdFact) edited = qd_fact_copy (shipped);
  g_autoptr(GPtrArray) differences = NULL;

  g_assert_true (qd_fact_set_text (edited, get_field (QD_FACT_TOPIC_WINDOW, "begins"), "02:00", NULL));
  edited->state = QD_FACT_STATE_EDITED;
  differences = qd_fact_list_differences (shipped, edited);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (differences, 0), ==, "Begins (UTC): “02:00”, ships as “01:00”");
  g_assert_false (qd_fact_is_outdated (shipped, edited));
  edited->checked = shipped->checked - 1;
  g_assert_true (qd_fact_is_outdated (shipped, edited));
}

/* Those who ask for it get the same book, and nobody keeps it alive for nothing. */
static void
test_shared (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(QdFactBook) other = qd_fact_book_get (fixture->portfolio);

  g_assert_true (other == fixture->book);
}

static void
test_hint (Fixture      *fixture,
           gconstpointer data)
{
  const char *const texts[] = { "Clean up from the rails console", NULL, "Then from the Rails Console again, and LDAP" };
  const char *const fine[] = { "Set up SAML" };
  g_autofree char  *feature = NULL;
  g_autofree char  *hint = qd_features_dup_hint (fixture->book, texts, G_N_ELEMENTS (texts), &feature);
  g_auto(GStrv) lines = g_strsplit (hint, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_true (g_str_has_prefix (lines[0], "Rails console: not on Dedicated (instead: "));
  g_assert_true (g_str_has_prefix (lines[1], "LDAP: not on Dedicated"));
  g_assert_cmpstr (feature, ==, "Rails console");
  g_assert_null (qd_features_dup_hint (fixture->book, fine, 1, NULL));
}

#define ADD(path, function) g_test_add ("/week-plan/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  ADD ("midnight", test_midnight);
  ADD ("clock-change", test_clock_change);
  ADD ("lock", test_lock);
  ADD ("rows", test_rows);
  ADD ("hours", test_hours);
  ADD ("questions", test_questions);
  ADD ("fields", test_fields);
  ADD ("round-trip", test_round_trip);
  ADD ("check", test_check);
  ADD ("outdated", test_outdated);
  ADD ("shared", test_shared);
  ADD ("hint", test_hint);

  return g_test_run ();
}
