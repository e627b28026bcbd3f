/* qd-task-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-card"

#include "qd-task-card.h"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-day-words.h"
#include "qd-event-log.h"
#include "qd-feature-hint.h"
#include "qd-plan-features.h"
#include "qd-plan-progress.h"
#include "qd-screen.h"
#include "qd-status-look.h"

/**
 * QdTaskCard:
 *
 * A task on the board. It shows the task, says what a person asks of it with
 * “command”, and can be dragged; what is then done is the board's to know.
 */
struct _QdTaskCard
{
  GtkListBoxRow parent_instance;

  QdPortfolio  *portfolio;
  QdTask       *task;
  QdFactBook   *book; /* (nullable): from when its plan was one for Dedicated */
  int           today;
  double        drag_x, drag_y;

  GtkImage     *kind_icon;
  GtkLabel     *title;
  GtkWidget    *status_box;
  GtkImage     *status_icon;
  GtkLabel     *status;
  GtkWidget    *due_box;
  GtkImage     *due_icon;
  GtkLabel     *due;
  GtkWidget    *checked_box;
  GtkLabel     *checked;
  GtkWidget    *internal_box;
  GtkLabel     *owners;
  GtkLabel     *objective;
  GtkWidget    *hint;
  GMenuModel   *card_menu;
  GtkWidget    *popover;
};

G_DEFINE_FINAL_TYPE (QdTaskCard, qd_task_card, GTK_TYPE_LIST_BOX_ROW)

enum
{
  COMMAND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char     *action;
  QdCardCommand   command;
  guint           key;
  GdkModifierType modifiers;
} commands[] = {
  { "card.open", QD_CARD_COMMAND_OPEN, 0, 0 },
  { "card.toggle-done", QD_CARD_COMMAND_TOGGLE_DONE, GDK_KEY_space, 0 },
  { "card.move-left", QD_CARD_COMMAND_MOVE_PREVIOUS, GDK_KEY_Left, GDK_CONTROL_MASK },
  { "card.move-right", QD_CARD_COMMAND_MOVE_NEXT, GDK_KEY_Right, GDK_CONTROL_MASK },
  { "card.move-up", QD_CARD_COMMAND_MOVE_UP, GDK_KEY_Up, GDK_CONTROL_MASK },
  { "card.move-down", QD_CARD_COMMAND_MOVE_DOWN, GDK_KEY_Down, GDK_CONTROL_MASK },
  { "card.duplicate", QD_CARD_COMMAND_DUPLICATE, GDK_KEY_d, GDK_CONTROL_MASK },
  { "card.delete", QD_CARD_COMMAND_DELETE, GDK_KEY_Delete, 0 },
};

/* Where columns run from right to left, what is to the left comes next. */
static QdCardCommand
mirror (GtkWidget    *widget,
        QdCardCommand command)
{
  if (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    return command;

  if (command == QD_CARD_COMMAND_MOVE_PREVIOUS)
    return QD_CARD_COMMAND_MOVE_NEXT;

  if (command == QD_CARD_COMMAND_MOVE_NEXT)
    return QD_CARD_COMMAND_MOVE_PREVIOUS;

  if (command == QD_CARD_COMMAND_FOCUS_PREVIOUS)
    return QD_CARD_COMMAND_FOCUS_NEXT;

  return command == QD_CARD_COMMAND_FOCUS_NEXT ? QD_CARD_COMMAND_FOCUS_PREVIOUS : command;
}

static void
action_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].action, action_name))
        {
          g_signal_emit (widget, signals[COMMAND], 0, mirror (widget, commands[i].command));
          return;
        }
    }
}

static void
log_event_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.log-event", "x", qd_record_get_id (QD_TASK_CARD (widget)->task));
}

static void
copy_as_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget,
                              "win.copy-record",
                              "(ssx)",
                              "task",
                              g_variant_get_string (parameter, NULL),
                              qd_record_get_id (QD_TASK_CARD (widget)->task));
}

static void
history_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (
      widget, "win.show-history", "(sx)", "task", qd_record_get_id (QD_TASK_CARD (widget)->task));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  g_signal_emit (widget, signals[COMMAND], 0, mirror (widget, g_variant_get_int32 (args)));

  return TRUE;
}

