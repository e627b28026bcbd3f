/* qd-plan-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-page"

#include "qd-plan-page.h"

#include <glib/gi18n.h>

#include "qd-board.h"
#include "qd-copy-as.h"
#include "qd-objectives-view.h"
#include "qd-plan-details.h"
#include "qd-plan-edits.h"
#include "qd-plan-summary.h"
#include "qd-screen.h"
#include "qd-task-editor.h"
#include "qd-task-table.h"
#include "qd-timeline-view.h"

/* In seconds; a day that is over is noticed this late at most. */
#define DAY_CHECK 60

/**
 * QdPlanPage:
 *
 * A plan: what it is and how far it has come, above the views of it.
 */
struct _QdPlanPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
  QdPlan           *plan;
  gboolean          narrow;
  gboolean          is_short;
  int               today;
  guint             day_check;

  QdPlanSummary    *summary;
  AdwWindowTitle   *narrow_title;
  AdwViewStack     *views;
  GtkMenuButton    *menu_button;
  GtkWidget        *board;
  GtkWidget        *table;
  GtkWidget        *timeline;
  GtkWidget        *objectives;
};

G_DEFINE_FINAL_TYPE (QdPlanPage, qd_plan_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SHORT,
  N_PROPS
};

static GParamSpec       *properties[N_PROPS];

/* In the order of their keys, Alt+1 and on */
static const char *const view_names[] = { "board", "table", "timeline", "objectives", "details" };

static gboolean
day_check_cb (gpointer user_data)
{
  QdPlanPage *self = user_data;
  int         today = qd_day_today ();

  if (self->today != today)
    {
      self->today = today;
      qd_plan_summary_set_today (self->summary, today);
      qd_board_set_today (QD_BOARD (self->board), today);
      qd_timeline_view_set_today (QD_TIMELINE_VIEW (self->timeline), today);
      qd_objectives_view_set_today (QD_OBJECTIVES_VIEW (self->objectives), today);
    }

  return G_SOURCE_CONTINUE;
}

static void
qd_plan_page_map (GtkWidget *widget)
{
  QdPlanPage *self = QD_PLAN_PAGE (widget);

  GTK_WIDGET_CLASS (qd_plan_page_parent_class)->map (widget);

  day_check_cb (self);
  self->day_check = g_timeout_add_seconds (DAY_CHECK, day_check_cb, self);
}

static void
qd_plan_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QD_PLAN_PAGE (widget)->day_check, g_source_remove);

  GTK_WIDGET_CLASS (qd_plan_page_parent_class)->unmap (widget);
}

static void
refresh (QdPlanPage *self)
{
  g_autofree char *name = qd_screen_dup_text (self->portfolio, self->plan->name);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->narrow_title, name);
}

/* Leaves a plan that was deleted, or whose making was undone. */
static void
plans_changed_cb (QdPlanPage *self,
                  gint64      parent)
{
  GtkWidget *view;

  if (parent != self->plan->account || qd_record_is_live (self->plan))
    return;

  view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) ==
                          ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
duplicated_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(QdPlanPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_report (self, error);
  else
    qd_shell_tell_undoable (self, _ ("Plan duplicated"));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdPlanPage *self = QD_PLAN_PAGE (widget);
  g_autoptr(QdPlan) copy =
                qd_plan_duplicate_async (self->portfolio, self->plan, duplicated_cb, g_object_ref (self));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdPlanPage      *self = QD_PLAN_PAGE (widget);
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), self->plan->name);

  qd_shell_tell_undoable (self, message);
  qd_plan_delete_async (
      qd_portfolio_get_store (self->portfolio), self->plan, qd_shell_edit_cb, g_object_ref (self));
}

static void
copy_as_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget,
                              "win.copy-record",
                              "(ssx)",
                              "plan",
                              g_variant_get_string (parameter, NULL),
                              qd_record_get_id (QD_PLAN_PAGE (widget)->plan));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.export-plan", "x", qd_record_get_id (QD_PLAN_PAGE (widget)->plan));
}

