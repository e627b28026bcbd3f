/* qd-audience-banner.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-audience-banner"

#include "qd-audience-banner.h"

#include <glib/gi18n.h>

/**
 * QdAudienceBanner:
 *
 * Says for whose eyes something is, by an icon and in words.
 */
struct _QdAudienceBanner
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (QdAudienceBanner, qd_audience_banner, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *words;
  const char *style;
} looks[] = {
  [QD_AUDIENCE_ME] = { "avatar-default-symbolic", N_ ("For your eyes only: real names are in it"), "me" },
  [QD_AUDIENCE_INTERNAL] = { "system-users-symbolic", N_ ("For colleagues: by codename, without real names"), "internal" },
  [QD_AUDIENCE_CUSTOMER] = { "x-office-address-book-symbolic", N_ ("For the customer: its own name, and nothing internal"), "customer" },
  [QD_AUDIENCE_PUBLIC] = { "web-browser-symbolic", N_ ("For anyone: without anybody’s name"), "public" },
};

static void
qd_audience_banner_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (qd_audience_banner_parent_class)->dispose (object);
}

static void
qd_audience_banner_class_init (QdAudienceBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_audience_banner_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_css_name (widget_class, "audiencebanner");
}

static void
qd_audience_banner_init (QdAudienceBanner *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));
}

void
qd_audience_banner_set (QdAudienceBanner *self,
                        QdAudience        audience)
{
  const char *words = _ (looks[audience].words);

  g_return_if_fail (QD_IS_AUDIENCE_BANNER (self));

  gtk_image_set_from_icon_name (self->icon, looks[audience].icon);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char *[]){ looks[audience].style, NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
