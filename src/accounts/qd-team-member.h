/* qd-team-member.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_TEAM_ROLE_AE,
  QD_TEAM_ROLE_SAE,
  QD_TEAM_ROLE_SA,
  QD_TEAM_ROLE_CSM,
  QD_TEAM_ROLE_CSA,
  QD_TEAM_ROLE_ASE,
  QD_TEAM_ROLE_CSE,
  QD_TEAM_ROLE_RM,
  QD_TEAM_ROLE_PS,
  QD_TEAM_ROLE_OTHER,
} QdTeamRole;

extern const QdNick qd_team_roles[];

#define QD_TYPE_TEAM_MEMBER (qd_team_member_get_type ())

G_DECLARE_FINAL_TYPE (QdTeamMember, qd_team_member, QD, TEAM_MEMBER, QdRecord)

/**
 * QdTeamMember:
 *
 * A colleague who works on the account.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdTeamMember
{
  QdRecord   parent_instance;

  gint64     account;
  char      *name;
  QdTeamRole role;
  char      *email;
  char      *notes;
};

G_END_DECLS
