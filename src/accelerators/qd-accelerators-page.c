/* qd-accelerators-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-accelerators-page"

#include "qd-accelerators-page.h"

#include <glib/gi18n.h>

#include "qd-accelerator-list.h"
#include "qd-catalogue-view.h"
#include "qd-config.h"
#include "qd-load-panel.h"
#include "qd-phase.h"
#include "qd-shell.h"
#include "qd-timeline-go-to.h"
#include "qd-timeline-view.h"
#include "qd-view-keys.h"

/* In seconds; a day that is over is noticed this late at most. */
#define DAY_CHECK 60

/* No person, or no state, in particular */
#define ANY ""

/**
 * QdAcceleratorsPage:
 *
 * The accelerators of all accounts on one timeline, with the load of each week below
 * it; and the catalogue that they are put together from.
 */
struct _QdAcceleratorsPage
{
  AdwNavigationPage   parent_instance;

  QdPortfolio        *portfolio;
  GSettings          *settings;
  GSimpleActionGroup *actions;
  GPtrArray          *shown; /* QdPlan, as the timeline has them */
  int                 today;
  guint               day_check;
  guint               reload;
  gboolean            stale; /* something changed while nobody looked */
  gboolean            narrow;
  gboolean            is_short;

  AdwViewStack       *views;
  GtkStack           *stack;
  GtkWidget          *new_button;
  GtkBox             *timeline_box;
  GtkWidget          *timeline;
  GtkWidget          *panel;
  GtkWidget          *catalogue;
  GtkWidget          *people_button;
};

G_DEFINE_FINAL_TYPE (QdAcceleratorsPage, qd_accelerators_page, ADW_TYPE_NAVIGATION_PAGE)

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
  N_SIGNALS
};

static guint                  signals[N_SIGNALS];

static const QdTimelineLayout usual_layout = {
  .grouping = QD_TIMELINE_GROUPING_ACCOUNT,
  .sort = QD_TIMELINE_SORT_PLAN,
  .show = QD_TIMELINE_SHOW_USUAL & ~(QD_TIMELINE_SHOW_LINKS | QD_TIMELINE_SHOW_FLOAT),
  .sides = QD_TIMELINE_SIDES_BOTH,
  .hidden = ~((1u << QD_TIMELINE_COLUMN_TITLE) | (1u << QD_TIMELINE_COLUMN_END) | (1u << QD_TIMELINE_COLUMN_PROGRESS)),
};

/* Returns: (transfer full): the state of an action of the page */
static char *
dup_choice (QdAcceleratorsPage *self,
            const char         *action)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), action);

  return g_variant_dup_string (state, NULL);
}

static gboolean
is_filtered (QdAcceleratorsPage *self)
{
  g_autofree char *person = dup_choice (self, "person");
  g_autofree char *status = dup_choice (self, "status");

  return *person != '\0' || *status != '\0';
}

/* Returns: (transfer full): those of @plans that a person wants to see */
static GPtrArray *
filter_plans (QdAcceleratorsPage *self,
              GPtrArray          *plans,
              gboolean            show_codenames,
              QdWorkTime         *hours)
{
  g_autofree char *person = dup_choice (self, "person");
  g_autofree char *status = dup_choice (self, "status");
  GPtrArray       *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plans->len; i++)
    {
      QdPlan *plan = g_ptr_array_index (plans, i);
      g_autoptr(QdLoadAccelerator) accelerator =
                    qd_load_accelerator_new_from_plan (self->portfolio, plan, plan->name, hours);

      if ((*person == '\0' || qd_load_accelerator_has_person (accelerator, person)) &&
          (*status == '\0' || (int)plan->status == qd_nicks_parse (qd_plan_statuses, status)))
        g_ptr_array_add (chosen, g_object_ref (plan));
    }

  return chosen;
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *value)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

