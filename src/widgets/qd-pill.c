/* qd-pill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-pill"

#include "qd-pill.h"

/**
 * QdPill:
 *
 * A word on a rounded ground, with an icon and a colour that say the same.
 */
struct _QdPill
{
  AdwBin    parent_instance;

  GtkImage *image;
  GtkLabel *label;
  char     *style;
};

G_DEFINE_FINAL_TYPE (QdPill, qd_pill, ADW_TYPE_BIN)

static void
qd_pill_finalize (GObject *object)
{
  g_free (QD_PILL (object)->style);

  G_OBJECT_CLASS (qd_pill_parent_class)->finalize (object);
}

static void
qd_pill_class_init (QdPillClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_pill_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pill");
}

static void
qd_pill_init (QdPill *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
qd_pill_new (const char *icon_name,
             const char *text,
             const char *style)
{
  QdPill *self = g_object_new (QD_TYPE_PILL, NULL);

  qd_pill_set (self, icon_name, text, style);

  return GTK_WIDGET (self);
}

/**
 * qd_pill_set:
 * @icon_name: (nullable)
 * @text: (nullable): none hides the pill
 * @style: (nullable): a style class
 */
void
qd_pill_set (QdPill     *self,
             const char *icon_name,
             const char *text,
             const char *style)
{
  g_return_if_fail (QD_IS_PILL (self));

  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);

  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);

  g_set_str (&self->style, style);
  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->image), icon_name != NULL);
  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
}
