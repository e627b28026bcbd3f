/* qd-tenant-week.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-week"

#include "qd-tenant-week.h"

#include "qd-account.h"

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const QdTenantWeekEvent *first = a, *second = b;
  gint64                   left = qd_record_get_id (first->tenant);
  gint64                   right = qd_record_get_id (second->tenant);

  if (first->event.span.from != second->event.span.from)
    return first->event.span.from < second->event.span.from ? -1 : 1;

  return (left > right) - (left < right);
}

/**
 * qd_tenants_list_events:
 * @book: of a portfolio, which holds on to the tenants
 *
 * Returns: (transfer full) (element-type QdTenantWeekEvent): what happens to the tenants of all accounts
 *   that are not archived between both, in order
 */
GArray *
qd_tenants_list_events (QdFactBook *book,
                        gint64      from,
                        gint64      until)
{
  GArray      *all = g_array_new (FALSE, FALSE, sizeof (QdTenantWeekEvent));
  QdPortfolio *portfolio;
  g_autoptr(GPtrArray) tenants = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL, all);

  portfolio = qd_fact_book_get_portfolio (book);
  tenants = qd_account_list_tenants (portfolio, 0);

  for (guint i = 0; i < tenants->len; i++)
    {
      QdTenant  *tenant = g_ptr_array_index (tenants, i);
      QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, tenant->account);
      g_autoptr(GArray) events = NULL;

      if (account == NULL || account->archived)
        continue;

      events = qd_tenant_list_events (book, tenant, from, until);

      for (guint n = 0; n < events->len; n++)
        {
          QdTenantWeekEvent one = { tenant, g_array_index (events, QdTenantEvent, n) };

          g_array_append_val (all, one);
        }
    }

  g_array_sort (all, compare_events);

  return all;
}
