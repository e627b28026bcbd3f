/* qd-phase-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-phase-row"

#include "qd-phase-row.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-expander-name.h"
#include "qd-plan-progress.h"
#include "qd-screen.h"
#include "qd-text-row.h"

/**
 * QdPhaseRow:
 *
 * A phase of a plan: its name, and its days as counted and as they fall.
 */
struct _QdPhaseRow
{
  AdwExpanderRow parent_instance;

  QdPortfolio   *portfolio;
  QdPlan        *plan;
  QdPhase       *phase;
};

G_DEFINE_FINAL_TYPE (QdPhaseRow, qd_phase_row, ADW_TYPE_EXPANDER_ROW)

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
  if (g_str_equal (action_name, "phase.delete"))
    g_signal_emit (widget, signals[DELETED], 0);
  else
    g_signal_emit (widget, signals[MOVED], 0, g_str_equal (action_name, "phase.move-up") ? -1 : 1);
}

static void
refresh (QdPhaseRow *self)
{
  int              today = qd_day_today ();
  g_autofree char *first = qd_day_dup_short (qd_plan_get_phase_first (self->plan, self->phase), today);
  g_autofree char *last = qd_day_dup_short (qd_plan_get_phase_last (self->plan, self->phase), today);
  g_autofree char *days = g_strdup_printf (_ ("%1$s – %2$s"), first, last);
  g_autofree char *name = qd_screen_dup_text (self->portfolio, self->phase->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), days);
}

static void
qd_phase_row_dispose (GObject *object)
{
  QdPhaseRow *self = QD_PHASE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PHASE_ROW);
  g_clear_object (&self->phase);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_phase_row_parent_class)->dispose (object);
}

static void
qd_phase_row_class_init (QdPhaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_phase_row_dispose;

  /* Each asks for what its name says; “moved” with how many rows down. */
  signals[MOVED] =
      g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DELETED] = g_signal_new ("deleted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QD_TYPE_TEXT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-phase-row.ui");
  gtk_widget_class_install_action (widget_class, "phase.move-up", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "phase.move-down", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "phase.delete", NULL, action_cb);
}

static void
qd_phase_row_init (QdPhaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_expander_name (ADW_EXPANDER_ROW (self));
}

QdPhaseRow *
qd_phase_row_new (QdPortfolio *portfolio,
                  QdPlan      *plan,
                  QdPhase     *phase)
{
  QdPhaseRow *self = g_object_new (QD_TYPE_PHASE_ROW, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);
  self->phase = g_object_ref (phase);
  qd_editor_bind_all (self, qd_portfolio_get_store (portfolio), phase);
  g_signal_connect_object (phase, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "notify::start", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

QdPhase *
qd_phase_row_get_phase (QdPhaseRow *self)
{
  g_return_val_if_fail (QD_IS_PHASE_ROW (self), NULL);

  return self->phase;
}
