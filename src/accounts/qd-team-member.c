/* qd-team-member.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-team-member"

#include "qd-team-member.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdTeamMember, qd_team_member, QD_TYPE_RECORD)

const QdNick qd_team_roles[] = {
  { "ae", N_ ("Account Executive") },
  { "sae", N_ ("Strategic Account Executive") },
  { "sa", N_ ("Solutions Architect") },
  { "csm", N_ ("Customer Success Manager") },
  { "csa", N_ ("Customer Success Architect") },
  { "ase", N_ ("Assigned Support Engineer") },
  { "cse", N_ ("Customer Success Engineer") },
  { "rm", N_ ("Renewals Manager") },
  { "ps", N_ ("Professional Services") },
  { "other", N_ ("Other") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdTeamMember, account, N_ ("Account")),
  QD_COLUMN_LINE (QdTeamMember, name, N_ ("Name")),
  QD_COLUMN_ENUM (QdTeamMember, role, QdTeamRole, qd_team_roles, N_ ("Role")),
  QD_COLUMN_LINE (QdTeamMember, email, N_ ("E-Mail"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdTeamMember, notes, N_ ("Notes"), .nullable = TRUE),
};

static void
qd_team_member_class_init (QdTeamMemberClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "team_member", columns, G_N_ELEMENTS (columns));
}

static void
qd_team_member_init (QdTeamMember *self)
{
}
