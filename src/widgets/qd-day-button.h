/* qd-day-button.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_DAY_BUTTON (qd_day_button_get_type ())

G_DECLARE_FINAL_TYPE (QdDayButton, qd_day_button, QD, DAY_BUTTON, AdwBin)

GtkWidget *qd_day_button_new (const char *field);

G_END_DECLS
