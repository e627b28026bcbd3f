/* qd-account-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-batch.h"
#include "qd-health.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/*
 * What is done to accounts, each one edit and so one step to undo. Arrays hold
 * QdAccount; the verbs keep neither them nor the records. All end with
 * qd_store_edit_finish().
 */

void   qd_account_add_async (QdAccount          *draft,
                             QdStore            *store,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
gint64 qd_account_duplicate_async (QdAccount          *account,
                                   QdPortfolio        *portfolio,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
void   qd_accounts_archive_async (GPtrArray          *accounts,
                                  gboolean            archived,
                                  QdStore            *store,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
void   qd_accounts_delete_async (GPtrArray          *accounts,
                                 QdStore            *store,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
void   qd_accounts_set_async (GPtrArray          *accounts,
                              const char         *property,
                              const GValue       *value,
                              QdStore            *store,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
void   qd_accounts_judge_async (GPtrArray          *accounts,
                                QdHealthLevel       level,
                                int                 day,
                                const char         *reason,
                                QdPortfolio        *portfolio,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);

/* What a toast says of them: “3 accounts deleted”. */

char  *qd_accounts_dup_archived_words (guint    n_accounts,
                                       gboolean archived);
char  *qd_accounts_dup_deleted_words (guint n_accounts);
char  *qd_accounts_dup_changed_words (guint n_accounts);

G_END_DECLS