static void
show_menu (QdTaskCard *self,
           double      x,
           double      y)
{
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "card.log-event", qd_task_is_of_accelerator (self->portfolio, self->task));

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->card_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  show_menu (QD_TASK_CARD (widget), 12, gtk_widget_get_height (widget) - 12);

  return TRUE;
}

static void
pressed_cb (QdTaskCard *self,
            int         n_press,
            double      x,
            double      y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_menu (self, x, y);

  /* The menu gets to see the button go up, not the card. */
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE);
}

static GdkContentProvider *
drag_prepare_cb (QdTaskCard *self,
                 double      x,
                 double      y)
{
  self->drag_x = x;
  self->drag_y = y;

  return gdk_content_provider_new_typed (QD_TYPE_TASK, self->task);
}

static void
drag_begin_cb (QdTaskCard    *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  /* As it is now, before it is shown as taken away */
  g_autoptr(GdkPaintable) icon = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, icon, self->drag_x, self->drag_y);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (QdTaskCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
set_text (GtkLabel   *label,
          GtkWidget  *box,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (box, text != NULL && *text != '\0');
}

static char *
dup_owners (QdTask *task)
{
  gboolean ours = task->owner != NULL && *task->owner != '\0';
  gboolean theirs = task->customer_owner != NULL && *task->customer_owner != '\0';

  if (ours && theirs)
    /* Translators: our owner and the customer's */
    return g_strdup_printf (_ ("%1$s · %2$s"), task->owner, task->customer_owner);

  return g_strdup (ours ? task->owner : theirs ? task->customer_owner
                                               : NULL);
}

static char *
dup_checked (QdTaskCard *self)
{
  GPtrArray *items =
      qd_portfolio_peek_children (self->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (self->task));
  guint n_done = 0;

  for (guint i = 0; i < items->len; i++)
    n_done += QD_CHECK_ITEM (g_ptr_array_index (items, i))->done;

  /* Translators: of a checklist, so many of so many */
  return items->len > 0 ? g_strdup_printf (_ ("%1$u/%2$u"), n_done, items->len) : NULL;
}

/* What the card shows, as one sentence after its title. */
static void
update_accessible (QdTaskCard *self,
                   const char *due,
                   const char *checked,
                   const char *owners)
{
  g_autoptr(GString) text = g_string_new (qd_nicks_get_label (qd_task_kinds, self->task->kind));
  g_autofree char *checklist = checked != NULL ? g_strdup_printf (_ ("checklist %s"), checked) : NULL;
  const char      *parts[] = {
    qd_nicks_get_label (qd_task_statuses, self->task->status),
    due,
    owners,
    checklist,
    self->task->visibility == QD_VISIBILITY_INTERNAL ? C_ ("task", "Internal") : NULL,
    qd_feature_hint_get_words (QD_FEATURE_HINT (self->hint)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (text, ", %s", parts[i]);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
}

static void
qd_task_card_dispose (GObject *object)
{
  QdTaskCard *self = QD_TASK_CARD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TASK_CARD);
  g_clear_object (&self->book);
  g_clear_object (&self->task);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_task_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-task-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, title);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, status_box);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, status_icon);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, status);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, due_box);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, due_icon);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, due);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, checked_box);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, checked);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, internal_box);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, owners);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, objective);
  gtk_widget_class_bind_template_child (widget_class, QdTaskCard, card_menu);
}

