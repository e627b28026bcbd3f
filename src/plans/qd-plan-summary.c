/* qd-plan-summary.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-summary"

#include "qd-plan-summary.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-config.h"
#include "qd-day-words.h"
#include "qd-plan-progress.h"
#include "qd-progress-meter.h"
#include "qd-screen.h"
#include "qd-sealed-label.h"
#include "qd-shell.h"
#include "qd-status-look.h"
#include "qd-task.h"

/**
 * QdPlanSummary:
 *
 * What a plan is, which day of it today is, and what is done against what the
 * calendar expects.
 */
struct _QdPlanSummary
{
  AdwBin           parent_instance;

  QdPortfolio     *portfolio;
  QdPlan          *plan;
  GSettings       *settings;
  int              today;
  gboolean         compact;
  gboolean         narrow;

  GtkLabel        *name;
  GtkWidget       *details;
  GtkButton       *account;
  QdSealedLabel   *account_name;
  GtkLabel        *kind;
  GtkLabel        *status;
  GtkLabel        *day;
  GtkLabel        *target;
  QdProgressMeter *meter;
  GtkLabel        *progress;
  GtkWidget       *pace_box;
  GtkImage        *pace_icon;
  GtkLabel        *pace;
  GtkLabel        *counts;
};

G_DEFINE_FINAL_TYPE (QdPlanSummary, qd_plan_summary, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COMPACT,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
account_clicked_cb (QdPlanSummary *self)
{
  qd_shell_open_account (self, self->plan->account);
}

static void
show_account (QdPlanSummary *self)
{
  QdAccount       *account = qd_portfolio_lookup (self->portfolio, QD_TYPE_ACCOUNT, self->plan->account);
  gboolean         show_codenames = g_settings_get_boolean (self->settings, "show-codenames");
  g_autofree char *title = account != NULL ? qd_account_dup_title (account, show_codenames) : NULL;
  g_autofree char *secret = account != NULL ? qd_account_dup_secret (account) : NULL;

  qd_sealed_label_set (self->account_name, title, secret);
  gtk_widget_set_visible (GTK_WIDGET (self->account), title != NULL);
}

static void
show_days (QdPlanSummary *self)
{
  g_autofree char *day = qd_plan_dup_day_words (self->plan, self->today);
  g_autofree char *target_day = qd_day_dup_short (self->plan->target, self->today);
  g_autofree char *target_full = qd_day_dup_full (self->plan->target);
  g_autofree char *relative = qd_day_dup_relative (self->plan->target, self->today);
  /* Translators: the day a plan is to be through, and how far off that is: “Target Tue 24 Nov, in 3 days” */
  g_autofree char *target = g_strdup_printf (_ ("Target %1$s, %2$s"), target_day, relative);
  gboolean         over = self->plan->status == QD_PLAN_STATUS_CLOSED;

  gtk_label_set_label (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), !over);
  gtk_label_set_label (self->target, target);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->target), target_full);
}

static char *
dup_counts (QdPlanCounts counts)
{
  g_autofree char *open = g_strdup_printf (ngettext ("%u open", "%u open", counts.n_open), counts.n_open);
  g_autofree char *late = g_strdup_printf (ngettext ("%u late", "%u late", counts.n_late), counts.n_late);
  g_autofree char *today =
      g_strdup_printf (ngettext ("%u due today", "%u due today", counts.n_today), counts.n_today);
  GPtrArray *parts = g_ptr_array_new ();
  char      *text;

  if (counts.n_open > 0)
    g_ptr_array_add (parts, open);

  if (counts.n_late > 0)
    g_ptr_array_add (parts, late);

  if (counts.n_today > 0)
    g_ptr_array_add (parts, today);

  g_ptr_array_add (parts, NULL);
  /* Translators: between two counts: “12 open · 3 late” */
  text = g_strjoinv (C_ ("counts", " · "), (char **)parts->pdata);
  g_ptr_array_unref (parts);

  return text;
}

