/* qd-roster-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-menu"

#include "qd-roster-menu.h"

#include <glib/gi18n.h>

#include "qd-roster-cell.h"
#include "qd-roster-commands.h"
#include "qd-shell.h"

/**
 * QdRosterMenu:
 *
 * The menu of a row and the keys that act on one: by the second button, a long
 * press, the menu key or Shift+F10. What is not among the selected is selected
 * first, so that the menu speaks of what it stands beside.
 */
struct _QdRosterMenu
{
  GObject            parent_instance;

  GtkWidget         *page; /* not owned: it owns this */
  GtkWidget         *rows; /* not owned: a part of the page */
  GtkSelectionModel *selection;
  GtkWidget         *popover;
  GtkWidget         *focus; /* (nullable) weak: where it was before the menu */
};

G_DEFINE_FINAL_TYPE (QdRosterMenu, qd_roster_menu, G_TYPE_OBJECT)

/* The facts of the account in whose row @widget is. */
static QdAccountFacts *
find_facts (GtkWidget *widget)
{
  QdAccountFacts *facts = NULL;

  if (QD_IS_ROSTER_CELL (widget))
    return qd_roster_cell_get_facts (QD_ROSTER_CELL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && facts == NULL;
       child = gtk_widget_get_next_sibling (child))
    facts = find_facts (child);

  return facts;
}

static gboolean
is_row (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_ROW ||
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

static guint
find_position (QdRosterMenu   *self,
               QdAccountFacts *facts)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(QdAccountFacts) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == facts)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* @widget: something in a row, which is selected unless it is; (@x, @y): in the page */
static gboolean
show_menu (QdRosterMenu *self,
           GtkWidget    *widget,
           double        x,
           double        y)
{
  QdAccountFacts *facts = NULL;
  guint           position;

  for (; widget != NULL && widget != self->page; widget = gtk_widget_get_parent (widget))
    {
      if (is_row (widget) && (facts = find_facts (widget)))
        break;
    }

  if (facts == NULL)
    return FALSE;

  position = find_position (self, facts);

  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);

  g_set_weak_pointer (&self->focus, gtk_root_get_focus (gtk_widget_get_root (self->page)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));

  return TRUE;
}

static void
pressed_cb (QdRosterMenu *self,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  GtkWidget *widget = gtk_widget_pick (self->page, x, y, GTK_PICK_DEFAULT);

  if (show_menu (self, widget, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (QdRosterMenu *self,
                 double        x,
                 double        y,
                 GtkGesture   *gesture)
{
  pressed_cb (self, 1, x, y, gesture);
}

/* Returns: (nullable): the focus, if it is in a row and not where text is typed */
static GtkWidget *
find_focus (QdRosterMenu *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));

  return focus != NULL && gtk_widget_is_ancestor (focus, self->rows) ? focus : NULL;
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  QdRosterMenu   *self = user_data;
  GtkWidget      *focus = find_focus (self);
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, self->page, &bounds))
    return GDK_EVENT_PROPAGATE;

  return show_menu (
      self, focus, bounds.origin.x + MIN (bounds.size.width / 2, 100), bounds.origin.y + bounds.size.height / 2);
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  QdRosterMenu *self = user_data;

  return find_focus (self) != NULL && gtk_widget_activate_action (self->page, "accounts.delete", NULL);
}

/* What the selected are called on the screen, a line each */
static gboolean
copy_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  QdRosterMenu *self = user_data;
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr(GString) titles = g_string_new (NULL);
  g_autofree char *words = NULL;
  guint            n_selected = (guint)gtk_bitset_get_size (selected);

  if (find_focus (self) == NULL || n_selected == 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < n_selected; i++)
    {
      g_autoptr(QdAccountFacts) facts =
                    g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? "\n" : "", facts->title);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->page), titles->str);
  words = g_strdup_printf (ngettext ("Copied what %u account is called", "Copied what %u accounts are called", n_selected),
                           n_selected);
  qd_shell_tell (self->page, words);

  return GDK_EVENT_STOP;
}

/* A popover gives the focus to whatever comes first in the window. */
static void
closed_cb (QdRosterMenu *self)
{
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
}

static void
add_key (GtkEventController *controller,
         const char         *trigger,
         GtkShortcutFunc     callback,
         QdRosterMenu       *self)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                        gtk_callback_action_new (callback, self, NULL)));
}

static void
add_controllers (QdRosterMenu *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->page, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->page, GTK_EVENT_CONTROLLER (press));

  add_key (keys, "Menu|<Shift>F10", menu_key_cb, self);
  add_key (keys, "Delete|KP_Delete", delete_key_cb, self);
  add_key (keys, "<Control>c", copy_key_cb, self);
  gtk_widget_add_controller (self->rows, keys);
}

static void
qd_roster_menu_finalize (GObject *object)
{
  QdRosterMenu *self = QD_ROSTER_MENU (object);

  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (qd_roster_menu_parent_class)->finalize (object);
}

static void
qd_roster_menu_class_init (QdRosterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_roster_menu_finalize;
}

static void
qd_roster_menu_init (QdRosterMenu *self)
{
}

/**
 * qd_roster_menu_new:
 * @page: gets the menu; has to detach it before it is disposed of
 * @rows: the part of it in which the rows are
 * @selection: of QdAccountFacts
 */
QdRosterMenu *
qd_roster_menu_new (GtkWidget         *page,
                    GtkWidget         *rows,
                    GtkSelectionModel *selection)
{
  QdRosterMenu *self = g_object_new (QD_TYPE_ROSTER_MENU, NULL);
  g_autoptr(GMenuModel) menu = qd_roster_commands_create_row_menu ();

  self->page = page;
  self->rows = rows;
  self->selection = g_object_ref (selection);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, page);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);

  return self;
}

/* Takes the menu off the page, which is about to go. */
void
qd_roster_menu_detach (QdRosterMenu *self)
{
  g_return_if_fail (QD_IS_ROSTER_MENU (self));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
