/* qd-reference-difference.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-reference-entry.h"

G_BEGIN_DECLS

/* What became of a line: it is in both texts, in the first alone, in the second alone. */
typedef enum
{
  QD_REFERENCE_LINE_SAME,
  QD_REFERENCE_LINE_REMOVED,
  QD_REFERENCE_LINE_ADDED,
} QdReferenceLineKind;

typedef struct
{
  QdReferenceLineKind kind;
  char               *text;
} QdReferenceLine;

/**
 * QdReferenceDifference:
 * @column: the name of the column, such as “body”
 * @label: of the column, translated
 * @lines: (element-type QdReferenceLine): what both say, in the order of the texts
 *
 * Where two texts of an entry differ.
 */
typedef struct
{
  const char *column;
  const char *label;
  GArray     *lines;
} QdReferenceDifference;

void       qd_reference_difference_free (QdReferenceDifference *self);
GArray    *qd_reference_compare_lines (const char *first,
                                       const char *second);
GPtrArray *qd_reference_compare (QdReferenceEntry *first,
                                 QdReferenceEntry *second);

G_END_DECLS
