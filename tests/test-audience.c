/* test-audience.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-audience-check.h"
#include "qd-automaton.h"
#include "qd-contact.h"
#include "qd-disclosure-edits.h"
#include "qd-exit.h"
#include "qd-fold.h"
#include "qd-follow-up.h"
#include "qd-format.h"
#include "qd-seal.h"
#include "qd-test-folder.h"
#include "qd-test.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *nimbuscaro; /* Dedicated, Basalt */
  QdAccount   *target;     /* not sealed, and a word of English */
  QdAccount   *hidden;     /* Dedicated without a codename */
} Fixture;

static QdAccount *
add_account (Fixture    *fixture,
             const char *name,
             const char *codename,
             int         offering,
             const char *aliases,
             const char *domains)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (account,
                "name", name, "codename", codename, "offering", offering, "aliases", aliases, "domains", domains, NULL);

  return qd_test_add (fixture->portfolio, account);
}

static QdContact *
add_contact (Fixture    *fixture,
             QdAccount  *account,
             const char *name,
             const char *email)
{
  QdContact *contact = qd_record_new_draft (QD_TYPE_CONTACT);

  g_object_set (contact, "account", qd_record_get_id (account), "name", name, "email", email, NULL);

  return qd_test_add (fixture->portfolio, contact);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->nimbuscaro = add_account (fixture,
                                     "Nimbuscaro Air",
                                     "Basalt",
                                     QD_OFFERING_DEDICATED,
                                     "NCA\nFlugwerk\n日本航空\nRückversicherung AG\nLopez & Sons\nYork\nСахалин Авиа",
                                     "nimbuscaro.example");
  add_contact (fixture, fixture->nimbuscaro, "Célia Vasconcelos", "celia@fly.example");
  add_contact (fixture, fixture->nimbuscaro, "Mark", NULL);
  fixture->target = add_account (fixture, "Target", NULL, QD_OFFERING_SELF_MANAGED, NULL, NULL);
  fixture->hidden = add_account (fixture, "Wexbarrow Grid", NULL, QD_OFFERING_DEDICATED_GOVERNMENT, NULL, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_settle (fixture->store);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static GPtrArray *
check (Fixture    *fixture,
       QdAudience  audience,
       QdAccount  *account,
       const char *text)
{
  g_autoptr(QdNameBook) book = qd_name_book_get (fixture->portfolio);

  return qd_audience_check (book, audience, account != NULL ? qd_record_get_id (account) : 0, text, -1);
}

/* @found: what of @text is found, with bars between; “?” before what is not sure */
static void
assert_found (Fixture    *fixture,
              QdAudience  audience,
              QdAccount  *account,
              const char *text,
              const char *found)
{
  g_autoptr(GPtrArray) hits = check (fixture, audience, account, text);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (list,
                              "%s%s%.*s",
                              i > 0 ? "|" : "",
                              hit->sure ? "" : "?",
                              (int)(hit->end - hit->start),
                              text + hit->start);
    }

  if (!g_str_equal (list->str, found))
    g_test_fail_printf ("“%s” for %s: found “%s”, not “%s”", text, qd_audiences[audience].nick, list->str, found);
}

/* Ways of writing a name that are found, and texts that only look like it. */
static void
test_variants (Fixture      *fixture,
               gconstpointer data)
{
  const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    /* case */
    { "nimbuscaro air", "nimbuscaro air" },
    { "for NIMBUSCARO AIR, today", "NIMBUSCARO AIR" },
    /* spacing, hyphens and punctuation */
    { "NIMBUSCARO\u00a0Air", "NIMBUSCARO\u00a0Air" },
    { "Nimbuscaro  Air", "Nimbuscaro  Air" },
    { "Nimbuscaro\nAir", "Nimbuscaro\nAir" },
    { "NimbuscaroAir", "NimbuscaroAir" },
    { "nimbuscaro-air", "nimbuscaro-air" },
    { "nimbuscaro_air", "nimbuscaro_air" },
    { "nimbus-caro air", "nimbus-caro air" },
    { "Nim\u00adbuscaro Air", "Nim\u00adbuscaro Air" },
    { "N i m b u s c a r o  A i r", "N i m b u s c a r o  A i r" },
    { "Nimbus\r\n caro Air", "Nimbus\r\n caro Air" },
    /* accents, composed and not, left out and written as two letters */
    { "Nímbuscaro-Air", "Nímbuscaro-Air" },
    { "Ni\u0301mbuscaro Air", "Ni\u0301mbuscaro Air" },
    { "Rückversicherung", "Rückversicherung" },
    { "Rueckversicherung AG", "Rueckversicherung AG" },
    { "RUCKVERSICHERUNG", "RUCKVERSICHERUNG" },
    { "ｎｉｍｂｕｓｃａｒｏ air", "ｎｉｍｂｕｓｃａｒｏ air" },
    { "celia vasconcelos", "celia vasconcelos" },
    /* plurals and cases */
    { "Nimbuscaro Air’s plan", "Nimbuscaro Air" },
    { "the Flugwerks", "Flugwerk" },
    { "Flugwerken", "Flugwerk" },
    { "Yorks", "York" },
    { "日本航空の計画", "日本航空" },
    { "в Сахалин Авиа", "Сахалин Авиа" },
    /* other ways to say it */
    { "Lopez and Sons", "Lopez and Sons" },
    { "Lopez &amp; Sons", "Lopez &amp; Sons" },
    { "Vasconcelos, Célia", "Vasconcelos, Célia" },
    { "C. Vasconcelos", "C. Vasconcelos" },
    /* in addresses, names of files and code */
    { "https://gitlab.nimbuscaro.example/a", "nimbuscaro.example" },
    { "ops@nimbuscaro.example", "nimbuscaro.example" },
    { "CELIA@FLY.example", "CELIA@FLY.example" },
    { "celia.vasconcelos@elsewhere.example", "celia.vasconcelos" },
    { "https://x.example/?q=nimbuscaro%20air", "nimbuscaro%20air" },
    { "q=C%C3%A9lia+Vasconcelos", "C%C3%A9lia+Vasconcelos" },
    { "/home/me/nimbuscaro-air.2026.pdf", "nimbuscaro-air" },
    { "nimbuscaro_air_v2.docx", "nimbuscaro_air" },
    { "nimbuscaroAirServer", "nimbuscaroAir" },
    { "FLUGWERKServer", "FLUGWERK" },
    { "flugwerk01", "flugwerk" },
    { "{\"a\": \"one\\nFlugwerk\"}", "Flugwerk" },
    { "{\"a\": \"C\\u00e9lia Vasconcelos\"}", "C\\u00e9lia Vasconcelos" },
    { "<b>C&#233;lia</b>", "" },
    { "C&#xe9;lia Vasconcelos", "C&#xe9;lia Vasconcelos" },
    { "a_flugwerk-internal", "flugwerk" },
    /* several */
    { "NCA and Flugwerk, and NCA", "NCA|Flugwerk|NCA" },
    { "Wexbarrow Grid too", "Wexbarrow Grid" },
    /* abbreviations are as they are written */
    { "NCA decides", "NCA" },
    { "anca and nca decide", "" },
    { "NCAA", "" },
    /* not there */
    { "", "" },
    { "Basalt is fine", "" },
    { "the airline", "" },
    { "Nimbuscaro", "" },
    { "Air", "" },
    { "Nimbuscaro. A long sentence. Air", "" },
    { "Nimbuscaro\n\n\nAir", "" },
    { "Nimbus carol air", "" },
    { "Yorkshire and New Yorker", "York" },
    { "Yorkshire, Corky, gyorks", "" },
    { "Vasconcelos", "" },
    { "Célia Vega", "" },
    { "flyexample", "" },
    { "a nimbuscaro example", "" },
    { "nimbuscaro.examples", "" },
    { "gitlab-nimbuscaro-example.log", "nimbuscaro-example" },
    { "\xff\xfe NCA \xc3", "NCA" },
    /* no policy seals what is not Dedicated */
    { "At last Target agreed", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, cases[i].text, cases[i].found);
}

/* A name that is an ordinary word, too, and a person with one name */
static void
test_common_words (Fixture      *fixture,
                   gconstpointer data)
{
  const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "We met Target on Monday", "Target" },
    { "Was it Target’s idea?", "Target" },
    { "The target is May; on target; targets", "" },
    { "Target: 30 September", "?Target" },
    { "Done. Target agreed", "?Target" },
    { "one\n- Target date", "?Target" },
    { "THE TARGET DATE", "?TARGET" },
    { "Targeted and Targets", "" },
    { "https://target.example", "target" },
    { "ops@target.example", "target" },
    { "on-target-date", "" },
    { "We asked Mark about it", "?Mark" },
    { "mark it", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (fixture, QD_AUDIENCE_PUBLIC, NULL, cases[i].text, cases[i].found);
}

static void
test_audiences (Fixture      *fixture,
                gconstpointer data)
{
  const char *text = "Basalt: Nimbuscaro Air, then Wexbarrow Grid and Target";

  assert_found (fixture, QD_AUDIENCE_ME, NULL, text, "");
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, text, "Nimbuscaro Air|Wexbarrow Grid");
  assert_found (fixture, QD_AUDIENCE_CUSTOMER, fixture->nimbuscaro, text, "Basalt|Wexbarrow Grid|Target");
  assert_found (fixture, QD_AUDIENCE_CUSTOMER, fixture->hidden, text, "Basalt|Nimbuscaro Air|Target");
  assert_found (fixture, QD_AUDIENCE_PUBLIC, fixture->nimbuscaro, text, "Basalt|Nimbuscaro Air|Wexbarrow Grid|Target");
  assert_found (fixture, QD_AUDIENCE_CUSTOMER, fixture->nimbuscaro, "Célia Vasconcelos, NCA, celia@fly.example", "");
  assert_found (fixture, QD_AUDIENCE_CUSTOMER, fixture->hidden, "Célia Vasconcelos <celia@fly.example>", "Célia Vasconcelos|celia@fly.example");
}

