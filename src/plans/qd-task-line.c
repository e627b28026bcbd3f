/* qd-task-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-line"

#include "qd-task-line.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-task.h"

/*
 * What is marked is told by its first letter, so that the rest may be written in any words: “@” an owner,
 * “#” an account or a plan, “!” a kind, a status or who sees it. Numbers behind them are of issues and
 * merge requests, and are left alone. A day stands at the end of what is not marked; “due:” marks one
 * that is written in a way that could be something else, as “due:24.11.” could be a version. Quotes keep
 * words together and are no day.
 */

/* A day has no more words: “end of next week” is none, “fri 27 nov 2026” is one */
#define MAX_DAY_WORDS 4

/* The shortest beginning of a word behind “!” */
#define MIN_MARK 3

typedef struct
{
  char     mark; /* '@', '#', '!', 'd' for “due:”, or 0 */
  gboolean quoted;
  char    *text; /* without the mark and the quotes */
} Token;

static void
token_free (Token *token)
{
  g_free (token->text);
  g_free (token);
}

static Token *
get_token (GPtrArray *tokens,
           guint      index)
{
  return g_ptr_array_index (tokens, index);
}

static gboolean
is_plain (GPtrArray *tokens,
          guint      index)
{
  return index < tokens->len && get_token (tokens, index)->mark == 0;
}

/* Returns: how long @text is a mark that says: what follows is a day; 0 if it is none */
static gsize
get_due_length (const char *text)
{
  /* Translators: typed before a day in the line that adds a task, as in “due:24 Nov”; one word and a colon */
  const char *const words[] = { "due:", _ ("due:") };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (length > 1 && g_ascii_strncasecmp (text, words[i], length) == 0)
        return length;
    }

  return 0;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* @text: (transfer full): a part of the line without its quotes */
static Token *
token_new (char    *text,
           gboolean quoted)
{
  Token *token = g_new0 (Token, 1);
  gsize  length = get_due_length (text);

  token->quoted = quoted;

  if (strchr ("@#!", *text) != NULL && *text != '\0' && !is_number (text + 1) &&
      g_unichar_isalnum (g_utf8_get_char (text + 1)))
    {
      token->mark = *text;
      length = 1;
    }
  else if (length > 0)
    {
      token->mark = 'd';
    }

  token->text = g_strdup (text + length);
  g_free (text);

  return token;
}

static void
end_token (GPtrArray *tokens,
           GString   *part,
           gboolean   quoted,
           gboolean   words)
{
  Token *token;

  if (words)
    {
      token = g_new0 (Token, 1);
      *token = (Token){ 0, TRUE, g_strdup (part->str) };
      g_ptr_array_add (tokens, token);
    }
  else if (part->len > 0)
    {
      g_ptr_array_add (tokens, token_new (g_strdup (part->str), quoted));
    }

  g_string_truncate (part, 0);
}

static GPtrArray *
split (const char *line)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)token_free);
  g_autoptr(GString) part = g_string_new (NULL);
  gboolean    quoted = FALSE;
  gboolean    words = FALSE; /* what begins with a quote is nothing else */
  const char *c = line;

  for (; *c != '\0'; c = g_utf8_next_char (c))
    {
      /* In the middle of a word it is of the word, as in Hebrew acronyms. */
      gboolean    opens = *c == '"' && (c == line || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (c))));
      const char *end = opens ? strchr (c + 1, '"') : NULL;

      if (end != NULL)
        {
          words = words || part->len == 0;
          quoted = TRUE;
          g_string_append_len (part, c + 1, end - c - 1);
          c = end;
        }
      else if (!g_unichar_isspace (g_utf8_get_char (c)))
        {
          g_string_append_unichar (part, g_utf8_get_char (c));
        }
      else
        {
          end_token (tokens, part, quoted, words);
          quoted = words = FALSE;
        }
    }

  end_token (tokens, part, quoted, words);

  return tokens;
}

/* Returns: (transfer full): the words from @first on */
static char *
join (GPtrArray *tokens,
      guint      first,
      guint      n_tokens)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n_tokens; i++)
    g_string_append_printf (text, "%s%s", i > first ? " " : "", get_token (tokens, i)->text);

  return g_string_free (text, FALSE);
}

