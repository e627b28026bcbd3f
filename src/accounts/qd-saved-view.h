/* qd-saved-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_VIEW_ROOM_ACCOUNTS,
  QD_VIEW_ROOM_PLANS,
  QD_VIEW_ROOM_TIMELINE,
  QD_VIEW_ROOM_ACCELERATORS,
} QdViewRoom;

extern const QdNick qd_view_rooms[];

#define QD_TYPE_SAVED_VIEW (qd_saved_view_get_type ())

G_DECLARE_FINAL_TYPE (QdSavedView, qd_saved_view, QD, SAVED_VIEW, QdRecord)

/**
 * QdSavedView:
 *
 * A way to look at a list that a person named and kept.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdSavedView
{
  QdRecord   parent_instance;

  char      *name;
  QdViewRoom room;
  char      *body;
  double     position;
};

G_END_DECLS