/* A codename that is a word is one by its capital letter, wherever that stands. */
static void
test_codename_word (Fixture      *fixture,
                    gconstpointer data)
{
  QdAccount *account = add_account (fixture, "Pommelaro", "Falcon", QD_OFFERING_DEDICATED, NULL, NULL);

  assert_found (fixture, QD_AUDIENCE_CUSTOMER, account, "Falcon: next steps for FALCON", "Falcon|FALCON");
  assert_found (fixture, QD_AUDIENCE_CUSTOMER, account, "a falcon, and falcons", "");
}

/* What two accounts share, the one may read of itself. */
static void
test_shared (Fixture      *fixture,
             gconstpointer data)
{
  QdAccount *uk = add_account (fixture, "Flugwerk", NULL, QD_OFFERING_GITLAB_COM, NULL, NULL);

  assert_found (fixture, QD_AUDIENCE_CUSTOMER, uk, "Flugwerk", "");
  assert_found (fixture, QD_AUDIENCE_CUSTOMER, fixture->nimbuscaro, "Flugwerk", "");
  assert_found (fixture, QD_AUDIENCE_CUSTOMER, fixture->hidden, "Flugwerk", "Flugwerk");
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, "Flugwerk", "Flugwerk");
}

static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  const struct
  {
    QdAudience  audience;
    const char *text;
    const char *replaced;
  } cases[] = {
    { QD_AUDIENCE_INTERNAL, "Nimbuscaro Air’s plan, by Célia Vasconcelos", "Basalt’s plan, by [contact]" },
    { QD_AUDIENCE_INTERNAL, "celia@fly.example at flugwerk01", "[contact] at Basalt01" },
    { QD_AUDIENCE_INTERNAL, "Wexbarrow Grid has no codename", "[customer] has no codename" },
    { QD_AUDIENCE_INTERNAL, "Nothing", "Nothing" },
    { QD_AUDIENCE_CUSTOMER, "Basalt and Wexbarrow Grid", "Nimbuscaro Air and [customer]" },
    { QD_AUDIENCE_PUBLIC, "Basalt is NCA. Target: May", "[customer] is [customer]. Target: May" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) hits = check (fixture, cases[i].audience, fixture->nimbuscaro, cases[i].text);
      g_autoptr(GPtrArray) left = NULL;
      g_autofree char *replaced = qd_hits_replace (hits, cases[i].text);

      g_assert_cmpstr (replaced, ==, cases[i].replaced);
      left = check (fixture, cases[i].audience, fixture->nimbuscaro, replaced);
      g_assert_false (qd_hits_have_sure (left));
    }
}

