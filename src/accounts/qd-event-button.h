/* qd-event-button.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_EVENT_BUTTON (qd_event_button_get_type ())

G_DECLARE_FINAL_TYPE (QdEventButton, qd_event_button, QD, EVENT_BUTTON, AdwBin)

void qd_event_button_bind (QdEventButton *self,
                           QdPortfolio   *portfolio,
                           QdAccount     *account);

G_END_DECLS
