/* qd-reference-target-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-target-dialog"

#include "qd-reference-target-dialog.h"

#include <glib/gi18n.h>

#include "qd-search-escape.h"
#include "qd-shell.h"

#define MAX_HITS 40

/**
 * QdReferenceTargetDialog:
 *
 * Lets a person search for what an entry is to be linked to. While nothing is typed, the
 * templates are offered.
 */
struct _QdReferenceTargetDialog
{
  AdwDialog             parent_instance;

  QdPortfolio          *portfolio;
  GCancellable         *cancellable;
  QdReferenceTargetFunc func;
  gpointer              user_data;
  GDestroyNotify        destroy;

  GtkWidget            *search;
  GtkListBox           *list;
};

G_DEFINE_FINAL_TYPE (QdReferenceTargetDialog, qd_reference_target_dialog, ADW_TYPE_DIALOG)

/* @target: (transfer full) */
static void
add_row (QdReferenceTargetDialog *self,
         QdReferenceTarget       *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), target->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), target->detail);
  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      g_object_new (
          GTK_TYPE_IMAGE, "icon-name", target->icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "target", target, g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
show_found (QdReferenceTargetDialog *self,
            GPtrArray               *hits)
{
  g_autoptr(GPtrArray) templates =
                qd_reference_target_list_templates (self->portfolio, gtk_editable_get_text (GTK_EDITABLE (self->search)));

  gtk_list_box_remove_all (self->list);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      QdReferenceTarget *target = qd_reference_target_new_from_hit (self->portfolio, g_ptr_array_index (hits, i));

      if (target != NULL)
        add_row (self, target);
    }

  for (guint i = 0; i < templates->len; i++)
    add_row (self, g_object_ref (g_ptr_array_index (templates, i)));
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdReferenceTargetDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = qd_search_finish (QD_STORE (object), result, &error);

  if (found == NULL)
    qd_shell_report (self, error);
  else if (self->portfolio != NULL)
    show_found (self, found);
}

static void
search_changed_cb (QdReferenceTargetDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (*text == '\0')
    {
      show_found (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  qd_search_async (qd_portfolio_get_store (self->portfolio),
                   text,
                   MAX_HITS,
                   self->cancellable,
                   found_cb,
                   g_object_ref (self));
}

static void
row_activated_cb (QdReferenceTargetDialog *self,
                  GtkListBoxRow           *row)
{
  self->func (g_object_get_data (G_OBJECT (row), "target"), self->user_data);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Enter takes the first. */
static void
search_activated_cb (QdReferenceTargetDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
qd_reference_target_dialog_dispose (GObject *object)
{
  QdReferenceTargetDialog *self = QD_REFERENCE_TARGET_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REFERENCE_TARGET_DIALOG);
  g_clear_object (&self->portfolio);

  if (self->destroy != NULL)
    g_steal_pointer (&self->destroy) (self->user_data);

  G_OBJECT_CLASS (qd_reference_target_dialog_parent_class)->dispose (object);
}

static void
qd_reference_target_dialog_class_init (QdReferenceTargetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_reference_target_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-reference-target-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReferenceTargetDialog, search);
  gtk_widget_class_bind_template_child (widget_class, QdReferenceTargetDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qd_reference_target_dialog_init (QdReferenceTargetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_search_escape_install (GTK_SEARCH_ENTRY (self->search));
}

/**
 * qd_reference_target_dialog_ask:
 * @func: called with what was chosen, if anything is
 */
void
qd_reference_target_dialog_ask (GtkWidget            *parent,
                                QdPortfolio          *portfolio,
                                QdReferenceTargetFunc func,
                                gpointer              user_data,
                                GDestroyNotify        destroy)
{
  QdReferenceTargetDialog *self = g_object_new (QD_TYPE_REFERENCE_TARGET_DIALOG, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  show_found (self, NULL);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
