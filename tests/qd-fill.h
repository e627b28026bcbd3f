/* qd-fill.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-batch.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-test.h"

/* Made-up accounts, the same ones each time. */

static inline char *
qd_fill_dup_name (guint i)
{
  static const char *const first[] = { "Example", "Zürich", "Northwind", "Łódź", "Blue Harbor", "Kestrel", "Ōsaka" };
  static const char *const second[] = { "Bank", "Logistics", "Insurance", "Energy", "Robotics", "Rail", "Foods" };

  return g_strdup_printf ("%s %s %u", first[i % 7], second[i / 7 % 7], i);
}

static inline void
qd_fill_add_plan (QdBatch *batch,
                  gint64   account,
                  guint    i,
                  int      today)
{
  g_autoptr(QdPlan) plan = qd_record_new_draft (QD_TYPE_PLAN);

  g_object_set (plan, "account", account, "name", "Onboarding 30/60/90", NULL);
  g_object_set (
      plan, "start", today - 45, "target", today + 45, "status", QD_PLAN_STATUS_ACTIVE, NULL);
  qd_batch_insert (batch, plan);

  for (guint j = 0; j < 6; j++)
    {
      g_autoptr(QdTask) task = qd_record_new_draft (QD_TYPE_TASK);

      g_object_set (task, "plan", qd_record_get_id (plan), "title", "Task", NULL);
      g_object_set (task, "start", today - 45 + (int)j * 15, "due", today - 35 + (int)j * 15, NULL);
      g_object_set (
          task, "status", j < i % 7 ? QD_TASK_STATUS_DONE : QD_TASK_STATUS_NOT_STARTED, NULL);
      qd_batch_insert (batch, task);
    }
}

static inline void
qd_fill_add_parts (QdBatch *batch,
                   gint64   account,
                   guint    i,
                   int      today)
{
  g_autoptr(QdContact) contact = qd_record_new_draft (QD_TYPE_CONTACT);
  g_autoptr(QdTeamMember) member = qd_record_new_draft (QD_TYPE_TEAM_MEMBER);
  g_autoptr(QdActivity) call = qd_record_new_draft (QD_TYPE_ACTIVITY);
  g_autofree char *name = g_strdup_printf ("Åsa Öberg %u", i);

  g_object_set (contact, "account", account, "name", name, "email", "asa@customer.example", NULL);
  qd_batch_insert (batch, contact);
  g_object_set (member, "account", account, "name", "Sam Porter", "role", QD_TEAM_ROLE_CSM, NULL);
  qd_batch_insert (batch, member);
  g_object_set (call, "account", account, "kind", QD_ACTIVITY_KIND_CUSTOMER_CALL, NULL);
  g_object_set (call, "subject", "Cadence call", "day", today - (int)(i * 7 % 90), NULL);
  g_object_set (call, "created", (gint64)i, NULL);

  if (i % 9 != 0)
    qd_batch_insert (batch, call);

  for (guint j = 0; j < i % 4; j++)
    {
      g_autoptr(QdHealth) health = qd_record_new_draft (QD_TYPE_HEALTH);
      g_autoptr(QdFollowUp) follow_up = qd_record_new_draft (QD_TYPE_FOLLOW_UP);

      g_object_set (health, "account", account, "level", (int)((i + j) % 3), NULL);
      g_object_set (health, "day", today - 30 + (int)j, "created", (gint64)j, "reason", "As it looks", NULL);
      qd_batch_insert (batch, health);
      g_object_set (follow_up, "account", account, "what", "Send the notes", "side", QD_SIDE_OURS, NULL);
      g_object_set (follow_up, "due", today + (int)(i % 5) - 2, NULL);
      qd_batch_insert (batch, follow_up);
    }
}

static inline void
qd_fill_portfolio (QdStore *store,
                   guint    n_accounts,
                   int      today)
{
  static const char *const next_steps[] = { "Agree on the rollback window", "Send the adoption report", NULL };
  QdBatch                 *batch = qd_batch_new ();
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_accounts; i++)
    {
      g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
      g_autofree char *name = qd_fill_dup_name (i);
      g_autofree char *codename = g_strdup_printf ("Falcon %u", i);

      g_object_set (draft, "name", name, "codename", i % 3 == 0 ? codename : NULL, NULL);
      g_object_set (draft, "tier", (int)(i % 4), "offering", (int)(i / 4 % 4), "stage", (int)(i % 5), NULL);
      g_object_set (draft, "priority", (int)(i % 4), "region", (int)(i % 7), "currency", "USD", NULL);
      g_object_set (draft, "arr", (gint64)(i * 7919 % 4000000) * 100, "seats", (gint64)(i % 977), NULL);
      g_object_set (draft, "renewal", today - 20 + (int)(i * 13 % 400), "next-step", next_steps[i % 3], NULL);
      g_object_set (draft, "domains", "customer.example", NULL);
      qd_batch_insert (batch, draft);
      qd_fill_add_parts (batch, qd_record_get_id (draft), i, today);

      if (i % 2 == 0)
        qd_fill_add_plan (batch, qd_record_get_id (draft), i, today);
    }

  qd_batch_apply_async (batch, store, "Fill", NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (store, &slot, &error);
  g_assert_no_error (error);
}
