/* qd-markdown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-markdown"

#include "qd-markdown.h"

#include <md4c.h>
#include <string.h>

#define FLAGS                                                                                                     \
  (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_NOHTML | MD_FLAG_WIKILINKS | \
   MD_FLAG_COLLAPSEWHITESPACE)

/* Blocks within blocks beyond this are left out. */
#define MAX_DEPTH 32

/**
 * Parsing:
 * @open: (element-type QdMarkdownBlock): the document, and what is open in it
 * @left_out: how many open blocks are too deep to be kept
 * @targets: (element-type utf8): of each open link where it leads, or an empty text
 */
typedef struct
{
  GPtrArray *open;
  guint      left_out;
  guint      counts[4]; /* of each style, how many spans are open */
  GPtrArray *targets;
} Parsing;

static const QdMarkdownStyle styles[] = {
  QD_MARKDOWN_STRONG,
  QD_MARKDOWN_EMPHASIS,
  QD_MARKDOWN_STRUCK,
  QD_MARKDOWN_MONOSPACE,
};

static void
span_free (QdMarkdownSpan *span)
{
  g_free (span->text);
  g_free (span->target);
  g_free (span);
}

void
qd_markdown_block_free (QdMarkdownBlock *self)
{
  g_ptr_array_unref (self->spans);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static QdMarkdownBlock *
block_new (QdMarkdownKind kind,
           int            level)
{
  QdMarkdownBlock *self = g_new0 (QdMarkdownBlock, 1);

  self->kind = kind;
  self->level = level;
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify)span_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_markdown_block_free);

  return self;
}

static QdMarkdownBlock *
get_open (Parsing *parsing)
{
  return g_ptr_array_index (parsing->open, parsing->open->len - 1);
}

/* No span goes on in another block; but md4c ends one that it never began, and the other way
 * round, where a cell that is one too many for its row cuts it. */
static void
end_spans (Parsing *parsing)
{
  memset (parsing->counts, 0, sizeof parsing->counts);
  g_ptr_array_set_size (parsing->targets, 0);
}

static void
open_block (Parsing       *parsing,
            QdMarkdownKind kind,
            int            level)
{
  QdMarkdownBlock *block;

  end_spans (parsing);

  if (parsing->left_out > 0 || parsing->open->len >= MAX_DEPTH)
    {
      parsing->left_out++;
      return;
    }

  block = block_new (kind, level);
  g_ptr_array_add (get_open (parsing)->children, block);
  g_ptr_array_add (parsing->open, block);
}

static void
close_block (Parsing *parsing)
{
  end_spans (parsing);

  if (parsing->left_out > 0)
    parsing->left_out--;
  else
    g_ptr_array_set_size (parsing->open, parsing->open->len - 1);
}

static int
enter_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *user_data)
{
  Parsing *parsing = user_data;

  switch (type)
    {
    case MD_BLOCK_H:
      open_block (parsing, QD_MARKDOWN_HEADING, (int)((MD_BLOCK_H_DETAIL *)detail)->level);
      break;

    case MD_BLOCK_UL:
      open_block (parsing, QD_MARKDOWN_LIST, -1);
      break;

    case MD_BLOCK_OL:
      open_block (parsing, QD_MARKDOWN_LIST, (int)MIN (((MD_BLOCK_OL_DETAIL *)detail)->start, 999999999));
      break;

    case MD_BLOCK_LI:
      open_block (parsing, QD_MARKDOWN_ITEM, 0);
      break;

    case MD_BLOCK_QUOTE:
      open_block (parsing, QD_MARKDOWN_QUOTE, 0);
      break;

    case MD_BLOCK_HR:
      open_block (parsing, QD_MARKDOWN_RULE, 0);
      break;

    case MD_BLOCK_CODE:
      open_block (parsing, QD_MARKDOWN_CODE, 0);
      break;

    case MD_BLOCK_P:
      open_block (parsing, QD_MARKDOWN_PARAGRAPH, 0);
      break;

    case MD_BLOCK_TABLE:
      open_block (parsing, QD_MARKDOWN_TABLE, 0);
      break;

    case MD_BLOCK_TR:
      open_block (parsing, QD_MARKDOWN_ROW, 0);
      break;

    case MD_BLOCK_TH:
      get_open (parsing)->level = 1;
      open_block (parsing, QD_MARKDOWN_CELL, 1);
      break;

    case MD_BLOCK_TD:
      open_block (parsing, QD_MARKDOWN_CELL, 0);
      break;

    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
      break;
    }

  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE type,
                void        *detail,
                void        *user_data)
{
  if (type != MD_BLOCK_DOC && type != MD_BLOCK_HTML && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY)
    close_block (user_data);

  return 0;
}

