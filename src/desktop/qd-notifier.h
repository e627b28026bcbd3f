/* qd-notifier.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_NOTIFIER (qd_notifier_get_type ())

G_DECLARE_FINAL_TYPE (QdNotifier, qd_notifier, QD, NOTIFIER, GObject)

QdNotifier *qd_notifier_new (GApplication *app,
                             GSettings    *settings,
                             QdPortfolio  *portfolio);

G_END_DECLS
