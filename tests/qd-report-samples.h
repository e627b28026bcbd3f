/* qd-report-samples.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-check-item.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-health.h"
#include "qd-objective.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-test.h"

/* 2026-11-24 */
#define QD_SAMPLE_TODAY 20781

/* Words that only colleagues may read */
#define QD_SAMPLE_SECRET "Zanzibarium"

/* A store with an account, made for the tests of reports */
typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account;
  QdPlan      *plan;
} QdSample;

typedef struct
{
  const char *title;
  int         phase;
  int         objective; /* from 1, or 0 */
  QdTaskKind  kind;
  int         start;
  int         due;
  const char *owner;
  const char *customer_owner;
} QdSampleTask;

static const QdSampleTask qd_sample_tasks[] = {
  { "Kickoff with sponsors and platform team", 0, 0, QD_TASK_KIND_CALL, 0, 2, "Ada Lindqvist", "Priya Raman" },
  { "Agree success criteria and baseline figures", 0, 1, QD_TASK_KIND_TASK, 2, 8, "Ada Lindqvist", "Jolanda Ferreira-Whitt" },
  { "Switchboard access for two administrators", 0, 3, QD_TASK_KIND_TASK, 3, 9, "Tomás Ibarra", "Amrit Bhandari" },
  { "Inventory of Jenkins jobs by team", 0, 1, QD_TASK_KIND_TASK, 5, 16, "Tomás Ibarra", "Amrit Bhandari" },
  { "SAML and SCIM with the corporate identity provider", 0, 3, QD_TASK_KIND_WORKSHOP, 10, 18, "Mei Tanaka", "Oskar Nyberg" },
  { "Runner sizing workshop", 0, 1, QD_TASK_KIND_WORKSHOP, 14, 21, "Mei Tanaka", "Amrit Bhandari" },
  { "Preferred maintenance window confirmed", 0, 3, QD_TASK_KIND_TASK, 15, 22, "Ada Lindqvist", "Oskar Nyberg" },
  { "First 30 days reviewed", 0, 0, QD_TASK_KIND_MILESTONE, 29, 29, "Ada Lindqvist", "Priya Raman" },
  { "Pilot group migrated: 12 projects of the payments team", 1, 1, QD_TASK_KIND_TASK, 28, 41, "Tomás Ibarra", "Jolanda Ferreira-Whitt" },
  { "Golden pipeline templates published", 1, 1, QD_TASK_KIND_TASK, 30, 44, "Mei Tanaka", "Amrit Bhandari" },
  { "SAST and secret detection on by default", 1, 2, QD_TASK_KIND_TASK, 33, 47, "Mei Tanaka", "Farah Qureshi" },
  { "Security dashboard walkthrough", 1, 2, QD_TASK_KIND_WORKSHOP, 40, 43, "Mei Tanaka", "Farah Qureshi" },
  { "Vulnerability triage policy", 1, 2, QD_TASK_KIND_TASK, 42, 54, "Ada Lindqvist", "Farah Qureshi" },
  { "Wave 1 migrated: 140 projects", 1, 1, QD_TASK_KIND_TASK, 44, 58, "Tomás Ibarra", "Amrit Bhandari" },
  { "Cadence call: progress and blockers", 1, 0, QD_TASK_KIND_CALL, 50, 50, "Ada Lindqvist", "Jolanda Ferreira-Whitt" },
  { "60 days reviewed with the steering committee", 1, 0, QD_TASK_KIND_MILESTONE, 59, 59, "Ada Lindqvist", "Priya Raman" },
  { "Wave 2 migrated: 260 projects", 2, 1, QD_TASK_KIND_TASK, 58, 74, "Tomás Ibarra", "Amrit Bhandari" },
  { "Jenkins controllers set to read only", 2, 1, QD_TASK_KIND_TASK, 72, 80, "Tomás Ibarra", "Amrit Bhandari" },
  { "Disaster recovery objectives written down and accepted", 2, 3, QD_TASK_KIND_TASK, 60, 72, "Mei Tanaka", "Oskar Nyberg" },
  { "Audit evidence pack for the regulator", 2, 2, QD_TASK_KIND_TASK, 64, 82, "Ada Lindqvist", "Farah Qureshi" },
  { "Developer enablement: four sessions in two time zones", 2, 1, QD_TASK_KIND_WORKSHOP, 62, 78, "Mei Tanaka", "Jolanda Ferreira-Whitt" },
  { "Pipeline duration measured against the baseline", 2, 1, QD_TASK_KIND_TASK, 78, 86, "Ada Lindqvist", "Jolanda Ferreira-Whitt" },
  { "Support workflow rehearsed, with a test emergency", 2, 3, QD_TASK_KIND_TASK, 70, 76, "Tomás Ibarra", "Oskar Nyberg" },
  { "Executive Business Review", 2, 0, QD_TASK_KIND_CALL, 86, 88, "Ada Lindqvist", "Priya Raman" },
  { "Onboarding complete", 2, 0, QD_TASK_KIND_MILESTONE, 89, 89, "Ada Lindqvist", "Priya Raman" },
};

