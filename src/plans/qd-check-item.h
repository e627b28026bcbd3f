/* qd-check-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_CHECK_ITEM (qd_check_item_get_type ())

G_DECLARE_FINAL_TYPE (QdCheckItem, qd_check_item, QD, CHECK_ITEM, QdRecord)

/**
 * QdCheckItem:
 *
 * A line of a task's checklist.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdCheckItem
{
  QdRecord parent_instance;

  gint64   task;
  char    *title;
  gboolean done;
  double   position;
};

G_END_DECLS
