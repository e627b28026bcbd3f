/* qd-plans-page-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plans-page-commands"

#include <glib/gi18n.h>

#include "qd-new-plan-dialog.h"
#include "qd-plan-edits.h"
#include "qd-plans-page-private.h"
#include "qd-templates-dialog.h"

/*
 * What is done to the plans on their page, from the keys and the context menu.
 */

/* Returns: (nullable): the plan whose row is selected */
static QdPlan *
get_selected (QdPlansPage *self)
{
  QdPlanFacts *facts = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (self->selection));

  return facts != NULL ? facts->plan : NULL;
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdPlan *plan = get_selected (QD_PLANS_PAGE (widget));

  if (plan != NULL)
    qd_shell_open_plan (widget, qd_record_get_id (plan));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdPlan *plan = get_selected (QD_PLANS_PAGE (widget));

  if (plan != NULL)
    gtk_widget_activate_action (widget, "win.export-plan", "x", qd_record_get_id (plan));
}

static void
duplicated_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_tell_undoable (page, _ ("Plan duplicated"));
  else
    qd_shell_report (page, error);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QdPlansPage *self = QD_PLANS_PAGE (widget);
  QdPlan      *plan = get_selected (self);
  g_autoptr(QdPlan) copy = NULL;

  if (plan != NULL)
    copy = qd_plan_duplicate_async (self->portfolio, plan, duplicated_cb, g_object_ref (self));
}

static void
set_status (QdPlansPage *self,
            QdPlanStatus status)
{
  QdPlan *plan = get_selected (self);
  g_auto(GValue) value = G_VALUE_INIT;

  if (plan == NULL || plan->status == status)
    return;

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, status);
  qd_record_change_async (plan,
                          qd_portfolio_get_store (self->portfolio),
                          "status",
                          &value,
                          qd_shell_edit_cb,
                          g_object_ref (self));
}

static void
set_status_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  set_status (QD_PLANS_PAGE (widget), (QdPlanStatus)g_variant_get_int32 (parameter));
}

typedef struct
{
  GtkWidget *page; /* owned */
  char      *name; /* owned */
} Deletion;

static void
deleted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  Deletion        *deletion = user_data;
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), deletion->name);
  g_autoptr(GError) error = NULL;

  if (qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_tell_undoable (deletion->page, message);
  else
    qd_shell_report (deletion->page, error);

  g_object_unref (deletion->page);
  g_free (deletion->name);
  g_free (deletion);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdPlansPage *self = QD_PLANS_PAGE (widget);
  QdPlan      *plan = get_selected (self);
  Deletion    *deletion;

  if (plan == NULL)
    return;

  deletion = g_new (Deletion, 1);
  *deletion = (Deletion){ g_object_ref (widget), g_strdup (plan->name) };
  qd_plan_delete_async (qd_portfolio_get_store (self->portfolio), plan, deleted_cb, deletion);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  qd_new_plan_dialog_present (widget, QD_PLANS_PAGE (widget)->portfolio, 0);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdPlansPage *self = QD_PLANS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
templates_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  qd_templates_dialog_present (widget, QD_PLANS_PAGE (widget)->portfolio);
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  qd_plans_page_clear_filter (QD_PLANS_PAGE (widget));
}

static void
append_status (GMenu       *menu,
               const char  *label,
               QdPlanStatus status)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "plans.set-status", "i", status);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (QdPlan *plan)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) states = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();

  g_menu_append (first, _ ("_Open"), "plans.open");
  g_menu_append (first, _ ("D_uplicate"), "plans.duplicate");
  g_menu_append (first, _ ("_Export…"), "plans.export");

  if (plan->status == QD_PLAN_STATUS_DRAFT)
    append_status (states, _ ("_Start Working on It"), QD_PLAN_STATUS_ACTIVE);

  if (plan->status == QD_PLAN_STATUS_CLOSED)
    append_status (states, _ ("_Reopen"), QD_PLAN_STATUS_ACTIVE);
  else
    append_status (states, _ ("_Close"), QD_PLAN_STATUS_CLOSED);

  g_menu_append (last, _ ("_Delete"), "plans.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}

/* For the selected row, at a place of @widget */
static void
popup_menu (QdPlansPage *self,
            GtkWidget   *widget,
            double       x,
            double       y)
{
  QdPlan          *plan = get_selected (self);
  graphene_point_t point;
  g_autoptr(GMenuModel) menu = NULL;

  if (plan == NULL ||
      !gtk_widget_compute_point (
          widget, GTK_WIDGET (self->stack), &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    return;

  menu = create_menu (plan);
  gtk_popover_menu_set_menu_model (self->context_menu, menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle){ (int)point.x, (int)point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

/* Returns: (nullable): the facts that the row under the pointer shows */
static QdPlanFacts *
pick_facts (GtkWidget *view,
            double     x,
            double     y)
{
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  for (; picked != NULL && picked != view; picked = gtk_widget_get_parent (picked))
    {
      GtkWidget *cell = picked;

      /* A cell of the view, or a whole row, is around what shows the plan. */
      for (int depth = 0; cell != NULL && depth < 3; depth++)
        {
          gpointer facts = g_object_get_data (G_OBJECT (cell), "facts");

          if (facts != NULL)
            return facts;

          cell = gtk_widget_get_first_child (cell);
        }
    }

  return NULL;
}

static void
pressed_cb (QdPlansPage *self,
            int          n_press,
            double       x,
            double       y,
            GtkGesture  *gesture)
{
  GtkWidget   *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  QdPlanFacts *facts = pick_facts (view, x, y);

  for (guint i = 0; facts != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(QdPlanFacts) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == facts)
        gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection), i);
    }

  if (facts == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, view, x, y);
}

static void
long_pressed_cb (QdPlansPage *self,
                 double       x,
                 double       y,
                 GtkGesture  *gesture)
{
  pressed_cb (self, 1, x, y, gesture);
}

/* The menu key, and Shift+F10: at the row with the focus */
static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QdPlansPage *self = QD_PLANS_PAGE (widget);
  GtkRoot     *root = gtk_widget_get_root (widget);
  GtkWidget   *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)))
    popup_menu (self, focus, 24, gtk_widget_get_height (focus));
}

static void
add_gestures (QdPlansPage *self,
              GtkWidget   *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (press));
}

void
qd_plans_page_add_menu (QdPlansPage *self)
{
  self->context_menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self->stack));
  add_gestures (self, GTK_WIDGET (self->view));
  add_gestures (self, GTK_WIDGET (self->list));
}

void
qd_plans_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "plans.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "plans.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "plans.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "plans.set-status", "i", set_status_cb);
  gtk_widget_class_install_action (widget_class, "plans.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "plans.templates", NULL, templates_cb);
  gtk_widget_class_install_action (widget_class, "plans.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "plans.menu", NULL, menu_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "plans.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "plans.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "plans.menu", NULL);
}
