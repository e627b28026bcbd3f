/* qd-exit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exit"

#include "qd-exit.h"

#include <glib/gi18n.h>

#include "qd-disclosure-edits.h"

struct _QdExit
{
  QdNameBook *book;
  QdAudience  audience;
  gint64      account;
  QdExitMode  mode;
  GHashTable *accepted; /* (nullable): of the words that are to be replaced */
  GPtrArray  *places;   /* (nullable): of QdExitPlace; where what is found is to be told */
};

/* How things go out of a portfolio at the moment */
typedef struct
{
  QdExitMode  mode;
  char       *reason; /* (nullable) */
  GHashTable *accepted;
  GPtrArray  *places; /* of QdExitPlace */
} Terms;

static void
place_free (QdExitPlace *place)
{
  g_free (place->place);
  g_free (place->words);
  g_free (place->instead);
  g_free (place);
}

static void
terms_free (Terms *terms)
{
  g_free (terms->reason);
  g_hash_table_unref (terms->accepted);
  g_ptr_array_unref (terms->places);
  g_free (terms);
}

static Terms *
get_terms (QdPortfolio *portfolio)
{
  return g_object_get_data (G_OBJECT (portfolio), "qd-exit-terms");
}

/**
 * qd_exit_new:
 * @account: the id of the customer whose it is; 0 for no one’s
 *
 * Returns: (transfer full): to be used on any one thread
 */
QdExit *
qd_exit_new (QdPortfolio *portfolio,
             QdAudience   audience,
             gint64       account)
{
  QdExit *self = g_new0 (QdExit, 1);
  Terms  *terms = get_terms (portfolio);

  self->book = qd_name_book_get (portfolio);
  self->audience = audience;
  self->account = account;
  self->mode = terms != NULL ? terms->mode : QD_EXIT_REFUSE;
  self->accepted = terms != NULL ? g_hash_table_ref (terms->accepted) : NULL;
  self->places = terms != NULL ? g_ptr_array_ref (terms->places) : NULL;

  return self;
}

void
qd_exit_free (QdExit *self)
{
  g_clear_pointer (&self->book, qd_name_book_unref);
  g_clear_pointer (&self->accepted, g_hash_table_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

/* Returns: (transfer full) (element-type QdHit): what of @text must not go out, sure or not */
GPtrArray *
qd_exit_check (QdExit     *self,
               const char *text)
{
  return qd_audience_check (self->book, self->audience, self->account, text, -1);
}

/**
 * qd_exit_find:
 * @text: (nullable)
 *
 * Returns: (transfer full) (nullable): what holds @text up, as it is written there
 */
char *
qd_exit_find (QdExit     *self,
              const char *text)
{
  g_autoptr(GPtrArray) hits = NULL;

  if (text == NULL || self->mode == QD_EXIT_OVERRIDE)
    return NULL;

  hits = qd_exit_check (self, text);

  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit *hit = g_ptr_array_index (hits, i);

      if (hit->sure)
        return g_strndup (text + hit->start, hit->end - hit->start);
    }

  return NULL;
}

/**
 * qd_exit_look:
 * @text: (nullable)
 * @place: where it stands, for a person
 *
 * Notes what is found in it, sure or not, for qd_exit_get_places(); on the main thread.
 */
void
qd_exit_look (QdExit     *self,
              const char *text,
              const char *place)
{
  g_autoptr(GPtrArray) hits = NULL;

  if (text == NULL || self->places == NULL)
    return;

  hits = qd_exit_check (self, text);

  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit *hit = g_ptr_array_index (hits, i);
      QdExitPlace *found = g_new0 (QdExitPlace, 1);

      found->place = g_strdup (place);
      found->words = g_strndup (text + hit->start, hit->end - hit->start);
      found->instead = g_strdup (hit->instead);
      found->kind = hit->kind;
      found->account = hit->account;
      found->sure = hit->sure;
      g_ptr_array_add (self->places, found);
    }
}

/* Returns: (transfer full) (nullable): @text with what may be read in the place of every name */
char *
qd_exit_dup_replaced (QdExit     *self,
                      const char *text)
{
  g_autoptr(GPtrArray) hits = NULL;

  if (text == NULL)
    return NULL;

  hits = qd_exit_check (self, text);

  return qd_hits_replace (hits, text);
}

/* Returns: (transfer full): @text without the words that are accepted */
static char *
dup_accepted (QdExit     *self,
              const char *text)
{
  g_autoptr(GPtrArray) hits = qd_exit_check (self, text);

  for (guint i = 0; i < hits->len; i++)
    {
      QdHit           *hit = g_ptr_array_index (hits, i);
      g_autofree char *words = g_strndup (text + hit->start, hit->end - hit->start);

      hit->sure = g_hash_table_contains (self->accepted, words);
    }

  return qd_hits_replace (hits, text);
}

