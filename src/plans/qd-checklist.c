/* qd-checklist.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-checklist"

#include "qd-checklist.h"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-check-row.h"
#include "qd-order-edits.h"
#include "qd-shell.h"
#include "qd-task-edits.h"
#include "qd-typed-line.h"

/**
 * QdChecklist:
 *
 * The checklist of a task: its lines, and an entry that adds one.
 */
struct _QdChecklist
{
  AdwPreferencesGroup parent_instance;

  QdPortfolio        *portfolio;
  QdTask             *task;
  GtkListBox         *list;
  AdwEntryRow        *entry;
};

G_DEFINE_FINAL_TYPE (QdChecklist, qd_checklist, ADW_TYPE_PREFERENCES_GROUP)

static GPtrArray *
peek_items (QdChecklist *self)
{
  return qd_portfolio_peek_children (self->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (self->task));
}

static QdCheckRow *
get_row (QdChecklist *self,
         int          index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  return QD_IS_CHECK_ROW (row) ? QD_CHECK_ROW (row) : NULL;
}

static void
entry_activated_cb (QdChecklist *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*title == '\0')
    return;

  qd_check_item_add_async (qd_portfolio_get_store (self->portfolio),
                           self->task,
                           title,
                           peek_items (self),
                           qd_typed_line_cb,
                           qd_typed_line_take (self, self->entry));
}

static void
checked_cb (QdChecklist *self,
            gboolean     done,
            QdCheckRow  *row)
{
  qd_check_item_set_done_async (qd_portfolio_get_store (self->portfolio),
                                self->task,
                                qd_check_row_get_item (row),
                                done,
                                peek_items (self),
                                qd_shell_edit_cb,
                                g_object_ref (self));
}

static void
moved_cb (QdChecklist *self,
          int          n_rows,
          QdCheckRow  *row)
{
  int         index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + n_rows;
  QdCheckRow *before = get_row (self, n_rows > 0 ? index + 1 : index);

  if (get_row (self, index) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (row));
      return;
    }

  qd_check_item_move_async (qd_portfolio_get_store (self->portfolio),
                            qd_check_row_get_item (row),
                            before != NULL ? qd_record_get_id (qd_check_row_get_item (before)) : 0,
                            qd_shell_edit_cb,
                            g_object_ref (self));
}

static void
deleted_cb (QdChecklist *self,
            QdCheckRow  *row)
{
  qd_check_item_delete_async (qd_portfolio_get_store (self->portfolio),
                              self->task,
                              qd_check_row_get_item (row),
                              peek_items (self),
                              qd_shell_edit_cb,
                              g_object_ref (self));
}

static QdCheckRow *
find_row (QdChecklist *self,
          QdCheckItem *item)
{
  QdCheckRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (qd_check_row_get_item (row) == item)
        return row;
    }

  row = qd_check_row_new (qd_portfolio_get_store (self->portfolio), item);
  g_signal_connect_object (row, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (row));

  return row;
}

/* Puts each row in its place; one that is moved keeps the focus. */
static void
qd_checklist_sync (QdChecklist *self)
{
  g_autoptr(GPtrArray) items = qd_order_dup_sorted (peek_items (self));
  GtkRoot    *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget  *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int         focused = -1;
  QdCheckRow *row;

  if (focus != NULL && (focus = gtk_widget_get_ancestor (focus, QD_TYPE_CHECK_ROW)) &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focused = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
  else
    focus = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      row = find_row (self, g_ptr_array_index (items, i));

      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == (int)i)
        continue;

      g_object_ref (row);
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
      gtk_list_box_insert (self->list, GTK_WIDGET (row), i);
      g_object_unref (row);
    }

  while ((row = get_row (self, items->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  if (focus == NULL)
    return;

  row = gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? QD_CHECK_ROW (focus)
                                                          : get_row (self, MIN (focused, (int)items->len - 1));
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->entry));
}

static void
items_changed_cb (QdChecklist *self,
                  gint64       parent)
{
  if (self->task != NULL && parent == qd_record_get_id (self->task))
    qd_checklist_sync (self);
}

static void
qd_checklist_dispose (GObject *object)
{
  QdChecklist *self = QD_CHECKLIST (object);

  g_clear_object (&self->task);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_checklist_parent_class)->dispose (object);
}

static void
qd_checklist_class_init (QdChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_checklist_dispose;
}

static void
qd_checklist_init (QdChecklist *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *adding = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Checklist"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (adding), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (adding, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Add Item"));
  adw_entry_row_set_max_length (self->entry, QD_COLUMN_MAX_LINE);
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (entry_activated_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (adding), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), adding);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Checklist"));
}

/* To be called once. */
void
qd_checklist_bind (QdChecklist *self,
                   QdPortfolio *portfolio,
                   QdTask      *task)
{
  g_return_if_fail (QD_IS_CHECKLIST (self));

  self->portfolio = g_object_ref (portfolio);
  self->task = g_object_ref (task);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_CHECK_ITEM),
                           "changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  qd_checklist_sync (self);
}
