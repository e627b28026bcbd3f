/* qd-wave-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-wave-edits"

#include "qd-wave-edits.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-instant.h"
#include "qd-maintenance-window.h"
#include "qd-order-edits.h"
#include "qd-phase.h"
#include "qd-plan-calendars.h"
#include "qd-plan.h"
#include "qd-task.h"

/* What one plan is made of. */
typedef struct
{
  QdPortfolio *portfolio;
  QdBatch     *batch;
  QdPlan      *plan;
  GTimeZone   *clock; /* of the plan, where it is known in which zone we work */
  double       position;
} Making;

static int
compare_waves (gconstpointer a,
               gconstpointer b)
{
  QdMigrationWave *first = *(QdMigrationWave **)a;
  QdMigrationWave *second = *(QdMigrationWave **)b;

  return qd_order_compare (first->position, qd_record_get_id (first), second->position, qd_record_get_id (second));
}

/* Returns: (transfer container): the waves of @tenant that have their days and are in no plan yet, in order */
static GPtrArray *
list_waves (QdPortfolio *portfolio,
            QdTenant    *tenant)
{
  GPtrArray *all = qd_portfolio_peek_children (portfolio, QD_TYPE_MIGRATION_WAVE, qd_record_get_id (tenant));
  GPtrArray *waves = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      QdMigrationWave *wave = g_ptr_array_index (all, i);

      if (wave->start != QD_DAY_NONE && wave->finish != QD_DAY_NONE && wave->plan == 0 &&
          wave->state != QD_WAVE_STATE_CANCELLED)
        g_ptr_array_add (waves, wave);
    }

  g_ptr_array_sort (waves, compare_waves);

  return waves;
}

/* Whether there are waves of which a plan can be made. */
gboolean
qd_tenant_can_plan_waves (QdPortfolio *portfolio,
                          QdTenant    *tenant,
                          GError     **error)
{
  g_autoptr(GPtrArray) waves = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), FALSE);
  g_return_val_if_fail (QD_IS_TENANT (tenant), FALSE);

  waves = list_waves (portfolio, tenant);

  if (waves->len > 0)
    return TRUE;

  g_set_error_literal (error,
                       QD_RECORD_ERROR,
                       QD_RECORD_ERROR_RULE,
                       _ ("No wave has “Start” and “Finish” that is in no plan yet; nothing was changed"));

  return FALSE;
}

static QdTaskStatus
get_status (QdMigrationWave *wave)
{
  if (wave->state == QD_WAVE_STATE_DONE)
    return QD_TASK_STATUS_DONE;

  return wave->state == QD_WAVE_STATE_RUNNING ? QD_TASK_STATUS_ON_TRACK : QD_TASK_STATUS_NOT_STARTED;
}

/* Returns: (transfer full): a task of @wave, at the end of the plan */
static QdTask *
create_task (Making          *making,
             QdMigrationWave *wave,
             QdPhase         *phase,
             QdTaskKind       kind,
             const char      *title,
             int              start,
             int              due)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task,
                "plan", qd_record_get_id (making->plan),
                "phase", qd_record_get_id (phase),
                "title", title,
                "kind", kind,
                "status", get_status (wave),
                "progress", (gint64)(wave->state == QD_WAVE_STATE_DONE ? 100 : 0),
                "start", start,
                "due", due,
                "visibility", QD_VISIBILITY_CUSTOMER,
                "position", ++making->position,
                NULL);

  return task;
}

static void
add_cutover (Making          *making,
             QdMigrationWave *wave,
             QdPhase         *phase)
{
  g_autofree char *title = g_strdup_printf (_ ("Cut-over: %s"), wave->name);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(QdTask) task = NULL;
  gint64 instant;
  int    day;

  if (wave->cutover_at == NULL || !qd_instant_parse (wave->cutover_at, &instant))
    return;

  day = qd_instant_get_day (instant, making->clock != NULL ? making->clock : utc);
  task = create_task (making, wave, phase, QD_TASK_KIND_MILESTONE, title, day, day);
  g_object_set (task, "constraint-kind", QD_CONSTRAINT_KIND_FIXED, "constraint-day", day, NULL);
  qd_batch_insert (making->batch, task);
}

