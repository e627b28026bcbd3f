/* qd-veil.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-veil"

#include "qd-veil.h"

/**
 * QdVeil:
 *
 * Lies over the real names in a window. It is lifted while a key or a button is held, and falls
 * when that is let go, and when the window is not the one that is typed into any more: who turns
 * to another window may show it to others.
 */
struct _QdVeil
{
  GObject  parent_instance;

  gboolean lifted;
};

G_DEFINE_FINAL_TYPE (QdVeil, qd_veil, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LIFTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
pressed_cb (QdVeil         *self,
            guint           keyval,
            guint           keycode,
            GdkModifierType state)
{
  if (keyval != QD_VEIL_KEY || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  qd_veil_set_lifted (self, TRUE);

  return GDK_EVENT_STOP;
}

static void
released_cb (QdVeil         *self,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  if (keyval == QD_VEIL_KEY)
    qd_veil_set_lifted (self, FALSE);
}

static void
active_cb (QdVeil     *self,
           GParamSpec *pspec,
           GtkWindow  *window)
{
  if (!gtk_window_is_active (window))
    qd_veil_set_lifted (self, FALSE);
}

static void
qd_veil_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIFTED:
      g_value_set_boolean (value, QD_VEIL (object)->lifted);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_veil_class_init (QdVeilClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = qd_veil_get_property;

  properties[PROP_LIFTED] = g_param_spec_boolean (
      "lifted", NULL, NULL, FALSE, (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
qd_veil_init (QdVeil *self)
{
}

/* The key is taken before anything in the window can have it. */
static QdVeil *
create (GtkWidget *window)
{
  QdVeil             *self = g_object_new (QD_TYPE_VEIL, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, keys);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (window), "qd-veil", self, g_object_unref);

  return self;
}

/**
 * qd_veil_get:
 * @widget: in a window
 *
 * Returns: (transfer none) (nullable): the one of the window around it, which is there from the
 *   first time that it is asked for
 */
QdVeil *
qd_veil_get (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  QdVeil  *self;

  if (!GTK_IS_WINDOW (root))
    return NULL;

  self = g_object_get_data (G_OBJECT (root), "qd-veil");

  return self != NULL ? self : create (GTK_WIDGET (root));
}

gboolean
qd_veil_is_lifted (QdVeil *self)
{
  g_return_val_if_fail (QD_IS_VEIL (self), FALSE);

  return self->lifted;
}

void
qd_veil_set_lifted (QdVeil  *self,
                    gboolean lifted)
{
  g_return_if_fail (QD_IS_VEIL (self));

  if (self->lifted == !!lifted)
    return;

  self->lifted = !!lifted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIFTED]);
}
