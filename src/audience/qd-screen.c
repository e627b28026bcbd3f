/* qd-screen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-screen"

#include "qd-screen.h"

#include "qd-audience-check.h"

/**
 * qd_screen_dup_text:
 * @text: (nullable): as a person typed it
 *
 * A screen is read by colleagues at the least. The people of a customer are who one works with, and
 * keep their names there; their addresses do not.
 *
 * Returns: (transfer full) (nullable): @text with the codename in the place of what is sealed
 */
char *
qd_screen_dup_text (QdPortfolio *portfolio,
                    const char  *text)
{
  g_autoptr(QdNameBook) book = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  if (text == NULL || *text == '\0')
    return g_strdup (text);

  book = qd_name_book_get (portfolio);
  hits = qd_audience_check (book, QD_AUDIENCE_INTERNAL, 0, text, -1);

  for (guint i = 0; i < hits->len; i++)
    {
      QdHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind == QD_HIT_PERSON)
        hit->sure = FALSE;
    }

  return qd_hits_replace (hits, text);
}
