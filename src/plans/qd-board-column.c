/* qd-board-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-board-column"

#include "qd-board-column.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-plan-progress.h"
#include "qd-screen.h"
#include "qd-typed-line.h"

/* How near to an edge, in pixels, a dragged card scrolls, and how fast at most */
#define SCROLL_EDGE 48
#define SCROLL_STEP 12

/**
 * QdBoardColumn:
 *
 * A phase on the board: its days, its cards, and an entry that adds one. Shows
 * where a dragged card would stand; that it was dropped there, it tells the board.
 */
struct _QdBoardColumn
{
  AdwBin             parent_instance;

  QdPortfolio       *portfolio;
  QdPhase           *phase; /* (nullable): %NULL for what is in none */
  char              *shown; /* (nullable): what the phase is called on the screen */
  guint              n_tasks;
  QdTaskCard        *marked; /* (nullable): not owned; where the line is shown */
  double             pointer_y;
  guint              tick;

  GtkLabel          *name;
  GtkLabel          *count;
  GtkWidget         *days_box;
  GtkLabel          *days;
  GtkLabel          *today;
  GtkScrolledWindow *scroller;
  GtkListBox        *cards;
  GtkEntry          *entry;
};

G_DEFINE_FINAL_TYPE (QdBoardColumn, qd_board_column, ADW_TYPE_BIN)

enum
{
  OPENED,
  ADDED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (QdBoardColumn *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, row);
}

static void
entry_activated_cb (QdBoardColumn *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*title == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[ADDED], 0, title);
}

static gboolean
entry_key_cb (QdBoardColumn  *self,
              guint           keyval,
              guint           keycode,
              GdkModifierType state)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  if (keyval == GDK_KEY_Escape && !empty)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else if ((keyval == GDK_KEY_Escape || keyval == GDK_KEY_Up) && empty && self->n_tasks > 0)
    qd_board_column_focus_card (self, self->n_tasks - 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
unmark (QdBoardColumn *self)
{
  if (self->marked != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-above");
      gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-below");
      g_clear_weak_pointer (&self->marked);
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-into");
}

/* The card that one dropped at @y, of the column, would stand before; %NULL for the end. */
static QdTaskCard *
find_card_below (QdBoardColumn *self,
                 double         y)
{
  for (guint i = 0; i < self->n_tasks; i++)
    {
      QdTaskCard     *card = qd_board_column_get_card (self, i);
      graphene_rect_t bounds;

      if (card != NULL && gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &bounds) &&
          y < bounds.origin.y + bounds.size.height / 2)
        return card;
    }

  return NULL;
}

static void
mark (QdBoardColumn *self,
      double         y)
{
  QdTaskCard *below = find_card_below (self, y);
  QdTaskCard *marked = below != NULL ? below : qd_board_column_get_card (self, (int)self->n_tasks - 1);

  unmark (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "drop-into");

  if (marked != NULL)
    {
      g_set_weak_pointer (&self->marked, marked);
      gtk_widget_add_css_class (GTK_WIDGET (marked), below != NULL ? "drop-above" : "drop-below");
    }
}

static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  QdBoardColumn  *self = QD_BOARD_COLUMN (widget);
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;
  double          from_top, from_bottom, step = 0;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->scroller), widget, &bounds))
    return G_SOURCE_CONTINUE;

  from_top = self->pointer_y - bounds.origin.y;
  from_bottom = bounds.origin.y + bounds.size.height - self->pointer_y;

  if (from_top < SCROLL_EDGE)
    step = -SCROLL_STEP * (1 - MAX (from_top, 0) / SCROLL_EDGE);
  else if (from_bottom < SCROLL_EDGE)
    step = SCROLL_STEP * (1 - MAX (from_bottom, 0) / SCROLL_EDGE);

  if (step != 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      mark (self, self->pointer_y);
    }

  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (QdBoardColumn *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);

  self->tick = 0;
}

