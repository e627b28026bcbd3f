/* qd-reference-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-page"

#include "qd-reference-page.h"

#include <glib/gi18n.h>

#include "qd-reference-edits.h"
#include "qd-reference-entry-view.h"
#include "qd-reference-finder.h"
#include "qd-reference-form.h"
#include "qd-shell.h"

/* Milliseconds for which an entry is looked at before it counts as opened */
#define READ_AFTER 2000

/**
 * QdReferencePage:
 *
 * What there is to know, found as one types.
 */
struct _QdReferencePage
{
  AdwNavigationPage       parent_instance;

  QdPortfolio            *portfolio;
  QdReference            *reference; /* (nullable): from when the page is first looked at */
  guint                   timeout;
  guint                   focus;

  AdwNavigationSplitView *split_view;
  QdReferenceFinder      *finder;
  AdwNavigationPage      *content_page;
  QdReferenceEntryView   *view;
};

G_DEFINE_FINAL_TYPE (QdReferencePage, qd_reference_page, ADW_TYPE_NAVIGATION_PAGE)

static QdReferenceEntry *
get_entry (QdReferencePage *self)
{
  const char *key = qd_reference_entry_view_get_key (self->view);

  return key != NULL ? qd_reference_lookup (self->reference, key) : NULL;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(QdReferencePage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (object), result, &error))
    qd_shell_report (self, error);
  else if (self->reference != NULL)
    qd_reference_finder_note_recent (self->finder);
}

static void
note_opened (QdReferencePage *self)
{
  QdReferenceEntry *entry = get_entry (self);

  g_clear_handle_id (&self->timeout, g_source_remove);

  if (entry != NULL)
    qd_reference_note_opened_async (self->reference, entry, opened_cb, g_object_ref (self));
}

static gboolean
timeout_cb (gpointer user_data)
{
  QdReferencePage *self = user_data;

  self->timeout = 0;
  note_opened (self);

  return G_SOURCE_REMOVE;
}

/* While one types and goes through the list, much is shown that nobody reads. */
static void
entry_shown (QdReferencePage *self)
{
  QdReferenceEntry *entry = get_entry (self);

  adw_navigation_page_set_title (self->content_page, entry != NULL ? entry->title : _ ("Entry"));
  g_clear_handle_id (&self->timeout, g_source_remove);

  if (entry != NULL)
    self->timeout = g_timeout_add (READ_AFTER, timeout_cb, self);
}

static void
show_selected (QdReferencePage *self)
{
  qd_reference_entry_view_show (self->view, qd_reference_finder_get_selected (self->finder));
  entry_shown (self);
}

/* On a narrow page the list alone is seen: what is selected there is not opened yet. */
static void
selected_cb (QdReferencePage *self)
{
  if (!adw_navigation_split_view_get_collapsed (self->split_view))
    show_selected (self);
}

static void
activated_cb (QdReferencePage *self)
{
  show_selected (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  qd_reference_entry_view_focus (self->view);
  note_opened (self);
}

static void
shown_cb (QdReferencePage *self)
{
  qd_reference_finder_select (self->finder, qd_reference_entry_view_get_key (self->view));
  entry_shown (self);
}

static void
tag_chosen_cb (QdReferencePage *self,
               const char      *tag)
{
  qd_reference_page_show_tag (self, tag);
}

static void
focus_cb (gpointer user_data)
{
  QdReferencePage *self = user_data;

  self->focus = 0;
  qd_reference_finder_focus (self->finder);
}

static void
collapsed_cb (QdReferencePage *self)
{
  qd_reference_finder_set_narrow (self->finder, adw_navigation_split_view_get_collapsed (self->split_view));

  /* It puts what it shows elsewhere, and the focus is lost. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !adw_navigation_split_view_get_show_content (self->split_view))
    {
      g_clear_handle_id (&self->focus, g_source_remove);
      self->focus = g_idle_add_once (focus_cb, self);
    }
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdReferencePage *self = QD_REFERENCE_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  qd_reference_finder_focus (self->finder);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QdReferencePage *self = QD_REFERENCE_PAGE (widget);

  qd_reference_form_add (widget, self->reference, qd_reference_finder_get_category (self->finder), NULL);
}

static void
favourite_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (QD_REFERENCE_PAGE (widget)->view), "entry.favourite", NULL);
}

static void
load (QdReferencePage *self)
{
  if (self->reference != NULL)
    return;

  self->reference = qd_reference_ref_of (self->portfolio);
  qd_reference_entry_view_bind (self->view, self->reference);
  qd_reference_finder_bind (self->finder, self->reference);
}

static void
qd_reference_page_map (GtkWidget *widget)
{
  QdReferencePage *self = QD_REFERENCE_PAGE (widget);

  load (self);
  GTK_WIDGET_CLASS (qd_reference_page_parent_class)->map (widget);

  /* Who comes here wants to type. */
  if (!adw_navigation_split_view_get_show_content (self->split_view))
    qd_reference_finder_focus (self->finder);
}

static void
qd_reference_page_dispose (GObject *object)
{
  QdReferencePage *self = QD_REFERENCE_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->focus, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REFERENCE_PAGE);
  g_clear_object (&self->reference);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_reference_page_parent_class)->dispose (object);
}

static void
qd_reference_page_class_init (QdReferencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_reference_page_dispose;
  widget_class->map = qd_reference_page_map;

  g_type_ensure (QD_TYPE_REFERENCE_ENTRY_VIEW);
  g_type_ensure (QD_TYPE_REFERENCE_FINDER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-reference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReferencePage, split_view);
  gtk_widget_class_bind_template_child (widget_class, QdReferencePage, finder);
  gtk_widget_class_bind_template_child (widget_class, QdReferencePage, content_page);
  gtk_widget_class_bind_template_child (widget_class, QdReferencePage, view);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_chosen_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.favourite", NULL, favourite_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "page.favourite", NULL);
}

static void
qd_reference_page_init (QdReferencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdReferencePage *
qd_reference_page_new (QdPortfolio *portfolio)
{
  QdReferencePage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_REFERENCE_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);

  return self;
}

/* Lists the entries that have @tag. */
void
qd_reference_page_show_tag (QdReferencePage *self,
                            const char      *tag)
{
  g_return_if_fail (QD_IS_REFERENCE_PAGE (self));
  g_return_if_fail (tag != NULL);

  load (self);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  qd_reference_finder_set_tag (self->finder, tag);
}
