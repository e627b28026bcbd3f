/* test-reference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-account.h"
#include "qd-audience.h"
#include "qd-plan.h"
#include "qd-reference-difference.h"
#include "qd-reference-edits.h"
#include "qd-task.h"
#include "qd-test-reference.h"

static void
await_edit (QdTestReference *test,
            GAsyncResult   **slot)
{
  g_autoptr(GError) error = NULL;

  qd_test_await_edit (test->store, slot, &error);
  g_assert_no_error (error);
}

static QdReferenceEntry *
look_up (QdTestReference *test,
         const char      *key)
{
  QdReferenceEntry *entry = qd_reference_lookup (test->reference, key);

  g_assert_nonnull (entry);

  return entry;
}

static guint
count (QdTestReference *test,
       GType            type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (test->portfolio, type)));
}

/* What ships is whole and in order: each has a text, a source and a day, and leads to others that
 * are there. */
static void
test_shipped (void)
{
  g_autoptr(QdReference) reference = qd_reference_new (NULL);
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (reference));
  int   category = 0;

  g_assert_cmpuint (n_entries, >=, 180);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr(QdReferenceEntry) entry = g_list_model_get_item (G_LIST_MODEL (reference), i);
      g_autoptr(GPtrArray) related = qd_reference_list_related (reference, entry);

      g_assert_cmpint (entry->state, ==, QD_REFERENCE_STATE_SHIPPED);
      g_assert_cmpint (entry->category, >=, category);
      category = entry->category;
      g_assert_nonnull (entry->body);
      g_assert_nonnull (entry->source);
      g_assert_cmpint (qd_reference_entry_get_checked (entry), ==, qd_day_from_ymd (2026, 11, 22));
      g_assert_true (qd_reference_lookup (reference, entry->key) == entry);
      g_assert_cmpuint (related->len, >=, entry->related != NULL ? g_strv_length (entry->related) : 0);
    }

  g_assert_cmpint (category, ==, QD_REFERENCE_CATEGORY_SCRIPTS);
}

static void
rename_entry (QdTestReference *test,
              const char      *key,
              const char      *title)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(QdReferenceRecord) draft = qd_reference_create_draft (test->reference, look_up (test, key));

  g_object_set (draft, "title", title, NULL);
  qd_reference_save_async (test->reference, draft, qd_test_async_cb, &slot);
  await_edit (test, &slot);
}

/* An edit takes the place of what ships and of nothing else, keeps all it did not touch, and can
 * be given up. */
static void
test_edit (QdTestReference *test,
           gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(QdReferenceEntry) shipped = g_object_ref (look_up (test, "switchboard"));
  g_autoptr(QdReferenceEntry) beside = g_object_ref (look_up (test, "instrumentor"));
  QdReferenceEntry *edited;
  g_autoptr(JsonNode) before = qd_reference_entry_to_json (shipped);
  g_autoptr(JsonNode) after = NULL;

  rename_entry (test, "switchboard", "Our Switchboard");
  edited = look_up (test, "switchboard");
  g_assert_cmpuint (test->n_emissions, ==, 1);
  g_assert_cmpint (edited->state, ==, QD_REFERENCE_STATE_EDITED);
  g_assert_true (edited->shipped == shipped);
  g_assert_true (look_up (test, "instrumentor") == beside);
  g_assert_false (qd_reference_entry_is_outdated (edited));
  after = qd_reference_entry_to_json (edited);
  json_object_set_string_member (json_node_get_object (before), "title", "Our Switchboard");
  g_assert_true (json_node_equal (before, after));

  rename_entry (test, "switchboard", "Our Own Switchboard");
  g_assert_cmpuint (count (test, QD_TYPE_REFERENCE_RECORD), ==, 1);
  qd_test_undo (test->store);
  g_assert_cmpstr (look_up (test, "switchboard")->title, ==, "Our Switchboard");

  qd_reference_reset_async (test->reference, look_up (test, "switchboard"), qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_true (look_up (test, "switchboard") == shipped);
  qd_test_undo (test->store);
  g_assert_cmpstr (look_up (test, "switchboard")->title, ==, "Our Switchboard");
}

static void
test_edit_twice (QdTestReference *test,
                 gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReferenceRecord) second = qd_reference_create_draft (test->reference, look_up (test, "amp"));

  rename_entry (test, "amp", "Amplifier");
  qd_reference_save_async (test->reference, second, qd_test_async_cb, &slot);
  g_assert_false (qd_test_await_edit (test->store, &slot, &error));
  g_assert_cmpstr (
      error->message, ==, "The key “amp” belongs to the entry “Amplifier” already; nothing was changed");
}

