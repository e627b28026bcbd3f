/* qd-objective-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-objective-dialog"

#include "qd-objective-dialog.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-choice.h"
#include "qd-day-row.h"
#include "qd-enum-row.h"
#include "qd-feature-hint.h"
#include "qd-notes-view.h"
#include "qd-objective-tasks.h"
#include "qd-outcome-stepper.h"
#include "qd-plan-edits.h"
#include "qd-plan-features.h"
#include "qd-reference-row.h"
#include "qd-shell.h"
#include "qd-switch-row.h"
#include "qd-task.h"
#include "qd-text-row.h"

/**
 * QdObjectiveDialog:
 *
 * All of an objective: what was agreed, where it stands in the life cycle of a
 * Verifiable Outcome, and what the next step there waits for, in words.
 */
struct _QdObjectiveDialog
{
  AdwDialog            parent_instance;

  QdPortfolio         *portfolio;
  QdObjective         *objective;
  gboolean             following; /* the record, and not a person */

  QdFactBook          *book; /* (nullable): where its plan is one for Dedicated */
  GtkWidget           *feature_row;
  GtkWidget           *feature_hint;
  AdwComboRow         *status_row;
  AdwComboRow         *outcome_row;
  QdOutcomeStepper    *stepper;
  AdwPreferencesGroup *missing_group;
  GtkListBox          *missing;
  GtkButton           *step_button;
  GtkWidget           *close_button;
  GtkWidget           *due_row;
  QdReferenceRow      *supports_row;
  GtkWidget           *baseline_view;
  GtkWidget           *criteria_view;
  GtkWidget           *impact_view;
  GtkWidget           *use_case_row;
  GtkWidget           *summary_view;
};

G_DEFINE_FINAL_TYPE (QdObjectiveDialog, qd_objective_dialog, ADW_TYPE_DIALOG)

static void refresh (QdObjectiveDialog *self);

static void
save_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(QdObjectiveDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    return;

  qd_shell_report (self, error);

  if (self->objective != NULL)
    refresh (self);
}

static void
change_state (QdObjectiveDialog *self,
              const char        *property,
              int                value)
{
  const QdColumn  *column = qd_record_find_column (QD_TYPE_OBJECTIVE, property);
  g_autofree char *label = g_strdup_printf (_ ("Change %s"), _ (column->label));
  g_autoptr(QdObjective) draft = qd_record_dup_draft (self->objective);

  g_object_set (draft, property, value, NULL);
  qd_objective_save_async (
      qd_portfolio_get_store (self->portfolio), draft, label, save_cb, g_object_ref (self));
}

static void
status_selected_cb (QdObjectiveDialog *self)
{
  int status = adw_combo_row_get_selected (self->status_row);

  if (!self->following && self->objective != NULL && status != self->objective->status)
    change_state (self, "status", status);
}

static void
outcome_selected_cb (QdObjectiveDialog *self)
{
  const QdColumn *column = qd_record_find_column (QD_TYPE_OBJECTIVE, "outcome");
  int             outcome = qd_choice_get_value (column, adw_combo_row_get_selected (self->outcome_row));

  if (!self->following && self->objective != NULL && outcome != (int)self->objective->outcome)
    change_state (self, "outcome", outcome);
}

static void
take_step (QdObjectiveDialog *self,
           QdOutcomeStep      step)
{
  qd_editor_flush_all (adw_dialog_get_child (ADW_DIALOG (self)));
  qd_objective_step_async (qd_portfolio_get_store (self->portfolio),
                           self->objective,
                           step,
                           qd_day_today (),
                           save_cb,
                           g_object_ref (self));
}

static void
take_step_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdObjectiveDialog *self = QD_OBJECTIVE_DIALOG (widget);

  take_step (self, qd_outcome_get_next_step (self->objective));
}

static void
close_objective_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  take_step (QD_OBJECTIVE_DIALOG (widget), QD_OUTCOME_STEP_CLOSE);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdObjectiveDialog *self = QD_OBJECTIVE_DIALOG (widget);
  g_autofree char   *message = g_strdup_printf (_ ("“%s” deleted"), self->objective->name);

  qd_shell_tell_undoable (self, message);
  qd_objective_delete_async (
      qd_portfolio_get_store (self->portfolio), self->objective, qd_shell_edit_cb, g_object_ref (self));
}

