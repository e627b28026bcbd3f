/* qd-fold.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdFoldFlags:
 * @QD_FOLD_START: a word begins here
 * @QD_FOLD_GAP: something that is no letter lies before it
 * @QD_FOLD_APART: so much lies before it that what came before has nothing to do with it
 * @QD_FOLD_UPPER: it was in upper case
 * @QD_FOLD_MORE: it is not the first byte of its character
 */
typedef enum
{
  QD_FOLD_START = 1 << 0,
  QD_FOLD_GAP = 1 << 1,
  QD_FOLD_APART = 1 << 2,
  QD_FOLD_UPPER = 1 << 3,
  QD_FOLD_MORE = 1 << 4,
} QdFoldFlags;

/**
 * QdFold:
 * @bytes: letters and digits alone, in UTF-8, without case and accents
 * @flags: for each byte of @bytes, #QdFoldFlags
 * @starts: where in the text the character is that it comes from
 * @ends: where that character ends, with the accents and what is not seen of it
 *
 * A text as it is compared. What “%20” of an address, “&amp;” of a mark-up and “\u00e9” of JSON
 * stand for is read as well, so that a name is found in a file as it is found in what the file says.
 */
typedef struct
{
  char    *bytes;
  guint8  *flags;
  guint32 *starts;
  guint32 *ends;
  gsize    length;
  gsize    size;
} QdFold;

QdFold  *qd_fold_new (const char *text,
                      gssize      length);
void     qd_fold_free (QdFold *self);
gboolean qd_fold_is_end (const QdFold *self,
                         gsize         index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFold, qd_fold_free)

G_END_DECLS
