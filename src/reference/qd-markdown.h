/* qd-markdown.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  QD_MARKDOWN_DOCUMENT,
  QD_MARKDOWN_HEADING,
  QD_MARKDOWN_PARAGRAPH,
  QD_MARKDOWN_LIST,
  QD_MARKDOWN_ITEM,
  QD_MARKDOWN_QUOTE,
  QD_MARKDOWN_CODE,
  QD_MARKDOWN_TABLE,
  QD_MARKDOWN_ROW,
  QD_MARKDOWN_CELL,
  QD_MARKDOWN_RULE,
} QdMarkdownKind;

typedef enum
{
  QD_MARKDOWN_PLAIN = 0,
  QD_MARKDOWN_STRONG = 1 << 0,
  QD_MARKDOWN_EMPHASIS = 1 << 1,
  QD_MARKDOWN_STRUCK = 1 << 2,
  QD_MARKDOWN_MONOSPACE = 1 << 3,
} QdMarkdownStyle;

/**
 * QdMarkdownSpan:
 * @text: may have line feeds
 * @target: (nullable): where it leads: a web or mail address, or “entry:” and the key of an
 *   entry of the reference
 *
 * A run of text that looks the same.
 */
typedef struct
{
  QdMarkdownStyle style;
  char           *text;
  char           *target;
} QdMarkdownSpan;

/**
 * QdMarkdownBlock:
 * @level: of a heading, 1 to 6; of an ordered list, its first number, and -1 of another; of a
 *   row and a cell, 1 in the head of the table and 0 below
 * @spans: (element-type QdMarkdownSpan): its text; of code one at most
 * @children: (element-type QdMarkdownBlock)
 *
 * A part of a text. Words are in headings, paragraphs, code and cells.
 */
typedef struct
{
  QdMarkdownKind kind;
  int            level;
  GPtrArray     *spans;
  GPtrArray     *children;
} QdMarkdownBlock;

/**
 * QdMarkdownFormat:
 * @QD_MARKDOWN_FORMAT_PLAIN: without marks; of a table each row is a line
 * @QD_MARKDOWN_FORMAT_SLACK: with the marks that Slack knows, and nobody called
 */
typedef enum
{
  QD_MARKDOWN_FORMAT_PLAIN,
  QD_MARKDOWN_FORMAT_SLACK,
} QdMarkdownFormat;

QdMarkdownBlock *qd_markdown_parse (const char *markdown);
void             qd_markdown_block_free (QdMarkdownBlock *self);
char            *qd_markdown_block_dup_words (QdMarkdownBlock *self);
char            *qd_markdown_dup_text (const char      *markdown,
                                       QdMarkdownFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdMarkdownBlock, qd_markdown_block_free)

G_END_DECLS
