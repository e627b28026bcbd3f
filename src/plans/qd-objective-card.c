/* qd-objective-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-objective-card"

#include "qd-objective-card.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-feature-hint.h"
#include "qd-objective-tasks.h"
#include "qd-outcome-rules.h"
#include "qd-outcome-stepper.h"
#include "qd-plan-features.h"
#include "qd-plan.h"
#include "qd-screen.h"
#include "qd-status-look.h"
#include "qd-task.h"

/**
 * QdObjectiveCard:
 *
 * An objective in the list of a plan's: its state, how far its tasks are, and
 * what its next step waits for.
 */
struct _QdObjectiveCard
{
  GtkListBoxRow     parent_instance;

  QdPortfolio      *portfolio;
  QdObjective      *objective;

  GtkLabel         *name;
  GtkWidget        *status_box;
  GtkImage         *status_icon;
  GtkLabel         *status;
  GtkLabel         *due;
  GtkLabel         *tasks;
  GtkLabel         *details;
  QdOutcomeStepper *stepper;
  GtkWidget        *missing_box;
  GtkLabel         *missing;
  QdFactBook       *book; /* (nullable): from when its plan was one for Dedicated */
  GtkWidget        *hint;
};

G_DEFINE_FINAL_TYPE (QdObjectiveCard, qd_objective_card, GTK_TYPE_LIST_BOX_ROW)

enum
{
  MOVED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
action_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  if (g_str_equal (action_name, "objective.delete"))
    g_signal_emit (widget, signals[DELETED], 0);
  else
    g_signal_emit (widget, signals[MOVED], 0, g_str_equal (action_name, "objective.move-up") ? -1 : 1);
}

static void
show_due (QdObjectiveCard *self,
          int              today)
{
  QdObjective     *objective = self->objective;
  g_autofree char *day = qd_day_dup_short (objective->due, today);
  g_autofree char *full = qd_day_dup_full (objective->due);
  g_autofree char *closed = qd_day_dup_short (objective->closed, today);
  g_autofree char *text = NULL;
  gboolean         late = objective->closed == QD_DAY_NONE && objective->due != QD_DAY_NONE && objective->due < today;
  int              n_days = today - objective->due;

  if (objective->closed != QD_DAY_NONE)
    text = g_strdup_printf (_ ("closed %s"), closed);
  else if (late)
    text = g_strdup_printf (ngettext ("%d day late", "%d days late", n_days), n_days);
  else if (objective->due != QD_DAY_NONE)
    text = g_strdup_printf (_ ("due %s"), day);

  gtk_label_set_label (self->due, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due), full);
  gtk_widget_set_visible (GTK_WIDGET (self->due), text != NULL);
  qd_status_look_set_style (GTK_WIDGET (self->due), late ? "error" : "dimmed");
}

static void
show_tasks (QdObjectiveCard *self,
            GPtrArray       *tasks)
{
  g_autofree char *text = NULL;
  guint            n_done = 0;

  for (guint i = 0; i < tasks->len; i++)
    n_done += QD_TASK (tasks->pdata[i])->status == QD_TASK_STATUS_DONE;

  /* Translators: of the tasks of an objective */
  text = tasks->len > 0
             ? g_strdup_printf (ngettext ("%1$u of %2$u task done", "%1$u of %2$u tasks done", tasks->len), n_done, tasks->len)
             : g_strdup (_ ("no tasks"));
  gtk_label_set_label (self->tasks, text);
}

/* Names each plan once whose tasks are among those that are counted. */
static void
add_supporting (QdObjectiveCard *self,
                GStrvBuilder    *builder)
{
  g_autoptr(GPtrArray) supporting = qd_objective_dup_supporting (self->portfolio, self->objective);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < supporting->len; i++)
    {
      QdPlan *plan = qd_portfolio_lookup (
          self->portfolio, QD_TYPE_PLAN, QD_OBJECTIVE (supporting->pdata[i])->plan);

      g_autofree char *other = plan != NULL ? qd_screen_dup_text (self->portfolio, plan->name) : NULL;

      /* Translators: an objective has tasks in the plan %s, too */
      if (plan != NULL && g_hash_table_add (seen, plan))
        g_strv_builder_take (builder, g_strdup_printf (_ ("with “%s”"), other));
    }
}