static inline void
qd_sample_set_up (QdSample   *sample,
                  const char *name,
                  const char *codename)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);

  sample->store = qd_test_store_new (":memory:");
  sample->portfolio = qd_test_load_portfolio (sample->store);
  sample->plan = NULL;
  g_object_set (account,
                "name", name,
                "codename", codename,
                "tier", QD_TIER_SIGNATURE,
                "offering", QD_OFFERING_DEDICATED,
                "stage", QD_STAGE_ADOPTION,
                "arr", G_GINT64_CONSTANT (128000000),
                "currency", "EUR",
                "renewal", QD_SAMPLE_TODAY + 130,
                "next-step", "Agree the cut-over weekend for wave 2 and who signs it off " QD_SAMPLE_SECRET,
                "notes", QD_SAMPLE_SECRET,
                NULL);
  sample->account = qd_test_add (sample->portfolio, account);
}

static inline void
qd_sample_tear_down (QdSample *sample)
{
  qd_test_finalize (sample->portfolio); /* which a thread that ends may hold for a while */
  qd_test_store_close (sample->store);
}

static inline void
qd_sample_apply (QdSample *sample,
                 QdBatch  *batch)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_batch_apply_async (batch, sample->store, "Add", NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (sample->store, &slot, &error);
  g_assert_no_error (error);
}

static inline gint64
qd_sample_insert (QdBatch *batch,
                  gpointer draft)
{
  gint64 id = qd_record_get_id (draft);

  qd_batch_insert (batch, draft);
  g_object_unref (draft);

  return id;
}

static inline gint64
qd_sample_add_plan (QdSample   *sample,
                    QdBatch    *batch,
                    const char *name,
                    int         start,
                    gint64      phases[3])
{
  static const char *const names[] = { "Land: the first 30 days", "Migrate: to day 60", "Prove: to day 90" };
  QdPlan                  *plan = qd_record_new_draft (QD_TYPE_PLAN);
  gint64                   id = qd_record_get_id (plan);

  g_object_set (plan,
                "account", qd_record_get_id (sample->account),
                "name", name,
                "kind", QD_PLAN_KIND_DEDICATED_ONBOARDING,
                "status", QD_PLAN_STATUS_ACTIVE,
                "start", start,
                "target", start + 89,
                "strategy", "Win the payments team first, then let it tell the others. " QD_SAMPLE_SECRET,
                "highlights", "The payments team asked for more seats.",
                NULL);
  qd_sample_insert (batch, plan);

  for (int i = 0; i < 3; i++)
    {
      QdPhase *phase = qd_record_new_draft (QD_TYPE_PHASE);

      g_object_set (phase,
                    "plan", id,
                    "name", names[i],
                    "first", (gint64)(30 * i),
                    "last", (gint64)(30 * i + 29),
                    "position", (double)i,
                    NULL);
      phases[i] = qd_sample_insert (batch, phase);
    }

  return id;
}

static inline gint64
qd_sample_add_objective (QdBatch    *batch,
                         gint64      plan,
                         int         number,
                         const char *name,
                         const char *baseline,
                         const char *criteria,
                         const char *impact)
{
  QdObjective *objective = qd_record_new_draft (QD_TYPE_OBJECTIVE);

  g_object_set (objective,
                "plan", plan,
                "name", name,
                "status", number % 4 + 1,
                "outcome", number % 4,
                "use-case", QD_USE_CASE_CI,
                "priority", QD_OBJECTIVE_PRIORITY_HIGH,
                "baseline", baseline,
                "criteria", criteria,
                "impact", impact,
                "due", QD_SAMPLE_TODAY + 40,
                "owner", "Ada Lindqvist",
                "customer-owner", "Jolanda Ferreira-Whitt",
                "visibility", QD_VISIBILITY_CUSTOMER,
                "position", (double)number,
                NULL);

  return qd_sample_insert (batch, objective);
}

static inline gint64
qd_sample_add_task (QdBatch            *batch,
                    gint64              plan,
                    gint64              phase,
                    gint64              objective,
                    int                 start,
                    int                 number,
                    const QdSampleTask *line)
{
  QdTask      *task = qd_record_new_draft (QD_TYPE_TASK);
  int          due = start + line->due;
  QdTaskStatus status = due < QD_SAMPLE_TODAY - 3 ? QD_TASK_STATUS_DONE
                        : start + line->start > QD_SAMPLE_TODAY
                            ? QD_TASK_STATUS_NOT_STARTED
                            : (QdTaskStatus)(QD_TASK_STATUS_ON_TRACK + number % 3);

  g_object_set (task,
                "plan", plan,
                "phase", phase,
                "objective", objective,
                "title", line->title,
                "kind", line->kind,
                "status", status,
                "start", start + line->start,
                "due", due,
                "owner", line->owner,
                "customer-owner", line->customer_owner,
                "visibility", QD_VISIBILITY_CUSTOMER,
                "position", (double)number,
                NULL);

  return qd_sample_insert (batch, task);
}

