/* qd-as-of.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

/**
 * QdAsOf:
 * @path: of the file that a store has open
 * @day: at the end of which
 *
 * Which state of a file is asked for.
 */
typedef struct
{
  char *path;
  int   day;
} QdAsOf;

QdAsOf  *qd_as_of_new (const char *path,
                       int         day);
void     qd_as_of_free (QdAsOf *self);
gboolean qd_as_of_fill (QdDb    *db,
                        gpointer as_of,
                        GError **error);

G_END_DECLS
