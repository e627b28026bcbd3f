/* qd-plan-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-row"

#include "qd-plan-row.h"

#include <glib/gi18n.h>

#include "qd-plan-row-cell.h"
#include "qd-progress-meter.h"
#include "qd-status-look.h"

/**
 * QdPlanRow:
 *
 * A plan on a narrow window: its name, whose it is, how far it is and what is
 * next.
 */
struct _QdPlanRow
{
  GtkBox       parent_instance;

  QdPlanList  *list;  /* outlives its rows */
  QdPlanFacts *facts; /* (nullable) */
  GtkListItem *item;  /* (nullable): around this */
  GtkWidget   *name;
  GtkWidget   *status_icon;
  GtkWidget   *status;
  GtkWidget   *what;
  GtkWidget   *meter;
  GtkWidget   *progress;
  GtkWidget   *next_line;
  GtkWidget   *next_icon;
  GtkWidget   *next;
};

G_DEFINE_FINAL_TYPE (QdPlanRow, qd_plan_row, GTK_TYPE_BOX)

/* Returns: (transfer full): the plan in a sentence, for those who hear it */
char *
qd_plan_row_dup_label (QdPlanFacts *facts,
                       int          today)
{
  static const QdPlanColumn told[] = {
    QD_PLAN_COLUMN_NAME, QD_PLAN_COLUMN_ACCOUNT, QD_PLAN_COLUMN_STATUS, QD_PLAN_COLUMN_PROGRESS, QD_PLAN_COLUMN_NEXT, QD_PLAN_COLUMN_LATE
  };
  GString *label = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *text = qd_plan_column_dup_text (told[i], facts, today);

      if (*text != '\0')
        g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", text);
    }

  return g_string_free_and_steal (label);
}

static void
refresh (QdPlanRow *self)
{
  QdPlanFacts     *facts = self->facts;
  QdPlanStatus     plan_status = facts->plan->status;
  int              today = qd_plan_list_get_today (self->list);
  g_autofree char *kind = qd_plan_column_dup_text (QD_PLAN_COLUMN_KIND, facts, today);
  g_autofree char *what = g_strdup_printf ("%s · %s", facts->account, kind);
  g_autofree char *status = qd_plan_column_dup_text (QD_PLAN_COLUMN_STATUS, facts, today);
  g_autofree char *progress = qd_plan_column_dup_text (QD_PLAN_COLUMN_PROGRESS, facts, today);
  g_autofree char *next = qd_plan_column_dup_text (QD_PLAN_COLUMN_NEXT, facts, today);
  g_autofree char *label = qd_plan_row_dup_label (facts, today);
  QdPlanPace       pace = qd_plan_progress_get_pace (facts->done, facts->expected);
  gboolean         behind =
      plan_status == QD_PLAN_STATUS_ACTIVE && facts->counts.n_tasks > 0 && pace == QD_PLAN_PACE_BEHIND;

  gtk_list_item_set_accessible_label (self->item, label);
  gtk_label_set_text (GTK_LABEL (self->name), facts->name);
  gtk_label_set_text (GTK_LABEL (self->what), what);
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->status_icon), qd_plan_status_get_icon (plan_status));
  qd_status_look_set_style (self->status, qd_plan_status_get_style (plan_status));
  qd_status_look_set_style (self->status_icon, qd_plan_status_get_style (plan_status));
  qd_progress_meter_set (QD_PROGRESS_METER (self->meter), facts->done, facts->expected);
  gtk_widget_set_visible (self->meter, plan_status == QD_PLAN_STATUS_ACTIVE && facts->counts.n_tasks > 0);
  gtk_label_set_text (GTK_LABEL (self->progress), progress);
  qd_status_look_set_style (self->progress, behind ? qd_plan_pace_get_style (pace) : NULL);

  gtk_widget_set_visible (self->next_line, *next != '\0');

  if (*next == '\0')
    return;

  gtk_label_set_text (GTK_LABEL (self->next), next);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->next_icon),
                                qd_task_urgency_get_icon (qd_task_get_urgency (facts->next, today)));
  qd_status_look_set_style (self->next_line,
                            qd_task_urgency_get_style (qd_task_get_urgency (facts->next, today)));
}

static void
qd_plan_row_dispose (GObject *object)
{
  qd_plan_row_set_item (QD_PLAN_ROW (object), NULL);

  G_OBJECT_CLASS (qd_plan_row_parent_class)->dispose (object);
}

static void
qd_plan_row_class_init (QdPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_plan_row_dispose;
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
add_line (GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), line);

  return line;
}

static void
qd_plan_row_init (QdPlanRow *self)
{
  GtkWidget *line;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plan-row");

  line = add_line (GTK_WIDGET (self));
  self->name = add_label (line, "heading");
  gtk_widget_set_hexpand (self->name, TRUE);
  self->status_icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (line), self->status_icon);
  self->status = add_label (line, "caption");

  self->what = add_label (GTK_WIDGET (self), "dimmed");
  gtk_widget_add_css_class (self->what, "caption");

  line = add_line (GTK_WIDGET (self));
  self->meter = qd_progress_meter_new ();
  gtk_widget_set_size_request (self->meter, 64, -1);
  gtk_widget_set_valign (self->meter, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->meter);
  self->progress = add_label (line, "caption");

  self->next_line = add_line (GTK_WIDGET (self));
  self->next_icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (self->next_line), self->next_icon);
  self->next = add_label (self->next_line, "caption");
}

GtkWidget *
qd_plan_row_new (QdPlanList *list)
{
  QdPlanRow *self = g_object_new (QD_TYPE_PLAN_ROW, NULL);

  self->list = list;

  return GTK_WIDGET (self);
}

/* @item: (nullable): around this, with the facts of a plan */
void
qd_plan_row_set_item (QdPlanRow   *self,
                      GtkListItem *item)
{
  QdPlanFacts *facts = item != NULL ? gtk_list_item_get_item (item) : NULL;

  g_return_if_fail (QD_IS_PLAN_ROW (self));

  if (self->facts != NULL)
    g_signal_handlers_disconnect_by_func (self->facts, refresh, self);

  self->item = item;
  g_set_object (&self->facts, facts);
  g_object_set_data (G_OBJECT (self), "facts", facts);

  if (facts == NULL)
    return;

  g_signal_connect_object (facts, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
