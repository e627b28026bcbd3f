/* qd-account.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

/* What a customer has bought of Customer Success. */
typedef enum
{
  QD_TIER_ON_DEMAND,
  QD_TIER_ESSENTIALS,
  QD_TIER_ADVANCED,
  QD_TIER_SIGNATURE,
} QdTier;

typedef enum
{
  QD_OFFERING_GITLAB_COM,
  QD_OFFERING_SELF_MANAGED,
  QD_OFFERING_DEDICATED,
  QD_OFFERING_DEDICATED_GOVERNMENT,
} QdOffering;

typedef enum
{
  QD_LICENCE_PREMIUM,
  QD_LICENCE_ULTIMATE,
} QdLicence;

/* Lifecycle stages, as the health score triage names them. */
typedef enum
{
  QD_STAGE_ONBOARDING,
  QD_STAGE_IMPLEMENTATION,
  QD_STAGE_ADOPTION,
  QD_STAGE_OPTIMIZE_AND_GROW,
  QD_STAGE_WILL_CHURN,
} QdStage;

typedef enum
{
  QD_PRIORITY_PR1,
  QD_PRIORITY_PR2,
  QD_PRIORITY_PR3,
  QD_PRIORITY_PR4,
} QdPriority;

typedef enum
{
  QD_REGION_AMER,
  QD_REGION_EMEA,
  QD_REGION_EMEA_NORTH,
  QD_REGION_EMEA_SOUTH,
  QD_REGION_EMEA_DACH,
  QD_REGION_EMEA_META,
  QD_REGION_APJ,
} QdRegion;

/**
 * QdSeal:
 * @QD_SEAL_STRICT: its names, domains and people are not for those who know it by its codename
 * @QD_SEAL_OFF: it is called by its name
 * @QD_SEAL_CUSTOM: some of that
 *
 * The policy for what identifies a customer. None is the usual one of its offering, see
 * qd_account_get_usual_seal().
 */
typedef enum
{
  QD_SEAL_STRICT,
  QD_SEAL_OFF,
  QD_SEAL_CUSTOM,
} QdSeal;

/**
 * QdStarRule:
 * @QD_STAR_RULE_PAGE: that of the page of Support, which asks for more
 * @QD_STAR_RULE_THUMB: that which is told to those who look after Dedicated customers
 *
 * When Support may be asked for attention to a ticket.
 */
typedef enum
{
  QD_STAR_RULE_PAGE,
  QD_STAR_RULE_THUMB,
} QdStarRule;

extern const QdNick qd_tiers[];
extern const QdNick qd_offerings[];
extern const QdNick qd_licences[];
extern const QdNick qd_stages[];
extern const QdNick qd_priorities[];
extern const QdNick qd_regions[];
extern const QdNick qd_seals[];
extern const QdNick qd_star_rules[];

#define QD_TYPE_ACCOUNT (qd_account_get_type ())

G_DECLARE_FINAL_TYPE (QdAccount, qd_account, QD, ACCOUNT, QdRecord)

/**
 * QdAccount:
 *
 * A customer: the company, what it bought, when it renews and what comes next.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdAccount
{
  QdRecord   parent_instance;

  char      *name;
  char      *codename;
  char      *aliases;
  char      *domains;
  QdTier     tier;
  QdOffering offering;
  QdLicence  licence;
  QdStage    stage;
  QdPriority priority;
  QdRegion   region;
  char      *time_zone;
  gint64     arr;      /* minor units of currency */
  char      *currency; /* ISO 4217 */
  gint64     seats;
  int        contract_start;
  int        renewal;
  char      *next_step;
  char      *links; /* one a line */
  char      *notes;
  gboolean   archived;
  gint64     allowance; /* accelerators in a contract year, where it is not that of the tier */
  QdSeal     seal;
  char      *sealed;    /* of a custom seal: see qd_seal_parse_parts() */
  QdStarRule star_rule; /* none: that of the page */
};

G_END_DECLS
