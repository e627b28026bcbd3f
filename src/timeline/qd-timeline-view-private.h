/* qd-timeline-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-timeline-chart.h"
#include "qd-timeline-header.h"
#include "qd-timeline-layout.h"
#include "qd-timeline-strip.h"
#include "qd-timeline-table.h"
#include "qd-timeline-view.h"

G_BEGIN_DECLS

/* Between the view, how it is arranged, and what is done to its rows. */

struct _QdTimelineView
{
  GtkWidget           parent_instance;

  QdPortfolio        *portfolio;
  QdTimelineModel    *model;
  GtkSelectionModel  *selection;
  GHashTable         *kept; /* ids of the rows that are selected */
  gint64              kept_current;
  gboolean            keeping;
  GSimpleActionGroup *actions;
  GSettings          *settings;
  const char         *layout_key; /* of the setting that it is kept in */
  QdTimelineLayout    layout;
  gint64              layout_id; /* of the saved one that was chosen, or 0 */
  gboolean            narrow;
  gboolean            is_short;
  gboolean            fitted;
  gint64              awaited; /* the id of a task whose title is edited as soon as there is a row for it */
  guint               clock;
  GtkWidget          *menu;      /* (nullable): a popover */
  char               *announced; /* (nullable): what of the strip was said last */

  GtkWidget          *box;
  AdwBanner          *banner;
  GtkWidget          *toolbar;
  GtkSearchEntry     *search;
  GtkMenuButton      *filter_button;
  GtkMenuButton      *group_button;
  GtkMenuButton      *view_button;
  GtkMenuButton      *baseline_button;
  GtkMenuButton      *fit_button;
  GtkWidget          *zoom_box;
  GtkWidget          *zoom_in_button;
  GtkWidget          *zoom_out_button;
  GtkWidget          *search_toggle;
  GtkWidget          *today_button;
  GtkWidget          *add_button;
  GtkStack           *stack;
  GtkPaned           *paned;
  QdTimelineTable    *table;
  GtkWidget          *chart_box;
  QdTimelineHeader   *header;
  GtkScrolledWindow  *scroller;
  QdTimelineChart    *chart;
  QdTimelineStrip    *strip;
};

/* How it is arranged */
void        qd_timeline_view_add_arrangement (QdTimelineView *self);
void        qd_timeline_view_apply_layout (QdTimelineView         *self,
                                           const QdTimelineLayout *layout);
void        qd_timeline_view_update_sides (QdTimelineView *self);
void        qd_timeline_view_update_baselines (QdTimelineView *self);

void        qd_timeline_view_add_menus (QdTimelineView *self);
GMenuModel *qd_timeline_view_create_menu (QdTimelineView *self,
                                          gboolean        link);

/* What is done to its rows */
void        qd_timeline_view_add_commands (QdTimelineView *self);
void        qd_timeline_view_add_link_commands (QdTimelineView *self);
void        qd_timeline_view_add_findings (QdTimelineView *self);
void        qd_timeline_view_update_banner (QdTimelineView *self);
void        qd_timeline_view_edit_awaited (QdTimelineView *self);
void        qd_timeline_view_applied_cb (GObject      *store,
                                         GAsyncResult *result,
                                         gpointer      user_data);
void        qd_timeline_view_apply_or_report (QdTimelineView *self,
                                              QdBatch        *batch,
                                              char           *label,
                                              const GError   *error);
GPtrArray  *qd_timeline_view_dup_tasks (QdTimelineView *self);
void        qd_timeline_view_class_add_keys (GtkWidgetClass *widget_class);
void        qd_timeline_view_apply (QdTimelineView *self,
                                    QdBatch        *batch,
                                    const char     *label);
GArray     *qd_timeline_view_dup_positions (QdTimelineView *self);
int         qd_timeline_view_get_current (QdTimelineView *self);
void        qd_timeline_view_pop_up_menu (QdTimelineView *self,
                                          GtkWidget      *around,
                                          double          x,
                                          double          y);
void        qd_timeline_view_draw_task (QdTimelineView *self,
                                        int             position,
                                        QdMinute        start,
                                        QdMinute        finish);
void        qd_timeline_view_link (QdTimelineView *self,
                                   guint           from,
                                   guint           to,
                                   QdLinkKind      kind);
void        qd_timeline_view_set_progress (QdTimelineView *self,
                                           GArray         *positions,
                                           int             progress);
void        qd_timeline_view_open (QdTimelineView *self,
                                   guint           position);
gboolean    qd_timeline_view_shows_table (QdTimelineView *self);
gboolean    qd_timeline_view_shows_chart (QdTimelineView *self);

G_END_DECLS
