/* qd-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account"

#include "qd-account.h"

#include <glib/gi18n.h>

#include "qd-money.h"
#include "qd-seal.h"
#include "qd-zone.h"

G_DEFINE_FINAL_TYPE (QdAccount, qd_account, QD_TYPE_RECORD)

const QdNick qd_tiers[] = {
  { "on-demand", N_ ("On-Demand") },
  { "essentials", N_ ("Essentials") },
  { "advanced", N_ ("Advanced") },
  { "signature", N_ ("Signature") },
  { NULL },
};

const QdNick qd_offerings[] = {
  { "gitlab-com", N_ ("GitLab.com") },
  { "self-managed", N_ ("Self-managed") },
  { "dedicated", N_ ("Dedicated") },
  { "dedicated-government", N_ ("Dedicated for Government") },
  { NULL },
};

const QdNick qd_licences[] = {
  { "premium", N_ ("Premium") },
  { "ultimate", N_ ("Ultimate") },
  { NULL },
};

const QdNick qd_stages[] = {
  { "onboarding", N_ ("Onboarding") },
  { "implementation", N_ ("Implementation") },
  { "adoption", N_ ("Adoption") },
  { "optimize-and-grow", N_ ("Optimize and Grow") },
  { "will-churn", N_ ("Will Churn") },
  { NULL },
};

const QdNick qd_priorities[] = {
  { "pr1", N_ ("Priority 1") },
  { "pr2", N_ ("Priority 2") },
  { "pr3", N_ ("Priority 3") },
  { "pr4", N_ ("Priority 4") },
  { NULL },
};

const QdNick qd_regions[] = {
  { "amer", N_ ("AMER") },
  { "emea", N_ ("EMEA") },
  { "emea-north", N_ ("EMEA North") },
  { "emea-south", N_ ("EMEA South") },
  { "emea-dach", N_ ("EMEA DACH") },
  { "emea-meta", N_ ("EMEA META") },
  { "apj", N_ ("APJ") },
  { NULL },
};

const QdNick qd_seals[] = {
  { "strict", N_ ("Strict") },
  { "off", N_ ("Off") },
  { "custom", N_ ("Custom") },
  { NULL },
};

const QdNick qd_star_rules[] = {
  { "page", N_ ("As the Page of Support Says") },
  { "rule-of-thumb", N_ ("Rule of Thumb for Dedicated") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_LINE (QdAccount, name, N_ ("Name")),
  QD_COLUMN_LINE (QdAccount, codename, N_ ("Codename"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdAccount, aliases, N_ ("Aliases"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdAccount, domains, N_ ("E-Mail Domains"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, tier, QdTier, qd_tiers, N_ ("Success Tier"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, offering, QdOffering, qd_offerings, N_ ("Offering"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, licence, QdLicence, qd_licences, N_ ("Licence"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, stage, QdStage, qd_stages, N_ ("Lifecycle Stage"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, priority, QdPriority, qd_priorities, N_ ("Priority"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, region, QdRegion, qd_regions, N_ ("Region"), .nullable = TRUE),
  QD_COLUMN_LINE (QdAccount, time_zone, N_ ("Time Zone"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdAccount, arr, N_ ("ARR"), .nullable = TRUE),
  QD_COLUMN_LINE (QdAccount, currency, N_ ("Currency"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdAccount, seats, N_ ("Seats"), .nullable = TRUE),
  QD_COLUMN_DAY (QdAccount, contract_start, N_ ("Contract Start"), .nullable = TRUE),
  QD_COLUMN_DAY (QdAccount, renewal, N_ ("Renewal"), .nullable = TRUE),
  QD_COLUMN_LINE (QdAccount, next_step, N_ ("Next Step"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdAccount, links, N_ ("Links"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdAccount, notes, N_ ("Notes"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdAccount, archived, N_ ("Archived")),
  QD_COLUMN_INTEGER (QdAccount, allowance, N_ ("Accelerators a Year"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, seal, QdSeal, qd_seals, N_ ("Codename Policy"), .nullable = TRUE),
  QD_COLUMN_LINE (QdAccount, sealed, N_ ("Sealed"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdAccount, star_rule, QdStarRule, qd_star_rules, N_ ("Rule for Attention Requests"), .nullable = TRUE),
};

static gboolean
qd_account_check (gpointer draft,
                  GError **error)
{
  QdAccount *self = draft;
  guint      parts;

  if (!qd_seal_parse_parts (self->sealed, &parts))
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Sealed” must be some of: name aliases domains people"));
      return FALSE;
    }

  if (self->renewal != QD_DAY_NONE && self->contract_start != QD_DAY_NONE && self->renewal < self->contract_start)
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Renewal” must not be before “Contract Start”"));
      return FALSE;
    }

  if (self->allowance != QD_INTEGER_NONE && (self->allowance < 0 || self->allowance > 99))
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Accelerators a Year” must be between 0 and 99"));
      return FALSE;
    }

  if ((self->arr != QD_INTEGER_NONE && self->arr < 0) || (self->seats != QD_INTEGER_NONE && self->seats < 0))
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“ARR” and “Seats” must not be less than 0"));
      return FALSE;
    }

  return qd_money_check_currency (self->currency, error) && qd_zone_check (self->time_zone, error);
}

static void
qd_account_class_init (QdAccountClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "account", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_account_check;
}

static void
qd_account_init (QdAccount *self)
{
}
