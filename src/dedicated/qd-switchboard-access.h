/* qd-switchboard-access.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_SWITCHBOARD_ROLE_READ_ONLY,
  QD_SWITCHBOARD_ROLE_PROVISIONER,
  QD_SWITCHBOARD_ROLE_SUPPORT,
  QD_SWITCHBOARD_ROLE_MIGRATION_OPERATOR,
  QD_SWITCHBOARD_ROLE_HOSTED_RUNNER_OPERATOR,
  QD_SWITCHBOARD_ROLE_OPERATOR,
  QD_SWITCHBOARD_ROLE_TENANT_ADMIN,
  QD_SWITCHBOARD_ROLE_TENANT_READ_ONLY,
} QdSwitchboardRole;

typedef enum
{
  QD_SWITCHBOARD_ENVIRONMENT_TEST,
  QD_SWITCHBOARD_ENVIRONMENT_BETA,
  QD_SWITCHBOARD_ENVIRONMENT_PRODUCTION,
} QdSwitchboardEnvironment;

extern const QdNick qd_switchboard_roles[];
extern const QdNick qd_switchboard_environments[];

#define QD_TYPE_SWITCHBOARD_ACCESS (qd_switchboard_access_get_type ())

G_DECLARE_FINAL_TYPE (QdSwitchboardAccess, qd_switchboard_access, QD, SWITCHBOARD_ACCESS, QdRecord)

/**
 * QdSwitchboardAccess:
 *
 * That a person may look into Switchboard, or has asked to.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdSwitchboardAccess
{
  QdRecord                 parent_instance;

  gint64                   tenant;
  char                    *person;
  QdSwitchboardRole        role;
  QdSwitchboardEnvironment environment;
  int                      asked;
  int                      granted;
  int                      removed;
  char                    *request; /* a link */
  char                    *reason;
  char                    *notes;
};

G_END_DECLS
