/* qd-plan-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-rows"

#include "qd-plan-rows.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-pill.h"
#include "qd-plan-icons.h"
#include "qd-plan-progress.h"
#include "qd-progress-meter.h"
#include "qd-screen.h"
#include "qd-shell.h"

/* What a row is made of */
typedef struct
{
  GtkLabel        *name;
  QdPill          *status;
  GtkLabel        *facts;
  QdProgressMeter *meter;
  GtkLabel        *words;
} Parts;

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }

  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkListBoxRow *
create_row (gpointer record,
            gpointer owner)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Parts     *parts = g_new0 (Parts, 1);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), line);
  parts->name = add_label (line, NULL);
  parts->status = QD_PILL (qd_pill_new (NULL, NULL, NULL));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (parts->status));
  parts->facts = add_label (box, "dim-label");
  parts->meter = QD_PROGRESS_METER (qd_progress_meter_new ());
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (parts->meter), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->meter));
  parts->words = add_label (box, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "qd-parts", parts, g_free);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, parts->name, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  parts->facts,
                                  parts->words,
                                  NULL,
                                  -1);

  return GTK_LIST_BOX_ROW (row);
}

static void
update_row (GtkListBoxRow *row,
            gpointer       record,
            gpointer       owner)
{
  QdPlan          *plan = record;
  QdPortfolio     *portfolio = owner;
  Parts           *parts = g_object_get_data (G_OBJECT (row), "qd-parts");
  int              today = qd_day_today ();
  g_autofree char *name = qd_screen_dup_text (portfolio, plan->name);
  GPtrArray       *tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  double           done = qd_plan_progress_done (tasks);
  double           expected = qd_plan_progress_expected (tasks, today);
  g_autofree char *start = qd_day_dup_short (plan->start, today);
  g_autofree char *target = qd_day_dup_short (plan->target, today);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (tasks->len == 0)
    words = g_strdup (_ ("No tasks yet"));
  else if (plan->status == QD_PLAN_STATUS_ACTIVE)
    words = qd_plan_progress_dup_words (done, expected);
  else
    words = g_strdup_printf (_ ("%d%% done"), (int)(done * 100 + .5));

  /* Translators: the kind of a plan, its first and last day */
  text = *target != '\0' ? g_strdup_printf (_ ("%s · %s – %s"), qd_nicks_get_label (qd_plan_kinds, plan->kind), start, target)
                         : g_strdup_printf (_ ("%s · from %s"), qd_nicks_get_label (qd_plan_kinds, plan->kind), start);

  gtk_label_set_label (parts->name, name);
  gtk_label_set_label (parts->facts, text);
  gtk_label_set_label (parts->words, words);
  qd_progress_meter_set (parts->meter, done, expected);
  qd_pill_set (parts->status,
               qd_plan_status_get_icon (plan->status),
               qd_nicks_get_label (qd_plan_statuses, plan->status),
               qd_plan_status_get_style (plan->status));
}

/* What is worked on comes first, then the latest. */
static int
compare_plans (gconstpointer record,
               gconstpointer other)
{
  static const int order[] = { [QD_PLAN_STATUS_ACTIVE] = 0, [QD_PLAN_STATUS_DRAFT] = 1, [QD_PLAN_STATUS_CLOSED] = 2 };
  const QdPlan    *plan = record, *other_plan = other;

  if (plan->status != other_plan->status)
    return order[plan->status] - order[other_plan->status];

  return other_plan->start < plan->start ? -1 : other_plan->start > plan->start;
}

static gboolean
is_active (gpointer record,
           gpointer owner)
{
  return ((QdPlan *)record)->status == QD_PLAN_STATUS_ACTIVE;
}

static void
open_cb (QdChildrenBox *box,
         gpointer       record)
{
  qd_shell_open_plan (box, qd_record_get_id (record));
}

/* @box must not outlive @portfolio, as no page does. */
void
qd_plan_rows_bind (QdChildrenBox *box,
                   QdPortfolio   *portfolio,
                   QdAccount     *account,
                   gboolean       only_active)
{
  static const QdChildrenBoxFuncs all = { create_row, update_row, compare_plans, NULL };
  static const QdChildrenBoxFuncs active = { create_row, update_row, compare_plans, is_active };

  qd_children_box_bind (
      box, portfolio, QD_TYPE_PLAN, qd_record_get_id (account), only_active ? &active : &all, portfolio);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (qd_children_box_refresh),
                           box,
                           G_CONNECT_SWAPPED);
  g_signal_connect (box, "row-activated", G_CALLBACK (open_cb), NULL);
}
