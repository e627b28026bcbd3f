/* qd-upgrade-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-upgrade-panel"

#include "qd-upgrade-panel.h"

#include <glib/gi18n.h>

#include "qd-shell.h"
#include "qd-support-edits.h"
#include "qd-upgrade-checklist.h"

/**
 * QdUpgradePanel:
 *
 * What Support asks for before it looks over an upgrade: a checklist. What the request itself
 * holds, such as the rollback plan, is checked off by that.
 */
struct _QdUpgradePanel
{
  AdwPreferencesGroup parent_instance;

  QdFactBook         *book;
  QdUpgradeRequest   *request;
  GtkBox             *box;
  GPtrArray          *checks;    /* GtkCheckButton, in the order of the facts */
  gboolean            following; /* the record, and not a person */
};

G_DEFINE_FINAL_TYPE (QdUpgradePanel, qd_upgrade_panel, ADW_TYPE_PREFERENCES_GROUP)

static void
refresh (QdUpgradePanel *self)
{
  GPtrArray *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_UPGRADE);
  g_autoptr(GPtrArray) open = qd_upgrade_list_open (self->book, self->request);
  g_autofree char *count = g_strdup_printf (_ ("%u of %u steps are done."), facts->len - open->len, facts->len);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), count);
  self->following = TRUE;

  for (guint i = 0; i < MIN (facts->len, self->checks->len); i++)
    {
      QdFact         *fact = g_ptr_array_index (facts, i);
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      gboolean        done = !g_ptr_array_find (open, fact, NULL);

      gtk_check_button_set_active (check, done);

      /* What the fields say is not for a tick to say. */
      gtk_widget_set_sensitive (GTK_WIDGET (check), !done || qd_checklist_has_key (self->request->done, fact->key));
    }

  self->following = FALSE;
}

static void
toggled_cb (GtkCheckButton *check,
            QdUpgradePanel *self)
{
  if (self->following || !qd_record_is_live (self->request))
    return;

  qd_upgrade_request_set_step_async (self->request,
                                     qd_portfolio_get_store (qd_fact_book_get_portfolio (self->book)),
                                     g_object_get_data (G_OBJECT (check), "qd-key"),
                                     gtk_check_button_get_active (check),
                                     qd_shell_edit_cb,
                                     g_object_ref (self));
}

static void
add_step (QdUpgradePanel        *self,
          GtkListBox            *list,
          const QdChecklistFact *step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->fact.name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), step->fact.description != NULL ? step->fact.description : "");
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "qd-key", g_strdup (step->fact.key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, step->fact.name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->checks, check);
}

static GtkListBox *
add_heading (QdUpgradePanel *self,
             const char     *heading)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (self->box, label);
  gtk_box_append (self->box, list);

  return GTK_LIST_BOX (list);
}

/* Which steps there are is for a person to say. */
static void
fill (QdUpgradePanel *self)
{
  GPtrArray  *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_UPGRADE);
  GtkWidget  *child;
  const char *heading = NULL;
  GtkListBox *list = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  g_ptr_array_set_size (self->checks, 0);

  for (guint i = 0; i < facts->len; i++)
    {
      const QdChecklistFact *step = g_ptr_array_index (facts, i);

      if (list == NULL || g_strcmp0 (heading, step->step) != 0)
        list = add_heading (self, step->step != NULL ? step->step : _ ("Checklist"));

      heading = step->step;
      add_step (self, list, step);
    }

  refresh (self);
}

static void
qd_upgrade_panel_dispose (GObject *object)
{
  QdUpgradePanel *self = QD_UPGRADE_PANEL (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->request);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (qd_upgrade_panel_parent_class)->dispose (object);
}

static void
qd_upgrade_panel_class_init (QdUpgradePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_upgrade_panel_dispose;
}

static void
qd_upgrade_panel_init (QdUpgradePanel *self)
{
  self->checks = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Before Support Is Asked"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
}

/* @request: one that is in the file */
GtkWidget *
qd_upgrade_panel_new (QdFactBook       *book,
                      QdUpgradeRequest *request)
{
  QdUpgradePanel *self;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_UPGRADE_REQUEST (request), NULL);

  self = g_object_new (QD_TYPE_UPGRADE_PANEL, NULL);
  self->book = g_object_ref (book);
  self->request = g_object_ref (request);
  g_signal_connect_object (request, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable): the first step that is still to be done, else the first */
GtkWidget *
qd_upgrade_panel_get_focus (QdUpgradePanel *self)
{
  GtkWidget *found = NULL;

  g_return_val_if_fail (QD_IS_UPGRADE_PANEL (self), NULL);

  for (guint i = self->checks->len; i > 0; i--)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i - 1);

      if (found == NULL || !gtk_check_button_get_active (check))
        found = GTK_WIDGET (check);
    }

  return found;
}
