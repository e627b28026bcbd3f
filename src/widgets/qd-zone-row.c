/* qd-zone-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-zone-row"

#include "qd-zone-row.h"

#include <glib/gi18n.h>

#include "qd-field-entry.h"
#include "qd-zone-list.h"

/**
 * QdZoneRow:
 *
 * Edits a time zone: typed (“Berlin”), or searched for in a list; says what time
 * it is there.
 */
struct _QdZoneRow
{
  AdwEntryRow     parent_instance;

  QdField        *field;
  QdFieldEntry   *entry;
  GtkLabel       *time;
  GtkMenuButton  *button;
  GtkSearchEntry *search;
  GtkFilter      *filter;
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdZoneRow,
                               qd_zone_row,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
bound_cb (QdZoneRow *self)
{
  if (qd_field_get_column (self->field) != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), qd_field_get_label (self->field));
}

static void
changed_cb (QdZoneRow *self)
{
  g_autofree char *zone = qd_field_dup_text (self->field);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = qd_zone_dup_time (zone, now);
  g_autofree char *text = NULL;

  /* Translators: %s is a time: “14:32 there” */
  if (time != NULL && *zone != '\0')
    text = g_strdup_printf (_ ("%s there"), time);

  gtk_label_set_label (self->time, text != NULL ? text : "");
}

static gboolean
match_zone (gpointer item,
            gpointer user_data)
{
  QdZoneRow *self = user_data;

  return self->search == NULL || qd_zone_matches (gtk_string_object_get_string (item),
                                                  gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_changed_cb (QdZoneRow *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
pick (QdZoneRow  *self,
      GListModel *zones,
      guint       position)
{
  g_autoptr(GtkStringObject) zone = g_list_model_get_item (zones, position);

  if (zone == NULL)
    return;

  gtk_menu_button_popdown (self->button);
  qd_field_commit_text (self->field, gtk_string_object_get_string (zone));
}

static void
activate_cb (QdZoneRow   *self,
             guint        position,
             GtkListView *view)
{
  pick (self, G_LIST_MODEL (gtk_list_view_get_model (view)), position);
}

static void
search_activate_cb (QdZoneRow      *self,
                    GtkSearchEntry *search)
{
  pick (self, g_object_get_data (G_OBJECT (search), "zones"), 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *zone = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = qd_zone_dup_time (zone, now);
  g_autofree char *text = time != NULL ? g_strdup_printf ("%s · %s", zone, time) : g_strdup (zone);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/* The list is made when it is asked for: a page has many rows, and zones are hundreds. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  QdZoneRow          *self = user_data;
  GtkWidget          *popover = gtk_popover_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *zones;
  GtkWidget          *view;

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a Time Zone"), -1);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_zone, self, NULL));
  zones = gtk_filter_list_model_new (G_LIST_MODEL (gtk_string_list_new (qd_zone_list ())), self->filter);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (zones)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  g_object_set_data_full (G_OBJECT (self->search), "zones", zones, g_object_unref);

  gtk_search_entry_set_placeholder_text (self->search, _ ("Search for a Place"));
  gtk_search_entry_set_key_capture_widget (self->search, view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 260, 240);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);

  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

static QdField *
qd_zone_row_get_field (QdEditor *editor)
{
  return QD_ZONE_ROW (editor)->field;
}

static void
qd_zone_row_flush (QdEditor *editor)
{
  qd_field_entry_commit (QD_ZONE_ROW (editor)->entry);
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_zone_row_get_field;
  iface->flush = qd_zone_row_flush;
}

static void
qd_zone_row_dispose (GObject *object)
{
  QdZoneRow *self = QD_ZONE_ROW (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_zone_row_parent_class)->dispose (object);
}

static void
qd_zone_row_class_init (QdZoneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_zone_row_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_zone_row_init (QdZoneRow *self)
{
  self->field = qd_field_new ();
  self->entry = qd_field_entry_new (self->field, GTK_EDITABLE (self));
  self->time = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "dim-label");

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "find-location-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Find a Time Zone"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->time));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
qd_zone_row_new (const char *field)
{
  return g_object_new (QD_TYPE_ZONE_ROW, "field", field, NULL);
}