static void
show_progress (QdPlanSummary *self)
{
  GPtrArray *tasks =
      qd_portfolio_peek_children (self->portfolio, QD_TYPE_TASK, qd_record_get_id (self->plan));
  double           done = qd_plan_progress_done (tasks);
  double           expected = qd_plan_progress_expected (tasks, self->today);
  QdPlanPace       pace = qd_plan_progress_get_pace (done, expected);
  g_autofree char *words = qd_plan_progress_dup_words (done, expected);
  g_autofree char *pace_words = qd_plan_progress_dup_pace_words (done, expected);
  g_autofree char *counts = dup_counts (qd_plan_progress_count (tasks, self->today));

  qd_progress_meter_set (self->meter, done, expected);
  gtk_label_set_label (self->progress, tasks->len > 0 ? words : _ ("No tasks yet"));
  gtk_label_set_label (self->pace, pace_words);
  gtk_image_set_from_icon_name (self->pace_icon, qd_plan_pace_get_icon (pace));
  qd_status_look_set_style (self->pace_box, qd_plan_pace_get_style (pace));
  gtk_widget_set_visible (self->pace_box, tasks->len > 0);
  gtk_label_set_label (self->counts, counts);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), *counts != '\0');
}

/* Leaves out what there is no room for. The header bar has the name where it is narrow. */
static void
show_room (QdPlanSummary *self)
{
  gtk_widget_set_visible (self->details, !self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->name), !self->compact && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), !self->narrow);
}

static void
refresh (QdPlanSummary *self)
{
  g_autofree char *name = qd_screen_dup_text (self->portfolio, self->plan->name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->kind, qd_nicks_get_label (qd_plan_kinds, self->plan->kind));
  gtk_label_set_label (self->status, qd_nicks_get_label (qd_plan_statuses, self->plan->status));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  show_account (self);
  show_days (self);
  show_progress (self);
}

static void
tasks_changed_cb (QdPlanSummary *self,
                  gint64         parent)
{
  if (parent == qd_record_get_id (self->plan))
    show_progress (self);
}

static void
qd_plan_summary_dispose (GObject *object)
{
  QdPlanSummary *self = QD_PLAN_SUMMARY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLAN_SUMMARY);
  g_clear_object (&self->settings);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_plan_summary_parent_class)->dispose (object);
}

static void
qd_plan_summary_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, QD_PLAN_SUMMARY (object)->compact);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, QD_PLAN_SUMMARY (object)->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_plan_summary_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdPlanSummary *self = QD_PLAN_SUMMARY (object);

  switch (prop_id)
    {
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      show_room (self);
      break;

    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      show_room (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_plan_summary_class_init (QdPlanSummaryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_plan_summary_dispose;
  object_class->get_property = qd_plan_summary_get_property;
  object_class->set_property = qd_plan_summary_set_property;

  /* Whether there is room for nothing but the progress. */
  properties[PROP_COMPACT] =
      g_param_spec_boolean ("compact", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  /* Whether it is as wide as a telephone. */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_PROGRESS_METER);
  g_type_ensure (QD_TYPE_SEALED_LABEL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-plan-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, name);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, details);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, account);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, account_name);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, kind);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, status);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, day);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, target);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, meter);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, progress);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, pace_box);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, pace_icon);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, pace);
  gtk_widget_class_bind_template_child (widget_class, QdPlanSummary, counts);
  gtk_widget_class_bind_template_callback (widget_class, account_clicked_cb);
}

static void
qd_plan_summary_init (QdPlanSummary *self)
{
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once. */
void
qd_plan_summary_bind (QdPlanSummary *self,
                      QdPortfolio   *portfolio,
                      QdPlan        *plan)
{
  QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);

  g_return_if_fail (QD_IS_PLAN_SUMMARY (self));

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);
  self->today = qd_day_today ();
  g_signal_connect_object (plan, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (tasks_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  if (account != NULL)
    g_signal_connect_object (account, "notify", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);

  refresh (self);
}

void
qd_plan_summary_set_today (QdPlanSummary *self,
                           int            today)
{
  g_return_if_fail (QD_IS_PLAN_SUMMARY (self));

  self->today = today;
  refresh (self);
}
