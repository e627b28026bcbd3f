/* qd-timeline-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_BAR (qd_timeline_bar_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineBar, qd_timeline_bar, QD, TIMELINE_BAR, GObject)

/* What a bar says of itself when it is asked. */
typedef struct
{
  gboolean (*get_bounds) (gpointer chart,
                          guint    index,
                          int     *x,
                          int     *y,
                          int     *width,
                          int     *height);
  gboolean (*is_focused) (gpointer chart,
                          guint    index);
  QdTimelineBar *(*get_bar) (gpointer chart,
                             guint    index);
} QdTimelineBarFuncs;

QdTimelineBar *qd_timeline_bar_new (GtkWidget                *chart,
                                    guint                     index,
                                    const QdTimelineBarFuncs *funcs);
void           qd_timeline_bar_forget (QdTimelineBar *self);
void           qd_timeline_bar_set (QdTimelineBar *self,
                                    const char    *label,
                                    const char    *description,
                                    guint          position,
                                    guint          n_rows,
                                    guint          level,
                                    gboolean       selected,
                                    int            expanded);

G_END_DECLS
