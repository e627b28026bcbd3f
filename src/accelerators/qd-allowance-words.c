/* qd-allowance-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-allowance-words"

#include "qd-allowance-words.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"

/* “1 used, 1 planned, none left of 2” */
char *
qd_allowance_dup_words (const QdAllowance *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->number == QD_INTEGER_NONE)
    /* Translators: of accelerators in a contract year */
    return g_strdup_printf (_ ("%1$u used, %2$u planned; how many the contract has is not said"),
                            self->used,
                            self->planned);

  if (self->number == 0)
    /* Translators: of accelerators in a contract year */
    return g_strdup_printf (_ ("%1$u used, %2$u planned; the contract has none"), self->used, self->planned);

  if (self->left == 0)
    /* Translators: of accelerators in a contract year; the last is how many there are */
    return g_strdup_printf (
        _ ("%1$u used, %2$u planned, none left of %3$d"), self->used, self->planned, (int)self->number);

  return g_strdup_printf (_ ("%1$u used, %2$u planned, %3$d left of %4$d"),
                          self->used,
                          self->planned,
                          (int)self->left,
                          (int)self->number);
}

/* “Contract year from 1 Feb 2026 to 31 Jan 2027” */
char *
qd_allowance_dup_year_words (const QdAllowance *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  first = qd_day_dup_display (self->year.starts[0]);
  last = qd_day_dup_display (self->year.starts[QD_CONTRACT_YEAR_QUARTERS] - 1);

  return g_strdup_printf (_ ("Contract year from %1$s to %2$s"), first, last);
}

/* Of one that is only asked about: “Number 2 of 2 in the contract year from … to …” */
char *
qd_allowance_dup_place_words (const QdAllowance *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint            place = 0;

  g_return_val_if_fail (self != NULL, NULL);

  first = qd_day_dup_display (self->year.starts[0]);
  last = qd_day_dup_display (self->year.starts[QD_CONTRACT_YEAR_QUARTERS] - 1);

  while (place < self->entries->len && ((QdAllowanceEntry *)g_ptr_array_index (self->entries, place))->plan != NULL)
    place++;

  if (self->number == QD_INTEGER_NONE)
    /* Translators: of an accelerator; the first and last day of a year */
    return g_strdup_printf (_ ("Number %1$u in the contract year from %2$s to %3$s; how many it has is not said"),
                            place + 1,
                            first,
                            last);

  if (self->number == 0)
    /* Translators: of an accelerator; the first and last day of a year */
    return g_strdup_printf (
        _ ("Number %1$u in the contract year from %2$s to %3$s, which has none"), place + 1, first, last);

  return g_strdup_printf (_ ("Number %1$u of %2$d in the contract year from %3$s to %4$s"),
                          place + 1,
                          (int)self->number,
                          first,
                          last);
}
