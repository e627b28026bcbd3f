/* qd-entry-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-entry-dialog"

#include "qd-entry-dialog.h"

#include <glib/gi18n.h>

#include "qd-reference-query.h"
#include "qd-shell.h"

#define MAX_HITS 30

/**
 * QdEntryDialog:
 *
 * Lets a person search for an entry of the reference and choose it.
 */
struct _QdEntryDialog
{
  AdwDialog      parent_instance;

  QdReference   *reference;
  GCancellable  *cancellable;
  QdEntryFunc    func;
  gpointer       user_data;
  GDestroyNotify destroy;

  GtkWidget     *search; /* unowned, as the next: below the dialog */
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (QdEntryDialog, qd_entry_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (QdReferenceHit    *hit,
            const char *const *terms)
{
  GtkWidget       *row = adw_action_row_new ();
  const char      *category = _ (qd_nicks_get_label (qd_reference_categories, hit->entry->category));
  g_autofree char *title = qd_reference_words_dup_markup (hit->entry->title, terms);
  g_autofree char *detail =
      hit->passage != NULL && *hit->passage != '\0' ? g_strdup_printf ("%s · %s", category, hit->passage) : g_strdup (category);
  g_autofree char *subtitle = qd_reference_words_dup_markup (detail, terms);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (hit->entry), g_object_unref);

  return row;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QdEntryDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdReferenceResult) found = NULL;

  if (self->reference == NULL)
    return;

  found = qd_reference_search_finish (self->reference, result, &error);

  if (found == NULL)
    {
      qd_shell_report (self, error);
      return;
    }

  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < found->hits->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (found->hits, i), (const char *const *)found->terms));
}

static void
search_changed_cb (QdEntryDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  qd_reference_search_async (self->reference,
                             gtk_editable_get_text (GTK_EDITABLE (self->search)),
                             QD_ENUM_NONE,
                             NULL,
                             MAX_HITS,
                             self->cancellable,
                             found_cb,
                             g_object_ref (self));
}

static void
row_activated_cb (QdEntryDialog *self,
                  GtkListBoxRow *row)
{
  self->func (g_object_get_data (G_OBJECT (row), "entry"), self->user_data);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Enter takes the first. */
static void
search_activated_cb (QdEntryDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
qd_entry_dialog_dispose (GObject *object)
{
  QdEntryDialog *self = QD_ENTRY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reference);

  if (self->destroy != NULL)
    g_steal_pointer (&self->destroy) (self->user_data);

  G_OBJECT_CLASS (qd_entry_dialog_parent_class)->dispose (object);
}

static void
qd_entry_dialog_class_init (QdEntryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_entry_dialog_dispose;
}

static GtkWidget *
create_list (QdEntryDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_ ("Nothing found"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  g_object_set (self->list, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 12, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("accessible name", "Entries"), -1);
  g_object_set (none, "margin-top", 18, "margin-bottom", 18, NULL);
  gtk_widget_add_css_class (none, "dimmed");
  gtk_list_box_set_placeholder (self->list, none);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return scroller;
}

static void
qd_entry_dialog_init (QdEntryDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search the reference"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the reference"), -1);
  g_object_set (self->search, "margin-start", 12, "margin-end", 12, "margin-bottom", 6, NULL);
  g_signal_connect_object (
      self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), self->search);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_list (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Link an Entry"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 480);
  adw_dialog_set_focus (ADW_DIALOG (self), self->search);
}

/**
 * qd_entry_dialog_ask:
 * @text: (nullable): what is searched for at first
 * @func: called with what was chosen, if anything is
 */
void
qd_entry_dialog_ask (GtkWidget     *parent,
                     QdReference   *reference,
                     const char    *text,
                     QdEntryFunc    func,
                     gpointer       user_data,
                     GDestroyNotify destroy)
{
  QdEntryDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (QD_IS_REFERENCE (reference));
  g_return_if_fail (func != NULL);

  self = g_object_new (QD_TYPE_ENTRY_DIALOG, NULL);
  self->reference = g_object_ref (reference);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  search_changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