static void
test_places (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(GPtrArray) hits = check (fixture, QD_AUDIENCE_INTERNAL, NULL, "NCA\nätsch: Flugwerk\r\n\nNCA");
  const QdHit *first = g_ptr_array_index (hits, 0);
  const QdHit *second = g_ptr_array_index (hits, 1);
  const QdHit *third = g_ptr_array_index (hits, 2);

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpuint (first->line, ==, 1);
  g_assert_cmpuint (first->column, ==, 1);
  g_assert_cmpint (first->kind, ==, QD_HIT_ALIAS);
  g_assert_true (first->account == qd_record_get_id (fixture->nimbuscaro));
  g_assert_cmpuint (second->line, ==, 2);
  g_assert_cmpuint (second->column, ==, 8);
  g_assert_cmpuint (second->start, ==, 12);
  g_assert_cmpuint (third->line, ==, 4);
  g_assert_cmpuint (third->column, ==, 1);
}

static void
set_seal (Fixture    *fixture,
          QdAccount  *account,
          int         seal,
          const char *parts)
{
  g_autoptr(QdAccount) draft = qd_record_dup_draft (account);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (draft, "seal", seal, "sealed", parts, NULL);
  qd_record_save_async (draft, fixture->store, "Change", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  qd_test_settle (fixture->store);
}

static void
test_policy (Fixture      *fixture,
             gconstpointer data)
{
  const char      *text = "Nimbuscaro Air, Flugwerk, nimbuscaro.example, Célia Vasconcelos, celia@fly.example";
  g_autofree char *sealed = NULL;
  g_autofree char *open = NULL;
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (qd_account_get_seal (fixture->nimbuscaro), ==, QD_SEAL_PARTS);
  g_assert_cmpuint (qd_account_get_seal (fixture->target), ==, 0);
  g_assert_cmpuint (qd_account_get_seal (fixture->hidden), ==, QD_SEAL_PARTS);
  sealed = qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, fixture->hidden);
  g_assert_cmpstr (sealed, ==, "[customer]");

  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, text, "Nimbuscaro Air|Flugwerk|nimbuscaro.example|Célia Vasconcelos|celia@fly.example");
  set_seal (fixture, fixture->nimbuscaro, QD_SEAL_CUSTOM, "name domains");
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, text, "Nimbuscaro Air|nimbuscaro.example");
  g_assert_true (qd_audience_may_read_column (QD_AUDIENCE_INTERNAL, fixture->nimbuscaro, QD_TYPE_ACCOUNT, "aliases"));
  g_assert_false (qd_audience_may_read_column (QD_AUDIENCE_INTERNAL, fixture->nimbuscaro, QD_TYPE_ACCOUNT, "domains"));
  set_seal (fixture, fixture->nimbuscaro, QD_SEAL_OFF, NULL);
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, text, "");
  open = qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, fixture->nimbuscaro);
  g_assert_cmpstr (open, ==, "Nimbuscaro Air");
  set_seal (fixture, fixture->target, QD_SEAL_STRICT, NULL);
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, "We met Target", "Target");

  g_object_set (draft, "name", "X", "sealed", "name everything", NULL);
  g_assert_false (qd_record_check (draft, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
}

/* The two pages that say different things */
static void
test_rules (void)
{
  g_autoptr(GPtrArray) rules = qd_seal_get_rules ();

  g_assert_cmpuint (rules->len, ==, 2);

  for (guint i = 0; i < rules->len; i++)
    {
      const QdSealRule *rule = g_ptr_array_index (rules, i);

      g_assert_true (g_str_has_prefix (rule->url, "https://handbook.gitlab.com/"));
      g_assert_cmpint (rule->checked, !=, QD_DAY_NONE);
      g_assert_cmpstr (rule->title, !=, "");
      g_assert_cmpstr (rule->who, !=, "");
      g_assert_cmpstr (rule->says, !=, "");
      g_assert_cmpstr (rule->source, !=, "");
    }
}

/* The names of a portfolio are made anew for a name alone, and then they are. */
static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(QdNameBook) first = qd_name_book_get (fixture->portfolio);
  g_autoptr(QdNameBook) again = NULL;
  g_autoptr(QdNameBook) renamed = NULL;
  g_autoptr(GPtrArray) before = qd_audience_check (first, QD_AUDIENCE_INTERNAL, 0, "Ask Zephyrhollow", -1);
  g_autoptr(GPtrArray) after = NULL;
  QdFollowUp *promised = qd_record_new_draft (QD_TYPE_FOLLOW_UP);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GAsyncResult) slot = NULL;

  g_assert_cmpuint (before->len, ==, 0);
  g_object_set (promised, "account", qd_record_get_id (fixture->nimbuscaro), "what", "Send the paper", NULL);
  qd_test_add (fixture->portfolio, promised);
  again = qd_name_book_get (fixture->portfolio);
  g_assert_true (again == first);

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "Zephyrhollow");
  qd_record_change_async (fixture->nimbuscaro, fixture->store, "name", &value, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  renamed = qd_name_book_get (fixture->portfolio);
  after = qd_audience_check (renamed, QD_AUDIENCE_INTERNAL, 0, "Ask Zephyrhollow", -1);
  g_assert_cmpuint (after->len, ==, 1);
}