static gboolean
names_month (const char *word)
{
  g_autofree char *text = g_strdup_printf ("1 %s 2024", word);
  int              day;

  return !g_ascii_isdigit (*word) && qd_day_parse_words (text, 0, QD_DAY_ORDER_DMY, &day);
}

/* “2026-11-24”, “24.11.2026”: of fewer figures it may be a version */
static gboolean
is_whole_date (const char *word)
{
  g_auto(GStrv) parts = g_strsplit_set (word, "./-", -1);

  return g_strv_length (parts) == 3 && is_number (parts[0]) && is_number (parts[1]) && is_number (parts[2]) &&
         (strlen (parts[0]) == 4 || strlen (parts[2]) == 4);
}

/* “24”, “24th” */
static gboolean
is_day_of_month (const char *word)
{
  gsize n_figures = strspn (word, "0123456789");

  return n_figures > 0 && n_figures <= 2 &&
         (word[n_figures] == '\0' || g_str_equal (word + n_figures, ".") || strlen (word + n_figures) == 2);
}

/* Whether words that can be read as a day are meant as one: “17.5”, “2 weeks” and “Tom” are in titles, too. */
static gboolean
reads_as_day (GPtrArray *tokens,
              guint      first,
              guint      n_tokens)
{
  const char *word = get_token (tokens, first)->text;

  for (guint i = first; i < first + n_tokens; i++)
    {
      if (get_token (tokens, i)->quoted)
        return FALSE;
    }

  if (n_tokens == 1 && (g_ascii_strcasecmp (word, "tom") == 0 || g_ascii_strcasecmp (word, "now") == 0))
    return FALSE;

  if (g_ascii_isdigit (*word))
    return n_tokens == 1 ? is_whole_date (word)
                         : is_day_of_month (word) && names_month (get_token (tokens, first + 1)->text);

  return *word != '-';
}

/* Whether words look like a day that there is not, such as “31 feb” */
static gboolean
is_no_such_day (GPtrArray *tokens,
                guint      first,
                guint      n_tokens)
{
  const char *word = get_token (tokens, first)->text;
  const char *next = n_tokens == 2 ? get_token (tokens, first + 1)->text : NULL;

  if (n_tokens == 1)
    return !get_token (tokens, first)->quoted && is_whole_date (word);

  return n_tokens == 2 && ((is_day_of_month (word) && names_month (next)) || (names_month (word) && is_day_of_month (next)));
}

static void
set_problem (QdTaskLine *self,
             char       *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  else
    g_free (problem);
}

static void
set_no_day (QdTaskLine *self,
            const char *words)
{
  set_problem (self, g_strdup_printf (_ ("“%s” is not a day that there is"), words));
}

/* The day at the end of the words before @end, which is taken out. Returns: whether there was something like one */
static gboolean
take_day_before (QdTaskLine *self,
                 GPtrArray  *tokens,
                 guint       end,
                 int         today,
                 QdDayOrder  order)
{
  guint n_words = 0;

  while (n_words < MIN (end, MAX_DAY_WORDS) && is_plain (tokens, end - n_words - 1))
    n_words++;

  for (guint n = n_words; n > 0; n--)
    {
      g_autofree char *words = join (tokens, end - n, n);
      gboolean         is_day = qd_day_parse_words (words, today, order, &self->due);

      if (is_day ? !reads_as_day (tokens, end - n, n) : !is_no_such_day (tokens, end - n, n))
        {
          self->due = QD_DAY_NONE;
          continue;
        }

      if (!is_day)
        set_no_day (self, words);

      g_ptr_array_remove_range (tokens, end - n, n);
      return TRUE;
    }

  return FALSE;
}

/* The day behind “due:”, with as many words as make one */
static void
take_marked_day (QdTaskLine *self,
                 GPtrArray  *tokens,
                 guint       index,
                 int         today,
                 QdDayOrder  order)
{
  gboolean bare = *get_token (tokens, index)->text == '\0';
  guint    first = bare ? index + 1 : index;
  guint    n_words = bare ? 0 : 1;

  while (n_words < MAX_DAY_WORDS && is_plain (tokens, first + n_words))
    n_words++;

  for (guint n = n_words; n > 0; n--)
    {
      g_autofree char *words = join (tokens, first, n);

      if (qd_day_parse_words (words, today, order, &self->due))
        {
          g_ptr_array_remove_range (tokens, index, n + bare);
          return;
        }
    }

  if (n_words > 0)
    set_no_day (self, get_token (tokens, first)->text);
  else
    set_problem (self, g_strdup (_ ("Type a day behind “due:”")));

  g_ptr_array_remove_range (tokens, index, MIN (n_words, 1) + bare);
}

