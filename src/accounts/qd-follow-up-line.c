/* qd-follow-up-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-follow-up-line"

#include "qd-follow-up-line.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-contact.h"

/*
 * A follow-up as it is noted in a call, on one line: “Send the runbook · Maria ·
 * friday”, or in the flow of a sentence, “Send the runbook @Maria by friday”.
 */

static gboolean
is_word (const char *text,
         const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *other = g_utf8_casefold (word, -1);

  return g_str_equal (folded, other);
}

/* A contact by the name, or by the beginning of a part of it. */
static QdContact *
find_contact (GPtrArray  *contacts,
              const char *whose)
{
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      QdContact *contact = g_ptr_array_index (contacts, i);

      if (g_str_match_string (whose, contact->name, TRUE))
        return contact;
    }

  return NULL;
}

/* Takes @whose for a side or for a person of one. */
static void
set_whose (QdFollowUp *draft,
           const char *whose,
           GPtrArray  *contacts)
{
  QdContact *contact;

  if (is_word (whose, "us") || is_word (whose, "we") || is_word (whose, "me") ||
      is_word (whose, _ (qd_sides[QD_SIDE_OURS].label)))
    g_object_set (draft, "side", QD_SIDE_OURS, NULL);
  else if (is_word (whose, "they") || is_word (whose, "them") || is_word (whose, "customer") ||
           is_word (whose, _ ("Customer")) || is_word (whose, _ (qd_sides[QD_SIDE_THEIRS].label)))
    g_object_set (draft, "side", QD_SIDE_THEIRS, NULL);
  else if ((contact = find_contact (contacts, whose)) != NULL)
    g_object_set (draft, "side", QD_SIDE_THEIRS, "whose", contact->name, NULL);
  else
    g_object_set (draft, "whose", whose, NULL);
}

static void
set_part (QdFollowUp *draft,
          const char *part,
          GPtrArray  *contacts,
          int         today,
          QdDayOrder  order)
{
  int due;

  if (*part == '\0')
    return;

  if (qd_day_parse_words (part, today, order, &due))
    g_object_set (draft, "due", due, NULL);
  else
    set_whose (draft, *part == '@' ? part + 1 : part, contacts);
}

/* “… by friday”: takes the end of @line off if it is a day. */
static void
take_due (QdFollowUp *draft,
          char       *line,
          int         today,
          QdDayOrder  order)
{
  static const char *const words[] = { " by ", " due ", " until " };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      char *found = g_strrstr (line, words[i]);
      int   due;

      if (found == NULL || !qd_day_parse_words (found + strlen (words[i]), today, order, &due))
        continue;

      g_object_set (draft, "due", due, NULL);
      *found = '\0';
      return;
    }
}

/* “… @Maria …”: takes the name out of @line. */
static void
take_whose (QdFollowUp *draft,
            char       *line,
            GPtrArray  *contacts)
{
  char            *at = strstr (line, " @");
  g_autofree char *whose = NULL;
  gsize            length;

  if (at == NULL || (length = strcspn (at + 2, " ")) == 0)
    return;

  whose = g_strndup (at + 2, length);
  memmove (at, at + 2 + length, strlen (at + 2 + length) + 1);
  set_whose (draft, whose, contacts);
}

/**
 * qd_follow_up_line_parse:
 * @contacts: (nullable): of QdContact, who are theirs
 * @draft: what is found is set on it
 *
 * Returns: %FALSE where the line does not say what is to be done
 */
gboolean
qd_follow_up_line_parse (const char *line,
                         GPtrArray  *contacts,
                         int         today,
                         QdDayOrder  order,
                         QdFollowUp *draft)
{
  g_autofree char *what = g_strdup (line);
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (QD_IS_FOLLOW_UP (draft), FALSE);

  parts = strstr (line, "·") != NULL ? g_strsplit (line, "·", -1) : g_strsplit (line, "|", -1);

  if (parts[0] != NULL && parts[1] != NULL)
    {
      g_set_str (&what, parts[0]);

      for (guint i = 1; parts[i] != NULL; i++)
        set_part (draft, g_strstrip (parts[i]), contacts, today, order);
    }
  else
    {
      take_due (draft, what, today, order);
      take_whose (draft, what, contacts);
    }

  g_strstrip (what);
  g_object_set (draft, "what", what, NULL);

  return *what != '\0';
}
