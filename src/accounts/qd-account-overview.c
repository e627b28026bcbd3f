/* qd-account-overview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-overview"

#include "qd-account-overview.h"

#include <glib/gi18n.h>

#include "qd-account-details.h"
#include "qd-account-forms.h"
#include "qd-children-box.h"
#include "qd-due-row.h"
#include "qd-entry-links.h"
#include "qd-follow-up-list.h"
#include "qd-follow-up.h"
#include "qd-health-panel.h"
#include "qd-maintenance.h"
#include "qd-onboarding-panel.h"
#include "qd-plan-progress.h"
#include "qd-plan-rows.h"
#include "qd-screen.h"
#include "qd-shell.h"
#include "qd-tenant-words.h"
#include "qd-text-row.h"

/* How often the clock is looked at, in seconds */
#define TICK 60

/**
 * QdAccountOverview:
 *
 * What is next with a customer, what is open, how it goes; and all particulars.
 */
struct _QdAccountOverview
{
  AdwBin             parent_instance;

  QdPortfolio       *portfolio;
  QdAccount         *account;
  gint64             next_plan;
  gint64             next_follow_up;
  gint64             next_tenant;
  QdFactBook        *book; /* (nullable): while the account has a tenant */
  guint              tick;

  QdDueRow          *task_row;
  QdDueRow          *follow_up_row;
  QdDueRow          *maintenance_row;
  QdOnboardingPanel *onboarding;
  QdFollowUpList    *follow_ups;
  QdChildrenBox     *plans;
  QdHealthPanel     *health;
  QdEntryLinks      *entry_links;
  QdAccountDetails  *details;
};

G_DEFINE_FINAL_TYPE (QdAccountOverview, qd_account_overview, ADW_TYPE_BIN)

/* The open task of an active plan that is due first. */
static QdTask *
find_next_task (QdAccountOverview *self)
{
  GPtrArray *plans = qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, qd_record_get_id (self->account));
  QdTask    *next = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      QdPlan    *plan = g_ptr_array_index (plans, i);
      GPtrArray *tasks;

      if (plan->status != QD_PLAN_STATUS_ACTIVE)
        continue;

      tasks = qd_portfolio_peek_children (self->portfolio, QD_TYPE_TASK, qd_record_get_id (plan));

      for (guint j = 0; j < tasks->len; j++)
        {
          QdTask *task = g_ptr_array_index (tasks, j);

          if (task->status != QD_TASK_STATUS_DONE && task->due != QD_DAY_NONE &&
              (next == NULL || task->due < next->due))
            next = task;
        }
    }

  return next;
}

static QdFollowUp *
find_next_follow_up (QdAccountOverview *self)
{
  GPtrArray  *all = qd_portfolio_peek_children (self->portfolio, QD_TYPE_FOLLOW_UP, qd_record_get_id (self->account));
  QdFollowUp *next = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      QdFollowUp *follow_up = g_ptr_array_index (all, i);

      if (follow_up->done == QD_DAY_NONE && follow_up->due != QD_DAY_NONE &&
          (next == NULL || follow_up->due < next->due))
        next = follow_up;
    }

  return next;
}

static void
update_next (QdAccountOverview *self)
{
  QdTask          *task = find_next_task (self);
  QdFollowUp      *follow_up = find_next_follow_up (self);
  int              today = qd_day_today ();
  g_autofree char *title = task != NULL ? qd_screen_dup_text (self->portfolio, task->title) : NULL;
  g_autofree char *what = follow_up != NULL ? qd_screen_dup_text (self->portfolio, follow_up->what) : NULL;

  self->next_plan = task != NULL ? task->plan : 0;
  self->next_follow_up = follow_up != NULL ? qd_record_get_id (follow_up) : 0;
  qd_due_row_show (self->task_row,
                   _ ("Next Task"),
                   title != NULL ? title : _ ("No task of an active plan is due"),
                   task != NULL ? task->owner : NULL);
  qd_due_row_show_due (self->task_row, task != NULL ? task->due : QD_DAY_NONE, QD_DAY_NONE, today);
  qd_due_row_show (self->follow_up_row,
                   _ ("Next Follow-up"),
                   what != NULL ? what : _ ("Nothing is promised for a day"),
                   follow_up != NULL ? follow_up->whose : NULL);
  qd_due_row_show_due (
      self->follow_up_row, follow_up != NULL ? follow_up->due : QD_DAY_NONE, QD_DAY_NONE, today);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->task_row), task != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->follow_up_row), follow_up != NULL);
}

/* Of several tenants the one that is maintained first */
static QdTenant *
find_next_tenant (QdAccountOverview *self,
                  gint64             now,
                  QdTenantNext      *next)
{
  g_autoptr(GPtrArray) tenants = qd_account_list_tenants (self->portfolio, qd_record_get_id (self->account));
  QdTenant *first = NULL;

  for (guint i = 0; self->book != NULL && i < tenants->len; i++)
    {
      QdTenant    *tenant = g_ptr_array_index (tenants, i);
      QdTenantNext one;

      if (qd_tenant_get_next (self->book, tenant, now, &one) &&
          (first == NULL || one.event.span.from < next->event.span.from))
        {
          first = tenant;
          *next = one;
        }
    }

  return first;
}

