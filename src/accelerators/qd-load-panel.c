/* qd-load-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-load-panel"

#include "qd-load-panel.h"

#include <glib/gi18n.h>

#include "qd-load-row.h"
#include "qd-screen.h"

#define DAYS_PER_WEEK 7

/**
 * QdLoadPanel:
 *
 * The load of each week, a row for each person, in line with the chart above it; and
 * what does not go together, in sentences that lead to where it is.
 */
struct _QdLoadPanel
{
  AdwBin           parent_instance;

  QdTimelineChart *chart; /* not owned: above it */

  GtkWidget       *nothing;
  GtkBox          *rows;
  GtkListBox      *clashes;
};

G_DEFINE_FINAL_TYPE (QdLoadPanel, qd_load_panel, ADW_TYPE_BIN)

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where a clash is */
typedef struct
{
  gint64 task;
  int    day;
} Target;

static void
clash_activated_cb (QdLoadPanel   *self,
                    GtkListBoxRow *row)
{
  const Target *target = g_object_get_data (G_OBJECT (row), "target");

  g_signal_emit (self, signals[GO_TO], 0, target->task, target->day);
}

static void
week_activated_cb (QdLoadPanel *self,
                   int          day)
{
  g_signal_emit (self, signals[GO_TO], 0, G_GINT64_CONSTANT (0), day);
}

static gboolean
has_clash (QdAcceleratorLoad *load,
           const QdLoadWeek  *week)
{
  for (guint i = 0; i < load->clashes->len; i++)
    {
      const QdLoadClash *clash = g_ptr_array_index (load->clashes, i);

      if (g_str_equal (clash->owner, week->owner) && clash->first < week->first + DAYS_PER_WEEK &&
          clash->last >= week->first)
        return TRUE;
    }

  return FALSE;
}

static gint64
count_hours (QdWorkTime *hours,
             int         first)
{
  return qd_work_time_count (hours, qd_minute_from_day (first + DAYS_PER_WEEK)) -
         qd_work_time_count (hours, qd_minute_from_day (first));
}

/* @index: (inout): of the first week of a person; then of the first of the next */
static void
append_person (QdLoadPanel       *self,
               QdAcceleratorLoad *load,
               QdWorkTime        *hours,
               int                today,
               const char        *wanted,
               guint             *index)
{
  const char *owner = ((QdLoadWeek *)g_ptr_array_index (load->weeks, *index))->owner;
  g_autoptr(GArray) weeks = g_array_new (FALSE, FALSE, sizeof (QdLoadRowWeek));
  GtkWidget *row;

  for (; *index < load->weeks->len; (*index)++)
    {
      const QdLoadWeek *week = g_ptr_array_index (load->weeks, *index);
      QdLoadRowWeek     drawn = {
        week->first, week->minutes, week->n_meetings, count_hours (hours, week->first), has_clash (load, week)
      };

      if (!g_str_equal (week->owner, owner))
        break;

      g_array_append_val (weeks, drawn);
    }

  if (wanted != NULL && !g_str_equal (wanted, owner))
    return;

  row = qd_load_row_new (self->chart, owner, weeks, today);
  g_signal_connect_object (row, "activate", G_CALLBACK (week_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);
}

static void
append_clash (QdLoadPanel       *self,
              const QdLoadClash *clash)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *words = qd_screen_dup_text (
      qd_timeline_model_get_portfolio (qd_timeline_chart_get_model (self->chart)), clash->words);
  GtkWidget *label = gtk_label_new (words);
  Target    *target = g_new (Target, 1);

  *target = (Target){ clash->other, clash->first };
  g_object_set_data_full (G_OBJECT (row), "target", target, g_free);
  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Clash"), -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->clashes, row);
}

static void
qd_load_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_LOAD_PANEL);
  g_clear_weak_pointer (&QD_LOAD_PANEL (object)->chart);

  G_OBJECT_CLASS (qd_load_panel_parent_class)->dispose (object);
}

static void
qd_load_panel_class_init (QdLoadPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_load_panel_dispose;

  /* A task is to be gone to, by its id, or a day where that is 0. */
  signals[GO_TO] = g_signal_new ("go-to",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_INT64,
                                 G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-load-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QdLoadPanel, nothing);
  gtk_widget_class_bind_template_child (widget_class, QdLoadPanel, rows);
  gtk_widget_class_bind_template_child (widget_class, QdLoadPanel, clashes);
  gtk_widget_class_bind_template_callback (widget_class, clash_activated_cb);
}

static void
qd_load_panel_init (QdLoadPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @chart: whose axis the weeks are in line with */
GtkWidget *
qd_load_panel_new (QdTimelineChart *chart)
{
  QdLoadPanel *self = g_object_new (QD_TYPE_LOAD_PANEL, NULL);

  g_set_weak_pointer (&self->chart, chart);

  return GTK_WIDGET (self);
}

/**
 * qd_load_panel_show:
 * @owner: (nullable): just of this person
 * @hours: in which we work
 */
void
qd_load_panel_show (QdLoadPanel       *self,
                    QdAcceleratorLoad *load,
                    const char        *owner,
                    QdWorkTime        *hours,
                    int                today)
{
  GtkWidget *child;

  g_return_if_fail (QD_IS_LOAD_PANEL (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);

  gtk_list_box_remove_all (self->clashes);

  for (guint i = 0; i < load->weeks->len;)
    append_person (self, load, hours, today, owner, &i);

  for (guint i = 0; i < load->clashes->len; i++)
    {
      const QdLoadClash *clash = g_ptr_array_index (load->clashes, i);

      /* What is over cannot be mended. */
      if (clash->last >= today && (owner == NULL || g_str_equal (owner, clash->owner)))
        append_clash (self, clash);
    }

  gtk_widget_set_visible (self->nothing, gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), gtk_list_box_get_row_at_index (self->clashes, 0) != NULL);
}
