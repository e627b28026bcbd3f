/* qd-task-table-choices.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-choices"

#include "qd-task-table-choices.h"

/**
 * QdTaskChoices:
 *
 * What a cell of the table may be set to, below it: arrows or the first letter
 * and Enter, or a click.
 */
struct _QdTaskChoices
{
  GtkPopover  parent_instance;

  GtkListBox *list;
  QdTaskCell *cell; /* (nullable) (owned): while it is open */
  QdTask     *task; /* (nullable) (owned): of the cell then */
  GArray     *choices;
};

G_DEFINE_FINAL_TYPE (QdTaskChoices, qd_task_choices, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (QdTaskChoices *self,
                  GtkListBoxRow *row)
{
  qd_task_choices_choose (self, (guint)gtk_list_box_row_get_index (row));
}

static void
focus_row (QdTaskChoices *self,
           int            index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
key_pressed_cb (QdTaskChoices  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || !g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;

  qd_task_choices_select_letter (self, letter);

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_row (const QdTaskChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (choice->label);

  if (choice->icon != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", choice->icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  return row;
}

static void
qd_task_choices_dispose (GObject *object)
{
  QdTaskChoices *self = QD_TASK_CHOICES (object);

  g_clear_object (&self->task);
  g_clear_object (&self->cell);
  g_clear_pointer (&self->choices, g_array_unref);

  G_OBJECT_CLASS (qd_task_choices_parent_class)->dispose (object);
}

static void
qd_task_choices_class_init (QdTaskChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_task_choices_dispose;

  /**
   * QdTaskChoices::chosen:
   * @self: the popover
   * @value: a #QdTaskChoice.value
   * @cell: of which cell
   */
  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_INT64,
                                  QD_TYPE_TASK_CELL);
}

static void
qd_task_choices_init (QdTaskChoices *self)
{
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "task-choices");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");

  g_signal_connect_object (
      self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
qd_task_choices_new (void)
{
  return g_object_new (QD_TYPE_TASK_CHOICES, NULL);
}

/* @cell: in the widget this is in */
void
qd_task_choices_popup (QdTaskChoices    *self,
                       QdTaskTableModel *model,
                       QdTaskCell       *cell)
{
  GtkWidget      *parent;
  graphene_rect_t bounds;
  gint64          value;
  int             selected = 0;

  g_return_if_fail (QD_IS_TASK_CHOICES (self));
  g_return_if_fail (QD_IS_TASK_CELL (cell));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!gtk_widget_compute_bounds (gtk_widget_get_parent (GTK_WIDGET (cell)), parent, &bounds))
    return;

  g_set_object (&self->cell, cell);
  g_set_object (&self->task, qd_task_cell_get_task (cell));
  g_clear_pointer (&self->choices, g_array_unref);
  self->choices = qd_task_column_create_choices (qd_task_cell_get_column (cell), model);
  value = qd_task_column_get_choice (qd_task_cell_get_column (cell), qd_task_cell_get_task (cell));
  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const QdTaskChoice *choice = &g_array_index (self->choices, QdTaskChoice, i);

      gtk_list_box_append (self->list, create_row (choice));

      if (choice->value == value)
        selected = (int)i;
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle){ (int)bounds.origin.x,
                                                (int)bounds.origin.y,
                                                (int)bounds.size.width,
                                                (int)bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self));
  focus_row (self, selected);
}

/* Goes to the next that begins with it. */
void
qd_task_choices_select_letter (QdTaskChoices *self,
                               gunichar       letter)
{
  GtkListBoxRow *row;
  guint          first;

  g_return_if_fail (QD_IS_TASK_CHOICES (self));

  row = gtk_list_box_get_selected_row (self->list);
  first = row != NULL ? (guint)gtk_list_box_row_get_index (row) + 1 : 0;

  for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
    {
      guint               index = (first + i) % self->choices->len;
      const QdTaskChoice *choice = &g_array_index (self->choices, QdTaskChoice, index);

      if (g_unichar_tolower (g_utf8_get_char (choice->label)) == g_unichar_tolower (letter))
        {
          focus_row (self, (int)index);
          return;
        }
    }
}

void
qd_task_choices_choose (QdTaskChoices *self,
                        guint          index)
{
  g_autoptr(QdTaskCell) cell = NULL;
  gint64 value;

  g_return_if_fail (QD_IS_TASK_CHOICES (self));

  if (self->cell == NULL || index >= self->choices->len)
    return;

  cell = g_steal_pointer (&self->cell);
  value = g_array_index (self->choices, QdTaskChoice, index).value;
  gtk_popover_popdown (GTK_POPOVER (self));

  /* The view may have used the cell for another task meanwhile. */
  if (qd_task_cell_get_task (cell) == self->task)
    g_signal_emit (self, signals[CHOSEN], 0, value, cell);
}
