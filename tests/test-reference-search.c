/* test-reference-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-reference-edits.h"
#include "qd-reference-vocabulary.h"
#include "qd-test-reference.h"

/* What CSMs ask, as they would type it, and the entry that answers it. Which entry that is follows
 * from what the entries say, not from how they are found. */
static void
test_first_hits (QdTestReference *test,
                 gconstpointer    data)
{
  static const struct
  {
    const char *text;
    const char *key;
  } cases[] = {
    { "when is maintenance", "maintenance-windows" },
    { "maintenance window", "maintenance-windows" },
    { "maintenance", "maintenance-windows" },
    { "move maintenance", "move-maintenance" },
    { "can we postpone maintenance", "move-maintenance" },
    { "rails console", "no-rails-console" },
    { "is there a rails console on dedicated", "no-rails-console" },
    { "byok", "byok" },
    { "bring your own key", "byok" },
    { "encryption keys", "byok" },
    { "who do I ask for a quote", "ask-for-quote" },
    { "quote", "ask-for-quote" },
    { "price", "ask-for-quote" },
    { "switchboard", "switchboard" },
    { "switchboard access", "switchboard-access" },
    { "how do I get access to switchboard", "switchboard-access" },
    { "instrumentor", "instrumentor" },
    { "transistor", "transistor" },
    { "hosted runners", "hosted-runners" },
    { "runner sizes", "hosted-runners" },
    { "pcl", "production-change-lock" },
    { "change freeze", "production-change-lock" },
    { "when is the next release", "release-cadence" },
    { "release day", "release-cadence" },
    { "what version are they on", "dedicated-version" },
    { "n-1", "dedicated-version" },
    { "rollout", "rollout-schedule" },
    { "backport", "backport-request" },
    { "star", "star" },
    { "when should i star a ticket", "star-when" },
    { "star urgency", "star-how" },
    { "ticket takes too long", "support-path" },
    { "sla", "first-response" },
    { "how fast does support answer", "first-response" },
    { "production down", "dedicated-emergency" },
    { "who is awake", "people-hours" },
    { "upgrade assistance", "upgrade-assistance" },
    { "rollback plan", "upgrade-assistance" },
    { "f_gitlab_dedicated", "channel-f-gitlab-dedicated" },
    { "#g_dedicated-team", "channel-g-dedicated-team" },
    { "codename", "codename" },
    { "can i say the customer name in slack", "codename" },
    { "ldap", "no-ldap" },
    { "active directory", "no-ldap" },
    { "service desk", "no-reply-by-email" },
    { "feature flag", "no-feature-flags" },
    { "git hooks", "no-git-hooks" },
    { "gitlab.rb", "no-server-access" },
    { "privatelink", "private-link" },
    { "rto", "disaster-recovery" },
    { "restore deleted project", "restore-requests" },
    { "fedramp", "government" },
    { "uptime", "availability-sla" },
    { "sa or csm", "sa-or-csm" },
    { "can the csm join before the sale", "csm-before-sale" },
    { "hands on keyboard", "hands-on-keyboard" },
    { "ebr", "ebr" },
    { "cadence call", "cadence-calls" },
    { "30 60 90", "plan-30-60-90" },
    { "7 pillars", "pillars" },
    { "proactivity", "proactivity-pillar" },
    { "how many accelerators", "accelerator-allowance" },
    { "jira", "planning-modules" },
    { "csa engagement", "log-accelerator" },
    { "welcome email", "introduction-email" },
    { "playbooks", "playbook-list" },
    { "community of practice", "communities-of-practice" },
    { "scripts", "cs-tools" },
    { "why was my aws instance deleted", "aws-test-account" },
    { "health score", "health-scores" },
    { "renewal", "renewals" },
  };
  guint n_missed = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdReferenceResult) result =
                    qd_test_reference_search (test->reference, cases[i].text, QD_ENUM_NONE, NULL, 20);
      QdReferenceHit *first = result->hits->len > 0 ? g_ptr_array_index (result->hits, 0) : NULL;
      const char     *key = first != NULL ? first->entry->key : "nothing";

      if (g_str_equal (key, cases[i].key))
        continue;

      g_test_message ("“%s” finds “%s”, not “%s”", cases[i].text, key, cases[i].key);
      n_missed++;
    }

  g_assert_cmpuint (n_missed, ==, 0);
}

static gboolean
finds (QdReference *reference,
       const char  *text,
       const char  *key,
       guint        among)
{
  g_autoptr(QdReferenceResult) result = qd_test_reference_search (reference, text, QD_ENUM_NONE, NULL, among);

  for (guint i = 0; i < result->hits->len; i++)
    {
      if (g_str_equal (((QdReferenceHit *)g_ptr_array_index (result->hits, i))->entry->key, key))
        return TRUE;
    }

  return FALSE;
}

