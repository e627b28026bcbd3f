/* qd-week-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-week-view"

#include "qd-week-view.h"

#include <glib/gi18n.h>

#include "qd-config.h"
#include "qd-day-words.h"
#include "qd-tenant-save.h"
#include "qd-week-grid.h"
#include "qd-week.h"

/**
 * QdWeekView:
 *
 * The maintenance of all tenants, week by week: as a grid, or where that is too wide as a list of days.
 */
struct _QdWeekView
{
  AdwBin          parent_instance;

  QdFactBook     *book;
  GSettings      *settings;
  gint64          now;
  GTimeZone      *mine;
  GTimeZone      *utc;
  QdWeekPlan     *plan;
  int             first_day; /* %QD_DAY_NONE: the week that it is */
  gboolean        narrow;

  GtkLabel       *title;
  AdwToggleGroup *zones;
  AdwToggle      *mine_toggle;
  GtkStack       *stack;
  QdWeekGrid     *grid;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (QdWeekView, qd_week_view, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GTimeZone *
get_zone (QdWeekView *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->zones), "utc") == 0 ? self->utc : self->mine;
}

static int
get_first_day (QdWeekView *self)
{
  return self->first_day != QD_DAY_NONE ? self->first_day
                                        : qd_week_get_start (qd_instant_get_day (self->now, get_zone (self)));
}

/* “23 Nov – 29 Nov 2026 · Week 48” */
static void
update_title (QdWeekView *self)
{
  int              first = self->plan->first_day;
  g_autofree char *from = qd_day_dup_display (first);
  g_autofree char *until = qd_day_dup_display (first + QD_DAYS_PER_WEEK - 1);
  g_autofree char *text = NULL;

  /* Translators: the first and the last day of a week, and its number in the year */
  text = g_strdup_printf (_ ("%1$s – %2$s · Week %3$d"), from, until, qd_week_get_number (first));
  gtk_label_set_label (self->title, text);
}

static void
update_zone_name (QdWeekView *self)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (self->plan->from);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, self->mine);
  g_autofree char *text = NULL;

  /* Translators: the clock of whoever looks, with the name of its zone: “Mine (CET)” */
  text = g_strdup_printf (_ ("Mine (%s)"), g_date_time_get_timezone_abbreviation (local));
  adw_toggle_set_label (self->mine_toggle, text);
}

static int
get_row_day (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "day"));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  GtkWidget       *label;
  g_autofree char *text = NULL;

  if (before != NULL && get_row_day (before) == get_row_day (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  text = qd_day_dup_full (get_row_day (row));
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "week-day");
  gtk_list_box_row_set_header (row, label);
}

static int
sort_cb (GtkListBoxRow *a,
         GtkListBoxRow *b,
         gpointer       user_data)
{
  gint64 *first = g_object_get_data (G_OBJECT (a), "from");
  gint64 *second = g_object_get_data (G_OBJECT (b), "from");

  return (*first > *second) - (*first < *second);
}

static void
append_row (QdWeekView        *self,
            const QdWeekRow   *row,
            const QdWeekEvent *event)
{
  GtkWidget       *line = adw_action_row_new ();
  gboolean         is_lock = event->event.kind == QD_TENANT_EVENT_LOCK;
  gint64          *from = g_new (gint64, 1);
  int              day = self->plan->first_day + (int)CLAMP (event->from, 0, QD_DAYS_PER_WEEK - 1);
  g_autofree char *span = is_lock ? qd_instant_span_dup_words (&event->event.span, self->plan->zone) : NULL;
  g_autofree char *text = g_strdup_printf ("%s · %s", is_lock ? span : event->time, event->words);

  *from = MAX (event->event.span.from, self->plan->from);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), row->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (line), "x", qd_record_get_id (row->tenant));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (line), "win.open-tenant");
  g_object_set_data (G_OBJECT (line), "day", GINT_TO_POINTER (day));
  g_object_set_data_full (G_OBJECT (line), "from", from, g_free);
  gtk_list_box_append (self->list, line);
}

static void
fill_list (QdWeekView *self)
{
  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < self->plan->rows->len; i++)
    {
      const QdWeekRow *row = g_ptr_array_index (self->plan->rows, i);

      for (guint n = 0; n < row->locks->len; n++)
        append_row (self, row, &g_array_index (row->locks, QdWeekEvent, n));

      for (guint n = 0; n < row->events->len; n++)
        append_row (self, row, &g_array_index (row->events, QdWeekEvent, n));
    }
}

static void
show_page (QdWeekView *self)
{
  if (self->plan != NULL)
    gtk_stack_set_visible_child_name (self->stack,
                                      self->plan->rows->len == 0 ? "none" : self->narrow ? "list"
                                                                                         : "grid");
}

