/* qd-support-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-escalation.h"
#include "qd-portfolio.h"
#include "qd-ticket.h"
#include "qd-upgrade-request.h"

G_BEGIN_DECLS

/* Verbs of tickets, escalations and upgrades. Each is one edit and one step to undo, and ends with
 * qd_store_edit_finish(). */

const char *qd_ticket_get_check_property (const char *key);
void        qd_ticket_set_check_async (QdTicket           *ticket,
                                       QdStore            *store,
                                       const char         *key,
                                       gboolean            done,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
void        qd_ticket_set_asked_async (QdTicket           *ticket,
                                       QdStore            *store,
                                       gboolean            asked,
                                       gint64              now,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
void        qd_escalation_log_update_async (QdEscalation       *escalation,
                                            QdStore            *store,
                                            int                 today,
                                            gint64              now,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
void        qd_upgrade_request_set_step_async (QdUpgradeRequest   *request,
                                               QdStore            *store,
                                               const char         *key,
                                               gboolean            done,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
void        qd_upgrade_request_add_async (gpointer            draft,
                                          QdStore            *store,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);

G_END_DECLS