static void
calendar_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gboolean ours = g_str_equal (action_name, "plan.our-calendar");

  gtk_widget_activate_action (
      widget, "win.edit-calendar", "x", ours ? G_GINT64_CONSTANT (0) : QD_PLAN_PAGE (widget)->plan->account);
}

static void
history_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.show-history", "(sx)", "plan", qd_record_get_id (QD_PLAN_PAGE (widget)->plan));
}

static gboolean
is_on_timeline (QdPlanPage *self)
{
  return adw_view_stack_get_visible_child (self->views) == self->timeline;
}

/* Goes to the view that is called so. */
static void
view_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdPlanPage *self = QD_PLAN_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->views, name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);

  if (is_on_timeline (self))
    gtk_widget_grab_focus (self->timeline);
}

/* Tasks are looked for and typed one after another in the table, and on the timeline too. */
static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdPlanPage *self = QD_PLAN_PAGE (widget);

  if (is_on_timeline (self))
    {
      qd_timeline_view_search (QD_TIMELINE_VIEW (self->timeline));
      return;
    }

  adw_view_stack_set_visible_child (self->views, self->table);
  qd_task_table_search (QD_TASK_TABLE (self->table));
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdPlanPage *self = QD_PLAN_PAGE (widget);

  if (is_on_timeline (self))
    {
      qd_timeline_view_new_task (QD_TIMELINE_VIEW (self->timeline));
      return;
    }

  adw_view_stack_set_visible_child (self->views, self->table);
  qd_task_table_new_task (QD_TASK_TABLE (self->table));
}

static void
open_task_cb (QdPlanPage *self,
              QdTask     *task)
{
  qd_task_editor_present (GTK_WIDGET (self), self->portfolio, task);
}

static GtkWidget *
create_timeline (QdPlanPage *self)
{
  GtkWidget *timeline = qd_timeline_view_new (self->portfolio);
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_ptr_array_add (plans, self->plan);
  qd_timeline_view_set_plans (QD_TIMELINE_VIEW (timeline), plans);
  g_signal_connect_object (timeline, "open-task", G_CALLBACK (open_task_cb), self, G_CONNECT_SWAPPED);

  return timeline;
}

static void
add_view (QdPlanPage *self,
          GtkWidget  *view,
          const char *name,
          const char *title,
          const char *icon)
{
  adw_view_stack_add_titled_with_icon (self->views, view, name, title, icon);

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (view), "narrow") != NULL)
    g_object_bind_property (self, "narrow", view, "narrow", G_BINDING_SYNC_CREATE);

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (view), "short") != NULL)
    g_object_bind_property (self, "short", view, "short", G_BINDING_SYNC_CREATE);
}

static GMenuModel *
create_menu (QdPlanPage *self)
{
  static const struct
  {
    const char *label;
    const char *action;
    gboolean    of_window;
  } items[] = {
    { N_ ("_Export…"), "win.export-plan", TRUE },
    { N_ ("Save as _Template…"), "win.save-template", TRUE },
    { N_ ("The Customer’s _Calendar…"), "plan.calendar", FALSE },
    { N_ ("_Our Calendar…"), "plan.our-calendar", FALSE },
    { N_ ("H_istory…"), "plan.history", FALSE },
    { N_ ("D_uplicate"), "plan.duplicate", FALSE },
    { N_ ("_Delete"), "plan.delete", FALSE },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) copies = g_menu_new ();

  for (const QdNick *style = qd_copy_styles; style->nick != NULL; style++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_ (style->label), NULL);

      g_menu_item_set_action_and_target (item, "page.copy-as", "s", style->nick);
      g_menu_append_item (copies, item);
    }

  g_menu_append_submenu (menu, _ ("C_opy As"), G_MENU_MODEL (copies));

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target_value (
          item,
          items[i].action,
          items[i].of_window ? g_variant_new_int64 (qd_record_get_id (self->plan)) : NULL);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
qd_plan_page_dispose (GObject *object)
{
  QdPlanPage *self = QD_PLAN_PAGE (object);

  g_clear_handle_id (&self->day_check, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLAN_PAGE);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_plan_page_parent_class)->dispose (object);
}

