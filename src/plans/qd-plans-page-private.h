/* qd-plans-page-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-row-cell.h"
#include "qd-plans-page.h"

G_BEGIN_DECLS

/* Between the page and what is done to the plans on it. */

struct _QdPlansPage
{
  AdwNavigationPage  parent_instance;

  QdPortfolio       *portfolio;
  GSettings         *settings;
  QdPlanList        *plans;
  GtkCustomFilter   *filter;
  GtkSelectionModel *selection;
  guint              day_timer;

  char             **words; /* what is searched for, folded */
  int                status;
  int                kind;
  gboolean           only_late;
  gboolean           narrow;

  AdwWindowTitle    *window_title;
  GtkSearchBar      *search_bar;
  GtkSearchEntry    *search_entry;
  GtkWidget         *filters;
  AdwToggleGroup    *statuses;
  GtkDropDown       *kinds;
  GtkToggleButton   *late;
  GtkStack          *stack;
  GtkColumnView     *view;
  GtkListView       *list;
  GtkPopoverMenu    *context_menu;
};

void qd_plans_page_install_actions (GtkWidgetClass *widget_class);
void qd_plans_page_add_menu (QdPlansPage *self);
void qd_plans_page_clear_filter (QdPlansPage *self);

G_END_DECLS
