/* qd-wizard-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-wizard-schedule"

#include "qd-wizard-schedule.h"

#include <glib/gi18n.h>

#include "qd-calendar-words.h"
#include "qd-day-row.h"
#include "qd-day-words.h"
#include "qd-objective.h"
#include "qd-plan.h"
#include "qd-text-row.h"
#include "qd-time-axis.h"
#include "qd-week.h"

/* Workshops begin between seven and six, at the full or the half hour. */
#define FIRST_TIME (7 * 60)
#define LAST_TIME (18 * 60)
#define TIME_STEP 30

#define DAYS_PER_WEEK 7
#define N_WEEKS 12

/**
 * QdWizardSchedule:
 *
 * When an accelerator is, by which calendars, who leads it, and what it supports.
 */
struct _QdWizardSchedule
{
  AdwBin               parent_instance;

  QdPortfolio         *portfolio;
  QdPlan              *plan; /* a draft: its name and start, as typed so far */
  QdAccount           *account;
  char                *suggested; /* the name that came with the modules */
  GPtrArray           *checks;    /* GtkCheckButton, of each objective */

  AdwPreferencesGroup *days_group;
  GtkWidget           *start_row;
  GtkWidget           *name_row;
  AdwComboRow         *time_row;
  AdwSwitchRow        *reporting_row;
  AdwActionRow        *our_row;
  AdwActionRow        *their_row;
  GtkWidget           *their_button;
  GtkEditable         *owner_row;
  GtkEditable         *customer_owner_row;
  AdwComboRow         *phases_row;
  AdwSwitchRow        *counted_row;
  AdwPreferencesGroup *objectives_group;
};

G_DEFINE_FINAL_TYPE (QdWizardSchedule, qd_wizard_schedule, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_activated_cb (QdWizardSchedule *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* “From Mon 30 Nov to Fri 19 Feb” */
static void
show_days (QdWizardSchedule *self)
{
  int              today = qd_day_today ();
  int              start = self->plan->start;
  int              n_weeks = adw_switch_row_get_active (self->reporting_row) ? N_WEEKS + 1 : N_WEEKS;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (start == QD_DAY_NONE)
    {
      adw_preferences_group_set_description (self->days_group, _ ("Any day of the first week will do"));
      return;
    }

  start = qd_week_get_start (start);
  first = qd_day_dup_short (start, today);
  last = qd_day_dup_short (start + n_weeks * DAYS_PER_WEEK - 1, today);
  /* Translators: the first day of the first week, and the last of the last */
  text = g_strdup_printf (_ ("The first week begins %1$s, the last ends %2$s"), first, last);
  adw_preferences_group_set_description (self->days_group, text);
}

static void
show_calendars (QdWizardSchedule *self)
{
  g_autofree char *ours = qd_working_calendar_dup_words (qd_working_calendar_find (self->portfolio, 0));
  g_autofree char *theirs = NULL;

  adw_action_row_set_subtitle (self->our_row, ours);

  if (self->account == NULL)
    return;

  theirs = qd_working_calendar_dup_words (
      qd_working_calendar_find (self->portfolio, qd_record_get_id (self->account)));
  adw_action_row_set_subtitle (self->their_row, theirs);
}

static void
append_objective (QdWizardSchedule *self,
                  QdPlan           *plan,
                  QdObjective      *objective)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gint64    *id = g_new (gint64, 1);

  *id = qd_record_get_id (objective);
  g_object_set_data_full (G_OBJECT (check), "objective", id, g_free);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, objective->name, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), objective->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plan->name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->objectives_group, row);
  g_ptr_array_add (self->checks, g_object_ref (check));
}

static void
clear_objectives (QdWizardSchedule *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    adw_preferences_group_remove (
        self->objectives_group,
        gtk_widget_get_ancestor (g_ptr_array_index (self->checks, i), ADW_TYPE_PREFERENCES_ROW));

  g_ptr_array_set_size (self->checks, 0);
}

