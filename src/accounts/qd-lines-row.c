/* qd-lines-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-lines-row"

#include "qd-lines-row.h"

#include <glib/gi18n.h>

#include "qd-expander-name.h"
#include "qd-notes-view.h"

/**
 * QdLinesRow:
 *
 * Edits a text of several values, one a line, and shows them on one while it is
 * closed.
 */
struct _QdLinesRow
{
  AdwExpanderRow parent_instance;

  QdNotesView   *view;
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdLinesRow,
                               qd_lines_row,
                               ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static void
changed_cb (QdLinesRow *self)
{
  QdField         *field = qd_editor_get_field (self->view);
  g_autofree char *text = qd_field_dup_text (field);
  g_auto(GStrv) lines = g_strsplit (g_strstrip (text), "\n", -1);
  g_autofree char *joined = g_strjoinv (" · ", lines);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), qd_field_get_label (field));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), *joined != '\0' ? joined : _ ("None; one a line"));
}

static QdField *
qd_lines_row_get_field (QdEditor *editor)
{
  return qd_editor_get_field (QD_LINES_ROW (editor)->view);
}

static void
qd_lines_row_flush (QdEditor *editor)
{
  qd_editor_flush_all (QD_LINES_ROW (editor)->view);
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_lines_row_get_field;
  iface->flush = qd_lines_row_flush;
}

static void
qd_lines_row_dispose (GObject *object)
{
  QdLinesRow *self = QD_LINES_ROW (object);

  g_clear_object (&self->view);

  G_OBJECT_CLASS (qd_lines_row_parent_class)->dispose (object);
}

static void
qd_lines_row_class_init (QdLinesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_lines_row_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_lines_row_init (QdLinesRow *self)
{
  self->view = QD_NOTES_VIEW (g_object_ref_sink (qd_notes_view_new (NULL)));
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, 96);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 2);
  qd_expander_name (ADW_EXPANDER_ROW (self));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->view));
  g_signal_connect_object (
      qd_editor_get_field (self->view), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
