/* qd-content-module.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-content-module"

#include "qd-content-module.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdContentModule, qd_content_module, QD_TYPE_RECORD)

const QdNick qd_module_categories[] = {
  { "ci-cd", N_ ("CI/CD") },
  { "security-compliance", N_ ("Security and Compliance") },
  { "agile-planning", N_ ("Agile Planning") },
  { "ai-ml", N_ ("AI/ML") },
  { "system-administration", N_ ("System Administration") },
  { NULL },
};

const QdNick qd_module_kinds[] = {
  { "session", N_ ("Session") },
  { "lab", N_ ("Lab") },
  { "deep-dive", N_ ("Deep Dive") },
  { "programme", N_ ("Programme") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_LINE (QdContentModule, key, N_ ("Key")),
  QD_COLUMN_ENUM (QdContentModule, category, QdModuleCategory, qd_module_categories, N_ ("Category")),
  QD_COLUMN_LINE (QdContentModule, name, N_ ("Name")),
  QD_COLUMN_TEXT (QdContentModule, description, N_ ("Description"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdContentModule, outcome, N_ ("Outcome"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdContentModule, kind, QdModuleKind, qd_module_kinds, N_ ("Kind")),
  QD_COLUMN_ENUM (QdContentModule, accelerator, QdAccelerator, qd_accelerators, N_ ("Accelerator Type"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdContentModule, duration, N_ ("Duration in Working Minutes"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdContentModule, phases, N_ ("Phases"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdContentModule, tasks, N_ ("Tasks"), .nullable = TRUE),
  QD_COLUMN_LINE (QdContentModule, deliverable, N_ ("Deliverable"), .nullable = TRUE),
  QD_COLUMN_LINE (QdContentModule, source, N_ ("Source"), .nullable = TRUE),
  QD_COLUMN_DAY (QdContentModule, checked, N_ ("Checked"), .nullable = TRUE),
  QD_COLUMN_REAL (QdContentModule, position, N_ ("Position")),
};

static gboolean
qd_content_module_check (gpointer draft,
                         GError **error)
{
  QdContentModule *self = draft;

  if (self->duration == QD_INTEGER_NONE || self->duration >= 0)
    return TRUE;

  g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Duration in Working Minutes” must not be less than 0"));

  return FALSE;
}

static void
qd_content_module_class_init (QdContentModuleClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "content_module", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_content_module_check;
}

static void
qd_content_module_init (QdContentModule *self)
{
}
