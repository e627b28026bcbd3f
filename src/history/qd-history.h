/* qd-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-history-entry.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdHistoryQuery:
 * @account: that it is about, or 0
 * @plan: likewise
 * @table: (nullable): with @record: what it is about
 * @record: 0 for any
 * @from_day: a day of the person's own time zone; %QD_DAY_NONE for any
 * @to_day: likewise
 * @text: (nullable): in what it was called or in the name of what it is about, whatever the case
 * @before: only what came before this entry, to go on from the last one shown; 0 for the newest
 * @limit: how many there may be; 0 for 100
 *
 * Which changes are asked for. A query of zeros must have its two days set.
 */
typedef struct
{
  gint64      account;
  gint64      plan;
  const char *table;
  gint64      record;
  int         from_day;
  int         to_day;
  const char *text;
  gint64      before;
  guint       limit;
} QdHistoryQuery;

/**
 * QdHistorySince:
 *
 * What came of all changes since some time, each list of #QdHistoryLine: a field that was
 * changed twice is told once, what was added and removed again is not told.
 * @done: tasks, objectives and follow-ups that became done. @moved: other days of what was there.
 */
typedef struct
{
  GPtrArray *added;
  GPtrArray *changed;
  GPtrArray *done;
  GPtrArray *moved;
  GPtrArray *removed;
} QdHistorySince;

void            qd_history_since_free (QdHistorySince *since);

void            qd_history_find_async (QdPortfolio          *portfolio,
                                       const QdHistoryQuery *query,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray      *qd_history_find_finish (QdPortfolio  *portfolio,
                                        GAsyncResult *result,
                                        GError      **error);
void            qd_history_lines_async (QdPortfolio        *portfolio,
                                        gint64              entry,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
GPtrArray      *qd_history_lines_finish (QdPortfolio  *portfolio,
                                         GAsyncResult *result,
                                         GError      **error);
void            qd_history_revert_async (QdPortfolio        *portfolio,
                                         gint64              entry,
                                         const char         *label,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
gboolean        qd_history_revert_finish (QdPortfolio  *portfolio,
                                          GAsyncResult *result,
                                          GError      **error);
void            qd_history_since_async (QdPortfolio        *portfolio,
                                        gint64              account,
                                        gint64              since,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
QdHistorySince *qd_history_since_finish (QdPortfolio  *portfolio,
                                         GAsyncResult *result,
                                         GError      **error);
gint64          qd_history_last_call (QdPortfolio *portfolio,
                                      gint64       account);
void            qd_history_as_of_async (QdPortfolio        *portfolio,
                                        int                 day,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
QdStore        *qd_history_as_of_finish (QdPortfolio  *portfolio,
                                         GAsyncResult *result,
                                         GError      **error);
void            qd_history_first_day_async (QdPortfolio        *portfolio,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
int             qd_history_first_day_finish (QdPortfolio  *portfolio,
                                             GAsyncResult *result,
                                             GError      **error);
void            qd_history_size_async (QdPortfolio        *portfolio,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gint64          qd_history_size_finish (QdPortfolio  *portfolio,
                                        GAsyncResult *result,
                                        GError      **error);
void            qd_history_compare_async (QdPortfolio        *then,
                                          QdPortfolio        *now,
                                          gint64              account,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GPtrArray      *qd_history_compare_finish (QdPortfolio  *then,
                                           GAsyncResult *result,
                                           GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdHistorySince, qd_history_since_free)

G_END_DECLS
