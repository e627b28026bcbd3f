/* qd-timeline-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-view"

#include "qd-timeline-view-private.h"

/* Above and below the text of a row, and how high a row is at least */
#define PADDING 8
#define LEAST_HEIGHT 32

/* A plan that is longer than that opens with its first weeks. */
#define LONGEST_FIT (26 * 7 * QD_MINUTES_PER_DAY)

/**
 * QdTimelineView:
 *
 * The tasks of a plan, or of several, as bars over time, with a table beside them and
 * a strip below that says what a change moved.
 */

G_DEFINE_FINAL_TYPE (QdTimelineView, qd_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SHORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPEN_TASK,
  OPEN_PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_row_id (QdTimelineView *self,
            int             position)
{
  const QdTimelineRow *row = position >= 0 ? qd_timeline_model_get_row (self->model, (guint)position) : NULL;

  return row != NULL ? row->id : 0;
}

/* Remembers who is selected, not where: rows come and go above them. */
static void
selection_changed_cb (QdTimelineView *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  /* While the view is taken apart, rows go that nobody selected otherwise. */
  if (self->keeping || self->kept == NULL)
    return;

  g_hash_table_remove_all (self->kept);

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      gint64 id = get_row_id (self, (int)gtk_bitset_get_nth (selected, (guint)i));

      g_hash_table_add (self->kept, g_memdup2 (&id, sizeof id));
    }
}

static void
restore_selection (QdTimelineView *self)
{
  guint n_rows = qd_timeline_model_get_n_rows (self->model);
  g_autoptr(GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, n_rows);
  int current = -1;

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 id = get_row_id (self, (int)i);

      if (g_hash_table_contains (self->kept, &id))
        gtk_bitset_add (selected, i);

      if (id == self->kept_current)
        current = (int)i;
    }

  gtk_selection_model_set_selection (self->selection, selected, all);
  qd_timeline_chart_set_current (self->chart, current, FALSE);
}

static void
update_stack (QdTimelineView *self)
{
  gboolean filtered = qd_timeline_model_is_filtered (self->model);
  gboolean empty = qd_timeline_model_get_n_rows (self->model) == 0;

  gtk_stack_set_visible_child_name (self->stack, !empty ? "timeline" : filtered ? "nothing"
                                                                                : "empty");
}

static void
banner_clicked_cb (QdTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.resolve", NULL);
}

/* Rows may be other ones, or say something else. */
static void
refreshed_cb (QdTimelineView *self)
{
  self->keeping = FALSE;
  restore_selection (self);
  qd_timeline_table_refresh (self->table);
  update_stack (self);
  qd_timeline_view_update_banner (self);
  qd_timeline_view_update_baselines (self);
  qd_timeline_view_edit_awaited (self);
}

/* Before the selection hears of it, which forgets the rows that are replaced. */
static void
items_changed_cb (QdTimelineView *self)
{
  self->keeping = TRUE;
}

static void
current_changed_cb (QdTimelineView *self)
{
  gint64 id = get_row_id (self, qd_timeline_chart_get_current (self->chart));

  if (!self->keeping && id != 0)
    self->kept_current = id;
}

static void
schedule_changed_cb (QdTimelineView *self,
                     QdPlanSchedule *schedule)
{
  qd_timeline_strip_show_change (self->strip, schedule, qd_timeline_model_get_today (self->model));
}

static void
apply_cb (QdTimelineView *self,
          QdBatch        *batch,
          const char     *label)
{
  qd_timeline_view_apply (self, batch, label);
}

static void
activate_cb (QdTimelineView *self,
             guint           position)
{
  qd_timeline_view_open (self, position);
}

static void
link_cb (QdTimelineView *self,
         guint           from,
         guint           to,
         gboolean        to_end)
{
  qd_timeline_view_link (self, from, to, to_end ? QD_LINK_KIND_FINISH_FINISH : QD_LINK_KIND_FINISH_START);
}

static void
draw_cb (QdTimelineView *self,
         int             position,
         int             start,
         int             finish)
{
  qd_timeline_view_draw_task (self, position, start, finish);
}

static void
progress_cb (QdTimelineView *self,
             guint           position,
             int             progress)
{
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (positions, position);
  qd_timeline_view_set_progress (self, positions, progress);
}

static void
menu_cb (QdTimelineView *self,
         double          x,
         double          y,
         GtkWidget      *around)
{
  qd_timeline_view_pop_up_menu (self, around, x, y);
}