static void
append_entity (GString    *text,
               const char *entity)
{
  const char *digits = entity + (entity[2] == 'x' || entity[2] == 'X' ? 3 : 2);
  gunichar    character;

  const struct
  {
    const char *name;
    const char *text;
  } named[] = {
    { "&amp;", "&" },
    { "&lt;", "<" },
    { "&gt;", ">" },
    { "&quot;", "\"" },
    { "&nbsp;", " " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (g_str_equal (entity, named[i].name))
        {
          g_string_append (text, named[i].text);
          return;
        }
    }

  if (entity[1] != '#')
    {
      g_string_append (text, entity);
      return;
    }

  character = (gunichar)g_ascii_strtoull (digits, NULL, digits == entity + 3 ? 16 : 10);
  g_string_append_unichar (text, character > 0 && g_unichar_validate (character) ? character : 0xfffd);
}

/* Returns: (transfer full) */
static char *
dup_attribute (const MD_ATTRIBUTE *attribute)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; attribute->text != NULL && attribute->substr_offsets[i] < attribute->size; i++)
    {
      MD_OFFSET        start = attribute->substr_offsets[i];
      g_autofree char *part = g_strndup (attribute->text + start, attribute->substr_offsets[i + 1] - start);

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        append_entity (text, part);
      else
        g_string_append (text, part);
    }

  return g_string_free (text, FALSE);
}

/* Where a link may lead from a text that anybody wrote: to a page, to a mailbox, to an entry */
static char *
take_target (char *address)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:", "entry:" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_ascii_strncasecmp (address, schemes[i], strlen (schemes[i])) == 0)
        return address;
    }

  g_free (address);

  return g_strdup ("");
}

static guint *
find_count (Parsing    *parsing,
            MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_STRONG:
      return &parsing->counts[0];

    case MD_SPAN_EM:
      return &parsing->counts[1];

    case MD_SPAN_DEL:
      return &parsing->counts[2];

    case MD_SPAN_CODE:
      return &parsing->counts[3];

    case MD_SPAN_A:
    case MD_SPAN_IMG:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
    default:
      return NULL;
    }
}

static int
enter_span_cb (MD_SPANTYPE type,
               void       *detail,
               void       *user_data)
{
  Parsing *parsing = user_data;
  guint   *count = find_count (parsing, type);

  if (count != NULL)
    {
      (*count)++;
    }
  else if (type == MD_SPAN_A)
    {
      g_ptr_array_add (parsing->targets, take_target (dup_attribute (&((MD_SPAN_A_DETAIL *)detail)->href)));
    }
  else if (type == MD_SPAN_WIKILINK)
    {
      g_autofree char *key = dup_attribute (&((MD_SPAN_WIKILINK_DETAIL *)detail)->target);

      g_ptr_array_add (parsing->targets, g_strconcat ("entry:", key, NULL));
    }

  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type,
               void       *detail,
               void       *user_data)
{
  Parsing *parsing = user_data;
  guint   *count = find_count (parsing, type);

  if (count != NULL)
    *count -= *count > 0;
  else if ((type == MD_SPAN_A || type == MD_SPAN_WIKILINK) && parsing->targets->len > 0)
    g_ptr_array_set_size (parsing->targets, parsing->targets->len - 1);

  return 0;
}

