/* qd-places.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdRoom:
 * @tag: its place, see qd_places_show()
 *
 * One of the rooms in the sidebar.
 */
typedef struct
{
  const char *tag;
  const char *title;
  const char *icon;
} QdRoom;

/**
 * QdPlaces:
 *
 * Where one can be in the window: a page for each room, and on it those of the records that
 * were opened from there. Every page is tagged with its place, so that it can be found again.
 */
typedef struct _QdPlaces QdPlaces;

const QdRoom            *qd_places_get_rooms (guint *n_rooms);

QdPlaces                *qd_places_new (GtkApplicationWindow *window,
                                        AdwNavigationView    *pages,
                                        QdPortfolio          *portfolio);
void                     qd_places_free (QdPlaces *self);
void                     qd_places_fill (QdPlaces *self);
void                     qd_places_show_room (QdPlaces   *self,
                                              const char *tag);
void                     qd_places_show (QdPlaces   *self,
                                         const char *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPlaces, qd_places_free)

G_END_DECLS