static void
update_maintenance (QdAccountOverview *self)
{
  gint64           now = g_get_real_time () / G_USEC_PER_SEC;
  QdTenantNext     next;
  QdTenant        *tenant = find_next_tenant (self, now, &next);
  g_autofree char *line = tenant != NULL ? qd_tenant_next_dup_line (&next) : NULL;
  g_autofree char *countdown = tenant != NULL ? qd_dup_countdown (now, next.event.span.from) : NULL;

  self->next_tenant = tenant != NULL ? qd_record_get_id (tenant) : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->maintenance_row), tenant != NULL);
  qd_due_row_show (self->maintenance_row, _ ("Next Maintenance"), line, countdown);
}

/* Facts are read once there is a tenant that they are about. */
static void
tenants_changed_cb (QdAccountOverview *self)
{
  g_autoptr(GPtrArray) tenants = qd_account_list_tenants (self->portfolio, qd_record_get_id (self->account));

  if (tenants->len > 0 && self->book == NULL)
    {
      self->book = qd_fact_book_new (self->portfolio);
      g_signal_connect_object (self->book, "changed", G_CALLBACK (update_maintenance), self, G_CONNECT_SWAPPED);
    }

  update_maintenance (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  update_maintenance (user_data);

  return G_SOURCE_CONTINUE;
}

static void
next_activated_cb (QdAccountOverview *self,
                   GtkListBoxRow     *row)
{
  gpointer follow_up = qd_portfolio_lookup (self->portfolio, QD_TYPE_FOLLOW_UP, self->next_follow_up);

  if (row == GTK_LIST_BOX_ROW (self->task_row) && self->next_plan != 0)
    qd_shell_open_plan (self, self->next_plan);
  else if (row == GTK_LIST_BOX_ROW (self->follow_up_row) && follow_up != NULL)
    qd_account_forms_present (&qd_follow_up_form, self->portfolio, follow_up, self);
  else if (row == GTK_LIST_BOX_ROW (self->maintenance_row) && self->next_tenant != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-tenant", "x", self->next_tenant);
}

/* The clock runs while it is looked at. */
static void
qd_account_overview_map (GtkWidget *widget)
{
  QdAccountOverview *self = QD_ACCOUNT_OVERVIEW (widget);

  GTK_WIDGET_CLASS (qd_account_overview_parent_class)->map (widget);
  update_maintenance (self);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
qd_account_overview_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_ACCOUNT_OVERVIEW (widget)->tick, g_source_remove);

  GTK_WIDGET_CLASS (qd_account_overview_parent_class)->unmap (widget);
}

static gboolean
qd_account_overview_grab_focus (GtkWidget *widget)
{
  qd_follow_up_list_focus (QD_ACCOUNT_OVERVIEW (widget)->follow_ups);

  return TRUE;
}

static void
qd_account_overview_dispose (GObject *object)
{
  QdAccountOverview *self = QD_ACCOUNT_OVERVIEW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCOUNT_OVERVIEW);
  g_clear_object (&self->book);
  g_clear_object (&self->account);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_account_overview_parent_class)->dispose (object);
}

static void
qd_account_overview_class_init (QdAccountOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_account_overview_dispose;
  widget_class->grab_focus = qd_account_overview_grab_focus;
  widget_class->map = qd_account_overview_map;
  widget_class->unmap = qd_account_overview_unmap;

  g_type_ensure (QD_TYPE_ACCOUNT_DETAILS);
  g_type_ensure (QD_TYPE_CHILDREN_BOX);
  g_type_ensure (QD_TYPE_FOLLOW_UP_LIST);
  g_type_ensure (QD_TYPE_HEALTH_PANEL);
  g_type_ensure (QD_TYPE_DUE_ROW);
  g_type_ensure (QD_TYPE_ENTRY_LINKS);
  g_type_ensure (QD_TYPE_ONBOARDING_PANEL);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-account-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, task_row);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, follow_up_row);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, maintenance_row);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, onboarding);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, plans);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, health);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, entry_links);
  gtk_widget_class_bind_template_child (widget_class, QdAccountOverview, details);
  gtk_widget_class_bind_template_callback (widget_class, next_activated_cb);
}

static void
qd_account_overview_init (QdAccountOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qd_account_overview_bind (QdAccountOverview *self,
                          QdPortfolio       *portfolio,
                          QdAccountFacts    *facts)
{
  const GType watched[] = { QD_TYPE_FOLLOW_UP, QD_TYPE_PLAN, QD_TYPE_TASK };
  QdAccount  *account = facts->account;

  g_return_if_fail (QD_IS_ACCOUNT_OVERVIEW (self));

  g_set_object (&self->portfolio, portfolio);
  g_set_object (&self->account, account);
  qd_onboarding_panel_bind (self->onboarding, portfolio, account);
  qd_follow_up_list_bind (self->follow_ups, portfolio, account);
  qd_plan_rows_bind (self->plans, portfolio, account, TRUE);
  qd_health_panel_bind (self->health, portfolio, account);
  qd_entry_links_bind (self->entry_links, portfolio, account);
  qd_account_details_bind (self->details, portfolio, account);
  qd_editor_bind_all (self, qd_portfolio_get_store (portfolio), account);

  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (
        qd_portfolio_get_index (portfolio, watched[i]), "changed", G_CALLBACK (update_next), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TENANT),
                           "changed",
                           G_CALLBACK (tenants_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_MAINTENANCE),
                           "changed",
                           G_CALLBACK (update_maintenance),
                           self,
                           G_CONNECT_SWAPPED);

  update_next (self);
  tenants_changed_cb (self);
}