/* An item whose text stands in it alone, or below a list that it has, has that as a paragraph, too. */
static QdMarkdownBlock *
get_text_block (Parsing *parsing)
{
  QdMarkdownBlock *block = get_open (parsing);
  QdMarkdownBlock *last = block->children->len > 0 ? g_ptr_array_index (block->children, block->children->len - 1) : NULL;

  if (block->kind != QD_MARKDOWN_ITEM)
    return block;

  if (last != NULL && last->kind == QD_MARKDOWN_PARAGRAPH)
    return last;

  last = block_new (QD_MARKDOWN_PARAGRAPH, 0);
  g_ptr_array_add (block->children, last);

  return last;
}

static void
append_text (Parsing    *parsing,
             const char *text)
{
  QdMarkdownBlock *block = get_text_block (parsing);
  QdMarkdownSpan  *last = block->spans->len > 0 ? g_ptr_array_index (block->spans, block->spans->len - 1) : NULL;
  const char      *target = parsing->targets->len > 0 ? g_ptr_array_index (parsing->targets, parsing->targets->len - 1) : "";
  QdMarkdownStyle  style = QD_MARKDOWN_PLAIN;
  QdMarkdownSpan  *span;

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    style |= parsing->counts[i] > 0 ? styles[i] : QD_MARKDOWN_PLAIN;

  if (last != NULL && last->style == style && g_str_equal (last->target != NULL ? last->target : "", target))
    {
      char *longer = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = longer;
      return;
    }

  span = g_new0 (QdMarkdownSpan, 1);
  span->style = style;
  span->text = g_strdup (text);
  span->target = *target != '\0' ? g_strdup (target) : NULL;
  g_ptr_array_add (block->spans, span);
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *user_data)
{
  Parsing         *parsing = user_data;
  g_autofree char *words = g_strndup (text, size);
  g_autoptr(GString) entity = NULL;

  if (parsing->left_out > 0)
    return 0;

  switch (type)
    {
    case MD_TEXT_NULLCHAR:
      append_text (parsing, "\xef\xbf\xbd");
      break;

    case MD_TEXT_BR:
      append_text (parsing, "\n");
      break;

    case MD_TEXT_SOFTBR:
      append_text (parsing, " ");
      break;

    case MD_TEXT_ENTITY:
      entity = g_string_new (NULL);
      append_entity (entity, words);
      append_text (parsing, entity->str);
      break;

    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_HTML:
    case MD_TEXT_LATEXMATH:
    default:
      append_text (parsing, words);
      break;
    }

  return 0;
}

/**
 * qd_markdown_parse:
 * @markdown: CommonMark with tables and ~~struck~~ text; `[[key]]` and `[[key|words]]` lead to an
 *   entry of the reference. There is no HTML, and of a picture its words remain
 *
 * Returns: (transfer full): the document, whatever the text is
 */
QdMarkdownBlock *
qd_markdown_parse (const char *markdown)
{
  g_autofree char *valid = NULL;
  QdMarkdownBlock *document;
  Parsing          parsing = { 0 };

  const MD_PARSER  parser = {
     .flags = FLAGS,
     .enter_block = enter_block_cb,
     .leave_block = leave_block_cb,
     .enter_span = enter_span_cb,
     .leave_span = leave_span_cb,
     .text = text_cb,
  };

  g_return_val_if_fail (markdown != NULL, NULL);

  valid = g_utf8_make_valid (markdown, -1);
  document = block_new (QD_MARKDOWN_DOCUMENT, 0);
  parsing.open = g_ptr_array_new ();
  parsing.targets = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parsing.open, document);
  md_parse (valid, (MD_SIZE)strlen (valid), &parser, &parsing);
  g_ptr_array_unref (parsing.targets);
  g_ptr_array_unref (parsing.open);

  return document;
}

/* Returns: (transfer full): the text of @self itself, without what it looks like */
char *
qd_markdown_block_dup_words (QdMarkdownBlock *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_new (NULL);

  for (guint i = 0; i < self->spans->len; i++)
    g_string_append (words, ((QdMarkdownSpan *)g_ptr_array_index (self->spans, i))->text);

  return g_string_free (words, FALSE);
}
