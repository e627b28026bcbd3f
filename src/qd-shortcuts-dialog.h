/* qd-shortcuts-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QdShortcut:
 * @group: where the shortcut works
 * @title: what it does
 * @accelerators: as gtk_accelerator_parse() reads them, with a space between two
 * @action: (nullable): what the app binds them to; %NULL where the widget that
 *   has the focus does so itself
 * @yields: whether a widget that has the focus may take the key for something of its own
 *
 * A key a person can press. There is one table of them: the app's accelerators
 * and the window that shows them both come from it.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *accelerators;
  const char *action;
  gboolean    yields;
} QdShortcut;

#define QD_TYPE_SHORTCUTS_DIALOG (qd_shortcuts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdShortcutsDialog, qd_shortcuts_dialog, QD, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog        *qd_shortcuts_dialog_new (void);
const QdShortcut *qd_shortcuts_get (guint *n_shortcuts);
void              qd_shortcuts_install (GtkApplication *app);
void              qd_shortcuts_class_install (GtkWidgetClass *window_class);

G_END_DECLS