/* From some letter on each letter more still finds it. */
static void
test_while_typing (QdTestReference *test,
                   gconstpointer    data)
{
  static const struct
  {
    const char *text;
    const char *key;
    gsize       from;
  } cases[] = {
    { "switchboard access", "switchboard-access", 6 },
    { "instrumentor", "instrumentor", 4 },
    { "production change lock", "production-change-lock", 8 },
    { "who do i ask for a quote", "ask-for-quote", 20 },
    { "byok", "byok", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (gsize length = cases[i].from; length <= strlen (cases[i].text); length++)
        {
          g_autofree char *typed = g_strndup (cases[i].text, length);

          g_test_message ("%s", typed);
          g_assert_true (finds (test->reference, typed, cases[i].key, 8));
        }
    }
}

static void
test_slips (QdTestReference *test,
            gconstpointer    data)
{
  static const struct
  {
    const char *text;
    const char *key;
    gboolean    corrected;
  } cases[] = {
    { "swichboard", "switchboard", TRUE },
    { "switchbaord", "switchboard", TRUE },
    { "intsrumentor", "instrumentor", TRUE },
    { "trasistor", "transistor", TRUE },
    { "maintainance", "maintenance-windows", TRUE },
    { "maintanence window", "maintenance-windows", TRUE },
    { "bykok", "byok", TRUE },
    { "codenmae", "codename", TRUE },
    { "fedrmap", "government", TRUE },
    { "acelerator", "accelerators", TRUE },
    { "BYOK", "byok", FALSE },
    { "Bÿök", "byok", FALSE },
    { "SWITCHBOÅRD", "switchboard", FALSE },
    { "kërberos", "no-ldap", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdReferenceResult) result =
                    qd_test_reference_search (test->reference, cases[i].text, QD_ENUM_NONE, NULL, 5);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (result->corrected, ==, cases[i].corrected);
      g_assert_true (finds (test->reference, cases[i].text, cases[i].key, 3));
    }
}

/* Two slips in a short word make it another. */
static void
test_no_guessing (QdTestReference *test,
                  gconstpointer    data)
{
  static const char *const texts[] = { "xqz", "byxq", "zzzzzzzz", "swxtchbxxrd" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(QdReferenceResult) result = qd_test_reference_search (test->reference, texts[i], QD_ENUM_NONE, NULL, 5);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (result->hits->len, ==, 0);
      g_assert_false (result->corrected);
    }
}

static void
test_filters (QdTestReference *test,
              gconstpointer    data)
{
  g_autoptr(QdReferenceResult) tools =
                qd_test_reference_search (test->reference, "dedicated", QD_REFERENCE_CATEGORY_TOOLS, NULL, 200);
  g_autoptr(QdReferenceResult) absent =
                qd_test_reference_search (test->reference, "server", QD_ENUM_NONE, "not-available", 200);
  g_autoptr(QdReferenceResult) pillars =
                qd_test_reference_search (test->reference, " ", QD_REFERENCE_CATEGORY_PILLARS, NULL, 200);
  g_autoptr(QdReferenceResult) three = qd_test_reference_search (test->reference, "", QD_ENUM_NONE, "feature", 3);

  g_assert_cmpuint (tools->hits->len, >, 5);
  g_assert_cmpuint (absent->hits->len, >, 1);
  g_assert_cmpuint (pillars->hits->len, ==, 8);
  g_assert_cmpuint (three->hits->len, ==, 3);

  for (guint i = 0; i < tools->hits->len; i++)
    g_assert_cmpint (((QdReferenceHit *)tools->hits->pdata[i])->entry->category, ==, QD_REFERENCE_CATEGORY_TOOLS);

  for (guint i = 0; i < absent->hits->len; i++)
    g_assert_cmpint (((QdReferenceHit *)absent->hits->pdata[i])->entry->available, ==, QD_AVAILABILITY_NO);

  /* A tag is the whole of it: “feature” is no tag of “features” */
  for (guint i = 0; i < three->hits->len; i++)
    g_assert_cmpint (((QdReferenceHit *)three->hits->pdata[i])->entry->available, !=, QD_ENUM_NONE);
}

static char *
dup_marked (const char        *text,
            const char *const *terms)
{
  g_autoptr(GArray) spans = qd_reference_words_find (text, terms);
  GString *marked = g_string_new (NULL);
  guint    from = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      QdReferenceSpan span = g_array_index (spans, QdReferenceSpan, i);

      g_string_append_printf (
          marked, "%.*s[%.*s]", (int)(span.start - from), text + from, (int)(span.end - span.start), text + span.start);
      from = span.end;
    }

  g_string_append (marked, text + from);

  return g_string_free_and_steal (marked);
}

