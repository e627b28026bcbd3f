/* qd-activity-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-activity.h"

G_BEGIN_DECLS

char *qd_activity_dup_text (gpointer activity);

G_END_DECLS