static void
search_changed_cb (QdTimelineView *self)
{
  qd_timeline_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Where it is narrow there is room for it only while it is wanted. */
static void
search_toggled_cb (QdTimelineView *self)
{
  qd_timeline_view_update_sides (self);

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->search_toggle)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
stop_search_cb (QdTimelineView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_toggle), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

/* As high as a line of text wants it. */
static void
update_row_height (QdTimelineView *self)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int height = MAX (PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) + 2 * PADDING, LEAST_HEIGHT);

  pango_font_metrics_unref (metrics);
  qd_timeline_chart_set_row_height (self->chart, height);
  qd_timeline_table_set_row_height (self->table, height);
}

static void
qd_timeline_view_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qd_timeline_view_parent_class)->css_changed (widget, change);
  update_row_height (QD_TIMELINE_VIEW (widget));
}

static void
update_now (QdTimelineView *self)
{
  GTimeZone *zone = NULL;
  g_autoptr(GDateTime) now = NULL;

  if (qd_timeline_model_get_n_plans (self->model) > 0)
    zone = qd_plan_calendars_get_clock (
        qd_plan_schedule_get_calendars (qd_timeline_model_get_schedule (self->model, 0)));

  now = zone != NULL ? g_date_time_new_now (zone) : g_date_time_new_now_local ();
  qd_timeline_chart_set_now (
      self->chart,
      qd_minute_from_day (
          qd_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now))) +
          g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now));
}

static gboolean
clock_cb (gpointer user_data)
{
  update_now (user_data);

  return G_SOURCE_CONTINUE;
}

/* The bars, or the rows where there are no bars */
static gboolean
qd_timeline_view_grab_focus (GtkWidget *widget)
{
  QdTimelineView *self = QD_TIMELINE_VIEW (widget);
  int             current = qd_timeline_chart_get_current (self->chart);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL)
    return TRUE;

  if (qd_timeline_view_shows_chart (self) && gtk_widget_get_mapped (GTK_WIDGET (self->chart)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->chart));

  if (qd_timeline_model_get_n_rows (self->model) > 0)
    qd_timeline_table_focus (self->table, (guint)MAX (current, 0));

  return TRUE;
}

static void
qd_timeline_view_map (GtkWidget *widget)
{
  QdTimelineView *self = QD_TIMELINE_VIEW (widget);

  GTK_WIDGET_CLASS (qd_timeline_view_parent_class)->map (widget);

  update_now (self);
  self->clock = g_timeout_add_seconds (60, clock_cb, self);
}

static void
qd_timeline_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_TIMELINE_VIEW (widget)->clock, g_source_remove);

  GTK_WIDGET_CLASS (qd_timeline_view_parent_class)->unmap (widget);
}

static void
disconnect_schedules (QdTimelineView *self)
{
  for (guint i = 0; i < qd_timeline_model_get_n_plans (self->model); i++)
    g_signal_handlers_disconnect_by_func (
        qd_timeline_model_get_schedule (self->model, i), schedule_changed_cb, self);
}

static void
qd_timeline_view_dispose (GObject *object)
{
  QdTimelineView *self = QD_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  if (self->model != NULL)
    disconnect_schedules (self);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->announced, g_free);

  G_OBJECT_CLASS (qd_timeline_view_parent_class)->dispose (object);
}

static void
qd_timeline_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QdTimelineView *self = QD_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    case PROP_SHORT:
      g_value_set_boolean (value, self->is_short);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_timeline_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QdTimelineView *self = QD_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      qd_timeline_view_update_sides (self);
      break;

    case PROP_SHORT:
      self->is_short = g_value_get_boolean (value);
      qd_timeline_view_update_sides (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, box);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, banner);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, search);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, group_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, view_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, baseline_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, fit_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, today_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, add_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, search_toggle);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, paned);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, table);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, chart_box);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, header);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, chart);
  gtk_widget_class_bind_template_child (widget_class, QdTimelineView, strip);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