/* Returns: (nullable): where the field that is missing can be filled in */
static GtkWidget *
find_editor (QdObjectiveDialog *self,
             const char        *property)
{
  const struct
  {
    const char *property;
    GtkWidget  *editor;
  } editors[] = {
    { "baseline", self->baseline_view },
    { "criteria", self->criteria_view },
    { "impact", self->impact_view },
    { "due", self->due_row },
    { "use-case", self->use_case_row },
    { "summary", self->summary_view },
    { "status", GTK_WIDGET (self->status_row) },
    { "outcome", GTK_WIDGET (self->outcome_row) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      if (g_strcmp0 (editors[i].property, property) == 0)
        return editors[i].editor;
    }

  return NULL;
}

static void
gap_activated_cb (QdObjectiveDialog *self,
                  GtkListBoxRow     *row)
{
  GtkWidget *editor = find_editor (self, g_object_get_data (G_OBJECT (row), "property"));

  if (editor != NULL)
    gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
}

static void
append_gap (QdObjectiveDialog  *self,
            const QdOutcomeGap *gap)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon =
      gtk_image_new_from_icon_name (gap->refuses ? "dialog-warning-symbolic" : "dialog-information-symbolic");

  gtk_widget_add_css_class (icon, gap->refuses ? "warning" : "dimmed");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (icon),
      GTK_ACCESSIBLE_PROPERTY_LABEL, gap->refuses ? _ ("Needed") : _ ("Advised"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gap->what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gap->why);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), find_editor (self, gap->property) != NULL);
  /* A literal of the rules */
  g_object_set_data (G_OBJECT (row), "property", (gpointer)gap->property);
  gtk_list_box_append (self->missing, row);
}

static void
show_missing (QdObjectiveDialog *self)
{
  QdOutcomeStep step = qd_outcome_get_next_step (self->objective);
  g_autoptr(GPtrArray) tasks = qd_objective_dup_tasks (self->portfolio, self->objective);
  g_autoptr(GPtrArray) gaps = qd_outcome_find_missing (self->objective, step, tasks);
  gboolean may_close = step == QD_OUTCOME_STEP_VERIFY;
  gboolean may_step = qd_outcome_check_step (self->objective, step, NULL);

  gtk_list_box_remove_all (self->missing);

  for (guint i = 0; i < gaps->len; i++)
    append_gap (self, g_ptr_array_index (gaps, i));

  gtk_widget_set_visible (GTK_WIDGET (self->missing), gaps->len > 0);
  gtk_button_set_label (self->step_button, qd_outcome_step_get_label (step));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.take-step", may_step);
  gtk_widget_set_visible (self->close_button, may_close);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "dialog.close-objective",
                                 may_close &&
                                     qd_outcome_check_step (self->objective, QD_OUTCOME_STEP_CLOSE, NULL));
  adw_preferences_group_set_description (
      self->missing_group,
      self->objective->closed != QD_DAY_NONE ? _ ("The objective is closed")
      : !may_step                            ? _ ("This is still missing")
      : gaps->len > 0                        ? _ ("Nothing that is needed is missing")
                                             : _ ("Nothing is missing"));
}

/* Only where the account has another plan with objectives is there anything to choose. */
static void
show_supports (QdObjectiveDialog *self)
{
  g_autoptr(GPtrArray) objectives = qd_objective_dup_supportable (self->portfolio, self->objective);

  qd_reference_row_fill (
      self->supports_row, self->portfolio, objectives, "name", C_ ("reference", "None"), self->objective->supports);
  gtk_widget_set_visible (GTK_WIDGET (self->supports_row), objectives->len > 0);
}

static void
supports_chosen_cb (QdObjectiveDialog *self,
                    gint64             id)
{
  g_auto(GValue) value = G_VALUE_INIT;

  if (id == self->objective->supports)
    return;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, id);
  qd_record_change_async (self->objective,
                          qd_portfolio_get_store (self->portfolio),
                          "supports",
                          &value,
                          save_cb,
                          g_object_ref (self));
}

/* What it names that the customer's Dedicated has not */
static void
show_hint (QdObjectiveDialog *self)
{
  const char *const texts[] = { self->objective->name, self->objective->baseline, self->objective->criteria,
                                self->objective->impact, self->objective->summary };

  qd_feature_hint_show (QD_FEATURE_HINT (self->feature_hint), self->book, texts, G_N_ELEMENTS (texts));
  gtk_widget_set_visible (self->feature_row, qd_feature_hint_get_words (QD_FEATURE_HINT (self->feature_hint)) != NULL);
}

