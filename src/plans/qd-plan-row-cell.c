/* qd-plan-row-cell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-row-cell"

#include "qd-plan-row-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "qd-day-words.h"
#include "qd-progress-meter.h"
#include "qd-status-look.h"

#define METER_WIDTH 56

static const struct
{
  const char *id;
  const char *title;
  int         width;
} columns[] = {
  [QD_PLAN_COLUMN_ACCOUNT] = { "account", N_ ("Account"), 136 },
  [QD_PLAN_COLUMN_NAME] = { "name", N_ ("Plan"), 200 },
  [QD_PLAN_COLUMN_KIND] = { "kind", N_ ("Kind"), 180 },
  [QD_PLAN_COLUMN_STATUS] = { "status", N_ ("Status"), 92 },
  [QD_PLAN_COLUMN_PROGRESS] = { "progress", N_ ("Progress"), 214 },
  [QD_PLAN_COLUMN_NEXT] = { "next", N_ ("Next Task"), 210 },
  [QD_PLAN_COLUMN_LATE] = { "late", N_ ("Late"), 78 },
  [QD_PLAN_COLUMN_START] = { "start", N_ ("Start"), 104 },
  [QD_PLAN_COLUMN_TARGET] = { "target", N_ ("Target"), 104 },
};

const char *
qd_plan_column_get_id (QdPlanColumn column)
{
  return columns[column].id;
}

const char *
qd_plan_column_get_title (QdPlanColumn column)
{
  return _ (columns[column].title);
}

int
qd_plan_column_get_width (QdPlanColumn column)
{
  return columns[column].width;
}

/* Against the calendar only while it is under way: “38 % · 12 points behind” */
static char *
dup_progress (QdPlanFacts *facts)
{
  g_autofree char *pace = NULL;
  int              percent = (int)lround (facts->done * 100);

  if (facts->counts.n_tasks == 0)
    return g_strdup (_ ("No tasks"));

  if (facts->plan->status != QD_PLAN_STATUS_ACTIVE)
    return g_strdup_printf (_ ("%d%%"), percent);

  pace = qd_plan_progress_dup_pace_words (facts->done, facts->expected);

  /* Translators: how far a plan is, and how that stands to the calendar: “38 % · 12 points behind” */
  return g_strdup_printf (_ ("%1$d%% · %2$s"), percent, pace);
}

/* “due in 3 days · Kickoff” */
static char *
dup_next (QdPlanFacts *facts,
          int          today)
{
  g_autofree char *due = NULL;

  if (facts->next == NULL || facts->plan->status == QD_PLAN_STATUS_CLOSED)
    return g_strdup ("");

  due = qd_task_dup_due_words (facts->next, today);

  /* Translators: when a task is due, and its title */
  return g_strdup_printf (_ ("%1$s · %2$s"), due, facts->next_title);
}