/* What is internal is found by its field, whatever it says. */
static void
test_fields (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(QdNameBook) book = NULL;
  g_autoptr(GPtrArray) outside = NULL;
  g_autoptr(GPtrArray) inside = NULL;
  g_autoptr(QdAccount) draft = qd_record_dup_draft (fixture->nimbuscaro);
  gboolean arr = FALSE, notes = FALSE;

  g_object_set (draft, "arr", G_GINT64_CONSTANT (5000), "notes", "fine", "next-step", "Call NCA", NULL);
  book = qd_name_book_get (fixture->portfolio);
  outside = qd_audience_check_record (book, QD_AUDIENCE_CUSTOMER, fixture->nimbuscaro, draft);

  for (guint i = 0; i < outside->len; i++)
    {
      const QdHit *hit = g_ptr_array_index (outside, i);

      g_assert_cmpint (hit->kind, ==, QD_HIT_FIELD);
      arr |= g_str_equal (hit->field->name, "arr");
      notes |= g_str_equal (hit->field->name, "notes");
    }

  g_assert_true (arr && notes);

  inside = qd_audience_check_record (book, QD_AUDIENCE_INTERNAL, fixture->nimbuscaro, draft);
  notes = FALSE;

  for (guint i = 0; i < inside->len; i++)
    {
      const QdHit *hit = g_ptr_array_index (inside, i);

      notes |= hit->kind == QD_HIT_ALIAS && g_str_equal (hit->field->name, "next_step");
    }

  g_assert_true (notes);
}

