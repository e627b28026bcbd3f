/* qd-follow-up-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_FOLLOW_UP_LIST (qd_follow_up_list_get_type ())

G_DECLARE_FINAL_TYPE (QdFollowUpList, qd_follow_up_list, QD, FOLLOW_UP_LIST, AdwBin)

void qd_follow_up_list_bind (QdFollowUpList *self, QdPortfolio *portfolio, QdAccount *account);
void qd_follow_up_list_focus (QdFollowUpList *self);

G_END_DECLS
