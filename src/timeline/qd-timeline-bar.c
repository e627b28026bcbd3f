/* qd-timeline-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-bar"

#include "qd-timeline-bar.h"

/**
 * QdTimelineBar:
 *
 * A row of a chart that is in sight, as a screen reader knows it. It is no widget: a
 * chart has one for each row that fits, whichever it is that is shown there.
 */
struct _QdTimelineBar
{
  GObject                   parent_instance;

  GtkWidget                *chart; /* (nullable): not owned */
  guint                     index; /* among those in sight */
  const QdTimelineBarFuncs *funcs;
  GtkAccessibleRole         role;
  GtkATContext             *context;
  gboolean                  disposed;
};

static void accessible_iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdTimelineBar,
                               qd_timeline_bar,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, accessible_iface_init))

enum
{
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
};

static GtkATContext *
get_at_context (GtkAccessible *accessible)
{
  QdTimelineBar *self = QD_TIMELINE_BAR (accessible);

  /* While the first one goes, GTK asks again. */
  if (self->context == NULL && !self->disposed)
    self->context = gtk_at_context_create (
        self->role,
        accessible,
        self->chart != NULL ? gtk_widget_get_display (self->chart) : gdk_display_get_default ());

  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
get_platform_state (GtkAccessible             *accessible,
                    GtkAccessiblePlatformState state)
{
  QdTimelineBar *self = QD_TIMELINE_BAR (accessible);

  if (state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE)
    return TRUE;

  return state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED && self->chart != NULL &&
         self->funcs->is_focused (self->chart, self->index);
}

static GtkAccessible *
get_accessible_parent (GtkAccessible *accessible)
{
  QdTimelineBar *self = QD_TIMELINE_BAR (accessible);

  return self->chart != NULL ? GTK_ACCESSIBLE (g_object_ref (self->chart)) : NULL;
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
get_next_accessible_sibling (GtkAccessible *accessible)
{
  QdTimelineBar *self = QD_TIMELINE_BAR (accessible);
  QdTimelineBar *next = self->chart != NULL ? self->funcs->get_bar (self->chart, self->index + 1) : NULL;

  return next != NULL ? GTK_ACCESSIBLE (g_object_ref (next)) : NULL;
}

static gboolean
get_bounds (GtkAccessible *accessible,
            int           *x,
            int           *y,
            int           *width,
            int           *height)
{
  QdTimelineBar *self = QD_TIMELINE_BAR (accessible);

  return self->chart != NULL && self->funcs->get_bounds (self->chart, self->index, x, y, width, height);
}

static void
accessible_iface_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = get_at_context;
  iface->get_platform_state = get_platform_state;
  iface->get_accessible_parent = get_accessible_parent;
  iface->get_first_accessible_child = get_first_accessible_child;
  iface->get_next_accessible_sibling = get_next_accessible_sibling;
  iface->get_bounds = get_bounds;
}

static void
qd_timeline_bar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_ACCESSIBLE_ROLE)
    g_value_set_enum (value, QD_TIMELINE_BAR (object)->role);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
qd_timeline_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_ACCESSIBLE_ROLE)
    QD_TIMELINE_BAR (object)->role = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
qd_timeline_bar_dispose (GObject *object)
{
  QdTimelineBar *self = QD_TIMELINE_BAR (object);

  self->disposed = TRUE;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (qd_timeline_bar_parent_class)->dispose (object);
}

static void
qd_timeline_bar_class_init (QdTimelineBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_timeline_bar_dispose;
  object_class->get_property = qd_timeline_bar_get_property;
  object_class->set_property = qd_timeline_bar_set_property;

  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
qd_timeline_bar_init (QdTimelineBar *self)
{
  self->role = GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

/**
 * qd_timeline_bar_new:
 * @chart: outlives it, or calls qd_timeline_bar_forget()
 * @index: among the rows in sight
 * @funcs: static
 */
QdTimelineBar *
qd_timeline_bar_new (GtkWidget                *chart,
                     guint                     index,
                     const QdTimelineBarFuncs *funcs)
{
  QdTimelineBar *self = g_object_new (QD_TYPE_TIMELINE_BAR, NULL);
  QdTimelineBar *before = index > 0 ? funcs->get_bar (chart, index - 1) : NULL;

  self->chart = chart;
  self->index = index;
  self->funcs = funcs;

  /* GTK keeps the parent and the next one from here. */
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE (chart), NULL);

  if (before != NULL)
    gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (before), GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE (self));

  /* Nothing but this tells a screen reader that there is one more. */
  if (gtk_widget_get_realized (chart))
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
    }

  return self;
}

/* It is the last one, and there is no longer a row for it. */
void
qd_timeline_bar_forget (QdTimelineBar *self)
{
  QdTimelineBar *before;

  g_return_if_fail (QD_IS_TIMELINE_BAR (self));

  before = self->index > 0 ? self->funcs->get_bar (self->chart, self->index - 1) : NULL;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  if (before != NULL)
    gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (before), GTK_ACCESSIBLE (self->chart), NULL);

  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (self), NULL, NULL);
  self->chart = NULL;
}

/**
 * qd_timeline_bar_set:
 * @position: of the row, among all
 * @expanded: -1 for a row that cannot be
 *
 * What it is now.
 */
void
qd_timeline_bar_set (QdTimelineBar *self,
                     const char    *label,
                     const char    *description,
                     guint          position,
                     guint          n_rows,
                     guint          level,
                     gboolean       selected,
                     int            expanded)
{
  g_return_if_fail (QD_IS_TIMELINE_BAR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int)level + 1,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int)position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int)n_rows,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);

  if (expanded >= 0)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);

  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}
