/* qd-clock-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-clock-watch"

#include "qd-clock-watch.h"

/* Lives with the widget, which owns it. */
typedef struct
{
  GtkWidget     *widget;
  QdMinuteClock *clock;
  GtkWindow     *window; /* (nullable): that it is in, while it is mapped */
  gboolean       looking;
} Watch;

static void
update (Watch *self)
{
  gboolean look = gtk_widget_get_mapped (self->widget) && (self->window == NULL || !gtk_window_is_suspended (self->window));

  if (look == self->looking)
    return;

  self->looking = look;

  if (look)
    qd_minute_clock_start (self->clock);
  else
    qd_minute_clock_stop (self->clock);
}

static void
suspended_cb (GtkWindow  *window,
              GParamSpec *pspec,
              Watch      *self)
{
  update (self);
}

static void
leave_window (Watch *self)
{
  if (self->window == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->window, suspended_cb, self);
  g_clear_weak_pointer (&self->window);
}

static void
map_cb (GtkWidget *widget,
        Watch     *self)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  leave_window (self);

  if (GTK_IS_WINDOW (root) && g_set_weak_pointer (&self->window, GTK_WINDOW (root)))
    g_signal_connect (root, "notify::suspended", G_CALLBACK (suspended_cb), self);

  update (self);
}

static void
unmap_cb (GtkWidget *widget,
          Watch     *self)
{
  leave_window (self);
  update (self);
}

static void
watch_free (Watch *self)
{
  leave_window (self);

  if (self->looking)
    qd_minute_clock_stop (self->clock);

  g_object_unref (self->clock);
  g_free (self);
}

/* The clock runs while @widget is looked at: in sight, in a window that is. To be called once. */
void
qd_clock_watch_add (GtkWidget     *widget,
                    QdMinuteClock *clock)
{
  Watch *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QD_IS_MINUTE_CLOCK (clock));

  self = g_new0 (Watch, 1);
  self->widget = widget;
  self->clock = g_object_ref (clock);
  g_object_set_data_full (G_OBJECT (widget), "qd-clock-watch", self, (GDestroyNotify)watch_free);
  g_signal_connect_after (widget, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_after (widget, "unmap", G_CALLBACK (unmap_cb), self);
}
