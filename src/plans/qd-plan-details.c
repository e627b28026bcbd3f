/* qd-plan-details.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-details"

#include "qd-plan-details.h"

#include <glib/gi18n.h>

#include "qd-day-row.h"
#include "qd-day-words.h"
#include "qd-entry-links.h"
#include "qd-enum-row.h"
#include "qd-notes-view.h"
#include "qd-order-edits.h"
#include "qd-phase-row.h"
#include "qd-plan-edits.h"
#include "qd-shell.h"
#include "qd-task.h"
#include "qd-text-row.h"
#include "qd-typed-line.h"

/**
 * QdPlanDetails:
 *
 * What a plan is, and its phases. A new start is asked about before it is
 * written, as open tasks may move along with it.
 */
struct _QdPlanDetails
{
  AdwBin        parent_instance;

  QdPortfolio  *portfolio;
  QdPlan       *plan;
  QdPlan       *start_draft; /* what the row of the start edits */
  gboolean      following;   /* the record, and not a person */

  GtkWidget    *start_row;
  QdEntryLinks *entry_links;
  GtkListBox   *phases;
  AdwEntryRow  *phase_entry;
};

G_DEFINE_FINAL_TYPE (QdPlanDetails, qd_plan_details, ADW_TYPE_BIN)

static QdStore *
get_store (QdPlanDetails *self)
{
  return qd_portfolio_get_store (self->portfolio);
}

/* The start */

static void
follow_start (QdPlanDetails *self)
{
  self->following = TRUE;
  g_object_set (self->start_draft, "start", self->plan->start, NULL);
  self->following = FALSE;
}

static GPtrArray *
peek_tasks (QdPlanDetails *self)
{
  return qd_portfolio_peek_children (self->portfolio, QD_TYPE_TASK, qd_record_get_id (self->plan));
}

static void
shift_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(QdPlanDetails) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);
  int         start = self->start_draft != NULL ? self->start_draft->start : QD_DAY_NONE;

  if (self->plan == NULL)
    return;

  if (g_str_equal (response, "all") || g_str_equal (response, "plan"))
    qd_plan_shift_async (get_store (self),
                         self->plan,
                         start,
                         g_str_equal (response, "all") ? peek_tasks (self) : NULL,
                         qd_shell_edit_cb,
                         g_object_ref (self));
  else
    follow_start (self);
}

static void
ask_about_start (QdPlanDetails *self)
{
  int n_days = self->start_draft->start - self->plan->start;
  g_autoptr(GPtrArray) shifted = qd_plan_find_shifted (peek_tasks (self), n_days);
  g_autofree char *day = qd_day_dup_full (self->start_draft->start);
  g_autofree char *days = g_strdup_printf (
      n_days > 0 ? ngettext ("%d day later", "%d days later", n_days)
                 : ngettext ("%d day earlier", "%d days earlier", -n_days),
      ABS (n_days));
  g_autofree char *tasks = g_strdup_printf (
      ngettext ("%u open task has days that can move along.", "%u open tasks have days that can move along.", shifted->len),
      shifted->len);
  /* Translators: a day, how far it is from the one before, and a sentence about tasks */
  g_autofree char *body =
      g_strdup_printf (_ ("The plan would start on %1$s, %2$s, and so would its phases and its target move. %3$s"),
                       day, days, tasks);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Move the Start?"), body));

  adw_alert_dialog_add_responses (dialog,
                                  "cancel", _ ("_Cancel"),
                                  "plan", _ ("Move the _Plan Only"),
                                  "all", _ ("Move Open _Tasks Too"),
                                  NULL);
  adw_alert_dialog_set_prefer_wide_layout (dialog, TRUE);
  adw_alert_dialog_set_response_appearance (dialog, "all", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "all");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, shift_chosen_cb, g_object_ref (self));
}

static void
start_changed_cb (QdPlanDetails *self)
{
  int start = self->start_draft->start;

  if (self->following || start == self->plan->start)
    return;

  if (start == QD_DAY_NONE)
    {
      g_autoptr(GError) error = g_error_new_literal (
          QD_RECORD_ERROR, QD_RECORD_ERROR_BAD_VALUE, _ ("“Start” must not be empty, so it stays as it was"));

      qd_shell_report (self, error);
      follow_start (self);
      return;
    }

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ask_about_start (self);
}

/* Phases */

static QdPhaseRow *
get_row (QdPlanDetails *self,
         int            index)
{
  return index >= 0 ? (QdPhaseRow *)gtk_list_box_get_row_at_index (self->phases, index) : NULL;
}

