/* qd-preferences.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_PREFERENCES (qd_preferences_get_type ())

G_DECLARE_FINAL_TYPE (QdPreferences, qd_preferences, QD, PREFERENCES, AdwPreferencesDialog)

AdwDialog *qd_preferences_new (GSettings   *settings,
                               QdPortfolio *portfolio);

G_END_DECLS
