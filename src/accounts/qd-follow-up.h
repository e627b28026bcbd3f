/* qd-follow-up.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_SIDE_OURS,
  QD_SIDE_THEIRS,
} QdSide;

extern const QdNick qd_sides[];

#define QD_TYPE_FOLLOW_UP (qd_follow_up_get_type ())

G_DECLARE_FINAL_TYPE (QdFollowUp, qd_follow_up, QD, FOLLOW_UP, QdRecord)

/**
 * QdFollowUp:
 *
 * A promise: what was said to be done, by which side, until when.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdFollowUp
{
  QdRecord parent_instance;

  gint64   account;
  gint64   activity;
  char    *what;
  QdSide   side;
  char    *whose;
  int      due;
  int      done; /* the day it was */
  char    *notes;
};

G_END_DECLS
