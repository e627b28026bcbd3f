/* qd-menu-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-menu-names"

#include "qd-menu-names.h"

#include <adwaita.h>

/* The text of a menu without the underscores that mark its mnemonics. */
static char *
dup_without_mnemonics (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] != '\0')
        p++;

      g_string_append_c (plain, *p);
    }

  return g_string_free_and_steal (plain);
}

static void
name_menu_item (GtkWidget *item)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_object_get (item, "text", &text, NULL);

  if (text == NULL || *text == '\0')
    return;

  name = dup_without_mnemonics (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);

  return found;
}

/* An item shows one choice after another; its label always says which. */
static void
name_choice (GtkWidget *item)
{
  GtkWidget *label = NULL;

  if (gtk_widget_get_ancestor (item, GTK_TYPE_DROP_DOWN) != NULL ||
      gtk_widget_get_ancestor (item, ADW_TYPE_COMBO_ROW) != NULL)
    label = find_label (item);

  if (label != NULL)
    gtk_accessible_update_relation (
        GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               user_data)
{
  GtkWidget  *widget = g_value_get_object (&values[0]);
  const char *type = G_OBJECT_TYPE_NAME (widget);

  if (g_str_equal (type, "GtkModelButton"))
    name_menu_item (widget);
  else if (g_str_equal (type, "GtkListItemWidget"))
    name_choice (widget);

  return TRUE;
}

/**
 * qd_menu_names_install:
 *
 * Gives the items of every menu and drop-down a name that a screen reader can say. GTK names
 * them by a label that is of the role presentation, of which nothing is read
 * (4.18), and the choices of a drop-down not at all. A menu makes its items anew
 * whenever its model or an action changes, so each is named as it comes into
 * sight; the classes of the items are GTK's own.
 */
void
qd_menu_names_install (void)
{
  static gsize once = 0;
  g_autoptr(GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

  if (!g_once_init_enter (&once))
    return;

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  g_once_init_leave (&once, 1);
}
