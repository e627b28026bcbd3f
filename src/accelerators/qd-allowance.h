/* qd-allowance.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-plan.h"

G_BEGIN_DECLS

#define QD_CONTRACT_YEAR_QUARTERS 4

/**
 * QdContractYear:
 * @starts: the first day of each quarter, and of the year after
 *
 * A year of a contract, from its anniversary on.
 */
typedef struct
{
  int starts[QD_CONTRACT_YEAR_QUARTERS + 1];
} QdContractYear;

/**
 * QdAllowanceEntry:
 * @plan: (nullable): owned; none for one that is only asked about
 * @used: whether it has begun, or is over; else it is planned
 * @quarter: of the contract year, from 1 to 4, in which it starts
 *
 * One of the contract's accelerators.
 */
typedef struct
{
  QdPlan  *plan;
  int      start;
  gboolean used;
  int      quarter;
} QdAllowanceEntry;

typedef enum
{
  QD_ALLOWANCE_WARNING_MORE,    /* than the contract year has */
  QD_ALLOWANCE_WARNING_QUARTER, /* more than one start in it */
} QdAllowanceWarningKind;

/**
 * QdAllowanceWarning:
 * @quarter: from 1 to 4; 0 where it is about the year
 * @words: a sentence for people
 */
typedef struct
{
  QdAllowanceWarningKind kind;
  int                    quarter;
  char                  *words;
} QdAllowanceWarning;

/**
 * QdAllowance:
 * @number: how many accelerators the contract year has; %QD_INTEGER_NONE where that is not known
 * @left: how many of them are neither used nor planned; %QD_INTEGER_NONE where that is not known
 * @entries: (element-type QdAllowanceEntry): by when they start
 * @warnings: (element-type QdAllowanceWarning):
 *
 * How many accelerators an account has in a contract year, and what became of them. It
 * warns, and forbids nothing.
 */
typedef struct
{
  QdContractYear year;
  gint64         number;
  guint          used;
  guint          planned;
  gint64         left;
  GPtrArray     *entries;
  GPtrArray     *warnings;
} QdAllowance;

QdContractYear qd_contract_year_find (QdAccount *account,
                                      int        day);
int            qd_contract_year_get_quarter (const QdContractYear *self,
                                             int                   day);
gint64         qd_account_get_allowance (QdAccount *account);
QdAllowance   *qd_allowance_new (QdAccount *account,
                                 GPtrArray *plans,
                                 int        day,
                                 int        today,
                                 int        another);
void           qd_allowance_free (QdAllowance *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAllowance, qd_allowance_free)

G_END_DECLS
