/* qd-escalation-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-escalation-clock"

#include "qd-escalation-clock.h"

static const QdEscalationFact *
find_fact (QdFactBook          *book,
           QdEscalationSeverity severity)
{
  GPtrArray *facts = qd_fact_book_peek (book, QD_FACT_TOPIC_ESCALATION);

  for (guint i = 0; i < facts->len; i++)
    {
      const QdEscalationFact *fact = g_ptr_array_index (facts, i);

      if (fact->severity == (int)severity)
        return fact;
    }

  return NULL;
}

/**
 * qd_escalation_get_state:
 * @due: (out): the day of the next update; %QD_DAY_NONE where none is expected
 *
 * The updates are counted from the last one, or from the day that it was opened.
 */
QdEscalationState
qd_escalation_get_state (QdFactBook   *book,
                         QdEscalation *self,
                         int           today,
                         int          *due)
{
  const QdEscalationFact *fact;
  int                     last, latest;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), QD_ESCALATION_STATE_QUIET);
  g_return_val_if_fail (QD_IS_ESCALATION (self), QD_ESCALATION_STATE_QUIET);

  *due = QD_DAY_NONE;
  fact = find_fact (book, self->severity);

  if (self->closed != QD_DAY_NONE || fact == NULL || fact->days == QD_DAY_NONE)
    return QD_ESCALATION_STATE_QUIET;

  last = self->updated != QD_DAY_NONE ? self->updated : self->opened;
  latest = last + (fact->latest != QD_DAY_NONE ? fact->latest : fact->days);
  *due = last + fact->days;

  if (today < *due)
    return QD_ESCALATION_STATE_AHEAD;

  return today > latest ? QD_ESCALATION_STATE_LATE : QD_ESCALATION_STATE_DUE;
}
