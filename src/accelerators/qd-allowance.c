/* qd-allowance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-allowance"

#include "qd-allowance.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"

#define MONTHS_PER_YEAR 12
#define MONTHS_PER_QUARTER 3

/* What the tiers include in a year (Success Tiers, handbook, 2026-03-04). */
#define ADVANCED 2
#define SIGNATURE 4

static void
entry_free (QdAllowanceEntry *entry)
{
  g_clear_object (&entry->plan);
  g_free (entry);
}

static void
warning_free (QdAllowanceWarning *warning)
{
  g_free (warning->words);
  g_free (warning);
}

static int
get_year (int day)
{
  int year, month, day_of_month;

  qd_day_get_ymd (day, &year, &month, &day_of_month);

  return year;
}

/**
 * qd_contract_year_find:
 * @day: any day of it
 *
 * A contract year begins on the anniversary of the contract's start; where that is not known,
 * of its renewal; where that is not known either, it is a calendar year. What began on a
 * 29 February begins on the 28th in other years.
 */
QdContractYear
qd_contract_year_find (QdAccount *account,
                       int        day)
{
  QdContractYear self;
  int            base = account->contract_start != QD_DAY_NONE ? account->contract_start : account->renewal;
  int            n_years;

  if (base == QD_DAY_NONE)
    base = qd_day_from_ymd (get_year (day), 1, 1);

  n_years = get_year (day) - get_year (base);

  if (qd_day_add_months (base, n_years * MONTHS_PER_YEAR) > day)
    n_years--;

  for (int i = 0; i <= QD_CONTRACT_YEAR_QUARTERS; i++)
    self.starts[i] = qd_day_add_months (base, n_years * MONTHS_PER_YEAR + i * MONTHS_PER_QUARTER);

  return self;
}

/* Returns: from 1 to 4; 0 for a day that is not in the year */
int
qd_contract_year_get_quarter (const QdContractYear *self,
                              int                   day)
{
  for (int i = 0; i < QD_CONTRACT_YEAR_QUARTERS; i++)
    {
      if (day >= self->starts[i] && day < self->starts[i + 1])
        return i + 1;
    }

  return 0;
}

/* Returns: how many accelerators a contract year has: its own number, else that of the tier;
 *   %QD_INTEGER_NONE where neither is known */
gint64
qd_account_get_allowance (QdAccount *account)
{
  g_return_val_if_fail (QD_IS_ACCOUNT (account), QD_INTEGER_NONE);

  if (account->allowance != QD_INTEGER_NONE)
    return account->allowance;

  switch ((int)account->tier)
    {
    case QD_TIER_ADVANCED:
      return ADVANCED;

    case QD_TIER_SIGNATURE:
      return SIGNATURE;

    case QD_ENUM_NONE:
      return QD_INTEGER_NONE;

    case QD_TIER_ON_DEMAND:
    case QD_TIER_ESSENTIALS:
    default:
      return 0;
    }
}

static void
add_entry (QdAllowance *self,
           QdPlan      *plan,
           int          start,
           gboolean     used)
{
  QdAllowanceEntry *entry;
  int               quarter = qd_contract_year_get_quarter (&self->year, start);

  if (quarter == 0)
    return;

  entry = g_new0 (QdAllowanceEntry, 1);
  g_set_object (&entry->plan, plan);
  entry->start = start;
  entry->used = used;
  entry->quarter = quarter;
  g_ptr_array_add (self->entries, entry);
  self->used += used;
  self->planned += !used;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const QdAllowanceEntry *first = *(QdAllowanceEntry **)a;
  const QdAllowanceEntry *second = *(QdAllowanceEntry **)b;

  return (first->start > second->start) - (first->start < second->start);
}

static void
add_warning (QdAllowance           *self,
             QdAllowanceWarningKind kind,
             int                    quarter,
             char                  *words)
{
  QdAllowanceWarning *warning = g_new (QdAllowanceWarning, 1);

  *warning = (QdAllowanceWarning){ kind, quarter, words };
  g_ptr_array_add (self->warnings, warning);
}

static void
warn_of_more (QdAllowance *self)
{
  g_autofree char *first = qd_day_dup_display (self->year.starts[0]);
  g_autofree char *last = qd_day_dup_display (self->year.starts[QD_CONTRACT_YEAR_QUARTERS] - 1);
  gint64           n_more = self->number != QD_INTEGER_NONE ? (gint64)self->entries->len - self->number : 0;

  if (n_more <= 0)
    return;

  add_warning (self,
               QD_ALLOWANCE_WARNING_MORE,
               0,
               /* Translators: a number, and the first and last day of a year */
               g_strdup_printf (ngettext ("There is %1$d accelerator more than the contract year from %2$s to %3$s has",
                                          "There are %1$d accelerators more than the contract year from %2$s to %3$s has",
                                          (gulong)n_more),
                                (int)n_more,
                                first,
                                last));
}

/* One a quarter (Success Services page). */
static void
warn_of_quarters (QdAllowance *self)
{
  for (int quarter = 1; quarter <= QD_CONTRACT_YEAR_QUARTERS; quarter++)
    {
      g_autofree char *first = qd_day_dup_display (self->year.starts[quarter - 1]);
      g_autofree char *last = qd_day_dup_display (self->year.starts[quarter] - 1);
      int              n_here = 0;

      for (guint i = 0; i < self->entries->len; i++)
        n_here += ((QdAllowanceEntry *)g_ptr_array_index (self->entries, i))->quarter == quarter;

      if (n_here > 1)
        add_warning (self,
                     QD_ALLOWANCE_WARNING_QUARTER,
                     quarter,
                     /* Translators: a number, and the first and last day of a quarter */
                     g_strdup_printf (_ ("%1$d accelerators start in the quarter from %2$s to %3$s: one a quarter is usual"),
                                      n_here,
                                      first,
                                      last));
    }
}

/**
 * qd_allowance_new:
 * @plans: (nullable) (element-type QdPlan): those of @account
 * @day: any day of the contract year
 * @another: when one more would start; %QD_DAY_NONE for none
 *
 * An accelerator is used once it is active and has begun, or is closed; until then it is planned.
 */
QdAllowance *
qd_allowance_new (QdAccount *account,
                  GPtrArray *plans,
                  int        day,
                  int        today,
                  int        another)
{
  QdAllowance *self;

  g_return_val_if_fail (QD_IS_ACCOUNT (account), NULL);

  self = g_new0 (QdAllowance, 1);
  self->year = qd_contract_year_find (account, day);
  self->number = qd_account_get_allowance (account);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify)warning_free);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      QdPlan  *plan = g_ptr_array_index (plans, i);
      gboolean used = plan->status == QD_PLAN_STATUS_CLOSED ||
                      (plan->status != QD_PLAN_STATUS_DRAFT && plan->start <= today);

      if (plan->kind == QD_PLAN_KIND_ACCELERATOR && !plan->uncounted)
        add_entry (self, plan, plan->start, used);
    }

  if (another != QD_DAY_NONE)
    add_entry (self, NULL, another, FALSE);

  g_ptr_array_sort (self->entries, compare_entries);
  self->left = self->number == QD_INTEGER_NONE ? QD_INTEGER_NONE
                                               : MAX (self->number - (gint64)self->entries->len, 0);
  warn_of_more (self);
  warn_of_quarters (self);

  return self;
}

void
qd_allowance_free (QdAllowance *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}