static inline void
qd_sample_add_check_item (QdBatch    *batch,
                          gint64      task,
                          const char *title,
                          gboolean    done)
{
  QdCheckItem *item = qd_record_new_draft (QD_TYPE_CHECK_ITEM);

  g_object_set (item, "task", task, "title", title, "done", done, NULL);
  qd_sample_insert (batch, item);
}

/* What the customer must not see: an internal objective and an internal task, and notes and a source on another */
static inline void
qd_sample_add_secrets (QdBatch *batch,
                       gint64   plan,
                       gint64   phase)
{
  QdTask      *hidden = qd_record_new_draft (QD_TYPE_TASK);
  QdTask      *shown = qd_record_new_draft (QD_TYPE_TASK);
  QdObjective *objective = qd_record_new_draft (QD_TYPE_OBJECTIVE);

  g_object_set (hidden, "plan", plan, "phase", phase, "title", "Prepare the expansion " QD_SAMPLE_SECRET, "position", 90.0, NULL);
  g_object_set (shown,
                "plan", plan, "phase", phase, "title", "Share the architecture notes",
                "notes", "They are nervous about latency. " QD_SAMPLE_SECRET,
                "source", "https://handbook.gitlab.com/handbook/customer-success/" QD_SAMPLE_SECRET,
                "visibility", QD_VISIBILITY_CUSTOMER, "position", 91.0, NULL);
  g_object_set (objective, "plan", plan, "name", "Expansion " QD_SAMPLE_SECRET, "position", 9.0, NULL);
  qd_sample_insert (batch, hidden);
  qd_sample_insert (batch, shown);
  qd_sample_insert (batch, objective);
}

/* A plan as an executive may see it: three objectives, 25 tasks and what is internal */
static inline void
qd_sample_fill_plan (QdSample *sample)
{
  QdBatch *batch = qd_batch_new ();
  int      start = QD_SAMPLE_TODAY - 48;
  gint64   phases[3], objectives[4] = { 0 };
  gint64   plan = qd_sample_add_plan (sample, batch, "Dedicated onboarding 30/60/90", start, phases);

  objectives[1] = qd_sample_add_objective (
      batch, plan, 1, "Cut pipeline time in half", "Median pipeline of the payments team: 38 minutes, measured over the last 30 days.",
      "Median of 19 minutes or less for 30 days in a row, on the same 12 projects.",
      "About 4,200 engineering hours a year go back to product work; releases move from fortnightly to weekly.");
  objectives[2] = qd_sample_add_objective (
      batch, plan, 2, "Every merge request is scanned before it is merged", "31 % of the active projects run any scanner today.",
      "95 % of active projects run SAST and secret detection, and critical findings are triaged within five working days.",
      "Findings reach developers before production; the regulator's audit of March needs no exception.");
  objectives[3] = qd_sample_add_objective (
      batch, plan, 3, "Run on Dedicated with confidence", "Self-managed on two nodes, upgraded twice a year at night.",
      "Maintenance window agreed, recovery objectives accepted in writing, support workflow rehearsed once.",
      "The platform team stops its night shifts: 22 nights a year.");

  for (guint i = 0; i < G_N_ELEMENTS (qd_sample_tasks); i++)
    {
      const QdSampleTask *line = &qd_sample_tasks[i];
      gint64              task = qd_sample_add_task (batch, plan, phases[line->phase], objectives[line->objective], start, i, line);

      if (i == 4)
        {
          qd_sample_add_check_item (batch, task, "Test user signs in", TRUE);
          qd_sample_add_check_item (batch, task, "Groups mapped to roles", TRUE);
          qd_sample_add_check_item (batch, task, "Break-glass account kept outside", FALSE);
        }
    }
  qd_sample_add_secrets (batch, plan, phases[1]);
  qd_sample_apply (sample, batch);
  sample->plan = qd_portfolio_lookup (sample->portfolio, QD_TYPE_PLAN, plan);
}

