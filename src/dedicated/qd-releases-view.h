/* qd-releases-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_RELEASES_VIEW (qd_releases_view_get_type ())

G_DECLARE_FINAL_TYPE (QdReleasesView, qd_releases_view, QD, RELEASES_VIEW, AdwBin)

GtkWidget *qd_releases_view_new (QdFactBook *book);
void       qd_releases_view_set_clock (QdReleasesView *self,
                                       gint64          now,
                                       GTimeZone      *mine);
void       qd_releases_view_tick (QdReleasesView *self,
                                  gint64          now);
void       qd_releases_view_set_day (QdReleasesView *self,
                                     int             day);

G_END_DECLS
