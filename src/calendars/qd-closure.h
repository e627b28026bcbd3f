/* qd-closure.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_CLOSURE_KIND_HOLIDAY,
  QD_CLOSURE_KIND_CHANGE_FREEZE,
  QD_CLOSURE_KIND_MAINTENANCE_WINDOW,
  QD_CLOSURE_KIND_CHANGE_LOCK,
} QdClosureKind;

/**
 * QdClosureStop:
 * @QD_CLOSURE_STOP_ALL: nothing is done
 * @QD_CLOSURE_STOP_TASKS: tasks stand still, people meet
 * @QD_CLOSURE_STOP_MEETINGS: work goes on, nobody meets
 * @QD_CLOSURE_STOP_NOTHING: it is only to be seen
 */
typedef enum
{
  QD_CLOSURE_STOP_ALL,
  QD_CLOSURE_STOP_TASKS,
  QD_CLOSURE_STOP_MEETINGS,
  QD_CLOSURE_STOP_NOTHING,
} QdClosureStop;

extern const QdNick qd_closure_kinds[];
extern const QdNick qd_closure_stops[];

#define QD_TYPE_CLOSURE (qd_closure_get_type ())

G_DECLARE_FINAL_TYPE (QdClosure, qd_closure, QD, CLOSURE, QdRecord)

/**
 * QdClosure:
 *
 * Days, or some hours of each of them, on which a calendar is another than usual:
 * a holiday, a change freeze, a maintenance window, a production change lock.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdClosure
{
  QdRecord      parent_instance;

  gint64        calendar;
  QdClosureKind kind;
  char         *name;
  int           first;
  int           last;    /* included; none: that one day, or, weekly, for good */
  gint64        begins;  /* minute of the day; none: whole days. In UTC for what is of a tenant */
  gint64        minutes; /* how long it lasts; none: until midnight */
  gboolean      weekly;  /* on the weekday of the first day, from then on */
  QdClosureStop stops;
};

gboolean      qd_closure_kind_is_universal (QdClosureKind kind);
QdClosureStop qd_closure_kind_get_usual_stop (QdClosureKind kind);

G_END_DECLS
