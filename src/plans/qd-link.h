/* qd-link.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"
#include "qd-schedule.h"

G_BEGIN_DECLS

extern const QdNick qd_link_kinds[];

#define QD_TYPE_LINK (qd_link_get_type ())

G_DECLARE_FINAL_TYPE (QdLink, qd_link, QD, LINK, QdRecord)

/**
 * QdLink:
 *
 * What ties one task of a plan to another: the successor waits for the predecessor.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdLink
{
  QdRecord   parent_instance;

  gint64     plan;
  gint64     predecessor;
  gint64     successor;
  QdLinkKind kind;
  gint64     lag;     /* minutes between the two; less than 0 for a lead */
  gboolean   elapsed; /* whether they run day and night, rather than in working time */
};

G_END_DECLS