/* Those of the account's other plans: an accelerator supports no other accelerator. */
static void
show_objectives (QdWizardSchedule *self)
{
  GPtrArray *plans = qd_portfolio_peek_children (self->portfolio, QD_TYPE_PLAN, qd_record_get_id (self->account));

  clear_objectives (self);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      QdPlan    *plan = g_ptr_array_index (plans, i);
      GPtrArray *objectives =
          qd_portfolio_peek_children (self->portfolio, QD_TYPE_OBJECTIVE, qd_record_get_id (plan));

      if (plan->kind == QD_PLAN_KIND_ACCELERATOR || plan->status == QD_PLAN_STATUS_CLOSED)
        continue;

      for (guint n = 0; objectives != NULL && n < objectives->len; n++)
        {
          QdObjective *objective = g_ptr_array_index (objectives, n);

          if (objective->closed == QD_DAY_NONE)
            append_objective (self, plan, objective);
        }
    }

  gtk_widget_set_visible (GTK_WIDGET (self->objectives_group), self->checks->len > 0);
}

static gboolean
qd_wizard_schedule_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (QD_WIZARD_SCHEDULE (widget)->start_row);
}

static void
qd_wizard_schedule_dispose (GObject *object)
{
  QdWizardSchedule *self = QD_WIZARD_SCHEDULE (object);

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, show_days, self);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_WIZARD_SCHEDULE);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->account);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->suggested, g_free);

  G_OBJECT_CLASS (qd_wizard_schedule_parent_class)->dispose (object);
}

static void
qd_wizard_schedule_class_init (QdWizardScheduleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_wizard_schedule_dispose;
  widget_class->grab_focus = qd_wizard_schedule_grab_focus;

  /* Enter was pressed in a field. */
  signals[ACTIVATED] = g_signal_new (
      "activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QD_TYPE_DAY_ROW);
  g_type_ensure (QD_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-wizard-schedule.ui");
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, days_group);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, start_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, name_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, time_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, reporting_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, our_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, their_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, their_button);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, owner_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, customer_owner_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, phases_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, counted_row);
  gtk_widget_class_bind_template_child (widget_class, QdWizardSchedule, objectives_group);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
qd_wizard_schedule_init (QdWizardSchedule *self)
{
  g_autoptr(GtkStringList) times = gtk_string_list_new (NULL);

  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int time = FIRST_TIME; time <= LAST_TIME; time += TIME_STEP)
    {
      g_autofree char *words = qd_time_dup_words (time);

      gtk_string_list_append (times, words);
    }

  adw_combo_row_set_model (self->time_row, G_LIST_MODEL (times));
  g_signal_connect_object (
      self->reporting_row, "notify::active", G_CALLBACK (show_days), self, G_CONNECT_SWAPPED);
}

/* @start: any day of the first week, as long as nobody says otherwise */
void
qd_wizard_schedule_bind (QdWizardSchedule *self,
                         QdPortfolio      *portfolio,
                         int               start,
                         QdPhaseNaming     phase_naming)
{
  QdAcceleratorDraft *usual;

  g_return_if_fail (QD_IS_WIZARD_SCHEDULE (self));

  usual = qd_accelerator_draft_new (0, start);
  self->portfolio = g_object_ref (portfolio);
  self->plan = qd_record_new_draft (QD_TYPE_PLAN);
  g_object_set (self->plan, "start", start, NULL);
  qd_editor_bind_all (self->start_row, NULL, self->plan);
  qd_editor_bind_all (self->name_row, NULL, self->plan);
  adw_combo_row_set_selected (self->time_row, (guint)(usual->workshop_time - FIRST_TIME) / TIME_STEP);
  adw_combo_row_set_selected (self->phases_row, phase_naming);
  g_signal_connect_object (self->plan, "notify::start", G_CALLBACK (show_days), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_WORKING_CALENDAR),
                           "items-changed",
                           G_CALLBACK (show_calendars),
                           self,
                           G_CONNECT_SWAPPED);
  show_days (self);
  show_calendars (self);
  qd_accelerator_draft_free (usual);
}

