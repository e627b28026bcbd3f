/* qd-history-look.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history-entry.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/* How the history reads on the screen: with codenames in the place of what is sealed. */

char       *qd_history_look_dup_time (gint64 time);
const char *qd_history_look_get_kind (QdHistoryEntry *entry);
char       *qd_history_look_dup_words (QdPortfolio    *portfolio,
                                       QdHistoryEntry *entry);
char       *qd_history_look_dup_account (QdPortfolio *portfolio,
                                         gint64       account);
char       *qd_history_look_dup_plan (QdPortfolio *portfolio,
                                      gint64       plan);
char       *qd_history_look_dup_record (QdPortfolio   *portfolio,
                                        QdHistoryLine *line);
char       *qd_history_look_dup_value (QdPortfolio   *portfolio,
                                       QdHistoryLine *line,
                                       gboolean       after);
char       *qd_history_look_dup_line (QdPortfolio   *portfolio,
                                      QdHistoryLine *line);
gboolean    qd_history_look_go_to (GtkWidget     *widget,
                                   QdPortfolio   *portfolio,
                                   QdHistoryLine *line);

G_END_DECLS
