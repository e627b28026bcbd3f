/* qd-template-plan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "qd-batch.h"
#include "qd-plan.h"
#include "qd-portfolio.h"
#include "qd-task.h"
#include "qd-template.h"

G_BEGIN_DECLS

/**
 * QdTemplateAnchor:
 * @QD_TEMPLATE_ANCHOR_START: days are counted from the plan's start, which is day 0
 * @QD_TEMPLATE_ANCHOR_TARGET: they are counted to its target, which is day 0
 *   and has negative days before it
 */
typedef enum
{
  QD_TEMPLATE_ANCHOR_START,
  QD_TEMPLATE_ANCHOR_TARGET,
} QdTemplateAnchor;

extern const QdNick qd_template_anchors[];
extern const QdNick qd_template_lag_times[];

/* Days are counted from the anchor; %QD_DAY_NONE where there is none. */

typedef struct
{
  char *key;
  char *name;
  int   first;
  int   last;
} QdTemplatePhase;

typedef struct
{
  char *key;
  char *name;
  int   use_case; /* QdUseCase */
  int   priority; /* QdObjectivePriority */
  char *baseline;
  char *criteria;
  char *impact;
  int   due;
  char *owner; /* a role, not a person */
  char *customer_owner;
  int   visibility; /* QdVisibility */
} QdTemplateObjective;

typedef struct
{
  char *from;     /* the key of the task that it waits for */
  int   kind;     /* QdLinkKind */
  int   lag;      /* minutes */
  int   lag_time; /* 1 if they run day and night; else in working time */
} QdTemplateLink;

typedef struct
{
  char      *key; /* by which other tasks name it */
  char      *title;
  char      *phase;     /* the key of one */
  char      *objective; /* the key of one */
  char      *parent;    /* the key of the task that sums it up */
  int        kind;      /* QdTaskKind */
  int        start;
  gint64     start_time; /* minute of the day */
  int        due;
  gint64     due_time;
  gint64     duration; /* working minutes from start to end */
  gint64     work;     /* working minutes */
  int        side;     /* QdTaskSide */
  char      *owner;
  char      *customer_owner;
  int        visibility;
  char      *content_module;
  char      *notes;
  char     **checklist;
  char      *source;
  GPtrArray *links; /* of QdTemplateLink */
} QdTemplateTask;

typedef struct
{
  char *key;
  char *title;
  char *url;
  int   checked; /* the day it was */
} QdTemplateSource;

#define QD_TYPE_TEMPLATE_PLAN (qd_template_plan_get_type ())

G_DECLARE_FINAL_TYPE (QdTemplatePlan, qd_template_plan, QD, TEMPLATE_PLAN, GObject)

/**
 * QdTemplatePlan:
 *
 * What a plan is made from: one that ships with the app, or a person's own,
 * whose text a [class@Qd.Template] keeps. Its fields may be read; it never
 * changes.
 */
struct _QdTemplatePlan
{
  GObject    parent_instance;

  gint64     id; /* of the QdTemplate; 0 where it ships with the app */
  char      *key;
  char      *name;
  int        plan_kind; /* QdPlanKind */
  char      *summary;
  int        anchor; /* QdTemplateAnchor */
  int        days;   /* from the plan's start to its target */
  char      *strategy;
  GPtrArray *phases;     /* of QdTemplatePhase */
  GPtrArray *objectives; /* of QdTemplateObjective */
  GPtrArray *tasks;      /* of QdTemplateTask */
  GPtrArray *sources;    /* of QdTemplateSource */
};

GPtrArray      *qd_templates_load_shipped (GError **error);
QdTemplatePlan *qd_template_plan_new_blank (void);
void            qd_template_plan_update_json (JsonNode *node,
                                              guint     minor);
QdTemplatePlan *qd_template_plan_new_from_json (JsonNode   *node,
                                                const char *path,
                                                GError    **error);
QdTemplatePlan *qd_template_plan_new_from_bytes (GBytes  *bytes,
                                                 GError **error);
QdTemplatePlan *qd_template_plan_new_from_record (QdTemplate *record,
                                                  GError    **error);
QdTemplatePlan *qd_template_plan_new_from_plan (QdPortfolio *portfolio,
                                                QdPlan      *plan,
                                                const char  *name,
                                                GError     **error);
QdTemplatePlan *qd_template_plan_dup_renamed (QdTemplatePlan *self,
                                              const char     *name);
JsonNode       *qd_template_plan_to_json (QdTemplatePlan *self);
GBytes         *qd_template_plan_to_bytes (QdTemplatePlan *self);
void            qd_template_plan_fill_record (QdTemplatePlan *self,
                                              QdTemplate     *draft);

QdPlan         *qd_template_plan_instantiate (QdTemplatePlan *self,
                                              gint64          account,
                                              const char     *name,
                                              int             day,
                                              QdBatch        *batch);
void            qd_plan_new_from_template_async (QdTemplatePlan     *self,
                                                 QdStore            *store,
                                                 gint64              account,
                                                 const char         *name,
                                                 int                 day,
                                                 gint64             *plan_id,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);

G_END_DECLS
