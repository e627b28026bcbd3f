/* qd-test-reference.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-reference-query.h"
#include "qd-test.h"

/* A store, all that is in it, and the reference over that */
typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdReference *reference;
  guint        n_emissions;
} QdTestReference;

static inline void
qd_test_reference_changed_cb (QdTestReference *test)
{
  test->n_emissions++;
}

static inline void
qd_test_reference_set_up (QdTestReference *test,
                          gconstpointer    data)
{
  test->store = qd_test_store_new (":memory:");
  test->portfolio = qd_test_load_portfolio (test->store);
  test->reference = qd_reference_new (test->portfolio);
  g_signal_connect_swapped (test->reference, "items-changed", G_CALLBACK (qd_test_reference_changed_cb), test);
}

static inline void
qd_test_reference_tear_down (QdTestReference *test,
                             gconstpointer    data)
{
  g_clear_object (&test->reference);
  g_clear_object (&test->portfolio);
  qd_test_store_close (test->store);
}

static inline QdReferenceResult *
qd_test_reference_search (QdReference *reference,
                          const char  *text,
                          int          category,
                          const char  *tag,
                          guint        limit)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  QdReferenceResult *found;

  qd_reference_search_async (reference, text, category, tag, limit, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  found = qd_reference_search_finish (reference, result, &error);
  g_assert_no_error (error);

  return found;
}
