/* fuzz-markdown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-fuzz.h"
#include "qd-markdown.h"

/* A text in Markdown, as it is shown and as it is copied: nothing that is written is an error. */

/* Blocks within blocks, beyond which they are left out; but an item that is the last has its text in a paragraph */
#define MAX_DEPTH 33

const char *const qd_fuzz_words[] = {
  "# ", "## ", "- ", "1. ", "999999999. ", "> ", "```\n", "~~~", "    ", "| a | b |\n|---|:-:|\n| c | d |\n", "**",
  "*", "_", "~~", "`", "[a](https://a.example/)", "[a](javascript:x)", "[[key]]", "[[key|words]]", "![a](b)", "]: ",
  "<a>", "<!--", "https://a.example", "&amp;", "&#x202e;", "&#0;", "&nbsp;", "\\", "---\n", "  \n", "@channel", "\t",
  NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    case 0:
      return qd_fuzz_repeat ("", "> ", 20000, "a");

    case 1:
      return qd_fuzz_repeat ("", "- ", 20000, "a");

    case 2:
      return qd_fuzz_repeat ("", "[", 50000, "a");

    case 3:
      return qd_fuzz_repeat ("", "*a _b ", 10000, "");

    case 4:
      return qd_fuzz_repeat ("|a|\n|-|\n", "|b|\n", 10000, "");

    case 5:
      return qd_fuzz_repeat ("", "&amp;*a*", 10000, "");

    default:
      return NULL;
    }
}

static gboolean
may_hold (QdMarkdownKind outer,
          QdMarkdownKind inner)
{
  switch (outer)
    {
    case QD_MARKDOWN_DOCUMENT:
    case QD_MARKDOWN_ITEM:
    case QD_MARKDOWN_QUOTE:
      return inner != QD_MARKDOWN_DOCUMENT && inner != QD_MARKDOWN_ITEM && inner != QD_MARKDOWN_ROW &&
             inner != QD_MARKDOWN_CELL;

    case QD_MARKDOWN_LIST:
      return inner == QD_MARKDOWN_ITEM;

    case QD_MARKDOWN_TABLE:
      return inner == QD_MARKDOWN_ROW;

    case QD_MARKDOWN_ROW:
      return inner == QD_MARKDOWN_CELL;

    case QD_MARKDOWN_HEADING:
    case QD_MARKDOWN_PARAGRAPH:
    case QD_MARKDOWN_CODE:
    case QD_MARKDOWN_CELL:
    case QD_MARKDOWN_RULE:
    default:
      return FALSE;
    }
}

static gboolean
may_have_words (QdMarkdownKind kind)
{
  return kind == QD_MARKDOWN_HEADING || kind == QD_MARKDOWN_PARAGRAPH || kind == QD_MARKDOWN_CODE ||
         kind == QD_MARKDOWN_CELL;
}

static gboolean
has_level (QdMarkdownBlock *block)
{
  switch (block->kind)
    {
    case QD_MARKDOWN_HEADING:
      return block->level >= 1 && block->level <= 6;

    case QD_MARKDOWN_LIST:
      return block->level >= -1;

    case QD_MARKDOWN_ROW:
    case QD_MARKDOWN_CELL:
      return block->level == 0 || block->level == 1;

    case QD_MARKDOWN_DOCUMENT:
    case QD_MARKDOWN_PARAGRAPH:
    case QD_MARKDOWN_ITEM:
    case QD_MARKDOWN_QUOTE:
    case QD_MARKDOWN_CODE:
    case QD_MARKDOWN_TABLE:
    case QD_MARKDOWN_RULE:
    default:
      return block->level == 0;
    }
}

/* A link leads to a page, a mailbox or an entry, and to nothing that runs. */
static void
check_target (const char *target)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:", "entry:" };
  gboolean                 known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    known = known || g_ascii_strncasecmp (target, schemes[i], strlen (schemes[i])) == 0;

  g_assert_true (known);
  g_assert_true (g_utf8_validate (target, -1, NULL));
}

static void
check_block (QdMarkdownBlock *block,
             guint            depth)
{
  g_assert_cmpuint (depth, <=, MAX_DEPTH);
  g_assert_true (has_level (block));
  g_assert_true (block->spans->len == 0 || may_have_words (block->kind));

  for (guint i = 0; i < block->spans->len; i++)
    {
      QdMarkdownSpan *span = g_ptr_array_index (block->spans, i);

      g_assert_true (g_utf8_validate (span->text, -1, NULL));

      if (span->target != NULL)
        check_target (span->target);
    }

  for (guint i = 0; i < block->children->len; i++)
    {
      QdMarkdownBlock *child = g_ptr_array_index (block->children, i);

      g_assert_true (may_hold (block->kind, child->kind));
      check_block (child, depth + 1);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr(QdMarkdownBlock) document = qd_markdown_parse (text);
  g_autofree char *plain = qd_markdown_dup_text (text, QD_MARKDOWN_FORMAT_PLAIN);
  g_autofree char *slack = qd_markdown_dup_text (text, QD_MARKDOWN_FORMAT_SLACK);

  g_assert_cmpint (document->kind, ==, QD_MARKDOWN_DOCUMENT);
  check_block (document, 1);
  g_assert_true (g_utf8_validate (plain, -1, NULL));
  g_assert_true (g_utf8_validate (slack, -1, NULL));
  g_assert_true (*plain == '\0' || g_str_has_suffix (plain, "\n"));

  return 0;
}
