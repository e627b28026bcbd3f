/* qd-field-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-field-entry"

#include "qd-field-entry.h"

#include <adwaita.h>

/**
 * QdFieldEntry:
 *
 * How an entry of one line edits a field: it follows the record unless a person
 * is typing, commits on Enter and when the focus goes, gives up on Escape, and
 * says what is wrong where it stands.
 */
struct _QdFieldEntry
{
  GObject      parent_instance;

  QdField     *field;
  GtkEditable *editable; /* owns this */
  GtkWidget   *text;     /* the part of it with the focus */
  char        *shown;    /* what was put there */
  char        *sent;     /* what was committed since, if anything */
};

G_DEFINE_FINAL_TYPE (QdFieldEntry, qd_field_entry, G_TYPE_OBJECT)

/**
 * qd_field_entry_show_problem:
 * @widget: what is coloured
 * @focusable: what a screen reader is told of
 * @problem: (nullable): a sentence
 */
void
qd_field_entry_show_problem (GtkWidget  *widget,
                             GtkWidget  *focusable,
                             const char *problem)
{
  gtk_widget_set_tooltip_text (widget, problem);

  if (problem == NULL)
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (focusable), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (focusable), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (focusable), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (focusable), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (focusable), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
is_dirty (QdFieldEntry *self)
{
  const char *text = gtk_editable_get_text (self->editable);

  return self->shown != NULL && !g_str_equal (text, self->shown);
}

static void
show_text (QdFieldEntry *self)
{
  g_autofree char *text = qd_field_dup_text (self->field);

  g_set_str (&self->shown, text);
  g_set_str (&self->sent, NULL);

  if (g_str_equal (gtk_editable_get_text (self->editable), text))
    return;

  gtk_editable_set_text (self->editable, text);

  /* Ctrl+Z is to undo the edit from here on, not the letters. */
  gtk_editable_set_enable_undo (self->editable, FALSE);
  gtk_editable_set_enable_undo (self->editable, TRUE);
}

static void
changed_cb (QdFieldEntry *self)
{
  const char *text = gtk_editable_get_text (self->editable);

  /* What a person has typed and not handed in stays. */
  if (is_dirty (self) && g_strcmp0 (text, self->sent) != 0)
    return;

  show_text (self);
}

static void
bound_cb (QdFieldEntry *self)
{
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->sent, g_free);
}

static void
problem_cb (QdFieldEntry *self)
{
  const char *problem = qd_field_get_problem (self->field);

  qd_field_entry_show_problem (GTK_WIDGET (self->editable), self->text, problem);

  /* A row has room for the sentence: where its title is. */
  if (ADW_IS_ENTRY_ROW (self->editable))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->editable),
                                   problem != NULL ? problem : qd_field_get_label (self->field));
}

/* Hands in what was typed, once. */
void
qd_field_entry_commit (QdFieldEntry *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (QD_IS_FIELD_ENTRY (self));

  if (qd_field_get_record (self->field) == NULL || self->shown == NULL)
    return;

  text = g_strdup (gtk_editable_get_text (self->editable));

  if (!is_dirty (self))
    {
      if (qd_field_get_problem (self->field) != NULL)
        qd_field_reset (self->field);

      return;
    }

  if (!g_set_str (&self->sent, text))
    return;

  qd_field_commit_text (self->field, text);
}

static gboolean
key_pressed_cb (QdFieldEntry   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || (!is_dirty (self) && qd_field_get_problem (self->field) == NULL))
    return GDK_EVENT_PROPAGATE;

  qd_field_reset (self->field);
  show_text (self);
  gtk_editable_set_position (self->editable, -1);

  return GDK_EVENT_STOP;
}

static void
qd_field_entry_dispose (GObject *object)
{
  QdFieldEntry *self = QD_FIELD_ENTRY (object);

  g_clear_object (&self->field);

  G_OBJECT_CLASS (qd_field_entry_parent_class)->dispose (object);
}

static void
qd_field_entry_finalize (GObject *object)
{
  QdFieldEntry *self = QD_FIELD_ENTRY (object);

  g_free (self->shown);
  g_free (self->sent);

  G_OBJECT_CLASS (qd_field_entry_parent_class)->finalize (object);
}

static void
qd_field_entry_class_init (QdFieldEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_field_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = qd_field_entry_finalize;
}

static void
qd_field_entry_init (QdFieldEntry *self)
{
}

/**
 * qd_field_entry_new:
 * @editable: (transfer none): must keep what is returned, and let go of it when it is disposed of
 */
QdFieldEntry *
qd_field_entry_new (QdField     *field,
                    GtkEditable *editable)
{
  QdFieldEntry       *self = g_object_new (QD_TYPE_FIELD_ENTRY, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->field = g_object_ref (field);
  self->editable = editable;
  self->text = GTK_WIDGET (gtk_editable_get_delegate (editable));

  g_signal_connect_object (field, "bound", G_CALLBACK (bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->text, "activate", G_CALLBACK (qd_field_entry_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (qd_field_entry_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);

  /* A page that goes while something is typed takes nothing along. */
  g_signal_connect_object (
      editable, "unmap", G_CALLBACK (qd_field_entry_commit), self, G_CONNECT_SWAPPED);

  gtk_widget_add_controller (self->text, focus);
  gtk_widget_add_controller (self->text, keys);

  return self;
}