static void
show_people (QdAcceleratorsPage *self,
             GPtrArray          *people)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) persons = g_menu_new ();
  g_autoptr(GMenu) states = g_menu_new ();

  append_choice (persons, _ ("Everyone"), "accelerators.person", ANY);

  for (guint i = 0; i < people->len; i++)
    append_choice (persons, g_ptr_array_index (people, i), "accelerators.person", g_ptr_array_index (people, i));

  append_choice (states, _ ("Any State"), "accelerators.status", ANY);

  for (int i = 0; qd_plan_statuses[i].nick != NULL; i++)
    append_choice (states, _ (qd_plan_statuses[i].label), "accelerators.status", qd_plan_statuses[i].nick);

  g_menu_append_section (menu, _ ("Person"), G_MENU_MODEL (persons));
  g_menu_append_section (menu, _ ("State"), G_MENU_MODEL (states));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->people_button), G_MENU_MODEL (menu));

  if (is_filtered (self))
    gtk_widget_add_css_class (self->people_button, "accent");
  else
    gtk_widget_remove_css_class (self->people_button, "accent");
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;

  return TRUE;
}

/* The timeline follows its plans by itself; it is told when there are others. */
static void
show_plans (QdAcceleratorsPage *self,
            GPtrArray          *plans)
{
  QdTimelineView *view = QD_TIMELINE_VIEW (self->timeline);
  gboolean        first = self->shown == NULL || self->shown->len == 0;

  if (is_same (self->shown, plans))
    return;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (plans);
  qd_timeline_view_set_plans (view, plans);

  if (first && plans->len > 0)
    qd_timeline_chart_fit_quarters (qd_timeline_view_get_chart (view));
}

static void
update_panel (QdAcceleratorsPage *self)
{
  gtk_widget_set_visible (self->panel,
                          !self->is_short && g_settings_get_boolean (self->settings, "show-load"));
}

static void
reload (QdAcceleratorsPage *self)
{
  gboolean         codenames = g_settings_get_boolean (self->settings, "show-codenames");
  g_autofree char *person = dup_choice (self, "person");
  g_autoptr(GPtrArray) plans = qd_accelerators_list (self->portfolio, codenames);
  g_autoptr(QdPlanCalendars) calendars = qd_accelerators_create_calendars (self->portfolio, plans, self->today);
  QdWorkTime *hours = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_OURS, FALSE);
  g_autoptr(GPtrArray) accelerators = qd_accelerators_list_load (self->portfolio, plans, codenames, hours);
  g_autoptr(GPtrArray) people = qd_load_accelerators_list_people (accelerators);
  g_autoptr(GPtrArray) chosen = filter_plans (self, plans, codenames, hours);
  g_autoptr(QdAcceleratorLoad) load = qd_accelerator_load_new (accelerators, hours, QD_LOAD_USUAL_MOST);

  self->stale = FALSE;
  show_people (self, people);
  show_plans (self, chosen);
  qd_load_panel_show (QD_LOAD_PANEL (self->panel), load, *person != '\0' ? person : NULL, hours, self->today);
  gtk_stack_set_visible_child_name (self->stack, plans->len == 0 ? "none" : chosen->len == 0 ? "no-match"
                                                                                             : "timeline");
}

static gboolean
reload_cb (gpointer user_data)
{
  QdAcceleratorsPage *self = user_data;

  self->reload = 0;
  reload (self);

  return G_SOURCE_REMOVE;
}

/* An edit changes several kinds of records, and is looked at once; what nobody looks at, later. */
static void
changed_cb (QdAcceleratorsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (self->reload == 0)
    self->reload = g_idle_add (reload_cb, self);
}

static gboolean
day_check_cb (gpointer user_data)
{
  QdAcceleratorsPage *self = user_data;
  int                 today = qd_day_today ();

  if (self->today != today)
    {
      self->today = today;
      qd_timeline_view_set_today (QD_TIMELINE_VIEW (self->timeline), today);
      changed_cb (self);
    }

  return G_SOURCE_CONTINUE;
}