/* Returns: (transfer full): the column in words */
char *
qd_plan_column_dup_text (QdPlanColumn column,
                         QdPlanFacts *facts,
                         int          today)
{
  QdPlan *plan = facts->plan;

  switch (column)
    {
    case QD_PLAN_COLUMN_ACCOUNT:
      return g_strdup (facts->account);

    case QD_PLAN_COLUMN_NAME:
      return g_strdup (facts->name);

    case QD_PLAN_COLUMN_KIND:
      return g_strdup (qd_nicks_get_label (qd_plan_kinds, plan->kind));

    case QD_PLAN_COLUMN_STATUS:
      return g_strdup (qd_nicks_get_label (qd_plan_statuses, plan->status));

    case QD_PLAN_COLUMN_PROGRESS:
      return dup_progress (facts);

    case QD_PLAN_COLUMN_NEXT:
      return dup_next (facts, today);

    case QD_PLAN_COLUMN_LATE:
      return facts->counts.n_late > 0 && plan->status != QD_PLAN_STATUS_CLOSED
                 ? g_strdup_printf (ngettext ("%u late", "%u late", facts->counts.n_late), facts->counts.n_late)
                 : g_strdup ("");

    case QD_PLAN_COLUMN_START:
      return qd_day_dup_short (plan->start, today);

    case QD_PLAN_COLUMN_TARGET:
      return plan->status == QD_PLAN_STATUS_CLOSED ? qd_day_dup_short (plan->target, today)
                                                   : qd_day_dup_relative (plan->target, today);

    case QD_PLAN_N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

static int
compare_doubles (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static double
get_next_day (QdPlanFacts *facts)
{
  return facts->next != NULL && facts->plan->status != QD_PLAN_STATUS_CLOSED ? facts->next->due : G_MAXINT;
}

/* Active ones come first, then drafts, and closed ones last. */
static int
get_status_rank (QdPlanStatus status)
{
  return status == QD_PLAN_STATUS_ACTIVE ? 0 : status == QD_PLAN_STATUS_DRAFT ? 1
                                                                              : 2;
}

/* Those that need a person come first: late, behind, due soon. */
int
qd_plan_column_compare (QdPlanColumn column,
                        QdPlanFacts *a,
                        QdPlanFacts *b)
{
  switch (column)
    {
    case QD_PLAN_COLUMN_ACCOUNT:
      return g_utf8_collate (a->account, b->account);

    case QD_PLAN_COLUMN_NAME:
      return g_utf8_collate (a->plan->name, b->plan->name);

    case QD_PLAN_COLUMN_KIND:
      return (int)a->plan->kind - (int)b->plan->kind;

    case QD_PLAN_COLUMN_STATUS:
      return get_status_rank (a->plan->status) - get_status_rank (b->plan->status);

    case QD_PLAN_COLUMN_PROGRESS:
      return compare_doubles (a->done - a->expected, b->done - b->expected);

    case QD_PLAN_COLUMN_NEXT:
      return compare_doubles (get_next_day (a), get_next_day (b));

    case QD_PLAN_COLUMN_LATE:
      return compare_doubles (b->counts.n_late, a->counts.n_late);

    case QD_PLAN_COLUMN_START:
      return a->plan->start - b->plan->start;

    case QD_PLAN_COLUMN_TARGET:
      return a->plan->target - b->plan->target;

    case QD_PLAN_N_COLUMNS:
    default:
      return 0;
    }
}

/**
 * QdPlanRowCell:
 *
 * One fact of a plan, in a cell of the table of plans.
 */
struct _QdPlanRowCell
{
  GtkBox       parent_instance;

  QdPlanColumn column;
  QdPlanList  *list;  /* outlives its cells */
  QdPlanFacts *facts; /* (nullable) */
  GtkWidget   *meter; /* (nullable) */
  GtkWidget   *icon;  /* (nullable) */
  GtkWidget   *text;
};

G_DEFINE_FINAL_TYPE (QdPlanRowCell, qd_plan_row_cell, GTK_TYPE_BOX)

static void
show_icon (QdPlanRowCell *self,
           const char    *icon,
           const char    *style)
{
  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);

  gtk_widget_set_visible (self->icon, icon != NULL);
  qd_status_look_set_style (GTK_WIDGET (self), style);
}

static void
refresh_look (QdPlanRowCell *self)
{
  QdPlanFacts  *facts = self->facts;
  QdPlanStatus  status = facts->plan->status;
  QdPlanPace    pace = qd_plan_progress_get_pace (facts->done, facts->expected);
  QdTaskUrgency urgency = facts->next != NULL
                              ? qd_task_get_urgency (facts->next, qd_plan_list_get_today (self->list))
                              : QD_TASK_URGENCY_NONE;

  switch ((int)self->column)
    {
    case QD_PLAN_COLUMN_STATUS:
      show_icon (self, qd_plan_status_get_icon (status), qd_plan_status_get_style (status));
      break;

    case QD_PLAN_COLUMN_PROGRESS:
      qd_progress_meter_set (QD_PROGRESS_METER (self->meter), facts->done, facts->expected);
      gtk_widget_set_visible (gtk_widget_get_parent (self->meter),
                              status == QD_PLAN_STATUS_ACTIVE && facts->counts.n_tasks > 0);
      qd_status_look_set_style (self->text,
                                status == QD_PLAN_STATUS_ACTIVE && facts->counts.n_tasks > 0 &&
                                        pace == QD_PLAN_PACE_BEHIND
                                    ? qd_plan_pace_get_style (pace)
                                    : NULL);
      break;

    case QD_PLAN_COLUMN_NEXT:
      show_icon (self,
                 status != QD_PLAN_STATUS_CLOSED && facts->next != NULL ? qd_task_urgency_get_icon (urgency) : NULL,
                 urgency == QD_TASK_URGENCY_LATE || urgency == QD_TASK_URGENCY_TODAY
                     ? qd_task_urgency_get_style (urgency)
                     : NULL);
      break;

    case QD_PLAN_COLUMN_LATE:
      show_icon (self,
                 facts->counts.n_late > 0 && status != QD_PLAN_STATUS_CLOSED ? "quarterdeck-late-symbolic" : NULL,
                 "error");
      break;

    default:
      qd_status_look_set_style (GTK_WIDGET (self), status == QD_PLAN_STATUS_CLOSED ? "dimmed" : NULL);
      break;
    }
}

static void
refresh (QdPlanRowCell *self)
{
  int              today = qd_plan_list_get_today (self->list);
  g_autofree char *text = qd_plan_column_dup_text (self->column, self->facts, today);
  g_autofree char *tooltip = NULL;

  if (self->column == QD_PLAN_COLUMN_TARGET)
    tooltip = qd_day_dup_full (self->facts->plan->target);
  else if (self->column == QD_PLAN_COLUMN_START)
    tooltip = qd_day_dup_full (self->facts->plan->start);
  else if (self->column == QD_PLAN_COLUMN_PROGRESS && self->facts->plan->status == QD_PLAN_STATUS_ACTIVE)
    tooltip = qd_plan_progress_dup_words (self->facts->done, self->facts->expected);
  else if (self->column == QD_PLAN_COLUMN_NAME || self->column == QD_PLAN_COLUMN_NEXT)
    tooltip = g_strdup (text);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  refresh_look (self);
}

static void
qd_plan_row_cell_dispose (GObject *object)
{
  qd_plan_row_cell_set_facts (QD_PLAN_ROW_CELL (object), NULL);

  G_OBJECT_CLASS (qd_plan_row_cell_parent_class)->dispose (object);
}

static void
qd_plan_row_cell_class_init (QdPlanRowCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_plan_row_cell_dispose;
}

static void
qd_plan_row_cell_init (QdPlanRowCell *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

GtkWidget *
qd_plan_row_cell_new (QdPlanColumn column,
                      QdPlanList  *list)
{
  QdPlanRowCell *self = g_object_new (QD_TYPE_PLAN_ROW_CELL, NULL);

  self->column = column;
  self->list = list;

  if (column == QD_PLAN_COLUMN_PROGRESS)
    {
      GtkWidget *clamp = adw_clamp_new ();

      self->meter = qd_progress_meter_new ();
      adw_clamp_set_maximum_size (ADW_CLAMP (clamp), METER_WIDTH);
      adw_clamp_set_child (ADW_CLAMP (clamp), self->meter);
      gtk_widget_set_valign (clamp, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self), clamp);
    }
  else if (column == QD_PLAN_COLUMN_STATUS || column == QD_PLAN_COLUMN_NEXT || column == QD_PLAN_COLUMN_LATE)
    {
      self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_box_append (GTK_BOX (self), self->icon);
    }

  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (self), self->text);

  if (column == QD_PLAN_COLUMN_NAME)
    gtk_widget_add_css_class (self->text, "plan-name");

  return GTK_WIDGET (self);
}

/* @facts: (nullable) */
void
qd_plan_row_cell_set_facts (QdPlanRowCell *self,
                            QdPlanFacts   *facts)
{
  g_return_if_fail (QD_IS_PLAN_ROW_CELL (self));

  if (self->facts != NULL)
    g_signal_handlers_disconnect_by_func (self->facts, refresh, self);

  g_set_object (&self->facts, facts);
  g_object_set_data (G_OBJECT (self), "facts", facts);

  if (facts == NULL)
    return;

  g_signal_connect_object (facts, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

const char *
qd_plan_row_cell_get_text (QdPlanRowCell *self)
{
  g_return_val_if_fail (QD_IS_PLAN_ROW_CELL (self), NULL);

  return gtk_inscription_get_text (GTK_INSCRIPTION (self->text));
}
