/* qd-task-table-column.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-task-table-model.h"

G_BEGIN_DECLS

/**
 * QdTaskCellKind:
 * @QD_TASK_CELL_KIND_DONE: a check, there to be toggled
 * @QD_TASK_CELL_KIND_TEXT: typed
 * @QD_TASK_CELL_KIND_DAY: typed, or taken from a calendar
 * @QD_TASK_CELL_KIND_CHOICE: one of a list
 */
typedef enum
{
  QD_TASK_CELL_KIND_DONE,
  QD_TASK_CELL_KIND_TEXT,
  QD_TASK_CELL_KIND_DAY,
  QD_TASK_CELL_KIND_CHOICE,
} QdTaskCellKind;

/**
 * QdTaskCellLook:
 * @text: (owned): what the cell says
 * @icon: (nullable): before it
 * @style: (nullable): a style class, for colour
 * @share: from 0 to 1 a bar, less none
 *
 * What a cell shows. Colour never says what the text does not.
 */
typedef struct
{
  char       *text;
  const char *icon;
  const char *style;
  double      share;
} QdTaskCellLook;

/**
 * QdTaskChoice:
 *
 * One that a cell may be set to.
 */
typedef struct
{
  gint64      value;
  char       *label;
  const char *icon;
} QdTaskChoice;

typedef struct _QdTaskColumn QdTaskColumn;

/**
 * QdTaskColumn:
 * @id: in settings and tests
 * @title: marked for translation
 * @property: of #QdTask, that it shows and changes
 * @width: in pixels
 * @shown: unless a person says otherwise
 * @number: set to the right
 *
 * One column of the table: how it reads, sorts and is edited.
 */
struct _QdTaskColumn
{
  const char    *id;
  const char    *title;
  const char    *property;
  QdTaskCellKind kind;
  int            width;
  gboolean       shown;
  gboolean       number;
};

const QdTaskColumn *qd_task_columns_get (guint *n_columns);
const QdTaskColumn *qd_task_columns_find (const char *id);
void                qd_task_cell_look_clear (QdTaskCellLook *look);
void                qd_task_column_get_look (const QdTaskColumn *column,
                                             QdTaskTableModel   *model,
                                             QdTask             *task,
                                             QdTaskCellLook     *look);
char               *qd_task_column_dup_label (const QdTaskColumn *column,
                                              QdTaskTableModel   *model,
                                              QdTask             *task);
char               *qd_task_column_dup_text (const QdTaskColumn *column,
                                             QdTask             *task);
gboolean            qd_task_column_set_text (const QdTaskColumn *column,
                                             QdTaskTableModel   *model,
                                             QdTask             *draft,
                                             const char         *text,
                                             GError            **error);
GArray             *qd_task_column_create_choices (const QdTaskColumn *column,
                                                   QdTaskTableModel   *model);
gint64              qd_task_column_get_choice (const QdTaskColumn *column,
                                               QdTask             *task);
void                qd_task_column_set_choice (const QdTaskColumn *column,
                                               QdTaskTableModel   *model,
                                               QdTask             *draft,
                                               gint64              value);
int                 qd_task_column_compare (const QdTaskColumn *column,
                                            QdTaskTableModel   *model,
                                            QdTask             *a,
                                            QdTask             *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdTaskCellLook, qd_task_cell_look_clear)

G_END_DECLS