qd_timeline_view_class_init (QdTimelineViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = qd_timeline_view_dispose;
  object_class->get_property = qd_timeline_view_get_property;
  object_class->set_property = qd_timeline_view_set_property;
  widget_class->css_changed = qd_timeline_view_css_changed;
  widget_class->grab_focus = qd_timeline_view_grab_focus;
  widget_class->map = qd_timeline_view_map;
  widget_class->unmap = qd_timeline_view_unmap;

  /* Where it is narrow, the chart or the table; where it is short, no toolbar. */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  properties[PROP_SHORT] =
      g_param_spec_boolean ("short", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A task is to be opened, or a plan: the record. */
  signals[OPEN_TASK] =
      g_signal_new ("open-task", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QD_TYPE_TASK);
  signals[OPEN_PLAN] =
      g_signal_new ("open-plan", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QD_TYPE_PLAN);

  g_type_ensure (QD_TYPE_TIMELINE_TABLE);
  g_type_ensure (QD_TYPE_TIMELINE_HEADER);
  g_type_ensure (QD_TYPE_TIMELINE_CHART);
  g_type_ensure (QD_TYPE_TIMELINE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-timeline-view.ui");
  bind_children (widget_class);
  qd_timeline_view_class_add_keys (widget_class);
}

static void
connect_children (QdTimelineView *self)
{
  const struct
  {
    gpointer    child;
    const char *signal;
    GCallback   callback;
  } connections[] = {
    { self->chart, "activate", G_CALLBACK (activate_cb) },
    { self->chart, "apply", G_CALLBACK (apply_cb) },
    { self->chart, "link", G_CALLBACK (link_cb) },
    { self->chart, "draw", G_CALLBACK (draw_cb) },
    { self->chart, "progress", G_CALLBACK (progress_cb) },
    { self->chart, "menu", G_CALLBACK (menu_cb) },
    { self->chart, "current-changed", G_CALLBACK (current_changed_cb) },
    { self->table, "apply", G_CALLBACK (apply_cb) },
    { self->table, "menu", G_CALLBACK (menu_cb) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (
        connections[i].child, connections[i].signal, connections[i].callback, self, G_CONNECT_SWAPPED);
}

/* Rows in line: both scroll together, and both begin below titles of one height. */
static void
align (QdTimelineView *self)
{
  GtkSizeGroup *titles = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_size_group_add_widget (titles, qd_timeline_table_get_header (self->table));
  gtk_size_group_add_widget (titles, GTK_WIDGET (self->header));
  g_object_set_data_full (G_OBJECT (self->header), "qd-titles", titles, g_object_unref);
  g_object_bind_property (gtk_scrolled_window_get_vadjustment (self->scroller),
                          "value",
                          qd_timeline_table_get_vadjustment (self->table),
                          "value",
                          G_BINDING_BIDIRECTIONAL);
}

static void
qd_timeline_view_init (QdTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->layout = qd_timeline_layout_usual;
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  qd_timeline_header_set_chart (self->header, self->chart);
  connect_children (self);
}

GtkWidget *
qd_timeline_view_new (QdPortfolio *portfolio)
{
  QdTimelineView *self = g_object_new (QD_TYPE_TIMELINE_VIEW, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->model = qd_timeline_model_new (portfolio);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  g_signal_connect_object (
      self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  qd_timeline_table_set_model (self->table, self->model, self->selection);
  qd_timeline_chart_set_model (self->chart, self->model, self->selection);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  align (self);
  qd_timeline_view_add_arrangement (self);
  qd_timeline_view_add_commands (self);
  update_row_height (self);

  return GTK_WIDGET (self);
}

static void
fit_at_first (QdTimelineView *self)
{
  QdMinuteSpan span;

  if (self->fitted)
    return;

  self->fitted = TRUE;

  if (qd_timeline_model_find_span (self->model, &span) && span.until - span.from <= LONGEST_FIT)
    qd_timeline_chart_fit_plan (self->chart);
  else
    qd_timeline_chart_fit_weeks (self->chart);
}

/* @plans: (element-type QdPlan): those of one account side by side */
void
qd_timeline_view_set_plans (QdTimelineView *self,
                            GPtrArray      *plans)
{
  g_return_if_fail (QD_IS_TIMELINE_VIEW (self));

  disconnect_schedules (self);
  qd_timeline_model_set_plans (self->model, plans);

  for (guint i = 0; i < plans->len; i++)
    g_signal_connect_object (qd_timeline_model_get_schedule (self->model, i),
                             "changed",
                             G_CALLBACK (schedule_changed_cb),
                             self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  qd_timeline_strip_hide (self->strip);
  update_now (self);
  fit_at_first (self);
}

void
qd_timeline_view_set_today (QdTimelineView *self,
                            int             today)
{
  g_return_if_fail (QD_IS_TIMELINE_VIEW (self));

  qd_timeline_model_set_today (self->model, today);
}

void
qd_timeline_view_search (QdTimelineView *self)
{
  g_return_if_fail (QD_IS_TIMELINE_VIEW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_toggle), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
qd_timeline_view_new_task (QdTimelineView *self)
{
  g_return_if_fail (QD_IS_TIMELINE_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.add-below", NULL);
}
