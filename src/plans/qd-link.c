/* qd-link.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-link"

#include "qd-link.h"

#include <glib/gi18n.h>

#include "qd-duration.h"
#include "qd-schedule-edits.h"

G_DEFINE_FINAL_TYPE (QdLink, qd_link, QD_TYPE_RECORD)

const QdNick qd_link_kinds[] = {
  { "fs", N_ ("Finish to Start") },
  { "ss", N_ ("Start to Start") },
  { "ff", N_ ("Finish to Finish") },
  { "sf", N_ ("Start to Finish") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdLink, plan, N_ ("Plan")),
  QD_COLUMN_REFERENCE (QdLink, predecessor, N_ ("Predecessor")),
  QD_COLUMN_REFERENCE (QdLink, successor, N_ ("Successor")),
  QD_COLUMN_ENUM (QdLink, kind, QdLinkKind, qd_link_kinds, N_ ("Kind")),
  QD_COLUMN_INTEGER (QdLink, lag, N_ ("Lag")),
  QD_COLUMN_BOOLEAN (QdLink, elapsed, N_ ("Elapsed")),
};

static gboolean
qd_link_check (gpointer draft,
               GError **error)
{
  QdLink *self = draft;

  if (self->predecessor == self->successor)
    {
      g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("A task cannot wait for itself"));
      return FALSE;
    }

  if (ABS (self->lag) > QD_DURATION_LONGEST)
    {
      g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Lag” must not be longer than ten years"));
      return FALSE;
    }

  return TRUE;
}

static void
qd_link_class_init (QdLinkClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "link", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_link_check;
  QD_RECORD_CLASS (klass)->follow = qd_link_follow;
}

static void
qd_link_init (QdLink *self)
{
}