static void
go_to_cb (QdAcceleratorsPage *self,
          gint64              id,
          int                 day)
{
  if (qd_timeline_chart_go_to (
          qd_timeline_view_get_chart (QD_TIMELINE_VIEW (self->timeline)), self->portfolio, id, day))
    gtk_widget_grab_focus (self->timeline);
}

static void
open_plan_cb (QdAcceleratorsPage *self,
              QdPlan             *plan)
{
  qd_shell_open_plan (self, qd_record_get_id (plan));
}

static void
open_task_cb (QdAcceleratorsPage *self,
              QdTask             *task)
{
  g_signal_emit (self, signals[OPEN_TASK], 0, task);
}

static void
choice_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_simple_action_set_state (action, parameter);
  reload (user_data);
}

static void
show_all_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  QdAcceleratorsPage *self = user_data;

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "person", g_variant_new_string (ANY));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "status", g_variant_new_string (ANY));
}

static const GActionEntry action_entries[] = {
  { "person", NULL, "s", "''", choice_cb },
  { "status", NULL, "s", "''", choice_cb },
  { "show-all", show_all_cb },
};

static gboolean
is_on_catalogue (QdAcceleratorsPage *self)
{
  return self->catalogue != NULL && adw_view_stack_get_visible_child (self->views) == self->catalogue;
}

static void
view_changed_cb (QdAcceleratorsPage *self)
{
  gtk_widget_set_tooltip_text (self->new_button,
                               is_on_catalogue (self) ? _ ("New Module") : _ ("New Accelerator"));
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdAcceleratorsPage *self = QD_ACCELERATORS_PAGE (widget);

  if (is_on_catalogue (self))
    qd_catalogue_view_new_module (QD_CATALOGUE_VIEW (self->catalogue));
  else
    gtk_widget_activate_action (widget, "win.new-accelerator", "x", G_GINT64_CONSTANT (0));
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdAcceleratorsPage *self = QD_ACCELERATORS_PAGE (widget);

  if (is_on_catalogue (self))
    qd_catalogue_view_search (QD_CATALOGUE_VIEW (self->catalogue));
  else
    qd_timeline_view_search (QD_TIMELINE_VIEW (self->timeline));
}

static void
qd_accelerators_page_map (GtkWidget *widget)
{
  QdAcceleratorsPage *self = QD_ACCELERATORS_PAGE (widget);

  GTK_WIDGET_CLASS (qd_accelerators_page_parent_class)->map (widget);

  if (self->stale)
    reload (self);

  day_check_cb (self);
  self->day_check = g_timeout_add_seconds (DAY_CHECK, day_check_cb, self);
}

static void
qd_accelerators_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_ACCELERATORS_PAGE (widget)->day_check, g_source_remove);

  GTK_WIDGET_CLASS (qd_accelerators_page_parent_class)->unmap (widget);
}

static void
qd_accelerators_page_dispose (GObject *object)
{
  QdAcceleratorsPage *self = QD_ACCELERATORS_PAGE (object);

  g_clear_handle_id (&self->day_check, g_source_remove);
  g_clear_handle_id (&self->reload, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ACCELERATORS_PAGE);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_accelerators_page_parent_class)->dispose (object);
}

static void
qd_accelerators_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, QD_ACCELERATORS_PAGE (object)->narrow);
      break;

    case PROP_SHORT:
      g_value_set_boolean (value, QD_ACCELERATORS_PAGE (object)->is_short);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_accelerators_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  QdAcceleratorsPage *self = QD_ACCELERATORS_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;

    case PROP_SHORT:
      self->is_short = g_value_get_boolean (value);

      if (self->panel != NULL)
        update_panel (self);

      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_accelerators_page_class_init (QdAcceleratorsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_accelerators_page_dispose;
  object_class->get_property = qd_accelerators_page_get_property;
  object_class->set_property = qd_accelerators_page_set_property;
  widget_class->map = qd_accelerators_page_map;
  widget_class->unmap = qd_accelerators_page_unmap;

  /* Both are set by a breakpoint; the timeline follows them. */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  properties[PROP_SHORT] =
      g_param_spec_boolean ("short", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A task is to be opened: the record. */
  signals[OPEN_TASK] = g_signal_new (
      "open-task", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QD_TYPE_TASK);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-accelerators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorsPage, views);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, QdAcceleratorsPage, timeline_box);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
}