static GdkDragAction
drop_motion_cb (QdBoardColumn *self,
                double         x,
                double         y)
{
  self->pointer_y = y;

  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);

  mark (self, y);

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (QdBoardColumn *self)
{
  stop_scrolling (self);
  unmark (self);
}

static gboolean
drop_cb (QdBoardColumn *self,
         const GValue  *value,
         double         x,
         double         y)
{
  QdTaskCard *below = find_card_below (self, y);

  drop_leave_cb (self);
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_object (value), below);

  return TRUE;
}

static void
qd_board_column_dispose (GObject *object)
{
  QdBoardColumn *self = QD_BOARD_COLUMN (object);

  stop_scrolling (self);
  g_clear_weak_pointer (&self->marked);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BOARD_COLUMN);
  g_clear_object (&self->phase);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (qd_board_column_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  /**
   * QdBoardColumn::opened:
   * @card: the card a person wants to see whole
   */
  signals[OPENED] = g_signal_new (
      "opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QD_TYPE_TASK_CARD);

  /**
   * QdBoardColumn::added:
   * @title: of the task to add; not empty
   */
  signals[ADDED] =
      g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * QdBoardColumn::dropped:
   * @task: that was dropped
   * @before: (nullable): the card it is to stand before; %NULL for the end
   */
  signals[DROPPED] = g_signal_new ("dropped",
                                   type,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   QD_TYPE_TASK,
                                   QD_TYPE_TASK_CARD);
}

static void
qd_board_column_class_init (QdBoardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_board_column_dispose;

  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, name);
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, days);
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, days_box);
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, today);
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, cards);
  gtk_widget_class_bind_template_child (widget_class, QdBoardColumn, entry);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
