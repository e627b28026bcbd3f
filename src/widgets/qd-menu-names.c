/* qd-menu-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-menu-names"

#include "qd-menu-names.h"

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

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               user_data)
{
  GtkWidget       *widget = g_value_get_object (&values[0]);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return TRUE;

  g_object_get (widget, "text", &text, NULL);

  if (text == NULL || *text == '\0')
    return TRUE;

  name = dup_without_mnemonics (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return TRUE;
}

/**
 * qd_menu_names_install:
 *
 * Gives the items of every menu a name that a screen reader can say. GTK names
 * them by a label that is of the role presentation, of which nothing is read
 * (4.18). A menu makes its items anew whenever its model or an action changes,
 * so each is named as it comes into sight; the class of the items is GTK's own.
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