/* Returns: (transfer full) (nullable): @text as it goes out, which is to be asked about still */
char *
qd_exit_dup_text (QdExit     *self,
                  const char *text)
{
  if (self->mode == QD_EXIT_REPLACE)
    return qd_exit_dup_replaced (self, text);

  if (text != NULL && self->mode == QD_EXIT_REFUSE && self->accepted != NULL && g_hash_table_size (self->accepted) > 0)
    return dup_accepted (self, text);

  return g_strdup (text);
}

/**
 * qd_exit_dup_checked:
 * @text: all that goes out
 * @place: what it is, for a person
 *
 * Returns: (transfer full) (nullable): @text as it goes out; %NULL with @error, which names nobody,
 *   where a name holds it up
 */
char *
qd_exit_dup_checked (QdExit     *self,
                     const char *text,
                     const char *place,
                     GError    **error)
{
  g_autofree char *taken = qd_exit_dup_text (self, text);
  g_autofree char *name = NULL;

  qd_exit_look (self, taken, place);

  if (!(name = qd_exit_find (self, taken)))
    return g_steal_pointer (&taken);

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("A name that these readers must not see is in %s, so it was not let out"),
               place);

  return NULL;
}

/**
 * qd_exit_dup_person:
 * @text: (nullable): who somebody is
 *
 * Whoever may not know who the people of a customer are reads that there is one: that holds
 * nothing up.
 *
 * Returns: (transfer full) (nullable): @text without them
 */
char *
qd_exit_dup_person (QdExit     *self,
                    const char *text)
{
  g_autoptr(GPtrArray) hits = NULL;

  if (text == NULL || self->mode == QD_EXIT_OVERRIDE)
    return g_strdup (text);

  hits = qd_exit_check (self, text);

  for (guint i = 0; i < hits->len; i++)
    {
      QdHit *hit = g_ptr_array_index (hits, i);

      /* Here a word that may be a name is one. */
      hit->sure |= hit->kind == QD_HIT_PERSON;

      if (hit->kind != QD_HIT_PERSON && hit->kind != QD_HIT_EMAIL && self->mode == QD_EXIT_REFUSE)
        hit->sure = FALSE;
    }

  return qd_hits_replace (hits, text);
}

/**
 * qd_exit_begin:
 * @reason: (nullable): why, of %QD_EXIT_OVERRIDE; in the words of a person
 *
 * What is made for an audience until qd_exit_end() goes out in that way.
 */
void
qd_exit_begin (QdPortfolio *portfolio,
               QdExitMode   mode,
               const char  *reason)
{
  Terms *terms = g_new0 (Terms, 1);

  g_return_if_fail (mode != QD_EXIT_OVERRIDE || (reason != NULL && *reason != '\0'));

  terms->mode = mode;
  terms->reason = g_strdup (reason);
  terms->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  terms->places = g_ptr_array_new_with_free_func ((GDestroyNotify)place_free);
  g_object_set_data_full (G_OBJECT (portfolio), "qd-exit-terms", terms, (GDestroyNotify)terms_free);
}

/**
 * qd_exit_accept:
 * @words: as #QdExitPlace has them
 *
 * What is made from here on, until qd_exit_end(), has what may be read in the place of these.
 */
void
qd_exit_accept (QdPortfolio *portfolio,
                const char  *words)
{
  Terms *terms = get_terms (portfolio);

  g_return_if_fail (terms != NULL);

  g_hash_table_add (terms->accepted, g_strdup (words));
}

/**
 * qd_exit_get_places:
 *
 * Returns: (transfer none) (element-type QdExitPlace): what was found since qd_exit_begin(), until
 *   qd_exit_end(), in the order in which it was
 */
GPtrArray *
qd_exit_get_places (QdPortfolio *portfolio)
{
  Terms *terms = get_terms (portfolio);

  g_return_val_if_fail (terms != NULL, NULL);

  return terms->places;
}

/**
 * qd_exit_end:
 * @done: whether it went out
 * @what: what it was: the nick of a format, or “clipboard”
 * @account: whose it was, or 0
 *
 * From here on nothing goes out with a name in it. A reason is kept, with what went out for it.
 */
void
qd_exit_end (QdPortfolio *portfolio,
             gboolean     done,
             const char  *what,
             QdAudience   audience,
             gint64       account)
{
  Terms *terms = get_terms (portfolio);

  g_return_if_fail (terms != NULL);

  if (done && terms->mode == QD_EXIT_OVERRIDE)
    qd_disclosure_add_async (
        qd_portfolio_get_store (portfolio), account, qd_audiences[audience].nick, what, terms->reason, NULL, NULL);

  g_object_set_data (G_OBJECT (portfolio), "qd-exit-terms", NULL);
}
