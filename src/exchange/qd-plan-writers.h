/* qd-plan-writers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-outline.h"

G_BEGIN_DECLS

/**
 * QdOutlineOnly:
 * @QD_OUTLINE_ONLY_ALL: every task
 * @QD_OUTLINE_ONLY_SUMMARIES: summaries and milestones; a phase that has no summary is one itself
 * @QD_OUTLINE_ONLY_MILESTONES: milestones alone
 *
 * What of a plan a chart shows.
 */
typedef enum
{
  QD_OUTLINE_ONLY_ALL,
  QD_OUTLINE_ONLY_SUMMARIES,
  QD_OUTLINE_ONLY_MILESTONES,
} QdOutlineOnly;

extern const QdNick qd_outline_onlys[];

/**
 * QdOutlineOptions:
 * @only: of a Mermaid chart
 * @all_tasks: whether a calendar has all tasks, rather than workshops, calls and milestones
 * @no_alarms: of a calendar
 * @stamp: of a calendar: when it is made, in seconds since 1970
 */
typedef struct
{
  QdOutlineOnly only;
  gboolean      all_tasks;
  gboolean      no_alarms;
  gint64        stamp;
} QdOutlineOptions;

/* GitLab holds a larger chart back until it is asked for, and draws none above the limit. */
#define QD_MERMAID_PROMPT 5000
#define QD_MERMAID_LIMIT 50000

/* What GitLab takes in at once */
#define QD_GITLAB_CSV_LIMIT (10 * 1024 * 1024)

/* As many as Microsoft Project has */
#define QD_MSPDI_MAX_BASELINES 11

/* Each makes the bytes of a file; pure: they depend on nothing else, and may run on any thread. */

GBytes  *qd_plan_csv_write (const QdPlanOutline *outline);
GBytes  *qd_mermaid_write (const QdPlanOutline    *outline,
                           const QdOutlineOptions *options,
                           GError                **error);
gboolean qd_mermaid_needs_click (const QdPlanOutline    *outline,
                                 const QdOutlineOptions *options);
GBytes  *qd_gitlab_csv_write (const QdPlanOutline *outline,
                              GError             **error);
GBytes  *qd_gitlab_md_write (const QdPlanOutline *outline);
GBytes  *qd_ics_write (const QdPlanOutline    *outline,
                       const QdOutlineOptions *options);
GBytes  *qd_mspdi_write (const QdPlanOutline *outline);

/* What is missing in them */

gboolean qd_mermaid_has_task (const QdPlanOutline    *outline,
                              const QdOutlineOptions *options,
                              guint                   task);
gboolean qd_ics_has_task (const QdPlanOutline    *outline,
                          const QdOutlineOptions *options,
                          guint                   task);
gboolean qd_gitlab_is_user (const char *owner);
GStrv    qd_plan_outline_list_losses (const QdPlanOutline    *outline,
                                      const char             *format,
                                      const QdOutlineOptions *options);

G_END_DECLS
