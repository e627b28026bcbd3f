/* qd-reference-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-page"

#include "qd-reference-page.h"

#include <glib/gi18n.h>

/**
 * QdReferencePage:
 *
 * What there is to know, found as one types.
 */
struct _QdReferencePage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
};

G_DEFINE_FINAL_TYPE (QdReferencePage, qd_reference_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_reference_page_dispose (GObject *object)
{
  QdReferencePage *self = QD_REFERENCE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REFERENCE_PAGE);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_reference_page_parent_class)->dispose (object);
}

static void
qd_reference_page_class_init (QdReferencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_reference_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/gitlab/quarterdeck/Quarterdeck/qd-reference-page.ui");
}

static void
qd_reference_page_init (QdReferencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdReferencePage *
qd_reference_page_new (QdPortfolio *portfolio)
{
  QdReferencePage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_REFERENCE_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);

  return self;
}
