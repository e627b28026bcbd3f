/* qd-reference-link.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_LINK (qd_reference_link_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceLink, qd_reference_link, QD, REFERENCE_LINK, QdRecord)

/**
 * QdReferenceLink:
 *
 * An entry of the reference and the one thing it is linked to: a task or a plan of an account,
 * where neither is set the account itself, or a template. When that is deleted, the link is too.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdReferenceLink
{
  QdRecord parent_instance;

  gint64   account; /* none: of a template */
  gint64   plan;
  gint64   task;
  char *template; /* the key of one */
  char *key;
};

G_END_DECLS
