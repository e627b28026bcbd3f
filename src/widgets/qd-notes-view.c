/* qd-notes-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-notes-view"

#include "qd-notes-view.h"

#include "qd-field-entry.h"

/* Milliseconds without typing that end a burst */
#define PAUSE 1000

/**
 * QdNotesView:
 *
 * Edits a text of many lines. What is typed in one go is one step: it is
 * committed when typing stops for a second, and when the focus goes.
 */
struct _QdNotesView
{
  AdwBin         parent_instance;

  QdField       *field;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkLabel      *problem;
  char          *shown;
  guint          timeout;
  gboolean       following; /* the record, and not a person */
};

static void editor_iface_init (QdEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdNotesView,
                               qd_notes_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (QD_TYPE_EDITOR, editor_iface_init))

static char *
dup_text (QdNotesView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
commit (QdNotesView *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);

  if (self->shown == NULL || qd_field_get_record (self->field) == NULL)
    return;

  text = dup_text (self);

  /* Taken for shown at once, so that the focus going does not hand it in again. */
  if (g_set_str (&self->shown, text))
    qd_field_commit_text (self->field, text);
}

static gboolean
timeout_cb (gpointer user_data)
{
  QdNotesView *self = user_data;

  self->timeout = 0;
  commit (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (QdNotesView *self)
{
  if (self->following)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, timeout_cb, self);
}

static void
bound_cb (QdNotesView *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->shown, g_free);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, qd_field_get_label (self->field), -1);
}

static void
changed_cb (QdNotesView *self)
{
  g_autofree char *text = qd_field_dup_text (self->field);
  g_autofree char *before = NULL;
  GtkTextIter      cursor;
  int              offset;

  /* What a person has typed and not handed in stays. */
  if (self->timeout != 0)
    return;

  g_set_str (&self->shown, text);
  before = dup_text (self);

  if (!g_str_equal (before, text))
    {
      gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
      offset = gtk_text_iter_get_offset (&cursor);

      self->following = TRUE;
      gtk_text_buffer_set_text (self->buffer, text, -1);
      self->following = FALSE;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &cursor, offset);
      gtk_text_buffer_place_cursor (self->buffer, &cursor);
    }

  /* Ctrl+Z is to undo the step from here on, not the letters. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
}

static void
problem_cb (QdNotesView *self)
{
  const char *problem = qd_field_get_problem (self->field);

  qd_field_entry_show_problem (GTK_WIDGET (self), GTK_WIDGET (self->view), problem);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static gboolean
key_pressed_cb (QdNotesView    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || (self->timeout == 0 && qd_field_get_problem (self->field) == NULL))
    return GDK_EVENT_PROPAGATE;

  g_clear_handle_id (&self->timeout, g_source_remove);
  qd_field_reset (self->field);

  return GDK_EVENT_STOP;
}

static QdField *
qd_notes_view_get_field (QdEditor *editor)
{
  return QD_NOTES_VIEW (editor)->field;
}

static void
qd_notes_view_flush (QdEditor *editor)
{
  commit (QD_NOTES_VIEW (editor));
}

static void
editor_iface_init (QdEditorInterface *iface)
{
  iface->get_field = qd_notes_view_get_field;
  iface->flush = qd_notes_view_flush;
}

static void
qd_notes_view_dispose (GObject *object)
{
  QdNotesView *self = QD_NOTES_VIEW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_notes_view_parent_class)->dispose (object);
}

static void
qd_notes_view_class_init (QdNotesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_notes_view_dispose;

  qd_editor_install_field (G_OBJECT_CLASS (klass));
}

static void
qd_notes_view_init (QdNotesView *self)
{
  self->field = qd_field_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->problem = GTK_LABEL (gtk_label_new (NULL));

  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 12);
  gtk_text_view_set_bottom_margin (self->view, 12);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "inline");
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "unmap", G_CALLBACK (commit), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

GtkWidget *
qd_notes_view_new (const char *field)
{
  return g_object_new (QD_TYPE_NOTES_VIEW, "field", field, NULL);
}
