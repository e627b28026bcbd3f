/* qd-children-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_CHILDREN_BOX (qd_children_box_get_type ())

G_DECLARE_FINAL_TYPE (QdChildrenBox, qd_children_box, QD, CHILDREN_BOX, AdwBin)

/**
 * QdChildrenBoxFuncs:
 * @create: makes the row of a record; it does not change afterwards
 * @update: shows what the record holds now
 * @compare: (nullable): the order of the rows
 * @filter: (nullable): which records have a row
 */
typedef struct
{
  GtkListBoxRow *(*create) (gpointer record,
                            gpointer owner);
  void (*update) (GtkListBoxRow *row,
                  gpointer       record,
                  gpointer       owner);
  int (*compare) (gconstpointer record,
                  gconstpointer other);
  gboolean (*filter) (gpointer record,
                      gpointer owner);
} QdChildrenBoxFuncs;

void     qd_children_box_bind (QdChildrenBox            *self,
                               QdPortfolio              *portfolio,
                               GType                     type,
                               gint64                    parent,
                               const QdChildrenBoxFuncs *funcs,
                               gpointer                  owner);
void     qd_children_box_refresh (QdChildrenBox *self);
guint    qd_children_box_get_n_rows (QdChildrenBox *self);
gpointer qd_children_box_get_record (GtkListBoxRow *row);

G_END_DECLS