static GPtrArray *
peek_phases (QdPlanDetails *self)
{
  return qd_portfolio_peek_children (self->portfolio, QD_TYPE_PHASE, qd_record_get_id (self->plan));
}

static void
phase_added_cb (QdPlanDetails *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->phase_entry))));
  g_autoptr(QdPhase) draft = NULL;

  if (*name == '\0')
    return;

  draft = qd_phase_create_next (self->plan, peek_phases (self), name);
  qd_phase_add_async (get_store (self), draft, qd_typed_line_cb, qd_typed_line_take (self, self->phase_entry));
}

static void
moved_cb (QdPlanDetails *self,
          int            n_rows,
          QdPhaseRow    *row)
{
  int         index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + n_rows;
  QdPhaseRow *before = get_row (self, n_rows > 0 ? index + 1 : index);

  if (get_row (self, index) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (row));
      return;
    }

  qd_phase_move_async (get_store (self),
                       qd_phase_row_get_phase (row),
                       before != NULL ? qd_record_get_id (qd_phase_row_get_phase (before)) : 0,
                       qd_shell_edit_cb,
                       g_object_ref (self));
}

static void
deleted_cb (QdPlanDetails *self,
            QdPhaseRow    *row)
{
  QdPhase         *phase = qd_phase_row_get_phase (row);
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted; its tasks are in no phase now"), phase->name);

  qd_phase_delete_async (get_store (self), phase, qd_shell_edit_cb, g_object_ref (self));
  qd_shell_tell_undoable (self, message);
}

static QdPhaseRow *
find_row (QdPlanDetails *self,
          QdPhase       *phase)
{
  QdPhaseRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (qd_phase_row_get_phase (row) == phase)
        return row;
    }

  row = qd_phase_row_new (self->portfolio, self->plan, phase);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->phases, GTK_WIDGET (row));

  return row;
}

static void
sync_phases (QdPlanDetails *self)
{
  g_autoptr(GPtrArray) phases = qd_order_dup_sorted (peek_phases (self));
  QdPhaseRow *row;

  for (guint i = 0; i < phases->len; i++)
    {
      row = find_row (self, g_ptr_array_index (phases, i));

      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == (int)i)
        continue;

      g_object_ref (row);
      gtk_list_box_remove (self->phases, GTK_WIDGET (row));
      gtk_list_box_insert (self->phases, GTK_WIDGET (row), i);
      g_object_unref (row);
    }

  while ((row = get_row (self, phases->len)) != NULL)
    gtk_list_box_remove (self->phases, GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self->phases), phases->len > 0);
}

static void
phases_changed_cb (QdPlanDetails *self,
                   gint64         parent)
{
  if (parent == qd_record_get_id (self->plan))
    sync_phases (self);
}

static void
qd_plan_details_dispose (GObject *object)
{
  QdPlanDetails *self = QD_PLAN_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLAN_DETAILS);
  g_clear_object (&self->start_draft);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_plan_details_parent_class)->dispose (object);
}

static void
qd_plan_details_class_init (QdPlanDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_plan_details_dispose;

  g_type_ensure (QD_TYPE_DAY_ROW);
  g_type_ensure (QD_TYPE_ENTRY_LINKS);
  g_type_ensure (QD_TYPE_ENUM_ROW);
  g_type_ensure (QD_TYPE_NOTES_VIEW);
  g_type_ensure (QD_TYPE_TEXT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-plan-details.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPlanDetails, start_row);
  gtk_widget_class_bind_template_child (widget_class, QdPlanDetails, entry_links);
  gtk_widget_class_bind_template_child (widget_class, QdPlanDetails, phases);
  gtk_widget_class_bind_template_child (widget_class, QdPlanDetails, phase_entry);
  gtk_widget_class_bind_template_callback (widget_class, phase_added_cb);
}

static void
qd_plan_details_init (QdPlanDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qd_plan_details_new (QdPortfolio *portfolio,
                     QdPlan      *plan)
{
  QdPlanDetails *self = g_object_new (QD_TYPE_PLAN_DETAILS, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);
  self->start_draft = qd_record_dup_draft (plan);
  qd_editor_bind_all (self, get_store (self), plan);
  qd_editor_bind (self->start_row, NULL, self->start_draft);
  qd_entry_links_bind (self->entry_links, portfolio, plan);

  g_signal_connect_object (
      self->start_draft, "notify::start", G_CALLBACK (start_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "notify::start", G_CALLBACK (follow_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_PHASE),
                           "changed",
                           G_CALLBACK (phases_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  sync_phases (self);

  return GTK_WIDGET (self);
}