static void
qd_plan_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, QD_PLAN_PAGE (object)->narrow);
      break;

    case PROP_SHORT:
      g_value_set_boolean (value, QD_PLAN_PAGE (object)->is_short);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_plan_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      QD_PLAN_PAGE (object)->narrow = g_value_get_boolean (value);
      break;

    case PROP_SHORT:
      QD_PLAN_PAGE (object)->is_short = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_plan_page_class_init (QdPlanPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_plan_page_dispose;
  object_class->get_property = qd_plan_page_get_property;
  object_class->set_property = qd_plan_page_set_property;
  widget_class->map = qd_plan_page_map;
  widget_class->unmap = qd_plan_page_unmap;

  /* Both are set by a breakpoint; each view that has such a property follows it. */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  properties[PROP_SHORT] =
      g_param_spec_boolean ("short", NULL, NULL, FALSE, (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_PLAN_SUMMARY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPlanPage, summary);
  gtk_widget_class_bind_template_child (widget_class, QdPlanPage, narrow_title);
  gtk_widget_class_bind_template_child (widget_class, QdPlanPage, views);
  gtk_widget_class_bind_template_child (widget_class, QdPlanPage, menu_button);

  gtk_widget_class_install_action (widget_class, "plan.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "plan.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "plan.calendar", NULL, calendar_cb);
  gtk_widget_class_install_action (widget_class, "plan.our-calendar", NULL, calendar_cb);
  gtk_widget_class_install_action (widget_class, "plan.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "plan.view", "s", view_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-as", "s", copy_as_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
}

static gboolean
view_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  GtkWidget *views = GTK_WIDGET (QD_PLAN_PAGE (widget)->views);

  /* A page below this one hears the key as well. */
  if (!gtk_widget_get_mapped (widget) ||
      !gtk_widget_activate_action (widget, "plan.view", "s", g_variant_get_string (args, NULL)))
    return FALSE;

  if (gtk_widget_get_focus_child (views) == NULL)
    gtk_widget_child_focus (adw_view_stack_get_visible_child (ADW_VIEW_STACK (views)), GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static gboolean
new_task_key_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  QdPlanPage *self = QD_PLAN_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  adw_view_stack_set_visible_child (self->views, self->board);

  return gtk_widget_activate_action (self->board, "board.new-task", NULL);
}

/* These work wherever in the window the focus is. */
static void
add_keys (QdPlanPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);

  for (gsize i = 0; i < G_N_ELEMENTS (view_names); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK),
                                                gtk_callback_action_new (view_key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (view_names[i]));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                        gtk_callback_action_new (new_task_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
qd_plan_page_init (QdPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

QdPlanPage *
qd_plan_page_new (QdPortfolio *portfolio,
                  QdPlan      *plan)
{
  QdPlanPage *self = g_object_new (QD_TYPE_PLAN_PAGE, NULL);
  g_autoptr(GMenuModel) menu = NULL;

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);
  self->today = qd_day_today ();
  menu = create_menu (self);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  qd_plan_summary_bind (self->summary, portfolio, plan);

  self->board = qd_board_new (portfolio, plan);
  self->table = qd_task_table_new (portfolio, plan);
  self->timeline = create_timeline (self);
  self->objectives = qd_objectives_view_new (portfolio, plan);
  add_view (self, self->board, "board", _ ("Board"), "quarterdeck-board-symbolic");
  add_view (self, self->table, "table", _ ("Table"), "view-list-symbolic");
  add_view (self, self->timeline, "timeline", _ ("Timeline"), "quarterdeck-timeline-symbolic");
  add_view (self, self->objectives, "objectives", _ ("Objectives"), "emoji-flags-symbolic");
  add_view (self, qd_plan_details_new (portfolio, plan), "details", _ ("Details"), "document-properties-symbolic");

  g_signal_connect_object (plan, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_PLAN),
                           "changed",
                           G_CALLBACK (plans_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}
