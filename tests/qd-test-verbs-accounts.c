/* qd-test-verbs-accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account-edits.h"
#include "qd-calendar-edits.h"
#include "qd-disclosure-edits.h"
#include "qd-holiday-file.h"
#include "qd-onboarding-clock.h"
#include "qd-onboarding-edits.h"
#include "qd-test-verbs.h"

/* Verbs of accounts and of what belongs to one: calendars, the clock of an onboarding, names
 * that went out. */

/* Returns: (transfer container) (element-type QdAccount): the first three */
static GPtrArray *
list_accounts (QdTestDesk *desk)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (desk->portfolio, QD_TYPE_ACCOUNT));
  GPtrArray  *accounts = g_ptr_array_new ();

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (list, i);

      g_ptr_array_add (accounts, account);
    }

  return accounts;
}

static void
account_add (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (draft, "name", "Kestrel Freight", "codename", "Tern", NULL);
  qd_account_add_async (draft, desk->store, qd_test_async_cb, &desk->slot);
}

static void
account_duplicate (QdTestDesk       *desk,
                   const QdTestVerb *verb)
{
  qd_account_duplicate_async (
      qd_test_desk_get_first (desk, QD_TYPE_ACCOUNT), desk->portfolio, qd_test_async_cb, &desk->slot);
}

static void
accounts_archive (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) accounts = list_accounts (desk);

  qd_accounts_archive_async (accounts, TRUE, desk->store, qd_test_async_cb, &desk->slot);
}

static void
accounts_delete (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) accounts = list_accounts (desk);

  qd_accounts_delete_async (accounts, desk->store, qd_test_async_cb, &desk->slot);
}

static void
accounts_set (QdTestDesk       *desk,
              const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) accounts = list_accounts (desk);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "Ask who decides");
  qd_accounts_set_async (accounts, "notes", &value, desk->store, qd_test_async_cb, &desk->slot);
}

static void
accounts_judge (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) accounts = list_accounts (desk);

  qd_accounts_judge_async (accounts,
                           QD_HEALTH_LEVEL_RED,
                           QD_TEST_TODAY,
                           "The sponsor left",
                           desk->portfolio,
                           qd_test_async_cb,
                           &desk->slot);
}

static void
disclosure_add (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  qd_disclosure_add_async (desk->store,
                           qd_record_get_id (qd_test_desk_get_first (desk, QD_TYPE_ACCOUNT)),
                           "customer",
                           "pdf",
                           "They asked for it",
                           qd_test_async_cb,
                           &desk->slot);
}

static void
working_calendar_set_country (QdTestDesk       *desk,
                              const QdTestVerb *verb)
{
  QdWorkingCalendar *calendar = qd_test_desk_get_first (desk, QD_TYPE_WORKING_CALENDAR);

  qd_working_calendar_set_country_async (
      calendar, desk->store, g_strcmp0 (calendar->country, "NL") == 0 ? "DE" : "NL", qd_test_async_cb, &desk->slot);
}

/* Of an account without one: it comes with the change. */
static void
working_calendar_set_first_country (QdTestDesk       *desk,
                                    const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) accounts = list_accounts (desk);
  g_autoptr(QdWorkingCalendar) draft = NULL;

  draft = qd_working_calendar_new_draft (desk->portfolio, qd_record_get_id (g_ptr_array_index (accounts, 1)));
  qd_working_calendar_set_country_async (draft, desk->store, "NL", qd_test_async_cb, &desk->slot);
}

static void
closure_add (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  g_autoptr(QdClosure) draft =
                qd_closure_new_draft (qd_test_desk_get_first (desk, QD_TYPE_WORKING_CALENDAR), QD_TEST_TODAY);

  g_object_set (draft, "name", "Moving house", NULL);
  qd_closure_add_async (draft, desk->store, qd_test_async_cb, &desk->slot);
}

static void
working_calendar_import (QdTestDesk       *desk,
                         const QdTestVerb *verb)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "holiday-file", "days.ics", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  entries = qd_holiday_file_read (bytes, QD_TEST_TODAY - 3650, QD_TEST_TODAY + 3650, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 0);
  qd_working_calendar_import_async (
      qd_test_desk_get_first (desk, QD_TYPE_WORKING_CALENDAR), desk->store, entries, qd_test_async_cb, &desk->slot);
}

static void
onboarding_set_done (QdTestDesk       *desk,
                     const QdTestVerb *verb)
{
  qd_onboarding_set_done_async (qd_test_desk_get_first (desk, QD_TYPE_ONBOARDING),
                                desk->store,
                                QD_ONBOARDING_STEP_KICKOFF,
                                TRUE,
                                QD_TEST_TODAY * G_GINT64_CONSTANT (86400),
                                QD_TEST_TODAY,
                                qd_test_async_cb,
                                &desk->slot);
}

const QdTestVerb qd_test_verbs_accounts[] = {
  { "qd_account_add_async", "Add Account", account_add },
  { "qd_account_duplicate_async", "Duplicate Account", account_duplicate },
  { "qd_accounts_archive_async", "Archive Accounts", accounts_archive },
  { "qd_accounts_delete_async", "Delete Accounts", accounts_delete },
  { "qd_accounts_set_async", "Change Notes", accounts_set },
  { "qd_accounts_judge_async", "Change Health", accounts_judge },
  { "qd_disclosure_add_async", "Let Names Out", disclosure_add, .is_local = TRUE },
  { "qd_working_calendar_set_country_async", "Change Public Holidays", working_calendar_set_country },
  { "qd_working_calendar_set_country_async", "Change Public Holidays", working_calendar_set_first_country, "first" },
  { "qd_closure_add_async", "Add Closure", closure_add },
  { "qd_working_calendar_import_async", "Import Holidays", working_calendar_import },
  { "qd_onboarding_set_done_async", "Check Off Onboarding Step", onboarding_set_done },
  { NULL },
};