/* A plan of @n_tasks tasks with names that can be told apart: “Task 0001 …” */
static inline void
qd_sample_fill_long_plan (QdSample   *sample,
                          const char *name,
                          guint       n_tasks)
{
  QdBatch *batch = qd_batch_new ();
  int      start = QD_SAMPLE_TODAY - 48;
  gint64   phases[3];
  gint64   plan = qd_sample_add_plan (sample, batch, name, start, phases);

  for (guint i = 0; i < n_tasks; i++)
    {
      QdSampleTask     line = qd_sample_tasks[i % G_N_ELEMENTS (qd_sample_tasks)];
      g_autofree char *title = g_strdup_printf ("Task %04u %s", i + 1, line.title);

      line.title = title;
      qd_sample_add_task (batch, plan, phases[line.phase], 0, start, i, &line);
    }
  qd_sample_apply (sample, batch);
  sample->plan = qd_portfolio_lookup (sample->portfolio, QD_TYPE_PLAN, plan);
}

static inline void
qd_sample_add_promise (QdSample   *sample,
                       QdBatch    *batch,
                       const char *what,
                       QdSide      side,
                       const char *whose,
                       int         due)
{
  QdFollowUp *follow_up = qd_record_new_draft (QD_TYPE_FOLLOW_UP);

  g_object_set (follow_up,
                "account", qd_record_get_id (sample->account), "what", what, "side", side, "whose", whose, "due", due, NULL);
  qd_sample_insert (batch, follow_up);
}

static inline void
qd_sample_add_activity (QdSample      *sample,
                        QdBatch       *batch,
                        const char    *subject,
                        QdActivityKind kind,
                        int            day)
{
  QdActivity *activity = qd_record_new_draft (QD_TYPE_ACTIVITY);

  g_object_set (activity, "account", qd_record_get_id (sample->account), "subject", subject, "kind", kind, "day", day, NULL);
  qd_sample_insert (batch, activity);
}

static inline void
qd_sample_add_person (QdSample   *sample,
                      QdBatch    *batch,
                      const char *name,
                      const char *role,
                      gboolean    champion,
                      gboolean    sponsor)
{
  QdContact *contact = qd_record_new_draft (QD_TYPE_CONTACT);

  g_object_set (contact,
                "account", qd_record_get_id (sample->account),
                "name", name, "role", role, "champion", champion, "sponsor", sponsor, NULL);
  qd_sample_insert (batch, contact);
}

/* What a brief tells; each list @times as long as usual */
static inline void
qd_sample_fill_account (QdSample *sample,
                        guint     times)
{
  QdBatch      *batch = qd_batch_new ();
  QdHealth     *health = qd_record_new_draft (QD_TYPE_HEALTH);
  QdTeamMember *member = qd_record_new_draft (QD_TYPE_TEAM_MEMBER);

  g_object_set (health,
                "account", qd_record_get_id (sample->account), "level", QD_HEALTH_LEVEL_YELLOW, "day", QD_SAMPLE_TODAY - 6,
                "reason", "Migration is on time, but the new sponsor has not joined a call yet. " QD_SAMPLE_SECRET, NULL);
  g_object_set (member,
                "account", qd_record_get_id (sample->account), "name", "Ada Lindqvist", "role", QD_TEAM_ROLE_CSM, NULL);
  qd_sample_insert (batch, health);
  qd_sample_insert (batch, member);

  for (guint i = 0; i < times; i++)
    {
      qd_sample_add_promise (sample, batch, "Send the runner sizing sheet", QD_SIDE_OURS, "Mei Tanaka", QD_SAMPLE_TODAY + 3);
      qd_sample_add_promise (sample, batch, "Answer on the regional data question", QD_SIDE_OURS, "Ada Lindqvist", QD_SAMPLE_TODAY - 4);
      qd_sample_add_promise (sample, batch, "Name the approver for wave 2", QD_SIDE_THEIRS, "Priya Raman", QD_SAMPLE_TODAY + 7);
      qd_sample_add_person (sample, batch, "Priya Raman", "Chief Information Officer", FALSE, TRUE);
      qd_sample_add_person (sample, batch, "Jolanda Ferreira-Whitt", "Platform engineering lead", TRUE, FALSE);
      qd_sample_add_person (sample, batch, "Oskar Nyberg", "Infrastructure", FALSE, FALSE);
      qd_sample_add_activity (sample, batch, "Cadence call: wave 1 and the window", QD_ACTIVITY_KIND_CUSTOMER_CALL, QD_SAMPLE_TODAY - 5);
      qd_sample_add_activity (sample, batch, "Escalation watch " QD_SAMPLE_SECRET, QD_ACTIVITY_KIND_UPDATE, QD_SAMPLE_TODAY - 8);
      qd_sample_add_activity (sample, batch, "Runner sizing workshop", QD_ACTIVITY_KIND_WORKSHOP, QD_SAMPLE_TODAY - 12);
      qd_sample_add_activity (sample, batch, "Kickoff", QD_ACTIVITY_KIND_CUSTOMER_CALL, QD_SAMPLE_TODAY - 46);
    }
  qd_sample_apply (sample, batch);
}