static void
take_day (QdTaskLine *self,
          GPtrArray  *tokens,
          int         today,
          QdDayOrder  order)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      if (get_token (tokens, i)->mark == 'd')
        {
          take_marked_day (self, tokens, i, today, order);
          return;
        }
    }

  for (guint end = tokens->len; end > 0; end--)
    {
      /* At the end of the line, or before what is marked */
      if (is_plain (tokens, end - 1) && !is_plain (tokens, end) && take_day_before (self, tokens, end, today, order))
        return;
    }
}

/* Returns: the value that @word is the name of or a beginning of, in the file’s words or a person’s */
static int
find_nick (const QdNick *nicks,
           const char   *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int i = 0; nicks[i].nick != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (_ (nicks[i].label), -1);

      if (g_utf8_strlen (folded, -1) >= MIN_MARK && (g_str_has_prefix (nicks[i].nick, folded) || g_str_has_prefix (label, folded)))
        return i;
    }

  return QD_ENUM_NONE;
}

static void
take_mark (QdTaskLine *self,
           const char *word)
{
  int value;

  if ((value = find_nick (qd_task_kinds, word)) != QD_ENUM_NONE)
    self->kind = value;
  else if ((value = find_nick (qd_task_statuses, word)) != QD_ENUM_NONE)
    self->status = value;
  else if ((value = find_nick (qd_visibilities, word)) != QD_ENUM_NONE)
    self->visibility = value;
  else
    set_problem (self,
                 g_strdup_printf (_ ("“!%s” is not known: a task may be !milestone, !workshop, !call, "
                                     "!on-track, !watchpoint, !concern, !done, !internal or !customer"),
                                  word));
}

/* Takes out what is marked. */
static void
take_marks (QdTaskLine *self,
            GPtrArray  *tokens)
{
  g_autoptr(GStrvBuilder) owners = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) places = g_strv_builder_new ();

  for (guint i = 0; i < tokens->len;)
    {
      Token *token = get_token (tokens, i);

      if (token->mark == '@')
        g_strv_builder_add (owners, token->text);
      else if (token->mark == '#')
        g_strv_builder_add (places, token->text);
      else if (token->mark == '!')
        take_mark (self, token->text);
      else if (token->mark == 'd')
        set_problem (self, g_strdup (_ ("A task is due on one day: “due:” stands there twice")));

      if (token->mark != 0)
        g_ptr_array_remove_index (tokens, i);
      else
        i++;
    }

  self->owners = g_strv_builder_end (owners);
  self->places = g_strv_builder_end (places);
}

/**
 * qd_task_line_parse:
 * @text: what a person typed
 * @order: of figures, see qd_day_get_locale_order()
 *
 * Returns: (transfer full): as much as is understood
 */
QdTaskLine *
qd_task_line_parse (const char *text,
                    int         today,
                    QdDayOrder  order)
{
  QdTaskLine      *self = g_new0 (QdTaskLine, 1);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GPtrArray) tokens = split (valid);

  self->due = QD_DAY_NONE;
  self->kind = self->status = self->visibility = QD_ENUM_NONE;
  take_day (self, tokens, today, order);
  take_marks (self, tokens);
  self->title = g_strstrip (join (tokens, 0, tokens->len));

  if (*self->title == '\0')
    set_problem (self, g_strdup (_ ("Type what is to be done")));
  else if (g_utf8_strlen (self->title, -1) > QD_COLUMN_MAX_LINE)
    set_problem (self, g_strdup_printf (_ ("A title has at most %d characters"), QD_COLUMN_MAX_LINE));

  return self;
}

void
qd_task_line_free (QdTaskLine *self)
{
  g_free (self->title);
  g_strfreev (self->owners);
  g_strfreev (self->places);
  g_free (self->problem);
  g_free (self);
}
