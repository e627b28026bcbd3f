/* qd-cli-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-words"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-cli-private.h"
#include "qd-quote.h"
#include "qd-record-json.h"

#define GAP 2

/* Further from a word than this, a name is no slip of the finger. */
#define MAX_SLIPS 3

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2
                                                                                    : 1;
    }

  return width;
}

/**
 * qd_cli_put_table:
 * @rows: (element-type GStrv): of @n_columns texts each
 *
 * Prints columns below each other, whatever the script.
 */
void
qd_cli_put_table (GPtrArray *rows,
                  guint      n_columns)
{
  g_autofree guint *widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < rows->len; i++)
    {
      for (guint column = 0; column < n_columns; column++)
        widths[column] = MAX (widths[column], get_width (((char **)g_ptr_array_index (rows, i))[column]));
    }

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint column = 0; column < n_columns; column++)
        {
          g_string_append (line, row[column]);

          for (guint n = get_width (row[column]); column + 1 < n_columns && n < widths[column] + GAP; n++)
            g_string_append_c (line, ' ');
        }

      while (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate (line, line->len - 1);

      g_string_append_c (line, '\n');
      qd_cli_put (line->str);
    }
}

/* How many letters must be put in, taken out or changed to make one of the other. */
static guint
count_slips (const char *a,
             const char *b)
{
  g_autofree gunichar *left = g_utf8_to_ucs4_fast (a, -1, NULL);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast (b, -1, NULL);
  glong                n_right = g_utf8_strlen (b, -1);
  g_autofree guint    *row = g_new (guint, n_right + 1);

  for (glong i = 0; i <= n_right; i++)
    row[i] = i;

  for (glong i = 0; left[i] != 0; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;

      for (glong n = 0; n < n_right; n++)
        {
          guint above = row[n + 1];

          row[n + 1] = MIN (MIN (row[n], above) + 1, diagonal + (left[i] != right[n]));
          diagonal = above;
        }
    }

  return row[n_right];
}

/* Returns: (transfer full) (nullable): which of @names was meant, perhaps */
char *
qd_cli_dup_nearest (const char *word,
                    GPtrArray  *names)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  const char      *nearest = NULL;
  guint            best = MAX_SLIPS + 1;

  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *other = g_utf8_casefold (name, -1);
      guint            slips = strstr (other, folded) != NULL ? 1 : count_slips (folded, other);

      if (slips < best)
        {
          best = slips;
          nearest = name;
        }
    }

  return g_strdup (nearest);
}

static gboolean
is_alike (const char *a,
          const char *b)
{
  g_autofree char *first = a != NULL ? g_utf8_casefold (a, -1) : NULL;
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_strcmp0 (first, second) == 0;
}

static gboolean
is_called (gpointer    record,
           const char *word)
{
  if (QD_IS_ACCOUNT (record))
    return is_alike (QD_ACCOUNT (record)->name, word) || is_alike (QD_ACCOUNT (record)->codename, word);

  return is_alike (QD_PLAN (record)->name, word);
}

/* What tells @record from others of its name. */
static char *
dup_candidate (QdCli   *cli,
               gpointer record)
{
  g_autofree char *id = qd_record_format_id (qd_record_get_id (record));
  QdAccount       *account;

  if (QD_IS_ACCOUNT (record))
    return g_strdup_printf ("%s (%s)", id, QD_ACCOUNT (record)->name);

  account = qd_portfolio_lookup (cli->portfolio, QD_TYPE_ACCOUNT, QD_PLAN (record)->account);

  return g_strdup_printf ("%s (%s, %s)", id, QD_PLAN (record)->name, account->name);
}

static gpointer
refuse_ambiguous (QdCli      *cli,
                  const char *word,
                  GPtrArray  *found,
                  GError    **error)
{
  g_autoptr(GString) candidates = g_string_new (NULL);
  g_autofree char *quoted = qd_quote (word);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *candidate = dup_candidate (cli, g_ptr_array_index (found, i));

      g_string_append_printf (candidates, "%s%s", i > 0 ? ", " : "", candidate);
    }

  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” could be any of these; give its id: %s"),
               quoted,
               candidates->str);

  return NULL;
}

static gpointer
refuse_unknown (QdCli *cli,
                GType  type,
                gboolean (*is_meant) (gpointer record),
                const char *word,
                GError    **error)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (cli->portfolio, type));
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *nearest = NULL;
  g_autofree char *quoted = qd_quote (word);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (list, i);

      if (is_meant != NULL && !is_meant (record))
        continue;

      g_ptr_array_add (names, type == QD_TYPE_ACCOUNT ? QD_ACCOUNT (record)->name : QD_PLAN (record)->name);

      if (type == QD_TYPE_ACCOUNT && QD_ACCOUNT (record)->codename != NULL)
        g_ptr_array_add (names, QD_ACCOUNT (record)->codename);
    }

  nearest = qd_cli_dup_nearest (word, names);
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               nearest != NULL           ? _ ("There is nothing called “%s”; did you mean “%s”?")
               : type == QD_TYPE_ACCOUNT ? _ ("There is no account called “%s”")
               : is_meant != NULL        ? _ ("There is no accelerator called “%s”")
                                         : _ ("There is no plan called “%s”"),
               quoted,
               nearest);

  return NULL;
}

static gboolean
is_accelerator (gpointer record)
{
  return QD_IS_PLAN (record) && QD_PLAN (record)->kind == QD_PLAN_KIND_ACCELERATOR;
}

/* @is_meant is of those that are looked among; %NULL for all of @type. */
static gpointer
find (QdCli *cli,
      GType  type,
      gboolean (*is_meant) (gpointer record),
      const char *word,
      GError    **error)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (cli->portfolio, type));
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  gpointer record;
  gint64   id;

  if (qd_record_parse_id (word, &id) && (record = qd_portfolio_lookup (cli->portfolio, type, id)) &&
      (is_meant == NULL || is_meant (record)))
    return record;

  if (!g_utf8_validate (word, -1, NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("A name must be text in UTF-8"));
      return NULL;
    }

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdRecord) live = g_list_model_get_item (list, i);

      if ((is_meant == NULL || is_meant (live)) && is_called (live, word))
        g_ptr_array_add (found, live);
    }

  if (found->len == 1)
    return g_ptr_array_index (found, 0);

  return found->len > 1 ? refuse_ambiguous (cli, word, found, error)
                        : refuse_unknown (cli, type, is_meant, word, error);
}

/**
 * qd_cli_find_account:
 * @word: an id, a name or a codename, in upper or lower case
 *
 * Returns: (transfer none) (nullable): the account that is meant
 */
QdAccount *
qd_cli_find_account (QdCli      *cli,
                     const char *word,
                     GError    **error)
{
  return find (cli, QD_TYPE_ACCOUNT, NULL, word, error);
}

/* Returns: (transfer none) (nullable): the plan that is meant, by its id or name */
QdPlan *
qd_cli_find_plan (QdCli      *cli,
                  const char *word,
                  GError    **error)
{
  return find (cli, QD_TYPE_PLAN, NULL, word, error);
}

/* Returns: (transfer none) (nullable): the accelerator that is meant, by its id or name */
QdPlan *
qd_cli_find_accelerator (QdCli      *cli,
                         const char *word,
                         GError    **error)
{
  return find (cli, QD_TYPE_PLAN, is_accelerator, word, error);
}
