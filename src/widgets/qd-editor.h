/* qd-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-field.h"

G_BEGIN_DECLS

#define QD_TYPE_EDITOR (qd_editor_get_type ())

G_DECLARE_INTERFACE (QdEditor, qd_editor, QD, EDITOR, GtkWidget)

struct _QdEditorInterface
{
  GTypeInterface parent_iface;

  QdField *(*get_field) (QdEditor *self);

  /* Hands in what is typed but not yet committed. */
  void (*flush) (QdEditor *self);
};

QdField *qd_editor_get_field (gpointer editor);
void     qd_editor_bind (gpointer editor,
                         QdStore *store,
                         gpointer record);
void     qd_editor_bind_all (gpointer root,
                             QdStore *store,
                             gpointer record);
void     qd_editor_flush_all (gpointer root);

/* For those who implement it: the property “field” */

#define QD_EDITOR_PROP_FIELD 1

void qd_editor_install_field (GObjectClass *klass);

G_END_DECLS
