/* qd-as-of.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdAsOf:
 * @path: of the file that a store has open
 * @day: at the end of which
 * @mend: (nullable): what is to be otherwise than it was; the present is attached as “source”
 *
 * Which state of a file is asked for.
 */
typedef struct
{
  char      *path;
  int        day;
  QdEditFunc mend;
} QdAsOf;

QdAsOf  *qd_as_of_new (const char *path,
                       int         day,
                       QdEditFunc  mend);
void     qd_as_of_free (QdAsOf *self);
gboolean qd_as_of_fill (QdDb    *db,
                        gpointer as_of,
                        GError **error);

G_END_DECLS
