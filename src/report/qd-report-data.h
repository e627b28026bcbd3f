/* qd-report-data.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-exit.h"
#include "qd-plan.h"
#include "qd-portfolio.h"
#include "qd-report-pages.h"

G_BEGIN_DECLS

/*
 * What a report says: text and numbers alone, gathered from the records on the
 * main thread and without what its audience may not read. It can be laid out on
 * any thread while the records change.
 */

/* A state in words, with its shape and colour */
typedef struct
{
  char          *label;
  QdReportMark   mark;
  QdReportColour colour;
} QdReportState;

typedef struct
{
  char    *title;
  gboolean done;
} QdReportCheckItem;

typedef struct
{
  gint64        id;
  gint64        phase;
  gint64        objective;
  char         *title;
  char         *kind;
  gboolean      milestone;
  QdReportState state;
  gboolean      done;
  gboolean      internal; /* the customer does not see it */
  int           start;
  int           due;
  char         *owner;
  char         *customer_owner;
  char         *notes;
  char         *source;
  GArray       *check_items; /* of QdReportCheckItem */
} QdReportTask;

typedef struct
{
  gint64 id;
  char  *name;
  int    first; /* days */
  int    last;
} QdReportPhase;

typedef struct
{
  gint64        id;
  char         *name;
  QdReportState state;
  char         *outcome;
  char         *use_case;
  char         *priority;
  char         *baseline;
  char         *criteria;
  char         *impact;
  int           due;
  int           closed;
  char         *owner;
  char         *customer_owner;
  char         *summary;
  char         *successes;
  char         *risks;
  gboolean      internal;
  guint         n_tasks; /* those of what supports it, too, that may be read */
  guint         n_done;
} QdReportObjective;

/* The timeline of a plan, drawn; immutable */
typedef struct _QdReportChart QdReportChart;

typedef struct
{
  QdAudience     audience;
  QdReportChart *chart; /* (nullable): until it is drawn, and where no task has a day */
  int            day;   /* when it is made */
  char          *customer;
  char          *name;
  char          *kind;
  QdReportState  state;
  int            start;
  int            target;
  double         done; /* of the tasks in the report, from 0 to 1 */
  double         expected;
  char          *strategy;
  char          *highlights;
  GArray        *phases;     /* of QdReportPhase */
  GArray        *objectives; /* of QdReportObjective */
  GArray        *tasks;      /* of QdReportTask, in their order */
} QdReportPlan;

/* One line of a list: what, and beside it what is less */
typedef struct
{
  QdReportState state;
  char         *text;
  char         *detail;
  int           day;
} QdReportItem;

typedef struct
{
  char  *name;
  double done;
  double expected;
  int    target;
} QdReportProgress;

typedef struct
{
  QdAudience    audience;
  int           day;
  char         *customer;
  char         *subtitle;
  QdReportState health; /* without a label: not for this audience */
  char         *health_reason;
  int           health_day;
  int           renewal;
  char         *arr;
  char         *tier;
  char         *offering;
  char         *stage;
  int           last_contact;
  char         *last_contact_kind;
  char         *next_step;
  GArray       *ours;   /* of QdReportItem: open promises */
  GArray       *theirs; /* of QdReportItem */
  GArray       *plans;  /* of QdReportProgress */
  GArray       *people; /* of QdReportItem */
  GArray       *team;   /* of QdReportItem */
  GArray       *activities;
} QdReportAccount;

QdReportPlan    *qd_report_plan_gather (QdPortfolio *portfolio,
                                        QdPlan      *plan,
                                        QdAudience   audience,
                                        int          day);
QdReportChart   *qd_report_chart_new (QdPortfolio *portfolio,
                                      QdPlan      *plan,
                                      QdAudience   audience,
                                      QdExit      *exit,
                                      int          day,
                                      double       width,
                                      GError     **error);
char            *qd_report_chart_find (QdReportChart   *self,
                                       QdReportFindFunc func,
                                       gpointer         data);
void             qd_report_chart_free (QdReportChart *self);
void             qd_report_plan_free (QdReportPlan *self);
void             qd_report_plan_seal (QdReportPlan *self,
                                      QdExit       *exit);
void             qd_report_account_seal (QdReportAccount *self,
                                         QdExit          *exit);
QdReportAccount *qd_report_account_gather (QdPortfolio *portfolio,
                                           QdAccount   *account,
                                           QdAudience   audience,
                                           int          day);
void             qd_report_account_free (QdReportAccount *self);

/* On any thread */

QdReportPages   *qd_report_plan_lay_out (QdReportPlan *self,
                                         double        width,
                                         double        height,
                                         GCancellable *cancellable,
                                         GError      **error);
QdReportPages   *qd_report_account_lay_out (QdReportAccount *self,
                                            double           width,
                                            double           height,
                                            GCancellable    *cancellable,
                                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReportPlan, qd_report_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReportAccount, qd_report_account_free)

G_END_DECLS
