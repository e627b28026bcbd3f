/* qd-roster.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER (qd_roster_get_type ())

G_DECLARE_FINAL_TYPE (QdRoster, qd_roster, QD, ROSTER, GObject)

QdRoster       *qd_roster_new (QdPortfolio *portfolio,
                               int          today,
                               gboolean     show_codenames);
QdPortfolio    *qd_roster_get_portfolio (QdRoster *self);
int             qd_roster_get_today (QdRoster *self);
void            qd_roster_set_today (QdRoster *self,
                                     int       today);
void            qd_roster_set_show_codenames (QdRoster *self,
                                              gboolean  show_codenames);
QdAccountFacts *qd_roster_lookup (QdRoster *self,
                                  gint64    account);

G_END_DECLS
