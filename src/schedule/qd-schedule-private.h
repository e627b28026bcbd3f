/* qd-schedule-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-schedule.h"

G_BEGIN_DECLS

/* Between the graph of a schedule and the passes over it. Plans of a hundred
 * thousand tasks are wider than a processor's memory: what is looked at together
 * stands together, and is small. */

/* Besides those of #QdLinkKind: what ties a summary to what it sums up */
#define QD_EDGE_BEGIN 4 /* its tasks wait for what it waits for */
#define QD_EDGE_END 5   /* it is over when they are */

/* The kind of a link that was taken out: the others keep their numbers. */
#define QD_LINK_REMOVED 0xff

/**
 * QdEdge:
 * @node: at the other end
 * @link: which, where it is one
 * @lagged: whether the link has a lag
 * @ignored: whether it is part of a circle, or holds what cannot be held
 */
typedef struct
{
  guint node;
  guint link : 27;
  guint kind : 3;
  guint lagged : 1;
  guint ignored : 1;
} QdEdge;

#define QD_SCHEDULE_MAX_LINKS (1 << 27)

static inline gboolean
qd_schedule_task_is_sane (const QdScheduleTask *task,
                          guint                 n_tasks,
                          guint                 n_calendars)
{
  return task->duration >= 0 && task->duration <= QD_SCHEDULE_LONGEST && task->parent < (int)n_tasks &&
         task->calendar < n_calendars &&
         (task->constraint == QD_CONSTRAINT_KIND_NONE || task->constraint_at != QD_MINUTE_NONE);
}

static inline gboolean
qd_schedule_link_is_sane (const QdScheduleLink *link,
                          guint                 n_tasks)
{
  return link->from < n_tasks && link->to < n_tasks && ABS ((gint64)link->lag) <= QD_SCHEDULE_LONGEST &&
         (link->kind <= QD_LINK_KIND_START_FINISH || link->kind == QD_LINK_REMOVED);
}

typedef enum
{
  QD_NODE_IS_SUMMARY = 1 << 0,
  QD_NODE_IS_END = 1 << 1,
  QD_NODE_IS_LINKED = 1 << 2, /* a link of its own holds it */
  QD_NODE_BY_END = 1 << 3,    /* it may last until the end of all */
  QD_NODE_HAS_BEGUN = 1 << 4, /* so that no link holds it any more */
  QD_NODE_IN_KNOT = 1 << 5,   /* it waits for itself */
} QdNodeFlags;

typedef struct
{
  QdMinute es;
  QdMinute ef;
  QdMinute ls;
  QdMinute lf;
} QdNodeDates;

/**
 * QdNodeWork:
 * @ef: working minutes of its calendar until it ends
 * @lf: and until it ends at the latest
 * @driver: the link that holds it, or less: a DRIVER below
 */
typedef struct
{
  int ef;
  int lf;
  int driver;
} QdNodeWork;

/* Why a node is where it is, where that is no link */
#define QD_NODE_DRIVER_START (-1)
#define QD_NODE_DRIVER_ANCHOR (-2)
#define QD_NODE_DRIVER_CONSTRAINT (-3)
#define QD_NODE_DRIVER_STATUS (-4)
#define QD_NODE_DRIVER_ACTUAL (-5)
#define QD_NODE_DRIVER_PARENT (-6)

struct _QdSchedule
{
  GArray         *task_array;
  QdScheduleTask *tasks; /* those in it */
  guint           n_tasks;
  GArray         *links; /* of QdScheduleLink */
  QdWorkTime    **calendars;
  guint           n_calendars;
  QdMinute        start;
  QdMinute        status;

  /* Task N is node N. One that sums up others has a second node, which comes
   * after them; the first holds what it waits for. */
  guint           n_nodes;
  guint          *ends;      /* of each task, that second node or itself; NULL without summaries */
  guint          *owners;    /* of each second node, the task */
  guint8         *flags;     /* QdNodeFlags */
  guint          *n_in;      /* of each node: how many it waits for, until it is in order */
  QdEdge         *out;       /* by the node they come from */
  guint          *out_first; /* one more than nodes */
  guint          *order;     /* of the nodes: each after what it waits for */
  GPtrArray      *cycles;    /* (nullable): of GArray of guint: tasks */

  /* The same edges by the node they go to, and where each node is in the order:
   * made when they are first needed, which is to follow a change */
  QdEdge         *in;
  guint          *in_first;
  guint          *position;

  /* What comes out, of each node */
  QdNodeDates    *dates;
  QdNodeWork     *work;
  QdMinute        end;

  /* What was changed and not yet followed */
  GArray         *pending; /* of guint: tasks, and what links tie */
  gboolean        links_changed;
  GArray         *changed; /* of guint: tasks, by the last update */
};

void     qd_schedule_build (QdSchedule *self);
guint   *qd_schedule_take_n_in (QdSchedule *self);
gboolean qd_schedule_find_order (QdSchedule *self);
void     qd_schedule_break_cycles (QdSchedule *self);
GArray  *qd_schedule_name_way (QdSchedule *self,
                               GArray     *backward);
void     qd_schedule_ensure_incoming (QdSchedule *self);
void     qd_schedule_clear_graph (QdSchedule *self);

gboolean qd_schedule_run (QdSchedule   *self,
                          GCancellable *cancellable,
                          GError      **error);
void     qd_schedule_pass_forward (QdSchedule *self,
                                   guint       node);
void     qd_schedule_pass_backward (QdSchedule *self,
                                    guint       node);
int      qd_schedule_get_room (QdSchedule *self,
                               guint       node);
void     qd_schedule_settle_end (QdSchedule *self);
QdMinute qd_schedule_get_start_bound (QdSchedule   *self,
                                      const QdEdge *edge,
                                      guint         from,
                                      guint         to);

static inline guint
qd_schedule_get_end_node (const QdSchedule *self,
                          guint             task)
{
  return self->ends != NULL ? self->ends[task] : task;
}

static inline guint
qd_schedule_get_owner (const QdSchedule *self,
                       guint             node)
{
  return node < self->n_tasks ? node : self->owners[node - self->n_tasks];
}

static inline const QdScheduleTask *
qd_schedule_peek_task (const QdSchedule *self,
                       guint             node)
{
  return &self->tasks[qd_schedule_get_owner (self, node)];
}

static inline QdWorkTime *
qd_schedule_peek_calendar (const QdSchedule *self,
                           guint             node)
{
  return self->calendars[qd_schedule_peek_task (self, node)->calendar];
}

/* A moment is there or not: a milestone has not begun until it is done. */
static inline gboolean
qd_schedule_task_has_begun (const QdScheduleTask *task)
{
  return task->progress > 0 && task->anchor != QD_MINUTE_NONE && (task->duration > 0 || task->progress >= 100);
}

static inline gboolean
qd_edge_is_link (const QdEdge *edge)
{
  return edge->kind < QD_EDGE_BEGIN;
}

static inline gboolean
qd_edge_holds_finish (const QdEdge *edge)
{
  return edge->kind == QD_LINK_KIND_FINISH_FINISH || edge->kind == QD_LINK_KIND_START_FINISH;
}

static inline gboolean
qd_edge_from_finish (const QdEdge *edge)
{
  return edge->kind == QD_LINK_KIND_FINISH_START || edge->kind == QD_LINK_KIND_FINISH_FINISH || edge->kind == QD_EDGE_END;
}

G_END_DECLS
