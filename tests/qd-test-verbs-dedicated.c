/* qd-test-verbs-dedicated.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-fact-book.h"
#include "qd-fact-edits.h"
#include "qd-support-edits.h"
#include "qd-test-verbs.h"
#include "qd-wave-edits.h"

/* Verbs of tenants, tickets, escalations, upgrades, and the facts that Dedicated is known by. */

#define NOW (QD_TEST_TODAY * G_GINT64_CONSTANT (86400))

/* Returns: (transfer none): the first fact of any topic that is in that state */
static const QdFact *
find_fact (QdFactBook *book,
           QdFactState state)
{
  for (QdFactTopic topic = QD_FACT_TOPIC_WINDOW; topic <= QD_FACT_TOPIC_FEATURE; topic++)
    {
      GPtrArray *facts = qd_fact_book_peek_all (book, topic);

      for (guint i = 0; i < facts->len; i++)
        {
          const QdFact *fact = g_ptr_array_index (facts, i);

          if (fact->state == state)
            return fact;
        }
    }

  g_assert_not_reached ();
}

static void
fact_save (QdTestDesk       *desk,
           const QdTestVerb *verb)
{
  g_autoptr(QdFactBook) book = qd_fact_book_get (desk->portfolio);
  g_autoptr(QdFact) fact = qd_fact_copy (find_fact (book, QD_FACT_STATE_SHIPPED));

  g_set_str (&fact->description, "As their team told us");
  qd_fact_save_async (book, fact, qd_test_async_cb, &desk->slot);
}

static void
fact_save_own (QdTestDesk       *desk,
               const QdTestVerb *verb)
{
  g_autoptr(QdFactBook) book = qd_fact_book_get (desk->portfolio);
  g_autoptr(QdFact) fact = qd_fact_create_own (QD_FACT_TOPIC_STAR_REASON, "The release waits for it");

  ((QdStarReasonFact *)fact)->urgency = QD_STAR_URGENCY_TIMELY;
  qd_fact_save_async (book, fact, qd_test_async_cb, &desk->slot);
}

static void
fact_strike (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  g_autoptr(QdFactBook) book = qd_fact_book_get (desk->portfolio);

  qd_fact_strike_async (book, find_fact (book, QD_FACT_STATE_SHIPPED), qd_test_async_cb, &desk->slot);
}

static void
fact_strike_own (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  g_autoptr(QdFactBook) book = qd_fact_book_get (desk->portfolio);

  qd_fact_strike_async (book, find_fact (book, QD_FACT_STATE_OWN), qd_test_async_cb, &desk->slot);
}

static void
fact_reset (QdTestDesk       *desk,
            const QdTestVerb *verb)
{
  g_autoptr(QdFactBook) book = qd_fact_book_get (desk->portfolio);

  qd_fact_reset_async (book, find_fact (book, QD_FACT_STATE_STRUCK), qd_test_async_cb, &desk->slot);
}

static void
ticket_set_check (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  QdTicket *ticket = qd_test_desk_get_first (desk, QD_TYPE_TICKET);

  qd_ticket_set_check_async (
      ticket, desk->store, "asked-owner", !ticket->asked_owner, qd_test_async_cb, &desk->slot);
}

static void
ticket_set_asked (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  qd_ticket_set_asked_async (
      qd_test_desk_get_first (desk, QD_TYPE_TICKET), desk->store, TRUE, NOW, qd_test_async_cb, &desk->slot);
}

static void
escalation_log_update (QdTestDesk       *desk,
                       const QdTestVerb *verb)
{
  qd_escalation_log_update_async (qd_test_desk_get_first (desk, QD_TYPE_ESCALATION),
                                  desk->store,
                                  QD_TEST_TODAY,
                                  NOW,
                                  qd_test_async_cb,
                                  &desk->slot);
}

static void
upgrade_request_set_step (QdTestDesk       *desk,
                          const QdTestVerb *verb)
{
  qd_upgrade_request_set_step_async (qd_test_desk_get_first (desk, QD_TYPE_UPGRADE_REQUEST),
                                     desk->store,
                                     "told-everybody",
                                     TRUE,
                                     qd_test_async_cb,
                                     &desk->slot);
}

static void
upgrade_request_add (QdTestDesk       *desk,
                     const QdTestVerb *verb)
{
  g_autoptr(QdUpgradeRequest) draft =
                qd_record_dup_as_new (qd_test_desk_get_first (desk, QD_TYPE_UPGRADE_REQUEST));

  qd_upgrade_request_add_async (draft, desk->store, qd_test_async_cb, &desk->slot);
}

static void
tenant_plan_waves (QdTestDesk       *desk,
                   const QdTestVerb *verb)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (desk->portfolio, QD_TYPE_TENANT));

  for (guint i = 0;; i++)
    {
      g_autoptr(QdTenant) tenant = g_list_model_get_item (list, i);

      if (!qd_tenant_can_plan_waves (desk->portfolio, tenant, NULL))
        continue;

      qd_tenant_plan_waves_async (desk->portfolio, tenant, qd_test_async_cb, &desk->slot);
      return;
    }
}

const QdTestVerb qd_test_verbs_dedicated[] = {
  { "qd_fact_save_async", "Edit Fact", fact_save },
  { "qd_fact_save_async", "Edit Fact", fact_save_own, "own" },
  { "qd_fact_strike_async", "Strike Out Fact", fact_strike },
  { "qd_fact_strike_async", "Delete Fact", fact_strike_own, "own" },
  { "qd_fact_reset_async", "Reset Fact", fact_reset },
  { "qd_ticket_set_check_async", "Check Off Pre-Check", ticket_set_check },
  { "qd_ticket_set_asked_async", "Mark Attention as Requested", ticket_set_asked },
  { "qd_escalation_log_update_async", "Log Escalation Update", escalation_log_update },
  { "qd_upgrade_request_set_step_async", "Check Off Upgrade Step", upgrade_request_set_step },
  { "qd_upgrade_request_add_async", "Add Upgrade Request", upgrade_request_add },
  { "qd_tenant_plan_waves_async", "Plan Migration Waves", tenant_plan_waves },
  { NULL },
};
