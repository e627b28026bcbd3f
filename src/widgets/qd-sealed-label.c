/* qd-sealed-label.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-sealed-label"

#include "qd-sealed-label.h"

#include "qd-veil.h"

/**
 * QdSealedLabel:
 *
 * A line of text that stands for another, as a codename does for a real name. The other is shown
 * only while the veil of the window is lifted; it is never copied, and never told to assistive
 * technologies, which a room may hear. Without a secret it is a label as others are.
 */
struct _QdSealedLabel
{
  GtkWidget  parent_instance;

  GtkWidget *text;
  char      *label;
  char      *secret; /* (nullable) */
  QdVeil    *veil;   /* (nullable) not owned: of the window */
};

G_DEFINE_FINAL_TYPE (QdSealedLabel, qd_sealed_label, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_SECRET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show (QdSealedLabel *self)
{
  gboolean lifted = self->secret != NULL && self->veil != NULL && qd_veil_is_lifted (self->veil);

  gtk_label_set_label (GTK_LABEL (self->text), lifted ? self->secret : self->label != NULL ? self->label
                                                                                           : "");

  if (lifted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "revealed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "revealed");
}

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  QdSealedLabel *self = QD_SEALED_LABEL (widget);

  if (self->label == NULL)
    return GDK_EVENT_PROPAGATE;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->label);

  return GDK_EVENT_STOP;
}

static void
qd_sealed_label_root (GtkWidget *widget)
{
  QdSealedLabel *self = QD_SEALED_LABEL (widget);

  GTK_WIDGET_CLASS (qd_sealed_label_parent_class)->root (widget);
  self->veil = qd_veil_get (widget);

  if (self->veil != NULL)
    g_signal_connect_object (self->veil, "notify::lifted", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  show (self);
}

static void
qd_sealed_label_unroot (GtkWidget *widget)
{
  QdSealedLabel *self = QD_SEALED_LABEL (widget);

  if (self->veil != NULL)
    g_signal_handlers_disconnect_by_func (self->veil, show, self);

  self->veil = NULL;
  show (self);
  GTK_WIDGET_CLASS (qd_sealed_label_parent_class)->unroot (widget);
}

static gboolean
qd_sealed_label_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  QdSealedLabel *self = QD_SEALED_LABEL (widget);

  gtk_tooltip_set_text (tooltip, self->label);

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->text)));
}

static void
qd_sealed_label_dispose (GObject *object)
{
  g_clear_pointer (&QD_SEALED_LABEL (object)->text, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_sealed_label_parent_class)->dispose (object);
}

static void
qd_sealed_label_finalize (GObject *object)
{
  QdSealedLabel *self = QD_SEALED_LABEL (object);

  g_free (self->label);
  g_free (self->secret);

  G_OBJECT_CLASS (qd_sealed_label_parent_class)->finalize (object);
}

static void
qd_sealed_label_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QdSealedLabel *self = QD_SEALED_LABEL (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_SECRET:
      g_value_set_string (value, self->secret);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_sealed_label_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdSealedLabel *self = QD_SEALED_LABEL (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      qd_sealed_label_set (self, g_value_get_string (value), self->secret);
      break;

    case PROP_SECRET:
      qd_sealed_label_set (self, self->label, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
qd_sealed_label_class_init (QdSealedLabelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_sealed_label_dispose;
  object_class->finalize = qd_sealed_label_finalize;
  object_class->get_property = qd_sealed_label_get_property;
  object_class->set_property = qd_sealed_label_set_property;
  widget_class->root = qd_sealed_label_root;
  widget_class->unroot = qd_sealed_label_unroot;
  widget_class->query_tooltip = qd_sealed_label_query_tooltip;

  /* What may be read by everyone who sees the screen */
  properties[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL, (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  /* What stands there while the veil is lifted; %NULL for nothing else */
  properties[PROP_SECRET] = g_param_spec_string (
      "secret", NULL, NULL, NULL, (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "sealedlabel");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, copy_cb, NULL);
}

static void
qd_sealed_label_init (QdSealedLabel *self)
{
  /* What it shows is not what assistive technologies are told. */
  self->text = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
qd_sealed_label_new (void)
{
  return g_object_new (QD_TYPE_SEALED_LABEL, NULL);
}

/**
 * qd_sealed_label_set:
 * @label: (nullable): what may be read by everyone who sees the screen
 * @secret: (nullable): what stands there while the veil is lifted
 */
void
qd_sealed_label_set (QdSealedLabel *self,
                     const char    *label,
                     const char    *secret)
{
  g_return_if_fail (QD_IS_SEALED_LABEL (self));

  if (g_set_str (&self->label, label))
    {
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
    }

  if (g_set_str (&self->secret, secret))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECRET]);

  show (self);
}

const char *
qd_sealed_label_get_label (QdSealedLabel *self)
{
  g_return_val_if_fail (QD_IS_SEALED_LABEL (self), NULL);

  return self->label;
}

/* What stands there at the moment */
const char *
qd_sealed_label_get_shown (QdSealedLabel *self)
{
  g_return_val_if_fail (QD_IS_SEALED_LABEL (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->text));
}
