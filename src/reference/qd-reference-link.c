/* qd-reference-link.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-link"

#include "qd-reference-link.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdReferenceLink, qd_reference_link, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdReferenceLink, account, N_ ("Account"), .nullable = TRUE),
  QD_COLUMN_REFERENCE (QdReferenceLink, plan, N_ ("Plan"), .nullable = TRUE),
  QD_COLUMN_REFERENCE (QdReferenceLink, task, N_ ("Task"), .nullable = TRUE),
  QD_COLUMN_LINE (QdReferenceLink, template, N_ ("Template"), .nullable = TRUE),
  QD_COLUMN_LINE (QdReferenceLink, key, N_ ("Key")),
};

static gboolean
qd_reference_link_check (gpointer draft,
                         GError **error)
{
  QdReferenceLink *self = draft;

  if ((self->account != 0) + (self->template != NULL) == 1 && (self->plan == 0 || self->task == 0) &&
      (self->account != 0 || (self->plan == 0 && self->task == 0)))
    return TRUE;

  g_set_error_literal (error,
                       QD_RECORD_ERROR,
                       QD_RECORD_ERROR_RULE,
                       _ ("An entry is linked to an account, one plan or task of it, or a template; nothing was changed"));

  return FALSE;
}

static void
qd_reference_link_class_init (QdReferenceLinkClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "reference_link", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_reference_link_check;
}

static void
qd_reference_link_init (QdReferenceLink *self)
{
}
