/* qd-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-template"

#include "qd-template.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdTemplate, qd_template, QD_TYPE_RECORD)

static const QdColumn columns[] = {
  QD_COLUMN_LINE (QdTemplate, name, N_ ("Name")),
  QD_COLUMN_TEXT (QdTemplate, body, N_ ("Template")),
};

static void
qd_template_class_init (QdTemplateClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "template", columns, G_N_ELEMENTS (columns));
}

static void
qd_template_init (QdTemplate *self)
{
}
