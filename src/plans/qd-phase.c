/* qd-phase.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-phase"

#include "qd-phase.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdPhase, qd_phase, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdPhase, plan, N_ ("Plan")),
  QD_COLUMN_LINE (QdPhase, name, N_ ("Name")),
  QD_COLUMN_INTEGER (QdPhase, first, N_ ("First Day")),
  QD_COLUMN_INTEGER (QdPhase, last, N_ ("Last Day")),
  QD_COLUMN_REAL (QdPhase, position, N_ ("Position")),
};

static gboolean
qd_phase_check (gpointer draft,
                GError **error)
{
  QdPhase *self = draft;

  if (self->last < self->first)
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Last Day” must not be before “First Day”"));
      return FALSE;
    }

  return TRUE;
}

static void
qd_phase_class_init (QdPhaseClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "phase", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_phase_check;
}

static void
qd_phase_init (QdPhase *self)
{
}
