/* qd-entry-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-entry-links"

#include "qd-entry-links.h"

#include <glib/gi18n.h>

#include "qd-entry-dialog.h"
#include "qd-reference-edits.h"
#include "qd-shell.h"

/**
 * QdEntryLinks:
 *
 * The entries of the reference that are linked to a record or a template: to be read over the place a person
 * is in, taken away, and more of them linked.
 */
struct _QdEntryLinks
{
  AdwPreferencesGroup parent_instance;

  QdReference        *reference;
  QdRecord           *record;       /* (nullable) */
  char               *template_key; /* (nullable) */
  GtkListBox         *list;         /* unowned: in the group */
};

G_DEFINE_FINAL_TYPE (QdEntryLinks, qd_entry_links, ADW_TYPE_PREFERENCES_GROUP)

/* Returns: (transfer full) (nullable): what links the entry with @key */
static QdReferenceLink *
dup_link (QdEntryLinks *self,
          const char   *key)
{
  g_autoptr(GPtrArray) links = qd_reference_list_links (self->reference, key);
  QdReferenceLink *link;

  if (self->record != NULL)
    {
      link = qd_reference_find_link (self->reference, key, self->record);
      return link != NULL ? g_object_ref (link) : NULL;
    }

  for (guint i = 0; i < links->len; i++)
    {
      link = g_ptr_array_index (links, i);

      if (g_strcmp0 (link->template, self->template_key) == 0)
        return g_object_ref (link);
    }

  return NULL;
}

static void
remove_clicked_cb (QdEntryLinks *self,
                   GtkWidget    *button)
{
  g_autoptr(QdReferenceLink) link = dup_link (self, g_object_get_data (G_OBJECT (button), "key"));

  if (link == NULL)
    return;

  qd_shell_tell_undoable (self, _ ("Link removed"));
  qd_reference_unlink_async (self->reference, link, qd_shell_edit_cb, g_object_ref (self));
}

static GtkWidget *
create_row (QdEntryLinks     *self,
            QdReferenceEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (qd_nicks_get_label (qd_reference_categories, entry->category)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", entry->key);
  gtk_widget_set_tooltip_text (button, _ ("Remove Link"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (entry->key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
refresh (QdEntryLinks *self)
{
  g_autoptr(GPtrArray) entries = self->record != NULL
                                     ? qd_reference_list_for_record (self->reference, self->record)
                                     : qd_reference_list_for_template (self->reference, self->template_key);

  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (entries, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->list), entries->len > 0);
}

static void
chosen_cb (QdReferenceEntry *entry,
           gpointer          user_data)
{
  QdEntryLinks *self = user_data;

  if (self->record != NULL)
    qd_reference_link_record_async (
        self->reference, entry->key, self->record, qd_shell_edit_cb, g_object_ref (self));
  else
    qd_reference_link_template_async (
        self->reference, entry->key, self->template_key, qd_shell_edit_cb, g_object_ref (self));
}

static void
add_clicked_cb (QdEntryLinks *self)
{
  if (self->reference != NULL)
    qd_entry_dialog_ask (
        GTK_WIDGET (self), self->reference, NULL, chosen_cb, g_object_ref (self), g_object_unref);
}

static void
qd_entry_links_dispose (GObject *object)
{
  QdEntryLinks *self = QD_ENTRY_LINKS (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->template_key, g_free);
  g_clear_object (&self->reference);

  G_OBJECT_CLASS (qd_entry_links_parent_class)->dispose (object);
}

static void
qd_entry_links_class_init (QdEntryLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_entry_links_dispose;
}

static void
qd_entry_links_init (QdEntryLinks *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Link an Entry of the Reference…"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reference"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Reference"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

static void
follow (QdEntryLinks *self,
        QdPortfolio  *portfolio)
{
  if (self->reference == NULL)
    {
      self->reference = qd_reference_ref_of (portfolio);
      g_signal_connect_object (
          self->reference, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (qd_portfolio_get_list (portfolio, QD_TYPE_REFERENCE_LINK),
                               "items-changed",
                               G_CALLBACK (refresh),
                               self,
                               G_CONNECT_SWAPPED);
    }

  refresh (self);
}

/* @record: an account, a plan or a task; what is linked to it is followed */
void
qd_entry_links_bind (QdEntryLinks *self,
                     QdPortfolio  *portfolio,
                     gpointer      record)
{
  g_return_if_fail (QD_IS_ENTRY_LINKS (self));
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (QD_IS_RECORD (record));

  g_set_object (&self->record, record);
  follow (self, portfolio);
}

/* @key: of a template; what is linked to it is followed */
void
qd_entry_links_bind_template (QdEntryLinks *self,
                              QdPortfolio  *portfolio,
                              const char   *key)
{
  g_return_if_fail (QD_IS_ENTRY_LINKS (self));
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));
  g_return_if_fail (key != NULL);

  g_clear_object (&self->record);
  g_set_str (&self->template_key, key);
  follow (self, portfolio);
}
