/* qd-plan-follower.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"

G_BEGIN_DECLS

/* What follows from a change of the plan whose id is its key. Runs on the store's thread. */
extern const QdFollower qd_plan_follower;

gboolean                qd_plan_reschedule_func (QdDb    *db,
                                                 gpointer data,
                                                 GError **error);

G_END_DECLS
