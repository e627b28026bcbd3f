/* qd-calendar-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-closure.h"
#include "qd-portfolio.h"
#include "qd-working-calendar.h"

G_BEGIN_DECLS

/*
 * What is done to a working calendar. One that is not in the file yet is a draft, which
 * the first change adds, in the same edit. All end with qd_store_edit_finish().
 */

QdWorkingCalendar *qd_working_calendar_new_draft (QdPortfolio *portfolio,
                                                  gint64       account);
void               qd_working_calendar_set_country_async (QdWorkingCalendar  *calendar,
                                                          QdStore            *store,
                                                          const char         *country,
                                                          GAsyncReadyCallback callback,
                                                          gpointer            user_data);
QdClosure         *qd_closure_new_draft (QdWorkingCalendar *calendar,
                                         int                today);
void               qd_closure_add_async (gpointer            draft,
                                         QdStore            *store,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
GPtrArray         *qd_working_calendar_filter_new (QdWorkingCalendar *calendar,
                                                   GPtrArray         *closures,
                                                   GPtrArray         *entries);
void               qd_working_calendar_import_async (QdWorkingCalendar  *calendar,
                                                     QdStore            *store,
                                                     GPtrArray          *entries,
                                                     GAsyncReadyCallback callback,
                                                     gpointer            user_data);

G_END_DECLS
