/* qd-health.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-health"

#include "qd-health.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdHealth, qd_health, QD_TYPE_RECORD)

const QdNick qd_health_levels[] = {
  { "green", N_ ("Green") },
  { "yellow", N_ ("Yellow") },
  { "red", N_ ("Red") },
  { "unknown", N_ ("Unknown") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdHealth, account, N_ ("Account")),
  QD_COLUMN_ENUM (QdHealth, level, QdHealthLevel, qd_health_levels, N_ ("Health")),
  QD_COLUMN_DAY (QdHealth, day, N_ ("Day")),
  QD_COLUMN_TEXT (QdHealth, reason, N_ ("Reason"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdHealth, created, N_ ("Created")),
};

static void
qd_health_class_init (QdHealthClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "health", columns, G_N_ELEMENTS (columns));
}

static void
qd_health_init (QdHealth *self)
{
}
