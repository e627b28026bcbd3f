/* test-markdown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-markdown.h"
#include "qd-reference-entry.h"

static const char *const kinds[] = {
  [QD_MARKDOWN_DOCUMENT] = "doc",
  [QD_MARKDOWN_HEADING] = "h",
  [QD_MARKDOWN_PARAGRAPH] = "p",
  [QD_MARKDOWN_LIST] = "list",
  [QD_MARKDOWN_ITEM] = "item",
  [QD_MARKDOWN_QUOTE] = "quote",
  [QD_MARKDOWN_CODE] = "code",
  [QD_MARKDOWN_TABLE] = "table",
  [QD_MARKDOWN_ROW] = "row",
  [QD_MARKDOWN_CELL] = "cell",
  [QD_MARKDOWN_RULE] = "rule",
};

/* As in “h1(words)”, with s, e, x, m before what is strong, emphasised, struck, monospaced, and
 * “→” and the target after what leads somewhere. */
static void
print_block (GString         *text,
             QdMarkdownBlock *block)
{
  g_string_append (text, kinds[block->kind]);

  if (block->level != 0)
    g_string_append_printf (text, "%d", block->level);

  g_string_append_c (text, '(');

  for (guint i = 0; i < block->spans->len; i++)
    {
      QdMarkdownSpan *span = g_ptr_array_index (block->spans, i);

      g_string_append_printf (text,
                              "%s%s%s%s%s%s%s%s",
                              i > 0 ? "|" : "",
                              span->style & QD_MARKDOWN_STRONG ? "s:" : "",
                              span->style & QD_MARKDOWN_EMPHASIS ? "e:" : "",
                              span->style & QD_MARKDOWN_STRUCK ? "x:" : "",
                              span->style & QD_MARKDOWN_MONOSPACE ? "m:" : "",
                              span->text,
                              span->target != NULL ? "→" : "",
                              span->target != NULL ? span->target : "");
    }

  for (guint i = 0; i < block->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');

      print_block (text, g_ptr_array_index (block->children, i));
    }

  g_string_append_c (text, ')');
}

/* The text and its tree; that each is read so is said by CommonMark 0.31 and by GFM 0.29 */
static const char *const trees[][2] = {
  { "", "doc()" },
  { "One\ntwo  \nthree\n\nfour", "doc(p(One two\nthree) p(four))" },
  { "# One\n\n### Three", "doc(h1(One) h3(Three))" },
  { "a **b** *c* ~~d~~ `e f`", "doc(p(a |s:b| |e:c| |x:d| |m:e f))" },
  { "***both***", "doc(p(s:e:both))" },
  { "- a\n- b", "doc(list-1(item(p(a)) item(p(b))))" },
  { "3. a\n4. b", "doc(list3(item(p(a)) item(p(b))))" },
  { "- a\n  - b\n    1. c\n- d", "doc(list-1(item(p(a) list-1(item(p(b) list1(item(p(c)))))) item(p(d))))" },
  { "* *\n  a", "doc(list-1(item(list-1(item()) p(a))))" },
  { "- - a\n  ---\n  b", "doc(list-1(item(list-1(item(p(a))) rule() p(b))))" },
  { "- a\n\n- b\n\n  more", "doc(list-1(item(p(a)) item(p(b) p(more))))" },
  { "> quoted", "doc(quote(p(quoted)))" },
  { "```sh\nls -l\n\n<b>\n```", "doc(code(ls -l\n\n<b>\n))" },
  { "| A | B |\n|---|---|\n| 1 | **2** |", "doc(table(row1(cell1(A) cell1(B)) row(cell(1) cell(s:2))))" },
  { "---", "doc(rule())" },
  { "[Docs](https://docs.gitlab.com/?a=1&b=2)", "doc(p(Docs→https://docs.gitlab.com/?a=1&b=2))" },
  { "see https://gitlab.com now", "doc(p(see |https://gitlab.com→https://gitlab.com| now))" },
  { "[[star]] and [[byok|keys]]", "doc(p(star→entry:star| and |keys→entry:byok))" },
  { "[**bold** link](https://x.example)", "doc(p(s:bold→https://x.example| link→https://x.example))" },
  /* What could do more than lead to a page is text */
  { "[run](javascript:alert(1)) [f](file:///etc/passwd)", "doc(p(run f))" },
  { "a <b>x</b> &amp; &lt; &#8211; &#x2013;", "doc(p(a <b>x</b> & < – –))" },
  { "![a ship](https://x.example/a.png)", "doc(p(a ship))" },
};

