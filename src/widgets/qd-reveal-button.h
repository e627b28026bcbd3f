/* qd-reveal-button.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_REVEAL_BUTTON (qd_reveal_button_get_type ())

G_DECLARE_FINAL_TYPE (QdRevealButton, qd_reveal_button, QD, REVEAL_BUTTON, GtkButton)

G_END_DECLS
