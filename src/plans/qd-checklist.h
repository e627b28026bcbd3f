/* qd-checklist.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

#define QD_TYPE_CHECKLIST (qd_checklist_get_type ())

G_DECLARE_FINAL_TYPE (QdChecklist, qd_checklist, QD, CHECKLIST, AdwPreferencesGroup)

void qd_checklist_bind (QdChecklist *self,
                        QdPortfolio *portfolio,
                        QdTask      *task);

G_END_DECLS
