/* qd-markdown-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-markdown-text"

#include "qd-markdown.h"

#include <string.h>

/* What Slack would wake a whole channel with */
static const char *const mentions[] = { "@channel", "@here", "@everyone" };

static const struct
{
  QdMarkdownStyle style;
  const char     *mark;
} marks[] = {
  { QD_MARKDOWN_STRONG, "*" },
  { QD_MARKDOWN_EMPHASIS, "_" },
  { QD_MARKDOWN_STRUCK, "~" },
  { QD_MARKDOWN_MONOSPACE, "`" },
};

/* A character of no width comes into what would call somebody. */
static void
append_slack (GString    *text,
              const char *words)
{
  gsize start = text->len;

  g_string_append (text, words);

  for (gsize i = 0; i < G_N_ELEMENTS (mentions); i++)
    {
      const char *found;

      while ((found = strstr (text->str + start, mentions[i])) != NULL)
        g_string_insert (text, found - text->str + 1, "\u200b");
    }
}

/* Slack takes a mark for one only where it stands at the words. */
static void
append_marked (GString        *line,
               const char     *words,
               QdMarkdownStyle style)
{
  const char *start = words + strspn (words, " \n");
  gsize       length = strlen (start);

  while (length > 0 && strchr (" \n", start[length - 1]) != NULL)
    length--;

  g_string_append_len (line, words, start - words);

  if (length > 0)
    {
      g_autofree char *inner = g_strndup (start, length);

      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        g_string_append (line, style & marks[i].style ? marks[i].mark : "");

      append_slack (line, inner);

      for (gsize i = G_N_ELEMENTS (marks); i > 0; i--)
        g_string_append (line, style & marks[i - 1].style ? marks[i - 1].mark : "");
    }

  g_string_append (line, start + length);
}

/* Returns: (transfer full): the text of @block, all of it marked with @style as well */
static char *
dup_line (QdMarkdownBlock *block,
          QdMarkdownFormat format,
          QdMarkdownStyle  style)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < block->spans->len; i++)
    {
      QdMarkdownSpan *span = g_ptr_array_index (block->spans, i);

      if (format == QD_MARKDOWN_FORMAT_SLACK)
        append_marked (line, span->text, span->style | style);
      else
        g_string_append (line, span->text);

      if (span->target != NULL && !g_str_has_prefix (span->target, "entry:") && strstr (span->target, span->text) == NULL)
        g_string_append_printf (line, " (%s)", span->target);
    }

  return g_string_free (line, FALSE);
}

static void
append_gap (GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

static void
append_code (GString         *text,
             QdMarkdownBlock *block,
             QdMarkdownFormat format)
{
  g_autofree char *code = g_strchomp (qd_markdown_block_dup_words (block));

  if (format == QD_MARKDOWN_FORMAT_PLAIN)
    {
      g_string_append_printf (text, "%s\n", code);
      return;
    }

  g_string_append (text, "```\n");
  append_slack (text, code);
  g_string_append (text, "\n```\n");
}

static void
append_table (GString         *text,
              QdMarkdownBlock *table,
              QdMarkdownFormat format)
{
  for (guint i = 0; i < table->children->len; i++)
    {
      QdMarkdownBlock *row = g_ptr_array_index (table->children, i);

      for (guint j = 0; j < row->children->len; j++)
        {
          g_autofree char *words = dup_line (g_ptr_array_index (row->children, j),
                                             format,
                                             row->level == 1 ? QD_MARKDOWN_STRONG : QD_MARKDOWN_PLAIN);

          g_string_append_printf (text, "%s%s", j > 0 ? " · " : "", words);
        }

      g_string_append_c (text, '\n');
    }
}

/* Each line of @block after the first stands below the words of that. */
static void
append_item (GString    *text,
             const char *mark,
             const char *block)
{
  g_auto(GStrv) lines = g_strsplit (block, "\n", -1);

  for (guint i = 0; lines[i] != NULL && (*lines[i] != '\0' || lines[i + 1] != NULL); i++)
    g_string_append_printf (
        text, "%s%*s%s\n", i == 0 ? mark : "", i == 0 || *lines[i] == '\0' ? 0 : (int)g_utf8_strlen (mark, -1), "", lines[i]);
}

/* @self: a document, a list, an item or a quote */
static void
append_children (GString         *text,
                 QdMarkdownBlock *self,
                 QdMarkdownFormat format)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      QdMarkdownBlock *block = g_ptr_array_index (self->children, i);
      g_autoptr(GString) inner = g_string_new (NULL);
      g_autofree char *line = NULL;
      g_autofree char *mark = NULL;

      if (self->kind == QD_MARKDOWN_DOCUMENT)
        append_gap (text);

      switch (block->kind)
        {
        case QD_MARKDOWN_HEADING:
        case QD_MARKDOWN_PARAGRAPH:
          line = dup_line (
              block, format, block->kind == QD_MARKDOWN_HEADING ? QD_MARKDOWN_STRONG : QD_MARKDOWN_PLAIN);
          g_string_append_printf (text, "%s\n", line);
          break;

        case QD_MARKDOWN_CODE:
          append_code (text, block, format);
          break;

        case QD_MARKDOWN_TABLE:
          append_table (text, block, format);
          break;

        case QD_MARKDOWN_RULE:
          g_string_append (text, "———\n");
          break;

        case QD_MARKDOWN_ITEM:
          mark = self->level >= 0 ? g_strdup_printf ("%u. ", (guint)self->level + i) : g_strdup ("• ");
          append_children (inner, block, format);
          append_item (text, mark, inner->str);
          break;

        case QD_MARKDOWN_QUOTE:
          append_children (inner, block, format);
          append_item (text, "> ", inner->str);
          break;

        case QD_MARKDOWN_LIST:
        case QD_MARKDOWN_DOCUMENT:
        case QD_MARKDOWN_ROW:
        case QD_MARKDOWN_CELL:
        default:
          append_children (text, block, format);
          break;
        }
    }
}

/* Returns: (transfer full): @markdown as text for a reader that draws no Markdown; it ends with
 *   a line feed, unless there is nothing */
char *
qd_markdown_dup_text (const char      *markdown,
                      QdMarkdownFormat format)
{
  g_autoptr(QdMarkdownBlock) document = NULL;
  GString *text;

  g_return_val_if_fail (markdown != NULL, NULL);

  document = qd_markdown_parse (markdown);
  text = g_string_new (NULL);
  append_children (text, document, format);

  return g_string_free (text, FALSE);
}
