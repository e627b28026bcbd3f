/* qd-roster-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-page"

#include "qd-roster-page.h"

struct _QdRosterPage
{
  AdwNavigationPage parent_instance;

  QdPortfolio      *portfolio;
};

G_DEFINE_FINAL_TYPE (QdRosterPage, qd_roster_page, ADW_TYPE_NAVIGATION_PAGE)

static void
qd_roster_page_dispose (GObject *object)
{
  QdRosterPage *self = QD_ROSTER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ROSTER_PAGE);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_roster_page_parent_class)->dispose (object);
}

static void
qd_roster_page_class_init (QdRosterPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_roster_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-roster-page.ui");
}

static void
qd_roster_page_init (QdRosterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QdRosterPage *
qd_roster_page_new (QdPortfolio *portfolio)
{
  QdRosterPage *self = g_object_new (QD_TYPE_ROSTER_PAGE, NULL);

  self->portfolio = g_object_ref (portfolio);

  return self;
}
