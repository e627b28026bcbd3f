/* qd-roster-columns-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-columns-dialog"

#include "qd-roster-columns-dialog.h"

#include <glib/gi18n.h>

/**
 * QdRosterColumnsDialog:
 *
 * Which columns the roster shows, and in which order: what dragging headers
 * does, for the keyboard. What is chosen shows at once.
 */
struct _QdRosterColumnsDialog
{
  AdwDialog          parent_instance;

  QdRosterList      *list;
  GtkListBox        *rows;
  QdRosterColumn     order[QD_ROSTER_N_COLUMNS]; /* the shown ones, then the others */
  GtkWidget         *switches[QD_ROSTER_N_COLUMNS];
  GtkWidget         *ups[QD_ROSTER_N_COLUMNS];
  GtkWidget         *downs[QD_ROSTER_N_COLUMNS];
  AdwPreferencesRow *column_rows[QD_ROSTER_N_COLUMNS];
  gboolean           following;
};

G_DEFINE_FINAL_TYPE (QdRosterColumnsDialog, qd_roster_columns_dialog, ADW_TYPE_DIALOG)

static void
apply (QdRosterColumnsDialog *self)
{
  g_autoptr(QdRosterView) view = qd_roster_view_copy (qd_roster_list_get_view (self->list));

  view->n_columns = 0;

  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      if (gtk_switch_get_active (GTK_SWITCH (self->switches[self->order[i]])))
        view->columns[view->n_columns++] = self->order[i];
    }

  self->following = TRUE;
  qd_roster_list_set_view (self->list, view);
  self->following = FALSE;
}

static void
update_buttons (QdRosterColumnsDialog *self)
{
  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      gtk_widget_set_sensitive (self->ups[self->order[i]], i > 0);
      gtk_widget_set_sensitive (self->downs[self->order[i]], i < QD_ROSTER_N_COLUMNS - 1);
    }
}

static int
find_place (QdRosterColumnsDialog *self,
            QdRosterColumn         column)
{
  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      if (self->order[i] == column)
        return i;
    }

  g_return_val_if_reached (0);
}

static void
place_row (QdRosterColumnsDialog *self,
           QdRosterColumn         column,
           int                    place)
{
  GtkWidget *row = GTK_WIDGET (self->column_rows[column]);

  g_object_ref (row);

  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_remove (self->rows, row);

  gtk_list_box_insert (self->rows, row, place);
  g_object_unref (row);
}

static void
move (QdRosterColumnsDialog *self,
      QdRosterColumn         column,
      int                    by)
{
  int        from = find_place (self, column);
  int        to = from + by;
  GtkWidget *button = by < 0 ? self->ups[column] : self->downs[column];

  if (to < 0 || to >= QD_ROSTER_N_COLUMNS)
    return;

  self->order[from] = self->order[to];
  self->order[to] = column;
  place_row (self, column, to);
  update_buttons (self);

  /* At the end of the way the other one is left to press. */
  if (!gtk_widget_is_sensitive (button))
    button = by < 0 ? self->downs[column] : self->ups[column];

  gtk_widget_grab_focus (button);
  apply (self);
}

static QdRosterColumn
get_column (gpointer widget)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "column"));
}

static void
up_cb (QdRosterColumnsDialog *self,
       GtkButton             *button)
{
  move (self, get_column (button), -1);
}

static void
down_cb (QdRosterColumnsDialog *self,
         GtkButton             *button)
{
  move (self, get_column (button), 1);
}

static void
switched_cb (QdRosterColumnsDialog *self)
{
  if (!self->following)
    apply (self);
}

static GtkWidget *
create_button (QdRosterColumnsDialog *self,
               QdRosterColumn         column,
               const char            *icon,
               const char            *tooltip,
               GCallback              callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "column", GINT_TO_POINTER (column));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
create_row (QdRosterColumnsDialog *self,
            QdRosterColumn         column)
{
  GtkWidget       *row = adw_action_row_new ();
  const char      *label = qd_nicks_get_label (qd_roster_columns, column);
  g_autofree char *up = g_strdup_printf (_ ("Move “%s” Up"), label);
  g_autofree char *down = g_strdup_printf (_ ("Move “%s” Down"), label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  self->column_rows[column] = ADW_PREFERENCES_ROW (row);
  self->ups[column] = create_button (self, column, "go-up-symbolic", up, G_CALLBACK (up_cb));
  self->downs[column] = create_button (self, column, "go-down-symbolic", down, G_CALLBACK (down_cb));
  self->switches[column] = gtk_switch_new ();
  gtk_widget_set_valign (self->switches[column], GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->switches[column]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  /* An account without its name is none. */
  gtk_widget_set_sensitive (self->switches[column], column != QD_ROSTER_COLUMN_NAME);
  g_signal_connect_object (
      self->switches[column], "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->ups[column]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->downs[column]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->switches[column]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->switches[column]);
}

static void
view_changed_cb (QdRosterColumnsDialog *self)
{
  const QdRosterView *view = qd_roster_list_get_view (self->list);
  guint               shown = 0;
  guint               n = 0;

  if (self->following)
    return;

  self->following = TRUE;

  for (guint i = 0; i < view->n_columns; i++)
    {
      self->order[n++] = view->columns[i];
      shown |= 1u << view->columns[i];
    }

  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      gtk_switch_set_active (GTK_SWITCH (self->switches[i]), (shown & (1u << i)) != 0);

      if (!(shown & (1u << i)))
        self->order[n++] = i;
    }

  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    place_row (self, self->order[i], i);

  update_buttons (self);
  self->following = FALSE;
}

static void
reset_cb (QdRosterColumnsDialog *self)
{
  g_autoptr(QdRosterView) view = qd_roster_view_copy (qd_roster_list_get_view (self->list));
  g_autoptr(QdRosterView) plain = qd_roster_view_new ();

  view->n_columns = plain->n_columns;
  memcpy (view->columns, plain->columns, sizeof plain->columns);
  qd_roster_list_set_view (self->list, view);
}

static void
qd_roster_columns_dialog_dispose (GObject *object)
{
  QdRosterColumnsDialog *self = QD_ROSTER_COLUMNS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ROSTER_COLUMNS_DIALOG);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (qd_roster_columns_dialog_parent_class)->dispose (object);
}

static void
qd_roster_columns_dialog_class_init (QdRosterColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_roster_columns_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-roster-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRosterColumnsDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
qd_roster_columns_dialog_init (QdRosterColumnsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
qd_roster_columns_dialog_new (QdRosterList *list)
{
  QdRosterColumnsDialog *self = g_object_new (QD_TYPE_ROSTER_COLUMNS_DIALOG, NULL);

  self->list = g_object_ref (list);

  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    create_row (self, i);

  view_changed_cb (self);
  g_signal_connect_object (list, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
