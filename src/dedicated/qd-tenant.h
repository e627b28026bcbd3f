/* qd-tenant.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_INSTANCE_STATUS_NORMAL,
  QD_INSTANCE_STATUS_SERVICE_DISRUPTION,
  QD_INSTANCE_STATUS_DEGRADED_PERFORMANCE,
} QdInstanceStatus;

extern const QdNick qd_instance_statuses[];

#define QD_TYPE_TENANT (qd_tenant_get_type ())

G_DECLARE_FINAL_TYPE (QdTenant, qd_tenant, QD, TENANT, QdRecord)

/**
 * QdTenant:
 *
 * An instance of GitLab Dedicated: what Switchboard says of it, and what was agreed about it.
 *
 * What is locked once it was created, the facts of %QD_FACT_TOPIC_FIELD say.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdTenant
{
  QdRecord         parent_instance;

  gint64           account;
  char            *name;
  char            *url;
  char            *identifier;
  char            *codename_source; /* who or what gave the codename: it is never made up */
  QdInstanceStatus status;
  char            *version;            /* as Switchboard shows it */
  int              version_day;        /* the day that it was seen */
  char            *maintenance_window; /* the key of a fact of QD_FACT_TOPIC_WINDOW */
  char            *primary_region;
  char            *primary_zones; /* ids of availability zones, with commas */
  char            *secondary_region;
  char            *secondary_zones;
  char            *backup_region;
  char            *reference_architecture;
  gint64           users;
  gint64           storage;            /* GiB, as was bought */
  gint64           repository_storage; /* GiB */
  gboolean         byok;
  char            *kms_keys; /* ARNs, one a line */
  gboolean         geo;
  char            *hosted_runners;
  gboolean         preproduction; /* whether there is one beside it */
  gboolean         government;
  char            *edition;
  char            *support_organisation;
  char            *aws_accounts;
  int              created_on; /* from then on some fields are locked */
  char            *inputs;     /* keys of facts of QD_FACT_TOPIC_ONBOARDING, one a line */
  char            *notes;
};

G_END_DECLS