static void
add_freeze (Making          *making,
            QdMigrationWave *wave,
            QdPhase         *phase)
{
  g_autofree char *title = g_strdup_printf (_ ("Change freeze: %s"), wave->name);
  g_autoptr(QdTask) task = NULL;
  int last = wave->freeze_last != QD_DAY_NONE ? wave->freeze_last : wave->freeze_first;

  if (wave->freeze_first == QD_DAY_NONE)
    return;

  task = create_task (making, wave, phase, QD_TASK_KIND_TASK, title, wave->freeze_first, last);
  g_object_set (task, "work", (gint64)0, NULL);
  qd_batch_insert (making->batch, task);
}

static void
add_wave (Making          *making,
          QdMigrationWave *wave)
{
  g_autoptr(QdPhase) phase = qd_record_new_draft (QD_TYPE_PHASE);
  g_autoptr(QdMigrationWave) changed = qd_record_dup_draft (wave);
  g_autoptr(QdTask) task = NULL;
  g_autofree char *title = g_strdup_printf (_ ("Migrate: %s"), wave->name);

  g_object_set (phase,
                "plan", qd_record_get_id (making->plan),
                "name", wave->name,
                "first", (gint64)(wave->start - making->plan->start),
                "last", (gint64)(wave->finish - making->plan->start),
                "position", ++making->position,
                NULL);
  qd_batch_insert (making->batch, phase);
  task = create_task (making, wave, phase, QD_TASK_KIND_TASK, title, wave->start, wave->finish);
  g_object_set (task, "notes", wave->scope, NULL);
  qd_batch_insert (making->batch, task);
  add_freeze (making, wave, phase);
  add_cutover (making, wave, phase);
  g_object_set (changed, "plan", qd_record_get_id (making->plan), "task", qd_record_get_id (task), NULL);
  qd_batch_update (making->batch, changed);
}

static QdPlan *
create_plan (QdTenant  *tenant,
             GPtrArray *waves)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);
  int     first = ((QdMigrationWave *)g_ptr_array_index (waves, 0))->start;
  int     last = first;

  for (guint i = 0; i < waves->len; i++)
    {
      QdMigrationWave *wave = g_ptr_array_index (waves, i);

      first = MIN (first, wave->start);
      last = MAX (last, wave->finish);
    }

  g_object_set (plan,
                "account", tenant->account,
                "kind", QD_PLAN_KIND_DEDICATED_ONBOARDING,
                "name", _ ("Migration to Dedicated"),
                "start", first,
                "target", last,
                "status", QD_PLAN_STATUS_ACTIVE,
                NULL);

  return plan;
}

/**
 * qd_tenant_plan_waves_async:
 *
 * Makes a plan of the waves of @tenant that are in none, so that a timeline shows them: of each a
 * phase with its migration, its change freeze and its cut-over. The waves are linked to it. One edit;
 * ends with qd_store_edit_finish(). See qd_tenant_can_plan_waves().
 */
void
qd_tenant_plan_waves_async (QdPortfolio        *portfolio,
                            QdTenant           *tenant,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GPtrArray) waves = NULL;
  g_autoptr(QdPlan) plan = NULL;
  g_autoptr(GTimeZone) clock = NULL;
  QdWorkingCalendar *ours;
  Making             making = { portfolio };

  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_TENANT (tenant));

  waves = list_waves (portfolio, tenant);
  g_return_if_fail (waves->len > 0);

  ours = qd_working_calendar_find (portfolio, 0);

  if (ours != NULL && ours->time_zone != NULL)
    clock = g_time_zone_new_identifier (ours->time_zone);

  plan = create_plan (tenant, waves);
  making.batch = qd_batch_new ();
  making.plan = plan;
  making.clock = clock;
  qd_batch_insert (making.batch, plan);

  for (guint i = 0; i < waves->len; i++)
    add_wave (&making, g_ptr_array_index (waves, i));

  qd_batch_apply_async (
      making.batch, qd_portfolio_get_store (portfolio), _ ("Plan Migration Waves"), NULL, callback, user_data);
}