static void
test_bad_links (QdTestReference *test,
                gconstpointer    data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReferenceRecord) draft = qd_reference_create_own (test->reference, QD_REFERENCE_CATEGORY_TOOLS, "A tool");

  g_object_set (draft, "links", "https://example.com/ A page\nhttp://example.com\n\n", "url", "https://example.com", NULL);
  g_assert_true (qd_record_check (draft, NULL));
  g_object_set (draft, "links", "https://example.com/ A page\njavascript:alert(1) Another", NULL);
  g_assert_false (qd_record_check (draft, &error));
  g_assert_cmpstr (error->message, ==, "Line 2 of “Links” must begin with a web address; nothing was changed");
  g_clear_error (&error);
  g_object_set (draft, "links", NULL, "url", "next door", NULL);
  g_assert_false (qd_record_check (draft, &error));
  g_assert_cmpstr (error->message, ==, "“Address” must be a web address; nothing was changed");
}

/* The app was updated: what a person wrote on the ground of the older text is kept, and said to
 * be so; taking a look settles it. */
static void
test_update_keeps_edits (QdTestReference *test,
                         gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  QdReferenceEntry *edited;

  rename_entry (test, "switchboard", "Our Switchboard");
  qd_test_exec (test->store, "UPDATE reference_entry SET based_on = '0123456789abcdef' WHERE key = 'switchboard'");
  edited = look_up (test, "switchboard");
  g_assert_cmpstr (edited->title, ==, "Our Switchboard");
  g_assert_true (qd_reference_entry_is_outdated (edited));

  qd_reference_keep_mine_async (test->reference, edited, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_false (qd_reference_entry_is_outdated (look_up (test, "switchboard")));
  g_assert_cmpstr (look_up (test, "switchboard")->title, ==, "Our Switchboard");
  qd_test_undo (test->store);
  g_assert_true (qd_reference_entry_is_outdated (look_up (test, "switchboard")));

  /* An entry that no longer ships becomes the person's own */
  qd_test_exec (test->store, "UPDATE reference_entry SET key = 'gone' WHERE key = 'switchboard'");
  g_assert_cmpint (look_up (test, "gone")->state, ==, QD_REFERENCE_STATE_OWN);
  g_assert_cmpint (look_up (test, "switchboard")->state, ==, QD_REFERENCE_STATE_SHIPPED);
}

/* A new day alone is no other text. */
static void
test_print (QdTestReference *test,
            gconstpointer    data)
{
  QdReferenceEntry *entry = look_up (test, "byok");
  g_autoptr(QdReferenceRecord) draft = qd_reference_create_draft (test->reference, entry);
  g_autoptr(QdReferenceEntry) later = NULL;
  g_autoptr(QdReferenceEntry) other = NULL;
  g_autofree char *print = qd_reference_entry_dup_print (entry);
  g_autofree char *later_print = NULL;
  g_autofree char *other_print = NULL;

  g_object_set (draft, "checked", qd_day_from_ymd (2027, 3, 1), NULL);
  later = qd_reference_entry_new (NULL, draft, NULL);
  later_print = qd_reference_entry_dup_print (later);
  g_object_set (draft, "since", "2019", NULL);
  other = qd_reference_entry_new (NULL, draft, NULL);
  other_print = qd_reference_entry_dup_print (other);
  g_assert_cmpstr (print, ==, draft->based_on);
  g_assert_cmpstr (print, ==, later_print);
  g_assert_cmpstr (print, !=, other_print);
}

static void
assert_lines (const char *first,
              const char *second,
              const char *expected)
{
  static const char marks[] = " -+";
  g_autoptr(GArray) lines = qd_reference_compare_lines (first, second);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text,
                            "%c%s\n",
                            marks[g_array_index (lines, QdReferenceLine, i).kind],
                            g_array_index (lines, QdReferenceLine, i).text);

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_differences (QdTestReference *test,
                  gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(QdReferenceRecord) draft = qd_reference_create_draft (test->reference, look_up (test, "amp"));
  QdReferenceDifference *difference;

  /* As diff(1) has it */
  assert_lines ("a\nb\nc", "a\nc\nd", " a\n-b\n c\n+d\n");
  assert_lines ("a", "b", "-a\n+b\n");
  assert_lines ("", "", "");
  assert_lines (NULL, "a", "+a\n");
  assert_lines ("same\nline", "same\nline", " same\n line\n");

  g_object_set (draft, "title", "Amplifier", "workaround", "None", NULL);
  qd_reference_save_async (test->reference, draft, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  differences = qd_reference_compare (look_up (test, "amp")->shipped, look_up (test, "amp"));
  g_assert_cmpuint (differences->len, ==, 2);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpstr (difference->column, ==, "title");
  g_assert_cmpstr (difference->label, ==, "Title");
  g_assert_cmpuint (difference->lines->len, ==, 2);
  g_assert_cmpstr (g_array_index (difference->lines, QdReferenceLine, 1).text, ==, "Amplifier");
  g_assert_cmpstr (((QdReferenceDifference *)g_ptr_array_index (differences, 1))->column, ==, "workaround");
}

/* Marks are kept beside what an entry says, and all of an entry in one. */
static void
test_marks (QdTestReference *test,
            gconstpointer    data)
{
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GPtrArray) favourites = NULL;
  g_autoptr(QdReferenceEntry) shipped = g_object_ref (look_up (test, "star"));
  QdReferenceEntry *entry;

  /* The second is asked for before the first is back. */
  qd_reference_set_favourite_async (test->reference, shipped, TRUE, qd_test_async_cb, &first);
  qd_reference_set_notes_async (test->reference, shipped, "Ask before noon", qd_test_async_cb, &second);
  await_edit (test, &first);
  await_edit (test, &second);
  g_assert_cmpuint (count (test, QD_TYPE_REFERENCE_MARK), ==, 1);
  entry = look_up (test, "star");
  g_assert_cmpint (entry->state, ==, QD_REFERENCE_STATE_SHIPPED);
  g_assert_true (entry->favourite);
  g_assert_cmpstr (entry->notes, ==, "Ask before noon");
  g_assert_cmpstr (entry->title, ==, shipped->title);
  favourites = qd_reference_list_favourites (test->reference);
  g_assert_cmpuint (favourites->len, ==, 1);

  qd_reference_set_favourite_async (test->reference, entry, FALSE, qd_test_async_cb, &first);
  await_edit (test, &first);
  g_assert_false (look_up (test, "star")->favourite);
  g_assert_cmpstr (look_up (test, "star")->notes, ==, "Ask before noon");
  g_assert_cmpstr (qd_store_get_undo_label (test->store), ==, "Remove from Favourites");

  qd_reference_set_notes_async (test->reference, look_up (test, "star"), "", qd_test_async_cb, &first);
  await_edit (test, &first);
  g_assert_null (look_up (test, "star")->notes);

  for (int i = 0; i < 4; i++)
    qd_test_undo (test->store);

  g_assert_true (look_up (test, "star") == shipped);
}

static void
test_freshness (QdTestReference *test,
                gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  int checked = qd_day_from_ymd (2026, 11, 22);
  g_autoptr(GPtrArray) none = qd_reference_list_stale (test->reference, checked + 180, 180);
  g_autoptr(GPtrArray) all = qd_reference_list_stale (test->reference, checked + 181, 180);
  g_autoptr(GPtrArray) fewer = NULL;
  g_autoptr(QdReferenceRecord) draft = qd_reference_create_own (test->reference, QD_REFERENCE_CATEGORY_TOOLS, "Mine");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, g_list_model_get_n_items (G_LIST_MODEL (test->reference)));
  g_assert_false (qd_reference_entry_is_stale (look_up (test, "star"), checked + 10000, 0));

  qd_reference_mark_checked_async (test->reference, look_up (test, "star"), checked + 100, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_cmpint (qd_reference_entry_get_checked (look_up (test, "star")), ==, checked + 100);
  g_assert_false (qd_reference_entry_is_stale (look_up (test, "star"), checked + 280, 180));
  g_assert_true (qd_reference_entry_is_stale (look_up (test, "star"), checked + 281, 180));
  fewer = qd_reference_list_stale (test->reference, checked + 181, 180);
  g_assert_cmpuint (fewer->len, ==, all->len - 1);

  /* One's own without a source cannot go stale; with one, it wants checking at once. */
  qd_reference_add_async (test->reference, draft, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_false (qd_reference_entry_is_stale (look_up (test, draft->key), checked, 180));
  g_object_set (draft, "source", "A colleague", NULL);
  qd_reference_save_async (test->reference, draft, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_true (qd_reference_entry_is_stale (look_up (test, draft->key), checked, 180));
}

static GPtrArray *
list_recent (QdTestReference *test)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GPtrArray *recent;

  qd_reference_list_recent_async (test->reference, 3, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  recent = qd_reference_list_recent_finish (test->reference, result, NULL);
  g_assert_nonnull (recent);

  return recent;
}

/* What was opened is no edit. */
static void
test_recent (QdTestReference *test,
             gconstpointer    data)
{
  static const char *const opened[] = { "star", "byok", "amp", "tenctl", "byok" };
  g_autoptr(GPtrArray) recent = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (opened); i++)
    {
      g_autoptr(GAsyncResult) slot = NULL;

      qd_reference_note_opened_async (test->reference, look_up (test, opened[i]), qd_test_async_cb, &slot);
      await_edit (test, &slot);
    }

  recent = list_recent (test);
  g_assert_cmpuint (recent->len, ==, 3);
  g_assert_true (recent->pdata[0] == look_up (test, "byok"));
  g_assert_true (recent->pdata[1] == look_up (test, "tenctl"));
  g_assert_true (recent->pdata[2] == look_up (test, "amp"));
  g_assert_null (qd_store_get_undo_label (test->store));
}

static QdAccount *
add_account (QdTestReference *test)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (account, "name", "Volquarra Re", NULL);

  return qd_test_add (test->portfolio, account);
}

static QdTask *
add_task (QdTestReference *test,
          QdAccount       *account)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (plan,
                "account", qd_record_get_id (account),
                "name", "Onboarding",
                "start", qd_day_from_ymd (2026, 10, 5),
                "target", qd_day_from_ymd (2026, 11, 6),
                NULL);
  plan = qd_test_add (test->portfolio, plan);
  g_object_set (task, "plan", qd_record_get_id (plan), "title", "Ask for access", NULL);

  return qd_test_add (test->portfolio, task);
}