/* Its people, its calendar and its objectives; what was entered otherwise stays. */
void
qd_wizard_schedule_set_account (QdWizardSchedule *self,
                                QdAccount        *account)
{
  gint64           id;
  g_autofree char *owner = NULL;
  g_autofree char *customer_owner = NULL;

  g_return_if_fail (QD_IS_WIZARD_SCHEDULE (self));

  if (!g_set_object (&self->account, account))
    return;

  id = qd_record_get_id (account);
  owner = qd_accelerator_find_owner (self->portfolio, id);
  customer_owner = qd_accelerator_find_customer_owner (self->portfolio, id);
  gtk_editable_set_text (self->owner_row, owner != NULL ? owner : "");
  gtk_editable_set_text (self->customer_owner_row, customer_owner != NULL ? customer_owner : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->their_button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->their_button), "win.edit-calendar");
  show_calendars (self);
  show_objectives (self);
}

/* The name follows the modules until a person gives another. */
void
qd_wizard_schedule_suggest_name (QdWizardSchedule *self,
                                 QdCatalogue      *catalogue,
                                 GPtrArray        *modules)
{
  int              type = QD_ENUM_NONE;
  g_autofree char *name = NULL;

  g_return_if_fail (QD_IS_WIZARD_SCHEDULE (self));

  for (guint i = 0; i < modules->len && type == QD_ENUM_NONE; i++)
    {
      QdCatalogueModule *module = qd_catalogue_lookup (catalogue, g_ptr_array_index (modules, i));

      if (module != NULL)
        type = module->accelerator;
    }

  if (type != QD_ENUM_NONE)
    name = g_strdup_printf (_ ("%s accelerator"), _ (qd_nicks_get_label (qd_accelerators, type)));
  else
    name = g_strdup (_ ("Accelerator"));

  if (self->plan->name != NULL && *self->plan->name != '\0' && g_strcmp0 (self->plan->name, self->suggested) != 0)
    return;

  g_object_set (self->plan, "name", name, NULL);
  g_set_str (&self->suggested, name);
}

/* Returns: (transfer none) (nullable): what keeps it from being laid out; the widget to mend it in goes to @where */
const char *
qd_wizard_schedule_find_problem (QdWizardSchedule *self,
                                 GtkWidget       **where)
{
  const char *problem;

  g_return_val_if_fail (QD_IS_WIZARD_SCHEDULE (self), NULL);

  qd_editor_flush_all (self);
  *where = self->start_row;

  if ((problem = qd_field_get_problem (qd_editor_get_field (self->start_row))) != NULL)
    return problem;

  if (self->plan->start == QD_DAY_NONE)
    return _ ("Choose a day of the first week");

  *where = self->name_row;

  if ((problem = qd_field_get_problem (qd_editor_get_field (self->name_row))) != NULL)
    return problem;

  if (self->plan->name == NULL || *self->plan->name == '\0')
    return _ ("Give the plan a name");

  return NULL;
}

static char *
dup_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Takes what is entered into @draft, and the calendars of those days. */
void
qd_wizard_schedule_fill (QdWizardSchedule   *self,
                         QdAcceleratorDraft *draft)
{
  g_return_if_fail (QD_IS_WIZARD_SCHEDULE (self));

  draft->account = qd_record_get_id (self->account);

  if (self->plan->start != QD_DAY_NONE)
    draft->start = self->plan->start;

  qd_accelerator_draft_fill (draft, self->portfolio);
  g_free (draft->owner);
  g_free (draft->customer_owner);
  draft->owner = dup_text (self->owner_row);
  draft->customer_owner = dup_text (self->customer_owner_row);
  g_set_str (&draft->name, self->plan->name);
  draft->reporting_week = adw_switch_row_get_active (self->reporting_row);
  draft->workshop_time = FIRST_TIME + (int)adw_combo_row_get_selected (self->time_row) * TIME_STEP;
  draft->phase_naming = (QdPhaseNaming)adw_combo_row_get_selected (self->phases_row);
  draft->uncounted = !adw_switch_row_get_active (self->counted_row);
  g_array_set_size (draft->objectives, 0);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_array_append_vals (draft->objectives, g_object_get_data (G_OBJECT (check), "objective"), 1);
    }
}
