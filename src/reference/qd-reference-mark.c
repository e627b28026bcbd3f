/* qd-reference-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-mark"

#include "qd-reference-mark.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdReferenceMark, qd_reference_mark, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_LINE (QdReferenceMark, key, N_ ("Key")),
  QD_COLUMN_BOOLEAN (QdReferenceMark, favourite, N_ ("Favourite")),
  QD_COLUMN_TEXT (QdReferenceMark, notes, N_ ("Notes"), .nullable = TRUE),
  QD_COLUMN_DAY (QdReferenceMark, checked, N_ ("Checked"), .nullable = TRUE),
};

static void
qd_reference_mark_class_init (QdReferenceMarkClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "reference_mark", columns, G_N_ELEMENTS (columns));
}

static void
qd_reference_mark_init (QdReferenceMark *self)
{
}
