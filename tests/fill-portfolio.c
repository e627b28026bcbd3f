/* fill-portfolio.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-fill.h"

/* fill-portfolio FILE N: adds N made-up accounts to a database, for benchmarks. */
int
main (int   argc,
      char *argv[])
{
  QdStore *store;

  setlocale (LC_ALL, "");

  if (argc != 3)
    {
      g_printerr ("Usage: fill-portfolio FILE N\n");
      return 2;
    }

  store = qd_test_store_new (argv[1]);
  qd_fill_portfolio (store, atoi (argv[2]), qd_day_today ());
  qd_test_store_close (store);

  return 0;
}
