/* qd-leaks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-leaks"

#include "qd-leaks.h"

#include <glib/gi18n.h>

#include "qd-exchange.h"
#include "qd-exit.h"

/* More places than this do not help to find the first. */
#define MAX_PLACES 5

struct _QdLeaks
{
  QdAudience    audience;
  QdExit       *exit;
  GStrvBuilder *places;
  guint         n_leaks;
};

/**
 * qd_leaks_new:
 * @account: the id of the customer who will read it, where the audience is one
 *
 * Returns: (transfer full)
 */
QdLeaks *
qd_leaks_new (QdPortfolio *portfolio,
              QdAudience   audience,
              gint64       account)
{
  QdLeaks *self = g_new0 (QdLeaks, 1);

  self->audience = audience;
  self->exit = qd_exit_new (portfolio, audience, account);
  self->places = g_strv_builder_new ();

  return self;
}

void
qd_leaks_free (QdLeaks *self)
{
  g_clear_pointer (&self->exit, qd_exit_free);
  g_clear_pointer (&self->places, g_strv_builder_unref);
  g_free (self);
}

/**
 * qd_leaks_look:
 * @text: (nullable): what the audience would read
 * @place: where it stands, for the person who exports it
 */
void
qd_leaks_look (QdLeaks    *self,
               const char *text,
               const char *place)
{
  g_autofree char *name = qd_exit_find (self->exit, text);

  qd_exit_look (self->exit, text, place);

  if (name == NULL || ++self->n_leaks > MAX_PLACES)
    return;

  /* Translators: a name, and where it stands: “Acme” in notes */
  g_strv_builder_take (self->places, g_strdup_printf (_ ("“%1$s” in %2$s"), name, place));
}

/**
 * qd_leaks_take:
 * @type: of the record
 * @column: (nullable): of it
 * @text: (nullable): what is there
 * @place: where it stands, for the person who exports it
 *
 * Looks at it as well.
 *
 * Returns: (transfer full) (nullable): what is to be written of it
 */
char *
qd_leaks_take (QdLeaks    *self,
               GType       type,
               const char *column,
               const char *text,
               const char *place)
{
  g_autofree char *taken = column != NULL && qd_audience_is_person_column (type, column) ? qd_exit_dup_person (self->exit, text)
                                                                                         : qd_exit_dup_text (self->exit, text);

  qd_leaks_look (self, taken, place);

  return g_steal_pointer (&taken);
}

/* Returns: (transfer full) (nullable): @text as it would be written, without looking at it */
char *
qd_leaks_dup_read (QdLeaks    *self,
                   const char *text)
{
  return qd_exit_dup_text (self->exit, text);
}

/**
 * qd_leaks_check:
 *
 * Returns: whether nothing of what was looked at gives a name away; else @error
 *   names the places
 */
gboolean
qd_leaks_check (QdLeaks *self,
                GError **error)
{
  g_auto(GStrv) places = NULL;
  g_autofree char *text = NULL;

  if (self->n_leaks == 0)
    return TRUE;

  if (self->n_leaks > MAX_PLACES)
    g_strv_builder_take (self->places,
                         g_strdup_printf (ngettext ("%u more", "%u more", self->n_leaks - MAX_PLACES),
                                          self->n_leaks - MAX_PLACES));

  places = g_strv_builder_end (self->places);
  text = g_strjoinv (", ", places);
  g_set_error (error,
               QD_EXCHANGE_ERROR,
               QD_EXCHANGE_ERROR_AUDIENCE,
               self->audience == QD_AUDIENCE_INTERNAL
                   ? _ ("Nothing was exported, because colleagues would read a customer’s real name: %s")
               : self->audience == QD_AUDIENCE_PUBLIC
                   ? _ ("Nothing was exported, because anyone could read who a customer is: %s")
                   : _ ("Nothing was exported, because the customer would read a codename or the name of another customer: %s"),
               text);

  return FALSE;
}
