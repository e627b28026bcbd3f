/* qd-timeline-strip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-strip"

#include "qd-timeline-strip.h"

#include "qd-screen.h"
#include "qd-slip-text.h"

/**
 * QdTimelineStrip:
 *
 * Says below a timeline what the last change moved, and why. It goes when that is
 * undone.
 */
struct _QdTimelineStrip
{
  GtkWidget       parent_instance;

  QdPlanSchedule *schedule; /* (nullable): of which it tells */
  GArray         *told;     /* of Told: what moved, to know it again when it comes back */

  GtkRevealer    *revealer;
  GtkLabel       *headline;
  GtkLabel       *details;
  GtkWidget      *details_button;
};

typedef struct
{
  gint64          task;
  QdScheduleDates before;
  QdScheduleDates after;
} Told;

G_DEFINE_FINAL_TYPE (QdTimelineStrip, qd_timeline_strip, GTK_TYPE_WIDGET)

static void
close_cb (QdTimelineStrip *self)
{
  qd_timeline_strip_hide (self);
}

static void
qd_timeline_strip_dispose (GObject *object)
{
  QdTimelineStrip *self = QD_TIMELINE_STRIP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TIMELINE_STRIP);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->told, g_array_unref);

  G_OBJECT_CLASS (qd_timeline_strip_parent_class)->dispose (object);
}

static void
qd_timeline_strip_class_init (QdTimelineStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_timeline_strip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-timeline-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTimelineStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineStrip, headline);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineStrip, details);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineStrip, details_button);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
qd_timeline_strip_init (QdTimelineStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->told = g_array_new (FALSE, FALSE, sizeof (Told));
}

static GArray *
create_told (QdPlanSchedule *schedule)
{
  GArray    *told = g_array_new (FALSE, FALSE, sizeof (Told));
  GPtrArray *slips = qd_plan_schedule_get_slips (schedule);

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const QdSlip *slip = g_ptr_array_index (slips, i);
      QdTask       *task = qd_plan_network_get_task (qd_plan_schedule_get_network (schedule), slip->row);
      Told          each = { qd_record_get_id (task), slip->before, slip->after };

      g_array_append_val (told, each);
    }

  return told;
}

static const Told *
find_told (GArray *told,
           gint64  task)
{
  for (guint i = 0; i < told->len; i++)
    if (g_array_index (told, Told, i).task == task)
      return &g_array_index (told, Told, i);

  return NULL;
}

static gboolean
is_same_place (const QdScheduleDates *a,
               const QdScheduleDates *b)
{
  return a->start == b->start && a->finish == b->finish;
}

/* Whether all that moved went back to where it was before what is told of now. */
static gboolean
is_taken_back (QdTimelineStrip *self,
               GArray          *told)
{
  if (told->len == 0 || told->len != self->told->len)
    return FALSE;

  for (guint i = 0; i < told->len; i++)
    {
      const Told *now = &g_array_index (told, Told, i);
      const Told *then = find_told (self->told, now->task);

      if (then == NULL || !is_same_place (&now->after, &then->before) || !is_same_place (&now->before, &then->after))
        return FALSE;
    }

  return TRUE;
}

/* @schedule: that a change was made to */
void
qd_timeline_strip_show_change (QdTimelineStrip *self,
                               QdPlanSchedule  *schedule,
                               int              today)
{
  g_autoptr(GArray) told = NULL;
  g_autofree char *words = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *all = NULL;
  g_autofree char *lines = NULL;

  g_return_if_fail (QD_IS_TIMELINE_STRIP (self));

  told = create_told (schedule);

  if (is_taken_back (self, told))
    {
      qd_timeline_strip_hide (self);
      return;
    }

  if (!(words = qd_slip_text_dup_headline (schedule, today)))
    return;

  headline = qd_screen_dup_text (qd_plan_schedule_get_portfolio (schedule), words);

  g_set_object (&self->schedule, schedule);
  g_array_unref (self->told);
  self->told = g_steal_pointer (&told);
  all = qd_slip_text_dup_lines (schedule, today);
  lines = qd_screen_dup_text (qd_plan_schedule_get_portfolio (schedule), all);
  gtk_label_set_text (self->headline, headline);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->headline), headline);
  gtk_label_set_text (self->details, lines);
  gtk_widget_set_visible (self->details_button, self->told->len > 1);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
qd_timeline_strip_hide (QdTimelineStrip *self)
{
  g_return_if_fail (QD_IS_TIMELINE_STRIP (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_array_set_size (self->told, 0);
  g_clear_object (&self->schedule);
}

/* Returns: (transfer none) (nullable): that it tells of */
QdPlanSchedule *
qd_timeline_strip_get_schedule (QdTimelineStrip *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_STRIP (self), NULL);

  return self->schedule;
}

/* Returns: (nullable): what it says */
const char *
qd_timeline_strip_get_headline (QdTimelineStrip *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_STRIP (self), NULL);

  return self->schedule != NULL ? gtk_label_get_text (self->headline) : NULL;
}
