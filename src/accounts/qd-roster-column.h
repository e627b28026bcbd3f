/* qd-roster-column.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account-facts.h"

G_BEGIN_DECLS

typedef enum
{
  QD_ROSTER_COLUMN_NAME,
  QD_ROSTER_COLUMN_TIER,
  QD_ROSTER_COLUMN_OFFERING,
  QD_ROSTER_COLUMN_STAGE,
  QD_ROSTER_COLUMN_HEALTH,
  QD_ROSTER_COLUMN_LAST_CONTACT,
  QD_ROSTER_COLUMN_NEXT_STEP,
  QD_ROSTER_COLUMN_FOLLOW_UPS,
  QD_ROSTER_COLUMN_PROGRESS,
  QD_ROSTER_COLUMN_RENEWAL,
  QD_ROSTER_COLUMN_ARR,
  QD_ROSTER_COLUMN_REGION,
  QD_ROSTER_COLUMN_PRIORITY,
  QD_ROSTER_COLUMN_SEATS,
  QD_ROSTER_COLUMN_TEAM,
  QD_ROSTER_N_COLUMNS
} QdRosterColumn;

extern const QdNick qd_roster_columns[];

/* What each column of the roster says of an account, in words and in order. */

char               *qd_roster_column_dup_text (QdRosterColumn  column,
                                               QdAccountFacts *facts,
                                               int             today);
char               *qd_roster_column_dup_tooltip (QdRosterColumn  column,
                                                  QdAccountFacts *facts,
                                                  int             today);
gboolean            qd_roster_column_is_number (QdRosterColumn column);
int                 qd_roster_column_compare (QdRosterColumn  column,
                                              gboolean        descending,
                                              QdAccountFacts *a,
                                              QdAccountFacts *b);
char               *qd_roster_dup_sentence (QdAccountFacts *facts,
                                            int             today);

G_END_DECLS