static void
qd_accelerators_page_init (QdAcceleratorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (QD_APPLICATION_ID);
  self->today = qd_day_today ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "accelerators", G_ACTION_GROUP (self->actions));
  qd_view_keys_add (GTK_WIDGET (self), self->views);
}

/* Left of what the toolbar has: whose accelerators, and whether their load is shown */
static void
add_tools (QdAcceleratorsPage *self)
{
  GtkWidget *load = gtk_toggle_button_new ();
  g_autoptr(GAction) action = g_settings_create_action (self->settings, "show-load");

  g_action_map_add_action (G_ACTION_MAP (self->actions), action);
  gtk_button_set_icon_name (GTK_BUTTON (load), "quarterdeck-load-symbolic");
  gtk_widget_set_tooltip_text (load, _ ("Load per Week"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (load), "accelerators.show-load");
  gtk_widget_add_css_class (load, "flat");
  self->people_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->people_button), "system-users-symbolic");
  gtk_widget_set_tooltip_text (self->people_button, _ ("People and States"));
  gtk_widget_add_css_class (self->people_button, "flat");
  qd_timeline_view_add_tool (QD_TIMELINE_VIEW (self->timeline), load);
  qd_timeline_view_add_tool (QD_TIMELINE_VIEW (self->timeline), self->people_button);
}

static void
add_timeline (QdAcceleratorsPage *self)
{
  self->timeline = qd_timeline_view_new (self->portfolio);
  gtk_widget_set_vexpand (self->timeline, TRUE);
  qd_timeline_view_keep_layout_in (QD_TIMELINE_VIEW (self->timeline), "accelerators-layout", &usual_layout);
  g_signal_connect_object (self->timeline, "open-plan", G_CALLBACK (open_plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "open-task", G_CALLBACK (open_task_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self, "narrow", self->timeline, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "short", self->timeline, "short", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->timeline_box, self->timeline);
  self->panel = qd_load_panel_new (qd_timeline_view_get_chart (QD_TIMELINE_VIEW (self->timeline)));
  g_signal_connect_object (self->panel, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->timeline_box, self->panel);
  add_tools (self);
  update_panel (self);
}

static void
follow (QdAcceleratorsPage *self)
{
  const GType types[] = { QD_TYPE_ACCOUNT, QD_TYPE_PLAN, QD_TYPE_PHASE,
                          QD_TYPE_TASK, QD_TYPE_CLOSURE, QD_TYPE_WORKING_CALENDAR };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (qd_portfolio_get_list (self->portfolio, types[i]),
                             "items-changed",
                             G_CALLBACK (changed_cb),
                             self,
                             G_CONNECT_SWAPPED);

  g_signal_connect_object (
      self->settings, "changed::show-codenames", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->settings, "changed::show-load", G_CALLBACK (update_panel), self, G_CONNECT_SWAPPED);
}

QdAcceleratorsPage *
qd_accelerators_page_new (QdPortfolio *portfolio)
{
  QdAcceleratorsPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_ACCELERATORS_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);
  add_timeline (self);
  self->catalogue = qd_catalogue_view_new (portfolio);
  adw_view_stack_add_titled_with_icon (
      self->views, self->catalogue, "catalogue", _ ("Catalogue"), "view-list-bullet-symbolic");
  follow (self);
  self->stale = TRUE;

  return self;
}