/* Both ways; with what they lead to, links go, and come back. */
static void
test_links (QdTestReference *test,
            gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdAccount *account = add_account (test);
  QdTask    *task = add_task (test, account);
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(GPtrArray) of_account = NULL;
  g_autoptr(GPtrArray) of_task = NULL;
  g_autoptr(GPtrArray) of_template = NULL;

  qd_reference_link_record_async (test->reference, "switchboard-access", task, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  qd_reference_link_record_async (test->reference, "switchboard-access", account, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  qd_reference_link_template_async (
      test->reference, "switchboard-access", "dedicated-onboarding", qd_test_async_cb, &slot);
  await_edit (test, &slot);
  qd_reference_link_record_async (test->reference, "codename", account, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  qd_reference_link_record_async (test->reference, "codename", account, qd_test_async_cb, &slot);
  g_assert_false (qd_test_await_edit (test->store, &slot, &error));
  g_assert_cmpstr (error->message, ==, "The entry is linked to that already; nothing was changed");

  links = qd_reference_list_links (test->reference, "switchboard-access");
  of_account = qd_reference_list_for_record (test->reference, account);
  of_task = qd_reference_list_for_record (test->reference, task);
  of_template = qd_reference_list_for_template (test->reference, "dedicated-onboarding");
  g_assert_cmpuint (links->len, ==, 3);
  g_assert_cmpuint (of_account->len, ==, 2);
  g_assert_cmpuint (of_task->len, ==, 1);
  g_assert_cmpuint (of_template->len, ==, 1);
  g_assert_true (of_task->pdata[0] == look_up (test, "switchboard-access"));
  g_assert_nonnull (qd_reference_find_link (test->reference, "codename", account));
  g_assert_null (qd_reference_find_link (test->reference, "codename", task));

  qd_reference_unlink_async (
      test->reference, qd_reference_find_link (test->reference, "codename", account), qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_null (qd_reference_find_link (test->reference, "codename", account));

  qd_record_remove_async (account, test->store, "Delete Account", qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_cmpuint (count (test, QD_TYPE_REFERENCE_LINK), ==, 1);
  qd_test_undo (test->store);
  g_assert_cmpuint (count (test, QD_TYPE_REFERENCE_LINK), ==, 3);
}

static void
test_link_is_to_one_thing (void)
{
  g_autoptr(QdReferenceLink) draft = qd_record_new_draft (QD_TYPE_REFERENCE_LINK);
  g_autoptr(GError) error = NULL;

  g_object_set (draft, "key", "star", NULL);
  g_assert_false (qd_record_check (draft, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_object_set (draft, "template", "blank", NULL);
  g_assert_true (qd_record_check (draft, NULL));
  g_object_set (draft, "task", G_GINT64_CONSTANT (7), NULL);
  g_assert_false (qd_record_check (draft, NULL));
  g_object_set (draft, "template", NULL, NULL);
  g_assert_false (qd_record_check (draft, NULL));
  g_object_set (draft, "account", G_GINT64_CONSTANT (8), NULL);
  g_assert_true (qd_record_check (draft, NULL));
  g_object_set (draft, "plan", G_GINT64_CONSTANT (9), NULL);
  g_assert_false (qd_record_check (draft, NULL));
}

/* One's own entry goes with all that was kept of it, in one step. */
static void
test_own (QdTestReference *test,
          gconstpointer    data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(QdReferenceRecord) draft = qd_reference_create_own (test->reference, QD_REFERENCE_CATEGORY_TOOLS, "zebra");
  g_autoptr(GPtrArray) tools = NULL;
  QdAccount        *account = add_account (test);
  QdReferenceEntry *own;
  guint             n_entries = g_list_model_get_n_items (G_LIST_MODEL (test->reference));

  g_object_set (draft,
                "tags", "striped\n\n  horse \n",
                "related", "switchboard\nno-such-entry",
                "links", "https://example.com/zebra All about zebras\nhttps://example.com",
                NULL);
  qd_reference_add_async (test->reference, draft, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  own = look_up (test, draft->key);
  g_assert_cmpint (own->state, ==, QD_REFERENCE_STATE_OWN);
  g_assert_true (qd_reference_entry_has_tag (own, "horse"));
  g_assert_cmpuint (own->links->len, ==, 2);
  g_assert_cmpstr (((QdReferenceSite *)own->links->pdata[0])->title, ==, "All about zebras");
  g_assert_cmpstr (((QdReferenceSite *)own->links->pdata[1])->title, ==, "https://example.com");
  tools = qd_reference_list (test->reference, QD_REFERENCE_CATEGORY_TOOLS, NULL);
  g_assert_true (tools->pdata[tools->len - 1] == own);

  qd_reference_set_favourite_async (test->reference, own, TRUE, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  qd_reference_link_record_async (test->reference, own->key, account, qd_test_async_cb, &slot);
  await_edit (test, &slot);
  qd_reference_delete_async (test->reference, look_up (test, draft->key), qd_test_async_cb, &slot);
  await_edit (test, &slot);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (test->reference)), ==, n_entries);
  g_assert_cmpuint (count (test, QD_TYPE_REFERENCE_MARK), ==, 0);
  g_assert_cmpuint (count (test, QD_TYPE_REFERENCE_LINK), ==, 0);
  qd_test_undo (test->store);
  g_assert_true (look_up (test, draft->key)->favourite);
  g_assert_cmpuint (count (test, QD_TYPE_REFERENCE_LINK), ==, 1);
}

/* “switchboard” leads to its roles, and these back. */
static void
test_related (QdTestReference *test,
              gconstpointer    data)
{
  g_autoptr(GPtrArray) related = qd_reference_list_related (test->reference, look_up (test, "switchboard"));
  g_autoptr(GPtrArray) back = qd_reference_list_related (test->reference, look_up (test, "trust-center"));
  g_auto(GStrv) tags = qd_reference_list_tags (test->reference);

  g_assert_true (related->pdata[0] == look_up (test, "switchboard-access"));
  g_assert_true (g_ptr_array_find (related, look_up (test, "dedicated-overview"), NULL)); /* names it, is not named */
  g_assert_true (g_ptr_array_find (back, look_up (test, "dedicated-offering"), NULL));
  g_assert_true (g_strv_contains ((const char *const *)tags, "not-available"));

  for (guint i = 1; tags[i] != NULL; i++)
    g_assert_cmpstr (tags[i - 1], <, tags[i]);
}

/* A person's notes are theirs. */
static void
test_audience (void)
{
  const GType types[] = { QD_TYPE_REFERENCE_RECORD, QD_TYPE_REFERENCE_MARK, QD_TYPE_REFERENCE_LINK };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(QdRecord) draft = qd_record_new_draft (types[i]);

      g_assert_false (qd_audience_may_read (QD_AUDIENCE_CUSTOMER, draft));
      g_assert_true (qd_audience_may_read (QD_AUDIENCE_ME, draft));
    }
}

#define ADD(path, func) \
  g_test_add (path, QdTestReference, NULL, qd_test_reference_set_up, func, qd_test_reference_tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reference/shipped", test_shipped);
  ADD ("/reference/edit", test_edit);
  ADD ("/reference/edit-twice", test_edit_twice);
  ADD ("/reference/bad-links", test_bad_links);
  ADD ("/reference/update-keeps-edits", test_update_keeps_edits);
  ADD ("/reference/print", test_print);
  ADD ("/reference/differences", test_differences);
  ADD ("/reference/marks", test_marks);
  ADD ("/reference/freshness", test_freshness);
  ADD ("/reference/recent", test_recent);
  ADD ("/reference/links", test_links);
  g_test_add_func ("/reference/link-is-to-one-thing", test_link_is_to_one_thing);
  ADD ("/reference/own", test_own);
  ADD ("/reference/related", test_related);
  g_test_add_func ("/reference/audience", test_audience);

  return g_test_run ();
}
