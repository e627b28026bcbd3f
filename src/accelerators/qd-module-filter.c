/* qd-module-filter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-module-filter"

#include "qd-module-filter.h"

#include <glib/gi18n.h>

#include "qd-content-module.h"

/* All of them first, then each. */
void
qd_module_filter_fill (GtkDropDown *categories)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("All Categories"));

  for (int i = 0; qd_module_categories[i].nick != NULL; i++)
    gtk_string_list_append (labels, _ (qd_module_categories[i].label));

  gtk_drop_down_set_model (categories, G_LIST_MODEL (labels));
}

/* @words: all of which a module must have, as qd_search_split() gives them */
gboolean
qd_module_filter_passes (GtkDropDown       *categories,
                         char             **words,
                         QdCatalogueModule *module)
{
  guint category = gtk_drop_down_get_selected (categories);

  return (category == 0 || category == GTK_INVALID_LIST_POSITION || module->category == (int)category - 1) &&
         qd_catalogue_module_matches (module, (const char *const *)words);
}

/* @before: (nullable): the module above, whose category has its heading already */
void
qd_module_filter_set_heading (GtkListBoxRow     *row,
                              QdCatalogueModule *module,
                              QdCatalogueModule *before)
{
  GtkWidget *label;

  if (before != NULL && before->category == module->category)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (_ (qd_nicks_get_label (qd_module_categories, module->category)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "module-heading");
  gtk_list_box_row_set_header (row, label);
}
