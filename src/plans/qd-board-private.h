/* qd-board-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-board-column.h"
#include "qd-board.h"

G_BEGIN_DECLS

/* Between the board and what its cards can be told. */

struct _QdBoard
{
  AdwBin             parent_instance;

  QdPortfolio       *portfolio;
  QdPlan            *plan;
  int                today;
  gboolean           narrow;
  gboolean           is_short;
  gint64             shown;   /* the phase on show where it is narrow; -1 for none yet */
  GPtrArray         *columns; /* of QdBoardColumn, in order; not owned */
  GHashTable        *cards;   /* gint64 * -> QdTaskCard, both owned */
  gboolean           moving;  /* an edit is under way */
  GQueue             waiting; /* commands for when it is through */
  char              *names;   /* that the switcher has */
  gboolean           filling; /* the switcher, and not a person */

  AdwToggleGroup    *switcher;
  GtkScrolledWindow *scroller;
  GtkBox            *columns_box;
};

QdBoardColumn *qd_board_get_column (QdBoard *self,
                                    int      index);
int            qd_board_find_column (QdBoard *self,
                                     gint64   phase);
int            qd_board_find_column_of (QdBoard *self,
                                        QdTask  *task);
QdTaskCard    *qd_board_find_focused_card (QdBoard *self);
void           qd_board_show_column (QdBoard *self,
                                     int      index);

void           qd_board_command_cb (QdBoard    *self,
                                    int         command,
                                    QdTaskCard *card);
void           qd_board_opened_cb (QdBoard    *self,
                                   QdTaskCard *card);
void           qd_board_added_cb (QdBoard       *self,
                                  const char    *title,
                                  QdBoardColumn *column);
void           qd_board_dropped_cb (QdBoard       *self,
                                    QdTask        *task,
                                    QdTaskCard    *before,
                                    QdBoardColumn *column);

G_END_DECLS
