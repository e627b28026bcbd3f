/* qd-view-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-view-keys"

#include "qd-view-keys.h"

/* As many as there are digits */
#define MOST_VIEWS 9

/**
 * qd_view_keys_show:
 * @n: from 1 on
 *
 * Shows the view with that number, and goes into it.
 *
 * Returns: whether there is one
 */
gboolean
qd_view_keys_show (AdwViewStack *views,
                   int           n)
{
  g_autoptr(GListModel) pages = NULL;
  g_autoptr(AdwViewStackPage) page = NULL;
  GtkWidget *view;

  g_return_val_if_fail (ADW_IS_VIEW_STACK (views), FALSE);

  pages = G_LIST_MODEL (adw_view_stack_get_pages (views));
  page = n >= 1 ? g_list_model_get_item (pages, n - 1) : NULL;

  if (page == NULL)
    return FALSE;

  view = adw_view_stack_page_get_child (page);
  adw_view_stack_set_visible_child (views, view);

  /* The stack takes the focus along where it was in the view before. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (views)) == NULL)
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);

  return TRUE;
}

/* A page that another one covers hears the key, too. */
static gboolean
key_cb (GtkWidget *page,
        GVariant  *number,
        gpointer   views)
{
  return gtk_widget_get_mapped (page) && qd_view_keys_show (views, g_variant_get_int32 (number));
}

/**
 * qd_view_keys_add:
 * @views: in @page
 *
 * Alt and a digit show the view with that number, wherever in the window the focus is.
 */
void
qd_view_keys_add (GtkWidget    *page,
                  AdwViewStack *views)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (ADW_IS_VIEW_STACK (views));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);

  for (int n = 1; n <= MOST_VIEWS; n++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_0 + n, GDK_ALT_MASK),
                                                gtk_callback_action_new (key_cb, views, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (n));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }

  gtk_widget_add_controller (page, keys);
}
