/* qd-exit-gate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-exit-gate"

#include "qd-exit-gate.h"

#include "qd-disclosure-edits.h"

struct _QdExitGate
{
  QdPortfolio *portfolio;
  char        *what; /* the nick of a format, or “clipboard” */
  QdAudience   audience;
  gint64       account;
  QdExitMode   mode;
  char        *reason;   /* (nullable) */
  GPtrArray   *accepted; /* of words that are replaced */
  GPtrArray   *places;   /* (nullable): of QdExitPlace, as they were found last */
};

QdExitGate *
qd_exit_gate_new (QdPortfolio *portfolio)
{
  QdExitGate *self = g_new0 (QdExitGate, 1);

  self->portfolio = g_object_ref (portfolio);
  self->accepted = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
qd_exit_gate_free (QdExitGate *self)
{
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->accepted, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self->reason);
  g_free (self->what);
  g_free (self);
}

/**
 * qd_exit_gate_reset:
 * @what: the nick of a format, or “clipboard”
 * @account: whose it is, or 0
 *
 * Something else is to go out, of which nothing is decided.
 */
void
qd_exit_gate_reset (QdExitGate *self,
                    const char *what,
                    QdAudience  audience,
                    gint64      account)
{
  g_set_str (&self->what, what);
  self->audience = audience;
  self->account = account;
  self->mode = QD_EXIT_REFUSE;
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_ptr_array_set_size (self->accepted, 0);
}

/* Makes it as it was decided, and finds what is in the way. */
gboolean
qd_exit_gate_try (QdExitGate   *self,
                  QdExitTryFunc func,
                  gpointer      data,
                  GError      **error)
{
  gboolean made;

  qd_exit_begin (self->portfolio, self->mode, self->reason);

  for (guint i = 0; i < self->accepted->len; i++)
    qd_exit_accept (self->portfolio, g_ptr_array_index (self->accepted, i));

  made = func (data, error);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = g_ptr_array_ref (qd_exit_get_places (self->portfolio));

  /* What went out is noted once it is written, which may be later. */
  qd_exit_end (self->portfolio, FALSE, self->what, self->audience, self->account);

  return made;
}

/* Whether there is a name that a person can decide about. */
gboolean
qd_exit_gate_is_held_up (QdExitGate *self)
{
  for (guint i = 0; self->mode != QD_EXIT_OVERRIDE && self->places != NULL && i < self->places->len; i++)
    {
      if (((QdExitPlace *)g_ptr_array_index (self->places, i))->sure)
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer none) (nullable) (element-type QdExitPlace): what was found when it was tried last */
GPtrArray *
qd_exit_gate_get_places (QdExitGate *self)
{
  return self->places;
}

QdPortfolio *
qd_exit_gate_get_portfolio (QdExitGate *self)
{
  return self->portfolio;
}

QdAudience
qd_exit_gate_get_audience (QdExitGate *self)
{
  return self->audience;
}

/* @words: (nullable): as they stand in a place; %NULL for every name there is */
void
qd_exit_gate_replace (QdExitGate *self,
                      const char *words)
{
  if (words == NULL)
    self->mode = QD_EXIT_REPLACE;
  else
    g_ptr_array_add (self->accepted, g_strdup (words));
}

/* @reason: why it may go out as it is, in the words of a person */
void
qd_exit_gate_override (QdExitGate *self,
                       const char *reason)
{
  g_return_if_fail (reason != NULL && *reason != '\0');

  self->mode = QD_EXIT_OVERRIDE;
  g_set_str (&self->reason, reason);
}

/* To be called once it is out: a reason is kept with it. */
void
qd_exit_gate_went_out (QdExitGate *self)
{
  if (self->mode == QD_EXIT_OVERRIDE)
    qd_disclosure_add_async (qd_portfolio_get_store (self->portfolio),
                             self->account,
                             qd_audiences[self->audience].nick,
                             self->what,
                             self->reason,
                             NULL,
                             NULL);
}
