/* qd-csv-mapping.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-mapping"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-csv-roster.h"

static const QdCsvTarget targets[] = {
  { "name", N_ ("Name") },
  { "codename", N_ ("Codename") },
  { "aliases", N_ ("Aliases") },
  { "domains", N_ ("E-Mail Domains") },
  { "tier", N_ ("Success Tier") },
  { "offering", N_ ("Offering") },
  { "licence", N_ ("Licence") },
  { "stage", N_ ("Lifecycle Stage") },
  { "priority", N_ ("Priority") },
  { "region", N_ ("Region") },
  { "time-zone", N_ ("Time Zone") },
  { "arr", N_ ("ARR") },
  { "currency", N_ ("Currency") },
  { "seats", N_ ("Seats") },
  { "contract-start", N_ ("Contract Start") },
  { "renewal", N_ ("Renewal") },
  { "next-step", N_ ("Next Step") },
  { "links", N_ ("Links") },
  { "notes", N_ ("Notes") },
  { "health", N_ ("Health") },
  { "csm", N_ ("Customer Success Manager") },
};

/* How Salesforce, Gainsight and people call these columns, folded. What stands
 * first for a target is the better match. */
static const struct
{
  const char *folded;
  const char *target;
} names[] = {
  { "accountname", "name" },
  { "companyname", "name" },
  { "customername", "name" },
  { "account", "name" },
  { "company", "name" },
  { "customer", "name" },
  { "name", "name" },
  { "codename", "codename" },
  { "internalreference", "codename" },
  { "aliases", "aliases" },
  { "alias", "aliases" },
  { "emaildomains", "domains" },
  { "domains", "domains" },
  { "domain", "domains" },
  { "website", "domains" },
  { "successtier", "tier" },
  { "tier", "tier" },
  { "servicetier", "tier" },
  { "offering", "offering" },
  { "deployment", "offering" },
  { "deploymenttype", "offering" },
  { "hosting", "offering" },
  { "licence", "licence" },
  { "license", "licence" },
  { "licensetype", "licence" },
  { "producttier", "licence" },
  { "plan", "licence" },
  { "lifecyclestage", "stage" },
  { "customerlifecyclestage", "stage" },
  { "stage", "stage" },
  { "priority", "priority" },
  { "csmpriority", "priority" },
  { "accountregion", "region" },
  { "region", "region" },
  { "salesregion", "region" },
  { "timezone", "time-zone" },
  { "arr", "arr" },
  { "carr", "arr" },
  { "currentarr", "arr" },
  { "annualrecurringrevenue", "arr" },
  { "atr", "arr" },
  { "currency", "currency" },
  { "arrcurrency", "currency" },
  { "accountcurrency", "currency" },
  { "currencyisocode", "currency" },
  { "seats", "seats" },
  { "licensedseats", "seats" },
  { "licensedusers", "seats" },
  { "numberoflicenses", "seats" },
  { "quantity", "seats" },
  { "users", "seats" },
  { "contractstart", "contract-start" },
  { "contractstartdate", "contract-start" },
  { "subscriptionstartdate", "contract-start" },
  { "originalcontractdate", "contract-start" },
  { "startdate", "contract-start" },
  { "renewaldate", "renewal" },
  { "nextrenewaldate", "renewal" },
  { "renewal", "renewal" },
  { "contractenddate", "renewal" },
  { "subscriptionenddate", "renewal" },
  { "closedate", "renewal" },
  { "enddate", "renewal" },
  { "nextstep", "next-step" },
  { "nextsteps", "next-step" },
  { "links", "links" },
  { "salesforcelink", "links" },
  { "url", "links" },
  { "notes", "notes" },
  { "comments", "notes" },
  { "description", "notes" },
  { "health", "health" },
  { "healthscore", "health" },
  { "overallhealth", "health" },
  { "overallscore", "health" },
  { "scorecard", "health" },
  { "csm", "csm" },
  { "customersuccessmanager", "csm" },
  { "csmname", "csm" },
  { "accountowner", NULL },
};

/* Returns: (transfer none): all targets, in the order people are offered them */
const QdCsvTarget *
qd_csv_get_targets (guint *n_targets)
{
  *n_targets = G_N_ELEMENTS (targets);

  return targets;
}

