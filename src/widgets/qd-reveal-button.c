/* qd-reveal-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reveal-button"

#include "qd-reveal-button.h"

#include <glib/gi18n.h>

#include "qd-veil.h"

/**
 * QdRevealButton:
 *
 * Lifts the veil of its window while it is held, by the pointer or by a key.
 */
struct _QdRevealButton
{
  GtkButton parent_instance;

  gboolean  key; /* a key holds it */
};

G_DEFINE_FINAL_TYPE (QdRevealButton, qd_reveal_button, GTK_TYPE_BUTTON)

static void
set_lifted (QdRevealButton *self,
            gboolean        lifted)
{
  QdVeil *veil = qd_veil_get (GTK_WIDGET (self));

  if (veil != NULL)
    qd_veil_set_lifted (veil, lifted);

  gtk_button_set_icon_name (GTK_BUTTON (self), lifted ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

static gboolean
is_own_key (guint keyval)
{
  return keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
}

static gboolean
pressed_cb (QdRevealButton *self,
            guint           keyval,
            guint           keycode,
            GdkModifierType state)
{
  if (!is_own_key (keyval))
    return GDK_EVENT_PROPAGATE;

  self->key = TRUE;
  set_lifted (self, TRUE);

  return GDK_EVENT_STOP;
}

static void
released_cb (QdRevealButton *self,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  if (!self->key || !is_own_key (keyval))
    return;

  self->key = FALSE;
  set_lifted (self, FALSE);
}

/* The focus goes elsewhere while the key is down: the window hears where it comes up, this does not. */
static void
left_cb (QdRevealButton *self)
{
  if (self->key)
    set_lifted (self, FALSE);

  self->key = FALSE;
}

static void
qd_reveal_button_state_flags_changed (GtkWidget    *widget,
                                      GtkStateFlags before)
{
  gboolean active = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_ACTIVE) != 0;

  GTK_WIDGET_CLASS (qd_reveal_button_parent_class)->state_flags_changed (widget, before);

  if (active != ((before & GTK_STATE_FLAG_ACTIVE) != 0))
    set_lifted (QD_REVEAL_BUTTON (widget), active);
}

static void
qd_reveal_button_unmap (GtkWidget *widget)
{
  set_lifted (QD_REVEAL_BUTTON (widget), FALSE);

  GTK_WIDGET_CLASS (qd_reveal_button_parent_class)->unmap (widget);
}

static void
qd_reveal_button_class_init (QdRevealButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->state_flags_changed = qd_reveal_button_state_flags_changed;
  widget_class->unmap = qd_reveal_button_unmap;
}

static void
qd_reveal_button_init (QdRevealButton *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_button_set_icon_name (GTK_BUTTON (self), "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Hold to Show Real Names (F8)"));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show real names while held"), -1);
}