/* A change is seen at once. */
static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(QdNameBook) first = qd_name_book_get (fixture->portfolio);
  g_autoptr(QdNameBook) second = qd_name_book_get (fixture->portfolio);

  g_assert_true (first == second);
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, "Zeynep Karaoğlu and Tsukihagane", "");
  add_contact (fixture, fixture->nimbuscaro, "Zeynep Karaoğlu", NULL);
  add_account (fixture, "Tsukihagane", "Kittiwake", QD_OFFERING_DEDICATED, NULL, NULL);
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, "Zeynep Karaoğlu and Tsukihagane", "Zeynep Karaoğlu|Tsukihagane");
  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  assert_found (fixture, QD_AUDIENCE_INTERNAL, NULL, "Zeynep Karaoğlu and Tsukihagane", "Zeynep Karaoğlu");
}

typedef struct
{
  const char *text;
  char      **strings;
  guint       n_found;
} Scan;

static void
found_cb (gsize    end,
          guint    string,
          gpointer data)
{
  Scan *scan = data;
  gsize length = strlen (scan->strings[string]);

  g_assert_cmpuint (end, >=, length);
  g_assert_cmpint (memcmp (scan->text + end - length, scan->strings[string], length), ==, 0);
  scan->n_found++;
}

/* Against looking for each string at each place. */
static void
test_automaton (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1975);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr(QdAutomaton) automaton = qd_automaton_new ();
      g_auto(GStrv) strings = g_new0 (char *, 31);
      guint n_strings = 0;
      guint n_expected = 0;
      char  text[401];
      Scan  scan = { text, strings, 0 };

      for (int i = 0; i < 30; i++)
        {
          char  string[8];
          gsize length = (gsize)g_rand_int_range (rand, 1, 8);
          guint number;

          for (gsize n = 0; n < MIN (length, sizeof string); n++)
            string[n] = (char)g_rand_int_range (rand, 'a', 'd');

          number = qd_automaton_add (automaton, string, length);

          if (number == n_strings)
            strings[n_strings++] = g_strndup (string, length);
        }

      for (gsize i = 0; i < 400; i++)
        text[i] = (char)g_rand_int_range (rand, 'a', 'e');

      text[400] = '\0';
      qd_automaton_build (automaton);
      qd_automaton_scan (automaton, text, 400, found_cb, &scan);

      for (guint i = 0; i < n_strings; i++)
        {
          for (const char *at = text; (at = strstr (at, strings[i])) != NULL; at++)
            n_expected++;
        }

      g_assert_cmpuint (scan.n_found, ==, n_expected);
      g_assert_cmpuint (n_expected, >, 0);
    }
}

