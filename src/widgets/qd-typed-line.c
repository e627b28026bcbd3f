/* qd-typed-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-typed-line"

#include "qd-typed-line.h"

#include "qd-shell.h"
#include "qd-store.h"

typedef struct
{
  GtkWidget   *widget; /* owned */
  GtkEditable *line;   /* owned */
  char        *text;
} TypedLine;

/**
 * qd_typed_line_take:
 * @widget: that asks for the edit
 * @line: a #GtkEditable, which is emptied
 *
 * Returns: (transfer full): for qd_typed_line_cb()
 */
gpointer
qd_typed_line_take (gpointer widget,
                    gpointer line)
{
  TypedLine *self = g_new (TypedLine, 1);

  self->widget = g_object_ref (widget);
  self->line = g_object_ref (line);
  self->text = g_strdup (gtk_editable_get_text (line));
  gtk_editable_set_text (line, "");

  return self;
}

/* A GAsyncReadyCallback that ends an edit, of which the page wants to know nothing but a failure */
void
qd_typed_line_cb (GObject      *store,
                  GAsyncResult *result,
                  gpointer      typed_line)
{
  TypedLine *self = typed_line;
  g_autoptr(GError) error = NULL;

  if (!qd_store_edit_finish (QD_STORE (store), result, &error))
    {
      qd_typed_line_give_back (self->line, self->text);
      qd_shell_report (self->widget, error);
    }

  g_object_unref (self->widget);
  g_object_unref (self->line);
  g_free (self->text);
  g_free (self);
}

/* What was typed meanwhile stays; a line that is gone wants nothing. */
void
qd_typed_line_give_back (gpointer    line,
                         const char *text)
{
  if (gtk_widget_get_root (line) == NULL || *gtk_editable_get_text (line) != '\0')
    return;

  gtk_editable_set_text (line, text);
  gtk_editable_set_position (line, -1);
}
