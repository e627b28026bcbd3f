/* qd-support-forms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-minute-clock.h"

G_BEGIN_DECLS

/* The dialogs of tickets, escalations and upgrade requests. The book is of a portfolio. */

AdwDialog *qd_support_present (GtkWidget     *parent,
                               QdFactBook    *book,
                               QdMinuteClock *clock,
                               gpointer       record);
AdwDialog *qd_support_present_new (GtkWidget     *parent,
                                   QdFactBook    *book,
                                   QdMinuteClock *clock,
                                   GType          type,
                                   gint64         account);

G_END_DECLS