static void
reload (QdWeekView *self)
{
  if (self->mine == NULL)
    return;

  g_clear_pointer (&self->plan, qd_week_plan_free);
  self->plan = qd_week_plan_new (
      self->book, get_first_day (self), get_zone (self), g_settings_get_boolean (self->settings, "show-codenames"));
  update_title (self);
  update_zone_name (self);
  qd_week_grid_show (self->grid, self->plan, self->now);
  fill_list (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.export", self->plan->rows->len > 0);
  show_page (self);
}

static void
zone_changed_cb (QdWeekView *self)
{
  reload (self);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdWeekView *self = QD_WEEK_VIEW (widget);

  qd_week_view_set_day (self, get_first_day (self) - QD_DAYS_PER_WEEK);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdWeekView *self = QD_WEEK_VIEW (widget);

  qd_week_view_set_day (self, get_first_day (self) + QD_DAYS_PER_WEEK);
}

static void
today_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  qd_week_view_set_day (QD_WEEK_VIEW (widget), QD_DAY_NONE);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdWeekView *self = QD_WEEK_VIEW (widget);

  qd_tenant_save_present (widget, self->book, self->now);
}

static void
qd_week_view_dispose (GObject *object)
{
  QdWeekView *self = QD_WEEK_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_WEEK_VIEW);
  g_clear_pointer (&self->plan, qd_week_plan_free);
  g_clear_pointer (&self->mine, g_time_zone_unref);
  g_clear_pointer (&self->utc, g_time_zone_unref);
  g_clear_object (&self->book);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (qd_week_view_parent_class)->dispose (object);
}

static void
qd_week_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, QD_WEEK_VIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
qd_week_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdWeekView *self = QD_WEEK_VIEW (object);

  if (prop_id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  self->narrow = g_value_get_boolean (value);
  show_page (self);
}

static void
qd_week_view_class_init (QdWeekViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_week_view_dispose;
  object_class->get_property = qd_week_view_get_property;
  object_class->set_property = qd_week_view_set_property;

  /* Whether there is no room for a grid */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_WEEK_GRID);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-week-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdWeekView, title);
  gtk_widget_class_bind_template_child (widget_class, QdWeekView, zones);
  gtk_widget_class_bind_template_child (widget_class, QdWeekView, mine_toggle);
  gtk_widget_class_bind_template_child (widget_class, QdWeekView, stack);
  gtk_widget_class_bind_template_child (widget_class, QdWeekView, grid);
  gtk_widget_class_bind_template_child (widget_class, QdWeekView, list);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_install_action (widget_class, "week.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "week.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "week.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "week.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "week.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "week.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "week.today", NULL);
}

static void
qd_week_view_init (QdWeekView *self)
{
  self->first_day = QD_DAY_NONE;
  self->utc = g_time_zone_new_utc ();
  self->settings = g_settings_new (QD_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_list_box_set_sort_func (self->list, sort_cb, NULL, NULL);
  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_week_view_new (QdFactBook *book)
{
  QdWeekView *self = g_object_new (QD_TYPE_WEEK_VIEW, NULL);

  self->book = g_object_ref (book);

  return GTK_WIDGET (self);
}

/**
 * qd_week_view_set_clock:
 * @now: an instant
 * @mine: of whoever looks
 *
 * Shows all anew.
 */
void
qd_week_view_set_clock (QdWeekView *self,
                        gint64      now,
                        GTimeZone  *mine)
{
  g_return_if_fail (QD_IS_WEEK_VIEW (self));
  g_return_if_fail (mine != NULL);

  self->now = now;
  g_time_zone_ref (mine);
  g_clear_pointer (&self->mine, g_time_zone_unref);
  self->mine = mine;
  reload (self);
}

/* A minute is over: what is shown stays, with the focus in it, as long as it is the same week. */
void
qd_week_view_tick (QdWeekView *self,
                   gint64      now)
{
  g_return_if_fail (QD_IS_WEEK_VIEW (self));

  if (self->plan == NULL)
    return;

  self->now = now;

  if (get_first_day (self) == self->plan->first_day)
    qd_week_grid_set_now (self->grid, qd_week_plan_get_place (self->plan, now));
  else
    reload (self);
}

/* @day: of the week to show; %QD_DAY_NONE: the one that it is */
void
qd_week_view_set_day (QdWeekView *self,
                      int         day)
{
  g_return_if_fail (QD_IS_WEEK_VIEW (self));

  self->first_day = day != QD_DAY_NONE ? qd_week_get_start (day) : QD_DAY_NONE;
  reload (self);
}
