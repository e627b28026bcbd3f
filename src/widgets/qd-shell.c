/* qd-shell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-shell"

#include "qd-shell.h"

#include <glib/gi18n.h>

#include "qd-store.h"

/**
 * QdShell:
 *
 * What a page may ask of the window it stands in, without knowing it: to show an
 * error, to say what was done and offer to undo it, to go to another page.
 */
G_DEFINE_INTERFACE (QdShell, qd_shell, GTK_TYPE_WIDGET)

static void
qd_shell_default_init (QdShellInterface *iface)
{
}

static QdShell *
find_shell (gpointer widget)
{
  GtkWidget *shell;

  if (widget == NULL)
    return NULL;

  shell = gtk_widget_get_ancestor (widget, QD_TYPE_SHELL);

  /* A dialog is in the window's tree, a popover too; only an orphan has none. */
  return shell != NULL ? QD_SHELL (shell) : NULL;
}

void
qd_shell_report (gpointer      widget,
                 const GError *error)
{
  QdShell *shell = find_shell (widget);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (shell != NULL)
    QD_SHELL_GET_IFACE (shell)->report (shell, error);
}

/* Shows @message for a while. */
void
qd_shell_tell (gpointer    widget,
               const char *message)
{
  QdShell *shell = find_shell (widget);

  if (shell != NULL)
    QD_SHELL_GET_IFACE (shell)->tell (shell, message, FALSE);
}

/* The same, with a button that undoes the newest edit. */
void
qd_shell_tell_undoable (gpointer    widget,
                        const char *message)
{
  QdShell *shell = find_shell (widget);

  if (shell != NULL)
    QD_SHELL_GET_IFACE (shell)->tell (shell, message, TRUE);
}

/* Returns: (transfer floating): with “Undo” on it where the step was one to undo */
AdwToast *
qd_shell_create_toast (const char *message,
                       gboolean    undoable)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);

  if (undoable)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }

  return toast;
}

void
qd_shell_open_account (gpointer widget,
                       gint64   id)
{
  gtk_widget_activate_action (widget, "win.open-account", "x", id);
}

void
qd_shell_open_plan (gpointer widget,
                    gint64   id)
{
  gtk_widget_activate_action (widget, "win.open-plan", "x", id);
}

/**
 * qd_shell_edit_cb:
 * @widget_ref: (transfer full): a reference to the widget that asked for it
 *
 * Ends an edit of which the page wants to know nothing but a failure.
 */
void
qd_shell_edit_cb (GObject      *store,
                  GAsyncResult *result,
                  gpointer      widget_ref)
{
  g_autoptr(GtkWidget) widget = widget_ref;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    qd_shell_report (widget, error);
}
