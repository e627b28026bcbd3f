/* qd-plan-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-schedule-edits.h"
#include "qd-test.h"

#define MONDAY 20605 /* 2026-06-01 */

/* A portfolio with one account, which has one plan from a Monday on */
typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account;
  QdPlan      *plan;
} Fixture;

static inline void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = qd_record_new_draft (QD_TYPE_PLAN);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  g_object_set (account, "name", "Bowsprit", NULL);
  fixture->account = qd_test_add (fixture->portfolio, account);
  g_object_set (plan,
                "account", qd_record_get_id (fixture->account),
                "name", "Plan",
                "start", MONDAY,
                "target", MONDAY + 90,
                NULL);
  fixture->plan = qd_test_add (fixture->portfolio, plan);
}

static inline void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_settle (fixture->store);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

/* @n_days: its duration in working days; 0 for none but what lies between its days */
static inline QdTask *
add_task (Fixture    *fixture,
          const char *title,
          int         start,
          int         due,
          int         n_days)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task,
                "plan", qd_record_get_id (fixture->plan),
                "title", title,
                "start", start,
                "due", due,
                "duration", n_days > 0 ? (gint64)n_days * 480 : QD_INTEGER_NONE,
                NULL);

  return qd_test_add (fixture->portfolio, task);
}

static inline QdLink *
create_link (Fixture *fixture,
             QdTask  *from,
             QdTask  *to)
{
  QdLink *link = qd_record_new_draft (QD_TYPE_LINK);

  g_object_set (link,
                "plan", qd_record_get_id (fixture->plan),
                "predecessor", qd_record_get_id (from),
                "successor", qd_record_get_id (to),
                "lag", G_GINT64_CONSTANT (0),
                NULL);

  return link;
}

static inline void
save (Fixture *fixture,
      gpointer draft)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_save_async (draft, fixture->store, "Change", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

static inline void
set_day (Fixture    *fixture,
         QdTask     *task,
         const char *property,
         int         day)
{
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);

  g_object_set (draft, property, day, NULL);
  save (fixture, draft);
}

static inline void
set_number (Fixture    *fixture,
            QdTask     *task,
            const char *property,
            gint64      number)
{
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);

  g_object_set (draft, property, number, NULL);
  save (fixture, draft);
}

static inline void
set_kind (Fixture   *fixture,
          QdTask    *task,
          QdTaskKind kind)
{
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);

  g_object_set (draft, "kind", kind, NULL);
  save (fixture, draft);
}

static inline void
assert_days (QdTask *task,
             int     start,
             int     due)
{
  g_assert_cmpint (task->start, ==, start);
  g_assert_cmpint (task->due, ==, due);
}