static void
test_trees (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (trees); i++)
    {
      g_autoptr(QdMarkdownBlock) document = qd_markdown_parse (trees[i][0]);
      g_autoptr(GString) text = g_string_new (NULL);

      print_block (text, document);
      g_assert_cmpstr (text->str, ==, trees[i][1]);
    }
}

/* Neither a text that is no UTF-8 nor one that is nested beyond reason does harm. */
static void
test_odd (void)
{
  g_autoptr(QdMarkdownBlock) broken = qd_markdown_parse ("a \xff b");
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(QdMarkdownBlock) nested = NULL;

  print_block (text, broken);
  g_assert_cmpstr (text->str, ==, "doc(p(a \xef\xbf\xbd b))");

  for (int i = 0; i < 2000; i++)
    g_string_append (deep, "> ");

  g_string_append (deep, "deep");
  nested = qd_markdown_parse (deep->str);
  g_assert_cmpint (nested->kind, ==, QD_MARKDOWN_DOCUMENT);
}

#define SAMPLE                                                                                                     \
  "## When\n\nOn **Monday**, see [the page](https://x.example/a).\n\n- one `x`\n  1. two\n  2. three\n- @here\n\n" \
  "| Who | When |\n|---|---|\n| SRE | ~~9~~ 10 |\n\n```\ngitlab-ctl tail\n```\n"

static void
test_texts (void)
{
  g_autofree char *plain = qd_markdown_dup_text (SAMPLE, QD_MARKDOWN_FORMAT_PLAIN);
  g_autofree char *slack = qd_markdown_dup_text (SAMPLE, QD_MARKDOWN_FORMAT_SLACK);
  g_autofree char *nothing = qd_markdown_dup_text ("", QD_MARKDOWN_FORMAT_PLAIN);

  g_assert_cmpstr (plain,
                   ==,
                   "When\n\nOn Monday, see the page (https://x.example/a).\n\n• one x\n  1. two\n  2. three\n• @here\n\n"
                   "Who · When\nSRE · 9 10\n\ngitlab-ctl tail\n");
  g_assert_cmpstr (slack,
                   ==,
                   "*When*\n\nOn *Monday*, see the page (https://x.example/a).\n\n• one `x`\n  1. two\n  2. three\n"
                   "• @\u200bhere\n\n*Who* · *When*\nSRE · ~9~ 10\n\n```\ngitlab-ctl tail\n```\n");
  g_assert_cmpstr (nothing, ==, "");
}

/* Of what ships, every link to another entry leads to one, and no mark is left in the words but in
 * code. */
static void
check_block (QdMarkdownBlock *block,
             GHashTable      *keys,
             const char      *key)
{
  for (guint i = 0; i < block->spans->len; i++)
    {
      QdMarkdownSpan *span = g_ptr_array_index (block->spans, i);

      if (span->target != NULL && g_str_has_prefix (span->target, "entry:") &&
          !g_hash_table_contains (keys, span->target + strlen ("entry:")))
        g_error ("%s: no entry %s", key, span->target);

      if (!(span->style & QD_MARKDOWN_MONOSPACE) && block->kind != QD_MARKDOWN_CODE &&
          (strstr (span->text, "**") != NULL || strstr (span->text, "](") != NULL))
        g_error ("%s: %s", key, span->text);
    }

  for (guint i = 0; i < block->children->len; i++)
    check_block (g_ptr_array_index (block->children, i), keys, key);
}

static void
test_shipped (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) shipped = qd_reference_load_shipped (&error);
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_no_error (error);
  g_assert_cmpuint (shipped->len, >, 100);

  for (guint i = 0; i < shipped->len; i++)
    g_hash_table_add (keys, ((QdReferenceEntry *)g_ptr_array_index (shipped, i))->key);

  for (guint i = 0; i < shipped->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (shipped, i);
      g_autoptr(QdMarkdownBlock) document = qd_markdown_parse (entry->body);

      check_block (document, keys, entry->key);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/trees", test_trees);
  g_test_add_func ("/markdown/odd", test_odd);
  g_test_add_func ("/markdown/texts", test_texts);
  g_test_add_func ("/markdown/shipped", test_shipped);

  return g_test_run ();
}
