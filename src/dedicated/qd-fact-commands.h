/* qd-fact-commands.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

/* What can be done to facts below a widget, as its actions “fact.…” */

void qd_fact_commands_install (GtkWidget  *widget,
                               QdFactBook *book);

G_END_DECLS
