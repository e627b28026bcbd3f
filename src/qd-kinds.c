/* qd-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-kinds"

#include "qd-kinds.h"

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-baseline.h"
#include "qd-check-item.h"
#include "qd-closure.h"
#include "qd-contact.h"
#include "qd-content-module.h"
#include "qd-escalation.h"
#include "qd-fact-edit.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-link.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-objective.h"
#include "qd-onboarding.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-private.h"
#include "qd-reference-link.h"
#include "qd-reference-mark.h"
#include "qd-reference-record.h"
#include "qd-saved-view.h"
#include "qd-schema.h"
#include "qd-switchboard-access.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-template.h"
#include "qd-tenant-contact.h"
#include "qd-tenant.h"
#include "qd-ticket.h"
#include "qd-upgrade-request.h"
#include "qd-working-calendar.h"

#define N_KINDS 32

/* Returns: (transfer none): the types, parents first */
const GType *
qd_kinds_get_types (guint *n_types)
{
  static GType types[N_KINDS];

  if (g_once_init_enter (&types[0]))
    {
      types[1] = QD_TYPE_CONTACT;
      types[2] = QD_TYPE_TEAM_MEMBER;
      types[3] = QD_TYPE_ACTIVITY;
      types[4] = QD_TYPE_HEALTH;
      types[5] = QD_TYPE_FOLLOW_UP;
      types[6] = QD_TYPE_PLAN;
      types[7] = QD_TYPE_PHASE;
      types[8] = QD_TYPE_OBJECTIVE;
      types[9] = QD_TYPE_TASK;
      types[10] = QD_TYPE_CHECK_ITEM;
      types[11] = QD_TYPE_LINK;
      types[12] = QD_TYPE_BASELINE;
      types[13] = QD_TYPE_BASELINE_TASK;
      types[14] = QD_TYPE_WORKING_CALENDAR;
      types[15] = QD_TYPE_CLOSURE;
      types[16] = QD_TYPE_ONBOARDING;
      types[17] = QD_TYPE_CONTENT_MODULE;
      types[18] = QD_TYPE_TENANT;
      types[19] = QD_TYPE_TENANT_CONTACT;
      types[20] = QD_TYPE_SWITCHBOARD_ACCESS;
      types[21] = QD_TYPE_MIGRATION_WAVE;
      types[22] = QD_TYPE_MAINTENANCE;
      types[23] = QD_TYPE_TICKET;
      types[24] = QD_TYPE_ESCALATION;
      types[25] = QD_TYPE_UPGRADE_REQUEST;
      types[26] = QD_TYPE_FACT_EDIT;
      types[27] = QD_TYPE_SAVED_VIEW;
      types[28] = QD_TYPE_TEMPLATE;
      types[29] = QD_TYPE_REFERENCE_RECORD;
      types[30] = QD_TYPE_REFERENCE_MARK;
      types[31] = QD_TYPE_REFERENCE_LINK;
      g_once_init_leave (&types[0], QD_TYPE_ACCOUNT);
    }

  *n_types = N_KINDS;

  return types;
}

/* Returns: (transfer full): where the database is unless a person names another */
char *
qd_kinds_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "quarterdeck", "quarterdeck.db", NULL);
}

/* Returns: (transfer full): see qd_schema_update() */
char **
qd_kinds_load_schema (void)
{
  return qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");
}

/**
 * qd_kinds_prepare_folder:
 * @path: of a database, or “:memory:”
 *
 * Makes the folder it is in. That of the app itself is closed to others, with all that is
 * in it; one that a person chose is as open as they like.
 */
void
qd_kinds_prepare_folder (const char *path)
{
  g_autofree char *own = qd_kinds_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_str_equal (path, ":memory:"))
    return;

  g_mkdir_with_parents (folder, 0700);

  if (g_str_equal (path, own) && qd_private_close_to_others (folder) > 0)
    g_message ("Others could read what Quarterdeck keeps of customers; now only you can");
}

/* @path: a file, or “:memory:”. See qd_store_new(). */
QdStore *
qd_kinds_open_store (const char *path)
{
  g_auto(GStrv) scripts = qd_kinds_load_schema ();

  return qd_store_new (path, (const char *const *)scripts);
}

/* Returns: the newest version of the schema */
guint
qd_kinds_get_version (void)
{
  g_auto(GStrv) scripts = qd_kinds_load_schema ();

  return g_strv_length (scripts);
}

QdPortfolio *
qd_kinds_new_portfolio (QdStore *store)
{
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  return qd_portfolio_new (store, types, n_types);
}

/* See qd_salvage_run(): with the schema and the kinds of records of this version. */
QdSalvageReport *
qd_kinds_salvage (const char   *path,
                  const char   *output,
                  int          *permille,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_auto(GStrv) scripts = qd_kinds_load_schema ();
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  return qd_salvage_run (
      path, output, (const char *const *)scripts, types, n_types, permille, cancellable, error);
}
