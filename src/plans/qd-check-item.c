/* qd-check-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-check-item"

#include "qd-check-item.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdCheckItem, qd_check_item, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdCheckItem, task, N_ ("Task")),
  QD_COLUMN_LINE (QdCheckItem, title, N_ ("Title")),
  QD_COLUMN_BOOLEAN (QdCheckItem, done, N_ ("Done")),
  QD_COLUMN_REAL (QdCheckItem, position, N_ ("Position")),
};

static void
qd_check_item_class_init (QdCheckItemClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "check_item", columns, G_N_ELEMENTS (columns));
}

static void
qd_check_item_init (QdCheckItem *self)
{
}
