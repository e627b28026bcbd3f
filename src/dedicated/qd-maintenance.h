/* qd-maintenance.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_MAINTENANCE_KIND_EMERGENCY,
  QD_MAINTENANCE_KIND_OUT_OF_BAND,
  QD_MAINTENANCE_KIND_MOVED,
  QD_MAINTENANCE_KIND_LEFT_OUT,
} QdMaintenanceKind;

extern const QdNick qd_maintenance_kinds[];

#define QD_TYPE_MAINTENANCE (qd_maintenance_get_type ())

G_DECLARE_FINAL_TYPE (QdMaintenance, qd_maintenance, QD, MAINTENANCE, QdRecord)

/**
 * QdMaintenance:
 *
 * Maintenance of one tenant that is not as its windows say: emergency (for security), out of band (anything
 * else off its window), moved to another time, or left out.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdMaintenance
{
  QdRecord          parent_instance;

  gint64            tenant;
  QdMaintenanceKind kind;
  char             *begins_at; /* an instant in UTC; of what is left out: the window */
  char             *ends_at;   /* an instant in UTC */
  char             *version;   /* that the tenant has from then on */
  char             *reason;
  char             *ticket; /* the number of it */
  char             *notes;
};

G_END_DECLS
