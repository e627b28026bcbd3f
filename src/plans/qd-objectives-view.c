/* qd-objectives-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-objectives-view"

#include "qd-objectives-view.h"

#include <glib/gi18n.h>

#include "qd-objective-card.h"
#include "qd-objective-dialog.h"
#include "qd-order-edits.h"
#include "qd-plan-edits.h"
#include "qd-shell.h"
#include "qd-task.h"
#include "qd-typed-line.h"

/**
 * QdObjectivesView:
 *
 * The objectives of a plan, in the order a person gave them.
 */
struct _QdObjectivesView
{
  AdwBin       parent_instance;

  QdPortfolio *portfolio;
  QdPlan      *plan;
  int          today;

  GtkWidget   *empty;
  GtkListBox  *list;
  AdwEntryRow *entry;
};

G_DEFINE_FINAL_TYPE (QdObjectivesView, qd_objectives_view, ADW_TYPE_BIN)

static QdObjectiveCard *
get_card (QdObjectivesView *self,
          int               index)
{
  return index >= 0 ? (QdObjectiveCard *)gtk_list_box_get_row_at_index (self->list, index) : NULL;
}

static void
row_activated_cb (QdObjectivesView *self,
                  GtkListBoxRow    *row)
{
  qd_objective_dialog_present (
      GTK_WIDGET (self), self->portfolio, qd_objective_card_get_objective (QD_OBJECTIVE_CARD (row)));
}

static void
entry_activated_cb (QdObjectivesView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr(QdObjective) draft = NULL;

  if (*name == '\0')
    return;

  draft = qd_objective_create (self->plan, name);
  qd_objective_add_async (
      qd_portfolio_get_store (self->portfolio), draft, qd_typed_line_cb, qd_typed_line_take (self, self->entry));
}

static void
moved_cb (QdObjectivesView *self,
          int               n_rows,
          QdObjectiveCard  *card)
{
  int              index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) + n_rows;
  QdObjectiveCard *before = get_card (self, n_rows > 0 ? index + 1 : index);

  if (get_card (self, index) == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (card));
      return;
    }

  qd_objective_move_async (qd_portfolio_get_store (self->portfolio),
                           qd_objective_card_get_objective (card),
                           before != NULL ? qd_record_get_id (qd_objective_card_get_objective (before)) : 0,
                           qd_shell_edit_cb,
                           g_object_ref (self));
}

static void
deleted_cb (QdObjectivesView *self,
            QdObjectiveCard  *card)
{
  QdObjective     *objective = qd_objective_card_get_objective (card);
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), objective->name);

  qd_objective_delete_async (
      qd_portfolio_get_store (self->portfolio), objective, qd_shell_edit_cb, g_object_ref (self));
  qd_shell_tell_undoable (self, message);
}

static QdObjectiveCard *
find_card (QdObjectivesView *self,
           QdObjective      *objective)
{
  QdObjectiveCard *card;

  for (int i = 0; (card = get_card (self, i)) != NULL; i++)
    {
      if (qd_objective_card_get_objective (card) == objective)
        return card;
    }

  card = qd_objective_card_new (self->portfolio, objective);
  g_signal_connect_object (card, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (card));

  return card;
}

/* Puts each card in its place; one that is moved keeps the focus. */
static void
qd_objectives_view_sync (QdObjectivesView *self)
{
  g_autoptr(GPtrArray) objectives = qd_order_dup_sorted (
      qd_portfolio_peek_children (self->portfolio, QD_TYPE_OBJECTIVE, qd_record_get_id (self->plan)));
  QdObjectiveCard *card;

  for (guint i = 0; i < objectives->len; i++)
    {
      gboolean focused;

      card = find_card (self, g_ptr_array_index (objectives, i));

      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) != (int)i)
        {
          focused = gtk_widget_has_focus (GTK_WIDGET (card));
          g_object_ref (card);
          gtk_list_box_remove (self->list, GTK_WIDGET (card));
          gtk_list_box_insert (self->list, GTK_WIDGET (card), i);
          g_object_unref (card);

          if (focused)
            gtk_widget_grab_focus (GTK_WIDGET (card));
        }

      qd_objective_card_refresh (card, self->today);
    }

  while ((card = get_card (self, objectives->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (card));

  gtk_widget_set_visible (self->empty, objectives->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), objectives->len > 0);
}

/* What other plans of the account do may be part of this one. */
static void
children_changed_cb (QdObjectivesView *self,
                     gint64            parent)
{
  QdPlan *plan = qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, parent);

  if (plan == NULL || plan->account == self->plan->account)
    qd_objectives_view_sync (self);
}

static void
qd_objectives_view_dispose (GObject *object)
{
  QdObjectivesView *self = QD_OBJECTIVES_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_OBJECTIVES_VIEW);
  g_clear_object (&self->plan);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_objectives_view_parent_class)->dispose (object);
}

static void
qd_objectives_view_class_init (QdObjectivesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_objectives_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-objectives-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdObjectivesView, empty);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivesView, list);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivesView, entry);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
qd_objectives_view_init (QdObjectivesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qd_objectives_view_new (QdPortfolio *portfolio,
                        QdPlan      *plan)
{
  QdObjectivesView *self = g_object_new (QD_TYPE_OBJECTIVES_VIEW, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->plan = g_object_ref (plan);
  self->today = qd_day_today ();
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_OBJECTIVE),
                           "changed",
                           G_CALLBACK (children_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_portfolio_get_index (portfolio, QD_TYPE_TASK),
                           "changed",
                           G_CALLBACK (children_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  qd_objectives_view_sync (self);

  return GTK_WIDGET (self);
}

void
qd_objectives_view_set_today (QdObjectivesView *self,
                              int               today)
{
  g_return_if_fail (QD_IS_OBJECTIVES_VIEW (self));

  self->today = today;
  qd_objectives_view_sync (self);
}