static void
qd_task_card_class_init (QdTaskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_task_card_dispose;

  /**
   * QdTaskCard::command:
   * @self: the card
   * @command: a #QdCardCommand
   */
  signals[COMMAND] = g_signal_new (
      "command", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  bind_template (widget_class);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gtk_widget_class_install_action (widget_class, commands[i].action, NULL, action_cb);

      if (commands[i].key != 0)
        gtk_widget_class_add_binding_action (
            widget_class, commands[i].key, commands[i].modifiers, commands[i].action, NULL);
    }

  gtk_widget_class_install_action (widget_class, "card.log-event", NULL, log_event_cb);
  gtk_widget_class_install_action (widget_class, "card.copy-as", "s", copy_as_cb);
  gtk_widget_class_install_action (widget_class, "card.history", NULL, history_cb);
  gtk_widget_class_add_binding (
      widget_class, GDK_KEY_Left, 0, key_cb, "i", QD_CARD_COMMAND_FOCUS_PREVIOUS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, key_cb, "i", QD_CARD_COMMAND_FOCUS_NEXT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, key_cb, "i", QD_CARD_COMMAND_ADD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
qd_task_card_init (QdTaskCard *self)
{
  GtkGesture    *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->hint = qd_feature_hint_new (FALSE);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), self->hint);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

QdTaskCard *
qd_task_card_new (QdPortfolio *portfolio,
                  QdTask      *task)
{
  QdTaskCard *self = g_object_new (QD_TYPE_TASK_CARD, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->task = g_object_ref (task);
  g_signal_connect_object (task, "notify", G_CALLBACK (qd_task_card_refresh), self, G_CONNECT_SWAPPED);

  return self;
}

QdTask *
qd_task_card_get_task (QdTaskCard *self)
{
  g_return_val_if_fail (QD_IS_TASK_CARD (self), NULL);

  return self->task;
}

void
qd_task_card_set_today (QdTaskCard *self,
                        int         today)
{
  g_return_if_fail (QD_IS_TASK_CARD (self));

  if (self->today == today)
    return;

  self->today = today;
  qd_task_card_refresh (self);
}

/* What the task names that the customer's Dedicated has not */
static void
show_hint (QdTaskCard *self)
{
  const char *const texts[] = { self->task->title, self->task->notes };

  gboolean          matters = qd_plan_is_for_dedicated (self->portfolio, self->task->plan);

  if (matters && self->book == NULL)
    {
      self->book = qd_fact_book_get (self->portfolio);
      g_signal_connect_object (self->book, "changed", G_CALLBACK (qd_task_card_refresh), self, G_CONNECT_SWAPPED);
    }

  qd_feature_hint_show (QD_FEATURE_HINT (self->hint), matters ? self->book : NULL, texts, G_N_ELEMENTS (texts));
}

/* To be called where what the card shows beside its task has changed. */
void
qd_task_card_refresh (QdTaskCard *self)
{
  QdTask          *task = self->task;
  QdTaskUrgency    urgency = qd_task_get_urgency (task, self->today);
  QdObjective     *objective = qd_portfolio_lookup (self->portfolio, QD_TYPE_OBJECTIVE, task->objective);
  g_autofree char *due = qd_task_dup_due_words (task, self->today);
  g_autofree char *due_day = qd_day_dup_full (task->due);
  g_autofree char *owners = dup_owners (task);
  g_autofree char *checked = dup_checked (self);
  g_autofree char *title = qd_screen_dup_text (self->portfolio, task->title);
  g_autofree char *aim = objective != NULL ? qd_screen_dup_text (self->portfolio, objective->name) : NULL;

  gtk_image_set_from_icon_name (self->kind_icon, qd_task_kind_get_icon (task->kind));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_icon), qd_nicks_get_label (qd_task_kinds, task->kind));
  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->status_icon, qd_task_status_get_icon (task->status));
  set_text (self->status, self->status_box, qd_nicks_get_label (qd_task_statuses, task->status));
  qd_status_look_set_style (self->status_box, qd_task_status_get_style (task->status));
  gtk_image_set_from_icon_name (self->due_icon, qd_task_urgency_get_icon (urgency));
  set_text (self->due, self->due_box, due);
  gtk_widget_set_tooltip_text (self->due_box, due_day);
  qd_status_look_set_style (self->due_box, qd_task_urgency_get_style (urgency));
  set_text (self->checked, self->checked_box, checked);
  set_text (self->owners, GTK_WIDGET (self->owners), owners);
  set_text (self->objective, GTK_WIDGET (self->objective), aim);
  gtk_widget_set_visible (self->internal_box, task->visibility == QD_VISIBILITY_INTERNAL);

  if (task->status == QD_TASK_STATUS_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "done");

  show_hint (self);
  update_accessible (self, due, checked, owners);
}