static void
test_marks (QdTestReference *test,
            gconstpointer    data)
{
  static const char *const terms[] = { "konsol", "rails", NULL };
  g_autofree char         *marked = dup_marked ("Rails: die Könsole, Grails und die Konsolen", terms);
  g_autoptr(QdReferenceResult) result =
                qd_test_reference_search (test->reference, "the swichboard windw", QD_ENUM_NONE, NULL, 20);
  g_autoptr(QdReferenceResult) console = qd_test_reference_search (test->reference, "rails cons", QD_ENUM_NONE, NULL, 1);
  QdReferenceHit  *hit = g_ptr_array_index (console->hits, 0);
  g_autofree char *title = dup_marked (hit->entry->title, (const char *const *)console->terms);

  g_assert_cmpstr (marked, ==, "[Rails]: die [Könsole], Grails und die [Konsolen]");
  g_assert_true (g_strv_contains ((const char *const *)result->terms, "switchboard"));
  g_assert_false (g_strv_contains ((const char *const *)result->terms, "the"));
  g_assert_cmpstr (title, ==, "[Rails] [console]");
  g_assert_null (strchr (hit->passage, '\n'));
  g_assert_null (strchr (hit->passage, '|'));
}

static void
test_plain (void)
{
  g_autofree char         *plain = qd_reference_words_dup_plain ("## Head\n\n"
                                                                         "Some **bold** and `code`, a [page](https://example.com/a).\n\n"
                                                                         "| Size | vCPU |\n|---|---|\n| small | 2 |\n\n"
                                                                         "- one\n1. two\n");
  static const char *const terms[] = { "wanted", NULL };
  g_autofree char         *passage = qd_reference_words_dup_passage (
      "First line\nWords that stand long before what somebody wanted to find, which is in the middle of a line that goes "
              "on and on after it, for far longer than fits",
      terms);

  g_assert_cmpstr (plain, ==, "Head\nSome bold and code, a page.\nSize · vCPU\nsmall · 2\none\n1. two");
  g_assert_true (g_str_has_prefix (passage, "…"));
  g_assert_true (g_str_has_suffix (passage, "…"));
  g_assert_nonnull (strstr (passage, "somebody wanted to find"));
  g_assert_cmpuint (g_utf8_strlen (passage, -1), <=, 122);
}

