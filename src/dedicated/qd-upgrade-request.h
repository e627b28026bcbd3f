/* qd-upgrade-request.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_UPGRADE_STATE_DRAFT,
  QD_UPGRADE_STATE_ASKED,
  QD_UPGRADE_STATE_REVIEWED,
  QD_UPGRADE_STATE_DONE,
  QD_UPGRADE_STATE_CANCELLED,
} QdUpgradeState;

extern const QdNick qd_upgrade_states[];

#define QD_TYPE_UPGRADE_REQUEST (qd_upgrade_request_get_type ())

G_DECLARE_FINAL_TYPE (QdUpgradeRequest, qd_upgrade_request, QD, UPGRADE_REQUEST, QdRecord)

/**
 * QdUpgradeRequest:
 *
 * That Support is asked to look over an upgrade that the customer makes itself.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdUpgradeRequest
{
  QdRecord       parent_instance;

  gint64         account;
  gint64         plan; /* (nullable): of the upgrade */
  char          *name;
  QdUpgradeState state;
  char          *from_version;
  char          *to_version;
  char          *upgrade_at; /* an instant in UTC */
  char          *time_zone;  /* IANA */
  char          *contact;
  char          *ticket;
  char          *upgrade_plan; /* the plan itself, or where it is */
  char          *rollback_plan;
  char          *done; /* keys of facts of QD_FACT_TOPIC_UPGRADE, one a line */
  char          *notes;
};

G_END_DECLS
