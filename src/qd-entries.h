/* qd-entries.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-reference.h"

G_BEGIN_DECLS

/* Entries of the reference, from anywhere in the window */

void              qd_entries_install (GtkApplicationWindow *window,
                                      AdwNavigationView    *pages,
                                      QdPortfolio          *portfolio);
QdReferenceEntry *qd_entries_find (QdReference *reference,
                                   GtkWidget   *widget);

G_END_DECLS