/* The distances are those of the restricted Damerau–Levenshtein measure, counted by hand. */
static void
test_near (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
  } cases[] = {
    { "tset", "test" },  /* two changed places */
    { "tesst", "test" }, /* one more */
    { "tost", "test" },  /* another */
    { "tst", "" },       /* too short to be a slip */
    { "tezz", "" },      /* two */
    { "mantenance", "maintenance" },
    { "mantenanc", "maintenance" }, /* one less, and not to its end */
    { "mntenance", "maintenance" }, /* two of nine letters */
    { "mntenence", "" },            /* three */
    { "test", "" },                 /* what begins with it is no slip */
    { "kønig", "" },
  };
  g_autoptr(QdReferenceVocabulary) vocabulary = qd_reference_vocabulary_new ();

  qd_reference_vocabulary_add (vocabulary, "test");
  qd_reference_vocabulary_add (vocabulary, "maintenance");
  qd_reference_vocabulary_add (vocabulary, "test");
  g_assert_true (qd_reference_vocabulary_has_beginning (vocabulary, "te"));
  g_assert_true (qd_reference_vocabulary_has_beginning (vocabulary, "maintenance"));
  g_assert_false (qd_reference_vocabulary_has_beginning (vocabulary, "tests"));
  g_assert_false (qd_reference_vocabulary_has_beginning (vocabulary, "z"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) near = qd_reference_vocabulary_find_near (vocabulary, cases[i].typed);
      g_autofree char *joined = g_strjoinv (" ", near);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

/* What is typed is words to look for, and nothing else. */
static void
test_nothing_typed_is_a_query (QdTestReference *test,
                               gconstpointer    data)
{
  static const char *const texts[] = {
    "", "*", "\"", "AND", "NOT switchboard", "title:switchboard", "NEAR(a b)", "(", "^a", "{title} : x",
    "'; DROP TABLE account; --", "-x", "a+b", "\xff\xfe", "🚢", "\u202eswitchboard", "OR OR OR", "a b c d e f g h i j k l m"
  };
  g_autofree char *longest = g_strnfill (100000, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    qd_reference_result_free (qd_test_reference_search (test->reference, texts[i], QD_ENUM_NONE, "a\"b", 20));

  qd_reference_result_free (qd_test_reference_search (test->reference, longest, QD_ENUM_NONE, NULL, 20));
  g_assert_true (finds (test->reference, "— “switchboard” &", "switchboard", 1));
}

/* The index says what the entries do, after each edit, undo and redo, also where two of them take
 * turns on the same store. */
static void
test_index_follows (QdTestReference *test,
                    gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReference) other = qd_reference_new (test->portfolio);
  g_autoptr(QdReferenceRecord) draft =
                qd_reference_create_own (test->reference, QD_REFERENCE_CATEGORY_TOOLS, "Flüsterpost");

  g_object_set (draft, "body", "A telephone for children.", NULL);
  qd_reference_add_async (test->reference, draft, qd_test_async_cb, &slot);
  qd_test_await_edit (test->store, &slot, &error);
  g_assert_no_error (error);

  for (int i = 0; i < 2; i++)
    {
      g_assert_true (finds (test->reference, "flusterpost", draft->key, 1));
      g_assert_true (finds (other, "telephone", draft->key, 1));
      g_assert_true (finds (test->reference, "switchboard", "switchboard", 1));
    }

  qd_reference_set_notes_async (
      test->reference, qd_reference_lookup (test->reference, "amp"), "Ask the ornithologist", qd_test_async_cb, &slot);
  qd_test_await_edit (test->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_true (finds (test->reference, "ornithologist", "amp", 1));
  g_assert_true (finds (other, "ornithologist", "amp", 1));

  qd_test_undo (test->store);
  g_assert_false (finds (test->reference, "ornithologist", "amp", 5));
  qd_test_undo (test->store);
  g_assert_false (finds (test->reference, "flusterpost", draft->key, 5));
  g_assert_false (finds (other, "flusterpost", draft->key, 5));
  qd_test_redo (test->store);
  g_assert_true (finds (other, "flusterpost", draft->key, 1));
}

/* What a task or a row is called, and the entry it names; of several the longest name */
static const char *const named[][2] = {
  { "File a STAR for the open ticket", "star" },
  { "Decide on bring your own key", "byok" },
  { "BYOK", "byok" },
  { "Rails console session with the customer", "no-rails-console" },
  { "Ask in #f_gitlab_dedicated", "channel-f-gitlab-dedicated" },
  { "Prepare the executive business review", "ebr" },
  { "Start the upgrade", NULL },
  { "the and of", NULL },
  { "", NULL },
};

static void
test_named (QdTestReference *test,
            gconstpointer    data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      QdReferenceEntry *entry = qd_reference_find_named (test->reference, named[i][0]);

      g_test_message ("%s", named[i][0]);
      g_assert_cmpstr (entry != NULL ? entry->key : NULL, ==, named[i][1]);
    }
}

static void
test_markup (void)
{
  const char *const terms[] = { "rail", "con", NULL };
  const char *const none[] = { NULL };
  g_autofree char  *markup = qd_reference_words_dup_markup ("A <Rails> & Cönsole, iron", terms);
  g_autofree char  *plain = qd_reference_words_dup_markup ("<a> & b", none);

  g_assert_cmpstr (markup, ==, "A &lt;<b>Rails</b>&gt; &amp; <b>Cönsole</b>, iron");
  g_assert_cmpstr (plain, ==, "&lt;a&gt; &amp; b");
}

/* Whoever shows the entries of a portfolio has them in common. */
static void
test_shared (QdTestReference *test,
             gconstpointer    data)
{
  QdReference *first = qd_reference_ref_of (test->portfolio);
  QdReference *second = qd_reference_ref_of (test->portfolio);

  g_assert_true (first == second);
  g_object_unref (second);
  g_assert_finalize_object (first);
  first = qd_reference_ref_of (test->portfolio);
  g_assert_nonnull (qd_reference_lookup (first, "byok"));
  g_assert_finalize_object (first);
}

#define ADD(path, func) \
  g_test_add (path, QdTestReference, NULL, qd_test_reference_set_up, func, qd_test_reference_tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/reference-search/first-hits", test_first_hits);
  ADD ("/reference-search/while-typing", test_while_typing);
  ADD ("/reference-search/slips", test_slips);
  ADD ("/reference-search/no-guessing", test_no_guessing);
  ADD ("/reference-search/filters", test_filters);
  ADD ("/reference-search/marks", test_marks);
  g_test_add_func ("/reference-search/plain", test_plain);
  g_test_add_func ("/reference-search/near", test_near);
  ADD ("/reference-search/nothing-typed-is-a-query", test_nothing_typed_is_a_query);
  ADD ("/reference-search/index-follows", test_index_follows);
  ADD ("/reference-search/named", test_named);
  g_test_add_func ("/reference-search/markup", test_markup);
  ADD ("/reference-search/shared", test_shared);

  return g_test_run ();
}