static void
refresh (QdObjectiveDialog *self)
{
  const QdColumn *outcome = qd_record_find_column (QD_TYPE_OBJECTIVE, "outcome");
  gboolean        open = self->objective->closed == QD_DAY_NONE;

  self->following = TRUE;
  adw_combo_row_set_selected (self->status_row, self->objective->status);
  adw_combo_row_set_selected (self->outcome_row, qd_choice_get_position (outcome, self->objective->outcome));
  self->following = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->outcome_row),
                               qd_outcome_get_meaning (self->objective->outcome));
  gtk_widget_set_sensitive (GTK_WIDGET (self->status_row), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outcome_row), open);
  qd_outcome_stepper_set (self->stepper, self->objective);
  show_supports (self);
  show_missing (self);
  show_hint (self);
}

/* An objective that is deleted, or whose adding is undone, has nothing left to edit. */
static void
children_changed_cb (QdObjectiveDialog *self,
                     gint64             parent)
{
  if (self->objective == NULL || parent != self->objective->plan)
    return;

  if (qd_record_is_live (self->objective))
    refresh (self);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
qd_objective_dialog_closed (AdwDialog *dialog)
{
  qd_editor_flush_all (adw_dialog_get_child (dialog));

  if (ADW_DIALOG_CLASS (qd_objective_dialog_parent_class)->closed != NULL)
    ADW_DIALOG_CLASS (qd_objective_dialog_parent_class)->closed (dialog);
}

static void
qd_objective_dialog_dispose (GObject *object)
{
  QdObjectiveDialog *self = QD_OBJECTIVE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_OBJECTIVE_DIALOG);
  g_clear_object (&self->book);
  g_clear_object (&self->objective);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_objective_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-objective-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, feature_row);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, status_row);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, stepper);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, missing_group);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, step_button);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, supports_row);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, baseline_view);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, criteria_view);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, impact_view);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, use_case_row);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveDialog, summary_view);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, supports_chosen_cb);
}

static void
qd_objective_dialog_class_init (QdObjectiveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_objective_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = qd_objective_dialog_closed;

  g_type_ensure (QD_TYPE_DAY_ROW);
  g_type_ensure (QD_TYPE_ENUM_ROW);
  g_type_ensure (QD_TYPE_NOTES_VIEW);
  g_type_ensure (QD_TYPE_OUTCOME_STEPPER);
  g_type_ensure (QD_TYPE_REFERENCE_ROW);
  g_type_ensure (QD_TYPE_SWITCH_ROW);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "dialog.take-step", NULL, take_step_cb);
  gtk_widget_class_install_action (widget_class, "dialog.close-objective", NULL, close_objective_cb);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_cb);
}

static void
fill_combo (AdwComboRow *row,
            const char  *property)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  qd_choice_fill (labels, qd_record_find_column (QD_TYPE_OBJECTIVE, property));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
qd_objective_dialog_init (QdObjectiveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->feature_hint = qd_feature_hint_new (TRUE);
  gtk_widget_add_css_class (self->feature_hint, "hours-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->feature_row), self->feature_hint);

  self->following = TRUE;
  fill_combo (self->status_row, "status");
  fill_combo (self->outcome_row, "outcome");
  self->following = FALSE;
}

QdObjectiveDialog *
qd_objective_dialog_new (QdPortfolio *portfolio,
                         QdObjective *objective)
{
  QdObjectiveDialog *self = g_object_new (QD_TYPE_OBJECTIVE_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->objective = g_object_ref (objective);

  if (qd_plan_is_for_dedicated (portfolio, objective->plan))
    self->book = qd_fact_book_get (portfolio);

  qd_editor_bind_all (adw_dialog_get_child (ADW_DIALOG (self)), qd_portfolio_get_store (portfolio), objective);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_OBJECTIVE),
                           "changed",
                           G_CALLBACK (children_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (children_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

void
qd_objective_dialog_present (GtkWidget   *parent,
                             QdPortfolio *portfolio,
                             QdObjective *objective)
{
  adw_dialog_present (ADW_DIALOG (qd_objective_dialog_new (portfolio, objective)), parent);
}
