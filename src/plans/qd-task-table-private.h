/* qd-task-table-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-task-table-editor.h"
#include "qd-task-table.h"

G_BEGIN_DECLS

/* Between the table and what is done to its selected tasks. */

struct _QdTaskTable
{
  GtkWidget          parent_instance;

  QdPortfolio       *portfolio;
  QdPlan            *plan;

  /* While it is, or was, in sight */
  QdTaskTableModel  *model;
  QdTaskCellEditor  *editor;
  GtkSelectionModel *selection;
  GActionGroup      *columns;
  GHashTable        *bound; /* set of the cells, rows and headers in use; not owned */
  guint              midnight;
  gulong             focus_handler;
  const char        *focus_column; /* (nullable): the id of the last that had the focus */

  GtkWidget         *bin;
  GtkWidget         *toolbar;
  GtkSearchEntry    *search;
  AdwToggleGroup    *groupings;
  GtkWidget         *columns_button;
  GtkToggleButton   *filters[5];
  GtkToggleButton   *filter_open;
  GtkToggleButton   *filter_late;
  GtkToggleButton   *filter_ours;
  GtkToggleButton   *filter_customer;
  GtkToggleButton   *filter_internal;
  GtkStack          *stack;
  GtkColumnView     *view;
  GtkListView       *list;
  GtkWidget         *selection_bar;
  GtkLabel          *selection_label;
  GtkMenuButton     *status_button;
  GtkMenuButton     *phase_button;
  GtkMenuButton     *visibility_button;
  GtkMenuButton     *owner_button;
  GtkMenuButton     *shift_button;
  AdwEntryRow       *owner_row;
  AdwEntryRow       *customer_owner_row;
  GtkSpinButton     *shift_days;
  GtkPopoverMenu    *context_menu;

  GtkWidget         *pressed_focus; /* the cell with the focus before a press; not owned */
  gboolean           narrow;
};

void    qd_task_table_add_columns (QdTaskTable *self);
void    qd_task_table_remove_columns (QdTaskTable *self);
void    qd_task_table_set_factories (QdTaskTable *self);
void    qd_task_table_refresh_widgets (QdTaskTable *self);
void    qd_task_table_show_grouping (QdTaskTable *self);
void    qd_task_table_edit_draft (QdTaskTable *self,
                                  gint64       group);
void    qd_task_table_add_input (QdTaskTable *self);
void    qd_task_table_add_menus (QdTaskTable *self);
void    qd_task_table_add_untitled (QdTaskTable *self);
void    qd_task_table_install_actions (GtkWidgetClass *widget_class);
void    qd_task_table_update_selection (QdTaskTable *self);
void    qd_task_table_popup_menu (QdTaskTable *self,
                                  double       x,
                                  double       y);
void    qd_task_table_open_task (QdTaskTable *self,
                                 QdTask      *task);
QdTask *qd_task_table_get_current (QdTaskTable *self);
void    qd_task_table_owner_applied_cb (QdTaskTable *self,
                                        AdwEntryRow *row);
void    qd_task_table_shift_cb (QdTaskTable *self);

G_END_DECLS
