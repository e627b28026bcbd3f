/* qd-tenant-waves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-tenant-waves"

#include "qd-tenant-waves.h"

#include <glib/gi18n.h>

#include "qd-children-box.h"
#include "qd-migration-wave.h"
#include "qd-shell.h"
#include "qd-tenant-rows.h"
#include "qd-wave-edits.h"

/**
 * QdTenantWaves:
 *
 * The waves in which a customer moves to its tenant, and the plan that shows them over time.
 */
struct _QdTenantWaves
{
  AdwBin         parent_instance;

  QdPortfolio   *portfolio;
  QdTenant      *tenant;

  QdChildrenBox *box;
  GtkWidget     *plan_button;
  GtkWidget     *open_button;
};

G_DEFINE_FINAL_TYPE (QdTenantWaves, qd_tenant_waves, ADW_TYPE_BIN)

/* Returns: the id of the plan that shows the last wave that is in one, or 0 */
static gint64
find_plan (QdTenantWaves *self)
{
  GPtrArray       *waves = qd_portfolio_peek_children (self->portfolio, QD_TYPE_MIGRATION_WAVE, qd_record_get_id (self->tenant));
  QdMigrationWave *last = NULL;

  for (guint i = 0; waves != NULL && i < waves->len; i++)
    {
      QdMigrationWave *wave = g_ptr_array_index (waves, i);

      if (wave->plan != 0 && (last == NULL || wave->position > last->position))
        last = wave;
    }

  return last != NULL ? last->plan : 0;
}

/* Returns: the id of a wave that is in no plan yet, of which one can be made */
static gint64
find_unplanned (QdTenantWaves *self)
{
  GPtrArray *waves = qd_portfolio_peek_children (self->portfolio, QD_TYPE_MIGRATION_WAVE, qd_record_get_id (self->tenant));

  for (guint i = 0; waves != NULL && i < waves->len; i++)
    {
      QdMigrationWave *wave = g_ptr_array_index (waves, i);

      if (wave->plan == 0 && wave->start != QD_DAY_NONE && wave->finish != QD_DAY_NONE &&
          wave->state != QD_WAVE_STATE_CANCELLED)
        return qd_record_get_id (wave);
    }

  return 0;
}

static void
update (QdTenantWaves *self)
{
  gboolean can_plan = qd_tenant_can_plan_waves (self->portfolio, self->tenant, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "waves.plan", can_plan);
  gtk_widget_set_visible (self->plan_button, can_plan);
  gtk_widget_set_visible (self->open_button, find_plan (self) != 0);
}

static void
changed_cb (QdTenantWaves *self,
            gint64         parent)
{
  if (parent == qd_record_get_id (self->tenant))
    update (self);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gint64 plan = find_plan (QD_TENANT_WAVES (widget));

  if (plan != 0)
    gtk_widget_activate_action (widget, "win.open-timeline", "x", plan);
}

/* What is made a plan of, and one of its waves, which says which plan it became. */
typedef struct
{
  QdTenantWaves *self;
  gint64         wave;
} Planning;

static void
planned_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Planning *planning = user_data;
  g_autoptr(QdTenantWaves) self = planning->self;
  g_autoptr(GError) error = NULL;
  QdMigrationWave *wave;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_shell_report (self, error);
      return;
    }

  wave = qd_portfolio_lookup (self->portfolio, QD_TYPE_MIGRATION_WAVE, planning->wave);
  qd_shell_tell_undoable (self, _ ("Plan of the waves made"));

  if (wave != NULL && wave->plan != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-timeline", "x", wave->plan);
}

static void
plan_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdTenantWaves *self = QD_TENANT_WAVES (widget);
  Planning      *planning;
  g_autoptr(GError) error = NULL;

  if (!qd_tenant_can_plan_waves (self->portfolio, self->tenant, &error))
    {
      qd_shell_report (self, error);
      return;
    }

  planning = g_new0 (Planning, 1);
  planning->self = g_object_ref (self);
  planning->wave = find_unplanned (self);
  qd_tenant_plan_waves_async (self->portfolio, self->tenant, planned_cb, planning);
}

static void
qd_tenant_waves_dispose (GObject *object)
{
  QdTenantWaves *self = QD_TENANT_WAVES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TENANT_WAVES);
  g_clear_object (&self->tenant);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_tenant_waves_parent_class)->dispose (object);
}

static void
qd_tenant_waves_class_init (QdTenantWavesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_tenant_waves_dispose;

  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-tenant-waves.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTenantWaves, box);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWaves, plan_button);
  gtk_widget_class_bind_template_child (widget_class, QdTenantWaves, open_button);
  gtk_widget_class_install_action (widget_class, "waves.plan", NULL, plan_cb);
  gtk_widget_class_install_action (widget_class, "waves.open", NULL, open_cb);
}

static void
qd_tenant_waves_init (QdTenantWaves *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once. */
void
qd_tenant_waves_bind (QdTenantWaves *self,
                      QdPortfolio   *portfolio,
                      QdTenant      *tenant)
{
  g_return_if_fail (QD_IS_TENANT_WAVES (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->tenant = g_object_ref (tenant);
  qd_tenant_wave_rows_bind (self->box, portfolio, tenant);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_MIGRATION_WAVE),
                           "changed",
                           G_CALLBACK (changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);
}
