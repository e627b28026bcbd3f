/* qd-reference-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_MARK (qd_reference_mark_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceMark, qd_reference_mark, QD, REFERENCE_MARK, QdRecord)

/**
 * QdReferenceMark:
 *
 * What a person keeps of an entry of the reference beside what it says: an entry that
 * ships may have one as well as an own.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdReferenceMark
{
  QdRecord parent_instance;

  char    *key;
  gboolean favourite;
  char    *notes;
  int      checked; /* the day it was found to hold still */
};

G_END_DECLS
