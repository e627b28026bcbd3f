/* qd-follow-up.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-follow-up"

#include "qd-follow-up.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdFollowUp, qd_follow_up, QD_TYPE_RECORD)

const QdNick qd_sides[] = {
  { "ours", N_ ("Ours") },
  { "theirs", N_ ("Theirs") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdFollowUp, account, N_ ("Account")),
  QD_COLUMN_REFERENCE (QdFollowUp, activity, N_ ("Activity"), .nullable = TRUE),
  QD_COLUMN_LINE (QdFollowUp, what, N_ ("What")),
  QD_COLUMN_ENUM (QdFollowUp, side, QdSide, qd_sides, N_ ("Side")),
  QD_COLUMN_LINE (QdFollowUp, whose, N_ ("Whose"), .nullable = TRUE),
  QD_COLUMN_DAY (QdFollowUp, due, N_ ("Due"), .nullable = TRUE),
  QD_COLUMN_DAY (QdFollowUp, done, N_ ("Done"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdFollowUp, notes, N_ ("Notes"), .nullable = TRUE),
};

static void
qd_follow_up_class_init (QdFollowUpClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "follow_up", columns, G_N_ELEMENTS (columns));
}

static void
qd_follow_up_init (QdFollowUp *self)
{
}
