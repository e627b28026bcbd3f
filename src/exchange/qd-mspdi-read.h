/* qd-mspdi-read.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-outline.h"

G_BEGIN_DECLS

/* Files of Microsoft Project, back into a plan. */

QdPlanOutline *qd_mspdi_read (GBytes  *bytes,
                              GStrv   *notes,
                              GError **error);

G_END_DECLS
