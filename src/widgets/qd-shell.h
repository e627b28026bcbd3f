/* qd-shell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_SHELL (qd_shell_get_type ())

G_DECLARE_INTERFACE (QdShell, qd_shell, QD, SHELL, GtkWidget)

struct _QdShellInterface
{
  GTypeInterface parent_iface;

  void (*report) (QdShell      *self,
                  const GError *error);
  void (*tell) (QdShell    *self,
                const char *message,
                gboolean    undoable);
};

/* Each finds the window around @widget; without one it does nothing. */

void      qd_shell_report (gpointer      widget,
                           const GError *error);
void      qd_shell_tell (gpointer    widget,
                         const char *message);
void      qd_shell_tell_undoable (gpointer    widget,
                                  const char *message);
AdwToast *qd_shell_create_toast (const char *message,
                                 gboolean    undoable);
void      qd_shell_open_account (gpointer widget,
                                 gint64   id);
void      qd_shell_open_plan (gpointer widget,
                              gint64   id);

void      qd_shell_edit_cb (GObject      *store,
                            GAsyncResult *result,
                            gpointer      widget_ref);

G_END_DECLS