qd_board_column_init (QdBoardColumn *self)
{
  GtkDropTarget      *target = gtk_drop_target_new (QD_TYPE_TASK, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (target, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/* @phase: (nullable): %NULL for a column of what is in none */
QdBoardColumn *
qd_board_column_new (QdPortfolio *portfolio,
                     QdPhase     *phase)
{
  QdBoardColumn *self = g_object_new (QD_TYPE_BOARD_COLUMN, NULL);

  self->portfolio = g_object_ref (portfolio);
  g_set_object (&self->phase, phase);

  return self;
}

/* Returns: (transfer none) (nullable) */
QdPhase *
qd_board_column_get_phase (QdBoardColumn *self)
{
  g_return_val_if_fail (QD_IS_BOARD_COLUMN (self), NULL);

  return self->phase;
}

/* Returns: 0 where it is of no phase */
gint64
qd_board_column_get_phase_id (QdBoardColumn *self)
{
  g_return_val_if_fail (QD_IS_BOARD_COLUMN (self), 0);

  return self->phase != NULL ? qd_record_get_id (self->phase) : 0;
}

/* Returns: (transfer none): as it is called on the screen now */
const char *
qd_board_column_get_name (QdBoardColumn *self)
{
  g_return_val_if_fail (QD_IS_BOARD_COLUMN (self), NULL);

  if (self->phase == NULL)
    return C_ ("tasks in no phase", "Unplanned");

  g_free (self->shown);
  self->shown = qd_screen_dup_text (self->portfolio, self->phase->name);

  return self->shown;
}

/* Shows the phase's name and its days in @plan, and marks it if @today is one of them. */
void
qd_board_column_describe (QdBoardColumn *self,
                          QdPlan        *plan,
                          int            today)
{
  const char      *name = qd_board_column_get_name (self);
  g_autofree char *entry_name = g_strdup_printf (_ ("Add task to %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_widget_set_visible (GTK_WIDGET (self->today), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, entry_name, -1);

  if (self->phase != NULL)
    {
      int              first = qd_plan_get_phase_first (plan, self->phase);
      int              last = qd_plan_get_phase_last (plan, self->phase);
      g_autofree char *first_day = qd_day_dup_short (first, today);
      g_autofree char *last_day = qd_day_dup_short (last, today);
      g_autofree char *days = g_strdup_printf (_ ("%1$s – %2$s"), first_day, last_day);

      gtk_label_set_label (self->days, days);

      if (today >= first && today <= last)
        {
          g_autofree char *text =
              g_strdup_printf (_ ("Today is day %d"), qd_plan_get_day_number (plan, today));

          gtk_label_set_label (self->today, text);
          gtk_widget_set_visible (GTK_WIDGET (self->today), TRUE);
        }
    }
  else
    {
      gtk_label_set_label (self->days, _ ("In no phase"));
    }
}

/* Whether there is no room for its days. */
void
qd_board_column_set_short (QdBoardColumn *self,
                           gboolean       is_short)
{
  gtk_widget_set_visible (self->days_box, !is_short);
}

/* Puts @card, wherever it stood before, at @index. */
void
qd_board_column_place (QdBoardColumn *self,
                       QdTaskCard    *card,
                       int            index)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (card));

  if (list == GTK_WIDGET (self->cards) && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) == index)
    return;

  g_object_ref (card);

  if (list != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (card));

  gtk_list_box_insert (self->cards, GTK_WIDGET (card), index);
  g_object_unref (card);
}

void
qd_board_column_remove (QdBoardColumn *self,
                        QdTaskCard    *card)
{
  gtk_list_box_remove (self->cards, GTK_WIDGET (card));
}

void
qd_board_column_set_count (QdBoardColumn *self,
                           guint          n_tasks)
{
  g_autofree char *text = g_strdup_printf ("%u", n_tasks);
  g_autofree char *words = g_strdup_printf (ngettext ("%u task", "%u tasks", n_tasks), n_tasks);

  self->n_tasks = n_tasks;
  gtk_label_set_label (self->count, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

guint
qd_board_column_get_count (QdBoardColumn *self)
{
  g_return_val_if_fail (QD_IS_BOARD_COLUMN (self), 0);

  return self->n_tasks;
}

/* Returns: (transfer none) (nullable) */
QdTaskCard *
qd_board_column_get_card (QdBoardColumn *self,
                          int            index)
{
  g_return_val_if_fail (QD_IS_BOARD_COLUMN (self), NULL);

  return index >= 0 ? (QdTaskCard *)gtk_list_box_get_row_at_index (self->cards, index) : NULL;
}

/* Focuses the card at @index, or the nearest; without a card, the entry. */
void
qd_board_column_focus_card (QdBoardColumn *self,
                            int            index)
{
  QdTaskCard *card = qd_board_column_get_card (self, MIN (index, (int)self->n_tasks - 1));

  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
  else
    qd_board_column_focus_entry (self);
}

void
qd_board_column_focus_entry (QdBoardColumn *self)
{
  g_return_if_fail (QD_IS_BOARD_COLUMN (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
show_card_cb (GtkWidget     *card,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (card, GTK_TYPE_VIEWPORT);

  if (gtk_widget_get_height (card) == 0)
    return G_SOURCE_CONTINUE;

  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), card, NULL);

  return G_SOURCE_REMOVE;
}

/* Scrolls to @card, once it has its place. */
void
qd_board_column_show_card (QdBoardColumn *self,
                           QdTaskCard    *card)
{
  g_return_if_fail (QD_IS_BOARD_COLUMN (self));

  gtk_widget_add_tick_callback (GTK_WIDGET (card), show_card_cb, NULL, NULL);
}

/* Where @title was typed and could not be saved, it is there again. */
void
qd_board_column_give_back (QdBoardColumn *self,
                           const char    *title)
{
  g_return_if_fail (QD_IS_BOARD_COLUMN (self));
  g_return_if_fail (title != NULL);

  if (self->entry != NULL)
    qd_typed_line_give_back (self->entry, title);
}