static void
show_details (QdObjectiveCard *self)
{
  QdObjective *objective = self->objective;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *text = NULL;

  if ((int)objective->use_case != QD_ENUM_NONE)
    g_strv_builder_add (builder, qd_nicks_get_label (qd_use_cases, objective->use_case));

  if ((int)objective->priority != QD_ENUM_NONE)
    g_strv_builder_take (
        builder,
        g_strdup_printf (_ ("%s priority"), qd_nicks_get_label (qd_objective_priorities, objective->priority)));

  if (objective->visibility == QD_VISIBILITY_INTERNAL)
    g_strv_builder_add (builder, C_ ("task", "Internal"));

  add_supporting (self, builder);
  parts = g_strv_builder_end (builder);
  text = g_strjoinv (C_ ("counts", " · "), parts);
  gtk_label_set_label (self->details, text);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *text != '\0');
}

static void
show_missing (QdObjectiveCard *self,
              GPtrArray       *tasks)
{
  QdOutcomeStep step = qd_outcome_get_next_step (self->objective);
  g_autoptr(GPtrArray) gaps = qd_outcome_find_missing (self->objective, step, tasks);
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: what is to be done with an objective next: “Next: Mark as Accepted” */
  g_string_printf (text, _ ("Next: %s"), qd_outcome_step_get_label (step));

  for (guint i = 0; i < gaps->len; i++)
    g_string_append_printf (text, " · %s", ((QdOutcomeGap *)g_ptr_array_index (gaps, i))->what);

  gtk_label_set_label (self->missing, text->str);
  gtk_widget_set_visible (self->missing_box, step != QD_OUTCOME_STEP_REOPEN);
}

static void
qd_objective_card_dispose (GObject *object)
{
  QdObjectiveCard *self = QD_OBJECTIVE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_OBJECTIVE_CARD);
  g_clear_object (&self->book);
  g_clear_object (&self->objective);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_objective_card_parent_class)->dispose (object);
}

static void
qd_objective_card_class_init (QdObjectiveCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_objective_card_dispose;

  /* Each asks for what its name says; “moved” with how many rows down. */
  signals[MOVED] =
      g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DELETED] = g_signal_new ("deleted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QD_TYPE_OUTCOME_STEPPER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-objective-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, name);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, status_box);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, status_icon);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, status);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, due);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, tasks);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, details);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, stepper);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, missing_box);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveCard, missing);

  gtk_widget_class_install_action (widget_class, "objective.move-up", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "objective.move-down", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "objective.delete", NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "objective.move-up", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "objective.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "objective.delete", NULL);
}

static void
qd_objective_card_init (QdObjectiveCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->hint = qd_feature_hint_new (FALSE);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), self->hint);
}

QdObjectiveCard *
qd_objective_card_new (QdPortfolio *portfolio,
                       QdObjective *objective)
{
  QdObjectiveCard *self = g_object_new (QD_TYPE_OBJECTIVE_CARD, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->objective = g_object_ref (objective);

  return self;
}

QdObjective *
qd_objective_card_get_objective (QdObjectiveCard *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE_CARD (self), NULL);

  return self->objective;
}

/* What it names that the customer's Dedicated has not */
static void
show_hint (QdObjectiveCard *self)
{
  const char *const texts[] = { self->objective->name, self->objective->baseline, self->objective->criteria,
                                self->objective->impact, self->objective->summary };
  gboolean          matters = qd_plan_is_for_dedicated (self->portfolio, self->objective->plan);

  if (matters && self->book == NULL)
    self->book = qd_fact_book_get (self->portfolio);

  qd_feature_hint_show (QD_FEATURE_HINT (self->hint), matters ? self->book : NULL, texts, G_N_ELEMENTS (texts));
}

void
qd_objective_card_refresh (QdObjectiveCard *self,
                           int              today)
{
  QdObjective *objective = self->objective;
  g_autoptr(GPtrArray) tasks = qd_objective_dup_tasks (self->portfolio, objective);
  g_autofree char *name = qd_screen_dup_text (self->portfolio, objective->name);

  gtk_label_set_label (self->name, name);
  gtk_image_set_from_icon_name (self->status_icon, qd_objective_status_get_icon (objective->status));
  gtk_label_set_label (self->status, qd_nicks_get_label (qd_objective_statuses, objective->status));
  qd_status_look_set_style (self->status_box, qd_objective_status_get_style (objective->status));
  qd_outcome_stepper_set (self->stepper, objective);
  show_due (self, today);
  show_tasks (self, tasks);
  show_details (self);
  show_missing (self, tasks);
  show_hint (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (self->missing),
                                  -1);
}
