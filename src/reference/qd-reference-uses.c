/* qd-reference-uses.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-uses"

#include "qd-reference-uses.h"

#include <glib/gi18n.h>

#include "qd-reference-edits.h"
#include "qd-reference-target-dialog.h"
#include "qd-reference-target.h"
#include "qd-shell.h"

/**
 * QdReferenceUses:
 *
 * The accounts, plans, tasks and templates that an entry of the reference is linked to: to be
 * opened, taken away, and more of them linked.
 */
struct _QdReferenceUses
{
  AdwBin       parent_instance;

  QdReference *reference;
  char        *key;

  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (QdReferenceUses, qd_reference_uses, ADW_TYPE_BIN)

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_clicked_cb (QdReferenceUses *self,
                   GtkWidget       *button)
{
  QdReferenceLink *link = g_object_get_data (G_OBJECT (button), "link");

  qd_shell_tell_undoable (self, _ ("Link removed"));
  qd_reference_unlink_async (self->reference, link, qd_shell_edit_cb, g_object_ref (self));
}

static GtkWidget *
create_row (QdReferenceUses *self,
            QdReferenceLink *link)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autoptr(QdReferenceTarget) target =
                qd_reference_target_new_from_link (qd_reference_get_portfolio (self->reference), link);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), target->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), target->detail);
  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      g_object_new (
          GTK_TYPE_IMAGE, "icon-name", target->icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Remove Link"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "link", g_object_ref (link), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "target", g_steal_pointer (&target), g_object_unref);

  return row;
}

static void
refresh (QdReferenceUses *self)
{
  g_autoptr(GPtrArray) links = NULL;

  if (self->reference == NULL || self->key == NULL)
    return;

  links = qd_reference_list_links (self->reference, self->key);
  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < links->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (links, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->list), links->len > 0);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (adw_bin_get_child (ADW_BIN (self))),
      links->len > 0 ? NULL : _ ("What this entry is of use for shows it, too, once it is linked."));
}

static void
row_activated_cb (QdReferenceUses *self,
                  GtkListBoxRow   *row)
{
  g_autoptr(QdReferenceTarget) target = g_object_ref (g_object_get_data (G_OBJECT (row), "target"));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  g_signal_emit (self, signals[LEFT], 0);
  qd_reference_target_open (target, window);
}

static void
chosen_cb (QdReferenceTarget *target,
           gpointer           user_data)
{
  QdReferenceUses *self = user_data;

  if (target->record != NULL)
    qd_reference_link_record_async (
        self->reference, self->key, target->record, qd_shell_edit_cb, g_object_ref (self));
  else
    qd_reference_link_template_async (
        self->reference, self->key, target->template, qd_shell_edit_cb, g_object_ref (self));
}

static void
add_clicked_cb (QdReferenceUses *self)
{
  qd_reference_target_dialog_ask (
      GTK_WIDGET (self), qd_reference_get_portfolio (self->reference), chosen_cb, g_object_ref (self), g_object_unref);
}

static void
qd_reference_uses_dispose (GObject *object)
{
  QdReferenceUses *self = QD_REFERENCE_USES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REFERENCE_USES);
  g_clear_object (&self->reference);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (qd_reference_uses_parent_class)->dispose (object);
}

static void
qd_reference_uses_class_init (QdReferenceUsesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_reference_uses_dispose;

  /* A person goes somewhere else. */
  signals[LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-reference-uses.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReferenceUses, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
qd_reference_uses_init (QdReferenceUses *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows what the entry with @key is linked to, and follows that. */
void
qd_reference_uses_show (QdReferenceUses *self,
                        QdReference     *reference,
                        const char      *key)
{
  g_return_if_fail (QD_IS_REFERENCE_USES (self));
  g_return_if_fail (QD_IS_REFERENCE (reference));

  if (g_set_object (&self->reference, reference))
    g_signal_connect_object (qd_portfolio_get_list (qd_reference_get_portfolio (reference), QD_TYPE_REFERENCE_LINK),
                             "items-changed",
                             G_CALLBACK (refresh),
                             self,
                             G_CONNECT_SWAPPED);

  g_set_str (&self->key, key);
  refresh (self);
}
