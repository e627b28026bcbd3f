/* qd-reference-look.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-look"

#include "qd-reference-look.h"

#include <glib/gi18n.h>

#include "qd-reference-item.h"

static GtkWidget *
create_line (gboolean is_title)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_use_markup (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_set_hexpand (label, TRUE);

  if (!is_title)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *star = gtk_image_new_from_icon_name ("starred-symbolic");

  gtk_widget_set_valign (star, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (star, _ ("Favourite"));
  gtk_widget_add_css_class (star, "dim-label");
  gtk_box_append (GTK_BOX (box), create_line (TRUE));
  gtk_box_append (GTK_BOX (box), create_line (FALSE));
  gtk_box_append (GTK_BOX (row), box);
  gtk_box_append (GTK_BOX (row), star);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  QdReferenceItem *item = gtk_list_item_get_item (list_item);
  GtkWidget       *box = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget       *title = gtk_widget_get_first_child (box);

  gtk_label_set_label (GTK_LABEL (title), item->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), item->detail);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (box), item->entry->favourite);
  gtk_list_item_set_accessible_label (list_item, item->entry->title);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header)
{
  QdReferenceItem *item = gtk_list_header_get_item (header);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), item->heading);
}

static GtkListItemFactory *
create_factory (GCallback setup,
                GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);

  return factory;
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  GtkStringObject *choice = gtk_list_item_get_item (list_item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), gtk_string_object_get_string (choice));
}

/* Returns: (transfer full): for a list of #QdReferenceItem */
GtkListItemFactory *
qd_reference_create_row_factory (void)
{
  return create_factory (G_CALLBACK (setup_cb), G_CALLBACK (bind_cb));
}

/* Returns: (transfer full): for what stands above its sections */
GtkListItemFactory *
qd_reference_create_heading_factory (void)
{
  return create_factory (G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb));
}

/* Lets @drop_down choose one of @names: in its button a name may be cut, in the list below not. */
void
qd_reference_set_choices (GtkDropDown   *drop_down,
                          GtkStringList *names)
{
  g_autoptr(GtkListItemFactory) factory = create_factory (G_CALLBACK (setup_choice_cb), G_CALLBACK (bind_choice_cb));
  g_autoptr(GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_search_match_mode (drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}