/* Whatever it is given, what it says of it lies in it and in order. */
static void
test_fold_any (void)
{
  static const char *const pieces[] = { "a", "Z", "9", " ", "\n", "%", "%C3", "%A9", "%00", "&", "&amp;", "&#x;", "&#xe9;", "&#1114112;",
                                        "\\", "\\n", "\\u00e9", "\\ud83d", "é", "e\u0301", "\u0301", "日", "ß", "ﷺ", "\u00ad", "\xff", "\xc3", "한", "İ" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261127);

  for (int round = 0; round < 5000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(QdFold) fold = NULL;
      int n_pieces = g_rand_int_range (rand, 0, 12);

      for (int i = 0; i < n_pieces; i++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      fold = qd_fold_new (text->str, (gssize)text->len);
      g_assert_true (g_utf8_validate_len (fold->bytes, fold->length, NULL));

      for (gsize i = 0; i < fold->length; i++)
        {
          g_assert_cmpuint (fold->starts[i], <, fold->ends[i]);
          g_assert_cmpuint (fold->ends[i], <=, text->len);
          g_assert_true (i == 0 || fold->starts[i - 1] <= fold->starts[i]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/audience/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("variants", test_variants);
  ADD ("common-words", test_common_words);
  ADD ("audiences", test_audiences);
  ADD ("codename-word", test_codename_word);
  ADD ("shared", test_shared);
  ADD ("replace", test_replace);
  ADD ("places", test_places);
  ADD ("policy", test_policy);
  ADD ("fields", test_fields);
  ADD ("kept", test_kept);
  ADD ("changed", test_changed);
  g_test_add_func ("/audience/rules", test_rules);
  g_test_add_func ("/audience/automaton", test_automaton);
  g_test_add_func ("/audience/fold-any", test_fold_any);

  return g_test_run ();
}
