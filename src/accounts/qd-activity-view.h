/* qd-activity-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_ACTIVITY_VIEW (qd_activity_view_get_type ())

G_DECLARE_FINAL_TYPE (QdActivityView, qd_activity_view, QD, ACTIVITY_VIEW, AdwBin)

void qd_activity_view_bind (QdActivityView *self, QdPortfolio *portfolio, QdAccount *account);
void qd_activity_view_focus (QdActivityView *self);
void qd_activity_view_search (QdActivityView *self);

G_END_DECLS
