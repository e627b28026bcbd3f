/* qd-task-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-day-parse.h"

G_BEGIN_DECLS

/**
 * QdTaskLine:
 * @title: what is left of the line; may be empty
 * @due: %QD_DAY_NONE where the line says none
 * @owners: what stands behind each “@”
 * @places: what stands behind each “#”: an account or a plan
 * @kind: a #QdTaskKind, or %QD_ENUM_NONE; likewise the two below
 * @problem: (nullable): a sentence that says what of the line is not understood
 *
 * A task as it is typed in one line: “Send runner sizing guide @sponsor fri #Basalt !call”.
 */
typedef struct
{
  char *title;
  int   due;
  GStrv owners;
  GStrv places;
  int   kind;
  int   status;
  int   visibility;
  char *problem;
} QdTaskLine;

QdTaskLine *qd_task_line_parse (const char *text,
                                int         today,
                                QdDayOrder  order);
void        qd_task_line_free (QdTaskLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTaskLine, qd_task_line_free)

G_END_DECLS