static const char *
find_target (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      if (g_str_equal (targets[i].name, name))
        return targets[i].name;
    }

  return NULL;
}

static gboolean
is_day_target (const char *target)
{
  return g_str_equal (target, "renewal") || g_str_equal (target, "contract-start");
}

/* How good a name @folded is for a column, or G_MAXUINT. */
static guint
rank_name (const char  *folded,
           const char **target)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i].folded, folded))
        {
          *target = names[i].target != NULL ? find_target (names[i].target) : NULL;
          return i;
        }
    }

  *target = NULL;

  return G_MAXUINT;
}

/* A target goes to the one column whose name fits it best. */
static void
guess_targets (QdCsvMapping     *self,
               const QdCsvTable *table)
{
  g_autofree guint *ranks = g_new (guint, MAX (self->n_columns, 1));

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *folded = qd_csv_fold (table->header[i]);

      ranks[i] = rank_name (folded, &self->targets[i]);

      for (guint j = 0; j < i && self->targets[i] != NULL; j++)
        {
          if (self->targets[j] != self->targets[i])
            continue;

          if (ranks[j] <= ranks[i])
            self->targets[i] = NULL;
          else
            self->targets[j] = NULL;
        }
    }
}

/**
 * qd_csv_mapping_new:
 *
 * Returns: (transfer full): what the names of the columns suggest
 */
QdCsvMapping *
qd_csv_mapping_new (const QdCsvTable *table)
{
  QdCsvMapping *self = g_new0 (QdCsvMapping, 1);

  self->n_columns = table->n_columns;
  self->targets = g_new0 (const char *, self->n_columns);
  self->orders = g_new0 (QdDateOrder, self->n_columns);
  self->currency = g_strdup ("USD");
  guess_targets (self, table);

  for (guint i = 0; i < self->n_columns; i++)
    self->orders[i] = qd_csv_table_find_date_order (table, i);

  return self;
}

void
qd_csv_mapping_free (QdCsvMapping *self)
{
  g_free (self->targets);
  g_free (self->orders);
  g_free (self->currency);
  g_free (self);
}

/* Whether the rows can be read: accounts have names, and dates are clear. */
gboolean
qd_csv_mapping_is_complete (const QdCsvMapping *self,
                            GError            **error)
{
  gboolean named = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->targets[i] == NULL)
        continue;

      named |= g_str_equal (self->targets[i], "name");

      if (is_day_target (self->targets[i]) && self->orders[i] == QD_DATE_ORDER_UNCLEAR)
        {
          g_set_error (error,
                       QD_CSV_ERROR,
                       QD_CSV_ERROR_NO_HEADER,
                       _ ("The dates in column %u may begin with the day or with the month: say which"),
                       i + 1);
          return FALSE;
        }
    }

  if (!named)
    g_set_error_literal (
        error, QD_CSV_ERROR, QD_CSV_ERROR_NO_HEADER, _ ("No column is the name of the account: say which is"));

  return named;
}

/* Returns: (transfer full): the mapping as text, to be remembered by the signature of its table */
char *
qd_csv_mapping_to_text (const QdCsvMapping *self)
{
  g_autoptr(GString) text = g_string_new (self->currency);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (text, "|%s:%d", self->targets[i] != NULL ? self->targets[i] : "", self->orders[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Takes what was remembered, but for the order of dates where the file itself is clear. */
void
qd_csv_mapping_take_text (QdCsvMapping *self,
                          const char   *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "|", -1);

  if (g_strv_length (parts) != self->n_columns + 1)
    return;

  g_set_str (&self->currency, parts[0]);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_auto(GStrv) pair = g_strsplit (parts[i + 1], ":", 2);

      if (g_strv_length (pair) != 2)
        continue;

      self->targets[i] = find_target (pair[0]);

      if (self->orders[i] == QD_DATE_ORDER_UNCLEAR)
        self->orders[i] = CLAMP (atoi (pair[1]), QD_DATE_ORDER_DMY, QD_DATE_ORDER_UNCLEAR);
    }
}
